"""From the bytes of a PDF to rows of text, within bounds that no file can widen.

PDFium is a library in C, and the file may have been made to do harm. So only files that look as
nwipe's own PDF writer makes them are handed to it: of an old version, with nothing packed,
encrypted or active in them.
"""

from __future__ import annotations

import ctypes
import re
from typing import TYPE_CHECKING

from serkut_desk.pdfium import ONE_AT_A_TIME

if TYPE_CHECKING:
    from collections.abc import Iterator

# A report of 50 drives has half of it; two logos a page make nearly all of that.
LIMIT = 32 * 1024 * 1024
# Of a report with more, the rest is SMART data.
MOST_PAGES = 200
_MOST_TEXTS = 4000
# The picture of a drive's speed has hundreds of lines.
_MOST_OBJECTS = 20_000
_LONGEST_TEXT = 2000
# Rows are 9 points apart or more.
_SAME_ROW = 2.0

_BEGIN = b"%PDF-1.3\r\n%\xc7\xec\x8f\xa2\r\n"
_TITLE = re.compile(rb"\((?:Disk|System) Erasure Report\) Tj")
_NEVER_THERE = re.compile(
    rb"/(?:Encrypt|ObjStm|XRefStm|JavaScript|EmbeddedFile|AcroForm|OpenAction|FlateDecode"
    rb"|LZWDecode|JBIG2Decode|JPXDecode|CCITTFaxDecode|RunLengthDecode)\b"
    # Short names and references to a name work as well; logos are JPEG or not packed.
    rb"|/Filter(?!\s*/DCTDecode\b)"
)
# Since 0.42 a workshop's own logo may be a PNG, which the writer packs in just these words. No text
# stands in it, so it is made a picture of another kind, of the same length: whatever really is
# packed there, nothing can unpack it any more.
_PNG = b"  /Filter /FlateDecode\r\n  /DecodeParms << /Predictor 15 "
_NO_PNG = _PNG.replace(b"/FlateDecode", b"/DCTDecode  ")

Row = tuple[str, ...]
"""The texts on one line of a page, from left to right."""


def looks_genuine(data: bytes) -> bool:
    """Tell whether bytes are written as nwipe writes a certificate."""
    return (
        len(data) <= LIMIT
        and data.startswith(_BEGIN)
        and _TITLE.search(data) is not None
        and _NEVER_THERE.search(data) is None
        and data.count(b"Tj") <= MOST_PAGES * _MOST_TEXTS
    )


def read_pages(data: bytes) -> list[list[Row]]:
    """Return the rows of each page from top to bottom; no page where nothing can be read."""
    data = data.replace(_PNG, _NO_PNG) if len(data) <= LIMIT else b""
    if not looks_genuine(data):
        return []
    import pypdfium2  # noqa: PLC0415 - only where a certificate is read

    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return []
        try:
            return [
                _rows(_texts(document[number])) for number in range(min(len(document), MOST_PAGES))
            ]
        except pypdfium2.PdfiumError:
            # Half a certificate is none.
            return []
        finally:
            document.close()


def _texts(page: object) -> Iterator[tuple[float, float, str]]:
    """Give the texts of a page with the height and the left end of their line."""
    import pypdfium2  # noqa: PLC0415 - as above
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    # Reading a text takes the longer the more there are on its page: many would take hours.
    message = "no page of a certificate has so many"
    if pdfium.FPDFPage_CountObjects(page) > _MOST_OBJECTS:
        raise pypdfium2.PdfiumError(message)
    read = page.get_textpage()  # type: ignore[attr-defined]  # the library has no types
    texts = page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1)  # type: ignore[attr-defined]  # as above
    for count, one in enumerate(texts):
        if count >= _MOST_TEXTS:
            raise pypdfium2.PdfiumError(message)
        size = pdfium.FPDFTextObj_GetText(one, read, None, 0)
        kept = ctypes.create_string_buffer(size)
        words = ctypes.cast(kept, ctypes.POINTER(ctypes.c_ushort))
        pdfium.FPDFTextObj_GetText(one, read, words, size)
        text = kept.raw[: max(0, min(size - 2, 2 * _LONGEST_TEXT))].decode("utf-16-le", "replace")
        matrix = one.get_matrix()
        yield matrix.f, matrix.e, " ".join(text.split())


def _rows(texts: Iterator[tuple[float, float, str]]) -> list[Row]:
    rows: list[Row] = []
    row: list[tuple[float, str]] = []
    height = 0.0
    for top, left, text in sorted(texts, key=lambda one: (-one[0], one[1])):
        if row and height - top >= _SAME_ROW:
            rows.append(_row(row))
            row = []
        if not row:
            height = top
        if text:
            row.append((left, text))
    return [*rows, _row(row)] if row else rows


def _row(texts: list[tuple[float, str]]) -> Row:
    return tuple(text for _, text in sorted(texts, key=lambda one: one[0]))
