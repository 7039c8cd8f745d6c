"""A sentence about a field says its name in the reader's language, never as commands call it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[2] / "src" / "serkut_desk"
# These take the name of the field after the text.
TAKERS = {"short_text", "impersonal_text", "impersonal_reason"}
# Named in a loop or by an attribute, so that no call shows them.
IN_LOOPS = {"imei", "product", "weee_category", "checklist", "guide"}


def _constant(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _fields(call: ast.Call) -> Iterator[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name in TAKERS and len(call.args) > 1:
        yield from _constant(call.args[1])
    if name in {*TAKERS, "Refused", "Misused"}:
        for keyword in call.keywords:
            if keyword.arg == "field":
                yield from _constant(keyword.value)


def test_every_field_that_a_failure_names_has_its_word() -> None:
    named = set(IN_LOOPS)
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "field" in text or any(taker in text for taker in TAKERS):
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.Call):
                    named |= set(_fields(node))
    assert "reason" in named
    # An option of the command line is called as it is written there.
    fields = {one for one in named if not one.startswith("-")}
    assert {one for one in fields if not Texts("fi").has(f"field.{one}")} == set()
