"""Signed checkpoints: the journal's head for keeping outside, where nobody can rewrite it.

A checkpoint is a JSON object. What is signed (ECDSA P-256, SHA-256, DER) is the domain prefix
and the canonical JSON of all its fields but `signature`.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from serkut_desk import __version__
from serkut_desk.domain.clock import to_text
from serkut_desk.domain.errors import Misused, Unavailable
from serkut_desk.domain.journal import Head, canonical
from serkut_desk.records.files import read_regular

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

FORMAT = 1
# Ours have some hundred bytes.
LARGEST = 1_000_000
DOMAIN = b"serkut-desk.checkpoint.v1\0"


class Signer(Protocol):
    """The workshop's unlocked seal."""

    @property
    def fingerprint(self) -> str:
        """Name of the key."""
        ...

    @property
    def certificate(self) -> bytes:
        """Its certificate in DER."""
        ...

    def sign(self, data: bytes) -> bytes:
        """Return a signature."""
        ...


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A checkpoint that was read.

    `sealed_by` is the fingerprint of the key whose signature is right, None when nobody signed.
    """

    head: Head
    at: str
    workshop: str
    sealed_by: str | None


def made(head: Head, workshop: str, at: datetime, signer: Signer | None) -> dict[str, object]:
    """Return a checkpoint, signed when the seal is unlocked."""
    document: dict[str, object] = {
        "format": FORMAT,
        "program": f"Serkut Desk {__version__}",
        "workshop": workshop,
        "at": to_text(at),
        "seq": head.seq,
        "hash": head.hash,
        "certificate": None,
        "signature": None,
    }
    if signer is not None:
        document["certificate"] = base64.b64encode(signer.certificate).decode("ascii")
        document["signature"] = base64.b64encode(signer.sign(_signed(document))).decode("ascii")
    return document


def as_bytes(document: Mapping[str, object]) -> bytes:
    """Return the file's content."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def read(path: Path) -> Checkpoint:
    """Return the checkpoint in a file.

    Raises:
        Unavailable: `checkpoint_missing`.
        Misused: `checkpoint_unreadable`, `checkpoint_forged` when the signature is wrong.
    """
    try:
        raw = read_regular(path, LARGEST)
    except OSError as problem:
        raise Unavailable("checkpoint_missing", path=str(path)) from problem
    try:
        document = json.loads(raw)
        head = Head(int(document["seq"]), str(document["hash"]))
        at, workshop = str(document["at"]), str(document["workshop"])
        sealed = document["signature"] is not None
    except (ValueError, KeyError, TypeError) as problem:
        raise Misused("checkpoint_unreadable", path=str(path)) from problem
    return Checkpoint(head, at, workshop, _sealed_by(document, path) if sealed else None)


def _signed(document: Mapping[str, object]) -> bytes:
    fields = {name: value for name, value in document.items() if name != "signature"}
    return DOMAIN + canonical(fields).encode()


def _sealed_by(document: Mapping[str, object], path: Path) -> str:
    from cryptography import x509  # noqa: PLC0415 - most commands need no cryptography
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - as above

    from serkut_desk.documents.public_keys import (  # noqa: PLC0415 - as above
        fingerprint_of,
        key_of_certificate,
    )

    try:
        signature = base64.b64decode(str(document["signature"]), validate=True)
        der = base64.b64decode(str(document["certificate"]), validate=True)
        key = key_of_certificate(x509.load_der_x509_certificate(der))
        key.verify(signature, _signed(document), ec.ECDSA(hashes.SHA256()))
    except (ValueError, TypeError, InvalidSignature) as problem:
        raise Misused("checkpoint_forged", path=str(path)) from problem
    return fingerprint_of(key)
