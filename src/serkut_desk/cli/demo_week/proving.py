"""From wiped to proven: approvals by who had no part in it, sealed certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from serkut_desk.cli.demo_week import looking
from serkut_desk.cli.demo_week.crew import PASSPHRASE
from serkut_desk.cli.demo_week.fates import NOT_APPROVED, Fate
from serkut_desk.domain.codes import short
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.certificates import queries
from serkut_desk.stations.certificates.commands import IssueCertificates
from serkut_desk.stations.certificates.keyring import unlock
from serkut_desk.stations.wiping.commands import Approve, Counted
from serkut_desk.stations.wiping.queries import media_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Story
    from serkut_desk.stations.certificates.commands import Issued

_T = TypeVar("_T")
# As many as one looks through at a time.
_BATCH = 12
_UNCLEAN = (Fate.WIPE_FAILED, Fate.NOT_ENOUGH, Fate.TO_REVIEW)


def approve(crew: Crew, story: Story, lot: int, number: int = 1) -> None:
    """Approve what is proven clean in a lot, and be told why the rest is not.

    Args:
        crew: Who works.
        story: What is in the house.
        lot: Number of the delivery.
        number: Which supervisor approves.
    """
    clean = [one for one in story.without(NOT_APPROVED, lot=lot) if one.machine.drives]
    for batch in _batches(clean):
        crew.clock.later(minutes=3)
        counted = tuple(Counted(one.code, len(one.machine.drives)) for one in batch)
        crew.leads(Approve(counted, CountSource.OPENED), number)
    crew.told("approved", devices=len(clean))
    looking.look(crew)
    for one in story.of(*_UNCLEAN, lot=lot):
        try:
            counted = (Counted(one.code, len(one.machine.drives)),)
            crew.leads(Approve(counted, CountSource.OPENED), number)
        except Refused as refused:
            crew.told.refusal(short(one.code), refused)


def approve_again(crew: Crew, device: str, number: int = 1) -> None:
    """Approve a device that something went into: whatever counts for it is counted anew."""
    crew.clock.later(minutes=3)
    media = media_of(crew.desk, crew.supervisor(number), device)
    crew.leads(Approve((Counted(device, len(media)),), CountSource.OPENED), number)
    looking.look(crew)


def certify(crew: Crew, number: int = 1) -> list[Issued]:
    """Issue certificates for everything that is ready, some at a time, and return them."""
    issued: list[Issued] = []
    session = crew.supervisor(number, Permission.ISSUE)
    ready = [one.code for one in queries.ready(crew.desk, session)]
    seal = unlock(crew.desk, session, PASSPHRASE)
    for batch in _batches(ready):
        crew.clock.later(minutes=1)
        command = IssueCertificates(devices=tuple(batch), seal=seal, language=crew.told.language)
        issued += crew.leads(command, number).certificates
    if issued:
        numbers = (short(issued[0].number), short(issued[-1].number))
        crew.told(
            "certificates", count=len(issued), numbers=" \u2013 ".join(dict.fromkeys(numbers))
        )
    return issued


def _batches(everything: Sequence[_T]) -> Iterator[Sequence[_T]]:
    return (everything[at : at + _BATCH] for at in range(0, len(everything), _BATCH))
