"""Where a PIN is typed or tapped; it shows how many digits came, never which."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from serkut_desk.ui.icons import icon
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import COLOURS, px

LONGEST = 12


class PinPad(QWidget):
    """Ten digits, erase and OK; keys of the keyboard come through `digit`, `erase`, `confirm`."""

    entered = Signal(str)
    """The digits, once, when OK or Enter was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = ""
        self._off = False
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(8))
        self._dots = label("", "dots")
        self._dots.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(self._dots, 0, 0, 1, 3)
        for at, character in enumerate("123456789"):
            grid.addWidget(self._key(character), 1 + at // 3, at % 3)
        erase = self._button(self.tr("Erase"))
        erase.setIcon(icon("delete", COLOURS["ink"], size=26))
        erase.setIconSize(QSize(px(26), px(26)))
        erase.clicked.connect(self.erase)
        confirm = self._button(self.tr("OK"))
        confirm.setText(self.tr("OK"))
        confirm.setProperty("rank", "main")
        confirm.clicked.connect(self.confirm)
        grid.addWidget(erase, 4, 0)
        grid.addWidget(self._key("0"), 4, 1)
        grid.addWidget(confirm, 4, 2)
        self._problem = label("", "problem", wrap=True)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(self._problem, 5, 0, 1, 3)
        self._show()

    def digit(self, character: str) -> None:
        """Take one digit."""
        if not self._off and len(self._digits) < LONGEST:
            self._digits += character
            self._problem.clear()
            self._show()

    def erase(self) -> None:
        """Take the last digit away."""
        self._digits = self._digits[:-1]
        self._show()

    def confirm(self) -> None:
        """Hand the digits on; nothing happens when there are none."""
        digits, self._digits = self._digits, ""
        self._show()
        if digits and not self._off:
            self._off = True
            self.entered.emit(digits)

    def wrong(self, sentence: str) -> None:
        """Say what was not right and take digits again."""
        self.clear()
        self._problem.setText(sentence)

    def clear(self) -> None:
        """Forget everything and take digits again."""
        self._digits = ""
        self._off = False
        self._problem.clear()
        self._show()

    def _key(self, character: str) -> QPushButton:
        key = self._button(character)
        key.setText(character)
        key.clicked.connect(lambda: self.digit(character))
        return key

    @staticmethod
    def _button(name: str) -> QPushButton:
        made = QPushButton()
        made.setProperty("part", "digit")
        made.setAutoDefault(False)
        made.setAccessibleName(name)
        return made

    def _show(self) -> None:
        self._dots.setText("●" * len(self._digits) if self._digits else "○ ○ ○ ○")
        self._dots.setAccessibleName(self.tr("%n digits", "", len(self._digits)))
