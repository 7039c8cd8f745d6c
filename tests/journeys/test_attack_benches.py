"""Somebody knows every code in the house and tries every command there is, at the benches too."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from apart import keyed
from journeys.bench_laws import Seen
from journeys.benches import DISKS, PLACE, Benches, open_benches
from journeys.guesses import Guesser
from serkut_desk.domain.dismantling import StepResult
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.people import Session
from serkut_desk.domain.permissions import Permission, Role
from serkut_desk.domain.repair import Barrier, RepairOutcome, StepKind
from serkut_desk.stations.containers.commands import Fill
from serkut_desk.stations.dismantling import commands as apart
from serkut_desk.stations.people.commands import AddPerson, EndGrant, GrantSkill
from serkut_desk.stations.repair import commands as repair
from serkut_desk.stations.wiping.commands import FitMedium, StockMedium

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Command, Handler

_TRIES = 3
# What it needs is a file, and that is tried where it is read.
_FROM_A_FILE = {"ImportInstallations"}
# They stop a device or the house: tried last, so that the others come to something.
_BREAKERS = {"RaiseStop", "ReportLock", "ReportMissing", "ReportStolen", "OpenCount", "RetireKey"}
_STATIONS = ("repair", "parts", "dismantling", "containers", "installation")
_PREPARED = (
    # A laptop on the bench, its unproven disk inside; another's proven disk in the stock.
    *(("declare", 0, 0), ("declare", 1, 0), ("grade", 0, 0), ("to repair", 0, 0)),
    *(("open order", 0, 1), ("order takes part", 0, 3), ("wipe", 1, 0), ("medium out", 1, 0)),
    *(("medium placed", 1, 1), ("medium stocked", 1, 1), ("buy part", 0, 0)),
    # A desktop half taken apart, and something in a box.
    *(("none", 2, 0), ("none too", 2, 0), ("to take apart", 2, 0), ("begin", 2, 0)),
    *((("settle", 2, 1),) * 4),
    *(("put", 2, 1), ("put", 2, 0), ("take part", 2, 2)),
    *(("seal", 0, 1), ("weigh out", 0, 1), ("load", 0, 1)),
)
_CODES = {
    "device": "SELECT code FROM device",
    "serial": "SELECT serial FROM medium",
    "medium": "SELECT code FROM medium WHERE code IS NOT NULL",
    "part": "SELECT code FROM part",
    "container": "SELECT code FROM container",
    "order": "SELECT code FROM work_order",
    "handover": "SELECT code FROM handover",
    "lot": "SELECT code FROM lot",
    "badge": "SELECT code FROM person",
    "place": "SELECT name FROM place",
}
_OUTSIDE = text("SELECT id, order_id FROM outside_repair WHERE sent = 'device'")
_INSIDE_UNCLEAN = text(
    "SELECT medium.serial FROM medium JOIN work_order ON work_order.device_id = medium.device_id"
    " WHERE work_order.id = :order AND removed_at IS NULL AND proposed = 0"
    " AND medium.state NOT IN ('proven', 'destroyed')"
)
# What a maker did that needs a right of its own.
_MAINS = "SELECT 1 FROM work_step WHERE task = 'open_mains' AND by = :who"
_BATTERY = (
    "SELECT 1 FROM work_step WHERE task = 'take_battery' AND by = :who"
    " UNION SELECT 1 FROM part WHERE type = 'battery' AND donor_id IS NOT NULL AND made_by = :who"
    # What somebody else called a battery afterwards was taken as something else.
    " AND NOT EXISTS (SELECT 1 FROM journal_subject JOIN journal USING (seq)"
    " WHERE journal_subject.subject = part.code AND tag = 'part:parts:changed' AND actor <> :who)"
    " UNION SELECT 1 FROM journal WHERE tag = 'part:parts:taken' AND actor = :who"
    " AND json_extract(body, '$.type') = 'battery'"
    " UNION SELECT 1 FROM journal WHERE tag = 'device:dismantling:battery-taken' AND actor = :who"
)
_SAFETY = "SELECT 1 FROM safety_test WHERE tested_by = :who"
_OFFICE = (
    "SELECT 1 FROM journal WHERE actor = :who AND (tag LIKE 'shipment:%' OR tag LIKE 'person:%'"
    " OR tag LIKE 'policy:%' OR tag LIKE 'handover:%' OR tag LIKE 'image:%'"
    " OR tag IN ('device:grading:decided', 'container:containers:weighed',"
    " 'container:containers:unsealed', 'device:wiping:approved'))"
)


@dataclass
class Attack:
    """A house with everything in it, and everybody who tries.

    Args:
        benches: Prepared.
        granted: A maker who was given the right to batteries, and nothing else.
        auditor: Somebody who may only look.
    """

    benches: Benches
    granted: Session
    auditor: Session
    seen: Seen = field(default_factory=Seen)
    outside: set[int] = field(default_factory=set)
    done: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)

    def codes(self) -> dict[str, list[str]]:
        """Return every code there is now."""
        with self.benches.street.workshop.desk.database.reading() as work:
            return {
                kind: [str(one) for one in work.connection.execute(text(query)).scalars()]
                for kind, query in _CODES.items()
            }

    def sessions(self) -> dict[str, Session]:
        """Return everybody, with a PIN given now where they have one."""
        street = self.benches.street
        return {
            "maker": street.worker,
            "granted": self.granted,
            "supervisor": street.boss,
            "auditor": street.workshop.fresh(self.auditor),
        }

    def try_out(self, handler: Handler, chance: random.Random) -> None:
        """Let everybody try a command, and look at the tables when it was done."""
        desk, name = self.benches.street.workshop.desk, handler.command.__name__
        for who, session in self.sessions().items():
            if who == "supervisor" and handler.needs is Permission.PEOPLE:
                continue  # who else may what is theirs to say
            if who == "auditor" and name in self.answered:
                continue  # once is enough: it is the same answer every time
            guesser = Guesser(chance, self.benches.street.other, self.codes())
            command = guesser.fill(handler.command)
            if command is None:
                continue
            try:
                desk.do(session, command)
            except KnownFailure as failure:
                if failure.code not in {"not_permitted", "pin_needed"}:
                    self.answered.add(name)
                continue
            self.answered.add(name)
            self.done.add(name)
            self.look(str(command))

    def look(self, told: str) -> None:
        """Ask the tables whether anything went where it must not."""
        with self.benches.street.workshop.desk.database.reading() as work:
            try:
                self.seen.check(work.connection)
                self._sent_out(work.connection)
            except AssertionError as wrong:
                raise AssertionError(told) from wrong

    def _sent_out(self, connection: Connection) -> None:
        for row in connection.execute(_OUTSIDE).all():
            if row.id not in self.outside:
                unclean = connection.execute(_INSIDE_UNCLEAN, {"order": row.order_id}).all()
                assert unclean == []
                self.outside.add(row.id)

    def did(self, query: str, session: Session) -> bool:
        """Tell whether somebody did what a query asks for."""
        with self.benches.street.workshop.desk.database.reading() as work:
            found = work.connection.execute(text(query), {"who": session.person})
            return found.first() is not None


@pytest.fixture
def attack(tmp_path: Path) -> Iterator[Attack]:
    """Give a house in which everything is under way."""
    benches = open_benches(tmp_path)
    street = benches.street
    desk = street.workshop.desk
    for act in _PREPARED:
        benches._do(*act)
    assert benches.refusals == []
    # And one that nobody has wiped, on the bench as well.
    prized = street.device("PF2ABC09")
    street.declare(prized, "WD-WX61AA810009", MediumKind.HDD)
    benches.things.append(prized)
    granted = desk.do(street.boss, AddPerson(Role.WORKER, "T08"))
    desk.do(street.boss, GrantSkill(granted.code, Permission.BATTERY))
    auditor = desk.do(street.boss, AddPerson(Role.AUDITOR, "TA", pin="471199", second=street.other))
    made = Attack(benches, Session(granted.code), Session(auditor.code))
    made.look("as it was prepared")
    yield made
    desk.database.close()


def test_nothing_unproven_leaves_and_nobody_does_what_is_not_theirs(attack: Attack) -> None:
    chance = random.Random(3)  # noqa: S311 - repeatable, not secret
    handlers = list(attack.benches.street.workshop.desk.handlers.values())
    new = [one for one in handlers if one.command.__module__.split(".")[2] in _STATIONS]
    first = chance.sample(new * _TRIES, len(new) * _TRIES)
    last = [one for one in handlers if one.command.__name__ in _BREAKERS]
    for handler in (*first, *(one for one in handlers if one not in last), *last):
        attack.benches.street.workshop.clock.tick(seconds=1)
        attack.try_out(handler, chance)
    maker = attack.benches.street.worker
    for session in (maker, attack.granted, attack.auditor):
        assert not attack.did(_MAINS, session)
        assert not attack.did(_SAFETY, session)
        assert not attack.did(_OFFICE, session)
    assert not attack.did(_BATTERY, maker)
    # Rules answered, and not only the table of who may: each command there is was understood.
    names = {one.command.__name__ for one in new} - _FROM_A_FILE
    assert names <= attack.answered
    assert len([name for name in attack.done if name in names]) > len(names) // 3


def test_an_unproven_disk_goes_nowhere_from_a_bench(attack: Attack) -> None:
    benches, desk = attack.benches, attack.benches.street.workshop.desk
    device, other = benches.things[0], benches.things[3]
    benches.street.grade(other)
    benches.street.decide(other, Outcome.REPAIR)
    desk.do(benches.street.worker, repair.OpenOrder(other.code, 1, "koe"))
    desk.do(benches.street.worker, repair.TakeOutMedium(device.code, DISKS[0]))
    tricks: tuple[Command[Any], ...] = (
        *(Fill(box, DISKS[0], keyed(90)) for box in benches.boxes),
        StockMedium(DISKS[0], PLACE),
        FitMedium(DISKS[0], other.code),
    )
    for session in (benches.street.worker, attack.granted, benches.street.boss):
        for command in tricks:
            assert _why(desk, session, command)
    attack.look("tricks with a loose disk")


def test_a_device_with_a_disk_goes_neither_outside_nor_to_pieces(attack: Attack) -> None:
    benches, desk = attack.benches, attack.benches.street.workshop.desk
    device, boss = benches.things[0], benches.street.boss
    desk.do(boss, repair.TakeOrder(device.code))
    assert _why(desk, boss, repair.SendOut(device.code, "Huolto Oy", "kone")) == "medium_not_wiped"
    give_up = repair.CloseOrder(
        device.code, RepairOutcome.BEYOND_REPAIR, "emolevy", Barrier.NO_PARTS
    )
    desk.do(boss, give_up)
    benches.street.decide(device, Outcome.DISMANTLE)
    desk.do(boss, apart.StartDismantling(device.code, keyed(2_500)))
    for step in ("power_off", "battery"):
        desk.do(boss, apart.DoStep(device.code, step))
    for result in StepResult:
        assert _why(desk, boss, apart.DoStep(device.code, "media", result, "ei ole"))
    assert _why(desk, boss, apart.FinishDismantling(device.code, "koe"))
    assert _why(desk, boss, apart.TakePart(device.code, "storage")) == "part_is_medium"
    assert _why(desk, boss, repair.OpenOrder(device.code, 1, "koe")) == "being_dismantled"


def test_a_maker_does_only_what_is_theirs_or_was_given(attack: Attack) -> None:
    benches, desk = attack.benches, attack.benches.street.workshop.desk
    code, worker, granted = benches.things[0].code, benches.street.worker, attack.granted
    mains = repair.AddStep(code, StepKind.MENDED, "", "open_mains")
    battery = repair.TakeOutPart(code, "battery", weight_g=300)
    for session in (attack.auditor, worker, granted):
        with suppress(Refused):
            desk.do(session, repair.TakeOrder(code))
        assert _why(desk, session, mains) == "not_permitted"
        for permission in (Permission.MAINS, Permission.BATTERY, Permission.OUTCOME):
            grant = GrantSkill(session.person, permission)
            assert _why(desk, session, grant) == "not_permitted"
    # Not even a supervisor lets a maker into a mains supply.
    assert _why(desk, benches.street.boss, GrantSkill(granted.person, Permission.MAINS))
    assert desk.do(granted, battery).part
    desk.do(benches.street.boss, EndGrant(granted.person, Permission.BATTERY))
    assert _why(desk, granted, battery) == "not_permitted"
    desk.do(worker, repair.TakeOrder(code))
    assert _why(desk, worker, battery) == "not_permitted"


def _why(desk: Desk, session: Session, command: Command[Any]) -> str:
    """Do what must be refused, and return why."""
    with pytest.raises(KnownFailure) as refused:
        desk.do(session, command)
    return refused.value.code
