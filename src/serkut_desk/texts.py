"""Sentences for errors, events and papers, by language; no Qt.

The files `resources/texts/<language>/*.json` hold flat objects of key to sentence with named
fields in braces; `{count:device|devices}` is a number with its word, for one or for others. A
language that lacks a key falls back to English.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.errors import InLanguages, Word
from serkut_desk.domain.sentences import Sentence

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure

FALLBACK = "en"
DEFAULT = "fi"


@cache
def catalogue(language: str) -> dict[str, str]:
    """Return all sentences of one language, by key.

    Raises:
        ValueError: Two files of the language have the same key.
    """
    found: dict[str, str] = {}
    for path in sorted(shipped.resource("texts", language).glob("*.json")):
        for key, sentence in json.loads(path.read_text(encoding="utf-8")).items():
            if key in found:
                message = f"{language}: {key} stands in two files"
                raise ValueError(message)
            found[key] = sentence
    return found


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that say everything, the default first.

    One with fewer files than the default speaks on some papers only: `paper_languages`.
    """
    wanted = {path.name for path in shipped.resource("texts", DEFAULT).glob("*.json")}
    return tuple(
        name
        for name in paper_languages()
        if wanted <= {path.name for path in shipped.resource("texts", name).glob("*.json")}
    )


@cache
def paper_languages() -> tuple[str, ...]:
    """Return the languages that papers for others are written in, the default first."""
    found = sorted(path.name for path in shipped.resource("texts").iterdir() if path.is_dir())
    return (DEFAULT, *(name for name in reversed(found) if name != DEFAULT))


class _Count(int):
    """A number that can choose its word."""

    def __format__(self, spec: str) -> str:
        one, either, others = spec.partition("|")
        if not either:
            return super().__format__(spec)
        return f"{int(self)} {one if self == 1 else others}"


class Texts:
    """Sentences in one language.

    Args:
        language: Two-letter code; an unknown one speaks English.
    """

    def __init__(self, language: str = DEFAULT) -> None:
        self.language = language
        self._own = catalogue(language)
        self._fallback = catalogue(FALLBACK)

    def say(self, key: str, /, **fields: object) -> str:
        """Return the sentence of `key` with `fields` filled in; what is to be said is said, too.

        Raises:
            KeyError: No language has the key, or a field is missing: a bug, not a user's mistake.
        """
        sentence = self._own.get(key) or self._fallback[key]
        said = {name: self._filled_in(value) for name, value in fields.items()}
        return sentence.format(**said) if said else sentence

    def sentence(self, sentence: Sentence) -> str:
        """Return a sentence that brings its key and facts."""
        return self.say(sentence.key, **sentence.fields)

    def _filled_in(self, value: object) -> object:
        """Return a field's value; a word, a sentence or several sentences as they are said."""
        if isinstance(value, Word):
            return self.say(value)
        if isinstance(value, InLanguages):
            return value.get(self.language, value[FALLBACK])
        if isinstance(value, Sentence):
            return self.sentence(value)
        if isinstance(value, tuple):
            return " ".join(str(self._filled_in(one)) for one in value)
        if isinstance(value, int) and not isinstance(value, bool):
            return _Count(value)
        return value

    def has(self, key: str) -> bool:
        """Tell whether `key` has a sentence."""
        return key in self._own or key in self._fallback

    def failure(self, failure: KnownFailure) -> dict[str, str]:
        """Return what is wrong, why, and what to do next, with the failure's code."""
        facts = dict(failure.facts)
        name = f"field.{facts.get('field')}"
        if self.has(name):
            # The reader knows a field by what stands above it, not by its name in a command.
            facts["field"] = self.say(name)
        return {
            "code": failure.code,
            **{
                part: self.say(f"error.{failure.code}.{part}", **facts)
                for part in ("what", "why", "next")
            },
        }
