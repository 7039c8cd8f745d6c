"""What left is borne out by the journal, and what somebody wrote past the program is found."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.channels import Channel, Payment

if TYPE_CHECKING:
    from stations.handover.till import Till


def _by_force(till: Till, statement: str) -> list[str | None]:
    """Write past the program and return what the check then names."""
    raw = sqlite3.connect(till.workshop.desk.folder.database)
    raw.execute(statement)
    raw.commit()
    raw.close()
    return [one.about for one in till.workshop.desk.database.check_records()]


def test_records_and_journal_agree_in_every_channel(till: Till) -> None:
    payments = {Channel.COMMITMENT: Payment.COMMITMENT, Channel.WORKSTATION: Payment.NONE}
    for channel in Channel:
        basket = till.basket(till.monitor(), channel=channel)
        till.complete(basket, payments.get(channel, Payment.CARD))
    assert till.workshop.desk.database.check_records() == ()


def test_a_device_that_left_without_an_entry_is_found(till: Till) -> None:
    device = till.monitor()
    assert _by_force(till, "UPDATE device SET state = 'left', in_house = 0") == [device.code]


def test_a_device_that_is_only_said_to_be_away_is_found(till: Till) -> None:
    device = till.monitor()
    assert _by_force(till, "UPDATE device SET in_house = 0") == [device.code]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE handover SET seq = 1 WHERE code = '{basket}'",
        "UPDATE handover_line SET device_id = {other}",
    ],
)
def test_a_handover_that_was_changed_afterwards_is_found(till: Till, statement: str) -> None:
    other, device = till.monitor(), till.monitor()
    basket = till.basket(device)
    till.complete(basket)
    assert _by_force(till, statement.format(basket=basket, other=other.id)) == [basket]
