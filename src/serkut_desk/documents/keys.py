"""The workshop's electronic seal: an ECDSA P-256 key with a certificate that it signed itself.

The certificate names the workshop, never a person. Nothing here touches a file: all functions
take and return bytes, and the private half leaves memory only under a passphrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from serkut_desk.documents.key_encryption import ROUNDS, decrypt_key, encrypt_key
from serkut_desk.documents.public_keys import fingerprint_of
from serkut_desk.domain.errors import Misused, Refused

if TYPE_CHECKING:
    from datetime import datetime

# A paper stays checkable for as long as anybody may ask about the device.
VALID_FOR: Final = timedelta(days=50 * 365)
_LONGEST_NAME: Final = 64  # X.520 upper bound of an organisation's and a common name
_SEAL: Final = "sähköinen leima"


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
        # RFC 6979: no random number whose weakness could give the key away.
        return self.private_key.sign(data, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))


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
        certificate_pem=_certificate(key, workshop, at),
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


def _certificate(key: ec.EllipticCurvePrivateKey, workshop: str, at: datetime) -> bytes:
    room = _LONGEST_NAME - len(_SEAL) - 2
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, workshop[:_LONGEST_NAME]),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{workshop[:room]}, {_SEAL}"),
        ]
    )
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    public = key.public_key()
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        # A day of grace for a reader's computer whose clock is behind.
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + VALID_FOR)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(key, hashes.SHA256())
    )
    return certificate.public_bytes(serialization.Encoding.PEM)
