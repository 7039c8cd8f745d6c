"""`dismantle`: from the weight in, step by step, to the balance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from serkut_desk.cli import dismantle_answers as answers
from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import own_code
from serkut_desk.cli.plain import plain
from serkut_desk.domain.clock import local
from serkut_desk.domain.dismantling import StepResult
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.serials import serial_key
from serkut_desk.domain.weighing import Weighed, Weighing, grams_words

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.stations.desk import Desk

_SCALE = "scale"
_SECONDS = 5.0
_KINDS = [one.value for one in MediumKind]
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_WORDS = ("manufacturer", "model", "serial", "specification", "note")


def register(commands: Commands) -> None:
    """Add the commands about taking apart."""
    group = commands.group("dismantle")
    starting = group.add("start", _start)
    _device(commands, starting)
    _weight(commands, starting)
    weighing = group.add("weigh", _weigh)
    _device(commands, weighing)
    _weight(commands, weighing, needed=True)
    stepping = group.add("step", _step)
    _device(commands, stepping)
    stepping.add_argument("step", help=commands.say("cli.dismantle.step.key"))
    way = stepping.add_mutually_exclusive_group()
    for name in ("none", "skip", "undo"):
        way.add_argument(
            f"--{name}", action="store_true", help=commands.say(f"cli.dismantle.step.{name}")
        )
    stepping.add_argument("--reason", default="", help=commands.say("cli.reason"))
    _register_taking(commands, group)
    putting = group.add("put", _put)
    _device(commands, putting)
    putting.add_argument("container", help=commands.say("cli.dismantle.container"))
    _weight(commands, putting, needed=True)
    undoing = group.add("undo", _undo)
    _device(commands, undoing)
    undoing.add_argument("--line", type=int, help=commands.say("cli.dismantle.undo.line"))
    _register_ends(commands, group)


def _register_taking(commands: Commands, group: Commands) -> None:
    part = group.add("part", _part)
    _device(commands, part)
    part.add_argument("type", nargs="?", default="", help=commands.say("cli.dismantle.part.type"))
    part.add_argument(
        "--part", type=own_code, metavar="CODE", help=commands.say("cli.dismantle.part.known")
    )
    _weight(commands, part)
    part.add_argument("--place", help=commands.say("cli.dismantle.place"))
    part.add_argument("--want", type=int, help=commands.say("cli.dismantle.part.want"))
    for name in _WORDS:
        part.add_argument(f"--{name}", default="", help=commands.say("cli.dismantle.part.words"))
    medium = group.add("medium", _medium)
    _device(commands, medium)
    medium.add_argument("medium", nargs="?", help=commands.say("cli.dismantle.medium.name"))
    _weight(commands, medium)
    medium.add_argument("--place", help=commands.say("cli.dismantle.place"))
    medium.add_argument("--kind", choices=_KINDS, help=commands.say("cli.dismantle.medium.kind"))
    back = group.add("back", _back)
    _device(commands, back)
    back.add_argument("code", type=own_code, help=commands.say("cli.dismantle.back.code"))


def _register_ends(commands: Commands, group: Commands) -> None:
    battery = group.add("battery", _battery)
    _device(commands, battery)
    battery.add_argument("container", help=commands.say("cli.dismantle.container"))
    _weight(commands, battery)
    battery.add_argument("--reason", default="", help=commands.say("cli.dismantle.battery.reason"))
    battery.add_argument("--place", help=commands.say("cli.dismantle.place"))
    finishing = group.add("finish", _finish)
    _device(commands, finishing)
    finishing.add_argument("--reason", default="", help=commands.say("cli.dismantle.finish.reason"))
    cancelling = group.add("cancel", _cancel)
    _device(commands, cancelling)
    cancelling.add_argument("--reason", required=True, help=commands.say("cli.reason"))
    _device(commands, group.add("show", _show))
    group.add("list", _list)
    balancing = group.add("balance", _balance)
    balancing.add_argument("--lot", metavar="CODE", help=commands.say("cli.dismantle.balance.lot"))
    balancing.add_argument(
        "--month", type=_month, metavar="MONTH", help=commands.say("cli.dismantle.balance.month")
    )
    balancing.add_argument("--model", help=commands.say("cli.dismantle.balance.model"))


def _device(commands: Commands, parser: Parser) -> None:
    parser.add_argument("device", help=commands.say("cli.device.code"))


def _weight(commands: Commands, parser: Parser, *, needed: bool = False) -> None:
    parser.add_argument(
        "--weight", metavar="GRAMS", required=needed, help=commands.say("cli.dismantle.weight")
    )


def _month(text: str) -> str:
    if not _MONTH.fullmatch(text):
        raise ValueError(text)
    return text


def _weighed(context: Context, desk: Desk, text: str | None) -> Weighed | None:
    """Return a weight that was typed, or what the scale of this workstation says now.

    Raises:
        Misused: `scale_number`.
        Refused: `scale_missing`; `Unavailable` where the scale does not answer.
    """
    from serkut_desk.stations.scales import keyed_tolerance_g, scale_here

    if text is None:
        return None
    if text != _SCALE:
        if not text.isascii() or not text.isdigit():
            raise Misused("scale_number", field="weight", value=text)
        return Weighed(int(text), Weighing.KEY, keyed_tolerance_g())
    from serkut_desk.weighing.reader import read_once

    here = scale_here(desk, context.session(desk, Permission.SEARCH))
    if here.settings is None:
        raise Refused("scale_missing", desk=here.workstation)
    reading = read_once(here.settings, _SECONDS)
    grams, tolerance = reading.value_g or 0, here.settings.tolerance_g
    return Weighed(grams, Weighing.SCALE, tolerance, here.settings.name)


def _needed(context: Context, desk: Desk, text: str) -> Weighed:
    found = _weighed(context, desk, text)
    assert found is not None, "argparse asks for it"
    return found


def _start(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.dismantling.commands import StartDismantling

    with context.open() as desk:
        weight = _weighed(context, desk, args.weight)
        done = context.do(desk, StartDismantling(args.device, weight))
    return answers.progress(done, context.texts)


def _weigh(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.dismantling.commands import WeighIn

    with context.open() as desk:
        weight = _needed(context, desk, args.weight)
        done = context.do(desk, WeighIn(args.device, weight))
    return answers.progress(done, context.texts)


def _step(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.dismantling.commands import DoStep, UndoStep

    result = StepResult.DONE
    if args.none or args.skip:
        result = StepResult.NONE if args.none else StepResult.SKIPPED
    with context.open() as desk:
        if args.undo:
            done = context.do(desk, UndoStep(args.device, args.step))
        else:
            done = context.do(desk, DoStep(args.device, args.step, result, args.reason))
    return answers.progress(done, context.texts)


def _part(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.dismantling.commands import TakePart

    words = {name: getattr(args, name) for name in _WORDS}
    with context.open() as desk:
        weight = _weighed(context, desk, args.weight)
        command = TakePart(
            args.device, args.type, args.part, weight, args.place, args.want, **words
        )
        done = context.do(desk, command)
    return answers.taken({"part": done.code, "type": done.type}, done.progress, context.texts)


def _medium(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.dismantling.commands import TakeMedium

    kind = MediumKind(args.kind) if args.kind else None
    with context.open() as desk:
        weight = _weighed(context, desk, args.weight)
        command = TakeMedium(args.device, args.medium, weight, args.place, kind)
        done = context.do(desk, command)
    return answers.taken({"medium": done.code}, done.progress, context.texts)


def _back(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.dismantling.commands import PutBack

    with context.open() as desk:
        done = context.do(desk, PutBack(args.device, args.code))
    return answers.progress(done, context.texts)


def _put(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.dismantling.commands import PutFraction

    with context.open() as desk:
        weight = _needed(context, desk, args.weight)
        done = context.do(desk, PutFraction(args.device, args.container, weight))
    document = {
        "line": done.line,
        "container": done.container,
        "fraction": done.fraction,
        "weight_g": done.weight_g,
        **answers.document(done.progress),
    }
    grams = grams_words(done.weight_g)
    said = context.texts.say("cli.dismantle.filled", container=done.container, grams=grams)
    return Answer(document, [said, *answers.lines(done.progress, context.texts)])


def _undo(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.dismantling.commands import UndoFraction

    with context.open() as desk:
        done = context.do(desk, UndoFraction(args.device, args.line))
    return answers.progress(done, context.texts)


def _battery(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.dismantling.commands import TakeHazardBattery

    with context.open() as desk:
        weight = _weighed(context, desk, args.weight)
        command = TakeHazardBattery(args.device, args.container, weight, args.reason, args.place)
        done = context.do(desk, command)
    document = {
        "device": done.device,
        "part": done.part,
        "container": done.container,
        "weight_g": done.weight_g,
        "released": list(done.released),
        "state": done.state,
    }
    state = context.texts.say(f"state.{done.state}")
    said = context.texts.say("cli.dismantle.released", container=done.container, state=state)
    return Answer(document, [said])


def _finish(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.dismantling.commands import FinishDismantling

    with context.open() as desk:
        done = context.do(desk, FinishDismantling(args.device, args.reason))
    said = context.texts.say("cli.dismantle.finished", device=done.device)
    document = {"device": done.device, "balance": answers.sums(done.balance)}
    return Answer(document, [said, answers.said(done.balance, context.texts)])


def _cancel(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.dismantling.commands import CancelDismantling

    with context.open() as desk:
        done = context.do(desk, CancelDismantling(args.device, args.reason))
    state = context.texts.say(f"state.{done.state}")
    said = context.texts.say("cli.dismantle.cancelled", state=state)
    return Answer({"device": done.device, "state": done.state}, [said])


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.dismantling import queries

    with context.open() as desk:
        session = context.session(desk, Permission.DISMANTLE)
        found = queries.sheet(desk, session, args.device)
    return Answer(answers.sheet(found, context.texts), answers.sheet_lines(found, context.texts))


def _list(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.dismantling import queries

    with context.open() as desk:
        found = queries.queue(desk, context.session(desk, Permission.DISMANTLE))
    lines = [
        f"{one.code}  {context.texts.say(f'state.{one.state}')}  "
        f"{one.manufacturer} {one.model}  {one.place or ''}".rstrip()
        for one in found
    ]
    return Answer({"devices": plain(found)}, lines or [context.texts.say("cli.dismantle.none")])


def _balance(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.dismantling import queries

    with context.open() as desk:
        session = context.session(desk, Permission.DISMANTLE)
        found = [
            one
            for one in queries.balances(desk, session, lot=args.lot)
            if (args.month is None or f"{local(one.sums.closed_at):%Y-%m}" == args.month)
            and (args.model is None or serial_key(args.model) in serial_key(one.sums.model))
        ]
    fractions: dict[str, int] = {}
    for one in found:
        for key, grams in one.fractions.items():
            fractions[key] = fractions.get(key, 0) + grams
    document: dict[str, Any] = {
        "devices": [answers.balance_line(one) for one in found],
        "weight_in_g": sum(one.sums.weight_in_g for one in found),
        "parts_g": sum(one.sums.parts_g for one in found),
        "media_g": sum(one.sums.media_g for one in found),
        "fractions_g": sum(fractions.values()),
        "remainder_g": sum(one.sums.remainder_g for one in found),
        "fractions": dict(sorted(fractions.items())),
    }
    lines = [
        f"{one.sums.device}  {one.sums.lot}  {grams_words(one.sums.weight_in_g)}"
        f"  {grams_words(one.sums.remainder_g)}"
        for one in found
    ]
    return Answer(document, lines or [context.texts.say("cli.dismantle.none")])
