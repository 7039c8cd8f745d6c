"""Runs the queue of labels: outside any transaction, and nothing waits for it.

A label stays in the queue until its printer took it. A crash between printing and remembering
prints it once more, which does no harm: both labels are the same. A printer that does not print
holds all its labels with the reason until the next run.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.errors import KnownFailure, Unavailable
from serkut_desk.domain.labels import blank_roll
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.printers import PrinterKind
from serkut_desk.printing import network, zpl
from serkut_desk.records.files import write_synced
from serkut_desk.stations import labelling
from serkut_desk.stations.labels.commands import LabelPrinted, LabelsHeld, TakeRollCodes
from serkut_desk.texts import DEFAULT, Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from serkut_desk.domain.labels import Label
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.printers import Printer
    from serkut_desk.records.labels import LabelJob
    from serkut_desk.stations.desk import Desk

    # Prints a PDF of one label on the system's printer of this name; raises `Unavailable`.
    SystemPrinter = Callable[[Printer, bytes], None]

# Two runs at once would print every label twice.
_RUNNING = Lock()


@dataclass(frozen=True, slots=True)
class Printed:
    """A label that came out; `replaces` asks for the old one, `path` is the PDF if it is one."""

    job: int
    code: str
    printer: str
    replaces: bool
    path: Path | None


@dataclass(frozen=True, slots=True)
class Held:
    """Labels that wait for a printer, and why."""

    printer: str
    jobs: tuple[int, ...]
    code: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PrintReport:
    """What one run of the queue did."""

    printed: tuple[Printed, ...]
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Roll:
    """Labels printed ahead: their codes, and the PDF with one label a page."""

    codes: tuple[str, ...]
    path: Path


def print_waiting(
    desk: Desk,
    session: Session | None,
    *,
    system: SystemPrinter | None = None,
    language: str = DEFAULT,
) -> PrintReport:
    """Print everything that waits; safe to call at any time and from any thread.

    Args:
        desk: The workshop.
        session: Who prints.
        system: Prints on a system printer; None where there is no window.
        language: Of the words on the labels.

    Raises:
        Refused: The person may not print. A printer's failure is in the report instead.
    """
    with _RUNNING:
        with desk.reading(session, Permission.LABELS) as work:
            waiting = work.labels.waiting()
            printers = labelling.printers_of(work)
        printed: list[Printed] = []
        held: list[Held] = []
        texts = Texts(language)
        for name in dict.fromkeys(job.printer for job in waiting):
            jobs = [job for job in waiting if job.printer == name]
            line = _Line(desk, session, printers.named(name), texts, system)
            trouble = line.run(jobs, printed)
            if trouble is not None:
                held.append(trouble)
    return PrintReport(tuple(printed), tuple(held))


def print_roll(desk: Desk, session: Session | None, count: int, *, language: str = DEFAULT) -> Roll:
    """Take codes and write the PDF of their labels.

    The codes are taken first and for good: a roll that is lost costs numbers, a roll that is
    printed twice would give two devices one code.
    """
    codes = desk.do(session, TakeRollCodes(count))
    path = desk.folder.papers / "labels" / f"roll-{codes[0]}-{count}.pdf"
    write_synced(path, _pdf(desk, blank_roll(codes), Texts(language), None))
    return Roll(codes, path)


def print_cards(
    desk: Desk, session: Session | None, *, size: str = "a4", language: str = DEFAULT
) -> Path:
    """Write the PDF of the command cards for the wall, STOP among them, and return its path.

    Args:
        desk: The workshop.
        session: Who prints.
        size: The paper, `a4` or `a3`.
        language: The large one on the cards.
    """
    from serkut_desk.documents.command_sheet import (  # noqa: PLC0415 - loads reportlab
        SheetSize,
        command_sheet_pdf,
    )

    with desk.reading(session, Permission.LABELS) as work:
        workshop = str(work.house.get("workshop", {}).get("name", ""))
    paper = SheetSize(size)
    name = f"command-cards-{language}.pdf"
    if paper is not SheetSize.A4:
        name = f"command-cards-{language}-{paper.value}.pdf"
    path = desk.folder.papers / "labels" / name
    write_synced(path, command_sheet_pdf(Texts(language), size=paper, author=workshop))
    return path


@dataclass(frozen=True, slots=True)
class _Line:
    """One printer in one run."""

    desk: Desk
    session: Session | None
    printer: Printer | None
    texts: Texts
    system: SystemPrinter | None

    def run(self, jobs: list[LabelJob], printed: list[Printed]) -> Held | None:
        """Print jobs in order; on the first failure hold it and all after it."""
        for place, job in enumerate(jobs):
            try:
                path = self._print(job)
            except KnownFailure as failure:
                left = tuple(one.id for one in jobs[place:])
                known = {name: str(value) for name, value in failure.facts.items()}
                self.desk.do(self.session, LabelsHeld(left, failure.code, known))
                return Held(job.printer, left, failure.code, known)
            self.desk.do(self.session, LabelPrinted(job.id))
            printed.append(Printed(job.id, job.code, job.printer, job.replaces, path))
        return None

    def _print(self, job: LabelJob) -> Path | None:
        printer = self.printer
        if printer is None:
            raise Unavailable("printer_unknown", printer=job.printer)
        label = labelling.label_of(job.data, self.texts)
        if printer.kind is PrinterKind.NETWORK:
            address = network.NetworkPrinter(printer.host, printer.port, printer.may_be_silent)
            network.send(address, zpl.label_zpl(label, dpi=printer.dpi))
            return None
        pdf = _pdf(self.desk, (label,), self.texts, printer.dpi)
        if printer.kind is PrinterKind.SYSTEM:
            if self.system is None:
                raise Unavailable("printer_needs_window", printer=printer.name)
            self.system(printer, pdf)
            return None
        path = self.desk.folder.papers / "labels" / f"{job.code}-{job.id}.pdf"
        write_synced(path, pdf)
        return path


def _pdf(desk: Desk, labels: Iterable[Label], texts: Texts, dpi: int | None) -> bytes:
    from serkut_desk.documents import label  # noqa: PLC0415 - the PDF library is slow to load

    with desk.database.reading() as work:
        author = work.house.get("workshop", {}).get("name", "")
    return label.labels_pdf(labels, texts, dpi=dpi or label.DEFAULT_DPI, author=author)
