"""Bytes of a snapshot to text."""

from __future__ import annotations

import codecs
import re

from serkut_desk.domain.errors import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(data: bytes) -> str:
    """Return the text of a file. Bytes that are no UTF-8 in an old tool's text become `?` marks.

    Raises:
        Refused: `snapshot_not_text`.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        if encoding.startswith(("utf-16", "utf-32")):
            raise Refused("snapshot_not_text") from None
        # Firmware texts are sometimes in an 8-bit code; a value may look odd, the file is read.
        text = data.decode("utf-8-sig", errors="replace")
        if text.count("\ufffd") * 20 > len(text):
            raise Refused("snapshot_not_text") from None
    if _CONTROLS.search(text):
        raise Refused("snapshot_not_text")
    return text
