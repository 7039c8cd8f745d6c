"""Containers: opened, filled, merged, sealed, weighed; and what is refused leaves nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from boxes import TARE_G, container, fill, grams, lines, on_bench, part, sealed
from factories import make_device, make_medium
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.queues import Queue
from serkut_desk.stations import filling, labelling, queues
from serkut_desk.stations.containers import queries
from serkut_desk.stations.containers.commands import (
    ChangeContainer,
    Fill,
    MergeContainers,
    MoveContainer,
    OpenContainer,
    SealContainer,
    UndoFilling,
    UnsealContainer,
    WeighOut,
)
from serkut_desk.stations.dismantling.commands import PutFraction
from serkut_desk.stations.home.searching import search
from serkut_desk.stations.parts.commands import ReservePart
from serkut_desk.stations.wiping.commands import RemoveMedium
from serkut_desk.stations.wording import event_name
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.handling import Command


def refused(workshop: Workshop, command: Command[Any], by: Session | None = None) -> str:
    """Return why a command is refused; nothing changed."""
    with workshop.desk.database.reading() as work:
        before = work.journal.head()
    with pytest.raises(KnownFailure) as failure:
        workshop.desk.do(by or workshop.worker, command)
    with workshop.desk.database.reading() as work:
        assert work.journal.head() == before
    said = Texts().failure(failure.value)
    assert all(said[piece] for piece in ("what", "why", "next"))
    return failure.value.code


def page(workshop: Workshop, code: str) -> queries.ContainerPage:
    return queries.page(workshop.desk, workshop.worker, code)


def entry(workshop: Workshop, subject: str) -> tuple[str, dict[str, Any]]:
    with workshop.desk.database.reading() as work:
        last = work.journal.about(subject)[-1]
    return last.tag, json.loads(last.body)


def test_a_new_container_has_a_code_limits_of_its_fraction_and_a_label(workshop: Workshop) -> None:
    done = workshop.desk.do(
        workshop.worker,
        OpenContainer("battery_lithium", grams(TARE_G), "Tynnyri 2", place="Palokaappi"),
    )
    line = page(workshop, done.container).container
    assert done.container.startswith("AS")
    assert (line.name, line.place, line.tare_g) == ("Tynnyri 2", "Palokaappi", TARE_G)
    assert (line.limit_g, line.limit_days) == (25_000, 180)
    assert line.hazardous
    with workshop.desk.database.reading() as work:
        jobs = {job.code: job for job in work.labels.waiting()}
    label = labelling.label_of(jobs[done.container].data, Texts())
    assert (label.line, label.framed, label.icon) == (
        "Litiumakut, ehjät",
        "VAARALLINEN",
        "battery-full",
    )
    assert label.serial == "Tyhjänä 1\N{NO-BREAK SPACE}200\N{NO-BREAK SPACE}g"


def test_zero_lifts_a_limit_and_nothing_else_is_one(workshop: Workshop) -> None:
    code = container(workshop, limit_g=0, limit_days=0)
    line = page(workshop, code).container
    assert (line.limit_g, line.limit_days, line.percent) == (None, None, None)
    wrong = OpenContainer("ferrous", grams(10), limit_g=-5)
    assert refused(workshop, wrong) == "container_limit_wrong"
    assert refused(workshop, OpenContainer("gold", grams(10))) == "fraction_unknown"


def test_a_part_goes_in_once_with_its_own_weight(workshop: Workshop) -> None:
    box, memory = container(workshop), part(workshop, 345, place="Laari 1")
    done = workshop.desk.do(workshop.worker, Fill(box, memory))
    assert (done.weight_g, done.inside_g) == (345, 345)
    with workshop.desk.database.reading() as work:
        row = work.parts.by_code(memory)
        assert row is not None
        assert (row.state, row.place_id) == ("scrapped", None)
        assert row.container_id == work.containers.by_code(box).id  # type: ignore[union-attr] # it was just made
    assert entry(workshop, memory) == entry(workshop, box)
    assert refused(workshop, Fill(box, memory)) == "part_is_scrapped"


def test_what_was_weighed_before_keeps_its_weight(workshop: Workshop) -> None:
    box, memory = container(workshop), part(workshop, 345)
    assert refused(workshop, Fill(box, memory, grams(500))) == "container_weight_differs"
    assert workshop.desk.do(workshop.worker, Fill(box, memory, grams(348))).weight_g == 345


def test_what_nobody_weighed_is_weighed_now(workshop: Workshop) -> None:
    box, memory = container(workshop), part(workshop)
    assert refused(workshop, Fill(box, memory)) == "container_weight_missing"
    assert workshop.desk.do(workshop.worker, Fill(box, memory, grams(12))).inside_g == 12


def test_a_reserved_part_stays_for_its_order(workshop: Workshop) -> None:
    from on_bench import in_repair  # noqa: PLC0415 - only this test repairs

    order = in_repair(workshop, make_device(workshop))
    box, memory = container(workshop), part(workshop, 12)
    workshop.desk.do(workshop.worker, ReservePart(memory, order.code))
    assert refused(workshop, Fill(box, memory)) == "container_part_reserved"


def test_a_medium_goes_in_only_when_it_is_proven_or_destroyed(workshop: Workshop) -> None:
    device = make_device(workshop)
    make_medium(workshop, device, serial="S4EV1")
    box = container(workshop, "data_media")
    assert refused(workshop, Fill(box, "S4EV1", grams(50))) == "container_source_unknown"
    workshop.desk.do(workshop.worker, RemoveMedium("S4EV1"))
    assert refused(workshop, Fill(box, "S4EV1", grams(50))) == "medium_not_wiped"
    assert page(workshop, box).contents == ()


def test_a_device_goes_there_from_its_bench(workshop: Workshop) -> None:
    device, box = on_bench(workshop), container(workshop)
    assert refused(workshop, Fill(box, device.code, grams(5))) == "container_source_device"
    assert refused(workshop, Fill(box, "XYZ", grams(5))) == "container_source_unknown"
    assert refused(workshop, Fill("AS0000009933", part(workshop, 5))) == "container_unknown"


def test_one_gram_too_many_is_refused_and_nothing_is_half_done(workshop: Workshop) -> None:
    box = container(workshop, limit_g=1000)
    fill(workshop, box, 900)
    memory = part(workshop, 101)
    assert refused(workshop, Fill(box, memory)) == "container_full"
    with workshop.desk.database.reading() as work:
        row = work.parts.by_code(memory)
    assert row is not None
    assert row.state == "stock"
    assert workshop.desk.do(workshop.worker, Fill(box, part(workshop, 100))).near


def test_ones_own_last_grams_come_out_again_and_the_part_lies_where_it_lay(
    workshop: Workshop,
) -> None:
    box, memory = container(workshop), part(workshop, 345, place="Laari 1")
    fill(workshop, box, 100)
    workshop.desk.do(workshop.worker, Fill(box, memory))
    done = workshop.desk.do(workshop.worker, UndoFilling(box))
    assert (done.source, done.weight_g, done.inside_g) == (memory, 345, 100)
    with workshop.desk.database.reading() as work:
        row = work.parts.by_code(memory)
        assert row is not None
        place = work.places.of_id(row.place_id)
    assert row.state == "stock"
    assert place is not None
    assert place.name == "Laari 1"
    tag, body = entry(workshop, box)
    assert tag == "container:containers:filling-undone"
    assert body["undoes"]
    workshop.desk.do(workshop.worker, UndoFilling(box))
    assert refused(workshop, UndoFilling(box)) == "container_empty"
    assert page(workshop, box).container.begun_at is None


def test_what_somebody_else_put_in_needs_a_supervisor_and_a_reason(workshop: Workshop) -> None:
    box = container(workshop)
    fill(workshop, box, 100)
    first = lines(workshop, box)[0]
    fill(workshop, box, 200)
    assert refused(workshop, UndoFilling(box, first.id)) == "not_permitted"
    assert refused(workshop, UndoFilling(box, first.id), workshop.first) == "text_missing"
    assert refused(workshop, UndoFilling(box, 999, "x"), workshop.first) == "container_line_unknown"
    done = workshop.desk.do(workshop.first, UndoFilling(box, first.id, "Väärä astia"))
    assert (done.weight_g, done.inside_g) == (100, 200)


def test_a_move_is_known_with_where_it_was(workshop: Workshop) -> None:
    box = container(workshop, place="Purku 1")
    workshop.desk.do(workshop.worker, MoveContainer(box, "Piha"))
    assert page(workshop, box).container.place == "Piha"
    assert entry(workshop, box)[1]["before"] is not None


def test_corrections_are_a_supervisors_and_say_what_was(workshop: Workshop) -> None:
    box = container(workshop)
    assert refused(workshop, ChangeContainer(box, "Laatikko")) == "not_permitted"
    done = workshop.desk.do(workshop.first, ChangeContainer(box, "Laatikko", limit_days=7))
    assert done.changes.labels == {box}
    line = page(workshop, box).container
    assert (line.name, line.limit_days) == ("Laatikko", 7)
    assert entry(workshop, box)[1]["before"] == {"name": "", "limit_days": 365}
    again = ChangeContainer(box, "Laatikko", limit_days=7)
    assert refused(workshop, again, workshop.first) == "container_unchanged"


def test_merging_takes_every_line_and_every_gram_along(workshop: Workshop) -> None:
    one, two = container(workshop), container(workshop)
    scrapped = fill(workshop, one, 300)
    workshop.clock.tick(days=3)
    fill(workshop, two, 200)
    done = workshop.desk.do(workshop.worker, MergeContainers(one, two))
    assert (done.moved_g, done.lines, done.inside_g) == (300, 1, 500)
    kept = page(workshop, two)
    assert kept.container.inside_g == 500
    assert {line.source for line in kept.contents} > {scrapped}
    assert kept.container.days_left == 362
    gone = page(workshop, one)
    assert (gone.container.state, gone.container.merged_into) == ("merged", two)
    assert gone.contents == ()
    with workshop.desk.database.reading() as work:
        row = work.parts.by_code(scrapped)
        assert row is not None
        assert row.container_id == work.containers.by_code(two).id  # type: ignore[union-attr] # it was just made
    assert refused(workshop, Fill(one, part(workshop, 5))) == "container_is_merged"


def test_only_the_same_fraction_goes_together_and_only_as_far_as_it_fits(
    workshop: Workshop,
) -> None:
    boards, iron = container(workshop), container(workshop, "ferrous")
    small = container(workshop, limit_g=100)
    fill(workshop, boards, 300)
    assert refused(workshop, MergeContainers(boards, iron)) == "container_other_fraction"
    assert refused(workshop, MergeContainers(boards, boards)) == "container_same"
    assert refused(workshop, MergeContainers(small, boards)) == "container_empty"
    assert refused(workshop, MergeContainers(boards, small)) == "container_full"


def test_a_sealed_container_takes_nothing_until_a_supervisor_opens_it(workshop: Workshop) -> None:
    box = container(workshop)
    assert refused(workshop, SealContainer(box, "S-1")) == "container_empty"
    fill(workshop, box)
    assert refused(workshop, SealContainer(box, " ")) == "text_missing"
    assert refused(workshop, WeighOut(box, grams(2000)), workshop.first) == "container_is_open"
    sealed(workshop, box, 1702)
    assert refused(workshop, Fill(box, part(workshop, 5))) == "container_is_sealed"
    assert refused(workshop, UndoFilling(box)) == "container_is_sealed"
    assert refused(workshop, UnsealContainer(box, "tarkistus")) == "not_permitted"
    assert refused(workshop, UnsealContainer(box, ""), workshop.first) == "text_missing"
    workshop.desk.do(workshop.first, UnsealContainer(box, "tarkistus"))
    line = page(workshop, box).container
    assert (line.state, line.seal, line.gross_g) == ("open", None, None)
    assert entry(workshop, box)[1]["gross_g"] == 1702


def test_weighing_out_says_how_far_scale_and_records_are_apart(workshop: Workshop) -> None:
    box = container(workshop)
    fill(workshop, box, 500)
    workshop.desk.do(workshop.worker, SealContainer(box, "S-77"))
    assert refused(workshop, WeighOut(box, grams(1700))) == "not_permitted"
    light = WeighOut(box, grams(TARE_G))
    assert refused(workshop, light, workshop.first) == "container_gross_wrong"
    done = workshop.desk.do(workshop.first, WeighOut(box, grams(1693)))
    assert (done.net_g, done.lines_g, done.difference_g) == (493, 500, -7)
    assert page(workshop, box).container.difference_g == -7
    assert entry(workshop, box)[1]["difference_g"] == -7


def test_the_house_is_told_of_what_is_nearly_full_and_of_what_is_over(workshop: Workshop) -> None:
    def waiting() -> tuple[int, int]:
        found = {line.queue: line for line in queues.waiting(workshop.desk)}
        return found[Queue.CONTAINERS].count, found[Queue.CONTAINERS_OVER].count

    box = container(workshop, limit_g=1000, limit_days=30)
    fill(workshop, box, 899)
    assert waiting() == (0, 0)
    fill(workshop, box, 1)
    assert waiting() == (1, 0)
    assert page(workshop, box).container.alert == "nearly_full"
    workshop.desk.do(workshop.first, ChangeContainer(box, limit_g=800))
    assert waiting() == (0, 1)
    assert page(workshop, box).container.alert == "over_weight"
    workshop.desk.do(workshop.first, ChangeContainer(box, limit_g=5000))
    assert waiting() == (0, 0)
    workshop.clock.tick(days=17)
    assert waiting() == (1, 0)
    assert page(workshop, box).container.alert == "due_soon"
    sealed(workshop, box)
    workshop.clock.tick(days=14)
    assert waiting() == (0, 1)
    assert page(workshop, box).container.alert == "overdue"


def test_grams_of_a_closed_balance_stay(workshop: Workshop) -> None:
    device, box = on_bench(workshop), container(workshop)
    with workshop.desk.database.reading() as work:
        order = work.dismantlings.open_of(device.id)
    assert order is not None
    with workshop.desk.database.work(workshop.worker.person) as work:
        work.dismantlings.change(
            order.id,
            state="closed",
            closed_at=work.journal.now(),
            closed_by="x",
            parts_g=0,
            media_g=0,
            remainder_g=8430,
            reason="x",
        )
        work.commit()
    with workshop.desk.database.work(workshop.worker.person) as work:
        closed = work.dismantlings.by_id(order.id)
        task = _task(workshop, work)
        with pytest.raises(KnownFailure) as failure:
            filling.put(task, box, 5, weighed="key", tolerance_g=0, dismantling=closed)
    assert failure.value.code == "container_line_closed"
    command = PutFraction(device.code, box, grams(5))
    assert refused(workshop, command) != ""


def _task(workshop: Workshop, work: Any) -> Any:
    from serkut_desk.stations.handling import Task  # noqa: PLC0415 - only here

    person = work.people.by_code(workshop.worker.person)
    return Task(work, workshop.desk, person, workshop.worker)


def test_every_event_of_a_container_is_a_whole_sentence(workshop: Workshop) -> None:
    box, other = container(workshop), container(workshop)
    fill(workshop, box, 500)
    workshop.desk.do(workshop.worker, UndoFilling(box))
    fill(workshop, box, 500)
    workshop.desk.do(workshop.worker, MergeContainers(box, other))
    sealed(workshop, other, 1700)
    with workshop.desk.database.reading() as work:
        entries = [*work.journal.about(box), *work.journal.about(other)]
    for one in entries:
        said = Texts().say("event." + one.tag.replace(":", "."), **json.loads(one.body))
        assert "{" not in said
        assert "{" not in event_name(one.tag, Texts())


def test_search_over_everything_finds_a_container_by_its_code(workshop: Workshop) -> None:
    box = container(workshop, "ferrous", place="Piha")
    (hit,) = search(workshop.desk, workshop.worker, box).hits
    assert (hit.kind, hit.code, hit.station, hit.place) == (
        "container",
        "AS 1",
        "containers",
        "Piha",
    )
    assert Texts().say(hit.word) == "Teräs ja rauta"
    assert Texts().say(hit.state) == "Auki"
