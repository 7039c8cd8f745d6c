"""Opening a work order: first what is wrong, on big answers, then a few words and F10."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.domain.codes import parse_code
from serkut_desk.ui import theme
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.repair.tiles import KeyedTiles
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.stations.repair.views import TileChoice, ToOpen

_MANY = 20  # from here five answers stand side by side
_FEW_COLUMNS, _MANY_COLUMNS = 4, 5
_WORDS_WIDTH = 820
_SIGN = 96
_OWN_CODE = re.compile(r"[A-Za-z]{2}[0-9]{10}$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Number of the fault, the problem in words, and whether the work begins at once."""

    fault: int
    problem: str
    take: bool


class OpeningView(Card):
    """Asks what is wrong with a device."""

    wanted = Signal(object)
    """A `Wanted`."""
    left = Signal()
    """Back to the board; nothing was opened."""
    changed = Signal()
    """Other things can be done now."""
    code_scanned = Signal(str)
    """One of our codes, scanned while the words were being typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.view: ToOpen | None = None
        self._choices: tuple[TileChoice, ...] = ()
        self.fault = ""
        self._before = ""
        self._pages = QStackedWidget()
        self._faults = QWidget()
        self._tiles = KeyedTiles(_FEW_COLUMNS)
        self._head = QVBoxLayout()
        head = QHBoxLayout()
        head.setSpacing(px(14))
        self._code = label("", "deviceid")
        self._model = label("", "lead", wrap=True)
        head.addWidget(self._code)
        head.addWidget(self._model, 1)
        self._reason = label("", "muted", wrap=True)
        self.body.addLayout(head)
        self.add(self._reason)
        self.add(self._pages, 1)
        self._bar = ActionBar()
        self.add(self._bar)
        self._pages.addWidget(self._fault_page())
        self._pages.addWidget(self._problem_page())

    def _fault_page(self) -> QWidget:
        column = QVBoxLayout(self._faults)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(label(self.tr("What is wrong with it?"), "title"))
        self._slot = QVBoxLayout()
        column.addLayout(self._slot)
        column.addStretch(1)
        return self._faults

    def _problem_page(self) -> QWidget:
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setMaximumWidth(px(_WORDS_WIDTH))
        across.addStretch(1)
        across.addWidget(inside, 20)
        across.addStretch(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        middle = Qt.AlignmentFlag.AlignHCenter
        self._sign = IconLabel("wrench", theme.COLOURS["accent_text"], _SIGN)
        self._fault_words = label("", "display", wrap=True)
        self._fault_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        column.addWidget(self._sign, 0, middle)
        column.addWidget(self._fault_words)
        self._problem = TextField(
            self.tr("Tell it in a few words"), self.tr("What does not work? When?")
        )
        self._problem.edited.connect(lambda _text: self._show_bar())
        self._problem.edit.editingFinished.connect(self._typed)
        column.addWidget(self._problem)
        self._wrong = label("", "problem", wrap=True)
        self._wrong.hide()
        column.addWidget(self._wrong)
        self._words_bar = ActionBar(big=True)
        column.addWidget(self._words_bar)
        column.addStretch(3)
        return page

    @property
    def problem_text(self) -> str:
        """What was written."""
        return self._problem.text

    def ask(
        self, view: ToOpen, choices: Sequence[TileChoice], fault: str = "", problem: str = ""
    ) -> None:
        """Ask about a device; `fault` and `problem` go on where it was left."""
        self.view, self._choices = view, tuple(choices)
        self._code.setText(view.short)
        self._model.setText(view.model)
        decided = self.tr("Decided for repair: {0}").replace("{0}", view.reason)
        self._reason.setText(decided if view.reason else "")
        self._reason.setVisible(bool(view.reason))
        self._make_tiles()
        self._problem.set_text(problem or view.reason)
        known = fault if any(one.key == fault for one in choices) else ""
        self._pick(known) if known else self._to_faults()

    def refuse(self, sentence: str) -> None:
        """Say why it could not be opened."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def offers(self) -> tuple[Action, ...]:
        """Return the answers, or what to do with the chosen one."""
        leave = Action(self.tr("Cancel"), self.left.emit, "F9", "x")
        if not self.fault:
            return (*self._tiles.offers(), leave)
        missing = "" if self._problem.text else self.tr("Write a few words first.")
        return (
            Action(
                self.tr("Open and begin"),
                self._begin,
                "F10",
                "wrench",
                enabled=not missing,
                reason=missing,
                main=True,
            ),
            Action(
                self.tr("Open, work later"),
                self._later,
                "F8",
                "inbox",
                enabled=not missing,
                reason=missing,
            ),
            Action(self.tr("Another fault"), self._to_faults, "F2", "arrow-left"),
            leave,
        )

    def back(self) -> None:
        """Go one question back, or leave."""
        if self.fault:
            self._to_faults()
        else:
            self.left.emit()

    def _make_tiles(self) -> None:
        self._slot.removeWidget(self._tiles)
        self._tiles.hide()
        self._tiles.deleteLater()
        many = len(self._choices) > _MANY
        self._tiles = KeyedTiles(_MANY_COLUMNS if many else _FEW_COLUMNS)
        self._tiles.picked.connect(self._pick)
        self._tiles.keys_moved.connect(self.changed)
        self._tiles.show_choices(self._choices)
        self._slot.addWidget(self._tiles)

    def _to_faults(self) -> None:
        self.fault = ""
        self._tiles.choose("")
        self._pages.setCurrentIndex(0)
        self._show_bar()

    def _pick(self, fault: str) -> None:
        self.fault = fault
        chosen = next(one for one in self._choices if one.key == fault)
        self._sign.set_icon(chosen.icon, theme.COLOURS["accent_text"], _SIGN)
        self._fault_words.setText(chosen.word)
        self.refuse("")
        self._pages.setCurrentIndex(1)
        self._show_bar()
        # Keys go into the words; what the decision said is replaced by the first of them.
        self._before = self._problem.text
        self._problem.setFocus()
        self._problem.edit.selectAll()

    def _typed(self) -> None:
        """Hand on a label that was scanned into the words, and leave the words as they were."""
        text = self._problem.text
        found = _OWN_CODE.search(text)
        if found is None or parse_code(found[0]) is None:
            return
        self._problem.set_text(text[: found.start()] or self._before)
        self._show_bar()
        self.code_scanned.emit(found[0])

    def _show_bar(self) -> None:
        actions = self.offers()
        tiles = self._tiles.offers() if not self.fault else ()
        keyed = {action.key for action in tiles if action.key != "F11"}
        bar = self._words_bar if self.fault else self._bar
        bar.show_actions([action for action in actions if action.key not in keyed])
        self._bar.setVisible(not self.fault)
        self.changed.emit()

    def _begin(self) -> None:
        self.wanted.emit(Wanted(int(self.fault), self._problem.text, take=True))

    def _later(self) -> None:
        self.wanted.emit(Wanted(int(self.fault), self._problem.text, take=False))
