"""Keys on a token: tried on SoftHSM, a token made of software."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from documents import papers
from serkut_desk.documents import tokens
from serkut_desk.documents.signing import sign_pdf
from serkut_desk.documents.tokens import TokenPlace, make_on_token, open_on_token
from serkut_desk.documents.verification import verify_pdf
from serkut_desk.domain.errors import KnownFailure, Refused, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator

_MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
_PIN = "123456"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TokenPlace]:
    if not _MODULE.exists() or shutil.which("softhsm2-util") is None:
        pytest.skip("SoftHSM is not installed")
    pytest.importorskip("pkcs11", reason="the extra `token` is not installed")
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(settings)
    for label in ("Paja", "Toinen"):
        subprocess.run(
            [
                *("softhsm2-util", "--init-token", "--free", "--label", label),
                *("--pin", _PIN, "--so-pin", "87654321"),
            ],
            check=True,
            capture_output=True,
        )
    yield TokenPlace(str(_MODULE), "Paja", "Leima 2026", "a1b2")
    os.environ.pop("SOFTHSM2_CONF") if before is None else os.environ.update(SOFTHSM2_CONF=before)


def _refusal(code: str, kind: type[KnownFailure] = Refused) -> pytest.RaisesExc[KnownFailure]:
    return pytest.raises(kind, match=code)


def test_a_key_on_a_token_seals_papers_and_never_leaves(place: TokenPlace, page_pdf: bytes) -> None:
    import pkcs11  # noqa: PLC0415 - an extra

    made = make_on_token(place, _PIN, "Digipaja", at=papers.NOW)
    from cryptography import x509  # noqa: PLC0415 - used here only
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - used here only

    certificate = x509.load_der_x509_certificate(made.certificate)
    certificate.verify_directly_issued_by(certificate)
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    with pytest.raises((pkcs11.PKCS11Error, KeyError)):
        _ = made._key[pkcs11.Attribute.VALUE]
    with _refusal("token_key_exists"):
        make_on_token(place, _PIN, "Digipaja", at=papers.NOW)

    opened = open_on_token(place, _PIN, pem)
    sealed = sign_pdf(page_pdf, opened, reason=papers.NUMBER, at=papers.NOW)
    answer = verify_pdf(sealed, pem)
    assert (answer.valid, answer.number) == (True, papers.NUMBER)
    assert answer.signer_fingerprint == opened.fingerprint == made.fingerprint

    with _refusal("token_pin"):
        open_on_token(place, "000000", pem)
    with _refusal("token_key_missing"):
        open_on_token(TokenPlace(place.module, "Toinen", place.key_label), _PIN, pem)
    with _refusal("token_missing", Unavailable):
        open_on_token(TokenPlace(place.module, "Ei ole", place.key_label), _PIN, pem)
    with _refusal("token_module", Unavailable):
        open_on_token(TokenPlace("/nowhere.so", place.token, place.key_label), _PIN, pem)

    other = TokenPlace(place.module, place.token, "Toinen avain")
    make_on_token(other, _PIN, "Digipaja", at=papers.NOW)
    with _refusal("key_files_differ"):
        open_on_token(other, _PIN, pem)

    opened = open_on_token(place, _PIN, pem)
    opened.close()
    with _refusal("token_gone", Unavailable):
        sign_pdf(page_pdf, opened, reason=papers.NUMBER, at=papers.NOW)

    # SoftHSM never locks a token.
    with _refusal("token_locked"), tokens._failures(place):
        raise pkcs11.exceptions.PinLocked
