"""What the screen, the command line and the papers say is what the tables hold."""

from __future__ import annotations

import io
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from documents.reading import text_of
from serkut_desk.domain.channels import Payment
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.papers import NOT_ARRIVED, LotReportContent, MonthReportContent
from serkut_desk.stations import papers
from serkut_desk.stations.reports import queries
from serkut_desk.stations.reports.commands import MakeLotReport, MakeMonthReport
from serkut_desk.stations.returns.commands import TakeBack
from stations.reports.figures_kit import City, city, filled

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop

MONTH = "2026-11"


def _sql(workshop: Workshop, statement: str) -> list[tuple[Any, ...]]:
    with workshop.desk.database.reading() as work:
        return [tuple(row) for row in work.connection.exec_driver_sql(statement)]


def _one(workshop: Workshop, statement: str) -> int:
    return int(_sql(workshop, statement)[0][0])


def test_a_lot_by_serial_agrees_with_the_tables(workshop: Workshop, tmp_path: Path) -> None:
    lot = filled(workshop, tmp_path)
    report = queries.lot_report(workshop.desk, workshop.first, lot)
    states = Counter(row.state for row in report.rows)
    told = dict(_sql(workshop, "SELECT state, count(*) FROM device GROUP BY state"))
    assert states == Counter({**told, NOT_ARRIVED: 1})
    assert states["left"] == 3
    assert report.sender == "Kasvatus ja koulutus"
    by_code = {row.device: row for row in report.rows}
    certificates = dict(
        _sql(
            workshop,
            "SELECT d.code, c.code FROM certificate c JOIN device d ON d.id = c.device_id"
            " WHERE c.state = 'valid'",
        )
    )
    assert {code: row.certificate for code, row in by_code.items() if row.certificate} == (
        certificates
    )
    graded = dict(
        _sql(workshop, "SELECT d.code, i.grade FROM inspection i JOIN device d ON d.id=i.device_id")
    )
    assert {code: row.grade for code, row in by_code.items() if row.grade} == graded
    assert {row.level for row in report.rows if row.certificate} == {"clear"}
    left = [row for row in report.rows if row.state == "left"]
    assert all(row.left_on is not None for row in left)
    assert sum(row.weight_g or 0 for row in left) == 3730
    assert sum(row.media for row in report.rows) == _one(workshop, "SELECT count(*) FROM medium")


def test_paper_sheet_and_screen_say_the_same(workshop: Workshop, tmp_path: Path) -> None:
    lot = filled(workshop, tmp_path)
    shown = queries.lot_report(workshop.desk, workshop.first, lot)
    made = workshop.desk.do(workshop.first, MakeLotReport(lot))
    with workshop.desk.database.reading() as work:
        stored = papers.content_of(papers.paper_named(work, made.paper.name))
        entry = work.journal.about(made.paper.name)[-1]
    assert isinstance(stored, LotReportContent)
    assert stored == shown
    assert (entry.tag, entry.subject) == ("paper:papers:issued", made.paper.name)
    assert lot in entry.body
    files = papers.files_of(workshop.desk, workshop.first, made.paper.name)
    text = text_of(files.pdf, tmp_path)
    assert files.sheet is not None
    page = openpyxl.load_workbook(io.BytesIO(files.sheet)).active
    assert page is not None
    rows = list(page.iter_rows(min_row=2))
    assert len(rows) == len(shown.rows)
    for row, cells in zip(shown.rows, rows, strict=True):
        assert str(cells[3].value).lstrip("'") == row.serial
        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
        grams = None if cells[12].value is None else round(float(str(cells[12].value)) * 1000)
        assert grams == row.weight_g
        assert row.serial.split()[0] in text


def test_a_month_agrees_with_the_tables(workshop: Workshop, tmp_path: Path) -> None:
    filled(workshop, tmp_path)
    month = queries.month_report(workshop.desk, workshop.first, MONTH)
    assert month.lots == _one(workshop, "SELECT count(*) FROM lot")
    total, grams, unweighed = _sql(
        workshop,
        "SELECT count(*), sum(weight_g), sum(weight_g IS NULL) FROM device"
        " WHERE state <> 'withdrawn'",
    )[0]
    received = month.received
    assert (received.devices, received.grams, received.unweighed) == (total, grams, unweighed)
    assert month.certificates == _one(workshop, "SELECT count(*) FROM certificate")
    assert {one.key: one.devices for one in month.outcomes} == dict(
        _sql(workshop, "SELECT outcome, count(*) FROM decision GROUP BY outcome")
    )
    assert {one.key: one.count for one in month.wipes} == dict(
        _sql(workshop, "SELECT level, count(*) FROM approval_item GROUP BY level")
    )
    channels = {one.channel: (one.handovers, one.devices) for one in month.handovers}
    assert channels == {"project": (1, 2), "sale": (1, 1)}
    assert channels == {
        row[0]: (row[1], row[2])
        for row in _sql(
            workshop,
            "SELECT h.channel, count(DISTINCT h.id), count(l.device_id) FROM handover h"
            " JOIN handover_line l ON l.handover_id = h.id WHERE h.state = 'completed'"
            " GROUP BY h.channel",
        )
    }
    assert (month.returned, month.missing) == (0, 0)


def test_a_month_begins_and_ends_at_finnish_midnight(workshop: Workshop, tmp_path: Path) -> None:
    made = city(workshop, tmp_path)
    workshop.clock.tick(days=7, hours=14, minutes=59)  # 30.11. at 23.59 in Finland
    made.device("PF2ABC71")
    workshop.clock.tick(minutes=1)
    made.device("PF2ABC72")
    ask = queries.month_report
    assert ask(workshop.desk, made.boss, MONTH).received.devices == 1
    december = ask(workshop.desk, made.boss, "2026-12")
    assert december.received.devices == 1
    assert december.lots == 0
    assert f"{december.until}" == "2026-12-01"
    assert queries.months(workshop.desk, made.boss) == ["2026-12", "2026-11"]


def test_what_was_taken_back_later_stays_in_its_month(workshop: Workshop, tmp_path: Path) -> None:
    made = city(workshop, tmp_path)
    device = made.laptop(1)
    handed = made.complete(made.basket(device), Payment.CARD)
    before = queries.month_report(workshop.desk, made.boss, MONTH)
    workshop.clock.tick(days=10)
    workshop.desk.do(made.boss, TakeBack(device.code, "no_power", "", ""))
    after = queries.month_report(workshop.desk, made.boss, MONTH)
    assert handed.papers
    assert (after.outcomes, after.wipes, after.handovers) == (
        before.outcomes,
        before.wipes,
        before.handovers,
    )
    december = queries.month_report(workshop.desk, made.boss, "2026-12")
    assert (december.returned, december.outcomes) == (1, ())


def test_a_month_on_paper(workshop: Workshop, tmp_path: Path) -> None:
    filled(workshop, tmp_path)
    made = workshop.desk.do(workshop.first, MakeMonthReport(MONTH))
    files = papers.files_of(workshop.desk, workshop.first, made.paper.name)
    text = text_of(files.pdf, tmp_path)
    assert "marraskuu 2026" in text
    assert "Vain kaupungille." in text
    assert files.sheet is not None
    page = openpyxl.load_workbook(io.BytesIO(files.sheet)).active
    assert page is not None
    found = {
        (str(row[0].value), str(row[1].value)): (row[2].value, row[3].value)
        for row in page.iter_rows(min_row=2)
    }
    assert found["Luovutukset", "Hankkeelle"] == (1, 2)
    with workshop.desk.database.reading() as work:
        stored = papers.content_of(papers.paper_named(work, made.paper.name))
    assert isinstance(stored, MonthReportContent)
    assert stored == queries.month_report(workshop.desk, workshop.first, MONTH)


@pytest.mark.parametrize("text", ["ER0000009999", "SD0000000195", "x", ""])
def test_an_unknown_lot_is_refused(workshop: Workshop, text: str) -> None:
    with pytest.raises(Refused) as refused:
        queries.lot_report(workshop.desk, workshop.first, text)
    assert refused.value.code == "report_lot_unknown"


@pytest.mark.parametrize("text", ["2026", "2026-13", "2026-00", "11/2026", "", "0000-01"])
def test_what_is_no_month_is_refused(workshop: Workshop, text: str) -> None:
    with pytest.raises(Misused) as refused:
        queries.month_report(workshop.desk, workshop.first, text)
    assert refused.value.code == "month_wrong"


def test_a_month_that_has_not_begun_has_no_figures(workshop: Workshop) -> None:
    with pytest.raises(Refused) as refused:
        workshop.desk.do(workshop.first, MakeMonthReport("2026-12"))
    assert refused.value.code == "month_not_begun"


def test_a_maker_sees_no_reports(workshop: Workshop) -> None:
    for ask in (queries.lots, queries.papers, queries.months):
        with pytest.raises(Refused) as refused:
            ask(workshop.desk, workshop.worker)
        assert refused.value.code == "not_permitted"


def test_papers_are_listed_the_newest_first(workshop: Workshop, tmp_path: Path) -> None:
    made: City = city(workshop, tmp_path)
    made.complete(made.basket(made.laptop(1)), Payment.CARD)
    workshop.desk.do(made.boss, MakeMonthReport(MONTH))
    rows = queries.papers(workshop.desk, made.boss)
    assert rows[0].name == "KK-1"
    assert "KU-1" in [row.name for row in rows]
    assert datetime(2026, 11, 23, tzinfo=UTC) - rows[0].issued_at < timedelta(days=1)
    assert rows[0].has_sheet
