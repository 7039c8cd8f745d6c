"""Which certificate belongs to which log, and drives of which another report may tell as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows
from serkut_desk.records.runs import Runs

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Connection

    from serkut_desk.domain.runs import SanitisationRun

_P = schema.report_pair
_R = schema.sanitisation_run


@dataclass(frozen=True, slots=True)
class ReportPair:
    """Two reports of one run. `log_id` counts, `paper_id` is knowledge beside it.

    `differences` holds for each drive told of by both: `log` and `paper` (the drives' own
    numbers), `opposed`, and `said`: what differs, as field and the words of both.
    """

    id: int
    log_id: int
    paper_id: int
    agrees: bool
    differences: list[dict[str, Any]]
    at: datetime


class ReportPairs(Rows[ReportPair]):
    """Every pair."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _P, ReportPair)
        self._runs = Runs(connection)

    def of_report(self, report_id: int) -> list[ReportPair]:
        """Return the pairs that a report is a part of."""
        return self.all(or_(_P.c.log_id == report_id, _P.c.paper_id == report_id), order=[_P.c.id])

    def near(self, ended: tuple[str, str] | None, keys: Collection[str]) -> list[SanitisationRun]:
        """Return drives of reports that ended in a span of time, or that have one of the serials.

        Args:
            ended: First and last moment as ISO text without zone; None asks for no time.
            keys: Writings of a serial.
        """
        found = self._runs.all(_R.c.ended.between(*ended)) if ended else []
        found += self._runs.all(_R.c.serial_key.in_(sorted(keys))) if keys else []
        by_id = {run.id: run for run in found if run.report_run_id is not None}
        return [by_id[number] for number in sorted(by_id)]
