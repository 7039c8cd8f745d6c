"""What is asked of the database at the till does not grow with the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asked import statements
from records.test_query_plans import scans
from serkut_desk.domain.channels import Channel, Payment

if TYPE_CHECKING:
    from stations.handover.till import Till

# The newest journal entry is read from the end, subqueries stand in a row of their own; the others
# can not grow.
_SMALL = {"CONSTANT", "clock_mark", "journal", "person", "policy_version", "sqlite_master"}


def test_adding_and_completing_read_no_table_as_a_whole(till: Till) -> None:
    device = till.laptop()
    with statements(till.workshop) as asked:
        basket = till.open(Channel.COMMITMENT)
        till.add(basket, device)
        till.view(basket)
        till.complete(basket, Payment.COMMITMENT)
    with till.workshop.desk.database.reading() as work:
        # At an INSERT, SQLite plans to read for references, and does so only for broken ones.
        found = scans(work, [one for one in asked if one[0].startswith("SELECT")])
    assert {step for step in found if step.split()[1] not in _SMALL} == set()


def test_adding_asks_as_much_of_a_full_basket_as_of_an_empty_one(till: Till) -> None:
    basket = till.open()
    devices = [till.monitor() for _ in range(12)]
    asked = []
    for device in devices:
        with statements(till.workshop) as found:
            till.add(basket, device)
        asked.append(len(found))
    assert asked[1] == asked[-1]
