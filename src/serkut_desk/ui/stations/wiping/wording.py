"""Turns what the station answers into words for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from serkut_desk.domain.approval import slots_sentence
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.evidence import HiddenAreas, VerifyMode
from serkut_desk.domain.media import KindSource, Level, MediumKind
from serkut_desk.stations.clock_words import skew_sentence
from serkut_desk.stations.wiping import queries
from serkut_desk.stations.wiping.queries import Situation
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.timeline import Happening
from serkut_desk.ui.stations.wiping.decided_words import decided, decided_step
from serkut_desk.ui.stations.wiping.views import EvidenceView, WipeRow
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from serkut_desk.domain.lacks import Lack
    from serkut_desk.stations.wiping.evidence import AttemptLine
    from serkut_desk.stations.wiping.queries import WaitingRow
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

_TONES = {
    queries.Tone.NEUTRAL: Tone.PLAIN,
    queries.Tone.INFO: Tone.INFO,
    queries.Tone.GOOD: Tone.GOOD,
    queries.Tone.WARNING: Tone.ATTENTION,
    queries.Tone.BAD: Tone.STOP,
}
_KINDS = {
    MediumKind.HDD: "HDD",
    MediumKind.SAS_HDD: "SAS-HDD",
    MediumKind.SSHD: "SSHD",
    MediumKind.SSD: "SSD",
    MediumKind.SAS_SSD: "SAS-SSD",
    MediumKind.NVME: "NVMe",
    MediumKind.EMMC: "eMMC",
    MediumKind.UFS: "UFS",
    MediumKind.USB: "USB",
    MediumKind.SD: "SD",
}
_MEGA, _GIGA, _TERA = 10**6, 10**9, 10**12
_NONE = "-"
OTHERS = frozenset({Situation.OTHER_APPROVER, Situation.NO_APPROVER, Situation.PERFORMER_UNKNOWN})
"""What is enough, and waits for somebody else."""
Answered = tuple[str, str, tuple[str, ...]]
"""What is so, why, and the steps to go on."""


class RowNumbers(QObject):
    """Says numbers with the right form of their word."""

    def errors(self, count: int) -> str:
        """Return how many errors were counted."""
        return self.tr("%n errors", "", count)

    def waiting(self, count: int) -> str:
        """Return how many wait for an approval."""
        return self.tr("%n wait for approval", "", count)

    def not_enough(self, count: int) -> str:
        """Return how many wipes are not enough."""
        return self.tr("%n not enough", "", count)

    def failed(self, count: int) -> str:
        """Return how many wipes failed."""
        return self.tr("%n failed", "", count)

    def undecided(self, count: int) -> str:
        """Return how much waits for a decision."""
        return self.tr("%n to decide", "", count)


def key_of(row: WaitingRow) -> str:
    """Return what names a row among all rows."""
    if row.medium_id is not None:
        return f"m{row.medium_id}"
    return f"r{row.run}" if row.run is not None else f"d{row.device}"


def bare_device(key: str) -> str:
    """Return the code of the device when `key` names one without media, else ""."""
    return key[1:] if key.startswith("d") else ""


def wipe_row(row: WaitingRow, texts: Texts, *, may_approve: bool) -> WipeRow:
    """Return a line of the table."""
    return WipeRow(
        key=key_of(row),
        group=row.group.value,
        device=row.device or "",
        short=short(row.device) if row.device else "?",
        medium=row.medium or _NONE,
        kind=kind_words(row.kind, row.capacity_bytes),
        method=" · ".join(filter(None, (method_words(row, texts), _times(row.passes)))),
        levels=levels_words(row.required, row.reached, texts),
        state=state_words(row, texts),
        tone=_TONES[row.tone],
        tickable=may_approve and row.approvable and row.situation is not Situation.DONE,
    )


def state_words(row: WaitingRow, texts: Texts) -> str:
    """Return the word in the pill; counted errors are said."""
    if row.situation is Situation.FAILED and row.errors:
        return RowNumbers().errors(row.errors)
    # In the pill there is room for two words; the sentence stands at the right.
    short_words = {
        Situation.WAITS_APPROVAL: translate("Wiping", "to approve"),
        Situation.NONE_SECOND: translate("Wiping", "second person"),
        Situation.OTHER_APPROVER: translate("Wiping", "another approver"),
        Situation.NO_APPROVER: translate("Wiping", "no approver"),
        Situation.OTHER_MEDIA: translate("Wiping", "another medium"),
        Situation.CONTRADICTION: translate("Wiping", "contradiction"),
    }
    pill = f"pill.{row.situation}"
    if texts.has(pill):
        return texts.say(pill)
    return short_words.get(row.situation) or texts.say(f"situation.{row.situation}")


def _times(passes: int | None) -> str:
    return str(passes) if passes else ""


def kind_words(kind: MediumKind | None, size: int | None) -> str:
    """Return `SSD 256 GB`."""
    phone = translate("Wiping", "Phone")
    word = _KINDS.get(kind, phone) if kind is not None else ""
    return " ".join(filter(None, (word, size_words(size)))) or _NONE


def size_words(size: int | None) -> str:
    """Return a capacity as makers print it, "" when nobody knows."""
    if size is None:
        return ""
    if size >= _TERA:
        unit, figure = translate("Wiping", "TB"), f"{size / _TERA:.3g}"
    elif size >= _GIGA:
        unit, figure = translate("Wiping", "GB"), str(round(size / _GIGA))
    else:
        unit, figure = translate("Wiping", "MB"), str(max(round(size / _MEGA), 1))
    return f"{figure.replace('.', ',')} {unit}"


def method_words(row: WaitingRow, texts: Texts) -> str:
    """Return the method as the report names it, else what was done."""
    if row.method:
        return row.method
    return texts.say(f"technique.{row.technique}") if row.technique else _NONE


def level_word(level: Level, texts: Texts) -> str:
    """Return a level's Finnish name alone; `-` for none."""
    return _NONE if level is Level.NONE else texts.say(f"level.{level}").split(" (")[0]


def levels_words(required: Level | None, reached: Level, texts: Texts) -> str:
    """Return `asked → reached`."""
    asked = "?" if required is None else level_word(required, texts)
    return f"{asked} → {level_word(reached, texts)}"


def moment(at: datetime) -> str:
    """Return `21.11. 14:02` in Finnish time."""
    here = local(at)
    return f"{here.day}.{here.month}. {here:%H:%M}"


def machine_times(started: str | None, ended: str | None) -> str:
    """Return what the wiped computer's own clock said, `21.11.2026 9:12 - 11:47`."""
    first, last = _wall(started), _wall(ended)
    if first and last and first.split()[0] == last.split()[0]:
        last = last.split()[1]
    return " - ".join(filter(None, (first, last)))


def _wall(text: str | None) -> str:
    if not text or len(text) < 16:  # noqa: PLR2004 - 2026-11-21T09:12
        return text or ""
    day, clock = text[:10].split("-"), text[11:16]
    return f"{int(day[2])}.{int(day[1])}.{day[0]} {clock}"


def breakable(name: str) -> str:
    """Return a long file name that may go on in the next line."""
    for sign in "_-.":
        name = name.replace(sign, f"{sign}\u200b")
    return name


def said(lack: Lack, part: str, texts: Texts) -> str:
    """Return one sentence of what is missing."""
    return texts.say(f"error.{lack.code.value}.{part}", **lack.fields)


def row_view(row: WaitingRow, texts: Texts) -> EvidenceView:
    """Return the right side for a row of which nothing more is known."""
    answer, why, steps = {
        Situation.MEDIA_UNKNOWN: (
            texts.say("error.media_unknown.what"),
            texts.say("error.media_unknown.why"),
            (texts.say("error.media_unknown.next"),),
        ),
        Situation.NONE_SECOND: (
            texts.say("error.none_inside_unconfirmed.what"),
            texts.say("error.none_inside_unconfirmed.why"),
            (texts.say("error.none_inside_unconfirmed.next"),),
        ),
        Situation.UNKNOWN_DRIVE: (
            translate("Wiping", "Nobody has recorded this drive."),
            translate("Wiping", "It may belong to a device that has not come in yet."),
            (
                translate("Wiping", "Look from which device the drive is."),
                translate("Wiping", "Receive the device, or choose “Which device's disk?”."),
            ),
        ),
        Situation.PROPOSED: (
            translate("Wiping", "A report has found a drive that nobody recorded."),
            texts.say("error.proposals_open.why"),
            (
                translate("Wiping", "Look whether the drive is in the device."),
                translate("Wiping", "Accept it, or say that it is not there."),
            ),
        ),
    }.get(_asked(row), (texts.say(f"situation.{row.situation}").capitalize(), "", ()))
    facts = [
        Fact(translate("Wiping", "Kind"), kind_words(row.kind, row.capacity_bytes)),
        Fact(translate("Wiping", "Method"), method_words(row, texts)),
        Fact(translate("Wiping", "Rounds"), str(row.passes) if row.passes else ""),
        Fact(
            translate("Wiping", "Result"),
            texts.say(row.result_key) if row.result_key else "",
        ),
    ]
    return EvidenceView(
        title=row.medium or (short(row.device) if row.device else "?"),
        subtitle=" · ".join(
            # A row without a medium has the device for its title.
            filter(
                None,
                (
                    row.device_name,
                    short(row.device) if row.device and row.medium else "",
                    row.place,
                ),
            )
        ),
        tone=_answer_tone(row),
        answer=answer,
        why=why,
        steps=steps,
        facts=tuple(fact for fact in facts if fact.value and fact.value != _NONE),
    )


def _asked(row: WaitingRow) -> Situation:
    """Return what is asked: a drive without a number can only be told, not accepted."""
    nameless = row.situation is Situation.PROPOSED and row.medium_id is None
    return Situation.UNKNOWN_DRIVE if nameless else row.situation


def medium_view(
    row: WaitingRow, found: queries.EvidenceView, texts: Texts, *, may_approve: bool
) -> EvidenceView:
    """Return the right side for a medium."""
    device = found.device
    maker = device.model or device.manufacturer
    kind = kind_words(found.medium.kind, found.medium.capacity_bytes)
    words = (
        found.medium.model,
        f"{kind} ({texts.say(f'kind_source.{found.medium.kind_source}')})",
        " ".join(filter(None, (short(device.code), maker))),
        row.place or "",
    )
    answer, why, steps = _answer(row, found, texts, may_approve=may_approve)
    notes = [texts.say(f"note.{note}") for note in found.judgement.notes] if found.deciding else []
    deciding = found.deciding
    if deciding is not None:
        said = skew_sentence(deciding.run.facts.get("skew"), texts)
        notes += [said] if said else []
        notes += [texts.say(f"clock_note.{flag}") for flag in deciding.clock]
    return EvidenceView(
        title=found.name,
        subtitle=" · ".join(filter(None, words)),
        tone=_answer_tone(row),
        answer=answer,
        why=why,
        steps=steps,
        facts=_facts(found, texts),
        notes=tuple(dict.fromkeys(notes)),
        earlier=tuple(_happening(one, texts) for one in reversed(found.earlier)),
    )


def _answer_tone(row: WaitingRow) -> Tone:
    """Return the tone of the sentence at the right, which always has a sign."""
    tone = Tone.PLAIN if decided_step(row) else _TONES[row.tone]
    return Tone.INFO if tone is Tone.PLAIN else tone


def _answer(
    row: WaitingRow, found: queries.EvidenceView, texts: Texts, *, may_approve: bool
) -> Answered:
    """Return what is so, why, and how to go on."""
    situation = row.situation
    if (settled := decided(row, texts)) is not None:
        return *settled, ()
    if situation is Situation.WAITS_APPROVAL:
        return _waits(row, found, texts, may_approve=may_approve)
    if situation in OTHERS:
        first = found.prospect.against[0] if found.prospect.against else None
        title = said(first, "what", texts) if first else texts.say(f"situation.{situation}")
        why = said(first, "why", texts) if first else ""
        return title, " ".join(filter(None, (why, _who(found, row)))), ()
    if situation in {Situation.PROPOSED, Situation.UNKNOWN_DRIVE}:
        view = row_view(row, texts)
        return view.answer, view.why, view.steps
    return _in_the_way(row, found, texts)


def _waits(
    row: WaitingRow, found: queries.EvidenceView, texts: Texts, *, may_approve: bool
) -> Answered:
    title = translate("Wiping", "The evidence is enough.")
    if found.prospect.acceptances:
        words = (texts.say(f"acceptance.{word}") for word in found.prospect.acceptances)
        advice = (texts.say(f"advice.{word}") for word in found.judgement.advice)
        return title, " ".join(words), tuple(advice)
    waits = translate("Wiping", "It waits for your approval.")
    return title, waits if may_approve else _who(found, row), ()


def _in_the_way(row: WaitingRow, found: queries.EvidenceView, texts: Texts) -> Answered:
    """Return what stands between the medium and its approval."""
    situation, judged = row.situation, found.judgement
    if situation is Situation.DONE:
        return texts.say(f"medium_state.{found.state}") + ".", "", ()
    if situation is Situation.OTHER_MEDIA:
        title = translate("Wiping", "This medium is in order. Another one of the device is not.")
        return title, "", tuple(said(one, "what", texts) for one in found.prospect.missing)
    code = _SAID_BY_CODE.get(situation)
    if code is not None:
        words = [texts.say(f"error.{code}.{part}", medium=found.name) for part in _PARTS]
        return words[0], words[1], (words[2],)
    if situation is Situation.CONTRADICTION:
        title = translate("Wiping", "The reports contradict each other.")
        next_step = texts.say("error.contradiction_open.next")
        return title, texts.say("error.contradiction_open.why"), (next_step,)
    advice = tuple(texts.say(f"advice.{word}") for word in judged.advice)
    lacks = (*judged.missing, *([judged.house_rule] if judged.house_rule else []))
    if not lacks:
        return texts.say(f"situation.{situation}").capitalize(), "", advice
    why = _reasons(found.deciding, texts) or said(lacks[0], "why", texts)
    return said(lacks[0], "what", texts), why, advice or (said(lacks[0], "next", texts),)


_PARTS = ("what", "why", "next")
_SAID_BY_CODE = {
    Situation.FROZEN: "proof_frozen",
    Situation.SERIAL_UNCERTAIN: "serial_uncertain",
}


def _who(found: queries.EvidenceView, row: WaitingRow) -> str:
    """Say who can approve, and where the device waits meanwhile."""
    names = ", ".join(found.who_may)
    who = translate(
        "Wiping",
        "Nobody here can approve it. Ask a third supervisor, or let a maker wipe it again.",
    )
    if names:
        who = translate("Wiping", "These can approve: {0}.").replace("{0}", names)
    shelf = (
        translate("Wiping", "It waits here: {0}.").replace("{0}", row.place) if row.place else ""
    )
    return " ".join(filter(None, (who, shelf)))


def _reasons(attempt: AttemptLine | None, texts: Texts) -> str:
    """Return why the report says so, its first two reasons."""
    if attempt is None:
        return ""
    told: Iterable[str] = (
        texts.say(f"reason.{one['code']}", **one.get("facts", {})) for one in attempt.run.reasons
    )
    return " ".join(list(dict.fromkeys(told))[:2])


def _facts(found: queries.EvidenceView, texts: Texts) -> tuple[Fact, ...]:
    asked = texts.say(f"level.{found.judgement.required}")
    facts = [Fact(translate("Wiping", "Asked for"), asked)]
    attempt = found.deciding or (found.attempts[-1] if found.attempts else None)
    if attempt is None:
        facts.append(Fact(translate("Wiping", "Recorded by"), found.declared))
        return tuple(facts)
    run = attempt.run
    errors = run.facts.get("errors")
    program = " ".join(filter(None, (run.tool, run.tool_version)))
    facts += [
        Fact(translate("Wiping", "Reached"), texts.say(f"level.{found.judgement.level}")),
        Fact(translate("Wiping", "Result"), texts.say(run.result_key)),
        Fact(translate("Wiping", "How"), texts.say(f"technique.{run.technique}")),
        Fact(translate("Wiping", "Program"), program),
        Fact(translate("Wiping", "Method"), run.method),
        Fact(translate("Wiping", "Rounds"), _rounds(attempt)),
        Fact(translate("Wiping", "Errors"), "" if errors is None else str(errors)),
        Fact(translate("Wiping", "Hidden areas"), _hidden(attempt)),
        Fact(translate("Wiping", "Machine's clock"), machine_times(run.started, run.ended)),
        Fact(translate("Wiping", "Brought in"), f"{moment(run.imported_at)} · {attempt.imported}"),
        Fact(
            translate("Wiping", "Done by"),
            ", ".join(attempt.performed) or translate("Wiping", "not known"),
        ),
        Fact(translate("Wiping", "Recorded by"), found.declared),
        Fact(translate("Wiping", "File"), breakable(attempt.file_name or "")),
    ]
    return tuple(fact for fact in facts if fact.value)


def _rounds(attempt: AttemptLine) -> str:
    run = attempt.run
    if not run.passes:
        return ""
    words = {
        VerifyMode.LAST: translate("Wiping", "the last one read back"),
        VerifyMode.ALL: translate("Wiping", "each one read back"),
        VerifyMode.OFF: translate("Wiping", "not read back"),
    }
    return ", ".join(filter(None, (str(run.passes), words.get(run.verification, ""))))


def _hidden(attempt: AttemptLine) -> str:
    words = {
        HiddenAreas.NONE: translate("Wiping", "none"),
        HiddenAreas.DETECTED: translate("Wiping", "found"),
        HiddenAreas.UNKNOWN: translate("Wiping", "not known"),
    }
    return words.get(attempt.run.policy_facts.hidden_areas, "")


def _happening(attempt: AttemptLine, texts: Texts) -> Happening:
    run = attempt.run
    aside = translate("Wiping", "set aside") if run.set_aside_by else ""
    program = " ".join(filter(None, (run.tool, run.tool_version)))
    when = machine_times(run.started, run.ended) or moment(run.imported_at)
    words = " · ".join(filter(None, (program, run.method, when, aside)))
    return Happening(texts.say(run.result_key), words)


def slots_doubt(row: WaitingRow, texts: Texts) -> str:
    """Return what the places of a device's model say against its number of media, "" for none."""
    key = slots_sentence(row.media_count, row.slots)
    return texts.say(key, count=row.media_count, slots=row.slots) if key else ""


def told_kinds(rows: Iterable[WaitingRow]) -> tuple[str, ...]:
    """Return the kinds that only a person told, each with the media that it was told of."""
    found: dict[str, list[str]] = {}
    for row in rows:
        if told_kind(row):
            found.setdefault(kind_words(row.kind, row.capacity_bytes), []).append(row.medium or "")
    return tuple(f"{kind}: {', '.join(media)}" for kind, media in found.items())


def told_kind(row: WaitingRow) -> str:
    """Return a kind that only a person told, "" when it is known otherwise."""
    told = row.kind_source is KindSource.PERSON and not row.kind_confirmed
    if not told or row.kind is None:
        return ""
    return f"{row.medium}: {kind_words(row.kind, row.capacity_bytes)}"
