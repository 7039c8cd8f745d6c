"""Tells whether a sealed PDF is exactly what the holder of a given key sealed.

Needs no database and no network. Cheap checks come first, so that a damaged or hostile file is
answered before any of it is interpreted: place of the container, its one written form, digest,
signature, whose key it is. Only what a trusted key sealed is then read by the library, which must
find the same one seal over all of it.
"""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from serkut_desk.documents.public_keys import (
    fingerprint_of,
    key_of_certificate,
    read_public_keys,
)
from serkut_desk.documents.seal_container import signed_attributes, take_apart
from serkut_desk.domain.codes import CodeKind, parse_code

if TYPE_CHECKING:
    from datetime import datetime

LARGEST: Final = 200 * 1024 * 1024
_RANGE: Final = re.compile(
    rb"/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]"
)
_HEADER: Final = b"%PDF-"
_HEX: Final = re.compile(rb"<((?:[0-9a-f]{2})+)>")


class Why(StrEnum):
    """Why a paper is not valid; sentences are `verification.<code>` in the texts."""

    TOO_LARGE = "too_large"
    NOT_A_PDF = "not_a_pdf"
    NOT_SEALED = "not_sealed"
    SEVERAL_SEALS = "several_seals"
    NOT_WHOLE_FILE = "not_whole_file"
    ALTERED = "altered"
    UNREADABLE = "unreadable"
    OTHER_SIGNER = "other_signer"
    NO_STATEMENT = "no_statement"


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer about one file.

    `number` and `signed_at` are given when a trusted key's seal holds, `signer_fingerprint` also
    when another key made it; of an altered file nothing is repeated.
    """

    valid: bool
    why: tuple[Why, ...] = ()
    number: str | None = None
    signer_fingerprint: str | None = None
    signed_at: datetime | None = None


class _Invalid(Exception):  # noqa: N818 - an answer, not a mistake
    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class _Seal:
    """What the raw bytes say, before the library reads the file."""

    byte_range: tuple[int, int, int, int]
    certificate: bytes


def verify_pdf(data: bytes, trusted: bytes) -> Verification:
    """Tell whether `data` is whole, unchanged, and sealed with a trusted key.

    Args:
        data: Any bytes.
        trusted: PEM with the workshop's public key or certificate, or with several of them
            where the workshop has changed its key.

    Raises:
        Misused: `public_key_unreadable`: `trusted` holds no key. `data` never raises.
    """
    known = {fingerprint_of(key) for key in read_public_keys(trusted)}
    try:
        seal = _check_bytes(data)
        signer = fingerprint_of(_key_in(seal.certificate))
        if signer not in known:
            # Anybody can seal anything with a key of their own: such a file is not interpreted.
            return Verification(valid=False, why=(Why.OTHER_SIGNER,), signer_fingerprint=signer)
        number, signed_at = _check_structure(data, seal)
    except _Invalid as answer:
        return Verification(valid=False, why=(answer.why,))
    return Verification(valid=True, number=number, signer_fingerprint=signer, signed_at=signed_at)


def _check_bytes(data: bytes) -> _Seal:
    if len(data) > LARGEST:
        raise _Invalid(Why.TOO_LARGE)
    if not data.startswith(_HEADER):
        raise _Invalid(Why.NOT_A_PDF)
    start, first, second, rest = byte_range = _byte_range(data)
    if start != 0 or not first < second or second + rest != len(data):
        raise _Invalid(Why.NOT_WHOLE_FILE)
    container = _container(data[first:second])
    whole = memoryview(data)
    digest = hashlib.sha256(whole[:first])
    digest.update(whole[second:])
    if digest.digest() not in container:  # spares the reading of most damaged files
        raise _Invalid(Why.ALTERED)
    try:
        certificate, signature = take_apart(container, digest.digest())
        signed = signed_attributes(certificate, digest.digest()).dump()
        _key_in(certificate).verify(signature, signed, ec.ECDSA(hashes.SHA256()))
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm) as error:
        raise _Invalid(Why.ALTERED) from error
    return _Seal(byte_range, certificate)


def _byte_range(data: bytes) -> tuple[int, int, int, int]:
    # Never all of them: a hostile file may hold millions.
    every = _RANGE.finditer(data)
    found = next(every, None)
    if found is None:
        raise _Invalid(Why.NOT_SEALED)
    if next(every, None) is not None:
        raise _Invalid(Why.SEVERAL_SEALS)
    start, first, second, rest = (int(figure) for figure in found.groups())
    return start, first, second, rest


def _container(gap: bytes) -> bytes:
    """Return the container from the only bytes of the file that the digest leaves out."""
    match = _HEX.fullmatch(gap)
    if match is None:
        raise _Invalid(Why.ALTERED)
    padded = bytes.fromhex(match[1].decode("ascii"))
    # DER with a length of two bytes, which every container of ours needs: 30 82 hi lo.
    length = 4 + int.from_bytes(padded[2:4], "big")
    if padded[:2] != b"\x30\x82" or length > len(padded) or any(padded[length:]):
        raise _Invalid(Why.ALTERED)
    return padded[:length]


def _key_in(certificate: bytes) -> ec.EllipticCurvePublicKey:
    return key_of_certificate(x509.load_der_x509_certificate(certificate))


def _check_structure(data: bytes, seal: _Seal) -> tuple[str | None, datetime | None]:
    """Let the library read the file; return the paper's number and the time it was sealed."""
    try:
        return _read_with_library(data, seal)
    except _Invalid:
        raise
    except Exception as error:  # whatever a hostile file does to the library
        raise _Invalid(Why.UNREADABLE) from error


def _read_with_library(data: bytes, seal: _Seal) -> tuple[str | None, datetime | None]:
    reader = PdfFileReader(io.BytesIO(data))
    signatures = reader.embedded_signatures
    if len(signatures) != 1 or tuple(signatures[0].byte_range) != seal.byte_range:
        raise _Invalid(Why.SEVERAL_SEALS if signatures else Why.NOT_SEALED)
    root = asn1.Certificate.load(seal.certificate)
    context = ValidationContext(trust_roots=[root], allow_fetching=False)
    status = validate_pdf_signature(signatures[0], context)
    if status.coverage != SignatureCoverageLevel.ENTIRE_FILE:
        raise _Invalid(Why.NOT_WHOLE_FILE)
    if not (status.intact and status.valid):
        raise _Invalid(Why.ALTERED)
    return _number(reader), signatures[0].self_reported_timestamp


def _number(reader: PdfFileReader) -> str | None:
    subject = str(reader.trailer["/Info"].get("/Subject", ""))
    code = parse_code(subject)
    return str(code) if code and code.kind is CodeKind.CERTIFICATE else None
