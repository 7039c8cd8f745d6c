"""Shipments: which are open, which left, and what is on the chosen one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label, rule
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.stations.containers.views import ShipmentView


class ShipmentTile(QPushButton):
    """One shipment; a tap chooses it."""

    def __init__(self, view: ShipmentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "box")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(px(72))
        self.setAccessibleName(f"{view.title}, {view.word}, {view.subtitle}")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(10))
        head = QHBoxLayout()
        head.addWidget(label(f"{view.shipment} · {view.title}", "strong"))
        head.addStretch(1)
        head.addWidget(Pill(view.word, view.tone))
        column.addLayout(head)
        column.addWidget(label(view.subtitle, "secondary"))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class Shipments(Card):
    """The list of shipments with the actions of the chosen one."""

    picked = Signal(int)
    """Number of a shipment that was tapped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Shipments"), parent=parent)
        self._tiles: dict[int, ShipmentTile] = {}
        inside = QWidget()
        inside.setProperty("part", "clear")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, px(6), 0)
        self._column.setSpacing(px(10))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setProperty("part", "clear")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("Shipments"))
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        self.bar = ActionBar()
        self.body.addWidget(self.bar)
        self._empty: QWidget | None = None

    def show_shipments(self, views: Sequence[ShipmentView], chosen: int) -> None:
        """Show other shipments."""
        for old in [*self._tiles.values(), *([self._empty] if self._empty else [])]:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tiles, self._empty = {}, None
        for view in views:
            tile = ShipmentTile(view)
            tile.setChecked(view.shipment == chosen)
            tile.clicked.connect(partial(self.picked.emit, view.shipment))
            self._column.addWidget(tile)
            self._tiles[view.shipment] = tile
        if not views:
            said = self.tr("Begin one. Then scan sealed and weighed containers.")
            self._empty = EmptyState(StateKind.NOTHING, self.tr("No shipments yet"), (said,))
            self._column.addWidget(self._empty)

    def choose(self, shipment: int) -> None:
        """Show which one is chosen."""
        for number, tile in self._tiles.items():
            tile.setChecked(number == shipment)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer other actions."""
        self.bar.show_actions(actions)


class ShipmentSide(Card):
    """What is on the chosen shipment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._inside: QWidget | None = None
        self.show_shipment(None)

    def show_shipment(self, view: ShipmentView | None) -> None:
        """Show another one; None when none is chosen."""
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(4), 0)
        column.setSpacing(px(8))
        if view is None:
            column.addWidget(label(self.tr("Choose a shipment."), "muted", wrap=True))
        else:
            column.addWidget(label(view.title, "lead", wrap=True))
            column.addWidget(label(view.subtitle, "secondary", wrap=True))
            self._rows(column, view)
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("part", "clear")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("The chosen shipment"))
        area.setWidget(inside)
        self._inside = area
        self.body.addWidget(area, 1)

    def _rows(self, column: QVBoxLayout, view: ShipmentView) -> None:
        column.addSpacing(px(6))
        title = self.tr("%n containers", "", len(view.boxes))
        column.addWidget(label(title if view.boxes else self.tr("Scan containers"), "section"))
        for at, row in enumerate(view.boxes):
            if at:
                column.addWidget(rule())
            line = QHBoxLayout()
            line.setSpacing(px(10))
            line.addWidget(label(row.source, "strong"))
            line.addWidget(label(row.what, "secondary", wrap=True), 1)
            line.addWidget(label(row.weight))
            column.addLayout(line)
