"""Records that somebody wrote past the program, under a journal that is whole."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.errors import Refused
from serkut_desk.stations.certificates.commands import RevokeCertificate
from serkut_desk.stations.upkeep.queries import verify_journal
from serkut_desk.stations.wiping.commands import WithdrawApproval

if TYPE_CHECKING:
    from stations.certificates.counter import Counter


def _by_force(counter: Counter, statement: str) -> None:
    raw = sqlite3.connect(counter.workshop.desk.folder.database)
    raw.execute(statement)
    raw.commit()
    raw.close()


def _found(counter: Counter) -> list[str | None]:
    state = verify_journal(counter.workshop.desk)
    assert {one.why for one in state.findings} <= {"records"}
    return [one.about for one in state.findings]


FORGED_APPROVALS = (
    "UPDATE approval SET approved_by = 'HK0000000198'",
    "UPDATE approval SET seq = 1",
    "UPDATE approval SET seq = seq - 1",
    "UPDATE approval SET seen = 'model'",
    "UPDATE approval SET media_count = 2",
    "UPDATE approval SET accepted = '[\"hidden_areas_unknown\"]'",
    "UPDATE approval_item SET level = 'purge'",
    "UPDATE approval_item SET rule = 'other'",
    "UPDATE approval_item SET judgement = json_set(judgement, '$.donor', 'another')",
    "UPDATE approval_item SET judgement = json_set(judgement, '$.data_class', 'confidential')",
    "UPDATE sanitisation_run SET sha256 = NULL",
    "DELETE FROM approval_item",
)


@pytest.mark.parametrize("statement", FORGED_APPROVALS)
def test_an_approval_that_its_entry_does_not_bear_out_is_found_and_of_no_use(
    counter: Counter, statement: str
) -> None:
    device = counter.clean()
    assert _found(counter) == []
    _by_force(counter, statement)
    assert _found(counter) == [device.code]
    with pytest.raises(Refused):
        counter.issue(device)


@pytest.mark.parametrize("statement", FORGED_APPROVALS[:3])
def test_the_refusal_says_that_the_journal_does_not_know_it(
    counter: Counter, statement: str
) -> None:
    device = counter.clean()
    _by_force(counter, statement)
    with pytest.raises(Refused, match="approval_unproven"):
        counter.issue(device)


def test_a_withdrawn_approval_does_not_come_back(counter: Counter) -> None:
    device = counter.clean()
    withdraw = WithdrawApproval(device.code, "väärä")
    counter.workshop.desk.do(counter.workshop.fresh(counter.boss), withdraw)
    assert _found(counter) == []
    _by_force(counter, "UPDATE approval SET withdrawn_at = NULL, withdrawn_reason = NULL")
    assert _found(counter) == [device.code]
    with pytest.raises(Refused, match="approval_unproven"):
        counter.issue(device)


def test_a_medium_called_proven_without_an_approval_is_found(counter: Counter) -> None:
    device = counter.device("PF2ABC77")
    counter.declare(device, "WD-WX61AA819999")
    assert _found(counter) == []
    _by_force(counter, "UPDATE medium SET state = 'proven'")
    assert _found(counter) == [device.code]


@pytest.mark.parametrize(
    "change",
    [
        "code = 'TT0000000997'",
        "sha256 = 'f' || substr(sha256, 2, 62) || '-'",
        "seal = 'other'",
        "anchor_seq = anchor_seq - 1",
    ],
)
def test_a_certificate_that_is_not_its_entry_is_found(counter: Counter, change: str) -> None:
    counter.issue(counter.clean())
    assert _found(counter) == []
    _by_force(counter, f"UPDATE certificate SET {change}")  # noqa: S608 - the test's own words
    state = verify_journal(counter.workshop.desk)
    assert "records" in {one.why for one in state.findings}


def test_a_revoked_certificate_does_not_come_back(counter: Counter) -> None:
    (issued,) = counter.issue(counter.clean())
    counter.workshop.desk.do(counter.other, RevokeCertificate(issued.number, "väärä"))
    assert _found(counter) == []
    _by_force(counter, "UPDATE certificate SET state = 'valid', ended_at = NULL")
    assert _found(counter) == [issued.number]


def test_what_was_issued_again_and_approved_again_is_in_order(counter: Counter) -> None:
    device = counter.clean()
    counter.issue(device)
    counter.issue(device, reason="nimi")
    withdraw = WithdrawApproval(device.code, "uudestaan")
    counter.workshop.desk.do(counter.workshop.fresh(counter.boss), withdraw)
    counter.approve(device)
    counter.issue(device)
    assert _found(counter) == []
