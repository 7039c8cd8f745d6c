"""The questions of the repair screen that need words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.weight_field import WeightField
from serkut_desk.ui.stations.repair.minutes import MinutesRow
from serkut_desk.ui.stations.repair.tiles import KeyedTiles
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.ui.parts.form_card import Field
    from serkut_desk.ui.scale import ScaleLink
    from serkut_desk.ui.stations.repair.views import TileChoice

translate = QCoreApplication.translate
_MINUTES = "minutes"


class TilesCard(OverlayCard):
    """Asks one question with many answers.

    Args:
        parent: The window.
        title: The question.
        line: One sentence below it, "" for none.
        choices: The answers; greyed ones say why below.
        columns: How many stand side by side.
    """

    takes_badges = True

    def __init__(
        self,
        parent: QWidget,
        title: str,
        line: str,
        choices: Sequence[TileChoice],
        columns: int = 3,
    ) -> None:
        super().__init__(parent, title, Tone.INFO, width=880)
        if line:
            self.body.addWidget(label(line, "muted", wrap=True))
        self.tiles = KeyedTiles(columns)
        self.tiles.show_choices(choices)
        self.body.addWidget(self.tiles)
        if self.tiles.reasons:
            self.body.addWidget(label(self.tiles.reasons, "secondary", wrap=True))
        self.body.addWidget(ActionBar((*self.tiles.more_actions(), self._leave())))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer the answers and to leave."""
        return (*self.tiles.offers(), self._leave())

    def _leave(self) -> Action:
        return Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x")


class WorkForm(FormCard):
    """A form about work: with the minutes that it took, and a weight where that is asked.

    Args:
        parent: The window.
        title: What it is about.
        fields: Each value's key and field, in order.
        send: Word of the main action.
        lines: What follows from it, short.
        columns: How many fields stand side by side.
        timed: Ask the minutes.
        scale: Ask the weight, typed or from this scale.
    """

    takes_badges = True  # its text is kept for whoever comes back
    timed_row: MinutesRow | None = None
    dropped = False

    def __init__(
        self,
        parent: QWidget,
        title: str,
        fields: Mapping[str, Field],
        *,
        send: str,
        lines: Sequence[str] = (),
        columns: int = 1,
        timed: bool = True,
        scale: ScaleLink | None = None,
    ) -> None:
        super().__init__(parent, title, fields, send=send, lines=lines, columns=columns)
        # Below the fields, above what is wrong and the buttons.
        at = self.body.count() - 2
        self.weight = WeightField(scale) if scale is not None else None
        if self.weight is not None:
            self.body.insertWidget(at, self.weight)
            at += 1
        if timed:
            self.timed_row = MinutesRow()
            self.body.insertWidget(at, self.timed_row)

    @property
    def minutes(self) -> int:
        """The minutes that were counted."""
        return self.timed_row.minutes if self.timed_row is not None else 0

    @property
    def grams(self) -> int | None:
        """The weight, None when nothing was weighed."""
        return self.weight.value_g if self.weight is not None else None

    @property
    def written(self) -> dict[str, str]:
        """What was typed, by field; the minutes too."""
        said = {
            key: field.text
            for key, field in self.fields.items()
            if isinstance(field, TextField) and field.text
        }
        return said | ({_MINUTES: str(self.minutes)} if self.minutes else {})

    def fill_in(self, values: Mapping[str, str]) -> None:
        """Type again what was left half done."""
        for key, text in values.items():
            if key == _MINUTES and self.timed_row is not None and text.isdigit():
                self.timed_row.add(int(text))
            elif key in self.fields:
                self._fill(key, text, self.tr("half done before"))

    def drop(self) -> None:
        """Leave it; what was typed is done with."""
        self.dropped = True
        self.close_overlay()

    def scanned(self, text: str) -> None:
        """Take a shelf for the place, anything else for the serial, where these are asked."""
        own = parse_code(text)
        if own is not None and own.kind is CodeKind.PLACE and "place" in self.fields:
            self._fill("place", str(own), self.tr("scanned"))
        elif own is None and "serial" in self.fields:
            self._fill("serial", text, self.tr("scanned"))
        else:
            super().scanned(text)

    def _fill(self, key: str, text: str, source: str) -> None:
        field = self.fields[key]
        if isinstance(field, TextField):
            field.set_text(text, source)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to send, to leave, and the minutes."""
        timed = self.timed_row.offers() if self.timed_row is not None else ()
        send, leave = super().function_keys()
        return (send, replace(leave, run=self.drop), *timed)


def step_fields(*, needed: bool) -> dict[str, Field]:
    """Return the field of a step; `needed` where nothing else says what was done."""
    hint = (
        translate("RepairForms", "What you did, in a few words.")
        if needed
        else translate("RepairForms", "May be empty.")
    )
    return {"note": TextField(translate("RepairForms", "What was done"), hint)}


def diagnosis_fields(
    diagnosis: str, faults: Sequence[tuple[str, str]], fault: str
) -> dict[str, Field]:
    """Return the fields of a diagnosis, filled in with what is known."""
    said = TextField(
        translate("RepairForms", "What is wrong"),
        translate("RepairForms", "What you found, in a few words."),
    )
    said.set_text(diagnosis)
    kind = ChoiceField(translate("RepairForms", "Kind of fault"), faults)
    kind.choose(fault)
    return {"diagnosis": said, "fault": kind}


def want_fields() -> dict[str, Field]:
    """Return the fields of a part that is wanted."""
    return {
        "specification": TextField(
            translate("RepairForms", "What kind"),
            translate("RepairForms", "For example 8 GB DDR4, or 14 inches 1920x1080."),
        ),
        "model": TextField(translate("RepairForms", "Part number"), _may_be_empty()),
        "note": TextField(translate("RepairForms", "Note"), _may_be_empty()),
    }


def part_fields(*, plain: bool) -> dict[str, Field]:
    """Return the fields of a part that is taken out; `plain` asks only what a maker can see."""
    fields: dict[str, Field] = {
        "specification": TextField(translate("RepairForms", "What kind"), _may_be_empty()),
        "serial": TextField(
            translate("RepairForms", "Serial number"),
            translate("RepairForms", "Scan it, or leave it empty."),
            mono=True,
        ),
        "model": TextField(translate("RepairForms", "Part number"), _may_be_empty()),
        "manufacturer": TextField(translate("RepairForms", "Maker"), _may_be_empty()),
        "note": TextField(translate("RepairForms", "How it is"), _may_be_empty()),
        "place": place_field(),
    }
    asked = ("serial", "note", "place") if plain else tuple(fields)
    return {key: fields[key] for key in asked}


def place_field() -> TextField:
    """Return the field of a shelf."""
    return TextField(
        translate("RepairForms", "Shelf"),
        translate("RepairForms", "Scan the shelf, or leave it empty."),
    )


def out_fields() -> dict[str, Field]:
    """Return the fields of what is sent to a repairer outside."""
    return {
        "organisation": TextField(
            translate("RepairForms", "Repairer"),
            translate("RepairForms", "The firm's name; no person's name."),
        ),
        "what": TextField(translate("RepairForms", "What goes out")),
        "whole": ChoiceField(
            translate("RepairForms", "What goes"),
            (
                ("whole", translate("RepairForms", "The whole device")),
                ("part", translate("RepairForms", "Only a part of it")),
            ),
            translate("RepairForms", "A whole device goes only when it holds no data."),
        ),
    }


def back_fields() -> dict[str, Field]:
    """Return the fields of what came back."""
    return {
        "note": TextField(translate("RepairForms", "What they did")),
        "cost": TextField(
            translate("RepairForms", "Cost in euros"),
            translate("RepairForms", "With VAT, for example 95,00. May be empty."),
        ),
    }


def end_fields(*, needed: bool) -> dict[str, Field]:
    """Return the field of an end; `needed` where the reason must be said."""
    hint = translate("RepairForms", "Short; it stays in the records.")
    word = translate("RepairForms", "Why?") if needed else translate("RepairForms", "Note")
    return {"note": TextField(word, hint if needed else _may_be_empty())}


def _may_be_empty() -> str:
    return translate("RepairForms", "May be empty.")
