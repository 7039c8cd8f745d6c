"""Search over everything, in a small house and in one with 100 000 devices.

The bare side asks the same questions of the same file by the bare driver, and reads every row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import kit
from bench import bare
from bench.figure import Figure, in_turn, milliseconds
from bench.latency import FIRST, SIZES, fill
from factories import make_lot
from serkut_desk.stations.home.searching import search

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 60
WARM = 6
_LIMIT = "building each statement by SQLAlchemy; sorting what was scanned before asking"


def measure(folder: Path) -> list[Figure]:
    """Measure every size."""
    return [_at(folder / f"searching-{size}", size) for size in SIZES]


def _at(root: Path, size: int) -> Figure:
    shop = kit.make_workshop(root)
    fill(shop, make_lot(shop), size)
    step = size // (ROUNDS + WARM)
    words = [f"T480 {FIRST + number * step:08d}" for number in range(ROUNDS + WARM)]
    asked = []
    for text in words:
        with bare.asked(shop.desk.database) as questions:
            assert search(shop.desk, shop.first, text).hits
        asked.append(questions)
    raw = bare.connect(shop.desk.folder.database)
    todo, script = iter(words), iter(asked)

    def ours() -> float:
        return milliseconds(search, shop.desk, shop.first, next(todo))

    def plain() -> float:
        return milliseconds(bare.ask, raw, next(script))

    mine, other, ratio = in_turn(ours, plain, rounds=ROUNDS, warm=WARM)
    raw.close()
    shop.desk.database.close()
    told = f"{size:,} devices".replace(",", " ")
    return Figure(f"search over everything, {told}", mine, other, None, _LIMIT, ratio)
