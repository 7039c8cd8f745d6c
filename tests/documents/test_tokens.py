"""Keys on a token: tried on SoftHSM, a token made of software."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from asn1crypto import x509 as asn1
from asn1crypto.algos import SignedDigestAlgorithm
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, Signer
from pyhanko.sign import sign_pdf as sign_with_library
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from documents import papers
from serkut_desk.documents import keys, tokens
from serkut_desk.documents.knowledge import Knowledge
from serkut_desk.documents.public_keys import read_public_keys
from serkut_desk.documents.revocations import read_file
from serkut_desk.documents.signing import sign_pdf
from serkut_desk.documents.tokens import TokenPlace, TokenSeal, make_on_token, open_on_token
from serkut_desk.documents.verification import verify_pdf
from serkut_desk.domain.errors import KnownFailure, Refused, Unavailable
from serkut_desk.stations.certificates import key_files, keyring, publishing
from serkut_desk.stations.certificates.commands import (
    BackUpKey,
    ChangePassphrase,
    CreateKey,
    SignRevocations,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit import Workshop

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


class _ByToken(Signer):
    """Lets the PDF library sign by itself with what a token gives."""

    def __init__(self, seal: TokenSeal) -> None:
        registry = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # the library's
        certificate = asn1.Certificate.load(seal.certificate)
        registry.register(certificate)
        super().__init__(signing_cert=certificate, cert_registry=registry)
        self._seal = seal

    def get_signature_mechanism_for_digest(
        self, digest_algorithm: str | None
    ) -> SignedDigestAlgorithm:
        del digest_algorithm
        return SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"})

    async def async_sign_raw(
        self,
        data: bytes,
        digest_algorithm: str,
        dry_run: bool = False,  # noqa: FBT001, FBT002 - the library's
    ) -> bytes:
        assert digest_algorithm == "sha256"
        return bytes(72) if dry_run else self._seal.sign(data)


def test_a_key_on_a_token_seals_papers_and_never_leaves(
    place: TokenPlace, page_pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pkcs11  # noqa: PLC0415 - an extra

    made = make_on_token(place, _PIN, "Digipaja", at=papers.NOW)
    from cryptography import x509  # noqa: PLC0415 - used here only
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - used here only

    certificate = x509.load_der_x509_certificate(made.certificate)
    certificate.verify_directly_issued_by(certificate)
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    with pytest.raises(pkcs11.exceptions.AttributeSensitive):
        _ = made._key[pkcs11.Attribute.VALUE]
    with _refusal("token_key_exists"):
        make_on_token(place, _PIN, "Digipaja", at=papers.NOW)

    opened = open_on_token(place, _PIN, pem)
    sealed = sign_pdf(page_pdf, opened, reason=papers.NUMBER, at=papers.NOW)
    answer = verify_pdf(sealed, pem)
    assert (answer.valid, answer.number) == (True, papers.NUMBER)
    assert answer.signer_fingerprint == opened.fingerprint == made.fingerprint

    by_library = io.BytesIO()
    sign_with_library(
        IncrementalPdfFileWriter(io.BytesIO(page_pdf)),
        PdfSignatureMetadata(field_name="Leima", md_algorithm="sha256"),
        _ByToken(opened),
        output=by_library,
    )
    (signature,) = PdfFileReader(by_library).embedded_signatures
    root = asn1.Certificate.load(opened.certificate)
    context = ValidationContext(trust_roots=[root], allow_fetching=False)
    status = validate_pdf_signature(signature, context)
    assert (status.intact, status.valid) == (True, True)

    with _refusal("token_pin"):
        open_on_token(place, "000000", pem)
    with _refusal("token_key_missing"):
        open_on_token(TokenPlace(place.module, "Toinen", place.key_label), _PIN, pem)
    with _refusal("token_missing", Unavailable):
        open_on_token(TokenPlace(place.module, "Ei ole", place.key_label), _PIN, pem)
    with _refusal("token_pin"):
        open_on_token(TokenPlace("/nowhere.so", place.token, place.key_label), "", pem)
    with _refusal("token_module", Unavailable):
        open_on_token(TokenPlace("/nowhere.so", place.token, place.key_label), _PIN, pem)

    other = TokenPlace(place.module, place.token, "Toinen avain")
    make_on_token(other, _PIN, "Digipaja", at=papers.NOW)
    with _refusal("key_files_differ"):
        open_on_token(other, _PIN, pem)

    # Other sessions came and went: it begins its own anew. Taken out, it says so.
    assert verify_pdf(sign_pdf(page_pdf, opened, reason="x", at=papers.NOW), pem).valid
    monkeypatch.setattr(opened, "place", TokenPlace(place.module, "Irti", place.key_label))
    monkeypatch.setattr(opened, "_key", None)
    with _refusal("token_missing", Unavailable):
        sign_pdf(page_pdf, opened, reason=papers.NUMBER, at=papers.NOW)
    monkeypatch.undo()
    opened.close()
    with _refusal("token_pin"):
        sign_pdf(page_pdf, opened, reason=papers.NUMBER, at=papers.NOW)

    # SoftHSM never locks a token.
    with _refusal("token_locked"), tokens._failures(place):
        raise pkcs11.exceptions.PinLocked


def test_a_workshop_issues_lists_with_a_key_on_a_token(
    place: TokenPlace, workshop: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(keys, "make_key", partial(keys.make_key, rounds=1000))
    desk, boss = workshop.desk, workshop.first
    own = TokenPlace(place.module, place.token, "Pajan avain")
    made = desk.do(boss, CreateKey(_PIN, token=own))
    assert made.public_key.exists()
    assert not key_files.private_path(desk.folder, made.fingerprint).exists()
    seal = keyring.unlock(desk, boss, _PIN)
    done = desk.do(boss, SignRevocations(seal))
    assert read_file(done.stored.read_bytes()).holds
    with _refusal("key_on_token"):
        desk.do(boss, ChangePassphrase(_PIN, "654321"))
    with _refusal("key_on_token"):
        desk.do(boss, BackUpKey(tmp_path / "copy.pem"))
    with _refusal("token_pin"):
        keyring.unlock(desk, boss, "000000")
    # From the token to a file and the token's own word for it: one command.
    newer = desk.do(boss, CreateKey("kuusi aivan uutta sanaa tähän", vouched_by=seal))
    known = Knowledge(tuple(read_public_keys(made.public_key.read_bytes())))
    assert newer.fingerprint in known.learn(publishing.vouches(desk)).known()
