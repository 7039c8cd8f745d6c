"""What can be asked about photographs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.photos import Photo, PhotoPurpose, PreparedPhoto


@dataclass(frozen=True, slots=True)
class PhotoDone:
    """A photograph after a command.

    Args:
        photo: As it stands in the records.
        of: Code of its device or lot.
        new: False when this picture stood there before: nothing was changed.
        changes: For screens.
    """

    photo: Photo
    of: str
    new: bool
    changes: Changes


@dataclass(frozen=True, slots=True)
class AddPhoto(Command[PhotoDone]):
    """Keep a photograph of a device, a lot, or a cage of a lot.

    Args:
        of: Code of the device or lot.
        data: The picture file: JPEG, PNG or WebP.
        purpose: Why it was taken.
        cage: Name of a cage of the lot, "" for the lot itself.
        prepared: What `prepare_photo` made of the data already; None to do it now.
    """

    of: str
    data: bytes = field(repr=False)
    purpose: PhotoPurpose
    cage: str = ""
    prepared: PreparedPhoto | None = None


@dataclass(frozen=True, slots=True)
class RemovePhoto(Command[PhotoDone]):
    """Take a photograph off; one that somebody else took needs a supervisor and a reason."""

    photo: int
    reason: str = ""
