"""What one tool says of a machine, before all that is in a file is put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.snapshots import (
    Battery,
    IgnoredBecause,
    Lock,
    Memory,
    Processor,
    Remarked,
    SnapshotDevice,
    UnreadStorage,
)


@dataclass(frozen=True, slots=True)
class Drive:
    """Storage as one tool saw it; the fields are those of `SnapshotMedium`, not yet cleaned.

    Args:
        source: The tool.
        ignored: Why it is not the machine's own, None when this tool has no reason to say so.
        failed: Why the tool could not read it; None when it could.
    """

    source: str
    path: str = ""
    serial: str = ""
    model: str = ""
    firmware: str = ""
    capacity: int | None = None
    kind: MediumKind | None = None
    kind_source: KindSource = KindSource.SNAPSHOT
    ignored: IgnoredBecause | None = None
    failed: str | None = None
    passed: bool | None = None
    health: int | None = None
    hours: int | None = None
    reallocated: int | None = None
    pending: int | None = None
    frozen: bool | None = None
    locked: bool | None = None
    enabled: bool | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """All that one tool says.

    Args:
        source: The tool.
        listed: It lists the storage that the system saw, whole.
        all_controllers: It lists the controllers too, so that an empty list means none.
        nvme_controllers: Names of controllers with one NVMe drive behind each.
        virtual: The processor itself says that it is a guest's.
        chassis_number: The number by which SMBIOS names a chassis.
    """

    source: str
    device: SnapshotDevice = field(default_factory=SnapshotDevice)
    chassis_number: str = ""
    processor: Processor = field(default_factory=Processor)
    memory: Memory = field(default_factory=Memory)
    drives: tuple[Drive, ...] = ()
    batteries: tuple[Battery, ...] = ()
    addresses: tuple[str, ...] = ()
    locks: tuple[Lock, ...] = ()
    listed: bool = False
    all_controllers: bool = False
    nvme_controllers: tuple[str, ...] = ()
    virtual: bool = False
    unread: tuple[UnreadStorage, ...] = ()
    remarks: tuple[Remarked, ...] = ()
