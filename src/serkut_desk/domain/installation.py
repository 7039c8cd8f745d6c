"""Rules about installed operating systems: tests, versions, digests, and keys that nobody keeps.

An operating system of ours, put on a proven medium, brings no data of anybody: the proof stands
(`lifecycle.Action.INSTALL`). A licence key is a secret of whoever bought it: it is written nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from unicodedata import category, normalize

from serkut_desk.domain.checklist import Result
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.scan import holds_secret

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from serkut_desk.domain.checklist import Words

RUNS_A_SYSTEM = frozenset({DeviceType.LAPTOP, DeviceType.DESKTOP, DeviceType.ALLINONE})
"""Kinds of device that nobody can use before a system was installed; they wait for one."""


class EndedBy(StrEnum):
    """Why an installation is not in force any more; `ended.<value>` in the texts.

    A person's own reason stands in its place where somebody ended it by hand.
    """

    WIPED = "wiped"
    REMOVED = "removed"
    USED = "used"
    REPLACED = "replaced"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class InstallTest:
    """One thing that is tried afterwards.

    Args:
        key: Its name in the records.
        words: A sentence that is true when all is well, by language.
        how: How to find out, by language.
        icon: Its pictogram.
        mandatory: The installation has not passed without it.
        may_lack: Some devices of the kind do not have it, so that "not fitted" is an answer.
    """

    key: str
    words: Words
    how: Words
    icon: str
    mandatory: bool
    may_lack: bool


@dataclass(frozen=True, slots=True)
class InstallTests:
    """The tests of every kind of device that gets a system, of one version."""

    version: int
    effective_from: date
    by_type: Mapping[DeviceType, tuple[InstallTest, ...]]


@dataclass(frozen=True, slots=True)
class KnownSystem:
    """An operating system as its maker writes it, with editions to choose from."""

    name: str
    editions: tuple[str, ...]


def parse_tests(document: Mapping[str, Any]) -> InstallTests:
    """Return the tests in parsed JSON.

    Raises:
        KeyError: A field is missing or a list names an unknown test.
        ValueError: A kind of device is unknown, or a test stands twice in a list.
    """
    described = document["tests"]
    by_type = {}
    for kind, rows in document["by_type"].items():
        names = [row["test"] for row in rows]
        if len(set(names)) != len(names):
            message = f"a test stands twice for {kind}"
            raise ValueError(message)
        by_type[DeviceType(kind)] = tuple(_test(described[row["test"]], row) for row in rows)
    return InstallTests(
        int(document["version"]), date.fromisoformat(document["effective_from"]), by_type
    )


def _test(described: Mapping[str, Any], row: Mapping[str, Any]) -> InstallTest:
    return InstallTest(
        row["test"],
        described["words"],
        described["how"],
        described["icon"],
        bool(row["mandatory"]),
        bool(row.get("may_lack", False)),
    )


def parse_systems(document: Mapping[str, Any]) -> tuple[KnownSystem, ...]:
    """Return the systems in parsed JSON."""
    return tuple(KnownSystem(row["name"], tuple(row["editions"])) for row in document["systems"])


def system_name(text: str, known: Iterable[KnownSystem]) -> str:
    """Return a known system as its maker writes it, any other text as it is."""
    key = name_key(text)
    return next((one.name for one in known if name_key(one.name) == key), text)


def checked_results(tests: Iterable[InstallTest], results: Mapping[str, str]) -> dict[str, Result]:
    """Return results that fit the tests.

    Raises:
        Misused: `install_test_unknown` or `install_result_unknown`.
        Refused: `install_test_not_lacking`: every device of the kind has what is tried.
    """
    by_key = {test.key: test for test in tests}
    words = {one.value for one in Result}
    checked = {}
    for key, word in results.items():
        if key not in by_key:
            raise Misused("install_test_unknown", test=key)
        if word not in words:
            raise Misused("install_result_unknown", result=word)
        if word == Result.NOT_FITTED.value and not by_key[key].may_lack:
            raise Refused("install_test_not_lacking", test=key)
        checked[key] = Result(word)
    return checked


def unanswered(
    tests: Iterable[InstallTest], results: Mapping[str, Result]
) -> tuple[InstallTest, ...]:
    """Return the tests without a result, in order."""
    return tuple(test for test in tests if test.key not in results)


def passed(tests: Iterable[InstallTest], results: Mapping[str, Result]) -> bool:
    """Tell whether every mandatory test came out well, or tried what the device does not have."""
    well = {Result.PASS, Result.NOT_FITTED}
    return all(results.get(test.key) in well for test in tests if test.mandatory)


def failing(tests: Iterable[InstallTest], results: Mapping[str, Result]) -> tuple[InstallTest, ...]:
    """Return the tests that did not come out well, mandatory or not, in order."""
    ill = {Result.FAIL, Result.NOT_POSSIBLE}
    return tuple(test for test in tests if results.get(test.key) in ill)


def model_key(manufacturer: str, model: str) -> str:
    """Return what two writings of one model have in common: its letters and digits.

    The maker's name counts once, whether it stands before the model's or not.
    """
    maker, name = _letters(manufacturer), _letters(model)
    return f"{maker} {name.removeprefix(maker) or name}".strip()


def _letters(text: str) -> str:
    return "".join(mark for mark in normalize("NFKC", text).casefold() if mark.isalnum())


_SHA256 = re.compile(r"[0-9a-f]{64}")


def sha256_text(text: str) -> str:
    """Return a SHA-256 as 64 small hexadecimal digits; spaces between them do not matter.

    Raises:
        Misused: `install_hash_wrong`.
    """
    plain = "".join(text.split()).casefold().removeprefix("sha256:")
    if _SHA256.fullmatch(plain) is None:
        raise Misused("install_hash_wrong", digits=len(plain))
    return plain


_VERSION = re.compile(r"[\w][\w .,+:~()/-]{0,39}")


def version_text(text: str) -> str:
    """Return a version as it is written: `22.2`, `24.04.3 LTS`, `14`.

    Raises:
        Refused: `licence_key_not_kept`.
        Misused: `install_version_wrong`: empty, too long, or with signs that no version has.
    """
    plain = " ".join(text.split())
    refuse_licence_key(plain)
    if _VERSION.fullmatch(plain) is None:
        raise Misused("install_version_wrong")
    return plain


def refuse_licence_key(text: str) -> None:
    """Do nothing when a text holds no secret.

    Raises:
        Refused: `licence_key_not_kept`; what was written is not repeated.
    """
    if looks_like_licence_key(text):
        raise Refused("licence_key_not_kept")


# Groups of one length, as on stickers and cards: 5x5, 4x5, 6x4 and longer. Between them a sign;
# a space or a line counts only for groups of five and more, since words follow each other so.
_EDGE_BEFORE, _EDGE_AFTER = r"(?<![0-9A-Z])(?<![0-9A-Z]-)", r"(?!-?[0-9A-Z])"
_GROUPED = [
    re.compile(rf"{_EDGE_BEFORE}[0-9A-Z]{{{n}}}(?:[-._/:|]+[0-9A-Z]{{{n}}}){{3,}}{_EDGE_AFTER}")
    for n in range(4, 9)
]
_SPACED = [
    re.compile(rf"{_EDGE_BEFORE}[0-9A-Z]{{{n}}}(?:[-._/:| ]+[0-9A-Z]{{{n}}}){{3,}}{_EDGE_AFTER}")
    for n in range(5, 9)
]
_FIVE_FIVES = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{5}(?:[-._/:| ]+[0-9A-Z]{5}){4}(?![0-9A-Z])")
_BUNDLED = re.compile(r"(?<![0-9A-Z])[0-9]{5}-OEM-[0-9]{7}-[0-9]{5}(?![0-9A-Z])")
_CAPITALS = re.compile(r"(?<![0-9A-Z])(?=[0-9A-Z]*[0-9])(?=[0-9A-Z]*[A-Z])[0-9A-Z]{25}(?![0-9A-Z])")


def looks_like_licence_key(text: str) -> bool:
    """Tell whether a text holds something like a product key, blind to case and kind of hyphen.

    Five groups of five always do. Four or more groups of one length do when a digit is among
    them, so that ordinary words pass; and 25 letters and digits in one.
    """
    plain = "".join(_ordinary(mark) for mark in normalize("NFKC", text)).upper()
    plain = " ".join(plain.split())
    if holds_secret(plain) or _FIVE_FIVES.search(plain) or _BUNDLED.search(plain):
        return True
    grouped = (found[0] for one in (*_GROUPED, *_SPACED) for found in one.finditer(plain))
    if any(any(mark.isdigit() for mark in group) for group in grouped):
        return True
    return _CAPITALS.search(plain) is not None


def _ordinary(mark: str) -> str:
    """Return a hyphen for every dash, nothing for what shows nothing, any other sign as it is."""
    kind = category(mark)
    if kind == "Pd" or mark == "\N{MINUS SIGN}":
        return "-"
    return "" if kind == "Cf" else mark
