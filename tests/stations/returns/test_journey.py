"""Sold at the handover station, brought back, and given out again or not."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit import make_workshop
from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.clock import local
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.returning import Remedy
from serkut_desk.records.unit_of_work import UnitOfWork
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.returns.commands import Settle, Settled, TakeBack, TakenBack
from serkut_desk.stations.wiping.commands import DeclareMedium, RemoveMedium, WithdrawMedium
from stations.certificates.counter import new_seal
from stations.handover.till import TERMS, Till
from stations.wiping.logs import BEGIN, Drive, log

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.devices import Device

PAYMENTS = {
    Channel.COMMITMENT: Payment.COMMITMENT,
    Channel.COURSE: Payment.CASH,
    Channel.PROJECT: Payment.INVOICE,
    Channel.WORKSTATION: Payment.NONE,
    Channel.SALE: Payment.CARD,
}


def _till(root: Path) -> Till:
    stick = root / "stick"
    stick.mkdir(parents=True)
    workshop = make_workshop(root / "data", waits=False)
    made = Till(workshop, stick, seal=new_seal(workshop))
    made.know_seller()
    return made


def _back(till: Till, device: Device) -> TakenBack:
    return till.workshop.desk.do(till.boss, TakeBack(device.code, "no_power"))


def _settle(till: Till, number: str, remedy: Remedy) -> Settled:
    return till.workshop.desk.do(till.boss, Settle(number, remedy, "sovittu"))


def _wipe_again(till: Till, number: int) -> None:
    """Bring the report of a run that began now."""
    host, serial = f"PF2ABC{number:02d}", f"WD-WX61AA81{number:04d}"
    begin = local(till.workshop.clock.now()).replace(tzinfo=None)
    till.bring(log(Drive(serial), host=host, begin=begin))


@pytest.mark.parametrize("channel", list(Channel))
def test_another_device_goes_out_for_the_first_at_no_price(
    tmp_path: Path, channel: Channel
) -> None:
    till = _till(tmp_path)
    first, other = till.laptop(1), till.laptop(2)
    sold = till.complete(till.basket(first, channel=channel), PAYMENTS[channel])
    till.workshop.clock.tick(days=200)
    done = _settle(till, _back(till, first).number, Remedy.EXCHANGE)
    assert done.exchange is not None
    with pytest.raises(Refused):
        till.add(done.exchange, first)
    till.add(done.exchange, other)
    handed = till.complete(done.exchange, Payment.NONE, seen=False)
    assert (handed.total_cents, handed.devices) == (0, (other.code,))
    assert till.state(other) == "left"
    with till.workshop.desk.database.reading() as work:
        opened = work.handovers.by_code(done.exchange)
        assert opened is not None
        assert opened.terms == (work.handovers.by_code(sold.handover) or opened).terms
        used = [one.used_cents for one in work.handovers.commitments.all()]
        proofs = [one.handover_id for one in work.handovers.course_proofs.all()]
    assert used == ([sold.total_cents] if channel is Channel.COMMITMENT else [])
    assert len(proofs) == (1 if channel is Channel.COURSE else 0)
    again = _back(till, other)
    if TERMS[channel].place:
        with pytest.raises(Refused, match="refund_nothing_paid"):
            _settle(till, again.number, Remedy.REFUND)
    else:
        assert _settle(till, again.number, Remedy.REFUND).refund_cents == sold.total_cents
    assert till.workshop.desk.database.check_records() == ()
    till.workshop.desk.database.close()


def test_the_same_device_goes_back_after_its_repair(tmp_path: Path) -> None:
    till = _till(tmp_path)
    device = till.laptop(1)
    till.complete(till.basket(device))
    till.workshop.clock.tick(days=10)
    number = _back(till, device).number
    _settle(till, number, Remedy.REPAIR)
    till.workshop.clock.tick(hours=2)
    _wipe_again(till, 1)
    till.approve(device)
    till.issue(device)
    till.shelve(device)
    exchange = _settle(till, number, Remedy.EXCHANGE).exchange
    assert exchange is not None
    till.add(exchange, device)
    assert till.complete(exchange, Payment.NONE).total_cents == 0
    till.workshop.desk.database.close()


@pytest.mark.parametrize("step", ["take", "settle"])
def test_what_is_not_committed_never_happened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    till = _till(tmp_path)
    device = till.laptop(1)
    till.complete(till.basket(device))
    number = _back(till, device).number if step == "settle" else ""
    before = till.entries()

    def fail(_work: UnitOfWork) -> None:
        raise OSError(28, "disk full")

    with monkeypatch.context() as patch:
        patch.setattr(UnitOfWork, "commit", fail)
        with pytest.raises(OSError, match="disk full"):
            _settle(till, number, Remedy.REFUND) if number else _back(till, device)
    assert till.entries() == before
    with till.workshop.desk.database.reading() as work:
        assert len(work.returns.all()) == (1 if number else 0)
        assert all(one.remedy is None for one in work.returns.all())
    done = _settle(till, number or _back(till, device).number, Remedy.REFUND)
    assert done.credit is not None
    assert (done.number, done.credit.name) == ("PAL-1", "HY-1")
    with pytest.raises(Refused, match="return_settled"):
        _settle(till, done.number, Remedy.REFUND)
    till.workshop.desk.database.close()


def _shelve(till: Till, device: Device) -> None:
    if till.look(device).facts.grade is None:
        till.shelve(device)


def _exchange(till: Till, device: Device, number: str) -> None:
    opened = _settle(till, number, Remedy.EXCHANGE).exchange
    assert opened is not None
    till.add(opened, device)
    till.complete(opened, Payment.NONE)


_SERIAL = "WD-WX61AA810001"
_OLD = log(Drive(_SERIAL), host="PF2ABC01", begin=BEGIN)

Step = Callable[[Till, "Device", str], object]

# Whatever somebody may try with a device that came back, short of wiping it anew.
STEPS: dict[str, Step] = {
    "old report": lambda till, _device, _number: till.bring(_OLD),
    "old report, other bytes": lambda till, _device, _number: till.bring(_OLD + b"\n"),
    "older report": lambda till, _device, _number: till.bring(
        log(Drive(_SERIAL), host="PF2ABC01", begin=BEGIN.replace(day=1))
    ),
    "approve": lambda till, device, _number: till.approve(device),
    "approve none": lambda till, device, _number: till.approve(device, media=0),
    "issue": lambda till, device, _number: till.issue(device),
    "shelve": lambda till, device, _number: _shelve(till, device),
    "take out": lambda till, _device, _number: till.workshop.desk.do(
        till.worker, RemoveMedium(_SERIAL)
    ),
    "withdraw": lambda till, _device, _number: till.workshop.desk.do(
        till.boss, WithdrawMedium(_SERIAL, "virhe")
    ),
    "another disk": lambda till, device, _number: till.workshop.desk.do(
        till.worker, DeclareMedium(device.code, "WD-OTHER0001", MediumKind.HDD)
    ),
    "undo": lambda till, _device, _number: till.workshop.desk.do(till.worker, UndoLast()),
    "undo as supervisor": lambda till, _device, _number: till.workshop.desk.do(
        till.boss, UndoLast()
    ),
    "take back again": lambda till, device, _number: _back(till, device),
    "sell": lambda till, device, _number: till.complete(till.basket(device)),
    "exchange for itself": _exchange,
    "refund": lambda till, _device, number: _settle(till, number, Remedy.REFUND),
    "wait": lambda till, _device, _number: till.workshop.clock.tick(hours=5),
}


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(st.sampled_from(sorted(STEPS)), min_size=4, max_size=14))
def test_nothing_gets_it_out_again_without_a_new_wipe(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    till = _till(tmp_path_factory.mktemp("shop"))
    device = till.laptop(1)
    till.complete(till.basket(device))
    till.workshop.clock.tick(days=3)
    number = _back(till, device).number
    for step in steps:
        with suppress(KnownFailure):
            STEPS[step](till, device, number)
        assert till.state(device) != "left", step
    assert till.workshop.desk.database.check_records() == ()
    till.workshop.desk.database.close()
