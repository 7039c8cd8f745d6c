"""Devices in repair and being taken apart, made straight through the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.events import Tag
from serkut_desk.stations import facts

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.work_orders import WorkOrder


def in_repair(workshop: Workshop, device: Device) -> WorkOrder:
    """Open a work order for a device, with its entry."""
    with workshop.desk.database.work(workshop.first.person) as work:
        code = work.house.next_code(CodeKind.WORK_ORDER)
        work.orders.add(
            code=code,
            device_id=device.id,
            state="in_work",
            fault_list="laptop",
            fault=1,
            problem="rikki",
            opened_at=work.journal.now(),
            opened_by=workshop.first.person,
            seq=work.journal.head().seq + 1,
        )
        facts.refresh(work, device.id, work.journal.now())
        head = work.journal.append(
            Tag.ORDER_OPENED, code, (device.code,), device=device.code, problem="rikki", fault=1
        )
        work.devices.touch(device.id, head.seq, workshop.first.person)
        order = work.orders.by_code(code)
        work.commit()
    assert order is not None
    return order


def close_order(workshop: Workshop, order: WorkOrder) -> None:
    """Close a work order as done."""
    with workshop.desk.database.work(workshop.first.person) as work:
        work.orders.change(
            order.id,
            state="done",
            outcome="fixed",
            closed_at=work.journal.now(),
            closed_by=workshop.first.person,
        )
        facts.refresh(work, order.device_id, work.journal.now())
        said: dict[str, str | None] = {"outcome": "fixed", "barrier": None, "note": ""}
        work.journal.append(Tag.ORDER_CLOSED, order.code, **said)
        work.commit()
