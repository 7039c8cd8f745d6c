"""Reads a hardware snapshot from the bytes of a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.snapshots import SnapshotFormat
from serkut_desk.interchange.snapshots.assemble import assemble
from serkut_desk.interchange.snapshots.collector import is_collected, read_collected
from serkut_desk.interchange.snapshots.dmidecode import is_dmidecode, read_dmidecode
from serkut_desk.interchange.snapshots.inxi import is_inxi, read_inxi
from serkut_desk.interchange.snapshots.lshw import is_lshw, read_lshw
from serkut_desk.interchange.snapshots.rules import reading_rules
from serkut_desk.interchange.snapshots.smartctl import is_smartctl, read_smartctl
from serkut_desk.interchange.snapshots.text import decoded
from serkut_desk.interchange.snapshots.tree import Node, line, node, parsed
from serkut_desk.interchange.snapshots.workbench import is_workbench, read_workbench

if TYPE_CHECKING:
    from serkut_desk.domain.snapshots import Snapshot

# lshw says so before and after its list when it may not read everything.
_WARNINGS = re.compile(r"\AWARNING: .*|^WARNING: .*\Z", re.MULTILINE)
_YAML = re.compile(r"(?:---|(?:type|device|software|uuid|version):(?: |$))", re.MULTILINE)


def read_snapshot(data: bytes, name: str = "") -> Snapshot:
    """Return what a machine told of itself in a file.

    What kind of file it is, is known from its content; its name only helps to say what is wrong.

    Args:
        data: The whole file.
        name: The file's name.

    Raises:
        Refused: `snapshot_empty`, `snapshot_too_large`, `snapshot_not_text`, `snapshot_yaml`,
            `snapshot_cut_off`, `snapshot_broken`, `snapshot_too_deep`, `snapshot_twice`,
            `snapshot_several`, `snapshot_newer`, `snapshot_not_known`, `snapshot_no_machine`.
    """
    limit = reading_rules().limits.bytes
    if len(data) > limit:
        raise Refused("snapshot_too_large", limit=limit // 1_000_000)
    text = _WARNINGS.sub("", decoded(data).strip()).strip()
    if not text:
        raise Refused("snapshot_empty")
    if text[0] in "[{":
        return _from_json(parsed(text))
    if is_dmidecode(text):
        return assemble(SnapshotFormat.DMIDECODE, (read_dmidecode(text),), software=_tool(text))
    if _YAML.match(text) or name.lower().endswith((".yaml", ".yml")):
        raise Refused("snapshot_yaml")
    raise Refused("snapshot_not_known")


def _tool(text: str) -> str:
    first = text.partition("\n")[0]
    return first.lstrip("# ") if first.startswith("#") else ""


def _from_json(value: Any) -> Snapshot:
    if isinstance(value, list):
        return _from_list(value)
    if is_collected(value):
        return read_collected(value)
    if is_workbench(value):
        return read_workbench(value)
    if is_smartctl(value):
        return _from_smartctl([value])
    if is_lshw(value):
        return assemble(SnapshotFormat.LSHW, (read_lshw(value),))
    raise Refused("snapshot_not_known")


def _from_list(value: list[Any]) -> Snapshot:
    if value and all(is_smartctl(one) for one in value):
        return _from_smartctl(value)
    if is_inxi(value):
        return assemble(SnapshotFormat.INXI, (read_inxi(value),))
    machines = sum(is_lshw(one) or is_workbench(one) or is_collected(one) for one in value)
    if machines > 1:
        raise Refused("snapshot_several", count=machines)
    if len(value) == 1 and is_lshw(value[0]):
        return assemble(SnapshotFormat.LSHW, (read_lshw(value[0]),))
    raise Refused("snapshot_not_known")


def _from_smartctl(entries: list[Node]) -> Snapshot:
    version = node(entries[0], "smartctl").get("version")
    numbers = ".".join(line(one) for one in version[:2]) if isinstance(version, list) else ""
    return assemble(
        SnapshotFormat.SMARTCTL,
        (read_smartctl(entries, listed=False),),
        software=f"smartctl {numbers}".strip(),
        taken=line(node(entries[0], "local_time").get("asctime")),
    )
