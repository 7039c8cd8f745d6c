"""Finds models however they are spelled, quickly among tens of thousands.

The catalogue is kept in memory as words with the models that have them; what changed since the
last look is read anew, known by the number of its journal entry. A word of the question is compared
with all words that models have (rapidfuzz), so "elitebok" finds EliteBook; words with a digit in
them tell models apart and are taken by their beginning.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from rapidfuzz import fuzz, process

from serkut_desk.domain.model_keys import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from serkut_desk.domain.catalogue import ProductModel
    from serkut_desk.records.database import Database
    from serkut_desk.records.unit_of_work import UnitOfWork

_WHOLE, _BEGINS = 100.0, 90.0
# Less alike than this is another word; a long one with a digit is a product number, of which one
# sign may be misread.
_ALIKE = 72.0
_ALIKE_NUMBER = 85.0
_SHORTEST_GUESS = 4
_SHORTEST_NUMBER = 6
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """A model that was found; `score` compares with other hits of the same question only."""

    model: int
    score: float


class ModelIndex:
    """Words and the models that have them."""

    def __init__(self) -> None:
        self._models: dict[str, set[int]] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._sorted: list[str] = []
        self._plain: list[str] = []
        self._numbers: list[str] = []

    def put(self, model: int, words: Iterable[str]) -> None:
        """Know a model by these words, in the place of those before."""
        self.drop(model)
        own = frozenset(words)
        self._words[model] = own
        for word in own:
            self._models.setdefault(word, set()).add(model)
        self._sorted = []

    def drop(self, model: int) -> None:
        """Forget a model."""
        for word in self._words.pop(model, ()):
            left = self._models[word]
            left.discard(model)
            if not left:
                del self._models[word]
        self._sorted = []

    def find(self, text: str, limit: int) -> list[Hit]:
        """Return models that have what was asked for, the best first.

        Those that have the most of the words come; where any has all, only such.
        """
        parts = words_of(text)[:_MOST_WORDS]
        if not parts:
            return []
        scores: dict[int, tuple[int, float]] = {}
        for score in map(self._of_word, self._asked(parts)):
            for model, best in score.items():
                count, total = scores.get(model, (0, 0.0))
                scores[model] = count + 1, total + best
        most = max((count for count, _ in scores.values()), default=0)
        hits = [Hit(model, total) for model, (count, total) in scores.items() if count == most]
        hits.sort(key=lambda hit: (-hit.score, hit.model))
        return hits[:limit]

    def _asked(self, parts: Sequence[str]) -> list[str]:
        """Return what to look for: two words that stand as one in a model are one."""
        asked, skip = [], False
        for one, after in pairwise((*parts, "")):
            if skip:
                skip = False
            elif after and one + after in self._models and one not in self._models:
                asked.append(one + after)
                skip = True
            else:
                asked.append(one)
        return asked

    def _of_word(self, word: str) -> dict[int, float]:
        """Return how well each model answers one word of the question."""
        best: dict[int, float] = {}
        for found, score in self._alike(word):
            for model in self._models[found]:
                if score > best.get(model, 0.0):
                    best[model] = score
        return best

    def _alike(self, word: str) -> list[tuple[str, float]]:
        found = [(word, _WHOLE)] if word in self._models else []
        found += [(one, _BEGINS) for one in self._beginning(word) if one != word]
        # Somebody else may have misspelled it just so; a number that is known is no other number.
        if not _is_guessable(word) or (found and not word.isalpha()):
            return found
        least = _ALIKE if word.isalpha() else _ALIKE_NUMBER
        guesses = process.extract(
            word, self._like(word), scorer=fuzz.ratio, score_cutoff=least, limit=None
        )
        return found + [(one, score * _BEGINS / _WHOLE) for one, score, _ in guesses]

    def _beginning(self, word: str) -> list[str]:
        words = self._all()
        at = bisect_left(words, word)
        found = []
        while at < len(words) and words[at].startswith(word):
            found.append(words[at])
            at += 1
        return found

    def _like(self, word: str) -> list[str]:
        """Return what a word may be compared with: words with words, numbers with numbers."""
        self._all()
        return self._plain if word.isalpha() else self._numbers

    def _all(self) -> list[str]:
        if not self._sorted:
            self._sorted = sorted(self._models)
            guessable = [word for word in self._sorted if _is_guessable(word)]
            self._plain = [word for word in guessable if word.isalpha()]
            self._numbers = [word for word in guessable if not word.isalpha()]
        return self._sorted


def _is_guessable(word: str) -> bool:
    """Tell whether a word may be meant by another writing: 840 and 850 are two models."""
    if any(mark.isdigit() for mark in word):
        return len(word) >= _SHORTEST_NUMBER
    return len(word) >= _SHORTEST_GUESS


def words_for(names: Iterable[tuple[str, str]], code_keys: Iterable[str]) -> frozenset[str]:
    """Return the words by which a model is found.

    Args:
        names: Maker and model in every writing that it is known by.
        code_keys: Its product numbers, as they are compared.
    """
    words = {key.casefold() for key in code_keys}
    for manufacturer, model in names:
        parts = words_of(model)
        words |= {*words_of(manufacturer), *parts, "".join(parts)}
        words |= {one + after for one, after in pairwise(parts)}
    return frozenset(words - {""})


class _Shelf:
    """The index of one database, and how far it has read."""

    def __init__(self) -> None:
        self.index = ModelIndex()
        self.lock = Lock()
        self._seq = 0

    def catch_up(self, work: UnitOfWork) -> None:
        """Read what changed since the last time."""
        newest = work.catalogue.newest_seq()
        if newest < self._seq:
            self.index, self._seq = ModelIndex(), 0
        if newest == self._seq:
            return
        if self._seq == 0:
            self._read_all(work)
        else:
            self._read_changed(work)
        self._seq = newest

    def _read_changed(self, work: UnitOfWork) -> None:
        changed = work.catalogue.since(self._seq)
        for one in changed:
            if one.merged_into_id is not None:
                self.index.drop(one.id)
        roots = {one.id: one for one in map(work.catalogue.root_of, changed)}
        for root in roots.values():
            self._read(work, root)

    def _read(self, work: UnitOfWork, root: ProductModel) -> None:
        family = work.catalogue.family(root.id)
        rows = [one for number in family if (one := work.catalogue.by_id(number)) is not None]
        names = [(one.manufacturer, one.model) for one in rows]
        codes = [one.code_key for one in work.catalogue.codes_of(family)]
        self.index.put(root.id, words_for(names, codes))

    def _read_all(self, work: UnitOfWork) -> None:
        """Read the whole catalogue with two questions instead of some for each model."""
        models = work.catalogue.every_name()
        into = {number: after for number, _, _, after in models}
        names: dict[int, list[tuple[str, str]]] = {}
        codes: dict[int, list[str]] = {}
        for number, manufacturer, model, _ in models:
            root = number
            while (after := into[root]) is not None:
                root = after
            into[number] = None if root == number else root
            names.setdefault(root, []).append((manufacturer, model))
        for number, _, key in work.catalogue.every_code():
            codes.setdefault(into[number] or number, []).append(key)
        for root, own in names.items():
            self.index.put(root, words_for(own, codes.get(root, ())))


_SHELVES: WeakKeyDictionary[Database, _Shelf] = WeakKeyDictionary()
_MAKING = Lock()


def find(database: Database, work: UnitOfWork, text: str, limit: int = 50) -> list[Hit]:
    """Return models that a text may mean, the best first; merged ones as what they are now.

    Args:
        database: Whose catalogue it is.
        work: A reading transaction on it.
        text: As a person wrote or scanned it: maker, model, product number, any of them misspelled.
        limit: How many at most.
    """
    with _MAKING:
        shelf = _SHELVES.setdefault(database, _Shelf())
    with shelf.lock:
        shelf.catch_up(work)
        return shelf.index.find(text, limit)
