"""A version of the policy that was edited past the program is found."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.policy_change import PolicyChange
from serkut_desk.stations.upkeep.commands import ChangePolicy

if TYPE_CHECKING:
    from kit import Workshop

EDITS = (
    "UPDATE policy_version SET document = replace(document, 'purge', 'clear')",
    "UPDATE policy_version SET effective_from = '2026-01-02'",
    "DELETE FROM policy_version",
    (
        "INSERT INTO policy_version SELECT 9, name, effective_from, reference, document, made_at, "
        "made_by FROM policy_version"
    ),
)


def _decide(workshop: Workshop) -> None:
    change = PolicyChange(
        reference="HEL 1",
        document_date=date(2026, 11, 20),
        required={(DataClass.ORDINARY, MediumKind.HDD): Level.PURGE},
        donors={},
    )
    boss = workshop.fresh(workshop.first)
    workshop.desk.do(boss, ChangePolicy(change, workshop.fresh(workshop.other)))


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_version_is_found(workshop: Workshop, edit: str) -> None:
    _decide(workshop)
    assert workshop.desk.database.check_records() == ()
    with workshop.desk.database.work() as work:
        work.connection.execute(text(edit))
        work.commit()
    assert [str(one.about).split()[0] for one in workshop.desk.database.check_records()] == [
        "policy"
    ]


def test_an_entry_from_before_names_day_and_reference(workshop: Workshop) -> None:
    _decide(workshop)
    with workshop.desk.database.reading() as work:
        body = json.loads(list(work.journal.entries())[-1].body)
    assert set(body) >= {"document", "effective_from", "reference", "changes"}
