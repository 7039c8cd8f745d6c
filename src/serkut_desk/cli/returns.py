"""`return take|settle|list|show|kept`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.plain import plain
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.labels import day_text
from serkut_desk.domain.money import euros, parse_euros
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.returning import Remedy

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.stations.returns.queries import ReturnView
    from serkut_desk.texts import Texts

_REMEDIES = [one.value for one in Remedy]


def register(commands: Commands) -> None:
    """Add the commands about returns."""
    group, say = commands.group("return"), commands.say
    taking = group.add("take", _take)
    taking.add_argument("device", help=say("cli.return.device"))
    taking.add_argument("--fault", required=True, help=say("cli.return.fault"))
    taking.add_argument("--note", default="", help=say("cli.return.note"))
    taking.add_argument("--place", default="", help=say("cli.return.place"))
    settling = group.add("settle", _settle)
    settling.add_argument("number", help=say("cli.return.number"))
    settling.add_argument("remedy", choices=_REMEDIES, help=say("cli.return.remedy"))
    settling.add_argument("--reason", required=True, help=say("cli.reason"))
    settling.add_argument("--refund", metavar="EUR", help=say("cli.return.refund"))
    listing = group.add("list", _list)
    listing.add_argument("--all", action="store_true", help=say("cli.return.all"))
    keeping = group.add("kept", _kept)
    keeping.add_argument("medium", help=say("cli.return.medium"))
    keeping.add_argument("--reason", required=True, help=say("cli.reason"))
    group.add("show", _show).add_argument("number", help=say("cli.return.number"))


def _take(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.returns.commands import TakeBack

    command = TakeBack(args.device, args.fault, args.note, args.place)
    with context.open() as desk:
        done = context.do(desk, command)
    document = {
        "return": done.number,
        "device": done.device,
        "handover": done.handover,
        "in_warranty": done.in_warranty,
        "state": done.state.value,
        "data_state": done.data_state.value,
        "certificate": done.certificate,
        "label": done.label,
    }
    state = context.texts.say(f"state.{done.state.value}")
    return Answer(document, [f"{done.number}  {short(done.device)}  {state}"])


def _settle(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.returns.commands import Settle

    command = Settle(
        args.number,
        Remedy(args.remedy),
        args.reason,
        None if args.refund is None else _cents(args.refund),
        context.texts.language,
    )
    with context.open() as desk:
        done = context.do(desk, command)
    document = {
        "return": done.number,
        "device": done.device,
        "remedy": done.remedy.value,
        "refund_cents": done.refund_cents,
        "rounding_cents": done.rounding_cents,
        "credit": done.credit.name if done.credit else None,
        "file": str(done.credit.stored) if done.credit else None,
        "exchange": done.exchange,
    }
    parts = [done.number, context.texts.say(f"remedy.{done.remedy.value}")]
    if done.credit:
        parts += [euros(done.refund_cents + done.rounding_cents), done.credit.name]
    if done.exchange:
        parts.append(short(done.exchange))
    return Answer(document, ["  ".join(parts)])


def _cents(text: str) -> int:
    cents = parse_euros(text)
    if cents is None:
        raise Misused("refund_no_sum", given=text)
    return cents


def _list(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.returns import queries

    with context.open() as desk:
        session = context.session(desk, Permission.RETURNS)
        found = queries.returns(desk, session) if args.all else queries.open_returns(desk, session)
    document = {"returns": [_document(one) for one in found]}
    return Answer(document, [_line(one, context.texts) for one in found])


def _kept(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.returns.commands import KeepMedium

    with context.open() as desk:
        done = context.do(desk, KeepMedium(args.medium, args.reason))
    document = {"device": done.device, "medium": done.medium, "state": done.state.value}
    state = context.texts.say(f"state.{done.state.value}")
    return Answer(document, [f"{short(done.device)}  {done.medium}  {state}"])


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.returns import queries

    with context.open() as desk:
        one = queries.one(desk, context.session(desk, Permission.RETURNS), args.number)
    return Answer(_document(one), list(_lines(one, context.texts)))


def _document(one: ReturnView) -> dict[str, Any]:
    document: dict[str, Any] = plain(one)
    document["return"] = document.pop("number")
    return document


def _line(one: ReturnView, texts: Texts) -> str:
    came = day_text(local(one.came_at).date())
    said = [one.number, came, short(one.sale.device), one.sale.description]
    said.append(texts.say(f"fault.{one.fault}"))
    said += [texts.say(f"remedy.{one.remedy.value}")] if one.remedy else []
    return "  ".join(said)


def _lines(one: ReturnView, texts: Texts) -> Iterator[str]:
    yield _line(one, texts)
    warranty = one.sale.warranty
    until = day_text(warranty.until) if warranty.until else "-"
    verdict = texts.say(f"warranty.{warranty.verdict(None).value}")
    yield f"{short(one.sale.handover)}  {day_text(warranty.handed_on)}  {until}  {verdict}"
    yield f"{texts.say(f'state.{one.state.value}')}  {one.place or ''}".rstrip()
    if one.credit:
        yield f"{one.credit}  {euros(one.refund_cents)}"
    if one.exchange:
        yield short(one.exchange)
