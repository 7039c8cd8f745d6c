"""Whatever people do with evidence, in whatever order: nothing goes out that is not proven.

Nor does any certificate say what the tables do not hold. What is checked is asked of the tables
(`wiping_laws`).
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from draws import drawing
from journeys.benches import WAYS, open_benches
from journeys.tricks import TRICKS, Tricks
from serkut_desk.records.record_check import check_records
from serkut_desk.stations.upkeep.queries import verify_journal

BENCH = (
    *("declare", "none", "none too", "wipe", "report", "approve", "certify", "withdraw", "grade"),
    *("give", "back", "install", "undo", "to repair", "to take apart", "to shelf", "open order"),
    *("order takes medium", "begin", "settle", "take medium", "finish", "put together", "ship"),
    *("medium out", "medium placed", "medium stocked", "medium in", "medium used"),
    *("medium destroyed", "medium scrapped", "weigh out", "undo filling", "seal", "load"),
)
NEW = (
    *("log failed", "log aborted", "log cut", "log by boss", "log of another", "log of an ssd"),
    *("old log", "log of two", "grown", "again", "again edited", "again swapped", "sample"),
    *("supplier", "mapping", "read again", "assign", "set aside", "name", "approve by boss"),
    *("approve by maker", "step", "declare strange", "declare by boss", "take back", "accept"),
    *("reject", "kind", "serial", "by hand", "certify anew", "certify medium", "certify lot"),
    *("revoke", "draw", "look clean", "look dirty", "release look", "lift", "close incident"),
    *("stricter", "milder", "copy", "copy back", "clock back", "mix up", "settle mixup"),
)
acts = st.lists(
    st.tuples(
        st.sampled_from((*BENCH, *NEW, *NEW, *TRICKS, *TRICKS, *WAYS)),
        st.integers(0, 2),
        st.integers(0, 20),
    ),
    min_size=3,
    max_size=12,
)
# One example is a day of many hours: one here, in `make fuzz` a whole evening.
EXAMPLES = settings().max_examples // 100


def open_tricks(folder: Path) -> Tricks:
    """Return benches at which everything can be tried."""
    benches = open_benches(folder)
    return Tricks(benches.street, benches.things, benches.boxes, benches.shipment)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    # A smaller example is sought by hand: here that would take longer than all other tests.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(first=acts, last=acts)
def test_nothing_unproven_goes_out_or_is_certified(
    first: list[tuple[str, int, int]], last: list[tuple[str, int, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, drawing(chance=300):
        tricks = open_tricks(Path(folder))
        try:
            for act in (*first, ("declare", 0, 0), ("wipe", 0, 0), *last, ("sold", 0, 0)):
                tricks.do(*act)
            desk = tricks.street.workshop.desk
            assert verify_journal(desk).ok
            with desk.database.reading() as work:
                assert check_records(work.connection) == ()
        finally:
            tricks.street.workshop.desk.database.close()


def test_every_trick_is_one_that_can_be_tried(tmp_path: Path) -> None:
    tricks = open_tricks(tmp_path)
    try:
        known = tricks.acts(0, 0)
        assert {*BENCH, *NEW} <= set(known)
        with drawing(chance=0):
            for number, trick in enumerate(("loose", "failed then old", "swap back", "before")):
                tricks.do(trick, number % 3, 0)
        # Something was proven, and looked at by the laws when it went out.
        assert tricks.proofs.seen > 1
        assert {"log failed", "old log", "again swapped", "copy back"} <= set(tricks.done)
    finally:
        tricks.street.workshop.desk.database.close()
