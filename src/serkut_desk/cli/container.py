"""`container open|list|show|move|change|put|undo|merge|seal|unseal|weigh|codes|recycler-code|mass`.

Shipments are in `container_ship`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from serkut_desk.cli import container_ship
from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import day, own_code
from serkut_desk.cli.plain import plain
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.weighing import Weighed, Weighing, grams_words

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.stations.containers.commands import ContainerDone, Filled
    from serkut_desk.stations.containers.queries import ContainerLine
    from serkut_desk.stations.handling import Command
    from serkut_desk.texts import Texts

_KG = 1000


def register(commands: Commands) -> None:
    """Add the commands about containers."""
    group = commands.group("container")
    say = commands.say
    opening = group.add("open", _open)
    opening.add_argument("fraction", help=say("cli.container.about.fraction"))
    opening.add_argument(
        "--tare", type=int, required=True, metavar="G", help=say("cli.container.about.tare")
    )
    opening.add_argument("--name", default="", help=say("cli.container.about.name"))
    opening.add_argument("--place", help=say("cli.container.about.place"))
    _limits(commands, opening)
    listing = group.add("list", _list)
    listing.add_argument("--all", action="store_true", help=say("cli.container.about.all"))
    _container(commands, group.add("show", _show))
    moving = group.add("move", _move)
    _container(commands, moving)
    moving.add_argument("place", help=say("cli.container.about.place"))
    changing = group.add("change", _change)
    _container(commands, changing)
    changing.add_argument("--name", help=say("cli.container.about.name"))
    changing.add_argument("--tare", type=int, metavar="G", help=say("cli.container.about.tare"))
    _limits(commands, changing)
    _register_contents(commands, group)
    _register_closing(commands, group)
    container_ship.register(commands, group)
    coding = group.add("codes", _codes)
    coding.add_argument("--on", type=day, metavar="DAY", help=say("cli.container.about.on"))
    group.add("mass", _mass)


def _register_contents(commands: Commands, group: Commands) -> None:
    say = commands.say
    putting = group.add("put", _put)
    _container(commands, putting)
    putting.add_argument("source", help=say("cli.container.about.source"))
    putting.add_argument("--weight", type=int, metavar="G", help=say("cli.container.about.weight"))
    undoing = group.add("undo", _undo)
    _container(commands, undoing)
    undoing.add_argument("--line", type=int, help=say("cli.container.about.line"))
    undoing.add_argument("--reason", default="", help=say("cli.container.about.reason"))
    merging = group.add("merge", _merge)
    _container(commands, merging)
    merging.add_argument("into", type=own_code, help=say("cli.container.about.into"))


def _register_closing(commands: Commands, group: Commands) -> None:
    say = commands.say
    sealing = group.add("seal", _seal)
    _container(commands, sealing)
    sealing.add_argument("seal", help=say("cli.container.about.seal"))
    unsealing = group.add("unseal", _unseal)
    _container(commands, unsealing)
    unsealing.add_argument("--reason", required=True, help=say("cli.container.about.reason"))
    weighing = group.add("weigh", _weigh)
    _container(commands, weighing)
    weighing.add_argument("gross", type=int, metavar="G", help=say("cli.container.about.gross"))


def _container(commands: Commands, parser: Parser) -> None:
    parser.add_argument("container", type=own_code, help=commands.say("cli.container.about.code"))


def _limits(commands: Commands, parser: Parser) -> None:
    parser.add_argument(
        "--limit-kg", type=int, metavar="KG", help=commands.say("cli.container.about.limit_kg")
    )
    parser.add_argument(
        "--limit-days", type=int, metavar="N", help=commands.say("cli.container.about.limit_days")
    )


def keyed(grams: int) -> Weighed:
    """Return a weight that was typed."""
    from serkut_desk.stations.scales import keyed_tolerance_g

    return Weighed(grams, Weighing.KEY, keyed_tolerance_g())


def _grams(kilograms: int | None) -> int | None:
    return None if kilograms is None else kilograms * _KG


def _do(context: Context, command: Command[ContainerDone]) -> Answer:
    with context.open() as desk:
        done = context.do(desk, command)
    line = context.texts.say(
        "cli.container.said.done",
        container=done.container,
        fraction=context.texts.say(f"fraction.{done.fraction}"),
        inside=grams_words(done.inside_g),
        state=context.texts.say(f"container.state.{done.state}"),
    )
    return Answer(_document(done), [line])


def _document(done: Any) -> dict[str, Any]:
    """Return what a command answers, without what only screens need."""
    shown: dict[str, Any] = plain(done)
    shown.pop("changes")
    return shown


def _open(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers.commands import OpenContainer

    command = OpenContainer(
        args.fraction,
        keyed(args.tare),
        args.name,
        args.place,
        _grams(args.limit_kg),
        args.limit_days,
    )
    return _do(context, command)


def _change(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers.commands import ChangeContainer

    tare = None if args.tare is None else keyed(args.tare)
    limit_g = _grams(args.limit_kg)
    return _do(context, ChangeContainer(args.container, args.name, tare, limit_g, args.limit_days))


def _move(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers.commands import MoveContainer

    return _do(context, MoveContainer(args.container, args.place))


def _seal(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers.commands import SealContainer

    return _do(context, SealContainer(args.container, args.seal))


def _unseal(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers.commands import UnsealContainer

    return _do(context, UnsealContainer(args.container, args.reason))


def _list(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers import queries

    with context.open() as desk:
        session = context.session(desk, Permission.CONTAINERS)
        found = queries.wall(desk, session, gone=args.all)
    document = [plain(line) for line in found]
    return Answer(document, [_spoken(line, context.texts) for line in found])


def _spoken(line: ContainerLine, texts: Texts) -> str:
    full = "" if line.percent is None else f"  {line.percent} %"
    alert = "" if line.alert is None else "  " + texts.say(f"container.alert.{line.alert.value}")
    fraction = texts.say(f"fraction.{line.fraction}")
    state = texts.say(f"container.state.{line.state}")
    inside = grams_words(line.inside_g)
    return f"{short(line.code)}  {fraction}  {line.waste_code}  {inside}{full}  {state}{alert}"


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers import queries

    with context.open() as desk:
        found = queries.page(desk, context.session(desk, Permission.CONTAINERS), args.container)
    lines = [_spoken(found.container, context.texts)]
    lines += [
        f"  {one.line}  {one.source}  {context.texts.say(one.what)}  {grams_words(one.weight_g)}"
        for one in found.contents
    ]
    return Answer(plain(found), lines)


def _put(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers.commands import Fill

    own = parse_code(args.source)
    weight = None if args.weight is None else keyed(args.weight)
    if own is not None and own.kind is CodeKind.DEVICE and weight is not None:
        return _put_fraction(context, args, weight)
    with context.open() as desk:
        done = context.do(desk, Fill(args.container, args.source, weight))
    return _filled(context, done, "cli.container.said.filled")


def _put_fraction(context: Context, args: Namespace, weight: Weighed) -> Answer:
    """Put grams of a device on the bench: the same as its own station does."""
    from serkut_desk.stations.dismantling.commands import PutFraction

    with context.open() as desk:
        done = context.do(desk, PutFraction(args.source, args.container, weight))
    document = {
        "container": done.container,
        "fraction": done.fraction,
        "source": args.source,
        "line": done.line,
        "weight_g": done.weight_g,
    }
    return Answer(document, [f"{done.container}: +{grams_words(done.weight_g)}"])


def _undo(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers.commands import UndoFilling

    with context.open() as desk:
        done = context.do(desk, UndoFilling(args.container, args.line, args.reason))
    return _filled(context, done, "cli.container.said.undone")


def _filled(context: Context, done: Filled, said: str) -> Answer:
    line = context.texts.say(
        said,
        container=done.container,
        weight=grams_words(done.weight_g),
        inside=grams_words(done.inside_g),
    )
    return Answer(_document(done), [line])


def _merge(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers.commands import MergeContainers

    with context.open() as desk:
        done = context.do(desk, MergeContainers(args.container, args.into))
    line = context.texts.say(
        "cli.container.said.merged",
        container=done.container,
        into=done.into,
        moved=grams_words(done.moved_g),
        inside=grams_words(done.inside_g),
    )
    return Answer(_document(done), [line])


def _weigh(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers.commands import WeighOut

    with context.open() as desk:
        done = context.do(desk, WeighOut(args.container, keyed(args.gross)))
    line = context.texts.say(
        "cli.container.said.weighed",
        container=done.container,
        net=grams_words(done.net_g),
        lines=grams_words(done.lines_g),
        difference=grams_words(done.difference_g),
    )
    return Answer({**_document(done), "difference_g": done.difference_g}, [line])


def _codes(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers import queries

    language = context.texts.language
    found = queries.codes_on(args.on or local(datetime.now(UTC)).date())
    codes = [
        {"code": one.marked, "hazardous": one.hazardous, "name": one.name(language)}
        for one in found.codes
    ]
    fractions = {key: one.marked for key, one in found.fractions.items()}
    document = {
        "on": found.day.isoformat(),
        "cut_over": found.cut_over.isoformat(),
        "source": found.source,
        "codes": codes,
        "fractions": fractions,
    }
    lines = [f"{one['code']:<10}{one['name']}" for one in codes]
    lines += ["", *(f"{key:<26}{code}" for key, code in fractions.items())]
    return Answer(document, lines)


def _mass(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.containers import queries

    with context.open() as desk:
        found = queries.house_mass(desk, context.session(desk, Permission.CONTAINERS))
    document = {**plain(found), "into_g": found.into_g, "found_g": found.found_g}
    return Answer(document, [f"{name:<14}{grams_words(value)}" for name, value in document.items()])
