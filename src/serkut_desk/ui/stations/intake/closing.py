"""The card before a lot is closed: what came, what did not, and why for each, by keys alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.ui.forms import TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.stations.intake.views import EndRow, LotView

_MOST_ROWS = 5
REASON_KEYS = ("F2", "F3", "F5", "F7", "F8")
"""Give the chosen row a reason; F4 is STOP, F6 gives it to all."""


@dataclass(frozen=True, slots=True)
class EndReasons:
    """Reasons and notes by the key of each row, for lines without a device and for extras."""

    missing: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)


class CloseLotCard(OverlayCard):
    """Shows what came, and asks of each line without a device and each device beside the list why.

    Args:
        parent: The window.
        lot: How it stands.
        rows: What needs a reason; what has one already comes with it.
        missing_reasons: Key and word of why a line has no device.
        extra_reasons: Key and word of why a device came that the list does not name.
    """

    close_wanted = Signal(object)
    """The `EndReasons`."""

    def __init__(
        self,
        parent: QWidget,
        lot: LotView,
        rows: Sequence[EndRow],
        missing_reasons: Sequence[tuple[str, str]],
        extra_reasons: Sequence[tuple[str, str]],
    ) -> None:
        uncounted = lot.counts.counted < lot.counts.pieces
        tone = Tone.ATTENTION if rows or uncounted else Tone.INFO
        super().__init__(parent, self.tr("Close the lot"), tone, width=1000)
        self._rows = tuple(rows)
        self._words = {
            False: dict(missing_reasons),
            True: dict(extra_reasons),
        }
        self._reasons = {row.key: row.reason for row in rows if row.reason}
        self._notes: dict[str, str] = {}
        self._last: dict[bool, str] = {}
        self._row: EndRow | None = None
        self._bar = ActionBar()
        self.body.addWidget(label(lot.sender, "strong", wrap=True))
        self.body.addWidget(label(self._counts(lot), wrap=True))
        if rows:
            self._add_table()
        after = self.tr("A closed lot takes no more devices. The list stays in the records.")
        self.body.addWidget(label(after, "muted", wrap=True))
        self.body.addWidget(self._bar)
        if rows:
            first = next((row for row in rows if row.key not in self._reasons), rows[0])
            self._table.show_row(first.key)
        self._renew()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to close, a reason for the chosen row, the same for all, and to leave."""
        left = self.left
        reason = self.tr("%n without a reason", "", left) if left else ""
        return (
            Action(
                self.tr("Close the lot"),
                self._close,
                key="F10",
                icon="check",
                enabled=not left,
                reason=reason,
                main=True,
            ),
            *self._same(),
            Action(self.tr("Not yet"), self.close_overlay, key="F9", icon="x"),
            *self._answers(),
        )

    @property
    def left(self) -> int:
        """How many rows have no reason yet."""
        return sum(row.key not in self._reasons for row in self._rows)

    def choose(self, reason: str) -> None:
        """Say why for the chosen row."""
        if self._row is not None and reason in self._words[self._row.extra]:
            self._reasons[self._row.key] = reason
            self._last[self._row.extra] = reason
            self._show_rows()

    def _same(self) -> tuple[Action, ...]:
        same = Action(self.tr("Same reason for all"), self._all, key="F6", icon="list")
        return (same,) if len(self._rows) > 1 else ()

    def _answers(self) -> tuple[Action, ...]:
        if self._row is None:
            return ()
        return tuple(
            Action(word, partial(self._answer, reason), key=key)
            for (reason, word), key in zip(
                self._words[self._row.extra].items(), REASON_KEYS, strict=False
            )
        )

    def _answer(self, reason: str) -> None:
        """Give the chosen row a reason and go on to the next that has none."""
        self.choose(reason)
        keys = [row.key for row in self._rows]
        at = keys.index(self._row.key) if self._row else 0
        rest = (*keys[at + 1 :], *keys[:at])
        following = next((key for key in rest if key not in self._reasons), None)
        if following is not None:
            self._table.show_row(following)

    def _counts(self, lot: LotView) -> str:
        counts = lot.counts
        said = [
            self.tr("%n on the list", "", counts.expected),
            self.tr("%n received", "", counts.received),
            self.tr("%n not on the list", "", counts.extra),
            self.tr("%n missing", "", counts.missing),
        ]
        if counts.pieces:
            things = self.tr("{0} of {1} things counted").replace("{0}", str(counts.counted))
            said.append(things.replace("{1}", str(counts.pieces)))
        return " · ".join(said)

    def _add_table(self) -> None:
        title = self.tr("Missing, and not on the list")
        self._model: PagedModel[EndRow] = PagedModel(
            (
                Column("", self._kind, weight=0, width=120),
                Column(self.tr("Row or device"), lambda row: row.name, weight=0, width=110),
                Column(self.tr("Model"), lambda row: row.model, weight=2),
                Column(self.tr("Serial number"), lambda row: row.serial, weight=1, mono=True),
                Column(self.tr("Why"), self._word, weight=2, width=150),
            ),
            key=lambda row: row.key,
        )
        self._model.show_rows(self._rows)
        table = DataTable(self._model, title)
        self._model.setParent(table)
        table.setFixedHeight(px(38 + 44 * min(len(self._rows), _MOST_ROWS) + 2))
        table.picked.connect(self._picked)
        self._table = table
        self.body.addWidget(table)
        self._asked = label("", "fieldname")
        self.body.addWidget(self._asked)
        self._strips = {extra: self._strip(extra) for extra in (False, True)}
        for strip in self._strips.values():
            self.body.addWidget(strip)
        self._note = TextField(self.tr("More about the chosen row"))
        self._note.edited.connect(self._noted)
        self.body.addWidget(self._note)

    def _strip(self, extra: bool) -> ChoiceStrip:  # noqa: FBT001 - which of the two kinds of rows
        words = self._words[extra].items()
        keyed = (
            Choice(reason, f"{word}  {key}")
            for (reason, word), key in zip(words, REASON_KEYS, strict=False)
        )
        strip = ChoiceStrip(self.tr("Why?"), (Choice("", self.tr("not said")), *keyed))
        strip.chosen.connect(self.choose)
        strip.setVisible(False)
        return strip

    def _kind(self, row: EndRow) -> str:
        return self.tr("not on the list") if row.extra else self.tr("missing")

    def _word(self, row: EndRow) -> str:
        word = self._words[row.extra].get(self._reasons.get(row.key, ""), "")
        return " · ".join(filter(None, (word, self._notes.get(row.key, ""))))

    def _picked(self, row: EndRow) -> None:
        self._row = row
        self._note.set_text(self._notes.get(row.key, ""))
        self._renew()

    def _noted(self, text: str) -> None:
        if self._row is not None:
            self._notes[self._row.key] = text.strip()
            self._show_rows()

    def _all(self) -> None:
        """Give every row of this kind that has none the reason that was given last."""
        if self._row is None:
            return
        extra = self._row.extra
        reason = self._reasons.get(self._row.key) or self._last.get(extra)
        if reason:
            for row in self._rows:
                if row.extra is extra:
                    self._reasons.setdefault(row.key, reason)
            self._show_rows()
            following = next((row for row in self._rows if row.key not in self._reasons), None)
            if following is not None:
                self._table.show_row(following.key)

    def _show_rows(self) -> None:
        at = self._row.key if self._row else ""
        self._model.show_rows(self._rows)
        self._table.show_row(at)
        self._renew()

    def _renew(self) -> None:
        row = self._row
        if row is not None:
            missing = self.tr("Why did this device not come?")
            self._asked.setText(
                self.tr("Why did this device come without the list?") if row.extra else missing
            )
            for extra, strip in self._strips.items():
                strip.setVisible(extra is row.extra)
            self._strips[row.extra].choose(self._reasons.get(row.key, ""))
        shown = [one for one in self.function_keys() if one.key not in REASON_KEYS]
        self._bar.show_actions(shown)

    def _close(self) -> None:
        if self.left:
            return
        self.close_overlay()
        kinds = {row.key: row.extra for row in self._rows}
        self.close_wanted.emit(
            EndReasons(
                {key: reason for key, reason in self._reasons.items() if not kinds[key]},
                {key: reason for key, reason in self._reasons.items() if kinds[key]},
                {key: note for key, note in self._notes.items() if note},
            )
        )
