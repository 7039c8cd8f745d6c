from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.policy import FlashDecision
from serkut_desk.domain.policy_change import PolicyChange
from serkut_desk.domain.stops import StopKind
from serkut_desk.stations import wording
from serkut_desk.stations.devices.commands import RaiseStop
from serkut_desk.stations.intake.commands import DecideDataClass
from serkut_desk.stations.rules import policy_at
from serkut_desk.stations.upkeep import day, queries
from serkut_desk.stations.upkeep.commands import (
    ChangePolicy,
    ChooseBackupFolder,
    CloseDay,
    ConfirmClock,
    MakeBackup,
    MakeCheckpoint,
)
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.journal import Entry
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.handling import Command

CHANGE = PolicyChange(
    reference="HEL 2026-004711",
    document_date=date(2026, 11, 20),
    required={(DataClass.ORDINARY, MediumKind.HDD): Level.PURGE},
)


def _entries(workshop: Workshop) -> list[Entry]:
    with workshop.desk.database.reading() as work:
        return list(work.journal.entries())


def _jump(workshop: Workshop, **ahead: float) -> None:
    """Set the wall clock and let something be done, which notices it."""
    workshop.clock.set_wall(workshop.clock.now() + timedelta(**ahead))
    with workshop.desk.database.work() as work:
        work.journal.append(Tag.SETTING_CHANGED, "workshop")
        work.commit()


def test_a_doubted_clock_is_confirmed_once(workshop: Workshop) -> None:
    desk = workshop.desk
    with pytest.raises(Refused, match="clock_not_doubted"):
        desk.do(workshop.first, ConfirmClock())
    desk.do(workshop.first, MakeCheckpoint())
    _jump(workshop, hours=3)
    assert queries.clock_doubted(desk)
    desk.do(workshop.first, ConfirmClock())
    assert not queries.clock_doubted(desk)
    assert _entries(workshop)[-1].tag == Tag.CLOCK_CONFIRMED


def test_a_clock_set_back_is_told_once_even_while_entries_lie_ahead(workshop: Workshop) -> None:
    desk = workshop.desk
    desk.do(workshop.first, MakeCheckpoint())
    _jump(workshop, hours=-5)
    desk.do(workshop.first, ConfirmClock())
    for _ in range(3):
        workshop.clock.tick(minutes=1)
        desk.do(workshop.first, MakeCheckpoint())
    tags = [entry.tag for entry in _entries(workshop)]
    assert tags.count(Tag.CLOCK_JUMPED) == 1
    assert not queries.clock_doubted(desk)


def test_a_policy_change_needs_two_and_holds_from_the_next_finnish_day(
    workshop: Workshop,
) -> None:
    desk = workshop.desk
    with pytest.raises(Refused, match="second_supervisor_needed"):
        desk.do(workshop.first, ChangePolicy(CHANGE))
    # 23.30 in Finland: the next day begins in half an hour.
    workshop.clock.tick(hours=14, minutes=30)
    first, other = workshop.fresh(workshop.first), workshop.fresh(workshop.other)
    made = desk.do(first, ChangePolicy(CHANGE, other))
    assert (made.version, made.effective_from) == (2, date(2026, 11, 24))
    kind = (MediumKind.HDD, DataClass.ORDINARY)
    with desk.database.reading() as work:
        now = workshop.clock.now()
        assert policy_at(work, now).required_level(*kind) is Level.CLEAR
        assert policy_at(work, now + timedelta(hours=1)).required_level(*kind) is Level.PURGE
    entry = _entries(workshop)[-1]
    assert entry.tag == Tag.POLICY_CHANGED
    assert '["required.ordinary.hdd","clear","purge"]' in entry.body
    assert other.person in entry.body


def test_a_policy_change_without_a_document_or_without_a_change_is_refused(
    workshop: Workshop,
) -> None:
    nameless = replace(CHANGE, reference="  ")
    with pytest.raises(Refused, match="document_missing"):
        workshop.desk.do(workshop.first, ChangePolicy(nameless, workshop.other))
    same = replace(CHANGE, required={})
    with pytest.raises(Refused, match="nothing_changes"):
        workshop.desk.do(workshop.first, ChangePolicy(same, workshop.other))
    assert _entries(workshop) == []


def test_versions_run_on_and_the_flash_decision_is_an_entry_of_its_own_kind(
    workshop: Workshop,
) -> None:
    desk = workshop.desk
    desk.do(workshop.first, ChangePolicy(CHANGE, workshop.other))
    flash = replace(CHANGE, required={}, flash=FlashDecision.CLEAR_ACCEPTED)
    made = desk.do(workshop.first, ChangePolicy(flash, workshop.other))
    assert made.version == 3
    assert made.required_level(MediumKind.HDD, DataClass.ORDINARY) is Level.PURGE
    assert made.required_level(MediumKind.SSD, DataClass.ORDINARY) is Level.CLEAR
    assert [entry.tag for entry in _entries(workshop)] == [Tag.POLICY_CHANGED, Tag.FLASH_DECIDED]


def test_a_day_is_closed_once_until_something_happens(workshop: Workshop) -> None:
    desk = workshop.desk
    first = desk.do(workshop.first, CloseDay())
    first.path.unlink()
    entries = len(_entries(workshop))
    again = desk.do(workshop.first, CloseDay())
    assert again == replace(first, again=True)
    assert again.path.read_bytes() == desk.files.read(first.digest)
    assert len(_entries(workshop)) == entries
    desk.do(None, RaiseStop(StopKind.SWOLLEN_BATTERY))
    assert not desk.do(workshop.first, CloseDay()).again
    workshop.clock.tick(days=1)
    assert not desk.do(workshop.fresh(workshop.first), CloseDay()).again


def test_the_day_report_prints_the_head_before_its_own_entry(workshop: Workshop) -> None:
    desk = workshop.desk
    desk.do(workshop.first, MakeCheckpoint())
    head = _entries(workshop)[-1]
    closed = desk.do(workshop.first, CloseDay())
    assert (closed.seq, closed.hash) == (head.seq, head.hash)
    pages = pypdfium2.PdfDocument(io.BytesIO(desk.files.read(closed.digest)))
    text = "".join(page.get_textpage().get_text_bounded() for page in pages)
    pages.close()
    assert head.hash in "".join(text.split())
    assert "Digipaja" in text
    with desk.database.reading() as work:
        closer = work.people.by_code(workshop.first.person)
    assert closer is not None
    assert f"{closer.name}, {closer.title}" in text
    assert "HK" not in text, "whoever reads a badge's code could print the badge"
    assert closed.path.read_bytes() == desk.files.read(closed.digest)
    assert closed.digest in _entries(workshop)[-1].body
    assert closed.digest in desk.database.named_files()


def test_a_finnish_day_has_23_to_25_hours() -> None:
    hours = {
        day.bounds(one)[1].astimezone(UTC) - day.bounds(one)[0].astimezone(UTC)
        for one in (date(2026, 3, 29), date(2026, 10, 25), date(2026, 6, 1))
    }
    assert hours == {timedelta(hours=23), timedelta(hours=25), timedelta(hours=24)}
    assert day.bounds(date(2026, 11, 23))[0] == datetime(2026, 11, 22, 22, tzinfo=UTC)


def test_every_event_of_upkeep_has_words_in_both_languages() -> None:
    for language in ("fi", "en"):
        texts = Texts(language)
        for tag in Tag:
            name = wording.event_name(tag, texts)
            assert "{" not in name
            if ":upkeep:" in tag:
                assert name != tag


def test_notices_say_what_is_to_be_put_right(workshop: Workshop, tmp_path: Path) -> None:
    desk = workshop.desk
    open_ones = [notice.code for notice in queries.notices(desk)]
    assert open_ones == ["backup_folder_missing", "data_class_undecided"]
    decision = DecideDataClass(
        data_class=DataClass.ORDINARY, reference="HEL 2026-000001", second=workshop.other
    )
    desk.do(workshop.first, decision)
    assert [notice.code for notice in queries.notices(desk)] == ["backup_folder_missing"]
    assert not queries.backup_due(desk)
    desk.do(workshop.first, ChooseBackupFolder(tmp_path / "second"))
    assert [notice.code for notice in queries.notices(desk)] == ["backup_late"]
    assert queries.backup_due(desk)
    desk.do(workshop.first, MakeBackup())
    assert queries.notices(desk) == ()
    workshop.clock.tick(days=1)
    assert [notice.code for notice in queries.notices(desk)] == ["backup_late"]
    _jump(workshop, hours=2)
    assert queries.notices(desk)[0] == queries.Notice("clock_doubted", grave=True)
    for notice in ("journal_unguarded", "journal_broken", "journal_cut", "one_supervisor"):
        assert Texts("fi").has(f"notice.{notice}")


@pytest.mark.parametrize(
    "command",
    [
        ConfirmClock(),
        ChooseBackupFolder(keep_days=20),
        MakeBackup(),
        MakeCheckpoint(),
        CloseDay(),
        ChangePolicy(CHANGE),
    ],
)
def test_upkeep_is_for_supervisors_with_a_pin(workshop: Workshop, command: Command[object]) -> None:
    def refusal(session: Session | None) -> str:
        with pytest.raises(Refused) as refused:
            workshop.desk.do(session, command)
        return refused.value.code

    assert refusal(None) == "nobody_signed_in"
    assert refusal(workshop.worker) == "not_permitted"
    assert refusal(replace(workshop.first, locked=True)) == "desk_locked"
    assert refusal(replace(workshop.first, pin_at=None)) == "pin_needed"
    assert _entries(workshop) == []


def test_an_old_pin_does_not_change_the_policy(workshop: Workshop) -> None:
    workshop.clock.tick(minutes=6)
    with pytest.raises(Refused, match="pin_too_old"):
        workshop.desk.do(workshop.first, ChangePolicy(CHANGE, workshop.other))


def test_choosing_nothing_is_no_choice(workshop: Workshop) -> None:
    with pytest.raises(Misused, match="nothing_to_change"):
        workshop.desk.do(workshop.first, ChooseBackupFolder())
