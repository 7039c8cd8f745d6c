"""The sanitisation policy: versioned rules as frozen data, read strictly from parsed JSON.

Shipped as `resources/policy/<date>_sanitisation.json`; a workshop's own versions are kept in its
records. Level = the row for (kind of medium, technique, data class), if every condition holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.media import DataClass, Level, MediumKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from serkut_desk.domain.evidence import VerifyMode


class SanitisationTechnique(StrEnum):
    """What can have been done to a medium; a superset of what reports can say."""

    OVERWRITE = "overwrite"
    ATA_SECURITY_ERASE = "ata_secure_erase"
    ATA_SECURITY_ERASE_ENHANCED = "ata_secure_erase_enhanced"
    ATA_SANITIZE_OVERWRITE = "ata_sanitize_overwrite"
    ATA_SANITIZE_BLOCK_ERASE = "ata_sanitize_block_erase"
    ATA_SANITIZE_CRYPTO = "ata_sanitize_crypto"
    TCG_CRYPTO_ERASE = "tcg_crypto_erase"
    SCSI_SANITIZE_OVERWRITE = "scsi_sanitize_overwrite"
    SCSI_SANITIZE_BLOCK_ERASE = "scsi_sanitize_block_erase"
    SCSI_SANITIZE_CRYPTO = "scsi_sanitize_crypto"
    SCSI_FORMAT_UNIT = "scsi_format_unit"
    NVME_FORMAT_SES0 = "nvme_format_ses0"
    NVME_FORMAT_SES1 = "nvme_format_ses1"
    NVME_FORMAT_SES2 = "nvme_format_ses2"
    NVME_SANITIZE_BLOCK_ERASE = "nvme_sanitize_block_erase"
    NVME_SANITIZE_OVERWRITE = "nvme_sanitize_overwrite"
    NVME_SANITIZE_CRYPTO = "nvme_sanitize_crypto"
    EMMC_ERASE_SANITIZE = "emmc_erase_sanitize"
    UFS_ERASE_PURGE = "ufs_erase_purge"
    CHROMEOS_POWERWASH = "chromeos_powerwash"
    IOS_FACTORY_RESET = "ios_factory_reset"
    ANDROID_RESET_ENCRYPTED = "android_reset_encrypted"
    ANDROID_RESET_UNENCRYPTED = "android_reset_unencrypted"
    DEGAUSS = "degauss"
    DESTROY_MELT = "destroy_melt"
    DESTROY_SHRED = "destroy_shred"
    DRILL = "drill"
    TRIM = "trim"
    QUICK_FORMAT = "quick_format"
    SOFTWARE_KEY_REMOVAL = "software_key_removal"
    VERIFY_ONLY = "verify_only"
    BIOS_VENDOR_WIPE = "bios_vendor_wipe"
    UNKNOWN = "unknown"


PHYSICAL = frozenset({SanitisationTechnique.DESTROY_MELT, SanitisationTechnique.DESTROY_SHRED})


class Attestation(StrEnum):
    """What a parser found or a person recorded about a run, beyond its figures."""

    STATUS_CONFIRMED = "status_confirmed"
    READ_BACK = "read_back"
    COMMAND_SUPPORTED = "command_supported"
    PLAUSIBLE_DURATION = "plausible_duration"
    UNLOCKED_AFTER = "unlocked_after"
    ENCRYPTION_BEFORE_DATA = "encryption_before_data"
    KEY_NEVER_EXPORTED = "key_never_exported"
    PLAIN_SECTOR_SIZE = "plain_sector_size"
    ALL_NAMESPACES = "all_namespaces"
    LOCKS_OFF = "locks_off"
    FIRST_SCREEN_SEEN = "first_screen_seen"
    CARDS_REMOVED = "cards_removed"
    KEY_DESTROYING_MODEL = "key_destroying_model"
    ENROLMENT_REMOVED = "enrolment_removed"
    RATED_FOR_MEDIUM = "rated_for_medium"
    DEAD_AFTERWARDS = "dead_afterwards"
    SERIAL_BEFORE = "serial_before"
    VENDOR_RECORDED = "vendor_recorded"
    EVIDENCE_FILE = "evidence_file"


class Note(StrEnum):
    """What a certificate has to say beside a level."""

    SPARE_AREAS_NOT_COVERED = "spare_areas_not_covered"
    BOOT_AREAS_NOT_COVERED = "boot_areas_not_covered"
    UNSIGNED_LOG = "unsigned_log"
    RECORDED_BY_HAND = "recorded_by_hand"
    CACHED_IO_POSSIBLE = "cached_io_possible"
    KIND_FROM_PERSON = "kind_from_person"


class Switch(StrEnum):
    """A decision that raises the rows which name it."""

    NIST_R1_TABLES = "nist_r1_tables"


class FlashDecision(StrEnum):
    """What the city has said of overwritten SSDs of ordinary data."""

    UNDECIDED = "undecided"
    STRICT = "strict"
    CLEAR_ACCEPTED = "clear_accepted"


@dataclass(frozen=True, slots=True)
class Raise:
    """The level of a row where a switch is on and `attested` holds as well."""

    switch: Switch
    level: Level
    attested: frozenset[Attestation]


@dataclass(frozen=True, slots=True)
class Conditions:
    """What must hold for a row; each field a program can test.

    Args:
        tool_approved: The tool is in the policy's list, in an approved version.
        errors_zero: The tool counted errors, and there were none.
        verification: The modes of reading back that are enough; empty where none is asked for.
        hidden_areas: None are there, or the approver has accepted that it is unknown.
        passes_at_least: Finished writing passes, without a final blanking.
        persons_at_least: Different persons who recorded it.
        particle_class: The coarsest class of DIN 66399 that is enough, `H-4` or `E-4`.
        attested: What must be recorded of the run.
        attested_or_accepted: As `attested`, or accepted as unknown by the approver.
    """

    tool_approved: bool = False
    errors_zero: bool = False
    verification: frozenset[VerifyMode] = frozenset()
    hidden_areas: bool = False
    passes_at_least: int = 0
    persons_at_least: int = 0
    particle_class: str | None = None
    attested: tuple[Attestation, ...] = ()
    attested_or_accepted: tuple[Attestation, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """One rule: the level a technique gives on some kinds of media.

    Args:
        id: Its name; never reused, it stands on certificates.
        source: The table or text it comes from.
    """

    id: str
    kinds: frozenset[MediumKind]
    technique: SanitisationTechnique
    data_classes: frozenset[DataClass]
    level: Level
    conditions: Conditions
    raised: Raise | None
    notes: tuple[Note, ...]
    source: str


@dataclass(frozen=True, slots=True)
class ApprovedTool:
    """A tool and its first approved version; `unknown_version` tells whether none is needed."""

    name: str
    since: tuple[int, ...]
    unknown_version: bool
    why: str


@dataclass(frozen=True, slots=True)
class DonorRule:
    """What one donor asks for its own media, in place of what the house asks.

    Args:
        key: Its name without case and spaces, as organisations are told apart.
        name: Its name as people write it.
        reference: The document that says so.
        required: Levels by data class and kind; where it says nothing, the house's hold.
    """

    key: str
    name: str
    reference: str
    required: Mapping[tuple[DataClass, MediumKind], Level]


@dataclass(frozen=True, slots=True)
class Policy:
    """One version of the policy.

    Args:
        effective_from: First day it holds (Finnish local date).
        document: Reference of the document it rests on.
        flash: The city's decision about overwritten SSDs; it holds for `flash_kinds`.
        min_passes: House rule beside the level: writing passes of an overwrite, by kind.
        donors: Donors that ask for something of their own, by their key.
    """

    name: str
    version: int
    effective_from: date
    document: str
    document_date: date
    switches: frozenset[Switch]
    flash: FlashDecision
    flash_reference: str
    flash_kinds: frozenset[MediumKind]
    required: Mapping[tuple[DataClass, MediumKind], Level]
    min_passes: Mapping[MediumKind, int]
    tools: Mapping[str, ApprovedTool]
    rows: tuple[PolicyRow, ...]
    donors: Mapping[str, DonorRule] = field(default_factory=dict)

    def row(
        self, kind: MediumKind, technique: SanitisationTechnique, data_class: DataClass
    ) -> PolicyRow | None:
        """Return the one rule for a technique on a kind of medium, or None."""
        for row in self.rows:
            if row.technique is technique and kind in row.kinds and data_class in row.data_classes:
                return row
        return None

    def required_level(self, kind: MediumKind, data_class: DataClass, donor: str = "") -> Level:
        """Return the level that a medium has to reach; `donor` is the key of who gave it."""
        own = self.donors.get(donor)
        if own is not None and (data_class, kind) in own.required:
            return own.required[data_class, kind]
        accepted = self.flash is FlashDecision.CLEAR_ACCEPTED and kind in self.flash_kinds
        if accepted and data_class is DataClass.ORDINARY:
            return Level.CLEAR
        return self.required[data_class, kind]

    def donor(self, key: str) -> str:
        """Return `key` when this donor asks for something of its own, "" when it does not."""
        return key if key in self.donors else ""

    def ways(
        self, kind: MediumKind, data_class: DataClass, required: Level
    ) -> tuple[PolicyRow, ...]:
        """Return the rules that reach a level on `kind`, as they stand."""
        return tuple(
            row
            for row in self.rows
            if kind in row.kinds and data_class in row.data_classes and self.top(row) >= required
        )

    def top(self, row: PolicyRow) -> Level:
        """Return the best level that `row` can give with the switches as they stand."""
        if row.raised and row.raised.switch in self.switches:
            return row.raised.level
        return row.level

    def tool_approved(self, tool: str, version: str | None) -> bool:
        """Tell whether evidence of this tool in this version counts."""
        known = self.tools.get(tool)
        if known is None:
            return False
        parts = version_parts(version)
        return known.unknown_version if parts is None else parts >= known.since


def version_parts(version: str | None) -> tuple[int, ...] | None:
    """Return `(0, 42)` for `0.42`, None for what is no plain version."""
    parts = (version or "").split(".")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    return tuple(int(part) for part in parts)


def in_force(versions: tuple[Policy, ...], day: date) -> Policy:
    """Return the policy that holds on `day`: the last that has begun, the higher number on a tie.

    Raises:
        ValueError: None has begun.
    """
    begun = [policy for policy in versions if policy.effective_from <= day]
    if not begun:
        message = f"no policy holds on {day}"
        raise ValueError(message)
    return max(begun, key=lambda policy: (policy.effective_from, policy.version))
