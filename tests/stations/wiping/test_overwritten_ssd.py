"""However often an SSD is overwritten, nothing that anybody reads calls it purged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.policy import FlashDecision, Note
from serkut_desk.domain.policy_change import PolicyChange
from serkut_desk.stations import labelling
from serkut_desk.stations.reports.figures import lot_figures
from serkut_desk.stations.upkeep.commands import ChangePolicy
from serkut_desk.stations.wipe_statement import wipe_statement_of
from serkut_desk.stations.wiping import queries
from serkut_desk.texts import Texts
from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from stations.wiping.shop import Shop

SSD = Drive("S3TUNX0K4XXXQ1", bus="ATA-SSD", model="SAMSUNG MZ7LN256")


@pytest.mark.parametrize(("method", "passes"), [("DoD 5220.22-M", 7), ("Gutmann Wipe", 35)])
def test_an_overwritten_ssd_is_clear_wherever_it_is_shown(
    shop: Shop, method: str, passes: int
) -> None:
    desk = shop.workshop.desk
    decided = PolicyChange(
        reference="HEL 1",
        document_date=date(2026, 11, 20),
        flash=FlashDecision.CLEAR_ACCEPTED,
    )
    desk.do(shop.boss, ChangePolicy(decided, shop.other))
    shop.workshop.clock.tick(days=1)
    device = shop.device(data_class=DataClass.ORDINARY)
    shop.declare(device, SSD.serial, MediumKind.SSD)
    shop.bring(log(SSD, method=method, passes=passes))
    view = queries.evidence(desk, shop.boss, SSD.serial)
    assert (view.judgement.level, view.judgement.required) == (Level.CLEAR, Level.CLEAR)
    assert Note.SPARE_AREAS_NOT_COVERED in view.judgement.notes
    shop.approve(device)
    gathered = shop.look(device)
    with desk.database.reading() as work:
        approval = work.approvals.in_force(device.id)
        assert approval is not None
        (item,) = work.approvals.items(approval.id)
        assert item.level is Level.CLEAR
        assert Note.SPARE_AREAS_NOT_COVERED in item.judgement["notes"]
        statement = wipe_statement_of(work, gathered)
        report = lot_figures(work, work.lots.by_id(device.lot_id))
        label = labelling.device_label_data(work, gathered, shop.workshop.clock.now())
    assert [one.level for one in statement.media] == ["clear"]
    assert {one.level for one in report.rows if one.device == device.code} == {"clear"}
    strong = {Texts(one).say("level.purge").split()[0].casefold() for one in ("fi", "en")}
    for shown in (statement, report, label):
        said = str(shown).casefold()
        assert "purge" not in said
        assert not [word for word in strong if word in said]
