"""The signed texts of certificates' QRs, and what else the records know of their runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select

from serkut_desk.domain.standing import WROTE_NOTHING
from serkut_desk.records import schema

if TYPE_CHECKING:
    from sqlalchemy import Connection

_S = schema.certificate_statement
_R, _W = schema.sanitisation_run, schema.look_draw
_NOT_WIPED = sorted(verdict.value for verdict in WROTE_NOTHING)
_DRIVES = select(func.count(), func.count().filter(_R.c.verdict.in_(_NOT_WIPED))).where(
    _R.c.report_run_id == bindparam("report")
)
_DRAWS = select(func.sum(_W.c.drawn), func.max(_W.c.population)).where(
    _W.c.month == bindparam("month")
)


class Statements:
    """What certificates of any kind say in short, by their numbers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, code: str, text: str, seal: str) -> None:
        """Keep the text of a certificate's QR, and the fingerprint of the key that signed it."""
        self._connection.execute(insert(_S), {"code": code, "text": text, "seal": seal})

    def text_of(self, code: str) -> str | None:
        """Return the text of a certificate's QR; None of one older than statements."""
        query = select(_S.c.text).where(_S.c.code == code)
        return self._connection.execute(query).scalar_one_or_none()

    def drives_of(self, report_run: int) -> tuple[int, int]:
        """Return how many drives a run told of, and how many of them it did not wipe."""
        row = self._connection.execute(_DRIVES, {"report": report_run}).one()
        return int(row[0]), int(row[1])

    def sample_of(self, month: str) -> tuple[int, int]:
        """Return how many media were drawn for second looks in a month, and of how many."""
        row = self._connection.execute(_DRAWS, {"month": month}).one()
        return int(row[0] or 0), int(row[1] or 0)
