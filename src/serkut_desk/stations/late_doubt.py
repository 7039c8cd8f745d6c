"""Puts in doubt what comes in, or finds its medium, while the doubt is open that it belongs to.

The desk calls `follow` after every command, in its transaction: whether a run was imported, given
to a medium, adopted by one, or told who performed it, no handler can forget it. What was begun
after the doubt is new work and not doubted.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from serkut_desk.domain.clock import to_text
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.runs import BY_HAND
from serkut_desk.domain.second_look import frozen_by
from serkut_desk.stations import facts
from serkut_desk.stations.look_drawing import look_rules

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.domain.second_look import FreezeWhy
    from serkut_desk.records.looks import ProofIncident
    from serkut_desk.records.unit_of_work import UnitOfWork

# A clock in another zone is a common slip; one of another day says nothing.
_AHEAD = timedelta(days=1)


def follow(work: UnitOfWork) -> None:
    """Freeze the runs of this transaction that an open incident doubts, with an entry for each."""
    runs = work.runs
    # Deriving the devices' states may let more runs find their media.
    while runs.unasked:
        fresh, runs.unasked = runs.unasked, set()
        for incident in work.looks.incidents.open_ones():
            _grow(work, incident, fresh)


def concerned(work: UnitOfWork, media: Iterable[int]) -> set[int]:
    """Return the devices of some media, those included that they were in before."""
    found: set[int] = set()
    for one in media:
        found |= {work.media.by_id(one).device_id} | work.media.devices_before(one)
    return found


def _grow(work: UnitOfWork, incident: ProofIncident, runs: Collection[int]) -> None:
    now = work.journal.now()
    look = work.looks.by_id(incident.look_id)
    if look is None:
        return
    mark = work.looks.mark_of(look.run_id)
    held = {one.run_id for one in work.looks.freezes.of_incident(incident.id)}
    others = {one: medium for one, medium in work.looks.among(runs) if one.id not in held}
    clean = work.looks.last_clean(mark.performers, mark.at)
    why = frozen_by(mark, others, look_rules(), last_clean=clean)
    media = {one.id: medium for one, medium in others.items()}
    found: list[tuple[int, int, FreezeWhy]] = [
        (run, media[run], reason)
        for run, reason in why.items()
        if run in media and _may_be_earlier(work.runs.by_id(run), incident.at)
    ]
    if not found:
        return
    # The doubt is as old as the incident: what was wiped anew since is no part of it.
    at = incident.at
    for run, medium, reason in found:
        work.looks.freezes.add(
            incident_id=incident.id, run_id=run, medium_id=medium, why=reason.value, at=at
        )
    ids = sorted(concerned(work, [medium for _, medium, _ in found]))
    devices = [facts.refresh(work, one, now).device for one in ids]
    head = work.journal.append(
        Tag.INCIDENT_GREW,
        devices[0].code,
        [one.code for one in devices],
        incident=incident.id,
        at=to_text(at),
        rules=look_rules().version,
        frozen=[[run, medium, reason.value] for run, medium, reason in found],
        left=[one.code for one in devices if one.state == DeviceState.LEFT],
    )
    for device in devices:
        work.devices.touch(device.id, head.seq, work.actor)


def _may_be_earlier(run: SanitisationRun | None, since: datetime) -> bool:
    """Tell whether a run may have been there before a doubt.

    What a tool tells with no time, or with one of days to come, may have been. What a person
    records without a time was done as it is recorded.
    """
    if run is None:
        return False
    started = facts.started_at(run)
    if started is None:
        return run.imported_at <= since or run.source not in BY_HAND
    return facts.began_before(run, since) or started > run.imported_at + _AHEAD
