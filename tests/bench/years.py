"""A house with years behind it: lots of sixty devices, nearly all of them gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import kit
from bench import bare
from serkut_desk.domain import clock
from serkut_desk.domain.codes import CodeKind, make_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit import Workshop

A_VAN = 60
IN_HOUSE = 2_000
_FIRST = 1_000_000
_UNIT = (
    "INSERT INTO organisation (id, name, name_key, created_at) VALUES (7, 'Koulut', 'koulut', ?)"
)
_LOT = (
    "INSERT INTO lot (id, code, organisation_id, data_class, state, opened_at, opened_by,"
    " closed_at, closed_by) VALUES (?, ?, 7, 'confidential', 'closed', ?, ?, ?, ?)"
)
_DEVICE = (
    "INSERT INTO device (id, code, lot_id, type, manufacturer, manufacturer_key, model, product,"
    " serial, serial_key, inventory, inventory_key, imei, data_class, state, in_house, listed,"
    " received_at, received_by, touched_seq, touched_by) VALUES (?, ?, ?, 'laptop', 'Lenovo',"
    " 'lenovo', 'ThinkPad T480', '', ?, ?, ?, ?, '', 'confidential', ?, ?, 1, ?, ?, 1, ?)"
)
_WORDS = "INSERT INTO search (rowid, words) VALUES (?, ?)"


def fill_years(shop: Workshop, devices: int) -> None:
    """Insert devices straight into the tables, findable like received ones.

    Args:
        shop: An empty house.
        devices: How many; the newest `IN_HOUSE` of them still wait, the rest has left.
    """
    at, by = clock.to_text(kit.START), shop.worker.person
    vans = -(-devices // A_VAN)
    raw = bare.connect(shop.desk.folder.database)
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(_UNIT, (at,))
    lots = ((_FIRST + van, make_code(CodeKind.LOT, _FIRST + van)) for van in range(vans))
    raw.executemany(_LOT, ((row, code, at, by, at, by) for row, code in lots))
    raw.executemany(_DEVICE, _devices(devices, at, by))
    raw.executemany(_WORDS, ((row, _words(row)) for row in range(_FIRST, _FIRST + devices)))
    raw.execute("COMMIT")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()


def _devices(devices: int, at: str, by: str) -> Iterator[tuple[object, ...]]:
    for number in range(devices):
        row = _FIRST + number
        serial, inventory = _numbers(row)
        here = number >= devices - IN_HOUSE
        state = "received" if here else "left"
        lot = _FIRST + number // A_VAN
        code = make_code(CodeKind.DEVICE, row)
        numbers = (serial, serial, inventory, inventory)
        yield (row, code, lot, *numbers, state, int(here), at, by, by)


def _numbers(row: int) -> tuple[str, str]:
    return f"PF{row:08d}", f"HKI{row:08d}"


def _words(row: int) -> str:
    return " ".join((make_code(CodeKind.DEVICE, row), "Lenovo ThinkPad T480", *_numbers(row)))
