"""From the key that approves a device to the next one, with sixty that wait.

Ours: the approval, and the next device judged for the screen. The bare side makes the same rows in
a twin of the database, in one transaction; it judges nothing and reads nothing.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import kit
from asked import statements
from bench import bare
from bench.figure import Figure, in_turn, milliseconds
from bench.shop import reopened
from factories import make_lot
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.media import DataClass
from serkut_desk.stations.wiping import reviewing
from serkut_desk.stations.wiping.commands import Approve, Counted
from stations.wiping.shop import Shop
from stations.wiping.timely import clean

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from bench.bare import Write
    from kit import Workshop

WAITING = 60
ROUNDS = 25
WARM = 3
_LIMIT = "judging the device anew at its approval and the next one for the screen"


def _step(workshop: Workshop, devices: list[str], at: int) -> None:
    """Approve a device and look at the next."""
    session = workshop.fresh(workshop.first)
    command = Approve((Counted(devices[at], 1),), CountSource.OPENED)
    workshop.desk.do(session, command)
    reviewing.page(workshop.desk, session, devices[at + 1])


def measure(folder: Path) -> Figure:
    """Measure both in turn, a device at a time."""
    folder.mkdir()
    workshop = kit.make_workshop(folder / "ours")
    stick = folder / "stick"
    stick.mkdir()
    shop = Shop(workshop, stick)
    lot = make_lot(workshop, data_class=DataClass.ORDINARY)
    for number in range(1, WAITING + 1):
        clean(shop, number, lot=lot)
    devices = [one.device for one in reviewing.lane(workshop.desk, shop.boss)]
    now = workshop.clock.now()
    workshop.desk.database.close()
    for twin in ("bare", "twin"):
        shutil.copytree(folder / "ours", folder / twin)
    plans = _plans(folder / "twin", devices, now)
    raw = bare.connect(folder / "bare" / "serkut.sqlite3")
    workshop = reopened(folder / "ours")
    workshop.clock.set_wall(now)
    mine, theirs = iter(range(len(plans))), iter(plans)

    def ours() -> float:
        return milliseconds(lambda: _step(workshop, devices, next(mine)))

    def plain() -> float:
        writes = next(theirs)
        return milliseconds(lambda: bare.write(raw, writes))

    one, other, ratio = in_turn(ours, plain, rounds=ROUNDS, warm=WARM)
    with statements(workshop) as asked:
        _step(workshop, devices, len(plans))
    workshop.desk.database.close()
    raw.close()
    name = f"approving one of sixty and judging the next ({len(asked)} statements)"
    return Figure(name, one, other, None, _LIMIT, ratio)


def _plans(folder: Path, devices: list[str], now: datetime) -> list[list[Write]]:
    """Return the rows that each step makes."""
    workshop = reopened(folder)
    workshop.clock.set_wall(now)
    plans = []
    for at in range(ROUNDS + WARM):
        with bare.watched(workshop.desk.database) as writes:
            _step(workshop, devices, at)
        plans.append(writes)
    workshop.desk.database.close()
    return plans
