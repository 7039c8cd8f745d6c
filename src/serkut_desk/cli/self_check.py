"""`self-check`: does everything that the program needs work on this machine?"""

from __future__ import annotations

import platform
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk import __version__
from serkut_desk.cli.answer import Answer

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands

_PARTS = ("SQLAlchemy", "alembic", "reportlab", "pyHanko", "cryptography", "PySide6-Essentials")


def register(commands: Commands) -> None:
    """Add `self-check`."""
    commands.add("self-check", _check)


def _check(context: Context, _args: Namespace) -> Answer:
    """Make a workshop in a folder of its own, with every migration, and a paper in it."""
    from importlib.metadata import version

    with tempfile.TemporaryDirectory(prefix="serkut-self-check-") as scratch:
        about, pages = _try_out(Path(scratch), context.texts.language)
    document: dict[str, object] = {
        "ok": True,
        "serkut-desk": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        **about,
        "pdf_bytes": pages,
        **{part: version(part) for part in _PARTS},
    }
    return Answer(document, [f"{name}: {value}" for name, value in document.items()])


def _try_out(root: Path, language: str) -> tuple[dict[str, str], int]:
    from serkut_desk import bootstrap
    from serkut_desk.documents.day_report import day_report_pdf
    from serkut_desk.stations import first_start
    from serkut_desk.stations.upkeep import day

    supervisor = first_start.FirstSupervisor(display="T1", pin="90210")
    start = first_start.FirstStart(workshop="Self-check", supervisors=(supervisor,))
    made = bootstrap.create_desk(root, start)
    with bootstrap.open_desk(root) as desk:
        desk.database.check()
        with desk.database.reading() as work:
            report = day.gather(work, desk.clock.now(), made.people[0], language)
        return desk.database.about(), len(day_report_pdf(report, language))
