"""Signing the compact statement of a certificate, and checking one against public keys.

Seals sign in DER, as PDF wants it; a statement carries r and s raw, as web browsers want it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils

from serkut_desk.domain.statement import SIGNATURE_LENGTH, content_of, signed_bytes, text_of

if TYPE_CHECKING:
    from serkut_desk.documents.sealing import Seal
    from serkut_desk.domain.statement import Statement

_HALF: Final = SIGNATURE_LENGTH // 2


def raw_of(der: bytes) -> bytes:
    """Return r and s of a DER signature on P-256, 32 bytes each."""
    r, s = utils.decode_dss_signature(der)
    return r.to_bytes(_HALF, "big") + s.to_bytes(_HALF, "big")


def der_of(raw: bytes) -> bytes:
    """Return the DER form of a raw signature.

    Raises:
        ValueError: It is not 64 bytes.
    """
    if len(raw) != SIGNATURE_LENGTH:
        message = f"a signature has {SIGNATURE_LENGTH} bytes"
        raise ValueError(message)
    return utils.encode_dss_signature(
        int.from_bytes(raw[:_HALF], "big"), int.from_bytes(raw[_HALF:], "big")
    )


def sign_statement(statement: Statement, seal: Seal) -> str:
    """Return the text of the QR."""
    content = content_of(statement)
    return text_of(content, raw_of(seal.sign(signed_bytes(content))))


def is_signed_by(data: bytes, raw: bytes, key: ec.EllipticCurvePublicKey) -> bool:
    """Tell whether `key` made the raw signature over `data`."""
    try:
        key.verify(der_of(raw), data, ec.ECDSA(hashes.SHA256()))
    except (InvalidSignature, ValueError):
        return False
    return True
