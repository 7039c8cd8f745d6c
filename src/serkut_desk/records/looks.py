"""Second looks: draws, what was read back, what a failure put in doubt and how that ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, distinct, exists, func, literal, select, union_all

from serkut_desk.domain.clock import local
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.lifecycle import FREE
from serkut_desk.domain.policy import PHYSICAL
from serkut_desk.domain.runs import moment_told
from serkut_desk.domain.second_look import (
    COUNTS_AGAIN,
    NOT_READ_BACK,
    Conclusion,
    FreezeWhy,
    Lifted,
    LookState,
    RunMark,
)
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows
from serkut_desk.records.types import UtcText

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Connection, Select

_A, _I, _R = schema.approval, schema.approval_item, schema.sanitisation_run
_M, _D, _N = schema.medium, schema.device, schema.installation
_W, _K, _F = schema.look_draw, schema.second_look, schema.proof_freeze
_X, _P, _L = schema.proof_incident, schema.part, schema.fraction_line
_C, _S = schema.certificate, schema.lot_certificate_line
_AGAIN = sorted(word.value for word in COUNTS_AGAIN)
_HOLDS = _F.c.lifted_at.is_(None) | _F.c.outcome.not_in(_AGAIN)
_MEDIUM: object = bindparam("medium")
_AGAINST = union_all(
    select(literal(1).label("frozen"), _F.c.run_id, _F.c.at).where(
        _F.c.medium_id == _MEDIUM, _HOLDS
    ),
    select(literal(0), _K.c.run_id, _K.c.at).where(
        _K.c.medium_id == _MEDIUM, _K.c.state == LookState.OPEN.value
    ),
)
# Of a month, by its first instant and the next one's.
_SANITISED = (
    select(_I.c.run_id)
    .join(_A, _A.c.id == _I.c.approval_id)
    .join(_R, _R.c.id == _I.c.run_id)
    .where(
        _A.c.approved_at >= bindparam("start", type_=UtcText),
        _A.c.approved_at < bindparam("end", type_=UtcText),
        _R.c.technique.not_in(sorted(word.value for word in NOT_READ_BACK)),
    )
)
_POPULATION = _SANITISED.with_only_columns(func.count(distinct(_I.c.run_id)))
_DRAWN = select(func.count()).where(
    _K.c.month == bindparam("month"),
    _K.c.draw_id.is_not(None),
    _K.c.state != LookState.IMPOSSIBLE.value,
)
# What can still be read back as it was wiped: here, in no stock, nothing written over it since.
_AT_HAND = (
    _M.c.removed_at.is_(None)
    & _D.c.in_house.is_(True)
    & _D.c.state.in_(sorted(state.value for state in FREE))
) | (
    _M.c.removed_at.is_not(None)
    & ~exists().where(_P.c.medium_id == _M.c.id)
    & ~exists().where(_L.c.medium_id == _M.c.id, _L.c.undone_at.is_(None))
)
_CANDIDATES = (
    _SANITISED.join(_M, _M.c.id == _I.c.medium_id)
    .join(_D, _D.c.id == _M.c.device_id)
    .where(
        _A.c.withdrawn_at.is_(None),
        _M.c.state == MediumState.PROVEN.value,
        _AT_HAND,
        ~exists().where(_K.c.run_id == _I.c.run_id),
        ~exists().where(_F.c.run_id == _I.c.run_id),
        ~exists().where(_N.c.device_id == _D.c.id, _N.c.installed_at >= _A.c.approved_at),
    )
    .distinct()
    .order_by(_I.c.run_id)
)
# What a certificate speaks of, by the runs of its approval.
_DOUBTED = select(_I.c.medium_id).join(_F, _F.c.run_id == _I.c.run_id).where(_HOLDS).limit(1)
_DOUBTED_BY_APPROVAL = _DOUBTED.where(_I.c.approval_id == bindparam("approval"))
_DOUBTED_OF_MEDIUM = _DOUBTED_BY_APPROVAL.where(_I.c.medium_id == _MEDIUM)
_DOUBTED_IN_LOT = (
    _DOUBTED.join(_C, _C.c.approval_id == _I.c.approval_id)
    .join(_S, _S.c.certificate_id == _C.c.id)
    .where(_S.c.lot_certificate_id == bindparam("row_id"))
)
_OPEN_COUNTS = select(_K.c.state, func.count()).where(
    _K.c.month == bindparam("month"), _K.c.draw_id.is_not(None)
)
_APPROVERS = (
    select(_A.c.approved_by)
    .join(_I, _I.c.approval_id == _A.c.id)
    .where(_A.c.device_id == bindparam("device"), _I.c.run_id == bindparam("run"))
)


@dataclass(frozen=True, slots=True)
class Against:
    """What second looks say against a medium's proof.

    Args:
        frozen: Numbers of its runs that prove nothing for now, or never again.
        drawn: Numbers of its runs that wait to be looked at.
        since: When it was last doubted; None when nothing is frozen.
    """

    frozen: frozenset[int] = field(default_factory=frozenset)
    drawn: frozenset[int] = field(default_factory=frozenset)
    since: datetime | None = None


NOTHING = Against()


@dataclass(frozen=True, slots=True)
class LookDraw:
    """One draw of a month."""

    id: int
    month: str
    at: datetime
    by: str
    population: int
    drawn: int
    need: int
    seed: str
    seq: int


@dataclass(frozen=True, slots=True)
class SecondLook:
    """A medium that was drawn, or that a supervisor wants read back, and what came of it."""

    id: int
    draw_id: int | None
    month: str
    run_id: int
    medium_id: int
    at: datetime
    state: LookState
    looked_at: datetime | None
    looked_by: str | None
    tool: str
    tool_version: str | None
    sha256: str | None
    note: str
    seq: int


@dataclass(frozen=True, slots=True)
class ProofIncident:
    """What a failed look began, and how two people ended it; `conclusion` is empty before."""

    id: int
    look_id: int
    at: datetime
    by: str
    closed_at: datetime | None
    closed_by: str | None
    second_by: str | None
    conclusion: Conclusion | str
    note: str
    seq: int


@dataclass(frozen=True, slots=True)
class ProofFreeze:
    """One run that an incident put in doubt; `outcome` is None while it is."""

    id: int
    incident_id: int
    run_id: int
    medium_id: int
    why: FreezeWhy
    at: datetime
    lifted_at: datetime | None
    lifted_by: str | None
    outcome: Lifted | None
    note: str


class Incidents(Rows[ProofIncident]):
    """What failed looks began."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _X, ProofIncident)

    def by_id(self, row_id: int) -> ProofIncident | None:
        """Return the incident with this number."""
        return self.one(_X.c.id == row_id)

    def open_ones(self) -> list[ProofIncident]:
        """Return the incidents that nobody has closed, the oldest first."""
        return self.all(_X.c.closed_at.is_(None), order=[_X.c.id])

    def newest(self, limit: int) -> list[ProofIncident]:
        """Return incidents, the open ones first, then the newest."""
        return self.all(order=[_X.c.closed_at.is_not(None), _X.c.id.desc()], limit=limit)


class Freezes(Rows[ProofFreeze]):
    """Runs that prove nothing until an incident is settled."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _F, ProofFreeze, {"why": FreezeWhy, "outcome": Lifted})

    def of_incident(self, incident_id: int) -> list[ProofFreeze]:
        """Return everything that an incident put in doubt, in order."""
        return self.all(_F.c.incident_id == incident_id, order=[_F.c.id])

    def open_of(self, medium_id: int) -> list[ProofFreeze]:
        """Return what stands against a medium and was not lifted, the oldest first."""
        return self.all(_F.c.medium_id == medium_id, _F.c.lifted_at.is_(None), order=[_F.c.id])

    def of_device(self, device_id: int) -> list[ProofFreeze]:
        """Return what is in doubt of the media that belong to a device."""
        media = select(_M.c.id).where(_M.c.device_id == device_id)
        return self.all(_F.c.medium_id.in_(media), _F.c.lifted_at.is_(None), order=[_F.c.id])


class Looks(Rows[SecondLook]):
    """Every second look, with draws, incidents and freezes."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _K, SecondLook, {"state": LookState})
        self.draws = Rows(connection, _W, LookDraw)
        self.incidents = Incidents(connection)
        self.freezes = Freezes(connection)

    def against(self, medium_id: int) -> Against:
        """Return what stands against the proof of a medium; asked wherever proof is judged."""
        rows = self.connection.execute(_AGAINST, {"medium": medium_id}).all()
        if not rows:
            return NOTHING
        return Against(
            frozenset(run for frozen, run, _ in rows if frozen),
            frozenset(run for frozen, run, _ in rows if not frozen),
            max((at for frozen, _, at in rows if frozen), default=None),
        )

    def doubt_approval(self, approval_id: int | None, medium_id: int | None = None) -> bool:
        """Tell whether a run that an approval stands on is in doubt, or was found to be bad.

        Args:
            approval_id: None where nothing but destruction was approved.
            medium_id: Of this medium only.
        """
        query = _DOUBTED_BY_APPROVAL if medium_id is None else _DOUBTED_OF_MEDIUM
        found = {"approval": approval_id, "medium": medium_id}
        return self.connection.execute(query, found).first() is not None

    def doubt_lot(self, lot_certificate_id: int) -> bool:
        """Tell the same of the certificates that a lot's certificate stands on."""
        found = self.connection.execute(_DOUBTED_IN_LOT, {"row_id": lot_certificate_id})
        return found.first() is not None

    def by_id(self, row_id: int) -> SecondLook | None:
        """Return the look with this number."""
        return self.one(_K.c.id == row_id)

    def open_of(self, medium_id: int) -> SecondLook | None:
        """Return the look that a medium waits for, the oldest; None when it waits for none."""
        found = self.all(
            _K.c.medium_id == medium_id, _K.c.state == LookState.OPEN.value, order=[_K.c.id]
        )
        return found[0] if found else None

    def of_medium(self, medium_id: int, state: LookState) -> list[SecondLook]:
        """Return the looks at a medium that stand so, the oldest first."""
        return self.all(_K.c.medium_id == medium_id, _K.c.state == state.value, order=[_K.c.id])

    def used(self, medium_id: int, sha256: str) -> bool:
        """Tell whether a file was evidence of a look at a medium before."""
        return bool(self.all(_K.c.medium_id == medium_id, _K.c.sha256 == sha256, limit=1))

    def in_state(self, states: Collection[LookState], limit: int) -> list[SecondLook]:
        """Return looks that stand so, the oldest first; of several states the newest first."""
        words = sorted(state.value for state in states)
        order = _K.c.id if states == {LookState.OPEN} else _K.c.id.desc()
        return self.all(_K.c.state.in_(words), order=[order], limit=limit)

    def population(self, start: datetime, end: datetime) -> int:
        """Return how many media that can be read back were approved from `start` to `end`."""
        times = {"start": start, "end": end}
        return int(self.connection.execute(_POPULATION, times).scalar_one())

    def drawn(self, month: str) -> int:
        """Return how many of a month were drawn, those apart that could not be looked at."""
        return int(self.connection.execute(_DRAWN, {"month": month}).scalar_one())

    def candidates(self, start: datetime, end: datetime) -> tuple[int, ...]:
        """Return the runs of a month that can be drawn: not yet drawn, and still to be read."""
        rows = self.connection.execute(_CANDIDATES, {"start": start, "end": end})
        return tuple(rows.scalars())

    def known(self, runs: Collection[int]) -> frozenset[int]:
        """Return which of some runs were drawn or looked at before."""
        query = select(_K.c.run_id).where(_K.c.run_id.in_(sorted(runs)))
        return frozenset(self.connection.execute(query).scalars())

    def counts(self, month: str) -> dict[LookState, int]:
        """Return how the drawn media of a month stand."""
        rows = self.connection.execute(_OPEN_COUNTS.group_by(_K.c.state), {"month": month})
        return {LookState(state): count for state, count in rows}

    def approvers(self, device_id: int, run_id: int) -> frozenset[str]:
        """Return who ever approved a device on the ground of a run."""
        rows = self.connection.execute(_APPROVERS, {"device": device_id, "run": run_id})
        return frozenset(rows.scalars())

    def like(self, failed: RunMark) -> list[tuple[RunMark, int]]:
        """Return good runs that may have something in common with one, each with its medium.

        What was read back itself and found clean is not among them. Reads the whole table: it is
        asked once after a look that failed.
        """
        people = sorted(failed.performers)
        alike = _R.c.performed_by.in_(people) | _R.c.second_by.in_(people)
        if failed.report is not None:
            alike |= _R.c.report_run_id == failed.report
        if failed.tool:
            alike |= _R.c.tool == failed.tool
        clean = exists().where(_K.c.run_id == _R.c.id, _K.c.state == LookState.CLEAN.value)
        return self._marks(_marks().where(alike, ~clean))

    def among(self, runs: Collection[int]) -> list[tuple[RunMark, int]]:
        """Return those of some runs that can be doubted, each with its medium.

        As `like`: good ones, of which none was read back itself and found clean.
        """
        clean = exists().where(_K.c.run_id == _R.c.id, _K.c.state == LookState.CLEAN.value)
        return self._marks(_marks().where(_R.c.id.in_(sorted(runs)), ~clean))

    def mark_of(self, run_id: int) -> RunMark:
        """Return a run as it is compared."""
        return self._marks(_MARKS.where(_R.c.id == run_id))[0][0]

    def last_clean(self, people: Collection[str], before: datetime) -> datetime | None:
        """Return when the last run of these people came in that was looked at and found clean."""
        mine = _R.c.performed_by.in_(sorted(people)) | _R.c.second_by.in_(sorted(people))
        query = (
            select(func.max(_R.c.imported_at))
            .join(_K, _K.c.run_id == _R.c.id)
            .where(_K.c.state == LookState.CLEAN.value, mine, _R.c.imported_at < before)
        )
        found: datetime | None = self.connection.execute(query).scalar_one()
        return found

    def _marks(self, query: Select[tuple[object, ...]]) -> list[tuple[RunMark, int]]:
        return [
            (
                RunMark(
                    row.id,
                    row.report_run_id,
                    row.tool,
                    row.tool_version,
                    frozenset(code for code in (row.performed_by, row.second_by) if code),
                    row.imported_at,
                    frozenset(
                        local(told).date()
                        for text in (row.started, row.ended)
                        if (told := moment_told(text, row.facts)) is not None
                    ),
                ),
                row.medium_id,
            )
            for row in self.connection.execute(query)
        ]


_MARKS = select(
    _R.c.id,
    _R.c.report_run_id,
    _R.c.tool,
    _R.c.tool_version,
    _R.c.performed_by,
    _R.c.second_by,
    _R.c.imported_at,
    _R.c.started,
    _R.c.ended,
    _R.c.facts,
    _R.c.medium_id,
)


def _marks() -> Select[tuple[object, ...]]:
    return _MARKS.where(
        # What is only proposed proves nothing, and may be rejected.
        _R.c.match == "matched",
        _R.c.set_aside_by.is_(None),
        _R.c.verdict == Verdict.PASSED.value,
        _R.c.technique.not_in(sorted(word.value for word in PHYSICAL)),
    ).order_by(_R.c.id)
