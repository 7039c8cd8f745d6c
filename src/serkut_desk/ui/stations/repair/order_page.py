"""One order on the whole page: what was done, the next thing in one sentence, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.button import BigButton
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Facts
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.result import ResultCard, stop_invite
from serkut_desk.ui.parts.text import label, rule
from serkut_desk.ui.parts.timeline import Timeline
from serkut_desk.ui.stations.repair.columns import Columns
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.repair.views import OrderView, PartRow

_LEFT, _RIGHT, _MAKER_RIGHT = 330, 292, 350
_NARROW = 840
_FEW_ACTIONS, _LAST_DONE = 4, 3
_SIGN = 72
_BIG_SIGN = 132


class ActionList(QWidget):
    """Buttons below each other, words at the left, keys at the right; below them why not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._made: list[QWidget] = []

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer other things."""
        for old in self._made:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._made = []
        for action in actions:
            button = BigButton(action)
            row = button.layout()
            if isinstance(row, QHBoxLayout):
                row.setContentsMargins(px(14), 0, px(12), 0)
                row.setStretch(1 if action.icon else 0, 1)
            self._add(button)
        reasons = dict.fromkeys(a.reason for a in actions if not a.enabled and a.reason)
        if reasons:
            self._add(label(" ".join(reasons), "secondary", wrap=True))

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        self._made.append(widget)


class PartRows(QWidget):
    """The parts of an order."""

    def __init__(self, rows: Sequence[PartRow]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for at, one in enumerate(rows):
            if at:
                column.addWidget(rule())
            head = QHBoxLayout()
            head.setSpacing(px(8))
            if one.code:
                head.addWidget(label(one.code, "code"), 0, Qt.AlignmentFlag.AlignTop)
            head.addWidget(label(one.name, wrap=True), 1)
            column.addLayout(head)
            column.addWidget(label(one.state, "mark", wrap=True, tone=str(one.tone)))
        # Rows stay together where there is room below.
        column.addStretch(1)


class OrderPage(Columns):
    """Shows an `OrderView`.

    Args:
        view: The order.
        main: What F10 does, None when nothing is next.
        actions: Everything else that can be done.
        stop: Opens the STOP screen.
        plain: The maker's view: one sign, one sentence, one result.
    """

    def __init__(
        self,
        view: OrderView,
        main: Action | None,
        actions: Sequence[Action],
        stop: Action,
        *,
        plain: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_NARROW, 14, parent)
        self.result = ResultCard()
        if not plain:
            self.add(self._story(view), _LEFT)
        self.add(self._middle(view, main, plain=plain))
        self.add(self._right(view, actions, stop, plain=plain), _MAKER_RIGHT if plain else _RIGHT)

    def _story(self, view: OrderView) -> QWidget:
        card = Card()
        card.add(_head(view))
        below = QWidget()
        below.setProperty("part", "clear")
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(10))
        column.addWidget(Facts(view.facts))
        column.addWidget(label(self.tr("What was done"), "section"))
        if view.happenings:
            column.addWidget(Timeline(view.happenings))
        else:
            column.addWidget(label(self.tr("Nothing yet."), "muted"))
        column.addStretch(1)
        card.add(_scrolling(below, self.tr("What was done")), 1)
        return card

    def _middle(self, view: OrderView, main: Action | None, *, plain: bool) -> QWidget:
        card = Card()
        centre = Qt.AlignmentFlag.AlignHCenter
        align = Qt.AlignmentFlag.AlignCenter
        card.body.addStretch(1)
        tone = theme.TONES[view.next.tone]
        tint = theme.COLOURS["accent_text"] if view.next.tone is Tone.INFO else tone.text
        size = _BIG_SIGN if plain else _SIGN
        card.body.addWidget(IconLabel(view.next.icon, tint, size), 0, centre)
        card.body.addSpacing(px(6))
        card.body.addWidget(_middled(self.tr("Next"), "section"))
        sentence = label(view.next.title, "display" if plain else "result", wrap=True)
        sentence.setAlignment(align)
        card.add(sentence)
        said = label(view.next.text, "lead", wrap=True)
        said.setAlignment(align)
        card.add(said)
        if main is not None:
            button = BigButton(main, "main", big=True)
            card.body.addSpacing(px(8))
            card.body.addWidget(button, 0, centre)
            if not main.enabled and main.reason:
                why = label(main.reason, "secondary", wrap=True)
                why.setAlignment(align)
                card.add(why)
        card.body.addStretch(1)
        if view.safety is not None and not plain:
            card.body.addWidget(Pill(view.safety.word, view.safety.tone), 0, centre)
        if view.parts and not plain:
            card.add(rule())
            card.add(label(self.tr("Parts"), "section"))
            rows = _scrolling(PartRows(view.parts), self.tr("Parts"))
            rows.setMaximumHeight(px(180))
            card.add(rows)
        return card

    def _right(
        self, view: OrderView, actions: Sequence[Action], stop: Action, *, plain: bool
    ) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self.result.setVisible(False)
        column.addWidget(self.result)
        if plain:
            device = Card()
            device.tighten()
            device.add(_head(view))
            if view.parts:
                device.add(PartRows(view.parts))
            if view.happenings and len(actions) <= _FEW_ACTIONS:
                # Whoever goes on with another's work reads what was done.
                device.add(label(self.tr("What was done"), "section"))
                device.add(Timeline(view.happenings[:_LAST_DONE]))
            column.addWidget(device)
        card = Card()
        card.tighten()
        listed = ActionList()
        listed.show_actions(actions)
        card.add(listed)
        card.body.addStretch(1)
        column.addWidget(card, 0 if plain else 1)
        if plain:
            column.addStretch(1)
        side = QWidget()
        whole = QVBoxLayout(side)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(12))
        whole.addWidget(_scrolling(inside, self.tr("What can be done")), 1)
        if plain:
            # STOP is never scrolled out of sight.
            whole.addWidget(stop_invite(stop))
        return side


def _middled(words: str, part: str) -> QWidget:
    made = label(words, part)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def _head(view: OrderView) -> QWidget:
    """Return the device: code large, state, model, fault."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(4))
    row = QHBoxLayout()
    row.addWidget(label(view.device, "deviceid"))
    row.addStretch(1)
    row.addWidget(Pill(view.state.word, view.state.tone), 0, Qt.AlignmentFlag.AlignVCenter)
    column.addLayout(row)
    column.addWidget(label(view.model, "muted", wrap=True))
    column.addWidget(label(view.fault, "strong", wrap=True))
    return inside


def _scrolling(inside: QWidget, name: str) -> QScrollArea:
    inside.setProperty("part", "clear")
    area = QScrollArea()
    area.setProperty("part", "clear")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.setWidget(inside)
    return area
