"""`device mixup|settle`: a label that was on the wrong device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.plain import plain

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.stations.devices.commands import MixedUp


def register(device: Commands, commands: Commands) -> None:
    """Add the commands to the group `device`; `commands` says their help."""
    telling = device.add("mixup", _tell)
    telling.add_argument("device", help=commands.say("cli.device.code"))
    telling.add_argument("--on", metavar="SD...", help=commands.say("cli.mixup.on"))
    telling.add_argument("--since", type=int, metavar="ENTRY", help=commands.say("cli.mixup.since"))
    telling.add_argument("--note", default="", help=commands.say("cli.mixup.note"))
    settling = device.add("settle", _settle)
    settling.add_argument("device", help=commands.say("cli.device.code"))
    settling.add_argument("--reason", required=True, help=commands.say("cli.reason"))
    settling.add_argument(
        "--unfounded", action="store_true", help=commands.say("cli.mixup.unfounded")
    )


def _tell(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.devices.commands import ReportMixup

    with context.open() as desk:
        done = context.do(desk, ReportMixup(args.device, args.on, args.since, args.note))
    return _answer(context, done)


def _settle(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.devices.commands import SettleMixup

    command = SettleMixup(args.device, mixed_up=not args.unfounded, reason=args.reason)
    with context.open() as desk:
        done = context.do(desk, command)
    return _answer(context, done)


def _answer(context: Context, done: MixedUp) -> Answer:
    key = "cli.mixup.done" if done.settled else "cli.mixup.waits"
    ended = ", ".join((*done.ended, *done.certificates)) or "-"
    return Answer(plain(done), [context.texts.say(key, device=done.device, ended=ended)])
