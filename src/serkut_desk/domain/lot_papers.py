"""What the hand-over receipt and the reconciliation of a lot say, frozen when they are issued.

Both are the same picture of a lot at one moment; the receipt is what two parties sign, the
reconciliation what the sender compares with its own books. Weights in grams.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LotItem:
    """A device that came, or a line of the list of which none came.

    Args:
        row: Of the list; 0 for what it does not name.
        device: Our code; empty for what did not come.
        type: Key of its type; empty when unknown.
        description: Maker and model.
        serial: Its serial.
        serial_reason: Key of `intake/serial_reasons.json`; why a device has no serial.
        inventory: The sender's number.
        imei: Of a phone.
        cage: Name of the cage that it came in.
        came_on: The day; None for what did not come.
        reason: Key of `MissingReason` or `ExtraReason`; empty while nobody has said.
        note: What the reason's word can not say.
        other_lot: Code of the lot in which it came late, or which had missed it.
        other_row: Row of the list of the lot that had missed it.
    """

    row: int = 0
    device: str = ""
    type: str = ""
    description: str = ""
    serial: str = ""
    serial_reason: str = ""
    inventory: str = ""
    imei: str = ""
    cage: str = ""
    came_on: date | None = None
    reason: str = ""
    note: str = ""
    other_lot: str = ""
    other_row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LotThing:
    """Things that are counted together.

    Args:
        name: What they are, in the paper's language.
        count: How many came; None when nobody has counted.
        expected: How many the list has; None when it has none.
        weight_g: Of all of them.
        row: Of the list; 0 for what it does not name.
    """

    name: str
    count: int | None
    expected: int | None = None
    weight_g: int | None = None
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LotSeal:
    """One reading of a seal; `decision` and `reason` are a supervisor's about a wrong one."""

    stage: str
    at: datetime
    seal: str
    matches: bool
    decision: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LotCage:
    """A cage or pallet; `seal` as the sender told it, `devices` how many came out of it."""

    name: str
    kind: str
    seal: str
    state: str
    devices: int
    readings: tuple[LotSeal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LotPaperContent:
    """A lot at one moment.

    Args:
        lot: Its code, printed as a barcode.
        sender: Who gave it.
        has_list: The sender gave a list; without one nothing can be extra or missing.
        came: What came and the list names, in its order; without a list all that came.
        extra: What came and the list does not name.
        missing: Lines of which nothing came, with why; what came late says in which lot.
        things: By count.
        cages: With their seals.
        order_reference: Number of the pick-up order.
        contact_role: Whom to ask at the sender.
        expected_on: The day it was due, where it was announced.
        arrived_on: The day it came, or was opened.
        closed_on: None for a paper with the count so far.
        replaces: Number of the former paper of this kind about the lot.
        beside: What came with another lot after this one was closed, and no line says it.
    """

    lot: str
    sender: str
    has_list: bool
    came: tuple[LotItem, ...]
    extra: tuple[LotItem, ...]
    missing: tuple[LotItem, ...]
    things: tuple[LotThing, ...]
    cages: tuple[LotCage, ...]
    order_reference: str = ""
    contact_role: str = ""
    expected_on: date | None = None
    arrived_on: date | None = None
    closed_on: date | None = None
    replaces: str = ""
    beside: tuple[LotItem, ...] = ()

    @property
    def received(self) -> int:
        """How many devices came."""
        return len(self.came) + len(self.extra)

    @property
    def expected(self) -> int:
        """How many devices the list names."""
        return len(self.came) + len(self.missing) if self.has_list else 0

    @property
    def late(self) -> tuple[LotItem, ...]:
        """What belongs to this lot and came with another."""
        return (*(one for one in self.missing if one.other_lot), *self.beside)


@dataclass(frozen=True, slots=True, kw_only=True)
class LotReceiptContent(LotPaperContent):
    """What two parties sign when a lot changes hands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconciliationContent(LotPaperContent):
    """How the list of a closed lot and what came agree, for the sender."""
