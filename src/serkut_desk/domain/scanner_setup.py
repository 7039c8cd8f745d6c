"""Tells from three scans whether scanner, keyboard layout and line end are right.

Each scan is compared with what was in the bars: what stands before and after it, which keys ended
it, and whether a known layout or a lock of the keyboard explains what is different.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import parse_code

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from serkut_desk.domain.scan.layout import Keyboard

ENTER, TAB = "Enter", "Tab"
_SAME_LEAST = 0.4
"""So much of a code must have come through for it to be that code, garbled."""
LONGEST_AROUND = 20
"""Characters that a scanner may set before or after a code."""


class Trouble(StrEnum):
    """What is not as it should be; its sentences are `scanner.<value>` and `.next`."""

    OTHER_CODE = "other_code"
    CAPS_LOCK = "caps_lock"
    CAPITALS = "capitals"
    LAYOUT = "layout"
    LAYOUT_UNKNOWN = "layout_unknown"
    NO_DIGITS = "no_digits"
    NO_END = "no_end"
    DOUBLE_END = "double_end"
    BEFORE = "before"
    AFTER = "after"
    UNSTEADY = "unsteady"


HARMLESS = frozenset({Trouble.DOUBLE_END})
"""The program swallows it."""
PUT_RIGHT = frozenset({Trouble.LAYOUT, Trouble.BEFORE, Trouble.AFTER})
"""The program can put it right for this scanner."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """What arrived for one scan: its characters, and the keys that ended it."""

    text: str
    ends: tuple[str, ...] = (ENTER,)


@dataclass(frozen=True, slots=True)
class Read:
    """What one scan tells.

    Args:
        expected: What was in the bars.
        troubles: What is wrong with it, the most pressing first; empty when all is right.
        layout: Key of the layout that puts it right; None where none is needed or known.
        before: What stands before it.
        after: What stands after it.
    """

    expected: str
    troubles: tuple[Trouble, ...] = ()
    layout: str | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ScannerFix:
    """What the program puts right in the scans of this desk; nothing by default.

    Args:
        layout: Key of a layout, "" for none.
        before: Taken away from the beginning, as the scanner sent it.
        after: Taken away from the end, likewise.
    """

    layout: str = ""
    before: str = ""
    after: str = ""

    def fixed(self, text: str, layouts: Mapping[str, Keyboard]) -> str:
        """Return a scan as its bars held it; our own codes need nothing."""
        if parse_code(text) is not None:
            return text
        layout = layouts.get(self.layout)
        held = layout.restored(text) if layout is not None else text
        if self.before and held.startswith(self.before) and len(held) > len(self.before):
            held = held[len(self.before) :]
        if self.after and held.endswith(self.after) and len(held) > len(self.after):
            held = held[: -len(self.after)]
        return held


@dataclass(frozen=True, slots=True)
class SetupVerdict:
    """What all scans tell together.

    Args:
        troubles: What is wrong, the most pressing first.
        fix: What the program can put right by itself; an empty one where nothing is to be put
            right, or not everything can.
    """

    troubles: tuple[Trouble, ...]
    fix: ScannerFix

    @property
    def is_right(self) -> bool:
        """Whether scans arrive whole, as they are."""
        return not set(self.troubles) - HARMLESS

    @property
    def can_be_put_right(self) -> bool:
        """Whether the program can make up for everything that is wrong."""
        wrong = set(self.troubles) - HARMLESS
        return bool(wrong) and wrong <= PUT_RIGHT


def read_scan(expected: str, keyed: Keyed, layouts: Mapping[str, Keyboard]) -> Read:
    """Return what one scan tells.

    Args:
        expected: What was in the bars.
        keyed: What arrived.
        layouts: Known layouts by key.
    """
    found = _explained(expected, keyed.text, layouts)
    if Trouble.OTHER_CODE in found.troubles:
        return found
    return replace(found, troubles=(*found.troubles, *_around(found), *_ends(keyed.ends)))


def _explained(expected: str, text: str, layouts: Mapping[str, Keyboard]) -> Read:
    """Find the expected code in what arrived, as it is or put right in a known way."""
    ways: list[tuple[str, tuple[Trouble, ...], str | None]] = [(text, (), None)]
    ways += [(held.restored(text), (Trouble.LAYOUT,), key) for key, held in layouts.items()]
    turned = text.swapcase()
    ways.append((turned, (Trouble.CAPS_LOCK,), None))
    for key, held in layouts.items():
        ways.append((held.restored(turned), (Trouble.CAPS_LOCK, Trouble.LAYOUT), key))
    for arrived, troubles, layout in ways:
        at = arrived.find(expected)
        if at >= 0:
            after = arrived[at + len(expected) :]
            return Read(expected, troubles, layout, arrived[:at], after)
    for arrived, _, layout in ways[: 1 + len(layouts)]:
        at = arrived.upper().find(expected.upper())
        if at >= 0:
            garbled = (Trouble.LAYOUT,) if layout else ()
            after = arrived[at + len(expected) :]
            return Read(expected, (Trouble.CAPITALS, *garbled), layout, arrived[:at], after)
    return Read(expected, (_unexplained(expected, text),))


def _unexplained(expected: str, text: str) -> Trouble:
    if expected.isdigit() and not text:
        return Trouble.NO_DIGITS
    own = parse_code(text)
    if own is not None and str(own) != expected:
        return Trouble.OTHER_CODE
    return Trouble.LAYOUT_UNKNOWN if _is_like(expected, text) else Trouble.OTHER_CODE


def _is_like(expected: str, text: str) -> bool:
    """Tell whether it was this code, garbled: as long and full of signs, or much came through."""
    plain = text.isascii() and text.isalnum()
    if len(text) == len(expected) and not plain:
        return True
    if expected.isdigit():
        return False
    rest, came = text.upper(), 0
    for mark in expected.upper():
        _, found, after = rest.partition(mark)
        if found:
            rest, came = after, came + 1
    return came >= _SAME_LEAST * len(expected) and len(text) <= len(expected) + LONGEST_AROUND


def _around(found: Read) -> tuple[Trouble, ...]:
    return (
        *((Trouble.BEFORE,) if found.before else ()),
        *((Trouble.AFTER,) if found.after else ()),
    )


def _ends(ends: tuple[str, ...]) -> tuple[Trouble, ...]:
    if not ends:
        return (Trouble.NO_END,)
    return (Trouble.DOUBLE_END,) if len(ends) > 1 else ()


def verdict(reads: Sequence[Read], layouts: Mapping[str, Keyboard]) -> SetupVerdict:
    """Return what all scans tell together.

    What stands before and after must be the same each time, else nothing can be put right.
    """
    found = {trouble for one in reads for trouble in one.troubles}
    keys = {one.layout for one in reads if one.layout is not None}
    key = next(iter(keys), "")
    before = {_as_sent(one.before, one, layouts.get(key)) for one in reads}
    after = {_as_sent(one.after, one, layouts.get(key)) for one in reads}
    if len(before) > 1 or len(after) > 1 or len(keys) > 1:
        found = found - {Trouble.BEFORE, Trouble.AFTER} | {Trouble.UNSTEADY}
    troubles = tuple(sorted(found, key=list(Trouble).index))
    told = SetupVerdict(troubles, ScannerFix())
    if not told.can_be_put_right:
        return told
    return SetupVerdict(troubles, ScannerFix(key, "".join(before), "".join(after)))


def _as_sent(around: str, read: Read, layout: Keyboard | None) -> str:
    """Return what stands around a code as the scanner sent it, where the code did not show how."""
    return around if layout is None or read.layout is not None else layout.restored(around)
