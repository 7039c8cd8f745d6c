"""Turns one row of a list into a device or a quantity, with what is to be said about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.domain.delivery_list import Finding, ListRow, Remark
from serkut_desk.interchange.delivery_list import limits
from serkut_desk.interchange.delivery_list.amounts import (
    grams_of,
    names_a_box,
    quantity_in,
    quantity_of,
)
from serkut_desk.interchange.delivery_list.identity import (
    Value,
    imei_of,
    inventory_of,
    is_nothing,
    looks_like_imei,
    serial_of,
)
from serkut_desk.interchange.delivery_list.naming import name_of
from serkut_desk.interchange.delivery_list.people import masked
from serkut_desk.interchange.delivery_list.vocabulary import IDENTITIES, Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.interchange.delivery_list.header import Header

_ONCE = IDENTITIES | {Field.QUANTITY, Field.WEIGHT}
_BLOCKING = frozenset(
    {
        Finding.IMEI_RUINED,
        Finding.IMEI_CHECK,
        Finding.IMEI_FORM,
        Finding.SERIAL_RUINED,
        Finding.SERIAL_DATE,
        Finding.SERIAL_FORM,
        Finding.SERIAL_SEVERAL,
        Finding.NO_IDENTITY,
        Finding.QUANTITY_UNCLEAR,
        Finding.QUANTITY_AND_SERIAL,
        Finding.COLUMNS_SHIFTED,
    }
)


@dataclass(slots=True)
class _Sheet:
    """Remarks of the row that is being read."""

    row: int
    names: dict[Field, str]
    problems: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)

    def say(self, code: Finding, of: Field | None = None, found: str | int = "") -> None:
        """Add a remark, once for a code and column."""
        column = self.names.get(of) if of else None
        facts = (("found", found if isinstance(found, int) else found[: limits.MAX_CELL]),)
        remark = Remark(code, self.row, column, facts if found != "" else ())
        kept = self.problems if code in _BLOCKING else self.notes
        if remark not in kept:
            kept.append(remark)

    def value(self, value: Value, of: Field) -> str:
        """Add what is to be said about an identity and return its text."""
        for code in (*((value.problem,) if value.problem else ()), *value.notes):
            self.say(code, of, value.found or "?")
        return value.text


def _cells(
    cells: Sequence[str], header: Header, said: _Sheet, spread: frozenset[tuple[int, int]]
) -> dict[Field, str]:
    """Return the kept cells of a row, with what belongs to a person masked."""
    found = {}
    for name, column in header.columns.items():
        text = cells[column] if column < len(cells) else ""
        if name in _ONCE and (said.row - 1, column) in spread:
            text = ""
        if text:
            private = masked(text)
            if private != text:
                said.say(Finding.PERSONAL_MASKED, name)
                text = private
            if len(text) > limits.MAX_CELL:
                said.say(Finding.SHORTENED, name, limits.MAX_CELL)
                text = text[: limits.MAX_CELL]
        found[name] = text
    return found


def _identities(cells: dict[Field, str], said: _Sheet) -> tuple[str, str, str]:
    """Return serial, IMEI and inventory number."""
    serial_from, imei_from = Field.SERIAL, Field.IMEI
    serial_cell, imei_cell = cells.get(Field.SERIAL, ""), cells.get(Field.IMEI, "")
    if mixed := cells.get(Field.IDENTIFIER, ""):
        if looks_like_imei(mixed) and not imei_cell:
            imei_cell, imei_from = mixed, Field.IDENTIFIER
        elif not serial_cell:
            serial_cell, serial_from = mixed, Field.IDENTIFIER
    serial = said.value(serial_of(serial_cell), serial_from)
    imei = said.value(imei_of(imei_cell), imei_from)
    inventory = said.value(inventory_of(cells.get(Field.INVENTORY, "")), Field.INVENTORY)
    return serial, imei, inventory


def _quantity(cells: dict[Field, str], said: _Sheet, *, identified: bool, single: bool) -> int:
    """Return the pieces of a row.

    Args:
        cells: The kept cells.
        said: Takes the remarks.
        identified: The row has an identity, be it ruined: numbers in its text are the model's.
        single: It has a serial number or an IMEI, which only one device can have.
    """
    cell = cells.get(Field.QUANTITY, "")
    number = None
    if cell and (not is_nothing(cell) or not cell.strip("0")):
        number = quantity_of(cell)
        if number is None:
            said.say(Finding.QUANTITY_UNCLEAR, Field.QUANTITY, cell)
            return 1
    if not identified and number in {None, 1}:
        described = (cells.get(name, "") for name in (Field.PRODUCT, Field.MODEL, Field.TYPE))
        texts = [text for text in described if text]
        counted = next((n for n in map(quantity_in, texts) if n), None)
        if counted is not None and counted > 1:
            said.say(Finding.QUANTITY_FROM_TEXT, None, counted)
            return counted
        if number is None and counted is None and any(map(names_a_box, texts)):
            said.say(Finding.QUANTITY_UNCLEAR, Field.QUANTITY, "?")
    if single and (number or 1) > 1:
        said.say(Finding.QUANTITY_AND_SERIAL, Field.QUANTITY, number or 1)
    return number or 1


def _weight(cells: dict[Field, str], header: Header, said: _Sheet) -> int | None:
    text = cells.get(Field.WEIGHT, "")
    if not text or is_nothing(text):
        return None
    grams = grams_of(text, header.grams)
    if grams is None:
        said.say(Finding.WEIGHT_UNCLEAR, Field.WEIGHT, text)
    return grams


def read_row(
    cells: Sequence[str],
    row: int,
    header: Header,
    spread: frozenset[tuple[int, int]],
    *,
    delimited: bool,
) -> ListRow:
    """Return what a row says.

    Args:
        cells: The row.
        row: Its number in the file, from 1.
        header: What the columns hold.
        spread: Cells (row, column from 0) that repeat a merged cell.
        delimited: The file is delimited text, where too many cells mean shifted columns.
    """
    said = _Sheet(row, header.names)
    if delimited and len(cells) > header.width:
        said.say(Finding.COLUMNS_SHIFTED)
    kept = _cells(cells, header, said, spread)
    name = name_of(
        kept.get(Field.TYPE, ""),
        kept.get(Field.MANUFACTURER, ""),
        kept.get(Field.MODEL, ""),
        kept.get(Field.PRODUCT, ""),
    )
    serial, imei, inventory = _identities(kept, said)
    quantity = _quantity(
        kept,
        said,
        identified=any(kept.get(name) and not is_nothing(kept[name]) for name in IDENTITIES),
        single=bool(serial or imei),
    )
    for note in name.notes:
        said.say(
            note, Field.TYPE if note is Finding.TYPE_UNKNOWN else None, kept.get(Field.TYPE, "")
        )
    if not (serial or imei or inventory) and quantity == 1:
        said.say(Finding.NO_IDENTITY)
    return ListRow(
        row=row,
        type=name.type,
        manufacturer=name.manufacturer,
        model=name.model,
        serial=serial,
        inventory=inventory,
        imei=imei,
        quantity=quantity,
        weight_g=_weight(kept, header, said),
        problems=tuple(said.problems),
        notes=tuple(said.notes),
    )


def has_digit(text: str) -> bool:
    """Tell whether a text holds a digit."""
    return bool(re.search(r"\d", text))
