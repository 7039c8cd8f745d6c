"""Tells kind, maker and model apart, however the list puts them together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from serkut_desk.domain.delivery_list import Finding
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.interchange.delivery_list.identity import is_nothing
from serkut_desk.interchange.delivery_list.vocabulary import list_words, words

_BETWEEN = "-\u2013:,;/ "
_LONGEST = 4  # words in the longest type word or maker's name


@dataclass(frozen=True, slots=True)
class Name:
    """What a device is."""

    type: DeviceType | None
    manufacturer: str
    model: str
    notes: tuple[Finding, ...]


def type_of(text: str) -> DeviceType | None:
    """Return the kind that a type cell names: the whole cell, else the longest word in it."""
    known = list_words().types
    plain = words(text)
    if plain in known:
        return known[plain]
    parts = plain.split()
    for length in range(min(_LONGEST, len(parts)), 0, -1):
        for start in range(len(parts) - length + 1):
            found = known.get(" ".join(parts[start : start + length]))
            if found is not None:
                return found
    return None


def _type_in_front(text: str) -> tuple[DeviceType | None, str]:
    """Return the kind that a description begins with, and the model that follows.

    A word that is a model's name too (iPad) stays in the model, and so do things without one.
    """
    parts = text.split()
    names = {family for family, _ in list_words().families}
    for length in range(min(_LONGEST, len(parts)), 0, -1):
        word = words(" ".join(parts[:length]))
        found = list_words().types.get(word)
        if found is not None:
            whole = found is DeviceType.OTHER or word in names
            return found, text if whole else " ".join(parts[length:]).lstrip(_BETWEEN)
    return None, text


def maker_in_front(text: str) -> tuple[str, str]:
    """Return the known maker that `text` begins with and the rest; "" and all when none."""
    parts = text.split()
    for length in range(min(_LONGEST, len(parts)), 0, -1):
        maker = list_words().manufacturers.get(words(" ".join(parts[:length])))
        if maker is not None:
            return maker, " ".join(parts[length:]).lstrip(_BETWEEN)
    return "", text


def maker_of(text: str) -> str:
    """Return a maker's name as it is usually written, or as in the list when unknown."""
    return list_words().manufacturers.get(words(text), text)


def _family(maker: str, model: str) -> DeviceType | None:
    name = f" {words(f'{maker} {model}')} "
    for family, kind in list_words().families:
        if f" {family}" in name:
            return kind
    return None


def _value(text: str) -> str:
    return "" if is_nothing(text) else text


@lru_cache(maxsize=4096)
def name_of(type_cell: str, maker_cell: str, model_cell: str, product_cell: str) -> Name:
    """Return kind, maker and model from whichever of the four cells say them.

    A kind known only from a model family is said so; nothing is ever taken for a kind that
    bears no data because of its model.
    """
    type_cell, model, product = _value(type_cell), _value(model_cell), _value(product_cell)
    manufacturer = maker_of(_value(maker_cell))
    kind = type_of(type_cell) if type_cell else None
    unknown_type = bool(type_cell) and kind is None
    if unknown_type and not model and not product:
        product = type_cell  # "Typ: Latitude 5400"
    if product:
        in_front, rest = _type_in_front(product)
        kind = kind or in_front
        model = model or rest
    if model and kind is None:
        kind, model = _type_in_front(model)
    front, rest = maker_in_front(model)
    if front and (not manufacturer or manufacturer == front):
        manufacturer, model = front, rest
    elif manufacturer and words(model).startswith(words(manufacturer) + " "):
        model = model[len(manufacturer) :].strip() if words(model[: len(manufacturer)]) else model
    if kind is not None:
        return Name(kind, manufacturer, model, ())
    family = _family(manufacturer, model)
    if family is not None:
        return Name(family, manufacturer, model, (Finding.TYPE_FROM_MODEL,))
    if not type_cell and type_of(model) is DeviceType.OTHER:
        return Name(DeviceType.OTHER, manufacturer, model, ())  # "24 mice in a box"
    return Name(None, manufacturer, model, (Finding.TYPE_UNKNOWN,) if model or type_cell else ())


def is_known(text: str) -> bool:
    """Tell whether a text names a kind of device, a model family or, in front, a known maker."""
    named = type_of(text) is not None or _family("", text) is not None
    return named or bool(maker_in_front(text)[0])
