"""A run that somebody edits past the program is noticed, approved or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.records.record_check import check_records
from serkut_desk.stations.wiping.commands import NamePerformer, RecordRun, SetAsideRun
from stations.wiping.logs import Drive, later, log
from stations.wiping.shop import HOST, SERIAL, Shop

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop

OTHER = Drive("S444NX0M3XXXQ2", name="sdb")
EDITS = (
    "UPDATE sanitisation_run SET verdict = 'PASSED' WHERE id = 1",
    "UPDATE sanitisation_run SET verdict = 'PASSED' WHERE id = 4",
    "UPDATE sanitisation_run SET set_aside_by = imported_by WHERE id = 1",
    "UPDATE sanitisation_run SET set_aside_by = NULL WHERE id = 3",
    "UPDATE sanitisation_run SET imported_by = 'HK0000000198' WHERE id = 1",
    "UPDATE sanitisation_run SET imported_by = 'HK0000000198' WHERE id = 4",
    "UPDATE sanitisation_run SET performed_by = 'HK0000000198' WHERE id = 1",
    "UPDATE sanitisation_run SET performed_by = 'HK0000000198' WHERE id = 2",
    "UPDATE sanitisation_run SET performed_by = 'HK0000000198' WHERE id = 4",
    "UPDATE sanitisation_run SET facts = json_remove(facts, '$.performer_named_by') WHERE id = 2",
    "UPDATE sanitisation_run SET serial = 'X' WHERE id = 2",
    "UPDATE sanitisation_run SET technique = 'nvme_sanitize_crypto' WHERE id = 4",
    "UPDATE sanitisation_run SET report_run_id = NULL WHERE id = 1",
)


def test_an_edit_past_the_program_is_found(workshop: Workshop, tmp_path: Path) -> None:
    shop, desk = Shop(workshop, tmp_path), workshop.desk
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive(errors=3), host=HOST))
    shop.bring(log(Drive(), OTHER, host=HOST, begin=later(30)), performed_by=None)
    desk.do(shop.boss, NamePerformer(2, shop.other.person))
    desk.do(shop.boss, SetAsideRun(3, "toisen laitteen levy"))
    by_hand = RecordRun(
        SERIAL,
        SanitisationTechnique.NVME_SANITIZE_BLOCK_ERASE,
        shop.write(b"paper"),
        "raportti jäi tikulle",
        succeeded=False,
        performed_by=shop.worker.person,
    )
    desk.do(shop.boss, by_hand)
    with desk.database.work() as work:
        assert check_records(work.connection) == ()
        for edit in EDITS:
            before = work.connection.begin_nested()
            work.connection.execute(text(edit))
            found = {one.about for one in check_records(work.connection)}
            assert found == {device.code}, edit
            before.rollback()
        assert check_records(work.connection) == ()
