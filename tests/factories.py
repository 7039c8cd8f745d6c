"""Rows for tests of stations, made straight through the records."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.events import Tag
from serkut_desk.domain.evidence import Verdict, VerifyMode
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.media import DataClass, KindSource, MediumKind
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.stations import facts

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.lots import Lot
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.stations.desk import Desk

_NUMBERS = count(1)


def make_lot(
    workshop: Workshop,
    sender: str = "Kasvatus ja koulutus",
    data_class: DataClass = DataClass.CONFIDENTIAL,
) -> Lot:
    """Open a lot, with its journal entry."""
    return insert_lot(workshop.desk, workshop.first.person, sender, data_class)


def insert_lot(
    desk: Desk,
    person: str,
    sender: str = "Kasvatus ja koulutus",
    data_class: DataClass = DataClass.CONFIDENTIAL,
) -> Lot:
    """Open a lot on any desk."""
    with desk.database.work(person) as work:
        organisation, _ = work.lots.organisation_named(sender, desk.clock.now())
        code = work.house.next_code(CodeKind.LOT)
        work.lots.add(
            code=code,
            organisation_id=organisation.id,
            data_class=data_class.value,
            state="open",
            opened_at=work.journal.now(),
            opened_by=person,
        )
        said = {"sender": organisation.name, "data_class": data_class.value}
        work.journal.append(Tag.LOT_OPENED, code, **said)
        made = work.lots.by_code(code)
        work.commit()
    assert made is not None
    return made


def make_device(
    workshop: Workshop,
    *,
    lot: Lot | None = None,
    type: str = "laptop",  # noqa: A002 - the column's name
    manufacturer: str = "Lenovo",
    model: str = "ThinkPad T480",
    serial: str | None = None,
    inventory: str = "",
    imei: str = "",
    by: str | None = None,
) -> Device:
    """Receive a device as a maker does, with its journal entry; a serial is made up."""
    return insert_device(
        workshop.desk,
        by or workshop.worker.person,
        lot or make_lot(workshop),
        type=type,
        manufacturer=manufacturer,
        model=model,
        serial=serial,
        inventory=inventory,
        imei=imei,
    )


def insert_device(
    desk: Desk,
    person: str,
    lot: Lot,
    *,
    type: str = "laptop",  # noqa: A002 - the column's name
    manufacturer: str = "Lenovo",
    model: str = "ThinkPad T480",
    serial: str | None = None,
    inventory: str = "",
    imei: str = "",
) -> Device:
    """Receive a device on any desk."""
    chosen = f"PF{next(_NUMBERS):06d}" if serial is None else serial
    with desk.database.work(person) as work:
        code = work.house.next_code(CodeKind.DEVICE)
        row_id = work.devices.receive(
            code=code,
            lot_id=lot.id,
            type=type,
            manufacturer=manufacturer,
            manufacturer_key=name_key(manufacturer),
            model=model,
            product="",
            serial=normal_serial(chosen),
            serial_key=serial_key(chosen),
            inventory=inventory,
            inventory_key=serial_key(inventory),
            imei=imei,
            data_class=lot.data_class.value,
            state="received",
            received_at=work.journal.now(),
            received_by=person,
            touched_seq=0,
            touched_by=person,
        )
        facts.refresh(work, row_id, work.journal.now())
        head = work.journal.append(Tag.DEVICE_RECEIVED, code, (lot.code,))
        work.devices.touch(row_id, head.seq, person)
        made = work.devices.by_id(row_id)
        work.commit()
    return made


def make_medium(
    workshop: Workshop,
    device: Device,
    *,
    serial: str | None = None,
    kind: MediumKind = MediumKind.SSD,
    source: KindSource = KindSource.FIRMWARE,
    capacity_bytes: int | None = 256_000_000_000,
    by: str | None = None,
) -> StorageMedium:
    """Declare a medium in a device, with its journal entry; a serial is made up."""
    chosen = f"S4{next(_NUMBERS):08d}" if serial is None else serial
    person = by or workshop.worker.person
    with workshop.desk.database.work(person) as work:
        row_id = work.media.add(
            device_id=device.id,
            kind=kind.value,
            kind_source=source.value,
            serial=normal_serial(chosen),
            serial_key=serial_key(chosen),
            serial_certain=True,
            model="",
            capacity_bytes=capacity_bytes,
            state="not_wiped",
            proposed=False,
            declared_by=person,
            declared_at=work.journal.now(),
        )
        facts.refresh(work, device.id, work.journal.now())
        head = work.journal.append(
            Tag.MEDIUM_DECLARED, device.code, (), media=[row_id], kind=kind.value, serial=chosen
        )
        work.devices.touch(device.id, head.seq, person)
        made = work.media.by_id(row_id)
        work.commit()
    return made


def make_run(
    workshop: Workshop,
    medium: StorageMedium,
    *,
    technique: SanitisationTechnique = SanitisationTechnique.OVERWRITE,
    verdict: Verdict = Verdict.PASSED,
    passes: int = 3,
    performed_by: str | None = None,
    imported_by: str | None = None,
) -> SanitisationRun:
    """Add evidence by hand that fits a medium, with its journal entry."""
    person = imported_by or workshop.worker.person
    with workshop.desk.database.work(person) as work:
        device = work.devices.by_id(medium.device_id)
        row_id = work.runs.add(
            source="manual",
            device_path="/dev/sda",
            serial=medium.serial,
            serial_key=medium.serial_key,
            model=medium.model,
            capacity_bytes=medium.capacity_bytes,
            technique=technique.value,
            method="dodshort",
            passes=passes,
            verification=VerifyMode.LAST.value,
            tool="nwipe",
            tool_version="0.38",
            verdict=verdict.value,
            verdict_rules=1,
            reasons=[],
            facts={"errors": 0, "hidden_areas": "none", "direct_io": True},
            imported_at=work.journal.now(),
            imported_by=person,
            performed_by=performed_by or workshop.worker.person,
            medium_id=medium.id,
            match="matched",
            match_reasons=[],
            device_id=device.id,
        )
        facts.refresh(work, device.id, work.journal.now())
        head = work.journal.append(Tag.RUN_RECORDED, device.code, (), medium=medium.id)
        work.devices.touch(device.id, head.seq, person)
        made = work.runs.by_id(row_id)
        work.commit()
    assert made is not None
    return made
