"""A row of choices of which one is on: views of a list, kinds, answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from serkut_desk.ui.parts.flow import FlowLayout
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several; `count` is shown behind the word when it is given."""

    key: str
    word: str
    count: int | None = None


class ChoiceStrip(QWidget):
    """Buttons of which exactly one is on."""

    chosen = Signal(str)
    """The key, when a person chose."""

    def __init__(
        self, name: str, choices: Sequence[Choice], current: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        row = FlowLayout(px(8), self)
        for choice in choices:
            button = QPushButton()
            button.setProperty("part", "choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("key", choice.key)
            self._group.addButton(button)
            self._buttons[choice.key] = button
            row.addWidget(button)
        self.show_choices(choices)
        self.choose(current or choices[0].key)
        self._group.buttonClicked.connect(self._clicked)

    @property
    def current(self) -> str:
        """The key of the one that is on."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Turn another one on, without a signal; an unknown key changes nothing."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show other words and counts for the same keys."""
        for choice in choices:
            count = "" if choice.count is None else f" {choice.count}"
            self._buttons[choice.key].setText(choice.word + count)

    def show_only(self, keys: Collection[str]) -> None:
        """Hide every other choice, until it is among them again."""
        for key, button in self._buttons.items():
            button.setVisible(key in keys)
        self.updateGeometry()

    def _clicked(self, button: QPushButton) -> None:
        self.chosen.emit(str(button.property("key")))
