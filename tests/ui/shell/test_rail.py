"""The rail holds every station of the house, on small screens and in large letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from serkut_desk.domain.queues import QUEUES
from serkut_desk.ui import theme
from serkut_desk.ui.desk_window.rooms import ROOMS
from serkut_desk.ui.language import Translations
from serkut_desk.ui.shell.places import BEHIND, BELOW_THE_LINE, ICONS, on_rail, station_title
from serkut_desk.ui.shell.rail import WIDTH, Rail
from serkut_desk.ui.theme import px
from ui import cut, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

KEYS = tuple(ICONS)
SHOWN = on_rail(KEYS)
WAITING = {row.station for row in QUEUES if row.waits}


def made(bot: QtBot, height: int) -> Rail:
    """Return a rail with every station, as high as the screen."""
    rail = Rail("Digipaja", "1")
    bot.addWidget(rail)
    rail.resize(px(WIDTH), height)
    rail.show_stations(KEYS)
    rail.show()
    bot.waitExposed(rail)
    rail.show_waiting(dict.fromkeys(WAITING, 1888))
    return rail


def seen(rail: Rail, widget: QWidget) -> bool:
    """Tell whether a widget is whole within the rail."""
    return rail.rect().contains(QRect(widget.mapTo(rail, QPoint(0, 0)), widget.size()))


@pytest.fixture
def large(dressed: QApplication) -> Iterator[None]:
    """Everything at 150 %."""
    theme.apply(dressed, 1.5)
    yield
    theme.apply(dressed)


def test_rooms_and_icons_name_the_same_stations_in_the_same_order() -> None:
    assert tuple(room.key for room in ROOMS) == KEYS
    assert set(KEYS) > BELOW_THE_LINE
    assert set(KEYS) >= WAITING
    below = [key in BELOW_THE_LINE for key in KEYS]
    assert below == sorted(below)
    assert all(station_title(key) for key in KEYS)


def test_every_station_is_whole_at_768_pixels(dressed: QApplication, qtbot: QtBot) -> None:
    rail = made(qtbot, 768)
    assert len(rail._buttons) == 19
    for button in rail._buttons.values():
        assert button.height() >= px(44)
        assert seen(rail, button)
    assert rail._area.verticalScrollBar().maximum() == 0
    cut.check(rail)
    del dressed


def test_finnish_names_and_large_counts_are_whole_where_one_is(
    dressed: QApplication, qtbot: QtBot
) -> None:
    translations = Translations(dressed)
    translations.use("fi")
    try:
        rail = made(qtbot, 768)
        for key in KEYS:
            rail.show_active(key)
            cut.check(rail)
    finally:
        translations.use("en")


def test_there_is_air_where_there_is_room(dressed: QApplication, qtbot: QtBot) -> None:
    rail = made(qtbot, 1080)
    assert {button.height() for button in rail._buttons.values()} == {px(46)}
    del dressed


def test_it_scrolls_to_the_open_station_in_large_letters(large: None, qtbot: QtBot) -> None:
    rail = made(qtbot, 768)
    assert rail._area.verticalScrollBar().maximum() > 0
    for key in (SHOWN[-1], SHOWN[0], SHOWN[7]):
        rail.show_active(key)
        assert seen(rail, rail._buttons[key])
        assert rail._buttons[key].height() >= px(44)
    rail._buttons[SHOWN[-2]].setFocus()
    QTest.keyClick(rail._buttons[SHOWN[-2]], Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: seen(rail, rail._buttons[SHOWN[-1]]))
    cut.check(rail)
    walk.check(rail)
    del large


def test_stations_behind_others_take_no_number_of_the_rail() -> None:
    assert not set(on_rail(KEYS)) & set(BEHIND)
    # Ctrl and Alt with a figure reach 18 stations: all but the last, which comes after people.
    assert on_rail(KEYS).index("people") < 18
    # Somebody who may not see the head finds what stands behind it on the rail itself.
    assert on_rail(("home", "snapshots")) == ("home", "snapshots")
