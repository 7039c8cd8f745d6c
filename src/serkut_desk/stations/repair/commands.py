"""What can be asked about repairs.

`order` is always the work order's own code (`TY...`) or the code of the device that has it open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from datetime import date

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.lifecycle import DeviceState
    from serkut_desk.domain.repair import Barrier, OrderMove, OrderState, RepairOutcome, StepKind
    from serkut_desk.domain.repair_data import Judged, Subject


@dataclass(frozen=True, slots=True)
class Opened:
    """A work order that was opened, with its label queued (`label` is the number of its job)."""

    order: str
    device: str
    state: OrderState
    label: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class Moved:
    """A work order that went on to another state.

    Args:
        order: Its code.
        device: Code of its device.
        state: Where it stands now.
        before: Where it stood; the same where only other hands took it.
        changes: What every screen is told.
    """

    order: str
    device: str
    state: OrderState
    before: OrderState
    changes: Changes


@dataclass(frozen=True, slots=True)
class Stepped:
    """A line that was added to an order's history, or undone.

    Args:
        order: Its code.
        device: Code of its device.
        step: Number of the line in the records; None where the parts' own records say it.
        kind: What it is.
        minutes: Of the whole order, this line included.
        part: Code of the part that it is about, None where it is about none.
        label: Number of the label job that was queued for the part, None where none was.
        changes: What every screen is told.
    """

    order: str
    device: str
    step: int | None
    kind: StepKind
    minutes: int
    part: str | None
    label: int | None
    changes: Changes


@dataclass(frozen=True, slots=True)
class Tested:
    """A safety test: each measured value beside its limit, and what it comes to."""

    order: str
    device: str
    passed: bool
    values: tuple[Judged, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Closed:
    """A work order that ended.

    Args:
        order: Its code.
        device: Code of its device.
        outcome: How.
        state: Where the device stands now.
        again: Keys of the checks that have to be answered again at grading.
        kept: How many answers of the inspection before were kept.
        freed: Codes of parts that had been reserved for it and are free again.
        changes: What every screen is told.
    """

    order: str
    device: str
    outcome: RepairOutcome
    state: DeviceState
    again: tuple[str, ...]
    kept: int
    freed: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class OpenOrder(Command[Opened]):
    """Open a work order for a device that was decided for repair.

    Args:
        device: Its code.
        fault: Number of the fault in the list of the device's kind (`queries.faults`).
        problem: What is wrong, in a few words.
        take: Take it in hand at once.
    """

    device: str
    fault: int
    problem: str
    take: bool = False


@dataclass(frozen=True, slots=True)
class TakeOrder(Command[Moved]):
    """Take an order in hand, also from other hands in the middle of the work."""

    order: str


@dataclass(frozen=True, slots=True)
class SetState(Command[Moved]):
    """Lay an order out of hand: `hand_on` (back to the bench), `wait_part` or `to_test`.

    Raises:
        Misused: `move_not_so`: the other moves have commands of their own.
    """

    order: str
    move: OrderMove


@dataclass(frozen=True, slots=True)
class AddStep(Command[Stepped]):
    """Write down one thing that was done.

    Args:
        order: Code.
        kind: One of `domain.repair.BY_HAND`.
        note: May be empty where a task says it all.
        task: Key of a kind of work (`queries.tasks`); some need a permission of their own.
        minutes: That the order took for it, 0 to 600.
    """

    order: str
    kind: StepKind
    note: str = ""
    task: str | None = None
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class UndoStep(Command[Stepped]):
    """Take back one's own last step, as long as nothing was done to the order since."""

    order: str


@dataclass(frozen=True, slots=True)
class RecordDiagnosis(Command[Stepped]):
    """Write down what was found; `fault` corrects the fault type, None keeps it."""

    order: str
    diagnosis: str
    fault: int | None = None
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class ReservePart(Command[Stepped]):
    """Keep a part from the stock for an order."""

    order: str
    part: str


@dataclass(frozen=True, slots=True)
class UsePart(Command[Stepped]):
    """Put a part from the stock into the device; what it stores data on keeps its own gate."""

    order: str
    part: str
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class TakeOutPart(Command[Stepped]):
    """Take a part out of the device; it gets a code and a label of its own.

    Args:
        order: Code.
        type: Key of the kind of part (the parts station's list). A battery needs BATTERY.
        part: Code of the part where it was fitted here before and has one; then the rest is known.
        manufacturer: Of the part.
        model: Its part number.
        serial: Its serial number.
        specification: Such as `8 Gt DDR4` or `14" 1920x1080`.
        note: How it is.
        weight_g: Grams, None when it was not weighed.
        place: Code or name of the shelf it goes to, None when it stays on the bench.
        minutes: That the order took for it.
    """

    order: str
    type: str = ""
    part: str | None = None
    manufacturer: str = ""
    model: str = ""
    serial: str = ""
    specification: str = ""
    note: str = ""
    weight_g: int | None = None
    place: str | None = None
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class TakeOutMedium(Command[Stepped]):
    """Take a storage medium out of the device: it goes on to its own gate, never to the parts.

    Args:
        order: Code.
        medium: Code or serial of a medium that is declared in the device.
        weight_g: Grams, None when it was not weighed.
        place: Code or name of the place it goes to.
        minutes: That the order took for it.
    """

    order: str
    medium: str
    weight_g: int | None = None
    place: str | None = None
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class WantPart(Command[Stepped]):
    """Put a part on the list of what is wanted, for this order."""

    order: str
    type: str
    manufacturer: str = ""
    model: str = ""
    specification: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SendOut(Command[Moved]):
    """Send the device, or only a part of it, to a repairer outside.

    Args:
        order: Code.
        organisation: Name of the repairer; kept as other organisations are.
        what: What was sent, in a few words.
        whole: The device itself goes out: then nothing in it may hold data (gate 1).
    """

    order: str
    organisation: str
    what: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class ComeBack(Command[Moved]):
    """Say that it came back; `cost_cents` with VAT, None when it is not known yet."""

    order: str
    note: str
    cost_cents: int | None = None


@dataclass(frozen=True, slots=True)
class RecordSafetyTest(Command[Tested]):
    """Record an electrical safety test; the limits judge, not the person.

    Args:
        order: Code.
        subject: What was measured: the device, or its power supply outside.
        protection_class: 1, 2 or 3.
        seen: The look-over found no damage at case, cord, plug and strain relief.
        values: Pairs of measured thing and figure, in the unit of `queries.safety_limits`.
        instrument: Its own name or number.
        calibration_due: Last day on which its calibration holds.
        cord_cm: Length of the cord, which the limit of the protective conductor depends on.
        note: May be empty.
    """

    order: str
    subject: Subject
    protection_class: int
    seen: bool
    values: tuple[tuple[str, int], ...]
    instrument: str
    calibration_due: date
    cord_cm: int = 200
    note: str = ""


@dataclass(frozen=True, slots=True)
class CloseOrder(Command[Closed]):
    """End a work order.

    `fixed` and `no_fault` send the device to grading again, with the answers that the repair
    cannot have changed; `beyond_repair` to a new decision; `cancelled` back to waiting for repair.

    Args:
        order: Code.
        outcome: How it ends.
        note: What was done, or why not; needed for all but `fixed` and `no_fault`.
        barrier: What prevented it; needed for `beyond_repair`, and only there.
        no_supply: No power supply goes with the device, so that there is none to test.
    """

    order: str
    outcome: RepairOutcome
    note: str = ""
    barrier: Barrier | None = None
    no_supply: bool = False
