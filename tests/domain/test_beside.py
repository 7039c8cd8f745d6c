"""Each point of the evidence beside what is asked for and declared."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from serkut_desk.domain.beside import Agreement, What, beside
from serkut_desk.domain.devices import StorageMedium
from serkut_desk.domain.evidence import HiddenAreas, Verdict, VerifyMode
from serkut_desk.domain.media import DataClass, KindSource, MediumKind
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.runs import SanitisationRun
from serkut_desk.domain.sanitisation import MediumQuestion, judge
from serkut_desk.stations.rules import shipped_policy

NOON = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
POLICY = shipped_policy()
SAME, UNKNOWN = Agreement.SAME, Agreement.UNKNOWN
DOUBT, DIFFERS = Agreement.DOUBT, Agreement.DIFFERS
NAMES = dict.fromkeys(StorageMedium.__dataclass_fields__)
DECLARED: dict[str, Any] = {
    **NAMES,
    "id": 1,
    "device_id": 1,
    "serial": "WD-WX61",
    "serial_key": "WDWX61",
    "serial_certain": True,
    "kind": MediumKind.HDD,
    "kind_source": KindSource.SMARTCTL,
    "capacity_bytes": 500_107_862_016,
    "model": "WDC WD5000LPLX-66ZNTT1",
    "proposed": False,
}
MEDIUM = StorageMedium(**DECLARED)
FIELDS: dict[str, Any] = dict.fromkeys(SanitisationRun.__dataclass_fields__)
RUN = SanitisationRun(
    **{
        **FIELDS,
        "id": 1,
        "source": "report",
        "serial": "WD-WX61",
        "serial_key": "WDWX61",
        "model": "WDC WD5000LPLX-6",
        "capacity_bytes": 500_107_862_016,
        "technique": SanitisationTechnique.OVERWRITE,
        "method": "DoD Short",
        "passes": 3,
        "verification": VerifyMode.LAST,
        "tool": "nwipe",
        "tool_version": "0.40",
        "verdict": Verdict.PASSED,
        "facts": {"errors": 0, "hidden_areas": "none"},
        "imported_at": NOON,
    }
)


def look(
    run: SanitisationRun = RUN,
    medium: StorageMedium = MEDIUM,
    kind: MediumKind | None = MediumKind.HDD,
    others: tuple[SanitisationRun, ...] = (),
) -> dict[What, Agreement]:
    question = MediumQuestion(
        medium.kind, medium.kind_source, kind_confirmed=True, data_class=DataClass.ORDINARY
    )
    judged = judge(POLICY, question, run.policy_facts)
    points = beside(medium, run, judged, POLICY, told_kind=kind, others=others)
    return {point.what: point.agreement for point in points}


def test_what_fits_is_said_to_fit() -> None:
    assert set(look().values()) == {SAME}
    assert What.EARLIER not in look()


@pytest.mark.parametrize(
    ("change", "what", "agreement"),
    [
        ({"serial_key": "WX61"}, What.SERIAL, SAME),
        ({"serial_key": "WX62"}, What.SERIAL, DIFFERS),
        ({"serial_key": ""}, What.SERIAL, UNKNOWN),
        ({"capacity_bytes": 501_000_000_000}, What.CAPACITY, SAME),
        ({"capacity_bytes": 320_000_000_000}, What.CAPACITY, DIFFERS),
        ({"capacity_bytes": None}, What.CAPACITY, UNKNOWN),
        ({"model": "WDC-WD5000LPLX"}, What.MODEL, SAME),
        ({"model": "ST500LM000"}, What.MODEL, DOUBT),
        ({"passes": 1}, What.PASSES, DIFFERS),
        ({"passes": None}, What.PASSES, UNKNOWN),
        ({"verification": VerifyMode.OFF}, What.VERIFICATION, DIFFERS),
        ({"verification": VerifyMode.UNKNOWN}, What.VERIFICATION, UNKNOWN),
        ({"tool_version": "0.30"}, What.TOOL, DIFFERS),
        ({"tool": ""}, What.TOOL, UNKNOWN),
        ({"verdict": Verdict.FAILED}, What.LEVEL, DIFFERS),
        ({"technique": SanitisationTechnique.UNKNOWN}, What.METHOD, UNKNOWN),
        ({"facts": {"errors": 4}}, What.ERRORS, DIFFERS),
        ({"facts": {}}, What.ERRORS, UNKNOWN),
        ({"facts": {"hidden_areas": HiddenAreas.DETECTED.value}}, What.HIDDEN, DIFFERS),
        ({"facts": {}}, What.HIDDEN, UNKNOWN),
        ({"facts": {"clock": ["future"]}}, What.CLOCK, DOUBT),
    ],
)
def test_each_point(change: dict[str, Any], what: What, agreement: Agreement) -> None:
    assert look(replace(RUN, **change))[what] is agreement


def test_the_kind_and_what_went_wrong_before() -> None:
    assert look(kind=MediumKind.SSD)[What.KIND] is DIFFERS
    assert look(kind=None)[What.KIND] is UNKNOWN
    failed = replace(RUN, id=2, verdict=Verdict.FAILED)
    assert look(others=(failed, replace(RUN, id=3)))[What.EARLIER] is DOUBT


def test_what_people_recorded_has_no_counters_and_what_no_tool_wrote_no_passes() -> None:
    by_hand = replace(RUN, source="manual", technique=SanitisationTechnique.ATA_SANITIZE_CRYPTO)
    found = look(by_hand)
    assert not {What.ERRORS, What.PASSES, What.VERIFICATION} & found.keys()
