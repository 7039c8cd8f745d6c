"""What screens and the command line read about images, the bench and installed systems."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.checklist import Result
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.installation import failing, model_key, unanswered
from serkut_desk.domain.lifecycle import Action, NotAllowed, may
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.sentences import Sentence
from serkut_desk.records.installations import SystemImage
from serkut_desk.stations import facts, install_lists, installed
from serkut_desk.stations.installation import bench as benches
from serkut_desk.stations.installation.named import device_of, usable_image

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.installation import InstallTest
    from serkut_desk.domain.people import Session
    from serkut_desk.records.installations import Installation
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.installation.bench import Bench, Place
    from serkut_desk.stations.installation.commands import Choice
    from serkut_desk.stations.installed import SystemLine

NEWEST = 100

Image = SystemImage
"""A disk image, for screens."""


@dataclass(frozen=True, slots=True)
class MachineLine:
    """One machine on the bench.

    Args:
        choice: What it gets, None before anybody chose.
        own: It gets something else than the bench.
        preferred: What its model gets first, where that is something else; None otherwise.
        tests: What is tried, in order.
        results: Results so far, by test.
        against: Why nothing can be installed on it any more; None when it can.
    """

    code: str
    type: str
    manufacturer: str
    model: str
    serial: str
    choice: Choice | None
    own: bool
    preferred: Choice | None
    tests: tuple[InstallTest, ...]
    results: dict[str, Result]
    against: Sentence | None

    @property
    def left(self) -> tuple[InstallTest, ...]:
        """What was not answered yet."""
        return unanswered(self.tests, self.results)

    @property
    def failed(self) -> tuple[InstallTest, ...]:
        """What did not go well."""
        return failing(self.tests, self.results)


@dataclass(frozen=True, slots=True)
class BenchView:
    """The bench: what it gets, with the digest where an image of ours says it."""

    choice: Choice | None
    sha256: str
    machines: tuple[MachineLine, ...]


@dataclass(frozen=True, slots=True)
class PreferenceLine:
    """What a model gets first."""

    manufacturer: str
    model: str
    image: str


@dataclass(frozen=True, slots=True)
class ImagesView:
    """Every image and every preference."""

    images: tuple[Image, ...]
    preferences: tuple[PreferenceLine, ...]


@dataclass(frozen=True, slots=True)
class InstalledLine:
    """One installation of a device; `ended_reason` is a word of `EndedBy` or a reason."""

    device: str
    manufacturer: str
    model: str
    serial: str
    system: SystemLine
    results: dict[str, str]
    note: str
    ended_at: datetime | None
    ended_reason: str | None


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """A device that waits for a system; `preferred` is the name of the image it gets first."""

    device: str
    type: str
    manufacturer: str
    model: str
    serial: str
    place: str | None
    preferred: str | None


def bench(desk: Desk, session: Session | None) -> BenchView:
    """Return the bench as it stands now."""
    with desk.reading(session, Permission.INSTALL) as work:
        now, kept = desk.clock.now(), benches.read(work)
        choice = _usable(work, kept.choice)
        image = (
            work.installations.named("".join(choice.image.casefold().split())) if choice else None
        )
        return BenchView(
            choice,
            image.sha256 if image else "",
            tuple(_machine(work, kept, one, choice, now) for one in kept.places),
        )


def _usable(work: UnitOfWork, choice: Choice | None) -> Choice | None:
    """Return what was chosen, None when its image was taken out of use since."""
    if choice is None or not choice.image:
        return choice
    try:
        usable_image(work, choice.image)
    except KnownFailure:
        return None
    return choice


def _machine(
    work: UnitOfWork, kept: Bench, place: Place, chosen: Choice | None, now: datetime
) -> MachineLine:
    device = device_of(work, place.device)
    gathered = facts.gather(work, device, now)
    tests = install_lists.tests_at(now).by_type.get(DeviceType(device.type), ())
    choice = _usable(work, place.choice) or chosen
    first = benches.preferred(work, device)
    answer = may(Action.INSTALL, gathered.facts)
    lack = answer.missing[0] if isinstance(answer, NotAllowed) else None
    return MachineLine(
        device.code,
        device.type,
        device.manufacturer,
        device.model,
        device.serial,
        choice,
        place.choice is not None and place.choice != kept.choice,
        first if first is not None and first != choice else None,
        tests,
        {key: Result(word) for key, word in place.results.items()},
        Sentence(f"error.{lack.code}.what", lack.facts) if lack else None,
    )


def images(desk: Desk, session: Session | None) -> ImagesView:
    """Return every image and every preference, for whoever installs."""
    with desk.reading(session, Permission.INSTALL) as work:
        listed = tuple(work.installations.listed())
        names = {one.id: one.name for one in listed}
        preferences = sorted(
            (one.manufacturer, one.model, names[one.image_id])
            for one in work.installations.preferences.all()
        )
        return ImagesView(listed, tuple(PreferenceLine(*one) for one in preferences))


def waiting(desk: Desk, session: Session | None) -> tuple[WaitingLine, ...]:
    """Return every device that waits for a system, those longest in the house first."""
    with desk.reading(session, Permission.INSTALL) as work:
        return tuple(
            _waiting(work, work.devices.by_id(row_id))
            for row_id in work.installations.done.waiting()
        )


def _waiting(work: UnitOfWork, device: Device) -> WaitingLine:
    place = work.places.of_id(device.place_id)
    image = work.installations.preferred(model_key(device.manufacturer, device.model))
    return WaitingLine(
        device.code,
        device.type,
        device.manufacturer,
        device.model,
        device.serial,
        place.name if place else None,
        image.name if image else None,
    )


def newest(desk: Desk, session: Session | None, limit: int = NEWEST) -> tuple[InstalledLine, ...]:
    """Return what was installed last, the newest first."""
    with desk.reading(session, Permission.INSTALL) as work:
        return tuple(
            _line(work, work.devices.by_id(one.device_id), one)
            for one in work.installations.done.newest(limit)
        )


def of_device(desk: Desk, session: Session | None, text: str) -> tuple[InstalledLine, ...]:
    """Return everything that was installed on a device, the newest first.

    Raises:
        Refused: `device_unknown`, `install_device_several` or `licence_key_not_kept`.
    """
    with desk.reading(session, Permission.INSTALL) as work:
        device = device_of(work, text)
        rows = work.installations.done.of_device(device.id)
        return tuple(_line(work, device, one) for one in rows)


def _line(work: UnitOfWork, device: Device, row: Installation) -> InstalledLine:
    return InstalledLine(
        device.code,
        device.manufacturer,
        device.model,
        device.serial,
        installed.line(work, device, row),
        dict(row.tests),
        row.note,
        row.ended_at,
        row.ended_reason,
    )
