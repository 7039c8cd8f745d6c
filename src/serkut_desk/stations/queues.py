"""What waits at every station: for the rail, the home view and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.queues import QUEUES, ROWS
from serkut_desk.records.home import QueueLine
from serkut_desk.stations import waste

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from serkut_desk.domain.permissions import Permission
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

__all__ = ["QueueLine", "by_station", "in_order", "waiting"]


def waiting(desk: Desk) -> tuple[QueueLine, ...]:
    """Return every queue in the order of the work, empty ones too; anybody may know."""
    with desk.database.reading() as work:
        return in_order(work)


def in_order(work: UnitOfWork) -> tuple[QueueLine, ...]:
    """Return every queue in the order of the work."""
    codes = waste.shipped_list()
    found = {
        line.queue: line
        for line in work.home.queues(
            work.journal.now(), near_days=codes.near_days, near_percent=codes.near_percent
        )
    }
    return tuple(found[row.queue] for row in QUEUES)


def by_station(
    lines: Iterable[QueueLine], permissions: Collection[Permission | str]
) -> Mapping[str, int]:
    """Return how many wait at each station for somebody with these permissions."""
    counts: dict[str, int] = {}
    for line in lines:
        row = ROWS[line.queue]
        if row.waits and not row.needs.isdisjoint(permissions):
            counts[row.station] = counts.get(row.station, 0) + line.count
    return counts
