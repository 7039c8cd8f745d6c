"""`scale list|read|set|remove`: the bench scale of this workstation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.plain import plain
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.weighing import (
    FRAMES,
    ScaleProtocol,
    ScaleSettings,
    grams_words,
    milligrams,
    scale_to,
)

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.domain.weighing import ScaleHere

_PROTOCOLS = [one.value for one in ScaleProtocol]
_SECONDS = 10.0


def register(commands: Commands) -> None:
    """Add the commands about scales."""
    scale = commands.group("scale")
    scale.add("list", _list)
    reading = scale.add("read", _read)
    reading.add_argument(
        "--seconds", type=float, default=_SECONDS, help=commands.say("cli.scale.seconds")
    )
    setting = scale.add("set", _set)
    setting.add_argument("name", metavar="NAME", help=commands.say("cli.scale.name"))
    setting.add_argument("--port", required=True, help=commands.say("cli.scale.port"))
    setting.add_argument(
        "--protocol", choices=_PROTOCOLS, required=True, help=commands.say("cli.scale.protocol")
    )
    setting.add_argument("--baud", type=int, help=commands.say("cli.scale.baud"))
    setting.add_argument("--frame", choices=FRAMES, help=commands.say("cli.scale.frame"))
    setting.add_argument(
        "--step", metavar="GRAMS", required=True, help=commands.say("cli.scale.step")
    )
    setting.add_argument(
        "--error", metavar="GRAMS", required=True, help=commands.say("cli.scale.error")
    )
    scale.add("remove", _remove)


def _document(here: ScaleHere) -> dict[str, Any]:
    settings = here.settings
    return {
        "desk": here.workstation,
        "scale": None if settings is None else scale_to(settings),
        "tolerance_g": None if settings is None else settings.tolerance_g,
        "keyed_tolerance_g": here.keyed_tolerance_g,
    }


def _list(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.upkeep.scale import scales
    from serkut_desk.weighing.reader import ports

    with context.open() as desk:
        known = scales(desk, context.session(desk, Permission.SEARCH))
        here = desk.database.workstation
    found = ports()
    document = {
        "desk": here,
        "scales": [
            {"desk": name, **scale_to(one), "tolerance_g": one.tolerance_g}
            for name, one in sorted(known.items())
        ],
        "ports": plain(found),
    }
    lines = [
        f"{'*' if name == here else ' '} {name}  {one.name}  {one.port}  {one.protocol.value}  "
        f"{one.baud} {one.frame}  ± {grams_words(one.tolerance_g)}"
        for name, one in sorted(known.items())
    ]
    lines += [f"  {one.name}  {one.about}".rstrip() for one in found]
    return Answer(document, lines or [context.texts.say("cli.scale.none")])


def _read(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.scales import scale_here
    from serkut_desk.weighing.reader import read_once

    with context.open() as desk:
        here = scale_here(desk, context.session(desk, Permission.SEARCH))
    settings = here.settings
    if settings is None:
        raise Refused("scale_missing", desk=here.workstation)
    reading = read_once(settings, args.seconds)
    grams = reading.value_g or 0
    document = {
        "scale": settings.name,
        "weight_g": grams,
        "shown_g": str(reading.grams),
        "net": reading.net,
        "tolerance_g": settings.tolerance_g,
    }
    return Answer(document, [f"{grams_words(grams)}  ± {grams_words(settings.tolerance_g)}"])


def _set(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.scales import line_of
    from serkut_desk.stations.upkeep.commands import SetScale

    protocol = ScaleProtocol(args.protocol)
    baud, frame = line_of(protocol)
    scale = ScaleSettings(
        args.name,
        args.port,
        protocol,
        args.baud or baud,
        args.frame or frame,
        milligrams(args.step, "step"),
        milligrams(args.error, "error"),
    )
    with context.open() as desk:
        here = context.do(desk, SetScale(scale))
    tolerance = here.settings.tolerance_g if here.settings else 0
    said = context.texts.say(
        "cli.scale.kept", desk=here.workstation, scale=scale.name, tolerance=tolerance
    )
    return Answer(_document(here), [said])


def _remove(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.upkeep.commands import ForgetScale

    with context.open() as desk:
        here = context.do(desk, ForgetScale())
    return Answer(
        _document(here), [context.texts.say("cli.scale.forgotten", desk=here.workstation)]
    )
