"""What the screen and the command line show: what waits to be read back, and what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.second_look import LookState, month_of
from serkut_desk.stations import facts, look_drawing
from serkut_desk.stations.looks import people
from serkut_desk.stations.looks.freezing import handover_of
from serkut_desk.stations.looks.incidents import to_revoke

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from serkut_desk.domain.lacks import Lack
    from serkut_desk.domain.media import MediumKind
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.second_look import Conclusion, FreezeWhy, Lifted
    from serkut_desk.records.looks import ProofFreeze, ProofIncident, SecondLook
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

LIMIT = 200
_DONE = frozenset({LookState.CLEAN, LookState.FAILED, LookState.IMPOSSIBLE})


@dataclass(frozen=True, slots=True)
class LookLine:
    """One second look.

    Args:
        look: Its number.
        state: How it stands.
        medium: What people call the medium.
        medium_id: Its number; `#<number>` names it in commands.
        medium_code: Its own label's code; None while it has none.
        kind: What it is.
        capacity_bytes: Its size, None when unknown.
        device: Code of the device that it belongs to.
        device_name: Maker and model.
        place: Name of the shelf; of a medium that was taken out, where that lies.
        drawn_at: Since when it waits.
        wiped_with: The program that wiped it, with its version.
        technique: Word of the policy (`technique.<word>` in the texts).
        blancco: Its own mark is no trace of data (`look.note.blancco` in the texts).
        against: Why who asks may not take this look.
        tool: The program that read; empty before.
        looked_at: When it was read; None before.
        looked_by: Short name of who did.
        note: What they wrote, or why it was not possible.
    """

    look: int
    state: LookState
    medium: str
    medium_id: int
    medium_code: str | None
    kind: MediumKind
    capacity_bytes: int | None
    device: str
    device_name: str
    place: str | None
    drawn_at: datetime
    wiped_with: str
    technique: str
    blancco: bool
    against: tuple[Lack, ...]
    tool: str
    looked_at: datetime | None
    looked_by: str
    note: str


@dataclass(frozen=True, slots=True)
class MonthShare:
    """How a month stands: media sanitised, looks needed by the end of it, and those drawn."""

    month: str
    population: int
    needed: int
    open: int
    clean: int
    failed: int
    impossible: int

    @property
    def drawn(self) -> int:
        """How many were drawn, those apart that were not possible."""
        return self.open + self.clean + self.failed

    @property
    def short(self) -> int:
        """How many are still to be drawn."""
        return max(0, self.needed - self.drawn)


@dataclass(frozen=True, slots=True)
class FrozenLine:
    """One medium in doubt.

    Args:
        medium: What people call it.
        medium_id: Its number.
        device: Code of its device.
        device_name: Maker and model.
        why: What it has in common with the failed one.
        has_left: Its device is not here any more.
        handover: The handover that it left with, None for what is here.
        certificate: The certificate that holds for its device, None without one.
        outcome: How the doubt ended, None while it has not.
        note: What was written then.
    """

    medium: str
    medium_id: int
    device: str
    device_name: str
    why: FreezeWhy
    has_left: bool
    handover: str | None
    certificate: str | None
    outcome: Lifted | None
    note: str


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident with everything that it puts in doubt; `conclusion` is empty while it is open.

    `revoke` are certificates that hold and rest on what is in doubt or was wrong.
    """

    incident: int
    at: datetime
    medium: str
    device: str
    wiped_with: str
    performed: tuple[str, ...]
    found: str
    tool: str
    conclusion: Conclusion | str
    closed_at: datetime | None
    closed_by: tuple[str, ...]
    note: str
    frozen: tuple[FrozenLine, ...]
    revoke: tuple[str, ...]

    @property
    def left(self) -> int:
        """How many media are still in doubt."""
        return sum(one.outcome is None for one in self.frozen)


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the station shows."""

    month: MonthShare
    last_month: MonthShare
    waiting: tuple[LookLine, ...]
    done: tuple[LookLine, ...]
    incidents: tuple[IncidentView, ...]


def overview(desk: Desk, session: Session | None, limit: int = LIMIT) -> Overview:
    """Return what waits, what was read, and what is in doubt."""
    now = desk.clock.now()
    with desk.reading(session, Permission.SEARCH) as work:
        person = session.person if session else ""
        month = month_of(now)
        waiting = work.looks.in_state(frozenset({LookState.OPEN}), limit)
        done = work.looks.in_state(_DONE, limit)
        return Overview(
            month=_share(work, month),
            last_month=_share(work, _month_before(month)),
            waiting=tuple(_line(work, one, person) for one in waiting),
            done=tuple(_line(work, one, person) for one in done),
            incidents=tuple(_incident(work, one) for one in work.looks.incidents.newest(limit)),
        )


def _month_before(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year - (number == 1):04d}-{(number - 2) % 12 + 1:02d}"


def _share(work: UnitOfWork, month: str) -> MonthShare:
    population = work.looks.population(*look_drawing.bounds_of(month))
    found = work.looks.counts(month)
    return MonthShare(
        month,
        population,
        look_drawing.look_rules().needed(population),
        *(
            found.get(state, 0)
            for state in (
                LookState.OPEN,
                LookState.CLEAN,
                LookState.FAILED,
                LookState.IMPOSSIBLE,
            )
        ),
    )


def _line(work: UnitOfWork, look: SecondLook, person: str) -> LookLine:
    medium, run = work.media.by_id(look.medium_id), work.runs.by_id(look.run_id)
    assert run is not None
    (device,) = work.overview.lines([medium.device_id])
    place = device.place
    if medium.removed_at is not None:
        lies = work.places.of_id(work.media.place_of(medium.id))
        place = lies.name if lies else None
    waits = look.state is LookState.OPEN
    return LookLine(
        look=look.id,
        state=look.state,
        medium=facts.name_of(medium),
        medium_id=medium.id,
        medium_code=medium.code,
        kind=medium.kind,
        capacity_bytes=medium.capacity_bytes,
        device=device.code,
        device_name=f"{device.manufacturer} {device.model}".strip(),
        place=place,
        drawn_at=look.at,
        wiped_with=" ".join(filter(None, (run.tool, run.tool_version))),
        technique=run.technique.value,
        blancco=run.tool.casefold().startswith("blancco"),
        against=people.against(work, run, medium, person) if waits else (),
        tool=" ".join(filter(None, (look.tool, look.tool_version))),
        looked_at=look.looked_at,
        looked_by=work.people.display(look.looked_by) if look.looked_by else "",
        note=look.note,
    )


def _incident(work: UnitOfWork, incident: ProofIncident) -> IncidentView:
    look = work.looks.by_id(incident.look_id)
    assert look is not None
    line = _line(work, look, "")
    run = work.runs.by_id(look.run_id)
    assert run is not None
    freezes = work.looks.freezes.of_incident(incident.id)
    closed = (incident.closed_by, incident.second_by)
    return IncidentView(
        incident=incident.id,
        at=incident.at,
        medium=line.medium,
        device=line.device,
        wiped_with=line.wiped_with,
        performed=tuple(work.people.display(one) for one in sorted(run.performers)),
        found=look.note,
        tool=line.tool,
        conclusion=incident.conclusion,
        closed_at=incident.closed_at,
        closed_by=tuple(work.people.display(one) for one in closed if one),
        note=incident.note,
        frozen=tuple(_frozen(work, freezes)),
        revoke=to_revoke(work, freezes),
    )


def _frozen(work: UnitOfWork, freezes: Iterable[ProofFreeze]) -> list[FrozenLine]:
    found = []
    for one in freezes:
        medium = work.media.by_id(one.medium_id)
        (device,) = work.overview.lines([medium.device_id])
        has_left = device.state == DeviceState.LEFT
        held = work.certificates.valid_of(medium.device_id)
        found.append(
            FrozenLine(
                medium=facts.name_of(medium),
                medium_id=medium.id,
                device=device.code,
                device_name=f"{device.manufacturer} {device.model}".strip(),
                why=one.why,
                has_left=has_left,
                handover=handover_of(work, medium.device_id) if has_left else None,
                certificate=held.code if held else None,
                outcome=one.outcome,
                note=one.note,
            )
        )
    return found
