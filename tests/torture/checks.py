"""What must be true of a workshop whose program was killed, after it was opened again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journeys.bench_laws import Seen
from serkut_desk.documents.verification import verify_pdf
from serkut_desk.domain.events import Tag
from serkut_desk.domain.journal import Head
from serkut_desk.records.engine import copying
from serkut_desk.stations import facts
from serkut_desk.stations.certificates import key_files
from torture import bench_checks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

_PHOTOS = "SELECT code FROM photo JOIN device ON device.id = device_id"
# Pictures of what was destroyed and readings of second looks stand in their own entries.
_REPORTS = """
    SELECT sha256 FROM evidence_file WHERE sha256 NOT IN (
        SELECT sha256 FROM destruction WHERE sha256 IS NOT NULL
        UNION SELECT sha256 FROM second_look WHERE sha256 IS NOT NULL)
"""
# For each kind of entry: rows without one, or entries without a row, are half an action.
_PAIRS = {
    "device": ("SELECT code FROM device", Tag.DEVICE_RECEIVED),
    "lot": ("SELECT code FROM lot WHERE expected_on IS NULL", Tag.LOT_OPENED),
    "announced": ("SELECT code FROM lot WHERE expected_on IS NOT NULL", Tag.LOT_ANNOUNCED),
    "closed lot": ("SELECT code FROM lot WHERE state = 'closed'", Tag.LOT_CLOSED),
    "photo": (_PHOTOS, Tag.PHOTO_ADDED),
    "things": ("SELECT code FROM thing_line JOIN lot ON lot.id = lot_id", Tag.THINGS_COUNTED),
    "mixup": (
        "SELECT code FROM label_mixup JOIN device ON device.id = device_id",
        Tag.LABEL_MIXED_UP,
    ),
    "snapshot": ("SELECT sha256 FROM snapshot", Tag.SNAPSHOT_IMPORTED),
    "report": (_REPORTS, Tag.REPORT_IMPORTED),
    "certificate": ("SELECT code FROM certificate", Tag.CERTIFICATE_ISSUED),
    "handover": ("SELECT code FROM handover", Tag.HANDOVER_OPENED),
    "completed": ("SELECT code FROM handover WHERE state = 'completed'", Tag.HANDOVER_COMPLETED),
    "person": ("SELECT code FROM person WHERE role = 'worker'", Tag.PERSON_ADDED),
}
_LABELS = """
    SELECT device.code FROM device WHERE NOT EXISTS
        (SELECT 1 FROM label_job WHERE label_job.code = device.code)
"""
# One entry approves several devices.
_APPROVALS = """
    SELECT device.code FROM approval JOIN device ON device.id = approval.device_id
        LEFT JOIN journal_subject AS said
            ON said.subject = device.code AND said.seq = approval.seq
        LEFT JOIN journal ON journal.seq = said.seq
        WHERE journal.tag IS NOT 'device:wiping:approved'
"""
_TOUCHED = """
    SELECT device.code FROM device LEFT JOIN journal_subject AS said
        ON said.subject = device.code AND said.seq = device.touched_seq
        WHERE said.seq IS NULL
"""
# Each series of papers runs without gaps, whatever died in the middle of issuing.
_GAPS = "SELECT series FROM paper GROUP BY series HAVING count(*) <> max(number)"
# What left has one line of one completed handover, and the other way round.
_NOWHERE = """
    SELECT code FROM device WHERE (state = 'left') <> (1 = (
        SELECT count(*) FROM handover_line AS line JOIN handover ON handover.id = line.handover_id
        WHERE line.device_id = device.id AND line.active = 1 AND handover.state = 'completed'))
"""
_PRINTED = "SELECT code, id FROM label_job WHERE state = 'printed'"


@dataclass(frozen=True)
class Confirmed:
    """An action that the program said is done."""

    did: str
    codes: tuple[str, ...]
    head: Head

    @classmethod
    def read(cls, line: str) -> Confirmed:
        """Read what the worker printed."""
        said = json.loads(line)
        return cls(said["did"], tuple(said["codes"]), Head(said["seq"], said["hash"]))


@dataclass(frozen=True)
class Checks:
    """Looks at an open workshop; every method raises `AssertionError` on what is wrong.

    Args:
        desk: The workshop, opened as the program opens it.
        seen: What was found at the benches before.
    """

    desk: Desk
    seen: Seen = field(default_factory=Seen)

    def whole(self) -> None:
        """Check the database and the journal as a whole, and that every pair is a pair."""
        assert copying.faults(self.desk.folder.database) == ()
        with self.desk.database.reading() as work:
            for name, (rows, tag) in {**_PAIRS, **bench_checks.PAIRS}.items():
                _pair(work.connection, name, rows, tag)
            for query in (_APPROVALS, _TOUCHED, _LABELS, _GAPS, _NOWHERE):
                assert work.connection.exec_driver_sql(query).all() == [], query
            bench_checks.check(work.connection)
            self.seen.check(work.connection)

    def kept(self, confirmed: Sequence[Confirmed]) -> None:
        """Check that everything that was confirmed is there."""
        for one in confirmed:
            state = self.desk.database.check(one.head) if one is confirmed[-1] else None
            assert state is None or state.ok, (one, state)
        with self.desk.database.reading() as work:
            for one in confirmed:
                _kept(work, one)

    def files(self) -> None:
        """Check that every file that a record names is there, whole, and no other."""
        named = self.desk.database.named_files()
        assert set(self.desk.files.digests()) == named
        partial = sorted(self.desk.folder.root.rglob("*.partial"))
        assert partial == [], "half-written files were left"
        with self.desk.database.reading() as work:
            for code, job in work.connection.exec_driver_sql(_PRINTED):
                paper = self.desk.folder.papers / "labels" / f"{code}-{job}.pdf"
                assert paper.read_bytes().rstrip().endswith(b"%%EOF"), paper

    def states(self, after: int) -> int:
        """Check devices touched after an entry: what is stored is what the rules derive.

        Returns:
            How many were looked at.
        """
        now = self.desk.clock.now()
        with self.desk.database.reading() as work:
            query = f"SELECT code FROM device WHERE touched_seq > {after:d}"  # noqa: S608 - a number
            codes = work.connection.exec_driver_sql(query).scalars().all()
            for code in codes:
                device = work.devices.by_code(code)
                assert device is not None
                gathered = facts.gather(work, device, now)
                assert device.state == gathered.state, code
                for proof in gathered.proofs:
                    assert proof.medium.state == proof.standing.state, (code, proof.medium.id)
        return len(codes)

    def certificates(self, after: int) -> int:
        """Check certificates issued after an entry: their files, their seals, what they name.

        Returns:
            How many were looked at.
        """
        trusted = key_files.public_halves(self.desk.folder)
        with self.desk.database.reading() as work:
            query = f"SELECT code FROM certificate WHERE anchor_seq >= {after:d}"  # noqa: S608 - a number
            codes = work.connection.exec_driver_sql(query).scalars().all()
            for code in codes:
                row = work.certificates.by_code(code)
                assert row is not None
                answer = verify_pdf(self.desk.files.read(row.sha256), trusted)
                assert answer.valid, (code, answer)
                assert answer.number == code
                (entry,) = [
                    one
                    for one in work.journal.about(code)
                    if one.tag == Tag.CERTIFICATE_ISSUED and one.subject == code
                ]
                assert (entry.seq, entry.prev) == (row.anchor_seq + 1, row.anchor_hash)
                assert json.loads(entry.body)["sha256"] == row.sha256
        return len(codes)


def _pair(connection: Connection, name: str, rows: str, tag: Tag) -> None:
    stored = sorted(connection.exec_driver_sql(rows).scalars())
    entered = connection.exec_driver_sql("SELECT subject FROM journal WHERE tag = ?", (tag.value,))
    assert stored == sorted(entered.scalars()), f"{name}: records and entries differ"


def _kept(work: UnitOfWork, one: Confirmed) -> None:
    """Check the records of one action that was confirmed."""
    for code in one.codes:
        if one.did in bench_checks.KEPT:
            assert bench_checks.kept(work.connection, one.did, code), one
            continue
        match one.did:
            case "approve":
                device = work.devices.by_code(code)
                assert device is not None, one
                assert work.approvals.all(work.approvals.table.c.device_id == device.id), one
            case "issue":
                assert work.certificates.by_code(code) is not None, one
            case "revoke":
                row = work.certificates.by_code(code)
                assert row is not None, one
                assert row.state == "revoked", one
            case "print":
                assert any(job.state == "printed" for job in work.labels.of_code(code)), one
            case "grade" | "decide":
                assert _has(work, one.did, code), one
            case _:
                _kept_outside(work, one, code)


def _kept_outside(work: UnitOfWork, one: Confirmed, code: str) -> None:
    """Check the records of an action at the door to the buyers."""
    match one.did:
        case "cancel" | "hand over":
            assert _handover(work, code) == ENDED[one.did], one
        case "paper":
            assert _paper(work, code), one
        case "take back" | "settle":
            assert _return(work, code) >= (one.did == "settle"), one
        case _:
            raise AssertionError(one)


# An action and what its handover is then.
ENDED = {"cancel": "cancelled", "hand over": "completed"}


def _has(work: UnitOfWork, did: str, code: str) -> bool:
    """Tell whether a device has any inspection or decision, ended ones too."""
    table = {"grade": "inspection", "decide": "decision"}[did]
    query = f"SELECT 1 FROM {table} JOIN device ON device.id = device_id WHERE code = ?"  # noqa: S608 - a name from above
    return work.connection.exec_driver_sql(query, (code,)).first() is not None


def _handover(work: UnitOfWork, code: str) -> str | None:
    query = "SELECT state FROM handover WHERE code = ?"
    return work.connection.exec_driver_sql(query, (code,)).scalar()


def _paper(work: UnitOfWork, name: str) -> bool:
    series, _, number = name.partition("-")
    query = "SELECT 1 FROM paper WHERE series = ? AND number = ?"
    return work.connection.exec_driver_sql(query, (series, int(number))).first() is not None


def _return(work: UnitOfWork, code: str) -> bool:
    """Tell whether a return was settled.

    Raises:
        AssertionError: There is no such return.
    """
    query = "SELECT settled_at IS NOT NULL FROM device_return WHERE code = ?"
    found = work.connection.exec_driver_sql(query, (code,)).first()
    assert found is not None, code
    return bool(found[0])
