"""`model list|show|find|add|set|code|merge|split|apart|doubles`: the catalogue of models."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.plain import plain
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Unavailable
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.stations.catalogue.commands import ModelDone
    from serkut_desk.stations.catalogue.queries import ModelLine
    from serkut_desk.stations.handling import Command

_FOUND = 20
_TYPES = [kind.value for kind in DeviceType]


def register(commands: Commands) -> None:
    """Add the commands about models."""
    group = commands.group("model")
    say = commands.say
    listing = group.add("list", _list)
    listing.add_argument(
        "--unconfirmed", action="store_true", help=say("cli.model.about.unconfirmed")
    )
    _limit(commands, listing, 200)
    _model(commands, group.add("show", _show))
    finding = group.add("find", _find)
    finding.add_argument("text", nargs="+", help=say("cli.model.about.text"))
    _limit(commands, finding, _FOUND)
    adding = group.add("add", _add)
    adding.add_argument("manufacturer", help=say("cli.model.about.manufacturer"))
    adding.add_argument("name", help=say("cli.model.about.name"))
    adding.add_argument("--type", choices=_TYPES, required=True, help=say("cli.model.about.type"))
    _register_set(commands, group)
    coding = group.add("code", _code)
    _model(commands, coding)
    coding.add_argument("code", help=say("cli.model.about.code"))
    what = coding.add_mutually_exclusive_group()
    what.add_argument("--move", action="store_true", help=say("cli.model.about.move"))
    what.add_argument("--remove", action="store_true", help=say("cli.model.about.remove"))
    _register_doubles(commands, group)


def _register_set(commands: Commands, group: Commands) -> None:
    say = commands.say
    setting = group.add("set", _set)
    _model(commands, setting)
    setting.add_argument("--manufacturer", help=say("cli.model.about.manufacturer"))
    setting.add_argument("--name", help=say("cli.model.about.name"))
    setting.add_argument("--type", choices=_TYPES, help=say("cli.model.about.type"))
    setting.add_argument("--category", metavar="WORD", help=say("cli.model.about.category"))
    setting.add_argument("--weight", type=int, metavar="G", help=say("cli.model.about.weight"))
    places = setting.add_mutually_exclusive_group()
    places.add_argument("--slots", type=int, metavar="N", help=say("cli.model.about.slots"))
    places.add_argument(
        "--slots-unknown", action="store_true", help=say("cli.model.about.slots_unknown")
    )
    setting.add_argument("--checklist", metavar="WORD", help=say("cli.model.about.checklist"))
    setting.add_argument("--guide", metavar="WORD", help=say("cli.model.about.guide"))
    looked = setting.add_mutually_exclusive_group()
    looked.add_argument("--confirm", action="store_true", help=say("cli.model.about.confirm"))
    looked.add_argument("--unconfirm", action="store_true", help=say("cli.model.about.unconfirm"))
    setting.add_argument("--photo", metavar="FILE", help=say("cli.model.about.photo"))


def _register_doubles(commands: Commands, group: Commands) -> None:
    say = commands.say
    merging = group.add("merge", _merge)
    _model(commands, merging)
    merging.add_argument("into", help=say("cli.model.about.into"))
    _model(commands, group.add("split", _split))
    apart = group.add("apart", _apart)
    _model(commands, apart)
    apart.add_argument("other", help=say("cli.model.about.other"))
    group.add("doubles", _doubles)


def _model(commands: Commands, parser: Parser) -> None:
    parser.add_argument("model", help=commands.say("cli.model.about.model"))


def _limit(commands: Commands, parser: Parser, usual: int) -> None:
    parser.add_argument(
        "--limit", type=int, default=usual, metavar="N", help=commands.say("cli.model.about.limit")
    )


def _document(done: Any) -> dict[str, Any]:
    """Return what a command answers, without what only screens need."""
    shown: dict[str, Any] = plain(done)
    shown.pop("changes")
    return shown


def _do(context: Context, command: Command[ModelDone]) -> Answer:
    with context.open() as desk:
        done = context.do(desk, command)
    line = context.texts.say("cli.model.said.done", model=done.model, name=done.name)
    return Answer(_document(done), [line])


def _lines(context: Context, found: Sequence[ModelLine]) -> Answer:
    lines = [_spoken(context, one) for one in found]
    return Answer(
        [plain(one) for one in found], lines or [context.texts.say("cli.model.said.none")]
    )


def _spoken(context: Context, line: ModelLine) -> str:
    say = context.texts.say
    return say(
        "cli.model.said.line",
        model=line.model,
        name=line.whole_name,
        type=say(f"type.{line.type}"),
        confirmed="" if line.confirmed else say("cli.model.said.unconfirmed"),
        devices=line.devices,
    )


def _list(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.catalogue import queries

    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        found = queries.listing(
            desk, session, unconfirmed=args.unconfirmed, limit=max(args.limit, 1)
        )
    return _lines(context, found)


def _find(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.catalogue import queries

    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        found = queries.listing(desk, session, " ".join(args.text), limit=max(args.limit, 1))
    return _lines(context, found)


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.catalogue import queries

    with context.open() as desk:
        found = queries.page(desk, context.session(desk, Permission.SEARCH), args.model)
    document = plain(found)
    document["history"] = [
        {name: one[name] for name in ("seq", "at", "tag")} for one in document["history"]
    ]
    lines = [_spoken(context, found.line)]
    lines += [f"  {code}" for code in found.codes]
    lines += [f"  = {one.model}  {one.name}" for one in found.writings]
    return Answer(document, lines)


def _add(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.catalogue.commands import AddModel

    kind = DeviceType(args.type)
    return _do(context, AddModel(manufacturer=args.manufacturer, model=args.name, type=kind))


def _set(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.catalogue.commands import SetModel

    confirmed = True if args.confirm else False if args.unconfirm else None
    command = SetModel(
        of=args.model,
        manufacturer=args.manufacturer,
        model=args.name,
        type=DeviceType(args.type) if args.type else None,
        weee_category=args.category,
        weight_g=args.weight,
        slots=args.slots,
        slots_unknown=args.slots_unknown,
        checklist=args.checklist,
        guide=args.guide,
        confirmed=confirmed,
        photo=_picture(args.photo),
    )
    return _do(context, command)


def _picture(name: str | None) -> bytes | None:
    """Return the bytes of a picture file; nothing for `-`, which takes the picture away.

    Raises:
        Unavailable: `path_missing`.
    """
    if name is None:
        return None
    try:
        return b"" if name == "-" else Path(name).read_bytes()
    except OSError as problem:
        raise Unavailable("path_missing", path=name) from problem


def _code(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.catalogue.commands import AddModelCode, RemoveModelCode

    with context.open() as desk:
        if args.remove:
            done = context.do(desk, RemoveModelCode(args.model, args.code))
        else:
            done = context.do(desk, AddModelCode(args.model, args.code, args.move))
    line = context.texts.say("cli.model.said.code", name=done.name, code=done.code)
    return Answer(_document(done), [line])


def _merge(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.catalogue.commands import MergeModels

    with context.open() as desk:
        done = context.do(desk, MergeModels(args.model, args.into))
    line = context.texts.say(
        "cli.model.said.merged",
        merged=done.merged_name,
        name=done.name,
        devices=done.devices,
        codes=done.codes,
    )
    return Answer(_document(done), [line])


def _split(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.catalogue.commands import SplitModel

    return _do(context, SplitModel(args.model))


def _apart(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.catalogue.commands import KeepApart

    return _do(context, KeepApart(args.model, args.other))


def _doubles(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.catalogue import queries

    del args
    with context.open() as desk:
        found = queries.likely_doubles(desk, context.session(desk, Permission.CATALOGUE))
    say = context.texts.say
    lines = [
        say(
            "cli.model.said.double",
            one=pair.one.model,
            one_name=pair.one.whole_name,
            other=pair.other.model,
            other_name=pair.other.whole_name,
            why=say(f"model.double.{pair.why}"),
        )
        for pair in found
    ]
    return Answer([plain(pair) for pair in found], lines or [say("cli.model.said.none")])
