"""What the workshop itself knows of its certificates and keys: who checks starts from it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from serkut_desk.domain.errors import Refused
from serkut_desk.stations import ended_certificates

if TYPE_CHECKING:
    from datetime import datetime

    from cryptography.hazmat.primitives.asymmetric import ec

    from serkut_desk.documents.knowledge import Knowledge
    from serkut_desk.documents.revocations import EndedKey, RevocationList
    from serkut_desk.records.seals import Seal
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

NEXT_DUE: Final = timedelta(days=40)
"""A list is made once a month; whoever holds one that is older asks for another."""


def own_knowledge(desk: Desk) -> Knowledge:
    """Return every key of the workshop and what has ended until now.

    Raises:
        Refused: `key_none` when there was never a key; as `key_of`.
    """
    from serkut_desk.documents.knowledge import Knowledge  # noqa: PLC0415 - slow to import

    with desk.database.reading() as work:
        seals = work.seals.every()
        if not seals:
            raise Refused("key_none")
        keys = tuple(key_of(one) for one in seals)
        known = next_list(work, desk.clock.now())
    return Knowledge(keys, (), known)


def key_of(seal: Seal) -> ec.EllipticCurvePublicKey:
    """Return the public half of a key of the workshop.

    Raises:
        Refused: `key_files_differ`: somebody put another certificate under its fingerprint.
    """
    from serkut_desk.documents.public_keys import (  # noqa: PLC0415 - slow to import
        fingerprint_of,
        read_public_keys,
    )

    found = read_public_keys(seal.certificate_pem.encode())[0]
    if fingerprint_of(found) != seal.fingerprint:
        raise Refused("key_files_differ")
    return found


def next_list(work: UnitOfWork, now: datetime) -> RevocationList:
    """Return the list as the records are now, with the number that comes next; nobody signed it."""
    from serkut_desk.documents.revocations import (  # noqa: PLC0415 - slow to import
        EndedPaper,
        Ending,
        RevocationList,
    )
    from serkut_desk.domain.statement import key_id  # noqa: PLC0415 - as these

    in_use, newest = work.seals.in_use(), work.trust.newest_list()
    at = now.replace(microsecond=0)
    return RevocationList(
        workshop=work.house.get("workshop")["name"],
        number=newest.number + 1 if newest else 1,
        at=at,
        until=at + NEXT_DUE,
        ended=tuple(
            EndedPaper(
                one.number,
                Ending(one.state.value),
                one.at.replace(microsecond=0),
                one.successor,
            )
            for one in ended_certificates.ended(work)
        ),
        keys=ended_keys(work),
        key=key_id(in_use.fingerprint) if in_use else "",
    )


def ended_keys(work: UnitOfWork) -> tuple[EndedKey, ...]:
    """Return every key that is out of use or stolen."""
    from serkut_desk.documents.revocations import (  # noqa: PLC0415 - slow to import
        EndedKey,
        KeyEnding,
        plain_fingerprint,
    )

    thefts = work.trust.thefts()
    found = []
    for seal in work.seals.every():
        plain, theft = plain_fingerprint(seal.fingerprint), thefts.get(seal.fingerprint)
        if theft is not None:
            since = theft.since.replace(microsecond=0)
            found.append(EndedKey(plain, KeyEnding.STOLEN, since))
        elif seal.retired_at is not None:
            # The next whole second: what it sealed in its last one is as good as before.
            last = seal.retired_at.replace(microsecond=0) + timedelta(seconds=1)
            found.append(EndedKey(plain, KeyEnding.RETIRED, last))
    return tuple(sorted(found))


def newest_file(desk: Desk) -> bytes | None:
    """Return the newest list as it was signed, None before the first.

    Raises:
        Unavailable: `file_lost` or `file_damaged`.
    """
    with desk.database.reading() as work:
        newest = work.trust.newest_list()
    return None if newest is None else desk.files.read(newest.sha256)
