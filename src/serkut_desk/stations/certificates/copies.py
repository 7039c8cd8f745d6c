"""Copies of issued certificates for people to open, print and send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Unavailable
from serkut_desk.records.files import write_synced
from serkut_desk.stations.certificates import queries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from serkut_desk.domain.people import Session
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


def save_copy(desk: Desk, session: Session | None, number: str, target: Path | None = None) -> Path:
    """Write a copy of an issued certificate and return where it is.

    Args:
        desk: The desk.
        session: Who asks.
        number: The certificate's.
        target: A file; None is the data folder's papers.

    Raises:
        Refused: `certificate_unknown`.
        Unavailable: The original is lost or damaged, or the copy can not be written.
    """
    pdf = queries.certificate_pdf(desk, session, number)
    return keep_paper(target or desk.folder.papers / file_name(number), pdf)


def save_all(
    desk: Desk, session: Session | None, numbers: Sequence[str], folder: Path
) -> list[Path]:
    """Write copies of certificates into a folder, each under its number, and return where.

    Raises:
        Refused: `certificate_unknown`.
        Unavailable: An original is lost or damaged, or a copy can not be written.
    """
    lines = [queries.certificate(desk, session, number) for number in numbers]
    return [
        keep_paper(folder / file_name(line.number), desk.files.read(line.sha256)) for line in lines
    ]


def keep_paper(path: Path, pdf: bytes) -> Path:
    """Write a paper for people to open and return its path.

    Raises:
        Unavailable: It can not be written.
    """
    write_synced(path, pdf)
    return path
