"""A workshop made by the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher

from cli.desk_cli import Cli
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
    for name, pin in (("SERKUT_PIN", "4711"), ("SERKUT_NEW_PIN", "1234")):
        monkeypatch.setenv(name, pin)
    monkeypatch.delenv("SERKUT_SECOND_PIN", raising=False)
    return Cli(tmp_path / "data", capsys)


@pytest.fixture
def cli(empty: Cli) -> Cli:
    """Give the command line on a workshop with one supervisor, who acts."""
    made = empty("init", "--workshop", "Digipaja", "--supervisor", "TJ1")
    assert made.status == 0, made.err
    empty.person = made.document["person"]
    return empty
