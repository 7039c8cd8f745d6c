"""Looks into a file before it is parsed: bombs, locks and other kinds of file."""

from __future__ import annotations

import io
import zipfile
import zlib

from serkut_desk.domain.errors import Refused
from serkut_desk.interchange.delivery_list import limits

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
ZIP = b"PK"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_TEXT_STARTS = ((b"%PDF", "list_is_pdf"), (b"{\\rtf", "list_is_document"))
_MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<head", b"<meta")
_DECLARED = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_SMALL_PART = 1_000_000


def refuse_other_kinds(content: bytes) -> None:
    """Refuse kinds of file that are no list, known from their first bytes, each in its own words.

    Raises:
        Refused: `list_encrypted`, `list_is_old_excel`, `list_is_pdf`, `list_is_document`,
            `list_is_markup`.
    """
    if content.startswith(OLE):
        raise Refused("list_encrypted" if _LOCKED in content else "list_is_old_excel")
    for start, code in _TEXT_STARTS:
        if content.startswith(start):
            raise Refused(code)
    head = content[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(_MARKUP):
        raise Refused("list_is_markup")


def _refuse_other_packages(names: set[str]) -> None:
    if "mimetype" in names or "content.xml" in names:
        raise Refused("list_is_open_document")
    if "xl/workbook.bin" in names:
        raise Refused("list_is_binary_excel")
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise Refused("list_is_document")
    if "[Content_Types].xml" not in names:
        raise Refused("list_is_archive")


def _refuse_bombs(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > limits.MAX_PARTS or sum(p.file_size for p in parts) > limits.MAX_UNPACKED_BYTES:
        raise Refused("list_bomb")
    for part in parts:
        packed = max(part.compress_size, 1)
        inflated = part.file_size > _SMALL_PART and part.file_size > packed * limits.MAX_PACKING
        if part.file_size > limits.MAX_PART_BYTES or inflated:
            raise Refused("list_bomb")


def _traits(markup: bytes) -> set[str]:
    found = set()
    if b"<mergeCell " in markup:
        found.add("merged")
    if b'hidden="1"' in markup or b'hidden="true"' in markup:
        found.add("hidden")
    if b"<f>" in markup or b"<f " in markup:
        found.add("formulas")
    return found


def inspect_package(content: bytes) -> set[str]:
    """Return what the sheets hold that needs care: "merged", "hidden", "formulas".

    Every XML part is unpacked once; a declared entity is refused here, whichever XML library
    reads the parts later.

    Raises:
        Refused: `list_bomb`, `list_broken`, `list_encrypted`, `list_is_*`.
    """
    found: set[str] = set()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            _refuse_other_packages({part.filename for part in parts})
            _refuse_bombs(parts)
            if any(part.flag_bits & 1 for part in parts):
                raise Refused("list_encrypted")
            for part in parts:
                if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
                    continue
                markup = package.read(part)
                if any(word in markup for word in _DECLARED):
                    raise Refused("list_bomb")
                if part.filename.startswith("xl/worksheets/"):
                    found |= _traits(markup)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError):
        raise Refused("list_broken") from None
    return found
