"""Report files as they came in, and the runs that each of them tells of."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, or_, select, update

from serkut_desk.domain.journal import canonical
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from serkut_desk.domain.report_links import Told

_F = schema.evidence_file
_P = schema.report_run
_FILE = select(_F).where(_F.c.sha256 == bindparam("digest"))
_REPORT = select(_P).where(_P.c.id == bindparam("row_id"))


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """An original file; its bytes lie in the file store under its SHA-256."""

    sha256: str
    name: str
    size: int
    outcome: str
    received_at: datetime
    received_by: str


@dataclass(frozen=True, slots=True)
class RecordedReport:
    """One run of a wiping program in one file.

    `fingerprint` is the same wherever the run is told of, `body_digest` wherever the same text
    stands with other serials, `times_digest` wherever every line has the same time, `head_key`
    from the first line until the work starts. `same_as_id` is set where an earlier file told of
    the run already; then no result is counted from here.
    """

    id: int
    sha256: str
    number: int
    fingerprint: str
    body_digest: str
    head_key: str
    times_digest: str
    banner: str | None
    tool_version: str | None
    started: str | None
    ended: str | None
    host: dict[str, Any]
    facts: dict[str, Any]
    same_as_id: int | None

    @property
    def finished(self) -> bool:
        """Whether the program said how it ended."""
        return self.facts.get("final") is not None


def report_digest(report: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a report's record: by it reports are told from one another.

    Args:
        report: Its columns.
    """
    return sha256(canonical(dict(report)).encode("utf-8")).hexdigest()


class Evidence:
    """Every report file and every run in it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._files = Rows(connection, _F, EvidenceFile)
        self._reports = Rows(connection, _P, RecordedReport)
        self._untold: list[int] = []
        self._came: list[str] = []

    def file(self, digest: str) -> EvidenceFile | None:
        """Return the file with this SHA-256."""
        return self._files.the_one(_FILE, digest=digest)

    def add_file(self, **values: object) -> None:
        """Insert a file."""
        self._connection.execute(insert(_F), values)
        self._came.append(str(values["sha256"]))

    def change_outcome(self, digest: str, outcome: str) -> None:
        """Remember that a file that was kept before is understood now; its bytes stay."""
        self._connection.execute(update(_F).where(_F.c.sha256 == digest).values(outcome=outcome))

    def beginning(self, digest: str) -> list[EvidenceFile]:
        """Return at most two files whose SHA-256 begins so."""
        fits = _F.c.sha256.between(digest, digest + "g")
        return self._files.all(fits, order=[_F.c.sha256], limit=2)

    def named(self, names: Iterable[str]) -> list[EvidenceFile]:
        """Return files that came in under one of these names."""
        return self._files.all(_F.c.name.in_(list(names)), order=[_F.c.sha256])

    def reports_of(self, digest: str) -> list[RecordedReport]:
        """Return the runs that a file tells of, in its order."""
        return self._reports.all(_P.c.sha256 == digest, order=[_P.c.number])

    def add_report(self, **values: object) -> int:
        """Insert a run of a file and return its number."""
        row_id = self._reports.add(**values)
        self._untold.append(row_id)
        return row_id

    def tell(self) -> dict[str, Any]:
        """Return what the journal has not been told yet, for its entry.

        `originals`: files that came in. `reports`: number and digest of each run in them.
        """
        told: dict[str, Any] = {"originals": self._came} if self._came else {}
        if self._untold:
            query = select(_P).where(_P.c.id.in_(self._untold)).order_by(_P.c.id)
            rows = self._connection.execute(query)
            told["reports"] = [[row.id, report_digest(row._asdict())] for row in rows]
        self._came, self._untold = [], []
        return told

    def report(self, row_id: int) -> RecordedReport:
        """Return a run that exists.

        Raises:
            LookupError: There is no such run.
        """
        found = self._reports.the_one(_REPORT, row_id=row_id)
        if found is None:
            message = f"no report run {row_id}"
            raise LookupError(message)
        return found

    def alike(self, run: Told) -> list[RecordedReport]:
        """Return earlier runs that are told of in the same or nearly the same words.

        Runs that are linked to an earlier one are not among them: that one is.
        """
        told = [_P.c.fingerprint == run.fingerprint]
        # What is not known is not looked for: every report without it would be found and read.
        told += [_P.c.body_digest == run.body] if run.body else []
        told += [_P.c.head_key == run.head] if run.head else []
        told += [_P.c.times_digest == run.times] if run.times else []
        return self._reports.all(_P.c.same_as_id.is_(None), or_(*told), order=[_P.c.id])
