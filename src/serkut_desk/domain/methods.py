"""The table of wiping methods (`resources/wiping/methods.json`): technique and passes of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from serkut_desk.domain.policy import SanitisationTechnique

if TYPE_CHECKING:
    from collections.abc import Mapping


class MethodRow(TypedDict):
    """One row of the file."""

    labels: list[str]
    technique: str
    passes: int | None
    always_verifies: bool


@dataclass(frozen=True, slots=True)
class Method:
    """What a method does. `passes` is None where the number differs between versions."""

    technique: SanitisationTechnique
    passes: int | None
    always_verifies: bool


UNKNOWN_METHOD = Method(SanitisationTechnique.UNKNOWN, None, always_verifies=False)


def method_key(label: str) -> str:
    """Return the form in which labels are compared: versions differ in spaces and case."""
    return " ".join(label.split()).casefold()


def method_table(rows: list[MethodRow]) -> dict[str, Method]:
    """Return methods by `method_key` of every label.

    Raises:
        ValueError: The file names an unknown technique.
    """
    return {
        method_key(label): Method(
            SanitisationTechnique(row["technique"]),
            row["passes"],
            always_verifies=row["always_verifies"],
        )
        for row in rows
        for label in row["labels"]
    }


def find_method(label: str, methods: Mapping[str, Method]) -> Method:
    """Return what the method does; a label that no table knows is an unknown technique."""
    return methods.get(method_key(label), UNKNOWN_METHOD)
