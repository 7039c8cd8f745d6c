"""Devices and places."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, or_, select, update

from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.devices import Device, Place
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.media import DataClass
from serkut_desk.domain.serials import folded
from serkut_desk.records import schema
from serkut_desk.records.engine import search
from serkut_desk.records.rows import Rows, sought

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from serkut_desk.records.house import House

_D = schema.device
_BY_CODE = select(_D).where(_D.c.code == bindparam("code"))
_BY_ID = select(_D).where(_D.c.id == bindparam("row_id"))
# What says whether a device can bear data, and how good its proof has to be.
_GATED = ("type", "data_class", "lot_id")
_SOME = select(_D.c.id, *(_D.c[name] for name in _GATED)).where(
    _D.c.id.in_(bindparam("some", expanding=True))
)
_PLACE = schema.place
_PLACE_BY_ID = select(_PLACE).where(_PLACE.c.id == bindparam("row_id"))
_PLACE_BY_CODE = select(_PLACE).where(_PLACE.c.code == bindparam("code"))
_PLACE_BY_NAME = select(_PLACE).where(_PLACE.c.name_key == bindparam("key"))
_HAS_CODE = select(_D.c.id).where(_D.c.code == bindparam("code"))
_BY_SERIAL = select(_D).where(_D.c.serial_key == bindparam("key"))
_ALIKE = (
    select(_D)
    .where(
        or_(
            _D.c.serial_key == bindparam("serial_key"),
            _D.c.inventory_key == bindparam("inventory_key"),
            _D.c.imei == bindparam("imei"),
        )
    )
    .order_by(_D.c.id.desc())
)
_BY_ANY = (
    select(_D)
    .where(
        or_(
            _D.c.code == bindparam("text"),
            _D.c.serial_key == bindparam("key"),
            _D.c.inventory_key == bindparam("key"),
            _D.c.imei == bindparam("text"),
        )
    )
    .order_by(_D.c.id.desc())
    .limit(20)
)
_TOUCH = (
    update(_D)
    .where(_D.c.id == bindparam("row_id"))
    .values(touched_seq=bindparam("seq"), touched_by=bindparam("by"))
)

# What search looks through, in the order of the columns.
_SEARCHED = (
    "code",
    "manufacturer",
    "model",
    "product",
    "serial",
    "serial_key",
    "inventory",
    "imei",
)

_FIELDS = tuple(field.name for field in fields(Device) if field.name != "id")


def device_told(device: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an entry says of a device.

    Args:
        device: The columns of its record.
    """
    return {"device": device["id"], **{name: device[name] for name in _GATED}}


class Devices(Rows[Device]):
    """The devices, those that left included."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.device, Device, {"data_class": DataClass})
        # What is told of a new one needs no question; None: to be read.
        self._untold: dict[int, dict[str, Any] | None] = {}

    def add(self, **values: object) -> int:
        """Insert a device and return its number; `receive` also makes it findable."""
        row_id = super().add(**values)
        known = values.keys() >= set(_GATED)
        self._untold[row_id] = device_told({"id": row_id, **values}) if known else None
        return row_id

    def change(self, row_id: int, **values: object) -> None:
        """Change one device.

        Raises:
            LookupError: There is no such device.
        """
        super().change(row_id, **values)
        if not values.keys().isdisjoint(_GATED):
            self._untold[row_id] = None

    def tell(self) -> list[dict[str, Any]]:
        """Return what a gate asks of devices that the journal has not been told yet."""
        told, self._untold = self._untold, {}
        unread = sorted(row_id for row_id, said in told.items() if said is None)
        if unread:
            rows = self.connection.execute(_SOME, {"some": unread})
            told |= {row.id: device_told(row._asdict()) for row in rows}
        return [said for _, said in sorted(told.items()) if said is not None]

    def by_code(self, code: str) -> Device | None:
        """Return the device with a code."""
        return self.the_one(_BY_CODE, code=code)

    def has_code(self, code: str) -> bool:
        """Tell whether a device has this code."""
        return self.connection.execute(_HAS_CODE, {"code": code}).first() is not None

    def by_id(self, row_id: int) -> Device:
        """Return a device that exists."""
        found = self.the_one(_BY_ID, row_id=row_id)
        if found is None:
            message = f"no device {row_id}"
            raise LookupError(message)
        return found

    def by_serial(self, key: str) -> list[Device]:
        """Return devices with this serial (as `serial_key`), whatever their maker."""
        rows = self.connection.execute(_BY_SERIAL, {"key": sought(key)})
        return [self.of(row) for row in rows]

    def alike(
        self, *, serial_key: str = "", inventory_key: str = "", imei: str = ""
    ) -> list[Device]:
        """Return devices, past ones too, that share one of these numbers; the newest first."""
        keys = {
            "serial_key": sought(serial_key),
            "inventory_key": sought(inventory_key),
            "imei": sought(imei),
        }
        return [self.of(row) for row in self.connection.execute(_ALIKE, keys)]

    def of_lot(self, lot_id: int, limit: int | None = None) -> list[Device]:
        """Return what came in a lot, the newest first, without receipts that were undone."""
        return self.all(
            _D.c.lot_id == lot_id,
            _D.c.state != DeviceState.WITHDRAWN.value,
            order=[_D.c.id.desc()],
            limit=limit,
        )

    def beside_list(self, lot_id: int) -> list[Device]:
        """Return what came in a lot although its list did not name it."""
        return self.all(
            _D.c.lot_id == lot_id,
            _D.c.state != DeviceState.WITHDRAWN.value,
            _D.c.listed.is_(False),
            order=[_D.c.id],
        )

    def by_any(self, text: str, key: str) -> list[Device]:
        """Return devices that one exact writing names: code, serial, inventory number or IMEI."""
        wanted = {"text": sought(text), "key": sought(key)}
        return [self.of(row) for row in self.connection.execute(_BY_ANY, wanted)]

    def matching(self, text: str, limit: int = 50) -> list[int]:
        """Return ids of devices that hold every word of a text somewhere, the newest first.

        Case does not count, nor do spaces and signs, nor O read for 0 and I for 1.
        """
        words = text.replace("\0", " ").split()
        alternatives = (words, [folded(word) for word in words], [folded(text)])
        return search.find(self.connection, alternatives, limit)

    def receive(self, **values: object) -> int:
        """Insert a device, make it findable, and return its id."""
        row_id = self.add(**values)
        search.put(self.connection, row_id, self._searched(values))
        return row_id

    def receive_one(self, device: Device) -> int:
        """Insert a device as it is, its id apart; make it findable, and return its id."""
        values = {name: getattr(device, name) for name in _FIELDS}
        return self.receive(**values)

    def correct(self, row_id: int, **values: object) -> None:
        """Change what is known of a device and make it findable by that."""
        self.change(row_id, **values)
        device = self.by_id(row_id)
        words = {name: getattr(device, name) for name in _SEARCHED}
        search.replace(self.connection, row_id, self._searched(words))

    def touch(self, row_id: int, seq: int, by: str) -> None:
        """Remember who changed the device last, and in which entry."""
        self.connection.execute(_TOUCH, {"row_id": row_id, "seq": seq, "by": by})

    def withdraw(self, row_id: int) -> None:
        """Take back a receipt: the device is not in the house, and its line waits again."""
        self.change(row_id, state="withdrawn", in_house=False)
        self.leave_lot(row_id)
        # Nor came it late.
        late = schema.late_arrival
        self.connection.execute(delete(late).where(late.c.device_id == row_id))

    def leave_lot(self, row_id: int) -> None:
        """Let the line wait again that a device answered; forget how it came into its lot."""
        line = schema.lot_line
        self.connection.execute(
            update(line).where(line.c.device_id == row_id).values(device_id=None)
        )
        # Neither came it in a cage nor beside a list.
        for linked in (schema.device_cage, schema.lot_extra):
            self.connection.execute(delete(linked).where(linked.c.device_id == row_id))

    @staticmethod
    def _searched(values: dict[str, object]) -> str:
        known = {name: str(values.get(name) or "") for name in _SEARCHED}
        whole = folded(known["manufacturer"] + known["model"])
        parts = [*known.values(), whole, folded(known["serial"]), folded(known["inventory"])]
        return " ".join(dict.fromkeys(part for part in parts if part))


class Places(Rows[Place]):
    """Shelves, cages and tables."""

    def __init__(self, connection: Connection, house: House) -> None:
        super().__init__(connection, schema.place, Place)
        self._house = house

    def find(self, text: str) -> Place | None:
        """Return the place with this code or name."""
        found = self.the_one(_PLACE_BY_CODE, code=text)
        return found or self.the_one(_PLACE_BY_NAME, key=name_key(text))

    def of_id(self, row_id: int | None) -> Place | None:
        """Return the place that a device names, None when it names none."""
        return None if row_id is None else self.the_one(_PLACE_BY_ID, row_id=row_id)

    def listed(self) -> list[Place]:
        """Return every place, by name."""
        return self.all(order=[schema.place.c.name_key])

    def make(self, name: str) -> Place:
        """Make a place with a code of its own."""
        code = self._house.next_code(CodeKind.PLACE)
        self.add(code=code, name=" ".join(name.split()), name_key=name_key(name))
        found = self.find(code)
        if found is None:
            message = "a place that was just made is not there"
            raise LookupError(message)
        return found
