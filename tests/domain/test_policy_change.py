from __future__ import annotations

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
from serkut_desk.domain.sanitisation import judge

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
