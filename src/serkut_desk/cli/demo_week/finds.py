"""What comes to light: belongings, wrong labels, what was missing, what machines tell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.demo_week import drawn
from serkut_desk.cli.demo_week.fates import Fate
from serkut_desk.domain.codes import short
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.domain.stops import StopKind
from serkut_desk.records.files import write_synced
from serkut_desk.stations.catalogue.commands import AddModel, MergeModels, SetModel
from serkut_desk.stations.devices.commands import (
    RaiseStop,
    ReleaseStop,
    ReportMixup,
    SettleMixup,
)
from serkut_desk.stations.intake import queries
from serkut_desk.stations.intake.commands import ReceiveDevice
from serkut_desk.stations.intake.photo_commands import AddPhoto
from serkut_desk.stations.snapshots import queries as snapshots
from serkut_desk.stations.snapshots.commands import ApplySnapshot, ImportSnapshots

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Arrived, Story

_FOUND = "NVDEMO00017"
_GIGABYTE = 10**9


def belongings(crew: Crew, one: Arrived, maker: int) -> None:
    """Find somebody's own things in a device: a stop, and a supervisor says where they are."""
    raised = crew.makes(RaiseStop(StopKind.BELONGINGS, one.code), maker)
    crew.clock.later(minutes=2)
    crew.leads(ReleaseStop(raised.id, outcome="kept_for_owner"))
    crew.told("belongings", device=short(one.code))


def photograph(crew: Crew, one: Arrived, maker: int) -> None:
    """Take a picture of a device's sticker."""
    crew.makes(AddPhoto(one.code, drawn.picture(1), PhotoPurpose.SERIAL), maker)


def turn_up(crew: Crew, story: Story, lot: str, label: str, maker: int) -> None:
    """Receive what an earlier delivery had missed: its lot stays closed, and is linked."""
    (line, *_) = queries.show(crew.desk, crew.supervisor(), story.lots[0]).missing
    command = ReceiveDevice(
        lot=lot,
        scans=(line.serial, label),
        sure=True,
        type=DeviceType(line.type or DeviceType.LAPTOP),
        manufacturer=line.manufacturer,
        model=line.model,
    )
    received = crew.makes(command, maker)
    crew.told("late", device=short(received.device), lot=short(story.lots[0]))


def wrong_labels(crew: Crew, story: Story) -> None:
    """Tell of two labels: one was on another device, of the other it turns out not to be so."""
    (one, *others) = story.of(Fate.WAITS_WIPE)
    crew.makes(ReportMixup(one.code, others[0].code if others else None))
    doubted = story.of(Fate.WAITS_DECISION)[0]
    told = crew.makes(ReportMixup(doubted.code))
    crew.clock.later(minutes=12)
    if not told.settled:
        reason = crew.told.texts.say("demo.mixup.reason")
        crew.leads(SettleMixup(doubted.code, mixed_up=False, reason=reason))
    crew.told("mixup", device=short(one.code), doubted=short(doubted.code))


def machine_tells(crew: Crew, story: Story, folder: Path) -> None:
    """Bring in what a machine wrote down of itself: a drive that nobody had seen."""
    one = next(one for one in story.of(Fate.WAITS_WIPE) if one.machine.drives)
    path = folder / f"{one.machine.serial}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_synced(path, json.dumps(_snapshot(one)).encode())
    (file,) = crew.makes(ImportSnapshots((path,))).files
    assert file.snapshot is not None, file
    page = snapshots.page(crew.desk, crew.maker(), file.snapshot)
    take = [line.key for line in page.lines if line.choosable and not line.supervisor]
    applied = crew.makes(ApplySnapshot(file.snapshot, tuple(take)))
    if applied.left:
        # What differs from what somebody wrote stays as it is.
        crew.leads(ApplySnapshot(file.snapshot, ()))
    crew.told("snapshot", device=short(one.code), media=len(applied.accepted))


def _snapshot(one: Arrived) -> dict[str, Any]:
    machine = one.machine
    drives = [(drive.model, drive.serial, drive.gigabytes) for drive in machine.drives]
    found = (*drives, ("KBG40ZNS256G", _FOUND, 256))
    tables = (
        "# dmidecode 3.4\n\nHandle 0x0001, DMI type 1, 27 bytes\nSystem Information\n"
        f"\tManufacturer: {machine.maker}\n\tProduct Name: {machine.model}\n"
        f"\tSerial Number: {machine.serial}\n"
    )
    return {
        "type": "Snapshot",
        "software": "workbench-script",
        "version": "0.0.1",
        "timestamp": "2026-11-19 09:14:02.000000",
        "data": {
            "smartctl": json.dumps([_drive(*told) for told in found]),
            "dmidecode": tables,
        },
    }


def _drive(model: str, serial: str, gigabytes: int) -> dict[str, Any]:
    return {
        "smartctl": {"version": [7, 3], "exit_status": 0},
        "device": {"name": f"/dev/{serial}", "type": "sat", "protocol": "ATA"},
        "model_name": model,
        "serial_number": serial,
        "user_capacity": {"bytes": gigabytes * _GIGABYTE},
        "rotation_rate": 0,
        "smart_status": {"passed": True},
    }


def models(crew: Crew) -> None:
    """Confirm what the catalogue has learned of a model, and make one of two."""
    crew.leads(SetModel(of="Lenovo ThinkPad L14 Gen 2", slots=1, confirmed=True))
    double = AddModel(manufacturer="Lenovo", model="L14 G2", type=DeviceType.LAPTOP)
    added = crew.leads(double)
    merged = crew.leads(MergeModels(added.name, "Lenovo ThinkPad L14 Gen 2"))
    crew.told("models", kept=merged.name, double=merged.merged_name)
