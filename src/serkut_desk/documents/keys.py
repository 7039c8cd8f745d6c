"""The workshop's electronic seal: an ECDSA P-256 key with a certificate that it signed itself.

The certificate names the workshop, never a person. Nothing here touches a file: all functions
take and return bytes, and the private half leaves memory only under a passphrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from serkut_desk.documents.key_encryption import ROUNDS, decrypt_key, encrypt_key
from serkut_desk.documents.public_keys import fingerprint_of
from serkut_desk.documents.seal_certificate import self_signed
from serkut_desk.domain.errors import Misused, Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class KeyFiles:
    """What is stored of a seal: of no use to a thief without the passphrase."""

    private_pem: bytes
    certificate_pem: bytes


@dataclass(frozen=True, slots=True)
class SealKey:
    """An unlocked seal, for memory only."""

    private_key: ec.EllipticCurvePrivateKey
    certificate: bytes
    """The certificate in DER."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the public key, `4A:91:...`."""
        return fingerprint_of(self.private_key.public_key())

    def sign(self, data: bytes) -> bytes:
        """Return the signature of `data` in DER; the same data always gives the same one."""
        return _signer(self.private_key)(data)


def _signer(key: ec.EllipticCurvePrivateKey) -> Callable[[bytes], bytes]:
    # RFC 6979: no random number whose weakness could give the key away.
    return lambda data: key.sign(data, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))


def make_key(workshop: str, passphrase: str, *, at: datetime, rounds: int = ROUNDS) -> KeyFiles:
    """Make a new seal.

    Args:
        workshop: Its name as it stands on papers.
        passphrase: At least 16 characters or 5 words.
        at: Now, with its time zone.
        rounds: How often PBKDF2 stretches the passphrase.

    Raises:
        Refused: `passphrase_too_short`.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    return KeyFiles(
        private_pem=encrypt_key(key, passphrase, rounds=rounds),
        certificate_pem=self_signed(key.public_key(), workshop, at=at, sign=_signer(key)),
    )


def unlock(files: KeyFiles, passphrase: str) -> SealKey:
    """Return the usable seal.

    Raises:
        Refused: `wrong_passphrase`, or `key_files_differ` when key and certificate are no pair.
        Misused: `key_file_unreadable`.
    """
    key = decrypt_key(files.private_pem, passphrase)
    try:
        certificate = x509.load_pem_x509_certificate(files.certificate_pem)
    except ValueError as error:
        raise Misused("key_file_unreadable") from error
    if certificate.public_key() != key.public_key():
        raise Refused("key_files_differ")
    return SealKey(key, certificate.public_bytes(serialization.Encoding.DER))


def change_passphrase(private_pem: bytes, old: str, new: str, *, rounds: int = ROUNDS) -> bytes:
    """Return the same private key under another passphrase.

    Raises:
        Refused: `wrong_passphrase` or `passphrase_too_short`.
        Misused: `key_file_unreadable`.
    """
    return encrypt_key(decrypt_key(private_pem, old), new, rounds=rounds)
