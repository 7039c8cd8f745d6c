"""Whether data is left: a state of each medium, from which the device's is derived.

DESIGN, "The records": data state belongs to the medium; the device's is derived from all its
media. No medium declared means unknown, and unknown means blocked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.device_types import BearsData

if TYPE_CHECKING:
    from serkut_desk.domain.outcomes import Functional, Grade, Outcome


class MediumState(StrEnum):
    """How far the proof of one medium is."""

    NOT_WIPED = "not_wiped"
    FAILED = "failed"
    NOT_ENOUGH = "not_enough"
    TO_REVIEW = "to_review"
    UNAPPROVED = "unapproved"
    PROVEN = "proven"
    DESTROYED = "destroyed"


class DataState(StrEnum):
    """What is known of the data in a device; the framed word on its label."""

    NO_MEDIA = "no_media"
    UNKNOWN = "unknown"
    NOT_WIPED = "not_wiped"
    TO_REVIEW = "to_review"
    UNAPPROVED = "unapproved"
    PROVEN = "proven"
    DESTROYED = "destroyed"


class CountSource(StrEnum):
    """How the number of media in a device is known."""

    OPENED = "opened"
    SNAPSHOT = "snapshot"
    MODEL = "model"


class Lock(StrEnum):
    """What sends a device to quarantine (gate 4)."""

    BIOS = "bios"
    MDM = "mdm"
    STOLEN = "stolen"


SETTLED_MEDIA = frozenset({MediumState.PROVEN, MediumState.DESTROYED})
FREE_OF_DATA = frozenset({DataState.NO_MEDIA, DataState.PROVEN, DataState.DESTROYED})

# "None inside" holds when two different persons say so (gate 1).
NONE_INSIDE_PERSONS = 2


@dataclass(frozen=True, slots=True)
class MediumFacts:
    """What the rules need to know of one medium.

    Args:
        name: What people call it: its serial, else its code; goes into sentences.
        state: How far its proof is.
        serial_certain: Its serial is read from itself, or confirmed by a second person.
        removed: It was taken out of the device; it still counts for the device (gate 1).
        frozen: What would prove it is doubted, because a second look failed; its state is then
            never a proven one.
        look_open: It was drawn for a second look, which waits.
    """

    name: str
    state: MediumState
    serial_certain: bool = True
    removed: bool = False
    frozen: bool = False
    look_open: bool = False


@dataclass(frozen=True, slots=True)
class DeviceFacts:
    """What the rules need to know of one device.

    Args:
        bears_data: By the device's type.
        media: Every declared medium that is or was in it.
        none_confirmed_by: How many different persons said that no medium is inside.
        count_approved: The number of media stated in the approval in force; None without one.
        proposals: Drives from reports that nobody has accepted or rejected yet.
        contradictions: Reports that contradict others and are not settled.
        battery_hazard: A swollen or leaking battery was reported and not released.
        locks: Why it belongs into quarantine; empty when it does not.
        grade: The grade in force, a supervisor's where it was overridden; None without one.
        functional: Whether it works, by the inspection in force; None without one.
        outcome: What was decided of it; None before.
        certified: A wipe certificate holds for it.
        in_repair: A work order is open for it.
        dismantling: It is being taken apart.
        dismantled: It was taken apart; only its parts, media and grams are left.
        missing: It was not where it should be, and nobody has found it since.
        beyond_repair: The last work order that was not cancelled ended so.
        label_doubt: A label is said to have been on the wrong device, and nobody has decided it.
        withdrawn: Its receipt was undone.
        left: It has left the house.
    """

    bears_data: BearsData
    media: tuple[MediumFacts, ...] = ()
    none_confirmed_by: int = 0
    count_approved: int | None = None
    proposals: int = 0
    contradictions: int = 0
    battery_hazard: bool = False
    locks: frozenset[Lock] = frozenset()
    grade: Grade | None = None
    functional: Functional | None = None
    outcome: Outcome | None = None
    certified: bool = False
    in_repair: bool = False
    dismantling: bool = False
    dismantled: bool = False
    missing: bool = False
    beyond_repair: bool = False
    label_doubt: bool = False
    withdrawn: bool = False
    left: bool = False


def data_state(facts: DeviceFacts) -> DataState:
    """Return what is known of the data in a device, from all its media."""
    if facts.proposals or facts.contradictions:
        return DataState.TO_REVIEW
    if not facts.media:
        return _without_media(facts)
    states = {medium.state for medium in facts.media}
    if states & {MediumState.NOT_WIPED, MediumState.FAILED, MediumState.NOT_ENOUGH}:
        return DataState.NOT_WIPED
    if MediumState.TO_REVIEW in states:
        return DataState.TO_REVIEW
    certain = all(medium.serial_certain for medium in facts.media)
    counted = facts.count_approved == len(facts.media)
    if not (states <= SETTLED_MEDIA and certain and counted):
        return DataState.UNAPPROVED
    return DataState.DESTROYED if states == {MediumState.DESTROYED} else DataState.PROVEN


def _without_media(facts: DeviceFacts) -> DataState:
    if facts.bears_data is BearsData.NEVER:
        return DataState.NO_MEDIA
    if facts.none_confirmed_by < NONE_INSIDE_PERSONS:
        return DataState.UNKNOWN
    if facts.bears_data is BearsData.MAYBE or facts.count_approved == 0:
        return DataState.NO_MEDIA
    # A type that always bears data came without any: an approver has to say so too.
    return DataState.UNAPPROVED
