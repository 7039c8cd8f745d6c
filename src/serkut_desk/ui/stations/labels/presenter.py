"""The label queue: fetches it, prints it beside the window, changes printers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.printers import Printer, PrinterKind, Printers
from serkut_desk.stations.labels.commands import (
    CancelLabel,
    ChangePrinter,
    ReprintLabel,
)
from serkut_desk.ui.opening import open_path
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.labels.printing import PrintReport, Roll
    from serkut_desk.stations.labels.queries import WaitingLabel
    from serkut_desk.ui.hands import Hands

Queue = tuple["tuple[WaitingLabel, ...]", Printers]


class LabelsPresenter(QObject):
    """Between the panel and the station.

    Args:
        hands: Carries out.
    """

    listed = Signal(object)
    """What waits and the printers."""
    failed = Signal(object)
    said = Signal(object)
    printing = Signal(bool)
    """Whether a run of the queue is under way."""
    done = Signal()
    refused = Signal(str)

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands

    def load(self) -> None:
        """Fetch what waits."""
        self._hands.ask(_queue, self.listed.emit, self.failed.emit)

    def why(self, label: WaitingLabel) -> str:
        """Return in one sentence why a label waits."""
        if label.why is None:
            return self.tr("not printed yet")
        said = self._hands.texts.failure(KnownFailure(label.why, **label.facts))
        return said["what"]

    def print_waiting(self) -> None:
        """Print everything that waits."""
        self.printing.emit(True)  # noqa: FBT003 - the signal's value
        desk, session = self._hands.place.desk, self._hands.session
        language = self._hands.language

        def run() -> PrintReport:
            from serkut_desk.stations.labels.printing import print_waiting  # noqa: PLC0415 - loads reportlab
            from serkut_desk.ui.system_printer import print_on_system  # noqa: PLC0415 - as above

            return print_waiting(desk, session, system=print_on_system, language=language)

        self._hands.work(run, self._printed, self._failed_run)

    def print_roll(self, told: Mapping[str, str]) -> None:
        """Print labels ahead."""
        try:
            count = int(told["count"])
        except ValueError:
            self.refused.emit(self.tr("Write a number."))
            return
        language = self._hands.language

        def run(desk: Desk, session: Session | None) -> Roll:
            from serkut_desk.stations.labels.printing import print_roll  # noqa: PLC0415 - loads reportlab

            return print_roll(desk, session, count, language=language)

        self._hands.ask(run, self._rolled, self._form_failed)

    def print_cards(self, told: Mapping[str, str]) -> None:
        """Write the command cards for the wall and open them."""
        language, size = self._hands.language, told["size"]

        def run(desk: Desk, session: Session | None) -> Path:
            from serkut_desk.stations.labels.printing import print_cards  # noqa: PLC0415 - loads reportlab

            return print_cards(desk, session, size=size, language=language)

        self._hands.ask(run, self._carded, self._form_failed)

    def cancel(self, job: int) -> None:
        """Take a label out of the queue."""
        self._hands.submit(
            CancelLabel(job), lambda _done: self.load(), changes=lambda _done: _changed(job)
        )

    def reprint(self, told: Mapping[str, str]) -> None:
        """Queue a label once more."""
        self._hands.submit(
            ReprintLabel(told["code"], told["reason"]),
            self._queued,
            self._form_failed,
            lambda _job: Changes(labels=frozenset({told["code"]}), journal=True),
        )

    def change_printer(self, told: Mapping[str, str]) -> None:
        """Add a printer, or change it; labels go to it from now on."""
        kind = PrinterKind(told["kind"])
        try:
            printer = Printer(
                name="pdf" if kind is PrinterKind.PDF else told["name"],
                kind=kind,
                host=told["host"] if kind is PrinterKind.NETWORK else "",
                port=int(told["port"] or 9100),
                dpi=int(told["dpi"]),
                may_be_silent=told["silent"] == "yes",
            )
        except ValueError:
            self.refused.emit(self.tr("The port is a number, usually 9100."))
            return
        self._hands.submit(ChangePrinter(printer), self._printers, self._form_failed, _all_changed)

    def _printed(self, report: PrintReport) -> None:
        self.printing.emit(False)  # noqa: FBT003 - the signal's value
        codes = frozenset(one.code for one in report.printed)
        self._hands.changes.announce(Changes(labels=codes, journal=bool(codes)))
        if report.held:
            held = report.held[0]
            self.said.emit(self._hands.notice(KnownFailure(held.code, **held.facts)))
        elif report.printed:
            done = self.tr("%n labels printed", "", len(report.printed))
            old = [one.code for one in report.printed if one.replaces]
            taken = self.tr("Take the old label off: {0}").replace("{0}", ", ".join(old))
            self.said.emit(Notice(Tone.GOOD, done, taken if old else ""))
            folder = next((one.path.parent for one in report.printed if one.path), None)
            if folder is not None:
                open_path(folder)
        else:
            self.said.emit(Notice(Tone.INFO, self.tr("No labels wait")))
        self.load()

    def _failed_run(self, failure: KnownFailure) -> None:
        self.printing.emit(False)  # noqa: FBT003 - the signal's value
        self.said.emit(self._hands.notice(failure))
        self.load()

    def _rolled(self, roll: Roll) -> None:
        open_path(roll.path)
        count = self.tr("%n labels for the roll", "", len(roll.codes))
        self.said.emit(Notice(Tone.GOOD, count, str(roll.path)))
        self.done.emit()
        self._hands.changes.announce(Changes(journal=True))

    def _carded(self, path: Path) -> None:
        open_path(path)
        self.said.emit(Notice(Tone.GOOD, self.tr("The command cards are ready"), str(path)))
        self.done.emit()

    def _queued(self, _job: int) -> None:
        self.done.emit()
        self.print_waiting()

    def _printers(self, printers: Printers) -> None:
        sentence = self.tr("Labels go to {0} now").replace("{0}", printers.default)
        self.said.emit(Notice(Tone.GOOD, sentence))
        self.done.emit()
        self.load()

    def _form_failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        self.refused.emit(f"{said['what']} {said['why']} {said['next']}")


def _queue(desk: Desk, session: Session | None) -> Queue:
    from serkut_desk.stations.labels import queries  # noqa: PLC0415 - not before first paint

    return queries.waiting(desk, session), queries.printers(desk, session)


def _changed(job: int) -> Changes:
    return Changes(labels=frozenset({str(job)}), journal=True)


def _all_changed(printers: Printers) -> Changes:
    return Changes(labels=frozenset({printers.default}), journal=True)
