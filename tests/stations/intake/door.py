"""Drives intake in tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.stations.intake.commands import OpenLot, ReceiveDevice

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.stations.intake.results import Opened, Received

LIST = """Laitetyyppi;Merkki ja malli;Sarjanumero;Inventaarionumero;Määrä
Kannettava;Lenovo ThinkPad L14;PF2ABC12;HKI-0098213;1
Kannettava;HP EliteBook 840 G6;5CG9421XYZ;HKI-0098214;1
Näyttö;Dell P2419H;CN0XV9J7TV100;HKI-0098215;1
Näyttö;Dell U2412M;;HKI-0098216;1
Hiiri;Logitech;;;24
""".encode()


def label(number: int) -> str:
    """Return the code of a roll label."""
    return make_code(CodeKind.DEVICE, number)


@dataclass
class Door:
    """Where deliveries come in."""

    workshop: Workshop
    lot: str = ""

    def open(self, **values: Any) -> Opened:
        """Open a lot as a supervisor."""
        values.setdefault("sender", "Kasvatus ja koulutus")
        return self.workshop.desk.do(self.workshop.first, OpenLot(**values))

    def receive(self, *scans: str, **values: Any) -> Received:
        """Receive a device as a maker."""
        values.setdefault("lot", self.lot)
        return self.workshop.desk.do(self.workshop.worker, ReceiveDevice(scans=scans, **values))

    def rows(self) -> dict[str, int]:
        """Return how many rows each table holds."""
        return {name: len(rows) for name, rows in self._tables().items()}

    def entries(self, subject: str) -> list[str]:
        """Return the tags of what the journal says about something."""
        with self.workshop.desk.database.reading() as work:
            return [entry.tag for entry in work.journal.about(subject)]

    def texts(self) -> str:
        """Return the whole database as text, to look for what must not be there."""
        return str(self._tables())

    def _tables(self) -> dict[str, list[str]]:
        # By the program's own SQLite: a second library in one process would drop its locks.
        with self.workshop.desk.database.reading() as work:
            names = work.connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            ).scalars()
            return {
                name: [str(row) for row in work.connection.exec_driver_sql(f"SELECT * FROM {name}")]  # noqa: S608 - names from the schema itself
                for name in list(names)
            }
