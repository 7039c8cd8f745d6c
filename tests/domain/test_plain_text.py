from __future__ import annotations

import pytest

from serkut_desk.domain.plain_text import plain_line, plain_lines


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  Arabian \t peruskoulu\n", "Arabian peruskoulu"),
        ("a\x00b\x1b[2J", "ab[2J"),
        ("lasku\u202egpj.exe\u2066", "laskugpj.exe"),
        ("\u200f \u200b", ""),
        ("raportti\udcff.log", "raportti?.log"),
        ("Ääkköset 東京", "Ääkköset 東京"),
    ],
)
def test_a_line_shows_all_that_it_holds(text: str, plain: str) -> None:
    assert plain_line(text) == plain


def test_several_lines_stay_lines_and_nothing_else() -> None:
    text = "S/N=X\u202eDELIAF\x9b31m\r\n\t\x1b]0;title\x07 Ä\u00a0ö\u200b\x00"
    assert plain_lines(text) == "S/N=XDELIAF31m\n\t]0;title Ä\u00a0ö"
