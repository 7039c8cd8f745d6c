from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.policy_cases import shipped_document
from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.policy import PHYSICAL, FlashDecision, Policy, in_force, version_parts
from serkut_desk.domain.policy_reader import parse_policy

PURGE_BY_DEFAULT = {"ssd", "sas_ssd", "nvme"}


@pytest.fixture
def policy() -> Policy:
    return parse_policy(shipped_document())


@pytest.mark.parametrize("kind", MediumKind)
def test_required_of_ordinary_data(policy: Policy, kind: MediumKind) -> None:
    expected = Level.PURGE if kind in PURGE_BY_DEFAULT else Level.CLEAR
    assert policy.required_level(kind, DataClass.ORDINARY) is expected


@pytest.mark.parametrize("kind", MediumKind)
def test_required_of_confidential_data_is_purge_or_destroy_where_no_purge_exists(
    policy: Policy, kind: MediumKind
) -> None:
    confidential = DataClass.CONFIDENTIAL
    can_purge = any(
        kind in row.kinds and row.level is Level.PURGE and row.technique not in PHYSICAL
        for row in policy.rows
    )
    expected = Level.PURGE if can_purge else Level.DESTROY
    assert policy.required_level(kind, confidential) is expected


@pytest.mark.parametrize("kind", MediumKind)
@pytest.mark.parametrize("data_class", DataClass)
def test_every_kind_has_a_way_out(policy: Policy, kind: MediumKind, data_class: DataClass) -> None:
    assert policy.ways(kind, data_class, policy.required_level(kind, data_class))


def test_the_house_rule_is_for_disks(policy: Policy) -> None:
    assert policy.min_passes == {"hdd": 3, "sas_hdd": 3, "sshd": 3}


def test_the_city_has_not_decided_in_what_is_shipped(policy: Policy) -> None:
    assert policy.flash is FlashDecision.UNDECIDED
    assert not policy.switches


Change = Callable[[dict[str, Any]], object]
BAD: dict[str, Change] = {
    "unknown field": lambda d: d.update(extra=1),
    "missing field": lambda d: d.pop("tools"),
    "rows no list": lambda d: d.update(rows={}),
    "version no number": lambda d: d.update(version="1"),
    "version is true": lambda d: d.update(version=True),
    "name no text": lambda d: d.update(name=3),
    "bad day": lambda d: d.update(effective_from="1.1.2026"),
    "unknown switch": lambda d: d["switches"].update(other=True),
    "switch no flag": lambda d: d["switches"].update(nist_r1_tables="no"),
    "unknown kind": lambda d: d["rows"][0]["kinds"].append("tape"),
    "unknown technique": lambda d: d["rows"][0].update(technique="magic"),
    "unknown level": lambda d: d["rows"][0].update(level="good"),
    "unknown condition": lambda d: d["rows"][0]["conditions"].update(luck=True),
    "unknown attestation": lambda d: d["rows"][1]["conditions"]["attested"].append("hope"),
    "no verification": lambda d: d["rows"][0]["conditions"].update(verification=["off"]),
    "negative passes": lambda d: d["rows"][0]["conditions"].update(passes_at_least=-1),
    "particle class": lambda d: d["rows"][0]["conditions"].update(particle_class="Z-1"),
    "hidden areas": lambda d: d["rows"][0]["conditions"].update(hidden_areas="any"),
    "unknown note": lambda d: d["rows"][0].update(notes=["fine"]),
    "same id twice": lambda d: d["rows"][1].update(id=d["rows"][0]["id"]),
    "same case twice": lambda d: d["rows"].append(d["rows"][0] | {"id": "again"}),
    "tool version": lambda d: d["tools"]["nwipe"].update({"from": "new"}),
    "nothing required": lambda d: d["required"]["ordinary"].update(hdd="none"),
    "kind left out": lambda d: d["required"]["confidential"].pop("sd"),
    "flash word": lambda d: d["flash"].update(decision="perhaps"),
    "document no object": lambda d: d.update(document="HEL"),
}


@pytest.mark.parametrize("change", BAD.values(), ids=BAD.keys())
def test_what_is_not_understood_is_refused(change: Change) -> None:
    document = shipped_document()
    change(document)
    with pytest.raises(ValueError, match=r"."):
        parse_policy(document)


def test_the_policy_in_force_is_the_last_that_has_begun() -> None:
    older, newer, later = shipped_document(), shipped_document(), shipped_document()
    newer.update(version=2, effective_from="2026-05-02")
    later.update(version=3, effective_from="2026-05-02")
    versions = tuple(parse_policy(document) for document in (newer, later, older))
    assert in_force(versions, date(2026, 5, 1)).version == 1
    assert in_force(versions, date(2026, 5, 2)).version == 3
    with pytest.raises(ValueError, match="no policy"):
        in_force(versions, date(2025, 12, 31))


def test_versions_are_compared_as_numbers() -> None:
    assert version_parts("0.42") == (0, 42)
    assert version_parts("0.9") < version_parts("0.10")  # type: ignore[operator] # both are known
    assert version_parts("") is None
    assert version_parts("0.38.1-rc") is None
