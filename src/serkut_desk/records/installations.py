"""Images of operating systems, what models prefer, what was installed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, exists, select

from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.installation import RUNS_A_SYSTEM
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

_I, _P, _N = schema.system_image, schema.image_preference, schema.installation
_IN_FORCE = select(_N).where(_N.c.device_id == bindparam("device_id"), _N.c.ended_at.is_(None))
_D, _M = schema.device, schema.medium


@dataclass(frozen=True, slots=True)
class SystemImage:
    """A disk image that the workshop installs from."""

    id: int
    name: str
    name_key: str
    system: str
    version: str
    edition: str
    file_name: str
    sha256: str
    added_at: datetime
    added_by: str
    retired_at: datetime | None
    retired_by: str | None


@dataclass(frozen=True, slots=True)
class ImagePreference:
    """The image that a model gets first."""

    id: int
    manufacturer: str
    model: str
    model_key: str
    image_id: int


@dataclass(frozen=True, slots=True)
class Installation:
    """One operating system on one device."""

    id: int
    device_id: int
    medium_id: int | None
    image_id: int | None
    system: str
    version: str
    edition: str
    sha256: str | None
    tests: Any
    tests_version: int
    passed: bool
    note: str
    installed_at: datetime
    installed_by: str
    ended_at: datetime | None
    ended_reason: str | None
    seq: int


class Installations(Rows[SystemImage]):
    """The images; what models prefer under `preferences`, what was installed under `done`."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.system_image, SystemImage)
        self.preferences: Rows[ImagePreference] = Rows(connection, _P, ImagePreference)
        self.done = Done(connection)

    def named(self, name_key: str) -> SystemImage | None:
        """Return the image with this name, retired or not."""
        return self.one(_I.c.name_key == name_key)

    def by_id(self, row_id: int) -> SystemImage:
        """Return an image.

        Raises:
            LookupError: There is none.
        """
        found = self.one(_I.c.id == row_id)
        if found is None:
            raise LookupError(row_id)
        return found

    def listed(self) -> list[SystemImage]:
        """Return every image, those in use first, each by its name."""
        return self.all(order=[_I.c.retired_at.is_not(None), _I.c.name_key])

    def preferred(self, model_key: str) -> SystemImage | None:
        """Return the image that a model gets first, None when none was chosen or it is retired."""
        query = select(_I).join(_P, _P.c.image_id == _I.c.id)
        row = self.connection.execute(
            query.where(_P.c.model_key == model_key, _I.c.retired_at.is_(None))
        ).one_or_none()
        return None if row is None else self.of(row)

    def prefer(self, manufacturer: str, model: str, model_key: str, image_id: int | None) -> None:
        """Let a model get an image first; None forgets what it preferred."""
        known = self.preferences.one(_P.c.model_key == model_key)
        if known is not None:
            self.preferences.drop(known.id)
        if image_id is not None:
            self.preferences.add(
                manufacturer=manufacturer, model=model, model_key=model_key, image_id=image_id
            )


class Done(Rows[Installation]):
    """What was installed."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _N, Installation)

    def in_force(self, device_id: int) -> Installation | None:
        """Return the installation of a device that holds now."""
        return self.the_one(_IN_FORCE, device_id=device_id)

    def of_device(self, device_id: int) -> list[Installation]:
        """Return every installation of a device, the newest first."""
        return self.all(_N.c.device_id == device_id, order=[_N.c.id.desc()])

    def newest(self, limit: int) -> list[Installation]:
        """Return what was installed last, the newest first."""
        return self.all(order=[_N.c.id.desc()], limit=limit)

    def end(self, row_id: int, at: datetime, reason: str) -> None:
        """End an installation, with a word of `domain.installation.EndedBy` or a reason."""
        self.change(row_id, ended_at=at, ended_reason=reason)

    def reopen(self, row_id: int) -> None:
        """Let an installation hold again whose replacement was undone."""
        self.change(row_id, ended_at=None, ended_reason=None)

    def waiting(self) -> list[int]:
        """Return the ids of devices that wait for a system, those longest in the house first."""
        query = select(_D.c.id).where(waits()).order_by(_D.c.id)
        return list(self.connection.execute(query).scalars())


def waits() -> ColumnElement[bool]:
    """Tell, in a question about devices, whether one waits for an operating system.

    It was graded or stands on the shelf, is of a kind that nobody can use without one, a medium is
    inside, and no installation holds that passed its tests.
    """
    inside = exists().where(
        _M.c.device_id == _D.c.id,
        _M.c.removed_at.is_(None),
        _M.c.proposed.is_(False),
        _M.c.state != MediumState.DESTROYED.value,
    )
    held = exists().where(_N.c.device_id == _D.c.id, _N.c.ended_at.is_(None), _N.c.passed.is_(True))
    states = [DeviceState.WAITING_DECISION.value, DeviceState.ON_SHELF.value]
    kinds = sorted(kind.value for kind in RUNS_A_SYSTEM)
    return _D.c.state.in_(states) & _D.c.type.in_(kinds) & inside & ~held
