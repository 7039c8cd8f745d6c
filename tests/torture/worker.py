"""The program that is killed: works on without end and says each action when it is done.

A line of JSON on standard output is an action that the program has confirmed: its name, the codes
it is about, and the journal's newest entry after it.

Loading the program takes longer than most workers live. So one process loads it and makes every
worker by forking, before anything is opened: a line `ROOT NUMBER` on its standard input asks for
one, the next line for its death, which it answers with `dead STATUS`.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import traceback
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import by_hand
from draws import draw_nobody
from serkut_desk import bootstrap
from serkut_desk.documents import certificate, label, signing  # noqa: F401 - loaded before the start
from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.declared_medium import DeclaredMedium
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.media import DataClass, KindSource, MediumKind
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.people import Session
from serkut_desk.domain.returning import Remedy
from serkut_desk.stations.certificates.commands import IssueCertificates, RevokeCertificate
from serkut_desk.stations.grading.commands import Decide
from serkut_desk.stations.handover.commands import (
    AddDevice,
    CancelHandover,
    CompleteHandover,
    OpenHandover,
)
from serkut_desk.stations.intake.commands import OpenLot, ReceiveDevice
from serkut_desk.stations.labels.printing import print_waiting
from serkut_desk.stations.returns.commands import Settle, TakeBack
from serkut_desk.stations.wiping.commands import Approve, Counted, ImportReports
from stations.wiping.logs import Drive, log
from torture.benches import Benches
from torture.door import Door
from torture.proofs import Proofs
from torture.workshop import Place, RunningClock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.documents.keys import SealKey
    from serkut_desk.stations.desk import Desk

_SAMPLES = Path(__file__).resolve().parents[1] / "interchange" / "data" / "nwipe"
_KEPT = ("read", "attachment", "duplicate")
_READY = """
    SELECT device.code FROM device JOIN certificate ON certificate.device_id = device.id
        WHERE device.state = 'waiting_grade' AND certificate.state = 'valid' LIMIT 2
"""
_HELD = """
    SELECT 1 FROM device WHERE code IN ({}) AND (state <> 'waiting_wipe' OR EXISTS
        (SELECT 1 FROM label_mixup WHERE settled_at IS NULL
            AND device.id IN (device_id, stuck_on_id))
        OR EXISTS (SELECT 1 FROM medium WHERE device_id = device.id AND kind <> 'hdd'))
"""
_DRAWN = """
    SELECT device.code FROM second_look JOIN medium ON medium.id = medium_id
        JOIN device ON device.id = medium.device_id WHERE second_look.state = 'open'
"""
# A lot that was announced comes in cages, and at the door only.
_LOTS = "SELECT max(code) FROM lot WHERE state = 'open' AND expected_on IS NULL"
_BEGIN = datetime(2026, 11, 1, 6, 0)  # noqa: DTZ001 - a log's clock has no zone


@dataclass
class Hands:
    """Everybody in the workshop, in one process.

    Args:
        desk: The open workshop.
        place: Its folders.
        seal: Unlocked.
        number: Of this run; makes serials that no other run makes.
        chance: What decides where there is a choice.
    """

    desk: Desk
    place: Place
    seal: SealKey
    number: int
    chance: random.Random
    serials: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lot: str = ""
    _made: int = 0

    def __post_init__(self) -> None:
        crew = self.place.crew
        self.worker = Session(crew.worker)
        self.boss = Session(crew.first)
        self.other = Session(crew.second)

    def say(self, did: str, codes: Iterable[str]) -> None:
        """Confirm an action, in one write."""
        with self.desk.database.reading() as work:
            head = work.journal.head()
        line = {"did": did, "codes": list(codes), "seq": head.seq, "hash": head.hash}
        os.write(1, (json.dumps(line) + "\n").encode())

    def fresh(self, session: Session) -> Session:
        """Return a session with its PIN given now."""
        return Session(session.person, self.desk.clock.now())

    def work(self) -> None:
        """Work at the benches and bring deliveries from the door to the buyers, until killed."""
        if self.chance.random() < 0.3:
            self._go_on()
        # Who is drawn for a second look follows from the time of day: in most lives nobody is, so
        # that the same seed does the same.
        if self.number % 5:
            draw_nobody()
        benches, door, proofs = Benches(self), Door(self), Proofs(self)
        while True:
            for _ in range(self.chance.randint(0, 16)):
                benches.turn()
            self._deliver(door)
            for _ in range(2):
                proofs.turn()

    def _deliver(self, door: Door) -> None:
        """Bring a delivery from the door to its certificates, and some of it to the buyers."""
        if self.chance.random() < 0.2:
            self.lot = self._open_lot()
        devices = [self.receive() for _ in range(self.chance.randint(1, 3))]
        if self.chance.random() < 0.4:
            self._print()
        for _ in range(door.chance.randint(0, 5)):
            door.turn()
        if not self._untouched(devices):
            # What was stopped or doubted meanwhile waits for others.
            return
        self._wipe(devices)
        self._approve(devices)
        certified = self._issue(devices)
        if certified and self.chance.random() < 0.6:
            self._hand_over(certified)

    def _untouched(self, devices: list[str]) -> bool:
        """Tell whether nothing stands against wiping and approving these."""
        marks = ", ".join(f"'{code}'" for code in devices)
        with self.desk.database.reading() as work:
            return not work.connection.exec_driver_sql(_HELD.format(marks)).all()

    def _go_on(self) -> None:
        """Hand over what lies ready from before."""
        with self.desk.database.reading() as work:
            rows = work.connection.exec_driver_sql(_READY)
            codes = [str(code) for code in rows.scalars()]
        if codes:
            self._hand_over(codes)

    def _open_lot(self) -> str:
        command = OpenLot(
            sender=f"Yksikkö {self.chance.randint(1, 5)}",
            data_class=DataClass.ORDINARY,
            reference="HEL 2026-000001",
            second=self.fresh(self.other),
        )
        lot = self.desk.do(self.fresh(self.boss), command).lot.code
        self.say("lot", [lot])
        return lot

    def _known_lot(self) -> str:
        with self.desk.database.reading() as work:
            found = work.connection.exec_driver_sql(_LOTS).scalar()
        return str(found or "")

    def _serial(self, letters: str) -> str:
        self._made += 1
        return f"{letters}{self.number:04d}{self._made:04d}"

    def receive(self, kind: DeviceType = DeviceType.LAPTOP, model: str = "ThinkPad T480") -> str:
        """Receive a device, a laptop with its disks and anything else without."""
        self.lot = self.lot or self._known_lot() or self._open_lot()
        count = self.chance.randint(1, 2) if kind is DeviceType.LAPTOP else 0
        disks = tuple(self._serial("WX9") for _ in range(count))
        command = ReceiveDevice(
            lot=self.lot,
            serial=self._serial("PF9"),
            manufacturer="Lenovo",
            model=model,
            type=kind,
            media=tuple(
                DeclaredMedium(disk, MediumKind.HDD, 500 * 10**9, KindSource.PERSON)
                for disk in disks
            ),
        )
        code = self.desk.do(self.worker, command).device
        self.serials[code] = (command.serial, *disks)
        self.say("receive" if disks else "receive empty", [code])
        return code

    def grade(self, code: str) -> None:
        """Answer every check of a device."""
        by_hand.grade(self.desk, self.worker, code)
        self.say("grade", [code])

    def _wipe(self, devices: list[str]) -> None:
        """Put a report for each device on the stick, and import what lies on it."""
        for code in devices:
            host, *disks = self.serials[code]
            # The same lines with other serials would be a contradiction.
            begin = _BEGIN + timedelta(seconds=1000 * (self.number % 1000) + self._made)
            drives = (
                Drive(disk, name=f"sd{letter}") for disk, letter in zip(disks, "ab", strict=False)
            )
            self._made += 1
            content = log(*drives, host=host, begin=begin)
            (self.place.stick / f"{host}.log").write_bytes(content)
        if self.chance.random() < 0.3:
            sample = self.chance.choice(sorted(_SAMPLES.rglob("*.log")))
            (self.place.stick / sample.name).write_bytes(sample.read_bytes())
        # A run that was killed has left files here: they come in now, or are known already.
        reports = ImportReports((self.place.stick,), self.worker.person)
        imported = self.desk.do(self.worker, reports)
        # A report that a dying worker left half-written may be none; it is not kept.
        kept = [file.sha256 for file in imported.files if file.outcome in _KEPT]
        self.say("import", [digest for digest in kept if digest])
        for file in imported.files:
            Path(file.file).unlink()

    def _approve(self, devices: list[str]) -> None:
        counted = tuple(Counted(code, len(self.serials[code]) - 1) for code in devices)
        boss = self.fresh(self.chance.choice((self.boss, self.other)))
        self.desk.do(boss, Approve(counted, CountSource.OPENED))
        self.say("approve", devices)

    def _issue(self, devices: list[str]) -> list[str]:
        """Issue certificates; return the devices whose one still holds."""
        numbers = self._certificates(devices, None)
        chosen = self.chance.random()
        if chosen < 0.2:
            self._certificates(devices[:1], "luovuttajan nimi oli väärin")
        elif chosen < 0.4:
            command = RevokeCertificate(numbers[0], "laite avattiin uudelleen")
            self.desk.do(self.fresh(self.boss), command)
            self.say("revoke", numbers[:1])
            return devices[1:]
        return devices

    def _certificates(self, devices: list[str], reason: str | None) -> list[str]:
        command = IssueCertificates(devices=tuple(devices), seal=self.seal, reissue_reason=reason)
        issued = self.desk.do(self.fresh(self.boss), command).certificates
        numbers = [one.number for one in issued]
        self.say("issue", numbers)
        return numbers

    def _hand_over(self, devices: list[str]) -> None:
        """Grade, decide, hand over; one in three comes back."""
        # Who is drawn nobody knows before: those wait for their second look.
        with self.desk.database.reading() as work:
            drawn = set(work.connection.exec_driver_sql(_DRAWN).scalars())
        if not (devices := [code for code in devices if code not in drawn]):
            return
        for code in devices:
            self.grade(code)
            self.desk.do(self.fresh(self.boss), Decide(code, Outcome.SHELF, "kunnossa"))
            self.say("decide", [code])
        boss = self.fresh(self.boss)
        basket = self.desk.do(boss, OpenHandover(Channel.SALE)).handover
        for code in devices:
            self.desk.do(boss, AddDevice(basket, code))
        if self.chance.random() < 0.2:
            self.desk.do(boss, CancelHandover(basket))
            self.say("cancel", [basket])
            return
        done = self.desk.do(boss, CompleteHandover(basket, Payment.CASH))
        self.say("hand over", [basket])
        self.say("paper", [paper.name for paper in done.papers])
        if self.chance.random() < 0.6:
            taken = self.desk.do(self.fresh(self.boss), TakeBack(devices[0], "no_power"))
            self.say("take back", [taken.number])
            if self.chance.random() < 0.5:
                settle = Settle(taken.number, Remedy.REFUND, "ei korjata")
                settled = self.desk.do(self.fresh(self.boss), settle)
                self.say("settle", [taken.number])
                assert settled.credit is not None
                self.say("paper", [settled.credit.name])

    def _print(self) -> None:
        printed = print_waiting(self.desk, self.worker).printed
        self.say("print", [one.code for one in printed])


def live(root: Path, number: int) -> None:
    """Open the workshop and work in it, until killed."""
    place = Place(root)
    with bootstrap.open_desk(place.data, RunningClock()) as desk:
        hands = Hands(desk, place, place.seal(desk), number, random.Random(number))  # noqa: S311 - repeatable, not secret
        hands.say("open", [])
        hands.work()


def main() -> None:
    """Make workers, one after the other, and kill them when told to."""
    orders = iter(sys.stdin.buffer.readline, b"")
    for order in orders:
        root, number = order.decode().rsplit(maxsplit=1)
        worker = os.fork()
        if worker == 0:
            try:
                live(Path(root), int(number))
            except BaseException:  # noqa: BLE001 - a worker only ends by being killed
                traceback.print_exc()
            os.write(1, b"fell\n")
            os._exit(1)
        next(orders, b"")  # also when the driver is gone
        os.kill(worker, signal.SIGKILL)
        _, status = os.waitpid(worker, 0)
        os.write(1, f"dead {status}\n".encode())


if __name__ == "__main__":
    main()
