"""Puts right what a scanner with US keys types on a Finnish keyboard layout.

Letters A to Z and digits arrive whole, punctuation does not. Three of the keys are dead on the
Finnish layout: they wait for the next letter and change it (`]E0` arrives as `Ë0`), stand alone
before it (`]C1` as `¨C1`), or vanish together with it (`]C1` as `1`); the last cannot be put
right here, `envelopes` guesses it from the content.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Mapping

DEAD = "DEAD"
_COMBINING = {"\u00b4": "\u0301", "`": "\u0300", "¨": "\u0308", "^": "\u0302"}
_AIM_LETTERS_WITH_OWN_KEY = {"Ä": "A", "Ö": "O", "ö": "o"}
_SYMBOLOGY_ID_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Keyboard:
    """The way back from what arrived to what was in the bars.

    Attributes:
        keys: Arrived character to sent character.
        dead: Combining mark of a dead key to sent character.
    """

    keys: Mapping[str, str]
    dead: Mapping[str, str]

    @classmethod
    def from_sent(cls, sent_to_arrived: Mapping[str, str]) -> Keyboard:
        """Turn round a map of sent to arrived characters; a dead key is `DEAD` and its accent.

        Raises:
            ValueError: Two sent characters arrive alike, so there is no way back.
        """
        keys: dict[str, str] = {}
        dead: dict[str, str] = {}
        for sent, arrived in sent_to_arrived.items():
            mark = arrived.removeprefix(DEAD)
            if mark in keys:
                message = f"{mark} stands for both {keys[mark]} and {sent}"
                raise ValueError(message)
            keys[mark] = sent
            if arrived.startswith(DEAD):
                dead[_COMBINING[mark]] = sent
        return cls(keys, dead)

    def restored(self, text: str) -> str:
        """Return `text` as the bars held it, were it typed through this layout."""
        if self._begins_with_symbology_id(text):
            return (
                self.dead["\u0308"] + _AIM_LETTERS_WITH_OWN_KEY[text[0]] + self.restored(text[1:])
            )
        return "".join(self._sent(character) for character in text)

    def _begins_with_symbology_id(self, text: str) -> bool:
        """Tell `]A0` from `"0`: both arrive as `Ä0`, but no code begins with a quotation mark."""
        return (
            len(text) >= _SYMBOLOGY_ID_LENGTH
            and text[0] in _AIM_LETTERS_WITH_OWN_KEY
            and text[1] in "0123456789"
            and "\u0308" in self.dead
        )

    def _sent(self, character: str) -> str:
        if character in self.keys:
            return self.keys[character]
        parts = normalize("NFD", character)
        if len(parts) > 1 and parts[-1] in self.dead:
            key = normalize("NFC", parts[:-1])
            return self.dead[parts[-1]] + self.keys.get(key, key)
        return character
