"""Every sample of other tools comes in through the real handler, and says what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factories import make_device
from serkut_desk.stations.snapshots.commands import ImportSnapshots

if TYPE_CHECKING:
    from stations.snapshots.counter import Counter

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "data" / "ereuse-snapshots"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not beside the checkout")
def test_every_sample_has_one_outcome_and_ours_are_found(counter: Counter) -> None:
    workshop = counter.workshop
    dell = make_device(workshop, serial="5CQ6VY1", manufacturer="Dell", model="Latitude E7240")
    lenovo = make_device(workshop, serial="PF0QMY5N", manufacturer="Lenovo")
    xiaomi = make_device(workshop, serial="13138/00064437", manufacturer="Timi")
    done = workshop.desk.do(workshop.worker, ImportSnapshots((SAMPLES,)))
    files = {Path(one.file).name: one for one in done.files}
    assert len(files) == len(list(SAMPLES.iterdir()))
    assert {one.outcome for one in done.files} <= {"matched", "unknown", "virtual", "unreadable"}
    # Two tools told of one machine: the second proposes nothing again.
    first, second = (
        files[name]
        for name in ("snapshot_workbench-script.json", "snapshot_workbench-script_legacy.json")
    )
    assert (first.device, second.device) == (dell.code, dell.code)
    assert first.proposed + second.proposed == 2
    # A drive that only one of its lists knows is still proposed.
    nvme = files["snapshot_pre-verifiable-credential.json"]
    assert (nvme.device, nvme.proposed) == (lenovo.code, 1)
    assert [one.serial for one in counter.media(lenovo)] == ["S35ANX0J401001"]
    # "No drive found" is not "no drive".
    none = files["TM1613.snapshot.json"]
    assert (none.device, none.proposed, none.complete) == (xiaomi.code, 0, False)
    qemu = next(one for name, one in files.items() if name.startswith("qemu"))
    assert qemu.outcome == "virtual"
    assert files["desktop-amd-bug-no-sn.json"].outcome == "unknown"
    assert files["basic.snapshot.badly_formed.yaml"].outcome == "unreadable"
    assert all(one.failure is not None for one in done.files if one.outcome == "unreadable")
    assert counter.in_order
