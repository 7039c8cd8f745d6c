"""Which calls of the program want the window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from serkut_desk.cli import quick


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], (None, "")),
        (["--data", "somewhere"], (Path("somewhere"), "")),
        (["--data=somewhere", "--lang", "en"], (Path("somewhere"), "en")),
        (["--lang=fi"], (None, "fi")),
        (["--lang", "xx"], None),
        (["--data"], None),
        (["--help"], None),
        (["--data", "somewhere", "journal", "verify"], None),
        (["--json"], None),
    ],
)
def test_only_a_call_without_a_command_wants_the_window(
    arguments: list[str], expected: tuple[Path | None, str] | None
) -> None:
    assert quick.wanted(arguments) == expected


def test_a_display_is_seen_by_its_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert not quick.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert quick.has_display()


def test_the_short_way_imports_nothing_of_the_command_line() -> None:
    program = (
        "import sys, serkut_desk.__main__;"
        "print([name for name in ('argparse', 'sqlalchemy', 'PySide6') if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
