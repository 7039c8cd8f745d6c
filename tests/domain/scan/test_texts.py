from __future__ import annotations

import json

import pytest

from serkut_desk import shipped
from serkut_desk.domain.scan import ScanKind, Why


@pytest.mark.parametrize("language", ["en", "fi"])
def test_everything_that_can_be_said_has_a_sentence(language: str) -> None:
    texts = json.loads(shipped.resource("texts", language, "scan.json").read_text("utf-8"))
    said = {f"scan.kind.{kind}" for kind in ScanKind} | {f"scan.why.{why}" for why in Why}
    kinds = ("own", "command", "iccid", "mac", "ean", "url", "part", "secret")
    said |= {f"scan.ignored.{word}" for word in (*kinds, "second_imei", "other_serial")}
    fields = ("own", "serial", "product", "inventory", "imei")
    said |= {f"scan.conflict.{word}" for word in fields} | {"scan.unsure"}
    assert set(texts) == said
    assert all(texts.values())
