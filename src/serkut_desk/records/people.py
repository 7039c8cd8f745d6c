"""People, wrong PINs, log-ins and parked work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, insert, select

from serkut_desk.domain.people import Person, PinGuard
from serkut_desk.domain.permissions import Permission, Role
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime, timedelta

    from sqlalchemy import Connection

_P, _G = schema.person, schema.person_grant
_GRANTED = (
    select(func.group_concat(_G.c.permission))
    .where(_G.c.person_id == _P.c.id)
    .scalar_subquery()
    .label("granted")
)
_BY_CODE = select(_P, _GRANTED).where(_P.c.code == bindparam("code"))
_ALL = select(_P, _GRANTED).order_by(_P.c.id)


def _permissions(words: str) -> frozenset[Permission]:
    return frozenset(Permission(word) for word in words.split(","))


def _person(granted: frozenset[Permission] | None = None, **values: Any) -> Person:
    return Person(granted=granted or frozenset(), **values)


class People(Rows[Person]):
    """The people of the workshop."""

    def __init__(self, connection: Connection) -> None:
        words = {"role": Role, "granted": _permissions}
        super().__init__(connection, schema.person, _person, words)

    def by_code(self, code: str) -> Person | None:
        """Return the person of a badge, also one who has left."""
        row = self.connection.execute(_BY_CODE, {"code": code}).one_or_none()
        return None if row is None else self.of(row)

    def display(self, code: str) -> str:
        """Return the house's short name of a person, their code where nobody has it."""
        person = self.by_code(code)
        return person.display if person else code

    def everybody(self) -> list[Person]:
        """Return everybody who ever had a badge, the first first."""
        return [self.of(row) for row in self.connection.execute(_ALL)]

    def grant(
        self, person_id: int, permission: Permission, *, at: datetime, by: str, seq: int
    ) -> None:
        """Let a person do something besides what their role carries."""
        self.connection.execute(
            insert(_G).values(
                person_id=person_id,
                permission=permission.value,
                granted_at=at,
                granted_by=by,
                seq=seq,
            )
        )

    def end_grants(self, person_id: int, permissions: Collection[Permission]) -> None:
        """End what a person was given."""
        words = sorted(word.value for word in permissions)
        self.connection.execute(
            delete(_G).where(_G.c.person_id == person_id, _G.c.permission.in_(words))
        )

    def count(self, role: Role) -> int:
        """Return how many active people have a role."""
        query = select(func.count()).where(_P.c.role == role.value, _P.c.active.is_(True))
        return int(self.connection.execute(query).scalar_one())

    def guard(self, person_id: int) -> PinGuard | None:
        """Return the wrong PINs in a row, None when there are none."""
        table = schema.pin_guard
        row = self.connection.execute(
            select(table).where(table.c.person_id == person_id)
        ).one_or_none()
        return None if row is None else PinGuard(*row)

    def set_guard(self, guard: PinGuard) -> None:
        """Remember a wrong PIN."""
        self.clear_guard(guard.person_id)
        self.connection.execute(
            insert(schema.pin_guard).values(
                person_id=guard.person_id, failures=guard.failures, not_before=guard.not_before
            )
        )

    def clear_guard(self, person_id: int) -> None:
        """Forget wrong PINs after a right one."""
        table = schema.pin_guard
        self.connection.execute(delete(table).where(table.c.person_id == person_id))

    def log(self, at: datetime, person: str | None, event: str, workstation: str) -> None:
        """Write a line of the log-in log, which is not the journal and is cleaned by age."""
        self.connection.execute(
            insert(schema.login_log).values(
                at=at, person=person, event=event, workstation=workstation
            )
        )

    def clean_log(self, now: datetime, keep: timedelta) -> int:
        """Delete lines older than `keep` and return how many there were."""
        table = schema.login_log
        return self.connection.execute(delete(table).where(table.c.at < now - keep)).rowcount

    def park(self, person_id: int, station: str, data: dict[str, Any], at: datetime) -> None:
        """Keep somebody's half-done work of a station."""
        self.unpark(person_id, station)
        self.connection.execute(
            insert(schema.parked_work).values(
                person_id=person_id, station=station, data=data, at=at
            )
        )

    def unpark(self, person_id: int, station: str) -> dict[str, Any] | None:
        """Give half-done work back and forget it."""
        table = schema.parked_work
        mine = (table.c.person_id == person_id, table.c.station == station)
        found = self.connection.execute(select(table.c.data).where(*mine)).one_or_none()
        self.connection.execute(delete(table).where(*mine))
        return None if found is None else dict(found[0])
