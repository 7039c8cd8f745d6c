"""The whole policy as a table: what each technique gives on each kind, and what takes it away.

Nothing here reads a rule's conditions: a run that has everything is judged, then the same run with
one thing less, for everything that a run can have. So a rule that forgets a condition shows.

    PYTHONPATH=tests .venv/bin/python -m domain.policy_table > tests/domain/data/policy_table.csv
"""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from domain.policy_cases import medium, shipped_policy
from serkut_desk.domain.evidence import HiddenAreas, Verdict, VerifyMode
from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.policy import Attestation, SanitisationTechnique, Switch
from serkut_desk.domain.sanitisation import RunFacts, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

POLICY = shipped_policy()
RAISED = replace(POLICY, switches=frozenset({Switch.NIST_R1_TABLES}))
COLUMNS = "kind,technique,data_class,required,level,with_r1_tables,r1_asks_too,rule,taken_away_by"
MAGNETIC = (MediumKind.HDD, MediumKind.SAS_HDD)


def everything(kind: MediumKind, technique: SanitisationTechnique) -> RunFacts:
    """Return a run of which nothing is missing that anybody could ask for."""
    return RunFacts(
        technique=technique,
        verdict=Verdict.PASSED,
        passes=3,
        verification=VerifyMode.ALL,
        errors=0,
        hidden_areas=HiddenAreas.NONE,
        tool="nwipe",
        tool_version="0.42",
        direct_io=True,
        attested=frozenset(Attestation),
        persons=2,
        particle_class="H-7" if kind in MAGNETIC else "E-7",
    )


@cache
def without(run: RunFacts) -> tuple[tuple[str, RunFacts], ...]:
    """Return what `one_thing_less` yields: many kinds and every class of data ask of one run."""
    return tuple(one_thing_less(run))


def one_thing_less(run: RunFacts) -> Iterator[tuple[str, RunFacts]]:
    """Yield the run with one thing less, each under the name that the table has for it."""
    for mode in VerifyMode:
        yield f"read_back:{mode}", replace(run, verification=mode)
    for verdict in Verdict:
        if verdict is not Verdict.PASSED:
            yield f"verdict:{verdict}", replace(run, verdict=verdict)
    for word in Attestation:
        yield f"no_{word}", replace(run, attested=run.attested - {word})
    yield "tool:unknown", replace(run, tool="handmade")
    yield "tool:old", replace(run, tool="nwipe", tool_version="0.30")
    yield "errors:unknown", replace(run, errors=None)
    yield "errors:1", replace(run, errors=1)
    for areas in HiddenAreas:
        yield f"hidden_areas:{areas}", replace(run, hidden_areas=areas)
    yield "passes:1", replace(run, passes=1)
    yield "passes:0", replace(run, passes=0)
    yield "persons:1", replace(run, persons=1)
    letter = (run.particle_class or "")[0]
    for number in range(1, 7):
        yield f"particles:{letter}-{number}", replace(run, particle_class=f"{letter}-{number}")
    yield "particles:unknown", replace(run, particle_class=None)
    yield "particles:other", replace(run, particle_class="E-7" if letter == "H" else "H-7")


def line(kind: MediumKind, technique: SanitisationTechnique, data_class: DataClass) -> str:
    """Return one line of the table."""
    question, run = medium(kind, data_class), everything(kind, technique)
    judged = judge(POLICY, question, run)
    if judged.rule_id is None:
        # Nothing of the run is looked at where no rule is for the case.
        return f"{kind},{technique},{data_class},{judged.required},{judged.level},none,-,-,-"
    lost = []
    for name, less in without(run):
        again = judge(POLICY, question, less)
        if again.level is not judged.level:
            assert again.level is Level.NONE, name
            lost.append(name)
        elif again.needs_acceptance:
            lost.append(f"{name}(accept)")
    raised = judge(RAISED, question, run).level
    asks = [
        name
        # Below the lowest level there is nothing but none.
        for name, less in (without(run) if raised > Level.CLEAR else ())
        if Level.NONE < judge(RAISED, question, less).level < raised
    ]
    values = (
        kind,
        technique,
        data_class,
        judged.required,
        judged.level,
        raised,
        " ".join(asks) or "-",
        judged.rule_id or "-",
        " ".join(_together(lost)) or "-",
    )
    return ",".join(values)


def _together(names: list[str]) -> list[str]:
    """Shorten `verdict:failed verdict:aborted ...` to the one word that stands for all."""
    verdicts = [name for name in names if name.startswith("verdict:")]
    if len(verdicts) == len(Verdict) - 1:
        names = ["any_verdict_but_passed", *(one for one in names if one not in verdicts)]
    return names


def lines() -> Iterator[str]:
    """Yield the table, its header first."""
    yield COLUMNS
    for kind in MediumKind:
        for technique in SanitisationTechnique:
            for data_class in DataClass:
                yield line(kind, technique, data_class)


if __name__ == "__main__":
    sys.stdout.writelines(f"{one}\n" for one in lines())
