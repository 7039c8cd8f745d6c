"""Everything that can be tried with evidence, at benches and on the ways out, by short words."""

from __future__ import annotations

from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from interchange.test_supplier import GOOD, MAPPING, table
from journeys.bench_laws import Seen
from journeys.benches import DISKS, WAYS, Benches
from journeys.wiping_laws import Proofs
from serkut_desk.domain.clock import local
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.next_steps import Step
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.policy_change import PolicyChange
from serkut_desk.domain.sanitisation import Acceptance
from serkut_desk.domain.second_look import Conclusion, Lifted
from serkut_desk.stations.certificates.commands import (
    IssueCertificates,
    IssueLotCertificate,
    IssueMediumCertificate,
    RevokeCertificate,
)
from serkut_desk.stations.devices.commands import ReportMixup, SettleMixup
from serkut_desk.stations.evidence.mapping_commands import MakeMapping
from serkut_desk.stations.looks.commands import (
    CloseIncident,
    DrawLooks,
    LiftFreeze,
    RecordLook,
    ReleaseLook,
)
from serkut_desk.stations.upkeep.commands import ChangePolicy
from serkut_desk.stations.wiping import commands as wiping
from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.people import Session

    Acts = dict[str, Callable[[], object]]

_DATA = Path(__file__).parents[1] / "interchange"
# Files of the samples, with the serial that stands in them.
SAMPLES = (
    ("stick/data/nvme_sanitize.json", b"S0TESTNVME11"),
    ("stick/data/ata_sanitize.json", b"S3TEST00SSD1"),
    ("stick/data/overwrite.json", b"S3TEST00SSD1"),
    ("data/blancco/SYNTHETIC_blancco_drive_eraser_report.xml", b"S2RBNX0J103301"),
    ("data/tools/hdparm_sanitize-status.txt", b"QM00005"),
    ("data/tools/nvme_sanitize-log.txt", b"NVME-0001"),
    ("data/nwipe/v0.40/nwipe-0.40_loop_dodshort.log", b"loop"),
)
_SUPPLIER = b"S3TUNX0K4XXXQ1"
_ALL = frozenset(Acceptance)


@dataclass
class Tricks(Benches):
    """Benches at which somebody wants an unproven device out."""

    proofs: Proofs = field(default_factory=Proofs)
    last: bytes = b""
    then: tuple[Seen, Proofs] = field(default_factory=lambda: (Seen(), Proofs()))

    def do(self, act: str, which: int, number: int) -> None:
        """Try something, or what belongs together; then look whether anything gave way."""
        for one in TRICKS.get(act, (act,)):
            for part in WAYS.get(one, (one,)):
                self._do(part, which, number)
                with self.street.workshop.desk.database.reading() as work:
                    try:
                        self.proofs.check(work.connection)
                    except AssertionError as wrong:
                        raise AssertionError(f"{part} {which} {number}: {wrong}") from wrong
        self.check()

    def acts(self, which: int, number: int) -> Acts:
        """Return everything that can be tried, about one device and one number."""
        device, disk = self.things[which], DISKS[which]
        other, strange = self.things[(which + 1) % 3], DISKS[number % 3]
        return {
            **super().acts(which, number),
            **self._logs(device, disk, other),
            **self._settling(device, disk, number),
            **self._declaring(device, disk, strange),
            **self._papers(device, number),
            **self._looking(disk, number),
            **self._house_rules(),
            "mix up": lambda: self._as(number, ReportMixup(device.code, other.code)),
            "settle mixup": lambda: self._as(
                number, SettleMixup(device.code, mixed_up=number % 2 == 0, reason="katsottu")
            ),
        }

    def _as(self, number: int, command: object) -> object:
        return self.street.workshop.desk.do(self._person(number), command)  # type: ignore[arg-type] # any command

    def _person(self, number: int) -> Session:
        return (self.street.worker, self.street.boss, self.street.other)[number // 3 % 3]

    def _begin(self) -> datetime:
        """Return a time by a wiped machine's clock a while ago."""
        return local(self.street.workshop.clock.now()).replace(tzinfo=None) - timedelta(minutes=3)

    def _bring(self, data: bytes, by: Session | None = None) -> None:
        self.last = data
        who = by or self.street.worker
        paths = (self.street.write(data),)
        self.street.workshop.desk.do(who, wiping.ImportReports(paths, who.person))

    def _logs(self, device: Device, disk: str, other: Device) -> Acts:
        host, begin = device.serial, self._begin()
        swapped = DISKS[(DISKS.index(disk) + 1) % 3]
        failed = Drive(disk, status="-FAILED-", errors=3)
        older = begin - timedelta(hours=30)
        return {
            "log failed": lambda: self._bring(log(failed, host=host, begin=begin)),
            "log aborted": lambda: self._bring(
                log(Drive(disk, status="UABORTED"), host=host, begin=begin)
            ),
            "log cut": lambda: self._bring(log(Drive(disk), host=host, begin=begin, end=False)),
            "log by boss": lambda: self._bring(
                log(Drive(disk), host=host, begin=begin), self.street.boss
            ),
            "log of another": lambda: self._bring(log(Drive(disk), host=other.serial, begin=begin)),
            "log of an ssd": lambda: self._bring(
                log(Drive(disk, bus="ATA-SSD"), host=host, begin=begin)
            ),
            "old log": lambda: self._bring(log(Drive(disk), host=host, begin=older)),
            "log of two": lambda: self._bring(
                log(Drive(disk), Drive(swapped, name="sdb"), host=host, begin=begin)
            ),
            "grown": lambda: self._grown(disk, host, begin),
            "again": lambda: self._bring(self.last),
            "again edited": lambda: self._bring(
                self.last.replace(b"-FAILED-", b" Erased ").replace(b"UABORTED", b" Erased ")
            ),
            "again swapped": lambda: self._bring(self._swapped(disk, swapped, host, other.serial)),
        }

    def _grown(self, disk: str, host: str, begin: datetime) -> None:
        for end in (False, True):
            who = self.street.worker if end else self.street.boss
            self._bring(log(Drive(disk), host=host, begin=begin, end=end), who)

    def _swapped(self, disk: str, to: str, host: str, other: str) -> bytes:
        data = self.last.replace(disk.encode(), to.encode())
        return data.replace(host.encode(), other.encode())

    def _settling(self, device: Device, disk: str, number: int) -> Acts:
        name, serial = SAMPLES[number % len(SAMPLES)]
        run = 1 + number
        return {
            "sample": lambda: self._bring(
                (_DATA / name).read_bytes().replace(serial, disk.encode())
            ),
            "supplier": lambda: self._bring(table(GOOD).replace(_SUPPLIER, disk.encode())),
            "mapping": lambda: self._as(3, MakeMapping(MAPPING)),
            "read again": lambda: self._as(number, wiping.ReadAgain(run)),
            "assign": lambda: self._as(number, wiping.AssignRun(run, disk)),
            "set aside": lambda: self._as(number, wiping.SetAsideRun(run, "koe")),
            "name": lambda: self._as(number, wiping.NamePerformer(run, self.street.worker.person)),
            "approve by boss": lambda: self._approve_as(self.street.boss, device),
            "approve by maker": lambda: self._approve_as(self.street.worker, device),
            "step": lambda: self._as(
                number, wiping.DecideNextStep(disk, list(Step)[number % len(Step)])
            ),
        }

    def _approve_as(self, who: Session, device: Device) -> None:
        counted = wiping.Counted(device.code, len(self.street.look(device).proofs))
        self.street.workshop.desk.do(who, wiping.Approve((counted,), CountSource.OPENED, _ALL))

    def _declaring(self, device: Device, disk: str, strange: str) -> Acts:
        kind = MediumKind.HDD
        code, number = device.code, DISKS.index(strange)
        proposed = f"#{1 + number}"
        return {
            "declare strange": lambda: self._as(0, wiping.DeclareMedium(code, strange, kind)),
            "declare by boss": lambda: self._as(3, wiping.DeclareMedium(code, disk, kind)),
            "take back": lambda: self._as(3, wiping.WithdrawMedium(disk, "koe")),
            "accept": lambda: self._as(0, wiping.AcceptProposed(proposed, kind)),
            "reject": lambda: self._as(3, wiping.RejectProposed(proposed, "koe")),
            "kind": lambda: self._as(6, wiping.ConfirmKind(disk, kind)),
            "serial": lambda: self._as(3, wiping.ConfirmSerial(disk, disk)),
            "by hand": lambda: self._by_hand(disk),
        }

    def _by_hand(self, disk: str) -> None:
        self.street.workshop.desk.do(
            self.street.boss,
            wiping.RecordRun(
                medium=disk,
                technique=SanitisationTechnique.ATA_SANITIZE_BLOCK_ERASE,
                evidence=self.street.write(b"a picture"),
                reason="koe",
                performed_by=self.street.worker.person,
            ),
        )

    def _papers(self, device: Device, number: int) -> Acts:
        seal = self.street.seal
        assert seal is not None
        boss, desk = self.street.boss, self.street.workshop.desk
        return {
            "certify anew": lambda: desk.do(
                boss, IssueCertificates(devices=(device.code,), seal=seal, reissue_reason="koe")
            ),
            "certify medium": lambda: desk.do(
                boss,
                IssueMediumCertificate(medium=self._code("medium", number, "LV0"), seal=seal),
            ),
            "certify lot": lambda: desk.do(
                boss,
                IssueLotCertificate(
                    lot=self._code("lot", number, "ER0"), seal=seal, reissue_reason="koe"
                ),
            ),
            "revoke": lambda: desk.do(
                boss, RevokeCertificate(self._code("certificate", number, "TT0"), "koe")
            ),
        }

    def _looking(self, disk: str, number: int) -> Acts:
        read = self.street.write(b"00000000  00 00 00 00")
        other = self.street.other

        def look(*, clean: bool) -> object:
            command = RecordLook(medium=disk, clean=clean, tool="hdparm", evidence=read)
            for who in (self.street.worker, self.street.boss):
                with suppress(KnownFailure):
                    return self.street.workshop.desk.do(who, command)
            return self.street.workshop.desk.do(other, command)

        outcome = list(Lifted)[number % len(Lifted)]
        return {
            "draw": lambda: self._as(3, DrawLooks()),
            "look clean": lambda: look(clean=True),
            "look dirty": lambda: look(clean=False),
            "release look": lambda: self._as(number, ReleaseLook(disk, "rikki")),
            "lift": lambda: self._as(3, LiftFreeze(1, disk, outcome, "näin")),
            "close incident": lambda: self._as(
                3, CloseIncident(1, list(Conclusion)[number % 2], "selvitetty", other)
            ),
        }

    def _house_rules(self) -> Acts:
        return {
            "stricter": lambda: self._policy(Level.PURGE),
            "milder": lambda: self._policy(Level.CLEAR),
            "copy": self._keep_copy,
            "copy back": self._put_back,
            "clock back": lambda: self.street.workshop.clock.set_wall(
                self.street.workshop.clock.now() - timedelta(hours=5)
            ),
        }

    def _policy(self, level: Level) -> None:
        change = PolicyChange(
            reference="HEL 2026-1",
            document_date=date(2026, 11, 20),
            required={(DataClass.ORDINARY, MediumKind.HDD): level},
        )
        self.street.workshop.desk.do(self.street.boss, ChangePolicy(change, self.street.other))
        self.street.workshop.clock.tick(days=1)
        self.keeps_rules = False

    def _keep_copy(self) -> None:
        """Copy the database past the program, as a backup of the whole disk does."""
        self.copy.unlink(missing_ok=True)
        self.street.workshop.desk.database.copy_to(self.copy)
        self.then = deepcopy((self.seen, self.proofs))

    @property
    def copy(self) -> Path:
        """Where the copy of the database lies."""
        return self.street.folder.parent / "copy.sqlite3"

    def _put_back(self) -> None:
        """Put the older database in the place of the newer; the files stay."""
        if not self.copy.exists():
            return
        desk = self.street.workshop.desk
        desk.database.close()
        for ending in ("-wal", "-shm"):
            desk.folder.database.with_name(desk.folder.database.name + ending).unlink(
                missing_ok=True
            )
        desk.folder.database.write_bytes(self.copy.read_bytes())
        self.seen, self.proofs = deepcopy(self.then)


_OUT = ("grade", "to shelf", "certify", "give")
TRICKS = {
    "failed then old": ("declare", "log failed", "old log", "approve", *_OUT),
    "good then failed": ("declare", "wipe", "log failed", "again edited", "approve", *_OUT),
    "swapped": ("declare", "log of another", "assign", "approve", *_OUT),
    "swap back": ("declare", "report", "again swapped", "approve", *_OUT),
    "begun by boss": ("declare", "grown", "approve by boss", *_OUT),
    "by the same": ("declare by boss", "log by boss", "approve by boss", *_OUT),
    "looked at": ("wipe", "draw", "give", "look dirty", "old log", "approve by boss", *_OUT),
    "loose": ("wipe", "medium out", "certify medium", "log failed", "medium stocked"),
    "asked": ("mix up", *_OUT, "settle mixup", *_OUT),
    "before": ("copy", "declare", "log failed", "copy back", "again", "approve", *_OUT),
    "after": ("wipe", "copy", "log failed", "copy back", "again", *_OUT),
}
"""What single acts seldom come to."""
