"""Turns what the station answers into words for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.stocktake import MarkWord, Seen
from serkut_desk.ui.device_words import moment, name_of
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.stations.stocktake.views import (
    AnswerView,
    MissingRow,
    MissingView,
    ScanRow,
    UnseenRow,
)
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.stations.stocktake.commands import Scanned
    from serkut_desk.stations.stocktake.queries import DeviceBrief, MarkLine, MissingLine
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

_SEEN = {
    Seen.FOUND: Tone.GOOD,
    Seen.ELSEWHERE: Tone.ATTENTION,
    Seen.AGAIN: Tone.INFO,
    Seen.TURNED_UP: Tone.ATTENTION,
    Seen.HAS_LEFT: Tone.STOP,
    Seen.WITHDRAWN: Tone.ATTENTION,
    Seen.FITTED: Tone.ATTENTION,
    Seen.GIVEN_UP: Tone.ATTENTION,
    Seen.UNKNOWN: Tone.ATTENTION,
}
_MARKS = {
    MarkWord.FOUND: Tone.GOOD,
    MarkWord.ELSEWHERE: Tone.ATTENTION,
    MarkWord.UNEXPECTED: Tone.STOP,
    MarkWord.MISSING: Tone.STOP,
}


def day(at: datetime) -> str:
    """Return `21.11.2026` in Finnish time."""
    here = local(at)
    return f"{here.day}.{here.month}.{here.year}"


def make_of(one: DeviceBrief, texts: Texts) -> str:
    """Return maker and model, else the type; of a part its kind and what matters of it."""
    if one.part:
        return " ".join(filter(None, (texts.say(f"part.type.{one.type}"), one.model)))
    return name_of(one.manufacturer, one.model, texts.say(f"type.{one.type}"))


def unseen_row(one: DeviceBrief, texts: Texts) -> UnseenRow:
    """Return a row of what was not seen yet."""
    note = ""
    if one.basket is not None:
        note = translate("Stocktake", "in basket {0}").replace("{0}", short(one.basket))
    return UnseenRow(one.code, short(one.code), make_of(one, texts), one.serial, note)


def scan_row(line: MarkLine, texts: Texts) -> ScanRow:
    """Return a row of what was scanned."""
    return ScanRow(
        line.device.code,
        short(line.device.code),
        make_of(line.device, texts),
        texts.say(f"count.mark.{line.result.value}"),
        _MARKS[line.result],
    )


def answer_view(done: Scanned, texts: Texts) -> AnswerView:
    """Return the big answer to a scan."""
    key = done.seen.value
    if done.seen is Seen.ELSEWHERE and done.recorded is None:
        key = "elsewhere_none"
    code = done.device or done.part
    lead = " · ".join(filter(None, (short(code) if code else done.text, done.model)))
    fields = {"place": done.recorded} if key == Seen.ELSEWHERE else {}
    return AnswerView(
        _SEEN[done.seen],
        texts.say(f"count.seen.{done.seen.value}"),
        lead,
        texts.say(f"count.next.{key}", **fields),
    )


def missing_row(line: MissingLine, texts: Texts) -> MissingRow:
    """Return a row of the missing devices."""
    state, tone = _state(line)
    return MissingRow(
        line.device.code,
        short(line.device.code),
        make_of(line.device, texts),
        day(line.noticed_at),
        line.place or translate("Stocktake", "not known"),
        state,
        tone,
    )


def _state(line: MissingLine) -> tuple[str, Tone]:
    if line.outcome is not None:
        return translate("Stocktake", "given up"), Tone.PLAIN
    if line.sighted is not None:
        return translate("Stocktake", "seen again"), Tone.GOOD
    if not line.bears_data:
        return translate("Stocktake", "no data"), Tone.ATTENTION
    if not line.told:
        return translate("Stocktake", "has data, tell"), Tone.STOP
    return translate("Stocktake", "has data, told"), Tone.STOP


def missing_view(line: MissingLine, texts: Texts) -> MissingView:
    """Return the right side for a missing device."""
    unknown = translate("Stocktake", "not known")
    facts = [
        Fact(translate("Stocktake", "Serial number"), line.device.serial, code=True),
        Fact(translate("Stocktake", "Noticed"), moment(line.noticed_at)),
        Fact(translate("Stocktake", "What happened"), line.circumstances),
        Fact(translate("Stocktake", "Last known place"), line.place or unknown),
    ]
    if line.sighted and line.sighted_at:
        facts.append(
            Fact(
                translate("Stocktake", "Seen again"), f"{line.sighted} · {moment(line.sighted_at)}"
            )
        )
    if line.told and line.told_at:
        facts.append(Fact(translate("Stocktake", "Told"), f"{line.told} · {moment(line.told_at)}"))
    if line.closed_at is not None:
        facts.append(Fact(translate("Stocktake", "Given up"), moment(line.closed_at)))
    answer, why = _next(line)
    return MissingView(
        short(line.device.code),
        make_of(line.device, texts),
        _state(line)[1],
        answer,
        why,
        tuple(fact for fact in facts if fact.value),
    )


def _next(line: MissingLine) -> tuple[str, str]:
    """Return what to do next about a missing device, and why."""
    if line.outcome is not None:
        return (
            translate("Stocktake", "Given up as lost."),
            translate("Stocktake", "If it turns up, it is wiped and graded anew."),
        )
    if line.sighted is not None:
        return (
            translate("Stocktake", "A counting met it."),
            translate("Stocktake", "Fetch it and record it as found."),
        )
    if not line.bears_data:
        return (
            translate("Stocktake", "It holds no data."),
            translate("Stocktake", "One supervisor can close it."),
        )
    if not line.told:
        return (
            translate("Stocktake", "It holds data. Tell now."),
            translate("Stocktake", "Tell who answers for data protection, and record it."),
        )
    return (
        translate("Stocktake", "It holds data."),
        translate("Stocktake", "Two supervisors close it: found or lost."),
    )
