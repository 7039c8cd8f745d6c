"""Many certificates in one action, such as a lot's: each by itself, with progress and a way out.

Every certificate is a transaction of its own, complete or not at all. Whoever carries a batch out
asks for the next command until there is none; to cancel is to stop asking: what was issued until
then stays valid, and the batch says how many that are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Refused
from serkut_desk.stations.certificates.commands import IssueCertificates, IssueLotCertificate

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.documents.sealing import Seal
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.certificates.commands import Issued, IssuedAll
    from serkut_desk.stations.desk import Desk

# These would be the same for every other device: there is no sense in going on.
_OF_ALL = frozenset(
    {
        "badge_unknown",
        "certificate_clock_doubted",
        "desk_locked",
        "key_none",
        "key_not_in_use",
        "nobody_signed_in",
        "not_permitted",
        "pin_needed",
        "pin_too_old",
    }
)


@dataclass(frozen=True, slots=True)
class NotIssued:
    """A device, or a lot, whose certificate was refused; the others go on."""

    about: str
    failure: KnownFailure


@dataclass(slots=True)
class Batch:
    """Certificates that are being issued one after the other.

    Args:
        seal: The unlocked key.
        devices: Codes.
        lot: A lot whose own certificate comes last; None: none does.
        lot_reason: Why the lot's certificate that holds is superseded.
        language: Of the papers; None as it is settled.
    """

    seal: Seal = field(repr=False)
    devices: tuple[str, ...]
    lot: str | None = None
    lot_reason: str | None = None
    language: str | None = None
    issued: list[Issued] = field(default_factory=list)
    refused: list[NotIssued] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)
    cancelled: bool = False
    _at: int = 0

    @property
    def total(self) -> int:
        """How many certificates are wanted, the lot's own included."""
        return len(self.devices) + (self.lot is not None)

    @property
    def done(self) -> int:
        """How many of them were issued or refused."""
        return self._at

    @property
    def left(self) -> int:
        """How many were not tried, because somebody cancelled."""
        return self.total - self._at

    def next(self) -> IssueCertificates | IssueLotCertificate | None:
        """Return the next command; None at the end, and after `cancel`."""
        if self.cancelled or self._at >= self.total:
            return None
        if self._at < len(self.devices):
            return IssueCertificates(
                devices=(self.devices[self._at],), seal=self.seal, language=self.language
            )
        assert self.lot is not None, "else the end is reached"
        return IssueLotCertificate(
            lot=self.lot,
            seal=self.seal,
            reissue_reason=self.lot_reason,
            language=self.language,
        )

    def took(self, done: IssuedAll) -> None:
        """Remember what the last command issued."""
        self.issued += done.certificates
        self.changes |= done.changes
        self._at += 1

    def failed(self, failure: KnownFailure) -> bool:
        """Remember that the last command was refused; False when nothing else would go either."""
        if not isinstance(failure, Refused) or failure.code in _OF_ALL:
            self.cancelled = True
            return False
        at_devices = self._at < len(self.devices)
        about = self.devices[self._at] if at_devices else (self.lot or "")
        self.refused.append(NotIssued(about, failure))
        self._at += 1
        return True

    def cancel(self) -> None:
        """Issue nothing more; what was issued stays valid."""
        self.cancelled = True


def carry_out(
    desk: Desk, session: Session | None, batch: Batch, step: Callable[[Batch], None]
) -> None:
    """Issue what a batch wants; `step` hears of each and may cancel.

    Raises:
        KnownFailure: Nothing more can be issued; what was issued before stays.
    """
    while (command := batch.next()) is not None:
        try:
            batch.took(desk.do(session, command))
        except Refused as failure:
            if not batch.failed(failure):
                raise
        step(batch)
