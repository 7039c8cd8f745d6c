"""Puts files into a PDF that is being drawn, byte for byte as they came."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas


def attach(canvas: Canvas, files: Sequence[tuple[str, bytes]]) -> None:
    """Attach `files`, each a name and its content; call once, before the canvas is saved.

    Names that occur twice, or differ only by their folder, get a number.
    """
    document = canvas._doc  # noqa: SLF001 - the only way: reportlab has no call for attachments
    names: dict[str, PDFDictionary] = {}
    for name, content in files:
        stream = PDFStream(
            PDFDictionary(
                {
                    "Type": PDFName("EmbeddedFile"),
                    "Params": PDFDictionary(
                        {
                            "Size": len(content),
                            # PDF names this digest; the certificate itself prints SHA-256.
                            "CheckSum": PDFString(
                                hashlib.md5(content, usedforsecurity=False).digest()
                            ),
                        }
                    ),
                }
            ),
            content,
            filters=[PDFZCompress],
        )
        unique = _unique(name, names)
        names[unique] = PDFDictionary(
            {
                "Type": PDFName("Filespec"),
                "F": PDFString(unique.encode("ascii", "replace").decode()),
                "UF": PDFString(unique),
                "EF": PDFDictionary({"F": document.Reference(stream)}),
                "AFRelationship": PDFName("Source"),
            }
        )
    if names:
        leaves = [
            part
            for unique in sorted(names)  # a name tree is sorted
            for part in (PDFString(unique), document.Reference(names[unique]))
        ]
        tree = PDFDictionary({"Names": PDFArray(leaves)})
        document.Catalog.Names = PDFDictionary({"EmbeddedFiles": document.Reference(tree)})


def _unique(name: str, taken: dict[str, PDFDictionary]) -> str:
    plain = name.replace("\\", "/").rsplit("/", 1)[-1] or "report"
    stem, dot, ending = plain.rpartition(".")
    candidate, number = plain, 1
    while candidate in taken:
        number += 1
        candidate = f"{stem} ({number}){dot}{ending}" if dot else f"{plain} ({number})"
    return candidate
