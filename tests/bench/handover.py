"""A device into a basket, and the basket handed over with its receipt, against the same rows.

In a small house and in one with 100 000 devices.

The bare side makes the rows that the program made in a twin of the database, one commit a step,
with the same driver, durability, indexes and triggers, hashes the entries, draws the same receipt
with plain calls and writes its file as durably.
"""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from barcode.codex import Code128

import kit
from bench import bare, drawing
from bench.figure import Figure, in_turn, milliseconds
from bench.latency import SIZES, fill
from bench.shop import reopened
from factories import make_lot
from serkut_desk.documents import barcodes, flow
from serkut_desk.records.files import write_synced
from stations.handover.till import Till

if TYPE_CHECKING:
    from pathlib import Path

    from bench.bare import Write
    from bench.drawing import Drawing
    from serkut_desk.domain.devices import Device

ROUNDS = 60
WARM = 6
_ADD = (
    "deriving the device's state from its records and pricing it (reads before the write);"
    " building each statement by SQLAlchemy"
)
_COMPLETE = "every gate of the basket once more (reads before the write); breaking texts into lines"


@dataclass
class _Step:
    """What the program wrote and drew in one round."""

    opened: list[Write]
    added: list[Write]
    handed: list[Write]
    code: str
    page: Drawing


def measure(folder: Path) -> list[Figure]:
    """Measure every size."""
    return [figure for size in SIZES for figure in _at(folder / f"handover-{size}", size)]


def _at(folder: Path, size: int) -> tuple[Figure, Figure]:
    """Measure both steps in turn."""
    folder.mkdir()
    shop = kit.make_workshop(folder / "till")
    fill(shop, make_lot(shop), size)
    till = Till(shop, folder)
    till.know_seller()
    devices = [till.monitor() for _ in range(ROUNDS + WARM)]
    shop.desk.database.close()
    for twin in ("till-bare", "till-twin"):
        shutil.copytree(folder / "till", folder / twin)
    steps = _steps(folder / "till-twin", devices)
    barcodes.code128_modules.cache_clear()
    flow._wrap.cache_clear()
    shop = reopened(folder / "till")
    raw = bare.connect(folder / "till-bare" / "serkut.sqlite3")
    ours = Till(shop, folder)
    figures = (
        _adding(ours, devices, raw, steps),
        _completing(ours, raw, steps, folder / "till-bare" / "files"),
    )
    raw.close()
    shop.desk.database.close()
    told = f"{size:,} devices".replace(",", " ")
    adding, completing = (replace(one, name=f"{one.name}, {told}") for one in figures)
    return adding, completing


def _adding(till: Till, devices: list[Device], raw: object, steps: list[_Step]) -> Figure:
    todo, script = iter(devices), iter(steps)

    def ours() -> float:
        device = next(todo)
        basket = till.open()
        return milliseconds(lambda: till.add(basket, device))

    def plain() -> float:
        step = next(script)
        bare.write(raw, step.opened)
        return milliseconds(lambda: bare.write(raw, step.added))

    mine, other, ratio = in_turn(ours, plain, rounds=ROUNDS, warm=WARM)
    return Figure("put a device into a basket", mine, other, None, _ADD, ratio)


def _completing(till: Till, raw: object, steps: list[_Step], files: Path) -> Figure:
    todo, script = iter(steps), iter(steps)

    def ours() -> float:
        code = next(todo).code
        return milliseconds(lambda: till.complete(code))

    def plain() -> float:
        step = next(script)
        before = time.perf_counter()
        Code128(step.code).build()
        write_synced(files / f"{step.code}.pdf", step.page.again())
        bare.write(raw, step.handed)
        return (time.perf_counter() - before) * 1000

    mine, other, ratio = in_turn(ours, plain, rounds=ROUNDS, warm=WARM)
    return Figure("hand a basket over, with its receipt", mine, other, 2.0, _COMPLETE, ratio)


def _steps(root: Path, devices: list[Device]) -> list[_Step]:
    """Hand the same devices over in a twin, and write down what that took."""
    shop = reopened(root)
    till = Till(shop, root)
    found = []
    for device in devices:
        with bare.watched(shop.desk.database) as opened:
            code = till.open()
        with bare.watched(shop.desk.database) as added:
            till.add(code, device)
        found.append(_Step(opened, added, [], code, drawing.Drawing()))
    for step in found:
        with bare.watched(shop.desk.database) as handed, drawing.watched() as page:
            till.complete(step.code)
        step.handed, step.page = handed, page
    shop.desk.database.close()
    return found
