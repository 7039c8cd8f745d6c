"""Answers of tools that the collector called, as it keeps them: tool, path, status, text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.snapshots import IgnoredBecause
from serkut_desk.interchange.snapshots.dmidecode import is_dmidecode, read_dmidecode
from serkut_desk.interchange.snapshots.lshw import is_lshw, read_lshw
from serkut_desk.interchange.snapshots.parts import Drive, Part
from serkut_desk.interchange.snapshots.smartctl import is_smartctl, read_smartctl
from serkut_desk.interchange.snapshots.tree import Node, line, node, parsed, rows, whole

if TYPE_CHECKING:
    from collections.abc import Callable

_HDPARM = re.compile(
    r"^[ \t]+(Model Number|Serial Number|Firmware Revision):[ \t]+(.*)$", re.MULTILINE
)
_TURNS = re.compile(r"Nominal Media Rotation Rate: (Solid State Device|[0-9]{3,6})")
_SECURITY = re.compile(r"^[ \t]+(not)?[ \t]+(enabled|locked|frozen)[ \t]*$", re.MULTILINE)
_MOST_ANSWERS = 400
_LONGEST_IDENTITY = 50_000


def answer_parts(value: Node) -> tuple[Part, ...]:
    """Return a part for each kind of tool, the drives' own answers first."""
    answers = rows(value.get("tools"))[:_MOST_ANSWERS]
    parts = []
    for tool, read in _READERS:
        texts = [
            (line(one.get("path")), text)
            for one in answers
            if one.get("tool") == tool and isinstance(text := one.get("text"), str)
        ]
        if texts and (part := read(texts)) is not None:
            parts.append(part)
    return tuple(parts)


def _json(text: str) -> Any:
    """Return what a tool wrote as JSON; None for words of trouble, which lists know better."""
    try:
        return parsed(text)
    except Refused:
        return None


def _smartctl(texts: list[tuple[str, str]]) -> Part | None:
    entries = []
    for path, text in texts:
        answer = _json(text)
        if is_smartctl(answer):
            entries.append(answer)
        else:
            entries.append({"smartctl": {"argv": [path]}})
    return read_smartctl(entries, listed=False)


def _hdparm(texts: list[tuple[str, str]]) -> Part | None:
    drives = [found for path, text in texts if (found := _identity(path, text)) is not None]
    return Part("hdparm", drives=tuple(drives))


def _identity(path: str, text: str) -> Drive | None:
    text = text[:_LONGEST_IDENTITY]
    said = dict(_HDPARM.findall(text))
    if "CompactFlash ATA device" not in text and "ATA device" not in text:
        return None
    turns = _TURNS.search(text)
    kind = None
    if turns:
        solid = turns.group(1).startswith("Solid")
        kind = MediumKind.SSD if solid else MediumKind.HDD
    security = {word: not negated for negated, word in _SECURITY.findall(text)}
    return Drive(
        "hdparm",
        path,
        line(said.get("Serial Number")),
        line(said.get("Model Number")),
        line(said.get("Firmware Revision")),
        kind=kind,
        kind_source=KindSource.FIRMWARE if kind else KindSource.SNAPSHOT,
        frozen=security.get("frozen"),
        locked=security.get("locked"),
        enabled=security.get("enabled"),
    )


def _nvme(texts: list[tuple[str, str]]) -> Part | None:
    drives = []
    for path, text in texts:
        answer = node(_json(text))
        if line(answer.get("sn")):
            drives.append(
                Drive(
                    "nvme",
                    path,
                    line(answer.get("sn")),
                    line(answer.get("mn")),
                    line(answer.get("fr")),
                    whole(answer.get("tnvmcap")) or None,
                    MediumKind.NVME,
                    KindSource.FIRMWARE,
                )
            )
    return Part("nvme", drives=tuple(drives))


def _dmidecode(texts: list[tuple[str, str]]) -> Part | None:
    text = texts[0][1]
    return read_dmidecode(text) if is_dmidecode(text) else None


def _lshw(texts: list[tuple[str, str]]) -> Part | None:
    answer = _json(texts[0][1])
    root = answer[0] if isinstance(answer, list) and answer else answer
    return read_lshw(root) if is_lshw(root) else None


def _lsblk(texts: list[tuple[str, str]]) -> Part | None:
    devices = rows(node(_json(texts[0][1])).get("blockdevices"))
    drives = tuple(
        Drive(
            "lsblk",
            f"/dev/{line(one.get('name'))}",
            line(one.get("serial")),
            line(one.get("model")),
            capacity=whole(one.get("size")),
            ignored=IgnoredBecause.USB if one.get("tran") == "usb" else None,
        )
        for one in devices
        if one.get("type") == "disk" and line(one.get("name"))
    )
    return Part("lsblk", drives=drives)


_READERS: tuple[tuple[str, Callable[[list[tuple[str, str]]], Part | None]], ...] = (
    ("smartctl", _smartctl),
    ("hdparm", _hdparm),
    ("nvme", _nvme),
    ("dmidecode", _dmidecode),
    ("lsblk", _lsblk),
    ("lshw", _lshw),
)
