from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image

from serkut_desk import shipped
from serkut_desk.documents import pictograms
from serkut_desk.documents.badges import Badge, badges_pdf
from serkut_desk.documents.command_cards import Section, cards_of, command_cards
from serkut_desk.documents.command_sheet import SheetSize, command_sheet_pdf
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.stops import StopKind
from serkut_desk.stations.scanners import check_codes
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

# Printed cards hang on walls: these pairs can grow but never change.
_FOREVER = {
    1: "stop_battery",
    2: "save",
    3: "undo",
    4: "no_barcode",
    5: "lot_off",
    6: "cancel",
    7: "help",
    8: "lock",
    9: "answer_yes",
    10: "answer_no",
    11: "answer_not_possible",
    12: "answer_not_fitted",
    13: "feedback",
    14: "home",
    15: "stop_leaking",
    16: "stop_bios",
    17: "stop_mdm",
    18: "stop_stolen",
    19: "stop_belongings",
    20: "stop_glass",
    21: "scanner_check",
    40: "same_again",
    41: "label_damaged",
    42: "label_wrong",
    43: "set_type",
    44: "set_place",
    45: "set_cage",
}


def _codes(pdf: bytes, folder: Path, dpi: int = 300, pages: int = 99) -> list[tuple[str, str]]:
    """Return what a black and white print of the first pages decodes to."""
    (folder / "cards.pdf").write_bytes(pdf)
    subprocess.run(
        ["pdftoppm", "-mono", "-r", str(dpi), "-l", str(pages), "cards.pdf", "page"],
        check=True,
        cwd=folder,
    )
    found = []
    for file in sorted(folder.glob("page*.pbm")):
        with Image.open(file) as picture:
            found += zxingcpp.read_barcodes(picture.convert("L"))
    return sorted((each.format.name, each.text) for each in found)


def test_command_numbers_never_change() -> None:
    entries = shipped.json_resource("vocabularies", "commands.json")["commands"]
    assert {each["number"]: each["name"] for each in entries} == _FOREVER
    cards = command_cards()
    assert [card.code for card in cards] == [make_code(CodeKind.COMMAND, n) for n in _FOREVER]
    assert len({card.key for card in cards}) == len(cards)
    assert {card.name: card.key for card in cards}["save"] == "F10"
    for card in cards:
        assert set(card.words) == set(card.help) == {"fi", "sv", "en"}


def test_every_card_decodes_in_black_and_white(tmp_path: Path) -> None:
    pdf = command_sheet_pdf(Texts("fi"))
    cards = [card for section in Section for card in cards_of(section)]
    # Commands, things that are counted, and the bars of the scanner's check: each once.
    assert {card.code for card in command_cards()} < {card.code for card in cards}
    assert {code.text for code in check_codes()} < {card.code for card in cards}
    assert _codes(pdf, tmp_path, 203) == sorted(("Code128", card.code) for card in cards)
    assert all(set(card.words) == {"fi", "sv", "en"} for card in cards)
    assert b"Helvetica" not in pdf
    assert pdf == command_sheet_pdf(Texts("fi"))


@pytest.mark.parametrize(("language", "size"), [("fi", SheetSize.A4), ("en", SheetSize.A3)])
def test_stop_cards_have_a_sheet_of_their_own_and_no_word_is_cut(
    language: str, size: SheetSize, tmp_path: Path
) -> None:
    stops = [card for card in command_cards() if card.tone == "stop"]
    assert list(cards_of(Section.STOP)) == stops
    assert len(stops) == len(StopKind)
    pdf = command_sheet_pdf(Texts(language), size=size)
    dpi = 300 if size is SheetSize.A4 else 203
    assert _codes(pdf, tmp_path, dpi, 1) == sorted(("Code128", card.code) for card in stops)
    text = subprocess.run(
        ["pdftotext", "cards.pdf", "-"], check=True, cwd=tmp_path, capture_output=True
    ).stdout.decode()
    assert "…" not in text
    assert "STOPP: batteriet läcker" in text


def test_badges_decode_and_run_on_over_pages(tmp_path: Path) -> None:
    texts = Texts("fi")
    codes = [make_code(CodeKind.BADGE, 7_654_321 * number) for number in range(1, 13)]
    badges = [Badge(code, "T07 ja pitkä jatko", texts.say("role.worker")) for code in codes]
    pdf = badges_pdf(badges, texts, workshop="Digipaja " * 20)
    assert b"Helvetica" not in pdf
    assert _codes(pdf, tmp_path) == sorted(
        (kind, code) for code in codes for kind in ("Code128", "QRCode")
    )
    assert len(list(tmp_path.glob("page*.pbm"))) == 2


def test_a_badge_carries_a_badge_code() -> None:
    with pytest.raises(ValueError, match="SD0000421757"):
        Badge("SD0000421757", "T07", "Tekijä")
    with pytest.raises(ValueError, match=r"\(\)"):
        badges_pdf([], Texts("fi"), workshop="Digipaja")


class _Recorder:
    """Takes the place of a page's path and keeps its points."""

    def __init__(self) -> None:
        self.points: list[tuple[float, float]] = []
        self.closed = 0

    def moveTo(self, x: float, y: float) -> None:  # noqa: N802 - reportlab's own name
        self.points.append((x, y))

    lineTo = moveTo  # noqa: N815 - as above

    def curveTo(self, *values: float) -> None:  # noqa: N802 - as above
        self.points.append((values[-2], values[-1]))

    def close(self) -> None:
        self.closed += 1


def _points(data: str) -> list[tuple[float, float]]:
    recorder = _Recorder()
    pictograms._trace(recorder, data)
    return [(round(x, 6) + 0.0, round(y, 6) + 0.0) for x, y in recorder.points]


def test_path_data_is_traced() -> None:
    assert _points("m6 6 12 12h-2v1V3H1z") == [
        (6, 6),
        (18, 18),
        (16, 18),
        (16, 19),
        (16, 3),
        (1, 3),
    ]
    assert _points("M0 0a5 5 0 0 1 10 0") == [(0, 0), (5, -5), (10, 0)]
    assert _points("M0 0a5 5 0 0 0 10 0") == [(0, 0), (5, 5), (10, 0)]
    assert _points("M0 0c1 1 2 2 3-3") == [(0, 0), (3, -3)]
    assert _points("M0 0c1 1 2 2 3 3s1 0 3 2") == [(0, 0), (3, 3), (6, 5)]


def test_every_icon_of_a_card_stays_in_its_box() -> None:
    for card in (card for section in Section for card in cards_of(section)):
        points = [point for shape in pictograms._shapes(card.icon) for point in _points(shape)]
        assert len(points) > 3
        assert all(0 <= value <= 24 for point in points for value in point)
