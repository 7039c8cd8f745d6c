"""The journal: its head, is it whole, give it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.changes import Changes
from serkut_desk.stations.upkeep.commands import MakeCheckpoint
from serkut_desk.ui.opening import open_path
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.stations.upkeep.section import Section
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.upkeep.states import DayState
    from serkut_desk.ui.hands import Hands


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of all entries found; `first_bad` is None where all is well."""

    ok: bool
    entries: int
    first_bad: int | None


class JournalSection(Section):
    """What every certificate names."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands, QCoreApplication.translate("JournalSection", "Journal"))
        self.column.addStretch(1)

    def load(self) -> None:
        """Fetch the head."""
        self.hands.ask(day_state, self._loaded, self.show_failure)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to check and to give out."""
        return (
            Action(self.tr("Check the journal"), self._verify, "F10", "shield-check", main=True),
            Action(self.tr("Write the journal to a file"), self._export, "F6", "download"),
            Action(
                self.tr("Checkpoint for keeping elsewhere"), self._checkpoint, "F7", "signature"
            ),
        )

    def _loaded(self, state: DayState) -> None:
        self.show_facts(
            (
                Fact(self.tr("Entries"), str(state.head.seq)),
                Fact(self.tr("Head"), state.head.hash, code=True),
            )
        )

    def _verify(self) -> None:
        self.show_busy(
            self.tr("Checking every entry"),
            self.tr("With a long journal it takes a while. Scans wait; none is lost."),
        )
        self.hands.ask(_verify, self._verified, self.failed)

    def _verified(self, found: Checked) -> None:
        if found.ok:
            self.tell(
                self.tr("The journal is whole"),
                self.tr("%n entries are whole", "", found.entries),
            )
        else:
            self.tell(
                self.tr("The journal is not whole"),
                self.tr("First at entry {0}. Keep the file. Call the maintainer.").replace(
                    "{0}", str(found.first_bad or "-")
                ),
                Tone.STOP,
            )
        self.load()

    def _export(self) -> None:
        self.show_busy(self.tr("Writing the journal"))
        self.hands.ask(_export, self._written, self.failed)

    def _checkpoint(self) -> None:
        self.hands.submit(
            MakeCheckpoint(self.hands.keyring.seal),
            self._made,
            self.failed,
            lambda _made: Changes(journal=True),
        )

    def _made(self, document: dict[str, object]) -> None:
        def write(desk: Desk, _session: Session | None) -> Path:
            from serkut_desk.stations.upkeep.states import checkpoint_to_papers  # noqa: PLC0415 - late

            return checkpoint_to_papers(desk, document)

        self.hands.ask(write, self._written, self.failed)

    def _written(self, path: Path) -> None:
        open_path(path.parent)
        self.tell(self.tr("Ready"), str(path))
        self.load()


def day_state(desk: Desk, session: Session | None) -> DayState:
    """Return the clock's and the journal's state."""
    from serkut_desk.stations.upkeep import states  # noqa: PLC0415 - not before first paint

    return states.day_state(desk, session)


def _verify(desk: Desk, _session: Session | None) -> Checked:
    from serkut_desk.stations.upkeep.queries import verify_journal  # noqa: PLC0415 - as above

    found = verify_journal(desk)
    return Checked(found.ok, found.entries, found.first_bad)


def _export(desk: Desk, session: Session | None) -> Path:
    from serkut_desk.stations.upkeep.states import export_to_papers  # noqa: PLC0415 - as above

    return export_to_papers(desk, session)
