"""Short ways to draw media, to read them back and to settle what failed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import text

from draws import drawing
from factories import make_lot
from serkut_desk.records.record_check import check_records
from serkut_desk.stations.looks import queries
from serkut_desk.stations.looks.commands import (
    CloseIncident,
    DrawLooks,
    LiftFreeze,
    RecordLook,
    ReleaseLook,
)
from stations.handover.till import Till
from stations.wiping.logs import BEGIN, Drive, log

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.second_look import Conclusion, Lifted
    from serkut_desk.records.journal_check import Finding
    from serkut_desk.stations.looks.commands import FreezeDone, IncidentDone, LookDone
    from serkut_desk.stations.looks.queries import Overview

ALL = {"per_hundred": 100, "least": 1, "chance": 0}


def serial(number: int) -> str:
    return f"WD-WX61AA81{number:04d}"


def reading(number: int, *, errors: int = 0, serial_of: int | None = None) -> bytes:
    """Return nwipe's log of reading a disk back, which writes nothing."""
    drive = Drive(serial(serial_of or number), errors=errors)
    begin = BEGIN + timedelta(hours=5, seconds=number + 1000 * errors)
    return log(drive, begin=begin, method="Verify Zeros (0x00)", passes=0)


@dataclass
class Reader(Till):
    """A till with somebody at the reading bench."""

    def wiped(self, number: int, version: str = "0.40", by: str = "worker") -> Device:
        """Bring a device with one overwritten disk as far as it waits for its approval."""
        host = f"PF2ABC{number:02d}"
        device = self.device(host)
        self.declare(device, serial(number))
        begin = BEGIN + timedelta(seconds=7 * number)
        report = log(Drive(serial(number)), host=host, begin=begin, version=version)
        self.bring(report, performed_by=by)
        return device

    def many(self, count: int, first: int = 1) -> list[Device]:
        """Bring several such devices."""
        make_lot(self.workshop)
        return [self.wiped(number) for number in range(first, first + count)]

    def drawn(self, number: int = 1) -> Device:
        """Bring a device whose disk was drawn."""
        device = self.wiped(number)
        with drawing(chance=1000):
            self.approve(device)
        return device

    def read(
        self,
        medium: str,
        data: bytes = b"00000000  00 00 00 00",
        *,
        clean: bool = True,
        tool: str = "hdparm",
        by: Session | None = None,
    ) -> LookDone:
        """Record a reading as a supervisor who had no part."""
        command = RecordLook(medium=medium, clean=clean, tool=tool, evidence=self.write(data))
        return self.workshop.desk.do(by or self.other, command)

    def release(self, medium: str, by: Session | None = None) -> LookDone:
        return self.workshop.desk.do(by or self.other, ReleaseLook(medium, "Levy hajosi"))

    def draw(self, month: str | None = None) -> tuple[str, ...]:
        return self.workshop.desk.do(self.boss, DrawLooks(month)).names

    def lift(self, incident: int, medium: str, outcome: Lifted) -> FreezeDone:
        return self.workshop.desk.do(self.boss, LiftFreeze(incident, medium, outcome, "näin"))

    def close(
        self, incident: int, conclusion: Conclusion, second: Session | None = None
    ) -> IncidentDone:
        command = CloseIncident(incident, conclusion, "selvitetty", second)
        return self.workshop.desk.do(self.boss, command)

    def seen(self, by: Session | None = None) -> Overview:
        return queries.overview(self.workshop.desk, by or self.other)

    def findings(self) -> tuple[Finding, ...]:
        """Return what the records say past the journal."""
        with self.workshop.desk.database.reading() as work:
            return check_records(work.connection)

    def findings_after(self, sql: str) -> tuple[Finding, ...]:
        """Return what would be found if somebody changed the records so; nothing stays changed."""
        with self.workshop.desk.database.work() as work:
            work.connection.execute(text(sql))
            return check_records(work.connection)
