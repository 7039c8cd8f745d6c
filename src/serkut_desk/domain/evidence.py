"""What a report of a wiping program says: runs and drives, as facts and with a verdict.

A parser fills these; `domain.verdict` judges them. All times are naive: the wall clock of the
computer that was wiped, which has no zone and may be wrong (see `domain.clock_notes`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.policy import Attestation, SanitisationTechnique

if TYPE_CHECKING:
    from datetime import datetime


class Verdict(StrEnum):
    """What a report supports about one drive; the words of the command line."""

    PASSED = "PASSED"
    REVIEW = "REVIEW"
    FAILED = "FAILED"
    ABORTED = "ABORTED"
    INSANE = "INSANE"
    INCOMPLETE = "INCOMPLETE"
    NOT_STARTED = "NOT_STARTED"
    NOT_WIPED = "NOT_WIPED"
    VERIFY_ONLY = "VERIFY_ONLY"


class VerifyMode(StrEnum):
    """Which passes were read back."""

    OFF = "off"
    LAST = "last"
    ALL = "all"
    UNKNOWN = "unknown"


class HiddenAreas(StrEnum):
    """What is known of sectors that the drive hides (HPA, DCO)."""

    NONE = "none"
    DETECTED = "detected"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class FinalLine(StrEnum):
    """How the program said it ended; no final line is None."""

    COMPLETED = "completed"
    ERRORS = "errors"
    ABORTED = "aborted"


class ClockFlag(StrEnum):
    """Why a time in a report is doubtful (`domain.clock_notes`); never changes a verdict."""

    BEFORE_INTAKE = "before_intake"
    FUTURE = "future"
    BEFORE_2015 = "before_2015"
    WENT_BACKWARDS = "went_backwards"
    JUMP = "jump"
    DURATION_MISMATCH = "duration_mismatch"
    FILE_TIME_DIFFERS = "file_time_differs"
    # A person said that it ran in local time, and was read as UTC.
    RTC_LOCAL = "rtc_local"


class ReasonCode(StrEnum):
    """Why a verdict is what it is, or what must be known beside it; sentences are in `texts`."""

    # These decide the verdict.
    STATUS_FAILED = "status_failed"
    ERRORS_COUNTED = "errors_counted"
    BYTES_DIFFER = "bytes_differ"
    STATUS_ABORTED = "status_aborted"
    STATUS_INSANE = "status_insane"
    LOG_ENDS = "log_ends"
    NEVER_STARTED = "never_started"
    NO_ROW = "no_row"
    IN_USE = "in_use"
    NOTHING_WRITTEN = "nothing_written"
    TARGET_CHANGED = "target_changed"
    SAMPLES_UNCHANGED = "samples_unchanged"
    SAMPLES_NOT_BLANK = "samples_not_blank"
    # These ask for a person's eyes.
    ERROR_LINES = "error_lines"
    NO_FINAL_LINE = "no_final_line"
    METHOD_UNKNOWN = "method_unknown"
    METHOD_DISAGREES = "method_disagrees"
    STATUS_UNKNOWN = "status_unknown"
    NO_START_LINE = "no_start_line"
    COUNTERS_MISSING = "counters_missing"
    BYTES_MISSING = "bytes_missing"
    PASSES_MISSING = "passes_missing"
    # Of what tools of drives print (`domain.firmware_verdict`).
    COMMAND_REFUSED = "command_refused"
    SENSE_DATA = "sense_data"
    EXIT_STATUS = "exit_status"
    NOT_SUPPORTED = "not_supported"
    DRIVE_FROZEN = "drive_frozen"
    STILL_LOCKED = "still_locked"
    SANITIZE_FAILED = "sanitize_failed"
    STILL_RUNNING = "still_running"
    STATE_BEFORE_MISSING = "state_before_missing"
    STATE_AFTER_MISSING = "state_after_missing"
    STATUS_AFTER_MISSING = "status_after_missing"
    STATUS_NOT_DONE = "status_not_done"
    COMMAND_MISSING = "command_missing"
    WRITTEN_SINCE = "written_since"
    NO_SECURE_ERASE = "no_secure_erase"
    WORDS_PROVE_NOTHING = "words_prove_nothing"
    # Of reports of other makers and suppliers.
    EXCEPTION_TOLD = "exception_told"
    STATE_NOT_KNOWN = "state_not_known"
    RESULT_NOT_SUCCESS = "result_not_success"
    CELL_NOT_READ = "cell_not_read"
    UNKNOWN_LINES = "unknown_lines"
    UNKNOWN_TABLE = "unknown_table"
    PAPER_DIFFERS = "paper_differs"
    PAPER_MISSES = "paper_misses"
    PAPER_WARNS = "paper_warns"
    KERNEL_ERRORS = "kernel_errors"
    # Of what the stick read back (`domain.stick_samples`).
    SAMPLES_MISSING = "samples_missing"
    SAMPLES_UNREADABLE = "samples_unreadable"
    SAMPLES_STRUCTURED = "samples_structured"
    SAMPLES_NOT_COMPARED = "samples_not_compared"
    SAMPLES_NOT_DRAWN = "samples_not_drawn"
    SAMPLES_FEW = "samples_few"
    SAMPLES_CONTRADICT = "samples_contradict"
    OVERWRITE_LOG_MISSING = "overwrite_log_missing"
    # These are said beside a verdict and change none.
    RESULT_WORD_DIFFERS = "result_word_differs"
    COUNTERS_UNKNOWN = "counters_unknown"
    SERIAL_MISSING = "serial_missing"
    SERIAL_DOUBLED = "serial_doubled"
    SERIAL_DISAGREES = "serial_disagrees"
    SERIAL_CUT = "serial_cut"
    SERIALS_HIDDEN = "serials_hidden"
    HIDDEN_DETECTED = "hidden_detected"
    HIDDEN_UNKNOWN = "hidden_unknown"
    VERIFY_OFF = "verify_off"
    CACHED_IO = "cached_io"
    RETRIED = "retried"
    CLOCK_DOUBTFUL = "clock_doubtful"
    UNPROVEN_FORMAT = "unproven_format"
    SIGNATURE_NOT_CHECKED = "signature_not_checked"
    READ_BY_MAPPING = "read_by_mapping"
    PAPER_ALONE = "paper_alone"


@dataclass(frozen=True, slots=True)
class Reason:
    """A code and the facts that its sentence names, as name and value."""

    code: ReasonCode
    facts: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class ErrorCounters:
    """Counts of the Error Summary; `flush` is None where the program has no such column."""

    passes: int
    verification: int
    flush: int | None

    @property
    def total(self) -> int:
        """Return the sum of all counters."""
        return self.passes + self.verification + (self.flush or 0)


@dataclass(frozen=True, slots=True)
class HostFacts:
    """What the wiped computer's firmware says of itself; empty text where it says nothing."""

    manufacturer: str = ""
    product: str = ""
    system_serial: str = ""
    chassis_serial: str = ""
    baseboard_serial: str = ""
    uuid: str = ""
    asset_tag: str = ""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """The options that the program printed; `printed` is false when it printed none."""

    printed: bool = False
    verify: VerifyMode = VerifyMode.UNKNOWN
    rounds: int | None = None
    final_blank: bool | None = None
    method: str = ""
    prng: str = ""
    quiet: bool = False
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Footer:
    """The line under the status table: time, method, rounds, blanking and verification."""

    time: datetime | None
    method: str
    rounds: int
    final_blank: bool | None
    verify: VerifyMode


@dataclass(frozen=True, slots=True, kw_only=True)
class DriveResult:
    """One drive of one run. `device` (full path) identifies it inside the run and nowhere else.

    `passes` counts the writing passes that the log shows as finished, over all rounds, without
    the final blank; `passes_planned` is what method and rounds ask for. `status` is the worst
    word of the status table, None where the table has no row. `trouble` are lines of errors that
    name the drive. `serial` is for comparing only (`domain.serials.serial_key`). `attested` is
    what the evidence itself shows beyond its figures, such as the drive's own status afterwards.
    `unknown_lines` concern the drive and are none that any known version writes. `missing` are
    proofs that a certificate has a place for and does not show. `known` is what a report tells
    besides, such as the full model of a certificate, by a short name.
    """

    device: str
    bus: str = ""
    model: str = ""
    serial_raw: str = ""
    serial: str | None = None
    serial_disagrees: bool = False
    serial_cut: bool = False
    size_text: str = ""
    capacity: int | None = None
    method: str = ""
    technique: SanitisationTechnique = SanitisationTechnique.UNKNOWN
    passes: int = 0
    passes_planned: int | None = None
    final_blank: bool | None = None
    verify: VerifyMode = VerifyMode.UNKNOWN
    status: str | None = None
    counters: ErrorCounters | None = None
    bytes_erased: int | None = None
    bytes_total: int | None = None
    table_seconds: int | None = None
    hidden_areas: HiddenAreas = HiddenAreas.UNKNOWN
    listed: bool = False
    begun: bool = False
    in_use: bool = False
    direct_io: bool = False
    retries: int = 0
    trouble: tuple[str, ...] = ()
    unknown_lines: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    known: tuple[tuple[str, str], ...] = ()
    attested: frozenset[Attestation] = frozenset()
    started: datetime | None = None
    ended: datetime | None = None
    verdict: Verdict = Verdict.REVIEW
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRun:
    """One run of a wiping program in one report file.

    `index` counts the runs of the file from 0. `tool` is what started it, `program` the name under
    which the policy knows what wiped. `banner` is text only: it lies about versions.
    `tool_version` is what the banner claims, None when it claims nothing or when what the log
    contains cannot come from that version; `at_least` and `at_most` are what the features of the
    log prove. `backwards_seconds` and `jump_seconds` are the largest steps of the clock seen.
    `performed_by` is the badge that the evidence itself names, empty where it names none.
    `paper` is true where the program's printed certificate tells of the run, not its log; `known`
    is what only such a certificate tells, such as the tag, by a short name. `unknown_tables` are
    heads of tables that no known version writes, or that have columns of which nothing is known.
    `utc` is true where the computer's clock ran in UTC as far as its system says; elsewhere Finnish
    time is assumed.
    """

    index: int
    tool: str
    program: str = "nwipe"
    banner: str | None = None
    tool_version: str | None = None
    at_least: str | None = None
    at_most: str | None = None
    kernel: str = ""
    started: datetime | None = None
    ended: datetime | None = None
    final: FinalLine | None = None
    final_text: str = ""
    footer: Footer | None = None
    options: RunOptions = RunOptions()
    host: HostFacts = HostFacts()
    has_error_summary: bool = False
    has_erasure_summary: bool = False
    backwards_seconds: int = 0
    jump_seconds: int = 0
    clock_flags: tuple[ClockFlag, ...] = ()
    drives: tuple[DriveResult, ...] = ()
    rules: int | None = None
    fingerprint: str = ""
    body_digest: str | None = None
    head_key: str = ""
    times_digest: str | None = None
    performed_by: str = ""
    paper: bool = False
    utc: bool = False
    known: tuple[tuple[str, str], ...] = ()
    unknown_tables: tuple[str, ...] = ()
