"""Organisations, lots and their expected lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    union,
    union_all,
    update,
)

from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.lots import (
    ExtraDevice,
    ExtraReason,
    LateArrival,
    Lot,
    LotCounts,
    LotLine,
    Organisation,
    name_key,
)
from serkut_desk.domain.media import DataClass
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows, sought

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import BindParameter, ColumnElement, Connection, Select

_L = schema.lot
_N = schema.lot_line
_D = schema.device
_WAITING = (_N.c.quantity == 1) & _N.c.device_id.is_(None)
_IN_LOT = _N.c.lot_id == bindparam("lot_id")
_NAMED = (
    select(_N)
    .where(
        _N.c.quantity == 1,
        # The lot in each: every branch has an index of its own.
        or_(
            _IN_LOT & (_N.c.serial_key == bindparam("serial_key")),
            _IN_LOT & (_N.c.inventory_key == bindparam("inventory_key")),
            _IN_LOT & (_N.c.imei == bindparam("imei")),
        ),
    )
    .order_by(_N.c.row, _N.c.id)
)
_BY_CODE = select(_L).where(_L.c.code == bindparam("code"))
_KEYS: BindParameter[str] = bindparam("keys", expanding=True)
_KNOWN = union_all(
    select(_N.c.serial, _N.c.inventory).where(
        or_(_IN_LOT & _N.c.serial_key.in_(_KEYS), _IN_LOT & _N.c.inventory_key.in_(_KEYS)),
    ),
    select(_D.c.serial, _D.c.inventory).where(
        _D.c.in_house, or_(_D.c.serial_key.in_(_KEYS), _D.c.inventory_key.in_(_KEYS))
    ),
)
_OLD = _N.c.device_id.is_(None) & (_N.c.quantity == 1) & (_L.c.state == "closed")
_LINKED = exists().where(schema.late_arrival.c.line_id == _N.c.id)


def _missed_by(column: ColumnElement[str], name: str) -> Select[Any]:
    """Return what closed lots missed with a number; each number has an index of its own."""
    return (
        select(_N).join(_L, _L.c.id == _N.c.lot_id).where(column == bindparam(name), _OLD, ~_LINKED)
    )


_MISSED = union(
    _missed_by(_N.c.serial_key, "serial_key"),
    _missed_by(_N.c.inventory_key, "inventory_key"),
    _missed_by(_N.c.imei, "imei"),
)
_SENDER_KEY = (
    select(schema.organisation.c.name_key)
    .join(_L, _L.c.organisation_id == schema.organisation.c.id)
    .where(_L.c.id == bindparam("lot_id"))
)
_SENDERS = (
    select(schema.organisation.c.name)
    .where(schema.organisation.c.id.in_(select(_L.c.organisation_id)))
    .order_by(schema.organisation.c.name_key)
)
_ANSWER = (
    update(_N).where(_N.c.id == bindparam("line_id")).values(device_id=bindparam("answered_by"))
)


class Lots(Rows[Lot]):
    """The deliveries."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.lot, Lot, {"data_class": DataClass})
        self.lines = Rows(connection, schema.lot_line, LotLine)
        self.organisations = Rows(connection, schema.organisation, Organisation)
        self.extras = Rows(connection, schema.lot_extra, ExtraDevice, {"reason": ExtraReason})
        self.late = Rows(connection, schema.late_arrival, LateArrival)

    def by_code(self, code: str) -> Lot | None:
        """Return the lot with a code."""
        row = self.connection.execute(_BY_CODE, {"code": code}).one_or_none()
        return None if row is None else self.of(row)

    def by_id(self, row_id: int) -> Lot:
        """Return a lot that exists."""
        found = self.one(_L.c.id == row_id)
        if found is None:
            message = f"no lot {row_id}"
            raise LookupError(message)
        return found

    def open_ones(self) -> list[Lot]:
        """Return lots that are open, the newest first."""
        return self.all(_L.c.state == "open", order=[_L.c.id.desc()])

    def closed_ones(self, limit: int) -> list[Lot]:
        """Return lots that are closed, the newest first."""
        return self.all(_L.c.state == "closed", order=[_L.c.id.desc()], limit=limit)

    def newest(self, limit: int) -> list[Lot]:
        """Return the lots opened last, the newest first."""
        return self.all(order=[_L.c.id.desc()], limit=limit)

    def organisation(self, row_id: int) -> Organisation:
        """Return an organisation that exists."""
        found = self.organisations.one(schema.organisation.c.id == row_id)
        if found is None:
            message = f"no organisation {row_id}"
            raise LookupError(message)
        return found

    def sender_key(self, lot_id: int) -> str:
        """Return the key of who sent a lot that exists."""
        return str(self.connection.execute(_SENDER_KEY, {"lot_id": lot_id}).scalar_one())

    def senders(self) -> list[str]:
        """Return the names of the organisations that sent a lot, by name."""
        return list(self.connection.execute(_SENDERS).scalars())

    def find_organisation(self, name: str) -> Organisation | None:
        """Return the organisation of a name, however its case and spaces are written."""
        return self.organisations.one(schema.organisation.c.name_key == name_key(name))

    def organisation_named(self, name: str, at: datetime) -> tuple[Organisation, bool]:
        """Return the organisation of this name, and whether it was made now."""
        found = self.find_organisation(name)
        if found is not None:
            return found, False
        row_id = self.organisations.add(
            name=" ".join(name.split()), name_key=name_key(name), created_at=at
        )
        return self.organisation(row_id), True

    def add_lines(self, rows: Sequence[dict[str, object]]) -> None:
        """Insert the expected lines of a list."""
        if rows:
            self.connection.execute(insert(schema.lot_line), list(rows))

    def named(
        self, lot_id: int, *, serial_key: str = "", inventory_key: str = "", imei: str = ""
    ) -> list[LotLine]:
        """Return device lines that one of these numbers names, answered ones included."""
        keys = {
            "lot_id": lot_id,
            "serial_key": sought(serial_key),
            "inventory_key": sought(inventory_key),
            "imei": sought(imei),
        }
        return [self.lines.of(row) for row in self.connection.execute(_NAMED, keys)]

    def lines_of(self, lot_id: int) -> list[LotLine]:
        """Return every line of a lot in the order of its list."""
        return self.lines.all(_N.c.lot_id == lot_id, order=[_N.c.row, _N.c.id])

    def missing(self, lot_id: int) -> list[LotLine]:
        """Return lines that no device has answered, in the order of the list."""
        return self.lines.all(_N.c.lot_id == lot_id, _WAITING, order=[_N.c.row, _N.c.id])

    def missed(self, serial_key: str, inventory_key: str, imei: str) -> list[LotLine]:
        """Return lines of closed lots that wait for one of these numbers, newest lot first.

        A line that a late device was linked to waits no more.
        """
        keys = {
            "serial_key": sought(serial_key),
            "inventory_key": sought(inventory_key),
            "imei": sought(imei),
        }
        found = [self.lines.of(row) for row in self.connection.execute(_MISSED, keys)]
        return sorted(found, key=lambda line: (-line.lot_id, line.id))

    def extras_of(self, lot_id: int) -> list[ExtraDevice]:
        """Return why devices of a lot are not on its list, as far as somebody said."""
        return self.extras.all(schema.lot_extra.c.lot_id == lot_id)

    def late_of(self, lot_id: int) -> list[LateArrival]:
        """Return what came after a lot was closed, in the order in which it came."""
        late = schema.late_arrival
        return self.late.all(late.c.lot_id == lot_id, order=[late.c.seq])

    def late_device(self, device_id: int) -> LateArrival | None:
        """Return to which closed lot a device belongs."""
        return self.late.one(schema.late_arrival.c.device_id == device_id)

    def unlink_late(self, device_id: int) -> None:
        """Forget to which closed lot a device belongs; the line that it answered waits again."""
        late = schema.late_arrival
        self.connection.execute(delete(late).where(late.c.device_id == device_id))

    def missed_before(self, lot_id: int) -> dict[int, tuple[str, int]]:
        """Return code and row of the closed lot that each late device of a lot belongs to.

        By the device's id; row 0 where no line says it.
        """
        late = schema.late_arrival
        query = (
            select(late.c.device_id, _L.c.code, func.coalesce(_N.c.row, 0))
            .join(_D, _D.c.id == late.c.device_id)
            .join(_L, _L.c.id == late.c.lot_id)
            .outerjoin(_N, _N.c.id == late.c.line_id)
            .where(_D.c.lot_id == lot_id)
        )
        return {row[0]: (row[1], row[2]) for row in self.connection.execute(query)}

    def rows_answered(self, device_ids: Sequence[int]) -> dict[int, int]:
        """Return the row of the list that each of these devices answered."""
        query = select(_N.c.device_id, _N.c.row).where(_N.c.device_id.in_(device_ids))
        return {row[0]: row[1] for row in self.connection.execute(query)}

    def answer(self, line_id: int, device_id: int) -> None:
        """Remember that a device answered a line."""
        self.connection.execute(_ANSWER, {"line_id": line_id, "answered_by": device_id})

    def with_list(self, digest: str) -> Lot | None:
        """Return an open lot that was opened with the same list."""
        found = self.all(_L.c.state == "open", _L.c.list_digest == digest, limit=1)
        return found[0] if found else None

    def known(self, lot_id: int, keys: Iterable[str]) -> list[tuple[str, str]]:
        """Return serials and inventory numbers of the lot's lines and of devices in the house.

        Args:
            lot_id: The lot.
            keys: What is looked for, as `serial_key`.
        """
        wanted = {"lot_id": lot_id, "keys": sorted(keys)}
        return [(row[0], row[1]) for row in self.connection.execute(_KNOWN, wanted)]

    def counts(self, lot_id: int) -> LotCounts:
        """Return how the lot stands."""
        lines = select(func.count(), func.count(_N.c.device_id)).where(
            _N.c.lot_id == lot_id, _N.c.quantity == 1
        )
        expected, answered = self.connection.execute(lines).one()
        # A receipt that was undone never happened to the lot.
        devices = select(func.count(), func.count().filter(_D.c.listed.is_(True))).where(
            _D.c.lot_id == lot_id, _D.c.state != DeviceState.WITHDRAWN.value
        )
        received, listed = self.connection.execute(devices).one()
        many = select(
            func.coalesce(func.sum(_N.c.quantity), 0), func.coalesce(func.sum(_N.c.counted), 0)
        ).where(_N.c.lot_id == lot_id, _N.c.quantity > 1)
        pieces, counted = self.connection.execute(many).one()
        return LotCounts(
            expected, received, received - listed, expected - answered, pieces, counted
        )
