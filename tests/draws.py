"""Second looks in tests: nobody is drawn, so that no device is held back by chance.

What is about second looks takes the real rules by `drawing`.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.stations import look_drawing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.second_look import LookRules

SHIPPED = look_drawing.look_rules()
_NOBODY = replace(SHIPPED, per_hundred=0, least=0, chance=0)


def draw_nobody() -> None:
    """Let no approval draw anybody."""
    _set(_NOBODY)


@contextmanager
def drawing(**changed: int) -> Iterator[LookRules]:
    """Draw by the shipped rules, or by these, for the length of a with statement."""
    rules = replace(SHIPPED, **changed)  # type: ignore[arg-type]  # figures only
    _set(rules)
    yield rules
    draw_nobody()


def _set(rules: LookRules) -> None:
    setattr(look_drawing, "look_rules", lambda: rules)  # noqa: B010 - a module's own function, told to mypy as none
