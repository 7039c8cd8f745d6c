"""Which recorded medium a drive in a report is: certain, proposed to a person, or unknown.

Only the serial makes a match certain. Model, size, device name, order and time never do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.serials import serial_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from serkut_desk.domain.bad_serials import SerialRules
    from serkut_desk.domain.evidence import DriveResult, HostFacts, ReportRun

# The length at which programs cut serials off, and models.
CUT_SERIAL = 20
CUT_MODEL = 16
# Two statements of one capacity: decimal and binary rounding, reserved sectors.
CAPACITY_TOLERANCE = 0.01


class MatchState(StrEnum):
    """How sure a match is; the words of the command line."""

    MATCHED = "matched"
    PROPOSED = "proposed"
    UNKNOWN = "unknown"


class MatchReason(StrEnum):
    """Why a match is what it is; sentences are in `texts` as `match_reason.<code>`."""

    SERIAL_SAME = "serial_same"
    SERIAL_WITHOUT_PREFIX = "serial_without_prefix"
    SERIAL_CUT_OFF = "serial_cut_off"
    SERIAL_REPEATED = "serial_repeated"
    SERIAL_MISSING = "serial_missing"
    SERIAL_UNRELIABLE = "serial_unreliable"
    SERIAL_DOUBLED = "serial_doubled"
    SERIAL_DISAGREES = "serial_disagrees"
    SEVERAL_MEDIA = "several_media"
    NOT_DECLARED = "not_declared"
    HOST_SAME = "host_same"
    HOST_OTHER_DEVICE = "host_other_device"
    HOST_NOT_RECORDED = "host_not_recorded"
    MODEL_DIFFERS = "model_differs"
    CAPACITY_DIFFERS = "capacity_differs"


@dataclass(frozen=True, slots=True)
class RecordedMedium:
    """A medium as the records know it; `capacity` in bytes, `device` the device it belongs to.

    `earlier` are devices that it was in when the run was made, and is not any more.
    """

    id: str
    device: str
    serial: str | None = None
    model: str = ""
    capacity: int | None = None
    earlier: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RecordedDevice:
    """A device as the records know it; `inventory` is the city's number."""

    id: str
    serial: str | None = None
    inventory: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A medium that the drive may be, and why."""

    medium: str
    reasons: tuple[MatchReason, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """The result. `medium` only when matched; `device` is the recorded computer of the run."""

    state: MatchState
    medium: str | None
    candidates: tuple[Candidate, ...]
    device: str | None
    reasons: tuple[MatchReason, ...]


@dataclass(frozen=True, slots=True)
class House:
    """What the records hold, and the table of serials that are none."""

    media: Sequence[RecordedMedium]
    devices: Sequence[RecordedDevice]
    rules: SerialRules


def host_device(host: HostFacts, house: House) -> RecordedDevice | None:
    """Return the recorded device that the run's computer is, None when none or several fit.

    Tried in this order, each only where the firmware gives more than a placeholder: system
    serial, chassis serial, the middle of a Dell board serial, asset tag against inventory number.
    """
    board = host.baseboard_serial.split("/")
    dell = board[1] if len(board) > 2 and not board[0] else ""  # noqa: PLR2004 - /TAG/BOARD/
    for text in (host.system_serial, host.chassis_serial, dell):
        found = _devices(text, house, lambda device: device.serial)
        if found:
            return found[0] if len(found) == 1 else None
    tagged = _devices(host.asset_tag, house, lambda device: device.inventory)
    return tagged[0] if len(tagged) == 1 else None


def match_drive(drive: DriveResult, run: ReportRun, house: House) -> Match:
    """Return which recorded medium the drive is (reference 5.3).

    An exact serial matches by itself, unless it is doubled in the run, contradicts itself in the
    log, is of a kind that several drives share, is recorded for several media, or the run was
    made in another recorded device. Everything less is proposed. A drive that no medium fits is
    proposed as an undeclared drive of the run's computer if that is recorded.
    """
    computer = host_device(run.host, house)
    exact = [m for m in house.media if m.serial and serial_key(m.serial) == drive.serial]
    if drive.serial is None:
        return _without_serial(drive, computer, house)
    if exact:
        return _by_serial(drive, run, exact, computer, house)
    near = tuple(_near(drive, house))
    notes = (*_serial_obstacles(drive, run, house.rules),)
    if near:
        return Match(MatchState.PROPOSED, None, near, _id(computer), notes)
    return _undeclared(notes, computer)


def _by_serial(
    drive: DriveResult,
    run: ReportRun,
    exact: list[RecordedMedium],
    computer: RecordedDevice | None,
    house: House,
) -> Match:
    obstacles = [*_serial_obstacles(drive, run, house.rules)]
    if len(exact) > 1:
        obstacles.append(MatchReason.SEVERAL_MEDIA)
    notes: list[MatchReason] = []
    if computer is None:
        notes.append(MatchReason.HOST_NOT_RECORDED)
    elif all(computer.id not in {medium.device, *medium.earlier} for medium in exact):
        obstacles.append(MatchReason.HOST_OTHER_DEVICE)
    else:
        notes.append(MatchReason.HOST_SAME)
    candidates = tuple(
        Candidate(m.id, (MatchReason.SERIAL_SAME, *_differences(drive, m))) for m in exact
    )
    if obstacles:
        return Match(MatchState.PROPOSED, None, candidates, _id(computer), (*obstacles, *notes))
    reasons = (*candidates[0].reasons, *notes)
    return Match(MatchState.MATCHED, exact[0].id, candidates, _id(computer), reasons)


def _without_serial(drive: DriveResult, computer: RecordedDevice | None, house: House) -> Match:
    """Propose the media of the run's computer that can be the drive; a person reads the label."""
    own = [m for m in house.media if computer is not None and m.device == computer.id]
    fitting = [m for m in own if MatchReason.CAPACITY_DIFFERS not in _differences(drive, m)]
    candidates = tuple(
        Candidate(m.id, (MatchReason.HOST_SAME, *_differences(drive, m))) for m in fitting
    )
    if candidates:
        reasons = (MatchReason.SERIAL_MISSING,)
        return Match(MatchState.PROPOSED, None, candidates, _id(computer), reasons)
    return _undeclared((MatchReason.SERIAL_MISSING,), computer)


def _undeclared(reasons: tuple[MatchReason, ...], computer: RecordedDevice | None) -> Match:
    if computer is None:
        all_reasons = (*reasons, MatchReason.HOST_NOT_RECORDED)
        return Match(MatchState.UNKNOWN, None, (), None, all_reasons)
    all_reasons = (*reasons, MatchReason.NOT_DECLARED, MatchReason.HOST_SAME)
    return Match(MatchState.PROPOSED, None, (), computer.id, all_reasons)


def _serial_obstacles(
    drive: DriveResult, run: ReportRun, rules: SerialRules
) -> Iterator[MatchReason]:
    if sum(other.serial == drive.serial for other in run.drives) > 1:
        yield MatchReason.SERIAL_DOUBLED
    if drive.serial_disagrees:
        yield MatchReason.SERIAL_DISAGREES
    if drive.serial and rules.is_unreliable(drive.serial):
        yield MatchReason.SERIAL_UNRELIABLE


def _near(drive: DriveResult, house: House) -> Iterator[Candidate]:
    """Return media whose serial is the drive's but for a prefix, a cut-off end, or written twice.

    Some USB adapters write a serial twice in a row.
    """
    own = drive.serial or ""
    for medium in house.media:
        theirs = serial_key(medium.serial or "")
        if not theirs:
            continue
        differences = _differences(drive, medium)
        if _without_prefix(own) == _without_prefix(theirs):
            yield Candidate(medium.id, (MatchReason.SERIAL_WITHOUT_PREFIX, *differences))
        elif own == theirs * 2 or theirs == own * 2:
            yield Candidate(medium.id, (MatchReason.SERIAL_REPEATED, *differences))
        elif _cut_off(drive, medium) and _surely_alike(drive, medium):
            yield Candidate(medium.id, (MatchReason.SERIAL_CUT_OFF,))


def _without_prefix(key: str) -> str:
    """Return the serial without the `WD-` that one maker prints before it."""
    return key.removeprefix("WD")


def _cut_off(drive: DriveResult, medium: RecordedMedium) -> bool:
    mine, theirs = drive.serial or "", serial_key(medium.serial or "")
    drive_cut = len(drive.serial_raw) == CUT_SERIAL and theirs.startswith(mine)
    medium_cut = len(medium.serial or "") == CUT_SERIAL and mine.startswith(theirs)
    return drive_cut or medium_cut


def _surely_alike(drive: DriveResult, medium: RecordedMedium) -> bool:
    known = bool(drive.model and medium.model and drive.capacity and medium.capacity)
    return known and not _differences(drive, medium)


def _differences(drive: DriveResult, medium: RecordedMedium) -> tuple[MatchReason, ...]:
    """Return what is known of both and not the same."""
    found = []
    mine, theirs = serial_key(drive.model)[:CUT_MODEL], serial_key(medium.model)[:CUT_MODEL]
    if mine and theirs and not (mine.startswith(theirs) or theirs.startswith(mine)):
        found.append(MatchReason.MODEL_DIFFERS)
    if drive.capacity and medium.capacity:
        gap = abs(drive.capacity - medium.capacity)
        if gap > CAPACITY_TOLERANCE * max(drive.capacity, medium.capacity):
            found.append(MatchReason.CAPACITY_DIFFERS)
    return tuple(found)


def _devices(
    text: str, house: House, field: Callable[[RecordedDevice], str | None]
) -> list[RecordedDevice]:
    key = house.rules.host_key(text)
    if key is None:
        return []
    return [device for device in house.devices if serial_key(field(device) or "") == key]


def _id(device: RecordedDevice | None) -> str | None:
    return device.id if device else None
