"""`device unread ER...`: the devices of a lot whose serial number nobody could read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.plain import plain
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands


def register(device: Commands, commands: Commands) -> None:
    """Add the command to the group `device`; `commands` says its help."""
    parser = device.add("unread", _unread)
    parser.add_argument("lot", help=commands.say("cli.lot.code"))


def _unread(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake import queries

    say = context.texts.say
    with context.open() as desk:
        session = context.session(desk, Permission.RECEIVE)
        found = queries.without_serial(desk, session, args.lot)
    lines = [
        "  ".join(
            filter(
                None,
                (
                    one.code,
                    f"{one.manufacturer} {one.model}".strip() or say(f"type.{one.type}"),
                    say(f"intake.no_serial.{one.reason}") if one.reason else "",
                ),
            )
        )
        for one in found
    ]
    return Answer({"devices": [plain(one) for one in found]}, lines)
