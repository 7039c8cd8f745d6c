from __future__ import annotations

import random
import subprocess
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image

from serkut_desk.documents import label as labels
from serkut_desk.documents.barcodes import code128_modules, qr_modules
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.label_template import BAR_MODULES, QR_MODULES
from serkut_desk.domain.labels import (
    Label,
    blank_roll,
    container_label,
    device_label,
    lot_label,
    part_label,
    place_label,
)
from serkut_desk.stations.waste import shipped_list
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

_TEXTS = Texts("fi")
_LONG = "Hewlett-Packard HP EliteBook 840 14 inch G10 Notebook PC with Wolf Pro Security " * 3
_STATES = (
    "not_wiped",
    "wiped",
    "no_media",
    "destroyed",
    "unknown",
    "returned",
    "returned_empty",
)


def _device(
    number: int = 4217,
    model: str = "Lenovo ThinkPad L14 Gen 2",
    serial: str = "PF2ABC12",
    state: str = "not_wiped",
) -> Label:
    return device_label(
        code=make_code(CodeKind.DEVICE, number),
        model=model,
        serial=serial,
        lot=make_code(CodeKind.LOT, 147),
        day=date(2026, 11, 21),
        state=_TEXTS.say(f"label.state.{state}"),
        serial_word=_TEXTS.say("label.serial"),
    )


def _render(pdf: bytes, folder: Path, dpi: int) -> list[Image.Image]:
    """Return the pages in black and white, as a thermal head prints them."""
    (folder / "labels.pdf").write_bytes(pdf)
    subprocess.run(
        ["pdftoppm", "-mono", "-r", str(dpi), "labels.pdf", "page"],
        check=True,
        cwd=folder,
    )
    pages = []
    for file in sorted(folder.glob("page*.pbm")):
        with Image.open(file) as picture:
            pages.append(picture.convert("L"))
    return pages


def _text(pdf: bytes, folder: Path) -> str:
    (folder / "text.pdf").write_bytes(pdf)
    return subprocess.run(
        ["pdftotext", "-layout", "text.pdf", "-"],
        check=True,
        cwd=folder,
        capture_output=True,
        text=True,
    ).stdout


def _decoded(picture: Image.Image) -> dict[str, str]:
    found = zxingcpp.read_barcodes(
        picture,
        formats=zxingcpp.BarcodeFormats(
            [zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode]
        ),
    )
    return {each.format.name: each.text for each in found}


def _two_hundred() -> list[Label]:
    drawn = random.Random(29)  # noqa: S311 - reproducible ids, nothing secret
    kinds = list(CodeKind)
    numbers = [drawn.randrange(10 ** drawn.randint(1, 8)) for _ in range(200)]
    found = []
    for index, number in enumerate(numbers):
        device = _device(
            number,
            model=_LONG[: drawn.randint(0, 160)],
            serial="PF2ABC12XYZ0"[: drawn.randint(0, 12)],
            state=drawn.choice(_STATES),
        )
        if index % 4 == 0:
            found.append(Label(code=make_code(drawn.choice(kinds), number)))
        else:
            found.append(device)
    return found


@pytest.mark.parametrize("dpi", [203, 300])
def test_both_codes_of_200_random_ids_decode_in_black_and_white(dpi: int, tmp_path: Path) -> None:
    wanted = _two_hundred()
    pages = _render(labels.labels_pdf(wanted, _TEXTS, dpi=dpi), tmp_path, dpi)
    assert len(pages) == 200
    failed = [
        label.code
        for label, page in zip(wanted, pages, strict=True)
        if _decoded(page) != {"Code128": label.code, "QRCode": label.code}
    ]
    assert not failed


@pytest.mark.parametrize(("dpi", "dots"), [(203, 3), (300, 5)])
def test_bars_are_whole_dots_over_the_width(dpi: int, dots: int, tmp_path: Path) -> None:
    code = make_code(CodeKind.DEVICE, 4217)
    (page,) = _render(labels.labels_pdf([_device()], _TEXTS, dpi=dpi), tmp_path, dpi)
    at = labels.template().symbols(dpi)
    assert at.bar_module == dots
    row = at.bar_y + at.bar_height // 2
    printed = "".join("1" if page.getpixel((x, row)) == 0 else "0" for x in range(page.width))
    bars = "".join(module * dots for module in code128_modules(code))
    assert printed.strip("0") == bars
    white = len(printed) - len(printed.lstrip("0"))
    assert white == at.bar_x
    assert white >= 10 * dots
    assert abs(white - (page.width - white - len(bars))) <= 2
    top, foot = at.bar_y, at.bar_y + at.bar_height - 1
    assert [page.getpixel((at.bar_x, y)) for y in (top - 1, top, foot, foot + 1)] == [
        255,
        0,
        0,
        255,
    ]


@pytest.mark.parametrize("dpi", [203, 300])
def test_qr_modules_are_whole_dots(dpi: int, tmp_path: Path) -> None:
    code = make_code(CodeKind.DEVICE, 4217)
    (page,) = _render(labels.labels_pdf([_device()], _TEXTS, dpi=dpi), tmp_path, dpi)
    at = labels.template().symbols(dpi)
    side = at.qr_module * QR_MODULES
    square = page.crop((at.qr_x, at.qr_y, at.qr_x + side, at.qr_y + side))
    for y in range(side):
        row = qr_modules(code)[y // at.qr_module]
        assert [square.getpixel((x, y)) == 0 for x in range(side)] == [
            row[x // at.qr_module] for x in range(side)
        ]
    quiet = 4 * at.qr_module
    around = page.crop((at.qr_x - quiet, at.qr_y - quiet, at.qr_x, at.qr_y + side + quiet))
    assert around.getextrema() == (255, 255)


def test_the_template_counts_modules_as_the_libraries_do() -> None:
    for kind in CodeKind:
        for number in (0, 7, 42175, 99_999_999):
            code = make_code(kind, number)
            assert len(code128_modules(code)) == BAR_MODULES
            assert len(qr_modules(code)) == QR_MODULES


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("state", _STATES)
@pytest.mark.parametrize("serial", ["", "PF2ABC12", "X" * 60])
@pytest.mark.parametrize("number", [7, 99_999_999])
def test_nothing_overflows_or_touches(
    dpi: int, state: str, serial: str, number: int, tmp_path: Path
) -> None:
    models = ["", "Dell P2419H", _LONG, "X" * 200]
    wanted = [_device(number, model, serial, state) for model in models]
    pages = _render(labels.labels_pdf(wanted, _TEXTS, dpi=dpi), tmp_path, dpi)
    per_mm = dpi / 25.4
    at = labels.template().symbols(dpi)
    for page in pages:
        box = Image.eval(page, lambda value: 255 - value).getbbox()
        assert box is not None
        left, top, right, bottom = (edge / per_mm for edge in box)
        assert left >= 1.9
        assert right <= 60.2
        assert top >= 2.8  # round letters reach a little above the capitals
        assert bottom <= 26.5
        beside_qr = page.crop((at.text_right + 1, 0, at.qr_x, at.bar_y - 1))
        assert beside_qr.getextrema() == (255, 255)
        above_bars = page.crop((0, at.bar_y - int(0.6 * per_mm), page.width, at.bar_y))
        assert above_bars.getextrema() == (255, 255)


def _rows_of_ink(page: Image.Image, right: int, bottom: int) -> int:
    inked = [page.crop((0, y, right, y + 1)).getextrema() != (255, 255) for y in range(bottom)]
    return sum(now and not before for before, now in zip([False, *inked], inked, strict=False))


def test_lines_stand_apart(tmp_path: Path) -> None:
    # Capitals and digits only: nothing hangs below a line, so each line is a block of its own.
    wanted = [_device(model="LENOVO L14"), _device(model="HEWLETT PACKARD ELITEBOOK 840 14 INCH G")]
    pages = _render(labels.labels_pdf(wanted, _TEXTS, dpi=300), tmp_path, 300)
    at = labels.template().symbols(300)
    assert [_rows_of_ink(page, at.text_right, at.bar_y) for page in pages] == [3, 4]


def test_text_reads_back_with_finnish_letters(tmp_path: Path) -> None:
    pdf = labels.labels_pdf(
        [
            _device(model="Äly-näyttö Öljy Å"),
            _device(state="no_media"),
            lot_label(
                code=make_code(CodeKind.LOT, 147),
                sender="Kasvatus ja koulutus",
                day=date(2026, 3, 7),
                word=_TEXTS.say("label.word.lot"),
            ),
            place_label(
                code=make_code(CodeKind.PLACE, 3),
                name="Hylly V-03",
                word=_TEXTS.say("label.word.place"),
            ),
        ],
        _TEXTS,
    )
    text = " ".join(_text(pdf, tmp_path).split())
    for wanted in (
        "SD 4217",
        "EI TYHJENNETTY",
        "Äly-näyttö Öljy Å",
        "S/N PF2ABC12",
        "SD0000421757",
        "ER 147 · 21.11.2026",
        "EI TALLENNUS-",
        "VÄLINETTÄ",
        "ERÄ",
        "Kasvatus ja koulutus",
        "7.3.2026",
        "Hylly V-03",
    ):
        assert wanted in text


def test_only_embedded_faces_and_the_same_bytes_each_time() -> None:
    wanted = [_device(), *blank_roll([make_code(CodeKind.DEVICE, 5)])]
    pdf = labels.labels_pdf(wanted, _TEXTS, dpi=203)
    assert b"Helvetica" not in pdf
    assert b"+Inter" in pdf
    assert pdf == labels.labels_pdf(wanted, _TEXTS, dpi=203)


def test_a_page_is_62_by_29_millimetres() -> None:
    assert b"/MediaBox [ 0 0 175.748 82.20472 ]" in labels.labels_pdf([_device()], _TEXTS)


def test_a_blank_label_holds_nothing_but_its_code(tmp_path: Path) -> None:
    pdf = labels.labels_pdf(blank_roll([make_code(CodeKind.DEVICE, 4218)]), _TEXTS)
    assert _text(pdf, tmp_path).split() == ["SD", "4218", "SD0000421854"]


def test_hostile_text_is_printed_as_text(tmp_path: Path) -> None:
    pdf = labels.labels_pdf([_device(model="a(b)\\c\x00\n</x>", serial="\ud800\u202eZ")], _TEXTS)
    text = _text(pdf, tmp_path)
    assert "a(b)\\c </x>" in text
    assert "S/N Z" in text


def test_no_labels_or_a_wrong_code_is_a_bug() -> None:
    with pytest.raises(ValueError, match=r"\(\)"):
        labels.labels_pdf([], _TEXTS)
    with pytest.raises(ValueError, match="SD0000421758"):
        Label(code="SD0000421758")


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("test", ["untested", "passed", "failed"])
def test_a_parts_label_says_what_it_fits_and_reads_at_every_head(
    dpi: int, test: str, tmp_path: Path
) -> None:
    shown = part_label(
        code=make_code(CodeKind.PART, 4217),
        kind=_TEXTS.say("part.type.screen"),
        specification='14" 1920x1080 IPS',
        fits=f"{_TEXTS.say('label.part.fits')} ThinkPad T480, ThinkPad T470, ThinkPad T490",
        day=date(2026, 11, 21),
        test=_TEXTS.say(f"label.part.{test}"),
    )
    pdf = labels.labels_pdf([shown], _TEXTS, dpi=dpi)
    (page,) = _render(pdf, tmp_path, dpi)
    assert set(_decoded(page).values()) == {shown.code}
    said = _text(pdf, tmp_path)
    for words in ("OS 4217", "Näyttö", "ThinkPad T480", _TEXTS.say(f"label.part.{test}")):
        assert words in said


@pytest.mark.parametrize("dpi", [203, 300])
def test_labels_of_every_fraction_decode_with_their_picture(dpi: int, tmp_path: Path) -> None:
    wanted = [
        container_label(
            code=make_code(CodeKind.CONTAINER, number),
            fraction=_TEXTS.say(f"fraction.{one.key}"),
            word=_TEXTS.say("label.word.hazardous" if one.danger else "label.word.container"),
            tare=_TEXTS.say("label.tare", grams="1 200 g"),
            name="Tynnyri 2",
            day=date(2026, 12, 9),
            icon=one.icon,
        )
        for number, one in enumerate(shipped_list().fractions.values(), 1)
    ]
    pages = _render(labels.labels_pdf(wanted, _TEXTS, dpi=dpi), tmp_path, dpi)
    for label, page in zip(wanted, pages, strict=True):
        assert _decoded(page) == {"Code128": label.code, "QRCode": label.code}


def test_a_picture_is_drawn_beside_the_lines(tmp_path: Path) -> None:
    without = container_label(
        code=make_code(CodeKind.CONTAINER, 1),
        fraction="",
        word="",
        tare="",
        name="x",
        day=date(2026, 12, 9),
        icon="",
    )
    pages = _render(
        labels.labels_pdf([without, replace(without, icon="magnet")], _TEXTS, dpi=300),
        tmp_path,
        300,
    )
    black = [page.convert("L").histogram()[0] for page in pages]
    assert black[1] > black[0] + 500
