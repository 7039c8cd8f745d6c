"""A run that somebody edits past the program is noticed, approved or not."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import text

from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.records.evidence_check import check_evidence
from serkut_desk.records.record_check import check_records
from serkut_desk.records.unit_of_work import UnitOfWork
from serkut_desk.stations.wiping.commands import NamePerformer, RecordRun, SetAsideRun
from stations.wiping.logs import Drive, later, log
from stations.wiping.shop import HOST, SERIAL, Shop

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

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
    "DELETE FROM sanitisation_run WHERE id = 3",
    "UPDATE sanitisation_run SET medium_id = NULL, match = 'unknown' WHERE id = 1",
    "UPDATE sanitisation_run SET contradicted = 1 WHERE id = 1",
    "UPDATE sanitisation_run SET facts = json_set(facts, '$.continued_in', 1) WHERE id = 1",
    "UPDATE device SET type = 'monitor' WHERE id = 1",
    "UPDATE device SET data_class = 'confidential' WHERE id = 1",
    "UPDATE medium SET kind = 'sshd' WHERE id = 1",
    "UPDATE medium SET kind_confirmed_by = 'HK0000000198' WHERE id = 1",
    "UPDATE medium SET serial_certain = 0 WHERE id = 1",
    "UPDATE medium SET declared_by = 'HK0000000198' WHERE id = 1",
    "UPDATE medium SET used_since = '2026-01-01T00:00:00.000Z' WHERE id = 1",
)
# What a level stands on, of what a report told and of what a person recorded.
_BLOCK = "nvme_sanitize_block_erase"
GROUNDS = (
    *(("technique", f"'{_BLOCK}'"), ("method", "'X'"), ("passes", "9"), ("verification", "'X'")),
    *(("tool", "'X'"), ("tool_version", "'X'"), ("verdict_rules", "9"), ("model", "'X'")),
    *(("capacity_bytes", "9"), ("started", "'X'"), ("ended", "'X'"), ("serial_key", "'X'")),
    *(("source", "'X'"), ("imported_at", "'2030-01-01T00:00:00.000Z'")),
)
GROUND_FACTS = (
    *(("attested", '["power_cycle"]'), ("errors", "7"), ("hidden_areas", '"checked"')),
    *(("direct_io", '"X"'), ("signed", "true"), ("particle_class", '"H-7"'), ("shredos", '"X"')),
    ("verdict_alone", '"ABORTED"'),
)
ELSEWHERE = (
    ("UPDATE report_run SET facts = json_remove(facts, '$.claims') WHERE id = 1", "report 1"),
    ("UPDATE report_run SET fingerprint = 'X' WHERE id = 2", "report 2"),
    ("UPDATE evidence_file SET received_by = 'HK0000000198'", sha256(b"paper").hexdigest()),
)


def grounds() -> list[str]:
    """Return an edit of each fact of a drive in a report (2) and of a run by hand (4)."""
    columns = [
        f"UPDATE sanitisation_run SET {column} = {value} WHERE id = {run}"  # noqa: S608 - words of this file
        for run in (2, 4)
        for column, value in GROUNDS
        if (run, column, value) != (4, "technique", f"'{_BLOCK}'")
        if not (run == 4 and column == "source")
    ]
    return [
        *columns,
        *(
            f"UPDATE sanitisation_run SET facts = json_set(facts, '$.{name}', json('{value}'))"  # noqa: S608 - words of this file
            f" WHERE id = {run}"
            for run in (2, 4)
            for name, value in GROUND_FACTS
        ),
    ]


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
        work.connection.execute(text("PRAGMA ignore_check_constraints = ON"))
        for edit in EDITS:
            before = work.connection.begin_nested()
            work.connection.execute(text(edit))
            found = {one.about for one in check_records(work.connection)}
            assert found == {device.code}, edit
            before.rollback()
        for edit, about in (*((one, device.code) for one in grounds()), *ELSEWHERE):
            before = work.connection.begin_nested()
            work.connection.execute(text(edit))
            found = {one.about for one in check_evidence(work.connection)}
            assert about in found, edit
            before.rollback()
        assert check_records(work.connection) == ()


def test_what_was_told_in_fewer_words_stays_valid(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a house from before entries told all this; what is done to it now is told."""
    shop = Shop(workshop, tmp_path)
    with monkeypatch.context() as before:
        before.setattr(UnitOfWork, "untold", lambda _self: {})
        device = shop.device()
        shop.declare(device)
        shop.bring(log(Drive(), host=HOST), performed_by=None)
    with workshop.desk.database.reading() as work:
        assert check_records(work.connection) == ()
    workshop.desk.do(shop.boss, NamePerformer(1, shop.other.person))
    with workshop.desk.database.work() as work:
        assert check_records(work.connection) == ()
        work.connection.execute(text("UPDATE sanitisation_run SET contradicted = 1"))
        assert [one.about for one in check_records(work.connection)] == [device.code]
