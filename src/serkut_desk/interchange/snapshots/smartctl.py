"""`smartctl --json`: what drives say of themselves."""

from __future__ import annotations

from typing import Any

from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.snapshots import IgnoredBecause, Unread, UnreadStorage
from serkut_desk.interchange.snapshots.parts import Drive, Part
from serkut_desk.interchange.snapshots.paths import kind_by_name
from serkut_desk.interchange.snapshots.rules import reading_rules
from serkut_desk.interchange.snapshots.tree import Node, line, node, rows, truth, whole

SOURCE = "smartctl"
_REALLOCATED, _PENDING = 5, 197
_WHOLE_LIFE = 1000  # per mille
_NO_REASON = "?"


def is_smartctl(value: Any) -> bool:
    """Tell whether an object is one that smartctl writes."""
    return isinstance(value, dict) and isinstance(value.get("smartctl"), dict)


def read_smartctl(value: Any, *, listed: bool) -> Part:
    """Return the drives of one object or a list of them.

    Args:
        value: The parsed JSON.
        listed: Whoever called smartctl called it for all storage that the system had.
    """
    drives = []
    unread: list[UnreadStorage] = []
    entries = value if isinstance(value, list) else [value]
    for entry in entries[: reading_rules().limits.drives]:
        found = _drive(entry) if isinstance(entry, dict) and entry else None
        if found is None:
            unread.append(UnreadStorage(Unread.DRIVE_UNNAMED))
        else:
            drives.append(found)
    return Part(SOURCE, drives=tuple(drives), listed=listed and bool(drives), unread=tuple(unread))


def _drive(entry: Node) -> Drive | None:
    """Return one drive, with `failed` when there is only an error; None when it has no name."""
    path = line(node(entry, "device").get("name")) or _asked_for(entry)
    serial = line(entry.get("serial_number"))
    model = line(entry.get("model_name")) or line(entry.get("scsi_model_name"))
    if not serial and not model:
        return Drive(SOURCE, path, failed=_why(entry)) if path else None
    kind = _kind(entry, model)
    log = node(entry, "nvme_smart_health_information_log")
    hours = whole(node(entry, "power_on_time").get("hours"))
    security = node(entry, "ata_security")
    capacity = whole(node(entry, "user_capacity").get("bytes"))
    return Drive(
        SOURCE,
        path,
        serial,
        model,
        line(entry.get("firmware_version")) or line(entry.get("scsi_revision")),
        capacity if capacity is not None else whole(entry.get("nvme_total_capacity")),
        kind,
        KindSource.SMARTCTL if kind else KindSource.SNAPSHOT,
        IgnoredBecause.USB if _on_usb(entry) else None,
        passed=truth(node(entry, "smart_status").get("passed")),
        health=_health(entry, log),
        hours=hours if hours is not None else whole(log.get("power_on_hours")),
        reallocated=_attribute(entry, _REALLOCATED),
        pending=_attribute(entry, _PENDING),
        frozen=truth(security.get("frozen")),
        locked=_locked(line(security.get("string"))),
        enabled=truth(security.get("enabled")),
    )


def _asked_for(entry: Node) -> str:
    """Return the path that smartctl was called with: an error-only entry has no other."""
    asked = node(entry, "smartctl").get("argv")
    last = line(asked[-1]) if isinstance(asked, list) and asked else ""
    return last if last.startswith("/dev/") else ""


def _why(entry: Node) -> str:
    messages = rows(node(entry, "smartctl").get("messages"))
    return next((said for one in messages if (said := line(one.get("string")))), _NO_REASON)


def _on_usb(entry: Node) -> bool:
    kind = line(node(entry, "device").get("type"))
    return kind.startswith(("usb", "snt")) or "[USB" in line(node(entry, "device").get("info_name"))


def _kind(entry: Node, model: str) -> MediumKind | None:
    device = node(entry, "device")
    protocol = line(device.get("protocol"))
    if protocol == "NVMe" or kind_by_name(line(device.get("name"))):
        return MediumKind.NVME
    turns = whole(entry.get("rotation_rate"))
    if turns is None:
        return None
    if protocol == "ATA":
        if turns == 0:
            return MediumKind.SSD
        family = f"{model} {line(entry.get('model_family'))}"
        return MediumKind.SSHD if reading_rules().hybrid.search(family) else MediumKind.HDD
    # Flash that is soldered in speaks SCSI too; only a named bus tells a SAS drive.
    bus = line(node(entry, "scsi_transport_protocol").get("name"))
    if protocol == "SCSI" and bus.startswith(("SAS", "Fibre")):
        return MediumKind.SAS_HDD if turns else MediumKind.SAS_SSD
    return None


def _health(entry: Node, log: Node) -> int | None:
    """Return the life that is left; only where a standard or a named attribute counts it."""
    for used in (
        log.get("percentage_used"),
        node(entry, "endurance_used").get("current_percent"),
        entry.get("scsi_percentage_used_endurance_indicator"),
        _statistic(entry, "Percentage Used Endurance Indicator"),
    ):
        if (percent := whole(used)) is not None:
            return max(0, _WHOLE_LIFE - 10 * percent)
    for row in _table(entry):
        percent = whole(row.get("value"))
        if percent is not None and line(row.get("name")) in reading_rules().wear_attributes:
            return min(_WHOLE_LIFE, 10 * percent)
    return None


def _statistic(entry: Node, name: str) -> int | None:
    for page in rows(node(entry, "ata_device_statistics").get("pages")):
        for row in rows(page.get("table")):
            if row.get("name") == name:
                return whole(row.get("value"))
    return None


def _table(entry: Node) -> list[Node]:
    return rows(node(entry, "ata_smart_attributes").get("table"))


def _attribute(entry: Node, number: int) -> int | None:
    for row in _table(entry):
        if row.get("id") == number:
            return whole(node(row, "raw").get("value"))
    return None


def _locked(security: str) -> bool | None:
    """Return whether a drive asks for its password; smartctl says it in a sentence only."""
    if not security or security.startswith("Unavailable"):
        return None
    return "LOCKED" in security.replace("NOT LOCKED", "")
