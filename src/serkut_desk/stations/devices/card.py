"""Reads everything that a device's card shows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.clock import from_text
from serkut_desk.domain.conditions import certificate_held, proven_by_media
from serkut_desk.domain.errors import InLanguages, Refused, Word
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, DeviceState, NotAllowed, may
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.sanitisation import judge
from serkut_desk.records.certificates import CertificateState
from serkut_desk.stations import advice, facts, grade_lists, installed, rules
from serkut_desk.stations.devices.card_model import (
    AccessoryLine,
    DecisionLine,
    DeviceCard,
    GradeLine,
    LabelLine,
    MediumLine,
    MixupLine,
    NextStep,
    PaperLine,
    PartLine,
    TimelineLine,
    Who,
)
from serkut_desk.stations.doubt import is_doubtful
from serkut_desk.stations.thing_kinds import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.journal import Entry
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.sanitisation import Judgement
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.facts import Gathered, MediumProof

_OF_ACCESSORIES = {Tag.ACCESSORY_ADDED.value, Tag.ACCESSORY_UNDONE.value}
# What the state alone says is next, where leaving is not the next thing.
_OF_STATE = {
    DeviceState.WAITING_GRADE: "next.grade",
    DeviceState.WAITING_DECISION: "next.decide",
    DeviceState.WAITING_REPAIR: "next.repair",
    DeviceState.WAITING_DISMANTLE: "next.dismantle",
}


def card(desk: Desk, session: Session | None, code: str) -> DeviceCard:
    """Return the card of a device.

    Raises:
        Refused: `device_unknown`.
    """
    with desk.reading(session, Permission.SEARCH) as work:
        device = work.devices.by_code(code)
        if device is None:
            raise Refused("device_unknown", device=code)
        return _Reader(work, facts.gather(work, device, work.journal.now())).card()


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one device's card."""

    work: UnitOfWork
    gathered: Gathered

    def card(self) -> DeviceCard:
        work, device = self.work, self.gathered.device
        lot = work.lots.by_id(device.lot_id)
        place = work.places.of_id(device.place_id)
        approval = work.approvals.in_force(device.id)
        papers = tuple(self._papers(device))
        media = tuple(self._media(device))
        return DeviceCard(
            code=device.code,
            type=device.type,
            manufacturer=device.manufacturer,
            model=device.model,
            product=device.product,
            serial=device.serial,
            serial_reason=device.serial_reason,
            inventory=device.inventory,
            imei=device.imei,
            weight_g=device.weight_g,
            data_class=device.data_class.value,
            lot=lot.code,
            sender=work.lots.organisation(lot.organisation_id).name,
            listed=device.listed,
            place=place.name if place else None,
            place_code=place.code if place else None,
            state=self.gathered.state,
            data_state=self.gathered.data_state,
            hazard=device.hazard,
            in_house=device.in_house,
            previous=work.devices.by_id(device.previous_id).code if device.previous_id else None,
            received_at=device.received_at,
            received_by=self._who(device.received_by),
            approved_at=approval.approved_at if approval else None,
            approved_by=self._who(approval.approved_by) if approval else None,
            media_count=approval.media_count if approval else None,
            media_seen=approval.seen if approval else None,
            none_inside_said_by=tuple(map(self._who, work.media.stated_by(device.id))),
            next_steps=self._next(papers),
            media=media,
            papers=papers,
            labels=tuple(self._labels(device)),
            timeline=tuple(self._timeline(device, media, papers)),
            grade=self._grade(device),
            decision=self._decision(device),
            parts=tuple(self._parts(device)),
            system=installed.line_of(work, device),
            inside=inside.facts if (inside := work.snapshots.inside_of(device.id)) else {},
            mixups=tuple(self._mixups(device)),
            accessories=tuple(
                AccessoryLine(one.id, one.kind, one.count, one.note)
                for one in work.things.accessories.of_device(device.id)
            ),
        )

    def _who(self, code: str) -> Who:
        person = self.work.people.by_code(code)
        return Who(code, person.display if person else "")

    def _next(self, papers: Iterable[PaperLine]) -> tuple[NextStep, ...]:
        """Return what is missing before the device may leave, as the lifecycle table says."""
        known = self.gathered.facts
        own = _OF_STATE.get(self.gathered.state)
        answer = may(Action.HAND_OVER, known)
        if own is not None:
            paper = () if not certificate_held(known) else (NextStep("next.certificate", {}),)
            return (self._beyond_repair() or NextStep(own, {}), *paper)
        if isinstance(answer, NotAllowed):
            return tuple(
                NextStep(f"error.{lack.code.value}.next", lack.fields) for lack in answer.missing
            )
        certified = any(paper.state is CertificateState.VALID for paper in papers)
        if certified or proven_by_media(known):
            install = installed.waits(self.work, self.gathered.device)
            first = (NextStep("next.install", {}),) if install else ()
            return (*first, NextStep("next.ready", {}))
        return (NextStep("next.certificate", {}),)

    def _beyond_repair(self) -> NextStep | None:
        """Return why a device waits for a decision again after a repair; None for any other."""
        if self.gathered.state is not DeviceState.WAITING_DECISION:
            return None
        orders = self.work.orders.of_device(self.gathered.device.id)
        if not orders or orders[0].barrier is None:
            return None
        held = self.work.inspections.in_force(self.gathered.device.id)
        if held is None or held.seq > orders[0].seq:
            return None
        barrier = Word(f"barrier.{orders[0].barrier}")
        return NextStep("next.decide_beyond", {"barrier": barrier, "note": orders[0].outcome_note})

    def _grade(self, device: Device) -> GradeLine | None:
        held = self.work.inspections.in_force(device.id)
        if held is None:
            return None
        graded = grade_lists.graded(held)
        return GradeLine(
            grade=held.override_grade or held.grade,
            computed=held.grade,
            functional=held.functional,
            battery=held.battery,
            override_reason=held.override_reason or "",
            reasons=graded.reasons,
            looks_category=graded.looks_category,
            function_category=graded.function_category,
            checklist=held.checklist,
            checklist_version=held.checklist_version,
            rules_version=held.rules_version,
            at=held.inspected_at,
            by=self._who(held.inspected_by),
        )

    def _decision(self, device: Device) -> DecisionLine | None:
        held = self.work.inspections.decision_of(device.id)
        if held is None:
            return None
        kept = advice.kept_for(self.work, held.id)
        return DecisionLine(
            held.outcome,
            held.reason,
            held.decided_at,
            self._who(held.decided_by),
            plan=kept[0] if kept else None,
            advised=kept[1].advised if kept else None,
        )

    def _media(self, device: Device) -> Iterator[MediumLine]:
        proofs = {proof.medium.id: proof for proof in self.gathered.proofs}
        policy = rules.policy_at(self.work, self.work.journal.now())
        gone = [proof.medium for proof in self.gathered.proofs if proof.went_on]
        for medium in (*self.work.media.of_device(device.id), *gone):
            proof = proofs.get(medium.id)
            judged = proof.standing.deciding if proof else None
            question = rules.question_of(self.work, policy, device, medium)
            judgement = judged.judgement if judged else judge(policy, question, None)
            yield self._medium(medium, proof, judgement)

    def _medium(
        self, medium: StorageMedium, proof: MediumProof | None, judgement: Judgement
    ) -> MediumLine:
        run = proof.deciding if proof else None
        came_from, went_to = self._ways(medium)
        missing = (*judgement.missing, *([judgement.house_rule] if judgement.house_rule else ()))
        return MediumLine(
            id=medium.id,
            code=medium.code,
            name=facts.name_of(medium),
            serial=medium.serial,
            serial_certain=medium.serial_certain,
            kind=medium.kind,
            kind_source=medium.kind_source,
            kind_confirmed=medium.kind_confirmed_by is not None,
            counted_kind=judgement.kind,
            model=medium.model,
            capacity_bytes=medium.capacity_bytes,
            state=proof.standing.state.value if proof else medium.state,
            level=judgement.level,
            required=judgement.required,
            missing=tuple(
                NextStep(f"error.{lack.code.value}.what", lack.fields) for lack in missing
            ),
            advice=tuple(word.value for word in judgement.advice),
            runs=len(proof.runs) if proof else 0,
            verdict=run.verdict.value if run else None,
            technique=run.technique.value if run else None,
            passes=run.passes if run else None,
            proposed=medium.proposed,
            declared_by=self._who(medium.declared_by),
            declared_at=medium.declared_at,
            removed_at=medium.removed_at,
            removed_by=self._who(medium.removed_by) if medium.removed_by else None,
            came_from=came_from,
            went_to=went_to,
        )

    def _ways(self, medium: StorageMedium) -> tuple[str | None, str | None]:
        """Return the device that a medium came from into this one, and where it went from here."""
        here = self.gathered.device.id
        holder = self.work.media.by_id(medium.id).device_id
        stays = self.work.media.stays_of(medium.id)
        leaving = max((stay.id for stay in stays if stay.device_id == here), default=None)
        went_to = self.work.devices.by_id(holder).code if holder != here else None
        before = [stay for stay in stays if leaving is None or stay.id < leaving or went_to is None]
        came = next((one.device_id for one in reversed(before) if one.device_id != here), None)
        return (self.work.devices.by_id(came).code if came else None), went_to

    def _papers(self, device: Device) -> Iterator[PaperLine]:
        for paper in self.work.certificates.of_device(device.id):
            yield PaperLine(
                paper.code,
                paper.state,
                paper.issued_at,
                self._who(paper.issued_by),
                paper.sha256,
                paper.policy_version,
                paper.reason,
                paper.ended_at,
                paper.state is CertificateState.VALID and is_doubtful(self.work, paper),
            )

    def _parts(self, device: Device) -> Iterator[PartLine]:
        for stay in self.work.parts.stays.of_device(device.id):
            part = self.work.parts.by_id(stay.part_id)
            yield PartLine(
                part.code,
                part.type,
                part.specification or f"{part.manufacturer} {part.model}".strip(),
                stay.fitted_at,
                stay.taken_at,
                "" if stay.taken_at is None else self._where(part),
            )

    def _mixups(self, device: Device) -> Iterator[MixupLine]:
        for told in self.work.mixups.about(device.id):
            other = told.stuck_on_id
            yield MixupLine(
                self.work.devices.by_id(told.device_id).code,
                self.work.devices.by_id(other).code if other is not None else "",
                open=told.outcome is None,
                outcome=told.outcome.value if told.outcome else "",
                at=told.at,
                by=self._who(told.by),
                note=told.note,
            )

    def _where(self, part: Part) -> str:
        """Return where a part is now."""
        if part.device_id is not None:
            return self.work.devices.by_id(part.device_id).code
        if part.container_id is not None:
            return self.work.containers.by_id(part.container_id).code
        place = self.work.places.of_id(part.place_id)
        return place.name if place else ""

    def _labels(self, device: Device) -> Iterator[LabelLine]:
        for job in self.work.labels.of_code(device.code):
            yield LabelLine(
                job.id,
                job.state.value,
                job.printer,
                job.made_at,
                job.done_at,
                job.replaces,
                job.last_error["code"] if job.last_error else None,
            )

    def _timeline(
        self, device: Device, media: Iterable[MediumLine], papers: Iterable[PaperLine]
    ) -> Iterator[TimelineLine]:
        """Yield every entry about the device, its media that carry a code, and its papers."""
        subjects = [device.code, *(paper.code for paper in papers)]
        subjects += [medium.code for medium in media if medium.code]
        for entry in self.work.overview.about(subjects):
            yield self._line(entry)

    def _line(self, entry: Entry) -> TimelineLine:
        body = json.loads(entry.body)
        body.pop("subjects", None)
        if entry.tag == Tag.STOP_RAISED:
            body["word"] = Word(f"stop.{body['kind']}")
        elif entry.tag in _OF_ACCESSORIES:
            body["what"] = InLanguages(kind_of(body["kind"]).words)
        return TimelineLine(
            entry.seq,
            from_text(entry.at),
            entry.tag,
            "event." + entry.tag.replace(":", "."),
            self._who(entry.actor),
            body,
        )
