"""The factory reset of a phone or tablet: what is asked, and what the answers prove.

No phone writes a log. A person answers a checklist for its platform; the answers become the
technique, what is attested, and a verdict, which the policy judges as any other. What nobody
knows proves nothing: one unknown answer, and the record waits for a better one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.policy import Attestation, SanitisationTechnique

if TYPE_CHECKING:
    from collections.abc import Mapping

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a checklist; `phone.<key>` in the texts, `phone.<key>.<answer>` its answers.

    `failed` are answers that say that the reset did not come to its end.
    """

    key: str
    answers: tuple[str, ...]
    failed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Platform:
    """One kind of phone or tablet; `phone.platform.<key>` in the texts.

    Args:
        key: Its word.
        kinds: What its memory may be.
        questions: In the order in which they are asked.
        techniques: Each with the answers that make the reset this one; the first that fits counts.
        attests: What is attested by which answers, all of them together.
    """

    key: str
    kinds: frozenset[MediumKind]
    questions: tuple[Question, ...]
    techniques: tuple[tuple[SanitisationTechnique, Mapping[str, frozenset[str]]], ...]
    attests: Mapping[Attestation, Mapping[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class PhoneOutcome:
    """What the answers come to.

    `open` are the questions whose answer is unknown, in order.
    """

    technique: SanitisationTechnique
    verdict: Verdict
    attested: frozenset[Attestation]
    open: tuple[str, ...]


def platforms(document: Mapping[str, Any]) -> dict[str, Platform]:
    """Return the platforms of a parsed `wiping/phones.json`, by key.

    Raises:
        ValueError: A word is unknown, or something is asked of an answer that nobody can give.
    """
    questions = {
        key: Question(key, (*told["answers"], UNKNOWN), frozenset(told.get("failed", ())))
        for key, told in document["questions"].items()
    }
    found = {}
    for key, told in document["platforms"].items():
        asked = {name: questions[name] for name in told["questions"]}
        attests = {
            Attestation(word): _wanted(asked, wanted) for word, wanted in told["attests"].items()
        }
        techniques = tuple(
            (SanitisationTechnique(one["technique"]), _wanted(asked, one["answers"]))
            for one in told["techniques"]
        )
        kinds = frozenset(MediumKind(word) for word in told["kinds"])
        found[key] = Platform(key, kinds, tuple(asked.values()), techniques, attests)
    return found


def _wanted(
    asked: Mapping[str, Question], wanted: Mapping[str, list[str]]
) -> dict[str, frozenset[str]]:
    for name, answers in wanted.items():
        if UNKNOWN in answers or not set(answers) <= set(asked[name].answers):
            message = f"{name}: {answers} can not all be answered, or prove nothing"
            raise ValueError(message)
    return {name: frozenset(answers) for name, answers in wanted.items()}


def outcome(platform: Platform, answers: Mapping[str, str]) -> PhoneOutcome:
    """Return what a complete set of answers comes to.

    Raises:
        ValueError: A question is not answered, or answered with a word that it does not know.
    """
    for question in platform.questions:
        if answers.get(question.key) not in question.answers:
            message = f"{question.key}: {answers.get(question.key)!r}"
            raise ValueError(message)

    def holds(wanted: Mapping[str, frozenset[str]]) -> bool:
        return all(answers[name] in those for name, those in wanted.items())

    unknown = tuple(one.key for one in platform.questions if answers[one.key] == UNKNOWN)
    failed = any(answers[one.key] in one.failed for one in platform.questions)
    verdict = Verdict.FAILED if failed else Verdict.REVIEW if unknown else Verdict.PASSED
    technique = next(
        (technique for technique, wanted in platform.techniques if holds(wanted)),
        SanitisationTechnique.UNKNOWN,
    )
    attested = frozenset(word for word, wanted in platform.attests.items() if holds(wanted))
    return PhoneOutcome(technique, verdict, attested, unknown)
