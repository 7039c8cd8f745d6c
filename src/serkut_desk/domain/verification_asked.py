"""How a wipe has to be checked before a rule gives its level: a column of the policy's table.

It says nothing that the conditions of a rule do not say; it says it in the words of an auditor.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.policy import Attestation

if TYPE_CHECKING:
    from serkut_desk.domain.policy import Conditions


class VerificationAsked(StrEnum):
    """One way in which a wipe is checked; `verification_asked.<word>` in the texts."""

    TOOL_READ_BACK = "tool_read_back"
    DRIVE_STATUS = "drive_status"
    SAMPLE_READ_BACK = "sample_read_back"
    DEAD_AFTERWARDS = "dead_afterwards"
    FIRST_SCREEN = "first_screen"
    TWO_PERSONS = "two_persons"
    EVIDENCE_FILE = "evidence_file"


_BY_ATTESTATION = {
    Attestation.STATUS_CONFIRMED: VerificationAsked.DRIVE_STATUS,
    Attestation.READ_BACK: VerificationAsked.SAMPLE_READ_BACK,
    Attestation.DEAD_AFTERWARDS: VerificationAsked.DEAD_AFTERWARDS,
    Attestation.FIRST_SCREEN_SEEN: VerificationAsked.FIRST_SCREEN,
    Attestation.EVIDENCE_FILE: VerificationAsked.EVIDENCE_FILE,
}


def verification_asked(conditions: Conditions) -> tuple[VerificationAsked, ...]:
    """Return how a wipe is checked, in the order of the vocabulary; empty where nothing counts."""
    found = {_BY_ATTESTATION[word] for word in conditions.attested if word in _BY_ATTESTATION}
    if conditions.verification:
        found.add(VerificationAsked.TOOL_READ_BACK)
    if conditions.persons_at_least > 1:
        found.add(VerificationAsked.TWO_PERSONS)
    return tuple(word for word in VerificationAsked if word in found)
