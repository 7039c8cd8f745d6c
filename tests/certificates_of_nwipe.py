"""PDF certificates as nwipe writes them, from texts that its own certificates hold.

The originals carry pictures that are not ours to keep; so only their texts and where they stand are
kept (`tests/interchange/data/nwipe_pdf`), and a file is written around them the way PDFGen does.
"""

from __future__ import annotations

import json
from pathlib import Path

TEXTS = Path(__file__).parent / "interchange" / "data" / "nwipe_pdf"
BEGIN = b"%PDF-1.3\r\n%\xc7\xec\x8f\xa2\r\n"
# Left end, height, text.
Text = tuple[int, int, str]
Pages = list[list[Text]]


def pages_of(name: str) -> Pages:
    """Return the texts of a kept certificate."""
    pages = json.loads((TEXTS / f"{name}.json").read_text("utf-8"))
    return [[(left, height, text) for left, height, text in page] for page in pages]


def swapped(pages: Pages, old: str, new: str, times: int = 1) -> Pages:
    """Return pages in which a part of so many texts is another one; empty leaves them out."""
    found = sum(old in text for page in pages for _, _, text in page)
    assert found == times, f"{old!r} stands in {found} texts"
    return [
        [
            (left, height, text.replace(old, new))
            for left, height, text in page
            if text.replace(old, new)
        ]
        for page in pages
    ]


def certificate(pages: Pages) -> bytes:
    """Return the file."""
    objects: list[bytes] = [
        b"<< /Producer (https://github.com/martijnvanbrummelen/nwipe) /CreationDate (D:Today) >>",
        b"",
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        first = len(objects) + 1
        kids.append(first)
        streams = range(first + 1, first + 1 + len(page))
        contents = " ".join(f"{number} 0 R" for number in streams)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 841] /Contents [ {contents} ]"
            f" /Resources << /Font << /F2 4 0 R >> >> >>".encode()
        )
        objects += [_stream(*text) for text in page]
    objects[1] = (
        f"<< /Type /Pages /Count {len(kids)} /Kids [ {' '.join(f'{n} 0 R' for n in kids)} ] >>"
    ).encode()
    return _file(objects)


def _stream(left: int, height: int, text: str) -> bytes:
    shown = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    words = f"BT {left}.0 {height}.0 TD /F2 12.0 Tf ({shown}) Tj ET".encode("cp1252", "replace")
    return b"<< /Length %d >>stream\r\n%s\r\nendstream" % (len(words), words)


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(BEGIN)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\r\n%s\r\nendobj\r\n" % (number, body)
    start = len(out)
    out += b"xref\r\n0 %d\r\n0000000000 65535 f\r\n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n\r\n" % place for place in places)
    out += b"trailer\r\n<< /Size %d /Root 3 0 R /Info 1 0 R >>\r\n" % (len(objects) + 1)
    out += b"startxref\r\n%d\r\n%%%%EOF\r\n" % start
    return bytes(out)


def log_beside() -> bytes:
    """Return the log of the run that the kept certificates of 0.42 tell of."""
    folder = TEXTS.parent / "nwipe" / "vm" / "B_alldrives" / "v0.42"
    return (folder / "nwipe_log_vm_alldrives_dodshort.txt").read_bytes()
