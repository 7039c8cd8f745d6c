"""What the worker that is killed does at the benches: parts, grams, media, systems, shipments.

Each act looks in the records for something that it can be done with, so that a worker goes on with
whatever the one before it left when it was killed.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from serkut_desk.domain.advice import Way
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.dismantling import StepResult
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.repair import Barrier, RepairOutcome, StepKind
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.stations.containers import commands as boxes
from serkut_desk.stations.dismantling import commands as apart
from serkut_desk.stations.dismantling import queries as apart_queries
from serkut_desk.stations.grading.commands import Decide
from serkut_desk.stations.installation import commands as systems
from serkut_desk.stations.parts import commands as parts
from serkut_desk.stations.repair import commands as repair
from serkut_desk.stations.wiping.commands import RemoveMedium, StateNone, StockMedium

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk

# The journeys' benches name the same shelf; nobody has to have made it before.
_SHELF = "Varaosahylly"
_TARE_G = 500
_ONE_INSIDE = "1 = (SELECT count(*) FROM medium WHERE device_id = device.id AND removed_at IS NULL)"
_CERTIFIED = """
    SELECT device.code FROM device JOIN certificate ON certificate.device_id = device.id
        WHERE certificate.state = 'valid' AND device.type = 'laptop'
"""
_TO_REPAIR = f"{_CERTIFIED} AND device.state = 'waiting_grade'"
_TO_INSTALL = f"{_CERTIFIED} AND device.state IN ('waiting_grade', 'on_shelf') AND {_ONE_INSIDE}"
_IN_STATE = "SELECT code FROM device WHERE state = ?"
_UNDECIDED = """
    SELECT code FROM device WHERE type = 'desktop'
        AND NOT EXISTS (SELECT 1 FROM decision WHERE device_id = device.id)
"""
_TO_TAKE_APART = """
    SELECT code FROM device WHERE type = 'desktop'
        AND EXISTS (SELECT 1 FROM decision WHERE device_id = device.id)
        AND NOT EXISTS (SELECT 1 FROM dismantling WHERE device_id = device.id)
"""
_ORDERS = "SELECT code FROM work_order WHERE state = 'in_work'"
_SPARE = "SELECT code FROM part WHERE state = 'stock' AND reserved_id IS NULL AND medium_id IS NULL"
_ANOTHERS = """
    SELECT part.code FROM part JOIN medium ON medium.id = part.medium_id
        WHERE part.state = 'stock' AND medium.device_id <>
            (SELECT device_id FROM work_order WHERE work_order.code = ?)
"""
_PROVEN = """
    SELECT medium.serial FROM medium JOIN device ON device.id = medium.device_id
        WHERE medium.state = 'proven' AND medium.removed_at IS NULL AND device.code IN
"""
_LOOSE = """
    SELECT serial FROM medium WHERE state = 'proven' AND removed_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM part WHERE medium_id = medium.id AND state <> 'withdrawn')
"""
_BOX = """
    SELECT code FROM container WHERE state = ? AND (? OR EXISTS (
        SELECT 1 FROM fraction_line WHERE container_id = container.id AND undone_at IS NULL))
"""
_SEALED = "SELECT code FROM container WHERE state = 'sealed' AND gross_g IS NULL"
_WEIGHED = "SELECT code FROM container WHERE state = 'sealed' AND gross_g IS NOT NULL"
_INSIDE = """
    SELECT coalesce(sum(weight_g), 0) FROM fraction_line JOIN container
        ON container.id = container_id WHERE undone_at IS NULL AND code = ?
"""
# More is not begun while so much is under way: acts shall come to their ends, too.
_MOST_BEGUN = 2


class Worker(Protocol):
    """What the benches need of the one who works there."""

    desk: Desk
    chance: random.Random
    worker: Session
    boss: Session

    def say(self, did: str, codes: Iterable[str]) -> None: ...
    def fresh(self, session: Session) -> Session: ...
    def grade(self, code: str) -> None: ...
    def receive(self, kind: DeviceType, model: str) -> str: ...


@dataclass
class Benches:
    """Every bench, and whoever stands there.

    Args:
        hands: Of the worker.
    """

    hands: Worker
    acts: list[Callable[[], bool]] = field(init=False)

    def __post_init__(self) -> None:
        # What needs most to have been done before comes first.
        self.acts = [
            *(self._move, self._stock, self._out, self._fit, self._close, self._take_out),
            *(self._order, self._to_repair, self._ship, self._weigh, self._finish, self._put),
            *(self._take_part, self._step, self._begin, self._install, self._work, self._seal),
            *(self._box, self._desktop, self._scrap, self._buy),
        ]

    def turn(self) -> None:
        """Do one thing that can be done now, and say so."""
        rare_first = self.hands.chance.random() < 0.5
        mixed = self.hands.chance.sample(self.acts, len(self.acts))
        for act in self.acts if rare_first else mixed:
            try:
                if act():
                    return
            except KnownFailure:
                # The rules know better: another bench, then.
                continue

    def _found(self, query: str, *values: object) -> list[str]:
        with self.hands.desk.database.reading() as work:
            found = work.connection.exec_driver_sql(query, values).scalars().all()
        return [str(one) for one in found]

    def _one(self, query: str, *values: object) -> str | None:
        found = self._found(query, *values)
        return self.hands.chance.choice(found) if found else None

    @property
    def _boss(self) -> Session:
        return self.hands.fresh(self.hands.boss)

    @property
    def _rather_not(self) -> bool:
        """Whether to leave open what can be closed, so that more happens to it."""
        return self.hands.chance.random() < 0.8

    @property
    def _enough(self) -> bool:
        """Whether there are parts enough on the shelf."""
        return len(self._found(_SPARE)) > _MOST_BEGUN

    def _weight(self) -> Weighed:
        grams = self.hands.chance.randint(20, 400)
        return Weighed(grams, Weighing.SCALE, 2, "Pöytävaaka")

    # Taking apart.

    def _desktop(self) -> bool:
        """Receive a desktop without disks and decide, with advice, that it ends here."""
        hands, chosen = self.hands, self.hands.chance.choice((Way.HARVEST, Way.DISMANTLE))
        begun = self._found(_TO_TAKE_APART) + self._found(_IN_STATE, "dismantling")
        if len(begun) >= _MOST_BEGUN:
            return False
        code = self._one(_UNDECIDED) or hands.receive(DeviceType.DESKTOP, "OptiPlex 7050")
        # Somebody may have looked already, and been killed.
        for session in (hands.worker, self._boss):
            with suppress(Refused):
                hands.desk.do(session, StateNone(code, CountSource.OPENED))
        hands.desk.do(self._boss, Decide(code, Outcome.DISMANTLE, "vanha", chosen))
        hands.say("advise", [code])
        return True

    def _begin(self) -> bool:
        code = self._one(_TO_TAKE_APART)
        if code is None:
            return False
        weight = Weighed(self.hands.chance.randint(6_000, 9_000), Weighing.SCALE, 5, "Pöytävaaka")
        self.hands.desk.do(self.hands.worker, apart.StartDismantling(code, weight))
        self.hands.say("begin", [code])
        return True

    def _step(self) -> bool:
        code, desk = self._one(_IN_STATE, "dismantling"), self.hands.desk
        step = apart_queries.sheet(desk, self.hands.worker, code).next if code else None
        if code is None or step is None:
            return False
        done = StepResult.DONE if step in {"power_off", "media", "fractions"} else StepResult.NONE
        desk.do(self._boss, apart.DoStep(code, step, done, "ei ole"))
        self.hands.say("step", [code])
        return True

    def _take_part(self) -> bool:
        code = self._one(_IN_STATE, "dismantling")
        if code is None or self._enough:
            return False
        command = apart.TakePart(code, "memory", weight=self._weight(), place=_SHELF)
        self.hands.say("take", [self.hands.desk.do(self.hands.worker, command).code])
        return True

    def _put(self) -> bool:
        code, box = self._one(_IN_STATE, "dismantling"), self._one(_BOX, "open", 1)
        if code is None or box is None:
            return False
        command = apart.PutFraction(code, box, self._weight())
        self.hands.say("fraction", [str(self.hands.desk.do(self.hands.worker, command).line)])
        return True

    def _finish(self) -> bool:
        code = self._one(_IN_STATE, "dismantling")
        if code is None:
            return False
        self.hands.desk.do(self.hands.worker, apart.FinishDismantling(code, "koe"))
        self.hands.say("finish", [code])
        return True

    # Repair.

    def _to_repair(self) -> bool:
        """Grade a laptop and decide, with advice, that it is repaired."""
        code = self._one(_TO_REPAIR)
        if code is None or len(self._found(_ORDERS)) >= _MOST_BEGUN:
            return False
        self.hands.grade(code)
        self.hands.desk.do(self._boss, Decide(code, Outcome.REPAIR, "näyttö rikki"))
        self.hands.say("advise", [code])
        return True

    def _order(self) -> bool:
        code = self._one(_IN_STATE, "waiting_repair")
        if code is None:
            return False
        command = repair.OpenOrder(code, 1, "ei käynnisty", take=True)
        self.hands.say("order", [self.hands.desk.do(self.hands.worker, command).order])
        return True

    def _work(self) -> bool:
        order = self._one(_ORDERS)
        if order is None:
            return False
        command = repair.AddStep(order, StepKind.MENDED, "liitin", minutes=5)
        self.hands.desk.do(self.hands.worker, command)
        self.hands.say("work", [order])
        return True

    def _take_out(self) -> bool:
        order = self._one(_ORDERS)
        if order is None or self._enough:
            return False
        command = repair.TakeOutPart(order, "screen", weight_g=310, place=_SHELF)
        part = self.hands.desk.do(self.hands.worker, command).part
        self.hands.say("take", [str(part)])
        return True

    def _fit(self) -> bool:
        return self._into_order("fit", self._one(_ORDERS), self._one(_SPARE))

    def _move(self) -> bool:
        """Put a proven disk of one device into another."""
        order = self._one(_ORDERS)
        return self._into_order("move", order, self._one(_ANOTHERS, order))

    def _into_order(self, did: str, order: str | None, part: str | None) -> bool:
        if order is None or part is None:
            return False
        self.hands.desk.do(self.hands.worker, repair.UsePart(order, part, minutes=4))
        self.hands.say(did, [part])
        return True

    def _close(self) -> bool:
        order = self._one(_ORDERS)
        if order is None or self._rather_not:
            return False
        command = repair.CloseOrder(order, RepairOutcome.FIXED, no_supply=True)
        if self.hands.chance.random() < 0.3:
            command = repair.CloseOrder(
                order, RepairOutcome.BEYOND_REPAIR, "emolevy", Barrier.NO_PARTS
            )
        self.hands.desk.do(self.hands.worker, command)
        self.hands.say("close", [order])
        return True

    # Media and parts.

    def _out(self) -> bool:
        serial = self._one(f"{_PROVEN} ({_TO_REPAIR})")
        if serial is None:
            return False
        self.hands.desk.do(self.hands.worker, RemoveMedium(serial, place=_SHELF))
        self.hands.say("out", [serial])
        return True

    def _stock(self) -> bool:
        serial = self._one(_LOOSE)
        if serial is None:
            return False
        done = self.hands.desk.do(self._boss, StockMedium(serial, _SHELF))
        self.hands.say("part", [done.part.code])
        return True

    def _buy(self) -> bool:
        if self._enough:
            return False
        command = parts.AddPart("memory", "Osakauppa Oy", weight_g=8, place=_SHELF)
        self.hands.say("part", [self.hands.desk.do(self.hands.worker, command).part.code])
        return True

    def _scrap(self) -> bool:
        part, box = self._one(_SPARE), self._one(_BOX, "open", 1)
        if part is None or box is None:
            return False
        self.hands.desk.do(self.hands.worker, parts.ScrapPart(part, box))
        self.hands.say("scrap", [part])
        return True

    # Installation.

    def _install(self) -> bool:
        """Put machines on the bench and record the same system on all of them."""
        hands = self.hands
        codes = self._found(_TO_INSTALL)[-3:]
        if not codes:
            return False
        for code in codes:
            hands.desk.do(hands.worker, systems.BenchAdd(code))
        choice = systems.Choice(system="Debian", version="13")
        machines = tuple(systems.Machine(code, choice) for code in codes)
        hands.desk.do(hands.worker, systems.RecordInstallation(machines, all_well=True))
        hands.say("install", codes)
        return True

    # Containers.

    def _box(self) -> bool:
        if len(self._found(_BOX, "open", 1)) >= _MOST_BEGUN:
            return False
        command = boxes.OpenContainer("circuit_boards", Weighed(_TARE_G, Weighing.KEY, 5))
        self.hands.say("box", [self.hands.desk.do(self.hands.worker, command).container])
        return True

    def _seal(self) -> bool:
        box = self._one(_BOX, "open", 0)
        if box is None or self._rather_not:
            return False
        self.hands.desk.do(self.hands.worker, boxes.SealContainer(box, f"S-{box[-4:]}"))
        self.hands.say("seal", [box])
        return True

    def _weigh(self) -> bool:
        box = self._one(_SEALED)
        if box is None:
            return False
        gross = _TARE_G + int(self._found(_INSIDE, box)[0])
        self.hands.desk.do(self._boss, boxes.WeighOut(box, Weighed(gross, Weighing.SCALE, 2)))
        self.hands.say("weigh", [box])
        return True

    def _ship(self) -> bool:
        """Load what is weighed and let it leave with its packing list."""
        codes, desk = self._found(f"{_WEIGHED} AND shipment_id IS NULL"), self.hands.desk
        if not codes:
            return False
        shipment = desk.do(self._boss, boxes.OpenShipment("Kierrätys Oy")).shipment
        for box in codes:
            desk.do(self._boss, boxes.AddToShipment(shipment, box))
        sent = desk.do(self._boss, boxes.SendShipment(shipment))
        self.hands.say("ship", codes)
        self.hands.say("paper", [sent.number])
        return True
