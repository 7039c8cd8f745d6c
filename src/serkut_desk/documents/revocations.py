"""The workshop's signed list of certificates and keys that hold no longer.

Content: `v` 1; `w` workshop; `number` of the list, running on; `at` up to when it knows; `until`
when the next one is due at the latest; `ended` rows of [number, "superseded" or "revoked", UTC,
successor or ""] by number; `keys` rows of [fingerprint, "retired" or "stolen", UTC] by
fingerprint; `k` id of the key that signed. The key signs the prefix and the content; the file is
`{"list": content, "signature": base64 of r and s, "key": PEM}`.
"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from serkut_desk.documents.public_keys import fingerprint_of, public_pem_of_der
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
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.statement import key_id

if TYPE_CHECKING:
    from datetime import datetime

    from cryptography.hazmat.primitives.asymmetric import ec

    from serkut_desk.documents.sealing import Seal

PREFIX: Final = b"serkut-desk revocations 1\n"
_HIGHEST: Final = 10**9
_FINGERPRINT: Final = re.compile(r"[0-9A-F]{64}")


class Ending(StrEnum):
    """How a certificate ended."""

    SUPERSEDED = "superseded"
    REVOKED = "revoked"


class KeyEnding(StrEnum):
    """How a key ended."""

    RETIRED = "retired"
    STOLEN = "stolen"


@dataclass(frozen=True, slots=True, order=True)
class EndedPaper:
    """A certificate that holds no longer; `successor` is empty when it was revoked."""

    number: str
    how: Ending
    at: datetime
    successor: str = ""


@dataclass(frozen=True, slots=True, order=True)
class EndedKey:
    """A key out of use; of a stolen one `at` is the day from which nothing of it is believed.

    `fingerprint` has 64 hex digits, capital, without colons.
    """

    fingerprint: str
    how: KeyEnding
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RevocationList:
    """One list as the workshop publishes it."""

    workshop: str
    number: int
    at: datetime
    until: datetime
    ended: tuple[EndedPaper, ...] = ()
    keys: tuple[EndedKey, ...] = ()
    key: str

    def ending_of(self, number: str) -> EndedPaper | None:
        """Return how a certificate ended, None when this list does not say that it did."""
        return next((one for one in self.ended if one.number == number), None)

    def key_ending(self, plain: str) -> EndedKey | None:
        """Return how a key ended; `plain` is its fingerprint without colons."""
        return next((one for one in self.keys if one.fingerprint == plain), None)

    def lacks(self, older: RevocationList) -> bool:
        """Tell whether something that an older list says is missing: what ended stays so.

        A retired key may turn out to be stolen, and stolen earlier than was known; never back.
        """
        keys = {one.fingerprint: one for one in self.keys}
        return not (
            set(older.ended) <= set(self.ended)
            and all(
                (now := keys.get(one.fingerprint)) is not None
                and (one.how is not KeyEnding.STOLEN or (now.how is one.how and now.at <= one.at))
                for one in older.keys
            )
        )


@dataclass(frozen=True, slots=True)
class SignedList:
    """A list, the bytes that were signed, r and s, and the key that its file names."""

    what: RevocationList
    content: bytes
    signature: bytes
    key: ec.EllipticCurvePublicKey

    @property
    def signer(self) -> str:
        """Fingerprint of the key that the file names."""
        return fingerprint_of(self.key)

    @property
    def holds(self) -> bool:
        """That key really signed it."""
        return is_signed_by(PREFIX + self.content, self.signature, self.key)


def content_of(what: RevocationList) -> bytes:
    """Return the content to sign; the same list always gives the same bytes."""
    return canonical(
        {
            "v": 1,
            "w": what.workshop,
            "number": what.number,
            "at": moment_text(what.at),
            "until": moment_text(what.until),
            "ended": [
                [one.number, one.how.value, moment_text(one.at), one.successor]
                for one in sorted(what.ended)
            ],
            "keys": [
                [one.fingerprint, one.how.value, moment_text(one.at)] for one in sorted(what.keys)
            ],
            "k": what.key,
        }
    )


def signed_file(what: RevocationList, seal: Seal) -> bytes:
    """Return the file to publish.

    Raises:
        Unavailable: As `Seal.sign`.
    """
    content = content_of(what)
    document = {
        "list": content.decode("ascii"),
        "signature": base64.b64encode(raw_of(seal.sign(PREFIX + content))).decode("ascii"),
        "key": public_pem_of_der(seal.certificate).decode("ascii"),
    }
    return (json.dumps(document, indent=1) + "\n").encode("ascii")


def read_file(data: bytes) -> SignedList:
    """Return the list in a file; whether its signature holds must be checked apart.

    Raises:
        ValueError: It is no such file.
    """
    document = read_object(data)
    demand_only(document, "list", "signature", "key")
    content = text_in(document, "list")
    what = _read(read_content(content))
    found = SignedList(
        what, content.encode("ascii"), signature_in(document), key_in(document, "key")
    )
    if key_id(found.signer) != what.key:
        raise ValueError(what.key)
    return found


def _read(body: dict[str, object]) -> RevocationList:
    number = body.get("number")
    if type(number) is not int or not 1 <= number <= _HIGHEST:
        raise ValueError(number)
    found = RevocationList(
        workshop=text_in(body, "w"),
        number=number,
        at=moment(body.get("at")),
        until=moment(body.get("until")),
        ended=tuple(_paper(row) for row in _rows(body, "ended")),
        keys=tuple(_key(row) for row in _rows(body, "keys")),
        key=text_in(body, "k"),
    )
    numbers = [one.number for one in found.ended]
    keys = [one.fingerprint for one in found.keys]
    if len(set(numbers)) < len(numbers) or len(set(keys)) < len(keys):
        raise ValueError(len(numbers))
    if content_of(found) != canonical(body):
        raise ValueError(len(body))
    return found


def _rows(body: dict[str, object], key: str) -> list[list[object]]:
    rows = body.get(key)
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise ValueError(key)
    return rows


def _paper(row: list[object]) -> EndedPaper:
    number, how, at, successor = row
    if not isinstance(successor, str):
        raise ValueError(successor)  # noqa: TRY004 - one kind of failure for whatever is read
    for code in [number, successor] if successor else [number]:
        own = parse_code(str(code))
        if own is None or own.kind is not CodeKind.CERTIFICATE or str(own) != code:
            raise ValueError(code)
    found = EndedPaper(str(number), Ending(str(how)), moment(at), successor)
    if bool(successor) != (found.how is Ending.SUPERSEDED):
        raise ValueError(number)
    return found


def _key(row: list[object]) -> EndedKey:
    plain, how, at = row
    if not isinstance(plain, str) or not _FINGERPRINT.fullmatch(plain):
        raise ValueError(plain)
    return EndedKey(plain, KeyEnding(str(how)), moment(at))


def plain_fingerprint(fingerprint_text: str) -> str:
    """Return `4A91...` for `4A:91:...`."""
    return fingerprint_text.replace(":", "").upper()


def id_of(seal: Seal) -> str:
    """Return the id of a seal's key, as statements and lists name it."""
    return key_id(seal.fingerprint)
