"""One certificate against the same page drawn by bare reportlab and sealed by bare pyHanko.

The bare side knows where every line goes: it sets the same texts and lines with plain calls,
compresses the same attached reports, and gets the modules of the same QR from the same library.
Its seal is pyHanko's own PAdES signature with the same key. A batch is a lot's certificates as
people issue them: each a transaction of its own, with every gate asked again.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import segno
from asn1crypto import keys as asn1_keys
from asn1crypto import x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore

from bench.drawing import watched
from bench.figure import Figure, in_turn, milliseconds
from documents.papers import certificate, overwritten
from factories import make_lot
from kit import make_workshop
from serkut_desk.documents import attachments, barcodes, flow, keys, signing
from serkut_desk.documents.certificate import certificate_pdf
from serkut_desk.documents.certificate_head import STATEMENT_FILE
from serkut_desk.documents.certificate_model import CertificatePage, CertifiedMedium, Wiped
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.media import DataClass
from serkut_desk.stations.certificates.batch import Batch, carry_out
from stations.certificates.counter import Counter, new_seal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.drawing import Drawing

ROUNDS = 60
BATCH = 60
WARM = 6
_PASSPHRASE = "viisi satunnaista sanaa riittää hyvin"
_AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
_LETTERS = str.maketrans("0189", "ABCD")
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
    # Every QR is another one; only its length and alphabet matter to the modules.
    statement = made.statement[:-8] + f"{number:08}".translate(_LETTERS)
    number_of = make_code(CodeKind.CERTIFICATE, 400 + number)
    return replace(made, number=number_of, device=device, statement=statement)


def _medium(number: int) -> CertifiedMedium:
    made = overwritten(f"WD-WCC6Y{number:06d}")
    assert isinstance(made.outcome, Wiped)
    return made


def measure(folder: Path) -> Iterator[Figure]:
    """Measure the page, its seal, both, and a batch."""
    yield _page()
    yield from _sealed()
    yield _batch(folder)


def _page() -> Figure:
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
        return milliseconds(bare_page, one, drawing)

    mine, other, ratio = in_turn(ours, plain, rounds=ROUNDS, warm=WARM)
    return Figure("one certificate, not sealed", mine, other, 1.3, _LIMIT, ratio)


def files_of(one: CertificatePage) -> list[tuple[str, bytes]]:
    """Return what is attached to a certificate, as names and contents."""
    statement = (STATEMENT_FILE, one.statement.encode("ascii"))
    return [statement, *((report.name, report.content) for report in one.evidence)]


def bare_page(one: CertificatePage, drawing: Drawing) -> bytes:
    """Return the same page by plain calls."""
    segno.make_qr(one.statement, error="M")
    return drawing.again(lambda canvas: attachments.attach(canvas, files_of(one)))


def _drawn(one: CertificatePage) -> Drawing:
    with watched() as drawing:
        certificate_pdf(one)
    return drawing


def _sealed() -> tuple[Figure, Figure]:
    """Measure the seal alone, then page and seal together."""
    key = _key()
    bare = _bare_signer(key)
    pages = [page(1000 + number) for number in range(2 * (ROUNDS + WARM))]
    drawn = [certificate_pdf(one) for one in pages[: ROUNDS + WARM]]
    drawings = [(one, _drawn(one)) for one in pages[ROUNDS + WARM :]]
    mine, theirs = iter(drawn), iter(drawn)
    seal = in_turn(
        lambda: milliseconds(lambda: _sign(next(mine), key)),
        lambda: milliseconds(lambda: _bare_sign(next(theirs), bare)),
        rounds=ROUNDS,
        warm=WARM,
    )
    todo, done = iter(pages[: ROUNDS + WARM]), iter(drawings)
    barcodes.qr_modules.cache_clear()
    whole = in_turn(
        lambda: milliseconds(lambda: _sign(certificate_pdf(next(todo)), key)),
        lambda: milliseconds(lambda: _bare_sign(bare_page(*next(done)), bare)),
        rounds=ROUNDS,
        warm=WARM,
    )
    return (
        Figure("  its seal", seal[0], seal[1], None, "reading and extending the PDF", seal[2]),
        Figure("one certificate, sealed", whole[0], whole[1], None, _LIMIT, whole[2]),
    )


def _batch(folder: Path) -> Figure:
    """Measure a lot's certificates from the command on, for each."""
    stick = folder / "certificates"
    stick.mkdir()
    workshop = make_workshop(folder / "certifying")
    counter = Counter(workshop, stick, seal=new_seal(workshop))
    lot = make_lot(workshop, data_class=DataClass.ORDINARY)
    devices = [counter.clean(number, lot) for number in range(1, BATCH + 1)]
    assert counter.seal is not None
    batch = Batch(counter.seal, tuple(device.code for device in devices), lot=lot.code)
    spent = milliseconds(carry_out, workshop.desk, counter.boss, batch, lambda _one: None)
    assert len(batch.issued) == BATCH + 1
    return Figure(
        f"each of a lot's {BATCH + 1} certificates, in one action",
        spent / (BATCH + 1),
        limit="drawing, two signatures, every gate asked again, a durable file and transaction",
    )


def _key() -> keys.SealKey:
    files = keys.make_key("Digipaja", _PASSPHRASE, at=_AT, rounds=1000)
    return keys.unlock(files, _PASSPHRASE)


def _sign(pdf: bytes, key: keys.SealKey) -> bytes:
    return signing.sign_pdf(pdf, key, reason="TT", at=_AT)


def _bare_signer(key: keys.SealKey) -> signers.PdfSigner:
    private = key.private_key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    simple = signers.SimpleSigner(
        signing_cert=x509.Certificate.load(key.certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]  # its library says no types
    )
    meta = signers.PdfSignatureMetadata(
        field_name="Leima", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
    )
    return signers.PdfSigner(meta, signer=simple)


def _bare_sign(pdf: bytes, signer: signers.PdfSigner) -> None:
    signer.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)))
