"""Whatever people do at all the stations, in whatever order, nothing leaves without its proof.

What is checked is asked of the tables, in plain SQL, and not of the rules that decided.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from journeys.street import Street, open_street
from kit import make_workshop
from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.checklist import Result
from serkut_desk.domain.data_state import CountSource, Lock
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.outcomes import Grade, Outcome
from serkut_desk.domain.quarantine import DonorAnswer
from serkut_desk.domain.returning import Remedy
from serkut_desk.domain.stops import StopKind
from serkut_desk.stations import facts
from serkut_desk.stations.certificates.commands import RevokeCertificate
from serkut_desk.stations.devices.commands import MoveDevices, RaiseStop, ReleaseStop, UndoLast
from serkut_desk.stations.grading.commands import OverrideGrade
from serkut_desk.stations.handover.commands import (
    AddDevice,
    CancelHandover,
    CompleteHandover,
    Discount,
    RemoveLine,
)
from serkut_desk.stations.quarantine.commands import (
    FreeDevice,
    RecordAnswer,
    ReportLock,
    ReportStolen,
    RequestRelease,
    TakeApart,
)
from serkut_desk.stations.returns.commands import Settle, TakeBack
from serkut_desk.stations.stocktake.commands import (
    CloseCount,
    FindDevice,
    GiveUp,
    OpenCount,
    ReportMissing,
    ScanInCount,
)
from serkut_desk.stations.stop_rules import rules_at
from serkut_desk.stations.upkeep.queries import verify_journal
from serkut_desk.stations.wiping.commands import (
    Approve,
    Counted,
    RemoveMedium,
    StateNone,
    WithdrawApproval,
    WithdrawMedium,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from serkut_desk.domain.devices import Device

PLACE = "Hylly A"
DISKS = ("WD-WX61AA810001", "WD-WX61AA810002")

_PROVEN = text(
    "SELECT count(*) FROM medium WHERE device_id = :device AND proposed = 0"
    " AND state NOT IN ('proven', 'destroyed')"
)
_UNPROPOSED = text("SELECT count(*) FROM medium WHERE device_id = :device AND proposed = 0")
_APPROVED = text(
    "SELECT media_count FROM approval WHERE device_id = :device AND withdrawn_at IS NULL"
)
_CERTIFIED = text("SELECT count(*) FROM certificate WHERE device_id = :device AND state = 'valid'")
_INSPECTED = text(
    "SELECT functional FROM inspection WHERE device_id = :device AND ended_at IS NULL"
)
_DECIDED = text("SELECT outcome FROM decision WHERE device_id = :device AND ended_at IS NULL")
_LOCKED = text(
    "SELECT (SELECT count(*) FROM quarantine WHERE device_id = :device AND closed_at IS NULL)"
    " + (SELECT count(*) FROM incident WHERE device_id = :device AND closed_at IS NULL)"
    " + (SELECT count(*) FROM device WHERE id = :device AND hazard IS NOT NULL)"
)
_USED = text(
    "SELECT count(*) FROM medium JOIN sanitisation_run AS run ON run.medium_id = medium.id"
    " WHERE medium.device_id = :device AND run.imported_at > coalesce(medium.used_since, '')"
)
_OUT = text("SELECT id FROM device WHERE state = 'left'")
_LINES = text(
    "SELECT device_id FROM handover_line JOIN handover ON handover.id = handover_id"
    " WHERE active = 1 AND device_id IS NOT NULL AND handover.state = 'completed'"
)
_BASKETS = text(
    "SELECT device_id FROM handover_line JOIN handover ON handover.id = handover_id"
    " WHERE active = 1 AND device_id IS NOT NULL AND handover.state = 'open'"
)
_GAPS = text("SELECT series, count(*), min(number), max(number) FROM paper GROUP BY series")
_OWED = text("SELECT count(*) FROM commitment WHERE used_cents > limit_cents OR used_cents < 0")

devices = st.integers(0, 2)
ACTS = (
    "wipe",
    "declare",
    "none",
    "none too",
    "approve",
    "certify",
    "revoke",
    "withdraw",
    "take out",
    "take back medium",
    "grade",
    "grade broken",
    "override",
    "shelf",
    "repair",
    "apart",
    "lock",
    "stolen",
    "request",
    "answer",
    "free",
    "free apart",
    "stop",
    "stop lock",
    "stop glass",
    "unstop",
    "miss",
    "find",
    "give up",
    "count",
    "seen",
    "close count",
    "basket",
    "add",
    "remove",
    "discount",
    "cancel",
    "complete",
    "back",
    "settle",
    "exchange",
    "move",
    "undo",
)
acts = st.lists(st.tuples(st.sampled_from(ACTS), devices), min_size=6, max_size=24)


@dataclass
class Town:
    """A street with a laptop, a monitor and a printer, and what was done last."""

    street: Street
    things: list[Device]
    out: set[int] = field(default_factory=set)
    basket: str = ""
    refusals: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def do(self, act: str, which: int) -> None:
        """Try something; a refusal is an answer as well."""
        self.street.workshop.clock.tick(seconds=20)
        steps = self._steps(self.things[which], DISKS[which % 2], which)
        try:
            steps[act]()
            self.done.append(act)
        except KnownFailure as refusal:
            self.refusals.append(f"{act}: {refusal.code}")

    def _steps(self, device: Device, disk: str, which: int) -> dict[str, Callable[[], object]]:
        street, code = self.street, device.code
        desk, boss, other, worker = (
            street.workshop.desk,
            street.boss,
            street.other,
            street.worker,
        )
        return {
            "wipe": lambda: street.wipe(device, disk),
            "declare": lambda: street.declare(device, disk, MediumKind.HDD),
            "none": lambda: desk.do(worker, StateNone(code, CountSource.OPENED)),
            "none too": lambda: desk.do(boss, StateNone(code, CountSource.OPENED)),
            "approve": lambda: desk.do(
                other, Approve((Counted(code, 1),), CountSource.OPENED, frozenset())
            ),
            "certify": lambda: street.issue(device),
            "revoke": lambda: desk.do(boss, RevokeCertificate(self._certificate(device), "koe")),
            "withdraw": lambda: desk.do(boss, WithdrawApproval(code, "koe")),
            "take out": lambda: desk.do(worker, RemoveMedium(disk)),
            "take back medium": lambda: desk.do(boss, WithdrawMedium(disk, "koe")),
            "grade": lambda: street.grade(device),
            "grade broken": lambda: street.grade(device, Result.FAIL),
            "override": lambda: desk.do(boss, OverrideGrade(code, Grade.A, "koe")),
            "shelf": lambda: street.decide(device, Outcome.SHELF),
            "repair": lambda: street.decide(device, Outcome.REPAIR),
            "apart": lambda: street.decide(device, Outcome.DISMANTLE),
            "lock": lambda: desk.do(worker, ReportLock(code, Lock.BIOS)),
            "stolen": lambda: desk.do(boss, ReportStolen(code, "R-1")),
            "request": lambda: desk.do(boss, RequestRelease(code)),
            "answer": lambda: desk.do(boss, RecordAnswer(code, DonorAnswer.RELEASED, "kirje")),
            "free": lambda: desk.do(boss, FreeDevice(code, "koe", second=other)),
            "free apart": lambda: desk.do(boss, TakeApart(code, "koe", second=other)),
            "stop": lambda: desk.do(worker, RaiseStop(StopKind.SWOLLEN_BATTERY, code)),
            "stop lock": lambda: desk.do(worker, RaiseStop(StopKind.MDM_LOCK, code)),
            "stop glass": lambda: desk.do(None, RaiseStop(StopKind.GLASS, code)),
            "unstop": self._unstop,
            "miss": lambda: desk.do(boss, ReportMissing(code, "ei hyllyssä")),
            "find": lambda: desk.do(boss, FindDevice(code, PLACE, "löytyi", second=other)),
            "give up": lambda: desk.do(boss, GiveUp(code, "ei löydy", second=other)),
            "count": lambda: desk.do(worker, OpenCount(PLACE)),
            "seen": lambda: desk.do(worker, ScanInCount(PLACE, code)),
            "close count": lambda: desk.do(worker, CloseCount(PLACE, which)),
            "basket": self._open,
            "add": lambda: desk.do(boss, AddDevice(self.basket, code)),
            "remove": lambda: desk.do(boss, RemoveLine(self.basket, 1)),
            "discount": lambda: desk.do(boss, Discount(self.basket, "koe", permille=50)),
            "cancel": lambda: desk.do(boss, CancelHandover(self.basket)),
            "complete": lambda: desk.do(
                boss, CompleteHandover(self.basket, Payment.CASH, seen=True)
            ),
            "back": lambda: desk.do(boss, TakeBack(code, "no_power")),
            "settle": lambda: desk.do(boss, Settle(code, Remedy.REFUND, "koe")),
            "exchange": lambda: desk.do(boss, Settle(code, Remedy.EXCHANGE, "koe")),
            "move": lambda: desk.do(worker, MoveDevices((code,), PLACE)),
            "undo": lambda: desk.do(boss, UndoLast()),
        }

    def _open(self) -> None:
        self.basket = self.street.basket(Channel.SALE)

    def _certificate(self, device: Device) -> str:
        with self.street.workshop.desk.database.reading() as work:
            held = work.certificates.valid_of(device.id)
        return held.code if held else "TT0"

    def _unstop(self) -> None:
        """End the newest stop that is open in the first way that its kind has."""
        with self.street.workshop.desk.database.reading() as work:
            held = work.stops.open_ones()
        if held:
            rule = rules_at(self.street.workshop.clock.now()).kinds[held[-1].kind]
            way = rule.outcomes[0].key
            self.street.workshop.desk.do(
                self.street.boss, ReleaseStop(held[-1].id, "pois", PLACE, way)
            )

    def check(self) -> None:
        """Ask the tables whether anything is where it must not be."""
        desk = self.street.workshop.desk
        with desk.database.reading() as work:
            connection = work.connection
            out = set(connection.execute(_OUT).scalars())
            assert sorted(out) == sorted(connection.execute(_LINES).scalars())
            assert not out & set(connection.execute(_BASKETS).scalars())
            for row_id in out - self.out:
                _leaves_proven(connection, row_id, self.things)
            for series, count, first, last in connection.execute(_GAPS):
                assert (first, last) == (1, count), series
            assert not connection.execute(_OWED).scalar()
            for thing in self.things:
                found = work.devices.by_id(thing.id)
                assert found.state == facts.gather(work, found, desk.clock.now()).state.value
                # What was given up as lost is missing and in the house no more.
                gone = found.state in {"left", "withdrawn"}
                assert found.in_house == (not gone) or found.state == "missing", self.done[-3:]
        self.out = out


def _leaves_proven(connection: Connection, row_id: int, things: list[Device]) -> None:
    """Ask of a device that left just now whether it may have."""
    wanted = {"device": row_id}
    (device,) = (thing for thing in things if thing.id == row_id)
    media = connection.execute(_UNPROPOSED, wanted).scalar()
    assert connection.execute(_PROVEN, wanted).scalar() == 0
    assert connection.execute(_LOCKED, wanted).scalar() == 0
    assert connection.execute(_INSPECTED, wanted).scalar() in {"ok", "key"}
    assert connection.execute(_DECIDED, wanted).scalar() == "shelf"
    if device.type == "laptop":
        assert connection.execute(_APPROVED, wanted).scalar() == media
        assert connection.execute(_CERTIFIED, wanted).scalar() == 1
    if media:
        assert connection.execute(_USED, wanted).scalar()


def _town(folder: Path) -> Town:
    street = open_street(make_workshop(folder / "data", waits=False), folder / "stick")
    made = Town(
        street,
        [
            street.device("PF2ABC01"),
            street.device("PF2ABC02", type="monitor"),
            street.device("PF2ABC03", type="printer"),
        ],
    )
    with suppress(KnownFailure):
        street.workshop.desk.do(street.worker, MoveDevices((made.things[0].code,), PLACE))
    return made


# One example is a whole life of three devices: fewer than elsewhere, in `make fuzz` as well.
EXAMPLES = settings().max_examples // 16
GOOD_WAY = (("declare", 0), ("wipe", 0), ("grade", 0), ("shelf", 0), ("basket", 0), ("add", 0))
"""A laptop as far as the basket, so that what comes before and after it is tried as well."""


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=acts, between=acts, last=acts)
def test_nothing_leaves_unproven_and_nothing_is_in_two_places(
    first: list[tuple[str, int]], between: list[tuple[str, int]], last: list[tuple[str, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        town = _town(Path(folder))
        try:
            way = [*first[:6], *GOOD_WAY, *between, ("complete", 0), *last]
            for act, which in way:
                town.do(act, which)
                town.check()
            assert verify_journal(town.street.workshop.desk).ok
        finally:
            town.street.workshop.desk.database.close()


def test_the_good_way_leads_out_and_back(tmp_path: Path) -> None:
    town = _town(tmp_path)
    try:
        for act, which in (*GOOD_WAY, ("complete", 0)):
            town.do(act, which)
            town.check()
        assert town.refusals == []
        assert town.out == {town.things[0].id}
        town.do("back", 0)
        town.check()
        assert town.refusals == []
        assert not town.out
        # What was proven before it left says nothing of it now.
        for act, which in GOOD_WAY[2:]:
            town.do(act, which)
        town.do("complete", 0)
        town.check()
        assert not town.out
        # A new wipe, another approval and another certificate do.
        for act, which in (("wipe", 0), *GOOD_WAY[4:], ("complete", 0)):
            town.do(act, which)
        town.check()
        assert town.out == {town.things[0].id}, town.refusals
    finally:
        town.street.workshop.desk.database.close()
