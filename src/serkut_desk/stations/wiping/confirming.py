"""What a person confirms about a medium: its kind, its serial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import parse_code
from serkut_desk.domain.errors import Refused, Word
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action
from serkut_desk.domain.media import KindSource
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.report_kind import MAGNETIC, SOLID, kind_now
from serkut_desk.domain.serials import serial_key
from serkut_desk.stations import facts, report_matching
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.media_moves import demand_declared
from serkut_desk.stations.wiping import finding
from serkut_desk.stations.wiping.commands import ConfirmKind, ConfirmSerial
from serkut_desk.stations.wiping.media import of_device, written

if TYPE_CHECKING:
    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.domain.media import MediumKind
    from serkut_desk.stations.wiping.results import MediumDone


@handles(ConfirmKind, Permission.DECIDE)
def confirm_kind(task: Task, command: ConfirmKind) -> MediumDone:
    """Confirm what a person said of the kind, or correct it; a report that knows better stays."""
    medium = finding.medium(task.work, command.medium)
    demand_declared(medium)
    device = of_device(task, medium)
    finding.demanded(task, device, Action.CONFIRM_KIND)
    _refuse_milder(medium, command.kind)
    for run in task.work.runs.of_medium(medium.id):
        said = report_matching.kind_of_run(task.work, run)
        better = kind_now(command.kind, KindSource.PERSON, said)
        if run.set_aside_by is None and better is not None and better[0] is not command.kind:
            raise Refused(
                "kind_known_better", medium=facts.name_of(medium), kind=Word(f"kind.{better[0]}")
            )
    task.work.media.change(
        medium.id,
        kind=command.kind.value,
        kind_source=KindSource.PERSON.value,
        kind_confirmed_by=task.actor,
    )
    return written(
        task,
        device,
        Tag.KIND_CONFIRMED,
        medium,
        kind=command.kind.value,
        before=medium.kind.value,
        source_before=medium.kind_source.value,
    )


def _refuse_milder(medium: StorageMedium, kind: MediumKind) -> None:
    """Refuse to overrule what was read from the drive, unless towards the stricter."""
    if medium.kind_source is KindSource.PERSON:
        return
    if kind is medium.kind:
        raise Refused("kind_certain_already", medium=facts.name_of(medium))
    if not (kind in SOLID and medium.kind in MAGNETIC):
        known = Word(f"kind.{medium.kind}")
        raise Refused("kind_known_better", medium=facts.name_of(medium), kind=known)


@handles(ConfirmSerial, Permission.MEDIA)
def confirm_serial(task: Task, command: ConfirmSerial) -> MediumDone:
    """Record that a second person has read the same serial from the medium."""
    medium = finding.medium(task.work, command.medium)
    demand_declared(medium)
    device = of_device(task, medium)
    finding.demanded(task, device, Action.CHANGE)
    if medium.serial_certain:
        raise Refused("serial_certain_already", medium=facts.name_of(medium))
    runs = task.work.runs.of_medium(medium.id)
    if task.actor in {medium.declared_by, *(run.facts.get("assigned_by") for run in runs)}:
        raise Refused("serial_same_person", medium=facts.name_of(medium))
    own = parse_code(command.text)
    label = own is not None and str(own) == medium.code
    same = bool(medium.serial_key) and serial_key(command.text) == medium.serial_key
    if not (same or (label and not medium.serial_key)):
        raise Refused("serial_read_differs", medium=facts.name_of(medium))
    task.work.media.change(medium.id, serial_certain=True)
    return written(task, device, Tag.SERIAL_CONFIRMED, medium, by_label=label)
