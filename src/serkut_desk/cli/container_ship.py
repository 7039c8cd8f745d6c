"""`container ship open|add|remove|send|cancel|list` and `container recycler-code`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import own_code
from serkut_desk.cli.plain import plain
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.stations.containers.commands import ShipmentDone
    from serkut_desk.stations.handling import Command


def register(commands: Commands, containers: Commands) -> None:
    """Add the commands about what leaves."""
    group, say = containers.group("ship"), commands.say
    opening = group.add("open", _open)
    opening.add_argument("recycler", help=say("cli.container.about.recycler"))
    opening.add_argument("--vehicle", default="", help=say("cli.container.about.vehicle"))
    opening.add_argument("--note", default="", help=say("cli.container.about.note"))
    for name, run in (("add", _add), ("remove", _remove)):
        changing = group.add(name, run)
        _shipment(commands, changing)
        changing.add_argument("container", type=own_code, help=say("cli.container.about.code"))
    sending = group.add("send", _send)
    _shipment(commands, sending)
    sending.add_argument("--vehicle", help=say("cli.container.about.vehicle"))
    sending.add_argument("--out", type=Path, help=say("cli.container.about.out"))
    _shipment(commands, group.add("cancel", _cancel))
    group.add("list", _list)
    setting = containers.add("recycler-code", _set_code)
    setting.add_argument("recycler", help=say("cli.container.about.recycler"))
    setting.add_argument("fraction", help=say("cli.container.about.fraction"))
    setting.add_argument("code", help=say("cli.container.about.own_code"))


def _shipment(commands: Commands, parser: Parser) -> None:
    parser.add_argument("shipment", type=int, help=commands.say("cli.container.about.shipment"))


def _do(context: Context, command: Command[ShipmentDone]) -> Answer:
    with context.open() as desk:
        done = context.do(desk, command)
    document: dict[str, Any] = plain(done)
    document.pop("changes")
    return Answer(
        document, [_spoken(context, done.shipment, done.recycler, done.state, done.containers)]
    )


def _spoken(
    context: Context, number: int, recycler: str, state: str, containers: tuple[object, ...]
) -> str:
    return context.texts.say(
        "cli.container.said.shipment",
        shipment=number,
        recycler=recycler,
        count=len(containers),
        state=context.texts.say(f"shipment.state.{state}"),
    )


def _open(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers.commands import OpenShipment

    return _do(context, OpenShipment(args.recycler, args.vehicle, args.note))


def _add(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers.commands import AddToShipment

    return _do(context, AddToShipment(args.shipment, args.container))


def _remove(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers.commands import TakeFromShipment

    return _do(context, TakeFromShipment(args.shipment, args.container))


def _cancel(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers.commands import CancelShipment

    return _do(context, CancelShipment(args.shipment))


def _send(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations import papers
    from serkut_desk.stations.containers.commands import SendShipment

    with context.open() as desk:
        done = context.do(desk, SendShipment(args.shipment, args.vehicle, context.texts.language))
        session = context.session(desk, Permission.SHIP)
        files = papers.files_of(desk, session, done.number, Permission.SHIP)
        (pdf,) = papers.written(files, args.out or desk.folder.papers)
    document: dict[str, Any] = plain(done)
    document.pop("changes")
    return Answer({**document, "pdf": str(pdf)}, [done.number, str(pdf)])


def _list(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.containers import queries

    with context.open() as desk:
        found = queries.shipments(desk, context.session(desk, Permission.SHIP))
    lines = [
        _spoken(context, one.shipment, one.recycler, one.state, one.containers) for one in found
    ]
    return Answer([plain(one) for one in found], lines)


def _set_code(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.containers.commands import SetRecyclerCode

    with context.open() as desk:
        done = context.do(desk, SetRecyclerCode(args.recycler, args.fraction, args.code))
    document = {"recycler": done.recycler, "fraction": done.fraction, "code": done.code}
    said = context.texts.say("cli.container.said.code_set", **document)
    return Answer(document, [said])
