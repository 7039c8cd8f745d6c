"""Everybody throws everything at the door, real codes and nonsense; nothing gives way."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from journeys import door_laws
from journeys.bench_laws import Seen
from journeys.guesses import Guesser
from journeys.street import Street, open_street
from kit import make_workshop
from serkut_desk.cli.demo_week.drawn import picture
from serkut_desk.domain.cages import NewCage, SealStage
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.declared_medium import DeclaredMedium
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lots import ExtraReason, MissingReason
from serkut_desk.domain.media import DataClass, MediumKind
from serkut_desk.domain.people import Session
from serkut_desk.domain.permissions import Role
from serkut_desk.domain.stops import StopKind
from serkut_desk.records.record_check import check_records
from serkut_desk.stations.devices.commands import RaiseStop, ReportMixup
from serkut_desk.stations.handover.commands import AddDevice
from serkut_desk.stations.intake.commands import OpenLot, ReceiveDevice
from serkut_desk.stations.intake.lot_commands import AnnounceLot, CheckSeal, ListCages
from serkut_desk.stations.people.commands import AddPerson
from serkut_desk.stations.snapshots.commands import ImportSnapshots
from stations.intake.door import LIST
from stations.snapshots.machines import Drive, Machine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from serkut_desk.stations.handling import Command, Handler

_STATIONS = ("intake", "devices", "catalogue", "snapshots", "labels")
_TRIES = 2
# They end what others could be tried on: last.
_ENDS = {"CloseLot", "RaiseStop", "ReportMixup", "DecideDataClass"}
_NONSENSE = (
    "",
    " ",
    "\u202e\u0000\ud7ff",
    "../../etc/passwd",
    "'; DROP TABLE device; --",
    "131052-308T",
    "9" * 5_000,
    "ä" * 300,
    "SD",
    "%_*?[",
)
_CODES = {
    "device": "SELECT code FROM device",
    "lot": "SELECT code FROM lot",
    "cage": "SELECT name FROM cage",
    "seal": "SELECT seal FROM cage",
    "serial": "SELECT serial FROM device UNION SELECT serial FROM medium",
    "of": "SELECT code FROM lot UNION SELECT code FROM device UNION"
    " SELECT manufacturer || ' ' || model FROM product_model",
    "model": "SELECT manufacturer || ' ' || model FROM product_model",
    "place": "SELECT name FROM place",
    "badge": "SELECT code FROM person",
    "reason": "SELECT 'koe'",
    "note": "SELECT 'koe'",
    "kind": "SELECT 'mouse' UNION SELECT 'charger'",
    "outcome": "SELECT 'made_safe' UNION SELECT 'nothing_found'",
}
_KINDS = {
    "into": "model",
    "other": "model",
    "stuck_on": "device",
    "same_as": "device",
    "scans": "serial",
    "devices": "device",
    "inventory": "serial",
    "label": "device",
}
# What only a supervisor does; and what an auditor or somebody unknown may have done at all.
_OFFICE = text(
    "SELECT tag FROM journal WHERE actor = :who AND (tag LIKE 'model:%' OR tag LIKE '%closed'"
    " OR tag LIKE '%announced' OR tag LIKE '%decided' OR tag LIKE '%released'"
    " OR tag LIKE '%settled' OR tag LIKE '%set-aside' OR tag LIKE '%matched'"
    " OR tag LIKE 'device:devices:changed' OR tag LIKE '%listed' OR tag LIKE 'paper:%')"
)
_ALL = text("SELECT DISTINCT tag FROM journal WHERE actor = :who")
_CLASSES = text("SELECT code, data_class FROM device")
_OUTSIDE = text("SELECT code FROM device WHERE state = 'left'")


class Thrower(Guesser):
    """Fills in commands of the door."""

    def _value(self, name: str, kind: str) -> Any:
        throw = self.chance.choice
        special: dict[str, Callable[[], Any]] = {
            "bytes": lambda: throw((LIST, picture(1), b"", b"\xff" * 40)),
            "tuple[NewCage, ...]": lambda: (NewCage(self._text("cage"), self._text("seal")),),
            "tuple[DeclaredMedium, ...]": lambda: (
                DeclaredMedium(self._text("serial"), MediumKind.HDD),
            ),
            "tuple[str, ...]": lambda: tuple(self._text(name) for _ in range(throw((1, 2)))),
            "Mapping[int, MissingReason]": lambda: dict.fromkeys((2, 3, 4), MissingReason.KEPT),
            "Mapping[int, str]": lambda: {throw((2, 99)): self._text("note")},
            "Mapping[str, ExtraReason]": lambda: {self._text("device"): ExtraReason.UNKNOWN},
            "Mapping[str, str]": lambda: {self._text("device"): self._text("note")},
            "int": lambda: throw((-1, 0, 1, 2, 3, 500, 2**70)),
        }
        return special[kind]() if kind in special else super()._value(name, kind)

    def _text(self, name: str) -> str:
        if self.chance.random() < 0.08:
            return self.chance.choice(_NONSENSE)
        found = self.codes.get(_KINDS.get(name, name))
        return self.chance.choice(found) if found else super()._text(name)


class House:
    """A house at whose door everything is under way, and everybody who throws."""

    def __init__(self, folder: Path) -> None:
        self.street: Street = open_street(make_workshop(folder / "data", waits=False), folder / "s")
        self.desk = self.street.workshop.desk
        boss, worker = self.street.boss, self.street.worker
        self.lot = self.desk.do(boss, OpenLot(sender="Kasvatus", manifest=LIST)).lot.code
        self._sealed()
        disk = DeclaredMedium("WD-WX61AA810001", MediumKind.SSD)
        prized = ReceiveDevice(
            lot=self.lot, serial="PF2ABC01", type=DeviceType.LAPTOP, media=(disk,)
        )
        self.prized = self.desk.do(worker, prized).device
        told = ReceiveDevice(lot=self.lot, scans=("PF2ABC12",))
        self.unknown = self.desk.do(worker, told).device
        machine = Machine(serial="PF2ABC01", drives=(Drive("S3PTNX0K100099"),))
        for number, one in enumerate((machine, Machine(serial="PF2XYZ99", board="B2", uuid=""))):
            (folder / f"{number}.json").write_bytes(one.data())
            self.desk.do(worker, ImportSnapshots((folder / f"{number}.json",)))
        self.desk.do(worker, RaiseStop(StopKind.BELONGINGS, self.unknown))
        self.desk.do(worker, ReportMixup(self.unknown))
        auditor = AddPerson(Role.AUDITOR, "TA", pin="471199", second=self.street.other)
        self.auditor = Session(self.desk.do(boss, auditor).code)
        self.chance = random.Random(1)  # noqa: S311 - repeatable, not secret
        self.seen, self.classes = Seen(), dict[str, str]()
        self.done: Counter[str] = Counter()

    def _sealed(self) -> None:
        """Announce a lot with one cage frozen, one open and one closed."""
        boss, worker = self.street.boss, self.street.worker
        day = self.street.workshop.clock.now().date()
        cages = tuple(NewCage(f"Häkki {name}", f"A-{name}") for name in "123")
        come = self.desk.do(boss, AnnounceLot(sender="Kirjasto", expected_on=day)).lot.code
        self.desk.do(boss, ListCages(lot=come, cages=cages))
        for stage, seal in ((SealStage.ARRIVAL, "VÄÄRÄ"), (SealStage.OPENING, "A-2")):
            cage = "Häkki 1" if seal == "VÄÄRÄ" else "Häkki 2"
            self.desk.do(worker, CheckSeal(lot=come, stage=stage, seal=seal, cage=cage))

    def codes(self) -> dict[str, list[str]]:
        """Return every code there is now, and labels that nobody has used."""
        with self.desk.database.reading() as work:
            found = {
                kind: [str(one) for one in work.connection.execute(text(query)).scalars()]
                for kind, query in _CODES.items()
            }
        other = make_code(self.chance.choice(tuple(CodeKind)), 9_000)
        return {kind: [*codes, other] for kind, codes in found.items()}

    def throw(self, handler: Handler, chance: random.Random) -> None:
        """Let everybody do one kind of command, filled in anew for each."""
        street = self.street
        people = (None, self.auditor, street.worker, street.boss)
        for session in people:
            street.workshop.clock.tick(seconds=1)
            fresh = None if session is None else street.workshop.fresh(session)
            command = Thrower(chance, street.other, self.codes()).fill(handler.command)
            if command is None:
                return  # files and printers are tried where they are read
            try:
                self.desk.do(fresh, command)
            except KnownFailure:
                continue
            self.done[handler.command.__name__] += 1
            self.look(command)

    def look(self, command: Command[Any]) -> None:
        """Ask the tables whether anything gave way."""
        with self.desk.database.reading() as work:
            connection = work.connection
            try:
                door_laws.agree(connection)
                self.seen.check(connection)
                assert connection.execute(_OUTSIDE).all() == []
                self._stricter(connection.execute(_CLASSES).all())
            except AssertionError as wrong:
                raise AssertionError(str(command)[:900]) from wrong

    def _stricter(self, rows: Any) -> None:
        order = [one.value for one in DataClass]
        for code, now in rows:
            assert order.index(now) >= order.index(self.classes.get(code, now)), code
            self.classes[code] = now

    def tags(self, query: Any, who: str) -> set[str]:
        """Return what somebody did."""
        with self.desk.database.reading() as work:
            return {str(one) for one in work.connection.execute(query, {"who": who}).scalars()}

    def stays(self, code: str) -> None:
        """Assert that a device goes into no basket."""
        with pytest.raises(KnownFailure):
            self.desk.do(self.street.boss, AddDevice(self.street.basket(), code))


def test_nothing_at_the_door_gives_way(tmp_path: Path) -> None:
    house, chance = House(tmp_path), random.Random(7)  # noqa: S311 - repeatable, not secret
    door = [
        one
        for one in house.desk.handlers.values()
        if one.command.__module__.split(".")[2] in _STATIONS
    ]
    order = chance.sample(door * _TRIES, len(door) * _TRIES)
    for handler in sorted(order, key=lambda one: one.command.__name__ in _ENDS):
        house.throw(handler, chance)
    assert house.tags(_OFFICE, house.street.worker.person) == set()
    # Anybody may cry stop.
    assert house.tags(_ALL, house.auditor.person) <= {Tag.STOP_RAISED.value}
    with house.desk.database.reading() as work:
        assert check_records(work.connection) == ()
        assert house.desk.database.named_files() <= set(house.desk.files.digests())
    house.stays(house.prized)
    house.stays(house.unknown)
    assert len(house.done) > len(door) // 4, house.done
    house.desk.database.close()
