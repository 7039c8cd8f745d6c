"""Which models of the catalogue are likely the same, written twice."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from serkut_desk.domain.model_keys import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from serkut_desk.domain.catalogue import ProductModel

# So many of one maker with the same figures are a series, no doubles.
_LARGEST_GROUP = 40


class Why(StrEnum):
    """Why two models are taken for one; `model.double.<value>` in the texts."""

    NAME = "name"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Double:
    """Two models that are likely one: the numbers, the lower first, and why."""

    one: int
    other: int
    why: Why


def doubles(
    models: Sequence[ProductModel],
    stems: Mapping[int, Collection[str]],
    apart: Collection[tuple[int, int]],
    variants: Collection[str],
    alike: Callable[[str, str], bool],
) -> list[Double]:
    """Return pairs of models that are likely the same, those that share numbers first.

    Two writings of one model agree in every word with a figure ("840 G5", "EliteBook 840G5") and in
    the words that make variants; T480 and T480s are two models. So only those are compared.

    Args:
        models: Those that were not merged.
        stems: By model, what of its product numbers names a model (`ModelRules.stem_of`).
        apart: Pairs that a supervisor has said are not the same.
        variants: Words that make another model of the same figures.
        alike: Whether what is left of two names, each as one word, may be two writings of one.
    """
    kinds = {one.id: one.type for one in models}
    found: dict[tuple[int, int], Why] = {}
    for pair in _sharing(stems):
        if kinds.get(pair[0]) is not None and kinds.get(pair[0]) == kinds.get(pair[1]):
            found.setdefault(pair, Why.CODE)
    for one, other in _of_same_figures(models, variants):
        pair = (min(one.id, other.id), max(one.id, other.id))
        if alike(_letters(one), _letters(other)):
            found.setdefault(pair, Why.NAME)
    left = set(found) - set(apart)
    ordered = sorted(left, key=lambda pair: (found[pair] is Why.NAME, pair))
    return [Double(*pair, found[pair]) for pair in ordered]


def figures_of(name: str) -> str:
    """Return the words of a name that hold a figure, as one."""
    return "".join(word for word in words_of(name) if not word.isalpha())


def _sharing(stems: Mapping[int, Collection[str]]) -> Iterable[tuple[int, int]]:
    by_stem: dict[str, set[int]] = defaultdict(set)
    for model, own in stems.items():
        for stem in own:
            by_stem[stem].add(model)
    for group in by_stem.values():
        yield from combinations(sorted(group), 2)


def _of_same_figures(
    models: Sequence[ProductModel], variants: Collection[str]
) -> Iterable[tuple[ProductModel, ProductModel]]:
    groups: dict[tuple[str, ...], list[ProductModel]] = defaultdict(list)
    for model in models:
        words, figures = words_of(model.model), figures_of(model.model)
        special = sorted({word for word in words if word in variants})
        groups[(model.manufacturer_key, model.type, figures, *special)].append(model)
    for group in groups.values():
        if len(group) <= _LARGEST_GROUP:
            yield from combinations(group, 2)


def _letters(model: ProductModel) -> str:
    """Return the words of a name that hold no figure, as one."""
    return "".join(word for word in words_of(model.model) if word.isalpha())
