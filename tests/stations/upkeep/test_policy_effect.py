"""A changed policy, and what one donor asks, meet the media that are in the house."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from factories import make_device, make_lot
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.policy_change import PolicyChange
from serkut_desk.stations import facts, rules
from serkut_desk.stations.upkeep.commands import ChangePolicy
from serkut_desk.stations.upkeep.policy_effect import policy_effect
from serkut_desk.stations.wiping import next_steps, offers, queries, to_destroy
from stations.wiping.logs import Drive, log
from stations.wiping.shop import SERIAL, Shop

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.policy import Policy

ORDINARY_HDD = (DataClass.ORDINARY, MediumKind.HDD)
STRICT = "Kaupunginkanslia"


def change(**fields: Any) -> PolicyChange:
    return PolicyChange(reference="HEL 2026-1", document_date=date(2026, 11, 20), **fields)


@pytest.fixture
def shop(workshop: Workshop, tmp_path: Path) -> Shop:
    return Shop(workshop, tmp_path)


def decide(shop: Shop, what: PolicyChange) -> Policy:
    """Change the policy and wait until it holds."""
    workshop = shop.workshop
    made = workshop.desk.do(shop.boss, ChangePolicy(what, shop.other))
    workshop.clock.tick(days=1)
    return made


def test_a_change_is_counted_before_it_is_saved_and_leaves_approvals_alone(shop: Shop) -> None:
    approved, waiting, flash, empty = (shop.device(f"PF{number}") for number in range(1, 5))
    shop.declare(approved)
    shop.declare(waiting, "WD-WX61AA81XXQB")
    shop.declare(flash, "S3TUNX0K4XXXQ1", MediumKind.SSD)
    shop.declare(empty, "WD-WX61AA81XXQD")
    ssd = Drive("S3TUNX0K4XXXQ1", "sdc", "ATA-SSD", "SAMSUNG MZ7LN256")
    shop.bring(log(Drive(), Drive(serial="WD-WX61AA81XXQB", name="sdb"), ssd))
    shop.approve(approved)
    stricter = change(required={ORDINARY_HDD: Level.PURGE})
    before = shop.entries()
    effect = policy_effect(shop.workshop.desk, shop.boss, stricter)
    assert (effect.no_more, effect.enough_then, effect.kept) == (1, 0, 1)
    # What only a maker told counts as an SSD, of which purge was asked before.
    assert (effect.asked_more, effect.asked_less) == (0, 0)
    assert [one.where for one in effect.differences] == ["required.ordinary.hdd"]
    assert shop.entries() == before
    milder = change(required={(DataClass.ORDINARY, MediumKind.SSD): Level.CLEAR})
    effect = policy_effect(shop.workshop.desk, shop.boss, milder)
    assert (effect.enough_then, effect.asked_less, effect.asked_more) == (1, 1, 0)
    assert effect.all_looked_at
    assert effect.policy.version == 2

    decide(shop, stricter)
    gathered = shop.look(approved)
    assert gathered.proofs[0].standing.state is MediumState.PROVEN
    with shop.workshop.desk.database.reading() as work:
        approval, _ = work.approvals.ground_of(approved.id)
        assert approval is not None
        assert approval.policy_version == 1
        # The rule that it was made under is still there to be read.
        assert rules.policy_numbered(work, 1).required[ORDINARY_HDD] is Level.CLEAR
        assert rules.policy_at(work, shop.workshop.clock.now()).version == 2
    assert shop.workshop.desk.database.check_records() == ()


def test_what_a_donor_asks_is_asked_wherever_its_media_are_judged(shop: Shop) -> None:
    desk = shop.workshop.desk
    own = make_device(
        shop.workshop, lot=make_lot(shop.workshop, STRICT, DataClass.ORDINARY), serial="PF1"
    )
    other = shop.device("PF2")
    for device, serial in ((own, SERIAL), (other, "WD-WX61AA81XXQB")):
        shop.declare(device, serial, MediumKind.HDD, by=shop.boss)
    shop.bring(log(Drive(), Drive(serial="WD-WX61AA81XXQB", name="sdb")))
    asks = change(donors={(STRICT.upper(), *ORDINARY_HDD): Level.PURGE})
    assert decide(shop, asks).donors["kaupunginkanslia"].reference == "HEL 2026-1"

    states = {}
    for device in (own, other):
        row = queries.media_of(desk, shop.boss, device.code)[0]
        view = queries.evidence(desk, shop.boss, f"#{row.medium_id}")
        assert view.judgement.required is row.required
        states[device.code] = (row.required, row.reached, row.approvable)
        for way in offers.ways_by_hand(desk, shop.boss, f"#{row.medium_id}"):
            assert row.required is not None
            assert way.level >= row.required
        # What is decided after a failure, and the pieces that a destruction has to leave, too.
        assert to_destroy.named(desk, shop.boss, f"#{row.medium_id}").required is row.required
    steps, _ = next_steps.offered(desk, shop.boss, SERIAL)
    assert steps
    assert all(one.level is None or one.level >= Level.PURGE for one in steps)
    assert states[own.code][0] is Level.PURGE
    assert not states[own.code][2]
    with pytest.raises(Refused, match="not_enough"):
        shop.approve(own, by=shop.other)

    with pytest.raises(Refused, match="donor_unknown"):
        decide(shop, change(donors={("Nobody", *ORDINARY_HDD): Level.PURGE}))

    again = change(donors={(STRICT, *ORDINARY_HDD): None})
    assert decide(shop, again).donors == {}


def test_an_approval_stays_with_the_donor_that_it_was_given_for(shop: Shop) -> None:
    """One that asked less than the house: the device moves to another, and is judged anew."""
    mild = "Asukastalo"
    device = make_device(
        shop.workshop, lot=make_lot(shop.workshop, mild, DataClass.ORDINARY), serial="PF1"
    )
    shop.declare(device, SERIAL, MediumKind.SSD)
    decide(shop, change(donors={(mild, DataClass.ORDINARY, MediumKind.SSD): Level.CLEAR}))
    shop.bring(log(Drive()))
    shop.approve(device)
    assert shop.look(device).proofs[0].standing.state is MediumState.PROVEN
    house = make_lot(shop.workshop, "Kasvatus ja koulutus", DataClass.ORDINARY)
    with shop.workshop.desk.database.work(shop.workshop.first.person) as work:
        work.devices.change(device.id, lot_id=house.id)
        moved = work.devices.by_id(device.id)
        proof = facts.gather(work, moved, shop.workshop.clock.now()).proofs[0]
    assert proof.standing.state is MediumState.NOT_ENOUGH
