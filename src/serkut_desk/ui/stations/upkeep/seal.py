"""The key of the seal: make it, change it, keep a copy, give the public half to everybody."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.clock import local
from serkut_desk.stations.certificates.commands import (
    BackUpKey,
    ChangePassphrase,
    CreateKey,
    KeyDone,
    RetireKey,
)
from serkut_desk.stations.certificates.keyring import unlock
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.opening import open_path
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.form_card import Field, FormCard
from serkut_desk.ui.stations.upkeep import key_change
from serkut_desk.ui.stations.upkeep.section import Section

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from serkut_desk.documents.sealing import Seal
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Command
    from serkut_desk.ui.hands import Hands

# Eight pairs of digits: the whole is shown below, and the banner must not widen the window.
_TOLD = 23


@dataclass(frozen=True, slots=True)
class SealState:
    """The key in use; `fingerprint` is "" when there is none."""

    fingerprint: str
    since: datetime | None
    retired: int


class SealSection(Section):
    """One key, its copies, its sheet for the wall."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands, QCoreApplication.translate("SealSection", "Key of the seal"))
        self._state = SealState("", None, 0)
        self.column.addStretch(1)

    def load(self) -> None:
        """Fetch the key's public side."""
        self.hands.ask(_state, self._loaded, self.show_failure)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what can be done with or without a key."""
        there = bool(self._state.fingerprint)
        if not there:
            return (Action(self.tr("Make the key"), self._create, "F10", "key-round", main=True),)
        return (
            Action(self.tr("Sheet for the wall"), self._sheet, "F8", "printer"),
            Action(self.tr("Give out the public key"), self._export, "F6", "upload"),
            Action(self.tr("Copy the key to a safe place"), self._copy, "F7", "usb"),
            Action(self.tr("Another passphrase"), self._passphrase, "F5", "key-round"),
            Action(self.tr("Change the key"), self._replace, "F2", "refresh-cw"),
            Action(self.tr("The key was stolen"), self._steal, "F3", "siren"),
        )

    def _loaded(self, state: SealState) -> None:
        self._state = state
        if not state.fingerprint:
            self.show_facts(
                (
                    Fact(self.tr("Key"), self.tr("There is none yet.")),
                    Fact(self.tr("Without it"), self.tr("No certificate can be issued.")),
                )
            )
            return
        since = f"{local(state.since):%-d.%-m.%Y}" if state.since else ""
        facts = [
            Fact(self.tr("Fingerprint"), state.fingerprint, code=True),
            Fact(self.tr("In use since"), since),
            Fact(
                self.tr("A copy"),
                self.tr("The key is in no backup. Copy it to a memory stick and lock it away."),
            ),
        ]
        if state.retired:
            facts.append(Fact(self.tr("Old keys"), str(state.retired)))
        self.show_facts(facts)

    def _create(self) -> None:
        hint = self.tr("Long: several words")
        fields: dict[str, Field] = {
            "new": TextField(self.tr("Passphrase"), hint, secret=True),
            "again": TextField(self.tr("Passphrase again"), hint, secret=True),
        }
        form = FormCard(
            self.window(),
            self.tr("Make the key"),
            fields,
            send=self.tr("Make the key"),
            lines=(self.tr("Keep the passphrase on paper in a safe: nobody can find it out."),),
            columns=1,
        )
        self.lay(form, self._make)

    def _make(self, told: Mapping[str, str]) -> None:
        if self._same(told):
            self._do(CreateKey(told["new"]), self.tr("The key is made"))

    def _passphrase(self) -> None:
        fields: dict[str, Field] = {
            "old": TextField(self.tr("Passphrase now"), secret=True),
            "new": TextField(self.tr("New passphrase"), secret=True),
            "again": TextField(self.tr("New passphrase again"), secret=True),
        }
        form = FormCard(
            self.window(),
            self.tr("Another passphrase"),
            fields,
            send=self.tr("Change"),
            lines=(self.tr("Copies that were made before keep the old passphrase."),),
            columns=1,
        )
        self.lay(form, self._change)

    def _change(self, told: Mapping[str, str]) -> None:
        if self._same(told):
            done = self.tr("The passphrase is changed")
            self._do(ChangePassphrase(told["old"], told["new"]), done)

    def _replace(self) -> None:
        self.lay(key_change.change_form(self.window()), self._unlock_old)

    def _unlock_old(self, told: Mapping[str, str]) -> None:
        """Unlock the key in use: it vouches for the one that takes its place."""
        problem = key_change.changed_passphrases(told)
        if problem:
            self.form_problem(problem)
            return

        def unlocked(old: Seal) -> None:
            command = CreateKey(told["new"], vouched_by=old)
            self._do(command, self.tr("The key is changed. Print its sheet, and copy it."))

        self.hands.ask(partial(unlock, passphrase=told["old"]), unlocked, self.form_failed)

    def _steal(self) -> None:
        self.lay(key_change.stolen_form(self.window()), self._retire)

    def _retire(self, told: Mapping[str, str]) -> None:
        since = key_change.day_begins(told["day"])
        if since is None:
            self.form_problem(self.tr("Write the day as 21.11.2026."))
            return
        done = self.tr("The key is out of use. Make a new one, and publish a new list.")
        self._do(RetireKey(told["reason"], since), done)

    def _same(self, told: Mapping[str, str]) -> bool:
        if told["new"] == told["again"]:
            return True
        self.form_problem(self.tr("The two are not the same."))
        return False

    def _copy(self) -> None:
        form = FormCard(
            self.window(),
            self.tr("Copy the key to a safe place"),
            {"file": TextField(self.tr("File"), self.tr("On a memory stick"), mono=True)},
            send=self.tr("Copy"),
            lines=(self.tr("The copy is under the same passphrase. Lock the stick away."),),
            columns=1,
        )
        self.lay(form, self._copy_to)

    def _copy_to(self, told: Mapping[str, str]) -> None:
        if told["file"]:
            self._do(BackUpKey(Path(told["file"])), self.tr("The key is copied"))
        else:
            self.form_problem(self.tr("Write where."))

    def _do(self, command: Command[KeyDone], sentence: str) -> None:
        def then(done: KeyDone) -> None:
            # What was unlocked may be another key than the one in use now.
            self.hands.keyring.lock()
            self.form_done()
            self.tell(sentence, done.fingerprint[:_TOLD])
            self.load()

        self.hands.submit(command, then, self.form_failed, _changes)

    def _export(self) -> None:
        self.hands.ask(_public, self._written, self.failed)

    def _sheet(self) -> None:
        language = self.hands.language
        self.hands.ask(
            lambda desk, _session: _write_sheet(desk, language), self._written, self.failed
        )

    def _written(self, path: Path) -> None:
        open_path(path)
        self.tell(self.tr("Ready"), str(path))


def _changes(done: KeyDone) -> Changes:
    return done.changes


def _state(desk: Desk, _session: Session | None) -> SealState:
    from serkut_desk.stations.certificates.queries import seals  # noqa: PLC0415 - not before first paint

    every = seals(desk)
    used = next((one for one in every if one.retired_at is None), None)
    retired = sum(one.retired_at is not None for one in every)
    if used is None:
        return SealState("", None, retired)
    return SealState(used.fingerprint, used.made_at, retired)


def _public(desk: Desk, _session: Session | None) -> Path:
    from serkut_desk.stations.certificates.sheets import public_key_file  # noqa: PLC0415 - as above

    return public_key_file(desk)


def _write_sheet(desk: Desk, language: str) -> Path:
    from serkut_desk.stations.certificates.sheets import key_sheet_file  # noqa: PLC0415 - loads reportlab

    return key_sheet_file(desk, language)
