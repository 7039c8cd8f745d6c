from __future__ import annotations

import re
import subprocess
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.documents import fonts

if TYPE_CHECKING:
    from pathlib import Path

_LINES = "Tyhjennystodistus åäöÅÄÖ š ž €"


def _page() -> bytes:
    buffer = BytesIO()
    canvas = fonts.new_canvas(
        buffer, (400, 200), title="Otsikko", author="Digipaja", subject="Koe", lang="fi"
    )
    for row, font in enumerate((fonts.REGULAR, fonts.MEDIUM, fonts.SEMIBOLD, fonts.BOLD)):
        canvas.setFont(font, 12)
        canvas.drawString(10, 180 - 20 * row, _LINES)
    canvas.setFont(fonts.MONO, 10)
    for row, line in enumerate(fonts.wrap(_LINES, fonts.MONO, 10, 120)):
        canvas.drawString(10, 60 - 14 * row, line)
    canvas.showPage()
    canvas.drawString(10, 10, "toinen sivu")
    canvas.save()
    return buffer.getvalue()


def test_same_input_gives_the_same_bytes() -> None:
    assert _page() == _page()


def test_all_fonts_are_embedded_and_text_can_be_read_back(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(_page())
    assert b"Helvetica" not in file.read_bytes()
    listing = subprocess.run(
        ["pdffonts", str(file)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    rows = listing.splitlines()[2:]
    assert len(rows) >= 5
    assert all(re.search(r"yes +yes +yes", row) for row in rows)
    text = subprocess.run(
        ["pdftotext", str(file), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert text.count(_LINES) == 4


def test_language_and_title_are_in_the_file() -> None:
    page = _page()
    assert b"/Lang" in page
    assert b"Otsikko" in page


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("a\tb\r\nc", "a b c"),
        ("  ThinkPad\u00a0 L14 ", "ThinkPad L14"),
        ("A\u0308iti\u200b", "Äiti"),
        ("\x00\x1b[31m", "[31m"),
        ("\ud800x", "x"),
    ],
)
def test_clean_keeps_only_what_prints(raw: str, printed: str) -> None:
    assert fonts.clean(raw) == printed


def test_fit_takes_the_largest_size_that_fits() -> None:
    assert fonts.fit("short", fonts.REGULAR, (9, 8, 7), 100) == fonts.Fitted("short", 9)
    cut = fonts.fit("a very long name of a laptop" * 3, fonts.REGULAR, (9, 8, 7), 100)
    assert cut.size == 7
    assert cut.text.endswith(fonts.ELLIPSIS)
    assert not cut.text.endswith(f" {fonts.ELLIPSIS}")


@given(st.text(), st.floats(20, 300))
def test_a_fitted_line_never_overflows(text: str, width: float) -> None:
    fitted = fonts.fit(text, fonts.BOLD, (12, 9, 7), width)
    assert fonts.text_width(fitted.text, fonts.BOLD, fitted.size) <= width


@given(st.text(alphabet="abcåäö -\n", max_size=200), st.floats(20, 200))
def test_wrapping_loses_nothing_and_never_overflows(text: str, width: float) -> None:
    lines = fonts.wrap(text, fonts.REGULAR, 10, width)
    assert all(fonts.text_width(line, fonts.REGULAR, 10) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
