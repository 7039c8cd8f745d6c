"""A workshop made by the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher

from cli.desk_cli import Cli
from kit import wait_for_no_disk
from serkut_desk.settings import DataFolder
from serkut_desk.stations.people import pins

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Cli:
    """Give the command line on a folder without a workshop, with PINs in the environment."""
    # One cheap hash: what is tested here is who is asked for a PIN, not how slow it is made.
    monkeypatch.setattr(pins, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    wait_for_no_disk(monkeypatch)
    for name, pin in (("SERKUT_PIN", "4711"), ("SERKUT_NEW_PIN", "1234")):
        monkeypatch.setenv(name, pin)
    monkeypatch.delenv("SERKUT_SECOND_PIN", raising=False)
    return Cli(tmp_path / "data", capsys)


@dataclass
class _House:
    """The file of a new workshop and its supervisor; made by the first test of a process."""

    file: bytes = b""
    person: str = ""

    def make(self, empty: Cli) -> None:
        made = empty("init", "--workshop", "Digipaja", "--supervisor", "TJ1")
        assert made.status == 0, made.err
        self.file = DataFolder(empty.data).database.read_bytes()
        self.person = made.document["person"]


_HOUSE = _House()


@pytest.fixture
def cli(empty: Cli) -> Cli:
    """Give the command line on a workshop with one supervisor, who acts."""
    if not _HOUSE.file:
        _HOUSE.make(empty)
    else:
        database = DataFolder(empty.data).database
        database.parent.mkdir(parents=True)
        database.write_bytes(_HOUSE.file)
    empty.person = _HOUSE.person
    return empty
