"""What the intake screen remembers between two scans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from serkut_desk.domain.declared_medium import declared_medium
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.stations.intake.commands import ReceiveDevice
from serkut_desk.stations.intake.reasons import is_reason

if TYPE_CHECKING:
    from serkut_desk.stations.intake.effects import Question

Plain: TypeAlias = str | int | bool | tuple[str, ...] | None
Parked: TypeAlias = Mapping[str, Plain]

# One device carries no more codes than this; what follows is another device's.
MOST_TEXTS = 12


@dataclass(frozen=True, slots=True)
class IntakeState:
    """The set things that stay, and the device at hand.

    Args:
        lot: Code of the lot; stays.
        place: Code of the place; stays.
        type: Kind of device where neither list nor person says it; stays.
        cage: Name of the lot's cage that devices come out of; stays.
        same: Code of the machine that the next ones are identical with; stays.
        same_name: What people call that machine.
        texts: What was scanned on the device at hand and can be used; never a secret, never what
            nobody recognised.
        label: Roll label for it.
        serial: Number that a person chose or confirmed, and so the next three.
        inventory: See `serial`.
        imei: See `serial`.
        product: See `serial`.
        device_type: Kind that a person chose for this device.
        manufacturer: Typed for this device.
        model: Typed for this device.
        line: Row of the list that a person chose; 0 for none.
        no_serial: Why it has no serial.
        media: Declared at once, as `SERIAL,KIND,GB`.
        asking: The question that is open.
        wanted: It is to be saved without a roll label, as soon as nothing is open.
        twice: A person has seen that another device carries the same serial.
        last: Code of the device that was received last.
        shown: Code of the device that was scanned last and is here already.
    """

    lot: str | None = None
    place: str | None = None
    type: str | None = None
    cage: str | None = None
    same: str | None = None
    same_name: str = ""
    texts: tuple[str, ...] = ()
    label: str | None = None
    serial: str = ""
    inventory: str = ""
    imei: str = ""
    product: str = ""
    device_type: str | None = None
    manufacturer: str = ""
    model: str = ""
    line: int | None = None
    no_serial: str | None = None
    media: tuple[str, ...] = ()
    asking: Question | None = None
    wanted: bool = False
    twice: bool = False
    last: str | None = None
    shown: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no device is at hand."""
        return self == self.cleared()

    @property
    def is_named(self) -> bool:
        """Whether anything was said that names the device at hand."""
        return bool(self.texts or self.serial or self.inventory or self.imei or self.no_serial)

    def cleared(self) -> IntakeState:
        """Return the state for the next device; what is set stays."""
        return IntakeState(
            lot=self.lot,
            place=self.place,
            type=self.type,
            cage=self.cage,
            same=self.same,
            same_name=self.same_name,
            last=self.last,
            shown=self.shown,
        )

    def without_staying(self, field: str) -> IntakeState:
        """Return the state without one of the things that stay: type, place or cage."""
        none: dict[str, Any] = {field: None}
        return replace(self, **none)

    def numbered(self, field: str, value: str) -> IntakeState:
        """Return the state with one of its texts about the device at hand."""
        values: dict[str, Any] = {field: value}
        return replace(self, **values)

    def command(self) -> ReceiveDevice:
        """Return the command that receives the device at hand; there is a lot."""
        return ReceiveDevice(
            lot=self.lot or "",
            scans=self.texts,
            serial=self.serial,
            inventory=self.inventory,
            imei=self.imei,
            product=self.product,
            type=DeviceType(self.device_type) if self.device_type else None,
            usual_type=DeviceType(self.type) if self.type else None,
            manufacturer=self.manufacturer,
            model=self.model,
            label=self.label,
            line=self.line,
            serial_reason=self.no_serial,
            media=tuple(declared_medium(text) for text in self.media),
            place=self.place,
            cage=self.cage,
            same_as=self.same,
            twice=self.twice,
        )

    def to_dict(self) -> Parked:
        """Return plain values, to park half-done work."""
        values: dict[str, Plain] = {
            field.name: getattr(self, field.name) for field in fields(IntakeState)
        }
        return {name: value for name, value in values.items() if value}

    @classmethod
    def from_dict(cls, parked: Parked) -> IntakeState:
        """Return the state that was parked; what is unknown or not as it should be is left out."""
        kept: dict[str, Any] = {}
        for field in fields(cls):
            given: Any = parked.get(field.name)
            value = tuple(given) if isinstance(given, list) else given  # JSON knows no tuples
            if value is not None and _fits(field.name, value):
                kept[field.name] = value
        return cls(**kept)


_TUPLES = frozenset({"texts", "media"})
# What a person has to do again after coming back.
_ASKED_AGAIN = frozenset({"asking", "wanted", "twice"})
_WORDS: Mapping[str, frozenset[str]] = {
    "type": frozenset(kind.value for kind in DeviceType),
    "device_type": frozenset(kind.value for kind in DeviceType),
}


def _fits(name: str, value: Plain) -> bool:
    """Tell whether a parked value can be a field's."""
    if name in _ASKED_AGAIN:
        return False
    if name in _TUPLES:
        return isinstance(value, tuple) and all(isinstance(one, str) for one in value)
    if name == "line":
        return isinstance(value, int)
    if name == "no_serial":
        return isinstance(value, str) and is_reason(value)
    return isinstance(value, str) and value in _WORDS.get(name, {value})
