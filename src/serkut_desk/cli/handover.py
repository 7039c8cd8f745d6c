"""`handover open|terms|add|article|articles|label|remove|discount|show|complete|cancel|list`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import day, own_code
from serkut_desk.cli.plain import plain
from serkut_desk.domain.channels import NO_TERMS, Channel, Payment, Terms
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.money import euros, parse_euros
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.domain.handover import Gate
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handover.views import BasketView, LineView
    from serkut_desk.texts import Texts

_CHANNELS = [one.value for one in Channel]
_PAYMENTS = [one.value for one in Payment]
# What is typed of each term, and as what.
_TEXTS = (
    "number",
    "unit",
    "certificate",
    "receiver",
    "business_id",
    "reference",
    "place",
    "configuration",
)
_DAYS = ("valid_until", "installed_on", "next_service")


def register(commands: Commands) -> None:
    """Add the commands about handovers."""
    group = commands.group("handover")
    opening = group.add("open", _open)
    opening.add_argument("channel", choices=_CHANNELS, help=commands.say("cli.handover.channel"))
    _add_terms(opening, commands)
    changing = _basket(group.add("terms", _terms), commands)
    changing.add_argument("--channel", choices=_CHANNELS, help=commands.say("cli.handover.channel"))
    changing.add_argument(
        "--renewed", action="store_true", help=commands.say("cli.handover.renewed")
    )
    _add_terms(changing, commands)
    adding = _basket(group.add("add", _add), commands)
    adding.add_argument("devices", nargs="+", metavar="SD", help=commands.say("cli.device.code"))
    adding.add_argument(
        "--not-read", action="store_true", help=commands.say("cli.handover.not_read")
    )
    article = _basket(group.add("article", _article), commands)
    article.add_argument("article", metavar="ARTICLE", help=commands.say("cli.handover.what"))
    article.add_argument(
        "--quantity", type=int, default=1, help=commands.say("cli.handover.quantity")
    )
    listing = group.add("articles", _articles)
    listing.add_argument("channel", choices=_CHANNELS, help=commands.say("cli.handover.channel"))
    label = _basket(group.add("label", _label), commands)
    label.add_argument("scan", metavar="SD", help=commands.say("cli.device.code"))
    removing = _basket(group.add("remove", _remove), commands)
    removing.add_argument("line", type=int, help=commands.say("cli.handover.line"))
    _register_ends(group, commands)


def _register_ends(group: Commands, commands: Commands) -> None:
    discount = _basket(group.add("discount", _discount), commands)
    much = discount.add_mutually_exclusive_group(required=True)
    much.add_argument("--percent", type=float, help=commands.say("cli.handover.percent"))
    much.add_argument("--euros", type=_euros, help=commands.say("cli.handover.euros"))
    discount.add_argument("--line", type=int, help=commands.say("cli.handover.line"))
    discount.add_argument("--reason", default="", help=commands.say("cli.reason"))
    showing = group.add("show", _show)
    showing.add_argument("text", metavar="LU", help=commands.say("cli.handover.named"))
    showing.add_argument("--seen", action="store_true", help=commands.say("cli.handover.seen"))
    completing = _basket(group.add("complete", _complete), commands)
    completing.add_argument(
        "--payment", required=True, choices=_PAYMENTS, help=commands.say("cli.handover.payment")
    )
    completing.add_argument("--reference", default="", help=commands.say("term.reference"))
    completing.add_argument("--cash", type=_euros, help=commands.say("cli.handover.cash"))
    completing.add_argument("--seen", action="store_true", help=commands.say("cli.handover.seen"))
    _basket(group.add("cancel", _cancel), commands)
    listing = group.add("list", _list)
    listing.add_argument(
        "--completed", action="store_true", help=commands.say("cli.handover.completed")
    )
    listing.add_argument("--device", metavar="SD", help=commands.say("cli.handover.of_device"))


def _basket(parser: Parser, commands: Commands) -> Parser:
    parser.add_argument(
        "handover", metavar="LU", type=own_code, help=commands.say("cli.handover.code")
    )
    return parser


def _euros(text: str) -> int:
    """Return cents of a typed sum, as the type of an argument."""
    cents = parse_euros(text)
    if cents is None:
        raise ValueError(text)
    return cents


def _add_terms(parser: Parser, commands: Commands) -> None:
    for name in _TEXTS:
        parser.add_argument(f"--{name.replace('_', '-')}", help=commands.say(f"term.{name}"))
    for name in _DAYS:
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, type=day, metavar="DAY", help=commands.say(f"term.{name}"))
    parser.add_argument(
        "--limit", dest="limit_cents", type=_euros, help=commands.say("term.limit_cents")
    )


def _given(args: Namespace, known: Terms) -> Terms:
    """Return the terms with what was given on top of what is known."""
    names = (*_TEXTS, *_DAYS, "limit_cents")
    given = {name: value for name in names if (value := getattr(args, name)) is not None}
    return replace(known, **given)


def _session(context: Context, desk: Desk) -> Session | None:
    return context.session(desk, Permission.HAND_OVER)


def _answer(context: Context, desk: Desk, handover: str, **more: Any) -> Answer:
    """Return a basket as it stands after a command."""
    from serkut_desk.stations.handover import queries

    view = queries.basket(desk, _session(context, desk), handover)
    document = {**_document(view, context.texts), **more}
    return Answer(document, list(_lines(view, context.texts)))


def _open(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.handover.commands import OpenHandover

    with context.open() as desk:
        command = OpenHandover(Channel(args.channel), _given(args, NO_TERMS))
        done = context.do(desk, command)
        return _answer(context, desk, done.handover)


def _terms(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.handover import queries
    from serkut_desk.stations.handover.commands import ChangeTerms

    channel = Channel(args.channel) if args.channel else None
    with context.open() as desk:
        known = queries.basket(desk, _session(context, desk), args.handover).terms
        terms = replace(_given(args, known), renewed=known.renewed or args.renewed)
        done = context.do(desk, ChangeTerms(args.handover, terms, channel))
        return _answer(context, desk, done.handover)


def _add(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.handover.commands import AddDevice

    added = []
    with context.open() as desk:
        for device in args.devices:
            done = context.do(desk, AddDevice(args.handover, device, not args.not_read))
            added.append({**plain(done), "changes": None})
        for one in added:
            del one["changes"]
        return _answer(context, desk, args.handover, added=added)


def _article(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.handover.commands import AddArticle

    with context.open() as desk:
        done = context.do(desk, AddArticle(args.handover, args.article, args.quantity))
        return _answer(context, desk, done.handover, line=done.line)


def _articles(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.handover import queries

    with context.open() as desk:
        found = queries.articles(desk, _session(context, desk), Channel(args.channel))
    say = context.texts.say
    lines = [f"{one.article}  {say(f'article.{one.article}')}  {euros(one.cents)}" for one in found]
    return Answer(plain(found), lines)


def _label(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.handover.commands import ConfirmLabel

    with context.open() as desk:
        done = context.do(desk, ConfirmLabel(args.handover, args.scan))
        return _answer(context, desk, done.handover, line=done.line)


def _remove(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.handover.commands import RemoveLine

    with context.open() as desk:
        done = context.do(desk, RemoveLine(args.handover, args.line))
        return _answer(context, desk, done.handover)


def _discount(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.handover.commands import Discount

    permille = None if args.percent is None else round(args.percent * 10)
    with context.open() as desk:
        command = Discount(args.handover, args.reason, args.euros, permille, args.line)
        done = context.do(desk, command)
        return _answer(context, desk, done.handover)


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.handover import queries

    own = parse_code(args.text)
    by_code = own is not None and own.kind is CodeKind.HANDOVER
    with context.open() as desk:
        session = _session(context, desk)
        if by_code:
            view = queries.basket(desk, session, args.text, seen=args.seen)
        else:
            view = queries.receipt(desk, session, args.text)
    return Answer(_document(view, context.texts), list(_lines(view, context.texts)))


def _complete(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.handover.commands import CompleteHandover

    with context.open() as desk:
        command = CompleteHandover(
            args.handover,
            Payment(args.payment),
            reference=args.reference,
            cash_given_cents=args.cash,
            seen=args.seen,
            language=context.texts.language,
        )
        done = context.do(desk, command)
    document = {
        "handover": done.handover,
        "devices": list(done.devices),
        "total_cents": done.total_cents,
        "rounding_cents": done.rounding_cents,
        "change_cents": done.change_cents,
        "papers": [{**one.as_entry(), "file": str(one.stored)} for one in done.papers],
    }
    say = context.texts.say
    lines = [say("cli.handover.done", handover=short(done.handover), total=euros(done.total_cents))]
    if done.change_cents is not None:
        lines.append(say("cli.handover.give_back", sum=euros(done.change_cents)))
    return Answer(document, lines + [f"{one.name}  {one.title}" for one in done.papers])


def _cancel(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.handover.commands import CancelHandover

    with context.open() as desk:
        done = context.do(desk, CancelHandover(args.handover))
    said = context.texts.say("event.handover.handover.cancelled", number=short(done.handover))
    return Answer({"handover": done.handover, "state": "cancelled"}, [said])


def _list(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.handover import queries

    if args.completed and args.device:
        raise Misused("handover_list_of_what")
    with context.open() as desk:
        session = _session(context, desk)
        if args.device:
            found = queries.of_device(desk, session, args.device)
        else:
            listed = queries.completed if args.completed else queries.open_baskets
            found = listed(desk, session)
    lines = [
        f"{one.handover}  {local(one.at):%d.%m.%Y %H:%M}  {one.devices}  {euros(one.total_cents)}"
        f"  {one.what}".rstrip()
        for one in found
    ]
    return Answer(plain(found), lines or [context.texts.say("cli.found.nothing")])


def _document(view: BasketView, texts: Texts) -> dict[str, Any]:
    """Return a handover with the sentences of its gates; the channel's rule is left out."""
    document: dict[str, Any] = plain(view)
    del document["rule"]
    document["gates"] = [_gate(one, texts) for one in view.gates]
    document["missing"] = [_gate(one, texts) for one in view.missing]
    for line, shown in zip(view.lines, document["lines"], strict=True):
        shown["gates"] = [_gate(one, texts) for one in line.gates]
    return document


def _gate(gate: Gate, texts: Texts) -> dict[str, Any]:
    return {
        "gate": gate.code.value,
        "device": gate.device,
        "holds": gate.holds,
        "advice": gate.advice,
        "text": texts.sentence(gate.said),
        "next": [texts.sentence(one) for one in gate.next],
    }


def _lines(view: BasketView, texts: Texts) -> Iterator[str]:
    yield f"{short(view.handover)}  {view.handover}  {texts.say(f'channel.{view.channel}')}"
    yield from (_line(line, texts) for line in view.lines)
    for part in view.totals.vat:
        vat = euros(part.vat_cents)
        yield texts.say("cli.handover.vat", percent=_percent(part.permille), sum=vat)
    yield texts.say("cli.handover.total", sum=euros(view.totals.total_cents))
    for gate in view.missing:
        about = f"{short(gate.device)}: " if gate.device else ""
        yield f"- {about}{texts.sentence(gate.said)}"
        yield from (f"  -> {texts.sentence(one)}" for one in gate.next)
    for gate in (one for line in view.lines for one in line.gates if one.advice):
        yield f"! {short(gate.device or '')}: {texts.sentence(gate.said)}"
    yield from (f"{paper.name}  {paper.title}" for paper in view.papers)


def _line(line: LineView, texts: Texts) -> str:
    if line.device:
        what = f"{short(line.device)}  {line.description}  {line.grade or ''}".rstrip()
    else:
        what = f"{texts.say(f'article.{line.article}')} x {line.quantity}"
    return f"{line.line}  {what}  {euros(line.cents)}"


def _percent(permille: int) -> str:
    whole, tenth = divmod(permille, 10)
    return f"{whole},{tenth}" if tenth else str(whole)
