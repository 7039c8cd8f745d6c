"""Same again: what a device has in common with an identical one that was received before it.

Never its numbers: serial, inventory number, IMEI and the serials of its media are its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from serkut_desk.domain.declared_medium import DeclaredMedium
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.serials import serial_key

if TYPE_CHECKING:
    from serkut_desk.domain.lots import LotLine
    from serkut_desk.domain.scan import Sorted
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.intake.commands import ReceiveDevice


@dataclass(frozen=True, slots=True)
class Template:
    """What the next device is taken to be; `media` say kind and size, never a serial."""

    device: str
    type: DeviceType
    manufacturer: str
    model: str
    product: str
    media: tuple[DeclaredMedium, ...]

    @property
    def name(self) -> str:
        """What people call it; empty when neither maker nor model is known."""
        return " ".join(filter(None, (self.manufacturer, self.model)))


def template_of(work: UnitOfWork, code: str) -> Template | None:
    """Return what a device has in common with an identical one, None when there is none."""
    device = work.devices.by_code(code)
    if device is None:
        return None
    media = tuple(
        # A person says that they are alike: where the kind is known from did not come with it.
        DeclaredMedium("", medium.kind, medium.capacity_bytes)
        for medium in work.media.of_device(device.id)
        if not medium.proposed
    )
    return Template(
        device.code,
        DeviceType(device.type),
        device.manufacturer,
        device.model,
        device.product,
        media,
    )


def fits(template: Template, command: ReceiveDevice, sort: Sorted, line: LotLine | None) -> bool:
    """Tell whether nothing that is known of the device contradicts the template."""
    product = command.product or sort.product or ""
    maker = command.manufacturer or (line.manufacturer if line else "") or sort.maker or ""
    model = command.model or (line.model if line else "")
    kind = command.type or (DeviceType(line.type) if line and line.type else None)
    pairs = (
        (serial_key(product), serial_key(template.product)),
        (name_key(maker), name_key(template.manufacturer)),
        (name_key(model), name_key(template.model)),
        (kind.value if kind else "", template.type.value),
    )
    return all(not one or not other or one == other for one, other in pairs)


def filled(template: Template, command: ReceiveDevice, line: LotLine | None) -> ReceiveDevice:
    """Return the command with what nobody said and the list does not tell, as in the template."""
    listed = line.type if line else None
    return replace(
        command,
        type=command.type or (None if listed else template.type),
        manufacturer=_told(
            command.manufacturer, line.manufacturer if line else "", template.manufacturer
        ),
        model=_told(command.model, line.model if line else "", template.model),
        product=command.product or template.product,
        media=command.media or template.media,
    )


def _told(said: str, listed: str, template: str) -> str:
    """Return what a person said, else nothing where the list tells it, else the template's."""
    return said or ("" if listed else template)
