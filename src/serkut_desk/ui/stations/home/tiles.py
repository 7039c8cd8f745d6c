"""Queues as big buttons: a figure, a name, and what has waited longest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from serkut_desk.ui.keys import OPENS_BY_ENTER
from serkut_desk.ui.parts.pictures import Picture
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.theme import font, px

if TYPE_CHECKING:
    from serkut_desk.ui.parts.pictures import PictureName
    from serkut_desk.ui.stations.home.views import QueueView


class OpeningButton(QPushButton):
    """A button made of labels that opens something; Enter presses it after an arrow or Tab."""

    def __init__(self, part: str, least: int) -> None:
        super().__init__()
        self.setProperty("part", part)
        self.setProperty(OPENS_BY_ENTER, True)  # noqa: FBT003 - Qt names no argument
        self.setAutoDefault(False)
        self.setMinimumHeight(px(least))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def finish(self) -> None:
        """Let a touch anywhere press it; call when it holds everything."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for what it holds; its layout tells the height for each width."""
        inner = self.layout()
        return (inner.sizeHint() if inner else QSize()).expandedTo(self.minimumSize())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Never cut a word."""
        inner = self.layout()
        return QSize(inner.minimumSize().width() if inner else 0, self.minimumHeight())


class QueueTile(OpeningButton):
    """One queue for who works on everything.

    Args:
        key: F-key that opens it, "" for none.
    """

    def __init__(self, key: str) -> None:
        super().__init__("queue", 84)
        self._key = key
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(9), px(12), px(9))
        column.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(6))
        self._name = label("", "strong", wrap=True)
        head.addWidget(self._name, 1)
        if key:
            head.addWidget(label(key, "key"), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        below = QHBoxLayout()
        below.setSpacing(px(10))
        self._figure = label("", "number")
        self._figure.setFont(font(30, figures=True))
        self._oldest = label("", "secondary", wrap=True)
        self._oldest.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        below.addWidget(self._figure)
        below.addWidget(self._oldest, 1, Qt.AlignmentFlag.AlignBottom)
        column.addStretch(1)
        column.addLayout(below)
        self.finish()

    def show_queue(self, view: QueueView) -> None:
        """Show how it stands."""
        self._name.setText(view.name)
        self._figure.setText(str(view.count))
        self._oldest.setText(view.oldest)
        self._oldest.setVisible(bool(view.oldest))
        for part in (self._name, self._figure):
            restyle(part, "none", "false" if view.count else "true")
        self.setAccessibleName(f"{view.name} {view.count}")
        self.setAccessibleDescription(view.oldest)


class BeginTile(OpeningButton):
    """One thing that a maker can begin with: picture, one sentence, how many wait.

    Args:
        key: F-key that opens it, "" for none.
        picture: What it looks like.
    """

    def __init__(self, key: str, picture: PictureName) -> None:
        super().__init__("queue", 108)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(14), px(8))
        row.setSpacing(px(16))
        drawn = Picture(picture, "", 116)
        drawn.setFixedWidth(px(116))
        row.addWidget(drawn)
        words = QVBoxLayout()
        words.setSpacing(px(4))
        head = QHBoxLayout()
        self._begin = label("", "begin", wrap=True)
        head.addWidget(self._begin, 1)
        if key:
            head.addWidget(label(key, "key"), 0, Qt.AlignmentFlag.AlignTop)
        words.addStretch(1)
        words.addLayout(head)
        below = QHBoxLayout()
        below.setSpacing(px(8))
        self._figure = label("", "number")
        self._figure.setFont(font(30, figures=True))
        self._waits = label("", "muted", wrap=True)
        below.addWidget(self._figure)
        below.addWidget(self._waits, 1)
        words.addLayout(below)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.finish()

    def show_queue(self, view: QueueView) -> None:
        """Show how it stands."""
        self._begin.setText(view.name)
        self._figure.setText(str(view.count))
        self._figure.setVisible(view.count > 0)
        self._waits.setText(view.oldest)
        restyle(self._begin, "none", "false" if view.count else "true")
        self.setAccessibleName(" ".join(filter(None, (view.name, str(view.count), view.oldest))))
