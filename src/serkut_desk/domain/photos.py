"""Photographs: what they are of and why, and how large they may be."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class PhotoPurpose(StrEnum):
    """Why a photograph was taken; `photo.purpose.<word>` in the texts."""

    DEVICE = "device"
    SERIAL = "serial"
    """The serial number can not be read, or there is none."""
    DAMAGE = "damage"
    SEAL = "seal"
    BELONGINGS = "belongings"
    """Somebody's own things were in it."""
    DELIVERY = "delivery"
    WIPE = "wipe"
    """What a phone showed after its reset."""


@dataclass(frozen=True, slots=True)
class PhotoLimits:
    """How large a photograph may come, and how large it is kept.

    Args:
        most_bytes: Of the file that comes.
        most_pixels: Width times height of the picture that comes.
        longest_side: Of the picture that is kept, in pixels.
        quality: Of its JPEG, 1 to 95.
        thumb_side: Longest side of the small picture.
        thumb_quality: Of its JPEG.
        most_of_one: So many photographs one device, cage or lot may have.
    """

    most_bytes: int
    most_pixels: int
    longest_side: int
    quality: int
    thumb_side: int
    thumb_quality: int
    most_of_one: int


def limits_from(value: Mapping[str, Any]) -> PhotoLimits:
    """Return the limits of a shipped table."""
    return PhotoLimits(**{name: int(value[name]) for name in PhotoLimits.__dataclass_fields__})


@dataclass(frozen=True, slots=True)
class PreparedPhoto:
    """A photograph as it will be kept: upright, small enough, without place, time or person.

    Args:
        image: JPEG.
        thumb: The small one, JPEG.
        width: Of `image`, in pixels.
        height: Likewise.
        source_digest: SHA-256 of the bytes that came; they are not kept.
    """

    image: bytes = field(repr=False)
    thumb: bytes = field(repr=False)
    width: int
    height: int
    source_digest: str

    @property
    def sha256(self) -> str:
        """SHA-256 of `image`: what entries call the photograph."""
        return sha256(self.image).hexdigest()


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph of one device, cage or lot.

    Args:
        sha256: Of the picture; `thumb_sha256` of the small one.
        source_digest: SHA-256 of the file that it was made from.
        size: Of the picture, in bytes.
        seq: The entry in which it came.
    """

    id: int
    sha256: str
    thumb_sha256: str
    source_digest: str
    width: int
    height: int
    size: int
    purpose: PhotoPurpose
    device_id: int | None
    cage_id: int | None
    lot_id: int | None
    at: datetime
    by: str
    removed_at: datetime | None
    removed_by: str | None
    seq: int
