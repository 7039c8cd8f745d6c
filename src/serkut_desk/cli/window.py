"""Opens the window when no command is given, or plays the demo day where there is no display."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli import demo
from serkut_desk.cli.answer import DONE
from serkut_desk.cli.quick import has_display, show
from serkut_desk.texts import DEFAULT, Texts

if TYPE_CHECKING:
    from pathlib import Path


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
    return show(data, language)
