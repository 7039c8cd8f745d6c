"""Copies of issued certificates for people to open, print and send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Unavailable
from serkut_desk.records.files import write_synced

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from serkut_desk.stations.certificates.commands import Issued
    from serkut_desk.stations.desk import Desk


def file_name(number: str) -> str:
    """Return the name of a certificate's copy."""
    return f"{number}.pdf"


def copy_out(desk: Desk, issued: Sequence[Issued], target: Path | None = None) -> list[Path]:
    """Write copies of certificates that were just issued.

    Args:
        desk: The desk.
        issued: The certificates.
        target: A folder; a file when there is one certificate; None is the data folder's papers.

    Returns:
        Where each copy is, in the same order.

    Raises:
        Unavailable: `certificate_copy_failed`. The certificate exists all the same, and the
            refusal says where.
    """
    place = desk.folder.papers if target is None else target
    single = target is not None and len(issued) == 1 and not place.is_dir()
    paths = [place if single else place / file_name(one.number) for one in issued]
    for one, path in zip(issued, paths, strict=True):
        try:
            write_synced(path, desk.files.read(one.sha256))
        except Unavailable as problem:
            raise Unavailable(
                "certificate_copy_failed",
                number=one.number,
                path=str(path),
                stored=str(one.stored),
            ) from problem
    return paths
