"""From a declared medium and its report to an approval, and everything that must not pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.data_state import CountSource, DataState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import DataClass, KindSource, MediumKind
from serkut_desk.domain.sanitisation import Acceptance
from serkut_desk.stations.wiping.commands import (
    Approve,
    ConfirmKind,
    Counted,
    ImportReports,
    WithdrawApproval,
)
from stations.wiping.logs import CACHED, UNKNOWN_HIDDEN, Drive, later, log

if TYPE_CHECKING:
    from stations.wiping.shop import Shop

FAILED = Drive(status="-FAILED-", errors=12)


def test_a_clean_hard_disk_is_approved_without_further_questions(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    imported = shop.bring(log(Drive(), host="PF2ABC12"))
    (drive,) = imported.files[0].runs[0].results
    assert (drive.verdict, drive.match, drive.medium) == ("PASSED", "matched", "WD-WX61AA81XXQA")
    assert shop.look(device).data_state is DataState.UNAPPROVED
    done = shop.approve(device)
    assert done.approved[0].gathered.state is DeviceState.WAITING_GRADE
    assert shop.look(device).data_state is DataState.PROVEN
    with shop.workshop.desk.database.reading() as work:
        (job,) = work.labels.of_code(device.code)
        approval = work.approvals.in_force(device.id)
        assert approval is not None
        (item,) = work.approvals.items(approval.id)
        entry = work.journal.about(device.code)[-1]
    assert job.replaces
    assert job.data["state"] == "label.state.wiped"
    assert approval.approved_by == shop.boss.person
    assert approval.seq == entry.seq
    assert entry.tag == "device:wiping:approved"
    assert (item.level.value, item.required.value, item.rule) == ("clear", "clear", "hdd-overwrite")
    assert item.judgement["policy"] == 1


@pytest.mark.parametrize(
    ("what", "report", "refused"),
    [
        ("ssd", log(Drive(bus="ATA-SSD")), "medium_not_enough"),
        ("nvme", log(Drive(name="nvme0n1", bus="NVME")), "medium_not_enough"),
        ("failed", log(FAILED), "medium_wipe_failed"),
        ("aborted", log(Drive(status="UABORTED")), "medium_wipe_failed"),
        ("verify only", log(Drive(), method="Verify Zeros (0x00)", passes=0), "medium_not_wiped"),
        ("cut off", log(Drive(), end=False), "medium_wipe_failed"),
        ("one pass", log(Drive(), method="PRNG Stream", passes=1), "medium_not_enough"),
        ("not read back", log(Drive(), verify="0 (off)"), "medium_not_enough"),
        ("busy", log(Drive("Z1", "sdb"), busy=(Drive(),)), "medium_not_wiped"),
        ("hidden", log(Drive(hidden="HIDDEN SECTORS DETECTED! on /dev/{}")), "medium_not_enough"),
        ("unknown method", log(Drive(), method="Magic", passes=3), "medium_to_review"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_disk_called_hdd_by_a_maker_does_not_pass_with(
    shop: Shop, what: str, report: bytes, refused: str
) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(report)
    with pytest.raises(Refused, match=refused):
        shop.approve(device)
    assert shop.look(device).data_state is not DataState.PROVEN, what


def test_unknown_hidden_areas_need_the_approvers_word(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive(hidden=UNKNOWN_HIDDEN)))
    with pytest.raises(Refused, match="acceptance_needed") as told:
        shop.approve(device)
    assert told.value.facts["what"] == "hidden_areas_unknown"
    words = frozenset({Acceptance.HIDDEN_AREAS_UNKNOWN, Acceptance.ALL_NAMESPACES})
    shop.approve(device, accepted=words)
    with shop.workshop.desk.database.reading() as work:
        approval = work.approvals.in_force(device.id)
    assert approval is not None
    assert approval.accepted == ["hidden_areas_unknown"], "only what was needed is kept"


def test_confidential_data_need_more_than_an_overwrite(shop: Shop) -> None:
    device = shop.device(data_class=DataClass.CONFIDENTIAL)
    shop.declare(device)
    shop.bring(log(Drive()))
    with pytest.raises(Refused, match="medium_not_enough"):
        shop.approve(device)


@pytest.mark.parametrize("seen", [CountSource.SNAPSHOT, CountSource.MODEL])
def test_only_who_has_looked_confirms_a_kind_that_a_person_told(
    shop: Shop, seen: CountSource
) -> None:
    device = shop.device()
    shop.declare(device)
    old = log(Drive(), version="0.34").replace(*CACHED)
    shop.bring(old)
    assert shop.look(device).proofs[0].medium.kind_source is KindSource.PERSON
    with pytest.raises(Refused, match="medium_not_enough"):
        shop.approve(device, seen=seen)
    shop.approve(device)
    medium = shop.look(device).proofs[0].medium
    assert medium.kind_confirmed_by == shop.boss.person


def test_an_approver_of_another_unit_does_not_confirm_kinds(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive(), version="0.34").replace(*CACHED))
    with shop.workshop.desk.database.work() as work:
        person = work.people.by_code(shop.other.person)
        assert person is not None
        work.people.change(person.id, role="approver")
        work.commit()
    with pytest.raises(Refused, match="medium_not_enough"):
        shop.approve(device, by=shop.other)


def test_the_number_of_media_is_asked_and_a_wrong_one_refused(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive()))
    with pytest.raises(Refused, match="media_count_differs") as told:
        shop.approve(device, media=2)
    assert told.value.facts == {"given": 2, "recorded": 1}


def test_neither_performer_nor_importer_nor_declarer_approves(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device, by=shop.boss)
    shop.bring(log(Drive()))
    with pytest.raises(Refused, match="approver_declared"):
        shop.approve(device)
    shop.approve(device, by=shop.other)
    second = shop.device("PF2ABC13")
    shop.declare(second, "Z1D4K9PM")
    shop.bring(log(Drive("Z1D4K9PM"), begin=later(1)), performed_by=shop.boss.person)
    with pytest.raises(Refused, match="approver_performed"):
        shop.approve(second)
    third = shop.device("PF2ABC14")
    shop.declare(third, "5YD3K0AA")
    path = shop.write(log(Drive("5YD3K0AA"), begin=later(2)))
    shop.workshop.desk.do(shop.boss, ImportReports((path,), shop.worker.person))
    with pytest.raises(Refused, match="approver_imported"):
        shop.approve(third)


def test_an_unknown_performer_keeps_the_device_waiting(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive()), performed_by=None)
    with pytest.raises(Refused, match="performer_unknown"):
        shop.approve(device)
    assert shop.look(device).state is DeviceState.WAITING_APPROVAL


def test_several_are_approved_by_one_entry_and_none_if_one_is_not_clean(shop: Shop) -> None:
    clean, also, dirty = (shop.device(f"PF2ABC{number}") for number in (20, 21, 22))
    for device, serial in ((clean, "AAAA1111"), (also, "BBBB2222"), (dirty, "CCCC3333")):
        shop.declare(device, serial)
    shop.bring(
        log(Drive("AAAA1111"), Drive("BBBB2222", "sdb"), FAILED.but(serial="CCCC3333", name="sdc"))
    )
    before = shop.entries()
    with pytest.raises(Refused, match="not_all_clean") as told:
        shop.approve(clean, also, dirty)
    assert told.value.facts["devices"] == dirty.code, "people read this, no word of the program"
    assert shop.entries() == before
    assert shop.look(clean).data_state is DataState.UNAPPROVED
    assert shop.look(clean).proofs[0].medium.kind_confirmed_by is None
    shop.approve(clean, also)
    assert shop.entries() == before + 1
    with shop.workshop.desk.database.reading() as work:
        assert work.journal.about(clean.code)[-1] == work.journal.about(also.code)[-1]


def test_an_approval_needs_a_fresh_pin_and_the_permission(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive()))
    command = Approve((Counted(device.code, 1),), CountSource.OPENED)
    with pytest.raises(Refused, match="not_permitted"):
        shop.workshop.desk.do(shop.worker, command)
    old = shop.boss
    shop.workshop.clock.tick(minutes=6)
    with pytest.raises(Refused, match="pin_too_old"):
        shop.workshop.desk.do(old, command)


def test_a_withdrawn_approval_blocks_again_and_asks_for_a_label(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive()))
    shop.approve(device)
    command = WithdrawApproval(device.code, "wrong disk")
    shop.workshop.desk.do(shop.other, command)
    assert shop.look(device).data_state is DataState.UNAPPROVED
    with shop.workshop.desk.database.reading() as work:
        job = work.labels.of_code(device.code)[-1]
    assert job.data["state"] == "label.state.not_wiped"
    with pytest.raises(Refused, match="approval_missing"):
        shop.workshop.desk.do(shop.other, command)
    shop.approve(device)
    assert shop.look(device).data_state is DataState.PROVEN


def test_a_kind_that_turns_out_stricter_ends_what_an_approval_proves(shop: Shop) -> None:
    device = shop.device()
    done = shop.declare(device)
    shop.bring(log(Drive(), version="0.34").replace(*CACHED))
    shop.approve(device)
    name = f"#{done.medium.id}"
    shop.workshop.desk.do(shop.other, ConfirmKind(name, MediumKind.SSD))
    assert shop.look(device).data_state is DataState.NOT_WIPED
