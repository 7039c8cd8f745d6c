"""Whatever people do at the benches, in whatever order: no part in two places, no gram lost.

And no medium without its gate. What is checked is asked of the tables (`bench_laws`).
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeys.benches import WAYS, Act, open_benches
from serkut_desk.stations.upkeep.queries import verify_journal

REPAIRED: tuple[Act, ...] = (
    ("declare", 0, 0),
    ("declare", 1, 0),
    ("grade", 0, 0),
    ("to repair", 0, 0),
    ("open order", 0, 1),
    ("order takes part", 0, 3),
)
"""A laptop on the bench with a part out of it, another with a disk of its own."""
APART: tuple[Act, ...] = (
    ("none", 2, 0),
    ("none too", 2, 0),
    ("to take apart", 2, 0),
    ("begin", 2, 0),
    ("settle", 2, 1),
    ("settle", 2, 1),
    ("settle", 2, 1),
    ("settle", 2, 1),
    ("put", 2, 1),
    ("take part", 2, 2),
)
"""A desktop half taken apart."""
ACTS = (
    "declare",
    "none",
    "wipe",
    "report",
    "approve",
    "certify",
    "withdraw",
    "grade",
    "give",
    "back",
    "install",
    "stop",
    "undo",
    "step",
    "safety",
    "fixed",
    "begin",
    "settle",
    "put",
    "finish",
    "merge",
    "seal",
    "unseal",
    "load",
    "ship",
    "none too",
    "to repair",
    "to take apart",
    "to shelf",
    "open order",
    "take order",
    "undo step",
    "to test",
    "order takes part",
    "order takes medium",
    "order uses part",
    "order keeps part",
    "beyond repair",
    "give order up",
    "take medium",
    "take part",
    "put back",
    "take grams back",
    "battery out",
    "put together",
    "buy part",
    "move part",
    "scrap part",
    "lose part",
    "find part",
    "take part out",
    "take fitted part",
    "fit part",
    "free part",
    "weigh part",
    "medium out",
    "medium placed",
    "medium stocked",
    "medium in",
    "medium used",
    "medium destroyed",
    "medium scrapped",
    "weigh out",
    "undo filling",
)
acts = st.lists(
    st.tuples(st.sampled_from((*ACTS, *WAYS)), st.integers(0, 2), st.integers(0, 7)),
    min_size=4,
    max_size=16,
)
# One example is a whole day at the benches: fewer than elsewhere, in `make fuzz` as well.
EXAMPLES = settings().max_examples // 32


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=acts, between=acts, last=acts)
def test_no_part_in_two_places_no_gram_lost_no_medium_without_its_gate(
    first: list[Act], between: list[Act], last: list[Act]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        benches = open_benches(Path(folder))
        try:
            end = (("taken apart", 2, 1), ("sent", 0, 1))
            for act in (*first[:4], *REPAIRED, *between, *APART, *last, *end):
                benches.do(*act)
            assert verify_journal(benches.street.workshop.desk).ok
        finally:
            benches.street.workshop.desk.database.close()


def test_every_act_is_one_that_can_be_done(tmp_path: Path) -> None:
    benches = open_benches(tmp_path)
    try:
        assert sorted(benches.acts(0, 0)) == sorted(ACTS)
        for act in (*REPAIRED, *APART):
            benches.do(*act)
        assert benches.refusals == []
    finally:
        benches.street.workshop.desk.database.close()


GOOD_WAYS: tuple[Act, ...] = (
    *REPAIRED,
    # The disk of the other laptop goes on into this one, which is wiped, proven and sold.
    ("wipe", 1, 0),
    ("medium out", 1, 0),
    ("medium placed", 1, 1),
    ("medium stocked", 1, 1),
    ("order keeps part", 0, 1),
    ("order uses part", 0, 1),
    ("order uses part", 0, 0),
    ("mended and tested", 0, 0),
    ("report", 0, 0),
    ("approve", 0, 0),
    ("certify", 0, 0),
    ("install", 0, 0),
    ("to shelf", 0, 0),
    ("give", 0, 0),
    ("back", 0, 0),
    # The desktop ends in parts and grams, what it gave goes on in a container.
    *APART,
    ("take grams back", 2, 0),
    ("put", 2, 0),
    ("put back", 2, 5),
    ("take part", 2, 2),
    *(("settle", 2, 0),) * 4,
    ("put", 2, 2),
    ("finish", 2, 0),
    ("scrap part", 0, 3),
    ("merge", 0, 0),
    ("seal", 0, 1),
    ("unseal", 0, 1),
    ("seal", 0, 1),
    ("weigh out", 0, 1),
    ("load", 0, 1),
    ("ship", 0, 1),
)


def test_the_good_ways_lead_through(tmp_path: Path) -> None:
    benches = open_benches(tmp_path)
    try:
        for act in GOOD_WAYS:
            benches.do(*act)
        assert benches.refusals == []
        assert benches.done["ship"] == 1
        assert verify_journal(benches.street.workshop.desk).ok
    finally:
        benches.street.workshop.desk.database.close()
