"""Reads the guides for taking apart from parsed JSON."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.dismantling import (
    Expectation,
    Guide,
    Guides,
    GuideStep,
    Hazard,
    StepKind,
    StepResult,
)
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.stops import StopKind

if TYPE_CHECKING:
    from collections.abc import Mapping


def parse_guides(table: Mapping[str, Any]) -> Guides:
    """Return every guide of one version.

    Raises:
        ValueError: A word is unknown, a kind of device has no guide, or a guide has no step of a
            kind that the program itself asks for.
        KeyError: A field is missing.
    """
    version = int(table["version"])
    hazards = {key: _hazard(key, entry) for key, entry in table["hazards"].items()}
    guides = {
        key: _guide(key, version, entry, hazards, table["sources"])
        for key, entry in table["guides"].items()
    }
    types = {DeviceType(kind).value: str(key) for kind, key in table["types"].items()}
    if set(types) != {kind.value for kind in DeviceType} or not set(types.values()) <= set(guides):
        message = "every kind of device needs its guide"
        raise ValueError(message)
    return Guides(
        version=version,
        effective_from=date.fromisoformat(table["effective_from"]),
        types=types,
        guides=guides,
        hazards=hazards,
        early=frozenset(map(str, table["early"])),
    )


def _guide(
    key: str,
    version: int,
    entry: Mapping[str, Any],
    hazards: Mapping[str, Hazard],
    sources: Mapping[str, str],
) -> Guide:
    steps = tuple(_step(step) for step in entry["steps"])
    kinds = {step.kind for step in steps}
    if not {StepKind.WEIGH, StepKind.POWER_OFF, StepKind.FRACTIONS} <= kinds:
        message = f"the guide {key} lacks a step that every device needs"
        raise ValueError(message)
    if len({step.key for step in steps}) != len(steps):
        message = f"the guide {key} has a step twice"
        raise ValueError(message)
    return Guide(
        key=key,
        version=version,
        steps=steps,
        hazards=tuple(hazards[name] for name in entry["hazards"]),
        expected=_expectation(entry["expected"], sources),
    )


def _step(entry: Mapping[str, Any]) -> GuideStep:
    return GuideStep(
        key=str(entry["key"]),
        kind=StepKind(entry["kind"]),
        words=_words(entry["words"]),
        picture=str(entry["picture"]),
        may={StepResult(way): Permission(word) for way, word in entry["may"].items()},
    )


def _hazard(key: str, entry: Mapping[str, Any]) -> Hazard:
    return Hazard(
        key=key,
        words=_words(entry["words"]),
        place=_words(entry["place"]),
        picture=str(entry["picture"]),
        stop=None if entry["stop"] is None else StopKind(entry["stop"]),
        fractions=frozenset(map(str, entry["fractions"])),
    )


def _expectation(entry: Mapping[str, Any] | None, sources: Mapping[str, str]) -> Expectation | None:
    if entry is None:
        return None
    fractions = {str(key): int(grams) for key, grams in entry["fractions"].items()}
    return Expectation(int(entry["of_g"]), fractions, sources[entry["source"]])


def _words(entry: Mapping[str, str]) -> Mapping[str, str]:
    if not entry.get("en") or not entry.get("fi"):
        message = f"a sentence lacks a language: {entry!r}"
        raise ValueError(message)
    return dict(entry)
