"""What can be asked about images, the bench, and installed systems."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from serkut_desk.domain.changes import Changes
    from serkut_desk.records.installations import SystemImage


@dataclass(frozen=True, slots=True)
class ImageDone:
    """An image that was added or taken out of use."""

    image: SystemImage
    changes: Changes


@dataclass(frozen=True, slots=True)
class Preferred:
    """What a model gets first from now on; `image` is None when nothing is preferred any more."""

    manufacturer: str
    model: str
    image: str | None
    changes: Changes


@dataclass(frozen=True, slots=True)
class BenchDone:
    """What changed at the bench: codes of the machines that it was about.

    `already` tells that a machine that was scanned had been there before.
    """

    devices: tuple[str, ...]
    already: bool = False


@dataclass(frozen=True, slots=True)
class RecordedLine:
    """One installation that was recorded; `failed` are keys of the tests that did not go well."""

    device: str
    installation: int
    name: str
    passed: bool
    failed: tuple[str, ...]
    replaced: str | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded in one entry; `already` are devices where the same stood before."""

    lines: tuple[RecordedLine, ...]
    changes: Changes
    already: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InstallationEnded:
    """An installation that does not hold any more."""

    device: str
    name: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class AddImage(Command[ImageDone]):
    """Name a disk image that the workshop installs from.

    Args:
        name: What people call it; no other image has it.
        system: As `Linux Mint`; `version` as `22.2`, `edition` as `Cinnamon` or "".
        file: The file itself, whose SHA-256 is then computed; None where it is not at hand.
        sha256: The digest as somebody else stated it; with `file` both must agree.
        file_name: Name of the file where only its digest is given.
        progress: Told how many bytes of how many were read; may raise to end it.
    """

    name: str
    system: str
    version: str
    edition: str = ""
    file: Path | None = None
    sha256: str = ""
    file_name: str = ""
    progress: Callable[[int, int], None] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class RetireImage(Command[ImageDone]):
    """Take an image out of use; what was installed from it stays as it is."""

    name: str


@dataclass(frozen=True, slots=True)
class PreferImage(Command[Preferred]):
    """Let a model get an image first; `image` None forgets it."""

    manufacturer: str
    model: str
    image: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """What is installed: an image by name, or a system without an image of ours."""

    image: str = ""
    system: str = ""
    version: str = ""
    edition: str = ""


@dataclass(frozen=True, slots=True)
class BenchAdd(Command[BenchDone]):
    """Put a machine on the bench by whatever was scanned: its label or its serial."""

    text: str


@dataclass(frozen=True, slots=True)
class BenchRemove(Command[BenchDone]):
    """Take machines off the bench; what was answered of them is forgotten."""

    devices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BenchChoose(Command[BenchDone]):
    """Say what is installed: on the whole bench, or on one machine of it."""

    choice: Choice
    device: str | None = None


@dataclass(frozen=True, slots=True)
class BenchAnswer(Command[BenchDone]):
    """Keep the result of one test of one machine; None takes it back."""

    device: str
    test: str
    result: str | None


@dataclass(frozen=True, slots=True)
class BenchRestWell(Command[BenchDone]):
    """Keep that every test of a machine went well that has no result yet."""

    device: str


@dataclass(frozen=True, slots=True)
class Machine:
    """One installation to record.

    Args:
        device: Code.
        choice: What was installed.
        results: Results by test, words of `checklist.Result`.
        note: Something to know about it, "" for nothing.
        medium: Id of the medium that it is on; None for the only one inside.
    """

    device: str
    choice: Choice
    results: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    medium: int | None = None


@dataclass(frozen=True, slots=True)
class RecordInstallation(Command[Recorded]):
    """Record what was installed on one or many devices, all or none.

    With `all_well`, tests without a result went well: somebody looked and says so.
    """

    machines: tuple[Machine, ...]
    all_well: bool = False


@dataclass(frozen=True, slots=True)
class ImportInstallations(Command[Recorded]):
    """Record what an unattended installer wrote into its result file, all or none."""

    file: Path


@dataclass(frozen=True, slots=True)
class EndInstallation(Command[InstallationEnded]):
    """Say that the system that was recorded is not on a device any more."""

    device: str
    reason: str
