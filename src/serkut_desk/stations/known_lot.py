"""The lot that somebody means, in whatever way its code was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.errors import Refused

if TYPE_CHECKING:
    from serkut_desk.domain.lots import Lot
    from serkut_desk.records.unit_of_work import UnitOfWork


def lot_named(work: UnitOfWork, text: str) -> Lot:
    """Return the lot of a code, open or closed.

    Raises:
        Refused: `lot_unknown`.
    """
    own = parse_code(text)
    lot = work.lots.by_code(str(own)) if own and own.kind is CodeKind.LOT else None
    if lot is None:
        raise Refused("lot_unknown", lot=text[:40])
    return lot
