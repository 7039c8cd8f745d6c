"""Images of operating systems, what models prefer, what was installed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


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
    """Installations."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.system_image, SystemImage)
        self.preferences: Rows[ImagePreference] = Rows(
            connection, schema.image_preference, ImagePreference
        )
        self.done: Rows[Installation] = Rows(connection, schema.installation, Installation)
