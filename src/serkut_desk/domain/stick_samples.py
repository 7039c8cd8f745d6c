"""Reading back: the places that a seed gives, and what the hashes of samples show.

The same arithmetic as in `resources/stick/serkut-samples`, so that a file in which somebody left
out a place, or called a block empty that is not, does not pass.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import Reason, ReasonCode
from serkut_desk.domain.stick import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.stick import Sample, Sampling

BLOCK = 1024 * 1024
# Longer samples of the full plan are cut into more parts, so that a hash can be held against it.
LONGEST_SAMPLE = 16 * BLOCK
MOST_SIZES = 4
"""Samples of one drive have one size or two; every further one would cost hashes of all bytes."""
FEWEST = 100
"""Fewer samples of a large drive show too little, whatever the policy on the stick asked for."""
_FEWEST_BLOCKS = 4
_MOST_PLACES = 200_000
_HEX_DIGITS = 12
_BYTES = {Look.ZERO: (0,), Look.FF: (255,), Look.UNIFORM: tuple(range(1, 255))}
# Of another single byte than these two only short samples are tried, all 254 of them.
_TRIED = BLOCK


def places(capacity: int, sampling: Sampling) -> list[tuple[int, int]]:
    """Return offset and length of every sample in bytes, in the order of the file."""
    sector = sampling.sector
    if sector <= 0 or sampling.count > _MOST_PLACES:
        return []
    blocks = capacity // BLOCK
    if blocks < _FEWEST_BLOCKS:
        return [(0, capacity // sector * sector)]
    last = (capacity - BLOCK) // sector * sector
    found = [(at, BLOCK) for at in (0, BLOCK, blocks // 2 * BLOCK, last - BLOCK, last)]
    drawn = (_number(sampling.seed, str(one), blocks) for one in range(1, sampling.count + 1))
    found += [(block * BLOCK, BLOCK) for block in drawn]
    return [*found, *_full(capacity, sampling)] if sampling.full else found


def _full(capacity: int, sampling: Sampling) -> Iterator[tuple[int, int]]:
    """Give two sets that do not overlap, each a twentieth of every part of the drive."""
    sector, parts = sampling.sector, sampling.subsections
    if not 0 < parts <= _MOST_PLACES:
        return
    while capacity // parts // 20 > LONGEST_SAMPLE:
        parts *= 2
    # No drive is so large that it needed more; a file may well say that it is.
    if parts > _MOST_PLACES:
        return
    part = capacity // parts // sector * sector
    size = part // 20 // sector * sector + sector
    if size > BLOCK:
        size = (size + BLOCK - 1) // BLOCK * BLOCK
    half = part // 2 // sector * sector
    free = max((half - size) // sector + 1, 1)
    for count in range(parts):
        for half_number in (1, 2):
            at = _number(sampling.seed, f"{half_number}:{count}", free) * sector
            yield part * count + half * (half_number - 1) + at, size


def _number(seed: str, text: str, below: int) -> int:
    return int(sha256(f"{seed}:{text}".encode()).hexdigest()[:_HEX_DIGITS], 16) % below


def sample_failures(sampling: Sampling, *, blank: bool) -> Iterator[Reason]:
    """Say what shows that the drive still holds what it held.

    Args:
        sampling: The samples.
        blank: The technique ends with zeros everywhere.
    """
    same = [one for one in sampling.samples if _unchanged(one)]
    if same:
        yield Reason(ReasonCode.SAMPLES_UNCHANGED, _facts(same))
    other = [one for one in sampling.samples if one.after and not _is(one, Look.ZERO)]
    if blank and other:
        yield Reason(ReasonCode.SAMPLES_NOT_BLANK, _facts(other))


def sample_doubts(sampling: Sampling, capacity: int | None, *, check: bool) -> Iterator[Reason]:
    """Say what keeps the samples from showing that the drive is empty.

    Args:
        sampling: The samples.
        capacity: Of the drive in bytes.
        check: Nothing was written: there is nothing before to compare with.
    """
    samples = sampling.samples
    if not samples or sampling.reading != "direct":
        yield Reason(ReasonCode.SAMPLES_MISSING)
        return
    if [(one.at, one.size) for one in samples] != places(capacity or 0, sampling):
        yield Reason(ReasonCode.SAMPLES_NOT_DRAWN)
    if len(samples) < fewest(capacity or 0):
        facts = (("count", len(samples)), ("least", fewest(capacity or 0)))
        yield Reason(ReasonCode.SAMPLES_FEW, facts)
    lying = [one for one in samples if one.looks in _BYTES and not uniform(one)]
    if lying:
        yield Reason(ReasonCode.SAMPLES_CONTRADICT, _facts(lying))
    unread = [one for one in samples if not one.after]
    if unread:
        yield Reason(ReasonCode.SAMPLES_UNREADABLE, _facts(unread))
    compared = [one for one in samples if one.after and not one.before and not uniform(one)]
    if compared and not check:
        yield Reason(ReasonCode.SAMPLES_NOT_COMPARED, _facts(compared))
    mixed = [one for one in samples if one.looks is Look.MIXED]
    if mixed:
        yield Reason(ReasonCode.SAMPLES_STRUCTURED, _facts(mixed))


def fewest(capacity: int) -> int:
    """Return how many samples show enough of a drive of so many bytes: of a small one, each MiB."""
    blocks = capacity // BLOCK
    return 1 if blocks < _FEWEST_BLOCKS else min(blocks, FEWEST)


def uniform(sample: Sample) -> bool:
    """Tell whether the hash is that of one byte all through, as the stick says."""
    return sample.looks in _BYTES and _is(sample, sample.looks)


def _unchanged(sample: Sample) -> bool:
    return bool(sample.after) and sample.after == sample.before and not uniform(sample)


def _is(sample: Sample, look: Look) -> bool:
    if sample.looks is not look or not 0 < sample.size <= LONGEST_SAMPLE:
        return False
    if look is Look.UNIFORM and sample.size > _TRIED:
        return False
    return sample.after in _hashes(look, sample.size)


@lru_cache(maxsize=4 * MOST_SIZES)
def _hashes(look: Look, size: int) -> frozenset[str]:
    return frozenset(sha256(bytes([byte]) * size).hexdigest() for byte in _BYTES[look])


def _facts(samples: list[Sample]) -> tuple[tuple[str, str | int], ...]:
    return (("count", len(samples)), ("at", samples[0].at))
