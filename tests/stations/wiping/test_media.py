"""Media: declared, none at all, taken out, taken back, destroyed, recorded by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.data_state import CountSource, DataState
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import DataClass, KindSource, MediumKind
from serkut_desk.domain.policy import Attestation, SanitisationTechnique
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.wiping.commands import (
    AcceptProposed,
    ConfirmKind,
    ConfirmSerial,
    DeclareMedium,
    DestroyMedia,
    NamePerformer,
    RecordRun,
    RemoveMedium,
    StateNone,
    WithdrawMedium,
)
from stations.wiping.logs import Drive, log
from stations.wiping.shop import HOST

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, StorageMedium
    from stations.wiping.shop import Shop

SHRED = SanitisationTechnique.DESTROY_SHRED


def test_a_medium_without_serial_needs_a_reason_and_a_label(shop: Shop) -> None:
    device = shop.device()
    with pytest.raises(Misused, match="text_missing"):
        shop.declare(device, "n/a")
    command = DeclareMedium(device.code, "", MediumKind.EMMC, serial_reason="soldered")
    done = shop.workshop.desk.do(shop.worker, command)
    assert not done.medium.serial_certain
    code = done.medium.code
    assert code is not None
    with shop.workshop.desk.database.reading() as work:
        (job,) = work.labels.of_code(code)
        entry = work.journal.about(code)[-1]
    assert (job.kind, job.data["device"]) == ("medium", device.code)
    assert f'"label":{job.id}' in entry.body
    name = f"#{done.medium.id}"
    with pytest.raises(Refused, match="serial_read_differs"):
        shop.workshop.desk.do(shop.boss, ConfirmSerial(name, "anything"))
    with pytest.raises(Refused, match="serial_same_person"):
        shop.workshop.desk.do(shop.worker, ConfirmSerial(code, code))
    shop.workshop.desk.do(shop.boss, ConfirmSerial(code, code))
    assert shop.look(device).proofs[0].medium.serial_certain
    removed = shop.workshop.desk.do(shop.worker, RemoveMedium(code)).medium
    assert removed.code == code, "what is stuck on it stays its name"


def test_what_was_declared_by_mistake_leaves_no_label_in_the_queue(shop: Shop) -> None:
    device = shop.device()
    command = DeclareMedium(device.code, "", MediumKind.EMMC, serial_reason="soldered")
    for undo in (True, False):
        code = shop.workshop.desk.do(shop.worker, command).medium.code
        assert code is not None
        if undo:
            shop.workshop.desk.do(shop.worker, UndoLast())
        else:
            shop.workshop.desk.do(shop.other, WithdrawMedium(code, "counted twice"))
        with shop.workshop.desk.database.reading() as work:
            assert [job.state for job in work.labels.of_code(code)] == ["cancelled"]


def test_a_drive_of_a_report_without_serial_gets_its_label_when_it_is_accepted(shop: Shop) -> None:
    device = shop.device(HOST)
    shop.bring(log(Drive("", "sda"), host=HOST))
    (proposed,) = _media(shop, device)
    assert (proposed.serial, proposed.code, proposed.proposed) == ("", None, True)
    medium = shop.workshop.desk.do(shop.worker, AcceptProposed(f"#{proposed.id}")).medium
    assert medium.code is not None
    with shop.workshop.desk.database.reading() as work:
        assert len(work.labels.of_code(medium.code)) == 1


def _media(shop: Shop, device: Device) -> list[StorageMedium]:
    with shop.workshop.desk.database.reading() as work:
        return work.media.of_device(device.id)


def test_a_medium_is_declared_once(shop: Shop) -> None:
    device, other = shop.device(), shop.device("PF2ABC13")
    shop.declare(device)
    with pytest.raises(Refused, match="medium_declared_already"):
        shop.declare(device, "wd wx61aa81xxqa")
    with pytest.raises(Refused, match="medium_elsewhere"):
        shop.declare(other)
    with pytest.raises(Misused, match="medium_size"):
        shop.workshop.desk.do(
            shop.worker, DeclareMedium(device.code, "Z1", MediumKind.HDD, capacity_bytes=-1)
        )
    with pytest.raises(Refused, match="medium_not_proposed"):
        shop.workshop.desk.do(shop.worker, AcceptProposed("WD-WX61AA81XXQA"))


def test_a_medium_taken_out_keeps_its_gate_and_gets_a_label(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    done = shop.workshop.desk.do(shop.worker, RemoveMedium("WD-WX61AA81XXQA"))
    code = done.medium.code
    assert code is not None
    with shop.workshop.desk.database.reading() as work:
        (job,) = work.labels.of_code(code)
    assert job.kind == "medium"
    gathered = shop.look(device)
    assert gathered.state is DeviceState.WAITING_WIPE
    assert gathered.facts.media[0].removed
    with pytest.raises(Refused, match="medium_removed_already"):
        shop.workshop.desk.do(shop.worker, RemoveMedium(code))
    shop.bring(log(Drive()))
    with pytest.raises(Refused, match="media_count_differs"):
        shop.approve(device, media=0)
    shop.approve(device, media=1)


def test_a_medium_is_taken_back_only_by_a_supervisor_and_never_with_reports(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.declare(device, "WRONG123")
    with pytest.raises(Refused, match="not_permitted"):
        shop.workshop.desk.do(shop.worker, WithdrawMedium("WRONG123", "a label of the tray"))
    shop.workshop.desk.do(shop.other, WithdrawMedium("WRONG123", "a label of the tray"))
    assert len(shop.look(device).proofs) == 1
    shop.bring(log(Drive(status="-FAILED-", errors=1)))
    with pytest.raises(Refused, match="medium_has_runs"):
        shop.workshop.desk.do(shop.other, WithdrawMedium("WD-WX61AA81XXQA", "gone"))


@pytest.mark.parametrize(("type_name", "free"), [("printer", True), ("laptop", False)])
def test_none_inside_needs_two_persons(shop: Shop, type_name: str, *, free: bool) -> None:
    device = shop.device(type=type_name)
    command = StateNone(device.code, CountSource.OPENED)
    assert shop.workshop.desk.do(shop.worker, command).persons == 1
    assert shop.look(device).data_state is DataState.UNKNOWN
    with pytest.raises(Refused, match="none_same_person"):
        shop.workshop.desk.do(shop.worker, command)
    shop.workshop.desk.do(shop.other, command)
    with pytest.raises(Refused, match="none_known_already"):
        shop.workshop.desk.do(shop.boss, command)
    gathered = shop.look(device)
    assert (gathered.data_state is DataState.NO_MEDIA) is free
    if not free:
        with pytest.raises(Refused, match="approver_declared"):
            shop.approve(device, media=0, by=shop.other)
        shop.approve(device, media=0)
        assert shop.look(device).data_state is DataState.NO_MEDIA
    shop.declare(device)
    assert shop.look(device).data_state is DataState.NOT_WIPED
    with pytest.raises(Refused, match="media_declared"):
        shop.workshop.desk.do(shop.boss, command)


def test_a_monitor_needs_no_statement(shop: Shop) -> None:
    device = shop.device(type="monitor")
    with pytest.raises(Refused, match="none_not_needed"):
        shop.workshop.desk.do(shop.worker, StateNone(device.code, CountSource.OPENED))


def test_a_destruction_takes_two_persons_a_file_and_a_third_to_approve(shop: Shop) -> None:
    device = shop.device(data_class=DataClass.ORDINARY)
    shop.declare(device, kind=MediumKind.SSD)
    photo = shop.folder / "photo.jpg"
    photo.write_bytes(b"a picture")
    one = shop.worker.person

    def destroy(**more: object) -> DestroyMedia:
        values = {"second": shop.other.person, "particle_class": "E-4", "evidence": photo, **more}
        return DestroyMedia(("WD-WX61AA81XXQA",), SHRED, **values)  # type: ignore[arg-type] # values of a test

    with pytest.raises(Refused, match="destruction_one_person"):
        shop.workshop.desk.do(shop.worker, destroy(second=one))
    with pytest.raises(Misused, match="badge_not_active"):
        shop.workshop.desk.do(shop.worker, destroy(second="HK1"))
    with pytest.raises(Misused, match="particle_class_unknown"):
        shop.workshop.desk.do(shop.worker, destroy(particle_class="fine"))
    shop.workshop.desk.do(shop.worker, destroy(evidence=None))
    assert shop.look(device).data_state is DataState.NOT_WIPED, "no file, no proof"
    done = shop.workshop.desk.do(shop.worker, destroy())
    assert done.runs[0].performers == {one, shop.other.person}
    with pytest.raises(Refused, match="approver_performed"):
        shop.approve(device, by=shop.other)
    shop.approve(device)
    assert shop.look(device).data_state is DataState.DESTROYED
    shop.bring(log(Drive(status="-FAILED-", errors=1)))
    assert shop.look(device).data_state is DataState.DESTROYED


def test_a_sanitize_is_recorded_by_hand_with_its_file(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device, kind=MediumKind.NVME)
    paper = shop.folder / "nvme.txt"
    paper.write_bytes(b"SSTAT 1")
    attested = frozenset({Attestation.STATUS_CONFIRMED, Attestation.READ_BACK})

    def record(**more: object) -> RecordRun:
        values = {
            "technique": SanitisationTechnique.NVME_SANITIZE_BLOCK_ERASE,
            "attested": attested,
            "tool": "nvme-cli",
            "tool_version": "2.8",
            "performed_by": shop.worker.person,
            "reason": "raportti jäi tikulle",
            **more,
        }
        return RecordRun("WD-WX61AA81XXQA", evidence=paper, **values)  # type: ignore[arg-type] # values of a test

    with pytest.raises(Refused, match="technique_not_by_hand"):
        shop.workshop.desk.do(shop.other, record(technique=SanitisationTechnique.OVERWRITE))
    with pytest.raises(Misused, match="attestation_derived"):
        shop.workshop.desk.do(shop.other, record(attested={Attestation.SERIAL_BEFORE}))
    with pytest.raises(Refused, match="phone_by_checklist"):
        shop.workshop.desk.do(shop.other, record(technique=SanitisationTechnique.IOS_FACTORY_RESET))
    with pytest.raises(Refused, match="not_permitted"):
        shop.workshop.desk.do(shop.worker, record())
    with pytest.raises(Misused, match="text_missing"):
        shop.workshop.desk.do(shop.other, record(reason=" "))
    shop.workshop.desk.do(shop.other, record(attested=frozenset()))
    assert shop.look(device).data_state is DataState.NOT_WIPED
    shop.workshop.desk.do(shop.other, record())
    with pytest.raises(Refused, match="approver_imported"):
        shop.approve(device, by=shop.other)
    shop.approve(device)
    assert shop.look(device).data_state is DataState.PROVEN
    shop.workshop.desk.do(shop.other, record(succeeded=False))
    assert shop.look(device).data_state is DataState.TO_REVIEW


def test_who_names_the_performer_counts_as_one(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    done = shop.bring(log(Drive()), performed_by=None)
    run = done.files[0].runs[0].results[0].run
    assert run is not None
    shop.workshop.desk.do(shop.boss, NamePerformer(run, shop.worker.person))
    with pytest.raises(Refused, match="performer_known"):
        shop.workshop.desk.do(shop.worker, NamePerformer(run, shop.other.person))
    with pytest.raises(Refused, match="approver_performed"):
        shop.approve(device)
    shop.approve(device, by=shop.other)


def test_a_kind_is_confirmed_once_and_by_a_supervisor(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    with pytest.raises(Refused, match="not_permitted"):
        shop.workshop.desk.do(shop.worker, ConfirmKind("WD-WX61AA81XXQA", MediumKind.HDD))
    done = shop.workshop.desk.do(shop.boss, ConfirmKind("WD-WX61AA81XXQA", MediumKind.HDD))
    assert done.medium.kind_confirmed_by == shop.boss.person
    shop.bring(log(Drive()))
    assert shop.look(device).proofs[0].medium.kind_source is KindSource.REPORT
    with pytest.raises(Refused, match="kind_certain_already"):
        shop.workshop.desk.do(shop.boss, ConfirmKind("WD-WX61AA81XXQA", MediumKind.HDD))


@pytest.mark.parametrize("name", ["#99", "LV0000000195", "NOTHERE1", ""])
def test_an_unknown_medium_is_named_in_the_refusal(shop: Shop, name: str) -> None:
    with pytest.raises(Refused, match="medium_unknown"):
        shop.workshop.desk.do(shop.worker, RemoveMedium(name))
