"""Says what restoring a backup would cost, and how it is done with the window closed."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from serkut_desk.domain.clock import from_text, local
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.facts import Fact, Facts
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.journal import Head
    from serkut_desk.stations.upkeep.backing_up import VerifiedBackup


class RestoreCard(OverlayCard):
    """The open window holds the database, so another program must put the backup in its place.

    Args:
        parent: The window.
        backup: A good backup.
        head: The journal's newest entry now.
        root: The data folder.
        person: Badge of who restores.
    """

    def __init__(
        self, parent: QWidget, backup: VerifiedBackup, head: Head, root: Path, person: str
    ) -> None:
        super().__init__(parent, self.tr("Restore this backup?"), Tone.ATTENTION, width=760)
        made = local(from_text(backup.checkpoint.at))
        lost = max(0, head.seq - backup.checkpoint.head.seq)
        words = ("serkut-desk", "--data", str(root), "--as", person)
        self.command = shlex.join((*words, "backup", "restore", str(backup.path)))
        self.body.addWidget(
            Facts(
                (
                    Fact(self.tr("Backup"), f"{made:%-d.%-m.%Y %H:%M}"),
                    Fact(self.tr("Would be lost"), self.tr("%n later entries", "", lost)),
                )
            )
        )
        kept = self.tr("What is there now is kept aside. Codes given after it stay used.")
        self.body.addWidget(label(kept, wrap=True))
        how = self.tr("Close this window first. Then give this command and your PIN:")
        self.body.addWidget(label(how, "strong", wrap=True))
        # In parts, so that it breaks into lines on a small screen.
        shown = label(self.command.replace("/", "/\N{ZERO WIDTH SPACE}"), "codevalue", wrap=True)
        shown.setAccessibleName(self.command)
        self.body.addWidget(shown)
        self.body.addWidget(ActionBar(self.function_keys()))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to copy the command and to leave."""
        return (
            Action(self.tr("Copy the command"), self._copy, key="F5", icon="copy", main=True),
            Action(self.tr("Close"), self.close_overlay, key="F9", icon="x"),
        )

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.command)
