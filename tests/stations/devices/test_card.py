from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factories import make_device, make_lot, make_medium, make_run
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.media import Level, MediumKind
from serkut_desk.domain.stops import StopKind
from serkut_desk.stations.devices.commands import MoveDevices, RaiseStop
from serkut_desk.stations.devices.queries import card
from serkut_desk.stations.labels import printing
from serkut_desk.stations.labels.commands import ReprintLabel
from serkut_desk.texts import Texts, catalogue

if TYPE_CHECKING:
    from kit import Workshop


def test_a_card_tells_everything_in_order(workshop: Workshop) -> None:
    desk, lot = workshop.desk, make_lot(workshop, "Kallion kirjasto")
    device = make_device(workshop, lot=lot, serial="PF2ABC12")
    medium = make_medium(workshop, device, serial="S4EVNF0M", kind=MediumKind.SSD)
    make_run(workshop, medium)
    desk.do(workshop.worker, MoveDevices((device.code,), "Hylly 3"))
    desk.do(workshop.worker, ReprintLabel(device.code, "tarra repesi"))
    printing.print_waiting(desk, workshop.worker)
    desk.do(None, RaiseStop(StopKind.SWOLLEN_BATTERY, device.code))
    shown = card(desk, workshop.worker, device.code)
    assert (shown.lot, shown.sender, shown.place) == (lot.code, "Kallion kirjasto", "Hylly 3")
    assert shown.received_by.display == "T02"
    (line,) = shown.media
    assert (line.serial, line.runs, line.required) == ("S4EVNF0M", 1, Level.PURGE)
    assert line.verdict == "PASSED"
    assert line.missing
    assert [label.state for label in shown.labels] == ["printed"]
    assert [entry.tag for entry in shown.timeline] == [
        Tag.DEVICE_RECEIVED,
        Tag.MEDIUM_DECLARED,
        Tag.RUN_RECORDED,
        Tag.DEVICE_MOVED,
        Tag.LABEL_QUEUED,
        Tag.LABEL_PRINTED,
        Tag.STOP_RAISED,
    ]
    assert [entry.at for entry in shown.timeline] == sorted(entry.at for entry in shown.timeline)
    for language in ("fi", "en"):
        texts = Texts(language)
        for entry in shown.timeline:
            assert texts.say(entry.key, **entry.facts)
        for step in shown.next_steps:
            assert texts.say(step.key, **step.facts)
        for step in line.missing:
            assert texts.say(step.key, **step.facts)


def test_a_device_without_declared_media_says_what_to_do(workshop: Workshop) -> None:
    shown = card(workshop.desk, workshop.worker, make_device(workshop).code)
    assert [step.key for step in shown.next_steps] == [
        "error.media_unknown.next",
        "error.not_graded.next",
        "error.not_on_shelf.next",
    ]


def test_a_monitor_waits_to_be_graded(workshop: Workshop) -> None:
    shown = card(workshop.desk, workshop.worker, make_device(workshop, type="monitor").code)
    assert [step.key for step in shown.next_steps] == ["next.grade"]


def test_an_unknown_device_is_refused(workshop: Workshop) -> None:
    with pytest.raises(Refused, match="device_unknown"):
        card(workshop.desk, workshop.worker, "SD1")


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_event_has_a_sentence(language: str) -> None:
    own = catalogue(language)
    assert [tag for tag in Tag if "event." + tag.value.replace(":", ".") not in own] == []
