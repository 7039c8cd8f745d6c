"""Fields have names, say where a value comes from and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from serkut_desk.ui.forms import ChoiceField, TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_a_field_is_named_and_described_for_a_screen_reader(qtbot: QtBot) -> None:
    field = TextField("Serial number", hint="On the underside.")
    qtbot.addWidget(field)
    spoken = QAccessible.queryAccessibleInterface(field.edit)
    assert spoken.text(QAccessible.Text.Name) == "Serial number"
    assert spoken.text(QAccessible.Text.Description) == "On the underside."
    field.set_problem("Too short.")
    assert spoken.text(QAccessible.Text.Description) == "Too short."
    field.set_problem("")
    assert spoken.text(QAccessible.Text.Description) == "On the underside."


def test_only_a_persons_typing_is_told(qtbot: QtBot, dressed: QApplication) -> None:
    field = TextField("Model")
    qtbot.addWidget(field)
    told: list[str] = []
    field.edited.connect(told.append)
    field.set_text("  L14 ", "from the list")
    assert field.text == "L14"
    assert told == []
    field.edit.setText("")
    QTest.keyClicks(field.edit, "X1")
    assert told == ["X", "X1"]
    del dressed


def test_a_choice_keeps_its_key_when_the_list_changes(qtbot: QtBot) -> None:
    field = ChoiceField("Type", (("laptop", "Laptop"), ("phone", "Phone")))
    qtbot.addWidget(field)
    field.choose("phone")
    field.set_choices((("tablet", "Tablet"), ("phone", "Mobile")))
    assert field.key == "phone"
    field.choose("unknown")
    assert field.key == "phone"
    field.set_choices((("tablet", "Tablet"),))
    assert field.key == "tablet"
