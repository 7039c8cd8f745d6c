"""Devices leave: baskets in each of the five channels, paid and with their papers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from serkut_desk.domain.channels import NO_TERMS, Channel, Payment, Terms
from serkut_desk.domain.clock import local
from serkut_desk.stations.handover.commands import (
    AddArticle,
    AddDevice,
    CompleteHandover,
    Discount,
    OpenHandover,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.fates import Fate
    from serkut_desk.cli.demo_week.story import Arrived, Story
    from serkut_desk.stations.handover.commands import HandedOver

# A body that exists nowhere, with a number that keeps to the rule of such numbers.
_PROJECT = Terms(
    receiver="Esimerkkiyhdistys ry", business_id="7654321-2", reference="Esimerkkihanke"
)
_COMMITMENT_CENTS = 20_000
_BUNDLE = 3


def commitments(crew: Crew, devices: Iterable[Arrived], first: int) -> None:
    """Hand over a device to each who brings a payment commitment, numbered from `first`."""
    done = [
        _hand(
            crew,
            Channel.COMMITMENT,
            _commitment(crew, number),
            [one],
            Payment.COMMITMENT,
            articles=("charger",) if number % 2 else (),
        )
        for number, one in enumerate(devices, start=first)
    ]
    _tell(crew, Channel.COMMITMENT, done)


def _commitment(crew: Crew, number: int) -> Terms:
    return Terms(
        number=f"MS-2026-{number:04d}",
        unit="Esimerkin sosiaalityö",
        limit_cents=_COMMITMENT_CENTS,
        valid_until=local(crew.clock.now()).date() + timedelta(days=30),
    )


def begin(crew: Crew, devices: Iterable[Arrived]) -> None:
    """Begin a basket that is still open when the week ends."""
    basket = crew.leads(OpenHandover(Channel.COMMITMENT, _commitment(crew, 21))).handover
    for one in devices:
        crew.leads(AddDevice(basket, one.code))


def courses(crew: Crew, devices: Iterable[Arrived]) -> None:
    """Hand over a device for a euro to each who has done the course."""
    done = [
        _hand(
            crew,
            Channel.COURSE,
            Terms(certificate=f"KURSSI-{number:03d}"),
            [one],
            Payment.CASH,
            cash=200,
        )
        for number, one in enumerate(devices, start=101)
    ]
    _tell(crew, Channel.COURSE, done)


def project(crew: Crew, devices: Sequence[Arrived]) -> None:
    """Pack many devices for one body, with a discount, an invoice and one delivery note."""
    handed = _hand(crew, Channel.PROJECT, _PROJECT, devices, Payment.INVOICE, permille=200)
    _tell(crew, Channel.PROJECT, [handed])


def workstations(crew: Crew, devices: Sequence[Arrived]) -> None:
    """Set computers and monitors up for customers of a library."""
    today = local(crew.clock.now()).date()
    terms = Terms(
        place="Esimerkin kirjasto, asiakastyöpisteet",
        installed_on=today,
        configuration="Linux Mint 22, kioskitila",
        next_service=today + timedelta(days=180),
    )
    handed = _hand(
        crew, Channel.WORKSTATION, terms, devices, Payment.NONE, articles=("mouse", "keyboard")
    )
    _tell(crew, Channel.WORKSTATION, [handed])


def sales(crew: Crew, devices: Sequence[Arrived]) -> None:
    """Sell devices over the counter, some together, by card and in cash."""
    done = []
    for number, at in enumerate(range(0, len(devices), _BUNDLE)):
        cash = bool(number % 2)
        done.append(
            _hand(
                crew,
                Channel.SALE,
                NO_TERMS,
                devices[at : at + _BUNDLE],
                Payment.CASH if cash else Payment.CARD,
                articles=("cable",),
                reference="" if cash else f"EMV {number:04d}",
                cash=50_000 if cash else None,
            )
        )
    _tell(crew, Channel.SALE, done)


def _hand(
    crew: Crew,
    channel: Channel,
    terms: Terms,
    devices: Sequence[Arrived],
    payment: Payment,
    *,
    articles: tuple[str, ...] = (),
    permille: int = 0,
    reference: str = "",
    cash: int | None = None,
) -> HandedOver:
    """Scan devices into a basket and hand it over."""
    crew.clock.later(minutes=6)
    basket = crew.leads(OpenHandover(channel, terms)).handover
    for article in articles:
        crew.leads(AddArticle(basket, article))
    return finish(crew, basket, devices, payment, permille=permille, reference=reference, cash=cash)


def finish(
    crew: Crew,
    basket: str,
    devices: Sequence[Arrived],
    payment: Payment,
    *,
    permille: int = 0,
    reference: str = "",
    cash: int | None = None,
) -> HandedOver:
    """Scan devices into an open basket and hand it over."""
    for one in devices:
        crew.clock.later(seconds=10)
        crew.leads(AddDevice(basket, one.code))
    if permille:
        crew.leads(Discount(basket, "sovittu hankkeen kanssa", permille=permille))
    command = CompleteHandover(
        basket,
        payment,
        reference=reference,
        cash_given_cents=cash,
        seen=True,
        language=crew.told.language,
    )
    return crew.leads(command)


def _tell(crew: Crew, channel: Channel, done: Sequence[HandedOver]) -> None:
    if done:
        crew.told(
            "handed_over",
            channel=crew.told.texts.say(f"channel.{channel.value}"),
            count=len(done),
            devices=sum(len(one.devices) for one in done),
            papers=", ".join(paper.name for one in done for paper in one.papers[:1]),
        )


def named(story: Story, *fates: Fate, lots: Iterable[int]) -> list[Arrived]:
    """Return devices with one of these fates of some lots."""
    return [one for lot in lots for one in story.of(*fates, lot=lot)]
