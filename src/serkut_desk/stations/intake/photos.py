"""Photographs of what arrives: kept, shown, taken off again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.intake.photo_commands import AddPhoto, PhotoDone, RemovePhoto
from serkut_desk.stations.others_work import reason_for
from serkut_desk.stations.photo_keeping import keep_photo, prepare_photo, standing, the_same
from serkut_desk.stations.photo_subjects import subject_of, subject_of_photo

if TYPE_CHECKING:
    from serkut_desk.domain.photos import PreparedPhoto
    from serkut_desk.stations.desk import Desk


def _prepare(_desk: Desk, command: AddPhoto) -> PreparedPhoto:
    return command.prepared or prepare_photo(command.data)


@handles(AddPhoto, Permission.RECEIVE, entries=Entries.MAYBE, prepare=_prepare)
def add_photo(task: Task, command: AddPhoto) -> PhotoDone:
    """Keep a photograph; a picture that stands there already changes nothing.

    Raises:
        Refused: As `prepare_photo`, `subject_of` and `keep_photo`.
    """
    prepared: PreparedPhoto = task.prepared
    of = subject_of(task.work, command.of, command.cage)
    there = the_same(standing(task.work, **of.ids), prepared)
    if there is not None:
        return PhotoDone(there, of.code, new=False, changes=Changes())
    head = task.work.journal.append(
        Tag.PHOTO_ADDED,
        of.code,
        photo=prepared.sha256,
        purpose=command.purpose.value,
        width=prepared.width,
        height=prepared.height,
        **({"cage": of.cage} if of.cage else {}),
    )
    kept = keep_photo(task, prepared, purpose=command.purpose, **of.ids, seq=head.seq)
    return PhotoDone(kept, of.code, new=True, changes=of.changes)


@handles(RemovePhoto, Permission.RECEIVE)
def remove_photo(task: Task, command: RemovePhoto) -> PhotoDone:
    """Take a photograph off; the entry names it, its file goes when the program next starts.

    Raises:
        Refused: `photo_unknown`, `photo_removed`, or `not_permitted` for somebody else's.
        Misused: `text_missing` where a reason is needed.
    """
    photo = task.work.photos.by_id(command.photo)
    if photo is None:
        raise Refused("photo_unknown", photo=command.photo)
    if photo.removed_at is not None:
        raise Refused("photo_removed", photo=photo.id)
    reason = reason_for(task, photo.by, command.reason)
    task.work.photos.remove(photo.id, task.now, task.actor)
    of = subject_of_photo(task.work, photo)
    task.work.journal.append(
        Tag.PHOTO_REMOVED, of.code, photo=photo.sha256, number=photo.id, reason=reason
    )
    removed = task.work.photos.by_id(photo.id)
    assert removed is not None, "rows of photographs stay"
    return PhotoDone(removed, of.code, new=True, changes=of.changes)
