"""Puts together what several tools saw of each drive, and says what none could see."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.serials import serial_key
from serkut_desk.domain.snapshots import (
    IgnoredBecause,
    IgnoredStorage,
    Lock,
    Remarked,
    SnapshotMedium,
    SnapshotRemark,
    Unread,
    UnreadStorage,
)
from serkut_desk.interchange.evidence import shipped_serial_rules
from serkut_desk.interchange.snapshots.paths import ignored_by_name, kind_by_name, name_of
from serkut_desk.interchange.snapshots.rules import reading_rules
from serkut_desk.interchange.snapshots.tree import line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from serkut_desk.interchange.snapshots.clean import Cleaner
    from serkut_desk.interchange.snapshots.parts import Drive, Part

Value = TypeVar("Value")


@dataclass(slots=True)
class Storage:
    """What is known of a machine's storage, as it is put together."""

    media: list[SnapshotMedium] = field(default_factory=list)
    ignored: list[IgnoredStorage] = field(default_factory=list)
    unread: list[UnreadStorage] = field(default_factory=list)
    remarks: list[Remarked] = field(default_factory=list)
    locks: list[Lock] = field(default_factory=list)


def storage_of(parts: Sequence[Part], clean: Cleaner) -> Storage:
    """Return each drive once, with the first value that any tool knew, in their order."""
    found = Storage()
    for views in _grouped(drive for part in parts for drive in part.drives):
        _settle(views, found, clean)
    limit = reading_rules().limits.media
    most = reading_rules().limits.drives
    many = any(len(part.drives) >= most for part in parts)
    if many or len(found.media) > limit or len(found.ignored) > limit:
        found.media, found.ignored = found.media[:limit], found.ignored[:limit]
        found.unread.append(UnreadStorage(Unread.CUT))
    for part in parts:
        found.unread += part.unread
    found.unread += _hidden_nvme(parts, found)
    _judge_listing(parts, found)
    found.unread = list(dict.fromkeys(found.unread))
    return found


def _grouped(drives: Iterable[Drive]) -> list[list[Drive]]:
    """Return the views of each drive together: by where it was, else by its serial."""
    rules = shipped_serial_rules()
    groups: list[list[Drive]] = []
    by_name: dict[str, list[Drive]] = {}
    by_serial: dict[str, list[Drive]] = {}
    for drive in drives:
        name = name_of(drive.path)
        key = rules.comparable(drive.serial) or ""
        if rules.is_unreliable(key):
            key = ""
        group = by_name.get(name) if name else None
        if group is not None and _another(drive, group):
            group = None  # the same place in another machine, or a place with several drives
        if group is None and key:
            group = by_serial.get(key)
        if group is None:
            group = []
            groups.append(group)
        group.append(drive)
        if name:
            by_name.setdefault(name, group)
        if key:
            by_serial.setdefault(key, group)
    return groups


def _another(drive: Drive, group: list[Drive]) -> bool:
    """Tell whether one tool says two serials of one place."""
    return any(
        one.source == drive.source
        and one.serial
        and drive.serial
        and not _same(one.serial, drive.serial)
        for one in group
    )


def _settle(views: list[Drive], found: Storage, clean: Cleaner) -> None:
    read = [one for one in views if one.failed is None]
    path = next((one.path for one in views if one.path), "")
    model = next((got for one in read if (got := clean.name("storage", one.model))), "")
    because = ignored_by_name(path) or _because(views)
    if because is IgnoredBecause.VIRTUAL and any(one.capacity == 0 for one in read):
        return  # not in use
    if because is not None:
        serial = next((one.serial for one in read if one.serial), "")
        found.ignored.append(IgnoredStorage(because, path, model, line(serial)))
        return
    if not read:
        facts = (("path", path), ("reason", views[0].failed or ""))
        found.unread.append(UnreadStorage(Unread.DRIVE_UNREADABLE, facts))
        return
    if len(read) < len(views):
        found.remarks.append(Remarked(SnapshotRemark.HEALTH_UNREAD, (("path", path),)))
    medium = _medium(read, path, model, found, clean)
    if not medium.serial:
        facts = (("path", path), ("model", model))
        found.unread.append(UnreadStorage(Unread.DRIVE_WITHOUT_SERIAL, facts))
    _remark(medium, found)
    found.media.append(medium)


def _because(views: list[Drive]) -> IgnoredBecause | None:
    """Return the closest reason: any view may know that the drive is not the machine's own."""
    said = {one.ignored for one in views}
    return next((one for one in _CLOSEST_FIRST if one in said), None)


_CLOSEST_FIRST = (
    IgnoredBecause.CARD,
    IgnoredBecause.CARD_READER,
    IgnoredBecause.OPTICAL,
    IgnoredBecause.FLOPPY,
    IgnoredBecause.NETWORK,
    IgnoredBecause.VIRTUAL,
    IgnoredBecause.USB,
)


def _medium(
    read: list[Drive], path: str, model: str, found: Storage, clean: Cleaner
) -> SnapshotMedium:
    said = [got for one in read if (got := clean.drive_serial("storage", one.serial))]
    serial = said[0] if said else ""
    found.remarks += [
        Remarked(
            SnapshotRemark.DIFFERENT,
            (("field", "storage"), ("kept", serial), ("dropped", other)),
        )
        for other in dict.fromkeys(said)
        if not _same(serial, other)
    ]
    kind, source = _kind(read, path)
    return SnapshotMedium(
        serial,
        model,
        kind,
        source,
        _first(one.capacity or None for one in read),
        path,
        not shipped_serial_rules().is_unreliable(serial_key(serial)) if serial else False,
        _first(one.firmware or None for one in read) or "",
        _first(one.passed for one in read),
        _first(one.health for one in read),
        _first(one.hours for one in read),
        _first(one.reallocated for one in read),
        _first(one.pending for one in read),
        _first(one.frozen for one in read),
        _first(one.locked for one in read),
        _first(one.enabled for one in read),
        tuple(dict.fromkeys(one.source for one in read)),
    )


def _first(values: Iterable[Value | None]) -> Value | None:
    return next((one for one in values if one is not None), None)


def _same(one: str, other: str) -> bool:
    """Tell whether two tools mean one serial: some cut it at the end."""
    longer, shorter = sorted((serial_key(one), serial_key(other)), key=len, reverse=True)
    return longer.startswith(shorter)


def _kind(read: list[Drive], path: str) -> tuple[MediumKind | None, KindSource]:
    """Return the kind; what the drive itself said comes before what a system made of it."""
    told = [one for one in read if one.kind is not None]
    own = [one for one in told if one.kind_source is not KindSource.SNAPSHOT]
    chosen = next(iter(own or told), None)
    if chosen is not None:
        return chosen.kind, chosen.kind_source
    return kind_by_name(path), KindSource.SNAPSHOT


def _remark(medium: SnapshotMedium, found: Storage) -> None:
    name = medium.serial or medium.path
    if medium.kind is None:
        found.remarks.append(Remarked(SnapshotRemark.KIND_UNKNOWN, (("serial", name),)))
    if medium.serial and not medium.serial_certain:
        found.remarks.append(
            Remarked(SnapshotRemark.UNCERTAIN_SERIAL, (("serial", medium.serial),))
        )
    if medium.locked or medium.enabled:
        found.locks.append(Lock.DRIVE)


def _hidden_nvme(parts: Sequence[Part], found: Storage) -> list[UnreadStorage]:
    """Return the NVMe controllers behind which nobody saw a drive."""
    seen = sum(1 for one in found.media if one.kind is MediumKind.NVME)
    controllers = max((part.nvme_controllers for part in parts), key=len, default=())
    return [UnreadStorage(Unread.CONTROLLER, (("name", name),)) for name in controllers[seen:]]


def _judge_listing(parts: Sequence[Part], found: Storage) -> None:
    if not found.media and not any(part.all_controllers for part in parts):
        found.unread.append(UnreadStorage(Unread.NONE_FOUND))
    elif not any(part.listed for part in parts):
        found.unread.append(UnreadStorage(Unread.NOT_LISTED))
