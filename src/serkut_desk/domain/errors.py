"""Known failures: each has a code and facts; sentences for people are made from them in `texts`.

Whatever is raised that is not one of these is a bug and is shown as one.
"""

from __future__ import annotations

from typing import ClassVar


class Word(str):
    """A fact that is itself a word of a closed vocabulary: its key, as `level.clear`.

    `texts` says it in the reader's language; everywhere else it is plain text.
    """

    __slots__ = ()


class InLanguages(dict[str, str]):
    """A fact that is a word of a table of data: the word by language, English always there.

    `texts` says it in the reader's language, as it does with a `Word`.
    """

    __slots__ = ()


class KnownFailure(Exception):  # noqa: N818 - the subclasses name what happened, not a mistake
    """Something foreseen stopped an action; nothing was changed.

    Args:
        code: Key of the sentences `error.<code>.what`, `.why` and `.next` in `resources/texts`.
        facts: Values for the named fields of these sentences. Never a secret or a person's name.
    """

    exit_status: ClassVar[int] = 1

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        """Return the code and facts, for logs."""
        return f"{self.code} {self.facts}" if self.facts else self.code


class Refused(KnownFailure):
    """A rule says no. Exit status 1."""

    exit_status = 1


class Misused(KnownFailure):
    """The request itself makes no sense: unknown word, missing value. Exit status 2."""

    exit_status = 2


class Unavailable(KnownFailure):
    """The environment does not allow it: disk full, file missing, lock held. Exit status 3."""

    exit_status = 3
