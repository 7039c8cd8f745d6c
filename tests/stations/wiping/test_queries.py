from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.media import Level, MediumKind
from serkut_desk.domain.sanitisation import Acceptance, Advice
from serkut_desk.stations.wiping import queries
from serkut_desk.stations.wiping.commands import StateNone
from serkut_desk.stations.wiping.queries import Group, Situation, Tone
from serkut_desk.texts import catalogue
from stations.wiping.logs import CACHED, UNKNOWN_HIDDEN, Drive, later, log

if TYPE_CHECKING:
    from stations.wiping.shop import Shop


def rows(shop: Shop, device: str | None = None) -> list[queries.WaitingRow]:
    found = queries.waiting(shop.workshop.desk, shop.boss)
    return [row for row in found if device in {None, row.device}]


def test_each_medium_stands_where_its_evidence_puts_it(shop: Shop) -> None:
    plain, clean, ssd, bad = (shop.device(f"PF2ABC{number}") for number in (61, 62, 63, 64))
    shop.declare(plain, "AAAA1111")
    shop.declare(clean, "BBBB2222")
    shop.declare(ssd, "CCCC3333", kind=MediumKind.SSD)
    shop.declare(bad, "DDDD4444")
    shop.bring(
        log(
            Drive("BBBB2222"),
            Drive("CCCC3333", "sdb", "ATA-SSD"),
            Drive("DDDD4444", "sdc", status="-FAILED-", errors=12),
            Drive("EEEE5555", "sdd"),
        )
    )
    by_medium = {row.medium: row for row in rows(shop)}
    assert {name: (row.group, row.situation) for name, row in by_medium.items()} == {
        "AAAA1111": (Group.TO_WIPE, Situation.TO_WIPE),
        "BBBB2222": (Group.RESULT, Situation.WAITS_APPROVAL),
        "CCCC3333": (Group.RESULT, Situation.NOT_ENOUGH),
        "DDDD4444": (Group.FAILED, Situation.FAILED),
        "EEEE5555": (Group.DECIDE, Situation.UNKNOWN_DRIVE),
    }
    good, weak = by_medium["BBBB2222"], by_medium["CCCC3333"]
    assert (good.required, good.reached, good.passes) == (Level.CLEAR, Level.CLEAR, 3)
    assert good.approvable
    assert good.media_count == 1
    assert (weak.required, weak.reached) == (Level.PURGE, Level.CLEAR)
    assert weak.advice[0] is Advice.SANITIZE
    assert by_medium["DDDD4444"].errors == 12
    assert by_medium["DDDD4444"].tone is Tone.BAD
    found = queries.counts(shop.workshop.desk, shop.boss)
    assert (found.to_wipe, found.result, found.failed, found.decide) == (1, 2, 1, 0)
    assert found.all == 4


def test_a_kind_told_by_a_person_is_shown_as_approvable_by_who_opens_it(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    old = log(Drive(hidden=UNKNOWN_HIDDEN), version="0.34")
    shop.bring(old.replace(*CACHED))
    (row,) = rows(shop, device.code)
    assert row.situation is Situation.WAITS_APPROVAL
    assert row.needs_opened
    assert row.acceptances == (Acceptance.HIDDEN_AREAS_UNKNOWN,)
    view = queries.evidence(shop.workshop.desk, shop.boss, "WD-WX61AA81XXQA")
    assert view.prospect.needs_opened
    shop.approve(device, accepted=frozenset(row.acceptances))
    assert rows(shop, device.code) == []


def test_who_may_approve_is_told_and_why_i_may_not(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device, by=shop.boss)
    shop.bring(log(Drive()))
    (row,) = rows(shop, device.code)
    assert row.situation is Situation.OTHER_APPROVER
    assert not row.approvable
    view = queries.evidence(shop.workshop.desk, shop.boss, "WD-WX61AA81XXQA")
    assert [lack.code.value for lack in view.prospect.against] == ["approver_declared"]
    assert view.who_may == ("T01",)
    assert view.declared == "T00"


def test_an_unknown_performer_is_asked_for(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive()), performed_by=None)
    (row,) = rows(shop, device.code)
    assert row.situation is Situation.PERFORMER_UNKNOWN


def test_devices_without_media_wait_too(shop: Shop) -> None:
    device = shop.device()
    assert rows(shop, device.code)[0].situation is Situation.MEDIA_UNKNOWN
    command = StateNone(device.code, CountSource.OPENED)
    shop.workshop.desk.do(shop.worker, command)
    assert rows(shop, device.code)[0].situation is Situation.NONE_SECOND
    shop.workshop.desk.do(shop.other, command)
    assert rows(shop, device.code)[0].situation is Situation.WAITS_APPROVAL
    shop.approve(device, media=0)
    (row,) = queries.media_of(shop.workshop.desk, shop.boss, device.code)
    assert row.situation is Situation.DONE


def test_the_evidence_shows_earlier_attempts_and_where_it_comes_from(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    shop.bring(log(Drive(status="-FAILED-", errors=3)))
    shop.bring(log(Drive(), begin=later(2)))
    view = queries.evidence(shop.workshop.desk, shop.boss, "wd-wx61aa81xxqa")
    assert view.deciding is not None
    assert view.deciding.run.tool_version == "0.40"
    assert view.deciding.file_name == "report-2.log"
    assert view.deciding.performed == ("T02",)
    assert [one.run.verdict.value for one in view.earlier] == ["FAILED"]
    assert view.judgement.level is Level.CLEAR
    with pytest.raises(Refused, match="medium_unknown"):
        queries.evidence(shop.workshop.desk, shop.boss, "NOBODY1")


def test_a_contradiction_and_a_proposal_are_to_be_decided(shop: Shop) -> None:
    device = shop.device()
    shop.declare(device)
    true = log(Drive(), Drive("S4X1", "sdb"), host="PF2ABC12")
    shop.bring(true)
    shop.bring(true.replace(b"XXQA", b"YYYY"))
    situations = {row.medium: row.situation for row in rows(shop, device.code)}
    assert situations["WD-WX61AA81XXQA"] is Situation.CONTRADICTION
    assert situations["S4X1"] is Situation.PROPOSED
    assert queries.counts(shop.workshop.desk, shop.boss).decide >= 2


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_situation_has_its_words(language: str) -> None:
    sentences = catalogue(language)
    wanted = [f"situation.{one}" for one in Situation]
    assert [key for key in wanted if not sentences.get(key)] == []
