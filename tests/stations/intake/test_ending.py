"""The end of a lot: reasons, its papers, and what turns up later."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from openpyxl import load_workbook
from sqlalchemy import update

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.lot_papers import LotReceiptContent, ReconciliationContent
from serkut_desk.domain.lots import ExtraReason, MissingReason
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.records import schema
from serkut_desk.records.lot_check import check_lots
from serkut_desk.records.paper_check import check_papers
from serkut_desk.stations import papers
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.intake import lot_queries, queries, session
from serkut_desk.stations.intake.commands import CloseLot
from serkut_desk.stations.intake.effects import Say
from serkut_desk.stations.intake.lot_commands import (
    IssueLotReceipt,
    IssueReconciliation,
    LinkLate,
)
from serkut_desk.stations.intake.state import IntakeState
from serkut_desk.stations.intake.thing_commands import CountThings
from stations.intake.door import LIST, Door

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.papers import Content
    from serkut_desk.stations.intake.results import Closed, Received


def _extra(door: Door, serial: str = "ZZ1ABC34") -> Received:
    return door.receive(serial=serial, manufacturer="HP", type=DeviceType.LAPTOP)


def _close(door: Door, **values: object) -> Closed:
    given = {"others": MissingReason.COMES_LATER, "other_extras": ExtraReason.LIST_SHORT}
    command = CloseLot(lot=door.lot, **{**given, **values})  # type: ignore[arg-type]  # as given
    return door.workshop.desk.do(door.workshop.first, command)


def _content(workshop: Workshop, name: str) -> Content:
    with workshop.desk.database.reading() as work:
        return papers.content_of(papers.paper_named(work, name))


def _text(workshop: Workshop, name: str) -> str:
    pdf = papers.files_of(workshop.desk, workshop.first, name).pdf
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(page.get_textpage().get_text_range() for page in document)


def test_every_missing_and_every_extra_device_needs_its_reason(door: Door) -> None:
    door.receive("PF2ABC12")
    extra = _extra(door).device
    for values, code in (
        ({"reasons": {2: MissingReason.KEPT}}, "line_not_missing"),
        ({"reasons": {3: MissingReason.KEPT}, "others": None}, "missing_without_reason"),
        ({"other_extras": None}, "extra_without_reason"),
        ({"extras": {door.lot: ExtraReason.UNKNOWN}}, "device_not_extra"),
        ({"notes": {3: "soita 040 1234567"}}, "person_not_kept"),
    ):
        with pytest.raises(Refused, match=code):
            _close(door, **values)
    closed = _close(
        door,
        reasons={3: MissingReason.KEPT},
        notes={3: "jäi neuvotteluhuoneeseen"},
        extras={extra: ExtraReason.IN_PLACE_OF},
    )
    counts = closed.counts
    assert (counts.expected, counts.received, counts.extra, counts.missing) == (4, 2, 1, 3)
    seen = queries.show(door.workshop.desk, door.workshop.first, door.lot)
    assert {line.row: (line.missing_reason, line.missing_note) for line in seen.missing} == {
        3: ("kept", "jäi neuvotteluhuoneeseen"),
        4: ("comes_later", ""),
        5: ("comes_later", ""),
    }
    for act in (lambda: door.receive("5CG9421XYZ"), lambda: _close(door)):
        with pytest.raises(Refused, match="lot_closed"):
            act()
    content = _content(door.workshop, closed.receipt.name)
    assert isinstance(content, LotReceiptContent)
    assert [(one.device, one.reason) for one in content.extra] == [(extra, "in_place_of")]
    edits = (
        update(schema.lot_line)
        .where(schema.lot_line.c.row == 3)
        .values(missing_reason="not_found"),
        update(schema.lot_extra).values(reason="unknown"),
        update(schema.lot).values(state="open", closed_at=None, closed_by=None),
    )
    for edit in edits:
        with door.workshop.desk.database.work() as work:
            assert check_lots(work.connection) == ()
            work.connection.execute(edit)
            assert check_lots(work.connection), edit


def test_a_receipt_is_printed_at_any_moment_and_again_at_closing(door: Door) -> None:
    desk, first = door.workshop.desk, door.workshop.first
    one = door.receive("PF2ABC12")
    early = desk.do(first, IssueLotReceipt(lot=door.lot))
    assert (early.interim, early.replaces, early.paper.name) == (True, None, "VK-1")
    _extra(door)
    second = desk.do(first, IssueLotReceipt(lot=door.lot, language="en"))
    assert (second.replaces, second.paper.name) == ("VK-1", "VK-2")
    closed = _close(door)
    assert closed.receipt.name == "VK-3"
    last = _content(door.workshop, "VK-3")
    assert isinstance(last, LotReceiptContent)
    assert (last.received, last.expected, last.replaces) == (2, 4, "VK-2")
    assert last.closed_on is not None
    text = _text(door.workshop, "VK-1")
    for said in (one.device, "PF2ABC12", "HKI-0098213", "Väliaikainen", "Luovuttaja"):
        assert said in text, said
    assert "5CG9421XYZ" in text, "what has not come yet stands on it, too"
    assert "Korvaa paperin" in _text(door.workshop, "VK-3")
    with desk.database.reading() as work:
        assert check_papers(work.connection) == ()
    with pytest.raises(Refused, match="not_permitted"):
        desk.do(door.workshop.worker, IssueLotReceipt(lot=door.lot))


def test_what_turns_up_later_is_linked_and_reopens_nothing(door: Door) -> None:
    desk, first, worker = door.workshop.desk, door.workshop.first, door.workshop.worker
    with pytest.raises(Refused, match="lot_still_open"):
        desk.do(first, IssueReconciliation(lot=door.lot))
    _close(door)
    today = Door(door.workshop)
    again = LIST.replace(b"PF2ABC12", b"PF9ABC12")
    today.lot = today.open(sender="Toinen yksikkö", manifest=again).lot.code
    late = today.receive("5CG9421XYZ")
    assert late.late is not None
    assert (late.late.lot, late.late.row, late.row) == (door.lot, 3, 3)
    assert door.entries(door.lot)[-1] == "device:intake:received"
    said = [one.key for one in session.saved(IntakeState(), late)[1] if isinstance(one, Say)]
    assert said == ["intake.say.saved_late"]
    seen = queries.show(desk, worker, door.lot)
    assert (seen.lot.state, seen.counts.missing, seen.counts.received) == ("closed", 4, 0)
    (linked,) = lot_queries.late(desk, worker, door.lot)
    assert (linked.device, linked.row, linked.lot) == (late.device, 3, today.lot)
    # Another maker's device with the same number is another device.
    other = today.receive(serial="CN0XV9J7TV100", manufacturer="HP", type=DeviceType.MONITOR)
    assert other.late is None
    made = desk.do(first, IssueReconciliation(lot=door.lot))
    content = _content(door.workshop, made.paper.name)
    assert isinstance(content, ReconciliationContent)
    assert [(one.row, one.other_lot, one.device) for one in content.late] == [
        (3, today.lot, late.device)
    ]
    files = papers.files_of(desk, first, made.paper.name)
    assert files.sheet is not None
    page = load_workbook(io.BytesIO(files.sheet)).active
    assert page is not None
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
    assert [row[0] for row in rows] == ["Puuttuu", "Tuli myöhemmin", *["Puuttuu"] * 2, "Kappaleina"]
    assert rows[1][7] == late.device
    # Undone, it waits again; received again, it is linked again.
    desk.do(worker, UndoLast())
    desk.do(worker, UndoLast())
    assert lot_queries.late(desk, worker, door.lot) == ()
    assert today.receive("5CG9421XYZ").late is not None
    with desk.database.reading() as work:
        assert check_lots(work.connection) == ()


def test_papers_say_why_a_serial_is_missing(door: Door) -> None:
    desk, first = door.workshop.desk, door.workshop.first
    door.receive(serial_reason="torn_off", inventory="HKI-0098216")
    door.receive(serial_reason="inside", type=DeviceType.LAPTOP)
    closed = _close(door)
    made = desk.do(first, IssueReconciliation(lot=door.lot)).paper.name
    for paper in (closed.receipt.name, made):
        text = " ".join(_text(door.workshop, paper).split())
        assert "Tarra on revitty pois" in text
        assert "Tarra on laitteen sisällä" in text
    files = papers.files_of(desk, first, made)
    assert files.sheet is not None
    page = load_workbook(io.BytesIO(files.sheet)).active
    assert page is not None
    (*why,) = (row[-1].value for row in page.iter_rows())
    assert why[0] == "Miksi sarjanumeroa ei ole"
    assert {one for one in why[1:] if one} == {"Tarra on revitty pois", "Tarra on laitteen sisällä"}


def test_an_inventory_number_alone_counts_within_one_sender(door: Door) -> None:
    _close(door)
    same, other = Door(door.workshop), Door(door.workshop)
    other.lot = other.open(sender="Toinen yksikkö").lot.code
    same.lot = same.open().lot.code
    found = other.receive(inventory="HKI-0098216", serial="AA1ABC34", type=DeviceType.MONITOR)
    assert found.late is None
    found = same.receive(inventory="HKI-0098216", serial="AB1ABC34", type=DeviceType.MONITOR)
    assert found.late is not None
    assert found.late.row == 5


def test_a_person_links_what_no_number_could(door: Door) -> None:
    desk, first = door.workshop.desk, door.workshop.first
    inside = door.receive("PF2ABC12").device
    _close(door)
    today = Door(door.workshop)
    today.lot = today.open().lot.code
    device = _extra(today).device

    def refused(code: str, **values: object) -> None:
        given = {"device": device, "lot": door.lot, **values}
        with pytest.raises(Refused, match=code):
            desk.do(first, LinkLate(**given))  # type: ignore[arg-type]  # as given

    refused("lot_still_open", lot=today.lot)
    refused("late_same_lot", device=inside)
    refused("late_row_taken", row=2)
    assert desk.do(first, LinkLate(device=device, lot=door.lot, row=5)).row == 5
    refused("late_known")
    refused("late_row_taken", device=_extra(today, "ZZ2ABC34").device, row=5)
    with desk.database.reading() as work:
        assert check_lots(work.connection) == ()


def test_what_a_closed_lot_received_stays_received(door: Door) -> None:
    desk, worker = door.workshop.desk, door.workshop.worker
    door.receive("PF2ABC12")
    closed = _close(door)
    with pytest.raises(Refused, match="correction_lot_closed"):
        desk.do(worker, UndoLast())
    assert queries.show(desk, worker, door.lot).counts == closed.counts


def test_a_wrong_link_is_undone_and_nothing_that_was_undone_is_linked(door: Door) -> None:
    desk, first = door.workshop.desk, door.workshop.first
    _close(door)
    today = Door(door.workshop)
    today.lot = today.open().lot.code
    never = _extra(today).device
    desk.do(door.workshop.worker, UndoLast())
    with pytest.raises(Refused, match="withdrawn"):
        desk.do(first, LinkLate(device=never, lot=door.lot, row=5))
    device = _extra(today).device
    for _ in range(2):
        assert desk.do(first, LinkLate(device=device, lot=door.lot, row=5)).row == 5
        desk.do(first, UndoLast())
        assert lot_queries.late(desk, first, door.lot) == ()
        assert desk.database.check_records() == ()
    assert today.entries(device)[-1] == "device:intake:late-unlinked"
    assert today.entries(door.lot)[-1] == "device:intake:late-unlinked"


def test_a_receipt_names_no_row_where_nobody_said_one(door: Door) -> None:
    desk, first = door.workshop.desk, door.workshop.first
    _close(door)
    today = Door(door.workshop)
    today.lot = today.open(manifest=LIST.replace(b"PF2ABC12", b"PF9ABC12")).lot.code
    with_row, without = _extra(today).device, _extra(today, "ZZ2ABC34").device
    desk.do(first, LinkLate(device=with_row, lot=door.lot, row=5))
    desk.do(first, LinkLate(device=without, lot=door.lot))
    text = _text(door.workshop, desk.do(first, IssueLotReceipt(lot=today.lot)).paper.name)
    assert text.count("Puuttui erästä") == 2
    assert "rivi 5" in text
    assert "rivi 0" not in text
    # The other way round, the closed lot's reconciliation names both.
    made = desk.do(first, IssueReconciliation(lot=door.lot)).paper.name
    content = _content(door.workshop, made)
    assert isinstance(content, ReconciliationContent)
    assert {(one.row, one.device, one.other_lot) for one in content.late} == {
        (5, with_row, today.lot),
        (0, without, today.lot),
    }
    assert (len(content.missing), content.expected) == (4, 4)
    text = _text(door.workshop, made)
    assert "Tulivat myöhemmin, ei luettelossa (1)" in text
    assert without in text
    files = papers.files_of(desk, first, made)
    assert files.sheet is not None
    page = load_workbook(io.BytesIO(files.sheet)).active
    assert page is not None
    late = [row[7].value for row in page.iter_rows(min_row=2) if row[0].value == "Tuli myöhemmin"]
    assert {str(code) for code in late} == {with_row, without}


def test_what_was_only_weighed_is_not_said_to_be_none(door: Door) -> None:
    desk = door.workshop.desk
    weighed = Weighed(2150, Weighing.KEY, 5)
    desk.do(door.workshop.worker, CountThings(lot=door.lot, kind="data_cable", weight=weighed))
    paper = desk.do(door.workshop.first, IssueLotReceipt(lot=door.lot)).paper
    content = _content(door.workshop, paper.name)
    assert isinstance(content, LotReceiptContent)
    assert [(one.count, one.weight_g) for one in content.things if not one.row] == [(None, 2150)]
