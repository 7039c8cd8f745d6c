"""Holds work orders, their ends and safety tests against what the journal says of them.

A device leaves after a repair because its order ended well and its test passed: neither may be
written past the program.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from serkut_desk.domain.events import Tag
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_J, _W, _T, _D = schema.journal, schema.work_order, schema.safety_test, schema.device
_CLOSED = select(_J.c.subject, _J.c.seq, _J.c.body).where(_J.c.tag == Tag.ORDER_CLOSED)
_OPENED = select(_J.c.subject, _J.c.seq).where(_J.c.tag == Tag.ORDER_OPENED)
_TESTED = select(_J.c.subject, _J.c.seq, _J.c.body).where(_J.c.tag == Tag.SAFETY_TESTED)
_ORDERS = select(
    _W.c.code, _W.c.state, _W.c.closed_at, _W.c.outcome, _W.c.barrier, _W.c.outcome_note
)
_TESTS = select(_T, _D.c.code.label("device")).join(_D, _D.c.id == _T.c.device_id)


def check_orders(connection: Connection) -> tuple[Finding, ...]:
    """Return every order of which the journal says otherwise, and every device with such a test."""
    return (*_orders(connection), *_tests(connection))


def _orders(connection: Connection) -> list[Finding]:
    told, seqs = {}, {}
    for subject, seq, body in connection.execute(_CLOSED):
        said = json.loads(body)
        told[subject] = (said["outcome"], said["barrier"], said["note"])
        seqs[subject] = seq
    opened = {row.subject: row.seq for row in connection.execute(_OPENED)}
    found = []
    for code, state, closed_at, *ended in connection.execute(_ORDERS):
        done = (state == "done", closed_at is not None)
        stands = told.pop(code, None) == (tuple(ended) if all(done) else None)
        if not stands or any(done) != all(done) or opened.pop(code, None) is None:
            found.append(Finding("records", seqs.get(code), code))
    # One that was opened and is gone does not hold its device any more.
    found += [Finding("records", seq, code) for code, seq in opened.items() if code not in told]
    # An entry about an order that the records do not know.
    return [*found, *(Finding("records", seqs[code], code) for code in told)]


def _tests(connection: Connection) -> list[Finding]:
    told = {}
    for subject, seq, body in connection.execute(_TESTED):
        said = json.loads(body)
        told[seq] = (
            subject,
            said["test"],
            said["passed"],
            said["subject"],
            said["protection_class"],
            said["limits_version"],
            said["measured"],
            said["instrument"],
            said["calibration_due"],
        )
    found = []
    for row in connection.execute(_TESTS):
        stands = (
            row.device,
            row.id,
            row.passed,
            row.subject,
            row.protection_class,
            row.limits_version,
            row.measurements,
            row.instrument,
            row.calibration_due.isoformat(),
        )
        if told.pop(row.seq, None) != stands:
            found.append(Finding("records", row.seq, row.device))
    return [*found, *(Finding("records", seq, one[0]) for seq, one in told.items())]
