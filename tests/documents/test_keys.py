from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from documents import papers
from serkut_desk.documents.key_encryption import ROUNDS, decrypt_key, encrypt_key
from serkut_desk.documents.keys import KeyFiles, change_passphrase, make_key, unlock
from serkut_desk.documents.public_keys import fingerprint, public_pem, read_public_keys
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.documents.keys import SealKey

PASSPHRASE = "viisi kettua juoksee jäällä hiljaa"


def test_certificate_names_the_workshop_and_lasts(key_files: KeyFiles) -> None:
    certificate = x509.load_pem_x509_certificate(key_files.certificate_pem)
    assert certificate.subject.rfc4514_string() == "CN=Digipaja\\, sähköinen leima,O=Digipaja"
    assert certificate.issuer == certificate.subject
    assert certificate.not_valid_after_utc.year >= papers.NOW.year + 49
    certificate.verify_directly_issued_by(certificate)


def test_fingerprint_is_that_of_openssl(key_files: KeyFiles, seal: SealKey, tmp_path: Path) -> None:
    (tmp_path / "c.pem").write_bytes(public_pem(key_files.certificate_pem))
    command = "openssl pkey -pubin -in c.pem -outform DER | openssl dgst -sha256 -c -hex"
    answer = subprocess.run(
        ["/bin/sh", "-c", command], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout
    assert answer.split()[-1].upper() == seal.fingerprint
    assert fingerprint(key_files.certificate_pem) == seal.fingerprint


def test_openssl_opens_the_private_key_with_the_passphrase_only(tmp_path: Path) -> None:
    files = make_key("Digipaja", "x" * 16, at=papers.NOW, rounds=1000)
    path = tmp_path / "k.pem"
    path.write_bytes(files.private_pem)
    answers = [
        subprocess.run(
            ["/usr/bin/openssl", "pkey", "-in", path, "-noout", "-passin", f"pass:{phrase}"],
            check=False,
            capture_output=True,
        ).returncode
        for phrase in ("x" * 16, "y" * 16)
    ]
    assert answers[0] == 0
    assert answers[1] != 0


def test_passphrase_is_stretched_as_owasp_asks() -> None:
    assert ROUNDS >= 600_000


@pytest.mark.parametrize("short", ["", "lyhyt", "x" * 15, "a b c d", "   " * 10])
def test_short_passphrase_is_refused(short: str) -> None:
    with pytest.raises(Refused, match="passphrase_too_short"):
        make_key("Digipaja", short, at=papers.NOW, rounds=1000)


@pytest.mark.parametrize("enough", ["x" * 16, "yö tie uni sää jo"])
def test_long_passphrase_or_five_words_are_taken(enough: str) -> None:
    files = make_key("Digipaja", enough, at=papers.NOW, rounds=1000)
    assert unlock(files, enough).fingerprint == fingerprint(files.certificate_pem)


def test_same_words_in_another_unicode_form_or_with_a_line_end_open(key_files: KeyFiles) -> None:
    typed = PASSPHRASE.replace("ä", "a\N{COMBINING DIAERESIS}") + "\n"
    assert unlock(key_files, typed).certificate


@pytest.mark.parametrize("wrong", ["", "väärä", PASSPHRASE.upper()])
def test_wrong_passphrase_is_refused(key_files: KeyFiles, wrong: str) -> None:
    with pytest.raises(Refused, match="wrong_passphrase"):
        unlock(key_files, wrong)


def test_key_and_certificate_must_be_a_pair(key_files: KeyFiles) -> None:
    other = make_key("Digipaja", PASSPHRASE, at=papers.NOW, rounds=1000)
    with pytest.raises(Refused, match="key_files_differ"):
        unlock(KeyFiles(key_files.private_pem, other.certificate_pem), PASSPHRASE)


def test_changed_passphrase_opens_the_same_key(key_files: KeyFiles, seal: SealKey) -> None:
    changed = change_passphrase(key_files.private_pem, PASSPHRASE, "uusi" * 4, rounds=1000)
    files = KeyFiles(changed, key_files.certificate_pem)
    assert unlock(files, "uusi" * 4).fingerprint == seal.fingerprint
    with pytest.raises(Refused, match="wrong_passphrase"):
        unlock(files, PASSPHRASE)
    with pytest.raises(Refused, match="passphrase_too_short"):
        change_passphrase(key_files.private_pem, PASSPHRASE, "uusi", rounds=1000)


def test_damaged_private_key_never_gives_another_key(key_files: KeyFiles) -> None:
    pem = key_files.private_pem
    whole = decrypt_key(pem, PASSPHRASE).private_numbers()
    for index in range(len(pem)):
        damaged = bytearray(pem)
        damaged[index] ^= 1
        try:
            key = decrypt_key(bytes(damaged), PASSPHRASE)
        except (Refused, Misused):
            continue
        # What was changed is armour without a meaning, such as a line end.
        assert key.private_numbers() == whole


def test_other_kinds_of_keys_are_refused() -> None:
    curve = ec.generate_private_key(ec.SECP384R1())
    with pytest.raises(Misused, match="key_file_unreadable"):
        decrypt_key(encrypt_key(curve, PASSPHRASE, rounds=1000), PASSPHRASE)
    rsa_key = rsa.generate_private_key(65537, 2048).public_key()
    for key in (curve.public_key(), rsa_key):
        pem = key.public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        with pytest.raises(Misused, match="public_key_unreadable"):
            read_public_keys(pem)


@pytest.mark.parametrize("junk", [b"", b"hello", b"-----BEGIN PUBLIC KEY-----\nAA==\n", b"\xff"])
def test_junk_is_no_public_key(junk: bytes) -> None:
    with pytest.raises(Misused, match="public_key_unreadable"):
        read_public_keys(junk)


def test_private_key_is_never_taken_for_a_public_one(key_files: KeyFiles) -> None:
    with pytest.raises(Misused, match="public_key_unreadable"):
        read_public_keys(key_files.private_pem)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_refusal_has_its_sentences(language: str) -> None:
    texts = Texts(language)
    for code in ("wrong_passphrase", "key_files_differ"):
        assert all(texts.failure(Refused(code)).values())
    for code in ("key_file_unreadable", "public_key_unreadable"):
        assert all(texts.failure(Misused(code)).values())
    refusal = texts.failure(Refused("passphrase_too_short", characters=16, words=5))
    assert "16" in refusal["why"]
