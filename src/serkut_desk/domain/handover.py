"""What must hold before devices are handed over: gates of each device and of the whole basket.

Whether a device may leave is the lifecycle table's to say (`may(Action.HAND_OVER)`); the gates say
the same in parts that a person can tick off, and what to do about each that does not hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain import conditions as must
from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.errors import Word
from serkut_desk.domain.lifecycle import Action, NotAllowed, may
from serkut_desk.domain.money import euros, share_of
from serkut_desk.domain.sentences import Sentence, sentence
from serkut_desk.domain.terms import lacking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from serkut_desk.domain.channels import ChannelRule, Terms
    from serkut_desk.domain.data_state import DeviceFacts
    from serkut_desk.domain.lacks import Lack


class GateCode(StrEnum):
    """One thing that must hold; `handover.gate.<value>.yes` and `.no` in the texts."""

    # Of a device.
    STOPPED = "stopped"
    DATA = "data"
    CERTIFICATE = "certificate"
    GRADE = "grade"
    WORKS = "works"
    SHELF = "shelf"
    PRICE = "price"
    LABEL = "label"
    SYSTEM = "system"
    # Of the basket.
    LINES = "lines"
    DEVICES = "devices"
    TERMS = "terms"
    VALID = "valid"
    SAME = "same"
    FITS = "fits"
    UNUSED = "unused"
    SERVICE = "service"
    DISCOUNT = "discount"
    SEEN = "seen"
    SELLER = "seller"


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that must hold.

    Args:
        code: What.
        holds: Whether it does.
        said: The sentence for it, as it stands now.
        next: What to do, one sentence for each thing that is missing; empty when it holds.
        device: SD code of the device that it is about; None for the basket.
        advice: It stops nothing, but whoever hands over should know.
    """

    code: GateCode
    holds: bool
    said: Sentence
    next: tuple[Sentence, ...] = ()
    device: str | None = None
    advice: bool = False


@dataclass(frozen=True, slots=True)
class InstalledSystem:
    """The operating system on a device: what people call it, since when, whether it was well."""

    name: str
    day: str
    passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceCase:
    """What the gates of a device look at.

    Args:
        device: SD code.
        facts: What the lifecycle table looks at.
        certificate: Number of its certificate for people; "" without one.
        priced: A price was found, and it is still the one of the device as it is today.
        label_read: The label on it was read for this handover.
        system: The operating system on it, None when none is known.
        needs_system: Nobody can use it without one, and its channel says so.
    """

    device: str
    facts: DeviceFacts
    certificate: str
    priced: bool
    label_read: bool
    system: InstalledSystem | None = None
    needs_system: bool = False


# Each condition of the table's row has a gate; whatever else the table says is STOPPED.
_CONDITIONS = {
    GateCode.DATA: must.free_of_data,
    GateCode.CERTIFICATE: must.certificate_held,
    GateCode.GRADE: must.graded,
    GateCode.WORKS: must.works,
    GateCode.SHELF: must.for_the_shelf,
}


def lacks_of(facts: DeviceFacts) -> tuple[Lack, ...]:
    """Return everything that stands against handing a device over, by the lifecycle table."""
    answer = may(Action.HAND_OVER, facts)
    return answer.missing if isinstance(answer, NotAllowed) else ()


def device_gates(case: DeviceCase) -> tuple[Gate, ...]:
    """Return the gates of a device, in the order in which to show them."""
    by_gate = {code: condition(case.facts) for code, condition in _CONDITIONS.items()}
    told = {one for lacks in by_gate.values() for one in lacks}
    stopped = tuple(one for one in lacks_of(case.facts) if one not in told)
    gates = [_lifecycle_gate(case, GateCode.STOPPED, stopped)]
    gates += [_lifecycle_gate(case, code, lacks) for code, lacks in by_gate.items()]
    gates.append(_gate(GateCode.PRICE, holds=case.priced, device=case.device))
    gates.append(_gate(GateCode.LABEL, holds=case.label_read, device=case.device))
    return (*gates, *_system_gate(case))


def _system_gate(case: DeviceCase) -> Iterator[Gate]:
    """Yield what is known of the operating system; it never stops anything."""
    held = case.system
    if held is not None and held.passed:
        yield _gate(GateCode.SYSTEM, holds=True, device=case.device, system=held.name, day=held.day)
    elif held is not None:
        said = sentence("handover.gate.system.failed", system=held.name)
        yield Gate(GateCode.SYSTEM, True, said, (_TELL,), case.device, advice=True)  # noqa: FBT003 - a field, in its place
    elif case.needs_system:
        said = sentence("handover.gate.system.no")
        yield Gate(GateCode.SYSTEM, True, said, (_TELL,), case.device, advice=True)  # noqa: FBT003 - as above


def price_gone() -> Gate:
    """Return the gate of an article whose price, rate or warranty is another one by now."""
    return _gate(GateCode.PRICE, holds=False)


def _lifecycle_gate(case: DeviceCase, code: GateCode, lacks: tuple[Lack, ...]) -> Gate:
    if lacks:
        return Gate(code, False, _what(lacks[0]), tuple(map(_next, lacks)), case.device)  # noqa: FBT003 - a field, in its place
    return Gate(code, True, _held(case, code), (), case.device)  # noqa: FBT003 - as above


def _what(lack: Lack) -> Sentence:
    return Sentence(f"error.{lack.code}.what", lack.facts)


def _next(lack: Lack) -> Sentence:
    return Sentence(f"error.{lack.code}.next", lack.facts)


def _held(case: DeviceCase, code: GateCode) -> Sentence:
    if code is GateCode.DATA:
        count = len(case.facts.media)
        return sentence("handover.gate.data.yes", count=count) if count else _NO_MEDIA
    if code is GateCode.CERTIFICATE:
        number = case.certificate
        return sentence("handover.gate.certificate.yes", number=number) if number else _NO_PAPER
    if code is GateCode.GRADE:
        return sentence("handover.gate.grade.yes", grade=case.facts.grade or "")
    return sentence(f"handover.gate.{code}.yes")


_TELL = sentence("handover.gate.system.next")
_NO_MEDIA = sentence("handover.gate.data.no_media")
_NO_PAPER = sentence("handover.gate.certificate.not_needed")


def _gate(code: GateCode, *, holds: bool, device: str | None = None, **facts: object) -> Gate:
    """Return a gate whose sentences are its own, with the same facts in each."""
    if holds:
        return Gate(code, holds, sentence(f"handover.gate.{code}.yes", **facts), (), device)
    said = sentence(f"handover.gate.{code}.no", **facts)
    todo = sentence(f"handover.gate.{code}.next", **facts)
    return Gate(code, holds, said, (todo,), device)


@dataclass(frozen=True, slots=True)
class PricedLine:
    """What the rules look at of one line: by the list, taken off, and the giver's limit for it."""

    list_cents: int
    discount_cents: int
    discount_limit: int
    is_device: bool

    @property
    def cents(self) -> int:
        """What is paid for it."""
        return self.list_cents - self.discount_cents


@dataclass(frozen=True, slots=True)
class Used:
    """A commitment that was used before: its terms then, and how much of it is used."""

    unit: str
    limit_cents: int
    valid_until: date
    used_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BasketCase:
    """What the gates of a basket look at.

    Args:
        rule: What holds for its channel.
        terms: What was typed.
        lines: What is in it.
        today: The Finnish day.
        used: The commitment of this number as it is known; None when it is new.
        certificate_used: The course certificate was used before.
        seen: The tick that papers were seen.
        seller_known: The workshop's facts as a seller are there, without which is no receipt.
    """

    rule: ChannelRule
    terms: Terms
    lines: tuple[PricedLine, ...]
    today: date
    used: Used | None
    certificate_used: bool
    seen: bool
    seller_known: bool

    @property
    def total_cents(self) -> int:
        """What is paid."""
        return sum(line.cents for line in self.lines)

    @property
    def left_cents(self) -> int:
        """What of the commitment is left before this basket; below zero when it was cut."""
        used = self.used.used_cents if self.used else 0
        return (self.terms.limit_cents or 0) - used


def basket_gates(case: BasketCase) -> tuple[Gate, ...]:
    """Return the gates of a basket as a whole, in the order in which to show them."""
    return tuple(_basket_gates(case))


def _basket_gates(case: BasketCase) -> Iterator[Gate]:
    missing = lacking(case.rule, case.terms)
    if case.rule.terms:
        said = sentence("handover.gate.terms.no")
        todo = tuple(
            sentence("handover.gate.terms.next", term=Word(f"term.{term}")) for term in missing
        )
        held = sentence("handover.gate.terms.yes")
        yield Gate(GateCode.TERMS, not missing, said if missing else held, todo)
    if case.rule.channel is Channel.COMMITMENT and not missing:
        yield from _commitment_gates(case)
    if case.rule.channel is Channel.COURSE and not missing:
        yield _gate(GateCode.UNUSED, holds=not case.certificate_used)
    if case.rule.channel is Channel.WORKSTATION and not missing:
        yield _gate(GateCode.SERVICE, holds=_in_order(case.terms))
    yield from _line_gates(case)
    if case.rule.seen:
        yield _gate(GateCode.SEEN, holds=case.seen)
    yield _gate(GateCode.SELLER, holds=case.seller_known)


def _commitment_gates(case: BasketCase) -> Iterator[Gate]:
    last = case.terms.valid_until
    assert last is not None, "it is one of the terms that have to be known"
    day = f"{last.day}.{last.month}.{last.year}"
    yield _gate(GateCode.VALID, holds=last >= case.today, day=day)
    if case.used is not None:
        yield _gate(GateCode.SAME, holds=case.terms.renewed or _same(case.terms, case.used))
    over = case.total_cents - case.left_cents
    yield _gate(
        GateCode.FITS,
        holds=over <= 0,
        left=euros(max(case.left_cents, 0)),
        over=euros(max(over, 0)),
    )


def _same(terms: Terms, used: Used) -> bool:
    known = (used.unit.casefold(), used.limit_cents, used.valid_until)
    return known == (terms.unit.casefold(), terms.limit_cents, terms.valid_until)


def _in_order(terms: Terms) -> bool:
    first, service = terms.installed_on, terms.next_service
    return first is not None and service is not None and first < service


def _line_gates(case: BasketCase) -> Iterator[Gate]:
    rule, devices = case.rule, sum(line.is_device for line in case.lines)
    yield _gate(
        GateCode.LINES,
        holds=0 < len(case.lines) <= rule.max_lines,
        lines=len(case.lines),
        most=rule.max_lines,
    )
    if case.lines:
        yield _gate(
            GateCode.DEVICES,
            holds=rule.min_devices <= devices <= rule.max_devices,
            devices=devices,
            least=rule.min_devices,
            most=rule.max_devices,
        )
    if any(line.discount_cents for line in case.lines):
        within = all(discount_fits(line) for line in case.lines)
        yield _gate(GateCode.DISCOUNT, holds=within)


def discount_fits(line: PricedLine) -> bool:
    """Tell whether a line's discount is within the limit of who gave it."""
    return line.discount_cents <= share_of(line.list_cents, line.discount_limit)


def payments_for(rule: ChannelRule, total_cents: int) -> tuple[Payment, ...]:
    """Return how a total may be paid in a channel; what costs nothing is paid with nothing."""
    if total_cents == 0:
        return (Payment.NONE,)
    return tuple(payment for payment in rule.payments if payment is not Payment.NONE)
