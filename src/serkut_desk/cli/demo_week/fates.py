"""What the story has in mind for each device; each word is how the week ends for it."""

from __future__ import annotations

from enum import StrEnum


class Fate(StrEnum):
    """How the week ends for a device."""

    RECEIVED = "received"
    WITHDRAWN = "withdrawn"
    WAITS_WIPE = "waits_wipe"
    WIPE_FAILED = "wipe_failed"
    NOT_ENOUGH = "not_enough"
    TO_REVIEW = "to_review"
    WAITS_APPROVAL = "waits_approval"
    WAITS_GRADE = "waits_grade"
    WAITS_DECISION = "waits_decision"
    SHELF = "shelf"
    REPAIR = "repair"
    ORDER_WAITING = "order_waiting"
    ORDER_IN_WORK = "order_in_work"
    ORDER_WANTS = "order_wants"
    ORDER_OUTSIDE = "order_outside"
    ORDER_TO_TEST = "order_to_test"
    ORDER_FIXED = "order_fixed"
    DISK_SWAPPED = "disk_swapped"
    BEYOND_REPAIR = "beyond_repair"
    DISMANTLE = "dismantle"
    HARVESTED = "harvested"
    APART = "apart"
    HALF_APART = "half_apart"
    HAZARD = "hazard"
    SWOLLEN = "swollen"
    BIOS_LOCKED = "bios_locked"
    MDM_LOCKED = "mdm_locked"
    STOLEN = "stolen"
    FREED = "freed"
    MISSING = "missing"
    COMMITMENT = "commitment"
    ONE_EURO = "one_euro"
    PROJECT = "project"
    WORKSTATION = "workstation"
    SALE = "sale"
    EXCHANGE = "exchange"
    STRAYED = "strayed"
    RETURN_REPAIR = "return_repair"
    RETURN_EXCHANGE = "return_exchange"
    RETURN_REFUND = "return_refund"
    RETURN_OPEN = "return_open"
    WITH_PAPER = "with_paper"
    BY_KIT = "by_kit"
    CONTRADICTED = "contradicted"
    BY_SUPPLIER = "by_supplier"
    DISK_SHREDDED = "disk_shredded"
    PHONE_RESET = "phone_reset"


UNDECLARED = frozenset({Fate.RECEIVED, Fate.WITHDRAWN})
"""Nobody has said what is inside."""
NOT_WIPED = UNDECLARED | {
    Fate.WAITS_WIPE,
    Fate.HAZARD,
    Fate.SWOLLEN,
    Fate.BIOS_LOCKED,
    Fate.MDM_LOCKED,
    Fate.STOLEN,
    Fate.FREED,
    Fate.MISSING,
}
"""Nothing was done to the data yet."""
NOT_APPROVED = NOT_WIPED | {
    Fate.WIPE_FAILED,
    Fate.NOT_ENOUGH,
    Fate.TO_REVIEW,
    Fate.WAITS_APPROVAL,
    Fate.CONTRADICTED,
    Fate.BY_SUPPLIER,
    Fate.DISK_SHREDDED,
}
"""Not proven free of data."""
NOT_GRADED = NOT_APPROVED | {Fate.WAITS_GRADE}
NOT_DECIDED = NOT_GRADED | {Fate.WAITS_DECISION}
TO_REPAIR = (
    Fate.REPAIR,
    Fate.ORDER_WAITING,
    Fate.ORDER_IN_WORK,
    Fate.ORDER_WANTS,
    Fate.ORDER_OUTSIDE,
    Fate.ORDER_TO_TEST,
    Fate.ORDER_FIXED,
    Fate.DISK_SWAPPED,
    Fate.BEYOND_REPAIR,
)
"""Decided for repair; all but the first with a work order."""
TO_TAKE_APART = (Fate.DISMANTLE, Fate.HARVESTED, Fate.APART, Fate.HALF_APART)
"""Decided to be taken apart; all but the first were begun."""
RETURNED = (Fate.RETURN_REPAIR, Fate.RETURN_EXCHANGE, Fate.RETURN_REFUND, Fate.RETURN_OPEN)
"""Handed over, and brought back."""
LEFT = (Fate.COMMITMENT, Fate.ONE_EURO, Fate.PROJECT, Fate.WORKSTATION, Fate.SALE, Fate.EXCHANGE)
"""Handed over for good."""
