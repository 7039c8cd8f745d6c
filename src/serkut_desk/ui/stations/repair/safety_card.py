"""The electrical safety test: look, measure, write; each figure is judged as it is written."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui import theme
from serkut_desk.ui.forms import ChoiceField, FormGrid, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.tick_row import TickRow
from serkut_desk.ui.stations.repair import figures
from serkut_desk.ui.stations.repair.wording import in_language
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from serkut_desk.domain.repair_data import Quantity, TestChoice
    from serkut_desk.stations.repair.queries import Instrument
    from serkut_desk.texts import Texts

_CORD_CM = 200  # an ordinary mains cord
_KIND = "kind"


@dataclass(frozen=True, slots=True)
class SafetyAnswer:
    """What the form says: see `RecordSafetyTest`."""

    choice: TestChoice
    seen: bool
    values: tuple[tuple[str, int], ...]
    instrument: str
    calibration_due: date
    cord_cm: int
    note: str


class FigureField(QWidget):
    """One measured thing: its name, the figure, the limit beside it, and how it stands.

    Args:
        quantity: What is measured.
        words: Its name.
    """

    edited = Signal()

    def __init__(self, quantity: Quantity, words: str) -> None:
        super().__init__()
        self.quantity = quantity
        self._cord_cm = _CORD_CM
        name = f"{words} ({figures.unit_of(quantity)})"
        self.field = TextField(name, " ")
        self.field.edit.setFont(theme.font(19, figures=True))
        self.field.edited.connect(lambda _text: self._show())
        self._pill = Pill("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.field, 1)
        column = QVBoxLayout()
        column.setContentsMargins(0, px(28), 0, 0)
        column.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        holder = QWidget()
        holder.setLayout(column)
        holder.setFixedWidth(px(132))
        row.addWidget(holder)
        self._show()

    @property
    def value(self) -> int | None:
        """The figure, None while it is none."""
        return figures.parse(self.quantity, self.field.text)

    @property
    def empty(self) -> bool:
        """Nothing was written."""
        return not self.field.text

    @property
    def passed(self) -> bool | None:
        """Whether it keeps the limit; None while there is no figure."""
        value = self.value
        return None if value is None else figures.keeps(self.quantity, value, self._cord_cm)

    def set_cord(self, cord_cm: int) -> None:
        """Judge for a cord of another length."""
        self._cord_cm = cord_cm
        self._show()

    def _show(self) -> None:
        limit = figures.limit_words(self.quantity, self._cord_cm)
        if self.quantity.optional:
            limit = self.tr("{0}. May be left out.").replace("{0}", limit)
        self.field.set_hint(limit)
        if self.empty:
            words, tone = "", Tone.PLAIN
        elif self.value is None:
            words, tone = self.tr("no figure"), Tone.ATTENTION
        elif self.passed:
            words, tone = self.tr("good"), Tone.GOOD
        else:
            low = self.quantity.at_least
            words, tone = self.tr("too low") if low else self.tr("too high"), Tone.STOP
        self._pill.setVisible(bool(words))
        self._pill.show_state(words, tone)
        self._pill.setAccessibleName(words)
        self.edited.emit()


class SafetyCard(OverlayCard):
    """Asks a safety test. F5 and F6 say how it looks, F10 saves, F9 leaves.

    Args:
        parent: The window.
        title: The device.
        choices: What may be tested; the first is the usual one.
        quantities: Gives what is measured in a class.
        instruments: Used before, the newest first.
        texts: Words of closed lists.
    """

    takes_badges = True  # its text is kept for whoever comes back
    sent = Signal(object)
    """A `SafetyAnswer`. Call `problem` or `close_overlay` when the answer is known."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        *,
        choices: Sequence[TestChoice],
        quantities: Callable[[int], Sequence[Quantity]],
        instruments: Sequence[Instrument],
        texts: Texts,
    ) -> None:
        super().__init__(parent, self.tr("Electrical safety test"), Tone.INFO, width=900)
        self._choices = tuple(choices)
        self._quantities, self._texts = quantities, texts
        self._busy = False
        self.dropped = False
        self.figures: list[FigureField] = []
        self.body.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(14))
        head.addWidget(label(title, "strong", wrap=True), 1)
        self._verdict = Pill("")
        head.addWidget(self._verdict)
        self.body.addLayout(head)
        words = [(str(at), self._choice_words(one)) for at, one in enumerate(self._choices)]
        self.kind = ChoiceField(self.tr("What is tested"), words)
        self.kind.chosen.connect(lambda _key: self._show_class())
        self.cord = TextField(self.tr("Length of the cord (cm)"))
        self.cord.set_text(str(_CORD_CM))
        self.cord.edited.connect(lambda _text: self._cord_changed())
        first = FormGrid(2, 6)
        first.add(self.kind)
        first.add(self.cord)
        self.body.addWidget(first)
        self.body.addLayout(self._looked())
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(18))
        self._grid.setVerticalSpacing(px(4))
        self.body.addWidget(self._holder)
        self._with_what(instruments)
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        # The two answers of looking stand above with their keys.
        shown = [action for action in self.function_keys() if action.key in {"F9", "F10"}]
        self.body.addWidget(ActionBar(shown))
        self._show_class()

    def _looked(self) -> QHBoxLayout:
        """Return the two answers of looking it over, of which at most one is given."""
        self.seen = TickRow(self.tr("Case, cord and plug are whole"), "F5", self._whole)
        self.damaged = TickRow(self.tr("Damage was found"), "F6", self._damage)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.seen, 3)
        row.addWidget(self.damaged, 2)
        return row

    def _whole(self) -> None:
        if self.seen.isChecked():
            self.damaged.setChecked(False)
        self._renew()

    def _damage(self) -> None:
        if self.damaged.isChecked():
            self.seen.setChecked(False)
        self._renew()

    def _with_what(self, instruments: Sequence[Instrument]) -> None:
        self.instrument = TextField(self.tr("Instrument"), self.tr("Its name or number."))
        self.due = TextField(self.tr("Calibration holds until"), self.tr("For example 31.12.2026."))
        self.note = TextField(self.tr("Note"), self.tr("May be empty."))
        for one in instruments[:1]:
            last = self.tr("as last time")
            self.instrument.set_text(one.name, last)
            self.due.set_text(figures.day_words(one.calibration_due), last)
        grid = FormGrid(3, 6)
        for field in (self.instrument, self.due, self.note):
            grid.add(field)
        self.body.addWidget(grid)

    def start(self) -> None:
        """Put the cursor into the first figure; call when it is laid."""
        if self.figures:
            self.figures[0].field.setFocus()

    def problem(self, sentence: str) -> None:
        """Say what is wrong and let the person change it."""
        self._busy = False
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to save, to tick and to leave."""
        return (
            Action(self.tr("Save the test"), self.send, "F10", "save", main=True),
            Action(self.tr("It is whole"), self.seen.toggle, "F5", "eye"),
            Action(self.tr("It is damaged"), self.damaged.toggle, "F6", "triangle-alert"),
            Action(self.tr("Cancel"), self.drop, "F9", "x"),
        )

    def drop(self) -> None:
        """Leave it; what was typed is done with."""
        self.dropped = True
        self.close_overlay()

    @property
    def written(self) -> dict[str, str]:
        """What was typed, by field; which test it is."""
        figures_ = {one.quantity.key: one.field.text for one in self.figures}
        fields = {name: field.text for name, field in self._fields().items()}
        said = {key: text for key, text in (figures_ | fields).items() if text}
        return said | {_KIND: self.kind.key} if any(figures_.values()) else {}

    def fill_in(self, values: Mapping[str, str]) -> None:
        """Type again what was left half done; looking it over is done again."""
        self.kind.choose(values.get(_KIND, ""))
        self._show_class()
        fields = self._fields() | {one.quantity.key: one.field for one in self.figures}
        for key, field in fields.items():
            if key in values:
                field.set_text(values[key], self.tr("half done before"))
        self._cord_changed()

    def _fields(self) -> dict[str, TextField]:
        return {
            "cord": self.cord,
            "instrument": self.instrument,
            "due": self.due,
            "note": self.note,
        }

    def send(self) -> None:
        """Hand the test on, once until it is answered; say what is missing first."""
        if self._busy:
            return
        missing = self._missing()
        if missing:
            self.problem(missing)
            return
        due = figures.parse_day(self.due.text)
        assert due is not None
        values = ((one.quantity.key, one.value) for one in self.figures)
        self._busy = True
        self._problem.hide()
        self.sent.emit(
            SafetyAnswer(
                choice=self._choice,
                seen=self.seen.isChecked(),
                values=tuple((key, value) for key, value in values if value is not None),
                instrument=self.instrument.text,
                calibration_due=due,
                cord_cm=self._cord_cm or 0,
                note=self.note.text,
            )
        )

    @property
    def _choice(self) -> TestChoice:
        return self._choices[int(self.kind.key or 0)]

    @property
    def _cord_cm(self) -> int | None:
        text = self.cord.text
        return int(text) if text.isascii() and text.isdigit() else None

    def _choice_words(self, choice: TestChoice) -> str:
        subject = self._texts.say(f"safety_subject.{choice.subject.value}")
        roman = {1: "I", 2: "II", 3: "III"}[choice.protection_class]
        return self.tr("{0}, class {1}").replace("{0}", subject).replace("{1}", roman)

    def _missing(self) -> str:
        if not self.seen.isChecked() and not self.damaged.isChecked():
            return self.tr("Look it over first: F5 when it is whole, F6 when it is damaged.")
        wrong = [
            one
            for one in self.figures
            if one.value is None and not (one.empty and one.quantity.optional)
        ]
        if wrong:
            wrong[0].field.setFocus()
            return self.tr("Write every figure, for example 0,15.")
        if self._cord_cm is None:
            return self.tr("Write the length of the cord in whole centimetres.")
        if not self.instrument.text:
            return self.tr("Write which instrument measured.")
        if figures.parse_day(self.due.text) is None:
            return self.tr("Write the day of the calibration as 31.12.2026.")
        return ""

    def _show_class(self) -> None:
        for old in self.figures:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        wanted = self._quantities(self._choice.protection_class)
        self.figures = [
            FigureField(one, in_language(one.words.items(), self._texts)) for one in wanted
        ]
        for at, field in enumerate(self.figures):
            self._grid.addWidget(field, at // 2, at % 2)
            field.edited.connect(self._renew)
        self.cord.setVisible(any(one.per_cm for one in wanted))
        # Figures are made anew: without this Tab would come to them last.
        fields = (*(one.field for one in self.figures), self.instrument, self.due, self.note)
        for before, after in pairwise([self.damaged, *(one.edit for one in fields)]):
            QWidget.setTabOrder(before, after)
        self._cord_changed()

    def _cord_changed(self) -> None:
        for field in self.figures:
            field.set_cord(self._cord_cm or 0)
        self._renew()

    def _renew(self) -> None:
        """Say how the whole test stands."""
        judged = [one.passed for one in self.figures if not one.empty]
        required = [one for one in self.figures if not one.quantity.optional]
        if False in judged or self.damaged.isChecked():
            words, tone = self.tr("Does not pass"), Tone.STOP
        elif all(one.passed for one in required) and self.seen.isChecked():
            words, tone = self.tr("Passes"), Tone.GOOD
        else:
            words, tone = self.tr("Not ready"), Tone.INFO
        self._verdict.show_state(words, tone)
