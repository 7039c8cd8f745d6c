from __future__ import annotations

import pytest

from serkut_desk.domain.approval import (
    ProofPeople,
    RunPeople,
    against_approval,
    who_may_approve,
)

PROOF = ProofPeople(
    (RunPeople(frozenset({"performer"}), "importer", "mapper"),), frozenset({"declarer"})
)


@pytest.mark.parametrize(
    ("person", "codes"),
    [
        ("performer", ["approver_performed"]),
        ("importer", ["approver_imported"]),
        ("mapper", ["approver_mapped"]),
        ("declarer", ["approver_declared"]),
        ("somebody else", []),
    ],
)
def test_who_had_a_part_may_not_approve(person: str, codes: list[str]) -> None:
    assert [found.code for found in against_approval(person, PROOF, permitted=True)] == codes


def test_without_the_permission_nobody_may() -> None:
    found = against_approval("somebody else", PROOF, permitted=False)
    assert [one.code for one in found] == ["no_permission"]


def test_an_unknown_performer_makes_everybody_wait() -> None:
    proof = ProofPeople((*PROOF.runs, RunPeople(frozenset(), "importer")), frozenset())
    assert who_may_approve(["a", "b"], proof) == ()


def test_who_may_approve() -> None:
    assert who_may_approve(["performer", "importer", "mapper", "declarer"], PROOF) == ()
    assert who_may_approve(["performer", "other"], PROOF) == ("other",)


def test_both_of_a_destruction_are_performers() -> None:
    proof = ProofPeople((RunPeople(frozenset({"a", "b"}), "a"),), frozenset())
    assert who_may_approve(["a", "b", "c"], proof) == ("c",)
