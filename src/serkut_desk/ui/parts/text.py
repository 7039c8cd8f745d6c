"""Labels by rank; what they look like stands in the style sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from serkut_desk.ui.theme import font


def label(text: str, part: str = "", *, wrap: bool = False, tone: str = "") -> QLabel:
    """Return a plain-text label.

    Args:
        text: What it says; never read as markup.
        part: Rank in the style sheet: display, title, result, lead, section, strong, secondary,
            muted, code, codevalue, figure, count; "" is body text.
        wrap: Break into lines where it is too long.
        tone: A `Tone` that colours the text.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("part", part)
    if part == "count":
        made.setFont(font(figures=True))
    if tone:
        made.setProperty("tone", tone)
    if wrap:
        made.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet reads and let it be read again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def rule() -> QFrame:
    """Return a thin line between rows."""
    made = QFrame()
    made.setProperty("part", "rule")
    return made
