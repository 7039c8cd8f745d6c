"""smartctl, as text and as JSON: what a drive is, never what was done to it."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from serkut_desk.domain.firmware_verdict import Step, StepKind
from serkut_desk.interchange.tool_texts.facts import Answer, Identity
from serkut_desk.interchange.tool_texts.json_text import Node, line, node, number, parsed

if TYPE_CHECKING:
    from serkut_desk.interchange.tool_texts.sections import Section

PROGRAM = "smartmontools"
_HEAD = re.compile(r"^smartctl \d", re.MULTILINE)
_FIELD = re.compile(r"^([A-Z][A-Za-z /]{2,28}?)(?: is)?:[ \t]+(\S.*)$", re.MULTILINE)
_BYTES = re.compile(r"([\d,.\u00a0 ]{1,30}) bytes")
_CLOCK = re.compile(r"^Local Time is: +(\S.{10,40}?)[ \t]*$", re.MULTILINE)
_ZONE = re.compile(r" [A-Z]{2,5}$")
_NO_SECURITY = re.compile(r"^ATA Security is:[ \t]+Unavailable", re.MULTILINE)
_HEALTH = re.compile(
    r"^(?:SMART overall-health self-assessment test result|SMART Health Status): +(\S+)",
    re.MULTILINE,
)
_KEPT = 120


def read_smartctl(section: Section) -> Answer | None:
    """Return what an answer of smartctl tells, None where it is none."""
    value = parsed(section.text)
    if value is not None:
        top = node(value)
        return _from_json(section, top) if isinstance(top.get("smartctl"), dict) else None
    if not _HEAD.search(section.text):
        return None
    return _from_text(section)


def _from_text(section: Section) -> Answer:
    text = section.text.partition("=== START OF READ SMART DATA SECTION ===")[0]
    said: dict[str, str] = {}
    for name, value in _FIELD.findall(text):
        said.setdefault(name, value.rstrip()[:_KEPT])
    serial = said.get("Serial Number") or said.get("Serial number") or ""
    model = said.get("Device Model") or said.get("Model Number") or said.get("Product") or ""
    size = _BYTES.match(said.get("User Capacity", said.get("Total NVM Capacity", "")) + " bytes")
    solid = said.get("Rotation Rate", "").startswith("Solid")
    health = _HEALTH.search(section.text)
    identity = Identity(
        serial=serial,
        model=model,
        firmware=said.get("Firmware Version") or said.get("Revision") or "",
        capacity=_digits(size[1]) if size else None,
        bus=_bus_of_text(said, solid=solid),
        known=_known(
            ("wwn", said.get("LU WWN Device Id") or said.get("Logical Unit id") or ""),
            ("health", health[1] if health else ""),
        ),
    )
    return Answer(
        device=section.device,
        identity=identity if serial or model else None,
        steps=_security(section.text),
        program=PROGRAM,
        clock=_clock(section.text),
    )


def _bus_of_text(said: dict[str, str], *, solid: bool) -> str:
    if "NVMe Version" in said or "Number of Namespaces" in said:
        return "NVME"
    if "ATA Version" in said or "SATA Version" in said:
        return "ATA-SSD" if solid else "ATA"
    if said.get("Transport protocol", "").startswith("SAS"):
        return "SAS-SSD" if solid else "SAS"
    return ""


def _security(text: str) -> tuple[Step, ...]:
    """Return that a drive knows no password, where smartctl says so."""
    if _NO_SECURITY.search(text) is None:
        return ()
    # Of anything but this it is better to ask hdparm, whose words say each thing apart.
    return (Step(kind=StepKind.SECURITY, supported=False),)


def _clock(text: str) -> str:
    found = _CLOCK.search(text)
    return _moment(found[1]) if found else ""


def _moment(text: str) -> str:
    """Return a time that C's asctime wrote, with or without a zone, as ISO text; else ""."""
    try:
        moment = datetime.strptime(_ZONE.sub("", text), "%a %b %d %H:%M:%S %Y")  # noqa: DTZ007 - the wiped computer's clock is kept without a zone
    except ValueError:
        return ""
    return moment.isoformat()


def _from_json(section: Section, top: Node) -> Answer:
    device = node(top.get("device"))
    serial = line(top.get("serial_number"))
    model = line(top.get("model_name")) or line(top.get("scsi_model_name"))
    health = node(top.get("smart_status")).get("passed")
    identity = Identity(
        serial=serial,
        model=model,
        firmware=line(top.get("firmware_version")) or line(top.get("scsi_revision")),
        capacity=number(node(top.get("user_capacity")).get("bytes"))
        or number(top.get("nvme_total_capacity")),
        bus=_bus_of_json(top, line(device.get("protocol"))),
        known=_known(
            ("wwn", line(top.get("logical_unit_id"))),
            ("health", "" if not isinstance(health, bool) else "PASSED" if health else "FAILED"),
        ),
    )
    return Answer(
        device=section.device or line(device.get("name")),
        identity=identity if serial or model else None,
        program=PROGRAM,
        clock=_moment(line(node(top.get("local_time")).get("asctime"))),
    )


def _bus_of_json(top: Node, protocol: str) -> str:
    if protocol == "NVMe":
        return "NVME"
    solid = number(top.get("rotation_rate")) == 0 and "rotation_rate" in top
    if protocol == "ATA":
        return "ATA-SSD" if solid else "ATA"
    # Flash that is soldered in speaks SCSI too; only a named bus tells a SAS drive.
    if line(node(top.get("scsi_transport_protocol")).get("name")).startswith("SAS"):
        return "SAS-SSD" if solid else "SAS"
    return ""


def _known(*told: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in told if value)


def _digits(text: str) -> int | None:
    digits = "".join(mark for mark in text if mark.isascii() and mark.isdigit())
    return int(digits) if 0 < len(digits) <= 18 else None  # noqa: PLR2004 - bytes of any drive
