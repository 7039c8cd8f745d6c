"""`labels list|print|roll|cards|reprint|cancel` and `labels printer list|set|remove`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.answer import UNAVAILABLE, Answer
from serkut_desk.cli.plain import plain
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.printers import Printer, PrinterKind

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.domain.printers import Printers

_KINDS = [one.value for one in PrinterKind]


def register(commands: Commands) -> None:
    """Add the commands about labels and printers."""
    labels = commands.group("labels")
    labels.add("list", _list)
    labels.add("print", _print)
    rolling = labels.add("roll", _roll)
    rolling.add_argument("count", type=int, help=commands.say("cli.labels.count"))
    cards = labels.add("cards", _cards)
    cards.add_argument(
        "--size", choices=("a4", "a3"), default="a4", help=commands.say("cli.labels.size")
    )
    again = labels.add("reprint", _reprint)
    again.add_argument("code", help=commands.say("cli.labels.code"))
    again.add_argument("--reason", required=True, help=commands.say("cli.reason"))
    cancelling = labels.add("cancel", _cancel)
    cancelling.add_argument("job", type=int, help=commands.say("cli.labels.job"))
    printer = labels.group("printer")
    printer.add("list", _printers)
    setting = printer.add("set", _set)
    setting.add_argument("name", help=commands.say("cli.printer.name"))
    setting.add_argument(
        "--kind", choices=_KINDS, required=True, help=commands.say("cli.printer.kind")
    )
    setting.add_argument("--host", default="", help=commands.say("cli.printer.host"))
    setting.add_argument("--port", type=int, default=9100, help=commands.say("cli.printer.port"))
    setting.add_argument("--dpi", type=int, default=300, help=commands.say("cli.printer.dpi"))
    setting.add_argument(
        "--may-be-silent", action="store_true", help=commands.say("cli.printer.silent")
    )
    setting.add_argument(
        "--not-default", action="store_true", help=commands.say("cli.printer.other")
    )
    printer.add("remove", _remove).add_argument("name", help=commands.say("cli.printer.name"))


def _list(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.labels import queries

    with context.open() as desk:
        found = queries.waiting(desk, context.session(desk, Permission.SEARCH))
    say = context.texts.say
    lines = [
        f"{one.job}  {one.code}  {one.printer}  "
        + (say(f"error.{one.why}.what", **one.facts) if one.why else "")
        for one in found
    ]
    return Answer(plain(found), lines or [say("cli.nothing_waits")])


def _print(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.labels import printing

    with context.open() as desk:
        session = context.session(desk, Permission.LABELS)
        report = printing.print_waiting(desk, session, language=context.texts.language)
    lines = [f"{one.code}  {one.path or one.printer}" for one in report.printed]
    for held in report.held:
        lines += [context.texts.say(f"error.{held.code}.{part}", **held.facts) for part in _PARTS]
    return Answer(plain(report), lines, UNAVAILABLE if report.held else 0)


_PARTS = ("what", "next")


def _roll(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.labels import printing

    with context.open() as desk:
        session = context.session(desk, Permission.LABELS)
        roll = printing.print_roll(desk, session, args.count, language=context.texts.language)
    return Answer(plain(roll), [str(roll.path)])


def _cards(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.labels import printing

    with context.open() as desk:
        session = context.session(desk, Permission.LABELS)
        language = context.texts.language
        path = printing.print_cards(desk, session, size=args.size, language=language)
    return Answer({"path": str(path)}, [str(path)])


def _reprint(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.labels.commands import ReprintLabel

    with context.open() as desk:
        job = context.do(desk, ReprintLabel(args.code, args.reason))
    said = context.texts.say("cli.labels.queued", code=args.code, job=job)
    return Answer({"job": job}, [said])


def _cancel(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.labels.commands import CancelLabel

    with context.open() as desk:
        context.do(desk, CancelLabel(args.job))
    said = context.texts.say("cli.labels.cancelled", job=args.job)
    return Answer({"job": args.job, "cancelled": True}, [said])


def _printers(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.labels import queries

    with context.open() as desk:
        found = queries.printers(desk, context.session(desk, Permission.SEARCH))
    return _printers_answer(found)


def _printers_answer(found: Printers) -> Answer:
    lines = [
        f"{'*' if one.name == found.default else ' '} {one.name}  {one.kind.value}  {one.dpi} dpi"
        for one in found.known
    ]
    return Answer(plain(found), lines)


def _set(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.labels.commands import ChangePrinter

    printer = Printer(
        args.name, PrinterKind(args.kind), args.host, args.port, args.dpi, args.may_be_silent
    )
    with context.open() as desk:
        found = context.do(desk, ChangePrinter(printer, default=not args.not_default))
    return _printers_answer(found)


def _remove(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.labels.commands import RemovePrinter

    with context.open() as desk:
        found = context.do(desk, RemovePrinter(args.name))
    return _printers_answer(found)
