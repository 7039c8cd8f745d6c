"""Runs the command line in this process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


@dataclass
class Outcome:
    """What one call of the program gave."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document."""
        return json.loads(self.out)

    @property
    def code(self) -> str:
        """The failure's code."""
        return str(self.document["error"]["code"])


@dataclass
class Cli:
    """The program on one data folder; `person` is who acts."""

    data: Path
    capsys: pytest.CaptureFixture[str]
    person: str = ""

    def __call__(self, *words: object, person: str | None = None, as_json: bool = True) -> Outcome:
        acting = self.person if person is None else person
        given = ["--data", str(self.data)]
        given += ["--as", acting] if acting else []
        given += ["--json"] if as_json else []
        self.capsys.readouterr()
        status = main([*given, *map(str, words)])
        out, err = self.capsys.readouterr()
        return Outcome(status, out, err)
