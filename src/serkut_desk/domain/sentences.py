"""A sentence that is still to be said: its key in the texts, with the facts for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by key; a fact may itself be a `Word` or a `Sentence`.

    Args:
        key: In `resources/texts`.
        facts: Values for its named fields, in order.
    """

    key: str
    facts: tuple[tuple[str, object], ...] = ()

    @property
    def fields(self) -> dict[str, object]:
        """Return the facts by name."""
        return dict(self.facts)


def sentence(key: str, **facts: object) -> Sentence:
    """Return a sentence with its facts by name."""
    return Sentence(key, tuple(facts.items()))
