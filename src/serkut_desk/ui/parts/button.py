"""Buttons: at least 44 px high, the word first, the F-key beside it, never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel, icon
from serkut_desk.ui.parts.flow import FlowLayout
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.ui.panel import Action


class BigButton(QPushButton):
    """A button for an `Action` with its icon, word and F-key.

    Args:
        action: What it does; disabled with a reason when it cannot.
        rank: "main" filled, "stop" red, "" outlined; an action that is `main` is filled.
        big: 56 px high, for makers.
    """

    def __init__(
        self, action: Action, rank: str = "", *, big: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        rank = rank or ("main" if action.main else "")
        self.setProperty("part", "button")
        self.setProperty("rank", rank)
        # A style sheet cannot ask whether a label's parent is enabled, so it is told.
        self.setProperty("off", "false" if action.enabled else "true")
        self.setMinimumHeight(px(56 if big else 46))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setAccessibleName(f"{action.word} {action.key}".strip())
        self.setEnabled(action.enabled)
        if not action.enabled:
            self.setToolTip(action.reason)
            self.setAccessibleDescription(action.reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), 0, px(18), 0)
        row.setSpacing(px(10))
        if action.icon:
            tint = "white" if rank in {"main", "stop"} else "ink"
            row.addWidget(IconLabel(action.icon, self._tint(tint), 20))
        row.addWidget(label(action.word))
        if action.key:
            row.addWidget(label(action.key, "key"))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._run)

    def become(self, action: Action) -> bool:
        """Do another action that looks the same; False where it looks different."""
        if _look(action) != _look(self._action):
            return False
        self._action = action
        return True

    def _run(self) -> None:
        self._action.run()

    def _tint(self, name: str) -> str:
        return theme.COLOURS[name if self.isEnabled() else "disabled"]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for icon, word and key."""
        inner = self.layout()
        wanted = inner.sizeHint() if inner else QSize()
        return QSize(wanted.width(), max(wanted.height(), self.minimumHeight()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Never be so small that a word is cut."""
        return self.sizeHint()


class ActionBar(QWidget):
    """A row of buttons, the main one first; below it why something cannot be done now.

    Args:
        actions: What can be done, in order.
        big: For makers.
    """

    def __init__(
        self, actions: Sequence[Action] = (), *, big: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._big = big
        self._buttons: list[BigButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._row = FlowLayout(px(12))
        self._reason = label("", "secondary", wrap=True)
        column.addLayout(self._row)
        column.addWidget(self._reason)
        self.show_actions(actions)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Replace the buttons; the focus stays at the same place when there was one."""
        if self._become(actions):
            return
        had_focus = -1
        for place in range(self._row.count()):
            item = self._row.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                had_focus = place if old.hasFocus() else had_focus
                old.hide()
                old.deleteLater()
        self._buttons = made = [BigButton(action, big=self._big) for action in actions]
        for button in made:
            self._row.addWidget(button)
        if 0 <= had_focus < len(made):
            made[had_focus].setFocus()
        reasons = dict.fromkeys(a.reason for a in actions if not a.enabled and a.reason)
        self._reason.setText(" ".join(reasons))
        self._reason.setVisible(bool(reasons))
        self.updateGeometry()

    def _become(self, actions: Sequence[Action]) -> bool:
        """Keep the buttons where all look the same: making them anew delays every scan's answer."""
        if not actions or len(actions) != len(self._buttons):
            return False
        return all(map(BigButton.become, self._buttons, actions))


def _look(action: Action) -> tuple[str, str, str, bool, str, bool]:
    return (action.word, action.key, action.icon, action.enabled, action.reason, action.main)


class LinkButton(QPushButton):
    """A quiet action in a line of text, such as Undo in the banner."""

    def __init__(self, action: Action, tone: str = "info", parent: QWidget | None = None) -> None:
        word = f"{action.word}  {action.key}".strip()
        super().__init__(word, parent)
        self.setProperty("part", "link")
        self.setProperty("tone", tone)
        self.setMinimumHeight(px(36))
        self.setAutoDefault(False)
        self.setAccessibleName(word)
        if action.icon:
            self.setIcon(icon(action.icon, theme.TONES[Tone(tone)].text, size=18))
            self.setIconSize(QSize(px(18), px(18)))
        self.clicked.connect(action.run)
