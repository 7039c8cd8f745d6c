"""A lot's certificate speaks of no device whose proof is in doubt, here or gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.stations.certificates.commands import IssueLotCertificate
from stations.looks.reader import reading, serial

if TYPE_CHECKING:
    from stations.looks.reader import Reader


def test_what_left_before_it_was_doubted_is_left_out(reader: Reader) -> None:
    gone = reader.wiped(2)
    reader.approve(gone)
    reader.issue(gone)
    reader.shelve(gone)
    reader.know_seller()
    reader.complete(reader.basket(gone))
    desk, seal = reader.workshop.desk, reader.seal
    assert seal is not None
    with desk.database.reading() as work:
        lot = work.lots.by_id(gone.lot_id).code
    desk.do(reader.boss, IssueLotCertificate(lot=lot, seal=seal))
    reader.drawn(1)
    reader.read(serial(1), reading(1, errors=4), clean=False, tool="")
    assert reader.look(gone).device.state == DeviceState.LEFT
    with pytest.raises(Refused, match="certificate_lot_empty"):
        desk.do(reader.boss, IssueLotCertificate(lot=lot, seal=seal, reissue_reason="uusi"))
