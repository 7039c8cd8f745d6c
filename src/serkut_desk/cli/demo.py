"""`demo`: a short day in an invented workshop, to look at, with or without a display."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli.answer import Answer

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.demo_day import Played
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.texts import Texts


def register(commands: Commands) -> None:
    """Add the command."""
    commands.add("demo", _demo).add_argument(
        "--out", type=Path, metavar="DIR", help=commands.say("cli.demo.out")
    )


def _demo(context: Context, args: Namespace) -> Answer:
    told: list[str] = []
    # With `--json` one document is all that is printed.
    line: Callable[[str], None] = told.append if context.as_json else print
    document = run(context.texts, line, args.out)
    return Answer({**document, "told": told})


def _program() -> str:
    """Return how the program was started: from a checkout it is not on the search path."""
    started = Path(sys.argv[0])
    return str(started) if started.name == "serkut-desk" else "serkut-desk"


def run(texts: Texts, line: Callable[[str], None], out: Path | None = None) -> dict[str, object]:
    """Play the day, take pictures of its screens, and tell where everything is.

    Args:
        texts: Language of everything.
        line: Takes each sentence.
        out: An empty folder; None makes one for temporary files.

    Raises:
        KnownFailure: As `demo_day.play`.
    """
    from serkut_desk.cli import demo_day

    folder = Path(tempfile.mkdtemp(prefix="serkut-demo-")) if out is None else out
    played = demo_day.play(folder, texts, line)
    screens = _screens(played, folder / "screens", texts)
    if not screens:
        line(texts.say("demo.no_screens"))
    places = {
        "labels": played.labels[0].parent,
        "certificates": played.certificates[0].parent,
        "day_report": played.day_report,
        "key": played.public_key,
        **({"screens": screens[0].parent} if screens else {}),
    }
    for name, path in places.items():
        line(texts.say(f"demo.where.{name}", path=path))
    line(
        texts.say(
            "demo.where.data",
            program=_program(),
            path=played.data,
            badge=played.supervisor,
            pin=demo_day.PIN,
            passphrase=demo_day.PASSPHRASE,
        )
    )
    return {
        "data": str(played.data),
        "labels": [str(path) for path in played.labels],
        "certificates": [str(path) for path in played.certificates],
        "public_key": str(played.public_key),
        "key_sheet": str(played.key_sheet),
        "day_report": str(played.day_report),
        "backup": str(played.backup),
        "screens": [str(path) for path in screens],
        "supervisor": played.supervisor,
        "maker": played.maker,
    }


def _screens(played: Played, folder: Path, texts: Texts) -> list[Path]:
    """Take the pictures; none where Qt's own libraries are missing."""
    from serkut_desk.cli.demo_day import PIN, DemoDoors

    with _unseen():
        try:
            from serkut_desk.ui.screenshots import Camera
        except ImportError:
            return []
        camera = Camera(played.data, folder, DemoDoors, texts.language)
        scans = {"intake": played.lot, "devices": played.device}
        return camera.take((played.supervisor, played.maker), PIN, scans)


@contextmanager
def _unseen() -> Iterator[None]:
    """Let Qt paint into memory."""
    before = os.environ.get("QT_QPA_PLATFORM")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        yield
    finally:
        if before is None:
            del os.environ["QT_QPA_PLATFORM"]
        else:
            os.environ["QT_QPA_PLATFORM"] = before
