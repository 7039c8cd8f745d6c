"""The workshop's facts as a seller: a setting that papers need before the first receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.paper_codec import dump, load
from serkut_desk.domain.papers import Seller

if TYPE_CHECKING:
    from serkut_desk.records.unit_of_work import UnitOfWork

_SETTING = "seller"


def seller_of(work: UnitOfWork) -> Seller | None:
    """Return the seller's facts, None before somebody has given them."""
    stored = work.house.get(_SETTING)
    return None if stored is None else load(Seller, stored)


def required_seller(work: UnitOfWork) -> Seller:
    """Return the seller's facts.

    Raises:
        Refused: `seller_unknown`.
    """
    seller = seller_of(work)
    if seller is None:
        raise Refused("seller_unknown")
    return seller


def keep_seller(work: UnitOfWork, seller: Seller) -> None:
    """Store checked facts; papers that were issued keep theirs."""
    work.house.put(_SETTING, dump(seller))
