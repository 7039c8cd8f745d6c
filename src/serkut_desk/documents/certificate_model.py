"""What a certificate says, as frozen data; `certificate.py` draws it.

The data is checked when it is made: a page that claims more than its media support can not be
built at all, whoever calls.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.evidence import HiddenAreas, VerifyMode
from serkut_desk.domain.media import FLASH_KINDS, Level

if TYPE_CHECKING:
    from datetime import date, datetime

    from serkut_desk.domain.data_state import CountSource
    from serkut_desk.domain.evidence import ClockFlag, Verdict
    from serkut_desk.domain.journal import Head
    from serkut_desk.domain.media import DataClass, KindSource, MediumKind

DESTROYERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifiedDevice:
    """The device. Empty text where nothing is known; `type` is a key of the device types.

    `uuid` is what its firmware told while it was wiped.
    """

    code: str
    type: str
    manufacturer: str
    model: str
    serial: str
    inventory: str = ""
    imei: str = ""
    uuid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """An earlier run on the same medium that does not count.

    `ended` is the wiped computer's own clock, without a zone.
    """

    ended: datetime | None
    verdict: Verdict
    tool: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What else the records hold of a run; empty, None or 0 where nothing is known.

    `command` is the command line, `kernel` of the system that wiped. `drives` counts the drives
    that the same run told of, `drives_open` those of them that it did not wipe.
    """

    wwn: str = ""
    firmware: str = ""
    kernel: str = ""
    command: str = ""
    erased_bytes: int | None = None
    total_bytes: int | None = None
    drives: int = 0
    drives_open: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Another person's reading back of the medium; nothing was found.

    `drawn` of `population` media were drawn by chance for `month`; 0 when it was not drawn.
    """

    at: datetime
    by: str
    tool: str
    month: str = ""
    drawn: int = 0
    population: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wiped:
    """The run that proves a medium clean.

    `technique` is the policy's word, `method` the tool's own name of what it did, `tool` with its
    version. `required` and `achieved` are levels by the policy's rule `rule`. `started` and
    `ended` are the wiped computer's own clock, without a zone. `performer` is a code, None when
    nobody knows it. `unsigned` tells that the proof is a log which the tool did not sign.
    """

    technique: str
    method: str
    passes: int | None
    tool: str
    required: Level
    achieved: Level
    rule: str
    verify: VerifyMode
    errors: int | None
    hidden: HiddenAreas
    hidden_accepted: bool = False
    started: datetime | None
    ended: datetime | None
    clock_flags: tuple[ClockFlag, ...] = ()
    imported_at: datetime
    imported_by: str
    by_hand: bool = False
    performer: str | None
    earlier: tuple[Attempt, ...] = ()
    unsigned: bool = True
    traces: Traces = Traces()
    look: Look | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Destroyed:
    """The destruction of a medium, seen by two persons; `way` is in the workshop's words."""

    at: datetime
    way: str
    persons: tuple[str, str]
    required: Level
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifiedMedium:
    """One medium that is or was in the device, and what became of it."""

    serial: str
    model: str
    kind: MediumKind
    kind_source: KindSource
    kind_confirmed: bool = True
    capacity_bytes: int | None
    outcome: Wiped | Destroyed

    @property
    def settled(self) -> bool:
        """Whether the required level is reached and nothing speaks against it."""
        match self.outcome:
            case Destroyed(persons=persons):
                return len(set(persons)) == DESTROYERS
            case Wiped() as run:
                open_area = run.hidden not in {HiddenAreas.NONE, HiddenAreas.NOT_APPLICABLE}
                return (
                    run.achieved >= run.required > Level.NONE
                    and run.verify is not VerifyMode.OFF
                    and not run.errors
                    and (run.hidden_accepted or not open_area)
                )

    @property
    def spare_areas_left(self) -> bool:
        """Whether it was overwritten and has areas that an overwrite does not reach."""
        run = self.outcome
        return isinstance(run, Wiped) and run.technique == "overwrite" and self.kind in FLASH_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A device that a medium was in; `until` is when it was taken out, None while it is inside."""

    device: CertifiedDevice
    since: datetime | None
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseMedium:
    """A medium that was taken out of its device: its own code, weight, and where it was."""

    code: str
    weight_g: int | None
    history: tuple[Stay, ...]


@dataclass(frozen=True, slots=True)
class PolicyStamp:
    """The policy that the levels come from: name, version, since when, the city's reference."""

    name: str
    version: str
    valid_from: date
    reference: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """An original report, or what goes with it; the certificate carries it byte for byte."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Hash of the content, 64 lower-case hex digits."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Approver:
    """Who accepted the outcome: the only person whose name stands on the paper."""

    name: str
    title: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificatePage:
    """Everything on one certificate.

    Args:
        number: The TT code, 12 characters.
        issued_at: The instant whose situation the statement describes.
        workshop: Name, and under it whose part it is.
        device: The device.
        source_unit: The city unit that sent it.
        lot: Code of the delivery.
        received_at: When it came in.
        data_class: How sensitive its data was taken to be.
        next_use: `reuse`, `sale`, `recycling` or another key `paper.next_use.*` of the texts.
        count_source: How the number of media is known.
        media: Every medium that is or was in the device.
        none_seen_by: The two persons who saw that there is none, when there is none.
        accepted: Exceptions in the approver's own words.
        policy: Where the levels come from.
        evidence: The original reports.
        attached: Files that go with them and prove nothing by themselves, such as a supplier's PDF.
        anchor: The journal's newest entry before this certificate's own.
        supersedes: Number of the certificate that this one replaces.
        approver: Who accepted.
        seal: Fingerprint of the key that seals the paper.
        statement: Text of the QR: what the paper says, in short and signed.
        loose: For a certificate of one medium that was taken out; `device` is then the one
            that it was taken from.

    Raises:
        ValueError: A number is no certificate number, a medium is not settled, there is no
            medium and nobody looked, a loose medium is not exactly one, or the approver's name
            is empty.
    """

    number: str
    issued_at: datetime
    workshop: str
    workshop_part_of: str
    device: CertifiedDevice
    source_unit: str
    lot: str
    received_at: datetime
    data_class: DataClass
    next_use: str
    count_source: CountSource
    media: tuple[CertifiedMedium, ...]
    none_seen_by: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    policy: PolicyStamp
    evidence: tuple[Evidence, ...]
    attached: tuple[Evidence, ...] = ()
    anchor: Head
    supersedes: str | None = None
    approver: Approver
    seal: str
    statement: str
    loose: LooseMedium | None = None

    def __post_init__(self) -> None:
        """Refuse what must never be printed."""
        demand_numbers(self.number, self.supersedes)
        if self.loose is not None and len(self.media) != 1:
            raise ValueError(self.loose.code)
        for medium in self.media:
            if not medium.settled:
                raise ValueError(medium.serial)
        if not self.media and len(set(self.none_seen_by)) < DESTROYERS:
            raise ValueError(self.none_seen_by)
        if not self.approver.name.strip():
            raise ValueError(self.approver)


def demand_numbers(*numbers: str | None) -> None:
    """Refuse what is no number of a certificate; None is nothing.

    Raises:
        ValueError: With the number.
    """
    for number in numbers:
        code = None if number is None else parse_code(number)
        if number is not None and (code is None or code.kind is not CodeKind.CERTIFICATE):
            raise ValueError(number)
