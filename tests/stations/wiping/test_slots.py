"""What a model can hold is compared with what is told; it asks, and stands in nobody's way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.approval import slots_sentence
from serkut_desk.domain.catalogue import ModelSource
from serkut_desk.domain.events import Tag
from serkut_desk.stations import modelling
from serkut_desk.stations.handling import Task
from serkut_desk.stations.wiping import queries
from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from stations.wiping.shop import Shop


@pytest.mark.parametrize(
    ("count", "slots", "key"),
    [
        (1, 2, "approval.slots.fewer"),
        (0, 1, "approval.slots.fewer"),
        (3, 2, "approval.slots.more"),
        (2, 2, ""),
        (1, None, ""),
    ],
)
def test_fewer_asks_and_more_remarks(count: int, slots: int | None, key: str) -> None:
    assert slots_sentence(count, slots) == key


def test_the_approver_sees_what_the_model_can_hold_and_may_go_on(shop: Shop) -> None:
    device = shop.device()
    with shop.workshop.desk.database.work(shop.worker.person) as work:
        person = work.people.by_code(shop.worker.person)
        assert person is not None
        task = Task(work, shop.workshop.desk, person, shop.worker)
        modelling.learn(task, device, source=ModelSource.SNAPSHOT, slots=2)
        work.journal.append(Tag.DEVICE_CHANGED, device.code, reason="-", before={}, after={})
        work.commit()
    shop.declare(device)
    shop.bring(log(Drive("WD-WX61AA81XXQA")))
    (row,) = queries.waiting(shop.workshop.desk, shop.boss)
    assert (row.media_count, row.slots, row.approvable) == (1, 2, True)
    done = shop.approve(device)
    assert done.approved[0].slots == 2
    with shop.workshop.desk.database.reading() as work:
        body = json.loads(work.journal.about(device.code)[-1].body)
    assert body["devices"][0]["slots"] == 2
