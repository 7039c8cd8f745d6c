"""Originals as people look at them: as text or as a picture of a page, never carried out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.documents.rendering import PageDots, first_page
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.plain_text import plain_lines
from serkut_desk.interchange.nwipe.lines import decode
from serkut_desk.records.files import write_synced
from serkut_desk.stations.evidence.queries import known

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk

LONGEST_TEXT = 200_000
"""So much of a text is shown; the rest is in the file."""
_DPI = 110
_HEX = frozenset("0123456789abcdef")
_SHA = 64


@dataclass(frozen=True, slots=True)
class Original:
    """An original; either `text` or `picture` shows it.

    Args:
        name: As it came in.
        text: Its beginning; signs that do something to a terminal, or turn it round, are left out.
        cut: There is more than `text` shows.
        picture: The first page of a PDF.
    """

    name: str
    sha256: str
    text: str = field(default="", repr=False)
    cut: bool = False
    picture: PageDots | None = field(default=None, repr=False)


def original(desk: Desk, session: Session | None, number: int) -> Original:
    """Return the original of a file that was brought in.

    Raises:
        Refused: `import_file_unknown` or `file_not_kept`.
        Unavailable: `file_lost` or `file_damaged`.
    """
    with desk.reading(session, Permission.WIPE) as work:
        row = known(work, number)
        file = work.evidence.file(row.digest) if row.digest else None
    if file is None:
        raise Refused("file_not_kept", name=row.name)
    data = desk.files.read(file.sha256)
    if b"%PDF-" in data[:1024]:
        return Original(row.name, file.sha256, picture=first_page(data, _DPI))
    text = decode(data[:LONGEST_TEXT])
    return Original(row.name, file.sha256, plain_lines(text), cut=len(data) > LONGEST_TEXT)


def save_original(desk: Desk, session: Session | None, sha256: str, target: Path) -> str:
    """Write an original byte for byte to a new file and return the name under which it came.

    Args:
        desk: The workshop.
        session: Who asks.
        sha256: All 64 digits, or as many from the beginning as name only one file.
        target: Where to; a folder takes the file's own name.

    Raises:
        Refused: `original_unknown` or `file_there_already`.
        Unavailable: It is lost or damaged, or can not be written.
    """
    digest = sha256.strip().lower()
    with desk.reading(session, Permission.SEARCH) as work:
        known_hex = set(digest) <= _HEX and 0 < len(digest) <= _SHA
        found = work.evidence.beginning(digest) if known_hex else []
    if len(found) != 1:
        raise Refused("original_unknown", sha256=sha256[:_SHA])
    path = target / found[0].name if target.is_dir() else target
    if path.exists():
        raise Refused("original_there_already", path=str(path))
    write_synced(path, desk.files.read(found[0].sha256))
    return found[0].name
