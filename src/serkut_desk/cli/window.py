"""Opens the window when no command is given, or plays the demo day where there is no display."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from serkut_desk.cli import demo
from serkut_desk.cli.answer import DONE
from serkut_desk.texts import DEFAULT, Texts

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.ui.doors import Doors


def open_window(data: Path, language: str) -> int:
    """Show the window until it is closed and return the exit status.

    Args:
        data: The data folder.
        language: Two letters, "" for what was used last.

    Raises:
        KnownFailure: As `demo.run`.
    """
    if not has_display():
        texts = Texts(language or DEFAULT)
        print(texts.say("demo.no_display"), flush=True)  # noqa: T201 - this is the command line
        demo.run(texts, print)
        return DONE
    from serkut_desk.ui.start import run  # noqa: PLC0415 - commands need no Qt

    return run(data, language, _doors)


def has_display() -> bool:
    """Tell whether a window could be shown."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def _doors() -> Doors:
    from serkut_desk import bootstrap  # noqa: PLC0415 - imports the database, after first paint

    return bootstrap
