"""The commands about storage media: `media add`, `out`, `next`, `destroy` and the others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.plain import plain
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.declared_medium import GIGABYTE, declared_medium
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.policy import PHYSICAL, SanitisationTechnique

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.wiping.queries import WaitingRow
    from serkut_desk.stations.wiping.results import MediumDone

_KINDS = [kind.value for kind in MediumKind]
_SEEN = [source.value for source in CountSource]
_STEPS = ["repeat", "remove", "destroy"]
_TECHNIQUES = sorted(technique.value for technique in SanitisationTechnique)
_HOW = sorted(technique.value for technique in PHYSICAL)


def register(commands: Commands) -> None:
    """Add the commands about media."""
    say, media = commands.say, commands.group("media")
    adding = media.add("add", _add)
    adding.add_argument("device", help=say("cli.wiping.device"))
    adding.add_argument("medium", metavar="SERIAL,KIND,GB", help=say("cli.wiping.form"))
    adding.add_argument("--model", default="", help=say("cli.wiping.model"))
    adding.add_argument("--no-serial", default="", metavar="WHY", help=say("cli.wiping.no_serial"))
    media.add("remove", _remove).add_argument("medium", help=say("cli.wiping.medium"))
    _loose(media)
    for name, run in (("withdraw", _withdraw), ("reject", _reject), ("used", _used)):
        parser = media.add(name, run)
        parser.add_argument("medium", help=say("cli.wiping.medium"))
        parser.add_argument("--reason", required=True, help=say("cli.wiping.reason"))
    none = media.add("none", _none)
    none.add_argument("device", help=say("cli.wiping.device"))
    none.add_argument("--seen", choices=_SEEN, default="opened", help=say("cli.wiping.seen"))
    accepting = media.add("accept", _accept)
    accepting.add_argument("medium", help=say("cli.wiping.medium"))
    accepting.add_argument("--kind", choices=_KINDS, help=say("cli.wiping.kind"))
    confirming = media.add("confirm", _confirm)
    confirming.add_argument("medium", help=say("cli.wiping.medium"))
    confirming.add_argument("--kind", choices=_KINDS, help=say("cli.wiping.kind"))
    confirming.add_argument("--serial", help=say("cli.wiping.serial"))
    media.add("list", _list).add_argument("device", help=say("cli.wiping.device"))
    following = media.add("next", _next)
    following.add_argument("medium", help=say("cli.wiping.medium"))
    following.add_argument("--step", choices=_STEPS, help=say("cli.wiping.step"))
    following.add_argument("--how", choices=_TECHNIQUES, help=say("cli.wiping.step_how"))
    following.add_argument("--note", default="", help=say("cli.wiping.note"))
    destroying = media.add("destroy", _destroy)
    destroying.add_argument("media", nargs="+", metavar="medium", help=say("cli.wiping.medium"))
    destroying.add_argument("--how", choices=_HOW, required=True, help=say("cli.wiping.how"))
    destroying.add_argument("--second", required=True, metavar="HK", help=say("cli.wiping.second"))
    destroying.add_argument("--performed-by", metavar="HK", help=say("cli.wiping.performer"))
    destroying.add_argument("--particles", metavar="H-4", help=say("cli.wiping.particles"))
    destroying.add_argument("--machine", default="", help=say("cli.wiping.machine"))
    destroying.add_argument("--evidence", type=Path, help=say("cli.wiping.evidence"))
    destroying.add_argument("--weight", type=int, metavar="G", help=say("cli.wiping.pieces"))
    destroying.add_argument("--container", default="", metavar="AS", help=say("cli.wiping.into"))
    destroying.add_argument("--note", default="", help=say("cli.wiping.note"))


def _loose(media: Commands) -> None:
    """Add the commands about media that go about."""
    say = media.say
    for name, run in (("out", _out), ("stock", _stock), ("place", _place), ("fit", _fit)):
        parser = media.add(name, run)
        parser.add_argument("medium", help=say("cli.wiping.medium"))
        if name == "out":
            parser.add_argument("--weight", type=int, metavar="G", help=say("cli.wiping.weight"))
        if name in {"out", "stock"}:
            parser.add_argument("--place", metavar="PLACE", help=say("cli.wiping.place"))
        if name == "place":
            parser.add_argument("place", help=say("cli.wiping.place"))
        if name == "fit":
            parser.add_argument("device", help=say("cli.wiping.device"))


def _add(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import DeclareMedium

    told = declared_medium(args.medium)
    return _done(
        context,
        DeclareMedium(
            device=args.device,
            serial=told.serial,
            kind=told.kind,
            capacity_bytes=told.capacity_bytes,
            model=args.model,
            serial_reason=args.no_serial,
        ),
    )


def _remove(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import RemoveMedium

    return _done(context, RemoveMedium(args.medium))


def _out(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import RemoveMedium

    return _done(context, RemoveMedium(args.medium, args.weight, args.place))


def _place(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import PlaceMedium

    return _done(context, PlaceMedium(args.medium, args.place))


def _fit(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import FitMedium

    return _done(context, FitMedium(args.medium, args.device))


def _used(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import UseMedium

    return _done(context, UseMedium(args.medium, args.reason))


def _stock(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import StockMedium

    with context.open() as desk:
        done = context.do(desk, StockMedium(args.medium, args.place))
    part, medium = done.part, done.medium
    document = {
        "part": part.code,
        "medium": medium.id,
        "code": medium.code,
        "serial": medium.serial,
        "device": done.gathered.device.code,
        "weight_g": part.weight_g,
    }
    return Answer(document, [f"{part.code}  {part.specification}  {medium.serial}".rstrip()])


def _withdraw(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import WithdrawMedium

    return _done(context, WithdrawMedium(args.medium, args.reason))


def _reject(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import RejectProposed

    return _done(context, RejectProposed(args.medium, args.reason))


def _accept(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import AcceptProposed

    return _done(context, AcceptProposed(args.medium, MediumKind(args.kind) if args.kind else None))


def _confirm(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import (
        ConfirmKind,
        ConfirmSerial,
    )

    if (args.kind is None) == (args.serial is None):
        raise Misused("confirm_one_thing")
    if args.kind is not None:
        return _done(context, ConfirmKind(args.medium, MediumKind(args.kind)))
    return _done(context, ConfirmSerial(args.medium, args.serial))


def _done(context: Context, command: Command[MediumDone]) -> Answer:
    from serkut_desk.stations.wiping.commands import (
        AcceptProposed,
        DeclareMedium,
    )

    with context.open() as desk:
        done = context.do(desk, command)
    medium = done.medium
    size = medium.capacity_bytes
    document = {
        "medium": medium.id,
        "code": medium.code,
        "serial": medium.serial,
        "serial_certain": medium.serial_certain,
        "kind": medium.kind.value,
        "source": medium.kind_source.value,
        "gb": None if size is None else size / GIGABYTE,
        "state": medium.state,
        "proposed": medium.proposed,
        "removed": medium.removed_at is not None,
        "device": done.gathered.device.code,
        "device_state": done.gathered.state.value,
    }
    name = medium.serial or medium.code or f"#{medium.id}"
    say = context.texts.say
    kind, state = say(f"kind.{medium.kind}"), say(f"medium_state.{medium.state}")
    lines = [f"{name}  {kind}  {state}"]
    if isinstance(command, DeclareMedium | AcceptProposed) and medium.code is not None:
        lines.append(say("wiping.say.labelled", code=medium.code))
    return Answer(document, lines)


def _none(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import StateNone

    with context.open() as desk:
        done = context.do(desk, StateNone(args.device, CountSource(args.seen)))
    document = {
        "device": done.gathered.device.code,
        "persons": done.persons,
        "needed": done.needed,
        "device_state": done.gathered.state.value,
    }
    line = context.texts.say("wiping.say.none", persons=done.persons, needed=done.needed)
    return Answer(document, [line])


def _list(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping import queries

    with context.open() as desk:
        rows = queries.media_of(desk, context.session(desk, Permission.SEARCH), args.device)
    return Answer(plain(rows), [say_row(context, row) for row in rows])


def say_row(context: Context, row: WaitingRow) -> str:
    """Return one line for a medium that waits."""
    say = context.texts.say
    kind = say(f"kind.{row.kind}") if row.kind else "-"
    required = say(f"level.{row.required}") if row.required else "-"
    parts = (
        row.device or "-",
        row.medium or "-",
        kind,
        row.method or (say(f"technique.{row.technique}") if row.technique else "-"),
        f"{required} > {say(f'level.{row.reached}')}",
        say(f"situation.{row.situation}"),
        f"({row.run})" if row.run is not None else "",
    )
    return "  ".join(part for part in parts if part)


def _destroy(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import DestroyMedia

    command = DestroyMedia(
        media=tuple(args.media),
        technique=SanitisationTechnique(args.how),
        second=args.second,
        performed_by=args.performed_by,
        particle_class=args.particles,
        machine=args.machine,
        evidence=args.evidence,
        weight_g=args.weight,
        container=args.container,
        note=args.note,
    )
    with context.open() as desk:
        done = context.do(desk, command)
    states = {one.device.code: one.state.value for one in done.gathered}
    document = {
        "destruction": done.destruction,
        "technique": args.how,
        "media": [
            {"medium": run.medium_id, "serial": run.serial, "run": run.id} for run in done.runs
        ],
        "devices": states,
    }
    say = context.texts.say
    lines = [f"{run.serial or run.medium_id}  {say(f'technique.{args.how}')}" for run in done.runs]
    lines += [f"{code}  {say(f'state.{state}')}" for code, state in states.items()]
    return Answer(document, lines)


def _next(context: Context, args: Namespace) -> Answer:
    from serkut_desk.domain.next_steps import Step
    from serkut_desk.stations.wiping import next_steps
    from serkut_desk.stations.wiping.commands import DecideNextStep

    technique = SanitisationTechnique(args.how) if args.how else None
    if args.step is not None:
        return _done(context, DecideNextStep(args.medium, Step(args.step), technique, args.note))
    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        offers, decided = next_steps.offered(desk, session, args.medium)
    say = context.texts.say
    lines = [
        "  ".join(
            filter(
                None,
                (
                    say(f"next_step.{one.step}"),
                    say(f"technique.{one.technique}") if one.technique else "",
                    say(f"level.{one.level}") if one.level else "",
                ),
            )
        )
        for one in offers
    ]
    if decided is not None:
        lines.append(say("wiping.say.step", step=say(f"next_step.{decided.step}")))
    return Answer({"offers": plain(offers), "decided": plain(decided)}, lines)
