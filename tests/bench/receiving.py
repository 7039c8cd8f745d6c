"""Receiving a device with its medium, its entry and its label, against the same rows and page.

The bare side makes the rows that the program made in a twin of the database, one commit a device,
with the same driver, durability, indexes and triggers, hashes the entry, and draws the same label
with plain calls; the modules of both symbols come from the same libraries.
"""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

import segno
from barcode.codex import Code128

import kit
from bench import bare, drawing
from bench.figure import Figure, in_turn, milliseconds
from bench.shop import reopened
from factories import make_lot
from serkut_desk.documents import barcodes, label
from serkut_desk.domain.declared_medium import DeclaredMedium
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.media import MediumKind
from serkut_desk.stations import labelling
from serkut_desk.stations.intake.commands import ReceiveDevice
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

    from bench.bare import Write
    from bench.drawing import Drawing
    from kit import Workshop

ROUNDS = 200
WARM = 20
_LIMIT = (
    "finding what the scans name, the lot, a duplicate (reads before the write); building each"
    " statement by SQLAlchemy; fitting texts on the label"
)


def _command(number: int, lot: str) -> ReceiveDevice:
    return ReceiveDevice(
        lot=lot,
        scans=(f"PF3{number:05d}",),
        sure=True,
        type=DeviceType.LAPTOP,
        manufacturer="Lenovo",
        model="ThinkPad T480",
        media=(DeclaredMedium(f"S4EVNX0M{number:06d}", MediumKind.SSD, 256 * 10**9),),
    )


def _receive(shop: Workshop, number: int, lot: str, texts: Texts) -> str:
    """Receive a device, make its label as a PDF, and return its code."""
    received = shop.desk.do(shop.worker, _command(number, lot))
    assert received.label is not None
    with shop.desk.database.reading() as work:
        job = work.labels.by_id(received.label)
    assert job is not None
    assert label.labels_pdf((labelling.label_of(job.data, texts),), texts)
    return received.device


def measure(folder: Path) -> Figure:
    """Measure both in turn."""
    shop = kit.make_workshop(folder / "ours")
    lot = make_lot(shop).code
    shop.desk.database.close()
    for twin in ("bare", "twin"):
        shutil.copytree(folder / "ours", folder / twin)
    texts = Texts("fi")
    plans = _plans(folder / "twin", lot, texts)
    # The program shall find every symbol new, as it does in life.
    barcodes.qr_modules.cache_clear()
    barcodes.code128_modules.cache_clear()
    raw = bare.connect(folder / "bare" / "serkut.sqlite3")
    shop = reopened(folder / "ours")
    numbers = iter(range(ROUNDS + WARM))
    script = iter(plans)

    def ours() -> float:
        number = next(numbers)
        return milliseconds(lambda: _receive(shop, number, lot, texts))

    def plain() -> float:
        code, writes, page = next(script)
        before = time.perf_counter()
        bare.write(raw, writes)
        segno.make_qr(code, error=label.template().qr_error)
        Code128(code).build()
        page.again()
        return (time.perf_counter() - before) * 1000

    one, other, ratio = in_turn(ours, plain, rounds=ROUNDS, warm=WARM)
    raw.close()
    shop.desk.database.close()
    return Figure("receive a device, with its label", one, other, 2.0, _LIMIT, ratio)


def _plans(root: Path, lot: str, texts: Texts) -> list[tuple[str, list[Write], Drawing]]:
    """Receive the same devices in a twin, and write down what that took."""
    shop = reopened(root)
    found = []
    for number in range(ROUNDS + WARM):
        with bare.watched(shop.desk.database) as writes, drawing.watched() as page:
            code = _receive(shop, number, lot, texts)
        found.append((code, writes, page))
    shop.desk.database.close()
    return found
