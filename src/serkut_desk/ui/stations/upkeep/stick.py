"""The wiping stick: its programs and the policy of the day, put onto a stick."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.media import DataClass
from serkut_desk.stations.stick_kit import export_kit
from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.stations.upkeep.section import Section
from serkut_desk.ui.sticks import sticks

if TYPE_CHECKING:
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.stick_kit import StickKit
    from serkut_desk.ui.hands import Hands


class StickSection(Section):
    """Choose a stick; the kit is written into a folder of its own on it."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands, QCoreApplication.translate("StickSection", "Wiping stick"))
        self._chosen: DataClass | None = None
        self.column.addStretch(1)

    def load(self) -> None:
        """Show what is put there; nothing has to be fetched."""
        here = ", ".join(one.name for one in sticks())
        self.show_facts(
            (
                Fact(
                    self.tr("What it is"),
                    self.tr("Programs that empty a machine's drives from a Linux stick."),
                ),
                Fact(
                    self.tr("When again"),
                    self.tr("After each change of the policy: the stick carries it along."),
                ),
                Fact(self.tr("Sticks here"), here or self.tr("none: plug one in")),
                Fact(
                    self.tr("Note"),
                    self.tr("Erasing by the drives' own commands is not yet proven in use."),
                ),
            )
        )

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to write it for the usual drives, and for those with confidential data."""
        usual, secret = partial(self._ask, None), partial(self._ask, DataClass.CONFIDENTIAL)
        return (
            Action(self.tr("Put onto a stick"), usual, "F10", "hard-drive", main=True),
            Action(self.tr("For confidential data"), secret, "F6", "lock"),
        )

    def _ask(self, data_class: DataClass | None) -> None:
        self._chosen = data_class
        chooser = FileChooser(self, self.tr("Folder or stick for the wiping stick's programs"))
        chooser.setFileMode(FileChooser.FileMode.Directory)
        found = sticks()
        if found:
            chooser.setDirectory(str(found[0].path))
        chooser.fileSelected.connect(self.write)
        chooser.open()

    def write(self, folder: str) -> None:
        """Write the kit into a folder."""
        self.show_busy(self.tr("Writing the wiping stick"))

        def export(desk: Desk, session: Session | None) -> StickKit:
            return export_kit(desk, session, Path(folder), self._chosen)

        self.hands.ask(export, self._written, self.failed)

    def _written(self, kit: StickKit) -> None:
        done = self.tr("The wiping stick is ready")
        self.tell(done, self.tr("On the machine: sudo sh serkut-wipe start") + f"  ({kit.path})")
        self.load()
