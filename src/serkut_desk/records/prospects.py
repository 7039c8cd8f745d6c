"""What the lifecycle table asks of a device besides its media, in one question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, or_, select

from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.outcomes import Functional, Grade, Outcome
from serkut_desk.domain.repair import RepairOutcome
from serkut_desk.records import schema
from serkut_desk.records.certificates import CertificateState

if TYPE_CHECKING:
    from sqlalchemy import BindParameter, Connection

_I, _O, _Q = schema.inspection, schema.decision, schema.quarantine
_X = schema.label_mixup
_A, _C, _N = schema.approval, schema.certificate, schema.incident
_DEVICE: BindParameter[int] = bindparam("device")
_GRADE = (
    select(func.coalesce(_I.c.override_grade, _I.c.grade) + "/" + _I.c.functional)
    .where(_I.c.device_id == _DEVICE, _I.c.ended_at.is_(None))
    .scalar_subquery()
)
_OUTCOME = (
    select(_O.c.outcome).where(_O.c.device_id == _DEVICE, _O.c.ended_at.is_(None)).scalar_subquery()
)
_APPROVAL = (
    select(func.max(_A.c.id))
    .where(_A.c.device_id == _DEVICE, _A.c.withdrawn_at.is_(None))
    .scalar_subquery()
)
# One that rests on an approval before the one in force speaks of the past.
_CERTIFICATE = (
    select(func.count())
    .where(
        _C.c.device_id == _DEVICE,
        _C.c.state == CertificateState.VALID.value,
        _C.c.approval_id == _APPROVAL,
    )
    .scalar_subquery()
)
_LOCKS = (
    select(func.group_concat(_Q.c.lock))
    .where(_Q.c.device_id == _DEVICE, _Q.c.closed_at.is_(None))
    .scalar_subquery()
)
_MISSING = (
    select(func.count()).where(_N.c.device_id == _DEVICE, _N.c.found_at.is_(None)).scalar_subquery()
)
_W, _T = schema.work_order, schema.dismantling
_REPAIR = (
    select(func.count())
    .where(_W.c.device_id == _DEVICE, _W.c.closed_at.is_(None))
    .scalar_subquery()
)
_APART = (
    select(func.count()).where(_T.c.device_id == _DEVICE, _T.c.state == "open").scalar_subquery()
)
# A cancelled order says nothing of the device.
_LAST_END = (
    select(_W.c.outcome)
    .where(_W.c.device_id == _DEVICE, _W.c.closed_at.is_not(None), _W.c.outcome != "cancelled")
    .order_by(_W.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
# Its own label on another device, or another's on it.
_DOUBT = (
    select(func.count())
    .where(or_(_X.c.device_id == _DEVICE, _X.c.stuck_on_id == _DEVICE), _X.c.settled_at.is_(None))
    .scalar_subquery()
)
_ALL = select(_GRADE, _OUTCOME, _CERTIFICATE, _LOCKS, _MISSING, _REPAIR, _APART, _LAST_END, _DOUBT)


@dataclass(frozen=True, slots=True)
class Prospect:
    """What is in force for one device."""

    grade: Grade | None = None
    functional: Functional | None = None
    outcome: Outcome | None = None
    certified: bool = False
    locks: frozenset[Lock] = frozenset()
    missing: bool = False
    in_repair: bool = False
    dismantling: bool = False
    beyond_repair: bool = False
    label_doubt: bool = False


class Prospects:
    """Reads across inspections, decisions, certificates, quarantine, incidents and the bench."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, device_id: int) -> Prospect:
        """Return what is in force for a device."""
        row = self._connection.execute(_ALL, {"device": device_id}).one()
        graded, outcome, certificates, locks, missing, repair, apart, ended, doubt = row
        grade, _, functional = (graded or "").partition("/")
        return Prospect(
            grade=Grade(grade) if grade else None,
            functional=Functional(functional) if functional else None,
            outcome=Outcome(outcome) if outcome else None,
            certified=bool(certificates),
            locks=frozenset(Lock(word) for word in locks.split(",")) if locks else frozenset(),
            missing=bool(missing),
            in_repair=bool(repair),
            dismantling=bool(apart),
            beyond_repair=ended == RepairOutcome.BEYOND_REPAIR,
            label_doubt=bool(doubt),
        )
