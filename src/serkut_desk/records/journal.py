"""Appends to the journal inside the caller's transaction, and reads it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select, update

from serkut_desk.domain import clock, journal
from serkut_desk.domain.events import Tag
from serkut_desk.domain.policy_acts import ON_POLICY
from serkut_desk.records import schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from sqlalchemy import Connection

_T = schema.journal
_S = schema.journal_subject
_HEAD = select(_T.c.seq, _T.c.hash, _T.c.at).order_by(_T.c.seq.desc()).limit(1)
_MARK = select(schema.clock_mark.c.running, schema.clock_mark.c.steady_ms, schema.clock_mark.c.wall)
_SET_MARK = update(schema.clock_mark)
_INSERT = insert(_T)
_INSERT_SUBJECT = insert(_S)
_ABOUT = (
    select(_T)
    .join(_S, _S.c.seq == _T.c.seq)
    .where(_S.c.subject == bindparam("subject"))
    .order_by(_T.c.seq)
)

PROGRAM = "program"


class Journal:
    """The audit trail as one transaction sees it.

    Args:
        connection: In a write transaction for `append`; any for reading.
        now: Reads the wall and the steady clock.
        actor: Code of the person who acts, or `program`.
        workstation: Name of this workstation.

    Attributes:
        policy: Tells the version of the sanitisation policy that holds; None where nobody acts.
        besides: Tells what the records say that no entry has told yet: evidence and how it stands.
    """

    def __init__(
        self, connection: Connection, now: clock.Clock, actor: str, workstation: str
    ) -> None:
        self._connection = connection
        self._clock = now
        self._actor = actor
        self._workstation = workstation
        self.appended = 0
        self.policy: Callable[[], int] | None = None
        self.besides: Callable[[], Mapping[str, object]] | None = None
        self._head: tuple[journal.Head, str] | None = None
        self._mark: clock.ClockMark | None = None
        self._promised = False

    def head(self) -> journal.Head:
        """Return the newest entry's number and hash."""
        return self._newest()[0]

    def now(self) -> datetime:
        """Return the time that the next entry will carry: never older than the one before."""
        wall = self._clock.now()
        last = self._newest()[1]
        return max(wall, clock.from_text(last)) if last else wall

    def append(
        self, tag: Tag, subject: str, subjects: Iterable[str] = (), /, **body: object
    ) -> journal.Head:
        """Write one entry and return the new head.

        Args:
            tag: What happened.
            subject: Code of what it happened to.
            subjects: Codes of everything else that it touches; the subject is added.
            body: Facts for auditors: no personal data, nothing that JSON can not hold. What
                rests on the sanitisation policy is told the version besides (`policy`).
        """
        if self.policy is not None and tag in ON_POLICY:
            body = {"policy": self.policy(), **body}
        if self.besides is not None:
            body = {**body, **self.besides()}
        self.next_seq()
        self._promised = False
        self.appended += 1
        return self._write(tag, subject, tuple(subjects), body)

    def _newest(self) -> tuple[journal.Head, str]:
        if self._head is None:
            row = self._connection.execute(_HEAD).one_or_none()
            self._head = (journal.Head(row[0], row[1]), row[2]) if row else (journal.START, "")
        return self._head

    def next_seq(self) -> int:
        """Return the number that the next entry will carry, for a row that names it.

        Should the clock have jumped, that is entered first, once: then nothing comes before the
        entry, however often the number is asked for.
        """
        if not self._promised:
            self.notice_jump()
            self._promised = True
        return self.head().seq + 1

    def notice_jump(self) -> bool:
        """Enter a jump of the clock since the last entry, and let issuing wait; tell whether so."""
        running, steady = self._clock.steady()
        wall = self._clock.now()
        mark = clock.ClockMark(running, steady, wall)
        last_at = self._newest()[1]
        jumped = clock.jump(self._last_mark(), clock.from_text(last_at) if last_at else None, mark)
        if jumped is not None:
            self._set_doubt()
            self._write(
                Tag.CLOCK_JUMPED,
                "clock",
                (),
                {"kind": jumped.value, "said": clock.to_text(wall), "last": last_at},
            )
        self._keep_mark(mark)
        return jumped is not None

    def _last_mark(self) -> clock.ClockMark | None:
        if self._mark is None:
            row = self._connection.execute(_MARK).one_or_none()
            if row is not None:
                self._mark = clock.ClockMark(row[0], row[1] / 1000, row[2])
        return self._mark

    def _keep_mark(self, mark: clock.ClockMark) -> None:
        values = {
            "running": mark.running,
            "steady_ms": int(mark.steady * 1000),
            "wall": mark.wall,
        }
        if self._mark is None:
            self._connection.execute(insert(schema.clock_mark), {"id": 1, **values})
        else:
            self._connection.execute(_SET_MARK, values)
        self._mark = mark

    def _set_doubt(self) -> None:
        table = schema.setting
        changed = self._connection.execute(
            table.update().where(table.c.name == "clock_doubted").values(value=True)
        )
        if changed.rowcount == 0:
            self._connection.execute(insert(table).values(name="clock_doubted", value=True))

    def _write(
        self, tag: Tag, subject: str, subjects: tuple[str, ...], body: Mapping[str, object]
    ) -> journal.Head:
        newest, _ = self._newest()
        about = sorted({subject, *subjects})
        fields = {
            "seq": newest.seq + 1,
            "prev": newest.hash,
            "format": journal.FORMAT,
            "at": clock.to_text(self.now()),
            "actor": self._actor,
            "workstation": self._workstation,
            "tag": tag.value,
            "subject": subject,
            "body": journal.canonical({**body, "subjects": about}),
        }
        head = journal.Head(newest.seq + 1, journal.entry_hash(**fields))  # type: ignore[arg-type] # the dict's values are of both types
        self._connection.execute(_INSERT, {**fields, "hash": head.hash})
        self._connection.execute(
            _INSERT_SUBJECT, [{"subject": code, "seq": head.seq} for code in about]
        )
        self._head = (head, str(fields["at"]))
        return head

    # Reading --------------------------------------------------------------------------------

    def about(self, subject: str) -> list[journal.Entry]:
        """Return every entry that touches `subject`, the oldest first."""
        rows = self._connection.execute(_ABOUT, {"subject": subject})
        return [journal.Entry._make(row) for row in rows]

    def entries(self, after: int = 0) -> Iterator[journal.Entry]:
        """Yield entries with a number greater than `after`, in order, one by one."""
        result = self._connection.execute(select(_T).where(_T.c.seq > after).order_by(_T.c.seq))
        try:
            # The driver's own rows: a whole journal passes here; SQLAlchemy's cost as much again.
            yield from map(journal.Entry._make, iter(result.cursor.fetchone, None))
        finally:
            result.close()

    def between(self, start: datetime, end: datetime) -> list[journal.Entry]:
        """Return entries from `start` on and before `end`, the oldest first."""
        wanted = (_T.c.at >= clock.to_text(start)) & (_T.c.at < clock.to_text(end))
        rows = self._connection.execute(select(_T).where(wanted).order_by(_T.c.seq))
        return [journal.Entry._make(row) for row in rows]

    def tail(self, count: int) -> journal.Verified:
        """Check the newest `count` entries against each other."""
        entries = list(self.entries(max(0, self.head().seq - count)))
        if not entries:
            return journal.verify(())
        first = entries[0]
        return journal.verify(entries, journal.Head(first.seq - 1, first.prev))
