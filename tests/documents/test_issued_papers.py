"""Every kind of issued paper, read back as a reader's own tools do."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pypdfium2
import pytest
import zxingcpp

from documents.issued import CONTENTS, DEVICE, HANDOVER, HEAD, LOT, SELLER, TERMS, line, stamp
from documents.reading import fonts_of, pages_of, text_of
from serkut_desk.documents.barcodes import code128_modules
from serkut_desk.documents.paper_words import MINUS
from serkut_desk.documents.papers.goods import months_later
from serkut_desk.documents.papers.pages import paper_pdf
from serkut_desk.domain.bank_barcode import bank_barcode
from serkut_desk.domain.lot_papers import LotReceiptContent
from serkut_desk.domain.paper_codec import dump, load
from serkut_desk.domain.papers import (
    CONTENTS as CLASSES,
)
from serkut_desk.domain.papers import (
    CreditNoteContent,
    DeliveryNoteContent,
    InvoiceContent,
    LotReportContent,
    PaidBy,
    PaperKind,
    ReceiptContent,
    WipeStatementContent,
    paid_by,
)
from serkut_desk.domain.references import reference_number
from serkut_desk.texts import Texts, catalogue

if TYPE_CHECKING:
    from pathlib import Path

EVERY = [pytest.param(kind, id=kind.value) for kind in PaperKind]
BARS = {
    **dict.fromkeys(
        (
            PaperKind.RECEIPT,
            PaperKind.SLIP,
            PaperKind.DELIVERY_NOTE,
            PaperKind.INVOICE,
            PaperKind.CREDIT_NOTE,
        ),
        HANDOVER,
    ),
    PaperKind.WIPE_STATEMENT: DEVICE,
    PaperKind.INCIDENT: DEVICE,
    PaperKind.LOT_REPORT: LOT,
}
CHANNEL_WORDS = (
    *("maksusitoumus", "sitoumus", "commitment", "kurssi", "course", "hanke", "project"),
    *("asiakastyöasema", "sosiaali", "social", "1 euro", "kanava", "channel"),
)


def _text(kind: PaperKind, folder: Path, language: str = "fi", copy: int = 0) -> str:
    return text_of(paper_pdf(stamp(kind, language, copy), CONTENTS[kind]), folder)


def _codes(pdf: bytes, page: int = 0) -> set[str]:
    document = pypdfium2.PdfDocument(pdf)
    picture = document[page].render(scale=300 / 72, grayscale=True).to_pil()
    found = {one.text for one in zxingcpp.read_barcodes(picture)}
    document.close()
    return found


@pytest.mark.parametrize("kind", EVERY)
def test_contents_come_back_from_json_as_they_were(kind: PaperKind) -> None:
    content = CONTENTS[kind]
    assert load(CLASSES[kind], dump(content)) == content


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("kind", EVERY)
def test_every_paper_says_its_name_number_day_and_anchor(
    kind: PaperKind, language: str, tmp_path: Path
) -> None:
    text = _text(kind, tmp_path, language)
    title = Texts(language).say(f"paper.issued.{kind}.title")
    assert title in text
    assert f"{stamp(kind).series}-17" in text
    assert {"fi": "22.11.2026", "en": "2026-11-22"}[language] in text
    assert HEAD.hash in text
    assert str(HEAD.seq) in text
    assert "paper.issued" not in text


@pytest.mark.parametrize("kind", EVERY)
def test_the_same_content_gives_the_same_bytes(kind: PaperKind) -> None:
    assert paper_pdf(stamp(kind), CONTENTS[kind]) == paper_pdf(stamp(kind), CONTENTS[kind])


@pytest.mark.parametrize("kind", EVERY)
def test_every_face_is_embedded(kind: PaperKind, tmp_path: Path) -> None:
    rows = fonts_of(paper_pdf(stamp(kind), CONTENTS[kind]), tmp_path)
    assert rows
    assert all(row[-5] == "yes" for row in rows)


@pytest.mark.parametrize("kind", list(BARS), ids=str)
def test_the_bars_are_read_by_any_scanner(kind: PaperKind) -> None:
    assert BARS[kind] in _codes(paper_pdf(stamp(kind), CONTENTS[kind]))


@pytest.mark.parametrize("kind", EVERY)
def test_everything_is_black_on_white(kind: PaperKind) -> None:
    """No text or line is grey or coloured: a printer would break it into dots."""
    document = pypdfium2.PdfDocument(paper_pdf(stamp(kind), CONTENTS[kind]))
    picture = document[0].render(scale=2, no_smoothtext=True, no_smoothpath=True).to_pil()
    colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 20)}
    assert colours <= {(0, 0, 0), (255, 255, 255)}
    document.close()


@pytest.mark.parametrize("kind", EVERY)
def test_a_copy_is_marked_on_every_page_and_is_otherwise_the_same(
    kind: PaperKind, tmp_path: Path
) -> None:
    original = _text(kind, tmp_path)
    copy = _text(kind, tmp_path, copy=2)
    mark = "KOPIO 2 · 22.11.2026 klo 10.00"
    assert "KOPIO" not in original
    pages = pages_of(paper_pdf(stamp(kind), CONTENTS[kind]), tmp_path)
    assert copy.count(mark) == pages
    assert sorted(copy.replace(mark, "").split()) == sorted(original.split())


def test_a_receipt_has_what_the_law_asks_for(tmp_path: Path) -> None:
    text = _text(PaperKind.RECEIPT, tmp_path)
    for fact in (SELLER.name, SELLER.street, SELLER.city, SELLER.phone, SELLER.email):
        assert fact in text
    for fact in (
        *("Y-tunnus 0201256-6", "KU-17", "22.11.2026", "HP ProBook 450 G5", "Laturi"),
        *("5CD8000001X", "95,00 €", "20,02 €", "115,02 €", "115,00 €", f"{MINUS}0,02 €"),
        *("25,5 %", "91,65 €", "23,37 €", "Maksettu käteisellä", "22.11.2029 asti", *TERMS),
        "Takuu ei rajoita kuluttajan lakisääteisiä oikeuksia.",
    ):
        assert " ".join(fact.split()) in text, fact
    assert pages_of(paper_pdf(stamp(PaperKind.RECEIPT), CONTENTS[PaperKind.RECEIPT]), tmp_path) == 1


@pytest.mark.parametrize("language", ["fi", "en"])
def test_what_the_city_pays_and_an_invoice_read_alike(language: str, tmp_path: Path) -> None:
    """Whoever holds a receipt must not learn that somebody had a payment commitment."""
    receipt = CONTENTS[PaperKind.RECEIPT]
    assert isinstance(receipt, ReceiptContent)
    texts = {
        text_of(
            paper_pdf(
                stamp(PaperKind.RECEIPT, language),
                replace(receipt, paid_by=paid_by(payment), rounding_cents=0),
            ),
            tmp_path,
        )
        for payment in ("commitment", "invoice")
    }
    assert len(texts) == 1
    assert paid_by("commitment") is paid_by("invoice") is PaidBy.BILLED


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize(
    "kind",
    [
        PaperKind.RECEIPT,
        PaperKind.SLIP,
        PaperKind.INVOICE,
        PaperKind.CREDIT_NOTE,
        PaperKind.WIPE_STATEMENT,
    ],
)
def test_no_paper_of_a_third_person_names_a_channel(
    kind: PaperKind, language: str, tmp_path: Path
) -> None:
    text = _text(kind, tmp_path, language).casefold()
    assert not [word for word in CHANNEL_WORDS if word in text]


@pytest.mark.parametrize("language", ["fi", "en"])
def test_no_sentence_of_these_papers_could_name_a_channel(language: str) -> None:
    reports = re.compile(r"paper\.issued\.(channel|month_report|outcome)\.")
    said = [
        sentence.casefold()
        for key, sentence in catalogue(language).items()
        if key.startswith("paper.issued.") and not reports.match(key)
    ]
    assert not [one for one in said for word in CHANNEL_WORDS if word in one]


def test_a_wipe_statement_leads_nowhere(tmp_path: Path) -> None:
    fields = set(WipeStatementContent.__dataclass_fields__)
    assert not fields & {"sender", "lot", "inventory", "donor"}
    text = _text(PaperKind.WIPE_STATEMENT, tmp_path)
    for word in ("Vahva (purge)", "Tuhottu (destroy)", "SSD (SATA)", "ATA Secure Erase"):
        assert word in text
    for word in ("Kasvatus", "HKI", "ER 11"):
        assert word not in text
    alone = replace(_statement(), media=(), certificate="")
    assert "ei ole tallennusvälineitä" in text_of(
        paper_pdf(stamp(PaperKind.WIPE_STATEMENT), alone), tmp_path
    )


def _statement() -> WipeStatementContent:
    content = CONTENTS[PaperKind.WIPE_STATEMENT]
    assert isinstance(content, WipeStatementContent)
    return content


def test_an_invoice_can_be_paid_by_scanning(tmp_path: Path) -> None:
    content = CONTENTS[PaperKind.INVOICE]
    assert isinstance(content, InvoiceContent)
    pdf = paper_pdf(stamp(PaperKind.INVOICE), content)
    reference = reference_number("202600017")
    digits = bank_barcode(SELLER.iban, 19000, reference, content.due)
    assert digits in _codes(pdf)
    text = text_of(pdf, tmp_path)
    for fact in ("FI79 4405 2020 0360 82", "7.12.2026", "190,00 €", digits, "RF"):
        assert fact in text


def test_the_bank_barcode_is_in_subset_c() -> None:
    modules = code128_modules("4" * 54)
    assert modules.startswith("11010011100")
    assert len(modules) == 11 * (1 + 27 + 1) + 13


def test_a_credit_note_names_its_paper_and_carries_a_minus(tmp_path: Path) -> None:
    text = _text(PaperKind.CREDIT_NOTE, tmp_path)
    assert "KU-17, 2.11.2026" in text
    assert text.count(f"{MINUS}95,00 €") == 4
    credit = CONTENTS[PaperKind.CREDIT_NOTE]
    assert isinstance(credit, CreditNoteContent)
    nothing = replace(credit, paid_by=PaidBy.NOTHING)
    assert "Ei palautettavaa rahaa" in text_of(
        paper_pdf(stamp(PaperKind.CREDIT_NOTE), nothing), tmp_path
    )


def test_a_delivery_note_repeats_its_head_and_counts(tmp_path: Path) -> None:
    note = CONTENTS[PaperKind.DELIVERY_NOTE]
    assert isinstance(note, DeliveryNoteContent)
    pdf = paper_pdf(stamp(PaperKind.DELIVERY_NOTE), note)
    text = text_of(pdf, tmp_path)
    assert pages_of(pdf, tmp_path) >= 2
    assert text.count("Sarjanumero") >= 2
    for one in note.lines:
        assert one.serial in text
    assert "Yhteensä 60 kpl: kannettava tietokone 60" in text
    assert "Paino 126,60 kg" in text
    unweighed = replace(note, lines=(line(1, weight_g=None), line(2)))
    text = text_of(paper_pdf(stamp(PaperKind.DELIVERY_NOTE), unweighed), tmp_path)
    assert "2,11 kg · punnitsematta 1" in text


def test_a_lot_report_lists_every_device(tmp_path: Path) -> None:
    report = CONTENTS[PaperKind.LOT_REPORT]
    assert isinstance(report, LotReportContent)
    pdf = paper_pdf(stamp(PaperKind.LOT_REPORT), report)
    text = text_of(pdf, tmp_path)
    for row in report.rows:
        assert row.serial in text
    assert text.count("Sarjanumero") == pages_of(pdf, tmp_path)
    wide, high = pypdfium2.PdfDocument(pdf)[0].get_size()
    assert wide > high


def test_words_of_others_cannot_break_a_paper(tmp_path: Path) -> None:
    evil = "<b>\u202e\x00ä" + "W" * 300
    receipt = CONTENTS[PaperKind.RECEIPT]
    assert isinstance(receipt, ReceiptContent)
    pdf = paper_pdf(
        stamp(PaperKind.RECEIPT), replace(receipt, lines=(line(1, description=evil, serial=evil),))
    )
    assert "95,00 €" in text_of(pdf, tmp_path)


def test_months_end_with_the_month() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2026, 12, 1), 1) == date(2027, 1, 1)
    assert months_later(date(2026, 11, 22), 36) == date(2029, 11, 22)


def test_sixty_devices_with_cages_and_signatures_go_on_two_pages() -> None:
    content = CONTENTS[PaperKind.LOT_RECEIPT]
    assert isinstance(content, LotReceiptContent)
    assert content.received == 60
    document = pypdfium2.PdfDocument(paper_pdf(stamp(PaperKind.LOT_RECEIPT), content))
    pages = [page.get_textpage().get_text_range() for page in document]
    assert len(pages) == 2
    for one in (*content.came, *content.extra):
        said = [one.device, one.serial, one.inventory]
        assert all(any(text in page for page in pages) for text in said), one
    assert "0099999" in pages[1]
