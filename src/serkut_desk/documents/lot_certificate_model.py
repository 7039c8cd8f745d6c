"""What a lot's certificate says, as frozen data; `lot_certificate.py` draws it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.documents.certificate_model import demand_numbers
from serkut_desk.domain.statement import level_letter

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.documents.certificate_model import PolicyStamp
    from serkut_desk.domain.journal import Head
    from serkut_desk.domain.media import DataClass, Level
    from serkut_desk.domain.statement import StatedMedium


class LeftOutWhy(StrEnum):
    """Why a device of the lot is not in its certificate."""

    NO_MEDIA = "no_media"
    NOT_APPROVED = "not_approved"
    NOT_ISSUED = "not_issued"
    OUT_OF_DATE = "out_of_date"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class AppendixRow:
    """A device of the lot with its certificate that holds; `serial` is the device's."""

    device: str
    serial: str
    number: str
    media: tuple[StatedMedium, ...]

    @property
    def level(self) -> Level | None:
        """The lowest level of its media; None when none is inside."""
        return min((medium.level for medium in self.media), default=None, key=lambda one: one.rank)

    @property
    def stated(self) -> tuple[str, str, str]:
        """What the hash of the appendix is made over."""
        return self.device, self.number, level_letter(self.level)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A device of the lot that the certificate does not speak of, and why."""

    device: str
    serial: str
    why: LeftOutWhy


@dataclass(frozen=True, slots=True, kw_only=True)
class LotCertificatePage:
    """Everything on the certificate of a lot.

    Args:
        number: The TT code, 12 characters.
        issued_at: The instant whose situation the statement describes.
        workshop: Name, and under it whose part it is.
        lot: Code of the delivery.
        source_unit: The city unit that sent it.
        arrived_at: When its first device came in.
        data_class: How sensitive its data was taken to be.
        rows: The devices, each with its own certificate, by code.
        left_out: The other devices of the lot.
        policies: Where the levels of the certificates come from, each version once.
        anchor: The journal's newest entry before this certificate's own.
        supersedes: Number of the certificate that this one replaces.
        issuer: Name and title of who issues it.
        seal: Fingerprint of the key that seals the paper.
        statement: Text of the QR: what the paper says, in short and signed.

    Raises:
        ValueError: A number is no certificate number, there is no device, a medium has no level,
            or the issuer's name is empty.
    """

    number: str
    issued_at: datetime
    workshop: str
    workshop_part_of: str
    lot: str
    source_unit: str
    arrived_at: datetime
    data_class: DataClass
    rows: tuple[AppendixRow, ...]
    left_out: tuple[LeftOut, ...]
    policies: tuple[PolicyStamp, ...]
    anchor: Head
    supersedes: str | None = None
    issuer: tuple[str, str]
    seal: str
    statement: str

    def __post_init__(self) -> None:
        """Refuse what must never be printed."""
        demand_numbers(self.number, self.supersedes, *(row.number for row in self.rows))
        if not self.rows:
            raise ValueError(self.lot)
        for row in self.rows:
            level_letter(row.level)
        if not self.issuer[0].strip():
            raise ValueError(self.issuer)

    @property
    def levels(self) -> tuple[tuple[Level, int], ...]:
        """How many media reached each level, the lowest first."""
        found = Counter(medium.level for row in self.rows for medium in row.media)
        return tuple(sorted(found.items(), key=lambda one: one[0].rank))

    @property
    def media(self) -> int:
        """How many media there are."""
        return sum(len(row.media) for row in self.rows)
