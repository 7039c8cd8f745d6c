"""What a machine told of itself, read from a file: frozen data, whatever tool wrote it.

Every text is one plain line without control marks; a placeholder that stands where a value should
("To Be Filled By O.E.M.") is an empty text here, with a remark. `paper_codec.dump` and `load`
make JSON of a snapshot and a snapshot of that JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from serkut_desk.domain.device_types import DeviceType  # noqa: TC001 - `paper_codec.load` asks for it
from serkut_desk.domain.errors import Word
from serkut_desk.domain.media import KindSource, MediumKind


class SnapshotFormat(StrEnum):
    """Which tool's form a file has; `snapshot.format.<value>` in the texts names it."""

    COLLECTOR = "collector"
    WORKBENCH_SCRIPT = "workbench_script"
    WORKBENCH_RAW = "workbench_raw"
    WORKBENCH = "workbench"
    CREDENTIAL = "credential"
    FORM = "form"
    LSHW = "lshw"
    SMARTCTL = "smartctl"
    DMIDECODE = "dmidecode"
    INXI = "inxi"

    @property
    def key(self) -> str:
        """Key of its name in the texts."""
        return f"snapshot.format.{self.value}"


class Unread(StrEnum):
    """Why the storage of a machine is not fully known; `snapshot.unread.<value>` says it.

    Any of them makes a snapshot incomplete: it then proves nothing about media that it does not
    name.
    """

    # No storage in the file: "no drive found" is not "no drive".
    NONE_FOUND = "none_found"
    # This kind of file does not list what storage there is ({format}).
    NOT_LISTED = "not_listed"
    # A tool could not read the storage at {path}: {reason}.
    DRIVE_UNREADABLE = "drive_unreadable"
    # A tool said nothing of some storage, not even where it is.
    DRIVE_UNNAMED = "drive_unnamed"
    # The storage at {path} told no serial of its own.
    DRIVE_WITHOUT_SERIAL = "drive_without_serial"
    # A controller {name} may hide drives: RAID, or nothing was seen behind it.
    CONTROLLER = "controller"
    # A part of the file ({part}) is broken off or not in its form.
    PART_BROKEN = "part_broken"
    # The collector had no rights of root.
    NOT_ALLOWED = "not_allowed"
    # More than a machine can have; the rest was left out.
    CUT = "cut"


class IgnoredBecause(StrEnum):
    """Why storage is not the machine's own; `snapshot.ignored.<value>` says it."""

    USB = "usb"
    CARD_READER = "card_reader"
    # A memory card that somebody left in a slot.
    CARD = "card"
    OPTICAL = "optical"
    VIRTUAL = "virtual"
    FLOPPY = "floppy"
    NETWORK = "network"


class SnapshotRemark(StrEnum):
    """What else is to be said; `snapshot.remark.<value>` says it. None stops anything."""

    # {found} stands where {field} should and was dropped.
    PLACEHOLDER = "placeholder"
    # Two tools say different things of {field}: {kept} was taken, not {dropped}.
    DIFFERENT = "different"
    # The tool that reads a drive's health failed at {path}; another one knows the drive.
    HEALTH_UNREAD = "health_unread"
    # The machine's clock cannot be right: {found}.
    CLOCK = "clock"
    # The collector had no {part}.
    TOOL_MISSING = "tool_missing"
    # A part of the file ({part}) that tells nothing of storage is broken off.
    PART_BROKEN = "part_broken"
    # Nothing tells what kind of medium {serial} is.
    KIND_UNKNOWN = "kind_unknown"
    # The serial {serial} may not be the drive's own.
    UNCERTAIN_SERIAL = "uncertain_serial"


Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class UnreadStorage:
    """One reason why storage is not fully known, with the named values of its sentence."""

    code: Unread
    facts: Facts = ()

    @property
    def key(self) -> str:
        """Key of the sentence in the texts."""
        return f"snapshot.unread.{self.code.value}"

    @property
    def fields(self) -> dict[str, str]:
        """Values for the named fields of the sentence."""
        return dict(self.facts)


@dataclass(frozen=True, slots=True)
class Remarked:
    """One remark, with the named values of its sentence."""

    code: SnapshotRemark
    facts: Facts = ()

    @property
    def key(self) -> str:
        """Key of the sentence in the texts."""
        return f"snapshot.remark.{self.code.value}"

    @property
    def fields(self) -> dict[str, str]:
        """Values for the named fields of the sentence; `field` is a word of `snapshot.field`."""
        return {
            name: Word(f"snapshot.field.{said}") if name == "field" else said
            for name, said in self.facts
        }


@dataclass(frozen=True, slots=True)
class IgnoredStorage:
    """Storage that was seen and is not the machine's own: a stick, a reader, a disc drive."""

    because: IgnoredBecause
    path: str = ""
    model: str = ""
    serial: str = ""

    @property
    def key(self) -> str:
        """Key of the sentence in the texts."""
        return f"snapshot.ignored.{self.because.value}"

    @property
    def fields(self) -> dict[str, str]:
        """Values for the named fields of the sentence."""
        return {"name": f"{self.path} {self.model}".strip() or self.serial}


@dataclass(frozen=True, slots=True)
class SnapshotDevice:
    """What the machine is; empty texts where it did not say.

    Args:
        type: Kind of device, None when the file does not tell.
        serial: In the stored form (`normal_serial`), never a placeholder or a network address.
        uuid: Of the firmware, lower case.
        chassis: The file's own word, such as `Notebook`.
        imei: Fifteen digits, for phones.
    """

    type: DeviceType | None = None
    manufacturer: str = ""
    model: str = ""
    version: str = ""
    sku: str = ""
    serial: str = ""
    uuid: str = ""
    chassis: str = ""
    board_manufacturer: str = ""
    board_model: str = ""
    board_serial: str = ""
    bios_version: str = ""
    bios_date: str = ""
    imei: str = ""


@dataclass(frozen=True, slots=True)
class Processor:
    """The processor: the first one where there are several; `count` of them."""

    model: str = ""
    cores: int | None = None
    threads: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class MemoryModule:
    """One memory module.

    Args:
        capacity: Bytes.
        kind: Such as `DDR4`.
        speed: Megatransfers a second.
    """

    capacity: int
    kind: str = ""
    speed: int | None = None
    manufacturer: str = ""
    part: str = ""
    serial: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """The machine's memory; `total` in bytes, None when unknown; `slots` that a module fits in."""

    total: int | None = None
    modules: tuple[MemoryModule, ...] = ()
    slots: int | None = None


@dataclass(frozen=True, slots=True)
class SnapshotMedium:
    """One storage medium that is the machine's own.

    Args:
        serial: In the stored form; "" when it told none.
        serial_certain: False when several drives may carry this serial.
        kind: None when nothing tells it: a person says.
        kind_source: `smartctl` or `firmware` when the drive itself said it, else `snapshot`.
        capacity: Bytes, None when unknown.
        path: Where the system that ran had it, such as `/dev/sda`; means nothing elsewhere.
        passed: The drive's own judgement of its health; None when it told none.
        health: Per mille of its life that is left, None when it does not count.
        hours: Powered on.
        security: The drive has ATA security: None unknown, else `enabled`, `locked` and `frozen`.
        sources: Tools that knew it, `smartctl`, `lshw`, `inxi`, `lsblk`, ...
    """

    serial: str
    model: str = ""
    kind: MediumKind | None = None
    kind_source: KindSource = KindSource.SNAPSHOT
    capacity: int | None = None
    path: str = ""
    serial_certain: bool = True
    firmware: str = ""
    passed: bool | None = None
    health: int | None = None
    hours: int | None = None
    reallocated: int | None = None
    pending: int | None = None
    frozen: bool | None = None
    locked: bool | None = None
    enabled: bool | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Battery:
    """A battery; energies in milliwatt hours.

    Args:
        health: Full capacity by design capacity, in per mille; may be above 1000.
    """

    serial: str = ""
    manufacturer: str = ""
    model: str = ""
    health: int | None = None
    cycles: int | None = None
    design_mwh: int | None = None
    full_mwh: int | None = None


class Lock(StrEnum):
    """Which password keeps others from using a machine; `snapshot.lock.<value>` in the texts."""

    SETUP = "setup"
    POWER_ON = "power_on"
    DRIVE = "drive"

    @property
    def key(self) -> str:
        """Key of its name in the texts."""
        return f"snapshot.lock.{self.value}"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that one file tells of one machine.

    Args:
        software: Who wrote it, with its version, such as `workbench-script 0.0.1`.
        taken: When, as the machine's own clock said it; no zone unless the file has one.
        uuid: The file's own identifier, "" when it has none.
        addresses: Network addresses, `aa:bb:cc:dd:ee:ff`; never a serial.
        complete: Every medium inside is named here. Never true when `unread` is not empty.
        unread: Why storage is not fully known.
        ignored: Storage that is not the machine's own.
        virtual: A virtual machine, which is no device at all.
    """

    format: SnapshotFormat
    software: str = ""
    taken: str = ""
    uuid: str = ""
    device: SnapshotDevice = SnapshotDevice()
    processor: Processor = Processor()
    memory: Memory = Memory()
    media: tuple[SnapshotMedium, ...] = ()
    batteries: tuple[Battery, ...] = ()
    addresses: tuple[str, ...] = ()
    locks: tuple[Lock, ...] = ()
    complete: bool = False
    unread: tuple[UnreadStorage, ...] = ()
    ignored: tuple[IgnoredStorage, ...] = ()
    remarks: tuple[Remarked, ...] = ()
    virtual: bool = False
