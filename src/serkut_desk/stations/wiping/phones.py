"""Phones and tablets: the checklist of a factory reset with the photograph of its end."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.evidence import HiddenAreas, VerifyMode
from serkut_desk.domain.lifecycle import Action
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.phone_reset import outcome, platforms
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.domain.serials import serial_key
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.media_moves import demand_declared
from serkut_desk.stations.photo_keeping import keep_photo, prepare_photo
from serkut_desk.stations.wiping import finding, reading, recording, settling
from serkut_desk.stations.wiping.commands import RecordPhone
from serkut_desk.stations.wiping.media import of_device
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.phone_reset import Platform
    from serkut_desk.domain.photos import PreparedPhoto
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.wiping.results import RunDone


@cache
def shipped_platforms() -> Mapping[str, Platform]:
    """Return the checklists by platform."""
    return platforms(shipped.json_resource("wiping", "phones.json"))


def _prepare(_desk: Desk, command: RecordPhone) -> PreparedPhoto:
    return prepare_photo(reading.evidence_bytes(command.photo))


@handles(RecordPhone, Permission.WIPE, prepare=_prepare)
def record_phone(task: Task, command: RecordPhone) -> RunDone:
    """Record a factory reset; whether it is enough is the policy's to say and a supervisor's.

    Raises:
        Misused: `phone_platform_unknown`, `phone_answers_incomplete`, `text_missing`.
        Refused: `phone_not_this_kind`, `phone_other_device`, and as photographs are refused.
    """
    photo: PreparedPhoto = task.prepared
    platform = shipped_platforms().get(command.platform)
    if platform is None:
        raise Misused("phone_platform_unknown", given=command.platform)
    answers = dict(command.answers)
    try:
        found = outcome(platform, answers)
    except ValueError as problem:
        raise Misused("phone_answers_incomplete", what=str(problem)) from problem
    version = short_text(command.os_version, "os_version", 40)
    medium = finding.medium(task.work, command.medium)
    demand_declared(medium)
    device = of_device(task, medium)
    if medium.kind not in platform.kinds:
        raise Refused("phone_not_this_kind", medium=medium.kind.value, platform=platform.key)
    scanned = _the_same(command.scanned, device, medium)
    finding.demanded(task, device, Action.RECORD_RUN)
    performer = finding.person(task.work, command.performed_by or task.actor).code
    digest = recording.keep(task, photo.image, f"{device.code}.jpg")
    told = {
        "platform": platform.key,
        "scanned": scanned,
        "os_version": version,
        "answers": answers,
        "unknown": list(found.open),
    }
    attested = set(found.attested) | recording.derived(medium)
    row_id = recording.add(
        task,
        medium,
        attested,
        {"hidden_areas": HiddenAreas.NOT_APPLICABLE.value, "phone": told},
        sha256=digest,
        source="manual",
        technique=found.technique.value,
        method="",
        passes=None,
        verification=VerifyMode.UNKNOWN.value,
        tool="",
        tool_version=None,
        verdict=found.verdict.value,
        performed_by=performer,
    )
    done = settling.written(
        task,
        Tag.RUN_RECORDED,
        finding.run(task.work, row_id),
        (device.id,),
        technique=found.technique.value,
        verdict=found.verdict.value,
        attested=sorted(word.value for word in attested),
        performed_by=performer,
        phone=told,
    )
    seq = task.work.journal.head().seq
    keep_photo(task, photo, purpose=PhotoPurpose.WIPE, device_id=device.id, seq=seq)
    return done


def _the_same(text: str, device: Device, medium: StorageMedium) -> str:
    """Return the key of what was scanned of the phone in the hand, which has to be this one."""
    scanned = serial_key(short_text(text, "scanned", 64))
    known = {serial_key(one) for one in (device.imei, device.serial, medium.serial) if one}
    if scanned not in known:
        raise Refused("phone_other_device", scanned=text.strip(), device=device.code)
    return scanned
