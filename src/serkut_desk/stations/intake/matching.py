"""Finds what is known of a device: its line in the list, itself in the house, an earlier stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.serials import serial_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lots import Lot, LotLine
    from serkut_desk.records.unit_of_work import UnitOfWork


# Instead of a row: the device is on no line.
NO_LINE = 0


@dataclass(frozen=True, slots=True)
class Identity:
    """The numbers of one device in normal form, and the maker that a person named; "" unknown."""

    serial: str = ""
    inventory: str = ""
    imei: str = ""
    maker: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything names it."""
        return bool(self.serial or self.inventory or self.imei)


@dataclass(frozen=True, slots=True)
class Match:
    """What is known of a device.

    Args:
        line: The line of the list that it answers.
        lines: Several lines that could be it; a person has to choose.
        answered: A line that names it and that another device has answered.
        duplicate: It is in the house.
        doubtful: Devices in the house that share a number but contradict in another.
        twins: Devices in the house with this serial that are said to be of another maker.
        previous: It was here before and left.
        has_list: There is a list that could name it.
    """

    line: LotLine | None = None
    lines: tuple[LotLine, ...] = ()
    answered: LotLine | None = None
    duplicate: Device | None = None
    doubtful: tuple[Device, ...] = ()
    twins: tuple[Device, ...] = ()
    previous: Device | None = None
    has_list: bool = False

    def demand_clear(self, *, twice: bool = False) -> None:
        """Do nothing when there is nothing to ask a person.

        Args:
            twice: Somebody has seen that another device carries the same serial.

        Raises:
            Refused: `device_contradicts`, `serial_twice` or `lines_ambiguous`, with the
                candidates.
        """
        if self.doubtful:
            raise Refused("device_contradicts", devices=", ".join(d.code for d in self.doubtful))
        if self.twins and not twice:
            one = self.twins[0]
            raise Refused("serial_twice", serial=one.serial, device=one.code)
        if self.lines:
            rows = ", ".join(str(line.row) for line in self.lines)
            raise Refused("lines_ambiguous", rows=rows)


def find(work: UnitOfWork, lot: Lot, identity: Identity, row: int | None = None) -> Match:
    """Return what is known of a device by its numbers.

    Args:
        work: The transaction.
        lot: The lot whose list is looked at.
        identity: The device's numbers.
        row: The line that a person chose; `NO_LINE` when they say that none is it.

    Raises:
        Refused: `line_unknown` or `line_taken`, for a line that was chosen.
    """
    keys = Keys(serial_key(identity.serial), serial_key(identity.inventory), identity.imei)
    named = work.lots.named(lot.id, **keys.named()) if identity else []
    lines = _lines(work, lot.id, keys, named, row)
    line = lines[0] if len(lines) == 1 else None
    answered = next((one for one in named if one.device_id is not None), None)
    from_list = line or answered
    # What only the shape of a serial says of the maker is too weak to tell two devices apart.
    maker = name_key(identity.maker or (from_list.manufacturer if from_list else ""))
    found = work.devices.alike(**keys.named()) if identity else []
    alike = [
        device
        for device in found
        if not (maker and device.manufacturer_key) or device.manufacturer_key == maker
    ]
    same = [device for device in alike if keys.agree(device)]
    here = next((device for device in same if device.in_house), None)
    if here is not None:
        return Match(duplicate=here, has_list=lot.list_digest is not None)
    return Match(
        line=line,
        has_list=lot.list_digest is not None,
        lines=lines if len(lines) > 1 else (),
        answered=answered if line is None else None,
        # There is only one device with an IMEI; an inventory number may name a set.
        doubtful=tuple(
            device
            for device in alike
            if device.in_house and identity.imei and device.imei == identity.imei
        ),
        # Two makers may use one number, but the likelier story is one machine scanned twice.
        twins=tuple(
            device
            for device in found
            if device.in_house and keys.serial and device.serial_key == keys.serial
        ),
        previous=next((device for device in same if device.state == DeviceState.LEFT), None),
    )


@dataclass(frozen=True, slots=True)
class Keys:
    """The numbers in the form in which they are compared."""

    serial: str
    inventory: str
    imei: str

    def named(self) -> dict[str, str]:
        """Return them as the records ask for them."""
        return {
            "serial_key": self.serial,
            "inventory_key": self.inventory,
            "imei": self.imei,
        }

    def agree(self, device: Device) -> bool:
        """Tell whether a device that shares a number does not contradict in serial or IMEI."""
        if self.serial and device.serial_key:
            return device.serial_key == self.serial
        return not (self.imei and device.imei) or device.imei == self.imei

    def hits(self, line: LotLine) -> frozenset[str]:
        """Return which of the numbers a line has."""
        return frozenset(
            name for name, key in self.named().items() if key and getattr(line, name) == key
        )


def _lines(
    work: UnitOfWork, lot_id: int, keys: Keys, named: Sequence[LotLine], row: int | None
) -> tuple[LotLine, ...]:
    """Return the line that the device answers, none, or several that could be it."""
    if row == NO_LINE:
        return ()
    if row is not None:
        return (_chosen(work, lot_id, row),)
    free = [line for line in named if line.device_id is None]
    hits = [keys.hits(line) for line in free]
    # A line that has every number by which any line was found is it, if it is the only one.
    best = [line for line, own in zip(free, hits, strict=True) if all(own >= one for one in hits)]
    return (best[0],) if len(best) == 1 else tuple(free)


def _chosen(work: UnitOfWork, lot_id: int, row: int) -> LotLine:
    lines = [line for line in work.lots.lines_of(lot_id) if line.row == row and line.quantity == 1]
    if not lines:
        raise Refused("line_unknown", row=row)
    if lines[0].device_id is not None:
        raise Refused("line_taken", row=row)
    return lines[0]
