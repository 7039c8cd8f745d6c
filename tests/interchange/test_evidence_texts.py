from __future__ import annotations

import pytest

from serkut_desk.domain.evidence import ClockFlag, ReasonCode, Verdict
from serkut_desk.domain.matching import MatchReason, MatchState
from serkut_desk.interchange.evidence import ReportKind
from serkut_desk.texts import Texts, catalogue

FACTS = (
    "least",
    "passes",
    "verification",
    "flush",
    "erased",
    "total",
    "count",
    "first",
    "method",
    "other",
    "status",
    "made",
    "planned",
    "line",
    "state",
    "row",
    "column",
    "text",
    "name",
    "version",
    "given",
    "after",
    "at",
    "word",
    "log",
    "paper",
    "missing",
)


@pytest.mark.parametrize("language", ["en", "fi"])
def test_every_verdict_and_reason_says_what_and_what_next(language: str) -> None:
    keys = [f"verdict.{v}{part}" for v in Verdict for part in ("", ".why", ".next")]
    keys += [f"verdict.{key}" for key in ("destruction.PASSED", "manual.PASSED", "manual.FAILED")]
    keys += [f"reason.{code}{part}" for code in ReasonCode for part in ("", ".next")]
    keys += [f"clock_note.{flag}" for flag in ClockFlag]
    keys += [f"match.{state}" for state in MatchState]
    keys += [f"match_reason.{code}" for code in MatchReason]
    keys += [f"report.{kind}" for kind in ReportKind]
    sentences = catalogue(language)
    assert [key for key in keys if not sentences.get(key)] == []
    for key in keys:
        filled = Texts(language).say(key, **dict.fromkeys(FACTS, 1))
        assert filled.endswith((".", "1"))
        assert "{" not in filled
