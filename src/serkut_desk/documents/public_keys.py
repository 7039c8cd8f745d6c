"""The public half of a seal: reading it from PEM and naming it by its fingerprint."""

from __future__ import annotations

import hashlib

from asn1crypto import pem as armour
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from serkut_desk.domain.errors import Misused


def fingerprint_of(key: ec.EllipticCurvePublicKey) -> str:
    """Return SHA-256 over the key's SubjectPublicKeyInfo: 32 pairs, `4A:91:...`."""
    info = key.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return hashlib.sha256(info).digest().hex(":").upper()


def fingerprint(pem: bytes) -> str:
    """Return the fingerprint of the first public key or certificate in `pem`.

    Raises:
        Misused: `public_key_unreadable`.
    """
    return fingerprint_of(read_public_keys(pem)[0])


def public_pem(pem: bytes) -> bytes:
    """Return the first public key of `pem`, such as a certificate, alone as PEM.

    Raises:
        Misused: `public_key_unreadable`.
    """
    return pem_of(read_public_keys(pem)[0])


def public_pem_of_der(certificate: bytes) -> bytes:
    """Return the public key of a certificate in DER, alone as PEM."""
    return pem_of(key_of_certificate(x509.load_der_x509_certificate(certificate)))


def pem_of(key: ec.EllipticCurvePublicKey) -> bytes:
    """Return a public key as PEM, in its one written form."""
    return key.public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def read_public_keys(pem: bytes) -> list[ec.EllipticCurvePublicKey]:
    """Return all keys of a PEM text of public keys and certificates, in its order.

    Raises:
        Misused: `public_key_unreadable` when there is none, or one is not ECDSA P-256.
    """
    try:
        found = [
            key_of_certificate(x509.load_der_x509_certificate(der))
            if label == "CERTIFICATE"
            else p256(serialization.load_der_public_key(der))
            for label, _, der in armour.unarmor(pem, multiple=True)
        ]
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise Misused("public_key_unreadable") from error
    if not found:
        raise Misused("public_key_unreadable")
    return found


def key_of_certificate(certificate: x509.Certificate) -> ec.EllipticCurvePublicKey:
    """Return the certificate's key.

    Raises:
        TypeError: It is not ECDSA P-256.
    """
    return p256(certificate.public_key())


def p256(key: object) -> ec.EllipticCurvePublicKey:
    """Return `key` when it is a public key on the curve that seals use.

    Raises:
        TypeError: It is another kind of key.
    """
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise TypeError(type(key).__name__)
    return key
