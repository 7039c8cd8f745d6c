"""Devices and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, or_, select, update

from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.devices import Device, Place
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.media import DataClass
from serkut_desk.records import schema
from serkut_desk.records.engine import search
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from serkut_desk.records.house import House

_D = schema.device
_BY_CODE = select(_D).where(_D.c.code == bindparam("code"))
_BY_SERIAL = select(_D).where(_D.c.serial_key == bindparam("key"), _D.c.serial_key != "")
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


class Devices(Rows[Device]):
    """The devices, those that left included."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.device, Device, {"data_class": DataClass})

    def by_code(self, code: str) -> Device | None:
        """Return the device with a code."""
        row = self.connection.execute(_BY_CODE, {"code": code}).one_or_none()
        return None if row is None else self.of(row)

    def by_id(self, row_id: int) -> Device:
        """Return a device that exists."""
        found = self.one(_D.c.id == row_id)
        if found is None:
            message = f"no device {row_id}"
            raise LookupError(message)
        return found

    def by_serial(self, key: str) -> list[Device]:
        """Return devices with this serial (as `serial_key`), whatever their maker."""
        return [self.of(row) for row in self.connection.execute(_BY_SERIAL, {"key": key})]

    def by_any(self, text: str, key: str) -> list[Device]:
        """Return devices that one exact writing names: code, serial, inventory number or IMEI."""
        return self.all(
            or_(
                _D.c.code == text,
                (_D.c.serial_key == key) & (_D.c.serial_key != ""),
                (_D.c.inventory_key == key) & (_D.c.inventory_key != ""),
                (_D.c.imei == text) & (_D.c.imei != ""),
            ),
            order=[_D.c.id.desc()],
            limit=20,
        )

    def matching(self, words: str, limit: int = 50) -> list[Device]:
        """Return devices in which every word occurs somewhere, the newest first."""
        ids = search.find(self.connection, words, limit)
        if not ids:
            return []
        found = {device.id: device for device in self.all(_D.c.id.in_(ids))}
        return [found[row_id] for row_id in ids if row_id in found]

    def receive(self, **values: object) -> int:
        """Insert a device, make it findable, and return its id."""
        row_id = self.add(**values)
        search.put(self.connection, row_id, self._searched(values))
        return row_id

    def correct(self, row_id: int, **values: object) -> None:
        """Change what is known of a device and make it findable by that."""
        self.change(row_id, **values)
        device = self.by_id(row_id)
        words = {name: getattr(device, name) for name in _SEARCHED}
        search.replace(self.connection, row_id, self._searched(words))

    def touch(self, row_id: int, seq: int, by: str) -> None:
        """Remember who changed the device last, and in which entry."""
        self.connection.execute(_TOUCH, {"row_id": row_id, "seq": seq, "by": by})

    @staticmethod
    def _searched(values: dict[str, object]) -> str:
        parts = [str(values.get(name) or "") for name in _SEARCHED]
        return " ".join(part for part in parts if part)


class Places(Rows[Place]):
    """Shelves, cages and tables."""

    def __init__(self, connection: Connection, house: House) -> None:
        super().__init__(connection, schema.place, Place)
        self._house = house

    def find(self, text: str) -> Place | None:
        """Return the place with this code or name."""
        table = schema.place
        return self.one(table.c.code == text) or self.one(table.c.name_key == name_key(text))

    def make(self, name: str) -> Place:
        """Make a place with a code of its own."""
        code = self._house.next_code(CodeKind.PLACE)
        self.add(code=code, name=" ".join(name.split()), name_key=name_key(name))
        found = self.find(code)
        if found is None:
            message = "a place that was just made is not there"
            raise LookupError(message)
        return found
