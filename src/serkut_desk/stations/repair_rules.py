"""The shipped tables of repair, every version of them: faults, kinds of work, limits, retests."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.clock import local
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.repair_data import (
    parse_faults,
    parse_retest,
    parse_safety,
    parse_tasks,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Any

    from serkut_desk.domain.repair_data import (
        Fault,
        FaultList,
        FaultTable,
        RepairTask,
        RetestTable,
        SafetyTable,
    )

_FOLDER = "repair"


@cache
def _versions(what: str) -> tuple[Mapping[str, Any], ...]:
    """Return every version of a table, the oldest first: the day stands in front of the name."""
    names = sorted(path.name for path in shipped.resource(_FOLDER).glob(f"*_{what}.json"))
    return tuple(shipped.json_resource(_FOLDER, name) for name in names)


@cache
def fault_table() -> FaultTable:
    """Return the faults: the newest list has every number that was ever used."""
    return parse_faults(_versions("faults")[-1])


def faults_of(type_: str) -> FaultList:
    """Return the faults of a kind of device."""
    return fault_table().of_type[DeviceType(type_)]


def fault_of(list_: str, number: int) -> Fault:
    """Return the fault of an order."""
    return fault_table().lists[list_].faults[number]


@cache
def tasks() -> Mapping[str, RepairTask]:
    """Return the kinds of work by key."""
    return parse_tasks(_versions("tasks")[-1])


@cache
def retest() -> RetestTable:
    """Return which checks are answered again."""
    return parse_retest(_versions("retest")[-1])


@cache
def _safety_versions() -> tuple[SafetyTable, ...]:
    return tuple(parse_safety(one) for one in _versions("safety"))


def safety_at(now: datetime) -> SafetyTable:
    """Return the limits that hold on the Finnish day of `now`."""
    day = local(now).date()
    begun = [one for one in _safety_versions() if one.effective_from <= day]
    return max(begun or _safety_versions()[:1], key=lambda one: one.version)
