"""The seller's facts: given, checked, journalled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.paper_codec import dump
from serkut_desk.domain.papers import SELLER_FIELDS
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.seller import checked_seller
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.seller import keep_seller, seller_of
from serkut_desk.stations.upkeep.commands import SetSeller

if TYPE_CHECKING:
    from serkut_desk.domain.papers import Seller

# What an auditor must find; telephone and mail may be a person's.
_JOURNALLED = ("name", "business_id", "iban")


@handles(SetSeller, Permission.POLICY)
def set_seller(task: Task, command: SetSeller) -> Seller:
    """Keep the facts that were given, on top of those that are known."""
    given = {field: getattr(command, field) for field in SELLER_FIELDS}
    changed = {field: text for field, text in given.items() if text is not None}
    if not changed:
        raise Misused("nothing_to_change")
    known = seller_of(task.work)
    before: dict[str, str] = dump(known) if known else {}
    seller = checked_seller({**before, **changed})
    keep_seller(task.work, seller)
    after = dump(seller)
    task.work.journal.append(
        Tag.SETTING_CHANGED,
        "seller",
        changed=[field for field in SELLER_FIELDS if before.get(field) != after[field]],
        **{field: after[field] for field in _JOURNALLED},
    )
    return seller
