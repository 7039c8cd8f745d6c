"""Small pictures in the place of photographs, drawn point by point."""

from __future__ import annotations

import struct
import zlib

_WIDTH, _HEIGHT = 240, 160
_STICKER_X, _STICKER_Y = range(50, 190), range(40, 120)
_BARS_X, _BARS_Y = range(62, 178), range(60, 95)
_INK, _PAPER = b"\x14\x14\x18", b"\xf2\xf0\xe8"
_HEAD = b"\x89PNG\r\n\x1a\n"


def picture(number: int) -> bytes:
    """Return a PNG file that looks like a sticker on a grey lid; each number looks different."""
    rows = b"".join(
        b"\0" + b"".join(_point(x, y, number) for x in range(_WIDTH)) for y in range(_HEIGHT)
    )
    size = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", size), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return _HEAD + b"".join(_part(kind, data) for kind, data in parts)


def _point(x: int, y: int, number: int) -> bytes:
    if x not in _STICKER_X or y not in _STICKER_Y:
        grey = 90 + y // 4
        return bytes((grey, grey, grey + 6))
    is_bar = x in _BARS_X and y in _BARS_Y and (x * x * (number + 3) // 16) % 3 == 0
    return _INK if is_bar else _PAPER


def _part(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
