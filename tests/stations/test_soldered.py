"""What is soldered to a board goes where the board goes: not past its gate as grams."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from apart import begun, box, scaled, to_take_apart
from factories import make_medium
from serkut_desk.domain.dismantling import StepResult
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.media import MediumKind
from serkut_desk.stations.dismantling.commands import DoStep, PutBack, PutFraction, TakeMedium

if TYPE_CHECKING:
    from kit import Workshop


def test_a_board_takes_no_flash_into_a_crate(workshop: Workshop) -> None:
    desktop, done = to_take_apart(workshop), partial(workshop.desk.do, workshop.worker)
    boards, iron = box(workshop, "circuit_boards"), box(workshop, "ferrous")
    rest = box(workshop, "remains")
    make_medium(workshop, desktop, serial="E1", kind=MediumKind.EMMC)
    begun(workshop, desktop)
    done(DoStep(desktop.code, "power_supply", StepResult.NONE))
    # Somebody says that it is out, but nothing came out that a scale could weigh.
    out = done(TakeMedium(desktop.code, "E1"))
    for step in ("media", "parts"):
        done(DoStep(desktop.code, step))
    for crate in (boards, rest):
        with pytest.raises(Refused, match="medium_not_wiped"):
            done(PutFraction(desktop.code, crate, scaled(600)))
    done(PutFraction(desktop.code, iron, scaled(4000)))
    # Its board has a label of its own and a weight: it keeps its own gate.
    done(PutBack(desktop.code, out.code))
    done(TakeMedium(desktop.code, "E1", scaled(31)))
    done(PutFraction(desktop.code, boards, scaled(600)))
