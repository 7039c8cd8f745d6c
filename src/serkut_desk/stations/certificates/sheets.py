"""Files about the key that people take away: the public half and the sheet for the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.records.files import write_synced
from serkut_desk.stations.certificates import queries

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.stations.desk import Desk


def public_key_file(desk: Desk) -> Path:
    """Write the public half of the key in use to the papers and return where.

    Raises:
        Refused: `key_none`.
        Unavailable: It cannot be written.
    """
    path = desk.folder.papers / "seal.pub.pem"
    write_synced(path, queries.public_key(desk))
    return path


def key_sheet_file(desk: Desk, language: str) -> Path:
    """Write the sheet for the wall to the papers and return where; raises as `public_key_file`."""
    path = desk.folder.papers / "key-sheet.pdf"
    write_synced(path, queries.key_sheet(desk, language=language))
    return path
