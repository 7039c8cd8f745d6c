"""Conditions of the lifecycle table: each looks at a device's facts and says what is missing."""

from __future__ import annotations

from collections.abc import Callable

from serkut_desk.domain.data_state import (
    FREE_OF_DATA,
    NONE_INSIDE_PERSONS,
    SETTLED_MEDIA,
    DataState,
    DeviceFacts,
    Lock,
    MediumFacts,
    MediumState,
    data_state,
)
from serkut_desk.domain.device_types import BearsData
from serkut_desk.domain.lacks import Lack, LackCode, lack
from serkut_desk.domain.outcomes import Functional, Outcome

Condition = Callable[[DeviceFacts], tuple[Lack, ...]]

_MEDIUM_LACKS = {
    MediumState.NOT_WIPED: LackCode.MEDIUM_NOT_WIPED,
    MediumState.FAILED: LackCode.MEDIUM_WIPE_FAILED,
    MediumState.NOT_ENOUGH: LackCode.MEDIUM_NOT_ENOUGH,
    MediumState.TO_REVIEW: LackCode.MEDIUM_TO_REVIEW,
    MediumState.UNAPPROVED: LackCode.MEDIUM_UNAPPROVED,
}


def _lack_of(medium: MediumFacts) -> Lack:
    """Return what is missing of a medium that is not settled."""
    code = LackCode.PROOF_FROZEN if medium.frozen else _MEDIUM_LACKS[medium.state]
    return lack(code, medium=medium.name)


def media_known(facts: DeviceFacts) -> tuple[Lack, ...]:
    """Media are declared, or it is known that there are none (gate 1)."""
    if facts.media or facts.bears_data is BearsData.NEVER:
        return ()
    if facts.none_confirmed_by == 0:
        return (lack(LackCode.MEDIA_UNKNOWN),)
    if facts.none_confirmed_by < NONE_INSIDE_PERSONS:
        return (lack(LackCode.NONE_INSIDE_UNCONFIRMED),)
    return ()


def label_certain(facts: DeviceFacts) -> tuple[Lack, ...]:
    """Nobody has said that its label was on another device, or the other's on it."""
    return (lack(LackCode.LABEL_DOUBT),) if facts.label_doubt else ()


def nothing_open(facts: DeviceFacts) -> tuple[Lack, ...]:
    """No drive of a report and no contradiction waits for a decision."""
    found = []
    if facts.proposals:
        found.append(lack(LackCode.PROPOSALS_OPEN, count=facts.proposals))
    if facts.contradictions:
        found.append(lack(LackCode.CONTRADICTION_OPEN, count=facts.contradictions))
    return tuple(found)


def serials_certain(facts: DeviceFacts) -> tuple[Lack, ...]:
    """Every medium's serial is certain."""
    return tuple(
        lack(LackCode.SERIAL_UNCERTAIN, medium=medium.name)
        for medium in facts.media
        if not medium.serial_certain
    )


def media_wiped(facts: DeviceFacts) -> tuple[Lack, ...]:
    """Every medium has evidence that is enough, approved or not."""
    enough = SETTLED_MEDIA | {MediumState.UNAPPROVED}
    return tuple(_lack_of(medium) for medium in facts.media if medium.state not in enough)


def something_to_approve(facts: DeviceFacts) -> tuple[Lack, ...]:
    """The device is not free of data by proof already."""
    if data_state(facts) in FREE_OF_DATA:
        return (lack(LackCode.NOTHING_TO_APPROVE),)
    return ()


def medium_proven(medium: MediumFacts) -> tuple[Lack, ...]:
    """One medium is proven clean or destroyed, and it is certain which one it is."""
    found = []
    if not medium.serial_certain:
        found.append(lack(LackCode.SERIAL_UNCERTAIN, medium=medium.name))
    if medium.state in _MEDIUM_LACKS:
        found.append(_lack_of(medium))
    return tuple(found)


def look_taken(medium: MediumFacts) -> tuple[Lack, ...]:
    """One medium does not wait for a second look: it could not be taken elsewhere."""
    waits = medium.look_open and medium.state is not MediumState.DESTROYED
    return (lack(LackCode.LOOK_OPEN, medium=medium.name),) if waits else ()


def looks_taken(facts: DeviceFacts) -> tuple[Lack, ...]:
    """No medium that is or was in it waits for a second look."""
    return tuple(found for medium in facts.media for found in look_taken(medium))


def free_of_data(facts: DeviceFacts) -> tuple[Lack, ...]:
    """Nothing that is or was in it can hold data; each medium that can is named (gate 1)."""
    if data_state(facts) in FREE_OF_DATA:
        return ()
    found = [*media_known(facts), *nothing_open(facts)]
    for medium in facts.media:
        found += medium_proven(medium)
    if not found:
        found.append(lack(LackCode.DEVICE_UNAPPROVED))
    return tuple(found)


def proven_by_media(facts: DeviceFacts) -> tuple[Lack, ...]:
    """There is a proof that a certificate can speak of."""
    missing = free_of_data(facts)
    if missing:
        return missing
    nothing_said = data_state(facts) is DataState.NO_MEDIA and facts.count_approved is None
    return (lack(LackCode.DEVICE_UNAPPROVED),) if nothing_said else ()


def certificate_held(facts: DeviceFacts) -> tuple[Lack, ...]:
    """A certificate holds wherever there is a proof that one can speak of."""
    needed = not proven_by_media(facts) and not facts.certified
    return (lack(LackCode.NO_CERTIFICATE),) if needed else ()


def graded(facts: DeviceFacts) -> tuple[Lack, ...]:
    """All mandatory checks were answered, so that there is a grade."""
    return () if facts.grade else (lack(LackCode.NOT_GRADED),)


def works(facts: DeviceFacts) -> tuple[Lack, ...]:
    """No mandatory check failed."""
    broken = facts.functional is Functional.NO
    return (lack(LackCode.DOES_NOT_WORK),) if broken else ()


def not_beyond_repair(facts: DeviceFacts) -> tuple[Lack, ...]:
    """Nobody gave it up in repair: it may stand open, and was not tested since."""
    return (lack(LackCode.BEYOND_REPAIR),) if facts.beyond_repair else ()


def for_the_shelf(facts: DeviceFacts) -> tuple[Lack, ...]:
    """It was decided that the device goes to the shelf."""
    return () if facts.outcome is Outcome.SHELF else (lack(LackCode.NOT_ON_SHELF),)


def for_repair(facts: DeviceFacts) -> tuple[Lack, ...]:
    """It was decided that the device is repaired."""
    return () if facts.outcome is Outcome.REPAIR else (lack(LackCode.NOT_FOR_REPAIR),)


def for_taking_apart(facts: DeviceFacts) -> tuple[Lack, ...]:
    """It was decided that the device is taken apart."""
    return () if facts.outcome is Outcome.DISMANTLE else (lack(LackCode.NOT_FOR_DISMANTLING),)


def in_repair(facts: DeviceFacts) -> tuple[Lack, ...]:
    """A work order is open."""
    return () if facts.in_repair else (lack(LackCode.NO_WORK_ORDER),)


def no_work_open(facts: DeviceFacts) -> tuple[Lack, ...]:
    """Nobody repairs it or takes it apart just now."""
    if facts.in_repair:
        return (lack(LackCode.WORK_ORDER_OPEN),)
    return (lack(LackCode.BEING_DISMANTLED),) if facts.dismantling else ()


def opened_up(facts: DeviceFacts) -> tuple[Lack, ...]:
    """It is on the bench: parts go out of a device only in a work order or in taking apart."""
    return () if facts.in_repair or facts.dismantling else (lack(LackCode.NOT_ON_BENCH),)


def media_out(facts: DeviceFacts) -> tuple[Lack, ...]:
    """Every medium was taken out, or destroyed: none goes into a crate with the rest (gate 2)."""
    return tuple(
        lack(LackCode.MEDIUM_STILL_INSIDE, medium=medium.name)
        for medium in facts.media
        if not medium.removed and medium.state is not MediumState.DESTROYED
    )


def carries_no_data(facts: DeviceFacts) -> tuple[Lack, ...]:
    """What goes out of the house with it can hold no data; what was taken out stays (gate 1)."""
    if not facts.media:
        # An approver says so too that nothing is inside what always bears data.
        return free_of_data(facts)
    found = [*nothing_open(facts)]
    for medium in facts.media:
        if not medium.removed:
            found += medium_proven(medium)
    return tuple(found)


def not_stolen(facts: DeviceFacts) -> tuple[Lack, ...]:
    """Nobody says that it is stolen: what belongs to somebody is not emptied or opened up."""
    return (lack(LackCode.STOLEN_NOT_RELEASED),) if Lock.STOLEN in facts.locks else ()


def none_declared(facts: DeviceFacts) -> tuple[Lack, ...]:
    """No medium is declared, so that "none inside" can be said."""
    return (lack(LackCode.MEDIA_DECLARED, count=len(facts.media)),) if facts.media else ()
