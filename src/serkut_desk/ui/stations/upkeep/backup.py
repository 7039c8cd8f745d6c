"""Backups: where they go, the last ones, make one now, look whether one is good."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.clock import local
from serkut_desk.stations.upkeep.commands import ChooseBackupFolder, MadeBackup, MakeBackup
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.opening import open_path
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.stations.upkeep.restore_card import RestoreCard
from serkut_desk.ui.stations.upkeep.section import Section
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.journal import Head
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.upkeep.backing_up import VerifiedBackup
    from serkut_desk.stations.upkeep.backup_folder import BackupPlace
    from serkut_desk.stations.upkeep.states import BackupState
    from serkut_desk.ui.hands import Hands


class BackupSection(Section):
    """The second place."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands, QCoreApplication.translate("BackupSection", "Backups"))
        self._state: BackupState | None = None
        self._chosen: BackupPlace | None = None
        self._model: PagedModel[BackupPlace] = PagedModel(
            (
                Column(self.tr("Made"), lambda one: f"{local(one.at):%-d.%-m.%Y %H:%M}"),
                Column(self.tr("Folder"), lambda one: one.path.name, mono=True, weight=2),
            ),
            key=lambda one: one.path.name,
        )
        self._table = DataTable(self._model, self.tr("Backups"))
        self._model.setParent(self._table)
        self._table.picked.connect(self._pick)
        self.column.addWidget(self._table, 1)

    def load(self) -> None:
        """Fetch the state."""
        self.hands.ask(_state, self._loaded, self.show_failure)

    def cares(self, changes: Changes) -> bool:
        """Tell whether a backup was made or its place changed."""
        return changes.backup

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what can be done."""
        state = self._state
        no_folder = "" if state and state.folder else self.tr("Choose a folder first.")
        none = "" if self._chosen else self.tr("Choose a backup in the list.")
        return (
            Action(
                self.tr("Make a backup now"),
                self._make,
                "F10",
                "save",
                enabled=not no_folder,
                reason=no_folder,
                main=not no_folder,
            ),
            Action(
                self.tr("Choose the folder"),
                self._folder,
                "F2",
                "folder-open",
                main=bool(no_folder),
            ),
            Action(
                self.tr("Check this backup"),
                self._verify,
                "F6",
                "shield-check",
                enabled=not none,
                reason=none,
            ),
            Action(
                self.tr("Restore"),
                self._restore,
                "F8",
                "undo-2",
                enabled=not none,
                reason=none,
            ),
            Action(
                self.tr("Show the folder"),
                self._open,
                "F7",
                "folder-open",
                enabled=not no_folder,
                reason=no_folder,
            ),
        )

    def _loaded(self, state: BackupState) -> None:
        self._state = state
        self._model.show_rows(state.known)
        self._chosen = state.known[0] if state.known else None
        if self._chosen:
            self._table.show_row(self._chosen.path.name)
        self._table.setVisible(bool(state.known))
        last = f"{local(state.last):%-d.%-m.%Y %H:%M}" if state.last else self.tr("none yet")
        late = self.tr("Late: today's is missing")
        self.show_facts(
            (
                Fact(self.tr("Folder"), str(state.folder or self.tr("not chosen")), code=True),
                Fact(self.tr("Last backup"), f"{last} · {late}" if state.late else last),
                Fact(self.tr("Kept"), self.tr("%n days", "", state.keep_days)),
            )
        )

    def _pick(self, backup: BackupPlace) -> None:
        self._chosen = backup
        self.bar.show_actions(self.function_keys())

    def _make(self) -> None:
        self.show_busy(self.tr("Making a backup and opening it to check"))
        self.hands.submit(
            MakeBackup(signer=self.hands.keyring.seal),
            self._made,
            self.failed,
            lambda _made: Changes(backup=True, journal=True),
        )

    def _made(self, made: MadeBackup) -> None:
        signed = "" if made.signed else self.tr("Its checkpoint is not signed: the seal is locked.")
        self.tell(self.tr("The backup is made and checked"), f"{made.path} {signed}".strip())
        self.load()

    def _verify(self) -> None:
        if self._chosen is None:
            return
        path = self._chosen.path
        self.show_busy(self.tr("Opening the backup and checking everything"))

        def work() -> VerifiedBackup:
            from serkut_desk.stations.upkeep.backing_up import verify  # noqa: PLC0415 - opens a database

            return verify(path)

        self.hands.work(work, self._verified, self.failed)

    def _verified(self, found: VerifiedBackup) -> None:
        if found.ok:
            what = self.tr("%n entries are whole", "", found.entries)
            self.tell(self.tr("The backup is good"), what)
        else:
            self._broken(found)
        self.load()

    def _broken(self, found: VerifiedBackup) -> None:
        self.tell(self.tr("The backup is broken"), "; ".join(found.facts), Tone.STOP)

    def _restore(self) -> None:
        if self._chosen is None:
            return
        self.show_busy(self.tr("Opening the backup and checking everything"))
        self.hands.ask(partial(_before_restore, path=self._chosen.path), self._warn, self.failed)

    def _warn(self, asked: tuple[VerifiedBackup, Head]) -> None:
        found, head = asked
        self.load()
        session = self.hands.session
        if not found.ok:
            self._broken(found)
        elif session is not None:
            root = self.hands.place.desk.folder.root
            card = RestoreCard(self.window(), found, head, root, session.person)
            self.overlay_wanted.emit(card)

    def _folder(self) -> None:
        folder = TextField(
            self.tr("Folder"), self.tr("On another disk: a memory stick or a network"), mono=True
        )
        days = TextField(self.tr("Keep for how many days?"), self.tr("At least 14"))
        if self._state is not None:
            folder.set_text(str(self._state.folder or ""))
            days.set_text(str(self._state.keep_days))
        form = FormCard(
            self.window(),
            self.tr("Where do backups go?"),
            {"folder": folder, "days": days},
            send=self.tr("Use this"),
            columns=1,
        )
        self.lay(form, self._choose)

    def _choose(self, told: Mapping[str, str]) -> None:
        if not told["folder"] or not told["days"].isdigit():
            self.form_problem(self.tr("Write a folder and a number of days."))
            return
        self.hands.submit(
            ChooseBackupFolder(Path(told["folder"]), int(told["days"])),
            self._folder_chosen,
            self.form_failed,
            lambda _folder: Changes(backup=True, journal=True),
        )

    def _folder_chosen(self, folder: Path) -> None:
        self.form_done()
        self.tell(self.tr("Backups go there now"), str(folder))

    def _open(self) -> None:
        if self._state and self._state.folder:
            open_path(self._state.folder)


def _before_restore(
    desk: Desk, session: Session | None, *, path: Path
) -> tuple[VerifiedBackup, Head]:
    from serkut_desk.stations.upkeep import backing_up, restoring  # noqa: PLC0415 - opens a database
    from serkut_desk.stations.upkeep.states import journal_head  # noqa: PLC0415 - as above

    restoring.allowed(desk, session)
    return backing_up.verify(path), journal_head(desk)


def _state(desk: Desk, session: Session | None) -> BackupState:
    from serkut_desk.stations.upkeep.states import backup_state  # noqa: PLC0415 - not before first paint

    return backup_state(desk, session)
