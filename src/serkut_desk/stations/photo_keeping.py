"""Photographs kept in the caller's transaction; the caller writes the one entry.

A handler that takes a photograph names `prepare_photo` in its `prepare`, appends its entry with
`prepared.sha256` in the body, and then calls `keep_photo` with the entry's number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.photos import limits_from
from serkut_desk.interchange.photos import clean_photo

if TYPE_CHECKING:
    from serkut_desk.domain.photos import Photo, PhotoLimits, PhotoPurpose, PreparedPhoto
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.handling import Task


def limits() -> PhotoLimits:
    """Return the shipped limits."""
    return limits_from(shipped.json_resource("intake", "photos.json"))


def prepare_photo(data: bytes) -> PreparedPhoto:
    """Return what will be kept of a picture file; slow, for a handler's `prepare`.

    Raises:
        Refused: `photo_empty`, `photo_too_heavy`, `photo_heic`, `photo_unreadable`,
            `photo_too_large`.
    """
    return clean_photo(data, limits())


def standing(
    work: UnitOfWork,
    *,
    device_id: int | None = None,
    cage_id: int | None = None,
    lot_id: int | None = None,
) -> list[Photo]:
    """Return the photographs of exactly one device, cage or lot."""
    if device_id is not None:
        return work.photos.of_device(device_id)
    if cage_id is not None:
        return work.photos.of_cage(cage_id)
    assert lot_id is not None, "a photograph is of something"
    return work.photos.of_lot(lot_id)


def the_same(there: list[Photo], prepared: PreparedPhoto) -> Photo | None:
    """Return the photograph among those of a subject that shows this very picture."""
    for photo in there:
        if photo.sha256 == prepared.sha256 or photo.source_digest == prepared.source_digest:
            return photo
    return None


def keep_photo(
    task: Task,
    prepared: PreparedPhoto,
    *,
    purpose: PhotoPurpose,
    device_id: int | None = None,
    cage_id: int | None = None,
    lot_id: int | None = None,
    seq: int,
) -> Photo:
    """Keep a photograph of exactly one device, cage or lot, without an entry.

    The same picture is kept once for one subject: the one that stands is returned.

    Args:
        task: The caller's transaction.
        prepared: From `prepare_photo`.
        purpose: Why it was taken.
        device_id: Of what it is; this,
        cage_id: this,
        lot_id: or this.
        seq: The caller's entry.

    Raises:
        Refused: `photo_too_many`.
        Unavailable: `disk_full` or `file_not_written`.
    """
    there = standing(task.work, device_id=device_id, cage_id=cage_id, lot_id=lot_id)
    same = the_same(there, prepared)
    if same is not None:
        return same
    most = limits().most_of_one
    if len(there) >= most:
        raise Refused("photo_too_many", most=most)
    number = task.work.photos.add(
        sha256=task.desk.files.keep(prepared.image),
        thumb_sha256=task.desk.files.keep(prepared.thumb),
        source_digest=prepared.source_digest,
        width=prepared.width,
        height=prepared.height,
        size=len(prepared.image),
        purpose=purpose.value,
        device_id=device_id,
        cage_id=cage_id,
        lot_id=lot_id,
        at=task.now,
        by=task.actor,
        seq=seq,
    )
    kept = task.work.photos.by_id(number)
    assert kept is not None, "it was just written"
    return kept
