"""How models are compared: what two writings of one maker, model or product number share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unicodedata import combining, normalize

from serkut_desk.domain.serials import normal_serial, serial_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Fewer signs say nothing: "A/A" is no product number.
SHORTEST_CODE = 4
_TAC = 8
_PLAIN = re.compile("[a-z0-9]+")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name: small letters and digits only, accents taken off."""
    if text.isascii():
        return tuple(_PLAIN.findall(text.lower()))  # as nearly all of them are
    plain = normalize("NFKD", normalize("NFKC", text).casefold())
    marks = "".join(mark if mark.isalnum() else " " for mark in plain if not combining(mark))
    return tuple(marks.split())


@dataclass(frozen=True, slots=True)
class ModelRules:
    """What is needed to compare models.

    Args:
        makers: Key of a maker by any of its writings, both as one word.
        stems: Shapes of product numbers; the group `stem` is what all of one model share.
        variants: Words that make another model of the same figures, such as `pro`.
    """

    makers: Mapping[str, str]
    stems: Sequence[re.Pattern[str]]
    variants: frozenset[str]

    def maker_key(self, manufacturer: str) -> str:
        """Return what all writings of a maker share; empty when nothing is written."""
        joined = "".join(words_of(manufacturer))
        return self.makers.get(joined, joined)

    def model_key(self, manufacturer: str, model: str) -> str:
        """Return what all writings of a model share: spaces, signs and the maker left out."""
        parts = words_of(model)
        maker = self.maker_key(manufacturer)
        for length in range(len(parts) - 1, 0, -1):
            front = "".join(parts[:length])
            if maker and self.makers.get(front, front) == maker:
                return "".join(parts[length:])
        return "".join(parts)

    def plain_model(self, manufacturer: str, model: str) -> str:
        """Return a model as it is written, without the maker's name before it."""
        parts, maker = model.split(), self.maker_key(manufacturer)
        for length in range(len(parts) - 1, 0, -1):
            if maker and self.maker_key(" ".join(parts[:length])) == maker:
                return " ".join(parts[length:])
        return model

    def stem_of(self, code: str) -> str:
        """Return what of a product number names its model, as a key; empty when not known."""
        is_normal = code.isascii() and code.isupper() and code.isprintable() and " " not in code
        plain = code if is_normal else normal_serial(code)
        found = next(filter(None, (stem.fullmatch(plain) for stem in self.stems)), None)
        return serial_key(found["stem"]) if found else ""


def model_rules(
    manufacturers: Mapping[str, Iterable[str]], document: Mapping[str, Any]
) -> ModelRules:
    """Return the rules in the shipped data.

    Args:
        manufacturers: Writings of each maker, as in `intake/list_columns.json`.
        document: `catalogue/rules.json`.
    """
    makers: dict[str, str] = {}
    for name, writings in manufacturers.items():
        key = "".join(words_of(name))
        makers |= {"".join(words_of(one)): key for one in (name, *writings)}
    return ModelRules(
        makers,
        tuple(re.compile(one["pattern"], re.ASCII) for one in document["stems"]),
        frozenset(document["variants"]),
    )


def code_key(code: str) -> str:
    """Return what two writings of a product number share; empty when it is too short to name."""
    key = serial_key(code)
    return key if len(key) >= SHORTEST_CODE else ""


def tac_of(imei: str) -> str:
    """Return the code of a phone's type approval, the first eight digits of its IMEI, as `TAC ...`.

    Source: 3GPP TS 23.003, 6.2.1. Empty without an IMEI.
    """
    return f"TAC {imei[:_TAC]}" if imei.isdigit() and len(imei) > _TAC else ""
