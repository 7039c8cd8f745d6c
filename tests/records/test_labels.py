from __future__ import annotations

from typing import TYPE_CHECKING

from factories import make_device
from serkut_desk.records.labels import LabelState
from serkut_desk.stations import facts, labelling
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from kit import Workshop


def test_a_newer_label_takes_the_place_of_one_that_still_waits(workshop: Workshop) -> None:
    with workshop.desk.database.work() as work:
        jobs = [
            work.labels.queue(
                "PA0000000101",
                "place",
                {"kind": "place"},
                printer="pdf",
                by="HK",
                at=workshop.clock.now(),
            )
            for _ in range(2)
        ]
        assert [job.id for job in work.labels.waiting()] == jobs[1:]
        first = work.labels.by_id(jobs[0])
    assert first is not None
    assert first.state is LabelState.CANCELLED


def test_a_failed_label_waits_with_its_reason_and_a_printed_one_does_not(
    workshop: Workshop,
) -> None:
    with workshop.desk.database.work() as work:
        at = workshop.clock.now()
        job = work.labels.queue("PA1", "place", {}, printer="pdf", by="HK", at=at)
        work.labels.mark_failed([job], {"code": "printer_out_of_paper", "facts": {}})
        (waiting,) = work.labels.waiting()
        assert (waiting.state, waiting.attempts) == (LabelState.FAILED, 1)
        assert waiting.last_error == {"code": "printer_out_of_paper", "facts": {}}
        work.labels.mark_printed(job, at)
        work.labels.mark_failed([job], {"code": "late", "facts": {}})
        assert work.labels.waiting() == []


def test_the_label_shows_what_was_true_when_it_was_queued(workshop: Workshop) -> None:
    device = make_device(workshop, serial="pf-2abc12")
    with workshop.desk.database.work() as work:
        gathered = facts.gather(work, device, workshop.clock.now())
        data = labelling.device_label_data(work, gathered, workshop.clock.now())
    label = labelling.label_of(data, Texts("fi"))
    assert label.framed == "SISÄLTÖ EI TIEDOSSA"
    assert label.line == "Lenovo ThinkPad T480"
    assert label.serial == "S/N PF-2ABC12"
    assert label.foot == "ER 1 · 23.11.2026"


def test_a_roll_label_suffices(workshop: Workshop) -> None:
    device = make_device(workshop)
    with workshop.desk.database.work() as work:
        gathered, at = facts.gather(work, device, workshop.clock.now()), workshop.clock.now()
        assert labelling.queue_at_receipt(work, gathered, roll=True, by="HK", at=at) is None
        plain = labelling.queue_at_receipt(work, gathered, roll=False, by="HK", at=at)
        assert [job.id for job in work.labels.waiting()] == [plain]
