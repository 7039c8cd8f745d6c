"""What the wiping screen and the command line show: what waits, and for what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.lacks import LackCode
from serkut_desk.domain.lifecycle import FREE, DeviceState
from serkut_desk.domain.media import Level
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.sanitisation import Advice, judge
from serkut_desk.domain.standing import WROTE_NOTHING
from serkut_desk.stations import facts, rules
from serkut_desk.stations.wiping import finding
from serkut_desk.stations.wiping.evidence import AttemptLine, EvidenceView, evidence
from serkut_desk.stations.wiping.judging import Prospect, prospect
from serkut_desk.stations.wiping.next_steps import open_step

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.domain.lacks import Lack
    from serkut_desk.domain.media import KindSource, MediumKind
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.domain.sanitisation import Acceptance, Judgement
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.facts import Gathered, MediumProof

__all__ = [
    "AttemptLine",
    "Counts",
    "EvidenceView",
    "Group",
    "Situation",
    "Tone",
    "WaitingRow",
    "counts",
    "evidence",
    "media_of",
    "waiting",
]

LIMIT = 500
LIMIT_UNKNOWN = 200


class Group(StrEnum):
    """Where a row stands on the screen."""

    TO_WIPE = "to_wipe"
    RESULT = "result"
    FAILED = "failed"
    DECIDE = "decide"


class Situation(StrEnum):
    """One word for how a row stands; `situation.<word>` in the texts."""

    MEDIA_UNKNOWN = "media_unknown"
    NONE_SECOND = "none_second"
    TO_WIPE = "to_wipe"
    FAILED = "failed"
    NOT_ENOUGH = "not_enough"
    TO_REVIEW = "to_review"
    FROZEN = "frozen"
    CONTRADICTION = "contradiction"
    SERIAL_UNCERTAIN = "serial_uncertain"
    PROPOSED = "proposed"
    UNKNOWN_DRIVE = "unknown_drive"
    PERFORMER_UNKNOWN = "performer_unknown"
    NO_APPROVER = "no_approver"
    OTHER_APPROVER = "other_approver"
    OTHER_MEDIA = "other_media"
    WAITS_APPROVAL = "waits_approval"
    DONE = "done"


class Tone(StrEnum):
    """How a situation looks: icon and colour are the screen's."""

    NEUTRAL = "neutral"
    INFO = "info"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


_TONES = {
    Situation.MEDIA_UNKNOWN: Tone.WARNING,
    Situation.NONE_SECOND: Tone.INFO,
    Situation.TO_WIPE: Tone.NEUTRAL,
    Situation.FAILED: Tone.BAD,
    Situation.FROZEN: Tone.BAD,
    Situation.CONTRADICTION: Tone.BAD,
    Situation.OTHER_APPROVER: Tone.INFO,
    Situation.OTHER_MEDIA: Tone.NEUTRAL,
    Situation.WAITS_APPROVAL: Tone.INFO,
    Situation.DONE: Tone.GOOD,
}
_GROUPS = {
    Situation.MEDIA_UNKNOWN: Group.TO_WIPE,
    Situation.NONE_SECOND: Group.TO_WIPE,
    Situation.TO_WIPE: Group.TO_WIPE,
    Situation.FAILED: Group.FAILED,
    Situation.NOT_ENOUGH: Group.RESULT,
    Situation.OTHER_APPROVER: Group.RESULT,
    Situation.OTHER_MEDIA: Group.RESULT,
    Situation.WAITS_APPROVAL: Group.RESULT,
    Situation.DONE: Group.RESULT,
    Situation.PERFORMER_UNKNOWN: Group.RESULT,
    Situation.NO_APPROVER: Group.RESULT,
}
_BY_STATE = {
    MediumState.NOT_WIPED: Situation.TO_WIPE,
    MediumState.FAILED: Situation.FAILED,
    MediumState.NOT_ENOUGH: Situation.NOT_ENOUGH,
    MediumState.TO_REVIEW: Situation.TO_REVIEW,
    MediumState.PROVEN: Situation.DONE,
    MediumState.DESTROYED: Situation.DONE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """One medium of a device, a device without one, or a drive that belongs to none.

    Args:
        group: Where it stands on the screen.
        situation: One word for it.
        tone: How that looks.
        device: Code of the device, None for a drive that belongs to none.
        device_name: Maker and model.
        device_type: Its kind (`type.<word>` in the texts), "" for a drive that belongs to none.
        place: Name of its shelf; of a medium that was taken out, where that lies.
        medium: What people call the medium; the serial of a drive without one.
        medium_id: Its number in the records; `#<number>` names it in commands.
        code: On its own label, None for one that has none.
        kind: What it is said to be.
        kind_source: Where that is known from.
        kind_confirmed: A supervisor confirmed what a person told.
        capacity_bytes: Its size.
        removed: It was taken out of the device.
        elsewhere: It went on into another device, where it is handled.
        run: Number of the run that decides, or of the drive that belongs to none.
        verdict: What that run supports.
        result_key: The sentence that says so (`domain.runs`).
        technique: Word of the policy (`technique.<word>` in the texts).
        method: As the report names it.
        passes: Finished writing passes.
        errors: Counted errors, None where nobody counted.
        required: The level that is asked for; None for a drive that belongs to none.
        reached: The level that the run proves, once everything in `acceptances` is accepted.
        missing: What stands against it, as codes with facts (`error.<code>.what|why|next`).
        advice: What to do next, the best first (`advice.<word>` in the texts).
        approvable: The whole device can be approved by who asks.
        acceptances: What the approver has to accept for the device.
        needs_opened: It can only be approved with seen = opened, by a supervisor.
        media_count: How many media the approver has to state for the device.
        slots: How many its model can hold; None when nobody knows.
        step: What a supervisor decided after a failure (`next_step.<word>` in the texts).
        step_technique: What is to be done to it then (`technique.<word>`).
    """

    group: Group
    situation: Situation
    tone: Tone
    device: str | None
    device_name: str
    place: str | None
    medium: str | None
    medium_id: int | None = None
    device_type: str = ""
    code: str | None = None
    kind: MediumKind | None = None
    kind_source: KindSource | None = None
    kind_confirmed: bool = False
    capacity_bytes: int | None = None
    removed: bool = False
    elsewhere: bool = False
    run: int | None = None
    verdict: str | None = None
    result_key: str | None = None
    technique: str | None = None
    method: str = ""
    passes: int | None = None
    errors: int | None = None
    required: Level | None = None
    reached: Level = Level.NONE
    missing: tuple[Lack, ...] = ()
    advice: tuple[Advice, ...] = ()
    approvable: bool = False
    acceptances: tuple[Acceptance, ...] = ()
    needs_opened: bool = False
    media_count: int = 0
    slots: int | None = None
    step: str | None = None
    step_technique: str | None = None

    @property
    def wiped(self) -> bool:
        """Whether it is proven clean and can hold data again."""
        return self.situation is Situation.DONE and self.required is not None and not self.destroyed

    @property
    def destroyed(self) -> bool:
        """Whether the medium itself is destroyed."""
        return self.reached is Level.DESTROY


@dataclass(frozen=True, slots=True)
class Counts:
    """How much waits, for the rail and the tabs; counted by media, quickly."""

    to_wipe: int
    result: int
    failed: int
    decide: int

    @property
    def all(self) -> int:
        """Everything that waits."""
        return self.to_wipe + self.result + self.failed + self.decide


def counts(desk: Desk, session: Session | None) -> Counts:
    """Return how many media wait for what."""
    with desk.reading(session, Permission.SEARCH) as work:
        found = Counter(work.wipe_queue.media_by_state())
        decide = found[MediumState.TO_REVIEW] + work.wipe_queue.proposed()
    result = found[MediumState.UNAPPROVED] + found[MediumState.NOT_ENOUGH]
    return Counts(found[MediumState.NOT_WIPED], result, found[MediumState.FAILED], decide)


def waiting(desk: Desk, session: Session | None, limit: int = LIMIT) -> tuple[WaitingRow, ...]:
    """Return what waits at the station, device by device, then drives that belong to none."""
    with desk.reading(session, Permission.SEARCH) as work:
        reader = _Reader(desk, work, session.person if session else None, desk.clock.now())
        rows = [
            row for row_id in work.wipe_queue.device_ids(limit) for row in reader.device(row_id)
        ]
        unknown = [
            run
            for run in work.runs.open_ones(LIMIT_UNKNOWN)
            if run.device_id is None and run.verdict not in WROTE_NOTHING
        ]
        return (*rows, *(reader.drive(run, None) for run in unknown))


def media_of(desk: Desk, session: Session | None, device: str) -> tuple[WaitingRow, ...]:
    """Return the rows of one device, waiting or not.

    Raises:
        Refused: No device or several have this name.
    """
    with desk.reading(session, Permission.SEARCH) as work:
        reader = _Reader(desk, work, session.person if session else None, desk.clock.now())
        return tuple(reader.device(finding.device(work, device).id))


@dataclass(frozen=True, slots=True)
class _Reader:
    desk: Desk
    work: UnitOfWork
    person: str | None
    now: datetime

    def device(self, row_id: int) -> list[WaitingRow]:
        """Return the rows of a device."""
        device = self.work.devices.by_id(row_id)
        gathered = facts.gather(self.work, device, self.now)
        ahead = prospect(self.work, self.desk.permissions, gathered, self.person, self.now)
        rows = [self._medium(gathered, ahead, proof) for proof in ahead.proofs]
        media = self.work.media.of_device(device.id)
        rows += [self._proposed(gathered, medium) for medium in media if medium.proposed]
        runs = self.work.runs.open_of_device(device.id)
        rows += [self.drive(run, gathered) for run in runs]
        return rows or [self._empty(gathered, ahead)]

    def drive(self, run: SanitisationRun, gathered: Gathered | None) -> WaitingRow:
        """Return the row of a drive of a report that belongs to no medium yet."""
        situation = Situation.PROPOSED if run.match == "proposed" else Situation.UNKNOWN_DRIVE
        return replace(
            self._base(gathered, situation),
            medium=run.serial or run.model or run.device_path,
            capacity_bytes=run.capacity_bytes,
            run=run.id,
            verdict=run.verdict.value,
            result_key=run.result_key,
            technique=run.technique.value,
            method=run.method,
            passes=run.passes,
            errors=run.facts.get("errors"),
        )

    def _medium(self, gathered: Gathered, ahead: Prospect, proof: MediumProof) -> WaitingRow:
        medium, deciding = proof.medium, proof.deciding
        row = self._of_medium(gathered, _situation(gathered, ahead, proof), medium)
        judged = (
            proof.standing.deciding.judgement
            if proof.standing.deciding
            else self._nothing(gathered, medium)
        )
        decided = open_step(self.work, proof)
        lacks = (*judged.missing, *([judged.house_rule] if judged.house_rule else []))
        row = replace(
            row,
            elsewhere=proof.went_on,
            required=judged.required,
            reached=judged.level,
            missing=lacks,
            advice=judged.advice,
            approvable=ahead.clean and not ahead.against,
            acceptances=ahead.acceptances,
            needs_opened=ahead.needs_opened,
            media_count=ahead.media_count,
            slots=ahead.slots,
            step=decided.step.value if decided else None,
            step_technique=decided.technique.value if decided and decided.technique else None,
        )
        if deciding is None:
            return row
        return replace(
            row,
            run=deciding.id,
            verdict=deciding.verdict.value,
            result_key=deciding.result_key,
            technique=deciding.technique.value,
            method=deciding.method,
            passes=deciding.passes,
            errors=deciding.facts.get("errors"),
        )

    def _nothing(self, gathered: Gathered, medium: StorageMedium) -> Judgement:
        policy = rules.policy_at(self.work, self.now)
        return judge(policy, rules.question_of(self.work, policy, gathered.device, medium), None)

    def _proposed(self, gathered: Gathered, medium: StorageMedium) -> WaitingRow:
        row = self._of_medium(gathered, Situation.PROPOSED, medium)
        runs = self.work.runs.of_medium(medium.id)
        if not runs:
            return row
        last = runs[-1]
        return replace(
            row,
            run=last.id,
            verdict=last.verdict.value,
            result_key=last.result_key,
            technique=last.technique.value,
            method=last.method,
            passes=last.passes,
            errors=last.facts.get("errors"),
        )

    def _empty(self, gathered: Gathered, ahead: Prospect) -> WaitingRow:
        """Return the row of a device of which no medium is known."""
        if gathered.state is DeviceState.WAITING_APPROVAL:
            situation = _before_approval(ahead)
        elif gathered.state in FREE:
            situation = Situation.DONE
        elif gathered.facts.none_confirmed_by:
            situation = Situation.NONE_SECOND
        else:
            situation = Situation.MEDIA_UNKNOWN
        return replace(
            self._base(gathered, situation),
            missing=ahead.missing,
            approvable=ahead.clean and not ahead.against,
        )

    def _of_medium(
        self, gathered: Gathered, situation: Situation, medium: StorageMedium
    ) -> WaitingRow:
        row = self._base(gathered, situation)
        if medium.removed_at is not None:
            lies = self.work.places.of_id(self.work.media.place_of(medium.id))
            row = replace(row, place=lies.name if lies else None)
        return replace(
            row,
            medium=facts.name_of(medium),
            medium_id=medium.id,
            code=medium.code,
            kind=medium.kind,
            kind_source=medium.kind_source,
            kind_confirmed=medium.kind_confirmed_by is not None,
            capacity_bytes=medium.capacity_bytes,
            removed=medium.removed_at is not None,
        )

    def _base(self, gathered: Gathered | None, situation: Situation) -> WaitingRow:
        device = gathered.device if gathered else None
        place = None
        if device is not None and device.place_id is not None:
            place = next((one.place for one in self.work.overview.lines([device.id])), None)
        return WaitingRow(
            group=_GROUPS.get(situation, Group.DECIDE),
            situation=situation,
            tone=_TONES.get(situation, Tone.WARNING),
            device=device.code if device else None,
            device_name=f"{device.manufacturer} {device.model}".strip() if device else "",
            place=place,
            medium=None,
            device_type=device.type if device else "",
        )


def _situation(gathered: Gathered, ahead: Prospect, proof: MediumProof) -> Situation:
    if any(run.contradicted and run.set_aside_by is None for run in proof.runs):
        return Situation.CONTRADICTION
    state = proof.standing.state
    if proof.standing.frozen:
        return Situation.FROZEN
    if state is not MediumState.UNAPPROVED:
        return _BY_STATE[state]
    if not proof.medium.serial_certain:
        return Situation.SERIAL_UNCERTAIN
    if gathered.facts.proposals or gathered.facts.contradictions or ahead.missing:
        return Situation.OTHER_MEDIA
    return _before_approval(ahead)


_OWN_PART = frozenset(
    {
        *(LackCode.APPROVER_PERFORMED, LackCode.APPROVER_IMPORTED),
        *(LackCode.APPROVER_MAPPED, LackCode.APPROVER_DECLARED),
    }
)


def _before_approval(ahead: Prospect) -> Situation:
    if any(one.code is LackCode.PERFORMER_UNKNOWN for one in ahead.against):
        return Situation.PERFORMER_UNKNOWN
    if not ahead.who:
        return Situation.NO_APPROVER
    if any(one.code in _OWN_PART for one in ahead.against):
        return Situation.OTHER_APPROVER
    return Situation.WAITS_APPROVAL
