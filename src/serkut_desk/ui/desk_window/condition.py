"""How the workshop stands, for the foot, the rail and the banner that stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from serkut_desk.domain.changes import Changes
from serkut_desk.texts import Texts
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.shell.places import Health
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.queues import QueueLine
    from serkut_desk.stations.upkeep.policy_follow import Followed
    from serkut_desk.ui.hands import Hands

LOOK_EVERY_MS = 60_000
_DATABASE = frozenset({"journal_unguarded", "journal_broken", "journal_cut"})


@dataclass(frozen=True, slots=True)
class Condition:
    """What was found.

    Args:
        notices: Code and graveness of each sentence `notice.<code>`, the gravest first.
        labels: How many labels wait.
        held: Code of why they wait, None when they only have not been printed yet.
        waiting: What waits in each queue.
    """

    notices: tuple[tuple[str, bool], ...]
    labels: int
    held: str | None
    waiting: tuple[QueueLine, ...]


def look(desk: Desk) -> Condition:
    """Look at everything; anybody may know it."""
    from serkut_desk.stations.labels.queries import queue_state  # noqa: PLC0415 - after first paint
    from serkut_desk.stations.queues import waiting  # noqa: PLC0415 - after first paint
    from serkut_desk.stations.upkeep import queries as upkeep  # noqa: PLC0415 - after first paint

    labels, held = queue_state(desk)
    return Condition(
        notices=tuple((one.code, one.grave) for one in upkeep.notices(desk)),
        labels=labels,
        held=held,
        waiting=waiting(desk),
    )


def _count(desk: Desk) -> tuple[QueueLine, ...]:
    from serkut_desk.stations.queues import waiting  # noqa: PLC0415 - after first paint

    return waiting(desk)


class FootWords(QObject):
    """Says in the window's language how things stand."""

    def health(self, found: Condition) -> tuple[Health, ...]:
        """Return what the foot says."""
        codes = {code for code, _grave in found.notices}
        database = Health("database", Tone.GOOD, self.tr("Database in order"))
        if codes & _DATABASE:
            database = Health("database", Tone.STOP, self.tr("Database is damaged"))
        printer = Health("printer", Tone.GOOD, self.tr("Label printer ready"))
        if found.held:
            waiting = self.tr("%n labels wait for the printer", "", found.labels)
            printer = Health("printer", Tone.ATTENTION, waiting)
        elif found.labels:
            waiting = self.tr("%n labels to print", "", found.labels)
            printer = Health("printer", Tone.GOOD, waiting)
        backup = Health("backup", Tone.GOOD, self.tr("Backup in order"))
        if "backup_folder_missing" in codes:
            backup = Health("backup", Tone.ATTENTION, self.tr("No backups are made"))
        elif "backup_late" in codes:
            backup = Health("backup", Tone.ATTENTION, self.tr("Backup is late"))
        return database, printer, backup


def standing(found: Condition, language: str) -> Notice | None:
    """Return what stays in view until it is put right; None when nothing is wrong."""
    if not found.notices:
        return None
    texts = Texts(language)
    first, *others = [texts.say(f"notice.{code}") for code, _grave in found.notices]
    grave = found.notices[0][1]
    return Notice(Tone.STOP if grave else Tone.ATTENTION, first, " ".join(others))


class Watch(QObject):
    """Looks again when something changed, and every minute.

    It also makes the daily backup and lets states follow the policy: whoever is at the desk need
    not think of it.

    Args:
        hands: Looks in the lane.
        parent: Its owner.
    """

    found = Signal(object)
    """A `Condition`."""
    counted = Signal(object)
    """Every `QueueLine`."""
    looked = Signal()
    """A minute has passed."""
    followed = Signal(object)
    """`Changes`: devices that stand otherwise since another version of the policy holds."""
    backup_made = Signal()
    backup_failed = Signal(object)
    """A `KnownFailure`."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._counting = self._again = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._minute)

    def start(self) -> None:
        """Look now and from now on."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look once."""
        place = self._hands.place
        job = self._hands.lane.submit(lambda: look(place.desk))
        job.done.connect(self.found)

    def count(self) -> None:
        """Count what waits, once for whatever changes while it is being counted."""
        if self._counting:
            self._again = True
            return
        self._counting = True
        place = self._hands.place
        job = self._hands.lane.submit(lambda: _count(place.desk))
        job.done.connect(self.counted)
        job.finished.connect(self._has_counted)

    def _has_counted(self) -> None:
        self._counting = False
        if self._again:
            self._again = False
            self.count()

    def make_backup_if_due(self) -> None:
        """Make today's backup when there is none yet."""
        place = self._hands.place

        def work() -> bool:
            from serkut_desk.stations.upkeep import handlers, queries  # noqa: PLC0415 - after first paint

            if not queries.backup_due(place.desk):
                return False
            handlers.make_daily_backup(place.desk)
            return True

        job = self._hands.lane.submit(work)
        job.done.connect(self._backed_up)
        job.failed.connect(self.backup_failed)

    def follow_policy(self) -> None:
        """Derive some devices by the policy that holds now, and the next ones after what waits."""
        place = self._hands.place

        def work() -> Followed:
            from serkut_desk.stations.upkeep import handlers  # noqa: PLC0415 - after first paint

            return handlers.follow_policy(place.desk)

        self._hands.lane.submit(work).done.connect(self._has_followed)

    def _has_followed(self, step: Followed) -> None:
        if step.devices:
            self.followed.emit(Changes(devices=frozenset(step.devices), journal=True))
        if step.more:
            self.follow_policy()

    def _minute(self) -> None:
        self.make_backup_if_due()
        self.follow_policy()
        self.look()
        self.looked.emit()

    def _backed_up(self, made: bool) -> None:  # noqa: FBT001 - a job's result
        if made:
            self.backup_made.emit()
            self.look()
