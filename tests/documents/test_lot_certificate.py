from __future__ import annotations

import hashlib
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from pyhanko.pdf_utils.reader import PdfFileReader

from documents import papers
from documents.reading import black_and_white, pages_of, text_of
from serkut_desk.documents.lot_certificate import lot_certificate_pdf
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.media import Level, MediumKind
from serkut_desk.domain.statement import StatedMedium, appendix_hash

if TYPE_CHECKING:
    from pathlib import Path

_PAGE = papers.lot(60)


def test_cover_counts_and_appendix_has_a_row_for_each_medium(tmp_path: Path) -> None:
    pdf = lot_certificate_pdf(_PAGE)
    text = text_of(pdf, tmp_path)
    for told in (
        "Erän 60 laitteesta (63 tallennusvälinettä) on kustakin oma, voimassa oleva",
        *("60 mukana, 62 kirjattu erään", "Perus (clear) 11 tallennusvälinettä"),
        *("Vahva (purge) 52 tallennusvälinettä", "Tyhjennystä ei ole hyväksytty"),
        *("Laite ei talleta tietoa", papers.HEAD.hash, papers.SEAL, "ER 131"),
        *("Kasvatus ja koulutus", "saapui 10.11.2026", "Ähti Öljymäki"),
        f"SHA-256 {appendix_hash(row.stated for row in _PAGE.rows)}",
    ):
        assert told in text, told
    for row in _PAGE.rows:
        assert row.device in text
        assert row.number in text
        assert all(medium.serial in text for medium in row.media)
    assert _PAGE.left_out[0].device in text
    assert pages_of(pdf, tmp_path) == 4
    assert "TT 388 · sivu 4 / 4" in text


@pytest.mark.parametrize(("language", "said"), [("sv", "60 apparater"), ("en", "60 devices")])
def test_other_languages_say_the_same(language: str, said: str, tmp_path: Path) -> None:
    text = text_of(lot_certificate_pdf(_PAGE, language), tmp_path)
    assert said in text
    assert "tallennusväline" not in text


def test_statement_and_appendix_are_attached_and_the_code_is_read(tmp_path: Path) -> None:
    pdf = lot_certificate_pdf(_PAGE)
    (code,) = zxingcpp.read_barcodes(black_and_white(pdf, tmp_path, dpi=203))
    leaves = PdfFileReader(io.BytesIO(pdf)).root["/Names"]["/EmbeddedFiles"]["/Names"]
    appendix, statement = (leaves[index]["/EF"]["/F"].data for index in (1, 3))
    assert code.text == statement.decode() == papers.STATEMENT
    assert hashlib.sha256(appendix).hexdigest() == appendix_hash(row.stated for row in _PAGE.rows)
    assert json.loads(appendix)[6] == [_PAGE.rows[6].device, _PAGE.rows[6].number, "-"]


def test_five_thousand_rows_fill_pages_and_long_serials_are_cut(tmp_path: Path) -> None:
    few = papers.lot(5)
    long = replace(
        few.rows[0],
        serial="Å" * 90,
        media=(StatedMedium("X" * 200, MediumKind.HDD, Level.CLEAR),),
    )
    text = text_of(lot_certificate_pdf(replace(few, rows=(long, *few.rows[1:]))), tmp_path)
    assert "X" * 10 in text
    assert "X" * 40 not in text
    pdf = lot_certificate_pdf(papers.lot(5000))
    assert pages_of(pdf, tmp_path) > 90
    assert pdf == lot_certificate_pdf(papers.lot(5000))


def test_page_that_claims_too_much_cannot_be_made() -> None:
    row = _PAGE.rows[0]
    with pytest.raises(ValueError, match=_PAGE.lot):
        replace(_PAGE, rows=())
    bare = StatedMedium("S1", MediumKind.HDD, Level.NONE)
    with pytest.raises(ValueError, match="none"):
        replace(_PAGE, rows=(replace(row, media=(*row.media, bare)),))
    with pytest.raises(ValueError, match=row.device):
        replace(_PAGE, rows=(replace(row, number=row.device),))
    with pytest.raises(ValueError, match="ö"):
        replace(_PAGE, issuer=(" ", "työnjohtaja"))
    assert row.device == make_code(CodeKind.DEVICE, 4001)
