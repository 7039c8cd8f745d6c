"""Files of the stick come in like every report: matched, judged, paired with the log."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import KindSource, Level, MediumKind

if TYPE_CHECKING:
    from stations.wiping.shop import Shop

DATA = Path(__file__).parents[2] / "interchange" / "stick" / "data"
NVME = (DATA / "nvme_sanitize.json").read_bytes()
OVERWRITE = (DATA / "overwrite.json").read_bytes()


def test_a_sanitize_reaches_purge_and_its_operator_may_not_approve_it(shop: Shop) -> None:
    device = shop.device()
    # Told as a disk by a person: the drive itself says that it is an NVMe.
    shop.declare(device, "S0TESTNVME11", MediumKind.HDD)
    begun = json.loads(NVME)
    begun["state"] = "running"
    first = shop.bring(json.dumps(begun).encode())
    assert first.files[0].runs[0].results[0].verdict == Verdict.INCOMPLETE
    done = shop.bring(NVME)
    (run,) = done.files[0].runs
    assert (run.tool, run.link, run.results[0].match) == ("serkut-wipe", "grown", "matched")
    look = shop.look(device)
    assert look.state is DeviceState.WAITING_APPROVAL
    (proof,) = look.proofs
    assert (proof.medium.kind, proof.medium.kind_source) == (MediumKind.NVME, KindSource.REPORT)
    assert proof.standing.deciding is not None
    assert proof.standing.deciding.judgement.level is Level.PURGE
    # The importer named the maker; the stick was run by the first supervisor's badge.
    with pytest.raises(KnownFailure):
        shop.approve(device)
    assert shop.look(device).state is DeviceState.WAITING_APPROVAL
    shop.approve(device, by=shop.other)
    assert shop.look(device).state is not DeviceState.WAITING_APPROVAL


def test_the_log_beside_the_file_is_the_same_run(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device, "S3TEST00SSD1", MediumKind.SSD)
    file = json.loads(OVERWRITE)
    log = file["log"]["text"].encode("latin-1")
    done = shop.bring(OVERWRITE, log, performed_by=None)
    assert [one.outcome for one in done.files] == ["read", "read"]
    assert len(shop.look(device).proofs[0].runs) == 1


def test_an_edited_log_inside_is_not_believed(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device, "S3TEST00SSD1", MediumKind.SSD)
    file = json.loads(OVERWRITE)
    file["log"]["text"] = file["log"]["text"].replace("DoD Short", "DoD 5220.22-M")
    done = shop.bring(json.dumps(file).encode())
    assert done.files[0].runs[0].results[0].verdict == Verdict.REVIEW
    with pytest.raises(KnownFailure):
        shop.approve(device, by=shop.other)
