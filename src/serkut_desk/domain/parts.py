"""Parts: their kinds, what may be done with one where it stands, and what fits what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.serials import serial_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BRACKETS = re.compile(r"\([^)]*\)")


class PartState(StrEnum):
    """Where a part is."""

    STOCK = "stock"
    FITTED = "fitted"
    SCRAPPED = "scrapped"
    MISSING = "missing"
    WITHDRAWN = "withdrawn"


class PartTest(StrEnum):
    """What a test of a part came to."""

    UNTESTED = "untested"
    PASSED = "passed"
    FAILED = "failed"


class PartAction(StrEnum):
    """What can be done with a part."""

    CHANGE = "change"
    TEST = "test"
    MOVE = "move"
    RESERVE = "reserve"
    FREE = "free"
    FIT = "fit"
    TAKE = "take"
    SCRAP = "scrap"
    MISS = "miss"
    FIND = "find"
    RESTOCK = "restock"


_IN_STOCK = frozenset({PartState.STOCK})
_HELD = frozenset({PartState.STOCK, PartState.FITTED})
TABLE: Mapping[PartAction, frozenset[PartState]] = {
    PartAction.CHANGE: _HELD,
    PartAction.TEST: _HELD,
    PartAction.MOVE: _IN_STOCK,
    PartAction.RESERVE: _IN_STOCK,
    PartAction.FREE: _IN_STOCK,
    PartAction.FIT: _IN_STOCK,
    PartAction.TAKE: frozenset({PartState.FITTED}),
    PartAction.SCRAP: _IN_STOCK,
    PartAction.MISS: _IN_STOCK,
    PartAction.FIND: frozenset({PartState.MISSING}),
    # A medium that was taken out comes back to the stock under its old code.
    PartAction.RESTOCK: frozenset({PartState.WITHDRAWN}),
}
"""In which states a part may be for each action."""

_REFUSALS = {
    PartState.STOCK: "part_in_stock",
    PartState.FITTED: "part_is_fitted",
    PartState.SCRAPPED: "part_is_scrapped",
    PartState.MISSING: "part_is_missing",
    PartState.WITHDRAWN: "part_is_withdrawn",
}


def demand(action: PartAction, state: str, code: str) -> None:
    """Do nothing when `action` may be done with the part `code` in `state`.

    Raises:
        Refused: `part_in_stock`, `part_is_fitted`, `part_is_scrapped`, `part_is_missing`,
            `part_is_withdrawn`.
    """
    held = PartState(state)
    if held not in TABLE[action]:
        raise Refused(_REFUSALS[held], part=code)


@dataclass(frozen=True, slots=True)
class PartType:
    """One kind of part.

    Args:
        word: Its name in the records; `part.type.<word>` in the texts.
        icon: Name of its icon.
        storage: It stores data: it is a medium too, and goes only through that one's gate.
        needs: Permission without which nobody takes one out; None when none is.
        carries: Kinds of media that are soldered to it, and go wherever it goes.
        weight_g: Typical weight in grams.
        words: What people call it.
    """

    word: str
    icon: str
    storage: bool
    needs: Permission | None
    carries: frozenset[MediumKind]
    weight_g: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartTypes:
    """Every kind of part, in the order of the shipped file, and makers' names."""

    version: int
    types: Mapping[str, PartType]
    makers: frozenset[str]

    def of(self, text: str) -> PartType:
        """Return the kind that a word names, in any of its writings.

        Raises:
            Misused: `part_type_unknown`.
        """
        wanted = _plain(text)
        for one in self.types.values():
            if wanted == _plain(one.word) or wanted in map(_plain, one.words):
                return one
        raise Misused("part_type_unknown", given=text)

    def model_key(self, manufacturer: str, model: str) -> str:
        """Return what two writings of one model have in common; empty for no model.

        Letter case, spaces, signs, what stands in brackets, and the maker's name before the
        model make no difference: `Lenovo ThinkPad T480 (i5)` is `thinkpad t-480`.
        """
        key = serial_key(_BRACKETS.sub(" ", model)) or serial_key(model)
        names = sorted({*self.makers, serial_key(manufacturer)} - {""}, key=len, reverse=True)
        for name in names:
            if key.startswith(name) and key != name:
                return key[len(name) :]
        return key


def part_types(data: Mapping[str, Any]) -> PartTypes:
    """Return the kinds of parts in parsed JSON.

    Raises:
        KeyError: A field is missing.
        ValueError: A word is unknown.
    """
    types = {
        str(word): PartType(
            word=str(word),
            icon=str(row["icon"]),
            storage=bool(row.get("storage", False)),
            needs=Permission(row["needs"]) if "needs" in row else None,
            carries=frozenset(MediumKind(kind) for kind in row.get("carries", ())),
            weight_g=int(row["weight_g"]),
            words=tuple(map(str, row["words"])),
        )
        for word, row in data["types"].items()
    }
    makers = frozenset(serial_key(str(name)) for name in data["makers"])
    return PartTypes(int(data["version"]), types, makers)


def _plain(text: str) -> str:
    return "".join(mark for mark in text.casefold() if mark.isalnum())


def fits(keys: Iterable[str], model_key: str) -> bool | None:
    """Tell whether a part with `keys` fits a model; None when nobody said what it fits."""
    known = {key for key in keys if key}
    if not known or not model_key:
        return None
    return model_key in known
