"""Everything the program says of itself: the banner line and the report of a bug."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar, LinkButton
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from serkut_desk.ui.lane import BugReport


class Banner(QFrame):
    """The last result in one line: sign, word, text, and Undo where there is one."""

    shown = Signal(object)
    """The `Notice` that is shown now, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "banner")
        self.setMinimumHeight(px(46))
        self.notice: Notice | None = None
        self._since = QElapsedTimer()
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(4), px(8), px(4))
        row.setSpacing(px(12))
        self._icon = IconLabel("check", theme.COLOURS["ink"], 20)
        self._title = label("", "toned")
        self._text = label("", wrap=True)
        self._undo: LinkButton | None = None
        self._row = row
        row.addWidget(self._icon)
        row.addWidget(self._title)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def seconds(self) -> float:
        """How long it has been shown, 0 when nothing was."""
        return self._since.elapsed() / 1000 if self._since.isValid() else 0.0

    def show_notice(self, notice: Notice | None) -> None:
        """Show another result; None clears the line."""
        self.notice = notice
        self._since.start()
        if self._undo is not None:
            self._row.removeWidget(self._undo)
            self._undo.hide()
            self._undo.deleteLater()
            self._undo = None
        if notice is not None:
            self._fill(notice)
        self.setVisible(notice is not None)
        self.shown.emit(notice)

    def _fill(self, notice: Notice) -> None:
        restyle(self, "tone", str(notice.tone))
        restyle(self._title, "tone", str(notice.tone))
        self._icon.set_icon(theme.TONE_ICONS[notice.tone], theme.TONES[notice.tone].text, 20)
        # A long title alone may break into lines; beside a text it stays whole.
        self._title.setWordWrap(not notice.text)
        self._row.setStretchFactor(self._title, 0 if notice.text else 1)
        self._title.setText(notice.title)
        self._text.setText(notice.text)
        self._text.setVisible(bool(notice.text))
        self.setAccessibleName(f"{notice.title} {notice.text}".strip())
        if notice.undo:
            self._undo = LinkButton(notice.undo, str(notice.tone))
            self._row.addWidget(self._undo)


class BugCard(OverlayCard):
    """Tells that the program made a mistake, what is safe, and what to hand to its makers."""

    def __init__(self, report: BugReport, parent: QWidget) -> None:
        super().__init__(parent, self.tr("The program made a mistake"), Tone.STOP, width=640)
        self._report = report
        self.body.addWidget(
            label(
                self.tr("Nothing was saved by this step. What was confirmed before is safe."),
                wrap=True,
            )
        )
        self.body.addWidget(
            label(
                self.tr("Try once more. If it comes again, give this text to a supervisor."),
                "muted",
                wrap=True,
            )
        )
        self._details = QPlainTextEdit(report.details or report.what)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Report"))
        self._details.setMinimumHeight(px(180))
        self.body.addWidget(self._details)
        self.body.addWidget(ActionBar(self.function_keys()))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to close and to copy."""
        return (
            Action(self.tr("Close"), self.close_overlay, key="F10", main=True),
            Action(self.tr("Copy the report"), self._copy, key="F5", icon="copy"),
        )

    def _copy(self) -> None:
        QApplication.clipboard().setText(f"{self._report.what}\n\n{self._report.details}")
