"""The certificate of a seal: it names the workshop, and its own key signed it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

# A paper stays checkable for as long as anybody may ask about the device.
VALID_FOR: Final = timedelta(days=50 * 365)
_LONGEST_NAME: Final = 64  # X.520 upper bound of an organisation's and a common name
_SEAL: Final = "sähköinen leima"


def self_signed(
    public: ec.EllipticCurvePublicKey,
    workshop: str,
    *,
    at: datetime,
    sign: Callable[[bytes], bytes],
) -> bytes:
    """Return the certificate as PEM.

    Args:
        public: The seal's public key.
        workshop: Its name as it stands on papers.
        at: Now, with its time zone.
        sign: Gives the seal's own signature, ECDSA with SHA-256 in DER: the private key may lie
            on a token that no library can read.
    """
    # Drawn up under a key that is thrown away: the builder signs only with a key in memory.
    drawn = _builder(public, workshop, at).sign(
        ec.generate_private_key(ec.SECP256R1()), hashes.SHA256()
    )
    made = asn1.Certificate.load(drawn.public_bytes(serialization.Encoding.DER))
    made["signature_value"] = sign(made["tbs_certificate"].dump())
    certificate = x509.load_der_x509_certificate(made.dump())
    return certificate.public_bytes(serialization.Encoding.PEM)


def _builder(
    public: ec.EllipticCurvePublicKey, workshop: str, at: datetime
) -> x509.CertificateBuilder:
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
    return (
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
    )
