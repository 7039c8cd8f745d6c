from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from serkut_desk.domain.scan import Scan, ScanKind, ScanRules, Why, classify

Garble = Callable[[str], str]
FIXTURES = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

# Text as the bars hold it, kind, value, some of the further facts.
VECTORS: list[tuple[str, str, str, dict[str, str]]] = [
    ("SD0000421757", "own", "SD0000421757", {"code_kind": "SD", "number": "4217"}),
    ("]C0sd 0000 4217 57", "own", "SD0000421757", {}),
    ("SD0000421758", "unknown", "SD0000421758", {}),
    ("490154203237518", "imei", "490154203237518", {"tac": "49015420"}),
    ("356938035643809", "imei", "356938035643809", {}),
    ("352099001761481", "imei", "352099001761481", {}),
    ("49-015420-323751-8", "imei", "490154203237518", {}),
    ("49 015420 323751 8", "imei", "490154203237518", {}),
    ("490154/20/323751/8", "imei", "490154203237518", {}),
    ("IMEI: 490154203237518", "imei", "490154203237518", {}),
    ("IMEI1:490154203237518", "imei", "490154203237518", {}),
    ("22S490154203237518", "imei", "490154203237518", {}),
    ("490154203237518,356938035643809", "imei", "490154203237518", {"imei2": "356938035643809"}),
    ("490154203237519", "unknown", "490154203237519", {"looks_like": "imei"}),
    ("000000000000000", "unknown", "000000000000000", {}),
    ("1S21M4S5VD00PF62SDPW", "serial", "PF62SDPW", {"product": "21M4S5VD00"}),
    ("1s21m4s5vd00 pf62sdpw", "serial", "PF62SDPW", {"product": "21M4S5VD00"}),
    ("]C01S21M4S5VD00PF62SDPW", "serial", "PF62SDPW", {"product": "21M4S5VD00"}),
    ("]Q11S21M4S5VD00PF62SDPW", "serial", "PF62SDPW", {"product": "21M4S5VD00"}),
    ("*1S21M4S5VD00PF62SDPW*", "serial", "PF62SDPW", {"product": "21M4S5VD00"}),
    ("1S20X2S0AB00PF3K9X17", "serial", "PF3K9X17", {"product": "20X2S0AB00"}),
    ("1S3680WZQPF5A3H8", "serial", "PF5A3H8", {"product": "3680WZQ"}),
    ("21M4S5VD00PF62SDPW", "serial", "PF62SDPW", {"product": "21M4S5VD00"}),
    ("21M4S5VD00-PF62SDPW", "serial", "PF62SDPW", {"product": "21M4S5VD00"}),
    ("PF62SDPW", "serial", "PF62SDPW", {}),
    ("LFBN0123456789", "serial", "LFBN0123456789", {}),
    ("8SSB20A12345L1HF12345", "part", "8SSB20A12345L1HF12345", {"product": "SB20A12345"}),
    ("11S45N1127Z1ZS9A12345X", "part", "11S45N1127Z1ZS9A12345X", {"product": "45N1127"}),
    ("https://pcsupport.lenovo.com/qr/21M4S5VD00/PF62SDPW", "serial", "PF62SDPW", {}),
    ("35341246118", "serial", "G8H9K12", {"express_code": "35341246118"}),
    ("353-412-461-18", "serial", "G8H9K12", {}),
    ("17278147010", "serial", "7XQYNK2", {}),
    ("22453156048", "serial", "ABC1234", {}),
    ("2785320868", "serial", "1A2B3C4", {"express_code": "2785320868"}),
    ("G8H9K12", "serial", "G8H9K12", {}),
    ("g8h9k12", "serial", "G8H9K12", {}),
    ("CN-0E2H6Y-74444-WGM-WNTA-A01", "part", "CN-0E2H6Y-74444-WGM-WNTA-A01", {}),
    ("5CG6412TLY", "serial", "5CG6412TLY", {}),
    ("5cg 6412 tly", "serial", "5CG6412TLY", {}),
    ("1EM98EA#ABX", "product", "1EM98EA#ABX", {}),
    ("1P1EM98EA#ABX", "product", "1EM98EA#ABX", {}),
    ("1PMGP63FS/A", "product", "MGP63FS/A", {}),
    ("MGP63FS/A", "product", "MGP63FS/A", {}),
    ("SC02DF8G5BJTQ", "serial", "C02DF8G5BJTQ", {}),
    ("R58CKTF34XT", "serial", "R58CKTF34XT", {}),
    ("S/N: abc 12345", "serial", "ABC12345", {}),
    ("]C1010640123456789721ABC123", "serial", "ABC123", {"gtin": "06401234567897"}),
    ("]C1010640123456789121ABC123", "unknown", "010640123456789121ABC123", {}),
    ("010640123456789721ABC123", "serial", "ABC123", {"gtin": "06401234567897"}),
    ("(01)06401234567897(21)ABC123", "serial", "ABC123", {"gtin": "06401234567897"}),
    ("]d201064012345678972112AB\x1d10LOT7", "serial", "12AB", {"batch": "LOT7"}),
    ("]Q301064012345678972112AB|10LOT7", "serial", "12AB", {"batch": "LOT7"}),
    ("]d201064012345678972112AB^]10LOT7", "serial", "12AB", {"batch": "LOT7"}),
    ("]d201064012345678972112AB<GS>10LOT7", "serial", "12AB", {"batch": "LOT7"}),
    ("]C100106141412345678908", "unknown", "00106141412345678908", {"sscc": "106141412345678908"}),
    ("]C18002490154203237518", "imei", "490154203237518", {}),
    ("]C1not GS1 at all", "unknown", "not GS1 at all", {}),
    ("]C10106401234567897", "ean", "6401234567897", {}),
    ("https://id.gs1.org/01/06401234567897/21/ABC123", "serial", "ABC123", {}),
    ("https://id.gs1.org/01/06401234567891/21/ABC123", "unknown", "", {"looks_like": "gs1"}),
    ("[)>\x1e06\x1d1P20XJS0M100\x1dSPF3XYZ12\x1e\x04", "serial", "PF3XYZ12",
     {"product": "20XJS0M100"}),
    ("[)><RS>06<GS>1P20XJS0M100<GS>SPF3XYZ12<RS><EOT>", "serial", "PF3XYZ12", {}),
    ("[)>\x1e06\x1d22S490154203237518\x1d23S001A2B3C4D5E\x1e\x04", "imei", "490154203237518", {}),
    ("[)>\x1e06\x1d23S001A2B3C4D5E\x1e\x04", "mac", "00:1A:2B:3C:4D:5E", {}),
    ("[)>\x1e05\x1d010640123456789721ABC123\x1e\x04", "serial", "ABC123", {}),
    ("[)>rubbish", "unknown", "[)>rubbish", {}),
    ("00:1A:2B:3C:4D:5E", "mac", "00:1A:2B:3C:4D:5E", {}),
    ("00-1a-2b-3c-4d-5e", "mac", "00:1A:2B:3C:4D:5E", {}),
    ("001A.2B3C.4D5E", "mac", "00:1A:2B:3C:4D:5E", {}),
    ("001A2B3C4D5E", "mac", "00:1A:2B:3C:4D:5E", {}),
    ("23S001A2B3C4D5E", "mac", "00:1A:2B:3C:4D:5E", {}),
    ("MAC: 001A2B3C4D5E", "mac", "00:1A:2B:3C:4D:5E", {}),
    ("8944501234567890124", "iccid", "8944501234567890124", {}),
    ("4006381333931", "ean", "4006381333931", {"gtin": "04006381333931"}),
    ("]E04006381333931", "ean", "4006381333931", {}),
    ("]E496385074", "ean", "96385074", {}),
    ("96385074", "ean", "96385074", {}),
    ("036000291452", "ean", "036000291452", {}),
    ("4006381333932", "unknown", "4006381333932", {"looks_like": "ean"}),
    ("96385075", "unknown", "96385075", {}),
    ("036000291453", "unknown", "036000291453", {}),
    ("]E04006381333932", "unknown", "4006381333932", {}),
    ("HKI-0098213", "inventory", "HKI-0098213", {}),
    ("hki-0098213", "inventory", "HKI-0098213", {}),
    ("https://x/a?b=1", "url", "https://x/a?b=1", {}),
    ("HTTPS://Example.FI/Path", "url", "https://example.fi/Path", {}),
    ("https://example.fi/x?sn=abc12345", "serial", "ABC12345", {}),
    ("550E8400-E29B-41D4-A716-446655440000", "unknown", "550e8400-e29b-41d4-a716-446655440000", {}),
    ("479440520200360820048831500000000868516259619897100612", "unknown",
     "479440520200360820048831500000000868516259619897100612", {}),
    ("", "unknown", "", {}),
    ("ELITEBOOK", "unknown", "ELITEBOOK", {}),
    ("www.Example.fi", "url", "www.example.fi", {}),
]  # fmt: skip


def check(scan: Scan, kind: str, value: str, also: dict[str, str]) -> None:
    assert scan.kind == kind, scan
    if value:
        assert scan.value == value
    assert also.items() <= scan.also.items()


@pytest.mark.parametrize(("text", "kind", "value", "also"), VECTORS)
def test_vectors(rules: ScanRules, text: str, kind: str, value: str, also: dict[str, str]) -> None:
    scan = classify(text, rules=rules)
    check(scan, kind, value, also)
    assert scan.text == text
    assert not scan.layout_fixed


@pytest.mark.parametrize("vector", VECTORS)
def test_vectors_from_a_us_scanner_on_the_finnish_layout(
    rules: ScanRules, garbled: Garble, vector: tuple[str, str, str, dict[str, str]]
) -> None:
    text, kind, value, also = vector
    arrived = garbled(text)
    scan = classify(arrived, rules=rules)
    check(scan, kind, value, also)
    # Slashes arrive as hyphens, with which an IMEI is as good.
    as_good = text == "490154/20/323751/8"
    assert scan.layout_fixed == (arrived != text and not as_good)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("00Ö1AÖ2BÖ3CÖ4DÖ5E", "mac", "00:1A:2B:3C:4D:5E"),
        ("httpsÖ--x-a_b\u00b41", "url", "https://x/a?b=1"),
        ("MGP63FS-A", "product", "MGP63FS/A"),
        ("HKI+0098213", "inventory", "HKI-0098213"),
        ("¨C1010640123456789721ABC123", "serial", "ABC123"),
        ("1010640123456789721ABC123", "serial", "ABC123"),
        ("201064012345678972112AB\x1d10LOT7", "serial", "12AB"),
        ("Ä05CG6412TLY", "serial", "5CG6412TLY"),
        ("Ë04006381333931", "ean", "4006381333931"),
    ],
)
def test_garbled_texts_are_put_right(rules: ScanRules, text: str, kind: str, value: str) -> None:
    scan = classify(text, rules=rules)
    assert (scan.kind, scan.value, scan.layout_fixed) == (kind, value, True)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("1234567", {"inventory", "serial"}),
        ("49015420323751?,356938035643809", set()),
        ("https://\x04", set()),
        ("S/N: )(?!", set()),
        ("4901542032375101", {"imei", "serial"}),
        ("SD 4217", {"own", "product"}),
        ("AB123", {"serial", "product"}),
        ("WNDYDFG", {"serial"}),
        ("WD-WCC4E1234567", {"serial"}),
    ],
)
def test_what_is_only_offered(rules: ScanRules, text: str, kinds: set[str]) -> None:
    scan = classify(text, rules=rules)
    assert scan.kind is ScanKind.UNKNOWN
    assert {candidate.kind for candidate in scan.candidates} == kinds
    assert not scan.sure


@pytest.mark.parametrize("text", ["SD0000421758", "4006381333931", "8944501234567890124"])
def test_what_is_never_a_serial(rules: ScanRules, text: str) -> None:
    scan = classify(text, rules=rules)
    assert all(candidate.kind is not ScanKind.SERIAL for candidate in scan.candidates)


@pytest.mark.parametrize(
    ("text", "expected", "value"),
    [
        ("1234567", "1234567", "1234567"),
        ("4006381333931", "4006381333931", "4006381333931"),
        ("490154203237518", "490154203237518", "490154203237518"),
        ("001A2B3C4D5E", "001a2b3c4d5e", "001A2B3C4D5E"),
        ("35341246118", "G8H9K12", "G8H9K12"),
        ("35341246118", "35341246118", "35341246118"),
        ("SABC9XYZ1234", "ABC9XYZ1234", "ABC9XYZ1234"),
        ("CN0E2H6Y7444WGMWNTA", "CN0E2H6Y7444WGMWNTA", "CN0E2H6Y7444WGMWNTA"),
        ("1s20x2s0ab00pf3k9x17", "pf3k 9x17", "PF3K9X17"),
        ("HKI-0098213", "HKI-0098213", "HKI-0098213"),
    ],
)
def test_an_expected_serial_wins(rules: ScanRules, text: str, expected: str, value: str) -> None:
    for given_as in (frozenset({expected, "OTHER1"}), {expected: 1}):
        scan = classify(text, expected=given_as, rules=rules)
        assert (scan.kind, scan.value, scan.why) == ("serial", value, Why.EXPECTED)
        assert scan.sure
    assert classify(text, expected={value}, rules=rules).also == (
        {"product": "20X2S0AB00"} if text.startswith("1s") else scan.also
    )


def test_an_expected_serial_with_a_garbled_hyphen(rules: ScanRules) -> None:
    scan = classify("WD+WCC4E1234567", expected={"WD-WCC4E1234567"}, rules=rules)
    assert (scan.kind, scan.value, scan.layout_fixed) == ("serial", "WD-WCC4E1234567", True)


def test_own_codes_stay_own_when_a_list_names_them(rules: ScanRules) -> None:
    scan = classify("SD0000421757", expected={"SD0000421757"}, rules=rules)
    assert scan.kind is ScanKind.OWN


@pytest.mark.parametrize("text", ["", " \r\n\t", "\x00\x02\x03", "\u202e\u200b"])
def test_nothing_is_empty(rules: ScanRules, text: str) -> None:
    assert classify(text, rules=rules).why is Why.EMPTY


def test_hidden_and_control_characters_do_not_matter(rules: ScanRules) -> None:
    scan = classify("\x02\u202e1S21M4S5VD00\u200bPF62\x00SDPW\r\n", rules=rules)
    assert scan.value == "PF62SDPW"


@pytest.mark.parametrize("text", ["A1" * 5000, "1" * 10_000, "]C1" + "0" * 9997, "å" * 10_000])
def test_what_is_far_too_long(rules: ScanRules, text: str) -> None:
    scan = classify(text, rules=rules)
    assert scan.why is Why.TOO_LONG
    assert len(scan.text) == 1000


NORMAL = frozenset(("own", "command", "imei", "iccid", "mac", "ean", "inventory"))


@pytest.mark.parametrize("text", [text for text, kind, *_ in VECTORS if kind in NORMAL])
def test_a_normal_form_is_its_own_normal_form(rules: ScanRules, text: str) -> None:
    first = classify(text, rules=rules)
    again = classify(first.value, rules=rules)
    assert (again.kind, again.value) == (first.kind, first.value)


ODD = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "0123456789ABCDEFSPabc[)>]}{=+-_:;/\\|^~.,#*'\"()¨\u00b4`ÄÖäöåÅ§½\x1d\x1e\x04 "
        ),
        st.characters(),
    )
)


@FIXTURES
@given(text=st.one_of(st.text(), ODD, ODD.map("[)>\x1e06\x1d{}".format), ODD.map("]C1{}".format),
                      ODD.map("https://a.fi/01/06401234567897/21/{}".format)))  # fmt: skip
def test_no_text_raises_and_any_value_is_stable(rules: ScanRules, text: str) -> None:
    scan = classify(text, rules=rules)
    assert scan.value.isprintable() or scan.kind is ScanKind.UNKNOWN
    if scan.kind in NORMAL:
        assert classify(scan.value, rules=rules).value == scan.value
    if scan.kind is ScanKind.SERIAL:
        again = classify(scan.value, expected={scan.value}, rules=rules)
        assert (again.kind, again.value) == (ScanKind.SERIAL, scan.value)


@FIXTURES
@given(text=st.text(alphabet=st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF), min_size=1))
def test_half_characters_never_leave(rules: ScanRules, text: str) -> None:
    classify(text, rules=rules).text.encode()
