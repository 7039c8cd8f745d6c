"""What the home view shows, in words; made from what the records say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain import codes
from serkut_desk.domain.clock import local
from serkut_desk.domain.queues import QUEUES, ROWS, Queue
from serkut_desk.ui.parts.pictures import PictureName
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.stations.queues import QueueLine
    from serkut_desk.texts import Texts
    from serkut_desk.ui.panel import PersonView

IN = (Queue.LOTS, Queue.DECLARE, Queue.WIPE, Queue.REVIEW, Queue.APPROVE, Queue.CERTIFY)
OUT = (
    Queue.GRADE,
    Queue.DECIDE,
    Queue.INSTALL,
    Queue.SHELF,
    Queue.BASKETS,
    Queue.RETURNS,
    Queue.REPAIR,
    Queue.TO_TEST,
    Queue.DISMANTLE,
    Queue.WANTS,
    Queue.CONTAINERS,
    Queue.LABELS,
)
KEYS = ("F2", "F3", "F5", "F6", "F7", "F8")
"""F-keys of the first queues: F4 is STOP and F9 takes back, on every screen."""
FEEDBACK_KEY = "F11"
MAKER_KEYS = (*KEYS, "F10", "F11")
"""Of those who read no feedback and save nothing here."""
BEGIN = {
    Queue.LOTS: PictureName.DELIVERY,
    Queue.DECLARE: PictureName.DISK,
    Queue.WIPE: PictureName.USB_REPORTS,
    Queue.GRADE: PictureName.LAPTOP_UNDERSIDE,
    Queue.REPAIR: PictureName.REPAIR,
    Queue.DISMANTLE: PictureName.TAKE_APART,
    Queue.INSTALL: PictureName.INSTALL,
    Queue.LABELS: PictureName.NEW_LABEL,
}
"""What makers begin with, and its picture."""
_GRAVE = frozenset({Queue.HAZARD, Queue.MISSING, Queue.FAILED})


@dataclass(frozen=True, slots=True)
class QueueView:
    """One queue in words: its name, how many wait, and what has waited longest."""

    queue: Queue
    name: str
    count: int
    oldest: str


@dataclass(frozen=True, slots=True)
class StuckView:
    """One thing that does not go on by itself.

    Args:
        queue: Where it is settled.
        tone: How grave it is.
        name: What it is.
        count: How many.
        why: Why it stands still, and what helps.
        oldest: What has stood still longest, and since when.
    """

    queue: Queue
    tone: Tone
    name: str
    count: int
    why: str
    oldest: str


def may(queue: Queue, person: PersonView | None) -> bool:
    """Tell whether somebody sees a queue: who works on it, and who only looks at everything."""
    if person is None:
        return False
    return "audit" in person.permissions or not ROWS[queue].needs.isdisjoint(person.permissions)


def queue_view(line: QueueLine, texts: Texts) -> QueueView:
    """Return a queue for who works on everything."""
    return QueueView(line.queue, texts.say(f"queue.{line.queue.value}"), line.count, _oldest(line))


def begin_view(line: QueueLine, texts: Texts) -> QueueView:
    """Return a queue for makers: what to do, and where the first one lies."""
    name = texts.say(f"queue.{line.queue.value}.start")
    if not line.count:
        return QueueView(
            line.queue, name, 0, QCoreApplication.translate("Home", "Nothing waits now.")
        )
    words = QCoreApplication.translate("Home", "waits")
    if line.queue is Queue.LOTS:
        words = (
            line.name if line.count == 1 else QCoreApplication.translate("Home", "lots are open")
        )
    elif line.place:
        words = QCoreApplication.translate("Home", "wait. Begin here: {0}").replace(
            "{0}", line.place
        )
    return QueueView(line.queue, name, line.count, words)


def stuck_views(
    lines: tuple[QueueLine, ...], person: PersonView | None, texts: Texts
) -> tuple[StuckView, ...]:
    """Return what stands still, the gravest first."""
    found = {line.queue: line for line in lines}
    return tuple(
        StuckView(
            row.queue,
            Tone.STOP if row.queue in _GRAVE else Tone.ATTENTION,
            texts.say(f"queue.{row.queue.value}"),
            line.count,
            texts.say(f"queue.{row.queue.value}.why"),
            _since(line),
        )
        for row in QUEUES
        if row.stuck and may(row.queue, person)
        for line in [found[row.queue]]
        if line.count
    )


def day(at: datetime) -> str:
    """Return `21.11.2026` in Finnish time."""
    here = local(at)
    return f"{here.day}.{here.month}.{here.year}"


def _oldest(line: QueueLine) -> str:
    if not line.count or line.since is None:
        return ""
    here = local(line.since)
    what = codes.short(line.code) if line.code else ""
    said = ", ".join(filter(None, (what, f"{here.day}.{here.month}.")))
    if line.queue is Queue.EXPECTED:
        return QCoreApplication.translate("Home", "next {0}").replace("{0}", said)
    return QCoreApplication.translate("Home", "oldest {0}").replace("{0}", said)


def _since(line: QueueLine) -> str:
    what = " · ".join(
        filter(None, (codes.short(line.code) if line.code else "", line.name, line.place))
    )
    since = (
        QCoreApplication.translate("Home", "since {0}").replace("{0}", day(line.since))
        if line.since
        else ""
    )
    return ", ".join(filter(None, (what, since)))
