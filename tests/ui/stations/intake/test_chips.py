"""What is set at intake, in the head line."""

from __future__ import annotations

from serkut_desk.stations.intake.state import IntakeState
from serkut_desk.texts import Texts
from serkut_desk.ui.panel import Chip
from serkut_desk.ui.stations.intake.chips import chips_of


def test_a_cage_that_is_named_by_its_kind_is_not_called_so_twice() -> None:
    said = [
        chips_of(IntakeState(cage=cage), "", "", Texts("en"), guidance=True)
        for cage in ("Cage 1", "Blue")
    ]
    assert said == [(Chip("", "Cage 1"),), (Chip("Cage", "Blue"),)]
