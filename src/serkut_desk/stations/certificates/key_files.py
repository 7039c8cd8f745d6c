"""The files of the seal's keys in `DATA/keys/`, each named by its fingerprint.

`<fingerprint>.key.pem` is the private half under its passphrase, readable by the owner alone;
`<fingerprint>.pub.pem` is the public half, with which anybody checks a certificate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Unavailable
from serkut_desk.records.files import write_synced

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.settings import DataFolder

_PRIVATE = ".key.pem"
_PUBLIC = ".pub.pem"
_OWNER_ONLY = 0o600


def private_path(folder: DataFolder, fingerprint: str) -> Path:
    """Return where the private half of a key lies."""
    return folder.keys / f"{_plain(fingerprint)}{_PRIVATE}"


def public_path(folder: DataFolder, fingerprint: str) -> Path:
    """Return where the public half of a key lies."""
    return folder.keys / f"{_plain(fingerprint)}{_PUBLIC}"


def write_private(folder: DataFolder, fingerprint: str, pem: bytes) -> None:
    """Write the private half; a file that is there is replaced whole."""
    folder.keys.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_synced(private_path(folder, fingerprint), pem, _OWNER_ONLY)


def write_public(folder: DataFolder, fingerprint: str, pem: bytes) -> None:
    """Write the public half."""
    write_synced(public_path(folder, fingerprint), pem)


def read_private(folder: DataFolder, fingerprint: str) -> bytes:
    """Return the private half, still under its passphrase.

    Raises:
        Unavailable: `key_file_missing`.
    """
    path = private_path(folder, fingerprint)
    try:
        return path.read_bytes()
    except OSError as problem:
        raise Unavailable("key_file_missing", path=str(path)) from problem


def public_halves(folder: DataFolder) -> bytes:
    """Return every public half in the folder, retired ones too, as one PEM text."""
    try:
        return b"\n".join(path.read_bytes() for path in sorted(folder.keys.glob(f"*{_PUBLIC}")))
    except OSError as problem:
        raise Unavailable("key_file_missing", path=str(folder.keys)) from problem


def _plain(fingerprint: str) -> str:
    return fingerprint.replace(":", "").lower()
