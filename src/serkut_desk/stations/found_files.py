"""Files and folders that a person gave, a stick among them: found and read, and never changed."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# More files than a stick full of reports has; beyond it somebody chose a whole disk.
MOST_FILES = 2000
TOO_LARGE = "too_large"
CLOSED = "closed"
_BINARY = getattr(os, "O_BINARY", 0)


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files that were given, and those in given folders; hidden ones are left out.

    Raises:
        Unavailable: `path_missing`, naming the first that is not there.
        Misused: `nothing_given` or `files_too_many`.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise Unavailable("path_missing", path=str(path))
        found += sorted(_inside(path)) if path.is_dir() else [path]
        if len(found) > MOST_FILES:
            raise Misused("files_too_many", most=MOST_FILES)
    if not found:
        raise Misused("no_files", path=", ".join(map(str, paths)) or "-")
    return list(dict.fromkeys(found))


def _inside(folder: Path) -> Iterator[Path]:
    count = 0
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith("."):
                count += 1
                if count > MOST_FILES:
                    raise Misused("files_too_many", most=MOST_FILES)
                yield Path(root) / name


def shown_path(path: Path) -> str:
    """Return a path as it can be shown: a stick of another system has names that are no text."""
    return os.fsencode(path).decode("utf-8", "replace")


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
