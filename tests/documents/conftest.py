"""A sealed certificate, made once."""

from __future__ import annotations

import pytest

from documents import papers
from serkut_desk.documents.certificate import certificate_pdf
from serkut_desk.documents.keys import KeyFiles, SealKey, make_key, unlock
from serkut_desk.documents.signing import sign_pdf

PASSPHRASE = "viisi kettua juoksee jäällä hiljaa"


@pytest.fixture(scope="session")
def key_files() -> KeyFiles:
    return make_key("Digipaja", PASSPHRASE, at=papers.NOW, rounds=1000)


@pytest.fixture(scope="session")
def seal(key_files: KeyFiles) -> SealKey:
    return unlock(key_files, PASSPHRASE)


@pytest.fixture(scope="session")
def page_pdf() -> bytes:
    return certificate_pdf(papers.certificate(papers.flash(), papers.overwritten()))


@pytest.fixture(scope="session")
def sealed(page_pdf: bytes, seal: SealKey) -> bytes:
    return sign_pdf(page_pdf, seal, reason=papers.NUMBER, at=papers.NOW)
