"""Papers of all channels read alike: nobody learns from one why somebody got a device."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from documents.reading import text_of
from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.papers import PaperKind
from serkut_desk.stations.reports.commands import ReprintPaper
from stations.handover.till import COMMITMENT, COURSE
from stations.reports.figures_kit import city

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from stations.reports.figures_kit import City

# Also parts of words: what a paper of a person may not hold in any form.
WORDS = (
    *("sitoumus", "commitment", "sosiaali", "social", "toimeentulo", "asiakas", "client"),
    *("kurssi", "course", "todistuksella", "hanke", "project", "könttä", "bulk", "kanava"),
    *("channel", "euron kone", "alennus", "discount", "työtoiminta"),
)
PAYMENTS = {
    Channel.COMMITMENT: Payment.COMMITMENT,
    Channel.COURSE: Payment.CARD,
    Channel.PROJECT: Payment.INVOICE,
    Channel.WORKSTATION: Payment.NONE,
    Channel.SALE: Payment.CARD,
}
PERSONS = (Channel.COMMITMENT, Channel.COURSE, Channel.SALE)


def _texts(made: City, channel: Channel, folder: Path) -> dict[PaperKind, str]:
    """Hand a laptop over and return the text of each paper and of its marked copy."""
    device = made.laptop(list(Channel).index(channel) + 1)
    done = made.complete(made.basket(device, channel=channel), PAYMENTS[channel])
    files = made.workshop.desk.files
    for paper in done.papers:
        copy = made.workshop.desk.do(made.boss, ReprintPaper(paper.name)).path.read_bytes()
        original = text_of(files.read(paper.sha256), folder)
        copied = text_of(copy, folder)
        assert set(original.split()) <= set(copied.split())
        assert "KOPIO 1" in copied
    return {paper.kind: text_of(files.read(paper.sha256), folder) for paper in done.papers}


def _plain(text: str) -> str:
    """Return a paper's words without what differs in any two: numbers, prices, codes, digests."""
    return " ".join(re.sub(r"\S*\d\S*", "", text).split())


def test_receipts_and_statements_of_persons_read_alike(workshop: Workshop, tmp_path: Path) -> None:
    made = city(workshop, tmp_path)
    read = {channel: _texts(made, channel, tmp_path) for channel in PERSONS}
    receipts = {
        _plain(texts[PaperKind.RECEIPT]) for texts in read.values() if PaperKind.RECEIPT in texts
    }
    statements = {_plain(texts[PaperKind.WIPE_STATEMENT]) for texts in read.values()}
    assert len(receipts) == len(statements) == 1
    for channel, texts in read.items():
        for text in texts.values():
            folded = text.casefold()
            assert [word for word in WORDS if word in folded] == [], channel
            for secret in (COMMITMENT.number, COMMITMENT.unit, COURSE.certificate):
                assert secret not in text


@pytest.mark.parametrize("channel", [Channel.PROJECT, Channel.WORKSTATION])
def test_papers_of_bodies_name_no_channel_either(
    workshop: Workshop, tmp_path: Path, channel: Channel
) -> None:
    made = city(workshop, tmp_path)
    for text in _texts(made, channel, tmp_path).values():
        folded = text.casefold()
        assert [word for word in WORDS if word in folded] == []


def test_no_statement_leads_to_the_donor(workshop: Workshop, tmp_path: Path) -> None:
    made = city(workshop, tmp_path)
    text = _texts(made, Channel.SALE, tmp_path)[PaperKind.WIPE_STATEMENT]
    assert made.lot is not None
    for trace in ("Kasvatus", made.lot.code, "ER 1", "HKI-", "WD-WX61AA81"):
        assert trace not in text
