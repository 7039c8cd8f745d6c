"""`demo`: a week in an invented workshop, to look at, with or without a display."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk import settings
from serkut_desk.cli.answer import Answer

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.demo_week.week import Folders, Played
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
    document = run(context.texts, line, _folders(context.data, args.out))
    return Answer({**document, "told": told})


def _folders(data: Path, out: Path | None) -> Folders | None:
    """Return where it shall go; the folder of one's own workshop must be named to be used."""
    from serkut_desk.cli.demo_week.week import Folders, beside

    if out is not None:
        return beside(out)
    if data != settings.default_data_folder():
        return Folders(data, data.with_name(f"{data.name}-demo"))
    return None


def _program() -> str:
    """Return how the program was started: from a checkout it is not on the search path."""
    started = Path(sys.argv[0])
    return str(started) if started.name == "serkut-desk" else "serkut-desk"


def run(
    texts: Texts,
    line: Callable[[str], None],
    folders: Folders | None = None,
    most: int | None = None,
) -> dict[str, object]:
    """Play the week, take pictures of its screens, and tell where everything is.

    Args:
        texts: Language of everything.
        line: Takes each sentence.
        folders: Empty ones; None makes one for temporary files.
        most: As `week.play`.

    Raises:
        KnownFailure: As `week.play`.
    """
    from serkut_desk.cli.demo_week import week

    if folders is None:
        folders = week.beside(Path(tempfile.mkdtemp(prefix="serkut-demo-")))
    played = week.play(folders, texts, line, most=most)
    screens = _screens(played, texts)
    _tell(played, screens, texts, line)
    return {
        "data": str(played.folders.data),
        "monday": played.monday.isoformat(),
        "labels": [str(path) for path in sorted(played.labels.glob("*.pdf"))],
        "certificates": [str(path) for path in played.certificates],
        "papers": [str(path) for path in played.papers],
        "public_key": str(played.public_key),
        "key_sheet": str(played.key_sheet),
        "day_report": str(played.day_report),
        "backup": str(played.backup),
        "screens": [str(path) for path in screens],
        "supervisors": list(played.supervisors),
        "makers": list(played.makers),
    }


def _tell(played: Played, screens: list[Path], texts: Texts, line: Callable[[str], None]) -> None:
    """Say where everything is, and how to look around in it."""
    from serkut_desk.cli.demo_week.crew import PASSPHRASE, PIN

    if not screens:
        line(texts.say("demo.no_screens"))
    places = {
        "labels": played.labels,
        "certificates": played.folders.certificates,
        "papers": played.folders.papers,
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
            path=played.folders.data,
            badge=played.supervisors[0],
            pin=PIN,
            passphrase=PASSPHRASE,
        )
    )


def _screens(played: Played, texts: Texts) -> list[Path]:
    """Take the pictures; none where Qt's own libraries are missing."""
    from serkut_desk.cli.demo_week.crew import PIN
    from serkut_desk.cli.demo_week.week import DemoDoors

    with _unseen():
        try:
            from serkut_desk.ui.screenshots import Camera
        except ImportError:
            return []
        folder = played.folders.around / "screens"
        doors = partial(DemoDoors, played.monday)
        camera = Camera(played.folders.data, folder, doors, texts.language)
        badges = (played.supervisors[0], played.makers[0])
        return camera.take(badges, PIN, played.scans, played.closer)


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
