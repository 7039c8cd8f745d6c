"""A short day in an invented workshop, played through the same handlers as real ones.

The day is always the same one in November 2026, so that the clocks of desk and wipe logs agree and
the pictures can be compared. List and logs are in `resources/demo`; nothing in them is real.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from serkut_desk import bootstrap, shipped
from serkut_desk.domain.codes import short
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.declared_medium import DeclaredMedium
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.media import DataClass, MediumKind
from serkut_desk.domain.permissions import Role
from serkut_desk.records.files import write_synced
from serkut_desk.stations.certificates import checking, copies, queries
from serkut_desk.stations.certificates.commands import CreateKey, IssueCertificates
from serkut_desk.stations.certificates.keyring import unlock
from serkut_desk.stations.first_start import FirstStart, FirstSupervisor
from serkut_desk.stations.intake.commands import OpenLot, ReceiveDevice, ReceiveQuantity
from serkut_desk.stations.labels.printing import print_roll, print_waiting
from serkut_desk.stations.people import sign_in
from serkut_desk.stations.people.commands import AddPerson
from serkut_desk.stations.upkeep.commands import CloseDay, MakeBackup
from serkut_desk.stations.wiping.commands import Approve, Counted, ImportReports

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.first_start import Made
    from serkut_desk.texts import Texts

MORNING = datetime(2026, 11, 18, 6, 0, tzinfo=UTC)
# Known to everybody who reads this; they open nothing but the demo's own folder.
PIN = "4711"
PASSPHRASE = "esittelyn avain ei ole mikään salaisuus"  # noqa: S105 - as above
_LIST = "poistolista.csv"
_ROLL = 12


@dataclass(frozen=True, slots=True)
class _Arrival:
    """What is scanned of one device, and what is found inside."""

    scan: str
    media: tuple[DeclaredMedium, ...] = ()


def _disk(serial: str, gigabytes: int, kind: MediumKind = MediumKind.HDD) -> DeclaredMedium:
    return DeclaredMedium(serial, kind, gigabytes * 10**9)


_ARRIVALS = (
    _Arrival("5CGDEMO01A", (_disk("WD-WXDEMO10001", 250),)),
    _Arrival("CZCDEMO02B", (_disk("Z1DEMO20001", 320), _disk("Z1DEMO20002", 320))),
    _Arrival("1S20LS001AMXPFDEMO03", (_disk("S3TDEMO30001", 256, MediumKind.SSD),)),
    _Arrival("DEM4X72", (_disk("WD-WCDEMO40001", 500),)),
    _Arrival("DEM5Y72", (_disk("W7DEMO50001", 320),)),
    _Arrival("CNKDEMO06F"),
)
_MICE_ROW, _MICE = 8, 12


class DayClock:
    """A clock that is set by the story and otherwise stands still."""

    def __init__(self) -> None:
        self._passed = timedelta()

    def now(self) -> datetime:
        """Return the story's time."""
        return MORNING + self._passed

    def steady(self) -> tuple[str, float]:
        """Return the seconds of the story."""
        return "demo", self._passed.total_seconds()

    def later(self, **passed: float) -> None:
        """Let time pass."""
        self._passed += timedelta(**passed)


@dataclass(frozen=True, slots=True)
class Played:
    """Where everything of the day is, who worked, and a lot and a device to look at."""

    data: Path
    labels: tuple[Path, ...]
    certificates: tuple[Path, ...]
    public_key: Path
    key_sheet: Path
    day_report: Path
    backup: Path
    supervisor: str
    maker: str
    lot: str
    device: str


class _Shift:
    """The desk with its people; each method is a part of the day and tells it in a sentence."""

    def __init__(self, desk: Desk, clock: DayClock, told: Told, badges: tuple[str, ...]) -> None:
        self.desk = desk
        self.clock = clock
        self.first, self.second = badges
        self.maker = ""
        self._told = told
        self.lot = ""
        self.devices: list[str] = []

    def opens(self) -> None:
        """Give the maker a badge, make the key, print the roll, open the lot."""
        added = AddPerson(role=Role.WORKER, display="T07", language=self._told.texts.language)
        self.maker = self.desk.do(self._supervisor(self.first), added).code
        self.desk.do(self._supervisor(self.first), CreateKey(PASSPHRASE))
        command = OpenLot(
            sender="Kasvatus ja koulutus / Esittelykoulu",
            manifest=shipped.resource("demo", _LIST).read_bytes(),
            manifest_name=_LIST,
            data_class=DataClass.ORDINARY,
            reference="HEL 2026-000000 (esittely)",
            second=self._supervisor(self.second),
        )
        opened = self.desk.do(self._supervisor(self.first), command)
        self.lot = opened.lot.code
        rows = len(opened.manifest.rows) if opened.manifest else 0
        self._told("lot", lot=short(self.lot), sender=opened.sender, rows=rows)

    def receives(self) -> None:
        """Scan every device with a label from the roll, and say what is inside."""
        roll = print_roll(self.desk, self._maker(), _ROLL)
        for arrival, label in zip(_ARRIVALS, roll.codes, strict=False):
            self.clock.later(minutes=2)
            command = ReceiveDevice(lot=self.lot, scans=(arrival.scan, label), media=arrival.media)
            self.devices.append(self.desk.do(self._maker(), command).device)
        self.desk.do(self._maker(), ReceiveQuantity(lot=self.lot, row=_MICE_ROW, count=_MICE))
        media = sum(len(arrival.media) for arrival in _ARRIVALS)
        self._told("received", devices=len(self.devices), media=media, mice=_MICE)

    def wipes(self) -> None:
        """Read the reports in, when the machines are done."""
        self.clock.later(hours=5)
        logs = tuple(sorted(shipped.resource("demo").glob("*.log")))
        imported = self.desk.do(self._maker(), ImportReports(logs, self.maker))
        verdicts = [
            drive.verdict for file in imported.files for run in file.runs for drive in run.results
        ]
        good = verdicts.count(Verdict.PASSED.value)
        self._told("wiped", files=len(logs), good=good, bad=len(verdicts) - good)

    def approves(self) -> None:
        """Approve what is proven clean; tell why the rest is not."""
        self.clock.later(minutes=15)
        counted = [
            Counted(device, len(arrival.media))
            for device, arrival in zip(self.devices, _ARRIVALS, strict=True)
            if arrival.media
        ]
        clean: list[Counted] = []
        for one in counted:
            try:
                command = Approve((one,), CountSource.OPENED)
                self.desk.do(self._supervisor(self.second), command)
                clean.append(one)
            except Refused as refused:
                self._told.refusal(short(one.device), refused)
        self._told("approved", devices=", ".join(short(one.device) for one in clean))

    def certifies(self, folder: Path) -> tuple[Path, ...]:
        """Issue certificates for everything that is ready, and check each file."""
        self.clock.later(minutes=10)
        boss = self._supervisor(self.second)
        seal = unlock(self.desk, boss, PASSPHRASE)
        ready = tuple(one.code for one in queries.ready(self.desk, boss))
        language = self._told.texts.language
        done = self.desk.do(boss, IssueCertificates(devices=ready, seal=seal, language=language))
        paths = tuple(copies.copy_out(self.desk, done.certificates, folder))
        trusted = checking.keys_of(self.desk.folder)
        valid = sum(checking.check_file(path, trusted).valid for path in paths)
        numbers = ", ".join(short(one.number) for one in done.certificates)
        self._told("certificates", numbers=numbers, valid=valid)
        return paths

    def prints(self) -> tuple[Path, ...]:
        """Print the labels that wait, and return those of the roll too."""
        language = self._told.texts.language
        report = print_waiting(self.desk, self._maker(), language=language)
        self._told("labels", count=len(report.printed), roll=_ROLL)
        return tuple(sorted((self.desk.folder.papers / "labels").glob("*.pdf")))

    def closes(self) -> tuple[Path, Path]:
        """Close the day and make a backup; return the report and the backup."""
        self.clock.later(hours=1)
        boss = self._supervisor(self.first)
        backup = self.desk.do(boss, MakeBackup(signer=unlock(self.desk, boss, PASSPHRASE)))
        report = self.desk.do(boss, CloseDay(self._told.texts.language))
        self._told("closed", entries=report.seq, files=backup.files)
        return report.path, backup.path

    def _maker(self) -> Session:
        return sign_in.with_badge(self.desk, self.maker)[1]

    def _supervisor(self, badge: str) -> Session:
        return sign_in.with_pin(self.desk, sign_in.with_badge(self.desk, badge)[1], PIN)


class Told:
    """Tells the day, one sentence a line."""

    def __init__(self, texts: Texts, line: Callable[[str], None]) -> None:
        self.texts = texts
        self._line = line

    def __call__(self, key: str, **fields: object) -> None:
        """Tell the sentence `demo.<key>`."""
        self._line(self.texts.say(f"demo.{key}", **fields))

    def refusal(self, device: str, refused: Refused) -> None:
        """Tell why a device was not approved."""
        said = self.texts.failure(refused)
        self("refused", device=device, what=said["what"], next=said["next"])


class DemoDoors:
    """Opens the demo's workshop in the evening of its day, for pictures of its screens."""

    def __init__(self) -> None:
        self._clock = DayClock()
        self._clock.later(hours=7)

    def open_desk(self, root: Path) -> AbstractContextManager[Desk]:
        """Open the workshop in a folder."""
        return bootstrap.open_desk(root, self._clock)

    def create_desk(self, root: Path, start: FirstStart) -> Made:
        """Make a workshop in a folder that has none."""
        return bootstrap.create_desk(root, start, self._clock)


def play(out: Path, texts: Texts, line: Callable[[str], None]) -> Played:
    """Play the day in an empty folder and return where everything is.

    Args:
        out: Gets the workshop (`data`), its backup and the papers; made if it does not exist.
        texts: The language of papers and sentences.
        line: Takes each sentence.

    Raises:
        Refused: `demo_folder_used` when there is something in the folder.
        Unavailable: It can not be written.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Refused("demo_folder_used", folder=str(out))
    clock, told, data = DayClock(), Told(texts, line), out / "data"
    names = (("TJ1", "Aino Esimerkki"), ("TJ2", "Veikko Esimerkki"))
    title = texts.say("demo.title")
    start = FirstStart(
        workshop=texts.say("demo.workshop"),
        supervisors=tuple(
            FirstSupervisor(
                display=display, pin=PIN, name=name, title=title, language=texts.language
            )
            for display, name in names
        ),
        backup_folder=out / "backup",
    )
    made = bootstrap.create_desk(data, start, clock)
    told("begins", workshop=start.workshop)
    with bootstrap.open_desk(data, clock) as desk:
        shift = _Shift(desk, clock, told, made.people)
        shift.opens()
        shift.receives()
        shift.wipes()
        shift.approves()
        certificates = shift.certifies(out / "certificates")
        labels = shift.prints()
        report, backup = shift.closes()
        key, sheet = out / "public-key.pem", out / "key-sheet.pdf"
        write_synced(key, queries.public_key(desk))
        write_synced(sheet, queries.key_sheet(desk, language=texts.language))
    return Played(
        data=data,
        labels=labels,
        certificates=certificates,
        public_key=key,
        key_sheet=sheet,
        day_report=report,
        backup=backup,
        supervisor=made.people[0],
        maker=shift.maker,
        lot=shift.lot,
        device=shift.devices[1],
    )
