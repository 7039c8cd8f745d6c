"""Pages come when asked, late ones are dropped, ticks never outlive their row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip

from serkut_desk.ui.parts.data_table import DataTable, shared
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

Pair = tuple[str, str]


@pytest.fixture
def model(qtbot: QtBot) -> PagedModel[Pair]:
    del qtbot
    return PagedModel(
        (Column("Code", lambda row: row[0]), Column("State", lambda row: row[1])),
        key=lambda row: row[0],
        checkable=lambda row: row[1] == "ready",
    )


def rows(first: int, count: int) -> list[Pair]:
    return [(f"SD{at}", "ready" if at % 2 else "no") for at in range(first, first + count)]


def test_pages_follow_the_last_key(model: PagedModel[Pair], qtmodeltester: ModelTester) -> None:
    asked: list[tuple[str | None, int]] = []
    model.page_wanted.connect(lambda after, token: asked.append((after, token)))
    model.reload()
    assert asked == [(None, 1)]
    assert not model.canFetchMore(QModelIndex())
    model.take_page(1, rows(0, 3), more=True)
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert asked == [(None, 1), ("SD2", 1)]
    model.take_page(1, rows(3, 2), more=False)
    assert model.rowCount() == 5
    assert not model.canFetchMore(QModelIndex())
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt leaves it untyped


def test_a_page_of_an_older_query_is_dropped(model: PagedModel[Pair]) -> None:
    model.reload()
    model.reload()
    model.take_page(1, rows(0, 3), more=False)
    assert model.rowCount() == 0
    model.take_page(2, rows(5, 1), more=False)
    assert model.row(0) == ("SD5", "ready")


def test_only_what_may_be_ticked_is_ticked(model: PagedModel[Pair]) -> None:
    model.show_rows(rows(0, 4))
    model.check_all(on=True)
    assert [row[0] for row in model.checked] == ["SD1", "SD3"]
    assert not model.setData(model.index(0, 0), 2, int(Qt.ItemDataRole.CheckStateRole))
    for now in ([], ["SD1", "SD3"]):
        model.turn_all()
        assert [row[0] for row in model.checked] == now


def test_a_row_that_is_gone_or_changed_is_no_longer_ticked(model: PagedModel[Pair]) -> None:
    model.show_rows([("A", "ready"), ("B", "ready"), ("C", "ready")])
    model.check_all(on=True)
    model.show_rows([("A", "ready"), ("B", "no")])
    assert model.checked == (("A", "ready"),)


def test_space_ticks_and_moving_tells_the_row(model: PagedModel[Pair], qtbot: QtBot) -> None:
    model.show_rows(rows(0, 4))
    table: DataTable[Pair] = DataTable(model, "Devices", ticks=True)
    qtbot.addWidget(table)
    table.show()
    picked: list[Pair] = []
    table.picked.connect(picked.append)
    table.show_row("SD1")
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert picked == [("SD1", "ready")]
    assert [row[0] for row in model.checked] == ["SD1"]
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert [row[0] for row in model.checked] == []
    # A tap elsewhere in the row does not change what the keys do.
    table.setCurrentIndex(model.index(1, 1))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert [row[0] for row in model.checked] == ["SD1"]
    for key, row in ((Qt.Key.Key_End, 3), (Qt.Key.Key_Up, 2), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(table, key)
        assert table.currentIndex().row() == row
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert [row[0] for row in model.checked] == ["SD1"]


def test_codes_give_room_after_words_and_what_is_cut_is_said(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _view: said.append(words))
    whole = ("S4EVNX0R100001234567", "a method with a long name", "in order")
    model: PagedModel[tuple[str, str, str]] = PagedModel(
        (
            Column("Serial", lambda row: row[0], mono=True, weight=0, width=60),
            Column("How", lambda row: row[1], width=60),
            Column("State", lambda row: row[2], tone=lambda _: Tone.GOOD, weight=0, width=60),
        ),
        key=lambda row: row[0],
        checkable=lambda row: row[2] == "ready",
    )
    table: DataTable[tuple[str, str, str]] = DataTable(model, "Media", ticks=True)
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    model.show_rows([whole])
    assert sum(table.columnWidth(at) for at in range(3)) <= table.viewport().width()
    state = table.itemDelegate().sizeHint(QStyleOptionViewItem(), model.index(0, 2)).width()
    assert table.columnWidth(2) == state
    untickable = table.itemDelegate().sizeHint(QStyleOptionViewItem(), model.index(0, 0)).width()
    model.show_rows([whole, ("B", "", "ready")])
    tickable = table.itemDelegate().sizeHint(QStyleOptionViewItem(), model.index(0, 0)).width()
    assert tickable > untickable
    for at in (1, 2):
        spot = table.visualRect(model.index(0, at)).center()
        asked = QHelpEvent(QEvent.Type.ToolTip, spot, table.viewport().mapToGlobal(spot))
        QApplication.sendEvent(table.viewport(), asked)
    assert said == [whole[1], ""]
    # A name from somebody's file is shown as it is written, never as what it would look like.
    model.show_rows([(whole[0], "<img src='x'> and more of it", "in order")])
    spot = table.visualRect(model.index(0, 1)).center()
    asked = QHelpEvent(QEvent.Type.ToolTip, spot, table.viewport().mapToGlobal(spot))
    QApplication.sendEvent(table.viewport(), asked)
    assert "<img" not in said[-1]
    assert "&lt;img" in said[-1]


def test_columns_share_what_is_left_and_give_what_lacks() -> None:
    assert shared([100, 50], [20, 20], [1, 0], 40) == [140, 50]
    assert shared([100, 50], [20, 20], [1, 1], -40) == [80, 30]
    # The second one has come to its least: the first gives the rest too.
    assert shared([100, 50], [20, 45], [1, 1], -40) == [65, 45]
    assert shared([100, 50], [90, 45], [1, 1], -40) == [90, 45]
    assert shared([10, 50], [30, 20], [0, 1], 0) == [30, 30]


@given(
    st.lists(
        st.tuples(st.integers(0, 400), st.integers(0, 200), st.integers(0, 3)),
        min_size=1,
        max_size=8,
    ),
    st.integers(0, 1500),
)
def test_no_column_is_below_its_least_and_none_scrolls_without_need(
    columns: list[tuple[int, int, int]], room: int
) -> None:
    wanted, least, weights = (list(part) for part in zip(*columns, strict=True))
    widths = shared(wanted, least, weights, room - sum(wanted))
    assert all(width >= low for width, low in zip(widths, least, strict=True))
    givers = [at for at, weight in enumerate(weights) if weight and widths[at] > least[at]]
    assert sum(widths) <= room or not givers
