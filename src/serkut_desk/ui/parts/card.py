"""The white card that everything in the work area stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import px


class Card(QFrame):
    """A panel with round corners.

    Args:
        title: Heading, "" for none.
        subtitle: Said beside the heading in a quieter voice.
        corner: A widget at the right of the heading.
        small: The heading names a group and is small.
    """

    def __init__(
        self,
        title: str = "",
        subtitle: str = "",
        corner: QWidget | None = None,
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(18), px(16), px(18), px(16))
        self.body.setSpacing(px(12))
        self.heading = label(title, "section" if small else "title")
        self.subtitle = label(subtitle, "muted", wrap=True)
        if title or corner:
            head = QHBoxLayout()
            head.setSpacing(px(12))
            head.addWidget(self.heading)
            head.addWidget(self.subtitle, 1)
            if corner:
                head.addWidget(corner)
            self.body.addLayout(head)

    def tighten(self) -> None:
        """Leave less air: for screens where several cards must stand above each other."""
        self.body.setContentsMargins(px(16), px(10), px(16), px(10))
        self.body.setSpacing(px(6))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below what is there."""
        self.body.addWidget(widget, stretch)
