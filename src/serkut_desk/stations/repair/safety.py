"""The electrical safety test: what was measured, beside the limits of the day."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING

from serkut_desk.domain.clock import local
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.repair_data import TestChoice, judge
from serkut_desk.stations import repair_rules
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.repair import holding
from serkut_desk.stations.repair.commands import RecordSafetyTest, Tested
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.repair_data import Judged, SafetyTable

LONGEST_NAME = 60
FURTHEST_DUE = timedelta(days=3 * 366)
"""No instrument is calibrated for longer: a later year is a slip of the keys."""


@handles(RecordSafetyTest, Permission.SAFETY_TEST)
def record_safety_test(task: Task, command: RecordSafetyTest) -> Tested:
    """Record a safety test; it passes when nothing was seen and every figure keeps its limit.

    Raises:
        Misused: `safety_choice_unknown`, `calibration_too_far`, a text that is no good, or as
            `judge`.
        Refused: `instrument_out_of_date`, or as `holding.workable`.
    """
    found = holding.workable(task, command.order)
    table = repair_rules.safety_at(task.now)
    values = _judged(command, table)
    chosen = TestChoice(command.subject, command.protection_class)
    if chosen not in table.types[DeviceType(found.device.type)].choices:
        raise Misused("safety_choice_unknown", device=found.device.code)
    instrument = short_text(command.instrument, "instrument", LONGEST_NAME)
    if command.calibration_due < local(task.now).date():
        raise Refused("instrument_out_of_date", instrument=instrument)
    if command.calibration_due > local(task.now).date() + FURTHEST_DUE:
        raise Misused("calibration_too_far", instrument=instrument)
    note = short_text(command.note, "note") if command.note.strip() else ""
    passed = command.seen and all(one.passed for one in values)
    measured = {
        "seen": command.seen,
        "cord_cm": command.cord_cm,
        "values": [asdict(one) for one in values],
    }
    number = task.work.orders.safety.add(
        device_id=found.device.id,
        order_id=found.order.id,
        subject=command.subject.value,
        protection_class=command.protection_class,
        limits_version=table.version,
        measurements=measured,
        instrument=instrument,
        calibration_due=command.calibration_due,
        passed=passed,
        note=note,
        tested_at=task.now,
        tested_by=task.actor,
        seq=0,
    )
    head = task.work.journal.append(
        Tag.SAFETY_TESTED,
        found.device.code,
        (found.order.code,),
        test=number,
        order=found.order.code,
        subject=command.subject.value,
        protection_class=command.protection_class,
        limits_version=table.version,
        measured=measured,
        instrument=instrument,
        calibration_due=command.calibration_due.isoformat(),
        passed=passed,
    )
    task.work.orders.safety.change(number, seq=head.seq)
    holding.touched(task, found, head.seq)
    changes = holding.changed(found)
    return Tested(found.order.code, found.device.code, passed, values, changes)


def _judged(command: RecordSafetyTest, table: SafetyTable) -> tuple[Judged, ...]:
    """Return the figures beside their limits; what looks damaged need not be measured."""
    quantities = table.classes.get(command.protection_class, ())
    if not command.seen and not command.values:
        return ()
    return judge(quantities, command.values, command.cord_cm)
