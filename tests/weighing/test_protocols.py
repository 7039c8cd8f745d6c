"""What scales say, whole and broken."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.weighing import Reading, ReadingKind, ScaleProtocol
from serkut_desk.weighing.protocols import LONGEST_LINE, Lines, parse

STABLE, MOVING, UNMARKED = ReadingKind.STABLE, ReadingKind.MOVING, ReadingKind.UNMARKED
OVER, UNDER, BUSY = ReadingKind.OVER, ReadingKind.UNDER, ReadingKind.BUSY
AND, SICS, PLAIN = ScaleProtocol.AND, ScaleProtocol.SICS, ScaleProtocol.PLAIN


@pytest.mark.parametrize(
    ("protocol", "line", "kind", "grams"),
    [
        (AND, "ST,+00123.4  g", STABLE, "123.4"),
        (AND, "US,+00123.4  g", MOVING, "123.4"),
        (AND, "ST,-00012.30  g", STABLE, "-12.3"),
        (AND, "ST,+0001.214 kg", STABLE, "1214"),
        (AND, "ST,GS,+   0.512kg", STABLE, "512"),
        (AND, "ST,GS,  12.345kg", STABLE, "12345"),
        (AND, "OL,+9999999E+19", OVER, None),
        (AND, "OL,-9999999E+19", UNDER, None),
        (SICS, "S S     123.4 g", STABLE, "123.4"),
        (SICS, "S D     123.5 g", MOVING, "123.5"),
        (SICS, "S S      -0.5 g", STABLE, "-0.5"),
        (SICS, "S S     1.214 kg", STABLE, "1214"),
        (SICS, "S I", BUSY, None),
        (SICS, "S +", OVER, None),
        (SICS, "S -", UNDER, None),
        (PLAIN, "123.4 g", UNMARKED, "123.4"),
        (PLAIN, "   123,4 g", UNMARKED, "123.4"),
        (PLAIN, "+  123.4 g", UNMARKED, "123.4"),
        (PLAIN, "-   12.0 g", UNMARKED, "-12"),
        (PLAIN, "  1.2 kg", UNMARKED, "1200"),
        (PLAIN, "   250 mg", UNMARKED, "0.25"),
        (PLAIN, "  123.4 g ?", MOVING, "123.4"),
        (PLAIN, "+  123.4", MOVING, None),
        (ScaleProtocol.SBI_ASKED, "N     +    123.4 g  ", UNMARKED, "123.4"),
        (ScaleProtocol.SBI_ASKED, "G     -  1.2345 kg  ", UNMARKED, "-1234.5"),
        (ScaleProtocol.SBI_ASKED, "N     +    123.4    ", MOVING, None),
    ],
)
def test_a_line(protocol: ScaleProtocol, line: str, kind: ReadingKind, grams: str | None) -> None:
    found = parse(protocol, line.encode())
    assert found is not None
    assert found.kind is kind
    assert found.grams == (None if grams is None else Decimal(grams))


@pytest.mark.parametrize(
    ("protocol", "line", "net"),
    [
        (AND, "ST,NT,+  0.512kg", True),
        (AND, "ST,GS,+  0.512kg", False),
        (AND, "ST,+00123.4  g", None),
        (PLAIN, "N  123.4 g", True),
        (PLAIN, "G  123.4 g", False),
        (PLAIN, "  123.4 g NET", True),
    ],
)
def test_a_tare_that_is_taken_off(protocol: ScaleProtocol, line: str, net: bool | None) -> None:  # noqa: FBT001 - a parametrised value
    found = parse(protocol, line.encode())
    assert found is not None
    assert found.net is net


@pytest.mark.parametrize("protocol", list(ScaleProtocol))
@pytest.mark.parametrize(
    "line",
    [
        "ST,+0012",
        "T S     100.0 g",
        "ST,TR,+  0.512kg",
        "ST,+0012#.4  g",
        "S S     12\x003.4 g",
        "ES",
        "Z A",
        "123.4 lb",
        "1.2.3 g",
        "ST,+00123.4 gST,+00123.4  g",
        "\xff\xfe",
        "g",
        "SD0000421757",
    ],
)
def test_what_is_no_whole_line_of_the_family(protocol: ScaleProtocol, line: str) -> None:
    assert parse(protocol, line.encode("latin-1")) is None


@pytest.mark.parametrize("protocol", [AND, SICS])
def test_the_second_half_of_a_marked_line_is_nothing(protocol: ScaleProtocol) -> None:
    assert parse(protocol, b"3.4  g") is None


@given(st.binary(max_size=80), st.sampled_from(ScaleProtocol))
def test_nothing_breaks_the_parser(line: bytes, protocol: ScaleProtocol) -> None:
    found = parse(protocol, line)
    assert found is None or isinstance(found, Reading)


_LINE = b"ST,+00123.4  g"


@given(st.integers(0, len(_LINE)), st.binary(min_size=1, max_size=3))
def test_noise_in_a_line_never_makes_another_marked_weight(at: int, noise: bytes) -> None:
    noise = bytes(sign for sign in noise if not chr(sign).isdigit() and sign not in b".,+- \r\n")
    found = parse(AND, _LINE[:at] + noise + _LINE[at:])
    assert found is None or abs(found.grams or 0) in {Decimal("123.4"), Decimal(123400)}


@given(st.lists(st.integers(1, 40), max_size=30))
def test_lines_are_the_same_however_they_arrive(cuts: list[int]) -> None:
    sent = b"3.4 g\r\n" + b"123.4 g\r\n99.0 g\r\n" * 5
    lines, rest = Lines(), sent
    found: list[bytes] = []
    for cut in cuts:
        found += lines.feed(rest[:cut])
        rest = rest[cut:]
    found += lines.feed(rest)
    assert found == [b"123.4 g", b"99.0 g"] * 5


def test_the_end_of_a_line_that_began_before_is_no_weight() -> None:
    assert list(Lines().feed(b"3.4 g\r\n")) == []


def test_noise_without_an_end_is_thrown_away_with_the_line_it_ran_into() -> None:
    lines = Lines()
    assert list(lines.feed(b"\r\n" + b"x" * (LONGEST_LINE + 1))) == []
    assert list(lines.feed(b"5 g\r\n7 g\r\n")) == [b"7 g"]
