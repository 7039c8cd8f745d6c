"""Shipments: on both sides of the day on which battery codes change, with their packing list."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
import zxingcpp

from boxes import TARE_G, container, fill, grams, sealed
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.packing import PackingListContent
from serkut_desk.stations import labelling, papers
from serkut_desk.stations.containers import queries
from serkut_desk.stations.containers.commands import (
    AddToShipment,
    CancelShipment,
    MoveContainer,
    OpenShipment,
    SendShipment,
    SetRecyclerCode,
    TakeFromShipment,
    UnsealContainer,
    WeighOut,
)
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.containers.commands import Sent
    from serkut_desk.stations.handling import Command

LAST_OLD = datetime(2026, 12, 8, 12, 0, tzinfo=UTC)
FIRST_NEW = datetime(2026, 12, 9, 6, 0, tzinfo=UTC)
RECYCLER = "Esimerkin kierrätys Oy"


def refused(workshop: Workshop, command: Command[Any], by: Session | None = None) -> str:
    with workshop.desk.database.reading() as work:
        before = work.journal.head()
    with pytest.raises(KnownFailure) as failure:
        workshop.desk.do(by or workshop.first, command)
    with workshop.desk.database.reading() as work:
        assert work.journal.head() == before
    said = Texts().failure(failure.value)
    assert all(said[piece] for piece in ("what", "why", "next"))
    return failure.value.code


def until(workshop: Workshop, at: datetime) -> None:
    workshop.clock.tick(seconds=(at - workshop.clock.now()).total_seconds())


def shipment(workshop: Workshop) -> int:
    return workshop.desk.do(workshop.first, OpenShipment(RECYCLER, "abc-123")).shipment


def ready(workshop: Workshop, fraction: str, weight: int = 500) -> str:
    box = container(workshop, fraction)
    fill(workshop, box, weight)
    sealed(workshop, box, TARE_G + weight)
    return box


def content(workshop: Workshop, sent: Sent) -> PackingListContent:
    with workshop.desk.database.reading() as work:
        found = papers.content_of(papers.paper_named(work, sent.number))
    assert isinstance(found, PackingListContent)
    return found


@pytest.mark.parametrize(
    ("fraction", "before", "after"),
    [
        ("battery_lithium", "16 06 05", "16 06 07*"),
        ("battery_alkaline", "16 06 04", "16 06 04*"),
        ("battery_mixed", "20 01 33*", "16 06 13*"),
        ("circuit_boards", "16 02 16", "16 02 16"),
    ],
)
def test_the_day_of_leaving_decides_about_the_code(
    workshop: Workshop, fraction: str, before: str, after: str
) -> None:
    old, new = ready(workshop, fraction), ready(workshop, fraction)
    until(workshop, LAST_OLD)
    codes = []
    for box in (old, new):
        number = shipment(workshop)
        workshop.desk.do(workshop.first, AddToShipment(number, box))
        sent = workshop.desk.do(workshop.first, SendShipment(number))
        codes.append(content(workshop, sent).containers[0].waste_code)
        assert sent.hazardous is codes[-1].endswith("*")
        until(workshop, FIRST_NEW)
    assert codes == [before, after]
    assert queries.page(workshop.desk, workshop.worker, old).container.waste_code == before


def test_the_change_is_at_midnight_in_finland(workshop: Workshop) -> None:
    box = ready(workshop, "battery_lithium")
    until(workshop, datetime(2026, 12, 8, 21, 59, tzinfo=UTC))
    page = queries.page(workshop.desk, workshop.worker, box)
    assert page.container.waste_code == "16 06 05"
    workshop.clock.tick(minutes=1)
    page = queries.page(workshop.desk, workshop.worker, box)
    assert page.container.waste_code == "16 06 07*"


def test_a_container_that_became_hazardous_gets_a_new_label(workshop: Workshop) -> None:
    box = container(workshop, "battery_alkaline")
    fill(workshop, box)
    sealed(workshop, box, TARE_G + 500)
    until(workshop, FIRST_NEW)
    done = workshop.desk.do(workshop.first, AddToShipment(shipment(workshop), box))
    assert done.changes.labels == {box}
    with workshop.desk.database.reading() as work:
        words = [labelling.label_of(job.data, Texts()).framed for job in work.labels.of_code(box)]
    assert sorted(words) == ["ASTIA", "VAARALLINEN"]


def test_a_shipment_leaves_with_its_packing_list(workshop: Workshop) -> None:
    boards, lithium = ready(workshop, "circuit_boards", 24_000), ready(workshop, "battery_lithium")
    workshop.desk.do(workshop.first, SetRecyclerCode(RECYCLER, "circuit_boards", "PCB-2"))
    number = shipment(workshop)
    for box in (boards, lithium):
        workshop.desk.do(workshop.first, AddToShipment(number, box))
    again = workshop.desk.do(workshop.first, AddToShipment(number, boards))
    assert set(again.containers) == {boards, lithium}
    assert not again.changes
    sent = workshop.desk.do(workshop.first, SendShipment(number))
    assert sent.number == "PK-1"
    assert sent.net_g == 24_500
    listed = content(workshop, sent)
    assert (listed.recycler, listed.vehicle) == (RECYCLER, "ABC-123")
    assert [(one.recycler_code, one.seal, one.net_g) for one in listed.containers] == [
        ("", "S-1", 500),
        ("PCB-2", "S-1", 24_000),
    ]
    line = queries.page(workshop.desk, workshop.worker, boards).container
    assert (line.state, line.place, line.alert) == ("shipped", None, None)
    for command in (
        UnsealContainer(boards, "x"),
        WeighOut(boards, grams(30_000)),
        MoveContainer(boards, "Piha"),
    ):
        assert refused(workshop, command) == "container_is_shipped"
    assert refused(workshop, SendShipment(number)) == "shipment_left"
    assert refused(workshop, CancelShipment(number)) == "shipment_left"
    with workshop.desk.database.reading() as work:
        entry = work.journal.about(boards)[-1]
        assert work.journal.about("PK-1")[-1] == entry
    assert json.loads(entry.body)["containers"][0]["waste_code"] == "16 06 05"


def test_every_code_on_the_packing_list_is_read_by_a_scanner(workshop: Workshop) -> None:
    boxes = {ready(workshop, fraction) for fraction in ("ferrous", "aluminium", "plastics_bfr")}
    number = shipment(workshop)
    for box in boxes:
        workshop.desk.do(workshop.first, AddToShipment(number, box))
    sent = workshop.desk.do(workshop.first, SendShipment(number))
    document = pypdfium2.PdfDocument(workshop.desk.files.read(sent.sha256))
    picture = document[0].render(scale=203 / 72, grayscale=True).to_pil()
    said = document[0].get_textpage().get_text_range()
    found = {one.text for one in zxingcpp.read_barcodes(picture)}
    document.close()
    assert found == boxes
    assert "siirtoasiakirja" in said
    assert "16 02 15*" in said


def test_only_what_is_sealed_and_weighed_goes_on_one_shipment(workshop: Workshop) -> None:
    number, box = shipment(workshop), container(workshop)
    assert refused(workshop, SendShipment(number)) == "shipment_empty"
    fill(workshop, box)
    assert refused(workshop, AddToShipment(number, box)) == "container_is_open"
    sealed(workshop, box)
    assert refused(workshop, AddToShipment(number, box)) == "container_not_weighed"
    workshop.desk.do(workshop.first, WeighOut(box, grams(1700)))
    workshop.desk.do(workshop.first, AddToShipment(number, box))
    assert refused(workshop, AddToShipment(shipment(workshop), box)) == "container_on_shipment"
    assert refused(workshop, UnsealContainer(box, "x")) == "container_on_shipment"
    assert refused(workshop, WeighOut(box, grams(1800))) == "container_on_shipment"
    assert refused(workshop, AddToShipment(999, box)) == "shipment_unknown"
    assert refused(workshop, AddToShipment(number, box), workshop.worker) == "not_permitted"
    workshop.desk.do(workshop.first, TakeFromShipment(number, box))
    assert refused(workshop, TakeFromShipment(number, box)) == "container_not_on_shipment"


def test_a_cancelled_shipment_leaves_its_containers_in_the_house(workshop: Workshop) -> None:
    number, box = shipment(workshop), ready(workshop, "ferrous")
    workshop.desk.do(workshop.first, AddToShipment(number, box))
    done = workshop.desk.do(workshop.first, CancelShipment(number))
    assert done.containers == ()
    assert refused(workshop, AddToShipment(number, box)) == "shipment_cancelled"
    other = shipment(workshop)
    assert workshop.desk.do(workshop.first, AddToShipment(other, box)).containers == (box,)
    states = [line.state for line in queries.shipments(workshop.desk, workshop.first)]
    assert states == ["open", "cancelled"]


def test_a_recyclers_own_codes_are_set_changed_and_forgotten(workshop: Workshop) -> None:
    for code in ("AL-1", "AL-2", ""):
        workshop.desk.do(workshop.first, SetRecyclerCode(RECYCLER, "aluminium", code))
        known = queries.recyclers(workshop.desk, workshop.first)
        assert dict(known.get(RECYCLER, {})) == ({"aluminium": code} if code else {})
    again = SetRecyclerCode(RECYCLER, "aluminium", "")
    assert refused(workshop, again) == "recycler_code_unchanged"
