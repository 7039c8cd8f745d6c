"""A device that was decided to be taken apart, and containers to sort it into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factories import make_device
from serkut_desk.domain.events import Tag
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.stations import facts
from serkut_desk.stations.containers.commands import OpenContainer
from serkut_desk.stations.dismantling.commands import DoStep, StartDismantling

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device


def keyed(grams: int) -> Weighed:
    """Return a weight as somebody types it."""
    return Weighed(grams, Weighing.KEY, 5)


def scaled(grams: int, tolerance: int = 2) -> Weighed:
    """Return a weight as the scale gives it."""
    return Weighed(grams, Weighing.SCALE, tolerance, "Pöytävaaka")


def to_take_apart(workshop: Workshop, *, harvest: bool = False, **device: str) -> Device:
    """Return a device whose decision is that it is taken apart; a desktop unless told."""
    made = make_device(workshop, **{"type": "desktop", "model": "OptiPlex 7050"} | device)  # type: ignore[arg-type]  # only texts are given
    decide(workshop, made, harvest=harvest)
    return made


def decide(workshop: Workshop, device: Device, *, harvest: bool = False) -> None:
    """Decide that a device is taken apart, with the entry; for its parts when told."""
    by = workshop.first.person
    with workshop.desk.database.work(by) as work:
        decision = work.inspections.decisions.add(
            device_id=device.id,
            inspection_id=None,
            outcome="dismantle",
            reason="rikki",
            decided_at=work.journal.now(),
            decided_by=by,
            seq=0,
        )
        if harvest:
            work.connection.exec_driver_sql(
                "INSERT INTO advice (decision_id, chosen, content) VALUES (?, 'harvest', '{}')",
                (decision,),
            )
        facts.refresh(work, device.id, work.journal.now())
        head = work.journal.append(Tag.DECIDED, device.code)
        work.devices.touch(device.id, head.seq, by)
        work.commit()


def box(workshop: Workshop, fraction: str) -> str:
    """Open a container and return its code."""
    return workshop.desk.do(workshop.worker, OpenContainer(fraction, keyed(500))).container


def begun(workshop: Workshop, device: Device, grams: int = 8430) -> None:
    """Begin with its weight, switched off and without its battery: a supervisor may do that."""
    workshop.desk.do(workshop.worker, StartDismantling(device.code, scaled(grams)))
    workshop.desk.do(workshop.worker, DoStep(device.code, "power_off"))
    workshop.desk.do(workshop.first, DoStep(device.code, "battery"))
