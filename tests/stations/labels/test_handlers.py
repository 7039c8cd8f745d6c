from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from factories import make_device, make_lot
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.printers import Printer, PrinterKind
from serkut_desk.stations.labels import queries
from serkut_desk.stations.labels.commands import (
    CancelLabel,
    ChangePrinter,
    RemovePrinter,
    ReprintLabel,
    TakeRollCodes,
)

if TYPE_CHECKING:
    from kit import Workshop

ZEBRA = Printer("zebra", PrinterKind.NETWORK, "127.0.0.1", 9100, 203)


def test_a_reprint_needs_a_reason_and_is_in_the_journal(workshop: Workshop) -> None:
    device = make_device(workshop)
    with pytest.raises(Misused, match="text_missing"):
        workshop.desk.do(workshop.worker, ReprintLabel(device.code, " "))
    job = workshop.desk.do(workshop.worker, ReprintLabel(device.code, "tarra repesi"))
    (waiting,) = queries.waiting(workshop.desk, workshop.worker)
    assert (waiting.job, waiting.code, waiting.replaces, waiting.why) == (
        job,
        device.code,
        True,
        None,
    )
    with workshop.desk.database.reading() as work:
        assert work.journal.about(device.code)[-1].tag == "label:labels:queued"


def test_lots_and_places_have_labels_too_but_not_what_nobody_knows(workshop: Workshop) -> None:
    lot = make_lot(workshop, "Kallion kirjasto")
    workshop.desk.do(workshop.worker, ReprintLabel(lot.code, "uusi häkki"))
    (waiting,) = queries.waiting(workshop.desk, workshop.worker)
    assert waiting.data["sender"] == "Kallion kirjasto"
    for code in (make_code(CodeKind.DEVICE, 99), make_code(CodeKind.BADGE, 1), "SD1", ""):
        with pytest.raises(Refused, match="label_thing_unknown"):
            workshop.desk.do(workshop.worker, ReprintLabel(code, "x"))


def test_a_cancelled_label_is_gone_once(workshop: Workshop) -> None:
    job = workshop.desk.do(
        workshop.worker, ReprintLabel(make_device(workshop).code, "tarra repesi")
    )
    workshop.desk.do(workshop.worker, CancelLabel(job))
    assert queries.waiting(workshop.desk, workshop.worker) == ()
    with pytest.raises(Refused, match="label_done"):
        workshop.desk.do(workshop.worker, CancelLabel(job))
    with pytest.raises(Refused, match="label_job_unknown"):
        workshop.desk.do(workshop.worker, CancelLabel(job + 1))


def test_labels_follow_the_default_printer(workshop: Workshop) -> None:
    workshop.desk.do(workshop.first, ChangePrinter(ZEBRA))
    workshop.desk.do(workshop.worker, ReprintLabel(make_device(workshop).code, "tarra repesi"))
    (waiting,) = queries.waiting(workshop.desk, workshop.worker)
    assert waiting.printer == "zebra"
    workshop.desk.do(workshop.first, RemovePrinter("zebra"))
    (waiting,) = queries.waiting(workshop.desk, workshop.worker)
    assert waiting.printer == "pdf"
    assert queries.printers(workshop.desk, workshop.worker).default == "pdf"


def test_printers_are_a_supervisors_matter_and_must_make_sense(workshop: Workshop) -> None:
    desk = workshop.desk
    with pytest.raises(Refused, match="not_permitted"):
        desk.do(workshop.worker, ChangePrinter(ZEBRA))
    with pytest.raises(Misused, match="printer_dpi"):
        desk.do(workshop.first, ChangePrinter(Printer("x", PrinterKind.SYSTEM, dpi=72)))
    with pytest.raises(Misused, match="printer_address"):
        desk.do(workshop.first, ChangePrinter(Printer("x", PrinterKind.NETWORK)))
    with pytest.raises(Refused, match="printer_stays"):
        desk.do(workshop.first, RemovePrinter("pdf"))
    with pytest.raises(Refused, match="printer_stays"):
        desk.do(workshop.first, ChangePrinter(Printer("pdf", PrinterKind.SYSTEM)))
    with pytest.raises(Refused, match="printer_unknown"):
        desk.do(workshop.first, RemovePrinter("zebra"))


def test_codes_of_a_roll_are_never_given_to_anything_else(workshop: Workshop) -> None:
    codes = workshop.desk.do(workshop.worker, TakeRollCodes(3))
    assert make_device(workshop).code not in codes
    with closing(sqlite3.connect(workshop.desk.folder.database)) as raw:
        assert {code for (code,) in raw.execute("SELECT code FROM roll_code")} == set(codes)
    for count in (0, 501):
        with pytest.raises(Misused, match="roll_count"):
            workshop.desk.do(workshop.worker, TakeRollCodes(count))
