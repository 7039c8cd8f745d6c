"""From a scan to its answer, and search, in a small house and in one with 100 000 devices."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import kit
from bench import bare
from bench.figure import Figure, milliseconds
from factories import make_lot
from serkut_desk.domain import clock
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.intake.commands import ReceiveDevice

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.lots import Lot

SIZES = (1_000, 100_000)
ROUNDS = 60
FIRST = 1_000_000
_DEVICE = (
    "INSERT INTO device (id, code, lot_id, type, manufacturer, manufacturer_key, model, product,"
    " serial, serial_key, inventory, inventory_key, imei, data_class, state, received_at,"
    " received_by, touched_seq, touched_by) VALUES (?, ?, ?, 'laptop', 'Lenovo', 'lenovo',"
    " 'ThinkPad T480', '', ?, ?, ?, ?, '', 'confidential', 'received', ?, ?, 1, ?)"
)
_WORDS = "INSERT INTO search (rowid, words) VALUES (?, ?)"


def fill(shop: Workshop, lot: Lot, devices: int) -> None:
    """Insert devices straight into the tables, findable like received ones."""
    at, by = clock.to_text(kit.START), shop.worker.person
    rows, words = [], []
    for number in range(FIRST, FIRST + devices):
        code = make_code(CodeKind.DEVICE, number)
        serial, inventory = f"PF{number:08d}", f"HKI{number:08d}"
        rows.append((number, code, lot.id, serial, serial, inventory, inventory, at, by, by))
        words.append((number, f"{code} Lenovo ThinkPad T480 {serial} {inventory}"))
    raw = bare.connect(shop.desk.folder.database)
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany(_DEVICE, rows)
    raw.executemany(_WORDS, words)
    raw.execute("COMMIT")
    raw.close()


def measure(folder: Path) -> list[Figure]:
    """Measure every size."""
    return [figure for size in SIZES for figure in _at(folder / f"latency-{size}", size)]


def _at(root: Path, size: int) -> list[Figure]:
    shop = kit.make_workshop(root)
    lot = make_lot(shop)
    fill(shop, lot, size)
    numbers = [FIRST + number * (size // ROUNDS) for number in range(ROUNDS)]

    def receive(serial: str) -> bool:
        command = ReceiveDevice(
            lot=lot.code, scans=(serial,), sure=True, type=DeviceType.LAPTOP, manufacturer="Lenovo"
        )
        return shop.desk.do(shop.worker, command).duplicate

    def search(part: str) -> list[int]:
        with shop.desk.reading(shop.worker, Permission.SEARCH) as work:
            return work.devices.matching(part)

    new = median(milliseconds(receive, f"NX{n:08d}") for n in numbers)
    known = median(milliseconds(receive, f"PF{n:08d}") for n in numbers)
    found = median(milliseconds(search, f"T480 {n:08d}") for n in numbers)
    assert receive(f"PF{numbers[1]:08d}")
    assert search(f"T480 {numbers[1]:08d}") == [numbers[1]]
    shop.desk.database.close()
    told = f"at {size:,} devices".replace(",", " ")
    return [
        Figure(f"  scan of a new device to its answer, {told}", new),
        Figure(f"  scan of a known device to its answer, {told}", known),
        Figure(f"  search by two parts, {told}", found),
    ]
