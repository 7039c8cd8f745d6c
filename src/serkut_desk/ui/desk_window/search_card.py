"""The search over everything: letters go here, arrows choose, Enter opens."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from serkut_desk.ui import theme
from serkut_desk.ui.desk_window.badges import is_badge
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.keys import OPENS_BY_ENTER
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLabel

    from serkut_desk.stations.home.queries import Hit, Hits
    from serkut_desk.texts import Texts

_SHORTEST = 2  # characters from which something is looked for
_ICONS = {
    "device": "laptop",
    "medium": "hard-drive",
    "part": "puzzle",
    "order": "wrench",
    "container": "container",
    "lot": "package-open",
    "certificate": "file-check",
    "handover": "hand-helping",
    "paper": "file-text",
    "place": "map-pin",
    "person": "user-round",
}
_TONES = {
    "valid": Tone.GOOD,
    "proven": Tone.GOOD,
    "destroyed": Tone.GOOD,
    "on_shelf": Tone.GOOD,
    "completed": Tone.GOOD,
    "stock": Tone.GOOD,
    "open": Tone.INFO,
    "failed": Tone.STOP,
    "missing": Tone.STOP,
    "hazard_stop": Tone.STOP,
    "revoked": Tone.ATTENTION,
    "quarantine": Tone.ATTENTION,
    "received": Tone.ATTENTION,
    "left": Tone.PLAIN,
    "withdrawn": Tone.PLAIN,
    "closed": Tone.PLAIN,
}
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class _Row(QPushButton):
    """One result: sign, what it is called, what it is, how it stands."""

    moved = Signal(int)
    """An arrow wants to go so many results further."""

    def __init__(self, hit: Hit, texts: Texts) -> None:
        super().__init__()
        self.setProperty("part", "row")
        self.setProperty(OPENS_BY_ENTER, True)  # noqa: FBT003 - Qt names no argument
        self.setAutoDefault(False)
        self.setMinimumHeight(px(46))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        state = texts.say(hit.state) if hit.state else ""
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(4), px(12), px(4))
        row.setSpacing(px(12))
        row.addWidget(IconLabel(_ICONS[hit.kind.value], theme.COLOURS["muted"], 20))
        code = label(hit.code, "code")
        code.setMinimumWidth(px(84))
        row.addWidget(code)
        kind = texts.say(hit.word) if hit.word else ""
        said = tuple(filter(None, (kind, hit.name, hit.place)))
        name = label(" · ".join(said), wrap=True)
        row.addWidget(name, 1)
        if state:
            tone = _TONES.get(hit.state.rpartition(".")[2], Tone.INFO)
            row.addWidget(Pill(state, tone))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(" ".join(filter(None, (hit.code, *said, state))))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Return room for its words."""
        inner = self.layout()
        return (inner.sizeHint() if inner else QSize()).expandedTo(QSize(0, px(46)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Let the card move: a button's own arrows would not scroll."""
        step = _MOVES.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        """Never cut them."""
        inner = self.layout()
        return (inner.minimumSize() if inner else QSize()).expandedTo(QSize(0, px(46)))


class SearchCard(OverlayCard):
    """A big line of what is typed, and what it names below.

    Args:
        parent: The window.
        texts: Words of kinds and states.
    """

    asked = Signal(str)
    """Look for this text; the answer comes to `show_hits`."""
    chosen = Signal(object)
    """A `Hit` to open; the card is closed."""
    badge_scanned = Signal(str)
    """Somebody else comes; the card is closed."""

    def __init__(self, parent: QWidget, texts: Texts) -> None:
        super().__init__(parent, self.tr("Search everything"), width=860)
        self._texts = texts
        self._asked = ""
        self._open_when_found = False
        self._rows: list[tuple[_Row, Hit]] = []
        self._at = 0
        self.body.addWidget(self._line())
        self._said: QLabel = label("", "muted", wrap=True)
        self.body.addWidget(self._said)
        self._list = QWidget()
        self._list.setProperty("part", "clear")
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, px(4), 0)
        self._column.setSpacing(px(4))
        self._area = QScrollArea()
        self._area.setProperty("part", "clear")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setWidget(self._list)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(ActionBar(self.function_keys()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show_nothing()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is offered now."""
        return tuple(hit for _row, hit in self._rows)

    @property
    def said(self) -> str:
        """The sentence above the results."""
        return self._said.text()

    def begin(self) -> None:
        """Take the keys; call when it is laid."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self, text: str) -> None:
        """Look for what is written, at every key."""
        self._open_when_found = False
        self._typing.setText(text or self.tr("Write or scan"))
        restyle(self._typing, "tone", "" if text else "info")
        asked = text.strip()
        if asked == self._asked:
            return
        self._asked = asked
        if len(asked) >= _SHORTEST:
            self.asked.emit(asked)
        else:
            self._show_nothing()

    def scanned(self, text: str) -> None:
        """Open what was scanned, or what is chosen; wait for the answer when it is on its way."""
        if is_badge(text):
            self.close_overlay()
            self.badge_scanned.emit(text)
            return
        if self._rows and text.strip() == self._found_for:
            self._choose(self._at)
            return
        self.typed(text)
        self._open_when_found = True

    def show_hits(self, text: str, hits: Hits) -> None:
        """Show what a text names, unless another was written since."""
        if text != self._asked:
            return
        self._found_for = text
        self._clear()
        for kind, group in groupby(hits.hits, key=lambda hit: hit.kind):
            self._column.addWidget(label(self._texts.say(f"found.{kind.value}"), "section"))
            for hit in group:
                row = _Row(hit, self._texts)
                row.clicked.connect(partial(self._choose, len(self._rows)))
                row.moved.connect(self._step)
                self._rows.append((row, hit))
                self._column.addWidget(row)
        self._column.addStretch(1)
        if not self._rows:
            self._say(self.tr("Nothing found. Try a part of the name or number."))
        elif hits.more:
            self._say(self.tr("There is more. Write more to find it."))
        else:
            self._say("")
        self._move(0)
        self._fit()
        if self._open_when_found and self._rows and (hits.sure or len(self._rows) == 1):
            self._choose(0)
        self._open_when_found = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Move among the results by arrows, whichever of them has the focus."""
        step = _MOVES.get(Qt.Key(event.key()))
        if step is None or not self._rows:
            super().keyPressEvent(event)
            return
        self._step(step)
        event.accept()

    def _step(self, step: int) -> None:
        self._move(min(max(self._at + step, 0), len(self._rows) - 1))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to leave."""
        return (Action(self.tr("Close"), self.close_overlay, key="F9", icon="x"),)

    def _line(self) -> QWidget:
        made = QFrame()
        made.setProperty("part", "typed")
        made.setMinimumHeight(px(56))
        row = QHBoxLayout(made)
        row.setContentsMargins(px(16), px(6), px(16), px(6))
        row.setSpacing(px(12))
        row.addWidget(IconLabel("search", theme.COLOURS["ink"], 24))
        self._typing: QLabel = label(self.tr("Write or scan"), "typing", wrap=True, tone="info")
        row.addWidget(self._typing, 1)
        return made

    def _show_nothing(self) -> None:
        self._clear()
        self._found_for = ""
        self._say(self.tr("Device, disk, lot, certificate, handover, paper or place."))
        self._fit()

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _clear(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        while self._column.count():
            item = self._column.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self._rows = []
        self._at = 0

    def _move(self, at: int) -> None:
        if not self._rows:
            return
        self._at = at
        for place, (row, _hit) in enumerate(self._rows):
            restyle(row, "now", "true" if place == at else "false")
        chosen = self._rows[at][0]
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(chosen, 0, px(40))

    def _fit(self) -> None:
        """Be as tall as the results, as far as the window has room."""
        wanted = self._list.sizeHint().height() if self._rows else 0
        self._area.setVisible(bool(self._rows))
        self._area.setMinimumHeight(min(wanted, max(px(120), self.height() - px(320))))

    def _choose(self, at: int) -> None:
        hit = self._rows[at][1]
        self.close_overlay()
        self.chosen.emit(hit)
