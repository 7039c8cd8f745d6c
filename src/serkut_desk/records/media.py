"""Storage media and what was stated of their number."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, insert, select, union_all, update

from serkut_desk.domain.data_state import SETTLED_MEDIA
from serkut_desk.domain.devices import StorageMedium
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.medium_stay import MediumStay
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows, sought

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

_M = schema.medium
_ST = schema.media_statement
_R = schema.sanitisation_run
_OF_DEVICE = select(_M).where(_M.c.device_id == bindparam("device_id")).order_by(_M.c.id)

_BY_SERIAL = select(_M).where(_M.c.serial_key == bindparam("key")).order_by(_M.c.id)
_STAY, _LOOSE = schema.medium_stay, schema.loose_medium
# What a device's media were in before, and what went on from it into others.
_STAYS = union_all(
    select(_STAY).where(_STAY.c.device_id == bindparam("device_id")),
    select(_STAY)
    .join(_M, _M.c.id == _STAY.c.medium_id)
    .where(_M.c.device_id == bindparam("device_id"), _STAY.c.device_id != _M.c.device_id),
)
_F, _PART = schema.fraction_line, schema.part
_GIVEN_UP = union_all(
    select(_F.c.id).where(_F.c.medium_id == bindparam("medium_id"), _F.c.undone_at.is_(None)),
    select(_PART.c.id).where(
        _PART.c.medium_id == bindparam("medium_id"), _PART.c.state == "scrapped"
    ),
)
_WENT_THROUGH = (
    select(_STAY).where(_STAY.c.medium_id == bindparam("medium_id")).order_by(_STAY.c.id)
)
# What the policy is asked with, who said so, and since when an old proof counts no more.
_GATED = (
    *("kind", "kind_source", "kind_confirmed_by", "serial", "serial_key", "serial_certain"),
    *("proposed", "declared_by", "used_since"),
)
_SOME = select(_M).where(_M.c.id.in_(bindparam("some", expanding=True))).order_by(_M.c.id)
_FIELDS = tuple(field.name for field in fields(StorageMedium) if field.name != "id")


def medium_told(medium: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an entry says of a medium.

    Args:
        medium: The columns of its record.
    """
    since = medium["used_since"]
    return {
        "medium": medium["id"],
        **{name: medium[name] for name in _GATED},
        "used_since": since.isoformat() if since else None,
    }


class Media(Rows[StorageMedium]):
    """Every medium that ever entered."""

    def __init__(self, connection: Connection) -> None:
        words = {"kind": MediumKind, "kind_source": KindSource}
        super().__init__(connection, schema.medium, StorageMedium, words)
        self.stays: Rows[MediumStay] = Rows(connection, _STAY, MediumStay)
        self.loosened: set[int] = set()
        """Numbers of runs whose medium was deleted in this transaction."""
        # What is told of a new one needs no question; None: to be read.
        self._untold: dict[int, dict[str, Any] | None] = {}

    def add(self, **values: object) -> int:
        """Insert a medium and return its number."""
        row_id = super().add(**values)
        known = values.keys() >= set(_GATED)
        self._untold[row_id] = medium_told({"id": row_id, **values}) if known else None
        return row_id

    def change(self, row_id: int, **values: object) -> None:
        """Change one medium.

        Raises:
            LookupError: There is no such medium.
        """
        super().change(row_id, **values)
        if not values.keys().isdisjoint(_GATED):
            self._untold[row_id] = None

    def tell(self) -> list[dict[str, Any]]:
        """Return what a gate asks of media that the journal has not been told yet, for its entry.

        One that was deleted is not among them.
        """
        told, self._untold = self._untold, {}
        unread = sorted(row_id for row_id, said in told.items() if said is None)
        if unread:
            rows = self.connection.execute(_SOME, {"some": unread})
            told |= {row.id: medium_told(row._asdict()) for row in rows}
        return [said for _, said in sorted(told.items()) if said is not None]

    def of_device(self, device_id: int) -> list[StorageMedium]:
        """Return media that are or were in a device, proposed ones included."""
        rows = self.connection.execute(_OF_DEVICE, {"device_id": device_id})
        return [self.of(row) for row in rows]

    def find(self, row_id: int) -> StorageMedium | None:
        """Return the medium with this number."""
        return self.one(_M.c.id == row_id)

    def by_id(self, row_id: int) -> StorageMedium:
        """Return a medium that exists."""
        found = self.find(row_id)
        if found is None:
            message = f"no medium {row_id}"
            raise LookupError(message)
        return found

    def declare(self, medium: StorageMedium) -> int:
        """Insert a medium as it is, its id apart, and return its id."""
        return self.add(**{name: getattr(medium, name) for name in _FIELDS})

    def by_code(self, code: str) -> StorageMedium | None:
        """Return the medium outside its device that carries this label."""
        return self.one(_M.c.code == code)

    def by_serial(self, key: str) -> list[StorageMedium]:
        """Return media with this serial, as `serial_key`."""
        rows = self.connection.execute(_BY_SERIAL, {"key": sought(key)})
        return [self.of(row) for row in rows]

    def fitting(
        self, keys: Collection[str], beginnings: Collection[str], device_ids: Collection[int]
    ) -> list[StorageMedium]:
        """Return media that drives of a report can be.

        Args:
            keys: Serials as `serial_key`.
            beginnings: Serials that a report cut off: all that a medium's begins with.
            device_ids: Devices whose media are wanted whatever their serials.
        """
        wanted: ColumnElement[bool] = _M.c.serial_key.in_(sorted(key for key in keys if key))
        wanted |= _M.c.device_id.in_(sorted(device_ids))
        for beginning in sorted(beginnings):
            wanted |= _M.c.serial_key.startswith(beginning, autoescape=True)
        return self.all(wanted, order=[_M.c.id])

    def waiting_of_size(self, least: int, most: int, limit: int) -> list[StorageMedium]:
        """Return declared media of about one size that are not free of data, the newest first."""
        done = [state.value for state in SETTLED_MEDIA]
        return self.all(
            _M.c.capacity_bytes.between(least, most),
            _M.c.proposed.is_(False),
            _M.c.state.not_in(done),
            order=[_M.c.id.desc()],
            limit=limit,
        )

    def drop(self, row_id: int) -> None:
        """Delete a medium that was declared by mistake; reports about it belong to nobody again."""
        mine = _R.c.medium_id == row_id
        self.loosened.update(self.connection.execute(select(_R.c.id).where(mine)).scalars())
        self.connection.execute(
            update(_R).where(mine).values(medium_id=None, match="unknown", device_id=None)
        )
        super().drop(row_id)
        self._untold.pop(row_id, None)

    def none_confirmed_by(self, device_id: int) -> int:
        """Return how many persons said that a device holds no medium."""
        row = self.connection.execute(
            select(_ST.c.count, _ST.c.second_by).where(_ST.c.device_id == device_id)
        ).one_or_none()
        if row is None or row[0] != 0:
            return 0
        return 1 if row[1] is None else 2

    def state_none(
        self, device_id: int, *, how: str, by: str, second: str | None, at: datetime
    ) -> None:
        """Remember who said that a device holds no medium."""
        self.unstate(device_id)
        self.connection.execute(
            insert(_ST).values(
                device_id=device_id, count=0, how=how, stated_by=by, second_by=second, stated_at=at
            )
        )

    def retract_none(self, device_id: int, by: str) -> None:
        """Take back what one person said: the second's word alone, or the statement."""
        mine = (_ST.c.device_id == device_id, _ST.c.second_by == by)
        if self.connection.execute(update(_ST).where(*mine).values(second_by=None)).rowcount == 0:
            self.unstate(device_id)

    def unstate(self, device_id: int) -> None:
        """Forget what was said of the number of media."""
        self.connection.execute(delete(_ST).where(_ST.c.device_id == device_id))

    def stated_by(self, device_id: int) -> tuple[str, ...]:
        """Return who said that a device holds no medium, in order."""
        row = self.connection.execute(
            select(_ST.c.stated_by, _ST.c.second_by).where(_ST.c.device_id == device_id)
        ).one_or_none()
        return () if row is None else tuple(code for code in row if code)

    def stated_at(self, device_id: int) -> datetime | None:
        """Return when somebody first said that a device holds no medium, None if nobody did."""
        stated = select(_ST.c.stated_at).where(_ST.c.device_id == device_id)
        return self.connection.execute(stated).scalar_one_or_none()

    def stays_about(self, device_id: int) -> list[MediumStay]:
        """Return stays of media in a device that ended, and those before of what it holds now."""
        rows = self.connection.execute(_STAYS, {"device_id": device_id})
        return sorted((self.stays.of(row) for row in rows), key=lambda stay: stay.id)

    def stays_of(self, medium_id: int) -> list[MediumStay]:
        """Return where a medium was before, the oldest first."""
        rows = self.connection.execute(_WENT_THROUGH, {"medium_id": medium_id})
        return [self.stays.of(row) for row in rows]

    def devices_before(self, medium_id: int) -> set[int]:
        """Return the devices that a medium was in before the one that it belongs to now."""
        return {stay.device_id for stay in self.stays_of(medium_id)}

    def go_on(self, medium: StorageMedium, device_id: int, **stay: object) -> None:
        """Let a medium belong to another device; what it was in before is kept as a stay."""
        self.stays.add(
            medium_id=medium.id,
            device_id=medium.device_id,
            last_run=self.connection.execute(select(func.max(_R.c.id))).scalar_one() or 0,
            last_approval=self.connection.execute(
                select(func.max(schema.approval.c.id))
            ).scalar_one()
            or 0,
            **stay,
        )
        self.change(medium.id, device_id=device_id, removed_at=None, removed_by=None)

    def in_container(self, medium_id: int) -> bool:
        """Tell whether a medium was given up into a container, by itself or as a part."""
        row = self.connection.execute(_GIVEN_UP, {"medium_id": medium_id}).first()
        return row is not None

    def put_away(self, medium_id: int, place_id: int | None) -> None:
        """Remember where a medium lies that was taken out; None: nowhere that anybody said."""
        self.connection.execute(delete(_LOOSE).where(_LOOSE.c.medium_id == medium_id))
        if place_id is not None:
            self.connection.execute(insert(_LOOSE).values(medium_id=medium_id, place_id=place_id))

    def place_of(self, medium_id: int) -> int | None:
        """Return the place where a medium lies that was taken out."""
        query = select(_LOOSE.c.place_id).where(_LOOSE.c.medium_id == medium_id)
        return self.connection.execute(query).scalar_one_or_none()
