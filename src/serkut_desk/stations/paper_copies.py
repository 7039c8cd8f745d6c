"""Copies of papers that were just issued, in the folder of papers or where somebody wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.records.files import write_synced

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.stations.desk import Desk


def copy_out(desk: Desk, file_name: str, sha256: str, folder: Path | None = None) -> Path:
    """Write a copy of one of the workshop's files and return where it is.

    Args:
        desk: The desk.
        file_name: Its name there, such as `VP-3.pdf`.
        sha256: The file among the workshop's files.
        folder: Where to; None is the data folder's papers.

    Raises:
        Unavailable: It can not be written. The paper exists all the same.
    """
    path = (folder or desk.folder.papers) / file_name
    write_synced(path, desk.files.read(sha256))
    return path
