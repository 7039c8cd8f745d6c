"""Holds runs against the journal: what reports and persons said of media, and who had a part.

Approvals rest on them. Who could edit a run could let a failure pass, hide one as set aside, or
take themselves out of what they may then approve. What a level stands on besides is held by
`evidence_check`.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from serkut_desk.domain.events import Tag
from serkut_desk.domain.evidence import Verdict
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

_R, _P, _D, _J = schema.sanitisation_run, schema.report_run, schema.device, schema.journal
_TAGS = (
    *(Tag.REPORT_IMPORTED, Tag.RUN_RECORDED, Tag.MEDIA_DESTROYED, Tag.MEDIUM_DESTROYED),
    *(Tag.RUN_SET_ASIDE, Tag.MEDIUM_REJECTED, Tag.PERFORMER_NAMED),
)
_ENTRIES = (
    select(_J.c.tag, _J.c.actor, _J.c.body)
    .where(_J.c.tag.in_([tag.value for tag in _TAGS]))
    .order_by(_J.c.seq)
)
_RUNS = (
    select(_R, _P.c.sha256.label("report"), _P.c.number, _D.c.code)
    .select_from(_R)
    .outerjoin(_P, _P.c.id == _R.c.report_run_id)
    .outerjoin(_D, _D.c.id == _R.c.device_id)
    .order_by(_R.c.id)
)


@dataclass(slots=True)
class _Told:
    """What the journal says.

    Drives by file, number of the run in it and place in that; what persons recorded, by run: what
    came of it, who recorded and who performed it; logs, each with the certificates beside it.
    """

    brought: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    drives: dict[tuple[str, int, int], tuple[str, str, str]] = field(default_factory=dict)
    recorded: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    aside: dict[int, str] = field(default_factory=dict)
    named: dict[int, tuple[str, str]] = field(default_factory=dict)
    papers: dict[int, set[int]] = field(default_factory=dict)

    def take(self, tag: str, actor: str, said: dict[str, Any]) -> None:
        """Remember what an entry says."""
        if tag == Tag.REPORT_IMPORTED:
            self._bring(actor, said)
        elif tag == Tag.RUN_SET_ASIDE:
            self.aside[said["run"]] = actor
        elif tag == Tag.MEDIUM_REJECTED:
            self.aside |= dict.fromkeys(said["runs"], actor)
        elif tag == Tag.PERFORMER_NAMED:
            self.named[said["run"]] = (said["performed_by"], actor)
        else:
            runs = [one["run"] for one in said["destroyed"]] if "destroyed" in said else []
            verdict = said.get("verdict", Verdict.PASSED.value)
            people = {said["performed_by"], said.get("second_by")} - {None}
            for run in runs or [said["run"]]:
                self.recorded[run] = (verdict, said["technique"], actor, people)

    def _bring(self, actor: str, said: dict[str, Any]) -> None:
        for number, run in enumerate(said["runs"]):
            self.brought[said["sha256"]] = (actor, said["performed_by"])
            for at, one in enumerate(run["drives"]):
                drive = (one["verdict"], one["device"], one["serial"])
                self.drives[said["sha256"], number, at] = drive
            for pair in run.get("pairs", ()):
                for one in pair["drives"]:
                    self.papers.setdefault(one["log"], set()).add(one["paper"])

    def bears_out(self, row: Row[Any], at: int) -> bool:
        """Tell whether the entries say of a run what its record says; `at` is its place."""
        performer, by = self.named.get(row.id, (None, None))
        same = row.set_aside_by == self.aside.get(row.id)
        same &= row.facts.get("performer_named_by") == by
        held = {row.performed_by, row.second_by} - {None}
        if row.report is None:
            verdict, technique, actor, people = self.recorded.get(row.id, ("", "", "", set()))
            people = people | ({performer} - {None})
            kept = (row.verdict, row.technique, row.imported_by, held)
            return same and kept == (verdict, technique, actor, people)
        actor, told = self.brought.get(row.report, ("", None))
        verdict, *drive = self.drives.get((row.report, row.number, at), ("", "", ""))
        same &= (row.imported_by, row.device_path, row.serial) == (actor, *drive)
        return same and {told, performer} - {None} <= held and self._stands(row, verdict)

    def _stands(self, row: Row[Any], told: str) -> bool:
        """Tell whether a verdict is the one told, a stricter one, or one that was held back.

        What is paired or heard of later makes a good run doubtful; it passes again when a person
        has set the certificate aside that spoke against it.
        """
        good, doubtful = Verdict.PASSED.value, Verdict.REVIEW.value
        if (row.verdict, told) == (good, doubtful):
            return bool(self.papers.get(row.id, set()) & self.aside.keys())
        return row.verdict == told or (row.verdict, told) == (doubtful, good)


def check_runs(connection: Connection) -> tuple[Finding, ...]:
    """Return every run of which the journal says otherwise, by its device."""
    told = _Told()
    for tag, actor, body in connection.execute(_ENTRIES):
        told.take(tag, actor, json.loads(body))
    places: Counter[int] = Counter()
    wrong: dict[str, None] = {}
    for row in connection.execute(_RUNS):
        at = places[row.report_run_id] if row.report_run_id is not None else 0
        if row.report_run_id is not None:
            places[row.report_run_id] += 1
        if not told.bears_out(row, at):
            wrong[row.code or f"#{row.id}"] = None
    return tuple(Finding("records", None, about) for about in wrong)
