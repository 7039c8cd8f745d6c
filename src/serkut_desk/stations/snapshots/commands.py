"""What can be asked about snapshots of machines. They are named by their number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of one file.

    Args:
        file: Its path as it was found.
        outcome: A word of `SnapshotOutcome`; `known` when the same file came in before,
            `unreadable` when it is no snapshot.
        failure: Why it could not be read.
        snapshot: Number in the records, None when nothing was kept.
        device: Code of the device that it belongs to.
        candidates: Codes of the devices that it may be.
        machine: Maker and model, as the machine said them.
        serial: Of the machine.
        proposed: How many storage media nobody had declared.
        complete: Whether the file names all storage that is inside.
    """

    file: str
    outcome: str
    failure: KnownFailure | None = None
    snapshot: int | None = None
    device: str | None = None
    candidates: tuple[str, ...] = ()
    machine: str = ""
    serial: str = ""
    proposed: int = 0
    complete: bool = False


@dataclass(frozen=True, slots=True)
class SnapshotsTaken:
    """What became of every file."""

    files: tuple[TakenIn, ...]
    changes: Changes

    @property
    def unreadable(self) -> int:
        """How many files were no snapshot, or none that can be read."""
        return sum(one.outcome == "unreadable" for one in self.files)


@dataclass(frozen=True, slots=True)
class SnapshotDone:
    """A snapshot after a command; `device` is the code of the device that it belongs to."""

    snapshot: int
    outcome: str
    device: str | None
    proposed: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class Applied:
    """What was taken over from a snapshot.

    Args:
        snapshot: Its number.
        device: Code.
        taken: Keys of what was taken over.
        accepted: Ids of the media that are inside now.
        model: Number of the model in the catalogue, None when it is not known.
        label: The label that was queued because names or numbers changed.
        left: How many lines wait for a supervisor; while there is one, the comparison stays open.
        changes: For screens.
    """

    snapshot: int
    device: str
    taken: tuple[str, ...]
    accepted: tuple[int, ...]
    model: int | None
    label: int | None
    left: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class ImportSnapshots(Command[SnapshotsTaken]):
    """Read in files in which machines told of themselves; folders with all that is in them.

    `watch` is told how many files are read, of how many; what it raises stops the import before
    anything is saved.
    """

    paths: tuple[Path, ...]
    watch: Callable[[int, int], None] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class MatchSnapshot(Command[SnapshotDone]):
    """Decide which device told this of itself.

    A device that none of its numbers names, or that something speaks against, needs a reason.
    """

    snapshot: int
    device: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ApplySnapshot(Command[Applied]):
    """Take over what the machine said where a person chose it, and end the comparison.

    `take` are keys of `queries.Line`; what is not among them stays as it is recorded.
    """

    snapshot: int
    take: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetAsideSnapshot(Command[SnapshotDone]):
    """Decide that a snapshot does not count; what it changed by itself is taken back."""

    snapshot: int
    reason: str
