"""What lies on the wiping stick beside logs: nwipe's PDF, the kit's own file, a supplier's list."""

from __future__ import annotations

import json
from datetime import UTC, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.declared_medium import GIGABYTE
from serkut_desk.domain.evidence import Verdict, VerifyMode
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.stick import Sampling
from serkut_desk.domain.stick_samples import places
from serkut_desk.domain.supplier_mapping import MappingFormat, SupplierField, SupplierMapping

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from serkut_desk.cli.demo_week.fixtures import Drive, Machine
    from serkut_desk.domain.evidence import DriveResult

_SECTOR = 512
_TAG = "ESIM-2026-0041"
_HEADS = {
    SupplierField.SERIAL: "Sarjanumero",
    SupplierField.TECHNIQUE: "Menetelmä",
    SupplierField.RESULT: "Tulos",
    SupplierField.VERIFICATION: "Tarkistus",
    SupplierField.STARTED: "Alkoi",
    SupplierField.ENDED: "Päättyi",
}
SUPPLIER = SupplierMapping(
    name="Esimerkin levypuhdistus",
    format=MappingFormat.CSV,
    columns=_HEADS,
    techniques={"purge (block)": SanitisationTechnique.ATA_SANITIZE_BLOCK_ERASE},
    results={"hyväksytty": Verdict.PASSED, "hylätty": Verdict.FAILED},
    verifications={"kaikki": VerifyMode.ALL},
    times="d.m.y",
)
"""How the supplier's list is read."""


def supplier_list(drive: Drive, ended: datetime) -> bytes:
    """Return what a supplier wrote about a drive.

    Args:
        drive: Which.
        ended: On the wall clock.
    """
    times = [f"{at:%d.%m.%Y %H:%M}" for at in (ended - timedelta(minutes=24), ended)]
    row = [drive.serial, "Purge (block)", "Hyväksytty", "Kaikki", *times]
    return "\n".join((";".join(_HEADS.values()), ";".join(row), "")).encode()


def paper_of(machine: Machine, drive: Drive, result: DriveResult) -> bytes:
    """Return the PDF that nwipe makes of a run; `result` is what its log says."""
    assert result.started is not None, "the log says when"
    assert result.ended is not None, "the log says when"
    words = {
        "model": drive.model,
        "serial": drive.serial,
        "host": machine.serial,
        "tag": _TAG,
        "gigabytes": str(drive.gigabytes),
        "bytes": str(result.capacity),
        "started": f"{result.started:%Y/%m/%d %H:%M:%S}",
        "ended": f"{result.ended:%Y/%m/%d %H:%M:%S}",
        "took": str(result.ended - result.started),
    }
    texts: list[tuple[int, int, str]] = json.loads(_text("nwipe-paper.json"))
    return _pdf([(left, height, _filled(text, words)) for left, height, text in texts])


def kit_file(drive: Drive, operator: str, at: datetime) -> bytes:
    """Return what our own kit writes when an SSD has erased itself and was read back."""
    size = drive.gigabytes * GIGABYTE // _SECTOR * _SECTOR
    now = at.astimezone(UTC)
    words = {
        "serial": drive.serial,
        "padded": f"{drive.serial:<20}",
        "model": f"{drive.model:<40}",
        "operator": operator,
        "bytes": str(size),
        "sectors": str(size // _SECTOR),
        "at": f"{now:%Y-%m-%dT%H:%M:%S+0000}",
        "now": f"{now + timedelta(minutes=2):%Y-%m-%dT%H:%M:%S+0000}",
    }
    file = json.loads(_filled(_text("stick.json"), words))
    said = file["sampling"]
    sampling = Sampling(seed=said["seed"], count=int(said["count"]), sector=_SECTOR)
    for place, length in places(size, sampling):
        file["samples"].append(
            {
                "at": str(place),
                "bytes": str(length),
                "before": sha256(f"{drive.serial} {place}".encode()).hexdigest(),
                "after": sha256(bytes(length)).hexdigest(),
                "looks": "zero",
            }
        )
    return json.dumps(file).encode("ascii")


def _text(name: str) -> str:
    return shipped.resource("demo", name).read_text(encoding="utf-8")


def _filled(text: str, words: Mapping[str, str]) -> str:
    for name, word in words.items():
        text = text.replace(f"@{name}@", word)
    return text


def _pdf(texts: list[tuple[int, int, str]]) -> bytes:
    """Return a file of one page as PDFGen, which nwipe carries, writes it."""
    shown = b"".join(
        f"BT {left}.0 {height}.0 TD /F2 12.0 Tf ({text}) Tj ET\r\n".encode("cp1252", "replace")
        for left, height, text in ((x, y, _escaped(text)) for x, y, text in texts)
    )
    objects = (
        b"<< /Producer (PDFGen) /CreationDate (D:Today) >>",
        b"<< /Type /Pages /Count 1 /Kids [ 5 0 R ] >>",
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 841] /Contents 6 0 R"
            b" /Resources << /Font << /F2 4 0 R >> >> >>"
        ),
        b"<< /Length %d >>stream\r\n%s\r\nendstream" % (len(shown), shown),
    )
    out = bytearray(b"%PDF-1.3\r\n%\xc7\xec\x8f\xa2\r\n")
    at = []
    for number, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\r\n%s\r\nendobj\r\n" % (number, body)
    start = len(out)
    out += b"xref\r\n0 %d\r\n0000000000 65535 f\r\n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n\r\n" % one for one in at)
    out += b"trailer\r\n<< /Size %d /Root 3 0 R /Info 1 0 R >>\r\n" % (len(objects) + 1)
    return bytes(out + b"startxref\r\n%d\r\n%%%%EOF\r\n" % start)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
