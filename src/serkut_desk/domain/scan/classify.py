"""Says what one text is, by asking every recogniser in order of certainty."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.scan import addresses, envelopes, makers, numbers
from serkut_desk.domain.scan.model import FINAL, LIKELY, Candidate, Scan, ScanKind, Why
from serkut_desk.domain.scan.reading import Reading, reading, tidy
from serkut_desk.domain.scan.secrets import holds_secret, masked
from serkut_desk.domain.serials import normal_serial, serial_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from serkut_desk.domain.scan.rules import ScanRules

LONGEST = 1000
"""Characters; the fullest 2D label of a device has a few hundred."""

_OURS = frozenset((ScanKind.OWN, ScanKind.COMMAND))


def classify(text: str, *, expected: Collection[str] = frozenset(), rules: ScanRules) -> Scan:
    """Return what `text` is.

    Secrets come first, then our own codes, then serials that are expected, then everything else
    by score. A text that is not certain as it stands is read once more as one that a US scanner
    typed on the layout of `rules.keyboard`; the better reading wins.

    Args:
        text: As it was scanned or typed; anything.
        expected: Serials that the open lot expects, in any writing (a mapping gives its keys).
        rules: From `scan_rules`.
    """
    shown = "".join("\ufffd" if "\ud800" <= mark <= "\udfff" else mark for mark in text)
    tidied = tidy(shown)
    restored = rules.keyboard.restored(tidied)
    secret = holds_secret(tidied) or holds_secret(restored)
    if secret:
        fixed = not holds_secret(tidied)
        hidden = masked(restored if fixed else tidied)
        found = Candidate(ScanKind.SECRET, hidden, 100, Why.SECRET, also={"secret": secret})
        return _scan(masked(shown), ((found, fixed),), hidden)
    if len(shown) > LONGEST:
        return Scan(shown[:LONGEST], ScanKind.UNKNOWN, "", Why.TOO_LONG)
    if not tidied:
        return Scan(shown, ScanKind.UNKNOWN, "", Why.EMPTY)
    candidates = _candidates(tidied, restored, rules)
    if not any(candidate.kind in _OURS for candidate, _ in candidates[:1]):
        candidates = _with_expected(candidates, (tidied, restored), expected, rules)
    return _scan(shown, candidates, tidied)


_Ranked = tuple[tuple[Candidate, bool], ...]
"""Candidates, best first, each with whether it needed the layout put right."""


def _candidates(tidied: str, restored: str, rules: ScanRules) -> _Ranked:
    best: dict[tuple[ScanKind, str, str | None], tuple[Candidate, bool]] = {}
    top = 0
    for text in dict.fromkeys((tidied, restored)):
        if top >= FINAL:
            break
        for candidate in _recognised(reading(text), rules):
            fixed = text != tidied or candidate.why is Why.SWALLOWED_PREFIX
            top = max(top, candidate.score)
            key = candidate.kind, candidate.value, candidate.maker
            if key not in best or best[key][0].score < candidate.score:
                best[key] = candidate, fixed
    made = {key[:2] for key in best if key[2]}
    kept = (
        found
        for (kind, value, maker), found in best.items()
        if maker or (kind, value) not in made
        if top < FINAL or _stands_beside_final(found[0])
    )
    return tuple(sorted(kept, key=_rank))


def _stands_beside_final(candidate: Candidate) -> bool:
    """Tell whether a reading is worth showing although another one is final."""
    guessed = candidate.why is Why.LETTERS_AND_DIGITS
    return candidate.why is Why.BARE_DIGITS or (candidate.score >= LIKELY and not guessed)


def _rank(found: tuple[Candidate, bool]) -> tuple[int, bool, str, str]:
    candidate, fixed = found
    return -candidate.score, fixed, candidate.kind.value, candidate.value


def _recognised(found: Reading, rules: ScanRules) -> Iterator[Candidate]:
    """Ask the recognisers in order; after a final answer the weaker ones are not asked."""
    # Generators: nothing runs before its turn.
    stages = (
        numbers.bank_barcodes(found),
        makers.own_codes(found),
        envelopes.envelopes(found),
        addresses.links(found, rules),
        numbers.numbers(found),
        addresses.addresses(found),
        makers.labelled(found, rules),
        makers.inventory_numbers(found, rules),
        makers.shapes(found, rules),
        makers.generic(found),
    )
    for stage in stages:
        highest = 0
        for candidate in stage:
            if candidate.kind is ScanKind.SERIAL and not serial_key(candidate.value):
                continue
            highest = max(highest, candidate.score)
            yield _with_maker(candidate, rules)
        if highest >= FINAL:
            return


def _with_maker(candidate: Candidate, rules: ScanRules) -> Candidate:
    if candidate.kind is ScanKind.SERIAL and candidate.maker is None:
        return replace(candidate, maker=rules.maker_of(candidate.value))
    return candidate


def _with_expected(
    candidates: _Ranked, texts: tuple[str, str], expected: Collection[str], rules: ScanRules
) -> _Ranked:
    """Put a serial that is expected before everything else."""
    wanted: Mapping[str, str] = {serial_key(serial): normal_serial(serial) for serial in expected}
    for candidate, fixed in candidates:
        key = serial_key(candidate.value)
        if candidate.kind is ScanKind.SERIAL and key in wanted:
            sure = replace(candidate, value=wanted[key], score=100, why=Why.EXPECTED)
            return _before(sure, candidates, fixed=fixed)
    tidied = reading(texts[0]).plain
    for text in texts:
        plain = reading(text).plain
        for key in (serial_key(plain), serial_key(plain).removeprefix("S")):
            if key and key in wanted:
                value = wanted[key]
                maker = rules.maker_of(value)
                sure = Candidate(ScanKind.SERIAL, value, 100, Why.EXPECTED, maker)
                fixed = value not in tidied and value in reading(texts[1]).plain
                return _before(sure, candidates, fixed=fixed)
    return candidates


def _before(first: Candidate, others: _Ranked, *, fixed: bool) -> _Ranked:
    same = first.kind, first.value
    rest = tuple(found for found in others if (found[0].kind, found[0].value) != same)
    return ((first, fixed), *rest)


def _scan(text: str, candidates: _Ranked, tidied: str) -> Scan:
    """Return the best candidate when it is likely and no other kind is as likely."""
    listed = tuple(candidate for candidate, _ in candidates)
    tied = {candidate.kind for candidate in listed if candidate.score == listed[0].score}
    if not listed or listed[0].score < LIKELY or len(tied) > 1:
        return Scan(text, ScanKind.UNKNOWN, tidied, Why.NO_PATTERN, candidates=listed)
    best, fixed = candidates[0]
    return Scan(text, best.kind, best.value, best.why, best.maker, best.also, fixed, listed)
