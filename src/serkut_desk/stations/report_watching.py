"""What lies in the folder or on the sticks that a workstation watches for reports.

Nothing there is changed. A file that still grows is waited for: it counts when it stayed as it
was from one look to the next. What nobody calls a report by its name is left alone: bringing in
the whole stick takes it as well.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.evidence_place import REPORT_ENDINGS
from serkut_desk.domain.permissions import Permission
from serkut_desk.interchange.evidence import LIMIT
from serkut_desk.stations.found_files import content_of, find_files

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk

Stamp: TypeAlias = tuple[int, int]
"""Size and time of change."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a look saw.

    Args:
        stamps: Of each file that is called as a report is.
        digests: SHA-256 of those that stayed as they were since the last look and can be read.
    """

    stamps: Mapping[Path, Stamp] = field(default_factory=dict)
    digests: Mapping[Path, str] = field(default_factory=dict)

    @property
    def waiting(self) -> bool:
        """Whether a file may still grow: look again soon."""
        return len(self.digests) < len(self.stamps)


def look(roots: Collection[Path], before: Look) -> Look:
    """Look again; a root that is not there, such as a stick that was pulled out, has no files.

    Args:
        roots: A folder, or the sticks that are plugged in.
        before: What the last look saw; `Look()` at the first.
    """
    stamps: dict[Path, Stamp] = {}
    for root in roots:
        stamps.update(_stamps(root))
    digests: dict[Path, str] = {}
    for path, stamp in stamps.items():
        if before.stamps.get(path) != stamp:
            continue
        known = before.digests.get(path)
        found = known or _digest(path)
        if found:
            digests[path] = found
    return Look(stamps, digests)


def _stamps(root: Path) -> dict[Path, Stamp]:
    try:
        files = find_files((root,))
    except KnownFailure:
        return {}
    found = {}
    for path in files:
        if path.suffix.lower() in REPORT_ENDINGS:
            try:
                told = path.stat()
            except OSError:
                continue
            found[path] = (told.st_size, told.st_mtime_ns)
    return found


def _digest(path: Path) -> str:
    data = content_of(path, LIMIT)
    return "" if isinstance(data, str) else sha256(data).hexdigest()


def fresh(desk: Desk, session: Session | None, seen: Look) -> tuple[Path, ...]:
    """Return the files that rest and were never brought in, each content once."""
    with desk.reading(session, Permission.WIPE) as work:
        known = work.imports.known(seen.digests.values())
    first: dict[str, Path] = {}
    for path in sorted(seen.digests):
        first.setdefault(seen.digests[path], path)
    return tuple(path for digest, path in first.items() if digest not in known)
