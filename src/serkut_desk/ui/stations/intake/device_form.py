"""The supervisor's fields: they fill by scanning and say where each value comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.ui.forms import ChoiceField, FormGrid, TextField
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.intake.views import FieldView, FormView


class DeviceForm(Card):
    """Shows a `FormView` and tells what a person wrote over it.

    Args:
        types: Key and word of each device type.
    """

    changed = Signal(str, str)
    """Field (type, model, serial, inventory, media, place) and what a person put there."""

    def __init__(self, types: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.tighten()
        # One line for both: how to begin, then what was read.
        self._head = label("", "section", wrap=True)
        self.add(self._head)
        choices = (("", self.tr("not known yet")), *types)
        self._type = ChoiceField(self.tr("Device type"), choices)
        self._fields = {
            "model": TextField(self.tr("Model")),
            "serial": TextField(self.tr("Serial number"), mono=True),
            "inventory": TextField(self.tr("Inventory number"), mono=True),
            "media": TextField(self.tr("Storage media")),
            "place": TextField(self.tr("Place")),
        }
        grid = FormGrid(3, gap=4)
        grid.add(self._type)
        for key, field in self._fields.items():
            grid.add(field)
            field.edit.setProperty("key", key)
            field.edit.editingFinished.connect(self._finished)
        # Media have kind, serial and size: they are asked on a card of their own (F2).
        self._fields["media"].edit.setReadOnly(True)
        self._shown: dict[str, str] = dict.fromkeys(self._fields, "")
        self._type.chosen.connect(self._type_chosen)
        self._actions = ActionBar()
        self.add(grid)
        self._question = label("", "strong", wrap=True, tone=str(Tone.ATTENTION))
        self._answers = ActionBar()
        self.add(self._question)
        self.add(self._answers)
        self.add(self._actions)
        self.show_question("", ())
        self.show_read("")

    def show_read(self, sentences: str) -> None:
        """Say what every sticker was taken for; "" says how to begin."""
        self._head.setText(sentences or self.tr("Device: fills as you scan"))

    def show_form(self, view: FormView) -> None:
        """Fill the fields; one that is being written in is left alone."""
        self._type.box.setCurrentIndex(max(self._type.box.findData(view.type_key), 0))
        self._type.set_source(view.type_source)
        values: dict[str, FieldView] = {
            "model": view.model,
            "serial": view.serial,
            "inventory": view.inventory,
            "media": view.media,
            "place": view.place,
        }
        for key, value in values.items():
            field = self._fields[key]
            if field.edit.hasFocus() and field.edit.isModified():
                continue
            self._shown[key] = value.text
            field.set_text(value.text, value.source)

    def show_question(self, sentence: str, answers: Sequence[Action]) -> None:
        """Ask something; without answers nothing is asked."""
        self._question.setText(sentence)
        self._answers.show_actions(answers)
        self._question.setVisible(bool(answers))
        self._answers.setVisible(bool(answers))
        self._actions.setVisible(not answers)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done now."""
        self._actions.show_actions(actions)

    def _finished(self) -> None:
        edit = self.sender()
        key = str(edit.property("key"))
        text = self._fields[key].text
        if text != self._shown[key]:
            self._shown[key] = text
            self.changed.emit(key, text)

    def _type_chosen(self, key: str) -> None:
        self.changed.emit("type", key)
