"""What `verifying.md` prints, made anew: two keys that anybody can make, and what they sign."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from serkut_desk.documents import revocations, vouching
from serkut_desk.documents.public_keys import fingerprint_of, pem_of
from serkut_desk.documents.revocations import EndedKey, EndedPaper, Ending, KeyEnding
from serkut_desk.documents.statements import raw_of
from serkut_desk.documents.trust_files import canonical, moment_text
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.media import Level, MediumKind
from serkut_desk.domain.statement import (
    StatedMedium,
    Statement,
    StatementKind,
    content_of,
    key_id,
    signed_bytes,
    text_of,
)

AT = datetime(2026, 11, 18, 12, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Known:
    """A key whose private half is no secret: SHA-256 of some words."""

    words: str

    @property
    def private(self) -> ec.EllipticCurvePrivateKey:
        number = int.from_bytes(hashlib.sha256(self.words.encode()).digest(), "big")
        return ec.derive_private_key(number, ec.SECP256R1())

    @property
    def pem(self) -> str:
        return pem_of(self.private.public_key()).decode("ascii")

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self.private.public_key())

    def raw(self, data: bytes) -> bytes:
        """Return the signature of RFC 6979, r and s."""
        return raw_of(
            self.private.sign(data, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
        )


OLD, NEW = Known("serkut-desk old key"), Known("serkut-desk new key")


def statement() -> Statement:
    """Return the statement of the guide."""
    return Statement(
        kind=StatementKind.DEVICE,
        number=make_code(CodeKind.CERTIFICATE, 388),
        device=make_code(CodeKind.DEVICE, 4217),
        serial="5CD8123456",
        lot=make_code(CodeKind.LOT, 11),
        media=(StatedMedium("WD-WCC6Y5XH12", MediumKind.HDD, Level.CLEAR),),
        media_count=1,
        issued=AT,
        workshop="Työpaja",
        key=key_id(OLD.fingerprint),
    )


def blocks() -> dict[str, str]:
    """Return every block by its name."""
    content = content_of(statement())
    listed = revocations.content_of(
        revocations.RevocationList(
            workshop="Työpaja",
            number=7,
            at=AT + timedelta(days=10),
            until=AT + timedelta(days=50),
            ended=(
                EndedPaper(make_code(CodeKind.CERTIFICATE, 388), Ending.REVOKED, AT),
                EndedPaper(
                    make_code(CodeKind.CERTIFICATE, 389),
                    Ending.SUPERSEDED,
                    AT,
                    make_code(CodeKind.CERTIFICATE, 402),
                ),
            ),
            keys=(
                EndedKey(
                    revocations.plain_fingerprint(OLD.fingerprint),
                    KeyEnding.RETIRED,
                    AT + timedelta(days=9),
                ),
            ),
            key=key_id(NEW.fingerprint),
        )
    )
    vouched = canonical(
        {
            "v": 1,
            "w": "Työpaja",
            "old": OLD.pem,
            "new": NEW.pem,
            "at": moment_text(AT + timedelta(days=9)),
        }
    )
    return {
        "old": OLD.pem.strip(),
        "old-fingerprint": OLD.fingerprint,
        "new": NEW.pem.strip(),
        "new-fingerprint": NEW.fingerprint,
        "statement": content.decode("ascii"),
        "statement-signature": OLD.raw(signed_bytes(content)).hex(),
        "statement-text": text_of(content, OLD.raw(signed_bytes(content))),
        "list": listed.decode("ascii"),
        "list-signature": NEW.raw(revocations.PREFIX + listed).hex(),
        "vouch": vouched.decode("ascii"),
        "vouch-signature": OLD.raw(vouching.PREFIX + vouched).hex(),
    }
