from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from documents import papers
from documents.reading import fonts_of, pages_of, text_of
from serkut_desk.documents.day_report import (
    BackupLine,
    CertificateLine,
    DayReport,
    LotLine,
    day_report_pdf,
)
from serkut_desk.domain.codes import CodeKind, make_code

if TYPE_CHECKING:
    from pathlib import Path

_DEVICE = make_code(CodeKind.DEVICE, 4102)
_REPORT = DayReport(
    workshop="Digipaja",
    day=date(2026, 11, 18),
    closed_at=papers.NOW,
    closed_by="TJ1",
    events=(("Laite vastaanotettu", 60), ("Todistus annettu", 16)),
    first_seq=47701,
    lots=(LotLine(make_code(CodeKind.LOT, 131), "Kasvatus ja koulutus", "59 tullut"),),
    certificates=(CertificateLine(papers.NUMBER, _DEVICE, "annettu"),),
    anchor=papers.HEAD,
    backups=(BackupLine(papers.NOW, "serkut-20261118", verified=True),),
    open_things=("3 laitetta odottaa tyhjennystä",),
    clock_notes=("Kello hyppäsi 12 minuuttia eteenpäin klo 9.14",),
)


def test_every_field_can_be_read(tmp_path: Path) -> None:
    text = text_of(day_report_pdf(_REPORT), tmp_path)
    for field in (
        "Päiväraportti 18.11.2026",
        "Suljettu 18.11.2026 klo 14.30 (Suomen aika), TJ1.",
        "nro 47869",
        papers.HEAD.hash,
        "päivän tapahtumat 47701–47869",  # noqa: RUF001 - the dash of a range
        "Laite vastaanotettu 60",
        "Yhteensä 76",
        "ER 131 Kasvatus ja koulutus · 59 tullut",
        f"TT 388 SD 4102 · {_DEVICE} · annettu",
        "serkut-20261118 · tarkistettu avaamalla",
        "3 laitetta odottaa tyhjennystä",
        "Kello hyppäsi 12 minuuttia eteenpäin",
        "Allekirjoitus",
        "Nimenselvennys",
    ):
        assert field in text


def test_quiet_day_says_so_everywhere(tmp_path: Path) -> None:
    quiet = replace(
        _REPORT,
        events=(),
        first_seq=None,
        lots=(),
        certificates=(),
        backups=(),
        open_things=(),
        clock_notes=(),
    )
    text = text_of(day_report_pdf(quiet), tmp_path)
    for sentence in (
        "Ei tapahtumia.",
        "ei mitään",
        "Tänään ei ole tehty varmuuskopiota.",
        "Mitään ei ole kesken.",
        "Kello on käynyt tasaisesti.",
    ):
        assert sentence in text


def test_unverified_backup_is_shouted(tmp_path: Path) -> None:
    backup = BackupLine(papers.NOW, "serkut-20261118", verified=False)
    text = text_of(day_report_pdf(replace(_REPORT, backups=(backup,))), tmp_path)
    assert "EI tarkistettu" in text


def test_busy_day_goes_over_several_pages(tmp_path: Path) -> None:
    busy = replace(_REPORT, certificates=_REPORT.certificates * 120)
    pdf = day_report_pdf(busy)
    pages = pages_of(pdf, tmp_path)
    assert pages > 2
    assert f"sivu {pages} / {pages}" in text_of(pdf, tmp_path)


def test_same_report_gives_the_same_bytes_in_embedded_faces(tmp_path: Path) -> None:
    pdf = day_report_pdf(_REPORT)
    assert pdf == day_report_pdf(replace(_REPORT))
    assert all("Helvetica" not in row[0] for row in fonts_of(pdf, tmp_path))


def test_english_report(tmp_path: Path) -> None:
    text = text_of(day_report_pdf(_REPORT, "en"), tmp_path)
    assert "Day report 2026-11-18" in text
    assert "Journal before this report" in text
