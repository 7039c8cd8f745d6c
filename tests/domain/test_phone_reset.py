from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from domain.policy_cases import medium, shipped_policy
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.media import Level, MediumKind
from serkut_desk.domain.phone_reset import UNKNOWN, Platform, outcome, platforms
from serkut_desk.domain.policy import Attestation, SanitisationTechnique
from serkut_desk.domain.sanitisation import RunFacts, judge
from serkut_desk.shipped import json_resource
from serkut_desk.texts import Texts

POLICY = shipped_policy()
PLATFORMS = platforms(json_resource("wiping", "phones.json"))
# The first answer of each question is the good one; what else passes, and nothing besides.
GOOD = {
    "account": {"before", "never"},
    "mdm": {"released", "never"},
    "reset": {"settings", "recovery"},
    "model": {"destroys_key", "older"},
    "encryption": {"on"},
    "encryption_known": {"settings", "version"},
    "screen": {"seen"},
    "lock_after": {"not_asked"},
    "sim": {"removed", "none"},
    "card": {"removed", "none"},
}
# A memory card in a Chromebook is a medium of its own.
NOT_DECIDING = {("chromeos", "card")}
LEVELS = {"ios": Level.CLEAR, "android": Level.CLEAR, "chromeos": Level.CLEAR, "other": Level.NONE}


def best(platform: Platform) -> dict[str, str]:
    return {one.key: one.answers[0] for one in platform.questions}


def level(platform: Platform, answers: dict[str, str]) -> Level:
    found = outcome(platform, answers)
    run = RunFacts(
        technique=found.technique,
        verdict=found.verdict,
        by_hand=True,
        attested=found.attested | {Attestation.EVIDENCE_FILE, Attestation.SERIAL_BEFORE},
    )
    return judge(POLICY, medium(min(platform.kinds)), run).level


@pytest.mark.parametrize("key", PLATFORMS)
def test_each_answer_alone_decides(key: str) -> None:
    platform = PLATFORMS[key]
    assert level(platform, best(platform)) is LEVELS[key]
    for question in platform.questions:
        assert question.answers[-1] == UNKNOWN
        for answer in question.answers:
            answers = best(platform) | {question.key: answer}
            good = answer in GOOD[question.key]
            good |= (key, question.key) in NOT_DECIDING and answer != UNKNOWN
            assert level(platform, answers) is (LEVELS[key] if good else Level.NONE), answers


@pytest.mark.parametrize("key", PLATFORMS)
def test_one_unknown_answer_and_nothing_passes(key: str) -> None:
    platform = PLATFORMS[key]
    choices = [sorted({one.answers[0], one.answers[1], UNKNOWN}) for one in platform.questions]
    for given in product(*choices):
        if UNKNOWN not in given:
            continue
        answers = dict(zip(best(platform), given, strict=True))
        found = outcome(platform, answers)
        assert found.verdict is not Verdict.PASSED
        assert found.open == tuple(name for name, answer in answers.items() if answer == UNKNOWN)


def test_a_reset_from_recovery_mode_does_not_take_the_locks_off() -> None:
    android = PLATFORMS["android"]
    left = best(android) | {"reset": "recovery", "account": "not_before"}
    assert Attestation.LOCKS_OFF not in outcome(android, left).attested
    asked = outcome(android, best(android) | {"lock_after": "asked"})
    assert asked.verdict is Verdict.FAILED
    plain = outcome(android, best(android) | {"encryption": "off"})
    assert plain.technique is SanitisationTechnique.ANDROID_RESET_UNENCRYPTED


def test_only_a_model_that_destroys_its_key_may_be_raised() -> None:
    ios = PLATFORMS["ios"]
    assert Attestation.KEY_DESTROYING_MODEL in outcome(ios, best(ios)).attested
    older = outcome(ios, best(ios) | {"model": "older"})
    assert Attestation.KEY_DESTROYING_MODEL not in older.attested


@pytest.mark.parametrize("answers", [{}, {"account": "perhaps"}])
def test_a_question_without_a_known_answer_is_refused(answers: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="account"):
        outcome(PLATFORMS["ios"], answers)


def test_every_question_and_answer_has_its_words() -> None:
    for language in ("fi", "en"):
        texts = Texts(language)
        for platform in PLATFORMS.values():
            assert texts.say(f"phone.platform.{platform.key}")
            for question in platform.questions:
                assert texts.say(f"phone.{question.key}").endswith("?")
                for answer in question.answers[:-1]:
                    assert texts.say(f"phone.{question.key}.{answer}")


def test_a_checklist_that_counts_what_nobody_knows_is_refused() -> None:
    document: dict[str, Any] = json_resource("wiping", "phones.json")
    told = document["platforms"]["ios"] | {"attests": {"locks_off": {"account": ["unknown"]}}}
    with pytest.raises(ValueError, match="account"):
        platforms(document | {"platforms": {"ios": told}})


def test_the_kinds_are_those_that_the_policy_has_rules_for() -> None:
    for platform in PLATFORMS.values():
        for technique, _ in platform.techniques:
            assert {kind for row in POLICY.rows if row.technique is technique for kind in row.kinds}
        assert platform.kinds <= {MediumKind.PHONE, MediumKind.EMMC, MediumKind.UFS}
