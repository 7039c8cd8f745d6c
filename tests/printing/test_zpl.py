from __future__ import annotations

import re
from datetime import date

import pytest
from barcode.codex import Code128
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.labels import Label, blank_roll, device_label
from serkut_desk.printing import zpl

_PREFIX = "^XA\n^CI28\n"


def _label(number: int = 4217, model: str = "Lenovo ThinkPad L14", **more: str) -> Label:
    return device_label(
        code=make_code(CodeKind.DEVICE, number),
        model=model,
        serial=more.get("serial", "PF2ABC12"),
        lot=make_code(CodeKind.LOT, 147),
        day=date(2026, 11, 21),
        state=more.get("state", "EI TYHJENNETTY"),
        serial_word="S/N",
    )


def _fields(text: str) -> list[str]:
    """Read the text fields as the printer does: hexadecimal back to UTF-8."""
    return [
        re.sub(
            rb"_([0-9A-F]{2})", lambda hit: bytes.fromhex(hit[1].decode()), raw.encode()
        ).decode()
        for raw in re.findall(r"\^FH_\^FD(.*?)\^FS", text)
    ]


@pytest.mark.parametrize(("dpi", "module", "page"), [(203, 3, 496), (300, 5, 732)])
def test_bars_are_whole_dots_that_fit_the_page(dpi: int, module: int, page: int) -> None:
    text = zpl.label_zpl(_label(), dpi=dpi).decode()
    assert text.startswith(_PREFIX + f"^PW{page}^LL")
    found = re.search(
        r"\^BY(\d+),2\.0,(\d+)\n\^FO(\d+),(\d+)\^BCN,(\d+),N,N,N,N\^FD(.*?)\^FS", text
    )
    assert found
    width, height, x, y, tall = (int(value) for value in found.groups()[:5])
    assert width == module
    assert height == tall
    # Start B, two letters, switch to pairs, five pairs: the bars that python-barcode makes.
    assert found[6] == ">:SD>50000421757"
    dots = width * len(Code128("SD0000421757").build()[0])
    assert x >= 10 * width
    assert x + dots + 10 * width <= page
    assert y + tall < 29 / 25.4 * dpi


@pytest.mark.parametrize("dpi", [203, 300])
def test_qr_holds_the_code_in_whole_dots(dpi: int) -> None:
    text = zpl.label_zpl(_label(), dpi=dpi).decode()
    found = re.search(r"\^FO(\d+),(\d+)\^BQN,2,(\d+)\^FDQA,(.*?)\^FS", text)
    assert found
    assert found[4] == "SD0000421757"
    x, _, module = (int(value) for value in found.groups()[:3])
    assert x + (21 + 4) * module <= 62 / 25.4 * dpi
    assert 21 * module / dpi * 25.4 == pytest.approx(10.6, abs=0.2)


def test_all_lines_are_there_with_their_letters() -> None:
    text = zpl.label_zpl(_label(model="Äly-näyttö", state="EI TALLENNUS\u00adVÄLINETTÄ")).decode()
    assert text.isascii()
    assert text.endswith("^PQ1\n^XZ\n")
    fields = _fields(text)
    assert fields[0] == "SD 4217"
    assert fields[2:] == ["Äly-näyttö", "S/N PF2ABC12", "SD0000421757", "ER 147 · 21.11.2026"]
    assert fields[1].startswith("EI TALLENNUSVÄLINE")


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=40))
def test_no_text_becomes_a_command(model: str, serial: str, state: str) -> None:
    plain = zpl.label_zpl(_label(state="x"), dpi=203).decode()
    text = zpl.label_zpl(_label(model=model, serial=serial, state=state), dpi=203).decode()
    assert text.isascii()
    assert "~" not in text
    known = set(re.findall(r"\^(?:A0|[A-Z]{2})", plain))
    assert set(re.findall(r"\^(?:A0|[A-Z]{2}|.)", text, re.DOTALL)) <= known
    assert text.count("^XA") == text.count("^XZ") == 1


def test_an_attack_is_printed_not_obeyed() -> None:
    text = zpl.label_zpl(_label(model="^FS^XZ~JR^XA_5E\\&")).decode()
    assert "^FS^XZ" not in text
    assert "^FS^XZ~JR^XA_5E\\&" in _fields(text)


_RETURNED = "PALAUTETTU \N{EN DASH} TYHJENNÄ UUDELLEEN"


def _framed(text: str) -> list[str]:
    """Return the words that stand in the frame: right after its box."""
    found = re.search(r"\^GB[^\n]*\n((?:\^FT[^\n]*\n)*?)(?=\^FT\d+,\d+[^\n]*WWW|$)", text)
    return _fields(found[1]) if found else []


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("number", [1, 99_999_999])
@pytest.mark.parametrize(
    "state", ["EI TYHJENNETTY", "TALLENNUS\u00adVÄLINE TUHOTTU", _RETURNED, ""]
)
def test_no_line_reaches_the_qr_or_the_edge(dpi: int, number: int, state: str) -> None:
    at = zpl.template().symbols(dpi)
    text = zpl.label_zpl(
        _label(number, model="W" * 200, serial="M" * 200, state=state), dpi=dpi
    ).decode()
    found = re.findall(r"\^FT(\d+),(\d+)\^A0N,(\d+),\d+\^FH_\^FD(.*?)\^FS", text)
    lines = 0 if not state else 2 if len(_framed(text)) > 1 else 1
    assert len(found) == 5 + lines
    assert number > 1 or not any(word.endswith("...") for word in _framed(text))
    for (x, y, height, _), line in zip(found, _fields(text), strict=True):
        right = int(x) + zpl._width(line, int(height))
        limit = at.text_right if int(y) < at.bar_y else 60 / 25.4 * dpi + 1
        assert right <= limit
    assert number == 1 or "SD 99999999" in _fields(text)


def test_a_roll_is_one_format_a_code() -> None:
    codes = [make_code(CodeKind.DEVICE, number) for number in (1, 2, 3)]
    text = b"".join(zpl.label_zpl(label) for label in blank_roll(codes)).decode()
    assert text.count("^XA") == 3
    assert _fields(text) == [
        each
        for code, number in zip(codes, (1, 2, 3), strict=True)
        for each in (f"SD {number}", code)
    ]


def test_a_resolution_without_room_is_a_bug() -> None:
    with pytest.raises(ValueError, match="50"):
        zpl.label_zpl(_label(), dpi=50)
