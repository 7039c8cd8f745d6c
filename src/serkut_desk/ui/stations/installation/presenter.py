"""Asks the records about the bench and the images, and carries out what is wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Refused
from serkut_desk.stations.devices.commands import MoveDevices, UndoLast
from serkut_desk.stations.installation import queries
from serkut_desk.stations.installation.commands import (
    AddImage,
    BenchAdd,
    BenchAnswer,
    BenchChoose,
    BenchRemove,
    BenchRestWell,
    PreferImage,
    RecordInstallation,
    RetireImage,
)
from serkut_desk.stations.installation.images import digest_of

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.devices.commands import Moved, Undone
    from serkut_desk.stations.installation.commands import (
        BenchDone,
        Choice,
        ImageDone,
        Machine,
        Preferred,
        Recorded,
    )
    from serkut_desk.stations.installation.queries import BenchView, ImagesView, WaitingLine
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.lane import Control, Job

Seen = tuple["BenchView", tuple["WaitingLine", ...]]


class InstallationPresenter(QObject):
    """Between the installation screen and the records.

    Args:
        hands: Carries commands out.
    """

    seen = Signal(object, object)
    """A `BenchView` and what waits."""
    imaged = Signal(object)
    """An `ImagesView`."""
    added = Signal(object)
    """A `BenchDone` of a scan."""
    changed = Signal()
    """An answer or a choice was kept."""
    recorded = Signal(object)
    """A `Recorded`."""
    placed = Signal(object)
    """A `Moved`: the machines stand at a place."""
    undone = Signal(object)
    """An `Undone`."""
    image_done = Signal(object)
    """An `ImageDone` or a `Preferred`."""
    progressed = Signal(int, int)
    """How many bytes of a file were read."""
    hashed = Signal(object, str)
    """A file and its SHA-256."""
    refused = Signal(object)
    """A `KnownFailure`."""

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._looking, self._again = False, False
        self._hashing: Job[tuple[Path, str]] | None = None

    def load(self) -> None:
        """Read the bench; of several wishes only the newest waits."""
        self._again = self._looking
        if not self._looking:
            self._looking = True
            self._hands.ask(_seen, self._seen, self._not_seen)

    def load_images(self) -> None:
        """Read the images."""
        self._hands.ask(queries.images, self._imaged, self._refused)

    def add(self, text: str) -> None:
        """Put on the bench whatever was scanned."""
        self._hands.submit(BenchAdd(text), self._added, self._refused)

    def take_off(self, device: str) -> None:
        """Take a machine off the bench."""
        self._hands.submit(BenchRemove((device,)), self._changed, self._refused)

    def choose(self, choice: Choice, device: str | None) -> None:
        """Say what is installed."""
        self._hands.submit(BenchChoose(choice, device), self._changed, self._refused)

    def answer(self, device: str, test: str, result: str) -> None:
        """Keep the result of one test."""
        self._hands.submit(BenchAnswer(device, test, result), self._changed, self._refused)

    def rest_well(self, device: str) -> None:
        """Keep that the other tests of a machine went well."""
        self._hands.submit(BenchRestWell(device), self._changed, self._refused)

    def record(self, machines: tuple[Machine, ...]) -> None:
        """Record the machines; what was not answered went well."""
        self._hands.submit(
            RecordInstallation(machines, all_well=True),
            self._recorded,
            self._refused,
            lambda done: done.changes,
        )

    def place(self, devices: tuple[str, ...], place: str) -> None:
        """Put machines to a place."""
        self._hands.submit(
            MoveDevices(devices, place),
            self._placed,
            self._refused,
            lambda done: Changes(devices=frozenset(done.devices), journal=bool(done.devices)),
        )

    def undo(self) -> None:
        """Undo the person's own last record."""
        self._hands.submit(
            UndoLast(),
            self._undone,
            self._refused,
            lambda done: Changes(devices=frozenset(done.devices), journal=True),
        )

    def hash_file(self, path: Path) -> None:
        """Compute a file's digest beside everything else; it may take a minute."""
        job = self._hands.free.submit_long(partial(_hash, path))
        job.progressed.connect(self.progressed)
        job.then(self._hashed, self._hash_failed)
        self._hashing = job

    def stop_hashing(self) -> None:
        """Leave a file that is being read."""
        if self._hashing is not None:
            self._hashing.cancel()
            self._hashing = None

    def add_image(self, command: AddImage) -> None:
        """Name an image."""
        self._hands.submit(command, self._image_done, self._refused)

    def retire(self, image: str) -> None:
        """Take an image out of use."""
        self._hands.submit(RetireImage(image), self._image_done, self._refused)

    def prefer(self, manufacturer: str, model: str, image: str | None) -> None:
        """Let a model get an image first."""
        self._hands.submit(PreferImage(manufacturer, model, image), self._image_done, self._refused)

    def _seen(self, found: Seen) -> None:
        self._looking = False
        if self._again:
            self.load()
        else:
            self.seen.emit(*found)

    def _not_seen(self, failure: KnownFailure) -> None:
        self._looking = False
        self.refused.emit(failure)

    def _imaged(self, view: ImagesView) -> None:
        self.imaged.emit(view)

    def _added(self, done: BenchDone) -> None:
        self.added.emit(done)

    def _changed(self, _done: BenchDone) -> None:
        self.changed.emit()

    def _recorded(self, done: Recorded) -> None:
        self.recorded.emit(done)

    def _placed(self, done: Moved) -> None:
        self.placed.emit(done)

    def _undone(self, done: Undone) -> None:
        self.undone.emit(done)

    def _image_done(self, done: ImageDone | Preferred) -> None:
        self.image_done.emit(done)

    def _hashed(self, found: tuple[Path, str]) -> None:
        if self._hashing is not None:
            self._hashing = None
            self.hashed.emit(*found)

    def _hash_failed(self, failure: KnownFailure) -> None:
        if self._hashing is not None:
            self._hashing = None
            self.refused.emit(failure)

    def _refused(self, failure: KnownFailure) -> None:
        self.refused.emit(failure)


def _seen(desk: Desk, session: Session | None) -> Seen:
    return queries.bench(desk, session), queries.waiting(desk, session)


def _hash(path: Path, control: Control) -> tuple[Path, str]:
    def told(done: int, total: int) -> None:
        if control.cancelled:
            raise Refused("install_hashing_stopped", file=path.name)
        # In thousandths: a file is larger than what a signal carries.
        control.report(done * 1000 // total, 1000)

    return path, digest_of(path, told)
