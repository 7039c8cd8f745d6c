"""The words by which lists are understood, from dated data, ready for comparing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from serkut_desk import shipped
from serkut_desk.domain.device_types import BearsData, DeviceType

_FOLD = str.maketrans({"ß": "ss", "ø": "o", "æ": "a", "€": "eur", "\u00d7": "x"})
_NOT_WORD = re.compile(r"[\W_]+")


class Field(StrEnum):
    """What a column holds, when we keep it."""

    IDENTIFIER = "identifier"
    SERIAL = "serial"
    IMEI = "imei"
    INVENTORY = "inventory"
    PRODUCT = "product"
    TYPE = "type"
    MANUFACTURER = "manufacturer"
    MODEL = "model"
    QUANTITY = "quantity"
    WEIGHT = "weight"


IDENTITIES = frozenset({Field.IDENTIFIER, Field.SERIAL, Field.IMEI, Field.INVENTORY})


def fold(text: str) -> str:
    """Return `text` in lower case without dots and rings on letters, for comparing."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_FOLD))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words(text: str) -> str:
    """Return the folded words of `text` with one space between them."""
    return _NOT_WORD.sub(" ", fold(text)).strip()


def compact(text: str) -> str:
    """Return the folded letters and digits of `text` with nothing between them."""
    return _NOT_WORD.sub("", fold(text))


@dataclass(frozen=True, slots=True)
class ListWords:
    """All words, folded; see `resources/intake/list_columns.json` for what each is for."""

    people_exact: frozenset[str]
    people_stems: tuple[str, ...]
    fields_exact: dict[str, Field]
    fields_stems: tuple[tuple[str, Field], ...]
    not_needed: frozenset[str]
    joiners: frozenset[str]
    totals: frozenset[str]
    labels: frozenset[str]
    nothing: frozenset[str]
    quantity_units: frozenset[str]
    bulk_words: tuple[str, ...]
    device_words: tuple[str, ...]
    counters: tuple[str, ...]
    box_words: frozenset[str]
    number_words: dict[str, int]
    manufacturers: dict[str, str]
    types: dict[str, DeviceType]
    families: tuple[tuple[str, DeviceType], ...]


def _compacts(entries: list[str]) -> frozenset[str]:
    return frozenset(compact(entry) for entry in entries)


def _families(vocabulary: dict[str, Any]) -> tuple[tuple[str, DeviceType], ...]:
    """Return model families, the longest first; none that would wave a device through."""
    found = []
    for name, families in vocabulary["families"].items():
        if vocabulary["types"][name]["bears_data"] == BearsData.NEVER:
            message = f"a model family may not lead to {name}: it never bears data"
            raise ValueError(message)
        found += [(words(family), DeviceType(name)) for family in families]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def list_words() -> ListWords:
    """Return the shipped words."""
    columns = shipped.json_resource("intake", "list_columns.json")
    kinds = shipped.json_resource("vocabularies", "device_types.json")
    fields: dict[str, dict[str, list[str]]] = columns["fields"]
    return ListWords(
        people_exact=_compacts(columns["people"]["exact"]),
        people_stems=tuple(compact(stem) for stem in columns["people"]["stems"]),
        fields_exact={
            compact(word): Field(name) for name, entry in fields.items() for word in entry["exact"]
        },
        fields_stems=tuple(
            (compact(stem), Field(name))
            for name, entry in fields.items()
            for stem in entry["stems"]
        ),
        not_needed=_compacts(columns["not_needed"]),
        joiners=frozenset(columns["joiners"]),
        totals=frozenset(words(word) for word in columns["totals"]),
        labels=frozenset(words(word) for word in columns["labels"]),
        nothing=frozenset(fold(word) for word in columns["nothing"]),
        quantity_units=frozenset(fold(word) for word in columns["quantity_units"]),
        bulk_words=tuple(fold(word) for word in columns["bulk_words"]),
        device_words=tuple(fold(word) for word in columns["device_words"]),
        counters=tuple(fold(word) for word in columns["counters"]),
        box_words=frozenset(words(word) for word in columns["box_words"]),
        number_words={fold(word): value for word, value in columns["number_words"].items()},
        manufacturers={
            words(alias): name
            for name, aliases in columns["manufacturers"].items()
            for alias in aliases
        },
        types={
            words(word): DeviceType(name)
            for name, entry in kinds["types"].items()
            for word in entry["words"]
        },
        families=_families(kinds),
    )
