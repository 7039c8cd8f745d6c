"""What supervisors decided after failures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from serkut_desk.domain.next_steps import NextStep, Step
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

_N = schema.next_step
_LATEST = (
    select(_N).where(_N.c.medium_id == bindparam("medium_id")).order_by(_N.c.id.desc()).limit(1)
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
