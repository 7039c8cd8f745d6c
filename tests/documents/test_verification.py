from __future__ import annotations

import io
import random
import re
import tracemalloc
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from documents import papers
from documents.flipping import survivors
from serkut_desk.documents import verification
from serkut_desk.documents.certificate import certificate_pdf
from serkut_desk.documents.key_sheet import KeySheet, key_sheet_pdf
from serkut_desk.documents.keys import make_key, unlock
from serkut_desk.documents.public_keys import public_pem
from serkut_desk.documents.signing import sign_pdf
from serkut_desk.documents.verification import Why, verify_pdf
from serkut_desk.domain.errors import Misused
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from serkut_desk.documents.keys import KeyFiles, SealKey

_PARTS = 2


def test_sealed_certificate_is_valid(sealed: bytes, key_files: KeyFiles, seal: SealKey) -> None:
    for trusted in (key_files.certificate_pem, public_pem(key_files.certificate_pem)):
        answer = verify_pdf(sealed, trusted)
        assert answer.valid
        assert answer.why == ()
        assert answer.number == papers.NUMBER
        assert answer.signer_fingerprint == seal.fingerprint
        assert answer.signed_at == papers.NOW


def test_certificate_of_the_old_key_is_valid_beside_the_new_one(
    sealed: bytes, key_files: KeyFiles
) -> None:
    newer = make_key("Digipaja", "x" * 16, at=papers.NOW, rounds=1000)
    both = newer.certificate_pem + key_files.certificate_pem
    assert verify_pdf(sealed, both).valid


def test_every_byte_counts(sealed: bytes, key_files: KeyFiles) -> None:
    """Flip the lowest bit of every byte, and another mask in a seeded sample."""
    chance = random.Random(20261118)  # noqa: S311 - a seeded choice of bytes
    changes = [(place, 1) for place in range(len(sealed))]
    changes += [(chance.randrange(len(sealed)), chance.randrange(2, 256)) for _ in range(4000)]
    # The case of hexadecimal digits is the trap: 0x20 turns one case into the other.
    gap = re.search(rb"<[0-9a-f]{1000,}>", sealed)
    assert gap is not None
    changes += [(place, 0x20) for place in range(gap.start(), gap.end())]
    chance.shuffle(changes)
    parts = [changes[part::_PARTS] for part in range(_PARTS)]
    trusted = public_pem(key_files.certificate_pem)
    with ProcessPoolExecutor(_PARTS, mp_context=get_context("spawn")) as pool:
        unnoticed = list(pool.map(partial(survivors, sealed, trusted), parts))
    assert unnoticed == [[], []]


def test_cut_files_are_invalid(sealed: bytes, key_files: KeyFiles) -> None:
    for length in (*range(0, len(sealed), 997), len(sealed) - 1):
        answer = verify_pdf(sealed[:length], key_files.certificate_pem)
        assert not answer.valid
        assert answer.why


@pytest.mark.parametrize("tail", [b"\n", b"\0", b"%%EOF\n", b" " * 4096])
def test_appended_bytes_are_seen(sealed: bytes, key_files: KeyFiles, tail: bytes) -> None:
    assert verify_pdf(sealed + tail, key_files.certificate_pem).why == (Why.NOT_WHOLE_FILE,)


def test_second_revision_is_seen(sealed: bytes, key_files: KeyFiles) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(sealed))
    output = io.BytesIO()
    writer.update_root()  # type: ignore[no-untyped-call] # the library leaves it untyped
    writer.write(output)  # type: ignore[no-untyped-call] # the library leaves it untyped
    answer = verify_pdf(output.getvalue(), key_files.certificate_pem)
    assert answer.why == (Why.NOT_WHOLE_FILE,)


def test_page_without_a_seal_is_not_valid(page_pdf: bytes, key_files: KeyFiles) -> None:
    assert verify_pdf(page_pdf, key_files.certificate_pem).why == (Why.NOT_SEALED,)


def test_seal_of_another_page_does_not_fit(
    page_pdf: bytes, sealed: bytes, seal: SealKey, key_files: KeyFiles
) -> None:
    other = sign_pdf(
        page_pdf, seal, reason=papers.NUMBER, at=datetime(2026, 11, 19, 12, 30, tzinfo=UTC)
    )
    place = re.compile(rb"<[0-9a-f]{1000,}>")
    (container,) = place.findall(other)
    assert verify_pdf(place.sub(container, sealed), key_files.certificate_pem).why == (Why.ALTERED,)


def test_other_key_is_named(page_pdf: bytes, key_files: KeyFiles) -> None:
    stranger = unlock(make_key("Digipaja", "y" * 16, at=papers.NOW, rounds=1000), "y" * 16)
    forged = sign_pdf(page_pdf, stranger, reason=papers.NUMBER, at=papers.NOW)
    answer = verify_pdf(forged, key_files.certificate_pem)
    assert not answer.valid
    assert answer.why == (Why.OTHER_SIGNER,)
    assert answer.signer_fingerprint == stranger.fingerprint


def test_file_of_another_key_is_not_interpreted(
    sealed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = make_key("Digipaja", "z" * 16, at=papers.NOW, rounds=1000)

    def read(*_given: object) -> None:
        pytest.fail("the library read a stranger's file")

    monkeypatch.setattr(verification, "_read_with_library", read)
    answer = verify_pdf(sealed, other.certificate_pem)
    assert (answer.valid, answer.why, answer.number) == (False, (Why.OTHER_SIGNER,), None)


def test_seal_beside_a_second_seal_is_not_valid(sealed: bytes, key_files: KeyFiles) -> None:
    again = sealed + sealed[sealed.rindex(b"/ByteRange") - 200 :]
    assert not verify_pdf(again, key_files.certificate_pem).valid


def test_a_file_full_of_seals_does_not_fill_the_memory(key_files: KeyFiles) -> None:
    hostile = b"%PDF-1.7\n" + b"/ByteRange [0 1 2 3]" * 20_000
    tracemalloc.start()
    try:
        answer = verify_pdf(hostile, key_files.certificate_pem)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert answer.why == (Why.SEVERAL_SEALS,)
    assert most < len(hostile)


def test_paper_that_is_no_certificate_has_no_number(seal: SealKey, key_files: KeyFiles) -> None:
    sheet = KeySheet(workshop="Digipaja", fingerprint=seal.fingerprint, since=date(2026, 11, 1))
    signed = sign_pdf(key_sheet_pdf(sheet), seal, reason="x", at=papers.NOW)
    answer = verify_pdf(signed, key_files.certificate_pem)
    assert answer.valid
    assert answer.number is None


def test_file_over_the_limit_is_not_read(
    sealed: bytes, key_files: KeyFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "LARGEST", len(sealed) - 1)
    assert verify_pdf(sealed, key_files.certificate_pem).why == (Why.TOO_LARGE,)


def test_reports_of_every_size_come_through(seal: SealKey, key_files: KeyFiles) -> None:
    page = papers.certificate(*(papers.overwritten(f"WD-{number}") for number in range(12)))
    signed = sign_pdf(certificate_pdf(page), seal, reason=page.number, at=papers.NOW)
    assert verify_pdf(signed, key_files.certificate_pem).valid


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.binary(max_size=400).map(b"%PDF-1.7\n".__add__),
        st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99)).map(
            lambda n: b"%%PDF-1.7 /ByteRange [0 %d %d %d] <3082ffff%s>" % (*n, b"00" * 20)
        ),
    )
)
def test_hostile_bytes_are_answered_not_raised(key_files: KeyFiles, data: bytes) -> None:
    answer = verify_pdf(data, key_files.certificate_pem)
    assert not answer.valid
    assert answer.why


def test_unreadable_key_is_misuse(sealed: bytes) -> None:
    with pytest.raises(Misused, match="public_key_unreadable"):
        verify_pdf(sealed, b"no key")


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_reason_has_a_sentence(language: str) -> None:
    assert len({Texts(language).say(f"verification.{why}") for why in Why}) == len(Why)
