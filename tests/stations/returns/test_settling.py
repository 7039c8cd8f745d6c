from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.channels import Channel, Payment, PriceBasis
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.papers import CreditNoteContent, PaidBy
from serkut_desk.domain.returning import Remedy
from serkut_desk.stations import exchanges, papers, shop_rules
from serkut_desk.stations.returns import queries

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from stations.returns.till import Till


def _back(till: Till, **sale: object) -> tuple[Device, str]:
    """Return a device that was sold and came back, and the number of the return."""
    device = till.clean()
    till.sell(device, **sale)  # type: ignore[arg-type] # values of a test
    till.workshop.clock.tick(days=30)
    return device, till.bring_back(device).number


def _credit(till: Till, row_id: int) -> CreditNoteContent:
    with till.workshop.desk.database.reading() as work:
        paper = next(one for one in work.papers.all() if one.id == row_id)
    content = papers.content_of(paper)
    assert isinstance(content, CreditNoteContent)
    return content


def test_a_refund_gives_everything_back_with_a_credit_note(till: Till) -> None:
    device, number = _back(till, cents=9498)
    before = till.entries()
    done = till.settle(number, Remedy.REFUND)
    assert till.entries() == before + 1
    assert (done.refund_cents, done.rounding_cents) == (9498, 2)
    assert done.credit is not None
    assert done.credit.name == "HY-1"
    content = _credit(till, done.credit.id)
    assert (content.original, content.paid_by) == ("KU-1", PaidBy.CASH)
    assert (content.total_cents, content.rounding_cents) == (9498, 2)
    assert [(one.permille, one.vat_cents) for one in content.vat] == [(255, 1930)]
    assert content.lines[0].device == device.code
    assert content.reason == "Ei käynnisty"
    assert till.workshop.desk.files.read(done.credit.sha256).startswith(b"%PDF")
    view = queries.one(till.workshop.desk, till.boss, number)
    assert (view.remedy, view.credit, view.remedies) == (Remedy.REFUND, "HY-1", ())
    with till.workshop.desk.database.reading() as work:
        body = json.loads(work.journal.about(device.code)[-1].body)
    assert body["papers"][0]["number"] == "HY-1"
    assert "sovittu" not in json.dumps(body)


def test_a_part_can_be_given_back_but_no_more_than_was_paid(till: Till) -> None:
    _, number = _back(till, cents=9500, payment=Payment.CARD)
    before = till.entries()
    for cents in (0, -1, 9501):
        with pytest.raises(Refused, match="refund_too_much"):
            till.settle(number, Remedy.REFUND, cents)
    assert till.entries() == before
    done = till.settle(number, Remedy.REFUND, 4999)
    assert (done.refund_cents, done.rounding_cents) == (4999, 0)


def test_a_refused_refund_takes_no_number(till: Till) -> None:
    _, number = _back(till)
    with pytest.raises(Misused, match="text_missing"):
        till.settle(number, Remedy.REFUND, reason=" ")
    done = till.settle(number, Remedy.REFUND)
    assert done.credit is not None
    assert done.credit.name == "HY-1"


def test_nothing_is_given_back_where_nothing_was_paid(till: Till) -> None:
    _, number = _back(till, cents=0, payment=Payment.NONE, channel=Channel.WORKSTATION)
    with pytest.raises(Refused, match="refund_nothing_paid"):
        till.settle(number, Remedy.REFUND)
    view = queries.one(till.workshop.desk, till.boss, number)
    assert Remedy.REFUND not in view.remedies


def test_a_commitment_has_more_left_afterwards(till: Till) -> None:
    terms = {"number": "MS 2026-77"}
    _, number = _back(
        till, cents=9500, payment=Payment.COMMITMENT, channel=Channel.COMMITMENT, terms=terms
    )
    done = till.settle(number, Remedy.REFUND, 4000)
    assert done.credit is not None
    assert _credit(till, done.credit.id).paid_by is PaidBy.BILLED
    with till.workshop.desk.database.reading() as work:
        known = work.handovers.commitments.all()
        body = work.journal.about(done.device)[-1].body
    assert [one.used_cents for one in known] == [5500]
    assert "77" not in json.loads(body).get("subjects", [])
    assert "MS" not in body


@pytest.mark.parametrize(("cents", "left"), [(None, 0), (50, 1)])
def test_a_course_certificate_is_free_when_all_went_back(
    till: Till, cents: int | None, left: int
) -> None:
    terms = {"certificate": "KURSSI-1"}
    _, number = _back(till, cents=100, channel=Channel.COURSE, terms=terms)
    till.settle(number, Remedy.REFUND, cents)
    with till.workshop.desk.database.reading() as work:
        assert len(work.handovers.course_proofs.all()) == left


def test_an_exchange_opens_a_handover_at_no_price(till: Till) -> None:
    terms = {"number": "MS 2026-77"}
    _, number = _back(till, payment=Payment.COMMITMENT, channel=Channel.COMMITMENT, terms=terms)
    done = till.settle(number, Remedy.EXCHANGE)
    assert done.exchange is not None
    with till.workshop.desk.database.reading() as work:
        opened = work.handovers.by_code(done.exchange)
        assert opened is not None
        assert (opened.state, opened.channel, opened.terms) == ("open", "commitment", terms)
        rule = shop_rules.channels_on(till.workshop.clock.now().date()).rules[Channel.COMMITMENT]
        free = exchanges.rule_for(work, opened.id, rule)
        assert exchanges.rule_for(work, opened.id - 1, rule) is rule
    assert (free.price, free.payments, free.terms) == (PriceBasis.FREE, (Payment.NONE,), ())
    view = queries.one(till.workshop.desk, till.boss, number)
    assert (view.exchange, view.exchange_state) == (done.exchange, "open")


def test_it_is_settled_once(till: Till) -> None:
    _, number = _back(till)
    till.settle(number, Remedy.NONE)
    for remedy in Remedy:
        with pytest.raises(Refused, match="return_settled"):
            till.settle(number, remedy)


def test_a_repair_stays_open_until_it_ends(till: Till) -> None:
    device, number = _back(till)
    till.settle(number, Remedy.REPAIR)
    assert queries.open_returns(till.workshop.desk, till.boss) == ()
    # The device may be named instead of the number.
    done = till.settle(device.code, Remedy.REFUND)
    assert done.number == number


def test_an_exchange_that_was_cancelled_never_happened(till: Till) -> None:
    _, number = _back(till)
    first = till.settle(number, Remedy.EXCHANGE)
    with pytest.raises(Refused, match="return_settled"):
        till.settle(number, Remedy.REFUND)
    with till.workshop.desk.database.work(till.boss.person) as work:
        opened = work.handovers.by_code(first.exchange or "")
        assert opened is not None
        work.handovers.change(opened.id, state="cancelled")
        work.commit()
    done = till.settle(number, Remedy.REFUND)
    view = queries.one(till.workshop.desk, till.boss, number)
    assert (done.refund_cents, view.exchange) == (9500, None)


def test_a_device_given_for_another_is_worth_what_that_one_cost(till: Till) -> None:
    _, number = _back(till, cents=9500)
    exchange = till.settle(number, Remedy.EXCHANGE).exchange
    other = till.clean(2)
    code = till.sell(other, cents=0, payment=Payment.NONE)
    with till.workshop.desk.database.work(till.boss.person) as work:
        row, opened = work.returns.by_code(number), work.handovers.by_code(code)
        assert row is not None
        assert opened is not None
        assert exchange is not None
        work.returns.change(row.id, exchange_id=opened.id)
        work.commit()
    again = till.bring_back(other)
    done = till.settle(again.number, Remedy.REFUND)
    assert done.refund_cents == 9500
    assert done.credit is not None
    assert _credit(till, done.credit.id).original == "KU-1"


def test_a_sum_belongs_to_a_refund(till: Till) -> None:
    _, number = _back(till)
    with pytest.raises(Misused, match="refund_not_asked"):
        till.settle(number, Remedy.NONE, 100)


def test_an_unknown_return_is_refused(till: Till) -> None:
    with pytest.raises(Refused, match="return_unknown"):
        till.settle("PAL-77", Remedy.NONE)
