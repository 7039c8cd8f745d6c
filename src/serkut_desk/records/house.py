"""Settings and running numbers of the house."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.records import schema

if TYPE_CHECKING:
    from sqlalchemy import Connection

_C = schema.counter
_S = schema.setting
_GET = select(_S.c.value).where(_S.c.name == bindparam("setting"))
_LAST = select(_C.c.last).where(_C.c.kind == bindparam("kind"))
_NEXT = (
    update(_C)
    .where(_C.c.kind == bindparam("which"))
    .values(last=_C.c.last + 1)
    .returning(_C.c.last)
)
_SET_LAST = update(_C).where(_C.c.kind == bindparam("which")).values(last=bindparam("number"))


class House:
    """What belongs to the workshop as a whole."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str, default: Any = None) -> Any:
        """Return a setting's value, or `default`."""
        found = self._connection.execute(_GET, {"setting": name}).one_or_none()
        return default if found is None else found[0]

    def put(self, name: str, value: Any) -> None:
        """Set a setting."""
        changed = self._connection.execute(update(_S).where(_S.c.name == name).values(value=value))
        if changed.rowcount == 0:
            self._connection.execute(insert(_S).values(name=name, value=value))

    def next_code(self, kind: CodeKind) -> str:
        """Take the next code of a kind; numbers run on and are never given twice."""
        return make_code(kind, self.next_number(kind.value))

    def coming_code(self, kind: CodeKind) -> str:
        """Return the code that `next_code` gives next, without taking it."""
        last = self._connection.execute(_LAST, {"kind": kind.value}).scalar() or 0
        return make_code(kind, last + 1)

    def next_number(self, kind: str) -> int:
        """Take the next number of a series; what is rolled back leaves no gap."""
        number = self._connection.execute(_NEXT, {"which": kind}).scalar()
        if number is None:
            number = 1
            self._connection.execute(insert(_C).values(kind=kind, last=number))
        return int(number)

    def counters(self) -> dict[str, int]:
        """Return the last number given of each kind of code."""
        return {kind: last for kind, last in self._connection.execute(select(_C.c.kind, _C.c.last))}  # noqa: C416 - rows are not pairs to the type checker

    def skip_to(self, kind: str, number: int) -> None:
        """Never give numbers up to `number`; they may stand on labels already."""
        last = self._connection.execute(_LAST, {"kind": kind}).scalar()
        if last is None:
            self._connection.execute(insert(_C).values(kind=kind, last=number))
        elif last < number:
            self._connection.execute(_SET_LAST, {"which": kind, "number": number})
