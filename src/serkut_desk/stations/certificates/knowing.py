"""What the workshop itself knows when it checks a certificate, and what it gives to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.documents.knowledge import Knowledge
from serkut_desk.documents.public_keys import public_pem, read_public_keys
from serkut_desk.documents.verifier_page import Embedded, verifier_page
from serkut_desk.documents.vouching import vouches_file
from serkut_desk.domain.errors import Refused
from serkut_desk.stations.certificates.revoking import newest_file, next_list
from serkut_desk.stations.certificates.verifier import page_parts

if TYPE_CHECKING:
    from serkut_desk.stations.desk import Desk


def own_knowledge(desk: Desk) -> Knowledge:
    """Return every key of the workshop and what has ended until now.

    Raises:
        Refused: `key_none` when there was never a key.
    """
    with desk.database.reading() as work:
        seals = work.seals.every()
        if not seals:
            raise Refused("key_none")
        keys = tuple(read_public_keys(one.certificate_pem.encode())[0] for one in seals)
        in_use = work.seals.in_use()
        known = next_list(work, desk.clock.now()) if in_use else None
    return Knowledge(keys, (), known)


def page(desk: Desk) -> bytes:
    """Return the page with which anybody checks certificates.

    Raises:
        Refused: `key_none`.
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
            keys=tuple(
                public_pem(one.certificate_pem.encode()).decode("ascii") for one in (in_use, *older)
            ),
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
