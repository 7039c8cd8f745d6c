"""Turns what the station answers into words for the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.labels import day_text
from serkut_desk.domain.money import euros
from serkut_desk.domain.returning import Fault, Remedy, Verdict
from serkut_desk.ui import device_words
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.returning import Warranty
    from serkut_desk.stations.returns.queries import ReturnView, SaleView
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

REMEDY_ICONS = {
    Remedy.REPAIR: "wrench",
    Remedy.EXCHANGE: "arrow-left-right",
    Remedy.REFUND: "banknote-arrow-down",
    Remedy.NONE: "ban",
}
REMEDY_KEYS = {Remedy.REPAIR: "F2", Remedy.EXCHANGE: "F3", Remedy.REFUND: "F5", Remedy.NONE: "F6"}
FAULT_KEYS = ("F2", "F3", "F5", "F6", "F7", "F8", "F11")
_TONES = {
    Verdict.WITHIN: Tone.GOOD,
    Verdict.NOT_COVERED: Tone.ATTENTION,
    Verdict.ENDED: Tone.ATTENTION,
    Verdict.WITHOUT: Tone.ATTENTION,
}


@dataclass(frozen=True, slots=True)
class WarrantyWords:
    """What the warranty says, large, and what the law says besides."""

    tone: Tone
    title: str
    until: str
    rights: str


def warranty(one: Warranty, fault: Fault | None, texts: Texts) -> WarrantyWords:
    """Return how the warranty stands, in words."""
    verdict = one.verdict(fault)
    word = texts.say(f"warranty.{verdict.value}")
    return WarrantyWords(_TONES[verdict], word, _until(one, verdict), _rights(one, fault, texts))


def _until(one: Warranty, verdict: Verdict) -> str:
    if one.until is None:
        return ""
    if verdict is Verdict.ENDED:
        said = translate("Returns", "It ended on {0}.")
    elif verdict is Verdict.NOT_COVERED:
        said = translate("Returns", "For faults it runs until {0}.")
    else:
        said = translate("Returns", "until {0}")
    return said.replace("{0}", day_text(one.until))


def _rights(one: Warranty, fault: Fault | None, texts: Texts) -> str:
    if fault is not None and fault.code == "unwanted":
        return texts.say("return.rights.unwanted")
    if one.presumed:
        return texts.say("return.rights.presumed", day=day_text(one.presumed_until))
    return texts.say("return.rights.later")


def sale_facts(sale: SaleView) -> tuple[Fact, ...]:
    """Return what was handed over when; never by which way or to whom."""
    facts = [
        Fact(translate("Returns", "Handed over"), day_text(sale.warranty.handed_on)),
        Fact(translate("Returns", "Handover"), short(sale.handover)),
        Fact(translate("Returns", "Serial number"), sale.serial or "-", code=True),
    ]
    if sale.grade:
        facts.append(Fact(translate("Returns", "Grade then"), sale.grade))
    facts.append(Fact(translate("Returns", "Paid for it"), euros(sale.paid_cents)))
    return tuple(facts)


def return_facts(view: ReturnView, texts: Texts) -> tuple[Fact, ...]:
    """Return what is known of a return, with its sale."""
    came = device_words.moment(view.came_at)
    facts = [
        Fact(translate("Returns", "Came back"), came),
        Fact(translate("Returns", "Fault"), texts.say(f"fault.{view.fault}")),
    ]
    if view.note:
        facts.append(Fact(translate("Returns", "What was told"), view.note))
    facts.append(Fact(translate("Returns", "Place"), view.place or "-"))
    return (*facts, *sale_facts(view.sale))


def decided_facts(view: ReturnView) -> tuple[Fact, ...]:
    """Return what was decided about a return, and what came of it."""
    facts = []
    if view.settled_at is not None:
        facts.append(Fact(translate("Returns", "Decided"), device_words.moment(view.settled_at)))
        facts.append(Fact(translate("Returns", "Reason"), view.reason))
    if view.credit:
        facts.append(Fact(translate("Returns", "Given back"), euros(view.refund_cents)))
        facts.append(Fact(translate("Returns", "Credit note"), view.credit))
    if view.exchange:
        facts.append(Fact(translate("Returns", "Handover"), short(view.exchange)))
    return tuple(facts)


def remedy_line(remedy: Remedy, view: ReturnView) -> str:
    """Return what follows from a remedy, in one sentence."""
    if remedy is Remedy.REFUND:
        said = translate("Returns", "At most {0} goes back, with a credit note.")
        return said.replace("{0}", euros(view.sale.paid_cents))
    lines = {
        Remedy.REPAIR: translate("Returns", "It is wiped and graded first, then repaired."),
        Remedy.EXCHANGE: translate("Returns", "A handover opens for another device, at no price."),
        Remedy.NONE: translate("Returns", "The return ends. The device stays in the house."),
    }
    return lines[remedy]


def title_of(sale: SaleView) -> str:
    """Return a device's short code and its make."""
    return f"{short(sale.device)} · {sale.description}".rstrip(" ·")


def came_on(view: ReturnView) -> str:
    """Return the day on which a device came back."""
    return day_text(local(view.came_at).date())


def of_return(view: ReturnView, texts: Texts) -> WarrantyWords:
    """Return what the warranty said on the day when the device came back."""
    then = replace(view.sale.warranty, today=local(view.came_at).date())
    covered = view.in_warranty or not then.runs
    return warranty(then, Fault(view.fault, "", warranty=covered), texts)
