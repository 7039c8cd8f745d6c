"""Files and folders that a person gave, a stick among them: found and read, and never changed."""

from __future__ import annotations

import os
import re
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused, Unavailable
from serkut_desk.domain.plain_text import plain_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# More files than a stick full of reports has; beyond it somebody chose a whole disk.
MOST_FILES = 5000
TOO_LARGE = "too_large"
CLOSED = "closed"
_BINARY = getattr(os, "O_BINARY", 0)
# What systems put onto every stick by themselves; nobody's report lies there.
_SYSTEM = frozenset(
    {"$recycle.bin", "recycler", "system volume information", "lost+found", "lost.dir"}
)
_SYSTEM_FILES = frozenset({"desktop.ini", "thumbs.db", "indexervolumeguid", "wpsettings.dat"})
# The wiping stick's own programs, in the folder where the first of them lies: no reports.
_KIT_SIGN = "serkut-wipe"
_KIT = frozenset(
    {
        _KIT_SIGN,
        "serkut-collect",
        "serkut-drives",
        "serkut-samples",
        "serkut-erase",
        "serkut-paper",
        "lueminut.txt",
        "policy.txt",
        "sha256sums",
    }
)
_MOUNTS = Path("/proc/self/mounts")
_FAT = frozenset({"vfat", "msdos", "exfat", "fuseblk.exfat"})
_OCTAL = re.compile(r"\\([0-7]{3})")


def find_files(paths: Iterable[Path], unlisted: Callable[[Path], None] | None = None) -> list[Path]:
    """Return the files that were given, and those in given folders.

    Hidden ones and what systems put there are left out, links in folders as well: what they lead
    to is no part of the stick, or is found by itself.

    Args:
        paths: Files and folders.
        unlisted: Told of each folder inside whose files can not be listed.

    Raises:
        Unavailable: `path_missing`, naming the first that is not there.
        Misused: `nothing_given` or `files_too_many`.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise Unavailable("path_missing", path=str(path))
        found += sorted(_inside(path, unlisted)) if path.is_dir() else [path]
        if len(found) > MOST_FILES:
            raise Misused("files_too_many", most=MOST_FILES)
    if not found:
        raise Misused("no_files", path=", ".join(map(str, paths)) or "-")
    return list(dict.fromkeys(found))


def _inside(folder: Path, unlisted: Callable[[Path], None] | None) -> Iterator[Path]:
    def closed(problem: OSError) -> None:
        if unlisted is not None and problem.filename:
            unlisted(Path(os.fsdecode(problem.filename)))

    count = 0
    for root, folders, files in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not _left_out(name, _SYSTEM)]
        left_out = _SYSTEM_FILES | _KIT if _KIT_SIGN in files else _SYSTEM_FILES
        for name in files:
            path = Path(root) / name
            if _left_out(name, left_out) or path.is_symlink():
                continue
            count += 1
            if count > MOST_FILES:
                raise Misused("files_too_many", most=MOST_FILES)
            yield path


def _left_out(name: str, system: frozenset[str]) -> bool:
    return name.startswith(".") or name.lower() in system


def shown_path(path: Path) -> str:
    """Return a path as it can be shown: on a stick names may be no text.

    What turns text round or speaks to a terminal is left out.
    """
    text = os.fsencode(path).decode("utf-8", "replace")
    return text if text.isprintable() else plain_line(text)


def content_of(path: Path, limit: int) -> bytes | str:
    """Return a regular file's content up to the limit, else why: `TOO_LARGE` or `CLOSED`."""
    try:
        # Without waiting: a pipe in the folder must not stop the import.
        handle = os.open(path, os.O_RDONLY | _BINARY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return CLOSED
            data = file.read(limit + 1)
    except OSError:
        return CLOSED
    return TOO_LARGE if len(data) > limit else data


def changed_at(path: Path) -> datetime | None:
    """Return when a file was changed, as its file system says, None when that makes no sense."""
    try:
        return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
    except (OSError, OverflowError, ValueError):
        return None


def on_fat(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Tell whether a path lies on a stick's own kind of file system (FAT), where that is known.

    What lies there was written by the computer that was wiped, or copied from it.
    """
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        real = path.resolve()
    except (OSError, RuntimeError):
        return False
    best, kind = -1, ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - what is mounted, where, as what
            continue
        where = Path(_OCTAL.sub(lambda found: chr(int(found[1], 8)), fields[1]))
        if (real == where or where in real.parents) and len(where.parts) >= best:
            best, kind = len(where.parts), fields[2]
    return kind in _FAT
