from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
import zxingcpp

from serkut_desk.documents import barcodes, fonts

_TEXT = "https://example.invalid/todistus?n=TT0000000142&sum=" + "0123456789abcdef" * 4


def test_modules_of_a_code_begin_and_end_dark() -> None:
    modules = barcodes.code128_modules("SD0000421757")
    assert len(modules) == 123
    assert set(modules) == {"0", "1"}
    assert modules.startswith("11010010000")  # start in set B: the letters come first
    assert modules.endswith("1100011101011")  # stop


@pytest.mark.parametrize("text", ["", "Ä", "a\n"])
def test_code128_takes_printable_ascii_only(text: str) -> None:
    with pytest.raises(ValueError, match=text or "^$"):
        barcodes.code128_modules(text)


@pytest.mark.parametrize("clear", [0.0, 0.03])
def test_symbols_of_a_page_decode(clear: float) -> None:
    buffer = BytesIO()
    canvas = fonts.new_canvas(
        buffer, (400, 300), title="Koe", author="Digipaja", subject="Koe", lang="fi"
    )
    width = barcodes.draw_code128(
        canvas, "KO0000000186", 20, 20, height=30, module_width=1.1, clear=clear
    )
    assert width == pytest.approx(123 * 1.1)
    side = barcodes.draw_qr(canvas, _TEXT, 200, 80, module_width=2, error="M", clear=clear)
    assert side == 2 * len(barcodes.qr_modules(_TEXT, "M"))
    canvas.save()
    with pypdfium2.PdfDocument(buffer.getvalue()) as document:
        picture = document[0].render(scale=3).to_pil()
    found = {each.format.name: each.text for each in zxingcpp.read_barcodes(picture)}
    assert found == {"Code128": "KO0000000186", "QRCode": _TEXT}


def test_dots_are_counted_from_the_upper_left_corner() -> None:
    grid = barcodes.DotGrid(203, 72.0)
    assert grid.dots(25.4) == 203
    assert grid.x(203) == pytest.approx(72)
    assert grid.y(203) == pytest.approx(0)
    assert grid.y(0) == 72
