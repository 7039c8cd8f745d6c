"""Benches at which everything can be tried, by short words: for tests over all of them."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import text

from apart import box, keyed
from journeys.bench_laws import Seen
from journeys.street import Street, open_street
from kit import make_workshop
from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.dismantling import StepResult
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.repair import Barrier, OrderMove, RepairOutcome, StepKind
from serkut_desk.domain.repair_data import Subject
from serkut_desk.domain.stops import StopKind
from serkut_desk.stations import facts
from serkut_desk.stations.containers import queries as wall
from serkut_desk.stations.containers.commands import (
    AddToShipment,
    Fill,
    MergeContainers,
    OpenShipment,
    SealContainer,
    SendShipment,
    UndoFilling,
    UnsealContainer,
    WeighOut,
)
from serkut_desk.stations.devices.commands import RaiseStop, UndoLast
from serkut_desk.stations.dismantling import commands as apart
from serkut_desk.stations.dismantling import queries as apart_queries
from serkut_desk.stations.handover.commands import AddDevice, CompleteHandover
from serkut_desk.stations.installation.commands import Choice, Machine, RecordInstallation
from serkut_desk.stations.parts import commands as parts
from serkut_desk.stations.repair import commands as repair
from serkut_desk.stations.returns.commands import TakeBack
from serkut_desk.stations.wiping.commands import (
    Approve,
    Counted,
    DestroyMedia,
    FitMedium,
    PlaceMedium,
    RemoveMedium,
    StateNone,
    StockMedium,
    UseMedium,
    WithdrawApproval,
)
from stations.wiping.logs import BEGIN, Drive, log

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.people import Session

PLACE = "Varaosahylly"
DISKS = ("WD-WX61AA810001", "WD-WX61AA810002", "WD-WX61AA810003")

Act = tuple[str, int, int]
"""What is tried, on which device, and a number to choose by."""


WAYS = {
    "wiped and out": ("declare", "wipe", "medium out"),
    "into the stock": ("declare", "wipe", "medium out", "medium stocked"),
    "onto the bench": ("to repair", "open order"),
    "from one into another": ("to repair", "open order", "medium in", "order uses part"),
    "mended and tested": ("step", "safety", "fixed", "grade"),
    "sold": ("wipe", "grade", "to shelf", "give"),
    "sold and back": ("wipe", "grade", "to shelf", "give", "back"),
    "begun": ("none", "none too", "to take apart", "begin", *("settle",) * 4, "put"),
    "taken apart": ("take medium", *("settle",) * 6, "put", "finish"),
    "out and in": ("take part", "put back", "take grams back", "put together"),
    "fitted and out": ("buy part", "fit part", "take fitted part"),
    "sent": ("merge", "seal", "weigh out", "load", "ship"),
    "wrong order": ("to repair", "open order", "give order up"),
    "battery": ("stop", "battery out"),
}
"""What single acts seldom come to: they are tried one after the other."""


@dataclass
class Benches:
    """A street with two laptops, a desktop and containers; what was done and refused."""

    street: Street
    things: list[Device]
    boxes: list[str]
    shipment: int
    seen: Seen = field(default_factory=Seen)
    done: Counter[str] = field(default_factory=Counter)
    refusals: list[str] = field(default_factory=list)
    keeps_rules: bool = True
    """The policy is the same all day: the next day's rules are asked when a device is touched."""

    def do(self, act: str, which: int, number: int) -> None:
        """Try something, or what belongs together; a refusal is an answer as well."""
        for one in WAYS.get(act, (act,)):
            self._do(one, which, number)
        self.check()

    def _do(self, act: str, which: int, number: int) -> None:
        self.street.workshop.clock.tick(seconds=20)
        try:
            self.acts(which, number)[act]()
            self.done[act] += 1
        except KnownFailure as refusal:
            self.refusals.append(f"{act}: {refusal.code}")

    def _code(self, table: str, number: int, nothing: str) -> str:
        query = text(f"SELECT code FROM {table} WHERE code IS NOT NULL ORDER BY id")  # noqa: S608 - our own names
        with self.street.workshop.desk.database.reading() as work:
            found = list(work.connection.execute(query).scalars())
        return str(found[number % len(found)]) if found else nothing

    def acts(self, which: int, number: int) -> dict[str, Callable[[], object]]:
        """Return everything that can be tried, about one device and one number."""
        device, disk = self.things[which], DISKS[which]
        return {
            **self._house(device, disk),
            **self._repair(device, disk, number),
            **self._apart(device, number),
            **self._parts(device, number),
            **self._media(device, disk, number),
            **self._containers(number),
        }

    def _house(self, device: Device, disk: str) -> dict[str, Callable[[], object]]:
        street, code = self.street, device.code
        desk, boss, worker = street.workshop.desk, street.boss, street.worker
        return {
            "declare": lambda: street.declare(device, disk, MediumKind.HDD),
            "none": lambda: desk.do(worker, StateNone(code, CountSource.OPENED)),
            "none too": lambda: desk.do(boss, StateNone(code, CountSource.OPENED)),
            "wipe": lambda: street.wipe(device, disk),
            "report": lambda: self._report(device, disk),
            "approve": lambda: self._approve(device),
            "certify": lambda: street.issue(device),
            "withdraw": lambda: desk.do(boss, WithdrawApproval(code, "koe")),
            "grade": lambda: street.grade(device),
            "to repair": lambda: street.decide(device, Outcome.REPAIR),
            "to take apart": lambda: street.decide(device, Outcome.DISMANTLE),
            "to shelf": lambda: street.decide(device, Outcome.SHELF),
            "give": lambda: self._give(code),
            "back": lambda: desk.do(boss, TakeBack(code, "no_power")),
            "install": lambda: desk.do(
                worker,
                RecordInstallation(
                    (Machine(code, Choice(system="Debian", version="13")),), all_well=True
                ),
            ),
            "stop": lambda: desk.do(worker, RaiseStop(StopKind.SWOLLEN_BATTERY, code)),
            "undo": lambda: desk.do(worker, UndoLast()),
        }

    def _report(self, device: Device, disk: str) -> None:
        """Bring the report of a good run, and no more."""
        self.street.numbers += 1
        begin = BEGIN + timedelta(hours=9, seconds=11 * self.street.numbers)
        self.street.bring(log(Drive(disk), host=device.serial, begin=begin))

    def _approve(self, device: Device) -> None:
        """Approve as somebody who looks: states as many media as count."""
        count = len(self.street.look(device).proofs)
        self.street.workshop.desk.do(
            self.street.other,
            Approve((Counted(device.code, count),), CountSource.OPENED, frozenset()),
        )

    def _give(self, code: str) -> None:
        desk, boss = self.street.workshop.desk, self.street.boss
        basket = self.street.basket(Channel.SALE)
        desk.do(boss, AddDevice(basket, code))
        desk.do(boss, CompleteHandover(basket, Payment.CASH, seen=True))

    def _repair(self, device: Device, disk: str, number: int) -> dict[str, Callable[[], object]]:
        desk, worker, boss = self.street.workshop.desk, self.street.worker, self.street.boss
        code = device.code
        return {
            "open order": lambda: desk.do(
                worker, repair.OpenOrder(code, 1 + number, "ei käynnisty", take=True)
            ),
            "take order": lambda: desk.do(boss, repair.TakeOrder(code)),
            "step": lambda: desk.do(
                worker, repair.AddStep(code, StepKind.MENDED, "liitin", minutes=number)
            ),
            "undo step": lambda: desk.do(worker, repair.UndoStep(code)),
            "to test": lambda: desk.do(worker, repair.SetState(code, OrderMove.TO_TEST)),
            "order takes part": lambda: desk.do(
                worker,
                repair.TakeOutPart(code, "memory", specification="8 Gt DDR4", weight_g=10 + number),
            ),
            "order takes medium": lambda: desk.do(worker, repair.TakeOutMedium(code, disk)),
            "order uses part": lambda: desk.do(
                worker, repair.UsePart(code, self._code("part", number, "OS0"))
            ),
            "order keeps part": lambda: desk.do(
                worker, repair.ReservePart(code, self._code("part", number, "OS0"))
            ),
            "safety": lambda: desk.do(
                boss,
                repair.RecordSafetyTest(
                    code,
                    Subject.DEVICE if number % 2 else Subject.POWER_SUPPLY,
                    2,
                    seen=True,
                    values=(("insulation", 5_000), ("touch_current", 40)),
                    instrument="Mittari 1",
                    calibration_due=date(2027, 5, 31),
                ),
            ),
            "fixed": lambda: desk.do(
                worker, repair.CloseOrder(code, RepairOutcome.FIXED, no_supply=True)
            ),
            "beyond repair": lambda: desk.do(
                worker,
                repair.CloseOrder(
                    code, RepairOutcome.BEYOND_REPAIR, "emolevy rikki", Barrier.NO_PARTS
                ),
            ),
            "give order up": lambda: desk.do(
                worker, repair.CloseOrder(code, RepairOutcome.CANCELLED, "väärä laite")
            ),
        }

    def _apart(self, device: Device, number: int) -> dict[str, Callable[[], object]]:
        desk, worker, boss = self.street.workshop.desk, self.street.worker, self.street.boss
        code, here = device.code, self.boxes[number % len(self.boxes)]
        weight = keyed(100 + 37 * number)
        return {
            "begin": lambda: desk.do(worker, apart.StartDismantling(code, keyed(2_500))),
            "settle": lambda: self._settle(code, boss if number % 2 else worker),
            "take medium": lambda: desk.do(
                worker, apart.TakeMedium(code, weight=keyed(90) if number % 2 else None)
            ),
            "take part": lambda: desk.do(worker, apart.TakePart(code, "memory", weight=weight)),
            "put back": lambda: desk.do(
                worker,
                apart.PutBack(code, self._code("part" if number % 2 else "medium", number, "OS0")),
            ),
            "put": lambda: desk.do(worker, apart.PutFraction(code, here, weight)),
            "take grams back": lambda: desk.do(worker, apart.UndoFraction(code)),
            "battery out": lambda: desk.do(
                boss, apart.TakeHazardBattery(code, here, keyed(210), place=PLACE)
            ),
            "finish": lambda: desk.do(worker, apart.FinishDismantling(code, "koe")),
            "put together": lambda: desk.do(worker, apart.CancelDismantling(code, "koe")),
        }

    def _settle(self, code: str, by: Session) -> None:
        """Settle whatever step comes next, in the first way that it lets."""
        desk = self.street.workshop.desk
        sheet = apart_queries.sheet(desk, self.street.worker, code)
        if sheet.next is None:
            return
        for result in (StepResult.DONE, StepResult.NONE):
            with suppress(KnownFailure):
                desk.do(by, apart.DoStep(code, sheet.next, result, "koe"))
                return
        desk.do(by, apart.DoStep(code, sheet.next, StepResult.SKIPPED, "koe"))

    def _parts(self, device: Device, number: int) -> dict[str, Callable[[], object]]:
        desk, worker, boss = self.street.workshop.desk, self.street.worker, self.street.boss
        part, here = self._code("part", number, "OS0"), self.boxes[number % len(self.boxes)]
        return {
            "buy part": lambda: desk.do(
                boss, parts.AddPart("memory", "Osakauppa Oy", weight_g=8, place=PLACE)
            ),
            "move part": lambda: desk.do(worker, parts.MoveParts((part,), PLACE)),
            "scrap part": lambda: desk.do(worker, parts.ScrapPart(part, here)),
            "lose part": lambda: desk.do(boss, parts.MissingPart(part, "ei hyllyssä")),
            "find part": lambda: desk.do(worker, parts.FoundPart(part, PLACE)),
            "take part out": lambda: desk.do(worker, parts.TakePart(device.code, "fan")),
            "take fitted part": lambda: desk.do(worker, parts.TakePart(device.code, part=part)),
            "fit part": lambda: desk.do(worker, parts.FitPart(part, device.code)),
            "free part": lambda: desk.do(worker, parts.FreePart(part)),
            "weigh part": lambda: desk.do(boss, parts.ChangePart(part, weight_g=5 + number)),
        }

    def _media(self, device: Device, disk: str, number: int) -> dict[str, Callable[[], object]]:
        desk, worker, boss, other = (
            self.street.workshop.desk,
            self.street.worker,
            self.street.boss,
            self.street.other,
        )
        any_disk = DISKS[number % len(DISKS)]
        return {
            "medium out": lambda: desk.do(worker, RemoveMedium(disk)),
            "medium placed": lambda: desk.do(worker, PlaceMedium(any_disk, PLACE)),
            "medium stocked": lambda: desk.do(boss, StockMedium(any_disk, PLACE)),
            "medium in": lambda: desk.do(worker, FitMedium(any_disk, device.code)),
            "medium used": lambda: desk.do(boss, UseMedium(any_disk, "lainattiin")),
            "medium destroyed": lambda: desk.do(
                boss,
                DestroyMedia(
                    (any_disk,),
                    SanitisationTechnique.DESTROY_SHRED,
                    other.person,
                    particle_class="H-5",
                    machine="Silppuri",
                ),
            ),
            "medium scrapped": lambda: desk.do(
                worker, Fill(self.boxes[number % len(self.boxes)], any_disk, keyed(90))
            ),
        }

    def _containers(self, number: int) -> dict[str, Callable[[], object]]:
        desk, boss = self.street.workshop.desk, self.street.boss
        here, there = self.boxes[number % len(self.boxes)], self.boxes[(number + 1) % 2]
        return {
            "merge": lambda: desk.do(boss, MergeContainers(here, there)),
            "seal": lambda: desk.do(boss, SealContainer(here, "S-1")),
            "unseal": lambda: desk.do(boss, UnsealContainer(here, "auki")),
            "weigh out": lambda: desk.do(boss, WeighOut(here, keyed(4_000))),
            "load": lambda: desk.do(boss, AddToShipment(self.shipment, here)),
            "ship": self._ship,
            "undo filling": lambda: desk.do(boss, UndoFilling(here, reason="väärin")),
        }

    def _ship(self) -> None:
        desk, boss = self.street.workshop.desk, self.street.boss
        desk.do(boss, SendShipment(self.shipment))
        self.shipment = desk.do(boss, OpenShipment("Kierrätys Oy")).shipment

    def check(self) -> None:
        """Ask the tables, and the house's own sum."""
        desk = self.street.workshop.desk
        with desk.database.reading() as work:
            self.seen.check(work.connection)
            for thing in self.things if self.keeps_rules else ():
                found = work.devices.by_id(thing.id)
                assert found.state == facts.gather(work, found, desk.clock.now()).state.value
        mass = wall.house_mass(desk, self.street.worker)
        assert mass.into_g == mass.found_g


def open_benches(folder: Path) -> Benches:
    """Return benches in a new workshop."""
    street = open_street(make_workshop(folder / "data", waits=False), folder / "stick")
    workshop = street.workshop
    made = [box(workshop, "circuit_boards"), box(workshop, "circuit_boards")]
    made += [box(workshop, "battery_lithium_damaged"), box(workshop, "data_media")]
    things = [
        street.device("PF2ABC01"),
        street.device("PF2ABC02"),
        street.device("PF2ABC03", type="desktop"),
    ]
    shipment = workshop.desk.do(street.boss, OpenShipment("Kierrätys Oy")).shipment
    return Benches(street, things, made, shipment)
