"""The signature container of a sealed PDF: CMS SignedData in the one form that we write.

Only the certificate and the signature vary; everything else follows from them and from the
document's digest. A reader therefore takes these two out, builds the container again and
compares: no byte is left that could be changed unseen.

The form is PAdES baseline B without a time stamp (ETSI EN 319 142-1): SHA-256, ECDSA, one
signer, one certificate, and as signed attributes content-type, message-digest and
signing-certificate-v2.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from asn1crypto import cms, tsp, x509

if TYPE_CHECKING:
    from collections.abc import Callable


def signed_attributes(certificate: bytes, digest: bytes) -> cms.CMSAttributes:
    """Return what the signature is made over.

    Args:
        certificate: The signer's, in DER.
        digest: SHA-256 of the document without the place of the container.
    """
    cert_id = tsp.ESSCertIDv2({"cert_hash": hashlib.sha256(certificate).digest()})
    return cms.CMSAttributes(
        [
            cms.CMSAttribute({"type": "content_type", "values": ["data"]}),
            cms.CMSAttribute({"type": "message_digest", "values": [digest]}),
            cms.CMSAttribute(
                {
                    "type": "signing_certificate_v2",
                    "values": [tsp.SigningCertificateV2({"certs": [cert_id]})],
                }
            ),
        ]
    )


def build(certificate: bytes, digest: bytes, sign: Callable[[bytes], bytes]) -> bytes:
    """Return the container in DER.

    Args:
        certificate: The signer's, in DER.
        digest: SHA-256 of the document without the place of the container.
        sign: Gives the signature over its argument.
    """
    attributes = signed_attributes(certificate, digest)
    owner = x509.Certificate.load(certificate)
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                {
                    "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                        {"issuer": owner.issuer, "serial_number": owner.serial_number}
                    )
                }
            ),
            "digest_algorithm": {"algorithm": "sha256"},
            "signed_attrs": attributes,
            "signature_algorithm": {"algorithm": "sha256_ecdsa"},
            "signature": sign(attributes.dump()),
        }
    )
    signed = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [{"algorithm": "sha256"}],
            "encap_content_info": {"content_type": "data"},
            "certificates": [cms.CertificateChoices(name="certificate", value=owner)],
            "signer_infos": [signer],
        }
    )
    container: bytes = cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump()
    return container


def take_apart(container: bytes, digest: bytes) -> tuple[bytes, bytes]:
    """Return certificate (DER) and signature of the container of a document with this digest.

    Raises:
        ValueError: It is not, byte for byte, what `build` gives for the two.
    """
    try:
        content = cms.ContentInfo.load(container, strict=True)["content"]
        certificate: bytes = content["certificates"][0].chosen.dump()
        signature: bytes = content["signer_infos"][0]["signature"].native
        # Most altered ones name another certificate: that spares the building.
        named = hashlib.sha256(certificate).digest() in container
        again = build(certificate, digest, lambda _: signature) if named else b""
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise ValueError(len(container)) from error
    if again != container:
        raise ValueError(len(container))
    return certificate, signature
