"""Words into arguments: argparse, whose complaints become known failures."""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn, cast

from serkut_desk.cli import complaints
from serkut_desk.domain.codes import parse_code
from serkut_desk.domain.errors import Misused

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from serkut_desk.cli.answer import Answer
    from serkut_desk.cli.context import Context
    from serkut_desk.texts import Texts


class _Formatter(argparse.HelpFormatter):
    """Help whose usage line begins with our word for it."""

    def __init__(self, prog: str, *, texts: Texts) -> None:
        super().__init__(prog)
        self._usage_word = texts.say("usage.usage")

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Add the usage line; a parser asks for one without any beginning, too."""
        word = f"{self._usage_word} " if prefix is None else prefix
        super().add_usage(usage, actions, groups, word)


class Parser(argparse.ArgumentParser):
    """An argument parser in our languages, which never ends the process because of a mistake."""

    def __init__(self, *, texts: Texts, **settings: Any) -> None:
        formatter = partial(_Formatter, texts=texts)
        super().__init__(
            **{"allow_abbrev": False, "add_help": False, "formatter_class": formatter, **settings}
        )
        self._texts = texts
        self._positionals.title = texts.say("usage.positionals")
        self._optionals.title = texts.say("usage.options")
        self.add_argument("-h", "--help", action="help", help=texts.say("usage.help"))

    def error(self, message: str) -> NoReturn:
        """Tell of a mistake.

        Raises:
            Misused: `usage`, always.
        """
        usage = " ".join(self.format_usage().split())
        raise Misused("usage", said=complaints.said(message, self._texts), usage=usage)


class _Unheard(Parser):
    """Stands for a command that was not given: help lists it, nobody asks it anything.

    Hundreds of parsers take longer to make than most commands to carry out.
    """

    def __init__(self, **settings: Any) -> None:
        del settings

    def add_argument(self, *_names: Any, **_settings: Any) -> argparse.Action:
        """Take an argument that nobody gives."""
        return _NOT_GIVEN

    def add_mutually_exclusive_group(self, **_settings: Any) -> Any:
        """Return where arguments are put that nobody gives."""
        return self

    def add_subparsers(self, **_settings: Any) -> Any:
        """Return where commands are put that nobody gives."""
        return self

    def add_parser(self, _name: str, **_settings: Any) -> Parser:
        """Return what stands for a command below."""
        return self

    def set_defaults(self, **_defaults: Any) -> None:
        """Take what nobody asks for."""


_NOT_GIVEN = argparse.Action([], "")


class Commands:
    """Where the modules of the command line put their commands.

    The help of each is the sentence `cli.<group>.<name>`, or `cli.<name>` outside a group.

    Args:
        parser: Whose commands they are.
        texts: The sentences.
        given: The words that were given: other commands are only listed; None for all of them.
        prefix: What the commands' sentences begin with.
    """

    def __init__(
        self, parser: Parser, texts: Texts, given: Collection[str] | None, prefix: str = "cli"
    ) -> None:
        self._parsers = parser.add_subparsers(
            metavar=texts.say("cli.command"),
            dest=prefix,
            # argparse only calls it.
            parser_class=cast("type[Parser]", self._parser),
            required=prefix != "cli",
        )
        self._texts = texts
        self._given = given
        self._prefix = prefix

    def _parser(self, *, prog: str, **settings: Any) -> Parser:
        heard = self._given is None or prog.rpartition(" ")[2] in self._given
        return Parser(prog=prog, **settings) if heard else _Unheard()

    def say(self, key: str) -> str:
        """Return a sentence, for the help of an argument."""
        return self._texts.say(key)

    def group(self, name: str) -> Commands:
        """Return where `name SOMETHING` commands are put."""
        return Commands(self._add(name), self._texts, self._given, f"{self._prefix}.{name}")

    def add(self, name: str, run: Callable[[Context, argparse.Namespace], Answer]) -> Parser:
        """Add a command and return its parser, for its arguments."""
        parser = self._add(name)
        # No argument may have this name; wipes have a number called "run".
        parser.set_defaults(carry_out=run)
        return parser

    def _add(self, name: str) -> Parser:
        sentence = self.say(f"{self._prefix}.{name}")
        return self._parsers.add_parser(
            name, help=sentence, description=sentence, texts=self._texts
        )


def own_code(text: str) -> str:
    """Return one of our codes as it is stored, as the type of an argument; other text as it is."""
    own = parse_code(text)
    return text if own is None else str(own)


def day(text: str) -> date:
    """Return a day of the calendar, as the type of an argument: `2026-11-21` or `21.11.2026`."""
    if "." in text:
        return datetime.strptime(text, "%d.%m.%Y").replace(tzinfo=UTC).date()
    return date.fromisoformat(text)
