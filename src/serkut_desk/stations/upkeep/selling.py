"""The seller's facts: given, checked, journalled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.paper_codec import dump
from serkut_desk.domain.papers import SELLER_FIELDS
from serkut_desk.domain.permissions import Permission, SecondSupervisor
from serkut_desk.domain.seller import checked_seller
from serkut_desk.stations.authority import second_supervisor
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.seller import keep_seller, seller_of
from serkut_desk.stations.upkeep.commands import SetSeller

if TYPE_CHECKING:
    from serkut_desk.domain.papers import Seller
    from serkut_desk.domain.people import Person, Session

# What an auditor must find; telephone and mail may be a person's.
_JOURNALLED = ("name", "business_id", "iban")


@handles(SetSeller, Permission.POLICY)
def set_seller(task: Task, command: SetSeller) -> Seller:
    """Keep the facts that were given, on top of those that are known.

    Raises:
        Misused: `nothing_to_change`, or as `checked_seller`.
        Refused: `second_supervisor_needed` or `second_is_first` for another account.
    """
    given = {field: getattr(command, field) for field in SELLER_FIELDS}
    changed = {field: text for field, text in given.items() if text is not None}
    if not changed:
        raise Misused("nothing_to_change")
    known = seller_of(task.work)
    before: dict[str, str] = dump(known) if known else {}
    seller = checked_seller({**before, **changed})
    # The first facts of a new workshop are one person's; to take the account away and give another
    # one later is a change of it.
    moved = known is not None and seller.iban not in {"", known.iban}
    second = _second(task, command.second) if moved else None
    keep_seller(task.work, seller)
    after = dump(seller)
    task.work.journal.append(
        Tag.SETTING_CHANGED,
        "seller",
        changed=[field for field in SELLER_FIELDS if before.get(field) != after[field]],
        **{field: after[field] for field in _JOURNALLED},
        **({} if second is None else {"second": second.code}),
    )
    return seller


def _second(task: Task, offered: Session | None) -> Person | None:
    return second_supervisor(
        task.work.people,
        task.desk.permissions,
        SecondSupervisor.CHANGE_ACCOUNT,
        permission=Permission.POLICY,
        first=task.person,
        second=offered,
        now=task.desk.clock.now(),
    )
