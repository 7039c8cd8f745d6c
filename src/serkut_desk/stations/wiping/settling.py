"""What people decide about runs: whose they are, whether they count, who performed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.lifecycle import Action
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.serials import variants
from serkut_desk.interchange.evidence import shipped_serial_rules
from serkut_desk.stations import facts, report_matching, report_pairing
from serkut_desk.stations import report_linking as linking
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.media_moves import demand_declared
from serkut_desk.stations.wiping import finding
from serkut_desk.stations.wiping.commands import AssignRun, NamePerformer, SetAsideRun
from serkut_desk.stations.wiping.media import learn_again
from serkut_desk.stations.wiping.results import RunDone, changes_of
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.domain.runs import SanitisationRun


def written(
    task: Task, tag: Tag, run: SanitisationRun, devices: Iterable[int], **body: object
) -> RunDone:
    """Derive the devices' states anew, write the one entry and remember who touched them."""
    found = [facts.refresh(task.work, row_id, task.now) for row_id in sorted(set(devices))]
    codes = [gathered.device.code for gathered in found]
    subject = codes[0] if codes else run.sha256 or "run"
    head = task.work.journal.append(
        tag, subject, codes, run=run.id, medium=run.medium_id, sha256=run.sha256, **body
    )
    for gathered in found:
        task.work.devices.touch(gathered.device.id, head.seq, task.actor)
    now = finding.run(task.work, run.id)
    mine = next((one for one in found if one.device.id == now.device_id), None)
    return RunDone(now, mine, changes_of(one.device for one in found))


@handles(AssignRun, Permission.DECIDE)
def assign_run(task: Task, command: AssignRun) -> RunDone:
    """Count a drive of a report for a medium that it can be.

    Where its serial proves nothing, a second person has to confirm the medium's serial after.
    """
    run = finding.run(task.work, command.run)
    medium = finding.medium(task.work, command.medium)
    demand_declared(medium)
    _refuse_settled(run)
    device = task.work.devices.by_id(medium.device_id)
    finding.demanded(task, device, Action.SETTLE_PROPOSAL)
    match = report_matching.match_again(task.work, run)
    reasons = next(
        (
            [why.value for why in one.reasons]
            for one in match.candidates
            if one.medium == str(medium.id)
        ),
        None,
    )
    rules = shipped_serial_rules()
    certain = bool(run.serial_key) and not rules.is_unreliable(run.serial_key)
    if reasons is None and certain:
        raise Refused(
            "serial_of_another", medium=facts.name_of(medium), serial=run.serial, run=run.id
        )
    concerned = {medium.device_id} | task.work.media.devices_before(medium.id)
    concerned |= {run.device_id} if run.device_id else set()
    task.work.runs.change(
        run.id,
        medium_id=medium.id,
        device_id=medium.device_id,
        match="matched",
        match_reasons=sorted({*run.match_reasons, *(reasons or ())}),
        facts={**run.facts, "assigned_by": task.actor},
    )
    if not certain:
        task.work.media.change(medium.id, serial_certain=False)
    _learn(task, medium, run)
    assigned = finding.run(task.work, run.id)
    return written(
        task, Tag.RUN_ASSIGNED, assigned, concerned, reasons=reasons or [], certain=certain
    )


def _refuse_settled(run: SanitisationRun) -> None:
    if run.medium_id is not None:
        raise Refused("run_assigned_already", run=run.id)
    if run.set_aside_by is not None:
        raise Refused("run_set_aside_already", run=run.id)


def _learn(task: Task, medium: StorageMedium, run: SanitisationRun) -> None:
    report_matching.learn_kind(
        task.work, task.work.media.by_id(medium.id), report_matching.kind_of_run(task.work, run)
    )


@handles(SetAsideRun, Permission.DECIDE)
def set_aside_run(task: Task, command: SetAsideRun) -> RunDone:
    """Let a run count no more; a contradiction that it was one side of may be settled by this."""
    run = finding.run(task.work, command.run)
    reason = short_text(command.reason, "reason")
    if run.set_aside_by is not None:
        raise Refused("run_set_aside_already", run=run.id)
    concerned = report_matching.concerned(task.work, run)
    holder = _holder(task, run)
    if holder is not None:
        finding.demanded(task, task.work.devices.by_id(holder), Action.SETTLE_PROPOSAL)
    # A doubtful drive holds back every device that has a medium of its serial.
    for key in variants(run.serial_key):
        concerned |= {medium.device_id for medium in task.work.media.by_serial(key)}
    task.work.runs.change(run.id, set_aside_by=task.actor)
    concerned |= report_pairing.part(task.work, run)
    concerned |= linking.settle(task.work, run)
    if run.contradicted or run.verdict is not Verdict.PASSED:
        for device_id in concerned:
            _demand_no_own_approval(task, run, device_id)
    if run.medium_id is not None:
        learn_again(task, task.work.media.by_id(run.medium_id))
    return written(
        task, Tag.RUN_SET_ASIDE, run, concerned, reason=reason, verdict=run.verdict.value
    )


def _demand_no_own_approval(task: Task, run: SanitisationRun, device_id: int) -> None:
    """See that nobody keeps their own approval by setting aside what speaks against it.

    What they approved themselves they may set aside: that ends what it proved.

    Raises:
        Refused: `aside_own_approval`.
    """
    _, approval = task.work.approvals.ground_of(device_id)
    if approval is None or approval.approved_by != task.actor:
        return
    if run.id not in {item.run_id for item in task.work.approvals.items(approval.id)}:
        device = task.work.devices.by_id(device_id)
        raise Refused("aside_own_approval", run=run.id, device=device.code)


def _holder(task: Task, run: SanitisationRun) -> int | None:
    """Return the device on whose behalf it is decided whether a run counts.

    The one that the medium belongs to now: the one that the report was about may be gone.
    """
    if run.medium_id is None:
        return run.device_id
    return task.work.media.by_id(run.medium_id).device_id


@handles(NamePerformer, Permission.WIPE)
def name_performer(task: Task, command: NamePerformer) -> RunDone:
    """Record who performed a run of which nobody knew it; who says so counts as one of them."""
    run = finding.run(task.work, command.run)
    if run.performed_by is not None:
        raise Refused("performer_known", run=run.id)
    performer = finding.person(task.work, command.performed_by).code
    concerned = report_matching.concerned(task.work, run)
    if run.device_id is not None:
        finding.demanded(task, task.work.devices.by_id(run.device_id), Action.IMPORT_EVIDENCE)
    task.work.runs.change(
        run.id, performed_by=performer, facts={**run.facts, "performer_named_by": task.actor}
    )
    return written(task, Tag.PERFORMER_NAMED, run, concerned, performed_by=performer)
