"""Somebody presses everything at every screen who wants an unproven device out; nothing gives way.

One life is a maker's and a supervisor's walk through every room. `ATTACK_LIVES=20 ATTACK_SEED=7`
(`make attack`) lives as many lives, and presses more in each.
"""

from __future__ import annotations

import os
import random
import traceback
from typing import TYPE_CHECKING

import pytest

from journeys import prowled_rooms
from journeys.prowled_house import build
from journeys.prowler import Prowler
from serkut_desk.records.record_check import check_records
from serkut_desk.stations.upkeep.queries import verify_journal
from serkut_desk.ui.desk_window.rooms import ROOMS
from ui.window_kit import Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from journeys.prowled_house import House
    from prompt_bot import PromptBot

_LIVES = int(os.environ.get("ATTACK_LIVES", "0"))
_FIRST = int(os.environ.get("ATTACK_SEED", "1"))
_LABELS, _STEPS, _PRESSES = (1, 3, 3) if _LIVES else (1, 1, 1)
_DOORS = frozenset({"handover", "evidence", "certificates"})
_LEAST_TAGS = 10


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """The real window without its dress: dressing thousands of widgets takes half of the time."""
    qapp.setStyleSheet("")
    made = Window(qapp, qtbot, tmp_path / "data", waits=False)
    made.shell.setUpdatesEnabled(False)
    made.speak("fi")
    yield made
    made.close()


@pytest.mark.parametrize("seed", range(_FIRST, _FIRST + max(1, _LIVES)))
def test_nothing_unproven_gets_out_of_any_room(
    window: Window, qtbot: PromptBot, tmp_path: Path, seed: int
) -> None:
    house = build(window.workshop, tmp_path / "stick")
    window.shell.activateWindow()
    prowler = Prowler(window, house, random.Random(seed))  # noqa: S311 - drawn, not secret
    before, visited = house.tags(), set()
    with qtbot.captureExceptions() as raised:
        for person in (window.workshop.worker, window.workshop.first):
            prowler.come(person)
            view = window.shell.person
            assert view is not None
            for station in view.stations:
                _prowl(prowler, house, station)
                visited.add(station)
                while raised:
                    prowler.broke("".join(traceback.format_exception(*raised.pop(0))))
    assert visited == {room.key for room in ROOMS}
    assert not prowler.broken, "\n\n".join(prowler.broken)
    desk = house.street.workshop.desk
    assert verify_journal(desk).ok
    with desk.database.reading() as work:
        assert check_records(work.connection) == ()
    # It came to something: doors that only ever refuse would pass as well.
    assert len(house.tags() - before) > _LEAST_TAGS
    assert not prowler.silent, "\n".join(f"{what} {how}" for what, how in prowler.hints.items())


def _prowl(prowler: Prowler, house: House, station: str) -> None:
    """Try everything in one room; then nothing may be out that is not proven."""
    prowler.open(station)
    known = prowled_rooms.DIRECTED[station]
    if not _LIVES:
        # All of it takes half an hour of twenty lives; the ways out are tried each time.
        known = known if station in _DOORS else (prowler.chance.choice(known),)
        known = known if prowler.is_supervisor else ()
    for words in known:
        prowled_rooms.attack(prowler, house, words)
        house.check()
    for _ in range(_LABELS if _LIVES or not prowler.is_supervisor else 0):
        prowler.open(station)
        labels = house.labels()
        kind = prowler.chance.choice((*(("device",) * len(labels)), *labels))
        prowler.straight(prowler.chance.choice(labels[kind]), _STEPS)
        prowler.prowl(_PRESSES)
        house.check()
    prowler.let_everybody_in()


def test_every_room_is_known() -> None:
    assert set(prowled_rooms.DIRECTED) == {room.key for room in ROOMS}
