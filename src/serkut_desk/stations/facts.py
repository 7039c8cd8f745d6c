"""What the rules need to know of a device, gathered from the records; and its state kept by them.

Every station that touches media, evidence or approvals calls `refresh` before its journal entry,
so that the stored states are always what the lifecycle table derives.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.data_state import DeviceFacts, MediumFacts, data_state
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.lifecycle import DeviceState, state_of
from serkut_desk.domain.medium_stay import as_it_left
from serkut_desk.domain.policy import PHYSICAL
from serkut_desk.domain.runs import moment_told
from serkut_desk.domain.sanitisation import Acceptance, judge
from serkut_desk.domain.standing import JudgedRun, Standing, standing
from serkut_desk.records.looks import NOTHING
from serkut_desk.stations import installed, report_matching, rules, snapshot_matching

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from serkut_desk.domain.data_state import DataState
    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.medium_stay import MediumStay
    from serkut_desk.domain.policy import Policy
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.approvals import Approval
    from serkut_desk.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class MediumProof:
    """One medium, its runs in the order received, and what they come to.

    Args:
        medium: As the device knows it.
        runs: Its runs; of one that went on into another device, those before.
        standing: What they come to.
        until: The last run that counts, of one that went on into another device; else None.
        look_open: It was drawn for a second look, which waits.
    """

    medium: StorageMedium
    runs: tuple[SanitisationRun, ...]
    standing: Standing
    until: int | None = None
    look_open: bool = False

    @property
    def went_on(self) -> bool:
        """Whether it belongs to another device now."""
        return self.until is not None

    @property
    def deciding(self) -> SanitisationRun | None:
        """The run that decides."""
        chosen = self.standing.deciding
        return None if chosen is None else next(run for run in self.runs if run.id == chosen.id)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A device with everything that decides about it."""

    device: Device
    facts: DeviceFacts
    proofs: tuple[MediumProof, ...]

    @property
    def state(self) -> DeviceState:
        """Where the device stands by the lifecycle table."""
        return state_of(self.facts)

    @property
    def data_state(self) -> DataState:
        """What is known of the data in it."""
        return data_state(self.facts)


def name_of(medium: StorageMedium) -> str:
    """Return what people call a medium: its serial, else its code, else its number."""
    return medium.serial or medium.code or f"#{medium.id}"


def gather(work: UnitOfWork, device: Device, now: datetime) -> Gathered:
    """Return everything that decides about a device at `now`."""
    policy = rules.policy_at(work, now)
    # What was not with the device while it was away keeps the proof that it had.
    approval, ground = work.approvals.ground_of(device.id)
    items = {item.medium_id: item for item in work.approvals.items(ground.id)} if ground else {}
    recorded = work.media.of_device(device.id)
    stays = work.media.stays_about(device.id)
    accepted = frozenset(Acceptance(word) for word in ground.accepted) if ground else frozenset()
    donor = _donor_then(work, device, ground)
    proofs = []
    for medium, until, since in _counted(work, device, recorded, stays):
        item = items.get(medium.id)
        # What was approved before a medium came in from another device says nothing of it here.
        holds = (
            item is not None
            and item.approval_id > since
            and item.judgement.get("donor", "") == donor
            and item.judgement.items() >= judged_as(device, medium).items()
        )
        proofs.append(
            prove(
                work,
                policy,
                device,
                medium,
                approved_run=item.run_id if item and holds else None,
                accepted=accepted,
                until=until,
            )
        )
    ahead = work.prospects.of(device.id)
    facts = DeviceFacts(
        bears_data=rules.device_types()[DeviceType(device.type)].bears_data,
        media=tuple(
            MediumFacts(
                name_of(proof.medium),
                proof.standing.state,
                proof.medium.serial_certain,
                proof.medium.removed_at is not None,
                frozen=proof.standing.frozen,
                look_open=proof.look_open,
            )
            for proof in proofs
        ),
        none_confirmed_by=work.media.none_confirmed_by(device.id),
        count_approved=approval.media_count if approval else None,
        proposals=_proposals(work, device, recorded),
        contradictions=sum(
            run.contradicted and run.set_aside_by is None for proof in proofs for run in proof.runs
        ),
        battery_hazard=device.hazard is not None,
        locks=ahead.locks,
        grade=ahead.grade,
        functional=ahead.functional,
        outcome=ahead.outcome,
        certified=ahead.certified,
        in_repair=ahead.in_repair,
        dismantling=ahead.dismantling,
        dismantled=device.state == DeviceState.DISMANTLED,
        missing=ahead.missing,
        beyond_repair=ahead.beyond_repair,
        label_doubt=ahead.label_doubt,
        withdrawn=device.state == DeviceState.WITHDRAWN,
        left=device.state == DeviceState.LEFT,
    )
    return Gathered(device, facts, tuple(proofs))


def _donor_then(work: UnitOfWork, device: Device, ground: Approval | None) -> str:
    """Return the device's donor where the rules of its approval asked something of their own."""
    if ground is None:
        return ""
    # A version that nobody made was written past the program; the gate finds the approval itself.
    policy = rules.version_known(work, ground.policy_version)
    return "" if policy is None else rules.donor_of(work, policy, device)


def _counted(
    work: UnitOfWork,
    device: Device,
    recorded: Sequence[StorageMedium],
    stays: Sequence[MediumStay],
) -> list[tuple[StorageMedium, int | None, int]]:
    """Return every medium that counts for a device, by number.

    With each: the last run that tells anything of it here, None for one that still belongs here;
    and the last approval before it came in from another device, 0 for one that came with this.
    """
    came = {stay.medium_id: stay.last_approval for stay in stays if stay.device_id != device.id}
    found: dict[int, tuple[StorageMedium, int | None, int]] = {
        one.id: (one, None, came.get(one.id, 0)) for one in recorded if not one.proposed
    }
    gone = {stay.medium_id: stay for stay in stays if stay.device_id == device.id}
    for medium_id, stay in gone.items():
        if medium_id not in found:
            left = as_it_left(work.media.by_id(medium_id), stay)
            found[medium_id] = (left, stay.last_run, 0)
    return [found[medium_id] for medium_id in sorted(found)]


def judged_as(device: Device, medium: StorageMedium) -> dict[str, str]:
    """Return what an approval takes a medium for; it holds only as long as this is so."""
    return {
        "kind": medium.kind.value,
        "serial": medium.serial_key,
        "data_class": device.data_class.value,
    }


def prove(
    work: UnitOfWork,
    policy: Policy,
    device: Device,
    medium: StorageMedium,
    *,
    approved_run: int | None = None,
    accepted: frozenset[Acceptance] = frozenset(),
    until: int | None = None,
) -> MediumProof:
    """Return a medium with its runs judged by `policy`.

    Args:
        work: The open transaction.
        policy: The rules.
        device: The device that it is judged for.
        medium: As this device knows it.
        approved_run: The run on which the approval in force rests.
        accepted: What the approver accepts although it is unknown.
        until: The last run that tells anything of it here; None: all do.
    """
    runs = work.runs.of_medium(medium.id)
    if until is not None:
        runs = [run for run in runs if run.id <= until]
    question = rules.question_of(work, policy, device, medium)
    # What no run tells of can neither be drawn nor doubted.
    against = work.looks.against(medium.id) if runs else NOTHING
    judged = [
        JudgedRun(
            run.id,
            run.verdict,
            judge(policy, question, run.policy_facts, accepted),
            run.set_aside_by is not None
            # A certificate beside its log; an approval that rests on it stays as it is.
            or (run.paired_with is not None and run.id != approved_run)
            or before_use(run, medium),
            run.technique in PHYSICAL,
            run.id in against.frozen
            # Of pieces nobody reads anything back.
            or (run.technique not in PHYSICAL and began_before(run, against.since)),
            started_at(run),
        )
        for run in runs
    ]
    contradicted = any(run.contradicted and run.set_aside_by is None for run in runs)
    if any(run.id == approved_run and run.set_aside for run in judged):
        approved_run = None
    result = standing(judged, approved_run=approved_run, contradicted=contradicted)
    # Of what went on into another device only what was wiped before counts here.
    look_open = any(run.id in against.drawn for run in runs)
    return MediumProof(medium, tuple(runs), result, until, look_open)


def before_use(run: SanitisationRun, medium: StorageMedium) -> bool:
    """Tell whether a medium was out of the house after a run, so that it proves nothing.

    What the tool's clock says can only speak against a run: one that came in after the medium
    came back, but was started before, is an old one.
    """
    return began_before(run, medium.used_since)


def started_at(run: SanitisationRun) -> datetime | None:
    """Return when a run began by its tool's clock, with the zone that such a clock has."""
    return moment_told(run.started, run.facts)


def began_before(run: SanitisationRun, since: datetime | None) -> bool:
    """Tell whether a run was there before something happened to its medium: it is not its answer.

    One that came in after it, but was started before, is an old one, too.
    """
    started = started_at(run)
    return since is not None and (
        run.imported_at <= since or (started is not None and started < since)
    )


def _proposals(work: UnitOfWork, device: Device, media: Sequence[StorageMedium]) -> int:
    keys = report_matching.serials_of(media)
    proposed = sum(medium.proposed for medium in media)
    return proposed + len(work.runs.open_of_device(device.id, keys))


def refresh(work: UnitOfWork, device_id: int, now: datetime) -> Gathered:
    """Derive the states of a device and its media anew, store what changed, and return all.

    Reports that came in before the device or its media were recorded find them here.
    """
    snapshot_matching.adopt(work, device_id, now)
    report_matching.adopt(work, device_id, now)
    installed.end_stale(work, device_id, now)
    gathered = gather(work, work.devices.by_id(device_id), now)
    for proof in gathered.proofs:
        if not proof.went_on and proof.medium.state != proof.standing.state:
            work.media.change(proof.medium.id, state=proof.standing.state.value)
    if gathered.device.state != gathered.state:
        work.devices.change(device_id, state=gathered.state.value)
    return gathered
