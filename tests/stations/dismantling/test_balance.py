"""Whatever is done in whatever order: in = parts + media + fractions + remainder, to the gram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kit
from apart import box, keyed, scaled, to_take_apart
from factories import make_medium
from serkut_desk.domain.dismantling import StepResult
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.records.record_check import check_records
from serkut_desk.stations.dismantling import queries
from serkut_desk.stations.dismantling.commands import (
    CancelDismantling,
    DoStep,
    FinishDismantling,
    PutBack,
    PutFraction,
    StartDismantling,
    TakeMedium,
    TakePart,
    UndoFraction,
    UndoStep,
    WeighIn,
)

if TYPE_CHECKING:
    from pathlib import Path


_GRAMS = st.integers(1, 3000)
_STEPS = st.sampled_from(
    ["power_off", "battery", "media", "power_supply", "parts", "fractions", "weigh"]
)
_MOVES = st.one_of(
    st.tuples(st.just("step"), _STEPS),
    st.tuples(st.just("undo_step"), _STEPS),
    st.tuples(st.just("weigh"), _GRAMS),
    st.tuples(st.just("medium"), st.none() | _GRAMS),
    st.tuples(st.just("part"), st.none() | _GRAMS),
    st.tuples(st.just("iron"), _GRAMS),
    st.tuples(st.just("cells"), _GRAMS),
    st.tuples(st.just("undo"), st.none()),
    st.tuples(st.just("back"), st.integers(0, 3)),
    st.tuples(st.just("cancel"), st.none()),
    st.tuples(st.just("start"), st.none() | _GRAMS),
    st.tuples(st.just("finish"), st.booleans()),
)
# Most of what is drawn comes after a beginning that lets something out at all.
_BEGINNINGS = st.sampled_from(
    [
        [("start", 2500), ("step", "power_off"), ("step", "battery")],
        [
            ("start", None),
            ("weigh", 2800),
            ("step", "power_off"),
            ("step", "battery"),
            ("medium", 400),
            ("step", "media"),
            ("step", "power_supply"),
        ],
        [],
    ]
)


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(beginning=_BEGINNINGS, moves=st.lists(_MOVES, max_size=14))
def test_no_gram_is_lost_or_made(
    tmp_path_factory: Any, beginning: list[tuple[str, Any]], moves: list[tuple[str, Any]]
) -> None:
    root: Path = tmp_path_factory.mktemp("balance")
    workshop = kit.make_workshop(root, waits=False)
    device = to_take_apart(workshop)
    make_medium(workshop, device, serial="W1")
    boxes = {"iron": box(workshop, "ferrous"), "cells": box(workshop, "battery_coin_lithium")}
    code, out = device.code, list[str]()
    for what, value in (*beginning, *moves):
        command = _COMMANDS[what](code, value, boxes, out)
        try:
            done = workshop.desk.do(workshop.first, command)
        except KnownFailure:
            continue
        if what in {"medium", "part"}:
            out.append(done.code)
        with workshop.desk.database.reading() as work:
            orders = work.dismantlings.of_device(device.id)
            last = orders[-1]
            lines = [
                line.weight_g
                for one in boxes.values()
                for line in work.containers.lines.standing(work.containers.by_code(one).id)  # type: ignore[union-attr]  # opened above
            ]
            stock = [part.weight_g or 0 for part in work.parts.from_device(device.id)]
            loose = [one.weight_g or 0 for one in work.media.of_device(device.id) if one.removed_at]
            findings = check_records(work.connection)
        sums = queries.sheet(workshop.desk, workshop.first, code).balance
        if last.state != "cancelled":
            assert (sums.fractions, sums.parts, sums.media) == (sum(lines), sum(stock), sum(loose))
        if sums.weight_in is not None:
            assert sums.remainder is not None
            assert sums.weight_in == sums.parts + sums.media + sums.fractions + sums.remainder
        assert findings == ()
    workshop.desk.database.close()


_COMMANDS: dict[str, Any] = {
    "start": lambda code, grams, *_: StartDismantling(code, scaled(grams) if grams else None),
    "weigh": lambda code, grams, *_: WeighIn(code, scaled(grams)),
    "step": lambda code, key, *_: DoStep(
        code, key, StepResult.NONE if key == "power_supply" else StepResult.DONE
    ),
    "undo_step": lambda code, key, *_: UndoStep(code, key),
    "medium": lambda code, grams, *_: TakeMedium(code, weight=keyed(grams) if grams else None),
    "part": lambda code, grams, *_: TakePart(
        code, "memory", weight=keyed(grams) if grams else None
    ),
    "iron": lambda code, grams, boxes, _: PutFraction(code, boxes["iron"], scaled(grams)),
    "cells": lambda code, grams, boxes, _: PutFraction(code, boxes["cells"], keyed(grams)),
    "undo": lambda code, *_: UndoFraction(code),
    "back": lambda code, at, _, out: PutBack(code, out[at] if at < len(out) else "OS1"),
    "cancel": lambda code, *_: CancelDismantling(code, "kokeilu"),
    "finish": lambda code, said, *_: FinishDismantling(code, "syy" if said else ""),
}
