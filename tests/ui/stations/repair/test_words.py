"""What an order's page says is next, for each way that an order can stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kit import START
from serkut_desk.domain.clock import local
from serkut_desk.domain.repair import OrderMove, OrderState
from serkut_desk.stations.parts.commands import AddPart
from serkut_desk.stations.repair import queries
from serkut_desk.stations.repair.commands import (
    RecordDiagnosis,
    SetState,
    TakeOrder,
    WantPart,
)
from serkut_desk.texts import Texts
from serkut_desk.ui.stations.repair import order_words, wording
from serkut_desk.ui.stations.repair.views import Deed
from ui.stations.repair.bench import for_repair, full, order

if TYPE_CHECKING:
    from kit import Workshop

TEXTS = Texts("en")


@pytest.mark.parametrize(
    ("state", "mine", "taken", "deed"),
    [
        (OrderState.WAITING, False, False, Deed.TAKE),
        (OrderState.IN_WORK, False, True, Deed.TAKE),
        (OrderState.IN_WORK, True, True, Deed.DIAGNOSIS),
        (OrderState.WAITING_PART, False, False, Deed.TAKE),
        (OrderState.OUTSIDE, False, False, Deed.CAME_BACK),
        (OrderState.TO_TEST, False, False, Deed.SAFETY),
        (OrderState.DONE, False, False, Deed.NOTHING),
    ],
)
def test_one_thing_is_next(
    workshop: Workshop, state: OrderState, *, mine: bool, taken: bool, deed: Deed
) -> None:
    code = order(workshop, for_repair(workshop), take=True)
    card = queries.card(workshop.desk, workshop.worker, code)
    line = replace(card.line, state=state, mine=mine, taken=taken)
    found = order_words.next_view(replace(card, line=line), TEXTS, may_test=True)
    assert found.deed is deed
    stuck = replace(line, stuck="quarantine")
    halted = order_words.next_view(replace(card, line=stuck), TEXTS, may_test=True)
    assert halted.deed is Deed.NOTHING


def test_who_may_not_test_is_sent_to_who_may(workshop: Workshop) -> None:
    code = order(workshop, for_repair(workshop), take=True)
    card = queries.card(workshop.desk, workshop.worker, code)
    card = replace(card, line=replace(card.line, state=OrderState.TO_TEST))
    assert order_words.next_view(card, TEXTS, may_test=False).deed is Deed.NOTHING
    safe = replace(card, safety=replace(card.safety, passed=True))
    assert order_words.next_view(safe, TEXTS, may_test=False).deed is Deed.CLOSE


def test_the_board_has_the_oldest_first_and_only_today_s_ends(workshop: Workshop) -> None:
    bench = full(workshop)
    board = queries.board(workshop.desk, workshop.worker)
    columns = wording.board_view(board, workshop.clock.now(), TEXTS)
    assert [column.key for column in columns] == [
        "waiting", "in_work", "waiting_part", "to_test", "done",
    ]  # fmt: skip
    waiting, in_work, parts, to_test, done = columns
    assert [card.key for card in waiting.cards] == [
        *(one.code for one in bench.waiting), bench.orders["new"],
    ]  # fmt: skip
    assert [card.order for card in waiting.cards] == [False, False, False, True]
    assert [mark.word for mark in in_work.cards[0].marks] == ["In your hands"]
    marks = [mark.word for card in parts.cards for mark in card.marks]
    assert marks == ["The part is here", "Outside: Korjaamo Oy"]
    assert len(to_test.cards) == 2
    assert done.cards == ()
    ended = replace(board.orders[0], state=OrderState.DONE, closed_at=workshop.clock.now())
    columns = wording.board_view(replace(board, done=(ended,)), workshop.clock.now(), TEXTS)
    assert len(columns[-1].cards) == 1
    workshop.clock.tick(days=1)
    columns = wording.board_view(replace(board, done=(ended,)), workshop.clock.now(), TEXTS)
    assert columns[-1].cards == ()


def test_minutes_and_age() -> None:
    assert order_words.minutes_words(45) == "45 min"
    assert order_words.minutes_words(80) == "1 h 20 min"
    assert wording.age(START, START) == "today"
    assert wording.age(START, START.replace(day=local(START).day + 3)) == "3 d"


def test_a_part_that_came_into_the_stock_is_fetched(workshop: Workshop) -> None:
    device = for_repair(workshop)
    code = order(workshop, device, take=True)
    do = workshop.desk.do
    do(workshop.worker, RecordDiagnosis(code, "Muisti on rikki"))
    do(workshop.worker, WantPart(code, "memory"))
    do(workshop.worker, SetState(code, OrderMove.WAIT_PART))
    before = queries.card(workshop.desk, workshop.worker, code)
    assert order_words.next_view(before, TEXTS, may_test=False).title == "Wait for the part"
    fits = (("", device.model),)
    do(workshop.worker, AddPart("memory", "Osakauppa Oy", fits=fits, place="O-03"))
    card = queries.card(workshop.desk, workshop.worker, code)
    found = order_words.next_view(card, TEXTS, may_test=False)
    assert (found.title, found.text) == ("Fetch the part and take the work", "OS 1 · O-03")
    marks = wording.order_card(card.line, START, TEXTS).marks
    assert [one.word for one in marks] == ["The part is here"]
    do(workshop.worker, TakeOrder(code))
    card = queries.card(workshop.desk, workshop.worker, code)
    found = order_words.next_view(card, TEXTS, may_test=False)
    assert (found.title, found.deed) == ("Fetch the part and put it in", Deed.PARTS)
    assert found.text == "Scan its label: OS 1 · O-03"


def test_work_that_others_began_is_read_first(workshop: Workshop) -> None:
    code = order(workshop, for_repair(workshop), take=True)
    workshop.desk.do(workshop.worker, RecordDiagnosis(code, "Muisti on rikki"))
    workshop.desk.do(workshop.worker, SetState(code, OrderMove.HAND_ON))
    card = queries.card(workshop.desk, workshop.other, code)
    found = order_words.next_view(card, TEXTS, may_test=True)
    assert (found.title, found.text) == ("Take it and go on", "Read what was done already.")
