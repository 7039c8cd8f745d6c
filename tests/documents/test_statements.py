from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from serkut_desk.documents.public_keys import fingerprint, read_public_keys
from serkut_desk.documents.statements import der_of, is_signed_by, raw_of, sign_statement
from serkut_desk.domain.statement import key_id, read_text, signed_bytes, statement_of

if TYPE_CHECKING:
    from serkut_desk.documents.keys import SealKey

DATA = Path(__file__).parents[1] / "domain" / "data" / "statements.json"
VECTORS = json.loads(DATA.read_text("utf-8"))


def test_published_examples_are_signed_by_the_key_that_they_name() -> None:
    pem = VECTORS["public_key"].encode()
    (key,) = read_public_keys(pem)
    for example in VECTORS["statements"].values():
        content, raw = read_text(example["text"])
        assert is_signed_by(signed_bytes(content), raw, key)
        assert not is_signed_by(content, raw, key)
        assert not is_signed_by(signed_bytes(content) + b" ", raw, key)
        assert not is_signed_by(signed_bytes(content), raw[32:] + raw[:32], key)
        assert statement_of(content).key == key_id(fingerprint(pem))


def test_seal_signs_a_statement_that_only_its_key_confirms(seal: SealKey) -> None:
    example = VECTORS["statements"]["device"]
    statement = statement_of(read_text(example["text"])[0])
    content, raw = read_text(sign_statement(statement, seal))
    assert is_signed_by(signed_bytes(content), raw, seal.private_key.public_key())
    (other,) = read_public_keys(VECTORS["public_key"].encode())
    assert not is_signed_by(signed_bytes(content), raw, other)


def test_raw_and_der_are_two_forms_of_one_signature(seal: SealKey) -> None:
    der = seal.sign(b"data")
    assert der_of(raw_of(der)) == der
    with pytest.raises(ValueError, match="64"):
        der_of(b"short")
