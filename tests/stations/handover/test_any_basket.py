"""Whatever is done with baskets: no cent too much, no device twice, no paper lost."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kit import make_workshop
from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.stations.handover.commands import (
    AddArticle,
    CancelHandover,
    ChangeTerms,
    Discount,
    RemoveLine,
)
from stations.certificates.counter import new_seal
from stations.handover.till import COMMITMENT, COURSE, Till

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from serkut_desk.domain.devices import Device

LIMIT = 10_000
TERMS = replace(COMMITMENT, limit_cents=LIMIT)
# What is done, with which of the devices or lines, and how much of a discount.
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["open", "add", "article", "remove", "discount", "course", "back", "cancel", "give"]
        ),
        st.integers(0, 3),
        st.integers(0, 2_500),
    ),
    min_size=6,
    max_size=25,
)


class Play:
    """One till with four devices and whichever basket was opened last."""

    def __init__(self, till: Till) -> None:
        self.till = till
        self.devices = [till.monitor() for _ in range(4)]
        self.basket = till.open(Channel.COMMITMENT, TERMS)
        self.paid: list[int] = []

    def do(self, what: str, which: int, cents: int) -> None:
        """Do one step; a refusal is an answer."""
        desk, boss = self.till.workshop.desk, self.till.boss
        device: Device = self.devices[which]
        steps: dict[str, Callable[[], object]] = {
            "open": self._open,
            "add": lambda: self.till.add(self.basket, device),
            "article": lambda: desk.do(boss, AddArticle(self.basket, "mouse", which)),
            "remove": lambda: desk.do(boss, RemoveLine(self.basket, which + 1)),
            "discount": lambda: desk.do(boss, Discount(self.basket, "syy", cents=cents)),
            "course": lambda: desk.do(boss, ChangeTerms(self.basket, COURSE, Channel.COURSE)),
            "back": lambda: desk.do(boss, ChangeTerms(self.basket, TERMS, Channel.COMMITMENT)),
            "cancel": lambda: desk.do(boss, CancelHandover(self.basket)),
            "give": self._give,
        }
        with suppress(KnownFailure):
            steps[what]()

    def _open(self) -> None:
        self.basket = self.till.open(Channel.COMMITMENT, TERMS)

    def _give(self) -> None:
        view = self.till.view(self.basket)
        assert view.state != "open" or view.ready == (not view.missing)
        payment = view.payments[0] if view.payments else Payment.NONE
        done = self.till.complete(self.basket, payment)
        assert view.ready, "what was not ready went through"
        assert done.total_cents == sum(line.cents for line in view.lines)
        if payment is Payment.COMMITMENT:
            self.paid.append(done.total_cents)


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
@example(
    steps=[
        *[("add", 0, 0), ("article", 2, 0), ("discount", 0, 333), ("give", 0, 0), ("open", 0, 0)],
        *[("add", 0, 0), ("add", 1, 0), ("add", 2, 0), ("add", 3, 0), ("give", 0, 0)],
        *[("remove", 1, 0), ("discount", 0, 1_800), ("give", 0, 0), ("course", 0, 0)],
        *[("remove", 2, 0), ("remove", 3, 0), ("give", 0, 0), ("back", 0, 0)],
    ]
)
def test_whatever_is_done_with_baskets(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]]
) -> None:
    root = tmp_path_factory.mktemp("till")
    (root / "stick").mkdir()
    workshop = make_workshop(root / "data", waits=False)
    till = Till(workshop, root / "stick", seal=new_seal(workshop))
    till.know_seller()
    play = Play(till)
    for step in steps:
        play.do(*step)
    with workshop.desk.database.reading() as work:
        known = work.handovers.commitments.all()
        lines = [one for one in work.handovers.lines.all() if one.active and one.device_id]
        papers = work.papers.all()
        courses = work.handovers.course_proofs.all()
    assert sum(one.used_cents for one in known) == sum(play.paid) <= LIMIT
    assert len({line.device_id for line in lines}) == len(lines)
    assert len(courses) <= 1
    for series in {paper.series for paper in papers}:
        numbers = [paper.number for paper in papers if paper.series == series]
        assert numbers == list(range(1, len(numbers) + 1))
    for device in play.devices:
        till.look(device)
    assert workshop.desk.database.check_records() == ()
    workshop.desk.database.close()
