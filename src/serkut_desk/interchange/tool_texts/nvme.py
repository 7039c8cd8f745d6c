"""nvme-cli: what an NVMe drive says of itself, its format, its sanitize and the log of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.firmware_verdict import IDLE_PROGRESS, SanitizeState, Step, StepKind
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.interchange.tool_texts.facts import Answer, Identity
from serkut_desk.interchange.tool_texts.json_text import Node, line, node, number, objects, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.interchange.tool_texts.sections import Section

PROGRAM = "nvme-cli"
BUS = "NVME"
_T = SanitisationTechnique
# What is empty stays empty: the value never comes from the next line.
_ID = re.compile(r"^(sn|mn|fr|tnvmcap|sanicap)[ \t]*:(.*)$", re.MULTILINE)
_ID_HEAD = "NVME Identify Controller:"
_SPROG = re.compile(r"^Sanitize Progress\s+\(SPROG\)\s*:\s*(\d{1,6})", re.MULTILINE)
_SSTAT = re.compile(
    r"^Sanitize Status\s+\(SSTAT\)\s*:\s*(0x[0-9a-fA-F]{1,8}|\d{1,6})", re.MULTILINE
)
_SCDW10 = re.compile(r"\(SCDW10\)\s*:\s*(0x[0-9a-fA-F]{1,8}|\d{1,10})", re.MULTILINE)
_REFUSED = re.compile(r"^.*(?:NVMe status: |NVMe Status:)(?!\s*SUCCESS).*$", re.MULTILINE)
_FORMATTED = "Success formatting namespace"
_LIST_HEAD = re.compile(r"^Node\s+(?:Generic\s+)?SN\s+Model\s", re.MULTILINE)
_RULE = re.compile(r"-{3,}")
_ACTIONS = {
    2: _T.NVME_SANITIZE_BLOCK_ERASE,
    3: _T.NVME_SANITIZE_OVERWRITE,
    4: _T.NVME_SANITIZE_CRYPTO,
}
_ACTION_WORDS = {
    "exit-failure": 1,
    "start-block-erase": 2,
    "start-overwrite": 3,
    "start-crypto-erase": 4,
}
_SETTINGS = {
    0: _T.NVME_FORMAT_SES0,
    1: _T.NVME_FORMAT_SES1,
    2: _T.NVME_FORMAT_SES2,
}
# What a format is known to print besides its words of success; a sanitize prints nothing.
_USUAL = re.compile(
    r"\s*\Z|Success formatting namespace|You are about to format |WARNING: Format may irrevocably"
    r"|You have 10 seconds|Use the force|Sending format operation"
    r"|(?:real|user|sys)\s+\d+m[\d.,]+s\Z"
)
_STATUS_BITS, _GLOBAL_ERASED, _ACTION_BITS = 0x7, 0x100, 0x7
_STATES = {0: SanitizeState.NEVER, 2: SanitizeState.RUNNING, 3: SanitizeState.FAILED}


def read_nvme(section: Section) -> list[Answer] | None:
    """Return what an answer of nvme-cli tells, one for each drive; None where it is none."""
    text = section.text
    value = parsed(text)
    if value is not None:
        return _from_json(section, value)
    if _LIST_HEAD.search(text):
        return _listed(text)
    known = section.tool == "nvme" or _ID_HEAD in text or _FORMATTED in text
    if not (known or _SPROG.search(text) or _REFUSED.search(text)):
        return None
    found = _ID.findall(text) if _ID_HEAD in text else []
    said = {name: value.strip() for name, value in found}
    identity = _identity(said) if said.get("sn") else None
    steps = list(_steps(section, text))
    if "sanicap" in said:
        steps.append(_support(_integer(said["sanicap"])))
    return [Answer(device=section.device, identity=identity, steps=tuple(steps), program=PROGRAM)]


def _identity(said: dict[str, str]) -> Identity:
    return Identity(
        serial=said.get("sn", ""),
        model=said.get("mn", ""),
        firmware=said.get("fr", ""),
        capacity=number(said.get("tnvmcap", "").replace(",", "")) or None,
        bus=BUS,
    )


def _support(sanicap: int | None) -> Step:
    supported = None if sanicap is None else bool(sanicap & 0b111)
    return Step(kind=StepKind.SUPPORT, supported=supported)


def _steps(section: Section, text: str) -> Iterator[Step]:
    words = section.command or ()
    action = words[1] if len(words) > 1 else ""
    if action == "format" or (not words and _FORMATTED in text):
        yield _erase(section, text, _format_technique(words))
    elif action == "sanitize":
        chosen = _option(words, ("-a", "--sanact"))
        value = _ACTION_WORDS.get(chosen, _integer(chosen))
        if value != 1:  # leaving the failure mode erases nothing
            technique = _T.UNKNOWN if value is None else _ACTIONS.get(value, _T.UNKNOWN)
            yield _erase(section, text, technique)
    sprog, sstat = _SPROG.search(text), _SSTAT.search(text)
    if sprog and sstat:
        did = _SCDW10.search(text)
        yield _log(int(sprog[1]), _integer(sstat[1]), _integer(did[1]) if did else None)


def _format_technique(words: tuple[str, ...]) -> SanitisationTechnique:
    if not words:
        return _T.UNKNOWN
    setting = _option(words, ("-s", "--ses"))
    # Where nothing is asked for, nvme-cli asks for no secure erase.
    value = _integer(setting) if setting else 0
    return _T.UNKNOWN if value is None else _SETTINGS.get(value, _T.UNKNOWN)


def _erase(section: Section, text: str, technique: SanitisationTechnique) -> Step:
    refused = _REFUSED.search(text)
    strange = tuple(one.strip() for one in section.lines if not _USUAL.match(one))
    return Step(
        kind=StepKind.ERASE,
        technique=technique,
        exit_status=section.exit_status,
        refused=refused[0].strip() if refused else "",
        strange=() if refused else strange,
    )


def _log(progress: int | None, status: int | None, did: int | None) -> Step:
    """Return what the sanitize log says; done only when its own figures say all of it."""
    technique = _T.UNKNOWN if did is None else _ACTIONS.get(did & _ACTION_BITS, _T.UNKNOWN)
    state = SanitizeState.UNKNOWN
    if status is not None:
        low = status & _STATUS_BITS
        state = _STATES.get(low, SanitizeState.UNKNOWN)
        if low == 1 and progress == IDLE_PROGRESS:
            clean = bool(status & _GLOBAL_ERASED)
            state = SanitizeState.DONE if clean else SanitizeState.DONE_WRITTEN_SINCE
    return Step(kind=StepKind.STATUS, technique=technique, state=state)


def _option(words: tuple[str, ...], names: tuple[str, str]) -> str:
    """Return the value of an option as `-s 1`, `-s1`, `--ses 1` or `--ses=1`, "" without one."""
    short, long = names
    for place, word in enumerate(words):
        name, equals, value = word.partition("=")
        if name == long or word == short or (name == short and equals):
            return value if equals else (words[place + 1] if place + 1 < len(words) else "?")
        if word.startswith(short) and not word.startswith("--") and len(word) > len(short):
            return word[len(short) :]
    return ""


def _integer(text: str | None) -> int | None:
    try:
        return int(text or "", 0)
    except ValueError:
        return None


def _listed(text: str) -> list[Answer]:
    """Return the drives of `nvme list`, whose columns are as wide as the rules under them."""
    lines = text.split("\n")
    for place, rule in enumerate(lines):
        widths = [match.span() for match in _RULE.finditer(rule)]
        if place == 0 or len(widths) < 4 or set(rule) - set("- "):  # noqa: PLR2004 - its columns
            continue
        names = [lines[place - 1][start:end].strip() for start, end in widths]
        answers = []
        for row in lines[place + 1 :]:
            if not row.startswith("/dev/"):
                break
            cells = [row[start:end].strip() for start, end in widths]
            said = dict(zip(names, cells, strict=True))
            identity = Identity(
                serial=said.get("SN", ""),
                model=said.get("Model", ""),
                firmware=said.get("FW Rev", ""),
                bus=BUS,
            )
            answers.append(Answer(device=cells[0], identity=identity, program=PROGRAM))
        return answers
    return []


def _from_json(section: Section, value: object) -> list[Answer] | None:
    top = node(value)
    if line(top.get("sn")) and "mn" in top:
        said = {key: line(top.get(key)) for key in ("sn", "mn", "fr", "tnvmcap")}
        steps = (_support(number(top.get("sanicap"))),)
        return [
            Answer(device=section.device, identity=_identity(said), steps=steps, program=PROGRAM)
        ]
    devices = [one for one in objects(top.get("Devices")) if "SerialNumber" in one]
    if devices:
        return [_from_list(one) for one in devices]
    logs = [(name, node(one)) for name, one in top.items() if "sstat" in node(one)]
    if "sstat" in top:
        logs = [(section.device, top)]
    if logs:
        return [
            Answer(
                device=section.device or (name if name.startswith("/dev/") else f"/dev/{name}"),
                steps=(_json_log(log),),
                program=PROGRAM,
            )
            for name, log in logs
        ]
    if section.tool == "nvme":
        done = tuple(_steps(section, ""))
        return [Answer(device=section.device, steps=done, program=PROGRAM)]
    return None


def _from_list(one: Node) -> Answer:
    identity = Identity(
        serial=line(one.get("SerialNumber")),
        model=line(one.get("ModelNumber")),
        firmware=line(one.get("Firmware")),
        capacity=number(one.get("PhysicalSize")),
        bus=BUS,
    )
    return Answer(device=line(one.get("DevicePath")), identity=identity, program=PROGRAM)


def _json_log(log: Node) -> Step:
    """Return a log written as JSON, whose status is a number or an object with a sentence."""
    status = number(log.get("sstat"))
    if status is None:
        told = node(log.get("sstat"))
        found = re.match(r"\((?:0x)?(\d)\)", line(told.get("status")))
        erased = number(told.get("global_erased"))
        if found and erased is not None:
            status = int(found[1]) | (_GLOBAL_ERASED if erased else 0)
    return _log(number(log.get("sprog")), status, number(log.get("cdw10_info")))
