"""Text as people see it: no control marks, nothing that turns it round."""

from __future__ import annotations

from unicodedata import category


def plain_line(text: str) -> str:
    """Return a text as one line of what can be seen.

    White space becomes single spaces. Marks that show nothing are left out: controls, and format
    marks such as those that make a screen or paper write from right to left; halves of letters
    that file names in another encoding leave become `?`.
    """
    spaced = " ".join(text.split())
    kept = (
        "?" if category(mark) == "Cs" else mark for mark in spaced if category(mark) not in _UNSEEN
    )
    return " ".join("".join(kept).split())


def plain_lines(text: str) -> str:
    """Return a text of several lines without the marks that `plain_line` leaves out."""
    return "".join(
        mark
        for mark in text
        if mark in "\n\t" or mark.isprintable() or category(mark) not in _UNSEEN
    )


_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co"})
