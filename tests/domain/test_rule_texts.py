from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from domain.policy_cases import medium, overwrite, shipped_policy
from serkut_desk.domain.data_state import DataState, MediumState
from serkut_desk.domain.lacks import LackCode
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import DataClass, KindSource, Level, MediumKind
from serkut_desk.domain.permissions import Permission, Role
from serkut_desk.domain.policy import (
    Attestation,
    FlashDecision,
    Note,
    SanitisationTechnique,
)
from serkut_desk.domain.sanitisation import Acceptance, Advice, judge
from serkut_desk.texts import Texts, catalogue

if TYPE_CHECKING:
    from enum import StrEnum

VOCABULARIES: dict[str, type[StrEnum]] = {
    "level": Level,
    "kind": MediumKind,
    "kind_source": KindSource,
    "data_class": DataClass,
    "state": DeviceState,
    "data_state": DataState,
    "medium_state": MediumState,
    "role": Role,
    "permission": Permission,
    "technique": SanitisationTechnique,
    "attestation": Attestation,
    "acceptance": Acceptance,
    "note": Note,
    "advice": Advice,
    "flash": FlashDecision,
}
KEYS = [f"{prefix}.{word}" for prefix, words in VOCABULARIES.items() for word in words]
KEYS += [f"error.{code}.{part}" for code in LackCode for part in ("what", "why", "next")]
FORBIDDEN = ("sertifioi", "standardin mukai", "mahdoton", "certified", "compliant", "työntekijä")


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_word_and_every_lack_has_its_sentences(language: str) -> None:
    sentences = catalogue(language)
    assert [key for key in KEYS if not sentences.get(key)] == []


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_name_the_same_fields(key: str) -> None:
    fields = [set(re.findall(r"{(\w+)}", catalogue(language)[key])) for language in ("fi", "en")]
    assert fields[0] == fields[1]


@pytest.mark.parametrize("language", ["fi", "en"])
def test_no_sentence_claims_what_nobody_can_show(language: str) -> None:
    said = " ".join(catalogue(language)[key] for key in KEYS).lower()
    assert [word for word in FORBIDDEN if word in said] == []


def test_words_in_a_refusal_are_said_in_the_readers_language() -> None:
    judgement = judge(shipped_policy(), medium(MediumKind.SSD), overwrite())
    said = Texts("fi").failure(judgement.missing[0].refusal())
    assert said["what"] == (
        "Ylikirjoitus ei riitä tälle muistille (kierroksia 3): "
        "Perus (clear), vaaditaan Vahva (purge)."
    )
