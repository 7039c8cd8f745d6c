"""Reports imported per second, against parsing, hashing and writing the same rows and files bare.

The bare side is told where every disk belongs: it parses the same logs with the same parser,
hashes them, writes the files as durably, and makes the rows that the program made in a twin of the
database, in one transaction, with the same driver, indexes and triggers, the entries hashed anew.
"""

from __future__ import annotations

import shutil
import time
from hashlib import sha256
from typing import TYPE_CHECKING

import kit
from bench import bare
from bench.figure import Figure, in_turn, milliseconds
from bench.shop import reopened
from factories import make_device, make_lot
from serkut_desk.domain.media import MediumKind
from serkut_desk.interchange.evidence import read_report
from serkut_desk.records.files import FileStore
from serkut_desk.stations.wiping.commands import DeclareMedium, ImportReports
from stations.wiping.logs import Drive, later, log

if TYPE_CHECKING:
    from pathlib import Path

    from bench.bare import Write
    from kit import Workshop

STICK = 25
"""Reports on a stick."""
ROUNDS = 9
WARM = 1
_LIMIT = (
    "finding the same run in earlier reports, a drive's medium and a certificate's log; deriving"
    " device, medium and place anew; building each statement by SQLAlchemy"
)


def _stick(folder: Path, number: int) -> tuple[Path, ...]:
    """Write a stick with a report of each computer."""
    where = folder / f"stick-{number}"
    where.mkdir()
    for which in range(STICK):
        one = number * STICK + which
        data = log(Drive(f"WD-WCC6Y{one:06d}"), host=f"PF7{one:05d}", begin=later(one))
        (where / f"nwipe_log_{which:03d}.txt").write_bytes(data)
    return (where,)


def _house(shop: Workshop, sticks: int) -> None:
    """Receive every computer with its disk."""
    lot = make_lot(shop)
    for one in range(sticks * STICK):
        device = make_device(shop, lot=lot, serial=f"PF7{one:05d}")
        serial = f"WD-WCC6Y{one:06d}"
        shop.desk.do(shop.worker, DeclareMedium(device.code, serial, MediumKind.HDD))


def measure(folder: Path) -> Figure:
    """Measure both in turn, a stick at a time."""
    folder.mkdir()
    shop = kit.make_workshop(folder / "ours")
    sticks = [_stick(folder, number) for number in range(ROUNDS + WARM)]
    _house(shop, len(sticks))
    shop.desk.database.close()
    for twin in ("bare", "twin"):
        shutil.copytree(folder / "ours", folder / twin)
    plans = [*_plans(folder / "twin", sticks)]
    raw = bare.connect(folder / "bare" / "serkut.sqlite3")
    store = FileStore(folder / "bare" / "files")
    shop = reopened(folder / "ours")
    mine, theirs = iter(sticks), iter(zip(sticks, plans, strict=True))

    def ours() -> float:
        command = ImportReports(next(mine))
        return milliseconds(lambda: shop.desk.do(shop.worker, command)) / STICK

    def plain() -> float:
        paths, writes = next(theirs)
        before = time.perf_counter()
        for path in sorted(paths[0].iterdir()):
            data = path.read_bytes()
            assert read_report(path.name, data).sha256 == sha256(data).hexdigest()
            store.keep(data)
        bare.write(raw, writes)
        return (time.perf_counter() - before) * 1000 / STICK

    one, other, ratio = in_turn(ours, plain, rounds=ROUNDS, warm=WARM)
    shop.desk.database.close()
    raw.close()
    name = f"one report imported ({1000 / one:.0f} a second)"
    return Figure(name, one, other, 4.5, _LIMIT, ratio)


def _plans(folder: Path, sticks: list[tuple[Path, ...]]) -> list[list[Write]]:
    """Return the rows that the program makes for each stick."""
    shop = reopened(folder)
    plans = []
    for paths in sticks:
        with bare.watched(shop.desk.database) as writes:
            shop.desk.do(shop.worker, ImportReports(paths))
        plans.append(writes)
    shop.desk.database.close()
    return plans
