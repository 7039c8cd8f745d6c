"""One certificate against the same page drawn by bare reportlab; its seal apart.

The bare side knows where every line goes: it sets the same texts and lines with plain calls,
compresses the same attached reports, and gets the modules of the same QR from the same library.
"""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from statistics import median
from typing import TYPE_CHECKING

import segno

from bench.drawing import watched
from bench.figure import Figure, in_turn, milliseconds
from documents.papers import certificate, overwritten
from serkut_desk.documents import attachments, barcodes, flow, keys, signing
from serkut_desk.documents.certificate import certificate_pdf
from serkut_desk.documents.certificate_model import CertificatePage, CertifiedMedium, Wiped
from serkut_desk.domain.codes import CodeKind, make_code

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from bench.drawing import Drawing

ROUNDS = 60
WARM = 6
_PASSPHRASE = "viisi satunnaista sanaa riittää hyvin"
_LIMIT = "breaking texts into lines and looking whether the page is enough"


def page(number: int) -> CertificatePage:
    """Return a certificate with two disks that differs from every other in what life differs."""
    media = tuple(_medium(2 * number + which) for which in (0, 1))
    made = certificate(*media)
    device = replace(
        made.device,
        code=make_code(CodeKind.DEVICE, 4000 + number),
        serial=f"5CG8{number:06d}",
        inventory=f"HKI-{number:07d}",
    )
    return replace(made, number=make_code(CodeKind.CERTIFICATE, 400 + number), device=device)


def _medium(number: int) -> CertifiedMedium:
    made = overwritten(f"WD-WCC6Y{number:06d}")
    assert isinstance(made.outcome, Wiped)
    return made


def measure() -> tuple[Figure, Figure]:
    """Measure the page, and its seal for information."""
    pages = [page(number) for number in range(ROUNDS + WARM)]
    drawings = [_drawn(one) for one in pages]
    barcodes.qr_modules.cache_clear()
    flow._wrap.cache_clear()
    todo, done = iter(pages), iter(zip(pages, drawings, strict=True))

    def ours() -> float:
        one = next(todo)
        return milliseconds(lambda: certificate_pdf(one))

    def plain() -> float:
        one, drawing = next(done)
        reports = [(report.name, report.content) for report in one.evidence]

        def attach(canvas: Canvas) -> None:
            attachments.attach(canvas, reports)

        before = time.perf_counter()
        segno.make_qr(one.number, error="Q")
        drawing.again(attach)
        return (time.perf_counter() - before) * 1000

    mine, other, ratio = in_turn(ours, plain, rounds=ROUNDS, warm=WARM)
    return (
        Figure("one certificate, not sealed", mine, other, 1.3, _LIMIT, ratio),
        Figure("  its seal", _seal(pages[:20]), limit="reading and extending the PDF by pyHanko"),
    )


def _drawn(one: CertificatePage) -> Drawing:
    with watched() as drawing:
        certificate_pdf(one)
    return drawing


def _seal(pages: list[CertificatePage]) -> float:
    at = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
    key = keys.unlock(keys.make_key("Digipaja", _PASSPHRASE, at=at, rounds=1000), _PASSPHRASE)
    drawn = [certificate_pdf(one) for one in pages]

    def seal(pdf: bytes) -> None:
        signing.sign_pdf(pdf, key, reason="TT", at=at)

    return median(milliseconds(seal, pdf) for pdf in drawn)
