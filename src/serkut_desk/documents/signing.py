"""Puts the workshop's electronic seal on a PDF (PAdES, no visible field, no network).

The same page, key and time give the same bytes.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from serkut_desk.documents.seal_container import build

if TYPE_CHECKING:
    from datetime import datetime

    from pyhanko.pdf_utils.reader import PdfFileReader

    from serkut_desk.documents.sealing import Seal

FIELD: Final = "Leima"
# Hexadecimal digits kept free for the container; one with a P-256 certificate needs about 2000.
_ROOM: Final = 4096


class _Revision(IncrementalPdfFileWriter):
    """The drawn page with a signature added and nothing else changed."""

    @classmethod
    def _handle_id(cls, prev: PdfFileReader) -> ArrayObject:
        # The library would draw a random one; ours stays what the drawing gave the page.
        first, second = prev.trailer["/ID"]
        return ArrayObject(
            [ByteStringObject(getattr(part, "original_bytes", part)) for part in (first, second)]
        )

    def _update_meta(self) -> None:
        """Leave the page's own dates as they are; the library would write its clock's time."""


def sign_pdf(pdf: bytes, key: Seal, *, reason: str, at: datetime) -> bytes:
    """Return `pdf` with the seal over every byte of it.

    Args:
        pdf: A page that carries no signature yet.
        key: The unlocked seal.
        reason: Why it is sealed, such as the paper's number; shown by PDF readers.
        at: The time that the signature states, with its time zone.
    """
    field = SigFieldSpec(FIELD)
    steps = PdfCMSEmbedder(new_field_spec=field).write_cms(FIELD, _Revision(io.BytesIO(pdf)))
    next(steps)
    placeholder = SignatureObject(
        timestamp=at, subfilter=SigSeedSubFilter.PADES, reason=reason, bytes_reserved=_ROOM
    )
    steps.send(SigObjSetup(sig_placeholder=placeholder))
    prepared, output = steps.send(SigIOSetup(md_algorithm="sha256", output=io.BytesIO()))
    container = build(key.certificate, prepared.document_digest, key.sign).hex().encode()
    if len(container) > _ROOM:
        raise ValueError(len(container))
    # Written here and not by the library, which writes capital digits: the reader takes one form.
    output.seek(prepared.reserved_region_start + 1)
    output.write(container)
    sealed: bytes = output.getvalue()
    return sealed
