"""The strip above: scan line, what is set now, who works and how to lock."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.scan_line import ScanLine
from serkut_desk.ui.theme import COLOURS, px, scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from serkut_desk.ui.panel import Chip, PersonView

_NARROW = 900  # px at 100 %


class ChipLabel(QLabel):
    """One thing that is set now; it only informs. Where room is short it says the core of it."""

    def __init__(self, chip: Chip) -> None:
        super().__init__()
        self.setProperty("part", "chip")
        self.setTextFormat(Qt.TextFormat.RichText)
        strong = f"<b>{escape(chip.strong)}</b>" if chip.strong else ""
        before = " ".join(filter(None, (escape(chip.before), strong)))
        self._whole = " · ".join(filter(None, (before, escape(chip.after))))
        self._core = strong or self._whole
        whole = " ".join(filter(None, (chip.before, chip.strong, chip.after)))
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.show_core(short=False)

    def show_core(self, *, short: bool) -> None:
        """Say everything, or only the core."""
        self.setText(self._core if short else self._whole)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Let the window shrink; the text is then changed to the core."""
        return QSize(px(40), super().minimumSizeHint().height())


class PersonCorner(QPushButton):
    """Who works now; pressing it locks the desk."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "person")
        self.setMinimumHeight(px(52))
        self.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), 0, px(6), 0)
        row.setSpacing(px(10))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        self._name = label("", "strong")
        self._lock = label(self.tr("Lock F12"), "secondary")
        lines.addStretch(1)
        for line in (self._name, self._lock):
            line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            lines.addWidget(line)
        lines.addStretch(1)
        self._avatar = label("", "avatar")
        self._avatar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addLayout(lines)
        row.addWidget(self._avatar)
        for child in (self._name, self._lock, self._avatar):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_person(self, person: PersonView | None) -> None:
        """Show another person."""
        self.setVisible(person is not None)
        self._name.setText(person.called if person else "")
        self._avatar.setText(person.short if person else "")
        self.setAccessibleName(f"{self._name.text()}, {self._lock.text()}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for the name."""
        inner = self.layout()
        return inner.sizeHint() if inner else QSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Never cut the name."""
        return self.sizeHint()


class SearchButton(QPushButton):
    """Opens the search over everything; where room is short it shows only its sign and key."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "button")
        self.setFixedHeight(px(46))
        self.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), 0, px(14), 0)
        row.setSpacing(px(8))
        self._word = label(self.tr("Search"))
        row.addWidget(IconLabel("search", COLOURS["ink"], 20))
        row.addWidget(self._word)
        row.addWidget(label("Ctrl+F", "key"))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(f"{self._word.text()} Ctrl+F")

    def show_core(self, *, short: bool) -> None:
        """Leave the word out, or say it."""
        self._word.setVisible(not short)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for what it says."""
        inner = self.layout()
        return QSize(inner.sizeHint().width() if inner else 0, px(46))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Never cut it."""
        return self.sizeHint()


class TopBar(QFrame):
    """Scan line at the left, search and chips beside it, person at the right."""

    lock_wanted = Signal()
    search_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "top")
        self.setFixedHeight(px(72))
        self.scan_line = ScanLine()
        self.scan_line.setMinimumWidth(px(260))
        self._person = PersonCorner()
        self._person.clicked.connect(self.lock_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), 0, px(14), 0)
        row.setSpacing(px(12))
        row.addWidget(self.scan_line, 5)
        self._search = SearchButton()
        self._search.clicked.connect(self.search_wanted)
        self._search.hide()
        row.addWidget(self._search)
        self._chips = QHBoxLayout()
        self._shown: tuple[Chip, ...] = ()
        self._chips.setSpacing(px(8))
        row.addLayout(self._chips)
        row.addStretch(2)
        row.addWidget(self._person)

    def show_person(self, person: PersonView | None) -> None:
        """Show who works now."""
        self._person.show_person(person)
        self._search.setVisible(person is not None)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show what is set now."""
        if self._shown == tuple(chips):
            return
        self._shown = tuple(chips)
        while self._chips.count():
            item = self._chips.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for chip in chips:
            self._chips.addWidget(ChipLabel(chip))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Shorten the chips where the strip is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        short = self.width() / scale() < _NARROW
        self._search.show_core(short=short)
        for at in range(self._chips.count()):
            item = self._chips.itemAt(at)
            chip = item.widget() if item else None
            if isinstance(chip, ChipLabel):
                chip.show_core(short=short)
