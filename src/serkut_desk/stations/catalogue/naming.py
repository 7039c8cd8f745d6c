"""Finds the model that a person means, and says what it is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.model_keys import code_key, words_of
from serkut_desk.stations import modelling

if TYPE_CHECKING:
    from serkut_desk.domain.catalogue import ProductModel
    from serkut_desk.records.unit_of_work import UnitOfWork

_LONGEST = 60
_NUMBER = re.compile(r"[0-9]{1,15}")


def name_of(model: ProductModel) -> str:
    """Return maker and model as one name."""
    return " ".join(part for part in (model.manufacturer, model.model) if part)


def subject(number: int) -> str:
    """Return what the journal calls a model."""
    return f"model-{number}"


def model_named(work: UnitOfWork, text: str) -> ProductModel:
    """Return the model as it stands, merged or not, by number, product number or whole name.

    Raises:
        Refused: `model_unknown`.
    """
    plain = text.strip()
    found = work.catalogue.by_id(int(plain)) if _NUMBER.fullmatch(plain) else None
    if found is None and (key := code_key(plain)):
        found = work.catalogue.by_code(key)
    if found is None:
        found = _by_name(work, plain)
    if found is None:
        raise Refused("model_unknown", model=plain[:_LONGEST])
    return found


def _by_name(work: UnitOfWork, text: str) -> ProductModel | None:
    """Return the model whose maker and name stand one after the other in a text."""
    parts = words_of(text)
    for length in range(len(parts)):
        maker = modelling.rules().maker_key("".join(parts[:length]))
        model = "".join(parts[length:])
        found = work.catalogue.named(maker, model) if length else None
        if found is not None:
            return found
    alike = work.catalogue.of_any_maker("".join(parts))
    return alike[0] if len(alike) == 1 else None


def standing(work: UnitOfWork, text: str) -> ProductModel:
    """Return the model that a text names; of one that was merged, the one that it is now.

    Raises:
        Refused: `model_unknown`.
    """
    return work.catalogue.root_of(model_named(work, text))
