"""What can be asked about how suppliers' files are read, and about files that go with runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.supplier_mapping import SupplierMapping


@dataclass(frozen=True, slots=True)
class MappingDone:
    """The mapping as it is saved, with its version."""

    mapping: SupplierMapping
    changes: Changes


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a run now."""

    run: int
    sha256: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class MakeMapping(Command[MappingDone]):
    """Save how a supplier's files are read; of a known name, as its next version."""

    mapping: SupplierMapping


@dataclass(frozen=True, slots=True)
class RetireMapping(Command[MappingDone]):
    """Read no more files by a mapping."""

    name: str


@dataclass(frozen=True, slots=True)
class AttachEvidence(Command[Attached]):
    """Attach a file that is kept to a run: a supplier's PDF, the text of a tool.

    `sha256` may be as many digits from the beginning as name only one file.
    """

    run: int
    sha256: str
