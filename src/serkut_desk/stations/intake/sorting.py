"""Sorts the scans of one device with what the open lot expects and the house knows."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.scan import (
    Candidate,
    Scan,
    ScanKind,
    ScanRules,
    Why,
    classify,
    scan_rules,
)
from serkut_desk.domain.scan.reading import reading, tidy
from serkut_desk.domain.serials import serial_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from serkut_desk.records.unit_of_work import UnitOfWork

# The kinds that a number known to the lot or the house may hide behind.
_DOUBTFUL = frozenset((ScanKind.SERIAL, ScanKind.UNKNOWN, ScanKind.PART, ScanKind.PRODUCT))


@cache
def rules() -> ScanRules:
    """Return the shipped rules of scans."""
    return scan_rules(shipped.json_resource("intake", "scan_rules.json"))


@cache
def command_names() -> Mapping[int, str]:
    """Return the names of the command cards by their number."""
    cards = shipped.json_resource("vocabularies", "commands.json")["commands"]
    return {int(card["number"]): str(card["name"]) for card in cards}


def possible_keys(scan: Scan) -> frozenset[str]:
    """Return every number that a scan may name, as `serial_key`; none for a secret."""
    if scan.kind in {ScanKind.SECRET, ScanKind.OWN, ScanKind.COMMAND} or not scan.text.strip():
        return frozenset()
    tidied = tidy(scan.text)
    keys = {serial_key(one.value) for one in scan.candidates if one.kind is ScanKind.SERIAL}
    for text in (tidied, rules().keyboard.restored(tidied)):
        key = serial_key(reading(text).plain)
        keys |= {key, key.removeprefix("S")}
    return frozenset(keys - {""})


def read(work: UnitOfWork, lot_id: int, texts: Sequence[str]) -> tuple[Scan, ...]:
    """Return what each text is; what the lot or the house knows wins over every pattern."""
    first = [classify(text, rules=rules()) for text in texts]
    keys = frozenset[str]().union(*map(possible_keys, first))
    if not keys:
        return tuple(first)
    return with_known(first, work.lots.known(lot_id, keys))


def with_known(scans: Iterable[Scan], known: Sequence[tuple[str, str]]) -> tuple[Scan, ...]:
    """Return scans read again with serials and inventory numbers that are known."""
    if not known:
        return tuple(scans)
    serials = frozenset(serial for serial, _ in known if serial)
    inventories = {serial_key(number): number for _, number in known if number}
    return tuple(_again(scan, serials, inventories) for scan in scans)


def _again(scan: Scan, serials: frozenset[str], inventories: Mapping[str, str]) -> Scan:
    if scan.kind is ScanKind.SECRET:
        return scan
    found = classify(scan.text, expected=serials, rules=rules()) if serials else scan
    if found.kind in _DOUBTFUL and found.why is not Why.EXPECTED:
        for key in sorted(possible_keys(found) & inventories.keys(), key=len, reverse=True):
            sure = Candidate(ScanKind.INVENTORY, inventories[key], 100, Why.EXPECTED)
            return replace(
                found,
                kind=sure.kind,
                value=sure.value,
                why=sure.why,
                maker=None,
                also={},
                candidates=(sure,),
            )
    return found
