"""What lies in the folder into which a camera or phone puts its pictures.

Nothing there is changed or moved: which file was taken already stands in the records. A file that
is still being copied is waited for: it is offered when it stayed as it was from one look to the
next and can be opened.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from serkut_desk.domain.errors import KnownFailure, Unavailable
from serkut_desk.records.files import read_regular
from serkut_desk.stations.photo_keeping import limits, prepare_photo

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"})
NEWEST = 12
"""Only so many of the newest files are looked at: the folder may hold years."""

Stamp: TypeAlias = tuple[int, int]
"""Size and time of change."""


@dataclass(frozen=True, slots=True)
class FolderPhoto:
    """A picture file that can be taken; `digest` is the SHA-256 of its bytes."""

    path: Path
    digest: str
    thumb: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Look:
    """What a look into the folder saw.

    Args:
        stamps: Of each of the newest files.
        found: Those that can be opened, the newest first.
        problems: Code of the failure of those that can not; they may still be on their way.
    """

    stamps: Mapping[Path, Stamp] = field(default_factory=dict)
    found: tuple[FolderPhoto, ...] = ()
    problems: Mapping[Path, str] = field(default_factory=dict)

    @property
    def waiting(self) -> bool:
        """Whether a file is not known yet: look again soon."""
        return len(self.found) + len(self.problems) < len(self.stamps)


def read_photo_file(path: Path) -> bytes:
    """Return a picture file, at most a byte more than one may have.

    Raises:
        Unavailable: `photo_file_unread`.
    """
    try:
        return read_regular(path, limits().most_bytes)
    except OSError as problem:
        raise Unavailable(
            "photo_file_unread", path=str(path), said=problem.strerror or ""
        ) from problem


def look(folder: Path, before: Look) -> Look:
    """Look into the folder again.

    Args:
        folder: Where the pictures come.
        before: What the last look saw; `Look()` at the first.

    Raises:
        Unavailable: `photo_folder_missing`.
    """
    stamps = _stamps(folder)
    known = {one.path: one for one in before.found}
    found: list[FolderPhoto] = []
    problems: dict[Path, str] = {}
    for path, stamp in stamps.items():
        if before.stamps.get(path) != stamp:
            continue
        if path in known:
            found.append(known[path])
        elif path in before.problems:
            problems[path] = before.problems[path]
        else:
            _open(path, found, problems)
    return Look(stamps, tuple(found), problems)


def _open(path: Path, found: list[FolderPhoto], problems: dict[Path, str]) -> None:
    try:
        prepared = prepare_photo(read_photo_file(path))
    except KnownFailure as failure:
        problems[path] = failure.code
    else:
        found.append(FolderPhoto(path, prepared.source_digest, prepared.thumb))


def _stamps(folder: Path) -> dict[Path, Stamp]:
    """Return the newest picture files, the newest first."""
    stamps: dict[Path, Stamp] = {}
    try:
        for path in folder.iterdir():
            if path.suffix.lower() in SUFFIXES:
                told = path.stat()
                if stat.S_ISREG(told.st_mode):
                    stamps[path] = (told.st_size, told.st_mtime_ns)
    except FileNotFoundError:
        # Gone between being listed and being looked at; or the folder itself is gone.
        if not folder.is_dir():
            raise Unavailable("photo_folder_missing", folder=str(folder)) from None
    except OSError as problem:
        raise Unavailable("photo_folder_missing", folder=str(folder)) from problem
    newest = sorted(stamps, key=lambda path: (-stamps[path][1], path.name))[:NEWEST]
    return {path: stamps[path] for path in newest}
