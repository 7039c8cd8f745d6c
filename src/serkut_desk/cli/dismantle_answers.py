"""How the command line tells of taking apart: JSON and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.plain import plain
from serkut_desk.domain.codes import short
from serkut_desk.domain.weighing import grams_words

if TYPE_CHECKING:
    from serkut_desk.domain.mass import Balance
    from serkut_desk.stations.dismantling.commands import Progress
    from serkut_desk.stations.dismantling.views import BalanceLine, Sheet
    from serkut_desk.texts import Texts


def balance_line(one: BalanceLine) -> dict[str, Any]:
    """Return one device's balance as JSON."""
    found = plain(one.sums)
    del found["id"]
    return {**found, "fractions_g": one.fractions_g, "fractions": one.fractions}


def sums(balance: Balance) -> dict[str, Any]:
    """Return a balance as JSON."""
    return {
        "weight_in_g": balance.weight_in,
        "parts_g": balance.parts,
        "media_g": balance.media,
        "fractions_g": balance.fractions,
        "remainder_g": balance.remainder,
        "tolerance_g": balance.tolerance,
        "verdict": balance.verdict.value,
    }


def document(done: Progress) -> dict[str, Any]:
    """Return where the work stands as JSON."""
    return {
        "device": done.device,
        "guide": done.guide,
        "guide_version": done.guide_version,
        "next": done.step,
        "balance": sums(done.balance),
    }


def lines(done: Progress, texts: Texts) -> list[str]:
    """Return where the work stands in sentences."""
    step = texts.say("cli.dismantle.all")
    if done.step is not None:
        step = texts.say("cli.dismantle.next", step=done.step)
    return [step, said(done.balance, texts)]


def said(balance: Balance, texts: Texts) -> str:
    """Return a balance in one sentence."""
    if balance.weight_in is None:
        return texts.say("cli.dismantle.unweighed")
    return texts.say(
        "cli.dismantle.sums",
        weight_in=grams_words(balance.weight_in),
        out=grams_words(balance.out),
        remainder=grams_words(balance.remainder or 0),
        tolerance=grams_words(balance.tolerance),
        verdict=texts.say(f"dismantling.verdict.{balance.verdict.value}"),
    )


def progress(done: Progress, texts: Texts) -> Answer:
    """Return the answer of a command that changed a device on the bench."""
    return Answer(document(done), lines(done, texts))


def taken(named: dict[str, str], done: Progress, texts: Texts) -> Answer:
    """Return the answer of a command that took something out."""
    code = next(iter(named.values()))
    said = texts.say("cli.dismantle.taken", code=code)
    return Answer({**named, **document(done)}, [said, *lines(done, texts)])


def sheet(found: Sheet, texts: Texts) -> dict[str, Any]:
    """Return a device's sheet as JSON."""
    return {
        "device": found.code,
        "state": found.state,
        "order": found.order,
        "order_state": found.order_state,
        "guide": found.guide.key,
        "guide_version": found.guide.version,
        "next": found.next,
        "steps": [
            {
                "step": one.step.key,
                "kind": one.step.kind.value,
                "words": one.step.words.get(texts.language, one.step.words["en"]),
                "result": one.result,
                "note": one.note,
            }
            for one in found.steps
        ],
        "balance": sums(found.balance),
        "expected": found.expected,
        "source": found.source,
        "media": plain(found.media),
        "parts": plain(found.parts),
        "fractions": plain(found.fractions),
        "wants": plain(found.wants),
        "harvest": found.harvest,
        "hazard": found.hazard.value if found.hazard else None,
        "reason": found.reason,
    }


def sheet_lines(found: Sheet, texts: Texts) -> list[str]:
    """Return a device's sheet in rows."""
    rows = [f"{found.code}  {texts.say(f'state.{found.state}')}"]
    for one in found.steps:
        result = texts.say(f"dismantling.result.{one.result}") if one.result else "-"
        words = one.step.words.get(texts.language, one.step.words["en"])
        rows.append(f"  {one.step.key}: {result}  {words}")
    rows += [f"  {short(one.code)}  {one.type}" for one in found.parts]
    rows += [f"  {one.container}  {grams_words(one.weight_g)}" for one in found.fractions]
    return [*rows, said(found.balance, texts)]
