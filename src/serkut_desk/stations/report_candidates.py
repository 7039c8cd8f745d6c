"""Media that a drive of a report can be, with what speaks for and against each, for a person.

No serial is ever completed or corrected here: what is not certain is only shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.candidates import Compared, Described, Sign, compare
from serkut_desk.domain.matching import CAPACITY_TOLERANCE
from serkut_desk.interchange.evidence import shipped_serial_rules
from serkut_desk.stations import facts, report_matching

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.domain.matching import Match
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.unit_of_work import UnitOfWork

MOST = 12
"""More than this nobody looks through: the serial is to be read from the medium."""


@dataclass(frozen=True, slots=True)
class CandidateLine:
    """A medium that a drive of a report can be.

    Args:
        medium_id: Its number; `#<number>` names it in commands.
        name: What people call it.
        device: Code of its device.
        reasons: Why it can be (`match_reason.<word>` in the texts); empty where only size or
            model fit.
        model: As recorded.
        capacity: In bytes.
        agrees: In what the report and the record agree (`match_agrees.<word>`).
        differs: In what they do not (`match_differs.<word>`).
    """

    medium_id: int
    name: str
    device: str
    reasons: tuple[str, ...]
    model: str = ""
    capacity: int | None = None
    agrees: tuple[Sign, ...] = ()
    differs: tuple[Sign, ...] = ()


def candidates_of(work: UnitOfWork, run: SanitisationRun) -> tuple[CandidateLine, ...]:
    """Return the media that a drive can be, the best first.

    Those that its serial or its computer names; where no serial proves anything, also those that
    wait and have its size.
    """
    match = report_matching.match_again(work, run)
    named: dict[int, tuple[str, ...]] = {
        int(one.medium): tuple(reason.value for reason in one.reasons) for one in match.candidates
    }
    media = [work.media.by_id(row_id) for row_id in named]
    if not is_certain(run) and run.capacity_bytes:
        gap = int(run.capacity_bytes * CAPACITY_TOLERANCE)
        least, most = run.capacity_bytes - gap, run.capacity_bytes + gap
        alike = work.media.waiting_of_size(least, most, MOST)
        media += [one for one in alike if one.id not in named]
    found = [_line(work, run, one, match, named) for one in media if not one.proposed]
    found.sort(key=lambda one: (-one[1].weight, one[0].name))
    return tuple(line for line, _ in found[:MOST])


def is_certain(run: SanitisationRun) -> bool:
    """Tell whether the serial of a drive proves which medium it is."""
    return bool(run.serial_key) and not shipped_serial_rules().is_unreliable(run.serial_key)


def _line(
    work: UnitOfWork,
    run: SanitisationRun,
    medium: StorageMedium,
    match: Match,
    named: Mapping[int, tuple[str, ...]],
) -> tuple[CandidateLine, Compared]:
    device = work.devices.by_id(medium.device_id)
    found = compare(
        Described(
            serial=run.serial if run.serial_key else "",
            model=run.model,
            capacity=run.capacity_bytes,
            computer=match.device,
            since=facts.started_at(run),
        ),
        Described(
            serial=medium.serial,
            model=medium.model,
            capacity=medium.capacity_bytes,
            computer=str(device.id),
            since=device.received_at,
        ),
    )
    line = CandidateLine(
        medium.id,
        facts.name_of(medium),
        device.code,
        named.get(medium.id, ()),
        medium.model,
        medium.capacity_bytes,
        found.agrees,
        found.differs,
    )
    return line, found
