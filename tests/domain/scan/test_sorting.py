from __future__ import annotations

from itertools import permutations

import pytest

from serkut_desk.domain.scan import Role, ScanRules, Sorted, classify, sort_scans


def together(rules: ScanRules, *texts: str, expected: frozenset[str] = frozenset()) -> Sorted:
    """Sort in every order; what comes out must be the same."""
    orders = list(permutations(texts))
    results = [
        sort_scans([classify(text, expected=expected, rules=rules) for text in order])
        for order in orders
    ]
    first = results[0]
    for result in results[1:]:
        assert fields(result) == fields(first)
        assert {note.scan.text: note.code for note in result.notes} == {
            note.scan.text: note.code for note in first.notes
        }
    return first


def fields(found: Sorted) -> tuple[str | bool | None, ...]:
    return (
        found.own, found.serial, found.serial_sure, found.maker,
        found.product, found.inventory, found.imei,
    )  # fmt: skip


def codes(found: Sorted) -> list[str]:
    return [note.code for note in found.notes]


def test_a_laptop_in_any_order(rules: ScanRules) -> None:
    found = together(
        rules, "1S21M4S5VD00PF62SDPW", "00:1A:2B:3C:4D:5E", "HKI-0098213", "SD0000421757"
    )
    assert fields(found) == (
        "SD0000421757", "PF62SDPW", True, "Lenovo", "21M4S5VD00", "HKI-0098213", None,
    )  # fmt: skip
    assert codes(found) == [
        "scan.kind.serial", "scan.ignored.mac", "scan.kind.inventory", "scan.kind.own",
    ]  # fmt: skip


def test_the_same_serial_in_two_forms_is_one(rules: ScanRules) -> None:
    found = together(rules, "1S21M4S5VD00PF62SDPW", "PF62SDPW", "35341246118")
    assert found.serial == "PF62SDPW"
    dell = together(rules, "35341246118", "G8H9K12")
    assert dell.serial == "G8H9K12"
    assert dell.conflicts == ()


def test_a_phone(rules: ScanRules) -> None:
    found = together(
        rules, "490154203237518", "356938035643809", "8944501234567890124", "R58CKTF34XT"
    )
    assert found.imei == "356938035643809"
    assert found.serial == "R58CKTF34XT"
    assert "scan.ignored.second_imei" in codes(found)
    assert "scan.ignored.iccid" in codes(found)


def test_an_apple_box_explains_its_serial(rules: ScanRules) -> None:
    alone = together(rules, "SH4K9XW2PQ1")
    assert alone.serial == "SH4K9XW2PQ1"
    boxed = together(rules, "SH4K9XW2PQ1", "1PMGP63FS/A")
    assert (boxed.serial, boxed.maker, boxed.product) == ("H4K9XW2PQ1", "Apple", "MGP63FS/A")


def test_two_serials_are_a_conflict(rules: ScanRules) -> None:
    found = together(rules, "5CG6412TLY", "CND7312A2D")
    assert found.serial is None
    assert [note.role for note in found.notes] == [Role.CONFLICT, Role.CONFLICT]


def test_an_expected_serial_ends_the_conflict(rules: ScanRules) -> None:
    found = together(rules, "5CG6412TLY", "CND7312A2D", expected=frozenset({"CND7312A2D"}))
    assert (found.serial, found.serial_sure) == ("CND7312A2D", True)
    assert codes(found) == ["scan.ignored.other_serial", "scan.kind.serial"]


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("SD0000421757", "SD0000000195"), "scan.conflict.own"),
        (("HKI-0098213", "HKI-0098214"), "scan.conflict.inventory"),
        (("1EM98EA#ABX", "2EM98EA#ABX"), "scan.conflict.product"),
    ],
)
def test_other_conflicts(rules: ScanRules, texts: tuple[str, str], code: str) -> None:
    assert codes(together(rules, *texts)) == [code, code]


def test_digits_become_the_serial_that_another_scan_names(rules: ScanRules) -> None:
    alone = together(rules, "1234567")
    assert alone.serial is None
    assert codes(alone) == ["scan.unsure"]
    assert len(alone.unsure) == 1
    listed = together(rules, "1234567", expected=frozenset({"1234567"}))
    assert listed.serial == "1234567"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("PA0000000104", "scan.ignored.own"),
        ("4006381333931", "scan.ignored.ean"),
        ("https://x/a?b=1", "scan.ignored.url"),
        ("SD0000421758", "scan.why.own_code_check"),
        ("VK7JG-NPHTM-C97JM-9MPGT-3V66T", "scan.ignored.secret"),
        ("CN0E2H6Y7444WGMWNTA", "scan.unsure"),
        ("", "scan.why.empty"),
    ],
)
def test_what_is_left_out_and_why(rules: ScanRules, text: str, code: str) -> None:
    assert codes(together(rules, text)) == [code]


def test_nothing_scanned(rules: ScanRules) -> None:
    assert fields(sort_scans([])) == (None, None, False, None, None, None, None)
    assert rules.version
