"""The command cards and the sheets they are printed on: data, no drawing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.codes import CodeKind, make_code

if TYPE_CHECKING:
    from collections.abc import Mapping


class Section(StrEnum):
    """A group of cards that begins a sheet of its own; in the order of printing."""

    STOP = "stop"
    WORK = "work"
    ANSWER = "answer"
    DESK = "desk"
    SCANNER = "scanner"
    THINGS = "things"


@dataclass(frozen=True, slots=True)
class CommandCard:
    """One card: what it says, by language, and the key that does the same.

    Args:
        code: What is in its bars.
        group: Its section.
        name: Its word in the vocabulary.
        key: The key that does the same, "" for none.
        icon: Its picture, a file of `resources/icons`.
        tone: stop, good or plain.
        words: Its name in each language.
        help: A sentence in each language; none for what its name says already.
        struck: The picture is crossed out: there is none of it.
    """

    code: str
    group: str
    name: str
    key: str
    icon: str
    tone: str
    words: Mapping[str, str]
    help: Mapping[str, str] = field(default_factory=dict)
    struck: bool = False


@cache
def command_cards() -> tuple[CommandCard, ...]:
    """Return the shipped commands, in the order of their numbers."""
    return tuple(
        CommandCard(
            code=make_code(CodeKind.COMMAND, each["number"]),
            **{key: value for key, value in each.items() if key != "number"},
        )
        for each in shipped.json_resource("vocabularies", "commands.json")["commands"]
    )


@cache
def cards_of(section: Section) -> tuple[CommandCard, ...]:
    """Return what is printed in a section: commands, things that are counted, test bars."""
    own = tuple(card for card in command_cards() if card.group == section.value)
    if section is Section.SCANNER:
        return own + _test_bars()
    return own + (_things() if section is Section.THINGS else ())


def _things() -> tuple[CommandCard, ...]:
    kinds = shipped.json_resource("intake", "things.json")["kinds"]
    return tuple(
        CommandCard(
            code=make_code(CodeKind.COMMAND, one["number"]),
            group=Section.THINGS.value,
            name=one["key"],
            key="",
            icon=one["icon"],
            tone="plain",
            words=one["words"],
        )
        for one in kinds
    )


def _test_bars() -> tuple[CommandCard, ...]:
    """Return the bars of the scanner's set-up that are no command."""
    data = shipped.json_resource("scanner", "2026-11-22_check.json")["codes"]
    return tuple(
        CommandCard(
            code=one["text"],
            group=Section.SCANNER.value,
            name=one["key"],
            key="",
            icon="scan-barcode",
            tone="plain",
            words=one["words"],
        )
        for one in data
        if "text" in one
    )
