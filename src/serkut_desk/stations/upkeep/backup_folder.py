"""The second place: which folder may hold backups, what they are called, which ones go."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.settings import DataFolder

DATABASE = "serkut.sqlite3"
FILES = "files"
CHECKPOINT = "checkpoint.json"

# Backups of at least this many different days stay.
FEWEST_DAYS = 14
DEFAULT_DAYS = 30

_NAME = re.compile(r"serkut-(\d{8}T\d{6}Z)(?:-\d+)?")


@dataclass(frozen=True, slots=True)
class BackupPlace:
    """One finished backup in the backup folder."""

    path: Path
    at: datetime


def usable_folder(data: DataFolder, folder: Path) -> Path:
    """Return the folder, made if needed, as a whole path.

    Raises:
        Refused: `backup_folder_same` when it lies in the data folder or holds it.
        Unavailable: `folder_not_writable`.
    """
    chosen, own = folder.expanduser().resolve(), data.root.resolve()
    if chosen == own or own in chosen.parents or chosen in own.parents:
        raise Refused("backup_folder_same", folder=str(chosen))
    trial = chosen / ".serkut-trial"
    try:
        chosen.mkdir(parents=True, exist_ok=True)
        trial.write_bytes(b"")
        trial.unlink()
    except OSError as problem:
        raise Unavailable("folder_not_writable", folder=str(chosen)) from problem
    return chosen


def free_name(folder: Path, at: datetime) -> Path:
    """Return the path of a new backup: its name is the time, in UTC."""
    stem = f"serkut-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    path, number = folder / stem, 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}"
    return path


def backups_in(folder: Path) -> list[BackupPlace]:
    """Return the finished backups of a folder, the newest first."""
    found = []
    for path in folder.glob("serkut-*") if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match and (path / CHECKPOINT).is_file():
            at = datetime.strptime(match.group(1), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            found.append(BackupPlace(path, at))
    return sorted(found, key=lambda one: (one.at, len(one.path.name), one.path.name), reverse=True)


def rotate(folder: Path, days: int) -> list[str]:
    """Delete backups older than the newest `days` days that have one; return their names."""
    found = backups_in(folder)
    kept = sorted({one.at.date() for one in found}, reverse=True)[: max(days, FEWEST_DAYS)]
    old = [one.path for one in found if one.at.date() not in kept]
    for path in old:
        shutil.rmtree(path, ignore_errors=True)
    return [path.name for path in old]
