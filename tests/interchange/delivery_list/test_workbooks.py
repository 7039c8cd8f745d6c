from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from serkut_desk.domain.delivery_list import Finding
from serkut_desk.domain.errors import Refused
from serkut_desk.interchange.delivery_list import limits, read_delivery_list

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

Cell = str | int | float | dt.datetime | None
HEADINGS: list[Cell] = ["Valmistaja", "Malli", "Sarjanumero", "Inv.nro", "Lkm"]


def book(*rows: list[Cell]) -> Workbook:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    return made


def saved(made: Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def changed(content: bytes, markup: bytes, instead: bytes) -> bytes:
    """Return the workbook with `markup` of its first sheet replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                assert markup in data
                data = data.replace(markup, instead)
            new.writestr(part.filename, data)
    return out.getvalue()


def test_numbers_stored_as_numbers_and_zeros_of_the_format() -> None:
    made = book(HEADINGS, ["Dell", "X", 12345678.0, 421, 1.0], ["Dell", "Y", "s2", 7, None])
    made.active["D3"].number_format = "00000"  # type: ignore[index]  # a new sheet
    rows = read_delivery_list(saved(made)).rows
    assert [(r.serial, r.inventory, r.quantity) for r in rows] == [
        ("12345678", "421", 1),
        ("S2", "00007", 1),
    ]


def test_a_serial_that_became_a_date_stops_the_row() -> None:
    made = book(HEADINGS, ["Dell", "X", dt.datetime(2024, 3, 1), 1, 1])  # noqa: DTZ001 - as in a cell
    assert Finding.SERIAL_DATE in {r.code for r in read_delivery_list(saved(made)).rows[0].problems}


def test_merged_cells_count_for_every_row_but_a_quantity_only_once() -> None:
    made = book(
        ["Lista", None, None, None, None],
        HEADINGS,
        ["HP", "ProBook", "a1", 1, 1],
        [None, None, "a2", 2, None],
        ["Muut", "Hiiriä", None, None, 24],
        [None, "Johtoja", None, None, None],
    )
    sheet = made.active
    assert sheet is not None
    for area in ("A1:E1", "A3:A4", "B3:B4", "E5:E6"):
        sheet.merge_cells(area)
    rows = read_delivery_list(saved(made)).rows
    assert [(r.manufacturer, r.model) for r in rows[:2]] == [("HP", "ProBook")] * 2
    assert [(r.quantity, bool(r.problems)) for r in rows[2:]] == [(24, False), (1, True)]


def test_the_sheet_with_devices_is_chosen_and_others_are_named() -> None:
    made = book(["Täytä yksi rivi laitetta kohden."])
    devices = made.create_sheet("Koneet")
    for row in (HEADINGS, ["HP", "A", "a1", 1, 1], ["HP", "B", "a2", 2, 1]):
        devices.append(row)
    screens = made.create_sheet("Näytöt")
    hidden = made.create_sheet("Vanhat")
    hidden.sheet_state = "hidden"
    for sheet, count in ((screens, 1), (hidden, 5)):
        sheet.append(HEADINGS)
        for number in range(count):
            sheet.append(["Dell", "S", f"{sheet.title}{number}".replace("ä", "a"), number, 1])
    found = read_delivery_list(saved(made))
    assert (found.sheet, len(found.rows)) == ("Koneet", 2)
    assert [r.code for r in found.problems] == [Finding.OTHER_SHEET, Finding.HIDDEN_SHEET]
    assert [r.code for r in found.notes] == [Finding.SHEET_CHOSEN]


def test_a_wrong_size_in_the_file_loses_no_row() -> None:
    made = book(HEADINGS, ["HP", "A", "a1", 1, 1])
    content = changed(saved(made), b'ref="A1:E2"', b'ref="A1:A1"')
    assert read_delivery_list(content).rows[0].serial == "A1"


def test_a_formula_that_was_never_computed_is_not_lost_in_silence() -> None:
    made = book(HEADINGS, ["HP", "A", '=UPPER("a1")', 1, 1])
    row = read_delivery_list(saved(made)).rows[0]
    assert {r.code for r in row.problems} == {Finding.SERIAL_FORM}


def test_hidden_rows_are_read_and_told() -> None:
    made = book(HEADINGS, ["HP", "A", "a1", 1, 1], ["HP", "B", "a2", 2, 1])
    made.active.row_dimensions[3].hidden = True  # type: ignore[union-attr]  # a fresh sheet
    found = read_delivery_list(saved(made))
    assert len(found.rows) == 2
    assert [r.code for r in found.problems] == [Finding.HIDDEN_ROWS]


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


TYPES = {"[Content_Types].xml": b"<Types/>"}
BOMB = b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(500)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "list_empty"),
        (b" \n\n", "list_empty"),
        (b";;;\n;;\n", "list_empty"),
        (b"Malli;Sarjanumero\n", "list_no_rows"),
        (b"Malli;Sarjanumero;Lkm\n;;\nTotal;;0\n", "list_no_rows"),
        (b"HP;EliteBook;5CG123\n", "list_no_headings"),
        (b'{"rows": []}', "list_no_headings"),
        (b"%PDF-1.7 x", "list_is_pdf"),
        (b"<html><table></table>", "list_is_markup"),
        (OLE, "list_is_old_excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "list_encrypted"),
        (bytes(range(256)) * 8, "list_not_a_table"),
        (packed(mimetype=b"application/vnd.oasis"), "list_is_open_document"),
        (packed(**TYPES, **{"word/document.xml": b"<a/>"}), "list_is_document"),
        (packed(**TYPES, **{"xl/workbook.bin": b"x"}), "list_is_binary_excel"),
        (packed(readme=b"x"), "list_is_archive"),
        (packed(**TYPES), "list_broken"),
        (packed(**TYPES, **{"xl/workbook.xml": BOMB}), "list_bomb"),
        (packed(**TYPES, **{"xl/x.xml": BOMB.decode().encode("utf-16-be")}), "list_bomb"),
        (packed(**TYPES, **{"xl/a.xml": bytes(3_000_000)}), "list_bomb"),
        (b"PK\x03\x04 and then nothing", "list_broken"),
        (b"Malli;Sarjanumero\n" + b"a;b\n" * (limits.MAX_ROWS + 1), "list_too_long"),
        (b"Malli;Sarjanumero\n" + b"a;" * limits.MAX_COLUMNS + b"a", "list_too_wide"),
        (b"x" * (limits.MAX_BYTES + 1), "list_too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_list_is_refused_in_its_own_words(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_delivery_list(content)
    assert refused.value.code == code


def test_a_workbook_cut_off_in_the_middle_is_broken() -> None:
    whole = saved(book(HEADINGS, ["HP", "A", "a1", 1, 1]))
    with pytest.raises(Refused, match="list_broken"):
        read_delivery_list(whole[: len(whole) // 2])
