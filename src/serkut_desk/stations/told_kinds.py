"""What drives say of themselves in files, for media of just these serials that are recorded.

Such a text proves nothing and anybody can write it. So it may only make a kind stricter: a disk
that says it is solid state is one. It never confirms the milder kind that a person told (gate 7).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import ReportRun
from serkut_desk.domain.report_kind import SOLID, kind_told
from serkut_desk.interchange.evidence import shipped_serial_rules
from serkut_desk.stations.report_matching import learn_kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.domain.evidence import DriveResult
    from serkut_desk.records.unit_of_work import UnitOfWork

_NO_RUN = ReportRun(index=0, tool="", program="")


def learn(work: UnitOfWork, drives: Iterable[DriveResult]) -> set[int]:
    """Record stricter kinds of media; return the devices that they belong to.

    Only where the serial is sure on both sides and exactly one medium has it.
    """
    rules = shipped_serial_rules()
    devices: set[int] = set()
    for drive in drives:
        said = kind_told(drive, _NO_RUN)
        if said not in SOLID or drive.serial is None or drive.serial_disagrees:
            continue
        if rules.is_unreliable(drive.serial):
            continue
        media = [one for one in work.media.by_serial(drive.serial) if not one.proposed]
        if len(media) != 1 or not media[0].serial_certain:
            continue
        before = (media[0].kind, media[0].kind_source)
        learn_kind(work, media[0], said)
        now = work.media.by_id(media[0].id)
        if (now.kind, now.kind_source) != before:
            devices.add(now.device_id)
    return devices
