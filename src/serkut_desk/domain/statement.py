"""The compact signed statement that a certificate's QR carries: what anybody can check offline.

Content is a JSON object in ASCII: keys sorted, no spaces, everything outside ASCII escaped. What
is signed is a prefix of this program and the content, by ECDSA P-256 with SHA-256; the signature
stands raw, r and s of 32 bytes each. The text of the QR is `SERKUT1` and the base32 (RFC 4648,
no padding) of signature and content: only capital letters and digits, so that no keyboard layout
garbles what a scanner types, and a QR packs them two by two.

Its keys: `v` 1; `t` device, medium or lot; `n` number of the certificate; `d` device; `s` its
serial; `l` lot; `m` list of [serial, kind, level] with the level's first letter, or for what does
not fit `x` and `y`: SHA-256 and length of that list; for a lot `c` and `h`: count of devices and
SHA-256 of the list of [device, certificate, level]; `a` issued; `w` workshop; `k` the key's id.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from serkut_desk.domain.codes import STATEMENT, CodeKind, parse_code
from serkut_desk.domain.media import Level, MediumKind

if TYPE_CHECKING:
    from collections.abc import Iterable

MARK: Final = STATEMENT
VERSION: Final = 1
SIGNATURE_LENGTH: Final = 64
# Capital letters and digits that a QR of version 20 takes at error level M: 97 modules, which at
# half a millimetre each are 49 mm of paper and four dots of a 203 dpi printer.
LONGEST_TEXT: Final = 970
# A device in the appendix of a lot that holds no medium has no level.
NO_LEVEL: Final = "-"

_PREFIX: Final = b"serkut-desk statement 1\n"
_LETTERS: Final = {"c": Level.CLEAR, "p": Level.PURGE, "d": Level.DESTROY}
_LETTER_OF: Final = {level: letter for letter, level in _LETTERS.items()}
_KINDS: Final = {kind.value: kind for kind in MediumKind}
_BASE32: Final = re.compile(r"[A-Z2-7]+")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_KEY_ID: Final = re.compile(r"[0-9A-F]{16}")
_MOMENT: Final = "%Y-%m-%dT%H:%M:%SZ"
_MOMENT_FORM: Final = re.compile(r"[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
_SHORT_NAME: Final = 24
# Programs in other languages hold numbers up to here exactly.
_HIGHEST_COUNT: Final = 10**9


class StatementKind(StrEnum):
    """What a certificate speaks of."""

    DEVICE = "device"
    MEDIUM = "medium"
    LOT = "lot"


@dataclass(frozen=True, slots=True)
class StatedMedium:
    """A medium as a statement names it; the serial is empty when it has none."""

    serial: str
    kind: MediumKind
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a certificate says, in short.

    Args:
        kind: What it speaks of.
        number: TT code.
        device: SD code; empty for a lot.
        serial: The device's; empty where it has none, and for a lot.
        lot: ER code.
        media: Every medium; empty for a lot, and when none is inside.
        media_count: How many media there are; more than are named when there was no room.
        media_hash: `list_hash` of the media when there was no room for them, else empty.
        devices: How many a lot's certificate speaks of.
        appendix: `appendix_hash` of a lot's appendix, else empty.
        issued: Instant with a zone; statements hold whole seconds.
        workshop: Its name.
        key: The key's id, `key_id`.
    """

    kind: StatementKind
    number: str
    device: str = ""
    serial: str = ""
    lot: str
    media: tuple[StatedMedium, ...] = ()
    media_count: int = 0
    media_hash: str = ""
    devices: int = 0
    appendix: str = ""
    issued: datetime
    workshop: str
    key: str


def content_of(statement: Statement) -> bytes:
    """Return the content to sign; the same statement always gives the same bytes.

    Raises:
        ValueError: A medium has no level.
    """
    body: dict[str, object] = {
        "v": VERSION,
        "t": statement.kind.value,
        "n": statement.number,
        "d": statement.device,
        "s": statement.serial,
        "l": statement.lot,
        "a": statement.issued.astimezone(UTC).strftime(_MOMENT),
        "w": statement.workshop,
        "k": statement.key,
    }
    if statement.kind is StatementKind.LOT:
        body |= {"c": statement.devices, "h": statement.appendix}
    elif statement.media_hash:
        body |= {"x": statement.media_hash, "y": statement.media_count}
    else:
        body["m"] = _rows(statement.media)
    return _canonical(body)


def statement_of(content: bytes) -> Statement:
    """Return the statement in `content`; who signed it must be checked apart.

    Raises:
        ValueError: It is not exactly a statement of this version.
    """
    try:
        body = json.loads(content.decode("ascii"))
        statement = _read(body)
    except (UnicodeDecodeError, RecursionError, KeyError, TypeError) as error:
        message = "not a statement"
        raise ValueError(message) from error
    if content_of(statement) != content:
        message = "a statement has one form only"
        raise ValueError(message)
    return statement


def signed_bytes(content: bytes) -> bytes:
    """Return what the key signs."""
    return _PREFIX + content


def text_of(content: bytes, signature: bytes) -> str:
    """Return the text of the QR.

    Args:
        content: Of the statement.
        signature: r and s, 64 bytes.

    Raises:
        ValueError: The signature is not 64 bytes.
    """
    if len(signature) != SIGNATURE_LENGTH:
        message = f"a signature has {SIGNATURE_LENGTH} bytes"
        raise ValueError(message)
    return MARK + base64.b32encode(signature + content).decode("ascii").rstrip("=")


def read_text(text: str) -> tuple[bytes, bytes]:
    """Return content and signature of a scanned or typed text; case and white space are forgiven.

    Raises:
        ValueError: It is no such text.
    """
    plain = "".join(text.split())
    # Only after this: some letters outside ASCII become ASCII as capitals.
    plain = plain.upper() if plain.isascii() else ""
    body = plain.removeprefix(MARK)
    if body == plain or not _BASE32.fullmatch(body):
        message = "not the text of a statement"
        raise ValueError(message)
    try:
        whole = base64.b32decode(body + "=" * (-len(body) % 8))
    except binascii.Error as error:
        message = "the text was cut"
        raise ValueError(message) from error
    signature, content = whole[:SIGNATURE_LENGTH], whole[SIGNATURE_LENGTH:]
    if not content or text_of(content, signature) != MARK + body:
        message = "the text was altered"
        raise ValueError(message)
    return content, signature


def number_in(text: str) -> str | None:
    """Return the certificate's number in a scanned text, None when it is no statement.

    Who signed it is not looked at: good for finding a certificate, never for believing one.
    """
    try:
        return statement_of(read_text(text)[0]).number
    except ValueError:
        return None


def fitted(statement: Statement) -> Statement:
    """Return the statement so that its text fits in a QR which can be read from paper.

    The list of media gives way first, then the end of the workshop's name.
    """
    if fits(statement):
        return statement
    if statement.media:
        statement = replace(
            statement,
            media=(),
            media_count=len(statement.media),
            media_hash=list_hash(statement.media),
        )
    if fits(statement):
        return statement
    return replace(statement, workshop=statement.workshop[:_SHORT_NAME])


def fits(statement: Statement) -> bool:
    """Tell whether the statement's text fits in a QR which can be read from paper."""
    signature = bytes(SIGNATURE_LENGTH)
    return len(text_of(content_of(statement), signature)) <= LONGEST_TEXT


def list_hash(media: Iterable[StatedMedium]) -> str:
    """Return SHA-256 over the canonical list of media, as `m` would carry it."""
    return sha256(_canonical(_rows(media))).hexdigest()


def appendix_hash(rows: Iterable[tuple[str, str, str]]) -> str:
    """Return SHA-256 over the appendix of a lot (`appendix_content`)."""
    return sha256(appendix_content(rows)).hexdigest()


def appendix_content(rows: Iterable[tuple[str, str, str]]) -> bytes:
    """Return the appendix of a lot as it is hashed.

    Args:
        rows: Device code, number of its certificate, letter of its level (`level_letter`).
    """
    return _canonical([list(row) for row in rows])


def level_letter(level: Level | None) -> str:
    """Return `c`, `p` or `d`; `-` for a device with no medium inside.

    Raises:
        ValueError: The level is none.
    """
    if level is None:
        return NO_LEVEL
    letter = _LETTER_OF.get(level)
    if letter is None:
        message = f"no statement says {level}"
        raise ValueError(message)
    return letter


def key_id(fingerprint: str) -> str:
    """Return the first 16 hex digits of a fingerprint like `4A:91:...`."""
    return fingerprint.replace(":", "").upper()[:16]


def _rows(media: Iterable[StatedMedium]) -> list[list[str]]:
    return [[one.serial, one.kind.value, level_letter(one.level)] for one in media]


def _canonical(value: object) -> bytes:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("ascii")


def _read(body: dict[str, object]) -> Statement:
    if body["v"] != VERSION:
        message = "a statement of another version"
        raise ValueError(message)
    kind = StatementKind(_text(body, "t"))
    is_lot = kind is StatementKind.LOT
    media = _media(body["m"]) if "m" in body else ()
    return Statement(
        kind=kind,
        number=_code(body, "n", CodeKind.CERTIFICATE),
        device=_text(body, "d") if is_lot else _code(body, "d", CodeKind.DEVICE),
        serial=_text(body, "s"),
        lot=_code(body, "l", CodeKind.LOT),
        media=media,
        media_count=len(media) if is_lot or "m" in body else _count(body, "y"),
        media_hash="" if is_lot or "m" in body else _formed(body, "x", _HASH),
        devices=_count(body, "c") if is_lot else 0,
        appendix=_formed(body, "h", _HASH) if is_lot else "",
        issued=datetime.strptime(_formed(body, "a", _MOMENT_FORM), _MOMENT).replace(tzinfo=UTC),
        workshop=_text(body, "w"),
        key=_formed(body, "k", _KEY_ID),
    )


def _media(rows: object) -> tuple[StatedMedium, ...]:
    if not isinstance(rows, list):
        raise TypeError(type(rows).__name__)
    found = []
    for serial, kind, letter in rows:
        if not isinstance(serial, str):
            raise TypeError(type(serial).__name__)
        found.append(StatedMedium(serial, _KINDS[kind], _LETTERS[letter]))
    return tuple(found)


def _text(body: dict[str, object], key: str) -> str:
    value = body[key]
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def _count(body: dict[str, object], key: str) -> int:
    value = body[key]
    if type(value) is not int or not 0 <= value <= _HIGHEST_COUNT:
        raise TypeError(key)
    return value


def _formed(body: dict[str, object], key: str, form: re.Pattern[str]) -> str:
    value = _text(body, key)
    if not form.fullmatch(value):
        raise ValueError(key)
    return value


def _code(body: dict[str, object], key: str, kind: CodeKind) -> str:
    value = _text(body, key)
    code = parse_code(value)
    if code is None or code.kind is not kind or str(code) != value:
        raise ValueError(key)
    return value
