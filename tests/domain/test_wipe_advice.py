"""For everything that can be wrong with a wipe there is a next step, and one that can be done."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import product

import pytest

from domain.policy_cases import medium, overwrite, shipped_policy
from domain.policy_table import everything, one_thing_less
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.lacks import LackCode
from serkut_desk.domain.media import SOLDERED_KINDS, DataClass, KindSource, MediumKind
from serkut_desk.domain.policy import PHYSICAL, SanitisationTechnique
from serkut_desk.domain.sanitisation import Advice, judge
from serkut_desk.domain.wipe_advice import RESETS

POLICY = shipped_policy()
OVERWRITE = frozenset({SanitisationTechnique.OVERWRITE})
FIRMWARE = (
    frozenset(SanitisationTechnique)
    - PHYSICAL
    - OVERWRITE
    - RESETS
    - {SanitisationTechnique.DEGAUSS}
)
# What each advice comes to, as techniques; those of "the same again" are added for a run.
COMES_TO = {
    Advice.WIPE: OVERWRITE,
    Advice.SANITIZE: FIRMWARE,
    Advice.RESET_PHONE: RESETS,
    Advice.REMOVE_AND_DESTROY: PHYSICAL,
    Advice.DESTROY_DEVICE: PHYSICAL,
    Advice.MELT: frozenset({SanitisationTechnique.DESTROY_MELT}),
}
THE_SAME = frozenset(
    {
        Advice.REPEAT_WIPE,
        Advice.OTHER_PORT,
        Advice.MORE_PASSES,
        Advice.VERIFY_ON,
        Advice.REMOVE_HIDDEN_AREAS,
        Advice.APPROVED_TOOL,
        Advice.COMPLETE_RECORD,
        Advice.DESTROY_FINER,
        Advice.ACCEPT_UNKNOWN,
        Advice.REVIEW_REPORT,
    }
)
# Said of what a person has to look at first; another advice stands beside it.
ALONE_NOTHING = frozenset({Advice.REVIEW_REPORT, Advice.CONFIRM_KIND})


@cache
def ways_of(kind: MediumKind, data_class: DataClass) -> frozenset[SanitisationTechnique]:
    required = POLICY.required_level(kind, data_class)
    return frozenset(row.technique for row in POLICY.ways(kind, data_class, required))


def reaches(
    advice: Advice, kind: MediumKind, data_class: DataClass, done: SanitisationTechnique | None
) -> bool:
    """Tell whether following an advice can reach what is asked."""
    ways = ways_of(kind, data_class)
    meant = COMES_TO.get(advice, frozenset())
    if advice in THE_SAME:
        meant |= {done} if done else frozenset()
    if advice is Advice.REPEAT_WIPE:
        meant |= OVERWRITE
    return bool(meant & ways)


@pytest.mark.parametrize("kind", MediumKind)
def test_every_lack_has_a_next_step_that_reaches_what_is_asked(kind: MediumKind) -> None:
    for technique, data_class in product(SanitisationTechnique, DataClass):
        # What a report can not tell is told by hand; a record of either kind misses the same.
        full = replace(everything(kind, technique), by_hand=data_class is DataClass.ORDINARY)
        known = POLICY.row(kind, technique, data_class) is not None
        for name, run in (("nothing", full), *one_thing_less(full)):
            if not (known or name == "nothing" or name.startswith("verdict")):
                continue
            judged = judge(POLICY, medium(kind, data_class), run)
            case = (kind, data_class, technique, name, judged.advice)
            if judged.satisfied:
                assert judged.advice == (), case
                continue
            assert judged.advice, case
            for advice in judged.advice:
                if advice not in ALONE_NOTHING:
                    assert reaches(advice, kind, data_class, technique), case
            assert set(judged.advice) - ALONE_NOTHING, case
            _can_be_done(kind, technique, judged.advice)


def _can_be_done(kind: MediumKind, done: SanitisationTechnique, advice: tuple[Advice, ...]) -> None:
    if kind in SOLDERED_KINDS:
        assert not {Advice.REMOVE_AND_DESTROY, Advice.OTHER_PORT} & set(advice)
    else:
        assert Advice.DESTROY_DEVICE not in advice
    assert (kind is MediumKind.PHONE) or Advice.RESET_PHONE not in advice
    assert (kind is not MediumKind.PHONE) or Advice.SANITIZE not in advice
    pieces = {Advice.DESTROY_FINER, Advice.MELT} & set(advice)
    assert not pieces or done in PHYSICAL
    # What is in pieces is not wiped again.
    whole = {Advice.WIPE, Advice.REPEAT_WIPE, Advice.SANITIZE, Advice.RESET_PHONE}
    assert done not in PHYSICAL or not whole & set(advice)


@pytest.mark.parametrize(("kind", "data_class"), [*product(MediumKind, DataClass)])
def test_what_was_never_wiped_is_told_a_way_that_its_kind_can_go(
    kind: MediumKind, data_class: DataClass
) -> None:
    judged = judge(POLICY, medium(kind, data_class), None)
    assert judged.advice
    for advice in judged.advice:
        assert reaches(advice, kind, data_class, None), judged.advice


def test_an_overwritten_ssd_is_told_why_more_passes_do_not_help() -> None:
    judged = judge(POLICY, medium(MediumKind.SSD), overwrite(3))
    assert [one.code for one in judged.missing] == [LackCode.OVERWRITE_MISSES_SPARE]
    assert judged.missing[0].fields["passes"] == 3
    assert judged.advice == (Advice.SANITIZE, Advice.REMOVE_AND_DESTROY)
    unread = replace(overwrite(3), errors=None)
    again = judge(POLICY, medium(MediumKind.SSD), unread)
    assert Advice.APPROVED_TOOL not in again.advice, "another program overwrites no better"


def test_a_doubtful_kind_is_confirmed_first() -> None:
    told = medium(MediumKind.HDD, source=KindSource.PERSON)
    assert judge(POLICY, told, overwrite(3)).advice[0] is Advice.CONFIRM_KIND


def test_a_report_that_is_not_clear_is_looked_at_first() -> None:
    doubtful = replace(overwrite(3), verdict=Verdict.REVIEW)
    assert judge(POLICY, medium(MediumKind.HDD), doubtful).advice[0] is Advice.REVIEW_REPORT
    told = replace(everything(MediumKind.PHONE, SanitisationTechnique.IOS_FACTORY_RESET))
    unsure = replace(told, verdict=Verdict.REVIEW, by_hand=True)
    assert judge(POLICY, medium(MediumKind.PHONE), unsure).advice[0] is Advice.COMPLETE_RECORD
