"""A device's card in words: what every screen that shows a device says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain import codes
from serkut_desk.domain.advice import Way
from serkut_desk.domain.clock import local
from serkut_desk.domain.data_state import FREE_OF_DATA, MediumState
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.stations import advice_words, grade_lists, grade_words
from serkut_desk.stations.snapshots import wording
from serkut_desk.ui.parts.device_card import DeviceCardView
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.steps import Journey
from serkut_desk.ui.parts.timeline import Happening
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from serkut_desk.stations.devices.card_model import DeviceCard, MediumLine, TimelineLine, Who
    from serkut_desk.texts import Texts

_TONES = {
    DeviceState.RECEIVED: Tone.ATTENTION,
    DeviceState.WAITING_WIPE: Tone.INFO,
    DeviceState.WAITING_REVIEW: Tone.ATTENTION,
    DeviceState.WAITING_APPROVAL: Tone.INFO,
    DeviceState.WAITING_GRADE: Tone.INFO,
    DeviceState.WAITING_DECISION: Tone.INFO,
    DeviceState.ON_SHELF: Tone.GOOD,
    DeviceState.WAITING_REPAIR: Tone.INFO,
    DeviceState.IN_REPAIR: Tone.INFO,
    DeviceState.WAITING_DISMANTLE: Tone.INFO,
    DeviceState.DISMANTLING: Tone.INFO,
    DeviceState.DISMANTLED: Tone.PLAIN,
    DeviceState.MISSING: Tone.STOP,
    DeviceState.QUARANTINE: Tone.ATTENTION,
    DeviceState.HAZARD_STOP: Tone.STOP,
    DeviceState.WITHDRAWN: Tone.PLAIN,
    DeviceState.LEFT: Tone.PLAIN,
}
_MEDIUM_TONES = {
    MediumState.NOT_WIPED: Tone.ATTENTION,
    MediumState.FAILED: Tone.STOP,
    MediumState.NOT_ENOUGH: Tone.ATTENTION,
    MediumState.TO_REVIEW: Tone.ATTENTION,
    MediumState.UNAPPROVED: Tone.INFO,
    MediumState.PROVEN: Tone.GOOD,
    MediumState.DESTROYED: Tone.GOOD,
}
_GIGABYTE = 10**9
_AFTER_WIPING = 2


def state_tone(state: str) -> Tone:
    """Return the tone of a device's state."""
    return _TONES[DeviceState(state)]


def state_word(state: str, texts: Texts) -> str:
    """Return a device's state in words."""
    return texts.say(f"state.{state}")


def medium_tone(state: str) -> Tone:
    """Return the tone of a medium's state."""
    return _MEDIUM_TONES[MediumState(state)]


def moment(at: datetime) -> str:
    """Return `21.11.2026 14:21` in Finnish time."""
    here = local(at)
    return f"{here.day}.{here.month}.{here.year} {here:%H:%M}"


def hour(at: datetime) -> str:
    """Return `14:21` in Finnish time."""
    return f"{local(at):%H:%M}"


def name_of(manufacturer: str, model: str, otherwise: str = "") -> str:
    """Return what people call a device: maker and model, each once."""
    if manufacturer and model.casefold().startswith(manufacturer.casefold()):
        manufacturer = ""
    return " ".join(filter(None, (manufacturer, model))) or otherwise


def journey(card: DeviceCard) -> Journey:
    """Return where a device is on its way; steps that it passes over are left out."""
    intake = QCoreApplication.translate("DeviceWords", "Intake")
    wiping = QCoreApplication.translate("DeviceWords", "Wiping")
    grading = QCoreApplication.translate("DeviceWords", "Grading")
    repair = QCoreApplication.translate("DeviceWords", "Repair")
    installation = QCoreApplication.translate("DeviceWords", "Installation")
    handover = QCoreApplication.translate("DeviceWords", "Handover")
    apart = QCoreApplication.translate("DeviceWords", "Taking apart")
    begun = (intake, wiping, grading)
    whole = (*begun, repair, installation, handover)
    by_state = {
        DeviceState.LEFT: Journey((*begun, handover), len(begun) + 1),
        DeviceState.WITHDRAWN: Journey(whole, 0),
        DeviceState.ON_SHELF: Journey((*begun, handover), len(begun)),
        DeviceState.WAITING_REPAIR: Journey(whole, len(begun)),
        DeviceState.IN_REPAIR: Journey(whole, len(begun)),
        DeviceState.WAITING_DISMANTLE: Journey((*begun, apart), len(begun)),
        DeviceState.DISMANTLING: Journey((*begun, apart), len(begun)),
        DeviceState.DISMANTLED: Journey((*begun, apart), len(begun) + 1),
    }
    otherwise = Journey(whole, _AFTER_WIPING if card.data_state in FREE_OF_DATA else 1)
    return by_state.get(card.state, otherwise)


def who(person: Who) -> str:
    """Return who did something, as the house calls them."""
    return person.display or QCoreApplication.translate("DeviceWords", "the program")


def next_sentences(card: DeviceCard, texts: Texts) -> tuple[str, ...]:
    """Return what to do next, the first thing first, each sentence once."""
    said = (texts.say(step.key, **step.facts) for step in card.next_steps)
    return tuple(dict.fromkeys(said))


def happening(line: TimelineLine, texts: Texts) -> Happening:
    """Return an entry of the timeline in words; one without a sentence shows its tag."""
    what = texts.say(line.key, **line.facts) if texts.has(line.key) else line.tag
    return Happening(what, f"{moment(line.at)} · {who(line.actor)}")


def medium_name(medium: MediumLine, texts: Texts) -> str:
    """Return `SSD-levy (SATA) 256 Gt`."""
    return " ".join(filter(None, (texts.say(f"kind.{medium.kind.value}"), size(medium))))


def size(medium: MediumLine) -> str:
    """Return a medium's capacity, "" when nobody knows."""
    if medium.capacity_bytes is None:
        return ""
    unit = QCoreApplication.translate("DeviceWords", "GB")
    return f"{round(medium.capacity_bytes / _GIGABYTE)} {unit}"


def facts(card: DeviceCard, texts: Texts, *, brief: bool = False) -> tuple[Fact, ...]:
    """Return what is known of a device; what nobody knows is left out.

    Args:
        card: The device.
        texts: Sentences.
        brief: The grade without what decided, where there is little room.
    """
    translate = QCoreApplication.translate
    weight = f"{card.weight_g / 1000:.2f} kg".replace(".", ",") if card.weight_g else ""
    all_facts = (
        Fact(translate("DeviceWords", "Code"), card.code, code=True),
        Fact(translate("DeviceWords", "Grade"), grade_line(card, texts, brief=brief)),
        Fact(translate("DeviceWords", "Decision"), decision_line(card, texts)),
        Fact(translate("DeviceWords", "Operating system"), system_line(card, texts)),
        *(() if brief else _inside(card, texts)),
        Fact(translate("DeviceWords", "Type"), texts.say(f"type.{card.type}")),
        Fact(translate("DeviceWords", "Serial number"), card.serial, code=True),
        Fact(translate("DeviceWords", "Inventory number"), card.inventory, code=True),
        Fact("IMEI", card.imei, code=True),
        Fact(translate("DeviceWords", "Product number"), card.product, code=True),
        Fact(
            translate("DeviceWords", "Place"),
            card.place or translate("DeviceWords", "nobody has said"),
        ),
        Fact(translate("DeviceWords", "Lot"), f"{codes.short(card.lot)} · {card.sender}"),
        Fact(translate("DeviceWords", "Weight"), weight),
    )
    return tuple(fact for fact in all_facts if fact.value)


def _inside(card: DeviceCard, texts: Texts) -> Iterator[Fact]:
    """Return what the machine told of itself."""
    for what, value in card.inside.items():
        yield Fact(texts.say(f"snapshot.what.{what}"), wording.value_words(what, value, texts))


def grade_line(card: DeviceCard, texts: Texts, *, brief: bool = False) -> str:
    """Return the grade with what decided, "" before grading."""
    held = card.grade
    if held is None:
        return ""
    checklist = grade_lists.checklist_numbered(held.checklist, held.checklist_version)
    said = grade_words.reason_sentences(held.reasons, checklist, texts)
    if held.override_reason:
        changed = {"computed": held.computed.value, "grade": held.grade.value}
        said = (texts.say("grade.overridden", **changed, reason=held.override_reason),)
    works = texts.say(f"grade.functional.{held.functional.value}")
    return " · ".join((held.grade.value, works, *(() if brief else said)))


def decision_line(card: DeviceCard, texts: Texts) -> str:
    """Return where it was decided that the device goes, why, and what was advised; "" before."""
    held = card.decision
    if held is None:
        return ""
    way = held.plan or Way(held.outcome.value)
    said = f"{texts.say(f'advice.way.{way.value}')} · {held.reason}"
    if held.plan is None:
        return said
    return f"{said} · {advice_words.kept_words(held.plan, held.advised, texts)}"


def system_line(card: DeviceCard, texts: Texts) -> str:
    """Return `Linux Mint 22.2 · 21.11.2026`, "" when no system is known to be installed."""
    if card.system is None:
        return ""
    day = local(card.system.at)
    said = f"{card.system.name} · {day.day}.{day.month}.{day.year}"
    return said if card.system.passed else f"{said} · {texts.say('install.not_passed')}"


def card_view(card: DeviceCard, texts: Texts) -> DeviceCardView:
    """Return the card at the right of a panel."""
    sentences = next_sentences(card, texts)
    tone = state_tone(card.state)
    media = tuple(
        Fact(medium_name(one, texts), texts.say(f"medium_state.{one.state}"))
        for one in card.media
        if not one.proposed
    )
    return DeviceCardView(
        code=codes.short(card.code),
        model=name_of(card.manufacturer, card.model, texts.say(f"type.{card.type}")),
        state=state_word(card.state, texts),
        state_tone=tone,
        journey=journey(card),
        next_step=sentences[0] if sentences and card.in_house else "",
        next_tone=Tone.INFO if tone is Tone.PLAIN else tone,
        facts=(*facts(card, texts, brief=True)[1:], *media),
        happenings=tuple(happening(line, texts) for line in reversed(card.timeline)),
    )
