"""What can be done about one row of the wiping screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.codes import short
from serkut_desk.domain.media import SOLDERED_KINDS, MediumKind
from serkut_desk.domain.next_steps import Step
from serkut_desk.stations.wiping.queries import Situation
from serkut_desk.ui.panel import Action
from serkut_desk.ui.stations.wiping import wording
from serkut_desk.ui.stations.wiping.decided_words import FAILING, decided_step
from serkut_desk.ui.stations.wiping.memory_words import memory_words

if TYPE_CHECKING:
    from serkut_desk.stations.wiping.queries import WaitingRow
    from serkut_desk.ui.stations.wiping.presenter import WipingPresenter
    from serkut_desk.ui.stations.wiping.questions import Questions

_NO_MEDIA = frozenset({Situation.MEDIA_UNKNOWN, Situation.NONE_SECOND})
_UNCLEAR = frozenset({Situation.CONTRADICTION, Situation.TO_REVIEW})
_OUT = frozenset({Step.REMOVE, Step.DESTROY})
_UNPROVEN = _UNCLEAR | {Situation.TO_WIPE, Situation.FAILED, Situation.NOT_ENOUGH}


class RowActions(QObject):
    """Makes the buttons of the right side.

    Args:
        questions: Asks what is missing.
        presenter: Carries out.
    """

    def __init__(self, questions: Questions, presenter: WipingPresenter) -> None:
        super().__init__(questions)
        self._questions = questions
        self._presenter = presenter

    def of(self, row: WaitingRow, *, decides: bool) -> tuple[Action, ...]:
        """Return what can be done; `decides` tells whether the person decides what is doubtful."""
        if row.elsewhere:
            return (self._withdraw(row.device),) if row.device and decides else ()
        if row.device and row.situation in _NO_MEDIA:
            return self._of_bare_device(row.device, row.device_type)
        if row.situation is Situation.PROPOSED and row.medium_id is not None:
            return self._of_proposed(row, row.medium_id, decides=decides)
        if row.medium_id is None and row.run is not None:
            return self._of_drive(row, decides=decides)
        if row.situation is Situation.DONE:
            back = (self._withdraw(row.device),) if row.device and decides else ()
            return (*self._of_loose(row), *back)
        return self._of_medium(row, decides=decides) if row.medium_id is not None else ()

    def _of_bare_device(self, device: str, device_type: str) -> tuple[Action, ...]:
        scan = partial(self._questions.scan_medium, device, device_type)
        none = partial(self._questions.none_inside, device)
        return (
            Action(memory_words(device_type).add, scan, "F2", "plus", main=True),
            Action(self.tr("No disk inside"), none, "F7", "ban"),
        )

    def _of_proposed(self, row: WaitingRow, medium: int, *, decides: bool) -> tuple[Action, ...]:
        accept = partial(self._questions.accept, row)
        found = [Action(self.tr("It is in the device"), accept, "F8", "check", main=True)]
        if decides:
            reject = partial(
                self._questions.reason,
                self.tr("The drive is not in the device"),
                self.tr("Its report is set aside."),
                self.tr("Reject the drive"),
                partial(self._presenter.reject, medium),
            )
            found.append(Action(self.tr("It is not"), reject, "F7", "x"))
        return tuple(found)

    def _of_drive(self, row: WaitingRow, *, decides: bool) -> tuple[Action, ...]:
        reason = "" if decides else self.tr("A supervisor decides this.")
        whose = Action(
            self.tr("Which device's disk?"),
            partial(self._questions.whose, row),
            "F8",
            "circle-question-mark",
            enabled=decides,
            reason=reason,
            main=True,
        )
        return (whose, *self._set_aside(row, decides=decides))

    def _of_medium(self, row: WaitingRow, *, decides: bool) -> tuple[Action, ...]:
        asks = self._questions
        found: list[Action] = []
        if row.situation is Situation.PERFORMER_UNKNOWN:
            who = partial(asks.performer, row)
            found.append(Action(self.tr("Who did it?"), who, "F8", "user-round", main=True))
        if row.situation is Situation.SERIAL_UNCERTAIN:
            read = partial(asks.confirm_serial, row)
            found.append(Action(self.tr("Read the serial"), read, "F8", "scan-barcode", main=True))
        if wording.told_kind(row) and decides:
            kind = partial(asks.confirm_kind, row)
            found.append(Action(self.tr("Confirm the kind"), kind, "F3", "eye"))
        step = decided_step(row)
        if row.situation in FAILING and decides and step is None:
            onward = partial(asks.next_step, row)
            found.append(Action(self.tr("What now?"), onward, "F8", "arrow-right", main=True))
        if row.situation in _UNCLEAR:
            found += self._set_aside(row, decides=decides)
        if row.situation in _UNPROVEN:
            by_hand, destroyed = partial(asks.record, row), partial(asks.destroy, row)
            if decides or row.kind is MediumKind.PHONE:
                found.append(Action(self.tr("Record by hand"), by_hand, "F6", "pencil"))
            main = step is Step.DESTROY and (row.removed or row.kind in SOLDERED_KINDS)
            found.append(Action(self.tr("Destroy"), destroyed, "F11", "hammer", main=main))
        if not row.removed:
            out = partial(asks.remove, row)
            key = "" if any(one.key == "F7" for one in found) else "F7"
            main = step in _OUT and row.kind not in SOLDERED_KINDS
            found.append(Action(self.tr("Taken out"), out, key, "log-out", main=main))
        # What was decided comes first; deciding otherwise stays possible.
        found.sort(key=lambda one: not one.main)
        if step is not None and decides:
            anew = partial(asks.next_step, row)
            found.append(Action(self.tr("Decide anew"), anew, "F8", "rotate-ccw"))
        return (*found, *self._of_loose(row))

    def _of_loose(self, row: WaitingRow) -> tuple[Action, ...]:
        """Return what can be done with a medium that was taken out, and with a proven one."""
        medium, found = row.medium_id, list[Action]()
        if medium is None:
            return ()
        if row.removed and row.wiped:
            stock = partial(self._presenter.stock, medium)
            found.append(Action(self.tr("Make it a spare part"), stock, "F8", "puzzle", main=True))
        if row.removed:
            place = partial(self._questions.place, row)
            key = "F3" if row.wiped else ""
            found.append(Action(self.tr("Where it lies"), place, key, "map-pin"))
        if row.wiped:
            used = partial(
                self._questions.reason,
                self.tr("It was used for something else"),
                self.tr("It is wiped anew, and its device approved anew."),
                self.tr("It was used"),
                partial(self._presenter.used, medium),
            )
            found.append(Action(self.tr("Used for something else"), used, icon="rotate-ccw"))
        return tuple(found)

    def _set_aside(self, row: WaitingRow, *, decides: bool) -> tuple[Action, ...]:
        if not decides or row.run is None:
            return ()
        ask = partial(
            self._questions.reason,
            self.tr("Set the report aside"),
            self.tr("It stays in the records, with your name, and counts no more."),
            self.tr("Set aside"),
            partial(self._presenter.set_aside, row.run),
        )
        return (Action(self.tr("Set the report aside"), ask, "F7", "archive"),)

    def _withdraw(self, device: str) -> Action:
        ask = partial(
            self._questions.reason,
            self.tr("Take the approval of {0} back").replace("{0}", short(device)),
            self.tr("The device waits again. Its certificate stops to hold."),
            self.tr("Take it back"),
            partial(self._presenter.withdraw_approval, device),
        )
        return Action(self.tr("Take the approval back"), ask, "F7", "undo-2")
