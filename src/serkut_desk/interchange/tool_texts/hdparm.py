"""hdparm: what an ATA drive says of itself, its password erase, its sanitize commands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.firmware_verdict import (
    ATA_ERASES,
    SanitizeState,
    Step,
    StepKind,
)
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.interchange.tool_texts.facts import Answer, Identity
from serkut_desk.interchange.tool_texts.json_text import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.interchange.tool_texts.sections import Section

PROGRAM = "hdparm"
# No part of a pattern goes beyond its line or can be matched in two ways: a text may be megabytes.
_T = SanitisationTechnique
_HEAD = re.compile(r"^(/dev/\S+):\s*$", re.MULTILINE)
_FIELD = re.compile(
    r"^[ \t]+(Model Number|Serial Number|Firmware Revision):([^\n]*)$", re.MULTILINE
)
_IDENTIFY = re.compile(r"^(?:CompactFlash )?ATA device, with ", re.MULTILINE)
_TURNS = re.compile(r"Nominal Media Rotation Rate: (Solid State Device|[0-9]{3,6})")
_SIZE = re.compile(r"device size with M = 1000\*1000:\s+(\d{1,12}) MBytes")
_BYTES = re.compile(r"LBA48? +user addressable sectors:\s+(\d{1,15})")
_SECTOR = re.compile(r"Logical +Sector size:\s+(\d{2,6}) bytes")
_SECURITY = re.compile(r"^Security:\s*$(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_FLAG = re.compile(r"^[ \t]+(not[ \t]+)?(supported|enabled|locked|frozen)[ \t]*$", re.MULTILINE)
_ENHANCED = re.compile(r"^[ \t]+(not[ \t]+)?supported: enhanced erase", re.MULTILINE)
_SANITIZE = re.compile(r"^[ \t]+(?:\*[ \t]*)?SANITIZE feature set", re.MULTILINE)
_FEATURES = re.compile(r"^Commands/features:", re.MULTILINE)
_ISSUING = re.compile(r"^[ \t]*Issuing (SECURITY_\w+|SANITIZE_\w+) command", re.MULTILINE)
_STATE = re.compile(r"^[ \t]*State:\s+SD(\d)\b", re.MULTILINE)
_COMPLETED = "Last Sanitize Operation Completed Without Error"
_UNSUCCESSFUL = ("SD3 Sanitize Operation Failed", "completed unsuccessfully", "SANITIZE failed")
_REFUSED = re.compile(
    r"^.*(?:feature set is not supported|not supported).*$", re.IGNORECASE | re.MULTILINE
)
_SENSE = "bad/missing sense data"

_OPTIONS = {
    "--security-erase": _T.ATA_SECURITY_ERASE,
    "--security-erase-enhanced": _T.ATA_SECURITY_ERASE_ENHANCED,
    "--sanitize-block-erase": _T.ATA_SANITIZE_BLOCK_ERASE,
    "--sanitize-crypto-scramble": _T.ATA_SANITIZE_CRYPTO,
    "--sanitize-overwrite": _T.ATA_SANITIZE_OVERWRITE,
}
# hdparm says the same for both erases: without its command it is taken for the weaker one.
_ISSUED = {
    "SECURITY_ERASE": _T.ATA_SECURITY_ERASE,
    "SANITIZE_BLOCK_ERASE": _T.ATA_SANITIZE_BLOCK_ERASE,
    "SANITIZE_CRYPTO_SCRAMBLE": _T.ATA_SANITIZE_CRYPTO,
    "SANITIZE_OVERWRITE": _T.ATA_SANITIZE_OVERWRITE,
}
_PASSWORDS = {
    "--security-set-pass": StepKind.SET_PASSWORD,
    "--security-disable": StepKind.DROP_PASSWORD,
    "SECURITY_SET_PASS": StepKind.SET_PASSWORD,
    "SECURITY_DISABLE": StepKind.DROP_PASSWORD,
}
# Everything that an erase is known to print when it goes well, but for the two sure lines.
_USUAL = re.compile(
    r"\s*\Z|/dev/\S+:\s*\Z|security_password: |\s*Issuing (?:SECURITY_ERASE|SANITIZE_\w+) command"
    r"|Operation started in background|You may use `--sanitize-status` to check progress"
    r"|(?:real|user|sys)\s+\d+m[\d.,]+s\Z"
)


def read_hdparm(section: Section) -> Answer | None:
    """Return what an answer of hdparm tells, None where it is none."""
    text = section.text
    head = _HEAD.search(text)
    issued = _ISSUING.search(text)
    known = section.tool == "hdparm" or issued or _IDENTIFY.search(text)
    if not (known or "Sanitize status:" in text or "SANITIZE feature set is" in text):
        return None
    device = section.device or (head[1] if head else "")
    return Answer(
        device=device,
        identity=_identity(text),
        steps=tuple(_steps(section, text, issued[1] if issued else "")),
        program=PROGRAM,
    )


def _identity(text: str) -> Identity | None:
    if not _IDENTIFY.search(text):
        return None
    said = {name: value.strip() for name, value in _FIELD.findall(text)}
    turns = _TURNS.search(text)
    solid = turns is not None and turns[1].startswith("Solid")
    size, sectors = _SIZE.search(text), _BYTES.findall(text)
    capacity = number(int(size[1]) * 1_000_000) if size else None
    width = _SECTOR.search(text)
    if sectors and width:
        capacity = number(int(sectors[-1]) * int(width[1]))
    return Identity(
        serial=said.get("Serial Number", ""),
        model=said.get("Model Number", ""),
        firmware=said.get("Firmware Revision", ""),
        capacity=capacity,
        bus="ATA-SSD" if solid else "ATA",
        known=(("rotation", turns[1]),) if turns else (),
    )


def _steps(section: Section, text: str, issued: str) -> Iterator[Step]:
    """Say what was done and seen; an erase comes before what its answer shows."""
    options = {word.partition("=")[0] for word in section.command or ()}
    erases = [technique for option, technique in _OPTIONS.items() if option in options]
    if not section.command and issued in _ISSUED:
        erases = [_ISSUED[issued]]
    passwords = {kind for word, kind in _PASSWORDS.items() if word in options or word == issued}
    if erases:
        several = len(erases) > 1
        yield _erase(section, text, _T.UNKNOWN if several else erases[0])
    for kind in sorted(passwords):
        yield Step(kind=kind, exit_status=section.exit_status, sense=_SENSE in text)
    if _IDENTIFY.search(text):
        yield _security(text)
        if _FEATURES.search(text):
            yield Step(kind=StepKind.SUPPORT, supported=_SANITIZE.search(text) is not None)
    elif "--sanitize-status" in options or _STATE.search(text):
        yield _status(text)


def _erase(section: Section, text: str, technique: SanitisationTechnique) -> Step:
    refused = _REFUSED.search(text)
    sense = _SENSE in text
    issued = {_ISSUED.get(found[1]) for found in _ISSUING.finditer(text)}
    wanted = _T.ATA_SECURITY_ERASE if technique in ATA_ERASES else technique
    strange = tuple(
        line.strip()
        for line in section.lines
        if not _USUAL.match(line) and not (sense and _SENSE in line)
    )
    return Step(
        kind=StepKind.ERASE,
        technique=technique,
        exit_status=section.exit_status,
        refused=refused[0].strip() if refused else "",
        sense=sense,
        strange=strange,
        unissued=technique is not _T.UNKNOWN and wanted not in issued,
    )


def _security(text: str) -> Step:
    """Return the state of the password; a drive without such a section has no such commands."""
    found = _SECURITY.search(text)
    if found is None:
        # A list that was cut off says nothing of it.
        whole = "Integrity word" in text or "Checksum:" in text
        return Step(kind=StepKind.SECURITY, supported=False if whole else None)
    flags = {word: not negated for negated, word in _FLAG.findall(found[1])}
    enhanced = _ENHANCED.search(found[1])
    return Step(
        kind=StepKind.SECURITY,
        supported=flags.get("supported"),
        enabled=flags.get("enabled"),
        locked=flags.get("locked"),
        frozen=flags.get("frozen"),
        enhanced=None if enhanced is None else not enhanced[1],
    )


def _status(text: str) -> Step:
    state = _STATE.search(text)
    word = SanitizeState.UNKNOWN
    if any(sign in text for sign in _UNSUCCESSFUL) or (state and state[1] == "3"):
        word = SanitizeState.FAILED
    elif state and state[1] == "2":
        word = SanitizeState.RUNNING
    elif state and state[1] == "0" and _COMPLETED in text:
        word = SanitizeState.DONE
    return Step(kind=StepKind.STATUS, state=word)
