from __future__ import annotations

import pytest

from serkut_desk.domain.errors import Misused
from serkut_desk.domain.seller import business_id, checked_seller, iban_for_eyes

FACTS = {
    "name": " Esimerkin  kaupunki ",
    "business_id": "02012566",
    "street": "Esimerkkikatu 1",
    "city": "00100 Helsinki",
    "phone": "+358 9 000 0000",
    "email": "paja@example.org",
    "iban": "fi21 1234 5600 0007 85",
}


def test_facts_get_their_normal_form() -> None:
    seller = checked_seller(FACTS)
    assert seller.name == "Esimerkin kaupunki"
    assert seller.business_id == "0201256-6"
    assert seller.iban == "FI2112345600000785"
    assert iban_for_eyes(seller.iban) == "FI21 1234 5600 0007 85"


def test_an_account_may_be_missing() -> None:
    assert not checked_seller({**FACTS, "iban": ""}).iban


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("name", " ", "text_missing"),
        ("street", "a" * 101, "text_too_long"),
        ("business_id", "1234567-8", "business_id_wrong"),
        ("business_id", "abc", "business_id_wrong"),
        ("iban", "FI2112345600000786", "iban_wrong"),
        ("iban", "SE4550000000058398257466", "iban_wrong"),
        ("phone", "soita", "phone_wrong"),
        ("email", "paja", "email_wrong"),
    ],
)
def test_wrong_facts_are_refused(field: str, text: str, code: str) -> None:
    with pytest.raises(Misused) as refused:
        checked_seller({**FACTS, field: text})
    assert refused.value.code == code


@pytest.mark.parametrize("number", ["2077474-0", "0112038-9", "0201256-6", "2345678-0"])
def test_good_business_ids(number: str) -> None:
    assert business_id(number.replace("-", "")) == number
