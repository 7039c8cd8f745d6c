"""What can be asked of intake."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command
from serkut_desk.stations.intake.results import Closed, Counted, Opened, Received

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.declared_medium import DeclaredMedium
    from serkut_desk.domain.device_types import DeviceType
    from serkut_desk.domain.lots import ExtraReason, MissingReason
    from serkut_desk.domain.media import DataClass
    from serkut_desk.domain.people import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLot(Command[Opened]):
    """Begin a delivery.

    Args:
        sender: The unit's name; an unknown one becomes a new unit.
        manifest: Bytes of the sender's list; None without one.
        manifest_name: Name of its file.
        accept_problems: Take rows with problems as "to be identified".
        data_class: None takes the workshop's default.
        reference: The document in which the city says that this lot's data is ordinary.
        same_again: The same list is expected twice; else it is refused.
        second: The second supervisor, where the class is lower than the workshop's default.
    """

    sender: str
    manifest: bytes | None = field(default=None, repr=False)
    manifest_name: str = ""
    accept_problems: bool = False
    data_class: DataClass | None = None
    reference: str | None = None
    same_again: bool = False
    second: Session | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseLot(Command[Closed]):
    """End a delivery: every line without a device and every device beside the list has a reason.

    Args:
        lot: Code of an open lot.
        reasons: By row, why a device of the list did not come.
        notes: By row, what the reason's word can not say.
        others: Why every line that `reasons` does not name did not come.
        extras: By our code, why a device came that the list does not name.
        extra_notes: As `notes`, by our code.
        other_extras: As `others`, for devices.
        language: Of the hand-over receipt that is printed with it.
    """

    lot: str
    reasons: Mapping[int, MissingReason] = field(default_factory=dict)
    notes: Mapping[int, str] = field(default_factory=dict)
    others: MissingReason | None = None
    extras: Mapping[str, ExtraReason] = field(default_factory=dict)
    extra_notes: Mapping[str, str] = field(default_factory=dict)
    other_extras: ExtraReason | None = None
    language: str = "fi"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideDataClass(Command[None]):
    """Record the city's decision about what class the data of deliveries has by default.

    To make it ordinary needs a second supervisor as soon as there are two.
    """

    data_class: DataClass
    reference: str
    second: Session | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveDevice(Command[Received]):
    """Receive one device.

    What is given by name wins over what the scans say.

    Args:
        lot: Code of an open lot.
        scans: Texts as they were scanned, in any order; the roll label may be among them.
        serial: Typed or chosen by a person; a serial among the scans otherwise.
        sure: A person has confirmed the serial that the scans offer.
        type: What a person says it is; wins over the list.
        usual_type: What it is when neither the person nor the list says.
        label: Roll label, when not among the scans.
        line: Row of the lot's list that it answers, when no number says so.
        serial_reason: Why there is no serial; a key of `intake/serial_reasons.json`.
        same_as: Code of an identical device: what it is is taken over, its numbers never are.
        twice: A person has seen that another device in the house carries the same serial.
        media: What is in it, declared at once.
        place: Code or name of where it is put.
        cage: Name of the lot's cage that it came out of.
    """

    lot: str
    scans: tuple[str, ...] = ()
    serial: str = ""
    sure: bool = False
    inventory: str = ""
    imei: str = ""
    product: str = ""
    type: DeviceType | None = None
    usual_type: DeviceType | None = None
    manufacturer: str = ""
    model: str = ""
    label: str | None = None
    line: int | None = None
    serial_reason: str | None = None
    weight_g: int | None = None
    media: tuple[DeclaredMedium, ...] = ()
    place: str | None = None
    cage: str | None = None
    same_as: str | None = None
    twice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveQuantity(Command[Counted]):
    """Say how many things came of a line of many; counting again corrects it."""

    lot: str
    row: int
    count: int
