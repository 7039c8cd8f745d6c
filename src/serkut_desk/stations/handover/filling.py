"""What goes into a basket and out of it, by scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts, finding
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.handover.baskets import article_values, changed, device_values
from serkut_desk.stations.handover.commands import (
    AddArticle,
    AddDevice,
    BasketDone,
    ConfirmLabel,
    DeviceAdded,
    LineDone,
    RemoveLine,
)
from serkut_desk.stations.handover.gathering import gates_of, price_of, rule_for
from serkut_desk.stations.handover.named import device_of, is_label, make_of, open_handover_of

if TYPE_CHECKING:
    from serkut_desk.domain.channels import ChannelRule
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.handovers import Handover, HandoverLine
    from serkut_desk.stations.facts import Gathered

MOST_OF_ONE_ARTICLE = 100


@handles(AddDevice, Permission.HAND_OVER, entries=Entries.MAYBE)
def add_device(task: Task, command: AddDevice) -> DeviceAdded:
    """Put a device into a basket; one that is in it already has its label read, if it was."""
    row = open_handover_of(task.work, command.handover)
    device = device_of(task.work, command.device)
    read = command.read and is_label(command.device)
    line = task.work.handovers.lines.active_of(device.id)
    if line is not None and line.handover_id == row.id:
        return _again(task, row, device, line, read=read)
    rule = rule_for(task.work, row, task.now)
    _demand_room(task, row, rule, device=True)
    gathered = _demand_ready(task, rule, device)
    grade = gathered.facts.grade
    number = task.work.handovers.lines.add(
        handover_id=row.id,
        device_id=device.id,
        article=device.type,
        description=make_of(device),
        grade=grade.value if grade else None,
        label_read_at=task.now if read else None,
        **device_values(task, rule, device.type, grade, make_of(device)),
    )
    changes = changed(task, row, "device", (device.code,))
    return DeviceAdded(row.code, device.code, number, read, duplicate=False, changes=changes)


def _again(
    task: Task, row: Handover, device: Device, line: HandoverLine, *, read: bool
) -> DeviceAdded:
    """Answer a device that is in this basket already."""
    done = line.label_read_at is not None
    changes = Changes()
    if read and not done:
        task.work.handovers.lines.change(line.id, label_read_at=task.now)
        changes = changed(task, row, "label", (device.code,))
    return DeviceAdded(
        row.code, device.code, line.id, read or done, duplicate=True, changes=changes
    )


def _demand_ready(task: Task, rule: ChannelRule, device: Device) -> Gathered:
    """Return a device that nothing stands against but its label, which is read by and by.

    Raises:
        Refused: `handover_device_not_ready` with everything that is missing, or
            `handover_device_taken` by another basket.
    """
    gathered = facts.gather(task.work, device, task.now)
    priced = price_of(gathered, rule, task.now) is not None
    gates = gates_of(task.work, rule, gathered, priced=priced, label_read=True)
    missing = [gate for gate in gates if not gate.holds]
    if missing:
        raise Refused(
            "handover_device_not_ready",
            device=short(device.code),
            missing=tuple(gate.said for gate in missing),
            todo=tuple(one for gate in missing for one in gate.next),
        )
    line = task.work.handovers.lines.active_of(device.id)
    if line is not None:
        other = task.work.handovers.by_id(line.handover_id)
        raise Refused(
            "handover_device_taken", device=short(device.code), handover=short(other.code)
        )
    return gathered


def _demand_room(task: Task, row: Handover, rule: ChannelRule, *, device: bool) -> None:
    """See that one more line fits into a basket of this channel."""
    lines = task.work.handovers.lines.of_handover(row.id)
    if len(lines) >= rule.max_lines:
        raise Refused("handover_full", most=rule.max_lines)
    devices = sum(line.device_id is not None for line in lines)
    if device and devices >= rule.max_devices:
        raise Refused("handover_full_of_devices", most=rule.max_devices)


@handles(AddArticle, Permission.HAND_OVER)
def add_article(task: Task, command: AddArticle) -> LineDone:
    """Put an article into a basket; more of the same go to the same line."""
    row = open_handover_of(task.work, command.handover)
    if not 1 <= command.quantity <= MOST_OF_ONE_ARTICLE:
        raise Misused("quantity_out_of_range", most=MOST_OF_ONE_ARTICLE)
    rule = rule_for(task.work, row, task.now)
    lines = task.work.handovers.lines
    same = next(
        (
            line
            for line in lines.of_handover(row.id)
            if line.device_id is None and line.article == command.article
            if not line.discount_cents
        ),
        None,
    )
    quantity = command.quantity + (same.quantity if same else 0)
    if quantity > MOST_OF_ONE_ARTICLE:
        raise Misused("quantity_out_of_range", most=MOST_OF_ONE_ARTICLE)
    values = article_values(task, rule, command.article, quantity)
    if same is not None:
        lines.change(same.id, quantity=quantity, **values)
        number = same.id
    else:
        _demand_room(task, row, rule, device=False)
        number = lines.add(
            handover_id=row.id, article=command.article, description="", quantity=quantity, **values
        )
    return LineDone(row.code, number, changed(task, row, "article"))


@handles(ConfirmLabel, Permission.HAND_OVER, entries=Entries.MAYBE)
def confirm_label(task: Task, command: ConfirmLabel) -> LineDone:
    """Read the label of a device in the basket."""
    row = open_handover_of(task.work, command.handover)
    own = parse_code(command.scan)
    if own is None or own.kind is not CodeKind.DEVICE:
        raise Refused("handover_no_label", scan=finding.read(command.scan).value)
    device = task.work.devices.by_code(str(own))
    line = task.work.handovers.lines.active_of(device.id) if device else None
    if device is None or line is None or line.handover_id != row.id:
        raise Refused("handover_other_label", device=own.short, handover=short(row.code))
    if line.label_read_at is not None:
        return LineDone(row.code, line.id, Changes())
    task.work.handovers.lines.change(line.id, label_read_at=task.now)
    return LineDone(row.code, line.id, changed(task, row, "label", (device.code,)))


@handles(RemoveLine, Permission.HAND_OVER)
def remove_line(task: Task, command: RemoveLine) -> BasketDone:
    """Take a line out of a basket."""
    row = open_handover_of(task.work, command.handover)
    line = line_of(task, row, command.line)
    task.work.handovers.lines.drop(line.id)
    codes = () if line.device_id is None else (task.work.devices.by_id(line.device_id).code,)
    return BasketDone(row.code, changed(task, row, "removed", codes))


def line_of(task: Task, row: Handover, number: int) -> HandoverLine:
    """Return a line of a basket by its number.

    Raises:
        Refused: `handover_line_unknown`.
    """
    line = task.work.handovers.lines.by_id(number)
    if line is None or line.handover_id != row.id:
        raise Refused("handover_line_unknown", line=number, handover=short(row.code))
    return line
