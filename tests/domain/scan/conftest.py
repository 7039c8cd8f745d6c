from __future__ import annotations

from unicodedata import normalize

import pytest

from serkut_desk import shipped
from serkut_desk.domain.scan import ScanRules, scan_rules

_MARKS = {"\u00b4": "\u0301", "`": "\u0300", "¨": "\u0308", "^": "\u0302"}


@pytest.fixture(scope="session")
def rules() -> ScanRules:
    return scan_rules(shipped.json_resource("intake", "scan_rules.json"))


class Garbler:
    """What a scanner with US keys types on the Finnish layout."""

    def __init__(self, sent_to_arrived: dict[str, str]) -> None:
        self.sent_to_arrived = sent_to_arrived

    def __call__(self, text: str) -> str:
        arrived, waiting = "", ""
        for sent in text:
            key = self.sent_to_arrived.get(sent, sent)
            if key.startswith("DEAD"):
                arrived, waiting = arrived + waiting, key[-1]
                continue
            composed = normalize("NFC", key + _MARKS[waiting]) if waiting else key
            arrived += composed if len(composed) == 1 else waiting + key
            waiting = ""
        return arrived + waiting


@pytest.fixture(scope="session")
def garbled() -> Garbler:
    return Garbler(
        shipped.json_resource("intake", "scan_rules.json")["keyboard"]["sent_to_arrived"]
    )
