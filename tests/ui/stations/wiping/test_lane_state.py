"""The approver's way, without a window: what is next, what counts as looked at."""

from __future__ import annotations

from dataclasses import replace

from serkut_desk.domain.beside import Agreement, Point, What
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.lacks import LackCode, lack
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.stations.wiping.reviewing import LaneDevice, ReviewMedium, ReviewPage
from serkut_desk.ui.stations.wiping.lane_state import LaneState

SEEN = CountSource.OPENED
MEDIUM = ReviewMedium(
    name="S1",
    kind=MediumKind.HDD,
    kind_source=KindSource.SMARTCTL,
    capacity_bytes=None,
    removed=False,
    points=(),
    judgement=None,
    started=None,
    ended=None,
    imported_at=None,
    file_name=None,
)


def device(number: int, lot: str = "ER1") -> LaneDevice:
    return LaneDevice(f"SD{number}", "Lenovo", lot, None)


def page(number: int, **more: object) -> ReviewPage:
    made = ReviewPage(
        device=f"SD{number}",
        name="",
        lot="ER1",
        place=None,
        media=(MEDIUM,),
        count=1,
        slots=1,
        machine_count=None,
        missing=(),
        against=(),
        acceptances=(),
        needs_opened=False,
        performed=(),
        imported=(),
        done=False,
    )
    return replace(made, **more)  # type: ignore[arg-type] # a test's own table


def lane(*numbers: int) -> LaneState:
    state = LaneState()
    state.begin([device(number) for number in numbers])
    return state


def at(state: LaneState) -> str:
    return state.current.device if state.current else ""


def test_the_next_one_is_fetched_ahead() -> None:
    state = lane(1, 2, 3)
    # There is no way back from the first.
    assert (state.wanted(), state.has_before) == (("SD1", "SD2"), False)
    state.take(page(1))
    state.take(page(2))
    assert state.wanted() == ()
    state.go_on()
    assert (at(state), state.wanted(), state.has_before) == ("SD2", ("SD3",), True)
    state.go_back()
    assert at(state) == "SD1"


def test_what_a_key_cannot_approve_is_passed_by_and_told_at_the_end() -> None:
    state = lane(1, 2, 3)
    state.take(page(1))
    state.take(page(2, against=(lack(LackCode.APPROVER_PERFORMED),)))
    state.take(page(3, needs_opened=True))
    state.send(["SD1"])
    assert at(state) == ""
    state.confirm(["SD1"])
    assert [one.device for one in state.left_over] == ["SD2", "SD3"]
    assert state.shown == {"SD1"}
    state.go_back()
    assert at(state) == ""


def test_the_rest_waits_until_each_was_shown() -> None:
    state = lane(1, 2, 3)
    state.take(page(1))
    state.take(page(2))
    assert (len(state.rest()[0]), state.rest()[1]) == (1, 2)
    state.go_on()
    assert (len(state.rest()[0]), state.rest()[1]) == (2, 1)
    state.go_on()
    state.take(page(3))
    pages, unseen = state.rest()
    assert ([one.device for one in pages], unseen) == (["SD1", "SD2", "SD3"], 0)
    state.send(["SD1", "SD2", "SD3"])
    assert at(state) == ""


def test_what_catches_the_eye_or_whose_number_nobody_said_is_not_in_the_rest() -> None:
    state = lane(1, 2, 3)
    odd = replace(MEDIUM, points=(Point(What.CAPACITY, 1, 2, Agreement.DIFFERS),))
    state.take(page(1, media=(odd,)))
    state.take(page(2, slots=None))
    state.take(page(3))
    state.go_on()
    state.go_on()
    pages, unseen = state.rest()
    assert ([one.device for one in pages], unseen) == (["SD3"], 0)
    state.stated["SD2"] = SEEN
    pages, _ = state.rest()
    assert {
        source: [one.device for one in found] for source, found in state.by_source(pages).items()
    } == {
        SEEN: ["SD2"],
        CountSource.MODEL: ["SD3"],
    }


def test_what_was_refused_is_looked_at_anew() -> None:
    state = lane(1, 2)
    state.take(page(1))
    state.take(page(2))
    state.send(["SD1"])
    assert (at(state), state.being_saved) == ("SD2", 1)
    state.refuse(["SD1"], "changed meanwhile")
    assert (state.being_saved, state.refused) == (0, {"SD1": "changed meanwhile"})
    state.go_to("SD1")
    assert (at(state), state.wanted()) == ("SD1", ("SD1",))
    state.take(page(1))
    state.send(["SD1"])
    assert state.refused == {}


def test_another_lots_devices_are_not_in_the_rest() -> None:
    state = LaneState()
    state.begin([device(1), device(2, "ER2")])
    state.take(page(1))
    state.take(page(2))
    assert [one.device for one in state.rest()[0]] == ["SD1"]


def test_a_scan_goes_to_its_device() -> None:
    state = lane(1, 2, 3)
    for number in (1, 2, 3):
        state.take(page(number))
    assert state.go_to("SD3")
    assert at(state) == "SD3"
    assert not state.go_to("SD9")
    assert at(state) == "SD3"


def test_certificates_are_offered_for_each_lot_the_largest_first() -> None:
    state = LaneState()
    state.begin([device(1, "ER1"), device(2, "ER2"), device(3, "ER2"), device(4, "")])
    assert state.approved_lots == []
    state.confirm(["SD1", "SD2", "SD3", "SD4"])
    assert state.approved_lots == [("ER2", ("SD2", "SD3")), ("ER1", ("SD1",))]
