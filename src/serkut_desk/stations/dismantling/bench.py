"""The device on the bench: its order, its guide, what is settled, what came out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain import conditions
from serkut_desk.domain.dismantling import StepKind, before, next_step
from serkut_desk.domain.errors import Misused, Refused, Word
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.mass import Load, balance
from serkut_desk.domain.weighing import HEAVIEST_G
from serkut_desk.stations import facts, part_wants
from serkut_desk.stations.dismantling import guides
from serkut_desk.stations.dismantling.commands import Progress
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.subjects import changes_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.dismantling import Guide
    from serkut_desk.domain.mass import Balance
    from serkut_desk.domain.weighing import Weighed
    from serkut_desk.records.dismantlings import Dismantling, DismantlingStep
    from serkut_desk.records.spare_parts import PartWant
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.facts import Gathered
    from serkut_desk.stations.handling import Task


@dataclass(frozen=True, slots=True)
class Bench:
    """One device being taken apart, as it stands in the records."""

    order: Dismantling
    gathered: Gathered
    guide: Guide
    rows: tuple[DismantlingStep, ...]

    @property
    def device(self) -> Device:
        """The device."""
        return self.gathered.device

    @property
    def settled(self) -> frozenset[str]:
        """Names of steps that are settled; weighing is by the weight."""
        return _settled(self.order, self.guide, self.rows)

    def row_of(self, key: str) -> DismantlingStep | None:
        """Return how a step was settled, None while it was not."""
        return next((row for row in self.rows if row.step == key), None)

    def demand_before(self, kind: StepKind) -> None:
        """Do nothing when everything was done that comes before a kind of step.

        Raises:
            Refused: `dismantling_first`.
        """
        missing = before(self.guide, kind, self.settled)
        if missing is not None:
            raise Refused("dismantling_first", step=word_of(missing.kind))

    def demand_media_out(self) -> None:
        """Do nothing when it is known what media there are, and none is inside (gate 2).

        Raises:
            Refused: What the gate misses.
        """
        known = self.gathered.facts
        missing = (*conditions.media_known(known), *conditions.media_out(known))
        if missing:
            raise missing[0].refusal()


def _settled(order: Dismantling, guide: Guide, rows: Iterable[DismantlingStep]) -> frozenset[str]:
    keys = {row.step for row in rows}
    if order.weight_in_g is not None:
        keys |= {step.key for step in guide.steps if step.kind is StepKind.WEIGH}
    return frozenset(keys)


def word_of(kind: StepKind) -> Word:
    """Return what a sentence calls a kind of step."""
    return Word(f"dismantling.kind.{kind.value}")


def on_bench(task: Task, code: str, action: Action = Action.DISMANTLE) -> Bench:
    """Return a device that is being taken apart and on which `action` may be done now.

    Raises:
        Refused: `device_unknown`, or what the lifecycle table says.
    """
    device = device_of(task.work, code)
    gathered = facts.gather(task.work, device, task.now)
    demand(action, gathered.facts)
    found = bench_of(task.work, gathered)
    assert found is not None, "the table lets only a device through that is being taken apart"
    return found


def bench_of(work: UnitOfWork, gathered: Gathered) -> Bench | None:
    """Return a device with its open order, None when there is none."""
    order = work.dismantlings.open_of(gathered.device.id)
    if order is None:
        return None
    guide = guides.guide(order.guide, order.guide_version)
    return Bench(order, gathered, guide, tuple(work.dismantlings.steps.standing(order.id)))


def balance_of(work: UnitOfWork, order: Dismantling) -> Balance:
    """Return what an open order comes to now."""
    weight = order.weight_in_g
    return balance(
        None if weight is None else Load(weight, order.tolerance_g),
        parts=work.dismantlings.parts_g(order.id),
        media=work.dismantlings.media_g(order.id),
        fractions=[
            Load(line.weight_g, line.tolerance_g)
            for line in work.containers.lines.of_dismantling(order.id)
        ],
    )


def wants_of(work: UnitOfWork, bench: Bench) -> tuple[PartWant, ...]:
    """Return open wishes that parts of the device can answer, the oldest first."""
    return part_wants.wanted_from(work, bench.device)


def checked(weight: Weighed) -> Weighed:
    """Return a weight that can be one.

    Raises:
        Misused: `dismantling_weight`.
    """
    if not 0 < weight.value_g <= HEAVIEST_G or not 0 <= weight.tolerance_g <= HEAVIEST_G:
        raise Misused("dismantling_weight", given=weight.value_g)
    return weight


def progress(task: Task, device: Device, others: Iterable[str] = ()) -> Progress:
    """Return where the work on a device stands after the caller's changes.

    Args:
        task: The caller's.
        device: The one on the bench.
        others: Codes of whatever else was touched, for the screens.
    """
    work = task.work
    order = work.dismantlings.open_of(device.id)
    assert order is not None, "the order was open a moment ago"
    guide = guides.guide(order.guide, order.guide_version)
    step = next_step(guide, _settled(order, guide, work.dismantlings.steps.standing(order.id)))
    return Progress(
        device.code,
        guide.key,
        guide.version,
        step.key if step else None,
        balance_of(work, order),
        changes_of((device.code, *others)),
    )
