from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from pyhanko.pdf_utils.reader import PdfFileReader

from documents import papers
from documents.reading import (
    black_and_white,
    fonts_of,
    pages_of,
    text_of,
    words_and_boxes,
)
from serkut_desk import shipped
from serkut_desk.documents.barcodes import MM
from serkut_desk.documents.certificate import certificate_pdf
from serkut_desk.documents.certificate_head import QR_MODULE
from serkut_desk.documents.certificate_model import (
    CertificatePage,
    Destroyed,
    Evidence,
    Look,
    Traces,
    Wiped,
)
from serkut_desk.documents.lot_certificate import lot_certificate_pdf
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.evidence import HiddenAreas, VerifyMode
from serkut_desk.domain.media import Level
from serkut_desk.domain.statement import LONGEST_TEXT, read_text, statement_of
from serkut_desk.texts import Texts, catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.documents.certificate_model import CertifiedMedium

_PAGE = papers.certificate(papers.flash(), papers.overwritten(), papers.shredded())

_FIELDS = (
    "Laitteeseen kirjatut tallennusvälineet (3/3) on tyhjennetty vaaditulle tasolle tai tuhottu.",
    "Kuvaa tilannetta 18.11.2026 klo 14.30 (Suomen aika).",
    "Digipaja",
    "Helsingin kaupunki · Aikuisten työtoiminta",
    f"TT 388 · {papers.NUMBER}",
    f"SD 4102 · {make_code(CodeKind.DEVICE, 4102)}",
    "HP EliteBook 840 G6 (7KP12EA) · kannettava tietokone",
    "5CG8123ABC · HKI-0091177",
    "Kasvatus ja koulutus / Vuosaaren peruskoulu · ER 131 · vastaanotettu 10.11.2026",
    "Tavanomainen · uudelleenkäyttö",
    "3, laite avattu ja katsottu",
    "S4EVNX0M123456",
    "Samsung PM871b",
    "256 Gt",
    "henkilö katsoi",
    "vahvistamatta",
    "PRNG Stream",
    "nwipe 0.38",
    "ssd.overwrite",
    "Vaadittu: Perus (clear)",
    "Saavutettu: Perus (clear)",
    "tyhjensi T08 · loki tuotu 17.11.2026 klo 17.30 (T11)",
    "aiempia yrityksiä 1: 16.11.2026 klo 23.46 keskeytettiin (nwipe 0.34)",
    "kello epävarma: kello hyppäsi",
    "9.12 \N{EN DASH} 14.02",
    "aiempia yrityksiä: ei",
    "500 Gt",
    "0123-ÄÖ-77",
    "T07, TJ2",
    "Ylikirjoitus ei ulotu muistin vara-alueisiin: S4EVNX0M123456.",
    "Levyn piiloalueista (HPA, DCO) ei ole tietoa. Hyväksyjä on hyväksynyt tämän",
    "Perustuu ohjelman allekirjoittamattomaan lokiin.",
    "Hyväksytty poikkeus: Levyn tarra oli lukukelvoton",
    "Digipajan tyhjennyskäytäntö, versio 3 (1.11.2026), HEL 2026-004711",
    "nwipe_log_20261117-091200.txt",
    "nro 47869",
    papers.HEAD.hash,
    f"TT 371 · {make_code(CodeKind.CERTIFICATE, 371)}",
    "T07, T08, TJ2",
    "Ähti Öljymäki · vastaava työnjohtaja · 18.11.2026 klo 14.26",
    papers.SEAL,
    "serkut-desk certificate verify",
)


def _wiped(medium: CertifiedMedium) -> Wiped:
    assert isinstance(medium.outcome, Wiped)
    return medium.outcome


def test_every_field_can_be_read(tmp_path: Path) -> None:
    text = text_of(certificate_pdf(_PAGE), tmp_path)
    assert [field for field in _FIELDS if field not in text] == []
    for report in _PAGE.evidence:
        assert f"SHA-256 {report.sha256}" in text


def test_files_that_go_with_the_reports_are_named_and_inside(tmp_path: Path) -> None:
    beside = (Evidence("erä7.pdf", b"%PDF-1.4 a supplier's"), Evidence("kuva.txt", b"2"))
    pdf = certificate_pdf(replace(_PAGE, attached=beside))
    text = text_of(pdf, tmp_path)
    assert "Muut tiedostot (2)" in text
    assert all(one.name in text and f"SHA-256 {one.sha256}" in text for one in beside)
    assert {one.name: one.content for one in beside}.items() <= _inside(pdf).items()
    assert "Muut tiedostot" not in text_of(certificate_pdf(_PAGE), tmp_path)


def test_english_page_says_the_same(tmp_path: Path) -> None:
    text = text_of(certificate_pdf(_PAGE, "en"), tmp_path)
    assert "are sanitized to the required level or destroyed." in text
    assert "Describes the situation of 2026-11-18 14:30 (Finnish time)." in text
    assert "An overwrite does not reach the spare areas of flash memory" in text
    assert "Rests on the program's unsigned log." in text
    assert set(catalogue("fi")) >= {
        key for key in catalogue("en") if key.startswith(("paper.", "verification."))
    }


def test_same_page_gives_the_same_bytes() -> None:
    assert certificate_pdf(_PAGE) == certificate_pdf(replace(_PAGE))
    other = certificate_pdf(replace(_PAGE, workshop="Toinen paja"))
    assert other != certificate_pdf(_PAGE)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_media_fit_on_one_page(tmp_path: Path, count: int) -> None:
    media = [papers.overwritten(f"WD-{number}") for number in range(count)]
    page = replace(papers.certificate(*media), accepted=(), evidence=_PAGE.evidence[:1])
    assert pages_of(certificate_pdf(page), tmp_path) == 1


def test_two_media_with_everything_to_note_fit_on_one_page(page_pdf: bytes, tmp_path: Path) -> None:
    assert pages_of(page_pdf, tmp_path) == 1


def test_many_media_flow_over_numbered_pages_that_nothing_leaves(tmp_path: Path) -> None:
    media = [papers.flash(f"S4EVNX0M1234{number:02}") for number in range(12)]
    reports = tuple(Evidence(f"log-{number}.txt", b"%d" % number) for number in range(40))
    pdf = certificate_pdf(replace(papers.certificate(*media), evidence=reports))
    pages = pages_of(pdf, tmp_path)
    text = text_of(pdf, tmp_path)
    assert pages > 2
    assert "(12/12)" in text
    for number in range(1, pages + 1):
        assert f"TT 388 · sivu {number} / {pages}" in text
    assert text.count(f"Tyhjennystodistus · TT 388 · {papers.NUMBER}") == pages - 1
    assert all(medium.serial in text for medium in media)
    assert all(report.sha256 in text for report in reports)
    assert _collisions(words_and_boxes(pdf, tmp_path)) == []


def test_no_word_lies_on_another(page_pdf: bytes, tmp_path: Path) -> None:
    assert _collisions(words_and_boxes(page_pdf, tmp_path)) == []


def _collisions(boxes: str) -> list[tuple[str, str]]:
    """Return pairs of words whose boxes share more than the edges of their lines."""
    found = []
    for page in boxes.split("<page ")[1:]:
        words = [
            (float(a), float(b), float(c), float(d), word)
            for a, b, c, d, word in re.findall(
                r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>',
                page,
            )
        ]
        assert words
        assert all(0 < a < c < 595.3 and 0 < b < d < 841.9 for a, b, c, d, _ in words)
        found += [
            (one[4], two[4])
            for index, one in enumerate(words)
            for two in words[index + 1 :]
            if min(one[2], two[2]) - max(one[0], two[0]) > 0.5
            and min(one[3], two[3]) - max(one[1], two[1]) > 4
        ]
    return found


def test_hostile_lengths_stay_on_the_page(tmp_path: Path) -> None:
    device = replace(_PAGE.device, model="X" * 300, serial="S" * 120, manufacturer="Ä" * 80)
    page = replace(_PAGE, device=device, source_unit="Yksikkö " * 60, workshop="Paja " * 30)
    assert _collisions(words_and_boxes(certificate_pdf(page), tmp_path)) == []


def test_only_embedded_subsets_of_our_faces(page_pdf: bytes, tmp_path: Path) -> None:
    rows = fonts_of(page_pdf, tmp_path)
    assert len(rows) == 3
    for name, *rest in rows:
        assert re.fullmatch(r"[A-Z]{6}\+(Inter|JetBrainsMono)-\w+", name)
        assert rest[-5:-2] == ["yes", "yes", "yes"]


@pytest.mark.parametrize("dpi", [203, 300])
def test_qr_holds_the_signed_statement_also_in_black_and_white(
    page_pdf: bytes, tmp_path: Path, dpi: int
) -> None:
    (code,) = zxingcpp.read_barcodes(black_and_white(page_pdf, tmp_path, dpi=dpi))
    assert code.text == papers.STATEMENT
    content, _ = read_text(code.text)
    assert statement_of(content).device == make_code(CodeKind.DEVICE, 4217)
    assert QR_MODULE / MM >= 0.5


def test_longest_statement_is_read_from_paper(tmp_path: Path) -> None:
    # Only length and alphabet matter to the modules.
    longest = "SERKUT1" + ("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 40)[: LONGEST_TEXT - 7]
    pdf = certificate_pdf(replace(papers.certificate(papers.overwritten()), statement=longest))
    (code,) = zxingcpp.read_barcodes(black_and_white(pdf, tmp_path, dpi=203))
    assert code.text == longest
    assert pages_of(pdf, tmp_path) == 1


def _inside(pdf: bytes) -> dict[str, bytes]:
    """Return the files in a PDF."""
    leaves = PdfFileReader(io.BytesIO(pdf)).root["/Names"]["/EmbeddedFiles"]["/Names"]
    return {
        str(leaves[index]): leaves[index + 1]["/EF"]["/F"].data
        for index in range(0, len(leaves), 2)
    }


def test_reports_are_attached_byte_for_byte(sealed: bytes) -> None:
    found = _inside(sealed)
    assert found.pop("statement.txt") == papers.STATEMENT.encode()
    assert found == {report.name: report.content for report in _PAGE.evidence}


@pytest.mark.parametrize("content", [b"", bytes(range(256)) * 64, b"/ByteRange [0 1 2 3]" * 99])
def test_any_report_can_be_attached(content: bytes) -> None:
    name = "kansio/Öinen loki (1).txt"
    page = replace(_PAGE, evidence=(Evidence(name, content), Evidence("x\\" + name[7:], b"2")))
    root = PdfFileReader(io.BytesIO(certificate_pdf(page))).root
    leaves = root["/Names"]["/EmbeddedFiles"]["/Names"]
    names = [str(leaves[0]), str(leaves[2]), str(leaves[4])]
    assert names == ["statement.txt", "Öinen loki (1) (2).txt", "Öinen loki (1).txt"]
    assert leaves[5]["/EF"]["/F"].data == content


def test_page_without_media_needs_two_who_looked(tmp_path: Path) -> None:
    bare = replace(_PAGE, media=(), none_seen_by=("T07", "TJ2"))
    text = text_of(certificate_pdf(bare), tmp_path)
    assert "Laitteessa ei ole tallennusvälineitä (0/0)." in text
    assert "kaksi henkilöä: T07, TJ2" in text
    with pytest.raises(ValueError, match="T07"):
        replace(_PAGE, media=(), none_seen_by=("T07", "T07"))


def test_destroyed_media_are_called_destroyed(tmp_path: Path) -> None:
    text = text_of(certificate_pdf(papers.certificate(papers.shredded())), tmp_path)
    assert "tallennusvälineet (1/1) on tuhottu." in text
    assert "allekirjoittamattomaan" not in text


def test_page_that_claims_too_much_cannot_be_made() -> None:
    medium = papers.overwritten()
    run = _wiped(medium)
    ruined = (
        replace(run, achieved=Level.NONE),
        replace(run, required=Level.PURGE),
        replace(run, required=Level.NONE),
        replace(run, verify=VerifyMode.OFF),
        replace(run, errors=1),
        replace(run, hidden=HiddenAreas.DETECTED),
        replace(run, hidden=HiddenAreas.UNKNOWN),
    )
    for outcome in ruined:
        with pytest.raises(ValueError, match=medium.serial):
            papers.certificate(replace(medium, outcome=outcome))
    shredded = papers.shredded()
    assert isinstance(shredded.outcome, Destroyed)
    alone = replace(shredded.outcome, persons=("T07", "T07"))
    with pytest.raises(ValueError, match=shredded.serial):
        papers.certificate(replace(shredded, outcome=alone))


@pytest.mark.parametrize("number", ["", "TT0000038841", make_code(CodeKind.DEVICE, 388)])
def test_number_must_be_a_certificates(number: str) -> None:
    with pytest.raises(ValueError, match=f"^{number}$"):
        replace(_PAGE, number=number)
    with pytest.raises(ValueError, match=f"^{number}$"):
        replace(_PAGE, supersedes=number)


def test_approver_has_a_name() -> None:
    with pytest.raises(ValueError, match="Approver"):
        replace(_PAGE, approver=replace(_PAGE.approver, name=" "))


def test_what_else_is_known_of_a_run_is_told(tmp_path: Path) -> None:
    medium = papers.overwritten()
    traces = Traces(
        wwn="5000c500a1b2c3d4",
        firmware="01.01A01",
        kernel="6.6.30",
        command="nvme sanitize /dev/nvme0 -a 2",
        erased_bytes=500_107_862_016,
        total_bytes=500_107_862_016,
        drives=3,
        drives_open=1,
    )
    look = Look(
        at=papers.NOW, by="T03", tool="hdparm 9.60", month="2026-11", drawn=5, population=98
    )
    known = replace(medium, outcome=replace(_wiped(medium), traces=traces, look=look))
    page = papers.certificate(known)
    uuid = "4c4c4544-0032-3510-8056-b4c04f4e3533"
    page = replace(page, device=replace(page.device, uuid=uuid))
    text = text_of(certificate_pdf(page), tmp_path)
    for told in (
        *("WWN 5000c500a1b2c3d4", "laiteohjelmisto 01.01A01", "ydin 6.6.30", uuid),
        "komento nvme sanitize /dev/nvme0 -a 2",
        "kirjoitettu 500 107 862 016 / 500 107 862 016 tavua",
        "ajossa tyhjennettiin 2 / 3 asemaa",
        "toinen katse 18.11.2026 klo 14.30: mitään ei löytynyt (T03, hdparm 9.60)",
        "otos 2026-11: 5 / 98 välinettä",
        "4 t 50 min",
    ):
        assert told in text, told
    assert pages_of(certificate_pdf(page), tmp_path) == 1


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_medium_that_was_taken_out_has_its_own_page(language: str, tmp_path: Path) -> None:
    page = papers.loose(papers.overwritten())
    pdf = certificate_pdf(page, language)
    text = text_of(pdf, tmp_path)
    assert pages_of(pdf, tmp_path) == 1
    assert page.loose is not None
    for code in (page.loose.code, *(stay.device.code for stay in page.loose.history)):
        assert code in text
    said = {
        "fi": "Tämä laitteesta poistettu tallennusväline on tyhjennetty vaaditulle tasolle.",
        "sv": "är raderat till den nivå som krävs.",
        "en": "This storage medium, taken out of its device, is sanitized to the required level.",
    }
    assert said[language] in text
    gone = text_of(certificate_pdf(papers.loose(papers.shredded()), language), tmp_path)
    assert {"fi": "on tuhottu.", "sv": "är förstört.", "en": "is destroyed."}[language] in gone
    with pytest.raises(ValueError, match=page.loose.code):
        replace(page, media=(papers.overwritten(), papers.flash()))


def test_nothing_on_a_swedish_certificate_is_said_in_another_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    swedish = catalogue("sv")
    asked: set[str] = set()

    def heard(_self: Texts, key: str, /, **fields: object) -> str:
        asked.add(key)
        return swedish[key].format(**fields) if fields else swedish[key]

    monkeypatch.setattr(Texts, "say", heard)
    for page in (
        _PAGE,
        papers.loose(papers.shredded()),
        replace(_PAGE, media=(), none_seen_by=("T07", "TJ2")),
    ):
        certificate_pdf(page, "sv")
    lot_certificate_pdf(papers.lot(7), "sv")
    assert len(asked) > 100
    # What these pages did not happen to need is there, too.
    papers_say = re.compile(r"paper\.(?!day_report|key_sheet|issued)[a-z_]+\.|acceptance\.|role\.")
    own = {
        key
        for name in ("papers", "certificate_papers", "rules")
        for key in shipped.json_resource("texts", "fi", f"{name}.json")
        if papers_say.match(key)
    }
    assert len(own) > 200
    assert sorted(own - swedish.keys()) == []
    finnish = catalogue("fi")
    fields = re.compile(r"\{(\w+)")
    different = [
        key
        for key in swedish
        if set(fields.findall(swedish[key])) != set(fields.findall(finnish[key]))
    ]
    assert different == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_forbidden_word_on_any_certificate(language: str, tmp_path: Path) -> None:
    words = shipped.json_resource("vocabularies", "forbidden_words.json")["words"]
    pages: tuple[CertificatePage, ...] = (
        _PAGE,
        papers.certificate(papers.overwritten()),
        papers.certificate(papers.shredded()),
        replace(_PAGE, media=(), none_seen_by=("T07", "TJ2")),
    )
    for page in pages:
        text = text_of(certificate_pdf(page, language), tmp_path).casefold()
        assert [word for word in words if word in text] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_forbidden_word_in_any_sentence(language: str) -> None:
    words = shipped.json_resource("vocabularies", "forbidden_words.json")["words"]
    sentences = json.dumps(catalogue(language), ensure_ascii=False).casefold()
    assert [word for word in words if word in sentences] == []
