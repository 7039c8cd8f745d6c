from __future__ import annotations

import pytest

from serkut_desk.domain.delivery_list import (
    DeliveryList,
    Finding,
    IgnoredBecause,
    IgnoredColumn,
    ListRow,
    Remark,
    SkipReason,
)
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.texts import Texts

FACTS = (("first", 1), ("said", 3), ("counted", 2), ("sheet", "A"), ("sheets", 2), ("rows", 9))
MORE = (("chosen", "B"), ("encoding", "cp1252"), ("found", "x"))


@pytest.mark.parametrize("language", ["fi", "en"])
def test_everything_that_can_be_said_has_a_sentence(language: str) -> None:
    texts = Texts(language)
    for code in Finding:
        remark = Remark(code, 7, "Sarake", (*FACTS, *MORE))
        assert "{" not in texts.say(remark.key, **remark.fields)
    for reason in SkipReason:
        assert "7" in texts.say(f"list.skipped.{reason.value}", row=7)
    for because in IgnoredBecause:
        assert "Hinta" in texts.say(f"list.ignored.{because.value}", column="Hinta")
    for kind in DeviceType:
        assert texts.say(f"type.{kind.value}")


def test_a_list_names_its_ignored_columns_and_the_rows_that_stop() -> None:
    stopped = ListRow(3, problems=(Remark(Finding.NO_IDENTITY, 3),))
    made = DeliveryList(
        rows=(ListRow(2, serial="A1"), stopped),
        skipped=(),
        ignored=(IgnoredColumn("Hinta", IgnoredBecause.NOT_NEEDED),),
        problems=(),
        notes=(),
        encoding="utf-8",
        delimiter=";",
        sheet="",
        header_row=1,
    )
    assert made.ignored_columns == ("Hinta",)
    assert made.stopped_rows == (stopped,)
