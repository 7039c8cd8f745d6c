"""Somebody wants a device out that is not proven clean, and tries everything the program can do."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, get_type_hints

import pytest

from journeys.street import Street, open_street
from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.data_state import CountSource, Lock
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.stations.certificates.commands import RevokeCertificate
from serkut_desk.stations.devices.commands import CorrectDevice, UndoLast
from serkut_desk.stations.handover.commands import (
    AddDevice,
    CompleteHandover,
    ConfirmLabel,
    OpenHandover,
)
from serkut_desk.stations.quarantine.commands import ReportLock
from serkut_desk.stations.wiping.commands import (
    DeclareMedium,
    RemoveMedium,
    StateNone,
    WithdrawApproval,
    WithdrawMedium,
)
from stations.wiping.logs import Drive, later, log

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.handling import Command

DISK, OTHER_DISK = "WD-WX61AA810001", "WD-WX61AA810002"


@pytest.fixture
def street(workshop: Workshop, tmp_path: Path) -> Street:
    """Give a workshop in which everything can be done."""
    return open_street(workshop, tmp_path / "stick")


def prized(street: Street) -> Device:
    """Return a laptop with a disk that nobody has wiped, all else in order."""
    device = street.device("PF2ABC01")
    street.declare(device, DISK, MediumKind.HDD)
    street.shelve(device)
    return device


def clean(street: Street, number: int = 2) -> Device:
    """Return a laptop that may leave."""
    device = street.device(f"PF2ABC{number:02d}")
    disk = f"WD-WX61AA81{number:04d}"
    street.declare(device, disk, MediumKind.HDD)
    street.wipe(device, disk)
    street.shelve(device)
    return device


def state(street: Street, device: Device) -> str:
    """Return where a device stands, from its row."""
    with street.workshop.desk.database.reading() as work:
        found = work.devices.by_id(device.id)
    assert found.in_house == (found.state != DeviceState.LEFT)
    return found.state


def is_refused(street: Street, command: Command[Any], session: Session | None = None) -> str:
    """Do what must be refused, and return why."""
    with pytest.raises(Refused) as refused:
        street.workshop.desk.do(session or street.boss, command)
    return refused.value.code


# Every command there is, with anything that fits its fields and the device for its text.


def _guess(name: str, kind: object, device: Device, street: Street) -> Any:  # noqa: PLR0911 - one answer for each kind of field
    """Return something that an attacker would put into a field."""
    if name == "second":
        return street.other
    if name in {"number", "line", "stop", "run", "inspection"} and kind is int:
        return 1
    if kind is str:
        return DISK if name in {"medium", "serial"} else device.code
    if kind is bool:
        return True
    if kind is int:
        return 1
    enumerated = getattr(kind, "__members__", None)
    if enumerated:
        return next(iter(enumerated.values()))
    if kind == tuple[str, ...]:
        return (device.code,)
    return None


def _guessed(command: type[Command[Any]], device: Device, street: Street) -> Command[Any] | None:
    """Return a command about a device, None when its fields can not be guessed."""
    names: dict[str, object] = {}
    with suppress(NameError):
        names = get_type_hints(command)
    values: dict[str, Any] = {}
    for field in fields(command):  # type: ignore[arg-type] # every command is a dataclass
        value = _guess(field.name, names.get(field.name, str), device, street)
        required = field.default is MISSING and field.default_factory is MISSING
        if value is None and required:
            return None
        if value is not None and (required or field.name in {"second", "read", "seen"}):
            values[field.name] = value
    return command(**values)


def test_no_command_lets_an_unproven_device_out(street: Street) -> None:
    device = prized(street)
    desk, tried, done = street.workshop.desk, 0, 0
    for command in desk.handlers:
        attack = _guessed(command, device, street)
        if attack is None:
            continue
        for session in (street.worker, street.boss, street.other):
            tried += 1
            # What an attacker guesses may also be nonsense of the wrong type: that is no way out.
            with suppress(KnownFailure, TypeError, AttributeError, ValueError, LookupError):
                desk.do(session, attack)
                done += 1
            assert state(street, device) != DeviceState.LEFT, command.__name__
    assert tried > 100
    assert done > 5


@pytest.mark.parametrize("channel", Channel)
def test_no_channel_takes_an_unproven_device(street: Street, channel: Channel) -> None:
    device = prized(street)
    basket = street.basket(channel)
    is_refused(street, AddDevice(basket, device.code))
    is_refused(street, AddDevice(basket, device.serial, read=False))
    is_refused(street, CompleteHandover(basket, Payment.CASH, seen=True))
    assert state(street, device) == DeviceState.WAITING_WIPE


def test_a_maker_hands_nothing_over(street: Street) -> None:
    device = clean(street)
    assert is_refused(street, OpenHandover(Channel.SALE), street.worker) == "not_permitted"
    basket = street.basket()
    for command in (AddDevice(basket, device.code), CompleteHandover(basket, Payment.CASH)):
        assert is_refused(street, command, street.worker) == "not_permitted"


def _taken_out(street: Street, _device: Device) -> None:
    street.workshop.desk.do(street.worker, RemoveMedium(DISK))


def _taken_back(street: Street, _device: Device) -> None:
    street.workshop.desk.do(street.boss, WithdrawMedium(DISK, "ei tässä"))


def _none_inside(street: Street, device: Device) -> None:
    _taken_back(street, device)
    for session in (street.worker, street.boss):
        street.workshop.desk.do(session, StateNone(device.code, CountSource.OPENED))


def _moved(street: Street, device: Device) -> None:
    """Say that the disk of a proven device is the one in this."""
    other = clean(street)
    command = DeclareMedium(device=device.code, serial=OTHER_DISK, kind=MediumKind.HDD)
    with suppress(KnownFailure):
        street.workshop.desk.do(street.worker, command)
    assert state(street, other) == DeviceState.ON_SHELF


def _half(street: Street, device: Device) -> None:
    """Prove one of two disks."""
    street.declare(device, "WD-WX61AA810009", MediumKind.HDD)
    street.bring(log(Drive("WD-WX61AA810009"), host=device.serial, begin=later(3)))
    with suppress(KnownFailure):
        street.approve(device, media=1)
    with suppress(KnownFailure):
        street.approve(device, media=2)


def _failed(street: Street, device: Device) -> None:
    street.bring(log(Drive(DISK, status="-FAILED-", errors=3), host=device.serial, begin=later(4)))
    with suppress(KnownFailure):
        street.approve(device)


def _undone(street: Street, _device: Device) -> None:
    for session in (street.worker, street.boss, street.other):
        for _ in range(3):
            with suppress(KnownFailure):
                street.workshop.desk.do(session, UndoLast())


def _monitor(street: Street, device: Device) -> None:
    """Call it a thing that never bears data."""
    command = CorrectDevice(device.code, reason="koe", type=DeviceType.MONITOR)
    for session in (street.worker, street.boss, street.other):
        with suppress(KnownFailure):
            street.workshop.desk.do(session, command)


WAYS: tuple[Callable[[Street, Device], None], ...] = (
    _taken_out,
    _taken_back,
    _none_inside,
    _moved,
    _half,
    _failed,
    _undone,
    _monitor,
)


@pytest.mark.parametrize("way", WAYS)
def test_no_trick_with_media_gets_it_out(
    street: Street, way: Callable[[Street, Device], None]
) -> None:
    device = prized(street)
    way(street, device)
    with suppress(KnownFailure):
        street.issue(device)
    with suppress(KnownFailure):
        street.shelve(device)
    basket = street.basket()
    is_refused(street, AddDevice(basket, device.code))
    is_refused(street, CompleteHandover(basket, Payment.CASH, seen=True))
    assert state(street, device) != DeviceState.LEFT


# In the basket while all was well; then something happens, and completing looks again.


def _revoked(street: Street, device: Device) -> None:
    with street.workshop.desk.database.reading() as work:
        held = work.certificates.valid_of(device.id)
    assert held is not None
    street.workshop.desk.do(street.boss, RevokeCertificate(held.code, "koe"))


def _withdrawn(street: Street, device: Device) -> None:
    street.workshop.desk.do(street.boss, WithdrawApproval(device.code, "koe"))


def _another_disk(street: Street, device: Device) -> None:
    street.declare(device, "WD-WX61AA810777", MediumKind.HDD)


def _a_later_failure(street: Street, device: Device) -> None:
    street.bring(
        log(Drive(OTHER_DISK, status="-FAILED-", errors=1), host=device.serial, begin=later(30))
    )


def _locked(street: Street, device: Device) -> None:
    street.workshop.desk.do(street.worker, ReportLock(device.code, Lock.BIOS))


def _decided_anew(street: Street, device: Device) -> None:
    street.decide(device, Outcome.DISMANTLE)


@pytest.mark.parametrize(
    "change", [_revoked, _withdrawn, _another_disk, _a_later_failure, _locked, _decided_anew]
)
def test_what_happens_in_the_basket_is_seen_at_the_end(
    street: Street, change: Callable[[Street, Device], None]
) -> None:
    device, desk = clean(street), street.workshop.desk
    basket = street.basket()
    desk.do(street.boss, AddDevice(basket, device.code))
    with suppress(KnownFailure):
        # Refused outright or seen at the end: either keeps it here.
        change(street, device)
        is_refused(street, CompleteHandover(basket, Payment.CASH, seen=True))
    assert state(street, device) != DeviceState.LEFT


def test_the_label_of_another_device_is_not_the_label(street: Street) -> None:
    first, second, desk = clean(street, 2), clean(street, 3), street.workshop.desk
    basket = street.basket()
    desk.do(street.boss, AddDevice(basket, first.serial, read=False))
    is_refused(street, ConfirmLabel(basket, second.code))
    is_refused(street, CompleteHandover(basket, Payment.CASH, seen=True))
    desk.do(street.boss, ConfirmLabel(basket, first.code))
    desk.do(street.boss, CompleteHandover(basket, Payment.CASH, seen=True))
    assert state(street, first) == DeviceState.LEFT
    assert state(street, second) == DeviceState.ON_SHELF
