"""Asks a supervisor how a stop ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.stops import DeviceRule, NoteRule
from serkut_desk.texts import Texts
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.form_card import FormCard

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.stops import StopRule
    from serkut_desk.stations.devices.queries import OpenStop
    from serkut_desk.ui.parts.form_card import Field


class ReleaseCard(FormCard):
    """Asks how a stop ended; the label of its device may be scanned.

    Args:
        parent: The window.
        stop: Which.
        language: Of the words that are data.
        now: The desk's time.
    """

    named = Signal(str)
    """Code of the device that was scanned."""
    _offered: Action | None = None

    def __init__(self, parent: QWidget, stop: OpenStop, language: str, now: datetime) -> None:
        from serkut_desk.stations.stop_rules import rules_at  # noqa: PLC0415 - after first paint

        texts, rule = Texts(language), rules_at(now).kinds[stop.kind]
        device = stop.device or ""
        where = self.tr("Device {0}.").replace("{0}", short(device)) if device else ""
        which = self.tr("Which device is it? Scan its label.")
        super().__init__(
            parent,
            self.tr("How did the stop end?"),
            self._fields(rule, texts, named=bool(device)),
            send=self.tr("End the stop"),
            lines=(
                texts.say(f"stop.{rule.kind.value}"),
                where or which,
                self.tr("Until then it stays open."),
            ),
            columns=1,
        )

    def _fields(self, rule: StopRule, texts: Texts, *, named: bool) -> dict[str, Field]:
        against = DeviceRule.NEVER if named else DeviceRule.NEEDED
        ways = [one for one in rule.outcomes if one.device is not against]
        choices = [(one.key, texts.say(f"stop.outcome.{one.key}")) for one in ways]
        if rule.default is None and len(choices) > 1:
            choices.insert(0, ("", self.tr("Choose")))
        fields: dict[str, Field] = {"outcome": ChoiceField(self.tr("How did it end?"), choices)}
        if rule.note is not NoteRule.NEVER:
            hint = self.tr("For example: battery removed") if rule.note is NoteRule.NEEDED else ""
            fields["reason"] = TextField(self.tr("What was done?"), hint)
        if any(one.place for one in ways):
            place = TextField(self.tr("Where is it now?"))
            place.set_text(rule.place_name)
            fields["place"] = place
        return fields

    def offer(self, word: str, run: Callable[[], None]) -> None:
        """Offer the way out that ends the stop by what is done there."""
        self._offered = Action(word, run, key="F5", icon="hammer")
        self._bar.show_actions(self.function_keys())

    def function_keys(self) -> tuple[Action, ...]:
        """Offer that way too."""
        return (*((self._offered,) if self._offered else ()), *super().function_keys())

    def scanned(self, text: str) -> None:
        """Take a device's label, and a place's."""
        own, place = parse_code(text), self.fields.get("place")
        if own is not None and own.kind is CodeKind.DEVICE:
            self.named.emit(str(own))
        elif own is not None and own.kind is CodeKind.PLACE and isinstance(place, TextField):
            place.set_text(str(own))
        else:
            super().scanned(text)
