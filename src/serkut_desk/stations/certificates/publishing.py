"""What the workshop gives to everybody who checks its certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.documents.public_keys import pem_of
from serkut_desk.documents.verifier_page import Embedded, verifier_page
from serkut_desk.documents.vouching import vouches_file
from serkut_desk.domain.errors import Refused
from serkut_desk.records.files import write_synced
from serkut_desk.stations.certificates.verifier import page_parts
from serkut_desk.stations.trust_now import key_of, newest_file

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk


def write_page(desk: Desk, _session: Session | None, path: Path) -> Path:
    """Write the page to a file and return its path; raises as `page`, or that it cannot."""
    write_synced(path, page(desk))
    return path


def write_list(desk: Desk, _session: Session | None, digest: str, path: Path) -> Path:
    """Write a copy of a signed list and return its path.

    Raises:
        Unavailable: The original is lost or damaged, or the copy cannot be written.
    """
    write_synced(path, desk.files.read(digest))
    return path


def page(desk: Desk) -> bytes:
    """Return the page with which anybody checks certificates.

    Raises:
        Refused: `key_none`; as `key_of`.
        Unavailable: The newest list is lost or damaged.
    """
    with desk.database.reading() as work:
        in_use = work.seals.in_use()
        older = [one for one in reversed(work.seals.every()) if one != in_use]
        vouches = tuple(one.statement for one in work.trust.vouches())
        workshop = work.house.get("workshop")["name"]
    if in_use is None:
        raise Refused("key_none")
    return verifier_page(
        page_parts(),
        Embedded(
            workshop=workshop,
            made=desk.clock.now(),
            keys=tuple(pem_of(key_of(one)).decode("ascii") for one in (in_use, *older)),
            vouches=vouches,
            revocations=newest_file(desk),
        ),
    )


def vouches(desk: Desk) -> bytes:
    """Return the file in which older keys vouch for newer ones.

    Raises:
        Refused: `vouches_none`.
    """
    with desk.database.reading() as work:
        said = [one.statement for one in work.trust.vouches()]
    if not said:
        raise Refused("vouches_none")
    return vouches_file(said)
