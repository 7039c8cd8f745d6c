"""What pairing asks is answered by an index, however many runs there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asked import statements

if TYPE_CHECKING:
    from kit import Workshop


def test_drives_near_in_time_and_with_a_serial_are_found_by_index(workshop: Workshop) -> None:
    span = ("2026-11-21T21:36:33", "2026-11-21T21:36:37")
    with statements(workshop) as asked, workshop.desk.database.reading() as work:
        assert work.report_pairs.near(span, {"WDWX61AA81XXQA", "WX61AA81XXQA"}) == []
        assert work.report_pairs.of_report(1) == []
    plans = []
    with workshop.desk.database.reading() as work:
        for statement, parameters in asked:
            if statement.startswith("SELECT"):
                single = parameters[0] if isinstance(parameters, list) else parameters
                steps = work.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", single)
                plans += [str(step[3]) for step in steps]
    assert any("ix_sanitisation_run_ended" in step for step in plans)
    assert any("ix_sanitisation_run_serial_key" in step for step in plans)
    assert not [step for step in plans if step.startswith("SCAN")]
