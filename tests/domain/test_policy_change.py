from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.policy_cases import medium, overwrite, shipped_document
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.policy import FlashDecision, Switch
from serkut_desk.domain.policy_change import (
    Difference,
    PolicyChange,
    changed_document,
    differences,
    first_document,
)
from serkut_desk.domain.policy_reader import parse_policy
from serkut_desk.domain.sanitisation import Advice, judge

TODAY = date(2026, 2, 28)


def change(**fields: Any) -> PolicyChange:
    return PolicyChange(reference="HEL 2026-004711", document_date=date(2026, 2, 20), **fields)


def test_a_change_takes_effect_the_next_day_under_the_next_number() -> None:
    before = shipped_document()
    after = changed_document(before, change(min_passes={MediumKind.HDD: 1}), TODAY)
    policy = parse_policy(after)
    assert policy.effective_from == date(2026, 3, 1)
    assert policy.version == 2
    assert policy.document == "HEL 2026-004711"
    assert judge(policy, medium(MediumKind.HDD), overwrite(1)).satisfied
    assert before == shipped_document()


def test_a_new_workshops_decision_holds_at_once() -> None:
    wanted = change(flash=FlashDecision.CLEAR_ACCEPTED)
    policy = parse_policy(first_document(shipped_document(), wanted, TODAY))
    assert policy.effective_from == TODAY
    assert policy.flash_reference == "HEL 2026-004711"
    assert policy.required_level(MediumKind.SSD, DataClass.ORDINARY) is Level.CLEAR
    assert policy.required_level(MediumKind.SSD, DataClass.CONFIDENTIAL) is Level.PURGE


def test_the_difference_of_two_versions() -> None:
    wanted = change(
        required={(DataClass.ORDINARY, MediumKind.HDD): Level.PURGE},
        min_passes={MediumKind.HDD: 0},
        lowered={"emmc-overwrite": Level.NONE},
        switches={Switch.NIST_R1_TABLES: True},
    )
    before = shipped_document()
    after = changed_document(before, wanted, TODAY)
    assert differences(parse_policy(before), parse_policy(after)) == (
        Difference("min_passes.hdd", "3", "0"),
        Difference("required.ordinary.hdd", "clear", "purge"),
        Difference("rows.emmc-overwrite", "clear", "none"),
        Difference("switches.nist_r1_tables", "", "true"),
    )


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("nothing_changes", change()),
        ("nothing_changes", change(min_passes={MediumKind.HDD: 3})),
        ("change_unknown", change(lowered={"hope": Level.NONE})),
        ("change_unknown", change(min_passes={MediumKind.HDD: -1})),
        (
            "change_unknown",
            change(required={(DataClass.ORDINARY, MediumKind.HDD): Level.NONE}),
        ),
        ("level_raised", change(lowered={"ssd-overwrite": Level.PURGE})),
        (
            "document_missing",
            PolicyChange(
                reference=" ", document_date=TODAY, switches={Switch.NIST_R1_TABLES: True}
            ),
        ),
    ],
)
def test_what_no_change_can_do(code: str, wanted: PolicyChange) -> None:
    with pytest.raises(Refused) as refused:
        changed_document(shipped_document(), wanted, TODAY)
    assert refused.value.code == code


def test_a_lowered_rule_is_not_raised_by_a_switch() -> None:
    wanted = change(lowered={"nvme-format-1": Level.CLEAR}, switches={Switch.NIST_R1_TABLES: True})
    policy = parse_policy(changed_document(shipped_document(), wanted, TODAY))
    row = next(row for row in policy.rows if row.id == "nvme-format-1")
    assert policy.top(row) is Level.CLEAR


def test_a_donor_asks_for_more_or_less_than_the_house() -> None:
    asked = (DataClass.ORDINARY, MediumKind.HDD)
    wanted = change(donors={("  Kaupungin  Kanslia ", *asked): Level.DESTROY})
    document = changed_document(shipped_document(), wanted, TODAY)
    policy = parse_policy(document)
    rule = policy.donors["kaupunginkanslia"]
    assert (rule.name, rule.reference) == ("Kaupungin Kanslia", "HEL 2026-004711")
    assert policy.required_level(MediumKind.HDD, DataClass.ORDINARY) is Level.CLEAR
    assert policy.required_level(MediumKind.HDD, DataClass.ORDINARY, rule.key) is Level.DESTROY
    assert policy.required_level(MediumKind.SSD, DataClass.ORDINARY, rule.key) is Level.PURGE
    question = replace(medium(MediumKind.HDD), donor=rule.key)
    assert judge(policy, question, overwrite()).required is Level.DESTROY
    assert judge(policy, question, None).advice == (Advice.REMOVE_AND_DESTROY,)
    assert (policy.donor(rule.key), policy.donor("other")) == (rule.key, "")
    back = changed_document(document, change(donors={(rule.name, *asked): None}), TODAY)
    assert differences(policy, parse_policy(back)) == (
        Difference("donors.kaupunginkanslia.ordinary.hdd", "destroy", ""),
    )


def test_the_citys_word_about_ssds_does_not_soften_what_a_donor_asks() -> None:
    ssd = (DataClass.ORDINARY, MediumKind.SSD)
    wanted = change(flash=FlashDecision.CLEAR_ACCEPTED, donors={("Kanslia", *ssd): Level.PURGE})
    policy = parse_policy(changed_document(shipped_document(), wanted, TODAY))
    assert policy.required_level(MediumKind.SSD, DataClass.ORDINARY) is Level.CLEAR
    assert policy.required_level(MediumKind.SSD, DataClass.ORDINARY, "kanslia") is Level.PURGE


def test_a_program_that_nobody_tried_has_to_say_its_version() -> None:
    wanted = change(tools={"blancco": "7.0", "nwipe": "0.40"})
    policy = parse_policy(changed_document(shipped_document(), wanted, TODAY))
    assert [policy.tool_approved("blancco", one) for one in ("7.1", "6.9", None)] == [True, 0, 0]
    assert [policy.tool_approved("nwipe", one) for one in ("0.42", "0.34", None)] == [True, 0, 1]
    assert policy.tools["blancco"].why == "HEL 2026-004711"


@pytest.mark.parametrize(
    "wanted",
    [
        {"tools": {"nwipe": "0.30"}},
        {"tools": {"Bad Name": "1"}},
        {"tools": {"blancco": "new"}},
        {"donors": {(" ", DataClass.ORDINARY, MediumKind.HDD): Level.PURGE}},
        {"donors": {("Kanslia", DataClass.ORDINARY, MediumKind.HDD): Level.NONE}},
    ],
)
def test_no_change_lets_less_count_than_before(wanted: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        changed_document(shipped_document(), change(**wanted), TODAY)
    assert refused.value.code == "change_unknown"
