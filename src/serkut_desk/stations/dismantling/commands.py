"""What can be asked about taking a device apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.dismantling import StepResult
from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.mass import Balance
    from serkut_desk.domain.media import MediumKind
    from serkut_desk.domain.weighing import Weighed


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the work on a device stands after a command.

    Args:
        device: Its code.
        guide: Key of the guide, `guide_version` the one that was frozen at the beginning.
        step: The step that comes next; None when every step was settled.
        balance: What went in, came out and is left.
    """

    device: str
    guide: str
    guide_version: int
    step: str | None
    balance: Balance
    changes: Changes


@dataclass(frozen=True, slots=True)
class MediumTaken:
    """A storage medium that was taken out; `code` is on its new label."""

    medium: int
    code: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class PartTaken:
    """A part that was taken out; `code` is on its new label."""

    code: str
    type: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class FractionPut:
    """Grams that went into a container; `line` is what an undo names."""

    line: int
    container: str
    fraction: str
    weight_g: int
    progress: Progress


@dataclass(frozen=True, slots=True)
class BatteryTaken:
    """A dangerous battery that is out and in its container; `part` is its own code.

    `released` are the stops that ended with it, `state` where the device stands now.
    """

    device: str
    part: str
    container: str
    weight_g: int | None
    released: tuple[int, ...]
    state: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class Finished:
    """A device that is no more: it stands in its parts, media and grams."""

    device: str
    balance: Balance
    changes: Changes


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A device that is whole again and waits as before."""

    device: str
    state: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class StartDismantling(Command[Progress]):
    """Begin; the guide of the device's kind is frozen in its version. `weight` of the whole."""

    device: str
    weight: Weighed | None = None


@dataclass(frozen=True, slots=True)
class WeighIn(Command[Progress]):
    """Weigh the whole device; again as long as nothing was taken out.

    Where something came out before anybody weighed, the rest is weighed, and what came out counts.
    """

    device: str
    weight: Weighed


@dataclass(frozen=True, slots=True)
class DoStep(Command[Progress]):
    """Settle a step: done, "none inside", or skipped with a reason.

    A wanted part is a step of its own, `want:<number>`: it is settled by taking the part out, or
    skipped with a reason.
    """

    device: str
    step: str
    result: StepResult = StepResult.DONE
    reason: str = ""


@dataclass(frozen=True, slots=True)
class UndoStep(Command[Progress]):
    """Open a step again that was settled, the last one first."""

    device: str
    step: str


@dataclass(frozen=True, slots=True)
class TakeMedium(Command[MediumTaken]):
    """Take out a storage medium: it gets a label of its own and keeps its own data gate.

    Args:
        device: Code of the device.
        medium: Its serial, code or `#` and number; may be left out where there is one inside.
        weight: Of the medium alone; None when it was not weighed.
        place: Code or name of where it lies now.
        kind: Given for one that nobody declared: it is declared with this kind, `medium` is then
            its serial, or None when it can not be read.
    """

    device: str
    medium: str | None = None
    weight: Weighed | None = None
    place: str | None = None
    kind: MediumKind | None = None


@dataclass(frozen=True, slots=True)
class TakePart(Command[PartTaken]):
    """Take out a part that is kept: it gets a label of its own.

    Args:
        device: Code of the device.
        type: Kind of part, of the list that parts have.
        part: Code of one that was fitted here and has its label already; `type` is then left out.
        weight: Of the part alone; None when it was not weighed.
        place: Code or name of where it lies now.
        want: Number of the wish that it answers.
        model: What is printed on it, as its serial and what it holds.
    """

    device: str
    type: str = ""
    part: str | None = None
    weight: Weighed | None = None
    place: str | None = None
    want: int | None = None
    manufacturer: str = ""
    model: str = ""
    serial: str = ""
    specification: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PutBack(Command[Progress]):
    """Put a part or a medium back, by its code: it was taken out by mistake."""

    device: str
    code: str


@dataclass(frozen=True, slots=True)
class PutFraction(Command[FractionPut]):
    """Put grams of the device into a container; the container says which fraction it is."""

    device: str
    container: str
    weight: Weighed


@dataclass(frozen=True, slots=True)
class UndoFraction(Command[Progress]):
    """Take back grams that were put into a container by mistake; without `line` the last ones."""

    device: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class TakeHazardBattery(Command[BatteryTaken]):
    """Take a dangerous battery out of a stopped device and into its container: the stop ends.

    Args:
        device: Code of the device.
        container: Code of a container for such batteries.
        weight: Of the battery; None when nobody weighs it, and then `reason` says why.
        reason: Why it was not weighed.
        place: Where the device goes on; None leaves it where it is.
    """

    device: str
    container: str
    weight: Weighed | None = None
    reason: str = ""
    place: str | None = None


@dataclass(frozen=True, slots=True)
class FinishDismantling(Command[Finished]):
    """End the work; a remainder outside the tolerance needs a reason."""

    device: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CancelDismantling(Command[Cancelled]):
    """End the work because the device is whole: nothing was taken out, or all was put back."""

    device: str
    reason: str
