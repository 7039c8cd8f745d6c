"""Every sample that there is, as one stick: each file one place, and their number is known."""

from __future__ import annotations

import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.errors import KnownFailure
from serkut_desk.stations.evidence import queries
from serkut_desk.stations.wiping.commands import ImportReports

if TYPE_CHECKING:
    from stations.wiping.shop import Shop

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "data"
FOLDERS = ("wipe-reports", "tool-outputs")


# Nobody has declared any disk: what was wiped is unknown. PDFs stand beside their logs.
AT_FIRST = {"attached": 41, "unknown_medium": 24, "unreadable": 4, "duplicate": 1}
# The rest has no serial number at all: only a person can say which disk it was.
THEN = {
    "attached": 41,
    "unknown_medium": 20,
    "unreadable": 4,
    "to_review": 2,
    "matched": 1,
    "aborted": 1,
    "duplicate": 1,
}


@pytest.mark.skipif(not (SAMPLES / FOLDERS[0]).is_dir(), reason="no samples beside the checkout")
def test_all_samples_as_one_stick(shop: Shop) -> None:
    for name in FOLDERS:
        shutil.copytree(SAMPLES / name, shop.folder / name)
    count = sum(path.is_file() for path in shop.folder.rglob("*"))
    desk = shop.workshop.desk
    done = desk.do(shop.worker, ImportReports((shop.folder,)))
    found = queries.inbox(desk, shop.worker, limit=count + 1)
    assert len(done.files) == len(found.rows) == count
    assert all(one.place for one in done.files)
    assert Counter(one.place.value for one in found.rows) == AT_FIRST
    # Somebody declares every disk that a report names: each finds its place.
    serials = sorted({serial for one in found.rows for serial in one.serials})
    for number, serial in enumerate(serials):
        device = shop.device(f"PF9SAMPLE{number:02d}")
        with suppress(KnownFailure):
            shop.declare(device, serial)
    found = queries.inbox(desk, shop.worker, limit=count + 1)
    assert Counter(one.place.value for one in found.rows) == THEN
    before = shop.entries()
    desk.do(shop.worker, ImportReports((shop.folder,)))
    assert queries.inbox(desk, shop.worker, limit=count + 1).rows == found.rows
    assert shop.entries() == before
