"""Turns what the station answers into words for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.quarantine import QuarantineStep
from serkut_desk.ui.device_words import moment, name_of
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.stations.quarantine.views import HeldView, QueueRow, ReasonView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.stations.quarantine.queries import QueueLine, ReasonLine
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

_TONES = {
    QuarantineStep.REQUEST: Tone.ATTENTION,
    QuarantineStep.WAIT: Tone.INFO,
    QuarantineStep.FREE: Tone.GOOD,
    QuarantineStep.FREE_BY_TWO: Tone.GOOD,
    QuarantineStep.DISMANTLE: Tone.ATTENTION,
    QuarantineStep.DECIDE: Tone.ATTENTION,
    QuarantineStep.AUTHORITIES: Tone.STOP,
}


def day(at: datetime) -> str:
    """Return `21.11.2026` in Finnish time."""
    here = local(at)
    return f"{here.day}.{here.month}.{here.year}"


def days_between(since: datetime, now: datetime) -> int:
    """Return how many Finnish days lie between."""
    return (local(now).date() - local(since).date()).days


def _waited(since: datetime, now: datetime, texts: Texts) -> str:
    days = days_between(since, now)
    if days == 0:
        return translate("Quarantine", "today")
    return texts.say("quarantine.days", days=days)


def queue_row(line: QueueLine, now: datetime, texts: Texts) -> QueueRow:
    """Return a row of the queue."""
    why = (texts.say(f"lock.short.{one.lock.value}") for one in line.reasons)
    return QueueRow(
        device=line.code,
        short=short(line.code),
        make=name_of(line.manufacturer, line.model, texts.say(f"type.{line.type}")),
        why=", ".join(why),
        donor=line.donor,
        since=_waited(line.since, now, texts),
        step=texts.say(f"quarantine.step.short.{line.step.value}"),
        tone=_TONES[line.step],
    )


def held_view(line: QueueLine, now: datetime, texts: Texts) -> HeldView:
    """Return the right side for a device."""
    facts = (
        Fact(translate("Quarantine", "Serial number"), line.serial, code=True),
        Fact(translate("Quarantine", "Donor"), line.donor),
        Fact(translate("Quarantine", "Lot"), short(line.lot)),
        Fact(translate("Quarantine", "Place"), line.place or translate("Quarantine", "not known")),
        Fact(translate("Quarantine", "In quarantine"), _since(line.since, now, texts)),
    )
    return HeldView(
        title=short(line.code),
        subtitle=name_of(line.manufacturer, line.model, texts.say(f"type.{line.type}")),
        tone=_TONES[line.step],
        answer=texts.say(f"quarantine.step.{line.step.value}"),
        why=_why(line, now, texts),
        facts=tuple(fact for fact in facts if fact.value),
        reasons=tuple(_reason(one, texts) for one in line.reasons),
    )


def _since(at: datetime, now: datetime, texts: Texts) -> str:
    return f"{day(at)} · {_waited(at, now, texts)}"


def _why(line: QueueLine, now: datetime, texts: Texts) -> str:
    """Return why this is the next step."""
    waiting = line.waiting_since
    if line.step is QuarantineStep.WAIT and waiting is not None:
        said = translate("Quarantine", "The donor was asked: {0}.")
        return said.replace("{0}", _since(waiting, now, texts))
    why = {
        QuarantineStep.REQUEST: translate("Quarantine", "The donor was not asked yet."),
        QuarantineStep.FREE: translate(
            "Quarantine", "The donor released it. Afterwards it is tested again."
        ),
        QuarantineStep.FREE_BY_TWO: translate(
            "Quarantine", "It was released. A second supervisor confirms."
        ),
        QuarantineStep.DISMANTLE: translate("Quarantine", "The donor does not release it."),
        QuarantineStep.DECIDE: translate("Quarantine", "The donor does not know either."),
        QuarantineStep.AUTHORITIES: translate(
            "Quarantine", "It may be stolen and was not released. Nothing is done with it."
        ),
    }
    return why.get(line.step, "")


def _reason(one: ReasonLine, texts: Texts) -> ReasonView:
    facts = [Fact(translate("Quarantine", "Found"), moment(one.found_at))]
    if one.note:
        facts.append(Fact(translate("Quarantine", "Note"), one.note))
    if one.request and one.requested_at:
        asked = f"{one.request} · {day(one.requested_at)}"
        facts.append(Fact(translate("Quarantine", "Request"), asked))
    if one.answer and one.answered_at:
        said = texts.say(f"quarantine.answer.{one.answer.value}")
        facts.append(Fact(translate("Quarantine", "Answer"), f"{said} · {day(one.answered_at)}"))
    if one.answer_note:
        facts.append(Fact(translate("Quarantine", "From whom"), one.answer_note))
    return ReasonView(texts.say(f"lock.{one.lock.value}"), tuple(facts))
