from __future__ import annotations

import csv
import io
import string

import openpyxl
from hypothesis import example, given, settings
from hypothesis import strategies as st

from serkut_desk.domain.errors import KnownFailure
from serkut_desk.interchange.delivery_list import read_delivery_list
from serkut_desk.interchange.delivery_list.amounts import (
    decimal_of,
    grams_of,
    quantity_in,
    quantity_of,
)
from serkut_desk.interchange.delivery_list.cells import clean, value_text
from serkut_desk.interchange.delivery_list.identity import imei_of, inventory_of, serial_of
from serkut_desk.texts import Texts

HEADINGS = ["Inventaarinumero", "Laitetyyppi", "Valmistaja", "Malli", "Sarjanumero"]
SERIALS = st.text(string.ascii_uppercase, min_size=3, max_size=5).flatmap(
    lambda letters: st.integers(100, 99999).map(lambda number: f"{letters}{number}")
)
DEVICES = st.lists(
    st.tuples(
        st.sampled_from(["Kannettava", "Näyttö", "Tabletti"]),
        st.sampled_from(["HP", "Dell", "Lenovo"]),
        st.sampled_from(["Alpha 5", 'Beta; "7"', "Gamma,\n9", "=1+1"]),
        SERIALS,
    ),
    min_size=1,
    max_size=20,
    unique_by=lambda device: device[3],
)


def answer(content: bytes) -> None:
    """Read it; everything that a list or a refusal says must have its sentences."""
    texts = Texts("en")
    try:
        found = read_delivery_list(content)
    except KnownFailure as failure:
        texts.failure(failure)  # raises when a sentence or a fact is missing
        return
    for row in found.rows:
        assert row.quantity >= 1
        for remark in (*row.problems, *row.notes):
            assert texts.say(remark.key, **remark.fields)
    for remark in (*found.problems, *found.notes):
        assert texts.say(remark.key, **remark.fields)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_list_or_a_refusal(content: bytes) -> None:
    answer(content)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"PK\x03\x04", b"Malli;S/N;Lkm;Paino;IMEI\n", b"\xff\xfe"]),
)
def test_any_bytes_after_a_good_beginning_too(rest: bytes, start: bytes) -> None:
    answer(start + rest)


@given(st.lists(st.lists(st.text(max_size=30), min_size=5, max_size=5), max_size=6))
def test_any_text_in_cells_too(rows: list[list[str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerows([["Laite", "S/N tai IMEI", "Lkm", "Paino", "Inv.nro"], *rows])
    answer(out.getvalue().encode("utf-8", errors="replace"))


@given(st.text(max_size=60))
@example("0" * 39 + " 0")  # cut at 40 characters, on the space
@example("\u00b40")  # a lone accent, which joins the digit when it is brought to normal form
def test_no_cell_stumbles(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned).strip() == clean(cleaned)
    for read in (serial_of, inventory_of, imei_of):
        value = read(cleaned)
        assert read(value.text).text == value.text
    decimal_of(cleaned)
    quantity_of(cleaned)
    quantity_in(cleaned)
    grams_of(cleaned, 1000)


@given(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.decimals(),
        st.datetimes(),
        st.times(),
        st.timedeltas(),
    ),
    st.sampled_from(["General", "0", "00000", "0.00"]),
)
def test_every_value_of_a_workbook_is_text(value: object, number_format: str) -> None:
    assert not value_text(value, number_format).endswith(".0")


@given(
    DEVICES, st.sampled_from([";", ",", "\t"]), st.sampled_from(["utf-8-sig", "utf-16", "cp1252"])
)
def test_a_written_text_list_reads_back_equal(
    devices: list[tuple[str, str, str, str]], delimiter: str, encoding: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(HEADINGS)
    writer.writerows([f"HKI-{n}", *device] for n, device in enumerate(devices))
    check(out.getvalue().encode(encoding), devices)


@settings(max_examples=25)
@given(DEVICES)
def test_a_written_workbook_reads_back_equal(devices: list[tuple[str, str, str, str]]) -> None:
    made = openpyxl.Workbook(write_only=True)
    sheet = made.create_sheet("Lista")
    sheet.append(HEADINGS)
    for number, device in enumerate(devices):
        plain = [openpyxl.cell.WriteOnlyCell(sheet, value=f"HKI-{number}")]
        for text in device:
            cell = openpyxl.cell.WriteOnlyCell(sheet, value=text)
            cell.data_type = "s"
            plain.append(cell)
        sheet.append(plain)
    out = io.BytesIO()
    made.save(out)
    check(out.getvalue(), devices)


def check(content: bytes, devices: list[tuple[str, str, str, str]]) -> None:
    kinds = {"Kannettava": "laptop", "Näyttö": "monitor", "Tabletti": "tablet"}
    found = read_delivery_list(content)
    assert [
        (r.row, r.inventory, r.type, r.manufacturer, r.model, r.serial) for r in found.rows
    ] == [
        (n + 2, f"HKI-{n}", kinds[kind], maker, " ".join(model.split()), serial)
        for n, (kind, maker, model, serial) in enumerate(devices)
    ]
    assert not any(row.problems for row in found.rows)
    assert not found.problems
