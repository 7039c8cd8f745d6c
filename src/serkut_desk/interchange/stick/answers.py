"""What the drive's own tools answered on the stick, read by the readers of such texts."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import HiddenAreas
from serkut_desk.domain.firmware_verdict import Step, StepKind
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.stick import Namespaces
from serkut_desk.interchange.stick.fields import Node, line, nodes, text, whole, words
from serkut_desk.interchange.tool_texts.facts import Answer
from serkut_desk.interchange.tool_texts.hdparm import read_hdparm
from serkut_desk.interchange.tool_texts.nvme import read_nvme
from serkut_desk.interchange.tool_texts.sections import Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.interchange.tool_texts.facts import Identity

# How the log page begins: progress, status, and the command that was given last.
_LOG_PAGE = re.compile(r"[0-9a-f]{16,64}")
_SECTORS = re.compile(r"max sectors\s*=\s*(\d{1,15})/(\d{1,15})\D")
_REAL_SECTORS = re.compile(r"Real max sectors:\s*(\d{1,15})\b")
_ESTIMATE = re.compile(r"(?<!\d)(\d{1,4})min for (ENHANCED )?SECURITY ERASE UNIT")
_NAMESPACE = re.compile(r"^\[\s*\d+\]:\s*0x[0-9a-fA-F]+\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the answers of one run tell, in the order in which they were given."""

    before: tuple[Step, ...]
    erase: Step | None
    after: tuple[Step, ...]
    erase_seconds: int | None
    identity: Identity | None


def told(file: Node) -> Told:
    """Return what was done and seen before, at and after the erase."""
    asked = [one for phase in ("before", "commands") for one in nodes(file.get(phase))]
    asked += [*_watched(file), *nodes(file.get("after"))]
    before: list[Step] = []
    after: list[Step] = []
    erase: Step | None = None
    seconds: int | None = None
    identity: Identity | None = None
    for one in asked:
        for answer in _answers(one):
            identity = identity or answer.identity
            for step in answer.steps:
                if step.kind is StepKind.ERASE and erase is None:
                    erase, seconds = step, whole(one.get("seconds"))
                else:
                    (before if erase is None else after).append(step)
    return Told(
        before=tuple(before),
        erase=erase,
        after=tuple(after),
        erase_seconds=seconds,
        identity=identity,
    )


def _watched(file: Node) -> Iterable[Node]:
    """Give what was seen while waiting as answers of the command that was asked again."""
    nvme = line(file.get("technique")).startswith("nvme")
    command = ["nvme", "sanitize-log"] if nvme else ["hdparm", "--sanitize-status"]
    what = "nvme_sanitize_log" if nvme else "hdparm_sanitize"
    for one in nodes(file.get("watched")):
        yield {"what": what, "command": command, "status": "0", "text": one.get("text")}


def _answers(one: Node) -> list[Answer]:
    command, said = words(one.get("command")), text(one.get("text"))
    if command[:1] == ("nwipe",):
        return [_overwrite(one)]
    if one.get("what") == "nvme_sanitize_log" and _LOG_PAGE.fullmatch(said):
        said = _log_page(said)
    section = Section(command, said.split("\n"), whole(one.get("status")))
    if command[:1] == ("hdparm",):
        answer = read_hdparm(section)
        return [answer] if answer is not None else []
    return (read_nvme(section) or []) if command[:1] == ("nvme",) else []


def _overwrite(one: Node) -> Answer:
    step = Step(
        kind=StepKind.ERASE,
        technique=SanitisationTechnique.OVERWRITE,
        exit_status=whole(one.get("status")),
    )
    return Answer(steps=(step,))


def _log_page(page: str) -> str:
    """Return the figures of a log page in the form that nvme-cli gives them as JSON."""
    data = bytes.fromhex(page)
    did = int.from_bytes(data[4:8], "little")
    log = {
        "sprog": int.from_bytes(data[0:2], "little"),
        "sstat": int.from_bytes(data[2:4], "little"),
        **({"cdw10_info": did} if did else {}),
    }
    return json.dumps(log)


def estimate(file: Node, technique: SanitisationTechnique) -> int | None:
    """Return how many seconds the drive said that an erase takes, None where it said nothing."""
    enhanced = technique is SanitisationTechnique.ATA_SECURITY_ERASE_ENHANCED
    for minutes, which in _ESTIMATE.findall(_said(file, "before", "hdparm_identify")):
        if bool(which) is enhanced:
            return int(minutes) * 60
    return None


def hidden_areas(file: Node) -> HiddenAreas:
    """Return what an ATA drive said of sectors that it hides."""
    shown = _SECTORS.search(_said(file, "after", "hdparm_max_sectors") + "\n")
    if shown is None:
        return HiddenAreas.UNKNOWN
    real = _REAL_SECTORS.search(_said(file, "after", "hdparm_dco"))
    if shown[1] != shown[2] or (real is not None and int(real[1]) > int(shown[2])):
        return HiddenAreas.DETECTED
    return HiddenAreas.UNKNOWN if real is None else HiddenAreas.NONE


def namespaces(file: Node) -> Namespaces:
    """Return what an NVMe drive said of its namespaces."""
    listed = _NAMESPACE.findall(_said(file, "before", "nvme_list_ns"))
    after = _figures(file, "after")
    return Namespaces(
        len(listed) or None,
        _figures(file, "before").get("nuse"),
        after.get("nuse"),
        after.get("fpi"),
    )


def _figures(file: Node, phase: str) -> dict[str, int]:
    try:
        value = json.loads(_said(file, phase, "nvme_id_ns"))
    except (ValueError, RecursionError):
        return {}
    figures = value.items() if isinstance(value, dict) else ()
    return {
        key: one
        for key, one in figures
        if key in {"nuse", "fpi"} and isinstance(one, int) and not isinstance(one, bool)
    }


def _said(file: Node, phase: str, what: str) -> str:
    """Return what was answered, "" when nothing was asked or the tool failed to ask."""
    for one in nodes(file.get(phase)):
        if one.get("what") == what:
            return text(one.get("text"))
    return ""
