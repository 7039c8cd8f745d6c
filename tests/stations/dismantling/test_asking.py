"""How often the records are asked for one line of grams."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from apart import begun, box, scaled, to_take_apart
from asked import statements
from factories import make_medium
from serkut_desk.domain.dismantling import StepResult
from serkut_desk.stations.dismantling.commands import DoStep, PutFraction, TakeMedium

if TYPE_CHECKING:
    from kit import Workshop


def test_a_line_of_grams_looks_at_its_device_once(workshop: Workshop) -> None:
    device, do = to_take_apart(workshop), partial(workshop.desk.do, workshop.worker)
    make_medium(workshop, device, serial="E1")
    begun(workshop, device)
    do(DoStep(device.code, "power_supply", StepResult.NONE))
    do(TakeMedium(device.code, "E1", scaled(300)))
    for step in ("media", "parts"):
        do(DoStep(device.code, step))
    iron = box(workshop, "ferrous")
    with statements(workshop) as asked:
        do(PutFraction(device.code, iron, scaled(4000)))
    assert len(asked) < 40
    words = [" ".join(sql.split()) for sql, _ in asked]
    assert sum("FROM medium WHERE" in sql for sql in words) == 1
    assert sum(sql.startswith("UPDATE clock_mark") for sql in words) == 1
