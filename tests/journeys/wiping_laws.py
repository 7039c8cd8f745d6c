"""What must hold of proofs, asked of the tables in plain SQL and not of the rules that decide."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

# The program's own words for "was away since": what a medium that stayed here proved goes on.
_AWAY = "('returned', 'found', 'used', 'fitted', 'outside_repair', 'mixed_up')"
_RANK = (
    "CASE {} WHEN 'none' THEN 0 WHEN 'clear' THEN 1 WHEN 'purge' THEN 2 WHEN 'destroy' THEN 3 END"
)
# The good ground of a medium for a device: an approval by somebody who had no part, that rests on
# a run that passed at enough level, that nothing contradicts or doubts, and no later one opposes.
_GROUND = (
    "SELECT 1 FROM approval_item AS item JOIN approval ON approval.id = item.approval_id"  # noqa: S608 - our own words
    " JOIN sanitisation_run AS run ON run.id = item.run_id"
    " WHERE item.medium_id = :medium AND approval.device_id = :device"
    " AND approval.id = (SELECT max(id) FROM approval WHERE device_id = :device)"
    f" AND (approval.withdrawn_at IS NULL OR (:loose AND approval.withdrawn_reason IN {_AWAY}))"
    " AND run.medium_id = item.medium_id AND run.verdict = 'PASSED' AND run.set_aside_by IS NULL"
    f" AND {_RANK.format('item.level')} >= {_RANK.format('item.required')}"
    " AND item.required <> 'none'"
    " AND run.performed_by IS NOT NULL AND approval.approved_by <> run.performed_by"
    " AND approval.approved_by <> run.imported_by"
    " AND approval.approved_by <> coalesce(run.second_by, '')"
    " AND approval.approved_by <> (SELECT declared_by FROM medium WHERE id = item.medium_id)"
    " AND NOT EXISTS (SELECT 1 FROM evidence_file AS file"
    "  WHERE file.sha256 = run.sha256 AND file.received_by = approval.approved_by)"
    " AND NOT EXISTS (SELECT 1 FROM sanitisation_run AS part WHERE part.medium_id = run.medium_id"
    "  AND part.paired_with = run.id AND part.imported_by = approval.approved_by)"
    " AND (run.source <> 'destruction' OR run.second_by <> run.performed_by)"
    " AND (run.source = 'destruction' OR (NOT EXISTS (SELECT 1 FROM sanitisation_run AS other"
    "   WHERE other.medium_id = run.medium_id AND other.set_aside_by IS NULL"
    "   AND other.id <= :until AND (other.contradicted = 1 OR other.paired_with IS NULL"
    "    AND other.verdict NOT IN ('PASSED', 'NOT_STARTED', 'NOT_WIPED', 'VERIFY_ONLY')"
    "    AND (other.id > run.id OR other.started > run.started)))"
    "  AND NOT EXISTS (SELECT 1 FROM proof_freeze AS doubt WHERE doubt.run_id = run.id"
    "   AND (doubt.lifted_at IS NULL OR doubt.outcome NOT IN ('looked_clean', 'unfounded')))"
    "  AND NOT EXISTS (SELECT 1 FROM second_look AS look WHERE look.run_id = run.id"
    "   AND look.state = 'open' AND :leaves)))"
)
_MEDIA = text(
    "SELECT medium.id AS medium, 1000000000 AS until FROM medium"
    " WHERE device_id = :device AND proposed = 0 AND NOT EXISTS (SELECT 1 FROM medium_stay AS stay"
    "  WHERE stay.medium_id = medium.id AND stay.device_id = :device)"
    " UNION SELECT medium_id, last_run FROM medium_stay WHERE device_id = :device"
)
_BACK_AGAIN = text(
    "SELECT count(*) FROM medium_stay AS stay JOIN medium ON medium.id = stay.medium_id"
    " WHERE stay.device_id = :device AND medium.device_id = :device"
)
_LEFT = text("SELECT id FROM device WHERE state = 'left'")
_LOOSE = text(
    "SELECT medium.id AS medium, medium.device_id AS device FROM fraction_line AS line"
    " JOIN medium ON medium.id = line.medium_id WHERE line.undone_at IS NULL"
    " UNION SELECT medium.id, medium.device_id FROM part JOIN medium ON medium.id = part.medium_id"
    " WHERE part.state = 'stock'"
)
_ISSUED = text(
    "SELECT id, device_id AS device, approval_id AS approval FROM certificate WHERE state = 'valid'"
)
_LOTS = text(
    "SELECT lot.id, line.certificate_id AS certificate FROM lot_certificate AS lot"
    " JOIN lot_certificate_line AS line ON line.lot_certificate_id = lot.id"
    " WHERE lot.state = 'valid'"
)
_ENDED = text("SELECT 1 FROM certificate WHERE id = :row AND state <> 'valid'")
_LOOSE_ISSUED = text(
    "SELECT id, medium_id AS medium, device_id AS device FROM medium_certificate"
    " WHERE state = 'valid'"
)
_IN_FORCE = text(
    "SELECT 1 FROM approval WHERE id = :row AND withdrawn_at IS NULL AND device_id = :device"
)
_APPROVED = text("SELECT id, device_id AS device FROM approval WHERE withdrawn_at IS NULL")
_UNCERTIFIED = text(
    "SELECT 1 FROM approval WHERE device_id = :device AND withdrawn_at IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM certificate WHERE certificate.approval_id = approval.id"
    "  AND certificate.state = 'valid')"
)
# Every file that tells of runs came in once and has one place, and that one is true of it.
_NO_PLACE = text(
    "SELECT sha256 FROM report_run WHERE NOT EXISTS"
    " (SELECT 1 FROM import_file WHERE import_file.digest = report_run.sha256)"
)
_TWO_PLACES = text(
    "SELECT digest FROM import_file WHERE place <> 'duplicate' AND digest IS NOT NULL"
    " GROUP BY digest HAVING count(*) > 1"
)
_WRONG_PLACE = text(
    "SELECT file.name FROM import_file AS file JOIN sanitisation_run AS run"
    " ON run.sha256 = file.digest WHERE file.place = 'matched' AND run.set_aside_by IS NULL"
    " AND run.paired_with IS NULL AND (run.contradicted = 1 OR run.match <> 'matched'"
    "  OR run.verdict IN ('FAILED', 'ABORTED', 'INSANE', 'REVIEW'))"
)
_EVER = 1_000_000_000


@dataclass
class Proofs:
    """What was found before, so that each thing is looked at when it happens."""

    approved: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    loose: set[tuple[int, int]] = field(default_factory=set)
    issued: set[int] = field(default_factory=set)
    lots: set[int] = field(default_factory=set)
    loose_issued: set[int] = field(default_factory=set)
    seen: int = 0
    """How many things were looked at when they happened."""

    def check(self, connection: Connection) -> None:
        """Ask the tables whether anything went out, or is certified, that is not proven."""
        for law in (_NO_PLACE, _TWO_PLACES, _WRONG_PLACE):
            assert connection.execute(law).all() == [], law.text
        approved = {int(row.id): int(row.device) for row in connection.execute(_APPROVED)}
        for number in approved.keys() - self.approved:
            _all_proven(connection, approved[number], leaves=False)
        self.approved = set(approved)
        left = {int(row.id) for row in connection.execute(_LEFT)}
        for device in left - self.left:
            _all_proven(connection, device, leaves=True)
            assert not connection.execute(_UNCERTIFIED, {"device": device}).all(), device
            self.seen += 1
        loose = {(int(row.medium), int(row.device)) for row in connection.execute(_LOOSE)}
        for medium, device in loose - self.loose:
            _proven(connection, device, medium, loose=True, leaves=True)
            self.seen += 1
        self.left, self.loose = left, loose
        self._papers(connection)

    def _papers(self, connection: Connection) -> None:
        issued = {int(row.id): row for row in connection.execute(_ISSUED)}
        for number in issued.keys() - self.issued:
            row = issued[number]
            wanted = {"row": row.approval, "device": row.device}
            assert connection.execute(_IN_FORCE, wanted).all(), f"certificate {number}"
            _all_proven(connection, int(row.device), leaves=False)
            self.seen += 1
        lots = list(connection.execute(_LOTS))
        for row in lots:
            if int(row.id) not in self.lots:
                assert not connection.execute(_ENDED, {"row": row.certificate}).all()
        loose = {int(row.id): row for row in connection.execute(_LOOSE_ISSUED)}
        for number in loose.keys() - self.loose_issued:
            row = loose[number]
            _proven(connection, int(row.device), int(row.medium), loose=True, leaves=False)
            self.seen += 1
        self.issued = set(issued)
        self.lots = {int(row.id) for row in lots}
        self.loose_issued = set(loose)


def _all_proven(connection: Connection, device: int, *, leaves: bool) -> None:
    if connection.execute(_BACK_AGAIN, {"device": device}).scalar():
        return  # it went away and came back into it: told by its last approval only
    for row in connection.execute(_MEDIA, {"device": device}).all():
        _proven(connection, device, int(row.medium), until=int(row.until), leaves=leaves)


def _proven(
    connection: Connection,
    device: int,
    medium: int,
    *,
    until: int = _EVER,
    loose: bool = False,
    leaves: bool,
) -> None:
    wanted = {
        "medium": medium,
        "device": device,
        "until": until,
        "loose": int(loose),
        "leaves": int(leaves),
    }
    assert connection.execute(text(_GROUND), wanted).first(), f"medium {medium} of {device}"
