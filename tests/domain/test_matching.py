from __future__ import annotations

from dataclasses import replace

import pytest

from serkut_desk import shipped
from serkut_desk.domain.bad_serials import serial_rules
from serkut_desk.domain.evidence import DriveResult, HostFacts, ReportRun
from serkut_desk.domain.matching import (
    House,
    MatchReason,
    MatchState,
    RecordedDevice,
    RecordedMedium,
    host_device,
    match_drive,
)

RULES = serial_rules(shipped.json_resource("wiping", "serials.json"))
DEVICE = RecordedDevice("SD1", "5CG8XXQ0V1", "HKI-104233")
OTHER = RecordedDevice("SD2", "PF0OTHER")
MEDIUM = RecordedMedium("M1", "SD1", "WD-WX61AA81XXQA", "WDC WD5000LPLX-60", 500_107_862_016)
DRIVE = DriveResult(
    device="/dev/sda",
    model="WDC WD5000LPLX-6",
    serial_raw="WD-WX61AA81XXQA",
    serial="WDWX61AA81XXQA",
    capacity=500_107_862_016,
)
RUN = ReportRun(index=0, tool="nwipe", host=HostFacts(system_serial="5cg8xxq0v1"), drives=(DRIVE,))
HOUSE = House((MEDIUM,), (DEVICE, OTHER), RULES)


def house(*media: RecordedMedium) -> House:
    return House(media, (DEVICE, OTHER), RULES)


def test_the_exact_serial_matches() -> None:
    match = match_drive(DRIVE, RUN, HOUSE)
    assert (match.state, match.medium, match.device) == (MatchState.MATCHED, "M1", "SD1")
    assert match.reasons == (MatchReason.SERIAL_SAME, MatchReason.HOST_SAME)


def test_hyphens_and_case_do_not_matter() -> None:
    medium = replace(MEDIUM, serial="wdwx61aa81xxqa")
    assert match_drive(DRIVE, RUN, house(medium)).state is MatchState.MATCHED


def test_other_model_or_size_is_said_beside_an_exact_serial() -> None:
    medium = replace(MEDIUM, model="Samsung", capacity=256 * 10**9)
    match = match_drive(DRIVE, RUN, house(medium))
    assert match.state is MatchState.MATCHED
    assert MatchReason.MODEL_DIFFERS in match.reasons
    assert MatchReason.CAPACITY_DIFFERS in match.reasons


def test_a_workbench_that_is_not_recorded_is_said() -> None:
    run = replace(RUN, host=HostFacts(system_serial="Default string"))
    match = match_drive(DRIVE, run, HOUSE)
    assert (match.state, match.device) == (MatchState.MATCHED, None)
    assert MatchReason.HOST_NOT_RECORDED in match.reasons


def test_a_drive_wiped_in_another_recorded_device_goes_to_a_person() -> None:
    match = match_drive(DRIVE, replace(RUN, host=HostFacts(system_serial="PF0OTHER")), HOUSE)
    assert (match.state, match.medium) == (MatchState.PROPOSED, None)
    assert match.reasons == (MatchReason.HOST_OTHER_DEVICE,)


def test_a_doubled_serial_goes_to_a_person_for_both_drives() -> None:
    twin = replace(DRIVE, device="/dev/sdb")
    run = replace(RUN, drives=(DRIVE, twin))
    for drive in run.drives:
        match = match_drive(drive, run, HOUSE)
        assert match.state is MatchState.PROPOSED
        assert MatchReason.SERIAL_DOUBLED in match.reasons


def test_a_serial_recorded_twice_goes_to_a_person() -> None:
    match = match_drive(DRIVE, RUN, house(MEDIUM, replace(MEDIUM, id="M2", device="SD2")))
    assert match.state is MatchState.PROPOSED
    assert {candidate.medium for candidate in match.candidates} == {"M1", "M2"}


def test_a_serial_that_contradicts_itself_is_only_proposed() -> None:
    drive = replace(DRIVE, serial_disagrees=True)
    assert match_drive(drive, RUN, HOUSE).state is MatchState.PROPOSED


def test_a_bridges_serial_is_only_proposed() -> None:
    drive = replace(DRIVE, serial_raw="0123456789ABCDE", serial="0123456789ABCDE")
    match = match_drive(drive, RUN, house(replace(MEDIUM, serial="0123456789ABCDE")))
    assert (match.state, match.reasons[0]) == (MatchState.PROPOSED, MatchReason.SERIAL_UNRELIABLE)


@pytest.mark.parametrize("serial", ["WX61AA81XXQA", "WX61-AA81-XXQA"])
def test_the_makers_prefix_is_proposed_away(serial: str) -> None:
    match = match_drive(DRIVE, RUN, house(replace(MEDIUM, serial=serial)))
    assert match.state is MatchState.PROPOSED
    assert match.candidates[0].reasons == (MatchReason.SERIAL_WITHOUT_PREFIX,)


def test_a_cut_serial_needs_20_characters_and_model_and_size() -> None:
    drive = replace(DRIVE, serial_raw="ABCDEFGHIJ1234567890", serial="ABCDEFGHIJ1234567890")
    medium = replace(MEDIUM, serial="ABCDEFGHIJ1234567890XYZ")
    match = match_drive(drive, RUN, house(medium))
    assert (match.state, match.candidates[0].medium) == (MatchState.PROPOSED, "M1")
    for unlike in (
        replace(medium, model="SAMSUNG"),
        replace(medium, capacity=None),
        replace(medium, capacity=10**9),
    ):
        assert match_drive(drive, RUN, house(unlike)).candidates == ()
    short = replace(DRIVE, serial_raw="ABCDEFGHIJ", serial="ABCDEFGHIJ")
    assert match_drive(short, RUN, house(medium)).candidates == ()


@pytest.mark.parametrize("written", ["WDWX61AA81XXQAWDWX61AA81XXQA", "WX61AA81"])
def test_a_serial_written_twice_is_only_proposed(written: str) -> None:
    medium = replace(MEDIUM, serial="WDWX61AA81XXQA" if len(written) > 20 else written * 2)
    drive = replace(DRIVE, serial_raw=written, serial=written)
    match = match_drive(drive, replace(RUN, drives=(drive,)), house(medium))
    assert (match.state, match.medium) == (MatchState.PROPOSED, None)
    assert match.candidates[0].reasons[0] is MatchReason.SERIAL_REPEATED


def test_without_a_serial_the_computers_media_are_proposed() -> None:
    drive = replace(DRIVE, serial_raw="(S/N: unknown)", serial=None)
    other = RecordedMedium("M9", "SD2", "X1234567")
    match = match_drive(drive, RUN, house(MEDIUM, other))
    assert (match.state, match.medium) == (MatchState.PROPOSED, None)
    assert [candidate.medium for candidate in match.candidates] == ["M1"]


def test_an_undeclared_drive_of_a_recorded_computer_is_proposed() -> None:
    match = match_drive(DRIVE, RUN, house())
    assert (match.state, match.device) == (MatchState.PROPOSED, "SD1")
    assert MatchReason.NOT_DECLARED in match.reasons


def test_nothing_known_is_unknown_and_model_alone_never_matches() -> None:
    run = replace(RUN, host=HostFacts())
    medium = replace(MEDIUM, serial="SOMETHINGELSE")
    match = match_drive(DRIVE, run, house(medium))
    assert (match.state, match.candidates) == (MatchState.UNKNOWN, ())
    nameless = replace(DRIVE, serial=None)
    assert match_drive(nameless, run, house(medium)).state is MatchState.UNKNOWN


@pytest.mark.parametrize(
    "host",
    [
        HostFacts(system_serial="5CG8XXQ0V1"),
        HostFacts(system_serial="To be filled by O.E.M.", chassis_serial="5CG8XXQ0V1"),
        HostFacts(system_serial="None", baseboard_serial="/5CG8XXQ0V1/CN1296123/"),
        HostFacts(system_serial="Not Specified", asset_tag="hki-104233"),
    ],
)
def test_the_computer_is_found_past_placeholders(host: HostFacts) -> None:
    assert host_device(host, HOUSE) == DEVICE


def test_a_placeholder_never_finds_a_computer() -> None:
    lazy = RecordedDevice("SD3", "Default string")
    host = HostFacts(system_serial="Default string")
    assert host_device(host, House((), (lazy,), RULES)) is None


def test_two_devices_with_one_serial_are_none() -> None:
    twins = (DEVICE, replace(OTHER, serial="5CG8XXQ0V1"))
    assert host_device(RUN.host, House((), twins, RULES)) is None
