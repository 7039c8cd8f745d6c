"""`lot things kinds|add|list|undo`, `device accessory add|list|undo` and `device weigh`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import own_code
from serkut_desk.cli.plain import plain
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.weighing import Weighed, Weighing, grams_words

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.things import Accessory, ThingLine, ThingSum
    from serkut_desk.stations.desk import Desk
    from serkut_desk.texts import Texts

_SECONDS = 10.0


def register_lot(commands: Commands, lot: Commands) -> None:
    """Add the commands about things of a lot."""
    things, say = lot.group("things"), commands.say
    things.add("kinds", _kinds)
    adding = things.add("add", _add)
    adding.add_argument("lot", type=own_code, help=say("cli.lot.code"))
    adding.add_argument("kind", help=say("cli.things.kind"))
    adding.add_argument("--count", type=int, metavar="N", help=say("cli.things.count"))
    adding.add_argument("--weight", type=int, metavar="G", help=say("cli.things.weight"))
    adding.add_argument("--note", default="", help=say("cli.things.note"))
    things.add("list", _list).add_argument("lot", type=own_code, help=say("cli.lot.code"))
    undoing = things.add("undo", _undo)
    undoing.add_argument("line", type=int, help=say("cli.things.line"))
    undoing.add_argument("--reason", default="", help=say("cli.things.reason"))


def register_device(commands: Commands, device: Commands) -> None:
    """Add the commands about what belongs to a device, and about its weight."""
    accessory, say = device.group("accessory"), commands.say
    adding = accessory.add("add", _add_accessory)
    adding.add_argument("device", type=own_code, help=say("cli.device.code"))
    adding.add_argument("kind", help=say("cli.things.kind"))
    adding.add_argument("--count", type=int, default=1, metavar="N", help=say("cli.things.count"))
    adding.add_argument("--note", default="", help=say("cli.things.note"))
    listing = accessory.add("list", _list_accessories)
    listing.add_argument("device", type=own_code, help=say("cli.device.code"))
    undoing = accessory.add("undo", _undo_accessory)
    undoing.add_argument("accessory", type=int, help=say("cli.things.accessory"))
    undoing.add_argument("--reason", default="", help=say("cli.things.reason"))
    weighing = device.add("weigh", _weigh)
    weighing.add_argument("device", type=own_code, help=say("cli.device.code"))
    how = weighing.add_mutually_exclusive_group(required=True)
    how.add_argument("--weight", type=int, metavar="G", help=say("cli.things.weight"))
    how.add_argument("--scale", action="store_true", help=say("cli.things.scale"))


def _word(kind: str, texts: Texts) -> str:
    from serkut_desk.stations.thing_kinds import kind_of

    return kind_of(kind).word(texts.language)


def _amount(count: int, weight_g: int | None) -> str:
    amounts = (str(count) if count else "", grams_words(weight_g) if weight_g else "")
    return "  ".join(filter(None, amounts))


def _line(line: ThingLine, texts: Texts) -> str:
    word = _word(line.kind, texts)
    return f"{line.id}  {word}  {_amount(line.count, line.weight_g)}  {line.note}".rstrip()


def _sum(total: ThingSum, texts: Texts) -> str:
    return f"= {_word(total.kind, texts)}  {_amount(total.count, total.weight_g) or 0}"


def _belonging(one: Accessory, texts: Texts) -> str:
    return f"{one.id}  {one.count} x {_word(one.kind, texts)}  {one.note}".rstrip()


def _kinds(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.domain.codes import CodeKind, make_code
    from serkut_desk.stations.thing_kinds import thing_kinds

    kinds = thing_kinds()
    document = [
        {**plain(one), "card": make_code(CodeKind.COMMAND, one.number), "words": dict(one.words)}
        for one in kinds
    ]
    return Answer(document, [f"{one.key}  {one.word(context.texts.language)}" for one in kinds])


def _add(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.thing_commands import CountThings
    from serkut_desk.stations.scales import keyed_tolerance_g

    weight = None
    if args.weight is not None:
        weight = Weighed(args.weight, Weighing.KEY, keyed_tolerance_g())
    with context.open() as desk:
        command = CountThings(args.lot, args.kind, args.count, weight, args.note)
        done = context.do(desk, command)
    document = {"lot": done.lot, "line": plain(done.line), "total": plain(done.total)}
    return Answer(document, [_line(done.line, context.texts), _sum(done.total, context.texts)])


def _list(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.thing_views import things_of_lot

    with context.open() as desk:
        seen = things_of_lot(desk, context.session(desk, Permission.SEARCH), args.lot)
    document = {"lot": seen.lot, "lines": plain(seen.lines), "sums": plain(seen.sums)}
    lines = [_line(one, context.texts) for one in seen.lines]
    lines += [_sum(one, context.texts) for one in seen.sums]
    return Answer(document, lines or [context.texts.say("cli.things.none")])


def _undo(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.thing_commands import UndoThings

    with context.open() as desk:
        done = context.do(desk, UndoThings(args.line, args.reason))
    document = {"lot": done.lot, "line": plain(done.line), "total": plain(done.total)}
    return Answer(document, [_sum(done.total, context.texts)])


def _add_accessory(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.thing_commands import AddAccessory

    with context.open() as desk:
        done = context.do(desk, AddAccessory(args.device, args.kind, args.count, args.note))
    document = {"device": done.device, "accessory": plain(done.accessory)}
    return Answer(document, [_belonging(done.accessory, context.texts)])


def _list_accessories(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.thing_views import accessories_of

    with context.open() as desk:
        found = accessories_of(desk, context.session(desk, Permission.SEARCH), args.device)
    lines = [_belonging(one, context.texts) for one in found]
    return Answer(plain(found), lines or [context.texts.say("cli.things.none")])


def _undo_accessory(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.thing_commands import UndoAccessory

    with context.open() as desk:
        done = context.do(desk, UndoAccessory(args.accessory, args.reason))
    document: dict[str, Any] = {"device": done.device, "accessory": plain(done.accessory)}
    said = context.texts.say("cli.things.taken_back", accessory=done.accessory.id)
    return Answer(document, [said])


def _weigh(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.thing_commands import WeighDevice
    from serkut_desk.stations.scales import keyed_tolerance_g

    with context.open() as desk:
        session = context.session(desk, Permission.RECEIVE)
        weight = (
            _from_scale(desk, session)
            if args.scale
            else Weighed(args.weight, Weighing.KEY, keyed_tolerance_g())
        )
        done = context.do(desk, WeighDevice(args.device, weight))
    document = {
        "device": done.device.code,
        "weight_g": weight.value_g,
        "before_g": done.before_g,
        "weighed": weight.weighed.value,
        "tolerance_g": weight.tolerance_g,
        "scale": weight.scale,
    }
    said = f"{done.device.code}  {grams_words(weight.value_g)}  ± {grams_words(weight.tolerance_g)}"
    return Answer(document, [said])


def _from_scale(desk: Desk, session: Session | None) -> Weighed:
    """Return what stands still on the scale of this workstation.

    Raises:
        Refused: `scale_missing`.
        Unavailable: What the scale says or does not say.
    """
    from serkut_desk.stations.scales import scale_here
    from serkut_desk.weighing.reader import read_once

    here = scale_here(desk, session)
    if here.settings is None:
        raise Refused("scale_missing", desk=here.workstation)
    grams = read_once(here.settings, _SECONDS).value_g or 0
    return Weighed(grams, Weighing.SCALE, here.settings.tolerance_g, here.settings.name)
