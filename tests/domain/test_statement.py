from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from serkut_desk.domain.media import Level, MediumKind
from serkut_desk.domain.statement import (
    LONGEST_TEXT,
    StatedMedium,
    Statement,
    StatementKind,
    appendix_hash,
    content_of,
    fits,
    fitted,
    key_id,
    level_letter,
    list_hash,
    number_in,
    read_text,
    signed_bytes,
    statement_of,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parent / "data" / "statements.json").read_text("utf-8")
)
NAMES = sorted(VECTORS["statements"])
SIGNATURE = bytes(range(64))
DEVICE = Statement(
    kind=StatementKind.DEVICE,
    number="TT0000000137",
    device="SD0000421757",
    serial="PF1ABC23",
    lot="ER0000000112",
    media=(StatedMedium("S4EVNX0R100001", MediumKind.SSD, Level.PURGE),),
    media_count=1,
    issued=datetime(2026, 11, 22, 12, 0, 5, tzinfo=UTC),
    workshop="Digipaja Työkulma",
    key="4A91BE02C7D13F58",
)
LOT = replace(
    DEVICE,
    kind=StatementKind.LOT,
    device="",
    serial="",
    media=(),
    media_count=0,
    devices=2,
    appendix=appendix_hash([("SD0000421757", "TT0000000137", "p")]),
)


@pytest.mark.parametrize("name", NAMES)
def test_published_examples_read_and_write_the_same(name: str) -> None:
    example = VECTORS["statements"][name]
    content, signature = read_text(example["text"])
    assert content.decode("ascii") == example["content"]
    assert signature.hex() == example["signature"]
    assert content_of(statement_of(content)) == content
    assert text_of(content, signature) == example["text"]


def test_content_is_one_canonical_line_of_ascii() -> None:
    content = content_of(DEVICE)
    assert content == (
        b'{"a":"2026-11-22T12:00:05Z","d":"SD0000421757","k":"4A91BE02C7D13F58",'
        b'"l":"ER0000000112","m":[["S4EVNX0R100001","ssd","p"]],"n":"TT0000000137",'
        b'"s":"PF1ABC23","t":"device","v":1,"w":"Digipaja Ty\\u00f6kulma"}'
    )
    assert signed_bytes(content) == b"serkut-desk statement 1\n" + content
    assert statement_of(content) == DEVICE
    local = DEVICE.issued.astimezone(timezone(timedelta(hours=2)))
    assert content_of(replace(DEVICE, issued=local)) == content


@pytest.mark.parametrize(
    "statement",
    [
        LOT,
        replace(DEVICE, media=(), media_count=0),
        replace(DEVICE, kind=StatementKind.MEDIUM),
        replace(DEVICE, media=(), media_count=3, media_hash=list_hash(DEVICE.media)),
    ],
)
def test_every_kind_comes_back_as_it_was(statement: Statement) -> None:
    assert statement_of(content_of(statement)) == statement


def test_text_has_only_what_no_keyboard_layout_garbles_and_forgives_case_and_space() -> None:
    content = content_of(DEVICE)
    text = text_of(content, SIGNATURE)
    assert text.startswith("SERKUT1")
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    assert read_text(f" {text[:40].lower()}\r\n{text[40:]}\t") == (content, SIGNATURE)


@pytest.mark.parametrize(
    "garble",
    [
        lambda text: text[:0],
        lambda text: text[:7],
        lambda text: text.removeprefix("SERKUT1"),
        lambda text: text.replace("SERKUT1", "SERKUT2"),
        lambda text: text + "=",
        lambda text: text[:30] + "-" + text[30:],
        lambda text: text[:100],
        lambda text: text[:-1] + ("B" if text.endswith("A") else "A") + "7",
        lambda text: text.replace("S", "\u017f", 1),
        lambda text: text[:60] + "1" + text[61:],
    ],
)
def test_other_text_is_refused(garble: Callable[[str], str]) -> None:
    with pytest.raises(ValueError, match="text"):
        read_text(garble(text_of(content_of(DEVICE), SIGNATURE)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"v":1', b'"v":2'),
        (b'"v":1', b'"v":true'),
        (b'"t":"device"', b'"t":"lot"'),
        (b'"t":"device"', b'"t":"house"'),
        (b'"p"]', b'"n"]'),
        (b'"ssd"', b'"tape"'),
        (b"TT0000000137", b"TT0000000138"),
        (b"TT0000000137", b"SD0000421757"),
        (b"12:00:05Z", b"12:00:05"),
        (b"2026-11-22", b"2026-13-22"),
        (b'"k":"4A', b'"k":"4a'),
        (b',"t"', b', "t"'),
        (b'"s":"PF1ABC23"', b'"s":7'),
        (b'"s":"PF1ABC23",', b""),
        (b'"s":"PF1ABC23"', b'"s":"PF1ABC23","s":"PF1ABC23"'),
        (b'"w":', b'"u":1,"w":'),
        (b'"m":[[', b'"m":["a",['),
        (b"{", b"["),
    ],
)
def test_what_is_not_exactly_a_statement_is_refused(old: bytes, new: bytes) -> None:
    content = content_of(DEVICE)
    assert old in content
    with pytest.raises(ValueError, match=r".*"):
        statement_of(content.replace(old, new))


def test_number_is_found_in_a_scan() -> None:
    text = text_of(content_of(DEVICE), SIGNATURE)
    assert number_in(f"{text}\n") == DEVICE.number
    assert number_in(DEVICE.number) is None
    assert number_in("SERKUT1") is None


@settings(max_examples=60)
@given(st.binary(max_size=80), st.text(max_size=80))
def test_nonsense_is_refused_and_never_crashes(content: bytes, text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        statement_of(content)
    with pytest.raises(ValueError, match=r".*"):
        read_text(text)
    with pytest.raises(ValueError, match=r".*"):
        read_text("SERKUT1" + text)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(ValueError, match=r".*"):
        statement_of(b"[" * 100_000)


def test_twelve_media_fit_and_more_are_replaced_by_their_hash() -> None:
    def with_media(count: int) -> Statement:
        medium = StatedMedium("S4EVNX0R100001", MediumKind.NVME, Level.PURGE)
        media = tuple(replace(medium, serial=f"S4EVNX0R1{n:05}") for n in range(count))
        return replace(DEVICE, media=media, media_count=count)

    assert fitted(with_media(10)) == with_media(10)
    many = with_media(60)
    short = fitted(many)
    assert (short.media, short.media_count) == ((), 60)
    assert short.media_hash == list_hash(many.media)
    assert fits(short)
    assert not fits(many)
    assert statement_of(content_of(short)) == short


@pytest.mark.parametrize("statement", [DEVICE, LOT, replace(DEVICE, media=(), media_count=0)])
def test_longest_names_fit_too(statement: Statement) -> None:
    long = replace(statement, workshop="Ää" * 100, serial="S" * 64 if statement.device else "")
    assert fits(fitted(long))
    assert len(text_of(content_of(fitted(long)), SIGNATURE)) <= LONGEST_TEXT


def test_levels_have_letters_and_no_level_is_never_stated() -> None:
    assert [level_letter(level) for level in (Level.CLEAR, Level.PURGE, Level.DESTROY)] == [
        *"cpd",
    ]
    assert level_letter(None) == "-"
    with pytest.raises(ValueError, match="none"):
        level_letter(Level.NONE)


def test_key_id_is_the_start_of_the_fingerprint() -> None:
    assert key_id("4A:91:BE:02:C7:D1:3F:58:00:11") == "4A91BE02C7D13F58"
