"""A phone is reset, its checklist answered, its start screen photographed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from draws import drawing
from factories import make_device, make_lot
from serkut_desk.cli.demo_week import drawn
from serkut_desk.domain.data_state import DataState
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.media import DataClass, MediumKind
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.stations.looks import queries as looks
from serkut_desk.stations.looks.commands import DrawLooks
from serkut_desk.stations.wiping import queries
from serkut_desk.stations.wiping.commands import RecordPhone
from serkut_desk.stations.wiping.phones import shipped_platforms

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.stations.wiping.results import RunDone
    from stations.wiping.shop import Shop

IMEI = "356938035643809"
MEMORY = "R58N123FLASH"
ANSWERS = {one.key: one.answers[0] for one in shipped_platforms()["android"].questions}


def phone(shop: Shop, kind: MediumKind = MediumKind.PHONE) -> Device:
    lot = make_lot(shop.workshop, data_class=DataClass.ORDINARY)
    device = make_device(shop.workshop, lot=lot, type="phone", serial="R58N123", imei=IMEI)
    shop.declare(device, MEMORY, kind)
    return device


def record(shop: Shop, *, number: int = 1, **told: Any) -> RunDone:
    photo = shop.folder / f"{number}.png"
    photo.write_bytes(drawn.picture(number))
    values = {"platform": "android", "scanned": IMEI, "os_version": "Android 13", **told}
    answers = tuple((ANSWERS | values.pop("answers", {})).items())
    command = RecordPhone(MEMORY, answers=answers, photo=photo, **values)
    return shop.workshop.desk.do(shop.worker, command)


def test_a_maker_answers_and_a_supervisor_approves(shop: Shop) -> None:
    device = phone(shop)
    done = record(shop)
    assert done.run.performed_by == shop.worker.person
    assert done.run.facts["phone"]["answers"]["account"] == "before"
    assert done.run.facts["phone"]["scanned"] == IMEI
    assert shop.look(device).data_state is DataState.UNAPPROVED
    with shop.workshop.desk.database.reading() as work:
        kept = work.photos.of_device(device.id)
        assert [(one.purpose, one.sha256) for one in kept] == [(PhotoPurpose.WIPE, done.run.sha256)]
        entry = list(work.journal.entries())[-1]
    assert '"policy":1' in entry.body
    assert '"os_version":"Android 13"' in entry.body
    shop.approve(device)
    assert shop.look(device).data_state is DataState.PROVEN
    assert shop.workshop.desk.database.check_records() == ()


def test_what_only_its_own_system_can_read_is_never_drawn_nor_counted(shop: Shop) -> None:
    device = phone(shop)
    record(shop)
    with drawing(per_hundred=100, chance=1000):
        assert shop.approve(device).drawn == ()
        assert shop.workshop.desk.do(shop.boss, DrawLooks(None)).names == ()
    share = looks.overview(shop.workshop.desk, shop.boss).month
    assert (share.population, share.needed, share.short) == (0, 0, 0)
    assert shop.look(device).data_state is DataState.PROVEN


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({"account": "unknown"}, DataState.TO_REVIEW),
        ({"encryption": "unknown"}, DataState.TO_REVIEW),
        ({"encryption": "off"}, DataState.NOT_WIPED),
        ({"sim": "left"}, DataState.NOT_WIPED),
        ({"screen": "not_seen"}, DataState.NOT_WIPED),
        ({"reset": "recovery", "account": "not_before"}, DataState.NOT_WIPED),
    ],
)
def test_what_is_not_known_or_not_done_proves_nothing(
    shop: Shop, answers: dict[str, str], state: DataState
) -> None:
    device = phone(shop)
    record(shop, answers=answers)
    row = queries.media_of(shop.workshop.desk, shop.boss, device.code)[0]
    assert shop.look(device).data_state is state
    assert row.missing
    assert row.advice
    with pytest.raises(Refused):
        shop.approve(device)
    # A better look afterwards helps.
    record(shop, number=2)
    assert shop.look(device).data_state is DataState.UNAPPROVED


@pytest.mark.parametrize(
    ("told", "kind", "code"),
    [
        ({"scanned": "356938035643817"}, Refused, "phone_other_device"),
        ({"platform": "symbian"}, Misused, "phone_platform_unknown"),
        ({"platform": "chromeos"}, Misused, "phone_answers_incomplete"),
        ({"answers": {"account": "maybe"}}, Misused, "phone_answers_incomplete"),
        ({"os_version": " "}, Misused, "text_missing"),
    ],
)
def test_what_is_refused(
    shop: Shop, told: dict[str, Any], kind: type[Exception], code: str
) -> None:
    phone(shop)
    before = shop.entries()
    if told.get("platform") == "chromeos":
        # Its questions are answered, but two of them are not asked of an Android phone.
        told["answers"] = {"mdm": "perhaps"}
    with pytest.raises(kind, match=code):
        record(shop, **told)
    assert shop.entries() == before


def test_the_questions_of_a_phone_are_not_for_a_disk(shop: Shop) -> None:
    phone(shop, MediumKind.SSD)
    with pytest.raises(Refused, match="phone_not_this_kind"):
        record(shop)
