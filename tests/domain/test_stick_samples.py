from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.evidence import ReasonCode
from serkut_desk.domain.stick import Look, Sample, Sampling
from serkut_desk.domain.stick_samples import BLOCK, LONGEST_SAMPLE, places, sample_doubts


@given(st.integers(4, 40_000), st.sampled_from([512, 4096]))
def test_the_full_plan_has_two_sets_that_do_not_overlap(blocks: int, sector: int) -> None:
    capacity = blocks * BLOCK + 7 * sector
    parts = 20
    plan = Sampling(seed="ab" * 16, count=2, full=True, subsections=parts, sector=sector)
    found = places(capacity, plan)
    assert found[0] == (0, BLOCK)
    assert found[4] == ((capacity - BLOCK) // sector * sector, BLOCK)
    full = sorted(found[7:])
    assert len(full) >= 2 * parts
    assert all(at % sector == 0 and size % sector == 0 for at, size in found)
    assert all(at + size <= capacity for at, size in found)
    if full[0][1] <= capacity // len(full) // 4:
        ends = [at + size for at, size in full]
        assert all(end <= following for end, (following, _) in zip(ends, full[1:], strict=False))
        assert sum(size for _, size in full) * 10 >= capacity * 0.99
    assert max(size for _, size in full) <= LONGEST_SAMPLE + BLOCK


def test_what_makes_no_sense_gives_no_places() -> None:
    assert places(BLOCK * 9, Sampling(sector=0)) == []
    assert places(BLOCK * 9, Sampling(sector=512, count=10**9)) == []
    assert places(BLOCK, Sampling(sector=512)) == [(0, BLOCK)]


@pytest.mark.parametrize(
    ("blocks", "count", "enough"),
    [(500, 0, False), (500, 94, False), (500, 95, True), (30, 24, False), (30, 25, True)],
)
def test_a_few_samples_are_no_reading_back(blocks: int, count: int, *, enough: bool) -> None:
    """Somebody may have written a smaller figure into the policy on the stick."""
    zeros = hashlib.sha256(bytes(BLOCK)).hexdigest()
    plan = Sampling(seed="ab" * 16, count=count, reading="direct", sector=512)
    drawn = places(blocks * BLOCK, plan)
    samples = tuple(Sample(at, size, "00" * 32, zeros, Look.ZERO) for at, size in drawn)
    told = replace(plan, samples=samples)
    found = [one.code for one in sample_doubts(told, blocks * BLOCK, check=False)]
    assert found == ([] if enough else [ReasonCode.SAMPLES_FEW])
