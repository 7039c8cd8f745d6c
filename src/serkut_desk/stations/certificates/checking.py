"""What a certificate is checked against: the workshop's own keys, or files somebody handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused, Unavailable
from serkut_desk.records.files import read_regular
from serkut_desk.stations.certificates import key_files
from serkut_desk.stations.certificates.keys import LARGEST_KEY

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.settings import DataFolder


def key_given(path: Path) -> bytes:
    """Return the key in a file that somebody handed over.

    Raises:
        Unavailable: `key_file_missing`.
    """
    try:
        return read_regular(path, LARGEST_KEY)
    except OSError as problem:
        raise Unavailable("key_file_missing", path=str(path)) from problem


def trust_file(path: Path) -> bytes:
    """Return a list of revocations, or words for keys, that somebody handed over.

    Raises:
        Unavailable: `trust_file_missing`.
    """
    from serkut_desk.documents.trust_files import LARGEST  # noqa: PLC0415 - slow to import

    try:
        return read_regular(path, LARGEST)
    except OSError as problem:
        raise Unavailable("trust_file_missing", path=str(path)) from problem


def keys_of(folder: DataFolder) -> bytes:
    """Return the workshop's own public keys, retired ones too.

    Raises:
        Refused: `key_not_given` when the data folder has none.
    """
    halves = key_files.public_halves(folder)
    if not halves.strip():
        raise Refused("key_not_given", folder=str(folder.keys))
    return halves
