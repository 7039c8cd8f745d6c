from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import zxingcpp

from documents import papers
from documents.reading import black_and_white, pages_of, text_of
from serkut_desk.documents.key_sheet import KeySheet, key_sheet_pdf

if TYPE_CHECKING:
    from pathlib import Path

_SHEET = KeySheet(workshop="Digipaja", fingerprint=papers.SEAL, since=date(2026, 11, 1))


def test_sheet_shows_the_whole_fingerprint_and_how_to_check(tmp_path: Path) -> None:
    pdf = key_sheet_pdf(_SHEET)
    text = text_of(pdf, tmp_path)
    pairs = papers.SEAL.split(":")
    for start in range(0, 32, 8):
        assert ":".join(pairs[start : start + 8]) in text
    assert "Käytössä 1.11.2026 alkaen." in text
    assert "serkut-desk certificate verify TIEDOSTO.pdf --key AVAIN.pem" in text
    assert pages_of(pdf, tmp_path) == 1
    assert pdf == key_sheet_pdf(replace(_SHEET))


def test_qr_holds_the_fingerprint(tmp_path: Path) -> None:
    (code,) = zxingcpp.read_barcodes(black_and_white(key_sheet_pdf(_SHEET), tmp_path))
    assert code.text == papers.SEAL


def test_retired_key_says_until_when(tmp_path: Path) -> None:
    retired = replace(_SHEET, until=date(2027, 3, 1))
    text = text_of(key_sheet_pdf(retired), tmp_path)
    assert "Ei enää uusiin todistuksiin." in text
    assert "1.3.2027" in text


def test_english_sheet(tmp_path: Path) -> None:
    assert "How to check a certificate" in text_of(key_sheet_pdf(_SHEET, "en"), tmp_path)
