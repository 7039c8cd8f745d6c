"""Holds approvals, certificates and proven media against what the journal says of them.

Apart from the check of the chain: it reads the entries that say something of a record, and each
record. What it finds is a record that somebody wrote past the program. The modules beside it hold
the other records in the same way; `check_records` asks them all.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from serkut_desk.domain.approval_entry import Stated, StatedMedium, judged_hash, stated_in
from serkut_desk.domain.coming_back import REOPENING, CameBack, reopened_in
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.events import Tag
from serkut_desk.domain.journal import Entry
from serkut_desk.records import schema
from serkut_desk.records.beside_check import check_beside
from serkut_desk.records.certificate_check import check_certificates
from serkut_desk.records.certificates import CertificateState
from serkut_desk.records.decision_check import check_decisions
from serkut_desk.records.destruction_check import check_destructions
from serkut_desk.records.evidence_check import check_evidence
from serkut_desk.records.grams_check import check_grams
from serkut_desk.records.grant_check import check_grants
from serkut_desk.records.held_check import check_held
from serkut_desk.records.install_check import check_installations
from serkut_desk.records.journal_check import Finding
from serkut_desk.records.leaving_check import check_leaving
from serkut_desk.records.look_check import check_looks
from serkut_desk.records.lot_check import check_lots
from serkut_desk.records.mapping_check import check_mappings
from serkut_desk.records.mixup_check import check_mixups
from serkut_desk.records.move_check import check_moves
from serkut_desk.records.order_check import check_orders
from serkut_desk.records.pair_check import check_pairs
from serkut_desk.records.paper_check import check_papers
from serkut_desk.records.part_check import check_parts
from serkut_desk.records.policy_check import check_policies
from serkut_desk.records.run_check import check_runs
from serkut_desk.records.snapshot_check import check_snapshots
from serkut_desk.records.stop_check import check_stops
from serkut_desk.records.trust_check import check_trust

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Connection

_A, _I, _C, _D = schema.approval, schema.approval_item, schema.certificate, schema.device
_J, _M, _R = schema.journal, schema.medium, schema.sanitisation_run
_TAGS = (
    Tag.APPROVED,
    Tag.APPROVAL_WITHDRAWN,
    Tag.CERTIFICATE_ISSUED,
    Tag.CERTIFICATE_REVOKED,
    *sorted(REOPENING),
    Tag.MEDIUM_KEPT,
)
_APPROVALS = select(_A, _D.c.code).join(_D, _D.c.id == _A.c.device_id).order_by(_A.c.id)
_IN_FORCE = _A.c.withdrawn_at.is_(None)
_ENDED_BY_COMING_BACK = _A.c.withdrawn_reason.in_([reason.value for reason in CameBack])
_ITEMS = (
    select(_I, _R.c.sha256).join(_A, _A.c.id == _I.c.approval_id).join(_R, _R.c.id == _I.c.run_id)
)
_CERTIFICATES = (
    select(_C, _D.c.code.label("device"), _A.c.seq.label("approval"))
    .join(_D, _D.c.id == _C.c.device_id)
    .join(_A, _A.c.id == _C.c.approval_id)
    .order_by(_C.c.id)
)
_PROVEN = (
    select(_M.c.id, _D.c.code)
    .join(_D, _D.c.id == _M.c.device_id)
    .where(_M.c.state == MediumState.PROVEN.value)
    .order_by(_M.c.id)
)


@dataclass(frozen=True, slots=True)
class InForce:
    """An approval in force as the records know it, with the number of its entry."""

    seq: int
    stated: Stated

    @property
    def proven(self) -> set[tuple[str, int]]:
        """The media that it proves, each with the code of the device it proves them for."""
        return {(self.stated.device, one.medium) for one in self.stated.media}


@dataclass(slots=True)
class _Told:
    """What the journal says: approvals, the last of each device, certificates, those ended.

    `before` holds of each device that came back the approval that ended with it, and the media
    whose proof ended too.
    """

    approved: dict[tuple[int, str], Stated] = field(default_factory=dict)
    holding: dict[str, int] = field(default_factory=dict)
    before: dict[str, tuple[int, frozenset[int]]] = field(default_factory=dict)
    issued: dict[str, tuple[object, ...]] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)

    def take(self, entry: Entry) -> None:
        """Remember what an entry says."""
        if entry.tag == Tag.APPROVED:
            for code, stated in stated_in(entry).items():
                self.approved[entry.seq, code] = stated
                self.holding[code] = entry.seq
                self.before.pop(code, None)
            return
        body = json.loads(entry.body)
        if entry.tag == Tag.APPROVAL_WITHDRAWN:
            self.holding.pop(entry.subject, None)
            self.ended.add(body["certificate"])
        elif entry.tag in REOPENING:
            for code, reopened in reopened_in(body, entry.subject).items():
                self._take_back(code, reopened)
        elif entry.tag == Tag.MEDIUM_KEPT and entry.subject in self.before:
            approval, lost = self.before[entry.subject]
            self.before[entry.subject] = (approval, lost - set(body["media"]))
        elif entry.tag == Tag.CERTIFICATE_ISSUED:
            said = (body["sha256"], body["device"], body["seal"], body["approval"])
            self.issued[entry.subject] = (entry.seq, *said)
            self.ended.add(body["supersedes"])
        else:
            self.ended.add(entry.subject)

    def bears_out(self, one: InForce) -> bool:
        """Tell whether an approval that is in force by the records is so by the entries."""
        code = one.stated.device
        said = self.approved.get((one.seq, code))
        same = said is not None and said.bears_out(one.stated)
        return same and self.holding.get(code) == one.seq

    def _take_back(self, code: str, reopened: dict[str, Any]) -> None:
        self.ended.add(reopened["certificate"])
        ended = self.holding.pop(code, None)
        before, lost = self.before.get(code, (ended, frozenset()))
        if before is not None:
            self.before[code] = (before, lost | set(reopened["media"]))


def in_force(connection: Connection, device_id: int | None = None) -> list[InForce]:
    """Return the approvals in force, of all devices or of one, as their entries should say them."""
    return _stated(connection, _IN_FORCE, device_id)


def _stated(
    connection: Connection, which: ColumnElement[bool], device_id: int | None = None
) -> list[InForce]:
    approvals, items = _APPROVALS.where(which), _ITEMS.where(which)
    if device_id is not None:
        approvals = approvals.where(_A.c.device_id == device_id)
        items = items.where(_A.c.device_id == device_id)
    media: dict[int, list[StatedMedium]] = {}
    for row in connection.execute(items):
        one = StatedMedium(
            row.medium_id,
            row.judgement.get("kind", ""),
            row.judgement.get("serial", ""),
            row.run_id,
            row.sha256 or "",
            row.level,
            row.required,
            row.rule,
            judged_hash(row.judgement),
        )
        media.setdefault(row.approval_id, []).append(one)
    return [
        InForce(
            row.seq,
            Stated(
                row.code,
                row.approved_by,
                row.media_count,
                row.seen,
                row.policy_version,
                tuple(row.accepted),
                tuple(sorted(media.get(row.id, []))),
            ),
        )
        for row in connection.execute(approvals)
    ]


def check_records(connection: Connection) -> tuple[Finding, ...]:
    """Return every record without its entry.

    An approval in force, a certificate, a proven medium, and what the other checks look at: papers,
    leaving, locks, stops, work orders, grants, parts, grams, installations, decisions, snapshots,
    second looks, evidence, media, runs.
    """
    told = _Told()
    for row in connection.execute(select(_J).where(_J.c.tag.in_(_TAGS)).order_by(_J.c.seq)):
        told.take(Entry._make(row))
    found: list[Finding] = []
    proven: set[tuple[str, int]] = set()
    for one in in_force(connection):
        if told.bears_out(one):
            proven |= one.proven
        else:
            found.append(Finding("records", one.seq, one.stated.device))
    proven |= _kept(connection, told)
    for row in connection.execute(_CERTIFICATES):
        seq = row.anchor_seq + 1
        same = told.issued.get(row.code) == (seq, row.sha256, row.device, row.seal, row.approval)
        if not same or (row.state == CertificateState.VALID and row.code in told.ended):
            found.append(Finding("records", seq, row.code))
    named = {one.about for one in found}
    for row in connection.execute(_PROVEN):
        if (row.code, row.id) not in proven and row.code not in named:
            named.add(row.code)
            found.append(Finding("records", None, row.code))
    found += [
        *check_papers(connection),
        *check_pairs(connection),
        *check_certificates(connection),
        *check_leaving(connection),
        *check_held(connection),
        *check_stops(connection),
        *check_orders(connection),
        *check_grants(connection),
        *check_parts(connection),
        *check_grams(connection),
        *check_installations(connection),
        *check_decisions(connection),
        *check_mappings(connection),
        *check_mixups(connection),
        *check_destructions(connection),
        *check_lots(connection),
        *check_beside(connection),
        *check_snapshots(connection),
        *check_policies(connection),
        *check_trust(connection),
        *check_looks(connection),
        *(one for one in check_runs(connection) if one.about not in named),
        *(one for one in check_moves(connection) if one.about not in named),
    ]
    named |= {one.about for one in found}
    found += [one for one in check_evidence(connection) if one.about not in named]
    return tuple(found)


def _kept(
    connection: Connection, told: _Told, device_id: int | None = None
) -> set[tuple[str, int]]:
    """Return media that were not with a device when it was away, and kept their proof."""
    kept: set[tuple[str, int]] = set()
    for one in _stated(connection, _ENDED_BY_COMING_BACK, device_id):
        code = one.stated.device
        seq, lost = told.before.get(code, (None, frozenset()))
        said = told.approved.get((one.seq, code))
        if seq == one.seq and said is not None and said.bears_out(one.stated):
            kept |= {(code, medium) for _, medium in one.proven if medium not in lost}
    return kept


def proven_by_entries(
    connection: Connection, device_id: int, entries: Iterable[Entry]
) -> frozenset[int]:
    """Return the media of a device that are proven by an approval which its entries bear out.

    Args:
        connection: The transaction to read in.
        device_id: The device.
        entries: Every entry about it, the oldest first.
    """
    told = _Told()
    for entry in entries:
        if entry.tag in _TAGS:
            told.take(entry)
    holding = [one for one in in_force(connection, device_id) if told.bears_out(one)]
    proven = {pair for one in holding for pair in one.proven}
    return frozenset(medium for _, medium in proven | _kept(connection, told, device_id))
