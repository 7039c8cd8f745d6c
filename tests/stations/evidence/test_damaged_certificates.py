"""Certificates of nwipe that somebody altered or that were cut off, beside the log of their run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from certificates_of_nwipe import certificate, pages_of, swapped
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.evidence_place import Place
from serkut_desk.stations.evidence import queries
from serkut_desk.stations.wiping.commands import ImportReports

if TYPE_CHECKING:
    from stations.wiping.shop import Shop

LOGS = Path(__file__).resolve().parents[2] / "interchange" / "data" / "nwipe"


@pytest.mark.parametrize(
    ("version", "wiped", "failed"),
    [("0.36", "TSTXXB10001", "TSTXXB40001"), ("0.41", "TSTXXA10001", "TSTXXA40001")],
)
def test_each_damaged_file_waits_for_a_person(
    shop: Shop, version: str, wiped: str, failed: str
) -> None:
    shop.declare(shop.device("PF9SAMPLE01"), wiped)
    second = shop.device("PF9SAMPLE02")
    shop.declare(second, failed)
    erased = certificate(pages_of(f"{version}_erased"))
    files = {
        "1_spoilt.pdf": certificate(swapped(pages_of(f"{version}_erased"), "ERASED", "FAILED")),
        "2_cut.pdf": erased[: len(erased) // 20],
        "3_half.pdf": erased[: len(erased) // 2],
        "4_liar.pdf": certificate(swapped(pages_of(f"{version}_failed"), "FAILED", "ERASED")),
        "log.txt": (LOGS / f"v{version}/nwipe-{version}_loop_mixed.log").read_bytes(),
    }
    shop.folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (shop.folder / name).write_bytes(data)
    desk = shop.workshop.desk
    desk.do(shop.worker, ImportReports((shop.folder,)))
    rows = queries.inbox(desk, shop.worker).rows
    assert {row.name: (row.place, row.waits) for row in rows} == {
        "1_spoilt.pdf": (Place.CONTRADICTION, True),
        "2_cut.pdf": (Place.UNREADABLE, True),
        "3_half.pdf": (Place.UNREADABLE, True),
        # Its own counters fail the drive as the log does; what differs is told beside the log's.
        "4_liar.pdf": (Place.ATTACHED, False),
        "log.txt": (Place.CONTRADICTION, True),
    }
    with desk.database.reading() as work:
        beside = next(run for run in work.runs.of_device(second.id) if run.paired_with is None)
    assert beside.verdict is Verdict.FAILED
    differs = [one["facts"]["field"] for one in beside.reasons if one["code"] == "paper_differs"]
    assert differs == ["status"]
