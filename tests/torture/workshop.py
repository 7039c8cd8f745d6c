"""The workshop that is tortured: made once, then killed over and over in the same folder."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from serkut_desk import bootstrap
from serkut_desk.documents import keys, public_keys
from serkut_desk.domain.events import Tag
from serkut_desk.domain.papers import Seller
from serkut_desk.domain.people import Session
from serkut_desk.domain.permissions import Role
from serkut_desk.stations.certificates import key_files
from serkut_desk.stations.first_start import FirstStart, FirstSupervisor
from serkut_desk.stations.people.commands import AddPerson
from serkut_desk.stations.seller import keep_seller

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.stations.desk import Desk

PASSPHRASE = "viisi satunnaista sanaa riittää hyvin"
# Stretching a passphrase takes its time on purpose, and every child would wait for it.
_ROUNDS = 1000
_PIN = "4711"
SELLER = Seller(
    name="Digipaja",
    business_id="0201256-6",
    street="Kierrätyskatu 1",
    city="00100 Helsinki",
    phone="09 000 0000",
    email="digipaja@example.fi",
    iban="FI2112345600000785",
)


class RunningClock:
    """A wall clock that runs with the steady one: no step of this machine's clock disturbs."""

    _BEGIN = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)

    def __init__(self) -> None:
        self._system = bootstrap.SystemClock()

    def now(self) -> datetime:
        return self._BEGIN + timedelta(seconds=self._system.steady()[1])

    def steady(self) -> tuple[str, float]:
        return self._system.steady()


@dataclass(frozen=True)
class Crew:
    """Badges of those who work there."""

    first: str
    second: str
    worker: str


@dataclass(frozen=True)
class Place:
    """Where everything lies: the data folder, the stick with reports, who works there."""

    root: Path

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def stick(self) -> Path:
        return self.root / "stick"

    @property
    def crew(self) -> Crew:
        return Crew(**json.loads((self.root / "crew.json").read_text(encoding="utf-8")))

    def seal(self, desk: Desk) -> keys.SealKey:
        """Unlock the seal in use."""
        with desk.database.reading() as work:
            held = work.seals.in_use()
        assert held is not None
        private = key_files.read_private(desk.folder, held.fingerprint)
        return keys.unlock(keys.KeyFiles(private, held.certificate_pem.encode()), PASSPHRASE)


def make(root: Path) -> Place:
    """Make a workshop with two supervisors, a maker and a key."""
    place = Place(root)
    place.stick.mkdir(parents=True)
    clock = RunningClock()
    supervisors = tuple(
        FirstSupervisor(display=name, pin=_PIN, name=f"Nimi {name}", title="työnjohtaja")
        for name in ("TJ1", "TJ2")
    )
    start = FirstStart(workshop="Digipaja", supervisors=supervisors)
    first, second = bootstrap.create_desk(place.data, start, clock).people
    with bootstrap.open_desk(place.data, clock) as desk:
        boss = Session(first, clock.now())
        worker = desk.do(boss, AddPerson(role=Role.WORKER, display="T07")).code
        _make_key(desk, first)
        with desk.database.work(first) as work:
            keep_seller(work, SELLER)
            work.commit()
    crew = asdict(Crew(first, second, worker))
    (root / "crew.json").write_text(json.dumps(crew), encoding="utf-8")
    return place


def _make_key(desk: Desk, by: str) -> None:
    """Make a key as `CreateKey` does, but quick to unlock."""
    files = keys.make_key("Digipaja", PASSPHRASE, at=desk.clock.now(), rounds=_ROUNDS)
    fingerprint = public_keys.fingerprint(files.certificate_pem)
    key_files.write_private(desk.folder, fingerprint, files.private_pem)
    public = public_keys.public_pem(files.certificate_pem)
    key_files.write_public(desk.folder, fingerprint, public)
    with desk.database.work(by) as work:
        pem = files.certificate_pem.decode("ascii")
        work.seals.enter(fingerprint, pem, made_at=work.journal.now(), made_by=by)
        work.journal.append(Tag.KEY_MADE, "key", fingerprint=fingerprint)
        work.commit()
