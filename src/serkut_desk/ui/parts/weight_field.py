"""A weight in grams: typed by key, or taken from the scale of this desk as soon as it stands still.

How a station uses it:

* put it on the screen; it listens to the scale while it is shown;
* when the maker says what the weight is for (scans a container), call `take`: it returns the
  weight, or None with the field saying why there is none;
* after the command went through, call `clear`; the same load is not offered twice;
* after it was refused, call `give_back`: the load still lies there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.domain.weighing import (
    Link,
    ReadingKind,
    Weighed,
    Weighing,
    grams_words,
    parse_grams,
)
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from serkut_desk.domain.weighing import Reading
    from serkut_desk.ui.scale import ScaleLink


class WeightField(QWidget):
    """A number of grams with where it comes from.

    Args:
        scale: The scale of this desk: `hands.scale`.
        name: What is weighed; "" for "Weight (g)".
        hint: What to do, one short sentence; "" for the usual one.
    """

    changed = Signal()
    """`value_g` may be another now."""
    taken = Signal(object)
    """A `Weighed`: somebody called `take` and there was one."""

    def __init__(
        self, scale: ScaleLink, name: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._scale = scale
        self._kept: Weighed | None = None
        self._used: Reading | None = None
        # Taken, and not yet known whether it went through.
        self._waiting = False
        self._before: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self.field = TextField(
            name or self.tr("Weight (g)"), hint or self.tr("Type grams, or use the scale.")
        )
        self.field.edited.connect(self._typed)
        column.addWidget(self.field)
        self._pill = Pill("")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._pill)
        row.addStretch(1)
        column.addLayout(row)
        # Queued signals of the scale may come while the window closes: a bound method is safe.
        scale.changed.connect(self._show)
        self._show()

    @property
    def value_g(self) -> int | None:
        """The grams that `take` would return, None while there are none."""
        now = self.current()
        return now.value_g if now else None

    @property
    def weighed(self) -> Weighing:
        """Whether `value_g` is typed or read."""
        now = self.current()
        return now.weighed if now else Weighing.KEY

    @property
    def tolerance_g(self) -> int:
        """How far `value_g` may be off, in grams."""
        now = self.current()
        return now.tolerance_g if now else self._scale.here.keyed_tolerance_g

    @property
    def scale_name(self) -> str:
        """What the house calls the scale of this desk, "" without one."""
        settings = self._scale.here.settings
        return settings.name if settings else ""

    def current(self) -> Weighed | None:
        """Return the weight that would be taken now: typed wins over kept, kept over live."""
        if self.field.text:
            grams = parse_grams(self.field.text)
            tolerance = self._scale.here.keyed_tolerance_g
            return None if grams is None else Weighed(grams, Weighing.KEY, tolerance)
        return self._kept or self._live()

    def take(self) -> Weighed | None:
        """Return the weight, or None and say below the field why there is none."""
        now = self.current()
        if now is None:
            self.field.set_problem(self._why_none())
            return None
        self.field.set_problem("")
        if now.weighed is Weighing.SCALE and self._kept is None:
            self._used, self._waiting = self._reading, True
        self.taken.emit(now)
        return now

    def keep(self) -> None:
        """Hold what the scale shows, so that the thing may be lifted before it is used."""
        live = self._live()
        if live is None:
            self.field.set_problem(self._why_none())
            return
        self.field.set_text("")
        self.field.set_problem("")
        self._kept, self._used = live, self._reading
        self._show()

    def keep_action(self, key: str = "F6") -> Action:
        """Return the action that holds the weight, for a panel's F-keys and buttons."""
        live = self._live()
        return Action(
            self.tr("Keep the weight"),
            self.keep,
            key=key,
            icon="check",
            enabled=live is not None,
            reason="" if live else self.tr("The scale shows no steady weight."),
        )

    def clear(self) -> None:
        """Begin anew after a weight was used."""
        self._kept, self._waiting = None, False
        self.field.set_text("")
        self.field.set_problem("")
        self._show()

    def give_back(self) -> None:
        """Offer the same load again: what it was taken for was refused."""
        if self._waiting:
            self._used, self._waiting = None, False
            self._show()

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong with the weight; "" when nothing is."""
        self.field.set_problem(sentence)

    def focus(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's own name
        """Listen to the scale."""
        super().showEvent(event)
        self._scale.look(self)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's own name
        """Leave the scale alone."""
        super().hideEvent(event)
        self._scale.look_away(self)

    @property
    def _reading(self) -> Reading | None:
        heard = self._scale.heard
        return heard.reading if heard else None

    def _live(self) -> Weighed | None:
        reading, settings = self._reading, self._scale.here.settings
        if reading is None or settings is None or reading == self._used:
            return None
        grams = reading.value_g
        if reading.kind is not ReadingKind.STABLE or grams is None or grams <= 0:
            return None
        return Weighed(grams, Weighing.SCALE, settings.tolerance_g, settings.name)

    def _typed(self, _text: str) -> None:
        self.field.set_problem("")
        self._kept = None
        self._show()

    def _show(self) -> None:
        reading = self._reading
        if self._used is not None and reading is not None and reading != self._used:
            self._used = None
        live = self._kept or (self._live() if not self.field.text else None)
        self.field.edit.setPlaceholderText(grams_words(live.value_g) if live else "")
        self.field.set_source(self.tr("from the scale") if live else "")
        word, tone = self._state()
        self._pill.setVisible(bool(word))
        self._pill.show_state(word, tone)
        self._pill.setAccessibleName(word)
        now = self.current()
        value = now.value_g if now else None
        if value != self._before:
            self._before = value
            if value is not None:
                self.field.set_problem("")
            self.changed.emit()

    def _state(self) -> tuple[str, Tone]:
        """Return what the scale says in a few words, "" where the desk has none."""
        if self._scale.here.settings is None:
            return "", Tone.PLAIN
        heard = self._scale.heard
        if heard is None:
            return self.tr("Looking for the scale"), Tone.INFO
        lost = {
            Link.LOST: self.tr("The scale is not connected"),
            Link.SILENT: self.tr("The scale does not answer"),
            Link.GARBLED: self.tr("The scale is not understood"),
        }
        if heard.reading is None:
            return lost[heard.link], Tone.ATTENTION
        return self._reading_words(heard.reading)

    def _reading_words(self, reading: Reading) -> tuple[str, Tone]:
        words = {
            ReadingKind.OVER: self.tr("Too much on the scale"),
            ReadingKind.UNDER: self.tr("The scale is below zero"),
            ReadingKind.BUSY: self.tr("The scale is busy"),
        }
        if reading.kind in words:
            return words[reading.kind], Tone.ATTENTION
        if reading.value_g is None:
            return self.tr("Wait until the scale stands still"), Tone.INFO
        word, tone = self._load_word(reading, reading.value_g)
        return f"{grams_words(reading.value_g)} · {word}", tone

    def _load_word(self, reading: Reading, grams: int) -> tuple[str, Tone]:
        if reading.kind is not ReadingKind.STABLE:
            return self.tr("wait"), Tone.INFO
        if grams < 0:
            return self.tr("below zero"), Tone.ATTENTION
        if grams == 0:
            return self.tr("empty"), Tone.INFO
        if self._kept is None and reading == self._used:
            return self.tr("used already"), Tone.INFO
        return self.tr("steady"), Tone.GOOD

    def _why_none(self) -> str:
        if self.field.text:
            return self.tr("Write whole grams, for example 1214.")
        if self._scale.here.settings is None:
            return self.tr("Type the weight in grams.")
        reading = self._reading
        if reading is not None and reading == self._used:
            return self.tr("This load was used already. Put the next thing on the scale.")
        word, _tone = self._state()
        return self.tr("There is no steady weight yet.") if reading else f"{word}."
