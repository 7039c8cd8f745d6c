"""Lots that are announced, their cages, and seals that are right, wrong, gone or new."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from pictures import jpeg
from serkut_desk.domain.cages import (
    CageKind,
    CageState,
    NewCage,
    SealDecision,
    SealStage,
    cages_in,
    seal_key,
)
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.records import schema
from serkut_desk.records.lot_check import check_lots
from serkut_desk.stations.intake import lot_queries, queries
from serkut_desk.stations.intake.lot_commands import (
    AnnounceLot,
    ArriveLot,
    ChangeAnnouncement,
    CheckSeal,
    DecideSeal,
    ListCages,
    LoadList,
    UnlistCage,
)
from serkut_desk.stations.intake.photo_commands import AddPhoto
from stations.intake.door import LIST, Door

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.intake.lot_results import SealRead

TODAY = date(2026, 11, 23)
CAGES = (
    NewCage("Häkki 1", "0012-345"),
    NewCage("Häkki 2", "0012-346"),
    NewCage("Lava", "", CageKind.PALLET),
)


@dataclass
class Van:
    """An announced lot with two cages and a pallet without a seal."""

    workshop: Workshop
    lot: str = field(init=False)

    def __post_init__(self) -> None:
        desk = self.workshop.desk
        announce = AnnounceLot(
            sender="Kaupunginkirjasto",
            expected_on=TODAY,
            order_reference="NT-2026-118",
            contact_role="lähituki",
            manifest=LIST,
            cages=CAGES,
        )
        self.lot = desk.do(self.workshop.first, announce).lot.code

    def read(self, seal: str, stage: SealStage = SealStage.ARRIVAL, cage: str = "") -> SealRead:
        """Read a seal as a maker."""
        command = CheckSeal(lot=self.lot, stage=stage, seal=seal, cage=cage)
        return self.workshop.desk.do(self.workshop.worker, command)

    def open_all(self) -> None:
        """Open every cage with its right seal."""
        for cage in CAGES:
            self.read(cage.seal, SealStage.OPENING, cage.name)

    def decide(self, decision: SealDecision, reason: str = "Kuljettaja vaihtoi sinetin") -> None:
        """Decide about the first cage as a supervisor."""
        command = DecideSeal(lot=self.lot, cage="Häkki 1", decision=decision, reason=reason)
        self.workshop.desk.do(self.workshop.first, command)

    def cages(self) -> dict[str, CageState]:
        """Return how far each cage has come."""
        found = lot_queries.cages(self.workshop.desk, self.workshop.worker, self.lot)
        return {one.cage.name: one.cage.state for one in found.cages}

    def refused(self, code: str, command: Command[Any], *, lead: bool = False) -> None:
        """See that a command is refused and nothing written."""
        before = self.entries()
        session = self.workshop.first if lead else self.workshop.worker
        with pytest.raises((Refused, Misused), match=code):
            self.workshop.desk.do(session, command)
        assert self.entries() == before

    def entries(self) -> list[str]:
        """Return the tags of what the journal says of the lot."""
        return Door(self.workshop).entries(self.lot)


@pytest.fixture
def van(workshop: Workshop) -> Van:
    """Give an announced lot."""
    return Van(workshop)


def test_two_writings_of_a_seal_are_one_and_a_leading_zero_counts() -> None:
    assert seal_key(" ab 12\u201334 ") == seal_key("AB1234") == "AB1234"
    assert seal_key("00123") != seal_key("123")
    pasted = "Häkki 1\t0012345\n\nHäkki 2 ; 0012346\n0012347\n"
    assert cages_in(pasted) == (
        NewCage("Häkki 1", "0012345"),
        NewCage("Häkki 2", "0012346"),
        NewCage("0012347", "0012347"),
    )


def test_nothing_comes_in_before_the_lot_is_here_and_its_cage_open(van: Van) -> None:
    door = Door(van.workshop, van.lot)
    with pytest.raises(Refused, match="lot_not_here"):
        door.receive("PF2ABC12")
    arrived = van.workshop.desk.do(van.workshop.worker, ArriveLot(lot=van.lot))
    again = van.workshop.desk.do(van.workshop.worker, ArriveLot(lot=van.lot))
    assert (arrived.already, again.already) == (False, True)
    assert van.entries() == ["lot:intake:announced", "lot:intake:arrived"]
    with pytest.raises(Refused, match="cage_not_opened"):
        door.receive("PF2ABC12")
    read = van.read("0012 345", SealStage.OPENING)
    assert (read.matches, read.cage.name, read.cage.state) == (True, "Häkki 1", CageState.OPENED)
    # The only open cage is meant; with two, somebody says which.
    assert door.receive("PF2ABC12").cage == "Häkki 1"
    van.read("0012346", SealStage.OPENING)
    with pytest.raises(Refused, match="cage_needed"):
        door.receive("5CG9421XYZ")
    assert door.receive("5CG9421XYZ", cage="häkki2").cage == "Häkki 2"
    with pytest.raises(Refused, match="cage_not_listed"):
        door.receive("CN0XV9J7TV100", cage="Häkki 9")
    with van.workshop.desk.database.reading() as work:
        lot = work.lots.by_code(van.lot)
        assert lot is not None
        assert sorted(work.cages.held(lot.id).values()) == [1, 1]
        assert check_lots(work.connection) == ()


def test_seals_are_read_at_the_van_at_arrival_and_at_opening(van: Van) -> None:
    first = van.read("0012345", SealStage.VAN)
    assert (first.left, first.arrived) == (2, False)
    assert van.read("0012-345", SealStage.VAN).again
    second = van.read("0012345")
    assert (second.arrived, second.left) == (True, 2)
    assert van.read("0012345", SealStage.OPENING).cage.state is CageState.OPENED
    van.refused("cage_stage_past", CheckSeal(lot=van.lot, stage=SealStage.ARRIVAL, seal="0012345"))
    tags = van.entries()
    assert tags.count("lot:intake:seal-checked") == 3


def test_a_wrong_seal_freezes_its_cage_at_once_until_a_supervisor_decides(van: Van) -> None:
    read = van.read("0099999", cage="Häkki 1")
    assert (read.matches, read.cage.state) == (False, CageState.FROZEN)
    right = CheckSeal(lot=van.lot, stage=SealStage.OPENING, seal="0012345")
    van.refused("cage_frozen", right)
    with pytest.raises(Refused, match="cage_frozen"):
        Door(van.workshop, van.lot).receive("PF2ABC12", cage="Häkki 1")
    decide = DecideSeal(
        lot=van.lot, cage="Häkki 1", decision=SealDecision.ACCEPTED, reason="Vaihdettu"
    )
    van.refused("not_permitted", decide)
    silent = DecideSeal(lot=van.lot, cage="Häkki 1", decision=SealDecision.ACCEPTED, reason=" ")
    van.refused("text_missing", silent, lead=True)
    van.decide(SealDecision.ACCEPTED)
    assert van.cages()["Häkki 1"] is CageState.ARRIVED
    # What was accepted is what the next reading must show.
    assert van.read("0099999", SealStage.OPENING).matches
    van.refused("cage_not_frozen", decide, lead=True)


def test_a_cage_that_is_sent_back_gives_nothing(van: Van) -> None:
    assert not van.read("", cage="Häkki 1").matches, "a seal that is gone is a wrong one"
    van.decide(SealDecision.SENT_BACK, "Sinetti rikottu matkalla")
    assert van.cages()["Häkki 1"] is CageState.SENT_BACK
    with pytest.raises(Refused, match="cage_sent_back"):
        Door(van.workshop, van.lot).receive("PF2ABC12", cage="Häkki 1")


def test_a_cage_without_a_seal_is_a_remark_and_a_found_seal_is_kept(van: Van) -> None:
    bare = van.read("", SealStage.VAN, "Lava")
    assert (bare.matches, bare.unsealed) == (True, True)
    found = van.read("77-1", SealStage.ARRIVAL, "Lava")
    assert (found.matches, found.learned, found.expected) == (True, True, "")
    assert not van.read("77-2", SealStage.OPENING, "Lava").matches


def test_a_seal_found_later_at_the_same_stage_is_learned(van: Van) -> None:
    van.read("", SealStage.ARRIVAL, "Lava")
    found = van.read("77-1", SealStage.ARRIVAL, "Lava")
    assert (found.matches, found.learned, found.again) == (True, True, False)
    assert van.read("77-1", SealStage.ARRIVAL, "Lava").again
    assert not van.read("77-2", SealStage.ARRIVAL, "Lava").matches
    with van.workshop.desk.database.reading() as work:
        assert check_lots(work.connection) == ()


def test_the_seal_of_another_cage_is_not_learned(van: Van) -> None:
    other = CheckSeal(lot=van.lot, stage=SealStage.VAN, seal="0012345", cage="Lava")
    van.refused("seal_of_other", other)
    assert van.cages()["Lava"] is CageState.LISTED


def test_a_seal_that_no_cage_has_asks_which_cage_and_the_last_one_is_clear(van: Van) -> None:
    unknown = CheckSeal(lot=van.lot, stage=SealStage.ARRIVAL, seal="555")
    van.refused("seal_unknown", unknown)
    van.refused("seal_is_ours", CheckSeal(lot=van.lot, stage=SealStage.ARRIVAL, seal=van.lot))
    van.read("0012345")
    van.read("", cage="Lava")
    assert van.read("555").cage.name == "Häkki 2"
    assert van.cages()["Häkki 2"] is CageState.FROZEN


def test_cages_are_listed_once_and_taken_off_before_they_are_read(van: Van) -> None:
    def listing(*cages: NewCage) -> ListCages:
        return ListCages(lot=van.lot, cages=cages)

    van.refused("cage_twice", listing(NewCage("häkki 1")), lead=True)
    van.refused("seal_twice", listing(NewCage("Häkki 3", "0012 345")), lead=True)
    van.refused("person_not_kept", listing(NewCage("Soita 040 123 4567")), lead=True)
    van.refused("text_missing", listing(), lead=True)
    desk, first = van.workshop.desk, van.workshop.first
    desk.do(first, listing(NewCage("Häkki 3", "0012-347")))
    van.read("0012347", SealStage.VAN)
    van.refused("cage_was_read", UnlistCage(lot=van.lot, cage="Häkki 3"), lead=True)
    desk.do(first, UnlistCage(lot=van.lot, cage="Lava"))
    assert list(van.cages()) == ["Häkki 1", "Häkki 2", "Häkki 3"]
    van.refused("not_permitted", listing(NewCage("Häkki 4")))


def test_an_announcement_is_corrected_and_holds_nobodys_contact(van: Van) -> None:
    desk, first = van.workshop.desk, van.workshop.first
    for role in ("maija@hel.fi", "lähituki 09 310 1691", "131052-308T"):
        change = ChangeAnnouncement(lot=van.lot, contact_role=role)
        van.refused("person_not_kept|secret_not_kept", change, lead=True)
    late = ChangeAnnouncement(lot=van.lot, expected_on=date(2026, 11, 22))
    van.refused("expected_past", late, lead=True)
    van.refused(
        "lot_unchanged", ChangeAnnouncement(lot=van.lot, contact_role="lähituki"), lead=True
    )
    new = ChangeAnnouncement(
        lot=van.lot, expected_on=date(2026, 11, 25), contact_role="vahtimestari"
    )
    lot = desk.do(first, new).lot
    assert (lot.expected_on, lot.contact_role) == (date(2026, 11, 25), "vahtimestari")
    desk.do(first, ArriveLot(lot=van.lot))
    van.refused("lot_came", ChangeAnnouncement(lot=van.lot, expected_on=TODAY), lead=True)
    van.refused("lot_has_list", LoadList(lot=van.lot, manifest=LIST), lead=True)


def test_a_list_may_come_after_the_announcement(workshop: Workshop) -> None:
    desk, first = workshop.desk, workshop.first
    lot = desk.do(first, AnnounceLot(sender="Kirjasto", expected_on=TODAY)).lot.code
    desk.do(first, LoadList(lot=lot, manifest=LIST, manifest_name="lista.csv"))
    desk.do(first, ArriveLot(lot=lot))
    assert Door(workshop, lot).receive("PF2ABC12").row == 2
    bare = Door(workshop).open(sender="Kirjasto").lot.code
    Door(workshop, bare).receive(serial="QQ1ABC12", type=DeviceType.LAPTOP)
    with pytest.raises(Refused, match="lot_has_devices"):
        desk.do(first, LoadList(lot=bare, manifest=LIST, same_again=True))


def test_what_is_expected_says_its_day_and_whether_it_is_late(van: Van) -> None:
    desk, worker = van.workshop.desk, van.workshop.worker
    later = AnnounceLot(sender="Opisto", expected_on=date(2026, 11, 30))
    desk.do(van.workshop.first, later)
    here = Door(van.workshop).open(sender="Tässä").lot.code
    van.workshop.clock.tick(days=1)
    found = queries.open_lots(desk, worker)
    assert [(one.sender, one.late, one.today) for one in found] == [
        ("Kaupunginkirjasto", True, False),
        ("Tässä", False, False),
        ("Opisto", False, False),
    ]
    assert [one.lot.code for one in found if not one.lot.is_expected] == [here]


def test_an_edited_seal_or_cage_is_found(van: Van) -> None:
    van.read("0099999", cage="Häkki 1")
    van.decide(SealDecision.ACCEPTED)
    van.read("0099999", SealStage.OPENING)
    Door(van.workshop, van.lot).receive("PF2ABC12")
    edits = (
        update(schema.seal_check)
        .where(schema.seal_check.c.matches.is_(False))
        .values(matches=True),
        update(schema.seal_check).where(schema.seal_check.c.reason != "").values(reason="muu"),
        update(schema.cage).where(schema.cage.c.name == "Häkki 2").values(state="opened"),
        update(schema.cage).where(schema.cage.c.name == "Häkki 1").values(seal="0099999"),
        update(schema.cage).where(schema.cage.c.name == "Häkki 1").values(seal_key="0011111"),
        update(schema.lot).values(arrived_at=None),
        update(schema.lot).values(data_class="ordinary"),
        update(schema.organisation).values(name_key="another"),
        update(schema.organisation).values(name="Another"),
        update(schema.device_cage).values(cage_id=2),
    )
    for edit in edits:
        with van.workshop.desk.database.work() as work:
            assert check_lots(work.connection) == ()
            work.connection.execute(edit)
            assert check_lots(work.connection), edit


def test_a_seal_is_found_although_another_cage_is_called_by_its_number(workshop: Workshop) -> None:
    cages = (NewCage("1234", "9999"), NewCage("Häkki 2", "1234"), NewCage("Häkki 3", "7777"))
    announce = AnnounceLot(sender="Kirjasto", expected_on=TODAY, cages=cages)
    lot = workshop.desk.do(workshop.first, announce).lot.code
    command = CheckSeal(lot=lot, stage=SealStage.ARRIVAL, seal="1234")
    assert workshop.desk.do(workshop.worker, command).cage.name == "Häkki 2"


def test_a_cage_with_a_photograph_stays_on_the_list(van: Van) -> None:
    photo = AddPhoto(van.lot, jpeg(), PhotoPurpose.SEAL, "Häkki 1")
    van.workshop.desk.do(van.workshop.worker, photo)
    van.refused("cage_has_photos", UnlistCage(lot=van.lot, cage="Häkki 1"), lead=True)
