"""What the workshop publishes as signed JSON: the one written form of it.

The content is a JSON object in ASCII, keys sorted, no spaces; the file carries it as a string,
so that the signed bytes need no rebuilding. Times are UTC in whole seconds.
"""

from __future__ import annotations

import base64
import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from serkut_desk.documents.public_keys import pem_of, read_public_keys
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.statement import SIGNATURE_LENGTH

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ec

LARGEST: Final = 32 * 1024 * 1024
_MOMENT: Final = "%Y-%m-%dT%H:%M:%SZ"
_MOMENT_FORM: Final = re.compile(r"[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", re.ASCII)


def canonical(value: object) -> bytes:
    """Return the one written form of a JSON value."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("ascii")


def read_object(data: bytes | str) -> dict[str, object]:
    """Return the JSON object in `data`, of bytes in UTF-8.

    Raises:
        ValueError: It is none.
    """
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(len(data)) from error
    if not isinstance(found, dict):
        raise ValueError(len(data))  # noqa: TRY004 - one kind of failure for whatever is read
    return found


def demand_only(body: dict[str, object], *keys: str) -> None:
    """See that an object has these members and no other: what nobody reads, nobody may add.

    Raises:
        ValueError: It has others, or lacks one.
    """
    if set(body) != set(keys):
        raise ValueError(len(body))


def read_content(content: str) -> dict[str, object]:
    """Return the object in a signed content, which has one written form only.

    Raises:
        ValueError: It is not in that form, or not of version 1.
    """
    body = read_object(content)
    version = body.get("v")
    one_form = canonical(body) == content.encode("utf-8", "surrogatepass")
    if not one_form or type(version) is not int or version != 1:
        raise ValueError(len(content))
    return body


def text_in(body: dict[str, object], key: str) -> str:
    """Return a text of an object.

    Raises:
        ValueError: It has none.
    """
    value = body.get(key)
    if not isinstance(value, str):
        raise ValueError(key)  # noqa: TRY004 - one kind of failure for whatever is read
    return value


def signature_in(body: dict[str, object], key: str = "signature") -> bytes:
    """Return r and s, 64 bytes, that an object holds as base64 in its one written form.

    Raises:
        ValueError: It holds none.
    """
    text = text_in(body, key)
    try:
        found = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise ValueError(key) from error
    if len(found) != SIGNATURE_LENGTH or base64.b64encode(found).decode("ascii") != text:
        raise ValueError(key)
    return found


def key_in(body: dict[str, object], key: str) -> ec.EllipticCurvePublicKey:
    """Return a public key that an object holds as PEM in its one written form.

    Raises:
        ValueError: It holds none.
    """
    pem = text_in(body, key)
    try:
        (found,) = read_public_keys(pem.encode("ascii"))
    except (Misused, UnicodeEncodeError) as error:
        raise ValueError(key) from error
    if pem_of(found).decode("ascii") != pem:
        raise ValueError(key)
    return found


def moment(text: object) -> datetime:
    """Return the instant in `2026-11-21T12:34:56Z`.

    Raises:
        ValueError: It is not written so.
    """
    if not isinstance(text, str) or not _MOMENT_FORM.fullmatch(text):
        raise ValueError(text)
    return datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)


def moment_text(instant: datetime) -> str:
    """Return the one written form of an instant, in whole seconds."""
    return instant.astimezone(UTC).strftime(_MOMENT)
