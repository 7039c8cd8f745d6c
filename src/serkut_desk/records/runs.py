"""Evidence files, the runs in them, and what they say of each medium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from serkut_desk.domain.evidence import Verdict, VerifyMode
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.runs import SanitisationRun
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

_R = schema.sanitisation_run
_OF_MEDIUM = select(_R).where(_R.c.medium_id == bindparam("medium_id")).order_by(_R.c.id)


class Runs(Rows[SanitisationRun]):
    """Every run on every medium."""

    def __init__(self, connection: Connection) -> None:
        words = {
            "technique": SanitisationTechnique,
            "verdict": Verdict,
            "verification": VerifyMode,
        }
        super().__init__(connection, schema.sanitisation_run, SanitisationRun, words)

    def by_id(self, row_id: int) -> SanitisationRun | None:
        """Return the run with this number."""
        return self.one(_R.c.id == row_id)

    def of_medium(self, medium_id: int) -> list[SanitisationRun]:
        """Return what is known of a medium, in the order it was received."""
        rows = self.connection.execute(_OF_MEDIUM, {"medium_id": medium_id})
        return [self.of(row) for row in rows]

    def open_of_device(self, device_id: int) -> list[SanitisationRun]:
        """Return drives of reports that nobody has matched or set aside yet."""
        return self.all(
            _R.c.device_id == device_id, _R.c.match == "proposed", _R.c.set_aside_by.is_(None)
        )
