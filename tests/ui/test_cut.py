"""What looks for cut words finds them, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from serkut_desk.ui.parts.text import label
from ui import cut

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def _shown(bot: QtBot, inside: QWidget, width: int, height: int) -> QWidget:
    root = QWidget()
    bot.addWidget(root)
    root.resize(400, 300)
    inside.setParent(root)
    inside.setGeometry(10, 10, width, height)
    root.show()
    return root


def test_words_without_room_are_found(dressed: QApplication, qtbot: QtBot) -> None:
    root = _shown(qtbot, label("Tallennusvälineet kertomatta"), 60, 24)
    assert "needs width" in cut.cut(root)[0]
    del dressed


def test_lines_without_room_are_found(dressed: QApplication, qtbot: QtBot) -> None:
    root = _shown(qtbot, label("yksi kaksi kolme " * 8, wrap=True), 120, 20)
    assert "needs height" in cut.cut(root)[0]
    del dressed


def test_a_button_without_room_is_found(dressed: QApplication, qtbot: QtBot) -> None:
    root = _shown(qtbot, QPushButton("Hyväksy ja tulosta"), 40, 30)
    assert any("needs width" in one for one in cut.cut(root))
    del dressed


def test_what_reaches_out_is_found(dressed: QApplication, qtbot: QtBot) -> None:
    root = _shown(qtbot, label("Lue"), 500, 24)
    assert "reaches out" in cut.cut(root)[0]
    del dressed


def test_what_fits_and_what_is_hidden_is_not(dressed: QApplication, qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(label("yksi kaksi kolme " * 4, wrap=True))
    column.addWidget(QPushButton("Tallenna"))
    hidden = label("x" * 500)
    root = _shown(qtbot, inside, 380, 280)
    hidden.setParent(root)
    hidden.hide()
    cut.check(root)
    del dressed
