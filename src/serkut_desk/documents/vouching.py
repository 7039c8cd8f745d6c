"""An older key of the workshop says that a newer one is the workshop's too.

Content: `v` 1; `w` workshop; `old` and `new`, the two public keys as PEM; `at` when it was said,
by the old key's own account. The old key signs the prefix and the content. The file that is
published holds all of them: `{"vouches": [{"vouch": content, "signature": base64}, ...]}`.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from serkut_desk.documents.public_keys import (
    fingerprint_of,
    public_pem,
    public_pem_of_der,
)
from serkut_desk.documents.statements import is_signed_by, raw_of
from serkut_desk.documents.trust_files import (
    canonical,
    demand_only,
    key_in,
    moment,
    moment_text,
    read_content,
    read_object,
    signature_in,
    text_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from cryptography.hazmat.primitives.asymmetric import ec

    from serkut_desk.documents.sealing import Seal

PREFIX: Final = b"serkut-desk key 1\n"
_MOST: Final = 1000


@dataclass(frozen=True, slots=True)
class Vouch:
    """One old key's word for one new key, with what was signed."""

    workshop: str
    old: ec.EllipticCurvePublicKey
    new: ec.EllipticCurvePublicKey
    at: datetime
    content: bytes
    signature: bytes

    @property
    def old_fingerprint(self) -> str:
        """Fingerprint of the key that vouches."""
        return fingerprint_of(self.old)

    @property
    def new_fingerprint(self) -> str:
        """Fingerprint of the key that it vouches for."""
        return fingerprint_of(self.new)

    @property
    def holds(self) -> bool:
        """The old key really signed it."""
        return is_signed_by(PREFIX + self.content, self.signature, self.old)


def vouch(old: Seal, new: bytes, *, workshop: str, at: datetime) -> str:
    """Return the signed statement as JSON text, as the records keep it.

    Args:
        old: The unlocked old key.
        new: The new public key or its certificate, as PEM.
        workshop: Its name.
        at: Now.

    Raises:
        Unavailable: As `Seal.sign`.
    """
    content = canonical(
        {
            "v": 1,
            "w": workshop,
            "old": public_pem_of_der(old.certificate).decode("ascii"),
            "new": public_pem(new).decode("ascii"),
            "at": moment_text(at),
        }
    )
    signature = raw_of(old.sign(PREFIX + content))
    document = {
        "vouch": content.decode("ascii"),
        "signature": base64.b64encode(signature).decode("ascii"),
    }
    return canonical(document).decode("ascii")


def vouches_file(statements: Iterable[str]) -> bytes:
    """Return the file to publish, of statements that `vouch` gave."""
    document = {"vouches": [json.loads(one) for one in statements]}
    return (json.dumps(document, indent=1) + "\n").encode("ascii")


def read_vouch(document: dict[str, object]) -> Vouch:
    """Return one statement; whether it `holds` must be asked apart.

    Raises:
        ValueError: It is none.
    """
    demand_only(document, "vouch", "signature")
    content = text_in(document, "vouch")
    body = read_content(content)
    demand_only(body, "v", "w", "old", "new", "at")
    return Vouch(
        workshop=text_in(body, "w"),
        old=key_in(body, "old"),
        new=key_in(body, "new"),
        at=moment(body["at"]),
        content=content.encode("ascii"),
        signature=signature_in(document),
    )


def read_vouches(data: bytes) -> tuple[Vouch, ...]:
    """Return every statement of a file.

    Raises:
        ValueError: It is no such file.
    """
    document = read_object(data)
    demand_only(document, "vouches")
    rows = document["vouches"]
    if not isinstance(rows, list) or not 1 <= len(rows) <= _MOST:
        raise ValueError(len(data))
    if not all(isinstance(row, dict) for row in rows):
        raise ValueError(len(data))
    return tuple(read_vouch(row) for row in rows)
