"""Photographs as screens and the command line show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused, Unavailable
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.photo_keeping import standing
from serkut_desk.stations.photo_subjects import subject_of

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.people import Session
    from serkut_desk.domain.photos import Photo, PhotoPurpose
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photograph for a strip.

    Args:
        thumb: The small picture, JPEG; b"" when its file is lost or damaged.
        own: The person who asks took it.
    """

    id: int
    sha256: str
    purpose: PhotoPurpose
    at: datetime
    own: bool
    thumb: bytes = field(repr=False)


def photos_of(work: UnitOfWork, of: str, cage: str = "") -> list[Photo]:
    """Return the photographs that stand on a device, a lot, or a cage of it.

    Raises:
        Refused: `device_unknown`, `lot_unknown`, `cage_not_listed`.
    """
    return standing(work, **subject_of(work, of, cage).ids)


def strip(desk: Desk, session: Session | None, of: str, cage: str = "") -> tuple[PhotoView, ...]:
    """Return the photographs of something with their small pictures, the oldest first.

    Raises:
        Refused: As `photos_of`.
    """
    with desk.reading(session, Permission.SEARCH) as work:
        found = photos_of(work, of, cage)
    person = session.person if session else ""
    return tuple(
        PhotoView(
            one.id,
            one.sha256,
            one.purpose,
            one.at,
            one.by == person,
            _thumb(desk, one.thumb_sha256),
        )
        for one in found
    )


def _thumb(desk: Desk, digest: str) -> bytes:
    try:
        return desk.files.read(digest)
    except Unavailable:
        # One lost file must not hide the other pictures; looking at it in full says what is wrong.
        return b""


def picture(desk: Desk, session: Session | None, photo: int) -> tuple[Photo, bytes]:
    """Return a photograph in full.

    Raises:
        Refused: `photo_unknown` or `photo_removed`.
        Unavailable: `file_lost` or `file_damaged`.
    """
    with desk.reading(session, Permission.SEARCH) as work:
        found = work.photos.by_id(photo)
    if found is None:
        raise Refused("photo_unknown", photo=photo)
    if found.removed_at is not None:
        raise Refused("photo_removed", photo=photo)
    return found, desk.files.read(found.sha256)


def taken(desk: Desk, session: Session | None, digests: tuple[str, ...]) -> frozenset[str]:
    """Return which files a photograph was ever made from, by the SHA-256 of each."""
    with desk.reading(session, Permission.SEARCH) as work:
        return work.photos.taken(digests)
