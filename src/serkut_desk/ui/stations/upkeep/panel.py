"""Upkeep: a calm list of parts at the top, one of them below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from serkut_desk.ui.panel import Action, Panel, Parked
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.stations.upkeep.backup import BackupSection
from serkut_desk.ui.stations.upkeep.day import DaySection
from serkut_desk.ui.stations.upkeep.journal import JournalSection
from serkut_desk.ui.stations.upkeep.policy import PolicySection
from serkut_desk.ui.stations.upkeep.scale import ScaleSection
from serkut_desk.ui.stations.upkeep.seal import SealSection
from serkut_desk.ui.stations.upkeep.seller import SellerSection
from serkut_desk.ui.stations.upkeep.stick import StickSection
from serkut_desk.ui.stations.upkeep.this_desk import DeskSection
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.stations.upkeep.section import Section


class UpkeepPanel(Panel):
    """Day and clock, backups, policy, wiping stick, seller, key, journal, scale, this desk.

    Args:
        hands: Carries out what is asked.
    """

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.sections: dict[str, Section] = {
            "day": DaySection(hands),
            "backup": BackupSection(hands),
            "policy": PolicySection(hands),
            "stick": StickSection(hands),
            "seller": SellerSection(hands),
            "seal": SealSection(hands),
            "journal": JournalSection(hands),
            "scale": ScaleSection(hands),
            "desk": DeskSection(hands),
        }
        choices = (
            Choice("day", self.tr("Day and clock")),
            Choice("backup", self.tr("Backups")),
            Choice("policy", self.tr("Policy")),
            Choice("stick", self.tr("Wiping stick")),
            Choice("seller", self.tr("Seller's facts")),
            Choice("seal", self.tr("Key")),
            Choice("journal", self.tr("Journal")),
            Choice("scale", self.tr("Scale")),
            Choice("desk", self.tr("This desk")),
        )
        self._strip = ChoiceStrip(self.tr("Parts of upkeep"), choices)
        self._strip.chosen.connect(self.choose)
        self._pages = QStackedWidget()
        for section in self.sections.values():
            section.said.connect(self.said)
            section.overlay_wanted.connect(self.overlay_wanted)
            self._pages.addWidget(section)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self._strip)
        column.addWidget(self._pages, 1)

    @property
    def section(self) -> Section:
        """The part that is shown."""
        return self.sections[self._strip.current]

    def choose(self, key: str) -> None:
        """Show another part."""
        self._strip.choose(key)
        self._pages.setCurrentWidget(self.section)
        self.section.load()

    def shown(self) -> None:
        """Fetch what is shown."""
        self.section.load()

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when something of it changed."""
        if not self.section.busy_with and self.section.cares(changes):
            self.section.load()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what the part's buttons do."""
        return () if self.section.busy_with else self.section.function_keys()

    def park(self) -> Parked:
        """Remember which part was open."""
        return {"section": self._strip.current}

    def resume(self, state: Parked) -> None:
        """Show the part that was open."""
        key = state.get("section")
        if isinstance(key, str) and key in self.sections:
            self._strip.choose(key)
            self._pages.setCurrentWidget(self.section)
