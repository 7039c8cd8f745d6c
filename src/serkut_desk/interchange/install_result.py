"""The result file of an unattended installer: a small JSON document.

    {
      "format": "serkut-desk-install", "version": 1,
      "system": {"name": "Linux Mint", "version": "22.2", "edition": "Cinnamon"},
      "image": {"sha256": "64 hexadecimal digits"},
      "machines": [{"serial": "PF2ABC12", "tests": {"starts": "pass", "sound": "fail"}}]
    }

With `image`, the named image says what was installed, and `system` may be left out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from serkut_desk.domain.errors import Misused
from serkut_desk.domain.installation import refuse_licence_key, sha256_text

FORMAT = "serkut-desk-install"
VERSION = 1
_MOST_MACHINES = 200


@dataclass(frozen=True, slots=True)
class InstalledMachine:
    """One machine of the file: its serial and its results by test."""

    serial: str
    tests: dict[str, str]


@dataclass(frozen=True, slots=True)
class InstallResult:
    """What a file says; empty texts where it says nothing."""

    system: str
    version: str
    edition: str
    sha256: str
    machines: tuple[InstalledMachine, ...]


def read_install_result(data: bytes) -> InstallResult:
    """Return what a result file says.

    Raises:
        Misused: `install_result_wrong` with the `problem`: `json`, `format`, `version`, `system`,
            `machines` or `tests`; `install_hash_wrong`.
        Refused: `licence_key_not_kept`: there is a product key somewhere in it.
    """
    document = _object(_parsed(data), "json")
    if document.get("format") != FORMAT:
        raise Misused("install_result_wrong", problem="format")
    if document.get("version") != VERSION:
        raise Misused("install_result_wrong", problem="version")
    try:
        _refuse_keys(document)
    except RecursionError:
        raise Misused("install_result_wrong", problem="json") from None
    system = _object(document.get("system", {}), "system")
    image = _object(document.get("image", {}), "system")
    sha256 = sha256_text(_text(image["sha256"], "system")) if image.get("sha256") else ""
    rows = document.get("machines")
    if not isinstance(rows, list) or not 0 < len(rows) <= _MOST_MACHINES:
        raise Misused("install_result_wrong", problem="machines")
    if not sha256 and not (system.get("name") and system.get("version")):
        raise Misused("install_result_wrong", problem="system")
    return InstallResult(
        _text(system.get("name", ""), "system"),
        _text(system.get("version", ""), "system"),
        _text(system.get("edition", ""), "system"),
        sha256,
        tuple(_machine(row) for row in rows),
    )


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Misused("install_result_wrong", problem="json") from None


def _machine(row: object) -> InstalledMachine:
    machine = _object(row, "machines")
    serial = _text(machine.get("serial"), "machines")
    if not serial.strip():
        raise Misused("install_result_wrong", problem="machines")
    tests = _object(machine.get("tests", {}), "tests")
    return InstalledMachine(
        serial, {_text(key, "tests"): _text(word, "tests") for key, word in tests.items()}
    )


def _object(value: object, problem: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Misused("install_result_wrong", problem=problem)
    return value


def _text(value: object, problem: str) -> str:
    # Half a character can neither be kept nor shown.
    if not isinstance(value, str) or not value.isprintable():
        raise Misused("install_result_wrong", problem=problem)
    return value


def _refuse_keys(value: object) -> None:
    """Refuse a product key anywhere: an installer's log may hold the one it typed."""
    if isinstance(value, str):
        refuse_licence_key(value)
    elif isinstance(value, dict):
        for key, held in value.items():
            _refuse_keys(key)
            _refuse_keys(held)
    elif isinstance(value, list):
        for held in value:
            _refuse_keys(held)
