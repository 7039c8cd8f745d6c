"""Opens a workshop that was made before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import kit
from serkut_desk import bootstrap
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.people import Session
from serkut_desk.records.database import Database
from serkut_desk.settings import DataFolder

if TYPE_CHECKING:
    from pathlib import Path


def reopened(root: Path) -> kit.Workshop:
    """Return the workshop that `kit.make_workshop` made in a folder, or a copy of it."""
    clock = kit.FrozenClock()
    folder = DataFolder(root)
    database = Database.open_up(folder.database, clock, "1", root / "upgrades")
    first, other, worker = (make_code(CodeKind.BADGE, number) for number in (1, 2, 3))
    return kit.Workshop(
        bootstrap.compose(folder, database),
        clock,
        Session(first, clock.now()),
        Session(other, clock.now()),
        Session(worker),
    )
