"""Makes a backup, and verifies one by opening it."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused, Unavailable
from serkut_desk.records.backups import inspect
from serkut_desk.records.files import FileStore, write_synced
from serkut_desk.stations.upkeep import checkpoints
from serkut_desk.stations.upkeep.backup_folder import (
    CHECKPOINT,
    DATABASE,
    FILES,
    backups_in,
    free_name,
)
from serkut_desk.stations.upkeep.commands import MadeBackup

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.upkeep.checkpoints import Checkpoint, Signer

CONTENTS = "contents.json"


@dataclass(frozen=True, slots=True)
class VerifiedBackup:
    """What opening a backup showed.

    Args:
        path: Its folder.
        checkpoint: Its journal's head as it was made.
        entries: How many entries its journal has.
        files: How many files it holds.
        why: None when it is good, else a code: `database`, `journal`, `files`.
        facts: What is wrong, in the words of who found it.
    """

    path: Path
    checkpoint: Checkpoint
    entries: int
    files: int
    why: str | None = None
    facts: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether it can be restored."""
        return self.why is None


def make(desk: Desk, folder: Path, workshop: str, signer: Signer | None) -> MadeBackup:
    """Write a backup into `folder` and verify it; its folder gets its name only when it is good.

    The database is copied first: every file that it names is there by then, and never changes.

    Raises:
        Unavailable: It could not be written, or what was written is no good (`backup_bad`).
    """
    at = desk.clock.now()
    final = free_name(folder, at)
    partial = final.with_name(f".{final.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        desk.database.copy_to(partial / DATABASE)
        looked_at = inspect(partial / DATABASE)
        newest = backups_in(folder)
        store = newest[0].path / FILES if newest else None
        present, missing = _copy_files(desk, looked_at.files, partial / FILES, store)
        contents = {
            "database": sha256((partial / DATABASE).read_bytes()).hexdigest(),
            "files": present,
            "missing": missing,
        }
        write_synced(partial / CONTENTS, json.dumps(contents, indent=1).encode())
        checkpoint = checkpoints.made(looked_at.journal.head, workshop, at, signer)
        write_synced(partial / CHECKPOINT, checkpoints.as_bytes(checkpoint))
        verified = verify(partial)
        if not verified.ok:
            raise Unavailable("backup_bad", path=str(final), said="; ".join(verified.facts))
        partial.rename(final)
    except OSError as problem:
        raise Unavailable("copy_failed", path=str(final), said=str(problem.strerror)) from problem
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    head = verified.checkpoint.head
    return MadeBackup(
        final, head.seq, head.hash, verified.entries, verified.files, signer is not None
    )


def _copy_files(
    desk: Desk, named: Iterable[str], target: Path, previous: Path | None
) -> tuple[list[str], list[str]]:
    """Copy files by content; what the backup before holds is linked, so that it takes no room."""
    copy = FileStore(target)
    before = FileStore(previous) if previous else None
    present, missing = [], []
    target.mkdir(parents=True, exist_ok=True)
    for digest in sorted(named):
        try:
            data = desk.files.read(digest)
        except Unavailable:
            missing.append(digest)
            continue
        present.append(digest)
        path = copy.path(digest)
        if before is not None and _whole(before.path(digest), digest):
            path.parent.mkdir(parents=True, exist_ok=True)
            # Not every file system can link; then it is copied.
            with suppress(OSError):
                os.link(before.path(digest), path)
                continue
        copy.keep(data)
    return present, missing


def verify(path: Path) -> VerifiedBackup:
    """Open a backup and look at everything in it.

    Raises:
        Refused: `not_a_backup`.
        Unavailable: Its checkpoint can not be read.
        Misused: Its checkpoint is damaged or its signature wrong.
    """
    if not (path / DATABASE).is_file():
        raise Refused("not_a_backup", path=str(path))
    checkpoint = checkpoints.read(path / CHECKPOINT)
    looked_at = inspect(path / DATABASE, checkpoint.head)
    contents = _contents(path)
    wrong = _wrong_files(path, contents, looked_at.files)
    state = looked_at.journal
    why: str | None = None
    facts: tuple[str, ...] = ()
    if looked_at.faults:
        why, facts = "database", looked_at.faults
    elif not state.ok or state.head != checkpoint.head:
        why, facts = "journal", (f"{state.first_bad or state.head.seq}: {state.why or 'anchor'}",)
    elif wrong:
        why, facts = "files", wrong
    elif not _whole(path / DATABASE, contents.database):
        # Nothing that is in use is hit, but the disk has lost something.
        why, facts = "database", ("SHA-256",)
    return VerifiedBackup(path, checkpoint, state.entries, len(contents.present), why, facts)


@dataclass(frozen=True, slots=True)
class _Contents:
    """What a backup says that it holds; `missing` was lost before it was made."""

    database: str = ""
    present: tuple[str, ...] = ()
    missing: frozenset[str] = frozenset()


def _contents(path: Path) -> _Contents:
    """Return what the list in a backup says; nothing if it is damaged."""
    try:
        found = json.loads((path / CONTENTS).read_bytes())
        return _Contents(str(found["database"]), tuple(found["files"]), frozenset(found["missing"]))
    except (OSError, ValueError, KeyError, TypeError):
        return _Contents()


def _wrong_files(path: Path, contents: _Contents, named: frozenset[str]) -> tuple[str, ...]:
    """Return files that are lost or not what they were."""
    store = FileStore(path / FILES)
    lost = named - contents.missing - frozenset(contents.present)
    wrong = [one for one in contents.present if not _whole(store.path(one), one)]
    return (*wrong, *sorted(lost))


def _whole(path: Path, digest: str) -> bool:
    try:
        return sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False
