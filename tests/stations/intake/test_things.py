"""Things by count and weight, what belongs to a device, what a device weighs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from serkut_desk import shipped
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.things import MOST_THINGS, ThingSum, pieces_by_weight
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.stations.devices import queries
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.intake.commands import CloseLot
from serkut_desk.stations.intake.thing_commands import (
    AddAccessory,
    CountThings,
    UndoAccessory,
    UndoThings,
    WeighDevice,
)
from serkut_desk.stations.thing_kinds import thing_kinds
from serkut_desk.texts import Texts
from stations.intake.door import label

if TYPE_CHECKING:
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.handling import Command
    from stations.intake.door import Door


def keyed(grams: int) -> Weighed:
    return Weighed(grams, Weighing.KEY, 5)


def refused(door: Door, command: Command[Any], who: Session | None = None) -> str:
    with pytest.raises(KnownFailure) as problem:
        door.workshop.desk.do(who or door.workshop.worker, command)
    return problem.value.code


def sums(door: Door) -> list[ThingSum]:
    with door.workshop.desk.database.reading() as work:
        lot = work.lots.by_code(door.lot)
        assert lot is not None
        return work.things.sums(lot.id)


def weight(door: Door, code: str) -> int | None:
    with door.workshop.desk.database.reading() as work:
        device = work.devices.by_code(code)
        assert device is not None
        return device.weight_g


def test_things_are_counted_weighed_or_both(door: Door) -> None:
    desk, worker = door.workshop.desk, door.workshop.worker
    desk.do(worker, CountThings(door.lot, "mouse", 24))
    done = desk.do(worker, CountThings(door.lot, "mouse", 6, keyed(540), "langaton"))
    assert (done.total, done.line.note) == (ThingSum("mouse", 30, 540), "langaton")
    desk.do(worker, CountThings(door.lot, "data_cable", weight=keyed(2150)))
    assert sums(door) == [ThingSum("data_cable", 0, 2150), ThingSum("mouse", 30, 540)]
    assert door.entries(door.lot)[-3:] == ["lot:intake:things-counted"] * 3


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"kind": "toaster", "count": 1}, "thing_unknown"),
        ({"kind": "mouse"}, "things_nothing"),
        ({"kind": "mouse", "count": 0}, "things_nothing"),
        ({"kind": "mouse", "count": -1}, "things_count"),
        ({"kind": "mouse", "count": MOST_THINGS + 1}, "things_count"),
        ({"kind": "mouse", "weight": keyed(0)}, "weight_wrong"),
        ({"kind": "mouse", "count": 1, "lot": label(1)}, "lot_unknown"),
        ({"kind": "mouse", "count": 1, "note": "x" * 81}, "text_too_long"),
    ],
)
def test_what_is_no_amount_is_refused(door: Door, values: dict[str, Any], code: str) -> None:
    assert refused(door, CountThings(**{"lot": door.lot, **values})) == code
    assert sums(door) == []


def test_lines_are_taken_back_by_key_or_by_number(door: Door) -> None:
    desk, shop = door.workshop.desk, door.workshop
    desk.do(shop.worker, CountThings(door.lot, "mouse", 24))
    desk.do(shop.worker, CountThings(door.lot, "keyboard", 3))
    desk.do(shop.worker, UndoLast())
    desk.do(shop.worker, UndoLast())
    assert sums(door) == []
    assert door.entries(door.lot)[-2:] == ["lot:intake:things-undone"] * 2
    line = desk.do(shop.first, CountThings(door.lot, "mouse", 4)).line.id
    assert refused(door, UndoThings(line)) == "not_permitted"
    assert refused(door, UndoThings(line + 1)) == "thing_line_unknown"
    done = desk.do(shop.other, UndoThings(line, "laskettu kahdesti"))
    assert done.total == ThingSum("mouse", 0, None)
    assert refused(door, UndoThings(line), shop.first) == "thing_line_undone"
    assert refused(door, UndoLast(), shop.worker) == "nothing_to_undo"


def test_a_closed_lot_takes_and_gives_back_nothing(door: Door) -> None:
    desk, shop = door.workshop.desk, door.workshop
    door.lot = door.open().lot.code
    line = desk.do(shop.worker, CountThings(door.lot, "mouse", 24)).line.id
    desk.do(shop.fresh(shop.first), CloseLot(lot=door.lot))
    assert refused(door, CountThings(door.lot, "mouse", 1)) == "lot_closed"
    assert refused(door, UndoThings(line)) == "lot_closed"
    assert refused(door, UndoLast()) == "lot_closed"
    assert sums(door) == [ThingSum("mouse", 24, None)]


def test_a_charger_belongs_to_its_device(door: Door) -> None:
    desk, shop = door.workshop.desk, door.workshop
    code = door.receive("PF2ABC12", label(1)).device
    first = desk.do(shop.worker, AddAccessory(code, "charger"))
    desk.do(shop.worker, AddAccessory(code, "dock", note="USB-C"))
    assert refused(door, AddAccessory(code, "power_strip")) == "thing_not_accessory"
    assert refused(door, AddAccessory(code, "charger", 0)) == "accessory_count"
    assert refused(door, AddAccessory(label(7), "charger")) == "device_unknown"
    desk.do(shop.worker, UndoLast())
    with desk.database.reading() as work:
        device = work.devices.by_code(code)
        assert device is not None
        (kept,) = work.things.accessories.of_device(device.id)
        assert device.touched_seq == kept.seq
    assert (kept.id, kept.kind, kept.count) == (first.accessory.id, "charger", 1)
    assert refused(door, UndoAccessory(kept.id, ""), shop.first) == "text_missing"
    desk.do(shop.worker, UndoAccessory(kept.id))
    assert refused(door, UndoAccessory(kept.id)) == "accessory_undone"
    assert refused(door, UndoAccessory(kept.id + 9)) == "accessory_unknown"
    # What was taken back by number is not undone a second time: the receipt comes next.
    assert desk.do(shop.worker, UndoLast()).tag == "device:intake:received"


def test_a_weight_says_what_it_was_and_how_it_was_taken(door: Door) -> None:
    desk, shop = door.workshop.desk, door.workshop
    code = door.receive("PF2ABC12", label(1), weight_g=1500).device
    by_scale = Weighed(1623, Weighing.SCALE, 2, "Vaaka 1")
    done = desk.do(shop.worker, WeighDevice(code, by_scale))
    assert (done.before_g, done.device.weight_g) == (1500, 1623)
    with desk.database.reading() as work:
        entry = work.journal.about(code)[-1]
    assert '"before_g":1500' in entry.body
    assert '"weighed":"scale"' in entry.body
    assert '"scale":"Vaaka 1"' in entry.body
    assert refused(door, WeighDevice(code, keyed(1623))) == "weight_same"
    assert refused(door, WeighDevice(code, keyed(0))) == "weight_wrong"
    assert refused(door, WeighDevice(code, keyed(10**9))) == "weight_wrong"
    desk.do(shop.worker, UndoLast())
    assert weight(door, code) == 1500


def test_the_journal_keeps_the_kind_and_the_reader_hears_it_in_their_language(door: Door) -> None:
    desk, shop = door.workshop.desk, door.workshop
    code = door.receive("PF2ABC12", label(1)).device
    desk.do(shop.worker, AddAccessory(code, "charger"))
    desk.do(shop.worker, UndoLast())
    desk.do(shop.worker, CountThings(door.lot, "mouse", 2))
    desk.do(shop.worker, UndoLast())
    with desk.database.reading() as work:
        entries = [*work.journal.about(code), *work.journal.about(door.lot)]
    assert not [entry for entry in entries if "what" in json.loads(entry.body)]
    lines = queries.card(desk, shop.worker, code).timeline
    told = [line for line in lines if "accessory" in line.tag]
    for language, word in (("fi", "Laturi"), ("en", "Charger")):
        said = [Texts(language).say(line.key, **line.facts) for line in told]
        assert len(said) == 2
        assert all(one.endswith(f": {word}") for one in said)


def test_a_weight_that_somebody_else_took_again_is_not_undone(door: Door) -> None:
    desk, shop = door.workshop.desk, door.workshop
    code = door.receive("PF2ABC12", label(1)).device
    desk.do(shop.worker, WeighDevice(code, keyed(1500)))
    desk.do(shop.first, WeighDevice(code, keyed(1510)))
    assert refused(door, UndoLast()) == "touched_since"
    assert weight(door, code) == 1510


def test_every_kind_has_its_own_card_and_its_name_in_three_languages() -> None:
    kinds = thing_kinds()
    assert len({one.key for one in kinds}) == len({one.number for one in kinds}) == len(kinds)
    assert all(set(one.words) == {"fi", "sv", "en"} for one in kinds)
    listed = {one["key"] for one in shipped.json_resource("catalogue", "weee.json")["categories"]}
    assert {one.weee_category for one in kinds} <= {None, *listed}
    assert kinds[0].word("xx") == kinds[0].words["en"]


@pytest.mark.parametrize(
    ("weight_g", "piece_g", "pieces"), [(540, 90, 6), (530, 90, 6), (20, 90, 1), (134, 90, 1)]
)
def test_pieces_by_weight(weight_g: int, piece_g: int, pieces: int) -> None:
    assert pieces_by_weight(weight_g, piece_g) == pieces
