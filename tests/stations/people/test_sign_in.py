"""The log-in log: apart from the journal, and forgotten after a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from kit import PIN
from serkut_desk.domain.errors import Refused
from serkut_desk.records import schema
from serkut_desk.stations.people import sign_in

if TYPE_CHECKING:
    from kit import Workshop


def _log(workshop: Workshop) -> list[tuple[str, str]]:
    table = schema.login_log
    with workshop.desk.database.reading() as work:
        rows = work.connection.execute(select(table.c.person, table.c.event))
        return [(row[0], row[1]) for row in rows]


def test_coming_and_wrong_pins_are_in_the_log_and_not_in_the_journal(workshop: Workshop) -> None:
    badge = workshop.first.person
    _, session = sign_in.with_badge(workshop.desk, badge)
    assert session.pin_at is None
    with pytest.raises(Refused, match="pin_wrong"):
        sign_in.with_pin(workshop.desk, session, "9999")
    assert sign_in.with_pin(workshop.desk, session, PIN).pin_at == workshop.clock.now()
    assert _log(workshop) == [(badge, "badge"), (badge, "pin-wrong"), (badge, "pin")]
    assert workshop.desk.database.check().entries == 0


def test_an_unknown_badge_leaves_nothing(workshop: Workshop) -> None:
    with pytest.raises(Refused, match="badge_unknown"):
        sign_in.with_badge(workshop.desk, "HK9999999974")
    assert _log(workshop) == []


def test_log_ins_are_forgotten_after_a_year(workshop: Workshop) -> None:
    sign_in.with_badge(workshop.desk, workshop.first.person)
    workshop.clock.tick(days=200)
    sign_in.with_badge(workshop.desk, workshop.other.person)
    workshop.clock.tick(days=166)
    sign_in.with_badge(workshop.desk, workshop.worker.person)
    people = [person for person, _ in _log(workshop)]
    assert people == [workshop.other.person, workshop.worker.person]
