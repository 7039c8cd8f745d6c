"""The program is killed twenty times while it works, and is whole each time it opens again.

The driver says what this shows and what it does not: not a power cut.
"""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from torture import workshop
from torture.driver import Torture

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 20
SEED = 5


@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are made by forking")
def test_twenty_kills_lose_nothing_and_leave_nothing_half_done(tmp_path: Path) -> None:
    torture = Torture(workshop.make(tmp_path / "tortured"), SEED)
    torture.run(KILLS)
    assert torture.tally.kills == KILLS
    # The plan makes sure of it: a torture in which nothing was done shows nothing.
    done = set(torture.tally.confirmed)
    assert {"lot", "receive", "import", "approve", "issue"} <= done
    assert {"grade", "decide", "hand over", "paper"} <= done
    assert {"order", "take", "fit", "move", "out", "advise", "begin", "fraction"} <= done
    # Asked of the records: a blow may fall between what was done and the word that it was.
    records = sqlite3.connect(torture.place.data / "serkut.sqlite3")
    count = "SELECT count(*) FROM "
    (destroyed,) = records.execute(count + "destruction").fetchone()
    (lists,) = records.execute(count + "revocation_list").fetchone()
    (lots,) = records.execute(count + "lot_certificate").fetchone()
    records.close()
    assert destroyed
    assert lists + lots, "one of the two was due in every plan"
    assert torture.tally.certificates
