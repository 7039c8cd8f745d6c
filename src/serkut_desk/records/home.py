"""What waits where, for the home view and the rail: every queue counted in one question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Integer,
    Text,
    bindparam,
    cast,
    distinct,
    exists,
    func,
    literal,
    null,
    select,
    type_coerce,
    union_all,
)

from serkut_desk.domain.clock import local
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.evidence_place import Place
from serkut_desk.domain.lifecycle import FREE, DeviceState
from serkut_desk.domain.next_steps import Step
from serkut_desk.domain.queues import Queue
from serkut_desk.records import schema
from serkut_desk.records.certificates import CertificateState
from serkut_desk.records.dismantlings import WAITING
from serkut_desk.records.installations import waits as waits_for_system
from serkut_desk.records.labels import WAITING as LABELS_WAITING
from serkut_desk.records.next_steps import waits_for
from serkut_desk.records.snapshots import WAITS_FOR_CHOICE
from serkut_desk.records.types import DayText, UtcText
from serkut_desk.records.wipe_queue import UNSETTLED, left_media

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Column, ColumnElement, Connection, FromClause, Select, Table

_D, _P, _L, _M = schema.device, schema.place, schema.lot, schema.medium
_A, _C, _N = schema.approval, schema.certificate, schema.incident
_S = schema.sanitisation_run
_Q, _R, _H, _F = schema.quarantine, schema.device_return, schema.handover, schema.feedback

_BY_STATE = {
    Queue.DECLARE: DeviceState.RECEIVED,
    Queue.WIPE: DeviceState.WAITING_WIPE,
    Queue.REVIEW: DeviceState.WAITING_REVIEW,
    Queue.APPROVE: DeviceState.WAITING_APPROVAL,
    Queue.GRADE: DeviceState.WAITING_GRADE,
    Queue.DECIDE: DeviceState.WAITING_DECISION,
    Queue.SHELF: DeviceState.ON_SHELF,
    Queue.REPAIR: DeviceState.WAITING_REPAIR,
}
# The media of what was taken apart are wiped, looked at and approved as well.
_BY_LEFT_MEDIUM = {
    Queue.WIPE: MediumState.NOT_WIPED,
    Queue.REVIEW: MediumState.TO_REVIEW,
    Queue.APPROVE: MediumState.UNAPPROVED,
}
_TAKEN_APART = _D.c.state == DeviceState.DISMANTLED.value
_HERE = _D.c.in_house.is_(True) | _TAKEN_APART
_BY_MEDIUM = {Queue.FAILED: MediumState.FAILED, Queue.NOT_ENOUGH: MediumState.NOT_ENOUGH}


@dataclass(frozen=True, slots=True)
class QueueLine:
    """How many wait in a queue, and what has waited longest.

    Args:
        queue: Which.
        count: How many.
        code: What has waited longest: a device, lot, handover or label; None for none of these.
        name: Maker and model of the device, sender of the lot.
        place: Name of the shelf where it lies.
        since: When it came into the house, or into the queue where that is recorded.
    """

    queue: Queue
    count: int
    code: str | None
    name: str
    place: str | None
    since: datetime | None


class Home:
    """Reads only."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def queues(self, now: datetime, *, near_days: int, near_percent: int) -> list[QueueLine]:
        """Return every queue, empty ones too.

        Args:
            now: Decides which containers' time is over.
            near_days: How many days before that they are to be looked after.
            near_percent: So they are when they are that full.
        """
        today = local(now).date()
        times = {
            "now": now,
            "today": today,
            "soon": now + timedelta(days=near_days),
            "percent": near_percent,
        }
        return [
            QueueLine(Queue(row[0]), row[1], row[2], f"{row[3]} {row[4]}".strip(), row[5], row[6])
            for row in self._connection.execute(_ALL, times)
        ]


def _devices(queue: Queue, first: FromClause, at: Column[Any] | None = None) -> Select[Any]:
    """Return the line of a queue of devices.

    Args:
        queue: Which.
        first: How many there are (`n`) and the id of the oldest device (`oldest`).
        at: Since when it waits; the day of its receipt unless told.
    """
    return (
        select(
            literal(queue.value),
            first.c.n,
            _D.c.code,
            func.coalesce(_D.c.manufacturer, ""),
            func.coalesce(_D.c.model, ""),
            _P.c.name,
            _D.c.received_at if at is None else at,
        )
        .select_from(first.outerjoin(_D, _D.c.id == first.c.oldest))
        .outerjoin(_P, _P.c.id == _D.c.place_id)
    )


def _in_state(queue: Queue, state: DeviceState) -> Select[Any]:
    found = select(func.count().label("n"), func.min(_D.c.id).label("oldest"))
    waits = _D.c.state == state.value
    if queue in _BY_LEFT_MEDIUM:
        waits |= left_media([_BY_LEFT_MEDIUM[queue]])
    return _devices(queue, found.where(waits).subquery())


def _with_medium(queue: Queue, state: MediumState) -> Select[Any]:
    """Return devices that wait because of a medium's result."""
    found = (
        select(
            func.count(distinct(_M.c.device_id)).label("n"),
            func.min(_M.c.device_id).label("oldest"),
        )
        .join(_D, _D.c.id == _M.c.device_id)
        .where(_M.c.state == state.value, _M.c.proposed.is_(False), _HERE)
    )
    return _devices(queue, found.subquery())


def _without_certificate() -> Select[Any]:
    """Return devices with an approval in force that have no valid certificate."""
    approved = exists().where(_A.c.device_id == _D.c.id, _A.c.withdrawn_at.is_(None))
    held = exists().where(_C.c.device_id == _D.c.id, _C.c.state == CertificateState.VALID.value)
    states = sorted(state.value for state in FREE)
    free = _D.c.state.in_(states) | (_TAKEN_APART & ~left_media(UNSETTLED))
    found = select(func.count().label("n"), func.min(_D.c.id).label("oldest"))
    return _devices(Queue.CERTIFY, found.where(free, approved, ~held).subquery())


def _to_take_apart() -> Select[Any]:
    """Return devices that were decided to be taken apart: their media come out there."""
    waiting = WAITING.order_by(None).subquery()
    found = select(func.count().label("n"), func.min(waiting.c.id).label("oldest"))
    return _devices(Queue.DISMANTLE, found.select_from(waiting).subquery())


def _without_system() -> Select[Any]:
    """Return devices that nobody can use before an operating system was installed."""
    found = select(func.count().label("n"), func.min(_D.c.id).label("oldest"))
    return _devices(Queue.INSTALL, found.where(waits_for_system()).subquery())


def _cases(
    queue: Queue, table: Table, at: Column[Any], open_ones: ColumnElement[bool]
) -> Select[Any]:
    """Return the line of a queue of cases about devices, such as quarantine.

    A device with two cases counts once; a case that names no device counts by itself.
    """
    each = distinct(func.coalesce(table.c.device_id, -table.c.id))
    found = select(func.count(each).label("n"), func.min(table.c.id).label("case_id"))
    case = found.where(open_ones).subquery()
    return (
        select(
            literal(queue.value),
            case.c.n,
            _D.c.code,
            func.coalesce(_D.c.manufacturer, ""),
            func.coalesce(_D.c.model, ""),
            _P.c.name,
            at,
        )
        .select_from(case.outerjoin(table, table.c.id == case.c.case_id))
        .outerjoin(_D, _D.c.id == table.c.device_id)
        .outerjoin(_P, _P.c.id == _D.c.place_id)
    )


def _things(
    queue: Queue,
    table: Table,
    at: Column[Any],
    waits: ColumnElement[bool],
    code: Column[Any] | None = None,
) -> Select[Any]:
    """Return the line of a queue of something else than devices."""
    found = select(func.count().label("n"), func.min(table.c.id).label("first_id"))
    first = found.where(waits).subquery()
    return select(
        literal(queue.value),
        first.c.n,
        cast(null(), Text) if code is None else code,
        literal(""),
        literal(""),
        cast(null(), Text),
        at,
    ).select_from(first.outerjoin(table, table.c.id == first.c.first_id))


def _lots(queue: Queue, waits: ColumnElement[bool], since: ColumnElement[Any]) -> Select[Any]:
    """Return the line of a queue of lots; the one with the least `since` is named."""
    # A code has twelve characters; what stands before it puts the least first.
    key = func.min(type_coerce(since, Text) + _L.c.code)
    one = select(func.count().label("n"), key.label("least")).where(waits).subquery()
    sender = schema.organisation
    return (
        select(
            literal(queue.value),
            one.c.n,
            _L.c.code,
            func.coalesce(sender.c.name, ""),
            literal(""),
            cast(null(), Text),
            since,
        )
        .select_from(one.outerjoin(_L, _L.c.code == func.substr(one.c.least, -12)))
        .outerjoin(sender, sender.c.id == _L.c.organisation_id)
    )


def _frozen() -> Select[Any]:
    """Return the cages whose seal is wrong and about which nobody has decided."""
    cage, check, sender = schema.cage, schema.seal_check, schema.organisation
    found = select(func.count().label("n"), func.min(cage.c.id).label("first_id"))
    first = found.where(cage.c.state == "frozen").subquery()
    since = select(func.max(check.c.at)).where(check.c.cage_id == cage.c.id).scalar_subquery()
    return (
        select(
            literal(Queue.SEALS.value),
            first.c.n,
            _L.c.code,
            func.coalesce(sender.c.name, ""),
            func.coalesce(cage.c.name, ""),
            cast(null(), Text),
            since,
        )
        .select_from(first.outerjoin(cage, cage.c.id == first.c.first_id))
        .outerjoin(_L, _L.c.id == cage.c.lot_id)
        .outerjoin(sender, sender.c.id == _L.c.organisation_id)
    )


def _containers(queue: Queue, *, over: bool) -> Select[Any]:
    """Return containers that are over their limit, or those that soon are.

    What is sealed takes nothing more: only its time can run out.
    """
    box, line = schema.container, schema.fraction_line
    inside = (
        select(func.coalesce(func.sum(line.c.weight_g), 0))
        .where(line.c.container_id == box.c.id, line.c.undone_at.is_(None))
        .scalar_subquery()
    )
    is_open = box.c.state == "open"
    past = func.coalesce(box.c.due_at < bindparam("now", type_=UtcText), literal(value=False))
    heavy = is_open & func.coalesce(inside > box.c.limit_g, literal(value=False))
    soon = func.coalesce(box.c.due_at < bindparam("soon", type_=UtcText), literal(value=False))
    full = inside * 100 >= box.c.limit_g * bindparam("percent", type_=Integer)
    near = soon | (is_open & func.coalesce(full, literal(value=False)))
    waits = (past | heavy) if over else (near & ~(past | heavy))
    found = select(func.count().label("n"), func.min(box.c.id).label("first_id")).where(
        box.c.state.in_(["open", "sealed"]), waits
    )
    first = found.subquery()
    return (
        select(
            literal(queue.value),
            first.c.n,
            box.c.code,
            func.coalesce(box.c.name, ""),
            literal(""),
            _P.c.name,
            box.c.begun_at,
        )
        .select_from(first.outerjoin(box, box.c.id == first.c.first_id))
        .outerjoin(_P, _P.c.id == box.c.place_id)
    )


def _wants() -> Select[Any]:
    """Return wants that a free part in stock answers: somebody can go on."""
    want, part, fit = schema.part_want, schema.part, schema.part_fit
    said = exists().where(fit.c.part_id == part.c.id, fit.c.model_key == want.c.model_key)
    answered = exists().where(
        part.c.state == "stock",
        part.c.type == want.c.type,
        part.c.reserved_id.is_(None),
        part.c.test != "failed",
        (want.c.model_key == "") | (part.c.model_key == want.c.model_key) | said,
    )
    return _things(Queue.WANTS, want, want.c.wanted_at, want.c.closed_at.is_(None) & answered)


def _looks(queue: Queue, table: Table, at: Column[Any], waits: ColumnElement[bool]) -> Select[Any]:
    """Return the line of a queue of second looks, or of their incidents: the device of the first.

    An incident is about the medium of its look.
    """
    look = schema.second_look
    found = select(func.count().label("n"), func.min(table.c.id).label("first_id"))
    first = found.where(waits).subquery()
    joined = first.outerjoin(table, table.c.id == first.c.first_id)
    other = look.alias("looked") if table is look else look
    on = other.c.id == (table.c.id if table is look else table.c.look_id)
    return (
        select(
            literal(queue.value),
            first.c.n,
            _D.c.code,
            func.coalesce(_D.c.manufacturer, ""),
            func.coalesce(_D.c.model, ""),
            _P.c.name,
            at,
        )
        .select_from(joined.outerjoin(other, on))
        .outerjoin(_M, _M.c.id == other.c.medium_id)
        .outerjoin(_D, _D.c.id == _M.c.device_id)
        .outerjoin(_P, _P.c.id == _D.c.place_id)
    )


def _files() -> Select[Any]:
    """Return files that wait and concern no device: what concerns one waits in its queue."""
    run, told, file, batch = _S, schema.report_run, schema.import_file, schema.import_batch
    nobodys = exists().where(
        told.c.sha256 == file.c.digest,
        run.c.report_run_id == told.c.id,
        run.c.match == "unknown",
        run.c.set_aside_by.is_(None),
    )
    about_media = file.c.place.in_([Place.UNKNOWN_MEDIUM.value, Place.CONTRADICTION.value])
    mine = (file.c.place == Place.UNREADABLE.value) | (about_media & nobodys)
    found = select(func.count().label("n"), func.min(file.c.id).label("first_id"))
    first = found.where(file.c.waits.is_(True), mine).subquery()
    return (
        select(
            literal(Queue.EVIDENCE.value),
            first.c.n,
            cast(null(), Text),
            func.coalesce(file.c.name, ""),
            literal(""),
            cast(null(), Text),
            batch.c.at,
        )
        .select_from(first.outerjoin(file, file.c.id == first.c.first_id))
        .outerjoin(batch, batch.c.id == file.c.batch_id)
    )


_X = schema.label_mixup
_LOOK, _DOUBT = schema.second_look, schema.proof_incident
_JOB, _STOP, _ORDER = schema.label_job, schema.stop, schema.work_order
_OPEN = _L.c.state == "open"
_TO_COME = _L.c.expected_on.is_not(None) & _L.c.arrived_at.is_(None)
_OVERDUE = _L.c.expected_on < bindparam("today", type_=DayText)
# Noon is the same day in Finland.
_DUE = type_coerce(_L.c.expected_on, Text) + literal("T12:00:00.000Z")
_ALL = union_all(
    _lots(Queue.LOTS, _OPEN & ~_TO_COME, _L.c.opened_at),
    _lots(Queue.EXPECTED, _OPEN & _TO_COME & ~_OVERDUE, _DUE),
    _lots(Queue.LATE_LOTS, _OPEN & _TO_COME & _OVERDUE, _DUE),
    _frozen(),
    *(_in_state(queue, state) for queue, state in _BY_STATE.items()),
    *(_with_medium(queue, state) for queue, state in _BY_MEDIUM.items()),
    _without_certificate(),
    _without_system(),
    _to_take_apart(),
    _cases(Queue.TO_TEST, _ORDER, _ORDER.c.opened_at, _ORDER.c.state == "to_test"),
    _cases(Queue.QUARANTINE, _Q, _Q.c.found_at, _Q.c.closed_at.is_(None)),
    _cases(Queue.HAZARD, _STOP, _STOP.c.raised_at, _STOP.c.released_at.is_(None)),
    _cases(Queue.LABEL_DOUBT, _X, _X.c.at, _X.c.settled_at.is_(None)),
    _looks(Queue.SECOND_LOOK, _LOOK, _LOOK.c.at, _LOOK.c.state == "open"),
    _looks(Queue.PROOF_INCIDENTS, _DOUBT, _DOUBT.c.at, _DOUBT.c.closed_at.is_(None)),
    _cases(Queue.MISSING, _N, _N.c.noticed_at, _N.c.closed_at.is_(None)),
    _cases(Queue.RETURNS, _R, _R.c.came_at, _R.c.remedy.is_(None)),
    _things(Queue.BASKETS, _H, _H.c.opened_at, _H.c.state == "open", _H.c.code),
    _containers(Queue.CONTAINERS, over=False),
    _containers(Queue.CONTAINERS_OVER, over=True),
    _wants(),
    _things(Queue.TO_DESTROY, schema.next_step, schema.next_step.c.at, waits_for(Step.DESTROY)),
    _files(),
    _things(Queue.SNAPSHOTS, schema.snapshot, schema.snapshot.c.received_at, WAITS_FOR_CHOICE),
    _things(
        Queue.LABELS,
        _JOB,
        _JOB.c.made_at,
        _JOB.c.state.in_(sorted(state.value for state in LABELS_WAITING)),
        _JOB.c.code,
    ),
    _things(Queue.FEEDBACK, _F, _F.c.left_at, _F.c.read_at.is_(None)),
)
