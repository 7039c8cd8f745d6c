"""What a change of the policy would do to the media in the house, before anybody saves it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.clock import local
from serkut_desk.domain.data_state import SETTLED_MEDIA, MediumState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.policy_change import changed_document, differences
from serkut_desk.domain.policy_reader import parse_policy
from serkut_desk.domain.sanitisation import judge
from serkut_desk.stations import facts, rules

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.policy import Policy
    from serkut_desk.domain.policy_change import Difference, PolicyChange
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

MOST_DEVICES = 5000


@dataclass(frozen=True, slots=True)
class PolicyEffect:
    """What would be otherwise. Media that are approved stay so under their own version.

    Args:
        policy: The version as it would be.
        differences: In what it differs from the last one.
        no_more: Media whose wipe is enough now and would not be.
        enough_then: Media whose wipe is not enough now and would be.
        asked_more: Media without a good wipe of which more would be asked than now.
        asked_less: The same, less.
        kept: Approved media, which the change does not touch.
        all_looked_at: No more devices wait than were looked at.
    """

    policy: Policy
    differences: tuple[Difference, ...]
    no_more: int
    enough_then: int
    asked_more: int
    asked_less: int
    kept: int
    all_looked_at: bool


def next_document(work: UnitOfWork, change: PolicyChange, now: datetime) -> dict[str, Any]:
    """Return the next version's document.

    Raises:
        Refused: `donor_unknown`, and what `changed_document` refuses.
    """
    for name, _, _ in change.donors:
        if work.lots.find_organisation(name) is None:
            raise Refused("donor_unknown", donor=name)
    return changed_document(rules.last_document(work), change, local(now).date())


def policy_effect(desk: Desk, session: Session | None, change: PolicyChange) -> PolicyEffect:
    """Return what a change would do; nothing is saved.

    Raises:
        Refused: As `next_document`.
    """
    now = desk.clock.now()
    with desk.reading(session, Permission.POLICY) as work:
        before = parse_policy(rules.last_document(work))
        after = parse_policy(next_document(work, change, now))
        ids = work.wipe_queue.device_ids(MOST_DEVICES + 1)
        counted = dict.fromkeys(("no_more", "enough_then", "asked_more", "asked_less"), 0)
        for row_id in ids[:MOST_DEVICES]:
            device = work.devices.by_id(row_id)
            for medium in work.media.of_device(row_id):
                word = _turned(work, before, after, device, medium)
                if word:
                    counted[word] += 1
        return PolicyEffect(
            policy=after,
            differences=differences(before, after),
            kept=work.wipe_queue.settled(),
            all_looked_at=len(ids) <= MOST_DEVICES,
            **counted,
        )


def _turned(
    work: UnitOfWork, before: Policy, after: Policy, device: Device, medium: StorageMedium
) -> str:
    """Return what would change for a medium, "" when nothing would."""
    if medium.proposed or MediumState(medium.state) in SETTLED_MEDIA:
        return ""
    now = facts.prove(work, before, device, medium).standing.deciding
    then = facts.prove(work, after, device, medium).standing.deciding
    is_enough = now is not None and now.judgement.enough
    would_be = then is not None and then.judgement.enough
    if is_enough != would_be:
        return "no_more" if is_enough else "enough_then"
    if is_enough:
        return ""
    asked = judge(before, rules.question_of(work, before, device, medium), None).required
    asks = judge(after, rules.question_of(work, after, device, medium), None).required
    return "" if asks is asked else "asked_more" if asks > asked else "asked_less"
