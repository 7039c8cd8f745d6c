"""The device and the image that somebody means, and texts that may be kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.installation import refuse_licence_key, system_name, version_text
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.stations import facts, finding, install_lists
from serkut_desk.stations.installation.commands import Choice
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.installation import InstallTest
    from serkut_desk.records.installations import SystemImage
    from serkut_desk.records.unit_of_work import UnitOfWork

_NAME = 60


def device_of(work: UnitOfWork, text: str) -> Device:
    """Return the one device in the house that a code or a serial names.

    Raises:
        Refused: `licence_key_not_kept`, `device_unknown` or `install_device_several`.
    """
    refuse_licence_key(text)
    scan = finding.read(text)
    own = finding.own_code(scan)
    if own is not None:
        found = work.devices.by_code(str(own)) if own.kind is CodeKind.DEVICE else None
        if found is None:
            raise Refused("device_unknown", device=scan.value)
        return found
    for value in dict.fromkeys([text, scan.value, *(one.value for one in scan.candidates)]):
        key = serial_key(value)
        devices = work.devices.by_any(normal_serial(value), key) if key else []
        here = [one for one in devices if one.in_house]
        if len(here) == 1:
            return here[0]
        if here:
            raise Refused("install_device_several", device=scan.value)
    raise Refused("device_unknown", device=scan.value)


def image_of(work: UnitOfWork, name: str) -> SystemImage:
    """Return an image by its name, retired or not.

    Raises:
        Refused: `licence_key_not_kept` or `install_image_unknown`.
    """
    refuse_licence_key(name)
    found = work.installations.named(name_key(name))
    if found is None:
        raise Refused("install_image_unknown", image=name)
    return found


def usable_image(work: UnitOfWork, name: str) -> SystemImage:
    """Return an image that may still be installed.

    Raises:
        Refused: `install_image_unknown` or `install_image_retired`.
    """
    found = image_of(work, name)
    if found.retired_at is not None:
        raise Refused("install_image_retired", image=found.name)
    return found


def kept_text(text: str, field: str, longest: int = _NAME) -> str:
    """Return a text as it may be kept in this station.

    Raises:
        Misused: `text_missing` or `text_too_long`.
        Refused: `licence_key_not_kept` or `secret_not_kept`.
    """
    refuse_licence_key(text)
    return short_text(text, field, longest)


def clean_choice(work: UnitOfWork, choice: Choice) -> tuple[Choice, SystemImage | None]:
    """Return what is installed with everything about it, and the image that it comes from.

    Of an image it is what the image says.

    Raises:
        Misused: `install_nothing_chosen`, `install_version_wrong`, `text_too_long`.
        Refused: `install_image_unknown`, `install_image_retired`, `licence_key_not_kept`.
    """
    if choice.image.strip():
        image = usable_image(work, choice.image)
        return Choice(image.name, image.system, image.version, image.edition), image
    if not choice.system.strip():
        raise Refused("install_nothing_chosen")
    return Choice("", *clean_system(choice.system, choice.version, choice.edition)), None


def clean_system(system: str, version: str, edition: str) -> tuple[str, str, str]:
    """Return system, version and edition as they are kept.

    Raises:
        Misused: `install_version_wrong`, `text_missing`, `text_too_long`.
        Refused: `licence_key_not_kept`.
    """
    name = system_name(kept_text(system, "system"), install_lists.systems())
    extra = kept_text(edition, "edition") if edition.strip() else ""
    return name, version_text(version), extra


@dataclass(frozen=True, slots=True)
class Ready:
    """A device on which a system may be installed.

    Args:
        tests: What is tested afterwards.
        media: Numbers of the media inside that can hold a system; at least one.
    """

    tests: tuple[InstallTest, ...]
    media: tuple[int, ...]


def ready_for(work: UnitOfWork, device: Device, now: datetime) -> Ready:
    """Return what holds for a device on which a system may be installed.

    Raises:
        Refused: `install_type_without_tests`, `install_no_medium`, or what the lifecycle table
            says.
    """
    gathered = facts.gather(work, device, now)
    demand(Action.INSTALL, gathered.facts)
    tests = install_lists.tests_at(now).by_type.get(DeviceType(device.type))
    if tests is None:
        raise Refused("install_type_without_tests", device=device.code)
    inside = tuple(
        proof.medium.id
        for proof in gathered.proofs
        if proof.medium.removed_at is None
        and not proof.went_on
        and proof.standing.state is not MediumState.DESTROYED
    )
    if not inside:
        raise Refused("install_no_medium", device=device.code)
    return Ready(tests, inside)
