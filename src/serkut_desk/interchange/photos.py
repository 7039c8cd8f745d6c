"""Somebody's picture file, made into the photograph that is kept.

Nothing of the file itself goes on: the picture is drawn anew, so that no place, time, person,
comment or hidden small picture can ride along.
"""

from __future__ import annotations

import struct
import threading
import warnings
import zlib
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageOps

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.photos import PhotoLimits, PreparedPhoto

_FORMATS = ("JPEG", "PNG", "WEBP")
_APPLE = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif"})
# One picture at a time: a large one takes much memory.
_one = threading.Lock()
# What Pillow raises at files that are broken in one place or another.
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    struct.error,
    zlib.error,
)
_WHITE = (255, 255, 255)


def clean_photo(data: bytes, limits: PhotoLimits) -> PreparedPhoto:
    """Return a photograph that can be kept: upright, not too large, nothing but the picture.

    Raises:
        Refused: `photo_empty`, `photo_too_heavy`, `photo_heic`, `photo_unreadable`,
            `photo_too_large`.
    """
    if not data:
        raise Refused("photo_empty")
    if len(data) > limits.most_bytes:
        raise Refused("photo_too_heavy", most_mb=limits.most_bytes // 2**20)
    # Every file of the ISO media family begins like this; phones write them as HEIC.
    if data[4:8] == b"ftyp" and data[8:12] in _APPLE:
        raise Refused("photo_heic")
    with _one, warnings.catch_warnings():
        # Pillow warns of what it skips in a broken file; what it can not draw it raises.
        warnings.simplefilter("ignore")
        picture = _drawn(data, limits)
    thumb = picture.copy()
    thumb.thumbnail((limits.thumb_side, limits.thumb_side))
    return PreparedPhoto(
        _jpeg(picture, limits.quality),
        _jpeg(thumb, limits.thumb_quality),
        picture.width,
        picture.height,
        sha256(data).hexdigest(),
    )


def _drawn(data: bytes, limits: PhotoLimits) -> Image.Image:
    """Return the picture on a fresh white sheet, upright and not larger than it is kept."""
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as opened:
            if opened.width * opened.height > limits.most_pixels:
                raise _too_large(limits)
            # A JPEG is read in the size that is needed, not larger.
            opened.draft("RGB", (limits.longest_side, limits.longest_side))
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((limits.longest_side, limits.longest_side))
            seen = upright.convert("RGBA")
    except Image.DecompressionBombError as bomb:
        raise _too_large(limits) from bomb
    except _BROKEN as problem:
        raise Refused("photo_unreadable") from problem
    sheet = Image.new("RGB", seen.size, _WHITE)
    sheet.paste(seen, mask=seen.getchannel("A"))
    return sheet


def _too_large(limits: PhotoLimits) -> Refused:
    return Refused("photo_too_large", most_mp=limits.most_pixels // 1_000_000)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
