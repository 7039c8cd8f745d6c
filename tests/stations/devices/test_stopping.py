"""Every kind of stop: what it holds, where it leads, how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factories import make_device
from kit import START
from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.stops import HAZARDS, LOCKS, MADE_SAFE, StopKind
from serkut_desk.records.record_check import check_records
from serkut_desk.records.stop_check import check_stops
from serkut_desk.stations import stop_rules
from serkut_desk.stations.devices import queries
from serkut_desk.stations.devices.commands import RaiseStop, ReleaseStop
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.quarantines import Quarantine

OTHERS = tuple(set(StopKind) - HAZARDS)


def _open_locks(workshop: Workshop, device: Device) -> list[Quarantine]:
    with workshop.desk.database.reading() as work:
        return work.quarantines.open_of(device.id)


def _in_agreement(workshop: Workshop) -> bool:
    with workshop.desk.database.reading() as work:
        return check_records(work.connection) == ()


def test_every_kind_has_its_card_its_place_its_words_and_a_way_out() -> None:
    rules = stop_rules.rules_at(START)
    assert list(rules.kinds) == list(StopKind)
    assert len({rule.command for rule in rules.kinds.values()}) == len(StopKind)
    assert len({rule.key for rule in rules.kinds.values()}) == len(StopKind)
    for language in ("fi", "en"):
        texts = Texts(language)
        for kind, rule in rules.kinds.items():
            assert rules.of_command(rule.command) is kind
            sentence = texts.say(f"stop.{kind.value}.do")
            assert sentence.count(".") == 1, "one sentence"
            assert len(sentence.split()) <= (7 if language == "fi" else 9)
            for outcome in rule.outcomes:
                assert texts.has(f"stop.outcome.{outcome.key}")
            assert texts.has(f"stop.place.{rule.place}")
            assert texts.has(f"stop.carrier.{rule.carried_by.value}")
    assert all(rules.kinds[kind].outcome(MADE_SAFE) for kind in HAZARDS)
    assert rules.of_command(2) is None


@pytest.mark.parametrize("kind", list(LOCKS))
def test_a_lock_sends_its_device_to_quarantine_by_the_same_entry(
    workshop: Workshop, kind: StopKind
) -> None:
    desk, device = workshop.desk, make_device(workshop)
    nameless = desk.do(workshop.worker, RaiseStop(kind))
    with pytest.raises(Refused, match="stop_device_missing"):
        desk.do(workshop.first, ReleaseStop(nameless.id, outcome="to_quarantine"))
    before = desk.database.reading
    with before() as work:
        entries = len(list(work.journal.entries()))
    stop = desk.do(workshop.worker, RaiseStop(kind, device.code))
    assert (stop.id, stop.device_id) == (nameless.id, device.id)
    (reason,) = _open_locks(workshop, device)
    assert (reason.lock, reason.found_by) == (LOCKS[kind], workshop.worker.person)
    with desk.database.reading() as work:
        *_, last = work.journal.entries()
        assert len(list(work.journal.entries())) == entries + 1
        assert work.devices.by_id(device.id).state == DeviceState.QUARANTINE
        (label,) = [job for job in work.labels.waiting() if job.code == device.code]
    assert json.loads(last.body)["lock"] == LOCKS[kind].value
    assert json.loads(last.body)["label"] == label.id
    with pytest.raises(Misused, match="stop_outcome_unclear"):
        desk.do(workshop.first, ReleaseStop(stop.id))
    with pytest.raises(Refused, match="stop_device_held"):
        desk.do(workshop.first, ReleaseStop(stop.id, outcome="mistake"))
    done = desk.do(workshop.first, ReleaseStop(stop.id, outcome="to_quarantine"))
    assert done.outcome == "to_quarantine"
    card = queries.card(desk, workshop.worker, device.code)
    assert (card.state, card.place) == (DeviceState.QUARANTINE, "Karanteenihylly")
    assert _open_locks(workshop, device) == [reason], "only quarantine lets it out"
    assert desk.do(workshop.worker, RaiseStop(kind, device.code)).id != stop.id
    assert len(_open_locks(workshop, device)) == 1
    assert _in_agreement(workshop)


def test_a_mistake_ends_a_stop_that_named_no_device(workshop: Workshop) -> None:
    stop = workshop.desk.do(workshop.worker, RaiseStop(StopKind.STOLEN))
    done = workshop.desk.do(workshop.first, ReleaseStop(stop.id, outcome="mistake"))
    assert (done.outcome, done.released_by) == ("mistake", workshop.first.person)
    assert queries.places(workshop.desk, workshop.worker) == ()


@pytest.mark.parametrize("kind", OTHERS)
def test_who_is_not_known_names_no_device(workshop: Workshop, kind: StopKind) -> None:
    device = make_device(workshop)
    stop = workshop.desk.do(None, RaiseStop(kind, device.code))
    assert (stop.device_id, stop.raised_by) == (None, None)
    assert _open_locks(workshop, device) == []
    assert queries.open_stops(workshop.desk)[0].kind is kind


def test_a_lock_is_found_on_what_a_battery_stops(workshop: Workshop) -> None:
    desk, device = workshop.desk, make_device(workshop)
    battery = desk.do(workshop.worker, RaiseStop(StopKind.SWOLLEN_BATTERY, device.code))
    lock = desk.do(workshop.worker, RaiseStop(StopKind.BIOS_LOCK, device.code))
    card = queries.card(desk, workshop.worker, device.code)
    assert (card.state, lock.device_id) == (DeviceState.HAZARD_STOP, device.id)
    desk.do(workshop.first, ReleaseStop(lock.id, outcome="to_quarantine"))
    card = queries.card(desk, workshop.worker, device.code)
    assert card.state is DeviceState.HAZARD_STOP, "only its own end ends the danger"
    desk.do(workshop.first, ReleaseStop(battery.id, "akku irrotettu", "Palolaatikko"))
    card = queries.card(desk, workshop.worker, device.code)
    assert card.state is DeviceState.QUARANTINE
    assert [one.lock for one in _open_locks(workshop, device)] == [Lock.BIOS]
    assert _in_agreement(workshop)


def test_nothing_is_written_about_belongings(workshop: Workshop) -> None:
    desk, device = workshop.desk, make_device(workshop)
    stop = desk.do(workshop.worker, RaiseStop(StopKind.BELONGINGS, device.code))
    with pytest.raises(Refused, match="stop_note_refused"):
        desk.do(workshop.first, ReleaseStop(stop.id, "Kuva", outcome="kept_for_owner"))
    with pytest.raises(Misused, match="stop_outcome_unclear"):
        desk.do(workshop.first, ReleaseStop(stop.id, outcome="cleaned_up"))
    done = desk.do(workshop.first, ReleaseStop(stop.id, outcome="kept_for_owner"))
    assert (done.outcome, done.outcome_note) == ("kept_for_owner", "")
    card = queries.card(desk, workshop.worker, device.code)
    assert (card.state, card.place) == (DeviceState.RECEIVED, None), "the box holds them, not it"
    assert [place.name for place in queries.places(desk, workshop.worker)] == [
        "Löytötavaralaatikko"
    ]


def test_glass_ends_with_a_note_that_reaches_nobody(workshop: Workshop) -> None:
    desk = workshop.desk
    stop = desk.do(workshop.worker, RaiseStop(StopKind.GLASS))
    for note in ("soita 040 123 4567", "kysy: tj@example.fi"):
        with pytest.raises(Refused, match="person_not_kept"):
            desk.do(workshop.first, ReleaseStop(stop.id, note, outcome="cleaned_up"))
    done = desk.do(workshop.first, ReleaseStop(stop.id, "imuroitu", outcome="cleaned_up"))
    assert (done.outcome, done.outcome_note) == ("cleaned_up", "imuroitu")
    assert _in_agreement(workshop)


def test_a_stop_that_was_changed_without_an_entry_is_found(workshop: Workshop) -> None:
    desk = workshop.desk
    first = desk.do(workshop.worker, RaiseStop(StopKind.BELONGINGS))
    second = desk.do(workshop.worker, RaiseStop(StopKind.GLASS))
    desk.do(workshop.first, ReleaseStop(first.id, outcome="lost_property_office"))
    assert _in_agreement(workshop)
    with desk.database.work() as work:
        work.stops.change(first.id, outcome="nothing_found")
        work.stops.change(
            second.id, released_at=workshop.clock.now(), released_by=workshop.worker.person
        )
        found = {one.about for one in check_records(work.connection)}
    assert found == {f"stop {first.id}", f"stop {second.id}"}


def test_which_device_was_stopped_and_what_was_done_are_held_against_the_journal(
    workshop: Workshop,
) -> None:
    desk = workshop.desk
    one, other = make_device(workshop), make_device(workshop)
    named = desk.do(workshop.worker, RaiseStop(StopKind.BIOS_LOCK, one.code))
    glass = desk.do(workshop.worker, RaiseStop(StopKind.GLASS))
    desk.do(workshop.first, ReleaseStop(glass.id, "lattia siivottiin", outcome="cleaned_up"))
    edits: tuple[tuple[int, dict[str, object]], ...] = (
        (named.id, {"device_id": other.id}),
        (named.id, {"device_id": None}),
        (glass.id, {"outcome_note": "ei mitään"}),
    )
    for number, edit in edits:
        with desk.database.work() as work:
            assert check_stops(work.connection) == ()
            work.stops.change(number, **edit)
            assert [found.about for found in check_stops(work.connection)] == [f"stop {number}"]
