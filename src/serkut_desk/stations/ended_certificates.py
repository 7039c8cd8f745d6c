"""Certificates of every kind that hold no longer, for lists that the workshop publishes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.records.certificates import CertificateState

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Ended:
    """A certificate that ended.

    Args:
        number: TT code.
        state: Superseded or revoked.
        at: When it ended.
        successor: Number of the one that took its place; empty when it was revoked.
    """

    number: str
    state: CertificateState
    at: datetime
    successor: str


def ended(work: UnitOfWork) -> tuple[Ended, ...]:
    """Return every certificate that ended, of a device, a medium or a lot, by its number."""
    found = work.certificates.ended()
    return tuple(
        Ended(number, CertificateState(state), at, successor or "")
        for number, state, at, successor in sorted(found)
    )
