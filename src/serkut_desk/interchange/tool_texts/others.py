"""sg_sanitize and mmc: they tell what was asked for and no status that we know for certain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.firmware_verdict import Step, StepKind
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.interchange.tool_texts.facts import Answer

if TYPE_CHECKING:
    from serkut_desk.interchange.tool_texts.sections import Section

_T = SanitisationTechnique
_SCSI = {
    "block": _T.SCSI_SANITIZE_BLOCK_ERASE,
    "crypto": _T.SCSI_SANITIZE_CRYPTO,
    "overwrite": _T.SCSI_SANITIZE_OVERWRITE,
}
_SHORT = {"B": "block", "C": "crypto", "O": "overwrite"}
_REFUSED = re.compile(
    r"^.*(?:not supported|Invalid opcode|invalid command operation|Illegal request).*$",
    re.IGNORECASE | re.MULTILINE,
)


def read_others(section: Section) -> Answer | None:
    """Return what an answer of these tools tells, None where it is none."""
    if section.tool == "sg_sanitize":
        chosen = {_chosen(word) for word in section.command or ()} & _SCSI.keys()
        if not chosen:
            return Answer(device=section.device, program="sg3_utils")
        technique = _SCSI[chosen.pop()] if len(chosen) == 1 else _T.UNKNOWN
        return _answer(section, technique, "sg3_utils")
    if section.tool == "mmc" and "sanitize" in (section.command or ()):
        return _answer(section, _T.EMMC_ERASE_SANITIZE, "mmc-utils")
    return None


def _chosen(word: str) -> str:
    if word.startswith("--"):
        return word[2:]
    return _SHORT.get(word[1:2], "") if word.startswith("-") else ""


def _answer(section: Section, technique: SanitisationTechnique, program: str) -> Answer:
    refused = _REFUSED.search(section.text)
    step = Step(
        kind=StepKind.ERASE,
        technique=technique,
        exit_status=section.exit_status,
        refused=refused[0].strip() if refused else "",
    )
    return Answer(device=section.device, steps=(step,), program=program)
