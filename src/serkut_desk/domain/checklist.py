"""What is looked at when a device is graded: dated lists by kind of device, as frozen data.

The lists are shipped as `resources/grading/*_checks.json`, each with its version. An inspection
names the version that it was made with, so that an old one still shows its own sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.stops import StopKind

Words = Mapping[str, str]
"""The same words by language; English is always among them."""


class CheckKind(StrEnum):
    """How a check is answered."""

    ANSWER = "answer"
    ZONES = "zones"
    MEASURE = "measure"
    FILLED = "filled"


class Result(StrEnum):
    """What a check can be answered with; never blank."""

    PASS = "pass"  # noqa: S105 - no password
    FAIL = "fail"
    NOT_POSSIBLE = "not_possible"
    NOT_FITTED = "not_fitted"


class Affects(StrEnum):
    """What an answer decides about."""

    FUNCTION = "function"
    LOOKS = "looks"
    BATTERY = "battery"
    SAFETY = "safety"


class Source(StrEnum):
    """Which of the records answers a check that nobody is asked."""

    SERIAL = "serial"
    MEDIA = "media"
    WIPED = "wiped"


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure: its unit, its limits, and where a stepper begins."""

    unit: str
    low: int
    high: int
    start: int
    step: int


@dataclass(frozen=True, slots=True)
class Check:
    """One fact to look at.

    Args:
        key: Its name in the records; never used for another fact.
        group: Key of its group.
        words: A sentence that is true when all is well, or the name of a figure.
        how: How to find out, in one line; empty for what the records answer.
        icon: Its pictogram.
        mandatory: There is no grade without an answer.
        always: Every device of the kind has it, so that "not fitted" is no answer.
        hazard: What "no" raises, None for what is no danger.
        lock: Why "no" sends the device to quarantine.
        source: What answers a filled one.
        when: It is asked only when another check was answered so.
    """

    key: str
    reference: int
    group: str
    words: Words
    how: Words
    icon: str
    kind: CheckKind
    mandatory: bool
    affects: Affects
    always: bool
    hazard: StopKind | None
    lock: Lock | None
    source: Source | None
    measure: Measure | None
    when: tuple[str, Result] | None


@dataclass(frozen=True, slots=True)
class Question:
    """One fact about a part of the surface; asked only after the answers in `needs`."""

    key: str
    words: Words
    how: Words
    needs: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the surface that is looked at apart."""

    key: str
    words: Words
    icon: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class NoReason:
    """Why a check was not possible."""

    key: str
    words: Words
    icon: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """The list of one kind of device, in the order in which it is asked."""

    type: DeviceType
    version: int
    groups: Mapping[str, Words]
    reasons: Mapping[str, NoReason]
    checks: Mapping[str, Check]
    zones: Mapping[str, Zone]

    @property
    def zones_check(self) -> Check | None:
        """The check that is answered zone by zone."""
        return next((one for one in self.checks.values() if one.kind is CheckKind.ZONES), None)


@dataclass(frozen=True, slots=True)
class Checklists:
    """One dated version: a list for every kind of device."""

    version: int
    effective_from: date
    by_type: Mapping[DeviceType, Checklist]


def words_in(words: Words, language: str) -> str:
    """Return words in a language, else in English."""
    return words.get(language) or words["en"]


def parse_checklists(document: Mapping[str, Any]) -> Checklists:
    """Return the lists in parsed JSON.

    Raises:
        ValueError: A word is unknown, or a kind of device has no list.
        KeyError: A field is missing, or a list names what is not described.
    """
    version = int(document["version"])
    questions = {
        key: Question(key, one["words"], one["how"], one["needs"])
        for key, one in document["questions"].items()
    }
    zones = {
        key: Zone(key, one["words"], one["icon"], tuple(questions[q] for q in one["questions"]))
        for key, one in document["zones"].items()
    }
    reasons = {
        key: NoReason(key, one["words"], one["icon"]) for key, one in document["reasons"].items()
    }
    checks = {key: _check(key, one) for key, one in document["checks"].items()}
    groups: Mapping[str, Words] = document["groups"]
    by_type = {
        DeviceType(name): Checklist(
            DeviceType(name),
            version,
            groups,
            reasons,
            {key: checks[key] for key in one["checks"]},
            {key: zones[key] for key in one["zones"]},
        )
        for name, one in document["classes"].items()
    }
    if set(by_type) != set(DeviceType):
        message = "every kind of device needs its list"
        raise ValueError(message)
    effective_from = date.fromisoformat(str(document["effective_from"]))
    return Checklists(version, effective_from, by_type)


def _check(key: str, told: Mapping[str, Any]) -> Check:
    kind = CheckKind(told.get("kind", CheckKind.ANSWER))
    when = told.get("when")
    return Check(
        key=key,
        reference=int(told["reference"]),
        group=str(told["group"]),
        words=told["words"],
        how=told.get("how", {"en": ""}),
        icon=str(told["icon"]),
        kind=kind,
        mandatory=bool(told.get("mandatory", False)),
        affects=Affects(told.get("affects", Affects.FUNCTION)),
        always=bool(told.get("always", False)),
        hazard=StopKind(told["hazard"]) if "hazard" in told else None,
        lock=Lock(told["lock"]) if "lock" in told else None,
        source=Source(told["source"]) if kind is CheckKind.FILLED else None,
        measure=_measure(told) if kind is CheckKind.MEASURE else None,
        when=next(((other, Result(word)) for other, word in when.items())) if when else None,
    )


def _measure(told: Mapping[str, Any]) -> Measure:
    return Measure(
        unit=str(told["unit"]),
        low=int(told["low"]),
        high=int(told["high"]),
        start=int(told["start"]),
        step=int(told["step"]),
    )
