from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from serkut_desk.domain.declared_medium import declared_medium
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import KnownFailure, Misused, Refused
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import DataClass
from serkut_desk.stations import facts
from serkut_desk.stations.devices.commands import MakePlace, UndoLast
from serkut_desk.stations.intake import queries
from serkut_desk.stations.wiping.commands import ImportReports
from stations.intake.door import Door, label
from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.devices import Device

LAPTOP = DeviceType.LAPTOP


def device(door: Door, code: str) -> Device:
    with door.workshop.desk.database.reading() as work:
        found = work.devices.by_code(code)
    assert found is not None
    return found


def test_a_serial_and_a_roll_label_are_enough_on_the_list(door: Door) -> None:
    received = door.receive("PF2ABC12", label(421757))
    assert received.device == label(421757)
    assert (received.listed, received.row, received.label) == (True, 2, None)
    assert (received.type, received.manufacturer, received.model) == (
        LAPTOP,
        "Lenovo",
        "ThinkPad L14",
    )
    assert received.inventory == "HKI-0098213"
    assert set(received.from_list) == {"type", "manufacturer", "model", "inventory"}
    assert door.entries(received.device) == ["device:intake:received"]
    assert door.entries(door.lot)[-1] == "device:intake:received"


def test_scans_in_any_order_and_noise_among_them(door: Door) -> None:
    received = door.receive(label(7), "00:1A:2B:3C:4D:5E", "HKI-0098213", "1S20X2S0AB00PF2ABC12")
    assert (received.serial, received.product, received.device) == (
        "PF2ABC12",
        "20X2S0AB00",
        label(7),
    )
    assert [note.code for note in received.notes][1] == "scan.ignored.mac"


@pytest.mark.parametrize(
    ("scan", "row"), [("hki+0098215", 4), ("CN0XV9J7TV100", 4), ("HKI-0098216", 5)]
)
def test_the_list_is_matched_by_serial_or_inventory(door: Door, scan: str, row: int) -> None:
    received = door.receive(scan)
    assert (received.row, received.type) == (row, DeviceType.MONITOR)
    # A monitor bears no data.
    assert received.state == DeviceState.WAITING_GRADE


def test_an_own_kind_of_inventory_number_is_known_from_the_list(door: Door) -> None:
    lot = door.open(manifest=b"Malli;Inventaarionumero;Tyyppi\nOptiplex;SOTE/77123;PC\n").lot.code
    received = door.receive("SOTE/77123", lot=lot)
    assert (received.inventory, received.row, received.type) == (
        "SOTE/77123",
        2,
        DeviceType.DESKTOP,
    )


def test_a_phone_is_matched_by_its_imei(door: Door) -> None:
    lot = door.open(manifest=b"Malli;IMEI\nSamsung Galaxy A52;490154203237518\n").lot.code
    received = door.receive("490154203237518", lot=lot, usual_type=LAPTOP)
    assert (received.imei, received.row, received.type) == (
        "490154203237518",
        2,
        DeviceType.PHONE,
    )


def test_what_no_list_names_is_extra_and_needs_a_type(door: Door) -> None:
    before = door.rows()
    with pytest.raises(Refused, match="type_needed"):
        door.receive("5CG0101ABC")
    assert door.rows() == before
    received = door.receive("5CG0101ABC", type=LAPTOP)
    assert (received.listed, received.row) == (False, None)
    counts = queries.show(door.workshop.desk, door.workshop.worker, door.lot).counts
    assert (counts.received, counts.extra, counts.missing) == (1, 1, 4)


def test_without_a_roll_label_the_next_code_is_given_and_its_label_waits(door: Door) -> None:
    received = door.receive("PF2ABC12")
    with door.workshop.desk.database.reading() as work:
        (job,) = work.labels.of_code(received.device)
    assert (job.id, job.state) == (received.label, "queued")
    assert job.data["state"] == "label.state.unknown"


def test_the_counter_never_gives_a_code_that_a_roll_label_took(door: Door) -> None:
    door.receive("PF2ABC12", label(1))
    door.receive("5CG9421XYZ", label(2))
    assert door.receive("CN0XV9J7TV100").device == label(3)


def test_a_roll_label_binds_once(door: Door) -> None:
    door.receive("PF2ABC12", label(1))
    before = door.rows()
    with pytest.raises(Refused, match="label_taken"):
        door.receive("5CG9421XYZ", label(1))
    for wrong in ("SD0000421758", "ER0000000112", "nonsense"):
        with pytest.raises(Refused, match="label_form"):
            door.receive("5CG9421XYZ", label=wrong)
    assert door.rows() == before


def test_a_duplicate_is_answered_with_where_it_is_and_not_counted_twice(door: Door) -> None:
    place = door.workshop.desk.do(door.workshop.first, MakePlace("Hylly V-03"))
    first = door.receive("PF2ABC12", place=place.code, media=(declared_medium("S4X1,nvme,256"),))
    before = door.rows()
    again = door.receive("1S20X2S0AB00PF2ABC12", label(99))
    assert again.duplicate
    assert (again.device, again.place, again.lot) == (first.device, "Hylly V-03", door.lot)
    assert [one.serial for one in again.media] == ["S4X1"]
    assert door.rows() == before
    other = door.open(sender="Toinen").lot.code
    assert door.receive("pf2abc12", lot=other).lot == door.lot
    # The label that was not bound is free.
    assert door.receive("5CG9421XYZ", label(99)).device == label(99)


def test_a_monitor_without_a_serial_is_a_duplicate_by_its_inventory_number(door: Door) -> None:
    first = door.receive("HKI-0098216")
    assert door.receive("HKI-0098216").device == first.device


def test_the_same_serial_of_another_known_maker_is_another_device(door: Door) -> None:
    door.receive(serial="A1234567", manufacturer="HP", type=LAPTOP)
    with pytest.raises(Refused, match="serial_twice"):
        door.receive(serial="A1234567", manufacturer="Dell", type=LAPTOP)
    other = door.receive(serial="A1234567", manufacturer="Dell", type=LAPTOP, twice=True)
    assert not other.duplicate
    assert door.receive(serial="A1234567", type=LAPTOP).duplicate


def test_a_device_that_left_and_comes_back_is_linked(door: Door) -> None:
    first = door.receive("PF2ABC12")
    with door.workshop.desk.database.work() as work:
        left = device(door, first.device)
        work.devices.change(left.id, in_house=False, state=DeviceState.LEFT.value)
        work.commit()
    lot = door.open(sender="Toinen").lot.code
    again = door.receive("1S20X2S0AB00PF2ABC12", lot=lot, type=LAPTOP)
    assert not again.duplicate
    assert again.previous == first.device
    assert device(door, again.device).previous_id == left.id
    # The earlier record is not touched, so that the receipt can be undone.
    door.workshop.desk.do(door.workshop.worker, UndoLast())
    assert device(door, again.device).state == DeviceState.WITHDRAWN
    assert device(door, first.device).state == DeviceState.LEFT


def test_an_undone_receipt_frees_the_line_and_the_serial_but_not_the_label(door: Door) -> None:
    door.receive("PF2ABC12", label(50))
    door.workshop.desk.do(door.workshop.worker, UndoLast())
    counts = queries.show(door.workshop.desk, door.workshop.worker, door.lot).counts
    assert (counts.received, counts.missing) == (0, 4)
    with pytest.raises(Refused, match="label_taken"):
        door.receive("PF2ABC12", label(50))
    again = door.receive("PF2ABC12", label(51))
    assert (again.row, again.previous) == (2, None)


def test_two_lines_named_by_different_numbers_are_for_a_person_to_choose(door: Door) -> None:
    before = door.rows()
    with pytest.raises(Refused, match="lines_ambiguous") as refusal:
        door.receive("PF2ABC12", "HKI-0098214")
    assert refusal.value.facts["rows"] == "2, 3"
    assert door.rows() == before
    received = door.receive("PF2ABC12", "HKI-0098214", line=2)
    assert (received.row, received.differs) == (2, ("inventory",))


def test_a_set_under_one_inventory_number_is_told_apart_by_serial(door: Door) -> None:
    rows = ("PC;5CG9421AAA;HKI-0000001", "Monitor;5CG9421BBB;HKI-0000001")
    content = "\n".join(("Tyyppi;Sarjanumero;Inventaarionumero", *rows)).encode()
    lot = door.open(manifest=content).lot.code
    assert door.receive("5CG9421BBB", "HKI-0000001", lot=lot).row == 3
    other = door.receive("5CG9421CCC", "HKI-0000001", lot=lot, line=0, type=LAPTOP)
    assert not other.listed


def test_a_line_that_is_answered_is_not_answered_again(door: Door) -> None:
    door.receive("PF2ABC12", "HKI-0098213")
    with pytest.raises(Refused, match="line_taken"):
        door.receive("5CG0101ABC", type=LAPTOP, line=2)
    with pytest.raises(Refused, match="line_unknown"):
        door.receive("5CG0101ABC", type=LAPTOP, line=77)
    extra = door.receive("5CG0101ABC", "HKI-0098213", type=LAPTOP)
    assert (extra.row, extra.answered) == (None, 2)


def test_a_row_to_be_identified_is_answered_by_choosing_it(door: Door) -> None:
    content = b"Malli;Sarjanumero;Tyyppi\nGalaxy Tab;R52N12345AB;Tabletti\nGalaxy Tab;;Tabletti\n"
    lot = door.open(manifest=content, accept_problems=True).lot.code
    received = door.receive("R52N99999AB", lot=lot, line=3, sure=True)
    assert (received.row, received.type, received.serial) == (3, DeviceType.TABLET, "R52N99999AB")


@pytest.mark.parametrize(
    ("scans", "code"),
    [
        (("5CG9421AAA", "5CG9421BBB"), "scans_conflict"),
        (("G8H9K12",), "serial_unsure"),
        (("0098299",), "scans_unsure"),
        (("00:1A:2B:3C:4D:5E",), "serial_needed"),
        ((), "serial_needed"),
    ],
)
def test_nothing_ambiguous_is_saved(door: Door, scans: tuple[str, ...], code: str) -> None:
    before = door.rows()
    with pytest.raises(Refused, match=code):
        door.receive(*scans, type=LAPTOP)
    assert door.rows() == before


def test_a_device_without_a_serial_says_why(door: Door) -> None:
    reason = "unreadable"
    received = door.receive(type=LAPTOP, serial_reason=reason)
    assert device(door, received.device).serial_reason == "unreadable"
    # Two devices without any number are two devices.
    assert door.receive(type=LAPTOP, serial_reason=reason).device != received.device
    with pytest.raises(Misused, match="serial_reason_unknown"):
        door.receive(type=LAPTOP, serial_reason="lazy")


def test_secrets_and_unknown_texts_are_neither_stored_nor_journalled(door: Door) -> None:
    key, person, unknown = "VK7JG-NPHTM-C97JM-9MPGT-3V66T", "131052-308T", "what is this text"
    received = door.receive("PF2ABC12", key, person, unknown)
    assert received.device
    kept = door.texts()
    assert not [text for text in (key, person, unknown) if text in kept]
    before = door.rows()
    for field in ("serial", "model", "inventory", "manufacturer", "product"):
        values: dict[str, Any] = {field: person}
        with pytest.raises(Refused, match="secret_not_kept"):
            door.receive("5CG9421XYZ", **values)
    assert door.rows() == before


def test_media_are_declared_in_the_same_entry(door: Door) -> None:
    media = tuple(declared_medium(text) for text in ("WD-123,hdd,500", ",nvme,256"))
    received = door.receive("PF2ABC12", media=media)
    assert [(one.serial, one.kind.value) for one in received.media] == [
        ("WD-123", "hdd"),
        ("", "nvme"),
    ]
    assert [one.serial_certain for one in received.media] == [True, False]
    assert received.state == DeviceState.WAITING_WIPE
    with door.workshop.desk.database.reading() as work:
        (entry,) = work.journal.about(received.device)
    assert [one["serial"] for one in json.loads(entry.body)["media"]] == ["WD-123", ""]


def test_a_medium_is_in_one_device(door: Door) -> None:
    medium = declared_medium("S4EVNF0M,nvme,256")
    holder = door.receive("PF2ABC12", media=(medium,)).device
    before = door.rows()
    with pytest.raises(Refused, match="medium_elsewhere") as refusal:
        door.receive("5CG9421XYZ", media=(medium,))
    assert refusal.value.facts["device"] == holder
    with pytest.raises(Refused, match="medium_twice"):
        door.receive(
            "5CG9421XYZ",
            media=(declared_medium("S4EVNF0MA,ssd,1"), declared_medium("s4evnf0m-a,ssd,1")),
        )
    assert door.rows() == before


@pytest.mark.parametrize("values", [{}, {"media": ("S4X1,ssd,128",)}, {"type": DeviceType.PRINTER}])
def test_the_state_written_without_queries_is_the_derived_one(
    door: Door, values: dict[str, Any]
) -> None:
    values = {**values, "media": tuple(map(declared_medium, values.get("media", ())))}
    received = door.receive("PF2ABC12", **values)
    with door.workshop.desk.database.reading() as work:
        gathered = facts.gather(work, device(door, received.device), door.workshop.clock.now())
    assert gathered.state == received.state
    assert all(p.medium.state == p.standing.state for p in gathered.proofs)


def test_the_same_imei_with_another_serial_is_not_guessed(door: Door) -> None:
    door.receive("490154203237518", serial="R58M12345AB", type=DeviceType.PHONE)
    before = door.rows()
    with pytest.raises(Refused, match="device_contradicts"):
        door.receive("490154203237518", serial="R58M99999AB", type=DeviceType.PHONE)
    assert door.rows() == before


@pytest.mark.parametrize(
    "values",
    [
        {"lot": "ER0000000000"},
        {"lot": "nonsense"},
        {"place": "Ei tällaista"},
        {"imei": "123"},
        {"line": 99},
        {"model": "x" * 121},
    ],
)
def test_a_refusal_leaves_nothing_half_saved(door: Door, values: dict[str, Any]) -> None:
    before = door.rows()
    with pytest.raises(KnownFailure):
        door.receive("PF2ABC12", **values)
    assert door.rows() == before


def test_the_list_that_says_otherwise_is_told(door: Door) -> None:
    received = door.receive("5CG0101ABC", "HKI-0098213")
    assert (received.row, received.serial, received.differs) == (2, "5CG0101ABC", ("serial",))


def test_recent_shows_the_newest_first_with_its_row(door: Door) -> None:
    door.receive("PF2ABC12")
    door.receive("5CG0101ABC", type=LAPTOP)
    shown = queries.recent(door.workshop.desk, door.workshop.worker, door.lot)
    assert [(one.serial, one.row) for one in shown] == [("5CG0101ABC", None), ("PF2ABC12", 2)]


def test_a_medium_that_no_serial_names_gets_a_code_and_a_label(door: Door) -> None:
    named, nameless = declared_medium("S4EVNF0M,nvme,256"), declared_medium("n/a,hdd,500")
    received = door.receive("PF2ABC12", label(421757), media=(named, nameless))
    assert received.media[0].code is None
    code = received.media[1].code
    assert code is not None
    assert code.startswith("LV")
    assert door.entries(code) == ["device:intake:received"]
    with door.workshop.desk.database.reading() as work:
        (job,) = work.labels.of_code(code)
    assert job.data["device"] == received.device


def test_a_report_that_came_first_counts_from_the_receipt_on(door: Door, tmp_path: Path) -> None:
    report = tmp_path / "early.log"
    report.write_bytes(log(Drive(), host="PF2ABC12"))
    workshop = door.workshop
    workshop.desk.do(workshop.worker, ImportReports((report,), workshop.worker.person))
    ordinary = door.open(
        data_class=DataClass.ORDINARY, reference="HEL 2026-000123", second=door.workshop.other
    ).lot
    received = door.receive(
        "PF2ABC12",
        label(421757),
        lot=ordinary.code,
        sure=True,
        type=LAPTOP,
        media=(declared_medium("WD-WX61AA81XXQA,hdd,500"),),
    )
    stored = device(door, received.device)
    with workshop.desk.database.reading() as work:
        gathered = facts.gather(work, stored, workshop.clock.now())
        (run,) = work.runs.of_medium(received.media[0].id)
    assert run.match == "matched"
    assert received.state == stored.state == gathered.state.value == "waiting_approval"


def test_another_drive_of_an_early_report_is_proposed_at_the_receipt(
    door: Door, tmp_path: Path
) -> None:
    report = tmp_path / "early.log"
    other = Drive(serial="WD-WX61AA81XXQB", name="sdb")
    report.write_bytes(log(Drive(), other, host="PF2ABC12"))
    workshop = door.workshop
    workshop.desk.do(workshop.worker, ImportReports((report,), workshop.worker.person))
    medium = declared_medium("WD-WX61AA81XXQA,hdd,500")
    received = door.receive("PF2ABC12", label(421757), media=(medium,))
    stored = device(door, received.device)
    with workshop.desk.database.reading() as work:
        gathered = facts.gather(work, stored, workshop.clock.now())
    assert gathered.facts.proposals == 1
    assert received.state == stored.state == gathered.state.value
    assert [one.serial for one in received.media] == ["WD-WX61AA81XXQA"]


def test_a_listed_computer_is_not_received_as_a_thing_without_data(door: Door) -> None:
    received = door.receive("PF2ABC12", type=DeviceType.MONITOR)
    assert (received.type, received.differs) == (LAPTOP, ("type",))
    assert received.state == DeviceState.RECEIVED.value
