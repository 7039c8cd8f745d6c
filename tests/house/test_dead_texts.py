"""Every sentence is said somewhere: by its key, by a key put together, or as help of a command."""

from __future__ import annotations

import argparse
import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli.main import _parser
from serkut_desk.texts import Texts, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).resolve().parents[2] / "src" / "serkut_desk"
# Shorter beginnings of a key put together fit too many.
SHORTEST = 4
# Keys put together from two variables: their vocabularies are said whole.
TOGETHER = ("first_start.cannot.",)


def _commands(parser: argparse.ArgumentParser, name: str = "cli") -> Iterator[str]:
    yield name
    for one in parser._actions:
        if isinstance(one, argparse._SubParsersAction):
            for word, inner in one.choices.items():
                yield from _commands(inner, f"{name}.{word}")


def _said() -> tuple[set[str], list[re.Pattern[str]]]:
    """Return keys that stand in the code, and patterns of those put together there."""
    words: set[str] = set()
    patterns = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words.add(node.value)
            if isinstance(node, ast.JoinedStr):
                parts = [
                    part.value if isinstance(part, ast.Constant) else None for part in node.values
                ]
                if isinstance(parts[0], str) and len(parts[0]) >= SHORTEST:
                    joined = ("\\S+" if part is None else re.escape(str(part)) for part in parts)
                    patterns.append(re.compile("".join(joined)))
    beginnings = (word for word in words if word.endswith(".") and len(word) >= SHORTEST)
    patterns += [re.compile(re.escape(word) + "\\S+") for word in beginnings]
    return words, patterns


def test_no_sentence_is_dead() -> None:
    words, patterns = _said()
    words |= set(_commands(_parser(Texts("en"))))
    dead = []
    for key in catalogue("en"):
        failure = re.fullmatch(r"error\.(\w+)\.(what|why|next)", key)
        known = failure.group(1) in words if failure else key in words
        if not known and not key.startswith(TOGETHER):
            dead += [key] if failure or not any(one.fullmatch(key) for one in patterns) else []
    assert dead == []
