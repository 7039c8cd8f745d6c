"""`scanner codes|check`: whether what a scanner types is what its bars hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.answer import Answer

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands


def register(commands: Commands) -> None:
    """Add the commands about the scanner's set-up."""
    scanner = commands.group("scanner")
    scanner.add("codes", _codes)
    checking = scanner.add("check", _check)
    checking.add_argument("text", nargs="+", help=commands.say("cli.scanner.text"))


def _codes(_context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations import scanners

    found = scanners.check_codes()
    document = [{"code": one.key, "text": one.text} for one in found]
    return Answer(document, [one.text for one in found])


def _check(context: Context, args: Namespace) -> Answer:
    from serkut_desk.domain.scanner_setup import Keyed
    from serkut_desk.stations import scanners

    reads, told = scanners.check([Keyed(text) for text in args.text])
    say = context.texts.say
    document = {
        "right": told.is_right,
        "can_be_put_right": told.can_be_put_right,
        "troubles": [one.value for one in told.troubles],
        "layout": told.fix.layout,
        "before": told.fix.before,
        "after": told.fix.after,
        "scans": [{"expected": one.expected, "troubles": list(one.troubles)} for one in reads],
    }
    lines = [say("scanner.right")] if told.is_right else []
    keys = [f"scanner.{one.value}" for one in told.troubles]
    lines += [f"{say(key)} {say(f'{key}.next')}" for key in keys]
    if told.can_be_put_right:
        lines.append(say("scanner.can_be_put_right"))
    return Answer(document, lines)
