"""Takes rows in one by one and notices what was there before."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from serkut_desk.domain.delivery_list import (
    Finding,
    IgnoredColumn,
    ListRow,
    Remark,
    SkippedRow,
    SkipReason,
)
from serkut_desk.interchange.delivery_list.vocabulary import words


@dataclass(slots=True)
class Reading:
    """What has been read of a table so far."""

    rows: list[ListRow] = field(default_factory=list)
    skipped: list[SkippedRow] = field(default_factory=list)
    ignored: dict[str, IgnoredColumn] = field(default_factory=dict)
    problems: list[Remark] = field(default_factory=list)
    repeated_pieces: int = 0
    totals: list[tuple[int, int]] = field(default_factory=list)  # row, pieces
    first_serial: dict[str, ListRow] = field(default_factory=dict)
    first_imei: dict[str, ListRow] = field(default_factory=dict)
    first_inventory: dict[str, ListRow] = field(default_factory=dict)


def _same(one: str, other: str) -> bool:
    return not one or not other or one == other


def _maker_clash(one: ListRow, other: ListRow) -> bool:
    """Tell whether two rows name different makers: then equal serials are a coincidence."""
    return not _same(words(one.manufacturer), words(other.manufacturer))


def _repeats(row: ListRow, first: ListRow) -> bool:
    """Tell whether a row says nothing that the first one does not say."""
    identities = (
        (row.serial, first.serial),
        (row.imei, first.imei),
        (row.inventory, first.inventory),
    )
    return all(value in {"", known} for value, known in identities) and _same(
        words(row.model), words(first.model)
    )


def accept(row: ListRow, reading: Reading) -> None:
    """Take a row in, unless it repeats one; say what it shares with an earlier one."""
    first = reading.first_serial.get(row.serial) or reading.first_imei.get(row.imei)
    if first is not None and _maker_clash(row, first) and not row.imei:
        first = None
    if first is None and row.inventory and not (row.serial or row.imei):
        first = reading.first_inventory.get(row.inventory)
        if first is not None and not _repeats(row, first):
            first = None  # a set under one number: screen, dock and computer
    if first is not None and _repeats(row, first):
        reading.skipped.append(SkippedRow(row.row, SkipReason.REPEATED))
        facts = (("first", first.row), ("found", row.serial or row.imei or row.inventory))
        reading.problems.append(Remark(Finding.ROW_REPEATED, row.row, None, facts))
        reading.repeated_pieces += row.quantity
        return
    if first is not None:
        facts = (("first", first.row), ("found", row.serial or row.imei))
        remark = Remark(Finding.SERIAL_TWICE, row.row, None, facts)
        row = replace(row, problems=(*row.problems, remark))
    shared = reading.first_inventory.get(row.inventory)
    if shared is not None and first is None:
        facts = (("first", shared.row), ("found", row.inventory))
        remark = Remark(Finding.INVENTORY_TWICE, row.row, None, facts)
        row = replace(row, notes=(*row.notes, remark))
    for key, known in (
        (row.serial, reading.first_serial),
        (row.imei, reading.first_imei),
        (row.inventory, reading.first_inventory),
    ):
        if key:
            known.setdefault(key, row)
    reading.rows.append(row)
