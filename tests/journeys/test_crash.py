"""The program is killed twenty times while it works, and is whole each time it opens again.

The driver says what this shows and what it does not: not a power cut.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from torture import workshop
from torture.driver import Torture

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 20
SEED = 2
WANTED = frozenset(
    {"lot", "receive", "import", "approve", "issue", "grade", "decide", "hand over", "paper"}
    | {"order", "take", "fit", "move", "out", "advise", "begin", "fraction"}
    | {"destroy", "publish", "issue lot"}
)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are made by forking")
def test_twenty_kills_lose_nothing_and_leave_nothing_half_done(tmp_path: Path) -> None:
    torture = Torture(workshop.make(tmp_path / "tortured"), SEED)
    torture.run(KILLS, WANTED)
    assert torture.tally.kills >= KILLS
    # A torture in which nothing was done shows nothing.
    assert set(torture.tally.confirmed) >= WANTED
    assert torture.tally.certificates
