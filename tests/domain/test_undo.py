from __future__ import annotations

from dataclasses import replace

import pytest

from serkut_desk.domain.events import Tag
from serkut_desk.domain.undo import UNDO_TABLE, UndoFacts, against_undo

MOVED = UndoFacts(
    tag=Tag.DEVICE_MOVED, seq=7, by="me", touched_seq=7, touched_by="me", own_last_seq=7
)


def codes(person: str, facts: UndoFacts) -> list[str]:
    return [found.code for found in against_undo(person, facts)]


def test_ones_own_last_action_can_be_undone() -> None:
    assert codes("me", MOVED) == []


def test_what_another_person_did_can_not() -> None:
    assert codes("you", MOVED) == ["not_own_action"]


def test_never_after_another_person_touched_the_device() -> None:
    assert codes("me", replace(MOVED, touched_seq=8, touched_by="you")) == ["touched_since"]


def test_only_the_last_one() -> None:
    assert codes("me", replace(MOVED, touched_seq=8)) == ["not_last_action"]
    assert codes("me", replace(MOVED, own_last_seq=9)) == ["not_last_action"]


@pytest.mark.parametrize(
    "tag",
    [
        Tag.APPROVED,
        Tag.CERTIFICATE_ISSUED,
        Tag.CERTIFICATE_REVOKED,
        Tag.REPORT_IMPORTED,
        Tag.RUN_RECORDED,
        Tag.MEDIUM_DESTROYED,
        Tag.MEDIA_DESTROYED,
        Tag.NEXT_STEP_DECIDED,
        Tag.KIND_CONFIRMED,
        Tag.RECEIPT_UNDONE,
    ],
)
def test_evidence_approvals_and_certificates_are_never_undone(tag: Tag) -> None:
    assert codes("me", replace(MOVED, tag=tag)) == ["not_undoable"]


def test_an_undo_is_no_action_that_can_be_undone() -> None:
    assert not set(UNDO_TABLE) & set(UNDO_TABLE.values())
