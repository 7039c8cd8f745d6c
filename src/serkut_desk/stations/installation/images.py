"""Disk images: which there are, and which one a model gets first."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Misused, Refused, Unavailable
from serkut_desk.domain.events import Tag
from serkut_desk.domain.installation import model_key, refuse_licence_key, sha256_text
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.installation.commands import (
    AddImage,
    ImageDone,
    PreferImage,
    Preferred,
    RetireImage,
)
from serkut_desk.stations.installation.named import (
    clean_system,
    kept_text,
    usable_image,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.stations.desk import Desk

_BLOCK = 4 * 1024 * 1024
_CHANGES = Changes(journal=True)
_SUBJECT = "images"


@dataclass(frozen=True, slots=True)
class Digest:
    """The file of an image: its name and its SHA-256."""

    file_name: str
    sha256: str


def digest_of(file: Path, progress: Callable[[int, int], None] | None = None) -> str:
    """Return the SHA-256 of a file, read block by block; images are larger than memory.

    Args:
        file: Where it is.
        progress: Told how many bytes of how many were read; may raise to end it.

    Raises:
        Unavailable: `install_file_unreadable`.
        Misused: `install_file_empty`.
    """
    made = hashlib.sha256()
    try:
        size, done = file.stat().st_size, 0
        with file.open("rb") as stream:
            while block := stream.read(_BLOCK):
                made.update(block)
                done += len(block)
                if progress is not None:
                    progress(done, max(size, done))
    except OSError:
        raise Unavailable("install_file_unreadable", file=file.name) from None
    if not done:
        raise Misused("install_file_empty", file=file.name)
    return made.hexdigest()


def _prepare(_desk: Desk, command: AddImage) -> Digest:
    """Read the file before the transaction: a large one takes a minute.

    Raises:
        Refused: `licence_key_not_kept`, `install_hash_differs`.
        Misused: `install_hash_wrong`, `install_hash_missing`, `install_file_empty`.
        Unavailable: `install_file_unreadable`.
    """
    for text in (command.name, command.system, command.version, command.edition):
        refuse_licence_key(text)
    stated = sha256_text(command.sha256) if command.sha256.strip() else ""
    name = Path(command.file_name or (command.file.name if command.file else "")).name
    file_name = kept_text(name, "file_name", 200) if name else ""
    if command.file is None:
        if not stated:
            raise Misused("install_hash_missing")
        return Digest(file_name, stated)
    computed = digest_of(command.file, command.progress)
    if stated and stated != computed:
        raise Refused("install_hash_differs", file=file_name)
    return Digest(file_name, computed)


@handles(AddImage, Permission.IMAGES, prepare=_prepare)
def add_image(task: Task, command: AddImage) -> ImageDone:
    """Name a disk image.

    Raises:
        Refused: `install_image_named`: another one has the name; `install_image_known`: the same
            file is in use under another name.
    """
    digest, store = cast("Digest", task.prepared), task.work.installations
    name = kept_text(command.name, "image")
    system, version, edition = clean_system(command.system, command.version, command.edition)
    if store.named(name_key(name)) is not None:
        raise Refused("install_image_named", image=name)
    same = [one for one in store.listed() if one.retired_at is None and one.sha256 == digest.sha256]
    if same:
        raise Refused("install_image_known", image=same[0].name)
    row_id = store.add(
        name=name,
        name_key=name_key(name),
        system=system,
        version=version,
        edition=edition,
        file_name=digest.file_name,
        sha256=digest.sha256,
        added_at=task.now,
        added_by=task.actor,
    )
    task.work.journal.append(
        Tag.IMAGE_ADDED,
        _SUBJECT,
        image=name,
        system=system,
        version=version,
        edition=edition,
        file=digest.file_name,
        sha256=digest.sha256,
    )
    return ImageDone(store.by_id(row_id), _CHANGES)


@handles(RetireImage, Permission.IMAGES)
def retire_image(task: Task, command: RetireImage) -> ImageDone:
    """Take an image out of use.

    Raises:
        Refused: `install_image_unknown` or `install_image_retired`.
    """
    image = usable_image(task.work, command.name)
    task.work.installations.change(image.id, retired_at=task.now, retired_by=task.actor)
    task.work.journal.append(Tag.IMAGE_RETIRED, _SUBJECT, image=image.name, sha256=image.sha256)
    return ImageDone(task.work.installations.by_id(image.id), _CHANGES)


@handles(PreferImage, Permission.IMAGES, entries=Entries.MAYBE)
def prefer_image(task: Task, command: PreferImage) -> Preferred:
    """Let a model get an image first; the same again changes nothing.

    Raises:
        Refused: `install_image_unknown`, `install_image_retired`, `licence_key_not_kept`.
        Misused: `text_missing`.
    """
    store = task.work.installations
    model = kept_text(command.model, "model")
    maker = kept_text(command.manufacturer, "manufacturer") if command.manufacturer.strip() else ""
    image = usable_image(task.work, command.image) if command.image is not None else None
    key = model_key(maker, model)
    before = store.preferred(key)
    name = image.name if image else None
    if (before.id if before else None) == (image.id if image else None):
        return Preferred(maker, model, name, Changes())
    store.prefer(maker, model, key, image.id if image else None)
    task.work.journal.append(
        Tag.IMAGE_PREFERRED, _SUBJECT, manufacturer=maker, model=model, image=name or "-"
    )
    return Preferred(maker, model, name, _CHANGES)
