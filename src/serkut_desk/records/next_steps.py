"""What supervisors decided after failures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, exists, func, select

from serkut_desk.domain.next_steps import ASKS_FOR_STEP, NextStep, Step
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Connection

_N, _M, _R = schema.next_step, schema.medium, schema.sanitisation_run
_LATEST = (
    select(_N).where(_N.c.medium_id == bindparam("medium_id")).order_by(_N.c.id.desc()).limit(1)
)


def waits_for(step: Step) -> ColumnElement[bool]:
    """Return which decisions are not carried out yet.

    A newer decision, and a newer result, also one that decides nothing, ends the waiting.
    """
    again = _N.alias()
    newest = select(func.max(again.c.id)).where(again.c.medium_id == _N.c.medium_id)
    result = select(func.max(_R.c.id)).where(_R.c.medium_id == _N.c.medium_id)
    failing = exists().where(
        _M.c.id == _N.c.medium_id, _M.c.state.in_([state.value for state in ASKS_FOR_STEP])
    )
    return (
        (_N.c.step == step.value)
        & failing
        & (_N.c.id == newest.scalar_subquery())
        & (_N.c.run_id == result.scalar_subquery())
    )


_WAITING = {
    step: select(_N.c.medium_id).where(waits_for(step)).order_by(_N.c.id).limit(bindparam("most"))
    for step in Step
}
_TO_DESTROY = select(_N.c.medium_id).where(
    _N.c.medium_id.in_(bindparam("media", expanding=True)), waits_for(Step.DESTROY)
)


class NextSteps(Rows[NextStep]):
    """Decisions, of which the newest about a medium may hold."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(
            connection, _N, NextStep, {"step": Step, "technique": SanitisationTechnique}
        )

    def latest_of(self, medium_id: int) -> NextStep | None:
        """Return the newest decision about a medium, None when there is none."""
        return self.the_one(_LATEST, medium_id=medium_id)

    def to_destroy(self, media: Collection[int]) -> frozenset[int]:
        """Return those media that wait for their destruction."""
        if not media:
            return frozenset()
        rows = self.connection.execute(_TO_DESTROY, {"media": sorted(media)})
        return frozenset(int(row[0]) for row in rows)

    def waiting(self, step: Step, most: int) -> list[int]:
        """Return the numbers of media that wait for a step, the longest waiting first."""
        return [int(row[0]) for row in self.connection.execute(_WAITING[step], {"most": most})]
