"""Feedback says how a screen is and never who said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.feedback import LONGEST_NOTE, Mood
from serkut_desk.stations.home import queries
from serkut_desk.stations.home.commands import LeaveFeedback, ReadFeedback

if TYPE_CHECKING:
    from kit import Workshop


def test_a_card_keeps_nothing_of_its_person(workshop: Workshop) -> None:
    workshop.clock.tick(minutes=17, seconds=3)
    workshop.desk.do(workshop.worker, LeaveFeedback("grading", Mood.UNCLEAR, "  liikaa  sanoja "))
    (note,) = queries.feedback(workshop.desk, workshop.first)
    assert (note.screen, note.mood, note.note) == ("grading", Mood.UNCLEAR, "liikaa sanoja")
    assert (note.left_at.minute, note.left_at.second) == (0, 0)
    assert workshop.worker.person not in str(note)
    with workshop.desk.database.reading() as work:
        assert work.journal.head().seq == 0


def test_what_was_seen_is_read_and_what_came_after_is_not(workshop: Workshop) -> None:
    desk, first = workshop.desk, workshop.first
    seen = desk.do(workshop.worker, LeaveFeedback("intake", Mood.SLOW))
    later = desk.do(workshop.worker, LeaveFeedback("intake", Mood.GOOD))
    assert desk.do(first, ReadFeedback(seen)) == 1
    assert desk.do(first, ReadFeedback(seen)) == 0
    assert [one.id for one in queries.feedback(desk, first, unread=True)] == [later]
    assert [one.id for one in queries.feedback(desk, first)] == [later, seen]


def test_only_who_may_reads_it(workshop: Workshop) -> None:
    with pytest.raises(Refused, match="not_permitted"):
        queries.feedback(workshop.desk, workshop.worker)
    with pytest.raises(Refused, match="not_permitted"):
        workshop.desk.do(workshop.worker, ReadFeedback(1))


def test_a_note_is_short_and_holds_no_secret(workshop: Workshop) -> None:
    long = LeaveFeedback("intake", Mood.SLOW, "x" * (LONGEST_NOTE + 1))
    with pytest.raises(Misused, match="text_too_long"):
        workshop.desk.do(workshop.worker, long)
    secret = LeaveFeedback("intake", Mood.SLOW, "131052-308T")
    with pytest.raises(Refused, match="secret_not_kept"):
        workshop.desk.do(workshop.worker, secret)
    assert queries.feedback(workshop.desk, workshop.first) == ()
