"""Draws media for a second look in the caller's transaction, by the hash of the caller's entry.

The caller plans before its entry, writes the plan into it as `draw=plan.as_entry()`, and lets it be
drawn with the new head: the entry alone then says who was drawn, and nobody knew it before.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.clock import HELSINKI, local
from serkut_desk.domain.second_look import (
    NOT_READ_BACK,
    Draw,
    LookRules,
    LookState,
    chosen,
    month_of,
    parse_look_rules,
    seed_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.domain.journal import Head
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.handling import Task


@cache
def look_rules() -> LookRules:
    """Return how many are looked at, and what a failure freezes."""
    return parse_look_rules(shipped.json_resource("wiping", "looks.json"))


def bounds_of(month: str) -> tuple[datetime, datetime]:
    """Return the first instant of a Finnish month, `2026-11`, and of the one after it.

    Raises:
        ValueError: It is no month.
    """
    first = datetime.strptime(f"{month}-01", "%Y-%m-%d").replace(tzinfo=HELSINKI)
    later = first.year + first.month // 12
    after = first.replace(year=later, month=first.month % 12 + 1)
    return first.astimezone(UTC), after.astimezone(UTC)


def plan(
    work: UnitOfWork, month: str, fresh: Iterable[SanitisationRun] = (), *, today: datetime
) -> Draw:
    """Return what has to be drawn for a month.

    Args:
        work: The open transaction; the approvals of `fresh` are stored in it already.
        month: As `month_of`.
        fresh: Runs that were approved just now.
        today: What was sanitised since only counts by full shares; the future: all counts.
    """
    rules, (start, end) = look_rules(), bounds_of(month)
    runs = {run.id for run in fresh if run.technique not in NOT_READ_BACK}
    runs -= work.looks.known(runs) if runs else frozenset()
    population, drawn = work.looks.population(start, end), work.looks.drawn(month)
    before = work.looks.population(start, min(today, end)) if today > start else 0
    short = max(0, rules.needed_by_now(population, before) - drawn)
    candidates = work.looks.candidates(start, end) if short else ()
    return Draw(
        month=month,
        population=population,
        before=before,
        drawn=drawn,
        need=min(short, len(candidates)),
        candidates=candidates,
        fresh=tuple(sorted(runs)),
        chance=rules.chance,
    )


def plan_now(task: Task, fresh: Iterable[SanitisationRun] = ()) -> Draw:
    """Return what has to be drawn for this month, after an approval of some runs."""
    here = local(task.now)
    today = here.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
    return plan(task.work, month_of(task.now), fresh, today=today)


def plan_all(work: UnitOfWork, month: str) -> Draw:
    """Return what a month still lacks in full, today's included."""
    return plan(work, month, today=bounds_of(month)[1])


def draw(task: Task, planned: Draw, head: Head) -> tuple[int, ...]:
    """Let the caller's entry decide; return the numbers of the media that were drawn."""
    runs = chosen(planned, head.hash)
    if not runs:
        return ()
    looks = task.work.looks
    draw_id = looks.draws.add(
        month=planned.month,
        at=task.now,
        by=task.actor,
        population=planned.population,
        drawn=planned.drawn,
        need=planned.need,
        seed=seed_of(head.hash, planned.month),
        seq=head.seq,
    )
    media = []
    for run_id in runs:
        run = task.work.runs.by_id(run_id)
        assert run is not None
        assert run.medium_id is not None
        looks.add(
            draw_id=draw_id,
            month=planned.month,
            run_id=run_id,
            medium_id=run.medium_id,
            at=task.now,
            state=LookState.OPEN.value,
            seq=head.seq,
        )
        media.append(run.medium_id)
    return tuple(media)
