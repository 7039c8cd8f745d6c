"""Which certificates a failed second look put in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.records.lot_certificates import LotCertificate
from serkut_desk.records.medium_certificates import MediumCertificate

if TYPE_CHECKING:
    from serkut_desk.records.certificates import Certificate
    from serkut_desk.records.unit_of_work import UnitOfWork


def is_doubtful(work: UnitOfWork, paper: Certificate | MediumCertificate | LotCertificate) -> bool:
    """Tell whether what a certificate speaks of is in doubt, or was found to be bad.

    Where the device is now does not matter: what has left is in doubt as well.
    """
    if isinstance(paper, LotCertificate):
        return work.looks.doubt_lot(paper.id)
    medium = paper.medium_id if isinstance(paper, MediumCertificate) else None
    return work.looks.doubt_approval(paper.approval_id, medium)
