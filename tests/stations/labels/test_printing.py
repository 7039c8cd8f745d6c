from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factories import make_device
from printing.zebra import free_port, plugged_in
from serkut_desk.domain.errors import Refused, Unavailable
from serkut_desk.domain.printers import Printer, PrinterKind
from serkut_desk.stations.labels import printing, queries
from serkut_desk.stations.labels.commands import ChangePrinter, RemovePrinter, ReprintLabel

if TYPE_CHECKING:
    from kit import Workshop


def _queue(workshop: Workshop, count: int = 1) -> list[str]:
    codes = [make_device(workshop).code for _ in range(count)]
    for code in codes:
        workshop.desk.do(workshop.worker, ReprintLabel(code, "tarra repesi"))
    return codes


def test_pdf_labels_are_written_once(workshop: Workshop) -> None:
    (code,) = _queue(workshop)
    report = printing.print_waiting(workshop.desk, workshop.worker)
    (one,) = report.printed
    assert (one.code, one.replaces) == (code, True)
    assert one.path is not None
    assert one.path.parent == workshop.desk.folder.papers / "labels"
    assert one.path.read_bytes().startswith(b"%PDF")
    assert printing.print_waiting(workshop.desk, workshop.worker).printed == ()
    with workshop.desk.database.reading() as work:
        assert work.journal.about(code)[-1].tag == "label:labels:printed"


def test_a_printer_that_is_off_holds_every_label_until_it_is_on(workshop: Workshop) -> None:
    port = free_port()
    zebra = Printer("zebra", PrinterKind.NETWORK, "127.0.0.1", port, 203)
    workshop.desk.do(workshop.first, ChangePrinter(zebra))
    codes = _queue(workshop, 2)
    off = printing.print_waiting(workshop.desk, workshop.worker)
    assert off.printed == ()
    assert [(held.code, len(held.jobs)) for held in off.held] == [("printer_refuses", 2)]
    waiting = queries.waiting(workshop.desk, workshop.worker)
    assert [(job.code, job.why, job.attempts) for job in waiting] == [
        (code, "printer_refuses", 1) for code in codes
    ]
    # Nothing blocks the work.
    make_device(workshop)
    with plugged_in(port, 2) as printer:
        on = printing.print_waiting(workshop.desk, workshop.worker)
    assert [one.code for one in on.printed] == codes
    assert all(code.encode() in printer.got for code in codes)
    assert queries.waiting(workshop.desk, workshop.worker) == ()


def test_a_system_printer_needs_the_window_and_says_what_it_was_given(workshop: Workshop) -> None:
    workshop.desk.do(workshop.first, ChangePrinter(Printer("Dymo", PrinterKind.SYSTEM)))
    _queue(workshop)
    (held,) = printing.print_waiting(workshop.desk, workshop.worker).held
    assert held.code == "printer_needs_window"

    def out_of_paper(printer: Printer, _pdf: bytes) -> None:
        raise Unavailable("printer_out_of_paper", printer=printer.name)

    (held,) = printing.print_waiting(workshop.desk, workshop.worker, system=out_of_paper).held
    assert (held.code, held.facts) == ("printer_out_of_paper", {"printer": "Dymo"})
    seen: list[bytes] = []
    report = printing.print_waiting(
        workshop.desk, workshop.worker, system=lambda _printer, pdf: seen.append(pdf)
    )
    assert len(report.printed) == 1
    assert seen[0].startswith(b"%PDF")


def test_one_printers_trouble_does_not_hold_anothers_labels(workshop: Workshop) -> None:
    workshop.desk.do(workshop.first, ChangePrinter(Printer("Dymo", PrinterKind.SYSTEM)))
    _queue(workshop)
    paper = Printer("pdf", PrinterKind.PDF)
    with workshop.desk.database.work() as work:
        (job,) = work.labels.waiting()
        work.labels.change(job.id, printer="gone")
        work.commit()
    workshop.desk.do(workshop.first, ChangePrinter(paper))
    _queue(workshop)
    report = printing.print_waiting(workshop.desk, workshop.worker)
    assert [held.code for held in report.held] == ["printer_unknown"]
    assert len(report.printed) == 1
    workshop.desk.do(workshop.first, RemovePrinter("Dymo"))


def test_a_roll_is_one_pdf_of_new_codes(workshop: Workshop) -> None:
    roll = printing.print_roll(workshop.desk, workshop.worker, 2)
    assert len(roll.codes) == 2
    assert roll.path.read_bytes().startswith(b"%PDF")
    assert not set(roll.codes) & set(printing.print_roll(workshop.desk, workshop.worker, 2).codes)


def test_nobody_prints_without_a_badge(workshop: Workshop) -> None:
    with pytest.raises(Refused, match="nobody_signed_in"):
        printing.print_waiting(workshop.desk, None)
