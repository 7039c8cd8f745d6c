"""What a machine told of itself that answers a question, so that nobody has to read it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.records.unit_of_work import UnitOfWork

HEALTH, CYCLES = "battery_percent", "battery_cycles"
"""Checks with a figure that the machine knows (`resources/grading`)."""


def figures(work: UnitOfWork, device_id: int) -> dict[str, int]:
    """Return the figures that a person took over from the machine, by the check they answer.

    Nothing once the device was graded since: what was repaired after may have another battery.
    Nothing where it has several batteries either: a person says which one counts.
    """
    inside = work.snapshots.inside_of(device_id)
    if inside is None:
        return {}
    graded = work.inspections.in_force(device_id)
    batteries = inside.facts.get("batteries") or []
    if len(batteries) != 1 or (graded is not None and graded.seq > inside.seq):
        return {}
    (battery,) = batteries
    found = {HEALTH: battery["health"], CYCLES: battery["cycles"]}
    told = {key: value for key, value in found.items() if value is not None}
    if HEALTH in told:
        # Per mille; a new battery may hold more than it promises.
        told[HEALTH] = min(round(told[HEALTH] / 10), 100)
    return told
