"""`stop raise|release|list|kinds`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.plain import plain
from serkut_desk.domain.stops import StopKind

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands

_KINDS = [one.value for one in StopKind]


def register(commands: Commands) -> None:
    """Add the commands about stops."""
    stop = commands.group("stop")
    raising = stop.add("raise", _raise)
    raising.add_argument("kind", choices=_KINDS, help=commands.say("cli.stop.kind"))
    raising.add_argument("device", nargs="?", help=commands.say("cli.device.code"))
    releasing = stop.add("release", _release)
    releasing.add_argument("stop", type=int, help=commands.say("cli.stop.number"))
    releasing.add_argument("--outcome", help=commands.say("cli.stop.outcome"))
    releasing.add_argument("--reason", default="", help=commands.say("cli.stop.note"))
    releasing.add_argument("--place", default="", help=commands.say("cli.stop.place"))
    stop.add("list", _stops)
    stop.add("kinds", _stop_kinds)


def _raise(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.devices.commands import RaiseStop

    with context.open() as desk:
        stop = context.do(desk, RaiseStop(StopKind(args.kind), args.device))
        with desk.database.reading() as work:
            device = work.devices.by_id(stop.device_id).code if stop.device_id else None
    document = {"stop": stop.id, "kind": stop.kind.value, "device": device}
    key = f"stop.{stop.kind.value}"
    return Answer(document, [f"STOP. {context.texts.say(key)}.", context.texts.say(f"{key}.do")])


def _release(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.devices.commands import ReleaseStop

    with context.open() as desk:
        wanted = ReleaseStop(args.stop, args.reason, args.place, args.outcome)
        stop = context.do(desk, wanted)
    outcome = context.texts.say(f"stop.outcome.{stop.outcome}")
    said = context.texts.say("cli.stop.ended", stop=stop.id, outcome=outcome)
    return Answer({"stop": stop.id, "released": True, "outcome": stop.outcome}, [said])


def _stop_kinds(context: Context, _args: Namespace) -> Answer:
    from serkut_desk import bootstrap
    from serkut_desk.stations.stop_rules import rules_at

    say = context.texts.say
    # The clock of every command's desk; the rules need no workshop, which may be open elsewhere.
    now = bootstrap.SystemClock().now()
    document, lines = [], []
    for rule in rules_at(now).kinds.values():
        outcomes = [one.key for one in rule.outcomes]
        told = {"kind": rule.kind.value, "command": rule.card, "place": rule.place_name}
        document.append({**told, "note": rule.note.value, "outcomes": outcomes})
        place = say(f"stop.place.{rule.place}")
        lines.append(f"{rule.kind.value}  {rule.card}  {say(f'stop.{rule.kind.value}')}: {place}")
        lines += [f"    {key}  {say(f'stop.outcome.{key}')}" for key in outcomes]
    return Answer(document, lines)


def _stops(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.devices import queries

    with context.open() as desk:
        found = queries.open_stops(desk)
    lines = [
        f"{one.id}  {context.texts.say('stop.' + one.kind.value)}  {one.device or '-'}"
        for one in found
    ]
    document = [{**plain(one), "stop": one.id} for one in found]
    return Answer(document, lines)
