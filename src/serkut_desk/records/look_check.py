"""Holds second looks, their draws, incidents and freezes against the journal.

Who is drawn follows from the hash of an entry, so that each draw is drawn again here: a look that
vanished, or that nobody drew, is found; so is a doubt that ended past the program.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from serkut_desk.domain.clock import from_text
from serkut_desk.domain.events import Tag
from serkut_desk.domain.second_look import Lifted, LookState, chosen, draw_in
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_J, _D, _M = schema.journal, schema.device, schema.medium
_R = schema.sanitisation_run
_K, _X, _F = schema.second_look, schema.proof_incident, schema.proof_freeze
_TAGS = (
    *(Tag.APPROVED, Tag.LOOKS_DRAWN, Tag.LOOK_RECORDED, Tag.LOOK_RELEASED),
    *(Tag.INCIDENT_GREW, Tag.FREEZE_LIFTED, Tag.PROOF_INCIDENT_CLOSED),
)
_ENTRIES = (
    select(_J.c.seq, _J.c.tag, _J.c.actor, _J.c.body, _J.c.hash)
    .where(_J.c.tag.in_([tag.value for tag in _TAGS]))
    .order_by(_J.c.seq)
)
_LOOKS = (
    select(_K, _D.c.code, _R.c.medium_id.label("of_run"))
    .join(_R, _R.c.id == _K.c.run_id)
    .join(_M, _M.c.id == _K.c.medium_id)
    .join(_D, _D.c.id == _M.c.device_id)
    .order_by(_K.c.id)
)
_FREEZES = (
    select(_F, _D.c.code)
    .join(_M, _M.c.id == _F.c.medium_id)
    .join(_D, _D.c.id == _M.c.device_id)
    .order_by(_F.c.id)
)
_OPEN = (LookState.OPEN.value, None, None, None)


_READ = frozenset({LookState.CLEAN.value, LookState.FAILED.value})


@dataclass(slots=True)
class _Told:
    """What the journal says.

    Looks by number of the run and of the entry that drew it, or of that which recorded one that
    nobody drew; incidents by their number; freezes by incident and run.
    """

    looks: dict[tuple[int, int], tuple[Any, ...]] = field(default_factory=dict)
    incidents: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    freezes: dict[tuple[int, int], tuple[Any, ...]] = field(default_factory=dict)

    def take(self, seq: int, tag: str, actor: str, said: dict[str, Any], own_hash: str) -> None:
        """Remember what an entry says."""
        if tag == Tag.LOOK_RECORDED:
            self._record(seq, actor, said)
        elif tag == Tag.INCIDENT_GREW:
            self._freeze(said)
        elif tag == Tag.LOOK_RELEASED:
            self._settle(seq, said, (LookState.IMPOSSIBLE.value, actor, None, None))
        elif tag == Tag.FREEZE_LIFTED:
            for run in said["runs"]:
                self._lift(said["incident"], run, said["outcome"])
        elif tag == Tag.PROOF_INCIDENT_CLOSED:
            look, *_ = self.incidents.get(said["incident"], (None,))
            self.incidents[said["incident"]] = (look, said["conclusion"], actor, said["second"])
            for run in said["unfounded"]:
                self._lift(said["incident"], run, Lifted.UNFOUNDED.value)
        if "draw" in said:
            for run in chosen(draw_in(said["draw"]), own_hash):
                self.looks[run, seq] = _OPEN

    def _record(self, seq: int, actor: str, said: dict[str, Any]) -> None:
        at = from_text(said["looked_at"])
        self._settle(seq, said, (said["state"], actor, said["sha256"], at))
        if said["incident"] is not None:
            self._begin(said["look"], said["incident"])

    def _settle(self, seq: int, said: dict[str, Any], stands: tuple[Any, ...]) -> None:
        run = said["run"]
        waits = next(
            (key for key, how in self.looks.items() if key[0] == run and how == _OPEN), None
        )
        self.looks[waits or (run, seq)] = stands

    def _begin(self, look: int, incident: dict[str, Any]) -> None:
        self.incidents[incident["incident"]] = (look, "", None, None)
        self._freeze(incident)

    def _freeze(self, incident: dict[str, Any]) -> None:
        at = from_text(incident["at"])
        for run, medium, why in incident["frozen"]:
            self.freezes[incident["incident"], run] = (medium, why, at, None)

    def _lift(self, incident: int, run: int, outcome: str) -> None:
        medium, why, at, _ = self.freezes.get((incident, run), (None, None, None, None))
        self.freezes[incident, run] = (medium, why, at, outcome)


def check_looks(connection: Connection) -> tuple[Finding, ...]:
    """Return every look, incident or freeze of which the journal says otherwise."""
    told = _Told()
    for seq, tag, actor, body, own_hash in connection.execute(_ENTRIES):
        told.take(seq, tag, actor, json.loads(body), own_hash)
    wrong: dict[str, None] = {}
    for row in connection.execute(_LOOKS):
        # When it was read says which doubts it can end.
        read = row.looked_at if row.state in _READ else None
        stands = (row.state, row.looked_by, row.sha256, read)
        same = told.looks.pop((row.run_id, row.seq), None) == stands
        if not same or row.medium_id != row.of_run:
            wrong[row.code] = None
    for row in connection.execute(_FREEZES):
        held = (row.medium_id, row.why, row.at, row.outcome)
        if told.freezes.pop((row.incident_id, row.run_id), None) != held:
            wrong[row.code] = None
    for row in connection.execute(select(_X)):
        ended = (row.look_id, row.conclusion, row.closed_by, row.second_by)
        if told.incidents.pop(row.id, None) != ended:
            wrong[f"#{row.id}"] = None
    lost = [run for run, _ in (*told.looks, *((run, 0) for _, run in told.freezes))]
    wrong |= dict.fromkeys(_devices_of(connection, lost))
    wrong |= {f"#{number}": None for number in told.incidents}
    return tuple(Finding("records", None, code) for code in wrong)


def _devices_of(connection: Connection, runs: list[int]) -> list[str]:
    """Return the devices of runs whose look or freeze is gone; `#run` of one that is gone too."""
    run = schema.sanitisation_run
    query = (
        select(run.c.id, _D.c.code)
        .join(_M, _M.c.id == run.c.medium_id)
        .join(_D, _D.c.id == _M.c.device_id)
        .where(run.c.id.in_(runs))
    )
    known = {row.id: row.code for row in connection.execute(query)}
    return [known.get(one, f"#{one}") for one in runs]
