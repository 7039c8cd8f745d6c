"""`part add|list|show|change|test|move|take|fit|reserve|free|want|wants|close|scrap|...`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.plain import plain
from serkut_desk.domain.codes import short
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.money import euros, parse_euros
from serkut_desk.domain.parts import PartState, PartTest
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.parts.commands import PartDone
    from serkut_desk.stations.parts.queries import PartLine, WantLine
    from serkut_desk.texts import Texts

_STATES = [one.value for one in PartState]
_TESTS = [one.value for one in PartTest]
# What describes a part, as options of several commands.
_WORDS = ("manufacturer", "model", "serial", "specification", "note")


def register(commands: Commands) -> None:
    """Add the commands about parts."""
    group = commands.group("part")
    adding = group.add("add", _add)
    _say(commands, adding, "type")
    _say(commands, adding, "--supplier", required=True)
    _description(commands, adding)
    _say(commands, adding, "--cost", type=_euros)
    _say(commands, adding, "--place")
    _listing(commands, group)
    _part(commands, group.add("show", _show))
    changing = group.add("change", _change)
    _part(commands, changing)
    _say(commands, changing, "--type")
    _description(commands, changing)
    pricing = group.add("price", _price)
    _part(commands, pricing)
    pricing.add_argument("price", nargs="?", type=_euros, help=commands.say("cli.part.arg.price"))
    testing = group.add("test", _test)
    _part(commands, testing)
    testing.add_argument("result", choices=_TESTS, help=commands.say("cli.part.arg.result"))
    _say(commands, testing, "--note")
    moving = group.add("move", _move)
    moving.add_argument("place", help=commands.say("cli.part.arg.place"))
    moving.add_argument("parts", nargs="+", help=commands.say("cli.part.arg.part"))
    _bench(commands, group)
    _wanting(commands, group)
    _losing(commands, group)
    _part(commands, group.add("label", _label))


def _listing(commands: Commands, group: Commands) -> None:
    listing = group.add("list", _list)
    for name in ("--type", "--state"):
        choices = _STATES if name == "--state" else None
        listing.add_argument(
            name, action="append", choices=choices, help=commands.say(f"cli.part.arg.{name[2:]}")
        )
    _say(commands, listing, "--fits")
    _say(commands, listing, "--lot")
    kept = listing.add_mutually_exclusive_group()
    for name in ("--free", "--reserved"):
        kept.add_argument(
            name, action="store_true", help=commands.say(f"cli.part.arg.only_{name[2:]}")
        )
    where = group.add("where", _where)
    _say(commands, where, "--lot", required=True)
    where.add_argument("--type", action="append", help=commands.say("cli.part.arg.type"))
    group.add("count", _count)


def _bench(commands: Commands, group: Commands) -> None:
    taking = group.add("take", _take)
    taking.add_argument("device", help=commands.say("cli.device.code"))
    taking.add_argument("--type", default="", help=commands.say("cli.part.arg.type"))
    _say(commands, taking, "--part")
    _description(commands, taking, fits=False)
    _say(commands, taking, "--place")
    fitting = group.add("fit", _fit)
    _part(commands, fitting)
    fitting.add_argument("device", help=commands.say("cli.part.arg.device_or_order"))
    reserving = group.add("reserve", _reserve)
    _part(commands, reserving)
    reserving.add_argument("order", help=commands.say("cli.part.arg.device_or_order"))
    _part(commands, group.add("free", _free))


def _wanting(commands: Commands, group: Commands) -> None:
    wanting = group.add("want", _want)
    _say(commands, wanting, "type")
    for name in ("--manufacturer", "--model", "--specification", "--note", "--order"):
        _say(commands, wanting, name)
    wants = group.add("wants", _wants)
    _say(commands, wants, "--fits")
    closing = group.add("close", _close)
    closing.add_argument("want", type=int, help=commands.say("cli.part.arg.want"))
    _say(commands, closing, "--part")


def _losing(commands: Commands, group: Commands) -> None:
    scrapping = group.add("scrap", _scrap)
    _part(commands, scrapping)
    _say(commands, scrapping, "container")
    _say(commands, scrapping, "--weight", type=int)
    missing = group.add("missing", _missing)
    _part(commands, missing)
    missing.add_argument("--reason", required=True, help=commands.say("cli.reason"))
    found = group.add("found", _found)
    _part(commands, found)
    _say(commands, found, "place")


def _part(commands: Commands, parser: Parser) -> None:
    _say(commands, parser, "part")


def _say(commands: Commands, parser: Parser, name: str, **more: Any) -> None:
    parser.add_argument(name, help=commands.say(f"cli.part.arg.{name.lstrip('-')}"), **more)


def _description(commands: Commands, parser: Parser, *, fits: bool = True) -> None:
    for name in _WORDS:
        _say(commands, parser, f"--{name}")
    _say(commands, parser, "--weight", type=int)
    if fits:
        parser.add_argument("--fits", action="append", help=commands.say("cli.part.arg.fits"))


def _euros(text: str) -> int:
    """Return cents of a typed sum, as the type of an argument."""
    cents = parse_euros(text)
    if cents is None:
        raise ValueError(text)
    return cents


def _texts(args: Namespace) -> dict[str, str]:
    """Return what was said of a part; what was not said is left out."""
    return {name: getattr(args, name) for name in _WORDS if getattr(args, name) is not None}


def _models(args: Namespace) -> tuple[tuple[str, str], ...]:
    return tuple(("", text) for text in args.fits or ())


def _add(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import AddPart

    command = AddPart(
        args.type,
        args.supplier,
        **_texts(args),
        fits=_models(args),
        weight_g=args.weight,
        cost_cents=args.cost,
        place=args.place,
    )
    return _did(context, command)


def _did(context: Context, command: Command[PartDone]) -> Answer:
    """Carry out a command about one part, and show the part after it."""
    from serkut_desk.stations.parts import queries

    with context.open() as desk:
        done = context.do(desk, command)
        session = context.session(desk, Permission.PARTS)
        line = queries.page(desk, session, done.part.code).line
    document = {**_document(line), "label": done.label, "answers_wants": list(done.wanted)}
    document["fits_device"] = done.fits
    lines = [_spoken(line, context.texts)]
    if done.fits is False:
        lines.append(context.texts.say("cli.part.other_model"))
    lines += [context.texts.say("cli.part.wanted", want=number) for number in done.wanted]
    return Answer(document, lines)


def _document(line: PartLine) -> dict[str, Any]:
    shown: dict[str, Any] = plain(line)
    return {"part": shown.pop("code"), **shown}


def _spoken(line: PartLine, texts: Texts) -> str:
    where = line.place or line.device or line.container or ""
    kept = texts.say("cli.part.kept", order=line.order) if line.order else ""
    price = euros(line.price_cents) if line.price_cents is not None else ""
    said = (
        short(line.code),
        texts.say(f"part.type.{line.type}"),
        f"{line.manufacturer} {line.model}".strip(),
        line.specification,
        texts.say(f"part.test.{line.test.value}"),
        texts.say(f"part.state.{line.state.value}"),
        where,
        kept,
        price,
    )
    return "  ".join(filter(None, said))


def _list(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts import queries

    states = frozenset(map(PartState, args.state or [PartState.STOCK.value]))
    reserved = True if args.reserved else False if args.free else None
    which = queries.PartFilter(
        types=frozenset(args.type or ()),
        fits=args.fits or "",
        reserved=reserved,
        states=states,
        lot=args.lot or "",
    )
    with context.open() as desk:
        found = queries.listed(desk, context.session(desk, Permission.PARTS), which)
    document = [_document(line) for line in found]
    return Answer(document, [_spoken(line, context.texts) for line in found])


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts import queries

    with context.open() as desk:
        page = queries.page(desk, context.session(desk, Permission.SEARCH), args.part)
    say = context.texts.say
    history = [
        {
            "seq": one.seq,
            "at": plain(one.at),
            "text": say(one.key, **one.facts),
            "facts": plain(one.facts),
        }
        for one in page.history
    ]
    document = {
        **_document(page.line),
        "stays": plain(page.stays),
        "history": history,
        "answers": plain(page.answers),
    }
    lines = [_spoken(page.line, context.texts)]
    lines += [f"{one['seq']}  {one['at']}  {one['text']}" for one in history]
    return Answer(document, lines)


def _change(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import ChangePart

    command = ChangePart(
        args.part,
        type=args.type,
        **_texts(args),
        fits=None if args.fits is None else _models(args),
        weight_g=args.weight,
    )
    return _did(context, command)


def _price(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import PricePart

    return _did(context, PricePart(args.part, args.price))


def _test(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import TestPart

    return _did(context, TestPart(args.part, PartTest(args.result), args.note or ""))


def _move(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import MoveParts

    with context.open() as desk:
        done = context.do(desk, MoveParts(tuple(args.parts), args.place))
    document = {
        "place": done.place,
        "name": done.name,
        "parts": list(done.parts),
        "made": done.made,
    }
    return Answer(document, [f"{done.name}: {', '.join(map(short, done.parts)) or '-'}"])


def _take(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import TakePart

    if not args.type and not args.part:
        raise Misused("part_type_unknown", given="-")
    command = TakePart(
        args.device,
        args.type,
        args.part,
        **_texts(args),
        weight_g=args.weight,
        place=args.place,
    )
    return _did(context, command)


def _fit(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import FitPart

    return _did(context, FitPart(args.part, args.device))


def _reserve(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import ReservePart

    return _did(context, ReservePart(args.part, args.order))


def _free(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import FreePart

    return _did(context, FreePart(args.part))


def _want(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import WantPart

    command = WantPart(
        args.type,
        manufacturer=args.manufacturer or "",
        model=args.model or "",
        specification=args.specification or "",
        note=args.note or "",
        order=args.order,
    )
    with context.open() as desk:
        done = context.do(desk, command)
    want = done.want
    document = {
        "want": want.id,
        "type": want.type,
        "model": f"{want.manufacturer} {want.model}".strip(),
        "answers": list(done.answers),
    }
    kind = context.texts.say(f"part.type.{want.type}")
    lines = [f"{want.id}  {kind}  {document['model']}".rstrip(), *map(short, done.answers)]
    return Answer(document, lines)


def _wants(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts import queries

    with context.open() as desk:
        session = context.session(desk, Permission.PARTS)
        found = (
            queries.wanted_for(desk, session, args.fits)
            if args.fits
            else queries.wants(desk, session)
        )
    document = [{"want": one.number, **plain(one)} for one in found]
    return Answer(document, [_wish(one, context.texts) for one in found])


def _wish(one: WantLine, texts: Texts) -> str:
    answers = ", ".join(map(short, one.answers))
    order = short(one.order) if one.order else ""
    said = (str(one.number), texts.say(f"part.type.{one.type}"), one.model, one.specification)
    return "  ".join(filter(None, (*said, order, answers)))


def _close(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import CloseWant

    with context.open() as desk:
        done = context.do(desk, CloseWant(args.want, args.part))
    document = {"want": done.want.id, "part": args.part}
    return Answer(document, [context.texts.say("cli.part.closed", want=done.want.id)])


def _scrap(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import ScrapPart

    return _did(context, ScrapPart(args.part, args.container, args.weight))


def _missing(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import MissingPart

    return _did(context, MissingPart(args.part, args.reason))


def _found(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import FoundPart

    return _did(context, FoundPart(args.part, args.place))


def _label(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts.commands import LabelPart

    return _did(context, LabelPart(args.part))


def _where(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.parts import queries

    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        found = queries.where(desk, session, args.lot, tuple(args.type or ()))
    document = [
        {**_document(one.part), "donor": one.donor, "device_name": one.device_name} for one in found
    ]
    lines = [
        f"{_spoken(one.part, context.texts)}  <- {short(one.donor)}  {one.device_name}".rstrip()
        for one in found
    ]
    return Answer(document, lines)


def _count(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.parts import queries

    with context.open() as desk:
        found = queries.figures(desk, context.session(desk, Permission.PARTS))
    say = context.texts.say
    lines = [
        say(
            "cli.part.figure",
            type=say(f"part.type.{one.type}"),
            stock=one.stock,
            free=one.free,
            wanted=one.wanted,
        )
        for one in found
    ]
    return Answer(plain(found), lines)
