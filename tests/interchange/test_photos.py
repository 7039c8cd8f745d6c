"""What is kept of somebody's picture, and what never is."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pictures import SECRET, jpeg, opened, png, see_through, webp
from serkut_desk.domain.errors import Refused
from serkut_desk.interchange.photos import clean_photo
from serkut_desk.stations.photo_keeping import limits

LIMITS = limits()


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as problem:
        clean_photo(data, LIMITS)
    return problem.value.code


@pytest.mark.parametrize("data", [jpeg(), png(), webp()], ids=["jpeg", "png", "webp"])
def test_nothing_but_the_picture_is_kept(data: bytes) -> None:
    assert SECRET.encode() in data
    kept = clean_photo(data, LIMITS)
    for image in (kept.image, kept.thumb):
        assert SECRET.encode() not in image
        seen = opened(image)
        assert seen.format == "JPEG"
        assert not dict(seen.getexif())
        assert set(seen.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert (kept.width, kept.height) == (64, 48)
    assert clean_photo(data, LIMITS) == kept


def test_a_picture_stands_upright_as_the_camera_was_held() -> None:
    kept = clean_photo(jpeg(orientation=6), LIMITS)
    assert (kept.width, kept.height) == (48, 64)
    # Turned by a quarter: what was at the left is at the top.
    red, _green, blue = opened(kept.image).convert("RGB").getpixel((40, 10))  # type: ignore[misc]  # an RGB pixel is a tuple
    assert red > blue


def test_a_large_picture_is_kept_smaller() -> None:
    small = replace(LIMITS, longest_side=100, thumb_side=20)
    kept = clean_photo(jpeg((400, 200)), small)
    assert (kept.width, kept.height) == (100, 50)
    assert opened(kept.image).size == (100, 50)
    assert opened(kept.thumb).size == (20, 10)
    assert max(opened(clean_photo(png((40, 30)), small).image).size) == 40


def test_what_is_see_through_is_white() -> None:
    kept = clean_photo(see_through(), LIMITS)
    assert opened(kept.image).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def bomb() -> bytes:
    """Return a small PNG that says it is 60 000 x 60 000."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    body = b"IDAT" + zlib.compress(b"\0" * 1000)
    chunks = (
        struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one))
        for one in (head, body, b"IEND")
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "photo_empty"),
        (b"GIF89a" + b"\0" * 40, "photo_unreadable"),
        (b"%PDF-1.7", "photo_unreadable"),
        (jpeg()[:300], "photo_unreadable"),
        (png()[:100], "photo_unreadable"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "photo_heic"),
        (bomb(), "photo_too_large"),
        (b"\0" * (LIMITS.most_bytes + 1), "photo_too_heavy"),
    ],
    ids=["empty", "gif", "pdf", "half jpeg", "half png", "heic", "bomb", "heavy"],
)
def test_what_is_no_photograph_is_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_more_points_than_the_limit_are_refused() -> None:
    few = replace(LIMITS, most_pixels=64 * 48 - 1)
    with pytest.raises(Refused) as problem:
        clean_photo(png(), few)
    assert problem.value.code == "photo_too_large"


_GOOD = {"jpeg": jpeg(), "png": png(), "webp": webp()}


@given(st.sampled_from(sorted(_GOOD)), st.data())
def test_a_broken_file_is_refused_or_read_and_never_more(kind: str, data: st.DataObject) -> None:
    broken = bytearray(_GOOD[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    kept = None
    with suppress(Refused):
        kept = clean_photo(bytes(broken), replace(LIMITS, most_pixels=1_000_000))
    assert kept is None or SECRET.encode() not in kept.image
