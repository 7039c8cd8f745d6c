from __future__ import annotations

import io
import subprocess
from datetime import timedelta
from typing import TYPE_CHECKING

from pyhanko.pdf_utils.reader import PdfFileReader

from documents import papers
from serkut_desk.documents.signing import sign_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.documents.keys import KeyFiles, SealKey


def test_same_page_key_and_time_give_the_same_bytes(
    page_pdf: bytes, sealed: bytes, seal: SealKey
) -> None:
    assert sign_pdf(page_pdf, seal, reason=papers.NUMBER, at=papers.NOW) == sealed
    later = papers.NOW + timedelta(seconds=1)
    assert sign_pdf(page_pdf, seal, reason=papers.NUMBER, at=later) != sealed


def test_page_itself_is_kept_byte_for_byte(page_pdf: bytes, sealed: bytes) -> None:
    assert sealed.startswith(page_pdf)


def test_signature_is_pades_with_time_and_reason_and_shows_nothing(sealed: bytes) -> None:
    reader = PdfFileReader(io.BytesIO(sealed))
    (signature,) = reader.embedded_signatures
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert signature.sig_object["/Reason"] == papers.NUMBER
    assert signature.self_reported_timestamp == papers.NOW
    assert [float(side) for side in signature.sig_field["/Rect"]] == [0, 0, 0, 0]


def test_openssl_agrees_about_the_container(
    sealed: bytes, key_files: KeyFiles, tmp_path: Path
) -> None:
    (signature,) = PdfFileReader(io.BytesIO(sealed)).embedded_signatures
    _, first, second, rest = signature.byte_range
    (tmp_path / "content").write_bytes(sealed[:first] + sealed[second : second + rest])
    (tmp_path / "cms").write_bytes(signature.pkcs7_content)
    (tmp_path / "ca.pem").write_bytes(key_files.certificate_pem)
    subprocess.run(
        [
            *("/usr/bin/openssl", "cms", "-verify", "-binary", "-inform", "DER"),
            *("-in", "cms", "-content", "content", "-CAfile", "ca.pem", "-purpose", "any"),
            *("-partial_chain", "-no_check_time", "-out", "/dev/null"),
        ],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
