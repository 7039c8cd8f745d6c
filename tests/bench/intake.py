"""From the last scan to the green answer at the real window, and a long delivery list.

A small house and one with a million devices are asked in turn in one run: the ratio is the large
one to the small one. Both are filled in bulk before, outside of what is measured.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

import kit
from bench import bare
from bench.at_the_door import ROUNDS, WARM, delivery
from bench.figure import Figure, in_turn, milliseconds
from serkut_desk.domain.serials import serial_key
from serkut_desk.stations.intake.commands import OpenLot

if TYPE_CHECKING:
    from typing import Any

SMALL, LARGE = 1_000, 1_000_000
ROWS = 10_000
_TESTS = Path(__file__).resolve().parents[1]
_PERCENT = 100
_SCAN = "drawing the answer; deriving the device's state; building each statement by SQLAlchemy"
_LIST = "telling what each column is, checking every number of every row, naming what is wrong"


def measure(folder: Path) -> list[Figure]:
    """Measure scans and the list."""
    return [*scans(folder), long_list(folder)]


def scans(folder: Path, large: int = LARGE) -> list[Figure]:
    """Measure the second of two scans, the roll label, which saves, until the answer is painted."""
    houses = [_House(folder / f"intake-{size}", size) for size in (SMALL, large)]
    found: list[list[float]] = [[], []]
    for number in range(WARM + ROUNDS):
        # Whoever comes second finds warmer caches: take turns.
        for which in (0, 1) if number % 2 else (1, 0):
            took = houses[which].receive()
            if number >= WARM:
                found[which].append(took)
    for house in houses:
        house.close()
    told = f"{large:,} devices against {SMALL:,}".replace(",", " ")
    few, many = (median(times) for times in found)
    few_worst, many_worst = (quantiles(times, n=_PERCENT)[-1] for times in found)
    both = median(one / other for other, one in zip(*found, strict=True))
    return [
        Figure(f"scan to green answer in the window, p50, {told}", many, few, None, _SCAN, both),
        Figure(f"  the same, p99, {told}", many_worst, few_worst, None, "", many_worst / few_worst),
    ]


class _House:
    """A window at the door in a process of its own: it answers each line with milliseconds."""

    def __init__(self, root: Path, devices: int) -> None:
        command = [sys.executable, "-m", "bench.at_the_door", str(root), str(devices)]
        pipe = subprocess.PIPE
        environment = {
            **os.environ,
            "PYTHONPATH": str(_TESTS),
            "QT_QPA_PLATFORM": "offscreen",
        }
        self._process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, text=True, env=environment
        )
        self._answer()

    def receive(self) -> float:
        """Receive one device by two scans."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return self._answer()

    def close(self) -> None:
        """Let it end."""
        self._process.communicate()
        assert self._process.returncode == 0

    def _answer(self) -> float:
        assert self._process.stdout is not None
        return float(self._process.stdout.readline())


def long_list(folder: Path) -> Figure:
    """Measure opening a lot with a list of many rows, against the same rows by the bare driver."""
    shop = kit.make_workshop(folder / "list")
    twin = kit.make_workshop(folder / "list-twin")
    twin.desk.database.close()
    raw = bare.connect(folder / "list-twin" / "serkut.sqlite3")
    lists = iter([delivery(f"PF{number}", ROWS) for number in range(8)])
    given: list[bytes] = []

    def ours() -> float:
        content = next(lists)
        given.append(content)
        command = OpenLot(sender="Koulu", manifest=content, manifest_name="lista.csv")
        return milliseconds(shop.desk.do, shop.first, command)

    def plain() -> float:
        return milliseconds(_bare_list, raw, given[-1] if given else delivery("PF", ROWS))

    one, other, ratio = in_turn(ours, plain, rounds=6, warm=2)
    raw.close()
    shop.desk.database.close()
    told = f"{ROWS:,}".replace(",", " ")
    return Figure(f"a delivery list of {told} rows", one, other, None, _LIST, ratio)


def _bare_list(raw: Any, content: bytes) -> None:
    hashlib.sha256(content).hexdigest()
    rows = [line.split(";") for line in content.decode().splitlines()[1:]]
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("DELETE FROM lot_line")
    raw.execute("DELETE FROM lot")
    raw.execute("INSERT OR IGNORE INTO organisation VALUES (1, 'Koulu', 'koulu', '2026')")
    raw.execute(
        "INSERT INTO lot (id, code, organisation_id, data_class, state, opened_at, opened_by)"
        " VALUES (1, 'ER', 1, 'confidential', 'open', '2026', 'HK')"
    )
    raw.executemany(
        "INSERT INTO lot_line (lot_id, row, type, manufacturer, model, serial, serial_key,"
        " inventory, inventory_key, imei, quantity, problems, notes)"
        " VALUES (1, ?, 'laptop', ?, ?, ?, ?, ?, ?, '', 1, '[]', '[]')",
        [
            (at + 2, maker, model, serial, serial_key(serial), number, serial_key(number))
            for at, (_, maker, model, serial, number) in enumerate(rows)
        ],
    )
    raw.execute("COMMIT")
