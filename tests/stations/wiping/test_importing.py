"""Reports that come twice, in parts, in another order, edited, or for another medium."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from factories import make_medium
from serkut_desk.domain.data_state import DataState
from serkut_desk.domain.errors import Misused, Refused, Unavailable
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.stations import found_files
from serkut_desk.stations.wiping import reading
from serkut_desk.stations.wiping.commands import (
    AcceptProposed,
    AssignRun,
    ConfirmKind,
    ConfirmSerial,
    DeclareMedium,
    ImportReports,
    RejectProposed,
    SetAsideRun,
)
from stations.wiping.logs import Drive, later, log

if TYPE_CHECKING:
    from pathlib import Path

    from stations.wiping.shop import Shop

FAILED = Drive(status="-FAILED-", errors=12)
HOST = "PF2ABC12"


def test_the_same_file_changes_nothing_under_whatever_name(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive()))
    before = shop.entries()
    again = shop.bring(log(Drive()), log(Drive()))
    assert [file.outcome for file in again.files] == ["duplicate", "duplicate"]
    assert [file.first for file in again.files] == ["report-1.log", "report-1.log"]
    # Two new names are told of in one entry; the same stick once more is told of in none.
    assert shop.entries() == before + 1
    once_more = shop.workshop.desk.do(shop.worker, ImportReports((shop.folder,)))
    assert {file.outcome for file in once_more.files} == {"duplicate"}
    assert shop.entries() == before + 1
    assert len(shop.look(device).proofs[0].runs) == 1


def test_two_copies_in_one_import_are_one_report(shop: Shop) -> None:
    before = shop.entries()
    done = shop.bring(log(Drive()), log(Drive()))
    assert [file.outcome for file in done.files] == ["read", "duplicate"]
    assert [file.place for file in done.files] == ["unknown_medium", "duplicate"]
    # One of the report, one of what came with it and is nothing new.
    assert shop.entries() == before + 2


def test_the_same_run_in_another_file_is_linked_not_counted_twice(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive()))
    other = shop.bring(log(Drive()).replace(b"\n", b"\r\n")).files[0]
    assert (other.outcome, other.runs[0].link) == ("read", "same")
    assert other.runs[0].results[0].medium == "WD-WX61AA81XXQA"
    assert len(shop.look(device).proofs[0].runs) == 1


@pytest.mark.parametrize("order", ["true first", "edited first"])
def test_an_edited_copy_of_a_failed_run_never_makes_a_medium_clean(shop: Shop, order: str) -> None:
    device = shop.device()
    shop.declare(device)
    true = log(FAILED)
    edited = true.replace(b"-FAILED-", b" Erased ").replace(b"         12 |", b"          0 |")
    assert edited != true
    pair = (true, edited) if order == "true first" else (edited, true)
    for report in pair:
        shop.bring(report)
    gathered = shop.look(device)
    assert gathered.facts.contradictions == 2
    assert gathered.data_state is DataState.TO_REVIEW
    with pytest.raises(Refused, match="contradiction_open"):
        shop.approve(device)


def test_the_same_log_with_another_serial_blocks_both_until_one_is_set_aside(shop: Shop) -> None:
    one, other = shop.device("PF2ABC31"), shop.device("PF2ABC32")
    shop.declare(one, "WD-WX61AA81XXQA")
    shop.declare(other, "WD-WX61AA81YYYY")
    true = log(Drive())
    shop.bring(true)
    shop.approve(one)
    shop.bring(true.replace(b"WX61AA81XXQA", b"WX61AA81YYYY"))
    for device in (one, other):
        assert shop.look(device).data_state is DataState.TO_REVIEW
        with pytest.raises(Refused, match="contradiction_open"):
            shop.approve(device)
    forged = shop.look(other).proofs[0].runs[0]
    with pytest.raises(Refused, match="not_permitted"):
        shop.workshop.desk.do(shop.worker, SetAsideRun(forged.id, "edited"))
    shop.workshop.desk.do(shop.other, SetAsideRun(forged.id, "edited"))
    assert shop.look(one).data_state is DataState.PROVEN
    assert shop.look(other).data_state is DataState.NOT_WIPED
    # The same forgery under another name comes back to nothing.
    shop.bring(true.replace(b"WX61AA81XXQA", b"WX61AA81YYYY") + b"\n")
    assert shop.look(other).data_state is DataState.NOT_WIPED
    assert shop.look(one).data_state is DataState.PROVEN


def test_a_log_taken_too_early_gives_way_to_the_whole_one(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    early = shop.bring(log(Drive(), end=False)).files[0].runs[0]
    assert early.results[0].verdict == "INCOMPLETE"
    whole = shop.bring(log(Drive())).files[0].runs[0]
    assert whole.link == "grown"
    proof = shop.look(device).proofs[0]
    assert "continued_in" in proof.runs[0].facts
    shop.approve(device)


def test_an_early_copy_that_comes_later_takes_nothing_back(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive()))
    shop.approve(device)
    late = shop.bring(log(Drive(), end=False)).files[0].runs[0]
    assert late.link == "part"
    assert shop.look(device).data_state is DataState.PROVEN


def test_a_later_failure_ends_a_proof_until_it_is_set_aside(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive()))
    shop.approve(device)
    shop.bring(log(FAILED, begin=later(3)))
    assert shop.look(device).data_state is DataState.TO_REVIEW
    failed = shop.look(device).proofs[0].runs[-1]
    shop.workshop.desk.do(shop.other, SetAsideRun(failed.id, "loose cable, wiped before"))
    assert shop.look(device).data_state is DataState.PROVEN


def test_a_run_set_aside_proves_nothing_even_if_it_was_approved(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive()))
    shop.approve(device)
    (run,) = shop.look(device).proofs[0].runs
    shop.workshop.desk.do(shop.other, SetAsideRun(run.id, "not this disk"))
    gathered = shop.look(device)
    assert gathered.data_state is DataState.NOT_WIPED
    assert gathered.proofs[0].medium.kind_source is KindSource.PERSON


def test_a_report_that_came_before_the_device_finds_it(shop: Shop) -> None:
    early = shop.bring(log(Drive(), Drive("Z1D4K9PM", "sdb"), host=HOST)).files[0].runs[0]
    assert [one.match for one in early.results] == ["unknown", "unknown"]
    device = shop.device(HOST)
    shop.declare(device)
    gathered = shop.look(device)
    assert gathered.proofs[0].runs[0].match == "matched"
    assert gathered.facts.proposals == 1, "the other drive of the same computer is not forgotten"
    with pytest.raises(Refused, match="proposals_open"):
        shop.approve(device)


def test_an_undeclared_drive_blocks_until_it_is_accepted_or_rejected(shop: Shop) -> None:
    device = shop.device(HOST)
    shop.declare(device)
    done = shop.bring(log(Drive(), Drive("S4X1", "nvme0n1", "NVME"), host=HOST))
    hidden = done.files[0].runs[0].results[1]
    assert (hidden.match, hidden.device_code) == ("proposed", device.code)
    with pytest.raises(Refused, match="proposals_open"):
        shop.approve(device)
    accepted = shop.workshop.desk.do(shop.worker, AcceptProposed("S4X1", MediumKind.HDD))
    assert accepted.medium.kind is MediumKind.NVME, "what the log is sure of stays"
    with pytest.raises(Refused, match="medium_not_enough"):
        shop.approve(device, media=2)


def test_a_rejected_drive_is_gone_and_its_run_set_aside(shop: Shop) -> None:
    device = shop.device(HOST)
    shop.declare(device)
    shop.bring(log(Drive(), Drive("USB1STICK", "sdb", "USB"), host=HOST))
    with pytest.raises(Refused, match="not_permitted"):
        shop.workshop.desk.do(shop.worker, RejectProposed("USB1STICK", "our stick"))
    shop.workshop.desk.do(shop.other, RejectProposed("USB1STICK", "our stick"))
    assert shop.look(device).facts.proposals == 0
    shop.approve(device)


def test_a_report_made_in_another_device_matches_nobody_by_itself(shop: Shop) -> None:
    one, other = shop.device("PF2ABC41"), shop.device("PF2ABC42")
    shop.declare(one)
    shop.bring(log(Drive(), host="PF2ABC42"))
    assert shop.look(one).data_state is DataState.TO_REVIEW
    assert shop.look(other).data_state is DataState.TO_REVIEW
    with shop.workshop.desk.database.reading() as work:
        (run,) = work.runs.open_ones()
    shop.workshop.desk.do(shop.other, AssignRun(run.id, "WD-WX61AA81XXQA"))
    assert shop.look(other).data_state is DataState.UNKNOWN
    shop.approve(one)


def test_a_run_is_not_assigned_to_a_medium_with_another_serial(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device, "Z1D4K9PM")
    shop.bring(log(Drive()))
    with shop.workshop.desk.database.reading() as work:
        (run,) = work.runs.open_ones()
    with pytest.raises(Refused, match="serial_of_another"):
        shop.workshop.desk.do(shop.boss, AssignRun(run.id, "Z1D4K9PM"))


def test_a_drive_without_serial_needs_a_decision_and_a_second_reader(shop: Shop) -> None:
    device = shop.device(HOST)
    shop.declare(device, "Z1D4K9PM")
    shop.bring(log(Drive("(S/N: unknown)"), host=HOST))
    assert shop.look(device).data_state is DataState.TO_REVIEW
    with shop.workshop.desk.database.reading() as work:
        (run,) = work.runs.open_ones()
    shop.workshop.desk.do(shop.other, AssignRun(run.id, "Z1D4K9PM"))
    with pytest.raises(Refused, match="serial_uncertain"):
        shop.approve(device)
    for same in (shop.worker, shop.other):
        with pytest.raises(Refused, match="serial_same_person"):
            shop.workshop.desk.do(same, ConfirmSerial("Z1D4K9PM", "Z1D4K9PM"))
    with pytest.raises(Refused, match="serial_read_differs"):
        shop.workshop.desk.do(shop.boss, ConfirmSerial("Z1D4K9PM", "Z1D4K9PX"))
    shop.workshop.desk.do(shop.boss, ConfirmSerial("Z1D4K9PM", "z1d4 k9pm"))
    shop.approve(device)


def test_a_log_makes_a_kind_stricter_never_milder(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device, kind=MediumKind.HDD)
    shop.bring(log(Drive(bus="ATA-SSD")))
    medium = shop.look(device).proofs[0].medium
    assert (medium.kind, medium.kind_source) == (MediumKind.SSD, KindSource.REPORT)
    with pytest.raises(Refused, match="kind_known_better"):
        shop.workshop.desk.do(shop.boss, ConfirmKind("WD-WX61AA81XXQA", MediumKind.HDD))
    second = shop.device("PF2ABC52")
    shop.declare(second, "Z1D4K9PM", kind=MediumKind.SSD)
    shop.bring(log(Drive("Z1D4K9PM"), begin=later(1)))
    assert shop.look(second).proofs[0].medium.kind is MediumKind.SSD


def test_a_later_log_of_an_ssd_ends_an_approval_as_a_hard_disk(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive()))
    shop.approve(device)
    shop.bring(log(Drive(bus="ATA-SSD"), begin=later(5)))
    assert shop.look(device).data_state is DataState.NOT_WIPED


def test_a_medium_found_after_the_approval_ends_it(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive()))
    shop.approve(device)
    shop.declare(device, "NEW12345")
    assert shop.look(device).data_state is DataState.NOT_WIPED


@pytest.mark.parametrize(
    ("recorded", "bus", "then"),
    [
        (MediumKind.HDD, "ATA-SSD", (MediumKind.SSD, KindSource.REPORT)),
        (MediumKind.SSD, "ATA", (MediumKind.SSD, KindSource.FIRMWARE)),
        (MediumKind.NVME, "ATA-SSD", (MediumKind.NVME, KindSource.FIRMWARE)),
    ],
)
def test_only_a_stricter_log_overrules_the_firmware(
    shop: Shop, recorded: MediumKind, bus: str, then: tuple[MediumKind, KindSource]
) -> None:
    device = shop.device()
    make_medium(shop.workshop, device, serial="WD-WX61AA81XXQA", kind=recorded)
    shop.bring(log(Drive(bus=bus)))
    medium = shop.look(device).proofs[0].medium
    assert (medium.kind, medium.kind_source) == then


def test_folders_are_read_with_all_in_them_and_hidden_files_left_out(shop: Shop) -> None:
    deep = shop.folder / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "one.log").write_bytes(log(Drive()))
    (deep / ".hidden.log").write_bytes(log(FAILED))
    (shop.folder / ".trash").mkdir()
    (shop.folder / ".trash" / "old.log").write_bytes(log(FAILED))
    (shop.folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (shop.folder / "empty.log").write_bytes(b"")
    (shop.folder / "paper.pdf").write_bytes(b"%PDF-1.7\n...")
    os.mkfifo(shop.folder / "pipe")
    done = shop.workshop.desk.do(shop.worker, ImportReports((shop.folder,)))
    outcomes = {file.file.rsplit("/", 1)[-1]: file.outcome for file in done.files}
    assert outcomes == {
        "one.log": "read",
        "picture.png": "not_a_report",
        "empty.log": "unreadable",
        "paper.pdf": "attachment",
        "pipe": "unreadable",
    }
    assert done.unreadable == 2


def test_a_missing_path_is_named_and_nothing_is_read(shop: Shop) -> None:
    here, gone = shop.write(log(Drive())), shop.folder / "gone.log"
    with pytest.raises(Unavailable, match="path_missing") as told:
        shop.workshop.desk.do(shop.worker, ImportReports((here, gone)))
    assert told.value.facts["path"] == str(gone)
    with pytest.raises(Misused, match="badge_not_active"):
        shop.workshop.desk.do(shop.worker, ImportReports((here,), "HK0000000000"))
    assert shop.workshop.desk.files.path("0" * 64).exists() is False


def test_too_much_is_refused(shop: Shop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(found_files, "MOST_FILES", 2)
    for _ in range(3):
        shop.write(b"x")
    with pytest.raises(Misused, match="files_too_many"):
        shop.workshop.desk.do(shop.worker, ImportReports((shop.folder,)))
    monkeypatch.setattr(reading, "LIMIT", 10)
    big = tmp_path / "big.log"
    big.write_bytes(b"x" * 11)
    done = shop.workshop.desk.do(shop.worker, ImportReports((big,)))
    assert (done.files[0].outcome, done.files[0].kind) == ("unreadable", "too_large")


def test_originals_are_kept_byte_for_byte(shop: Shop) -> None:
    report = log(Drive())
    digest = shop.bring(report).files[0].sha256
    assert digest is not None
    assert shop.workshop.desk.files.read(digest) == report
    assert digest in shop.workshop.desk.database.named_files()


def test_a_drive_that_a_report_has_found_is_accepted_not_declared(shop: Shop) -> None:
    device = shop.device(HOST)
    shop.bring(log(Drive(), host=HOST))
    with pytest.raises(Refused, match="medium_proposed_already"):
        shop.workshop.desk.do(
            shop.worker, DeclareMedium(device.code, "WD-WX61AA81XXQA", MediumKind.HDD)
        )


@pytest.mark.skipif(os.name == "nt", reason="names are always text there")
def test_a_stick_of_another_system_is_read_whatever_its_names(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    path = os.path.join(os.fsencode(shop.folder), b"raportti-\xe4\xff\x1b[31m\n.log")  # noqa: PTH118 - bytes, not text
    with open(path, "wb") as file:  # noqa: PTH123 - as above
        file.write(log(Drive(), host=HOST))
    done = shop.workshop.desk.do(shop.worker, ImportReports((shop.folder,), shop.worker.person))
    assert [file.outcome for file in done.files] == ["read"]
    # As it can be shown: nothing in it speaks to a terminal.
    assert done.files[0].file.encode().isascii() is False
    assert done.files[0].file.isprintable()
    assert len(shop.look(device).proofs[0].runs) == 1
