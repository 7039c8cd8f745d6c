"""The kernel's messages speak against a drive that its log calls clean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.data_state import DataState
from serkut_desk.domain.evidence import ReasonCode, Verdict
from serkut_desk.interchange.evidence import Outcome, ReportKind, read_report
from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from stations.wiping.shop import Shop

HOST = "PF2ABC12"
LOG = log(Drive(), host=HOST)
# The log's first line was written at 06:00:01 on 23.11.2026, by a clock in UTC here.
DMESG = """\
[    0.000000] Linux version 6.1.0 (invented) #1 SMP
[   12.184267] rtc_cmos 00:04: setting system clock to 2026-11-23T05:58:12 UTC (1795413492)
[   15.759661] scsi 0:0:0:0: Direct-Access     ATA      {model:16} 1A02 PQ: 0 ANSI: 5
[   16.155649] sd 0:0:0:0: [sda] Attached SCSI disk
[  900.000000] I/O error, dev {drive}, sector 30720 op 0x0:(READ) flags 0x4000 phys_seg 2
[ 9000.000000] reboot: Power down
"""


def dmesg(drive: str = "sda", model: str = "WDC WD5000LPLX-6", clock: str = "05:58:12") -> bytes:
    return DMESG.format(drive=drive, model=model).replace("05:58:12", clock).encode()


def test_a_kernels_messages_are_told_by_their_content() -> None:
    report = read_report("notes.txt", dmesg())
    assert (report.kind, report.outcome) == (ReportKind.KERNEL_LOG, Outcome.ATTACHMENT)
    assert report.kernel is not None
    assert f"{report.kernel.booted:%H:%M:%S}" == "05:58:00"
    assert dict(report.kernel.models) == {"sda": "WDC WD5000LPLX-6"}
    assert read_report("x", dmesg()[:70]).kernel is None


@pytest.mark.parametrize("order", ["kernel first", "log first", "log days later", "days later"])
def test_errors_of_a_drive_keep_it_from_passing(shop: Shop, order: str) -> None:
    device = shop.device(HOST)
    shop.declare(device)
    reports = [dmesg(), LOG] if order in {"kernel first", "log days later"} else [LOG, dmesg()]
    if order == "log days later":
        shop.bring(reports.pop(0))
        shop.workshop.clock.tick(days=2)
    if order == "days later":
        shop.bring(reports[0])
        shop.approve(device)
        assert shop.look(device).data_state is DataState.PROVEN
        reports = reports[1:]
    shop.bring(*reports)
    (run,) = shop.look(device).proofs[0].runs
    assert run.verdict is Verdict.REVIEW
    (said,) = [one["facts"] for one in run.reasons if one["code"] == ReasonCode.KERNEL_ERRORS]
    assert said["count"] == 1
    assert said["first"].startswith("I/O error, dev sda")
    assert shop.look(device).data_state is DataState.TO_REVIEW
    shop.bring(dmesg() + b"\n")
    (again,) = shop.look(device).proofs[0].runs
    assert again.reasons == run.reasons


@pytest.mark.parametrize(
    "data",
    [
        dmesg(drive="sdb"),
        dmesg(model="SAMSUNG MZ7LN256"),
        dmesg(clock="15:58:12"),
        dmesg().replace(b"2026-11-23", b"2026-11-20"),
    ],
    ids=["another drive", "another model", "another time", "another day"],
)
def test_another_boot_and_another_drive_say_nothing(shop: Shop, data: bytes) -> None:
    device = shop.device(HOST)
    shop.declare(device)
    shop.bring(LOG, data)
    assert shop.look(device).data_state is DataState.UNAPPROVED


def test_a_log_in_finnish_time_is_of_the_same_boot(shop: Shop) -> None:
    device = shop.device(HOST)
    shop.declare(device)
    shop.bring(LOG, dmesg(clock="03:58:12"))
    assert shop.look(device).data_state is DataState.TO_REVIEW
