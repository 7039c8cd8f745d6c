"""This desk: when it locks itself, its sounds, its scanner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.form_card import Field, FormCard
from serkut_desk.ui.stations.upkeep.section import Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.changes import Changes
    from serkut_desk.ui.hands import Hands

LOCK_MINUTES = (2, 5, 10, 15, 30, 0)


class DeskSection(Section):
    """Settings of the window on this computer; nothing of it is in the journal."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands, QCoreApplication.translate("DeskSection", "This desk"))
        self.column.addStretch(1)

    def load(self) -> None:
        """Show the settings."""
        settings = self.hands.preferences
        self.show_facts(
            (
                Fact(self.tr("Locks itself"), self._minutes(settings.lock_minutes)),
                Fact(self.tr("Sounds"), self.tr("on") if settings.sounds else self.tr("off")),
                Fact(self.tr("Scanner's first key"), settings.scanner_prefix or self.tr("none")),
            )
        )

    def cares(self, changes: Changes) -> bool:
        """Nothing in the records shows here."""
        del changes
        return False

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to change them."""
        return (Action(self.tr("Change"), self._change, "F4", "settings", main=True),)

    def _minutes(self, minutes: int) -> str:
        return self.tr("after %n minutes", "", minutes) if minutes else self.tr("never")

    def _change(self) -> None:
        settings = self.hands.preferences
        lock = ChoiceField(
            self.tr("Locks itself"), tuple((str(one), self._minutes(one)) for one in LOCK_MINUTES)
        )
        lock.choose(str(settings.lock_minutes))
        sounds = ChoiceField(self.tr("Sounds"), (("yes", self.tr("on")), ("no", self.tr("off"))))
        sounds.choose("yes" if settings.sounds else "no")
        prefix = TextField(
            self.tr("Scanner's first key"), self.tr("For example F13. Empty for none."), mono=True
        )
        prefix.set_text(settings.scanner_prefix)
        fields: dict[str, Field] = {"lock": lock, "sounds": sounds, "prefix": prefix}
        form = FormCard(
            self.window(),
            self.tr("This desk"),
            fields,
            send=self.tr("Save"),
            lines=(self.tr("Sounds and scanner change when the program starts again."),),
            columns=1,
        )
        self.lay(form, self._save)

    def _save(self, told: Mapping[str, str]) -> None:
        settings = self.hands.preferences
        settings.lock_minutes = int(told["lock"])
        settings.sounds = told["sounds"] == "yes"
        settings.scanner_prefix = told["prefix"]
        self.form_done()
        self.hands.settings_changed.emit()
        self.tell(self.tr("The settings are saved"))
        self.load()
