"""What intake answers, in the few words of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain import codes
from serkut_desk.domain.errors import Unavailable
from serkut_desk.stations.intake.asking import OFF
from serkut_desk.stations.intake.effects import Question
from serkut_desk.stations.intake.effects import Tone as Answered
from serkut_desk.stations.intake.reasons import serial_reasons
from serkut_desk.ui.stations.intake.views import FieldView, FormView, ResultView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.intake.effects import Ask, Choice, Say
    from serkut_desk.stations.intake.state import IntakeState
    from serkut_desk.texts import Texts
    from serkut_desk.ui.stations.intake.deeds import AtHand

TONES = {
    Answered.DONE: Tone.GOOD,
    Answered.ATTENTION: Tone.ATTENTION,
    Answered.STOP: Tone.STOP,
    Answered.PLAIN: Tone.INFO,
}

TYPE_ICONS = {
    "laptop": "laptop",
    "desktop": "server",
    "monitor": "monitor",
    "phone": "smartphone",
    "tablet": "tablet",
    "allinone": "monitor",
    "printer": "printer",
    "network": "router",
    "other": "package-open",
}
"""Signs of the device types, the ones that come most often first."""


_TYPE_QUESTIONS = frozenset({Question.TYPE, Question.USUAL_TYPE})
_SIGNS = {Question.PLACE: "map-pin", Question.CAGE: "container", Question.LABEL: "tags"}


@dataclass(frozen=True, slots=True)
class _Words:
    """Title and lead of an answer; `{name}` is a fact, device and lot codes are short."""

    title: str
    lead: str = ""


def _saved() -> dict[str, _Words]:
    """Return what is said after saving."""
    translate = QCoreApplication.translate
    return {
        "saved": _Words(translate("IntakeWords", "{device} received"), "{name}"),
        "saved_extra": _Words(
            translate("IntakeWords", "{device} received"),
            translate("IntakeWords", "Not on the list: blue trolley"),
        ),
        "saved_late": _Words(
            translate("IntakeWords", "{device} received"),
            translate("IntakeWords", "Lot {lot} had missed it. Linked."),
        ),
        "saved_again": _Words(
            translate("IntakeWords", "{device} received"),
            translate("IntakeWords", "Has been here before: {previous}"),
        ),
        "saved_differs": _Words(
            translate("IntakeWords", "{device} received"),
            translate("IntakeWords", "The list says something else. Tell a supervisor."),
        ),
    }


def _found() -> dict[str, _Words]:
    """Return what is said of a device at hand."""
    translate = QCoreApplication.translate
    return {
        "here_already": _Words(
            translate("IntakeWords", "Is here already"),
            translate("IntakeWords", "{device}: {place}"),
        ),
        "here_no_place": _Words(
            translate("IntakeWords", "Is here already"),
            translate("IntakeWords", "{device}, lot {lot}"),
        ),
        "on_list": _Words(translate("IntakeWords", "Found on the list"), "{name}"),
        "not_on_list": _Words(
            translate("IntakeWords", "Not on the list"),
            translate("IntakeWords", "Blue trolley"),
        ),
        "line_taken": _Words(
            translate("IntakeWords", "Not on the list"),
            translate("IntakeWords", "Blue trolley. Row {row} has a device already."),
        ),
        "previous": _Words(translate("IntakeWords", "Has been here before"), "{device}"),
        "named_same": _Words(translate("IntakeWords", "Number read"), "{name}"),
        "named": _Words(translate("IntakeWords", "Number read"), "{number}"),
    }


def _set() -> dict[str, _Words]:
    """Return what is said of what stays, and of what can not be done."""
    translate = QCoreApplication.translate
    return {
        "no_lot": _Words(translate("IntakeWords", "Choose the lot first")),
        "lot_set": _Words(translate("IntakeWords", "Lot {lot}"), "{sender}"),
        "lot_set_cage": _Words(
            translate("IntakeWords", "Lot {lot}"),
            translate("IntakeWords", "{sender} · from {cage}"),
        ),
        "lot_off": _Words(translate("IntakeWords", "No lot is chosen")),
        "place_set": _Words(translate("IntakeWords", "Place"), "{place}"),
        "no_barcode": _Words(
            translate("IntakeWords", "No barcode"),
            translate("IntakeWords", "Stick on a new label and scan it"),
        ),
        "scan_machine": _Words(
            translate("IntakeWords", "Label taken"),
            translate("IntakeWords", "Scan the device's barcode"),
        ),
        "cage_set": _Words(translate("IntakeWords", "Cage"), "{cage}"),
        "type_set": _Words(translate("IntakeWords", "Device type chosen")),
        "same": _Words(translate("IntakeWords", "The same again"), "{name}"),
        "same_off": _Words(translate("IntakeWords", "Other devices")),
        "nothing_same": _Words(
            translate("IntakeWords", "Nothing to repeat"),
            translate("IntakeWords", "Receive one device first"),
        ),
        "which_label": _Words(
            translate("IntakeWords", "Which device?"),
            translate("IntakeWords", "Scan the device's code first"),
        ),
        "reprinted": _Words(translate("IntakeWords", "A new label is printed"), "{device}"),
        "nothing": _Words(translate("IntakeWords", "Nothing is half done")),
        "cancelled": _Words(
            translate("IntakeWords", "Cancelled"),
            translate("IntakeWords", "Nothing was saved"),
        ),
        "too_many": _Words(
            translate("IntakeWords", "Too many codes"),
            translate("IntakeWords", "Save or cancel this device"),
        ),
    }


_SAYING = "intake.say."


def result_of(say: Say) -> ResultView | None:
    """Return the big answer, None when it is only an aside such as an ignored code."""
    if not say.key.startswith(_SAYING):
        return None
    words = {**_saved(), **_found(), **_set()}.get(say.key.removeprefix(_SAYING))
    if words is None:
        return None
    facts = {
        name: codes.short(str(value)) if name in {"device", "lot", "previous"} else str(value)
        for name, value in say.facts
    }
    lead = _filled(words.lead, facts)
    return ResultView(TONES[say.tone], _filled(words.title, facts), lead)


def sentence_of(say: Say, texts: Texts) -> str:
    """Return a whole sentence of what was answered."""
    return texts.say(say.key, **dict(say.facts)) if texts.has(say.key) else say.key


def failure_view(failure: KnownFailure, texts: Texts) -> ResultView:
    """Return what is wrong and what to do."""
    said = texts.failure(failure)
    tone = Tone.STOP if isinstance(failure, Unavailable) else Tone.ATTENTION
    return ResultView(tone, said["what"], said["next"], said["why"])


def choice_word(choice: Choice, texts: Texts) -> str:
    """Return an answer's word; `type.` words stand in the texts, too."""
    if not choice.key:
        return choice.value
    return texts.say(choice.key, **dict(choice.facts))


def choice_icon(ask: Ask, choice: Choice) -> str:
    """Return an answer's sign."""
    if ask.question in _TYPE_QUESTIONS and choice.value != OFF:
        return TYPE_ICONS.get(choice.value, "package-open")
    if ask.question in _SIGNS and choice.value != OFF:
        return _SIGNS[ask.question]
    if ask.question is Question.NO_SERIAL:
        return next((one.icon for one in serial_reasons() if one.key == choice.value), "eye")
    if ask.question is Question.SERIAL_TWICE:
        return "copy" if choice.value else "scan-barcode"
    return "scan-barcode" if choice.value not in {"", "0", OFF} else "x"


def ordered(ask: Ask) -> tuple[Choice, ...]:
    """Return the choices, the types that come most often first."""
    if ask.question not in _TYPE_QUESTIONS:
        return ask.choices
    places = {name: at for at, name in enumerate(TYPE_ICONS)}
    return tuple(sorted(ask.choices, key=lambda choice: places.get(choice.value, len(places))))


def question_of(ask: Ask, texts: Texts) -> str:
    """Return the question."""
    number = ask.choices[0].value if ask.choices else ""
    return texts.say(f"intake.ask.{ask.question}", number=number)


def form_of(state: IntakeState, at_hand: AtHand | None, place: str, texts: Texts) -> FormView:
    """Return the fields of the device at hand: scanned, from the list, or set to stay."""
    sort = at_hand.sorted if at_hand else None
    line = at_hand.line if at_hand else None
    told = at_hand.told if at_hand else {}
    read, listed, known = (
        QCoreApplication.translate("IntakeWords", "read"),
        QCoreApplication.translate("IntakeWords", "from the list"),
        QCoreApplication.translate("IntakeWords", "model is known"),
    )

    def field(typed: str, scanned: str | None, expected: str) -> FieldView:
        if typed:
            return FieldView(typed)
        if scanned:
            return FieldView(scanned, read)
        return FieldView(expected, listed) if expected else FieldView()

    kind, kind_source = state.device_type or "", ""
    if not kind and line and line.type:
        kind, kind_source = line.type, listed
    elif not kind and told.get("type"):
        kind, kind_source = told["type"] or "", known
    elif not kind and state.type:
        kind, kind_source = state.type, QCoreApplication.translate("IntakeWords", "stays")
    model = " ".join(filter(None, (line.manufacturer, line.model))) if line else ""
    named = field(state.model, sort.maker if sort and not model else None, model)
    if state.same and not model and not state.model:
        named = FieldView(
            state.same_name, QCoreApplication.translate("IntakeWords", "the same again")
        )
    elif not model and not state.model and told.get("model"):
        named = FieldView(f"{told['manufacturer']} {told['model']}", known)
    return FormView(
        type_key=kind,
        type_source=kind_source,
        model=named,
        serial=_serial(
            state, field(state.serial, sort.serial if sort else None, line.serial if line else "")
        ),
        inventory=field(
            state.inventory, sort.inventory if sort else None, line.inventory if line else ""
        ),
        media=FieldView(_media(state, texts)),
        place=FieldView(place, QCoreApplication.translate("IntakeWords", "stays") if place else ""),
    )


def _serial(state: IntakeState, found: FieldView) -> FieldView:
    if found.text or state.no_serial is None:
        return found
    return FieldView("", QCoreApplication.translate("IntakeWords", "missing, with a reason"))


def _media(state: IntakeState, texts: Texts) -> str:
    said = []
    for text in state.media:
        _serial_of, kind, size = (*text.split(","), "", "")[:3]
        word = texts.say(f"kind.{kind}")
        said.append(
            f"{word} {size} {QCoreApplication.translate('IntakeWords', 'GB')}" if size else word
        )
    return f"{len(said)} · {', '.join(said)}" if said else ""


def _filled(text: str, facts: dict[str, str]) -> str:
    for name, value in facts.items():
        text = text.replace(f"{{{name}}}", value)
    return text
