"""Rules about installed systems: tests, digests, versions, and keys that nobody keeps."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk import shipped
from serkut_desk.domain.checklist import Result
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.installation import (
    RUNS_A_SYSTEM,
    InstallTest,
    checked_results,
    failing,
    looks_like_licence_key,
    model_key,
    parse_systems,
    parse_tests,
    passed,
    refuse_licence_key,
    sha256_text,
    system_name,
    unanswered,
    version_text,
)

DOCUMENT = shipped.json_resource("installation", "2026-01-01_tests.json")
TESTS = parse_tests(DOCUMENT)
SYSTEMS = parse_systems(shipped.json_resource("installation", "systems.json"))
LAPTOP = TESTS.by_type[DeviceType.LAPTOP]
MANDATORY = InstallTest("sound", {}, {}, "", mandatory=True, may_lack=False)
OPTIONAL = InstallTest("camera", {}, {}, "", mandatory=False, may_lack=True)

KEY_SIGNS = st.sampled_from(string.ascii_uppercase + string.digits)


def test_whatever_runs_a_system_has_tests_in_plain_words() -> None:
    assert set(TESTS.by_type) >= RUNS_A_SYSTEM
    assert DeviceType.MONITOR not in TESTS.by_type
    for tests in TESTS.by_type.values():
        assert any(test.mandatory for test in tests)
        for test in tests:
            for words in (test.words, test.how):
                assert {"fi", "en"} <= set(words)
            assert shipped.resource("icons", f"{test.icon}.svg").is_file(), test.icon


def test_a_test_stands_once_in_a_list() -> None:
    twice = {**DOCUMENT, "by_type": {"laptop": [{"test": "sleep", "mandatory": True}] * 2}}
    with pytest.raises(ValueError, match="twice"):
        parse_tests(twice)


def test_what_is_mandatory_decides_whether_it_passed() -> None:
    both = (MANDATORY, OPTIONAL)
    assert passed(both, {"sound": Result.PASS})
    assert passed(both, {"sound": Result.PASS, "camera": Result.FAIL})
    assert not passed(both, {"sound": Result.FAIL, "camera": Result.PASS})
    assert not passed(both, {"sound": Result.NOT_POSSIBLE})
    assert not passed(both, {})
    assert passed(both, {"sound": Result.NOT_FITTED})
    assert failing(both, {"sound": Result.PASS, "camera": Result.FAIL}) == (OPTIONAL,)
    assert unanswered(both, {"camera": Result.PASS}) == (MANDATORY,)


def test_results_fit_the_tests() -> None:
    both = (MANDATORY, OPTIONAL)
    assert checked_results(both, {"camera": "not_fitted"}) == {"camera": Result.NOT_FITTED}
    for results, code in (
        ({"taste": "pass"}, "install_test_unknown"),
        ({"sound": "perhaps"}, "install_result_unknown"),
        ({"sound": "not_fitted"}, "install_test_not_lacking"),
    ):
        with pytest.raises((Misused, Refused)) as failure:
            checked_results(both, results)
        assert failure.value.code == code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Lenovo", "ThinkPad T480"), ("LENOVO", "thinkpad-t480")),
        (("Lenovo", "ThinkPad T480"), ("Lenovo", "Lenovo ThinkPad T480")),
        (("HP", "EliteBook 840 G5"), ("hp", "Elitebook 840G5")),
    ],
)
def test_two_writings_of_a_model_are_one(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert model_key(*one) == model_key(*other)


def test_models_differ() -> None:
    assert model_key("Lenovo", "ThinkPad T480") != model_key("Lenovo", "ThinkPad T480s")
    assert model_key("HP", "840") != model_key("Dell", "840")
    assert model_key("Dell", "Dell") == model_key("dell", "DELL")


def test_a_known_system_is_written_as_its_maker_does() -> None:
    assert system_name("linux  mint", SYSTEMS) == "Linux Mint"
    assert system_name("Haiku", SYSTEMS) == "Haiku"


@given(st.text("0123456789abcdefABCDEF", min_size=64, max_size=64))
def test_a_digest_has_one_form(digits: str) -> None:
    spaced = f"  {digits[:32]} {digits[32:]}\n"
    assert sha256_text(spaced) == digits.lower()
    assert sha256_text(f"SHA256:{digits}") == digits.lower()


@given(st.text(max_size=80))
def test_nothing_else_is_a_digest(text: str) -> None:
    plain = "".join(text.split()).casefold().removeprefix("sha256:")
    if len(plain) == 64 and set(plain) <= set("0123456789abcdef"):
        return
    with pytest.raises(Misused) as failure:
        sha256_text(text)
    assert failure.value.code == "install_hash_wrong"


@pytest.mark.parametrize("text", ["22.2", "24.04.3 LTS", "14", "16328.65.0", "6.1-stable (amd64)"])
def test_versions(text: str) -> None:
    assert version_text(f" {text} ") == text


@pytest.mark.parametrize("text", ["", "   ", "x" * 41, "22;rm", "<b>22</b>"])
def test_what_is_no_version(text: str) -> None:
    with pytest.raises(Misused):
        version_text(text)


@given(
    st.lists(st.text(KEY_SIGNS, min_size=5, max_size=5), min_size=5, max_size=5),
    st.sampled_from(["-", " ", "\u2011", "\u2013", "_", ".", " - ", "\u200b-"]),
    st.sampled_from(["", "avain ", "Windows 11 Pro: ", "("]),
    st.sampled_from(["", " toimii", ")", "."]),
    st.booleans(),
)
def test_a_key_of_five_fives_is_refused_however_it_is_written(
    groups: list[str],
    sign: str,
    before: str,
    after: str,
    small: bool,  # noqa: FBT001 - drawn
) -> None:
    key = sign.join(groups)
    text = f"{before}{key.lower() if small else key}{after}"
    with pytest.raises(Refused) as failure:
        refuse_licence_key(text)
    assert failure.value.code == "licence_key_not_kept"
    # What was written is not repeated anywhere.
    assert failure.value.facts == {}


@pytest.mark.parametrize(
    "text",
    [
        "1234-5678-9012-3456-7890-1234",
        "AB12-CD34-EF56-GH78",
        "00330-80000-00000-AAOEM",
        "12345-OEM-1234567-12345",
        "VK7JGNPHTMC97JM9MPGT3V66T",
        "win11_VK7JG-NPHTM-C97JM-9MPGT-3V66T.iso",
        "123456-123456-123456-123456-123456-123456-123456-123456",
    ],
)
def test_other_shapes_of_keys(text: str) -> None:
    assert looks_like_licence_key(text)


@pytest.mark.parametrize(
    "text",
    [
        "Linux Mint 22.2 Cinnamon",
        "linuxmint-22.2-cinnamon-64bit.iso",
        "debian-live-13.1.0-amd64-xfce.iso",
        "chromeos_16328.65.0_reven_recovery_stable-channel_mp-v7.bin.zip",
        "550e8400-e29b-41d4-a716-446655440000",
        "SD0000421757",
        "PF2ABC12",
        "192.168.100.200",
        "Ääni ei kuulu, kone on muuten hyvä",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "2026-11-21 14:21",
    ],
)
def test_what_is_no_key(text: str) -> None:
    assert not looks_like_licence_key(text)


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    assert looks_like_licence_key(text) in {True, False}
