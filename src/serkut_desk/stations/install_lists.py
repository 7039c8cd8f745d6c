"""The shipped tests after an installation, every version of them, and the known systems."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.clock import local
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.installation import InstallTests, parse_systems, parse_tests

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.installation import InstallTest, KnownSystem

_FOLDER = "installation"


@cache
def every_version() -> tuple[InstallTests, ...]:
    """Return every version of the tests, the oldest first."""
    names = sorted(path.name for path in shipped.resource(_FOLDER).glob("*_tests.json"))
    return tuple(parse_tests(shipped.json_resource(_FOLDER, name)) for name in names)


@cache
def systems() -> tuple[KnownSystem, ...]:
    """Return the operating systems that are offered."""
    return parse_systems(shipped.json_resource(_FOLDER, "systems.json"))


def tests_at(now: datetime) -> InstallTests:
    """Return the tests that hold on the Finnish day of `now`."""
    day, versions = local(now).date(), every_version()
    begun = [one for one in versions if one.effective_from <= day]
    return max(begun or versions[:1], key=lambda one: one.version)


def tests_numbered(version: int) -> InstallTests:
    """Return a version: an old installation shows what it was tested with."""
    return next(one for one in every_version() if one.version == version)


def tests_of(device_type: str, version: int) -> tuple[InstallTest, ...]:
    """Return the tests of a kind of device in a version, none where it gets no system."""
    return tests_numbered(version).by_type.get(DeviceType(device_type), ())
