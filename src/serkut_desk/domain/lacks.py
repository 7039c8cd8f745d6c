"""What is missing before something may be done: closed codes with facts.

Every code has the sentences `error.<code>.what|why|next` in `resources/texts`, so that a refusal
and a "what to do next" on a screen are the same words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from serkut_desk.domain.errors import Refused


class LackCode(StrEnum):
    """What can be missing."""

    # The device and its media.
    MEDIA_UNKNOWN = "media_unknown"
    NONE_INSIDE_UNCONFIRMED = "none_inside_unconfirmed"
    MEDIA_DECLARED = "media_declared"
    NOTHING_TO_APPROVE = "nothing_to_approve"
    MEDIUM_NOT_WIPED = "medium_not_wiped"
    MEDIUM_WIPE_FAILED = "medium_wipe_failed"
    MEDIUM_NOT_ENOUGH = "medium_not_enough"
    MEDIUM_TO_REVIEW = "medium_to_review"
    MEDIUM_UNAPPROVED = "medium_unapproved"
    SERIAL_UNCERTAIN = "serial_uncertain"
    PROPOSALS_OPEN = "proposals_open"
    CONTRADICTION_OPEN = "contradiction_open"
    DEVICE_UNAPPROVED = "device_unapproved"
    # A second look at it failed, or at something that was wiped like it.
    PROOF_FROZEN = "proof_frozen"
    # It was drawn for a second look, which nobody has taken yet.
    LOOK_OPEN = "look_open"
    BATTERY_HAZARD = "battery_hazard"
    NO_HAZARD = "no_hazard"
    QUARANTINED = "quarantined"
    NOT_QUARANTINED = "not_quarantined"
    RELEASE_REFUSED = "release_refused"
    STOLEN_NOT_RELEASED = "stolen_not_released"
    HAS_LEFT = "has_left"
    WITHDRAWN = "withdrawn"
    # What becomes of it.
    NO_CERTIFICATE = "no_certificate"
    NOT_GRADED = "not_graded"
    DOES_NOT_WORK = "does_not_work"
    NOT_ON_SHELF = "not_on_shelf"
    NOT_LEFT = "not_left"
    DEVICE_MISSING = "device_missing"
    NOT_MISSING = "not_missing"
    # Work on the bench.
    NOT_FOR_REPAIR = "not_for_repair"
    BEYOND_REPAIR = "beyond_repair"
    NOT_FOR_DISMANTLING = "not_for_dismantling"
    NO_WORK_ORDER = "no_work_order"
    WORK_ORDER_OPEN = "work_order_open"
    BEING_DISMANTLED = "being_dismantled"
    NOT_DISMANTLING = "not_dismantling"
    IS_DISMANTLED = "is_dismantled"
    NOT_ON_BENCH = "not_on_bench"
    MEDIUM_STILL_INSIDE = "medium_still_inside"
    # A work order.
    ORDER_DONE = "order_done"
    ORDER_OUTSIDE = "order_outside"
    ORDER_NOT_OUTSIDE = "order_not_outside"
    ORDER_NOT_TAKEN = "order_not_taken"
    ORDER_WITH_OTHER = "order_with_other"
    ORDER_HAS_WORK = "order_has_work"
    SAFETY_TEST_MISSING = "safety_test_missing"
    # The evidence against the policy.
    NO_RUN = "no_run"
    VERDICT_NOT_PASSED = "verdict_not_passed"
    NO_RULE = "no_rule"
    RULE_GIVES_NONE = "rule_gives_none"
    LEVEL_TOO_LOW = "level_too_low"
    OVERWRITE_MISSES_SPARE = "overwrite_misses_spare"
    HOUSE_PASSES = "house_passes"
    PASSES_TOO_FEW = "passes_too_few"
    VERIFICATION_OFF = "verification_off"
    ERRORS_FOUND = "errors_found"
    COUNTERS_UNKNOWN = "counters_unknown"
    HIDDEN_AREAS_FOUND = "hidden_areas_found"
    TOOL_NOT_APPROVED = "tool_not_approved"
    NOT_ATTESTED = "not_attested"
    SECOND_PERSON = "second_person"
    PARTICLES_TOO_LARGE = "particles_too_large"
    # Which device it is.
    LABEL_DOUBT = "label_doubt"
    # Who approves.
    NO_PERMISSION = "no_permission"
    APPROVER_PERFORMED = "approver_performed"
    APPROVER_IMPORTED = "approver_imported"
    APPROVER_MAPPED = "approver_mapped"
    APPROVER_DECLARED = "approver_declared"
    APPROVER_SETTLED = "approver_settled"
    PERFORMER_UNKNOWN = "performer_unknown"
    # Who takes the second look.
    LOOKER_PERFORMED = "looker_performed"
    LOOKER_IMPORTED = "looker_imported"
    LOOKER_APPROVED = "looker_approved"
    # Undo.
    NOT_UNDOABLE = "not_undoable"
    NOT_OWN_ACTION = "not_own_action"
    TOUCHED_SINCE = "touched_since"
    NOT_LAST_ACTION = "not_last_action"
    # A change of the policy.
    DOCUMENT_MISSING = "document_missing"
    NOTHING_CHANGES = "nothing_changes"
    CHANGE_UNKNOWN = "change_unknown"
    LEVEL_RAISED = "level_raised"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing.

    Args:
        code: What.
        facts: Values for the named fields of its sentences, in order.
    """

    code: LackCode
    facts: tuple[tuple[str, str | int], ...] = ()

    @property
    def fields(self) -> dict[str, str | int]:
        """Return the facts by name."""
        return dict(self.facts)

    def refusal(self) -> Refused:
        """Return the failure to raise for it."""
        return Refused(self.code.value, **self.fields)


def lack(code: LackCode, **facts: str | int) -> Lack:
    """Return a lack with its facts by name."""
    return Lack(code, tuple(facts.items()))
