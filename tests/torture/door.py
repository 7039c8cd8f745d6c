"""What the worker that is killed does at the door: cages, papers, things, pictures, corrections.

As at the benches, each act looks in the records for something that it can be done with.
"""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from serkut_desk.cli.demo_week.drawn import picture
from serkut_desk.domain.cages import NewCage, SealDecision, SealStage
from serkut_desk.domain.clock import local
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.domain.stops import StopKind
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.stations.catalogue.commands import AddModelCode, SetModel
from serkut_desk.stations.devices.commands import (
    CorrectDevice,
    RaiseStop,
    ReleaseStop,
    ReportMixup,
    SettleMixup,
    UndoLast,
)
from serkut_desk.stations.intake.commands import CloseLot
from serkut_desk.stations.intake.lot_commands import (
    AnnounceLot,
    CheckSeal,
    DecideSeal,
    IssueLotReceipt,
    IssueReconciliation,
)
from serkut_desk.stations.intake.photo_commands import AddPhoto
from serkut_desk.stations.intake.thing_commands import AddAccessory, CountThings, WeighDevice
from serkut_desk.stations.snapshots import queries as snapshots
from serkut_desk.stations.snapshots.commands import ApplySnapshot, ImportSnapshots
from stations.snapshots.machines import Drive, Machine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from torture.workshop import Place

_UNPROVEN = """
    SELECT code FROM device WHERE state IN ('received', 'waiting_wipe', 'waiting_approval')
"""
_LOT = "SELECT code FROM lot WHERE state = 'open' AND expected_on IS NULL"
_ANNOUNCED = "SELECT code FROM lot WHERE state = 'open' AND expected_on IS NOT NULL"
_FROZEN = """
    SELECT lot.code, cage.name FROM cage JOIN lot ON lot.id = lot_id
        WHERE cage.state = 'frozen' AND lot.state = 'open'
"""
_CLOSED = "SELECT code FROM lot WHERE state = 'closed'"
_DOUBTED = """
    SELECT code FROM label_mixup JOIN device ON device.id = device_id WHERE settled_at IS NULL
"""
_STOPS = "SELECT id FROM stop WHERE released_at IS NULL"


class Worker(Protocol):
    """What the door needs of the one who works there."""

    desk: Desk
    place: Place
    number: int
    worker: Session
    boss: Session
    serials: dict[str, tuple[str, ...]]

    def say(self, did: str, codes: Iterable[str]) -> None: ...
    def fresh(self, session: Session) -> Session: ...


@dataclass
class Door:
    """The door, and whoever stands there.

    Args:
        hands: Of the worker.
    """

    hands: Worker
    chance: random.Random = field(init=False)
    _made: int = 0

    def __post_init__(self) -> None:
        # Its own dice: what is done at the benches stays what it was.
        self.chance = random.Random(self.hands.number)  # noqa: S311 - repeatable, not secret

    def turn(self) -> None:
        """Do one thing that can be done now, and say so."""
        acts = (
            *(self._announce, self._seal, self._decide, self._close, self._receipt),
            *(self._reconcile, self._things, self._accessory, self._photo, self._weigh),
            *(self._correct, self._snapshot, self._model, self._stop, self._release),
            *(self._mix_up, self._settle, self._undo),
        )
        for act in self.chance.sample(acts, len(acts)):
            with suppress(KnownFailure):
                if act():
                    return

    def _found(self, query: str) -> list[tuple[str, ...]]:
        with self.hands.desk.database.reading() as work:
            rows = work.connection.exec_driver_sql(query).all()
        return [tuple(map(str, row)) for row in rows]

    def _one(self, query: str) -> str | None:
        found = self._found(query)
        return self.chance.choice(found)[0] if found else None

    @property
    def _boss(self) -> Session:
        return self.hands.fresh(self.hands.boss)

    def _number(self) -> str:
        self._made += 1
        return f"{self.hands.number}-{self._made}"

    def _announce(self) -> bool:
        if len(self._found(_ANNOUNCED)) > 1:
            return False
        number = self._number()
        cages = tuple(NewCage(f"Häkki {name}", f"S{number}-{name}") for name in "AB")
        tomorrow = local(self.hands.desk.clock.now()).date() + timedelta(days=1)
        command = AnnounceLot(sender="Kirjasto", expected_on=tomorrow, cages=cages)
        lot = self.hands.desk.do(self._boss, command).lot.code
        self.hands.say("announce", [lot])
        return True

    def _seal(self) -> bool:
        lot = self._one(_ANNOUNCED)
        if lot is None:
            return False
        seal = "EI OLE" if self.chance.random() < 0.3 else ""
        stage = self.chance.choice(tuple(SealStage))
        cage = f"Häkki {self.chance.choice('AB')}"
        self.hands.desk.do(self.hands.worker, CheckSeal(lot=lot, stage=stage, seal=seal, cage=cage))
        self.hands.say("seal read", [lot])
        return True

    def _decide(self) -> bool:
        found = self._found(_FROZEN)
        if not found:
            return False
        lot, cage = self.chance.choice(found)
        decision = self.chance.choice(tuple(SealDecision))
        command = DecideSeal(lot=lot, cage=cage, decision=decision, reason="koe")
        self.hands.desk.do(self._boss, command)
        self.hands.say("seal decided", [lot])
        return True

    def _close(self) -> bool:
        lot = self._one(_ANNOUNCED) if self.chance.random() < 0.3 else None
        if lot is None:
            return False
        self.hands.desk.do(self._boss, CloseLot(lot=lot))
        self.hands.say("close lot", [lot])
        return True

    def _receipt(self) -> bool:
        lot = self._one(_LOT)
        if lot is None:
            return False
        issued = self.hands.desk.do(self._boss, IssueLotReceipt(lot=lot))
        self.hands.say("paper", [issued.paper.name])
        return True

    def _reconcile(self) -> bool:
        lot = self._one(_CLOSED)
        if lot is None:
            return False
        issued = self.hands.desk.do(self._boss, IssueReconciliation(lot=lot))
        self.hands.say("paper", [issued.paper.name])
        return True

    def _things(self) -> bool:
        lot = self._one(_LOT)
        if lot is None:
            return False
        done = self.hands.desk.do(self.hands.worker, CountThings(lot, "mouse", 3))
        self.hands.say("things", [str(done.line.id)])
        return True

    def _accessory(self) -> bool:
        code = self._one(_UNPROVEN)
        if code is None:
            return False
        done = self.hands.desk.do(self.hands.worker, AddAccessory(code, "charger"))
        self.hands.say("accessory", [str(done.accessory.id)])
        return True

    def _photo(self) -> bool:
        code = self._one(_UNPROVEN)
        if code is None:
            return False
        drawn = picture(self.chance.randint(1, 500))
        done = self.hands.desk.do(self.hands.worker, AddPhoto(code, drawn, PhotoPurpose.DAMAGE))
        self.hands.say("photo", [str(done.photo.id)])
        return True

    def _weigh(self) -> bool:
        code = self._one(_UNPROVEN)
        if code is None:
            return False
        weight = Weighed(self.chance.randint(1_500, 2_500), Weighing.SCALE, 2, "Pöytävaaka")
        self.hands.desk.do(self.hands.worker, WeighDevice(code, weight))
        self.hands.say("touch", [code])
        return True

    def _correct(self) -> bool:
        code = self._one(_UNPROVEN)
        if code is None:
            return False
        inventory = f"HKI-{self._number()}"
        self.hands.desk.do(self._boss, CorrectDevice(code, "koe", inventory=inventory))
        self.hands.say("touch", [code])
        return True

    def _snapshot(self) -> bool:
        """Let a machine tell of its own disks, and take over what it said."""
        code = self._one(_UNPROVEN)
        serials = self.hands.serials.get(code or "", ())
        if not serials:
            return False
        host, *disks = serials
        told = Machine(serial=host, board=f"B{host}", uuid="", drives=tuple(map(Drive, disks)))
        path = self.hands.place.root / "files" / f"{host}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(told.data())
        (file,) = self.hands.desk.do(self.hands.worker, ImportSnapshots((path,))).files
        assert file.snapshot is not None
        self.hands.say("snapshot", [str(file.snapshot)])
        page = snapshots.page(self.hands.desk, self.hands.worker, file.snapshot)
        take = tuple(line.key for line in page.lines if line.choosable and not line.supervisor)
        self.hands.desk.do(self.hands.worker, ApplySnapshot(file.snapshot, take))
        self.hands.say("snapshot", [str(file.snapshot)])
        return True

    def _model(self) -> bool:
        grams = self.chance.randint(1_000, 3_000)
        self.hands.desk.do(self._boss, SetModel(of="Lenovo ThinkPad T480", weight_g=grams))
        number = f"20L{self._number().replace('-', '')}"
        self.hands.desk.do(self._boss, AddModelCode("Lenovo ThinkPad T480", number))
        self.hands.say("model code", [number])
        return True

    def _stop(self) -> bool:
        code = self._one(_UNPROVEN)
        if code is None or len(self._found(_STOPS)) > 1:
            return False
        kind = self.chance.choice((StopKind.BELONGINGS, StopKind.SWOLLEN_BATTERY, StopKind.GLASS))
        stop = self.hands.desk.do(self.hands.worker, RaiseStop(kind, code))
        self.hands.say("stop", [str(stop.id)])
        return True

    def _release(self) -> bool:
        stop = self._one(_STOPS)
        if stop is None:
            return False
        for outcome in ("nothing_found", "made_safe", "no_glass"):
            note = "koe" if outcome == "made_safe" else ""
            with suppress(KnownFailure):
                self.hands.desk.do(self._boss, ReleaseStop(int(stop), note, outcome=outcome))
                self.hands.say("stop", [stop])
                return True
        return False

    def _mix_up(self) -> bool:
        code = self._one(_UNPROVEN)
        if code is None:
            return False
        self.hands.desk.do(self.hands.worker, ReportMixup(code))
        self.hands.say("mixup", [code])
        return True

    def _settle(self) -> bool:
        code = self._one(_DOUBTED)
        if code is None:
            return False
        command = SettleMixup(code, mixed_up=self.chance.random() < 0.5, reason="koe")
        self.hands.desk.do(self._boss, command)
        self.hands.say("mixup", [code])
        return True

    def _undo(self) -> bool:
        """Take back what the maker did last, unless that was to receive a device."""
        last = self._found("SELECT tag FROM journal ORDER BY seq DESC LIMIT 1")
        if not last or "intake" not in last[0][0] or "received" in last[0][0]:
            return False
        done = self.hands.desk.do(self.hands.worker, UndoLast())
        self.hands.say("undo", [str(done.seq)])
        return True
