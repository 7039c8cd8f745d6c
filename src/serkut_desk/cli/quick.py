"""The short way to the window: nothing of the command line is imported on it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.texts import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from serkut_desk.ui.doors import DemoWorkshop, Doors


def wanted(arguments: Sequence[str]) -> tuple[Path | None, str] | None:
    """Return data folder and language when these arguments name no command, None otherwise.

    Anything that is not plainly a call for the window is left to the command line, which says
    what is wrong with it.
    """
    data: Path | None = None
    language = ""
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if name not in {"--data", "--lang"}:
            return None
        value = value if equals else next(words, "")
        if not value or (name == "--lang" and value not in languages()):
            return None
        if name == "--data":
            data = Path(value).expanduser()
        else:
            language = value
    return data, language


def has_display() -> bool:
    """Tell whether a window could be shown."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def show(data: Path | None, language: str) -> int:
    """Show the window until it is closed and return the exit status.

    Args:
        data: The data folder; None for the platform's own.
        language: Two letters, "" for what was used last.
    """
    from serkut_desk.ui.start import run

    return run(data, language, _doors, _play_demo)


def _doors() -> Doors:
    from serkut_desk import bootstrap

    return bootstrap


def _play_demo(root: Path, language: str, tell: Callable[[str], None]) -> DemoWorkshop:
    from serkut_desk.cli.demo_week.offered import play_beside

    return play_beside(root, language, tell)
