"""Whoever writes the end of an order or a safety test past the program is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from serkut_desk.domain.repair import RepairOutcome
from stations.repair.repair_hands import close, measured, mend, opened

if TYPE_CHECKING:
    from kit import Workshop


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE work_order SET outcome = 'no_fault'",
        "UPDATE work_order SET outcome_note = 'kaikki hyvin'",
        (
            "UPDATE work_order SET state = 'waiting', closed_at = NULL, closed_by = NULL,"
            " outcome = NULL"
        ),
        "UPDATE work_order SET code = 'TY0000000995'",
        "UPDATE safety_test SET passed = 0",
        "UPDATE safety_test SET measurements = '{}'",
        "UPDATE safety_test SET instrument = 'Toinen'",
        "DELETE FROM safety_test",
    ],
)
def test_a_repair_written_past_the_program_is_found(workshop: Workshop, change: str) -> None:
    order = opened(workshop)
    mend(workshop, order)
    measured(workshop, order)
    close(workshop, order, RepairOutcome.FIXED)
    database = workshop.desk.database
    assert database.check_records() == ()
    with database.work() as work:
        work.connection.execute(text(change))
        work.commit()
    assert [one.about for one in database.check_records()] != []


def test_a_test_that_nobody_made_is_found(workshop: Workshop) -> None:
    order = opened(workshop)
    tested = measured(workshop, order, values=(("insulation", 1), ("touch_current", 1)))
    assert not tested.passed
    with workshop.desk.database.work() as work:
        work.connection.execute(text("UPDATE safety_test SET passed = 1"))
        work.commit()
    (finding,) = workshop.desk.database.check_records()
    assert finding.about == tested.device
