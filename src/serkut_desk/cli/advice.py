"""`advice`: what the rules say of a device's ways, with every figure and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import own_code
from serkut_desk.cli.plain import plain
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import advice_words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.domain.advice import Advice, Option
    from serkut_desk.domain.checklist import Checklist
    from serkut_desk.texts import Texts


def register(commands: Commands) -> None:
    """Add the command."""
    commands.add("advice", _advice).add_argument(
        "device", metavar="SD", type=own_code, help=commands.say("cli.advice.device")
    )


def _advice(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.advice import advice_on, factors_numbered
    from serkut_desk.stations.grading import queries

    with context.open() as desk:
        session = context.session(desk, Permission.OUTCOME)
        advice = advice_on(desk, session, args.device)
        look = queries.look(desk, session, args.device)
    checklist = look.held.checklist if look.held else None
    sources = factors_numbered(advice.factors).sources
    used = {key for one in advice.options if one.kg for key in one.kg.sources}
    document = {
        "device": args.device,
        "advised": advice.advised.value if advice.advised else None,
        "why": {"code": advice.why.value, "text": advice_words.why_words(advice, context.texts)},
        "rules_version": advice.rules,
        "factors_version": advice.factors,
        "sources": {key: sources[key] for key in sorted(used)},
        "options": [_option(one, checklist, context.texts) for one in advice.options],
    }
    return Answer(document, list(_advice_lines(advice, checklist, context.texts)))


def _option(option: Option, checklist: Checklist | None, texts: Texts) -> dict[str, Any]:
    return {
        "way": option.way.value,
        "price_cents": plain(option.price),
        "parts_cents": plain(option.parts),
        "minutes": plain(option.minutes),
        "kg_co2e": plain(option.kg),
        "net_cents": option.net,
        "against": option.against or None,
        "reasons": [
            {
                "code": one.code,
                **one.facts,
                "text": advice_words.reason_words(one, checklist, texts),
            }
            for one in option.reasons
        ],
    }


def _advice_lines(advice: Advice, checklist: Checklist | None, texts: Texts) -> Iterator[str]:
    for one in advice.options:
        mark = "*" if one.way is advice.advised else " "
        yield (
            f"{mark} {advice_words.way_words(one.way, texts)}  "
            f"{advice_words.price_words(one.price, texts)}  "
            f"{advice_words.minutes_words(one.minutes, texts)}  "
            f"CO2e {advice_words.kg_words(one.kg, texts)}"
        )
        for reason in one.reasons:
            yield f"    {advice_words.reason_words(reason, checklist, texts)}"
    yield advice_words.why_words(advice, texts)
    yield advice_words.basis_words(advice, texts)
