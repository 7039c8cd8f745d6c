from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from serkut_desk.domain.bank_barcode import DIGITS, bank_barcode, check_value
from serkut_desk.domain.references import is_reference, reference_number, rf_reference

VECTORS = json.loads(
    (Path(__file__).parent / "data" / "bank_barcodes.json").read_text(encoding="utf-8")
)
IBAN = "FI79 4405 2020 0360 82"


def _cents(amount: str) -> int:
    whole, _, rest = amount.partition(".")
    return int(whole) * 100 + int(rest or 0)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["virtual"])
def test_published_examples(vector: dict[str, Any]) -> None:
    due = date.fromisoformat(vector["due"]) if vector["due"] else None
    made = bank_barcode(vector["iban"], _cents(vector["amount"]), vector["reference"], due)
    assert made == vector["virtual"]
    assert f"{check_value(made):02d}" == str(vector["code128c_check"]).zfill(2)


def test_an_amount_that_does_not_fit_is_left_open() -> None:
    made = bank_barcode(IBAN, 100_000_000, "1232")
    assert len(made) == DIGITS
    assert made[17:25] == "00000000"


@pytest.mark.parametrize(
    ("iban", "reference"),
    [("SE4550000000058398257466", "1232"), (IBAN, "12A2"), (IBAN, "RFA1123"), (IBAN, "")],
)
def test_what_does_not_fit_is_refused(iban: str, reference: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        bank_barcode(iban, 100, reference)


def test_both_versions_carry_the_same_number() -> None:
    reference = reference_number("202600017")
    assert is_reference(reference)
    four = bank_barcode(IBAN, 100, reference)
    five = bank_barcode(IBAN, 100, rf_reference(reference))
    assert (four[0], five[0]) == ("4", "5")
    assert four[28:48].lstrip("0") == five[27:48].lstrip("0") == reference
