"""No text of others becomes a formula, whatever program opens the sheet."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from datetime import UTC, date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.interchange.workbook_out import Cell, Column, harmless, sheet

EVIL = (
    '=HYPERLINK("http://example.invalid","x")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM(1)",
    "%0A=1",
    "|calc",
)


def _read(content: bytes) -> list[tuple[object, ...]]:
    page = openpyxl.load_workbook(io.BytesIO(content)).active
    assert page is not None
    return [tuple(cell.value for cell in row) for row in page.iter_rows()]


@pytest.mark.parametrize("text", EVIL)
def test_what_begins_like_a_formula_stays_text(text: str) -> None:
    content = sheet("Koe", [Column("Malli")], [[text]])
    page = openpyxl.load_workbook(io.BytesIO(content)).active
    assert page is not None
    cell = page["A2"]
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        xml = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml


@given(st.text())
def test_any_text_can_be_written_and_never_begins_with_a_sign(text: str) -> None:
    content = sheet("Koe", [Column("#"), Column(text)], [[1, text]])
    head, cells = _read(content)
    for value in (head[1], cells[1]):
        shown = "" if value is None else str(value)
        first = unicodedata.normalize("NFKC", shown).strip()[:1]
        assert first not in set("=+-@|%\t\r")


def test_harmless_text_is_left_alone() -> None:
    assert harmless('HP ProBook 450 G5 (15,6")') == 'HP ProBook 450 G5 (15,6")'
    assert harmless("5CD-8=1") == "5CD-8=1"


def test_numbers_and_days_stay_what_they_are() -> None:
    row: list[Cell] = ["a", 3, 2.11, date(2026, 11, 22), None]
    columns = [Column(name, "0.00" if name == "c" else "General") for name in "abcde"]
    content = sheet("Erä [1]", columns, [row])
    page = openpyxl.load_workbook(io.BytesIO(content)).active
    assert page is not None
    assert page.title == "Erä 1"
    assert page.freeze_panes == "A2"
    assert [page.cell(1, at).font.bold for at in range(1, 6)] == [True] * 5
    assert page["B2"].value == 3
    assert page["C2"].value == pytest.approx(2.11)
    assert page["C2"].number_format == "0.00"
    assert page["D2"].value == datetime(2026, 11, 22)  # noqa: DTZ001 - a sheet knows no zone
    assert page["E2"].value is None


def test_a_row_of_another_width_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zip"):
        sheet("Koe", [Column("a")], [["a", "b"]])


def test_an_instant_is_a_bug() -> None:
    with pytest.raises(TypeError):
        sheet("Koe", [Column("a")], [[datetime(2026, 11, 22, tzinfo=UTC)]])
