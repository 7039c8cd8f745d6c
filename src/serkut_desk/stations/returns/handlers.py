"""Every handler of this station: taking a device back, and settling what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import parse_code
from serkut_desk.domain.coming_back import CameBack
from serkut_desk.domain.errors import Refused, Word
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.returning import Verdict
from serkut_desk.stations import facts, labelling
from serkut_desk.stations.coming_back import reopen
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.papers import watch_clock
from serkut_desk.stations.returns import naming, settling
from serkut_desk.stations.returns.commands import Settle, Settled, TakeBack, TakenBack
from serkut_desk.stations.returns.keeping import keep_medium
from serkut_desk.stations.returns.settling import Case
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, Place
    from serkut_desk.records.returns import Sold


__all__ = ["keep_medium", "settle", "take_back"]


@handles(TakeBack, Permission.RETURNS)
def take_back(task: Task, command: TakeBack) -> TakenBack:
    """Take a device back: it is in the house, and behind the data gate again."""
    work, now = task.work, task.now
    device = naming.device_of(work, command.device)
    fault, note = naming.fault_of(command.fault, now), naming.note_of(command.note)
    place = _place(task, command.place)
    _refuse_open(task, device)
    demand(Action.TAKE_BACK, facts.gather(work, device, now).facts)
    sold = naming.sold_of(work, device)
    covered = naming.warranty_on(sold, now).verdict(fault) is Verdict.WITHIN
    work.returns.end_sale(sold.line_id)
    reopened = reopen(task, device, CameBack.RETURNED)
    work.devices.change(device.id, place_id=place.id if place else None)
    number = f"PAL-{work.house.next_number('return')}"
    row_id = work.returns.add(
        code=number,
        device_id=device.id,
        handover_line_id=sold.line_id,
        came_at=now,
        received_by=task.actor,
        fault=fault.code,
        fault_note=note,
        in_warranty=covered,
        seq=0,
    )
    label = _label(task, device)
    others = (number, sold.handover, *([reopened.certificate] if reopened.certificate else ()))
    head = work.journal.append(
        Tag.DEVICE_RETURNED,
        device.code,
        others,
        number=number,
        handover=sold.handover,
        fault=fault.code,
        in_warranty=covered,
        place=place.code if place else None,
        label=label,
        reopened=reopened.as_entry(),
    )
    work.returns.change(row_id, seq=head.seq)
    work.devices.touch(device.id, head.seq, task.actor)
    return TakenBack(
        number=number,
        device=device.code,
        handover=sold.handover,
        in_warranty=covered,
        state=reopened.gathered.state,
        data_state=reopened.gathered.data_state,
        certificate=reopened.certificate,
        label=label,
        changes=_changes(device, sold, reopened.certificate),
    )


def _place(task: Task, text: str) -> Place | None:
    if not text.strip():
        return None
    own = parse_code(text)
    found = task.work.places.find(str(own) if own else " ".join(text.split()))
    if found is None:
        raise Refused("place_unknown", place=text)
    return found


def _refuse_open(task: Task, device: Device) -> None:
    """Say it plainly when a device was taken back and has not left since."""
    returns = task.work.returns.of_device(device.id)
    if returns and device.in_house:
        raise Refused("return_already", device=device.code, number=returns[0].code)


def _label(task: Task, device: Device) -> int:
    gathered = facts.gather(task.work, task.work.devices.by_id(device.id), task.now)
    data = labelling.device_label_data(task.work, gathered, task.now)
    return labelling.queue_label(task.work, data, by=task.actor, at=task.now, replaces=True)


def _changes(device: Device, sold: Sold, certificate: str | None) -> Changes:
    return Changes(
        devices=frozenset({device.code}),
        labels=frozenset({device.code}),
        certificates=frozenset({certificate} if certificate else ()),
        handovers=frozenset({sold.handover}),
        journal=True,
    )


@handles(Settle, Permission.RETURNS, prepare=watch_clock)
def settle(task: Task, command: Settle) -> Settled:
    """Decide what is done about a return; what is given back is on a credit note."""
    work = task.work
    row = naming.return_of(work, command.number)
    reason = short_text(command.reason, "reason")
    if not naming.may_settle(work, row):
        raise Refused("return_settled", number=row.code, remedy=Word(f"remedy.{row.remedy}"))
    device = work.devices.by_id(row.device_id)
    sold = work.returns.sale(row.handover_line_id)
    done = settling.carry_out(task, command, Case(row, sold, device))
    work.returns.change(
        row.id,
        remedy=command.remedy.value,
        remedy_reason=reason,
        settled_at=task.now,
        settled_by=task.actor,
        refund_cents=done.cents,
        credit_id=done.credit.id if done.credit else None,
        exchange_id=done.exchange_id,
    )
    names = (row.code, sold.handover, done.credit.name if done.credit else "", done.exchange or "")
    head = work.journal.append(
        Tag.RETURN_SETTLED,
        device.code,
        tuple(filter(None, names)),
        number=row.code,
        remedy=command.remedy.value,
        cents=done.cents,
        rounding=done.rounding_cents,
        papers=[done.credit.as_entry()] if done.credit else [],
        exchange=done.exchange,
    )
    if done.exchange_id is not None:
        work.handovers.change(done.exchange_id, seq=head.seq)
    work.devices.touch(device.id, head.seq, task.actor)
    handovers = {sold.handover, *([done.exchange] if done.exchange else ())}
    return Settled(
        number=row.code,
        device=device.code,
        remedy=command.remedy,
        refund_cents=done.cents,
        rounding_cents=done.rounding_cents,
        credit=done.credit,
        exchange=done.exchange,
        changes=Changes(
            devices=frozenset({device.code}), handovers=frozenset(handovers), journal=True
        ),
    )
