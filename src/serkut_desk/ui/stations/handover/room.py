"""How much fits side by side at the user's scale; screens are made anew when it changes."""

from __future__ import annotations

from serkut_desk.ui.theme import scale

_ROOMY, _NARROW = 1.25, 1.5


def is_narrow() -> bool:
    """Tell whether things have to stand below each other."""
    return scale() >= _NARROW


def side_by_side(most: int) -> int:
    """Return how many of at most `most` things fit in a row."""
    if is_narrow():
        return 1
    return min(most, 2) if scale() >= _ROOMY else most
