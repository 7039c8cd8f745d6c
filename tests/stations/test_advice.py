"""Advice from the records of a house: empty, with own cases, and kept beside the decision."""

from __future__ import annotations

import json
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from factories import make_device, make_lot
from serkut_desk.domain.advice import Basis, Known, Way, Why
from serkut_desk.domain.checklist import Result
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.outcomes import Grade, Outcome
from serkut_desk.stations import advice, advice_words
from serkut_desk.stations.devices import queries as devices
from serkut_desk.stations.grading import queries
from serkut_desk.stations.grading.commands import Decide, OverrideGrade
from serkut_desk.stations.parts.commands import AddPart, WantPart
from serkut_desk.texts import Texts, languages
from serkut_desk.ui import device_words
from stations.grading.graded import grade

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.advice import Advice

_NUMBERS = count(1)
BROKEN = {"even": Result.FAIL}


@pytest.fixture
def laptop(workshop: Workshop) -> str:
    return make_device(workshop).code


@pytest.fixture
def monitor(workshop: Workshop) -> str:
    return make_device(workshop, type="monitor", manufacturer="Dell", model="P2419H").code


def ask(workshop: Workshop, device: str) -> Advice:
    return advice.advice_on(workshop.desk, workshop.first, device)


def hand_over(
    workshop: Workshop, cents: int, *, channel: str = "sale", days: int = 0, active: bool = True
) -> None:
    """Write a handover of another such laptop of grade B, as its station leaves it."""
    device = make_device(workshop).id
    who, now = workshop.first.person, workshop.clock.now() - timedelta(days=days)
    with workshop.desk.database.work(who) as work:
        handover = work.handovers.add(
            code=f"LU{next(_NUMBERS):010d}",
            channel=channel,
            state="completed",
            terms={},
            receiver="",
            opened_at=now,
            opened_by=who,
            completed_at=now,
            completed_by=who,
            payment="card",
            payment_reference="",
            total_cents=cents,
            rules={},
            seq=1,
        )
        work.handovers.lines.add(
            handover_id=handover,
            device_id=device,
            article="device",
            description="",
            grade="B",
            quantity=1,
            list_cents=cents + 500,
            discount_cents=500,
            discount_reason="koe",
            discount_by=who,
            vat_permille=255,
            active=active,
        )
        work.commit()


def mend(workshop: Workshop, minutes: int, *, fault: int = 7, outcome: str = "fixed") -> None:
    """Write a closed work order on another laptop."""
    device = make_device(workshop).id
    who, now = workshop.first.person, workshop.clock.now()
    with workshop.desk.database.work(who) as work:
        work.orders.add(
            code=f"TY{next(_NUMBERS):010d}",
            device_id=device,
            state="done",
            fault_list="computer",
            fault=fault,
            problem="",
            minutes=minutes,
            opened_at=now,
            opened_by=who,
            closed_at=now,
            closed_by=who,
            outcome=outcome,
            seq=1,
        )
        work.commit()


def test_an_empty_house_has_an_advice(workshop: Workshop, laptop: str) -> None:
    ungraded = ask(workshop, laptop)
    assert (ungraded.advised, ungraded.why) == (None, Why.UNKNOWN)
    grade(workshop, laptop, **BROKEN)
    found = ask(workshop, laptop)
    assert found.advised is Way.REPAIR
    repair = found.option(Way.REPAIR)
    assert repair.price == Known(14500, Basis.LIST)
    assert repair.parts == Known(4500, Basis.DEFAULT)
    assert repair.minutes == Known(60, Basis.DEFAULT)
    assert found.option(Way.SHELF).against == "does_not_work"
    assert found == ask(workshop, laptop)


def test_a_kind_without_figures_is_not_guessed(workshop: Workshop) -> None:
    printer = make_device(workshop, type="printer", manufacturer="HP", model="LaserJet").code
    grade(workshop, printer)
    found = ask(workshop, printer).option(Way.SHELF)
    assert found.kg is None
    assert found.price == Known(14500 - 9500, Basis.LIST)


def test_own_handovers_take_the_place_of_the_list(workshop: Workshop, laptop: str) -> None:
    grade(workshop, laptop)
    workshop.desk.do(workshop.first, OverrideGrade(laptop, Grade.B, "jälki"))
    hand_over(workshop, 8000)
    hand_over(workshop, 7000)
    hand_over(workshop, 100, channel="course")
    hand_over(workshop, 100, active=False)
    assert ask(workshop, laptop).option(Way.SHELF).price == Known(9500, Basis.LIST)
    hand_over(workshop, 12000)
    assert ask(workshop, laptop).option(Way.SHELF).price == Known(8000, Basis.OWN, 3)


def test_demand_is_counted(workshop: Workshop, laptop: str) -> None:
    grade(workshop, laptop)
    hand_over(workshop, 8000, days=10)
    hand_over(workshop, 8000, days=91)
    demand = ask(workshop, laptop).option(Way.SHELF).reasons[2]
    assert (demand.code, dict(demand.facts)) == ("demand", {"shelf": 0, "handed": 1})


def test_others_of_the_same_kind_are_counted(workshop: Workshop, monitor: str) -> None:
    grade(workshop, monitor)
    for outcome in (Outcome.REPAIR, Outcome.DISMANTLE, Outcome.SHELF):
        other = make_device(workshop, type="monitor", model="P2419H").code
        grade(workshop, other)
        workshop.desk.do(workshop.first, Decide(other, outcome, "koe"))
    found = ask(workshop, monitor)
    assert found.option(Way.SHELF).reasons[2].facts["shelf"] == 1
    assert dict(found.option(Way.DISMANTLE).reasons[2].facts) == {"count": 2}


def test_own_orders_take_the_place_of_default_minutes(workshop: Workshop, laptop: str) -> None:
    grade(workshop, laptop, **BROKEN)
    for minutes in (20, 90):
        mend(workshop, minutes)
    mend(workshop, 5, fault=4)
    mend(workshop, 5, outcome="beyond_repair")
    mend(workshop, 0)
    assert ask(workshop, laptop).option(Way.REPAIR).minutes == Known(60, Basis.DEFAULT)
    mend(workshop, 30)
    assert ask(workshop, laptop).option(Way.REPAIR).minutes == Known(30, Basis.OWN, 3)


def test_known_prices_of_parts_and_the_stock(workshop: Workshop, laptop: str) -> None:
    grade(workshop, laptop, **BROKEN)
    for cents in (2000, 3000, 2500):
        command = AddPart(
            "screen", "Osatukku Oy", cost_cents=cents, fits=(("Lenovo", "ThinkPad T480"),)
        )
        workshop.desk.do(workshop.worker, command)
    repair = ask(workshop, laptop).option(Way.REPAIR)
    assert repair.parts == Known(2500, Basis.OWN, 3)
    assert repair.reasons[0].code == "fault_stock"
    assert repair.reasons[0].facts["stock"] == 3


def test_wanted_parts_are_worth_a_harvest(workshop: Workshop, laptop: str) -> None:
    # A screen, a keyboard and a fault that nobody has found take longer than two hours.
    grade(workshop, laptop, power_on=Result.FAIL, keys=Result.FAIL, **BROKEN)
    workshop.desk.do(workshop.worker, WantPart("memory", model="ThinkPad T480"))
    workshop.desk.do(workshop.worker, WantPart("memory", model="EliteBook 840"))
    workshop.desk.do(workshop.worker, WantPart("screen", model="ThinkPad T480"))
    found = ask(workshop, laptop)
    harvest = found.option(Way.HARVEST)
    assert harvest.price == Known(1000, Basis.DEFAULT), "the screen is the broken one"
    assert dict(harvest.reasons[0].facts) == {"count": 1, "part": "memory"}
    assert found.option(Way.REPAIR).minutes == Known(160, Basis.DEFAULT)
    assert (found.advised, found.why) == (Way.HARVEST, Why.WANTED)


@pytest.mark.parametrize(
    ("plan", "outcome", "state"),
    [
        (None, Outcome.SHELF, DeviceState.ON_SHELF),
        (Way.REPAIR, Outcome.REPAIR, DeviceState.WAITING_REPAIR),
        (Way.HARVEST, Outcome.DISMANTLE, DeviceState.WAITING_DISMANTLE),
        (Way.DISMANTLE, Outcome.DISMANTLE, DeviceState.WAITING_DISMANTLE),
    ],
)
def test_the_advice_is_kept_beside_the_decision(
    workshop: Workshop, monitor: str, plan: Way | None, outcome: Outcome, state: DeviceState
) -> None:
    grade(workshop, monitor)
    advised = ask(workshop, monitor)
    done = workshop.desk.do(workshop.first, Decide(monitor, outcome, "näin", plan))
    chosen = plan or Way(outcome.value)
    assert (done.plan, done.advised, done.state) == (chosen, Way.SHELF, state)
    with workshop.desk.database.reading() as work:
        device = work.devices.by_code(monitor)
        assert device is not None
        decision = work.inspections.decision_of(device.id)
        assert decision is not None
        assert advice.kept_for(work, decision.id) == (chosen, advised)
        body = json.loads(work.journal.about(monitor)[-1].body)
    assert (body["chosen"], body["advised"], body["advice_rules"]) == (chosen.value, "shelf", 1)
    look = queries.look(workshop.desk, workshop.first, monitor)
    assert look.decision is not None
    assert (look.decision.plan, look.decision.advised) == (chosen, Way.SHELF)
    card = devices.card(workshop.desk, workshop.worker, monitor)
    said = device_words.decision_line(card, Texts("fi"))
    assert said.endswith("Suosituksen mukaan" if chosen is Way.SHELF else "Suositus oli: Hyllyyn")


def test_a_harvest_may_become_a_dismantling(workshop: Workshop, monitor: str) -> None:
    grade(workshop, monitor)
    first = Decide(monitor, Outcome.DISMANTLE, "osia", Way.HARVEST)
    workshop.desk.do(workshop.first, first)
    with pytest.raises(Refused, match="outcome_same"):
        workshop.desk.do(workshop.first, first)
    done = workshop.desk.do(workshop.first, Decide(monitor, Outcome.DISMANTLE, "ei osia"))
    assert done.plan is Way.DISMANTLE


def test_a_way_and_a_decision_must_fit(workshop: Workshop, monitor: str) -> None:
    grade(workshop, monitor)
    with pytest.raises(Misused, match="plan_differs"):
        workshop.desk.do(workshop.first, Decide(monitor, Outcome.SHELF, "syy", Way.HARVEST))


def test_only_who_decides_sees_the_advice(workshop: Workshop, monitor: str) -> None:
    grade(workshop, monitor)
    assert queries.look(workshop.desk, workshop.worker, monitor).advice is None
    with pytest.raises(Refused, match="not_permitted"):
        advice.advice_on(workshop.desk, workshop.worker, monitor)
    look = queries.look(workshop.desk, workshop.first, monitor)
    assert look.advice is not None
    workshop.desk.do(workshop.first, Decide(monitor, Outcome.SHELF, "valmis"))
    assert queries.look(workshop.desk, workshop.first, monitor).advice is None


def test_every_reason_has_its_sentence(workshop: Workshop) -> None:
    found: list[Any] = []
    for type_, given in (("laptop", {}), ("laptop", BROKEN), ("monitor", BROKEN)):
        device = make_device(workshop, lot=make_lot(workshop), type=type_).code
        found.append((ask(workshop, device), None))
        grade(workshop, device, **given)
        look = queries.look(workshop.desk, workshop.first, device)
        assert look.held is not None
        found.append((look.advice, look.held.checklist))
    for language in languages():
        texts = Texts(language)
        for one, checklist in found:
            assert advice_words.why_words(one, texts)
            assert advice_words.basis_words(one, texts)
            for option in one.options:
                for reason in option.reasons:
                    said = advice_words.reason_words(reason, checklist, texts)
                    assert "{" not in said
                    assert "advice." not in said
