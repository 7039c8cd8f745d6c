"""Words into arguments: argparse, whose complaints become known failures."""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, NoReturn

from serkut_desk.domain.codes import parse_code
from serkut_desk.domain.errors import Misused

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.cli.answer import Answer
    from serkut_desk.cli.context import Context
    from serkut_desk.texts import Texts


class Parser(argparse.ArgumentParser):
    """An argument parser that never ends the process by itself because of a mistake."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"allow_abbrev": False, **settings})

    def error(self, message: str) -> NoReturn:
        """Tell of a mistake.

        Raises:
            Misused: `usage`, always.
        """
        usage = " ".join(self.format_usage().split())
        raise Misused("usage", said=message, usage=usage)


class Commands:
    """Where the modules of the command line put their commands.

    The help of each is the sentence `cli.<group>.<name>`, or `cli.<name>` outside a group.
    """

    def __init__(self, parser: Parser, texts: Texts, prefix: str = "cli") -> None:
        self._parsers = parser.add_subparsers(
            metavar=texts.say("cli.command"),
            dest=prefix,
            parser_class=Parser,
            required=prefix != "cli",
        )
        self._texts = texts
        self._prefix = prefix

    def say(self, key: str) -> str:
        """Return a sentence, for the help of an argument."""
        return self._texts.say(key)

    def group(self, name: str) -> Commands:
        """Return where `name SOMETHING` commands are put."""
        return Commands(self._add(name), self._texts, f"{self._prefix}.{name}")

    def add(self, name: str, run: Callable[[Context, argparse.Namespace], Answer]) -> Parser:
        """Add a command and return its parser, for its arguments."""
        parser = self._add(name)
        # No argument may have this name; wipes have a number called "run".
        parser.set_defaults(carry_out=run)
        return parser

    def _add(self, name: str) -> Parser:
        sentence = self.say(f"{self._prefix}.{name}")
        return self._parsers.add_parser(name, help=sentence, description=sentence)


def own_code(text: str) -> str:
    """Return one of our codes as it is stored, as the type of an argument; other text as it is."""
    own = parse_code(text)
    return text if own is None else str(own)


def day(text: str) -> date:
    """Return a day of the calendar, as the type of an argument: `2026-11-21` or `21.11.2026`."""
    if "." in text:
        return datetime.strptime(text, "%d.%m.%Y").replace(tzinfo=UTC).date()
    return date.fromisoformat(text)
