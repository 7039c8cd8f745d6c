"""What else the records know of a run stands on the paper, where they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert

from documents.reading import story_of
from serkut_desk.records import schema

if TYPE_CHECKING:
    from pathlib import Path

    from stations.certificates.counter import Counter

UUID = "4C4C4544-0032-3510-8056-B4C04F4E3533"


def _know(counter: Counter, device_id: int, uuid: str) -> None:
    """Let the records know more of the only run, and of a second look at what it wiped."""
    now = counter.workshop.clock.now()
    with counter.workshop.desk.database.work() as work:
        (medium,) = work.media.of_device(device_id)
        (run,) = work.runs.of_medium(medium.id)
        told = {
            "known": {"wwn": "5000c500a1b2c3d4", "firmware": "01.01A01"},
            "kernel": "6.6.30",
            "bytes_erased": 500_107_862_016,
            "bytes_total": 500_107_862_016,
            "host": {"uuid": uuid},
        }
        work.runs.change(run.id, facts={**run.facts, **told})
        draw = {"month": "2026-11", "at": now, "by": counter.boss.person, "population": 98}
        draw |= {"drawn": 5, "need": 5, "seed": "x", "seq": 1}
        (draw_id,) = work.connection.execute(
            insert(schema.look_draw).returning(schema.look_draw.c.id), draw
        ).one()
        look = {"draw_id": draw_id, "month": "2026-11", "run_id": run.id, "medium_id": medium.id}
        look |= {"at": now, "state": "clean", "looked_at": now, "looked_by": counter.other.person}
        look |= {"tool": "hdparm", "tool_version": "9.60", "seq": 1}
        work.connection.execute(insert(schema.second_look), look)
        work.commit()


def test_what_is_known_of_a_run_is_printed(counter: Counter, tmp_path: Path) -> None:
    device = counter.clean()
    _know(counter, device.id, UUID)
    text = story_of(counter.paper(counter.issue(device)[0]), tmp_path)
    for told in (
        *("WWN 5000c500a1b2c3d4", "laiteohjelmisto 01.01A01", "ydin 6.6.30", UUID.lower()),
        "kirjoitettu 500 107 862 016 / 500 107 862 016 tavua",
        "toinen katse 23.11.2026 klo 9.00: mitään ei löytynyt (T01, hdparm 9.60)",
        "otos 2026-11: 5 / 98 välinettä",
    ):
        assert told in text, told


def test_a_made_up_uuid_names_no_machine(counter: Counter, tmp_path: Path) -> None:
    device = counter.clean()
    _know(counter, device.id, "00000000-0000-0000-0000-000000000000")
    text = story_of(counter.paper(counter.issue(device)[0]), tmp_path)
    assert "UUID" not in text
