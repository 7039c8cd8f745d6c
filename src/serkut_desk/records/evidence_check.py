"""Holds evidence against the journal: what levels stand on, whose it is, and whether it counts.

Every entry tells what its transaction did to runs, reports, files and media (`UnitOfWork.untold`),
so that nobody can raise a technique, move a run to another medium, let a failure or a doubt
vanish, or call a disk something that is easier to wipe. What was recorded before entries told
this is held by `run_check` and `move_check` alone.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from serkut_desk.domain.runs import grounds_of, state_of_run
from serkut_desk.records import schema
from serkut_desk.records.devices import device_told
from serkut_desk.records.evidence import report_digest
from serkut_desk.records.journal_check import Finding
from serkut_desk.records.media import medium_told

if TYPE_CHECKING:
    from sqlalchemy import Connection

_J, _D, _M = schema.journal, schema.device, schema.medium
_R, _P, _F = schema.sanitisation_run, schema.report_run, schema.evidence_file
# A quote in what people wrote stands escaped in a body: only the program can write these.
_TOLD = ('"device_state":[', '"run_state":[', '"medium_state":[', '"reports":[', '"originals":[')
_ENTRIES = (
    select(_J.c.actor, _J.c.body)
    .where(or_(*(_J.c.body.contains(word) for word in _TOLD)))
    .order_by(_J.c.seq)
)
_RUNS = select(_R).order_by(_R.c.id)
_DEVICES = select(_D).order_by(_D.c.id)
_MEDIA = select(_M).order_by(_M.c.id)
_REPORTS = select(_P).order_by(_P.c.id)
_FILES = select(_F.c.sha256, _F.c.received_by)


class _Told:
    """What the entries say, the last word of each: by number, files by their hash."""

    def __init__(self) -> None:
        self.states: dict[int, dict[str, Any]] = {}
        self.grounds: dict[int, dict[str, Any]] = {}
        self.reports: dict[int, str] = {}
        self.devices: dict[int, dict[str, Any]] = {}
        self.media: dict[int, dict[str, Any]] = {}
        self.files: dict[str, str] = {}

    def take(self, actor: str, said: dict[str, Any]) -> None:
        """Remember what an entry says."""
        for one in said.get("run_state", ()):
            if "says" in one:
                self.grounds[one["run"]] = one.pop("says")
            self.states[one["run"]] = one
        self.devices |= {one["device"]: one for one in said.get("device_state", ())}
        self.media |= {one["medium"]: one for one in said.get("medium_state", ())}
        self.reports |= dict(said.get("reports", ()))
        self.files |= dict.fromkeys(said.get("originals", ()), actor)


def check_evidence(connection: Connection) -> tuple[Finding, ...]:
    """Return every device, or else number or file, of whose evidence the journal says otherwise."""
    told = _Told()
    for actor, body in connection.execute(_ENTRIES):
        told.take(actor, json.loads(body))
    codes = {row.id: row.code for row in connection.execute(select(_D.c.id, _D.c.code))}
    wrong = _runs(connection, told, codes)
    for row in connection.execute(_DEVICES):
        if row.id in told.devices and told.devices[row.id] != device_told(row._asdict()):
            wrong[row.code] = None
    for row in connection.execute(_MEDIA):
        if row.id in told.media and told.media[row.id] != medium_told(row._asdict()):
            wrong[codes[row.device_id]] = None
    held = {row.id: report_digest(row._asdict()) for row in connection.execute(_REPORTS)}
    wrong |= {
        f"report {number}": None
        for number, said in told.reports.items()
        if held.get(number) != said
    }
    files = {row.sha256: row.received_by for row in connection.execute(_FILES)}
    wrong |= {sha256: None for sha256, by in told.files.items() if files.get(sha256) != by}
    return tuple(Finding("records", None, about) for about in wrong)


def _runs(connection: Connection, told: _Told, codes: dict[int, str]) -> dict[str, None]:
    """Return the devices of runs that are gone, or that stand or say otherwise than was told."""
    wrong: dict[str, None] = {}
    gone = dict(told.states)
    for row in connection.execute(_RUNS):
        said = gone.pop(row.id, None)
        if said is None:
            continue
        run = row._asdict()
        grounds = told.grounds.get(row.id)
        if said != state_of_run(run) or grounds not in (None, grounds_of(run)):
            wrong |= _names(row.device_id, said["device"], row.id, codes)
    for number, said in gone.items():
        wrong |= _names(None, said["device"], number, codes)
    return wrong


def _names(now: int | None, then: int | None, run: int, codes: dict[int, str]) -> dict[str, None]:
    found = [codes[one] for one in (now, then) if one in codes]
    return dict.fromkeys(found or [f"#{run}"])
