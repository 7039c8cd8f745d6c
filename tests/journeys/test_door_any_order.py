"""Whoever scans whatever at the door, in whatever order: counts, journal and records agree.

Three people take turns at one desk, each with a device half done; what they scan, answer and take
back is carried out as the intake screen does it. What holds is asked of the tables.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeys import door_laws
from kit import make_workshop
from serkut_desk.domain.cages import NewCage, SealStage
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.lots import ExtraReason, MissingReason
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.stations.devices.commands import CorrectDevice
from serkut_desk.stations.intake.commands import CloseLot, OpenLot, ReceiveQuantity
from serkut_desk.stations.intake.effects import Ask
from serkut_desk.stations.intake.lot_commands import CheckSeal, ListCages
from serkut_desk.stations.intake.state import IntakeState, Parked
from serkut_desk.stations.intake.thing_commands import AddAccessory, CountThings, WeighDevice
from serkut_desk.stations.upkeep.queries import verify_journal
from serkut_desk.ui.stations.intake.deeds import Deed, DeedKind, carry_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit import Workshop
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.handling import Command

LIST = """Laitetyyppi;Merkki ja malli;Sarjanumero;Inventaarionumero;Määrä
Kannettava;Lenovo ThinkPad L14;PF2ABC12;HKI-0098213;1
Kannettava;HP EliteBook 840 G6;5CG9421XYZ;HKI-0098214;1
Näyttö;Dell P2419H;CN0XV9J7TV100;HKI-0098215;1
Hiiri;Logitech;;;24
"""
NUMBERS = ("PF2ABC12", "HKI-0098213", "5CG9421XYZ", "CN0XV9J7TV100", "HKI-0098215")
EXTRAS = ("PF9NEW01", "PF9NEW02", "5CG0000AAA", "356868000041418")
JUNK = ("00:1A:2B:3C:4D:5E", "https://example.com/x", "4006381333931", "?", "PF2ABC1")
LABELS = tuple(make_code(CodeKind.DEVICE, number) for number in range(40_000_001, 40_000_007))
CARDS = ("save", "cancel", "no_barcode", "same_again", "label_damaged", "lot_off")
SEALS = ("0012-347", "0012-999")
PEOPLE = 3

scans = st.one_of(
    st.sampled_from(NUMBERS), st.sampled_from(EXTRAS), st.sampled_from(LABELS),
    st.sampled_from(JUNK), st.sampled_from(("lot", "old lot", "last device")),
)  # fmt: skip
acts = st.lists(
    st.one_of(
        st.tuples(st.just("scan"), scans),
        st.tuples(st.just("card"), st.sampled_from(CARDS)),
        st.tuples(st.just("answer"), st.integers(0, 3)),
        st.tuples(st.just("undo"), st.just("")),
        st.tuples(st.just("person"), st.integers(0, PEOPLE - 1)),
        st.tuples(
            st.sampled_from(("correct", "count", "things", "accessory", "weigh", "close")),
            st.integers(0, 5),
        ),
        st.tuples(st.just("seal"), st.sampled_from(SEALS)),
    ),
    min_size=10,
    max_size=40,
)


@dataclass
class Door:
    """A desk at the door, two open lots, and three people who take turns."""

    shop: Workshop
    lots: tuple[str, str]
    people: tuple[Session, ...]
    who: int = 0
    state: IntakeState = field(default_factory=IntakeState)
    parked: dict[int, Parked] = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    refusals: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def do(self, act: str, value: str | int) -> None:
        """Try something; what is refused changes nothing."""
        self.shop.clock.tick(seconds=5)
        before = self._mark()
        try:
            _ACTS[act](self, value)
            self.done.append(act)
        except KnownFailure as refusal:
            self.refusals.append(f"{act}: {refusal.code}")
            assert self._mark() == before, self.refusals[-1]
        self.check()

    def check(self) -> None:
        """Ask the tables."""
        with self.shop.desk.database.reading() as work:
            door_laws.agree(work.connection)
            for lot in self.lots:
                found = work.lots.by_code(lot)
                assert found is not None
                counts = work.lots.counts(found.id)
                assert counts.received - counts.extra == counts.expected - counts.missing
        # What waits comes back as it was: a person's half-done device is plain text.
        assert IntakeState.from_dict(self.state.to_dict()).texts == self.state.texts

    def deed(self, kind: DeedKind, value: str = "") -> None:
        """Do one thing as the intake screen does it."""
        outcome = carry_out(self.shop.desk, self.people[self.who], self.state, Deed(kind, value))
        self.state = outcome.state
        asked = [one for one in outcome.effects if isinstance(one, Ask)]
        if asked:
            self.choices = tuple(choice.value for choice in asked[-1].choices)

    def command(self, command: Command[Any], *, boss: bool = False) -> None:
        """Do what another card or the supervisor's view does."""
        who = self.shop.first if boss else self.people[self.who]
        self.shop.desk.do(who, command)

    @property
    def last(self) -> str:
        """The device that was received last by whoever is here, or none that there is."""
        return self.state.last or LABELS[0]

    def _mark(self) -> tuple[object, object]:
        with self.shop.desk.database.reading() as work:
            return door_laws.mark(work.connection)


def _scan(door: Door, value: str | int) -> None:
    named = {"lot": door.lots[0], "old lot": door.lots[1], "last device": door.last}
    door.deed(DeedKind.SCAN, named.get(str(value), str(value)))


def _answer(door: Door, value: str | int) -> None:
    if door.state.asking is not None and door.choices:
        door.deed(DeedKind.ANSWER, door.choices[int(value) % len(door.choices)])


def _person(door: Door, value: str | int) -> None:
    """Change who is at the desk: one's half-done device is parked, the other's comes back."""
    door.parked[door.who] = door.state.to_dict()
    door.who = int(value)
    door.state = IntakeState.from_dict(door.parked.get(door.who, {"lot": door.lots[0]}))
    door.choices = ()


def _correct(door: Door, value: str | int) -> None:
    kind = DeviceType.LAPTOP if int(value) % 2 else DeviceType.DESKTOP
    door.command(
        CorrectDevice(door.last, "koe", type=kind, serial=(*NUMBERS, *EXTRAS)[int(value)]),
        boss=True,
    )


def _close(door: Door, value: str | int) -> None:
    """Close the second lot, at most once in a while."""
    if int(value) == 0:
        door.command(
            CloseLot(
                lot=door.lots[1],
                others=MissingReason.NOT_FOUND,
                other_extras=next(iter(ExtraReason)),
            ),
            boss=True,
        )


_ACTS: dict[str, Callable[[Door, str | int], None]] = {
    "scan": _scan,
    "card": lambda door, value: door.deed(DeedKind.COMMAND, str(value)),
    "answer": _answer,
    "undo": lambda door, _: door.deed(DeedKind.UNDO),
    "person": _person,
    "correct": _correct,
    "count": lambda door, value: door.command(
        ReceiveQuantity(lot=door.lots[0], row=5, count=int(value))
    ),
    "things": lambda door, value: door.command(
        CountThings(lot=door.lots[int(value) % 2], kind="mouse", count=int(value))
    ),
    "accessory": lambda door, _: door.command(AddAccessory(door.last, "charger")),
    "weigh": lambda door, value: door.command(
        WeighDevice(door.last, Weighed(1500 + int(value), Weighing.KEY, 5))
    ),
    "close": _close,
    "seal": lambda door, value: door.command(
        CheckSeal(lot=door.lots[1], stage=SealStage.OPENING, seal=str(value), cage="Häkki 1")
    ),
}


def _door(root: Path) -> Door:
    shop = make_workshop(root)
    first, second = (
        shop.desk.do(
            shop.first, OpenLot(sender=sender, manifest=LIST.replace("PF2", head).encode())
        ).lot.code
        for sender, head in (("Koulu", "PF2"), ("Kirjasto", "PF3"))
    )
    cages = (NewCage("Häkki 1", SEALS[0]),)
    shop.desk.do(shop.first, ListCages(lot=second, cages=cages))
    people = (shop.worker, shop.other, shop.first)
    door = Door(shop, (first, second), people)
    door.state = IntakeState(lot=first)
    return door


# One example is an hour at the door.
EXAMPLES = settings().max_examples // 8


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(way=acts)
def test_counts_journal_and_records_agree_whatever_is_done(
    way: list[tuple[str, str | int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        door = _door(Path(folder))
        try:
            for act, value in way:
                door.do(act, value)
            assert verify_journal(door.shop.desk).ok
        finally:
            door.shop.desk.database.close()


def test_a_good_hour_is_refused_nothing(tmp_path: Path) -> None:
    door = _door(tmp_path)
    try:
        for act, value in (
            ("scan", "PF2ABC12"), ("scan", LABELS[0]), ("accessory", 0), ("weigh", 1),
            ("correct", 5), ("scan", "5CG9421XYZ"), ("person", 1), ("scan", "CN0XV9J7TV100"),
            ("scan", LABELS[1]),
            ("person", 0), ("scan", LABELS[2]), ("undo", ""), ("things", 4), ("count", 5),
            ("seal", SEALS[0]), ("scan", "5CG9421XYZ"), ("scan", LABELS[3]),
        ):  # fmt: skip
            door.do(act, value)
        assert door.refusals == []
        with door.shop.desk.database.reading() as work:
            found = work.lots.by_code(door.lots[0])
            assert found is not None
            assert work.lots.counts(found.id).received >= 3
        assert verify_journal(door.shop.desk).ok
    finally:
        door.shop.desk.database.close()
