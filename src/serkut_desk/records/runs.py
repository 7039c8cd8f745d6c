"""Evidence files, the runs in them, and what they say of each medium."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from serkut_desk.domain.evidence import Verdict, VerifyMode
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.runs import SanitisationRun, grounds_of, state_of_run
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import BindParameter, Connection

_R = schema.sanitisation_run
_DEVICE: BindParameter[int] = bindparam("device_id")
# Drives of reports that belong to no medium, were not set aside, and are not told of elsewhere.
_COUNTS = _R.c.set_aside_by.is_(None) & _R.c.paired_with.is_(None)
_OPEN = _R.c.medium_id.is_(None) & _COUNTS
# By the serials alone, whose index finds next to nothing; the rest is looked at outside.
_WITH_SERIALS = select(_R.c.medium_id, _R.c.set_aside_by, _R.c.paired_with).where(
    _R.c.serial_key.in_(bindparam("keys", expanding=True))
)
_PROPOSED = (
    select(_R).where(_OPEN, _R.c.match == "proposed", _R.c.device_id == _DEVICE).order_by(_R.c.id)
)
_PROPOSED_WITH = (
    select(_R)
    .where(
        _OPEN,
        _R.c.match == "proposed",
        (_R.c.device_id == _DEVICE) | _R.c.serial_key.in_(bindparam("keys", expanding=True)),
    )
    .order_by(_R.c.id)
)
_UNKNOWN = (
    select(_R)
    .where(_OPEN, _R.c.match == "unknown", _R.c.serial_key.in_(bindparam("keys", expanding=True)))
    .order_by(_R.c.id)
)
_SOME = select(_R).where(_R.c.id.in_(bindparam("some", expanding=True))).order_by(_R.c.id)
_BY_ID = select(_R).where(_R.c.id == bindparam("row_id"))
_OF_REPORT = select(_R).where(_R.c.report_run_id == bindparam("report_run_id")).order_by(_R.c.id)
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
        self.touched: set[int] = set()
        """Numbers of the runs that this transaction made or changed: places of files follow."""
        self.unasked: set[int] = set()
        """Likewise: whether an open doubt is about them was not asked yet."""
        self.untold: dict[int, bool] = {}
        """Those of which the journal has not been told yet, each with whether it is new."""

    def add(self, **values: object) -> int:
        """Insert a run and return its number."""
        row_id = super().add(**values)
        self.touched.add(row_id)
        self.unasked.add(row_id)
        self.untold[row_id] = True
        return row_id

    def change(self, row_id: int, **values: object) -> None:
        """Change one run.

        Raises:
            LookupError: There is no such run.
        """
        super().change(row_id, **values)
        self.changed(row_id)

    def changed(self, row_id: int) -> None:
        """Remember that a run stands otherwise than before."""
        self.touched.add(row_id)
        self.unasked.add(row_id)
        self.untold.setdefault(row_id, False)

    def tell(self) -> list[dict[str, Any]]:
        """Return how the runs stand of which the journal has not been told yet, for its entry.

        Of a new one also what its level stands on (`says`).
        """
        if not self.untold:
            return []
        told, self.untold = self.untold, {}
        rows = self.connection.execute(_SOME, {"some": sorted(told)})
        found = [row._asdict() for row in rows]
        return [
            {**state_of_run(row), **({"says": grounds_of(row)} if told[row["id"]] else {})}
            for row in found
        ]

    def by_id(self, row_id: int) -> SanitisationRun | None:
        """Return the run with this number."""
        return self.the_one(_BY_ID, row_id=row_id)

    def of_medium(self, medium_id: int) -> list[SanitisationRun]:
        """Return what is known of a medium, in the order it was received."""
        rows = self.connection.execute(_OF_MEDIUM, {"medium_id": medium_id})
        return [self.of(row) for row in rows]

    def of_report(self, report_run_id: int) -> list[SanitisationRun]:
        """Return the drives of one run of a program, in the order of the report."""
        return self.those(_OF_REPORT, report_run_id=report_run_id)

    def of_device(self, device_id: int) -> list[SanitisationRun]:
        """Return every run that is recorded for a device, matched or not."""
        return self.all(_R.c.device_id == device_id, order=[_R.c.id])

    def open_of_device(
        self, device_id: int, serial_keys: Collection[str] = ()
    ) -> list[SanitisationRun]:
        """Return drives of reports that may concern a device and that nobody has settled yet.

        Args:
            device_id: The device.
            serial_keys: Keys of its media's serials: a doubtful drive with such a serial concerns
                it too, whichever computer the report names.
        """
        if not serial_keys:
            return self.those(_PROPOSED, device_id=device_id)
        return self.those(_PROPOSED_WITH, device_id=device_id, keys=sorted(serial_keys))

    def unknown_with(self, serial_keys: Collection[str]) -> list[SanitisationRun]:
        """Return drives with one of these serials that belonged to no medium when they came."""
        if not serial_keys:
            return []
        return self.those(_UNKNOWN, keys=sorted(serial_keys))

    def wait_for(self, serial_keys: Collection[str]) -> bool:
        """Tell whether a drive with one of these serials belongs to no medium yet."""
        if not serial_keys:
            return False
        rows = self.connection.execute(_WITH_SERIALS, {"keys": sorted(serial_keys)})
        return any(not any(held is not None for held in row) for row in rows)

    def open_ones(self, limit: int | None = None) -> list[SanitisationRun]:
        """Return drives of reports that belong to no medium yet, the newest first."""
        return self.all(_OPEN, order=[_R.c.id.desc()], limit=limit)

    def contradict(self, row_id: int, *, contradicted: bool) -> None:
        """Remember that another report says the opposite of a run, or that this is settled."""
        self.change(row_id, contradicted=contradicted)
