"""`intake ER...`: receive one device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.lots import say_row
from serkut_desk.domain.declared_medium import GIGABYTE, declared_medium
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.stations.intake.reasons import serial_reasons

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.stations.intake.results import Received

_TEXTS = ("serial", "inventory", "imei", "product", "manufacturer", "model")


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add("intake", _intake)
    parser.add_argument("lot", help=commands.say("cli.lot.code"))
    parser.add_argument(
        "--scan", action="append", default=[], metavar="TEXT", help=commands.say("cli.intake.scan")
    )
    parser.add_argument(
        "--type", choices=[kind.value for kind in DeviceType], help=commands.say("cli.intake.type")
    )
    parser.add_argument(
        "--medium",
        action="append",
        default=[],
        metavar="SERIAL,KIND,GB",
        help=commands.say("cli.intake.medium"),
    )
    for name in _TEXTS:
        parser.add_argument(f"--{name}", default="", help=commands.say(f"cli.intake.{name}"))
    parser.add_argument("--label", metavar="SD...", help=commands.say("cli.intake.label"))
    parser.add_argument(
        "--no-serial",
        choices=[reason.key for reason in serial_reasons()],
        help=commands.say("cli.intake.no_serial"),
    )
    parser.add_argument("--line", type=int, metavar="ROW", help=commands.say("cli.intake.line"))
    parser.add_argument("--same-as", metavar="SD...", help=commands.say("cli.intake.same_as"))
    parser.add_argument("--twice", action="store_true", help=commands.say("cli.intake.twice"))
    parser.add_argument("--place", help=commands.say("cli.intake.place"))
    parser.add_argument("--cage", help=commands.say("cli.intake.cage"))
    parser.add_argument(
        "--weight", type=int, metavar="GRAMS", help=commands.say("cli.intake.weight")
    )


def _intake(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.commands import ReceiveDevice

    command = ReceiveDevice(
        lot=args.lot,
        scans=tuple(args.scan),
        # What somebody writes in a command is meant; only contradictions are refused.
        sure=True,
        type=DeviceType(args.type) if args.type else None,
        media=tuple(declared_medium(text) for text in args.medium),
        label=args.label,
        serial_reason=args.no_serial,
        line=args.line,
        place=args.place,
        cage=args.cage,
        same_as=args.same_as,
        twice=args.twice,
        weight_g=args.weight,
        **{name: getattr(args, name) for name in _TEXTS},
    )
    with context.open() as desk:
        received = context.do(desk, command)
    return Answer(_document(context, received), _lines(context, received))


def _document(context: Context, received: Received) -> dict[str, object]:
    return {
        "device": received.device,
        "duplicate": received.duplicate,
        "lot": received.lot,
        "place": received.place,
        "type": received.type.value,
        "manufacturer": received.manufacturer,
        "model": received.model,
        "product": received.product,
        "serial": received.serial,
        "inventory": received.inventory,
        "imei": received.imei,
        "state": received.state,
        "listed": received.listed,
        "row": received.row,
        "previous": received.previous,
        "cage": received.cage,
        "late": received.late.as_entry() if received.late else None,
        "same_as": received.same_as,
        "from_list": list(received.from_list),
        "differs": list(received.differs),
        "label": received.label,
        "media": [_medium(one) for one in received.media],
        "scans": [
            {
                "text": note.scan.text,
                "kind": note.scan.kind.value,
                "role": note.role.value,
                "say": context.texts.say(note.code),
            }
            for note in received.notes
        ],
    }


def _medium(medium: StorageMedium) -> dict[str, object]:
    size = medium.capacity_bytes
    return {
        "medium": medium.id,
        "code": medium.code,
        "serial": medium.serial,
        "kind": medium.kind.value,
        "source": medium.kind_source.value,
        "gb": None if size is None else size / GIGABYTE,
        "state": medium.state,
    }


def _lines(context: Context, received: Received) -> list[str]:
    say = context.texts.say
    key = "listed" if received.listed else "extra" if received.has_list else "unlisted"
    key = "duplicate" if received.duplicate else key
    name = " ".join(part for part in (received.manufacturer, received.model) if part)
    first = say(
        f"intake.say.{key}",
        device=received.device,
        name=name,
        place=received.place or say("intake.no_place"),
        lot=received.lot,
    )
    lines = [first, *(say(note.code) for note in received.notes)]
    lines += [say("wiping.say.labelled", code=one.code) for one in received.media if one.code]
    if received.late:
        late = received.late
        lines.append(say("intake.late", device=received.device, lot=late.lot, row=late.row))
    if received.previous:
        lines.append(say("intake.say.previous", device=received.previous))
    return lines if received.row is None else [*lines, say_row(context, received.row)]
