"""Seals read at the van, at arrival and at opening; a wrong one freezes its cage at once.

Only a supervisor ends that, with a reason. Nothing comes out of a cage that is frozen or closed
(`stations/cage_rules.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.cages import (
    REACHED,
    Cage,
    CageState,
    SealDecision,
    SealStage,
    is_past,
    seal_key,
)
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.cage_rules import cage_of
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.intake.cage_list import done, seal_text
from serkut_desk.stations.intake.lot_commands import CheckSeal, DecideSeal
from serkut_desk.stations.intake.lot_results import CageDone, SealRead
from serkut_desk.stations.intake.opened import open_lot_named
from serkut_desk.stations.wording import impersonal_text, short_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.lots import Lot

_NO_MORE = {CageState.FROZEN: "cage_frozen", CageState.SENT_BACK: "cage_sent_back"}


def waits_for(cage: Cage, stage: SealStage) -> bool:
    """Tell whether a cage's seal is still to be read at a stage."""
    ended = cage.state in _NO_MORE or cage.state is REACHED[stage]
    return not ended and not is_past(cage.state, stage)


@handles(CheckSeal, Permission.RECEIVE, entries=Entries.MAYBE)
def check_seal(task: Task, command: CheckSeal) -> SealRead:
    """Compare a seal with what is expected; a wrong one is an answer, not a refusal.

    Raises:
        Refused: `lot_unknown`, `lot_closed`, `lot_without_cages`, `cage_not_listed`, `seal_unknown`
            (several cages could have it), `cage_frozen`, `cage_sent_back`, `cage_stage_past`,
            `seal_is_ours`, `seal_of_other`.
        Misused: `text_too_long`.
    """
    work = task.work
    lot = open_lot_named(work, command.lot)
    seal = seal_text(command.seal)
    cages = work.cages.of_lot(lot.id)
    cage = _meant(lot, cages, command, seal)
    if cage.state in _NO_MORE:
        raise Refused(_NO_MORE[cage.state], cage=cage.name)
    read = seal_key(seal)
    matches = read == cage.seal_key or not cage.seal_key
    learns = read and not cage.seal_key
    if learns and any(one.seal_key == read for one in cages):
        raise Refused("seal_of_other", seal=seal, cage=cage.name)
    if matches and not learns and cage.state is REACHED[command.stage]:
        return _answer(cage, lot, cages, command.stage, seal, again=True)
    if is_past(cage.state, command.stage) or cage.state is CageState.OPENED:
        raise Refused("cage_stage_past", cage=cage.name)
    return _read(task, lot, cage, command.stage, seal)


def _meant(lot: Lot, cages: Sequence[Cage], command: CheckSeal, seal: str) -> Cage:
    """Return the cage that was read: named, known by its seal, or the only one that waits."""
    if not cages:
        raise Refused("lot_without_cages", lot=lot.code)
    if command.cage.strip():
        return cage_of(cages, command.cage)
    # By the seal alone: another cage may bear this very number as its name.
    found = next((cage for cage in cages if seal and cage.seal_key == seal_key(seal)), None)
    if found is not None:
        return found
    waiting = [cage for cage in cages if waits_for(cage, command.stage)]
    if len(waiting) != 1:
        raise Refused("seal_unknown", seal=seal or "-")
    return waiting[0]


def _read(task: Task, lot: Lot, cage: Cage, stage: SealStage, seal: str) -> SealRead:
    """Write down a reading with its one entry; the lot is here with the first one after the van."""
    work, read = task.work, seal_key(seal)
    learned = bool(read) and not cage.seal_key
    matches = learned or read == cage.seal_key
    state = REACHED[stage] if matches else CageState.FROZEN
    arrived = stage is not SealStage.VAN and lot.is_expected
    head = work.journal.append(
        Tag.SEAL_CHECKED,
        lot.code,
        cage=cage.name,
        stage=stage.value,
        seal=seal,
        told=cage.seal,
        matches=matches,
        learned=learned,
        state=state.value,
        lot_arrived=arrived,
    )
    work.cages.change(
        cage.id, state=state.value, seq=head.seq, **({"seal_key": read} if learned else {})
    )
    work.cages.checks.add(
        cage_id=cage.id,
        stage=stage.value,
        seal=seal,
        matches=matches,
        at=task.now,
        by=task.actor,
        seq=head.seq,
    )
    if arrived:
        work.lots.change(lot.id, arrived_at=task.now)
    return _answer(
        work.cages.by_id(cage.id),
        lot,
        work.cages.of_lot(lot.id),
        stage,
        seal,
        matches=matches,
        learned=learned,
        arrived=arrived,
    )


def _answer(
    cage: Cage,
    lot: Lot,
    cages: Sequence[Cage],
    stage: SealStage,
    seal: str,
    *,
    matches: bool = True,
    learned: bool = False,
    again: bool = False,
    arrived: bool = False,
) -> SealRead:
    return SealRead(
        lot=lot.code,
        cage=cage,
        stage=stage,
        matches=matches,
        read=seal,
        expected=cage.seal,
        unsealed=matches and not seal,
        learned=learned,
        again=again,
        left=sum(waits_for(one, stage) for one in cages),
        arrived=arrived,
    )


@handles(DecideSeal, Permission.LOTS)
def decide_seal(task: Task, command: DecideSeal) -> CageDone:
    """Decide about a frozen cage: take it with the seal that it has, or send it back unopened.

    Raises:
        Refused: `lot_unknown`, `lot_closed`, `cage_not_listed`, `cage_not_frozen`,
            `person_not_kept`.
        Misused: `text_missing` without a reason, `text_too_long`.
    """
    work = task.work
    lot = open_lot_named(work, command.lot)
    cage = cage_of(work.cages.of_lot(lot.id), command.cage)
    check = work.cages.waiting(cage.id)
    if cage.state is not CageState.FROZEN or check is None:
        raise Refused("cage_not_frozen", cage=cage.name)
    reason = impersonal_text(command.reason, "reason") or short_text("", "reason")
    accepted = command.decision is SealDecision.ACCEPTED
    state = REACHED[check.stage] if accepted else CageState.SENT_BACK
    head = work.journal.append(
        Tag.SEAL_DECIDED,
        lot.code,
        cage=cage.name,
        stage=check.stage.value,
        seal=check.seal,
        told=cage.seal,
        checked=check.seq,
        decision=command.decision.value,
        reason=reason,
        state=state.value,
    )
    expected = {"seal_key": seal_key(check.seal)} if accepted else {}
    work.cages.change(cage.id, state=state.value, seq=head.seq, **expected)
    work.cages.checks.change(
        check.id,
        decision=command.decision.value,
        reason=reason,
        decided_at=task.now,
        decided_by=task.actor,
    )
    return done(work, lot, cage.name)
