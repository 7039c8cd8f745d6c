"""Every file that anybody brought in, by the stick or folder with which it came, and its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, case, func, select, update

from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.evidence_place import GRAVITY, Place
from serkut_desk.domain.runs import moment_told
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import BindParameter, Connection, Row, Select

_B, _F = schema.import_batch, schema.import_file
_R, _S, _D = schema.report_run, schema.sanitisation_run, schema.device
_M, _SHORT_OF = schema.medium, MediumState.NOT_ENOUGH.value
# SQLite takes no more values than this in one statement of any build.
_CHUNK = 500
_SOME: BindParameter[Any] = bindparam("some", expanding=True)
_COUNTS = select(_F.c.place, _F.c.waits, func.count()).group_by(_F.c.place, _F.c.waits)
_GRAVEST = case({place.value: number for place, number in GRAVITY.items()}, value=_F.c.place)
_MOVE = (
    update(_F)
    .where(_F.c.id == bindparam("row_id"))
    .values(place=bindparam("to_place"), waits=bindparam("to_wait"))
)
# What tells of runs stands where they stand; a copy of it, or what a person settled, stays.
_STANDING = select(_F.c.id, _F.c.digest, _F.c.place, _F.c.waits).where(
    _F.c.digest.in_(_SOME), _F.c.place != Place.DUPLICATE.value, _F.c.settled_at.is_(None)
)
_FILE = select(_F).where(_F.c.id == bindparam("row_id"))
_COPIES = select(_F).where(_F.c.digest == bindparam("digest")).order_by(_F.c.id)
# Kept with the file: read together with the index of what is attached.
_booted, _ended = (func.json_extract(_F.c.detail, f"$.kernel.{end}") for end in ("booted", "ended"))
_KERNELS = (
    select(_F.c.detail)
    .where(
        _F.c.place == Place.ATTACHED.value,
        _F.c.kind == "kernel_log",
        _booted <= bindparam("last"),
        _ended >= bindparam("first"),
    )
    .order_by(_F.c.id)
)
_KNOWN = select(_F.c.digest).where(_F.c.digest.in_(_SOME)).distinct()
_TELLING = select(_R.c.sha256, _R.c.same_as_id).where(_R.c.sha256.in_(_SOME))
_DRIVES = (
    select(
        _R.c.sha256,
        _S.c.id,
        _S.c.verdict,
        _S.c.match,
        _S.c.contradicted,
        _S.c.set_aside_by,
        _S.c.medium_id,
        _S.c.paired_with,
        _S.c.started,
        _S.c.facts,
    )
    .join(_R, _R.c.id == _S.c.report_run_id)
    .where(_R.c.sha256.in_(_SOME))
)
# A report that tells nothing new shows the drives of the one that told first.
_TOLD = func.coalesce(_R.c.same_as_id, _R.c.id)
_NAMES = (
    select(_R.c.sha256, _S.c.serial, _D.c.code.label("device"), _M.c.state)
    .join(_S, _S.c.report_run_id == _TOLD)
    .outerjoin(_D, _D.c.id == _S.c.device_id)
    .outerjoin(_M, _M.c.id == _S.c.medium_id)
    .where(_R.c.sha256.in_(_SOME))
    .order_by(_S.c.id)
)
_SHA_OF_RUNS = (
    select(_R.c.sha256).join(_S, _S.c.report_run_id == _R.c.id).where(_S.c.id.in_(_SOME)).distinct()
)
_MEDIA_OF_RUNS = select(_S.c.medium_id).where(_S.c.id.in_(_SOME), _S.c.medium_id.is_not(None))
_OF_MEDIA = select(
    _S.c.medium_id,
    _S.c.id,
    _S.c.verdict,
    _S.c.source,
    _S.c.set_aside_by,
    _S.c.contradicted,
    _S.c.started,
    _S.c.facts,
).where(_S.c.medium_id.in_(_SOME))


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """What somebody brought in at once.

    Args:
        source: files, folder or watch.
        name: Of the stick or folder, as it can be shown.
        seq: The last entry about it when it came.
    """

    id: int
    at: datetime
    by: str
    performed_by: str | None
    source: str
    name: str
    seq: int


@dataclass(frozen=True, slots=True)
class ImportFile:
    """One file of a batch.

    Args:
        name: Without its folder.
        path: Where it was, as it can be shown.
        digest: SHA-256 of its bytes, None where they could not be read.
        modified: When it was changed, as its file system says; ISO text in UTC.
        kind: What it is by its content (`report.<kind>` in the texts).
        place: Where it stands.
        waits: Somebody has to do something about it.
        detail: `trouble` of one that could not be read, `first` of a copy: number of the file that
            came first.
        settled_at: When somebody looked at it and decided that nothing is to be done.
    """

    id: int
    batch_id: int
    name: str
    path: str
    digest: str | None
    size: int | None
    modified: str | None
    kind: str | None
    place: Place
    waits: bool
    detail: dict[str, Any]
    settled_at: datetime | None
    settled_by: str | None


@dataclass(frozen=True, slots=True)
class ToldDrive:
    """A drive of a file, as far as its place needs it.

    `continued`: another report tells all of its run; `beside`: it stands beside the run's log.
    """

    sha256: str
    run: int
    verdict: str
    matched: bool
    contradicted: bool
    set_aside: bool
    medium_id: int | None
    continued: bool
    beside: bool
    started: datetime | None


@dataclass(frozen=True, slots=True)
class NamedDrive:
    """A drive of a file: its serial as written, and the code of the device that it concerns.

    `short_of`: what was done to its medium is not enough for it.
    """

    sha256: str
    serial: str
    device: str | None
    short_of: bool


@dataclass(frozen=True, slots=True)
class MediumRun:
    """A run on a medium, as far as it can overtake an earlier one; `counts` if nobody doubts it.

    `started`: when it began by its tool's clock.
    """

    medium_id: int
    run: int
    verdict: str
    source: str
    counts: bool
    started: datetime | None


class ImportBatches(Rows[ImportBatch]):
    """Every batch; its files under `files`."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _B, ImportBatch)
        self.files: Rows[ImportFile] = Rows(connection, _F, ImportFile, {"place": Place})

    def find(self, row_id: int) -> ImportFile | None:
        """Return the file with this number."""
        return self.files.the_one(_FILE, row_id=numbered(row_id))

    def batches(self, numbers: Iterable[int]) -> list[ImportBatch]:
        """Return the batches with these numbers."""
        return self.all(_B.c.id.in_(sorted(numbers)))

    def first_of(self, digest: str) -> ImportFile | None:
        """Return the file that came first with these bytes."""
        found = self.files.all(_F.c.digest == digest, order=[_F.c.id], limit=1)
        return found[0] if found else None

    def copies_of(self, digest: str) -> list[ImportFile]:
        """Return every file with these bytes, in the order in which they came."""
        return self.files.those(_COPIES, digest=digest)

    def known(self, digests: Iterable[str]) -> frozenset[str]:
        """Return those SHA-256 of which a file was brought in."""
        return frozenset(row[0] for row in self._some(_KNOWN, sorted(set(digests))))

    def unread(self, path: str) -> list[ImportFile]:
        """Return files of this path whose bytes could not be read."""
        waiting = _F.c.waits.is_(True)
        return self.files.all(waiting, _F.c.digest.is_(None), _F.c.path == path)

    def kernel_logs(self, first: str, last: str) -> list[dict[str, Any]]:
        """Return what was kept of kernels' messages with errors that touch a span of time.

        Args:
            first: Its beginning, ISO text in UTC without zone.
            last: Its end.
        """
        span = {"first": first, "last": last}
        return [row.detail["kernel"] for row in self.connection.execute(_KERNELS, span)]

    def read_now(self, row_id: int, kind: str) -> None:
        """Remember what a file is that could not be read when it came; nobody has settled that."""
        self.files.change(
            row_id, kind=kind, place=Place.UNREADABLE.value, settled_at=None, settled_by=None
        )

    def listed(
        self,
        place: Place | None = None,
        *,
        only_waiting: bool = False,
        limit: int = 100,
        offset: int = 0,
    ) -> list[ImportFile]:
        """Return files: those that wait first, then the newest."""
        where = [] if place is None else [_F.c.place == place.value]
        where += [_F.c.waits.is_(True)] if only_waiting else []
        # All that waits stands together: the gravest first.
        first = _GRAVEST if only_waiting else _F.c.waits.desc()
        query = select(_F).where(*where).order_by(first, _F.c.id.desc())
        rows = self.connection.execute(query.limit(limit).offset(offset))
        return [self.files.of(row) for row in rows]

    def counts(self) -> dict[tuple[Place, bool], int]:
        """Return how many files stand in each place, those that wait apart."""
        return {
            (Place(place), bool(waits)): int(count)
            for place, waits, count in self.connection.execute(_COUNTS)
        }

    def files_of_runs(self, runs: Iterable[int]) -> set[str]:
        """Return the SHA-256 of the files that tell of runs, or of the same media."""
        changed = sorted(runs)
        media = {row[0] for row in self._some(_MEDIA_OF_RUNS, changed)}
        others = {one.run for one in self.runs_of_media(media)}
        return {row[0] for row in self._some(_SHA_OF_RUNS, sorted(others.union(changed)))}

    def runs_of_media(self, media: Iterable[int]) -> Iterator[MediumRun]:
        """Yield every run on media."""
        for row in self._some(_OF_MEDIA, sorted(media)):
            counts = row.set_aside_by is None and not row.contradicted
            started = moment_told(row.started, row.facts)
            yield MediumRun(row.medium_id, row.id, row.verdict, row.source, counts, started)

    def drives_of(self, digests: Iterable[str]) -> Iterator[ToldDrive]:
        """Yield every drive that files tell of themselves."""
        for row in self._some(_DRIVES, sorted(digests)):
            yield ToldDrive(
                row.sha256,
                row.id,
                row.verdict,
                row.match == "matched",
                bool(row.contradicted),
                row.set_aside_by is not None,
                row.medium_id,
                "continued_in" in row.facts,
                row.paired_with is not None,
                moment_told(row.started, row.facts),
            )

    def named_in(self, digests: Iterable[str]) -> Iterator[NamedDrive]:
        """Yield the drives that files tell of, in their order."""
        for row in self._some(_NAMES, sorted(digests)):
            yield NamedDrive(row.sha256, row.serial, row.device, row.state == _SHORT_OF)

    def told_again(self, digests: Iterable[str]) -> Iterator[tuple[str, int | None]]:
        """Yield each run of files: the file, and the earlier report of the same run, if any."""
        for row in self._some(_TELLING, sorted(digests)):
            yield row.sha256, row.same_as_id

    def standing(self, digests: Iterable[str]) -> Iterator[tuple[int, str, Place, bool]]:
        """Yield the files whose place follows from their drives: number, SHA-256, place, waits."""
        for row in self._some(_STANDING, sorted(digests)):
            yield row.id, row.digest, Place(row.place), bool(row.waits)

    def move(self, moves: Sequence[tuple[int, Place, bool]]) -> None:
        """Put files in their new places."""
        if moves:
            rows = [
                {"row_id": row_id, "to_place": place.value, "to_wait": waits}
                for row_id, place, waits in moves
            ]
            self.connection.execute(_MOVE, rows)

    def _some(self, query: Select[Any], values: Sequence[object]) -> Iterator[Row[Any]]:
        for at in range(0, len(values), _CHUNK):
            yield from self.connection.execute(query, {"some": list(values[at : at + _CHUNK])})
