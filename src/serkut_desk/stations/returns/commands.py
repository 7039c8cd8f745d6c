"""What can be done with devices that come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.data_state import DataState
    from serkut_desk.domain.lifecycle import DeviceState
    from serkut_desk.domain.returning import Remedy
    from serkut_desk.stations.papers import IssuedPaper


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A device that is in the house again.

    Args:
        number: Of the return, `PAL-7`.
        device: SD code.
        handover: LU code of the sale.
        in_warranty: The workshop's warranty covers it.
        state: Where the device stands now.
        data_state: What is known of the data in it now.
        certificate: Number of the certificate that holds no longer; None when there was none.
        label: Number of the label's job.
        changes: For screens.
    """

    number: str
    device: str
    handover: str
    in_warranty: bool
    state: DeviceState
    data_state: DataState
    certificate: str | None
    label: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class Settled:
    """A return that was settled.

    Args:
        number: Of the return.
        device: SD code of the device that came back.
        remedy: What was chosen.
        refund_cents: What is given back, before cash rounding.
        rounding_cents: What cash rounding adds to it.
        credit: The credit note; None without a refund.
        exchange: LU code of the handover that is open now for another device; None without one.
        changes: For screens.
    """

    number: str
    device: str
    remedy: Remedy
    refund_cents: int
    rounding_cents: int
    credit: IssuedPaper | None
    exchange: str | None
    changes: Changes


@dataclass(frozen=True, slots=True)
class MediumKept:
    """A medium that stayed with the buyer, and where its device stands now."""

    device: str
    medium: str
    state: DeviceState
    changes: Changes


@dataclass(frozen=True, slots=True)
class KeepMedium(Command[MediumKept]):
    """Record that a medium did not come back with its device: the buyer kept it.

    It was proven clean when it left; that proof stays its last. Whoever records this can not
    approve the device afterwards.

    Args:
        medium: `#7` or its serial.
        reason: How it is known; somebody has opened the device.
    """

    medium: str
    reason: str


@dataclass(frozen=True, slots=True)
class TakeBack(Command[TakenBack]):
    """Take a device back that was handed over.

    Args:
        device: Its code, serial, inventory number or IMEI, or the receipt's LU code when only one
            device of it is out.
        fault: Code of the list of faults.
        note: What was told of the fault; never about a person. May be empty.
        place: Where it is put, by code or name; empty when nobody said.
    """

    device: str
    fault: str
    note: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Settle(Command[Settled]):
    """Decide what is done about a return.

    Args:
        number: Of the return, or its device.
        remedy: What is done.
        reason: Why; it stays in the records.
        refund_cents: How much is given back; None gives everything that was paid for the device.
        language: Of the credit note.
    """

    number: str
    remedy: Remedy
    reason: str
    refund_cents: int | None = None
    language: str = "fi"
