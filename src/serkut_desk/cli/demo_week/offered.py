"""The week as the first-start wizard offers it: beside the folder of real work, played once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week import week
from serkut_desk.cli.demo_week.crew import PIN
from serkut_desk.records.files import write_synced
from serkut_desk.texts import Texts
from serkut_desk.ui.doors import DemoWorkshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Who is who, written when the week is over: what is there without it was not finished.
_BADGES = "badges.json"


def play_beside(
    root: Path, language: str, tell: Callable[[str], None], most: int | None = None
) -> DemoWorkshop:
    """Play the week beside a data folder, or return the one that was played there before.

    Args:
        root: The data folder of real work; nothing is written to it.
        language: Of everything.
        tell: Takes each sentence.
        most: As `week.play`.

    Raises:
        KnownFailure: As `week.play`.
    """
    folders = week.beside(root.with_name(f"{root.name}-demo"))
    badges = folders.around / _BADGES
    if not badges.exists():
        played = week.play(folders, Texts(language), tell, most=most)
        who = {"supervisor": played.supervisors[0], "maker": played.makers[0], "pin": PIN}
        write_synced(badges, json.dumps(who, indent=2).encode())
    return DemoWorkshop(folders.data, **json.loads(badges.read_text(encoding="utf-8")))
