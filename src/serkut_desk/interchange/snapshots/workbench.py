"""The forms of eReuse Workbench: lists of tools inside, parts already read, or a signed wrapper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.snapshots import (
    Remarked,
    SnapshotFormat,
    SnapshotRemark,
    Unread,
    UnreadStorage,
)
from serkut_desk.interchange.snapshots.assemble import assemble
from serkut_desk.interchange.snapshots.components import read_components
from serkut_desk.interchange.snapshots.dmidecode import is_dmidecode, read_dmidecode
from serkut_desk.interchange.snapshots.hwinfo import is_hwinfo, read_hwinfo
from serkut_desk.interchange.snapshots.inxi import is_inxi, read_inxi
from serkut_desk.interchange.snapshots.lshw import is_lshw, read_lshw
from serkut_desk.interchange.snapshots.parts import Part
from serkut_desk.interchange.snapshots.smartctl import read_smartctl
from serkut_desk.interchange.snapshots.tree import Node, line, node, parsed, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.snapshots import Snapshot

_TEXTS = frozenset({"dmidecode", "hwinfo"})
_RAW = frozenset({"lshw", "hwinfo", "smart", "lspci"})


def is_workbench(value: Any) -> bool:
    """Tell whether an object is any form that Workbench writes."""
    if not isinstance(value, dict):
        return False
    wrapped = value.get("type") == "DeviceSnapshotV1" and isinstance(value.get("data"), dict)
    signed = isinstance(value.get("credentialSubject"), dict) and "evidence" in value
    return wrapped or signed or _is_plain(value)


def _is_plain(value: Node) -> bool:
    if value.get("type") != "Snapshot":
        return False
    return isinstance(value.get("data"), dict) or isinstance(value.get("device"), dict)


def read_workbench(value: Node) -> Snapshot:
    """Return what a Workbench file says.

    Raises:
        Refused: `snapshot_no_machine`, `snapshot_not_known`.
    """
    if value.get("type") == "DeviceSnapshotV1":
        inner = node(value, "data")
        if not _is_plain(inner):
            raise Refused("snapshot_not_known")
        return _plain(inner, SnapshotFormat.CREDENTIAL)
    if "credentialSubject" in value:
        return _credential(value)
    return _plain(value)


def _credential(value: Node) -> Snapshot:
    subject = node(value, "credentialSubject")
    data = {line(one.get("operation")): one.get("output") for one in rows(value.get("evidence"))}
    return assemble(
        SnapshotFormat.CREDENTIAL,
        raw_parts(data),
        software=_software(subject),
        taken=line(subject.get("timestamp")),
        uuid=line(subject.get("uuid")),
    )


def _plain(value: Node, kind: SnapshotFormat | None = None) -> Snapshot:
    data = node(value, "data")
    if data:
        form = SnapshotFormat.WORKBENCH_SCRIPT
        if _RAW & data.keys():
            form = SnapshotFormat.WORKBENCH_RAW
        parts = raw_parts(data)
        taken = line(value.get("timestamp"))
    else:
        form = SnapshotFormat.WORKBENCH
        if not isinstance(value.get("components"), list):
            form = SnapshotFormat.FORM
        parts = (*raw_parts(node(value, "debug")), read_components(value))
        taken = line(value.get("endTime")) or line(value.get("timestamp"))
    return assemble(
        kind or form,
        parts,
        software=_software(value),
        taken=taken,
        uuid=line(value.get("uuid")),
    )


def _software(value: Node) -> str:
    return f"{line(value.get('software'))} {line(value.get('version'))}".strip()


def raw_parts(data: Node) -> tuple[Part, ...]:
    """Return the parts that tools wrote, from an object of their answers.

    Each answer is an object or the text of one. smartctl was called for all block devices.
    """
    parts = []
    for names, fits, read in _TOOLS:
        name = next((one for one in names if data.get(one)), None)
        if name is None:
            continue
        value = data[name] if name in _TEXTS else _opened(data[name])
        if fits(value):
            parts.append(read(value))
        else:
            parts.append(_broken(names[0]))
    return tuple(parts)


def _broken(tool: str) -> Part:
    """Return what a broken answer is worth: without firmware's, storage is known all the same."""
    facts = (("part", tool),)
    if tool == "dmidecode":
        return Part(tool, remarks=(Remarked(SnapshotRemark.PART_BROKEN, facts),))
    return Part(tool, unread=(UnreadStorage(Unread.PART_BROKEN, facts),))


def _opened(value: Any) -> Any:
    """Return what JSON inside a text holds, None for a broken one."""
    if not isinstance(value, str):
        return value
    try:
        return parsed(value)
    except Refused:
        return None


def _one(value: Any) -> Any:
    """Return the only object of a list: newer lshw puts one around its tree."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


_TOOLS: tuple[tuple[tuple[str, ...], Callable[[Any], bool], Callable[[Any], Part]], ...] = (
    (
        ("smartctl", "smart"),
        lambda value: isinstance(value, (list, dict)),
        lambda value: read_smartctl(value, listed=True),
    ),
    (
        ("dmidecode",),
        lambda value: isinstance(value, str) and is_dmidecode(value),
        read_dmidecode,
    ),
    (("lshw",), lambda value: is_lshw(_one(value)), lambda value: read_lshw(_one(value))),
    (("inxi",), is_inxi, read_inxi),
    (
        ("hwinfo",),
        lambda value: isinstance(value, str) and is_hwinfo(value),
        read_hwinfo,
    ),
)
