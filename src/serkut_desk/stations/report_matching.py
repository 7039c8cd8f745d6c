"""Which recorded medium a drive of a report belongs to, with only what can fit loaded.

Used when a report comes in, and when a device or medium is recorded whose report came in before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING

from serkut_desk.domain import matching
from serkut_desk.domain.clock import HELSINKI
from serkut_desk.domain.evidence import DriveResult, HostFacts, ReasonCode, ReportRun
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.matching import Match, MatchState
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.report_kind import kind_guessed, kind_now, kind_told
from serkut_desk.domain.serials import normal_serial, serial_key, variants
from serkut_desk.interchange.evidence import shipped_serial_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.evidence import RecordedReport
    from serkut_desk.records.unit_of_work import UnitOfWork

# A serial that another program cut off has at least this many of its characters.
_SHORTEST_CUT = 8
_GONE = frozenset({DeviceState.LEFT.value, DeviceState.WITHDRAWN.value})


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a drive of a report was put.

    Args:
        match: The answer of `domain.matching`.
        medium_id: The medium it is counted for, or that was proposed because of it.
        device_id: The device that it concerns.
        state: How sure that is; `matched` only to a medium that a person declared.
    """

    match: Match
    medium_id: int | None
    device_id: int | None
    state: MatchState

    @property
    def candidates(self) -> dict[str, list[str]]:
        """Return the media it may be, with the reasons of each, as plain data."""
        return {
            one.medium: [reason.value for reason in one.reasons] for one in self.match.candidates
        }


def serials_of(media: Iterable[StorageMedium]) -> frozenset[str]:
    """Return every writing of the serials of media."""
    return frozenset(key for one in media for key in variants(one.serial_key))


def house_of(work: UnitOfWork, run: ReportRun) -> matching.House:
    """Return the part of the records that the drives of a run can belong to."""
    devices = _host_devices(work, run.host)
    keys, beginnings = set[str](), set[str]()
    for drive in run.drives:
        own = drive.serial or ""
        keys |= variants(own)
        keys |= (
            {own[:end] for end in range(_SHORTEST_CUT, matching.CUT_SERIAL + 1)} if own else set()
        )
        if own and len(drive.serial_raw) == matching.CUT_SERIAL:
            beginnings.add(own)
    found = work.media.fitting(keys, beginnings, [device.id for device in devices])
    return matching.House(
        tuple(
            matching.RecordedMedium(
                str(medium.id),
                str(medium.device_id),
                medium.serial or None,
                medium.model,
                medium.capacity_bytes,
                _earlier(work, medium, run),
            )
            for medium in _still_here(work, found)
        ),
        tuple(
            matching.RecordedDevice(str(device.id), device.serial or None, device.inventory or None)
            for device in devices
        ),
        shipped_serial_rules(),
    )


def _earlier(work: UnitOfWork, medium: StorageMedium, run: ReportRun) -> frozenset[str]:
    """Return the devices that a medium was in when a run ended, by the tool's own clock."""
    ended = run.ended or run.started
    if ended is None:
        return frozenset()
    at = ended if ended.tzinfo else ended.replace(tzinfo=UTC if run.utc else HELSINKI)
    stays = [stay for stay in work.media.stays_of(medium.id) if at < stay.left_at]
    return frozenset(str(stay.device_id) for stay in stays)


def _host_devices(work: UnitOfWork, host: HostFacts) -> list[Device]:
    rules = shipped_serial_rules()
    board = host.baseboard_serial.split("/")
    told = (host.system_serial, host.chassis_serial, *board[1:2], host.asset_tag)
    found: dict[int, Device] = {}
    for text in told:
        key = rules.host_key(text)
        if key is not None:
            for device in work.devices.by_any(normal_serial(text), key):
                if device.in_house and device.state not in _GONE:
                    found[device.id] = device
    return list(found.values())


def _still_here(work: UnitOfWork, media: Sequence[StorageMedium]) -> list[StorageMedium]:
    """Return media of devices in the house; those of devices that left only if no other fits."""
    gone = {
        device_id
        for device_id in {medium.device_id for medium in media}
        if work.devices.by_id(device_id).state in _GONE
    }
    here = {serial_key(one.serial) for one in media if one.device_id not in gone}
    return [one for one in media if one.device_id not in gone or serial_key(one.serial) not in here]


def place(
    work: UnitOfWork,
    drive: DriveResult,
    run: ReportRun,
    house: matching.House,
    *,
    now: datetime,
    by: str,
) -> Placed:
    """Find the medium of a drive; one that nobody declared is proposed under its computer."""
    match = matching.match_drive(drive, run, house)
    if match.state is MatchState.MATCHED and match.medium is not None:
        medium = work.media.by_id(int(match.medium))
        state = MatchState.PROPOSED if medium.proposed else MatchState.MATCHED
        if state is MatchState.MATCHED:
            learn_kind(work, medium, kind_told(drive, run))
        # What was wiped in the device that it was in before is told of that one.
        was_in = next((one.earlier for one in house.media if one.id == match.medium), frozenset())
        told_of = match.device if match.device in was_in else None
        return Placed(match, medium.id, int(told_of) if told_of else medium.device_id, state)
    device_id = None if match.device is None else int(match.device)
    if match.state is MatchState.PROPOSED and not match.candidates and device_id is not None:
        medium_id = _propose(work, drive, run, device_id, now=now, by=by)
        return Placed(match, medium_id, device_id, match.state)
    if device_id is None and match.candidates:
        device_id = work.media.by_id(int(match.candidates[0].medium)).device_id
    return Placed(match, None, device_id, match.state)


def learn_kind(work: UnitOfWork, medium: StorageMedium, said: MediumKind | None) -> None:
    """Record the kind that a report is sure of, where it may overrule what is recorded."""
    new = kind_now(medium.kind, medium.kind_source, said)
    if new is not None:
        kind, source = new
        work.media.change(
            medium.id, kind=kind.value, kind_source=source.value, kind_confirmed_by=None
        )


def _propose(
    work: UnitOfWork,
    drive: DriveResult,
    run: ReportRun,
    device_id: int,
    *,
    now: datetime,
    by: str,
) -> int:
    told = kind_told(drive, run)
    serial = normal_serial(drive.serial_raw) if drive.serial else ""
    rules = shipped_serial_rules()
    return work.media.add(
        device_id=device_id,
        kind=(told or kind_guessed(drive)).value,
        kind_source=(KindSource.REPORT if told else KindSource.PERSON).value,
        serial=serial,
        serial_key=serial_key(serial),
        serial_certain=bool(drive.serial) and not rules.is_unreliable(drive.serial or ""),
        model=drive.model,
        capacity_bytes=drive.capacity,
        state="not_wiped",
        proposed=True,
        declared_by=by,
        declared_at=now,
    )


def drive_of(run: SanitisationRun) -> DriveResult:
    """Return what matching needs to know of a drive that is recorded already."""
    disagrees = any(one["code"] == ReasonCode.SERIAL_DISAGREES for one in run.reasons)
    return DriveResult(
        device=run.device_path,
        bus=str(run.facts.get("bus", "")),
        model=run.model,
        serial_raw=run.serial,
        serial=run.serial_key or None,
        serial_disagrees=disagrees,
        capacity=run.capacity_bytes,
    )


def report_of(recorded: RecordedReport, runs: Iterable[SanitisationRun]) -> ReportRun:
    """Return what matching needs to know of a report's run that is recorded already."""
    return ReportRun(
        index=recorded.number,
        tool="nwipe",
        at_least=recorded.facts.get("at_least"),
        host=HostFacts(**recorded.host),
        drives=tuple(drive_of(run) for run in runs),
    )


def match_again(work: UnitOfWork, run: SanitisationRun) -> Match:
    """Return which media a recorded drive can be, by what is recorded now."""
    report = _report(work, run)
    return matching.match_drive(drive_of(run), report, house_of(work, report))


def kind_of_run(work: UnitOfWork, run: SanitisationRun) -> MediumKind | None:
    """Return the kind that a recorded drive's report is sure of."""
    if run.report_run_id is None:
        return None
    return kind_told(drive_of(run), _report(work, run))


def _report(work: UnitOfWork, run: SanitisationRun) -> ReportRun:
    if run.report_run_id is None:
        return ReportRun(index=0, tool="", drives=(drive_of(run),))
    siblings = work.runs.of_report(run.report_run_id)
    return report_of(work.evidence.report(run.report_run_id), siblings)


def concerned(work: UnitOfWork, run: SanitisationRun) -> set[int]:
    """Return the devices that a recorded run says something of.

    The one that the report was about, the one that its medium belongs to now, and those that the
    medium was in before.
    """
    found = {run.device_id} if run.device_id else set()
    if run.medium_id is not None:
        found |= {work.media.by_id(run.medium_id).device_id}
        found |= work.media.devices_before(run.medium_id)
    return found


def adopt(work: UnitOfWork, device_id: int, now: datetime) -> None:
    """Give a device the drives of reports that came in before it, or before its media.

    A drive that fits one of its media is matched or proposed as at import; another drive that the
    same report found in this computer is proposed, so that the order of coming in hides nothing.
    """
    keys = serials_of(work.media.of_device(device_id))
    waiting = work.runs.unknown_with(keys)
    for report_id in sorted({run.report_run_id for run in waiting if run.report_run_id}):
        runs = work.runs.of_report(report_id)
        report = report_of(work.evidence.report(report_id), runs)
        for run in runs:
            if run.match == MatchState.UNKNOWN and run.set_aside_by is None:
                _adopt_run(work, run, report, device_id, now)


def _adopt_run(
    work: UnitOfWork, run: SanitisationRun, report: ReportRun, device_id: int, now: datetime
) -> None:
    house = house_of(work, report)
    match = matching.match_drive(drive_of(run), report, house)
    media = {medium.id: medium.device for medium in house.media}
    mine = match.device == str(device_id) or any(
        media[one.medium] == str(device_id) for one in match.candidates
    )
    if not mine or match.state is MatchState.UNKNOWN:
        return
    placed = place(work, drive_of(run), report, house, now=now, by=run.imported_by)
    if placed.medium_id is None:
        placed = replace(placed, device_id=device_id)
    work.runs.change(
        run.id,
        medium_id=placed.medium_id,
        device_id=placed.device_id,
        match=placed.state.value,
        match_reasons=[reason.value for reason in match.reasons],
    )
