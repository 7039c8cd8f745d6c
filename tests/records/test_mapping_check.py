"""A mapping that somebody edits past the program is noticed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import text

from interchange.test_supplier import MAPPING
from serkut_desk.records.mapping_check import check_mappings
from serkut_desk.stations.evidence.mapping_commands import MakeMapping, RetireMapping

if TYPE_CHECKING:
    from kit import Workshop

NAME = "levypuhdistus oy"


EDITS = (
    "UPDATE supplier_mapping SET document = replace(document, 'FAILED', 'OK') WHERE version = 2",
    "UPDATE supplier_mapping SET retired_at = NULL WHERE version = 1",
    "UPDATE supplier_mapping SET retired_at = made_at WHERE version = 2",
    "UPDATE supplier_mapping SET made_by = 'HK0000000208' WHERE version = 1",
    "UPDATE supplier_mapping SET seq = 1 WHERE version = 1",
    "DELETE FROM supplier_mapping WHERE version = 1",
    "UPDATE supplier_mapping SET version = 3 WHERE version = 2",
)


def test_an_edit_past_the_program_is_found(workshop: Workshop) -> None:
    boss, desk = workshop.fresh(workshop.first), workshop.desk
    desk.do(boss, MakeMapping(replace(MAPPING, name="Muu Oy")))
    desk.do(boss, RetireMapping("Muu Oy"))
    desk.do(boss, MakeMapping(MAPPING))
    desk.do(boss, MakeMapping(replace(MAPPING, times="iso")))
    with desk.database.work() as work:
        assert check_mappings(work.connection) == ()
        for edit in EDITS:
            before = work.connection.begin_nested()
            work.connection.execute(text(f"{edit} AND name_key = :name"), {"name": NAME})
            assert NAME in {one.about for one in check_mappings(work.connection)}, edit
            before.rollback()
        assert check_mappings(work.connection) == ()
