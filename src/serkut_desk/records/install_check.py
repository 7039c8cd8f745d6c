"""Holds what was installed, and the images it came from, against the journal.

Papers and cards say which system a machine carries and from which file: nobody writes another
digest, or a test that passed, past the program.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from serkut_desk.domain.events import Tag
from serkut_desk.domain.installation import EndedBy
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from sqlalchemy import Connection

_D, _I, _N, _J = schema.device, schema.system_image, schema.installation, schema.journal
_MIXED_UP = frozenset({Tag.LABEL_MIXED_UP, Tag.MIXUP_SETTLED})
_TAGS = (
    *(Tag.IMAGE_ADDED, Tag.IMAGE_RETIRED),
    *(Tag.INSTALLED, Tag.INSTALLATION_ENDED, Tag.INSTALLATION_UNDONE),
    *sorted(_MIXED_UP),
)
_ENTRIES = (
    select(_J.c.seq, _J.c.tag, _J.c.body)
    .where(_J.c.tag.in_([tag.value for tag in _TAGS]))
    .order_by(_J.c.seq)
)
_IMAGES = select(
    _I.c.name, _I.c.system, _I.c.version, _I.c.edition, _I.c.file_name, _I.c.sha256, _I.c.retired_at
)
_INSTALLED = (
    select(_N, _D.c.code.label("device"), _I.c.name.label("image"))
    .join(_D, _D.c.id == _N.c.device_id)
    .outerjoin(_I, _I.c.id == _N.c.image_id)
    .order_by(_N.c.id)
)
_SAID = ("medium", "image", "system", "version", "edition", "tests", "passed", "note")
# The records end these by themselves; another entry, about the medium, is the reason.
_OF_ITSELF = frozenset({EndedBy.WIPED, EndedBy.REMOVED, EndedBy.USED})


class _Told:
    """What the journal says: images by name, installations by number, those that were ended."""

    def __init__(self) -> None:
        self.images: dict[str, tuple[Any, ...]] = {}
        self.done: dict[int, tuple[Any, ...]] = {}
        self.ended: set[int] = set()
        self._of_entry: dict[int, list[dict[str, Any]]] = {}

    def take(self, seq: int, tag: str, said: dict[str, Any]) -> None:
        """Remember what an entry says."""
        if tag == Tag.IMAGE_ADDED:
            names = ("system", "version", "edition", "file", "sha256")
            self.images[said["image"]] = (*(said[name] for name in names), False)
        elif tag == Tag.IMAGE_RETIRED:
            self.images[said["image"]] = (*self.images[said["image"]][:-1], True)
        elif tag == Tag.INSTALLED:
            self._of_entry[seq] = said["installations"]
            for one in said["installations"]:
                told = (one[name] for name in _SAID)
                self.done[one["installation"]] = (seq, one["device"], *told, said["tests_version"])
                self.ended.add(one["replaced"])
        elif tag == Tag.INSTALLATION_ENDED:
            self.ended.add(said["installation"])
        elif tag in _MIXED_UP:
            self.ended |= {one["installation"] for one in said.get("found", ())}
        else:
            for one in self._of_entry[said["undoes"]]:
                self.ended.add(one["installation"])
                self.ended.discard(one["replaced"])


def check_installations(connection: Connection) -> tuple[Finding, ...]:
    """Return every device and image of whose installation the journal says otherwise."""
    told = _Told()
    for seq, tag, body in connection.execute(_ENTRIES):
        told.take(seq, tag, json.loads(body))
    rows = {
        row.name: (row.system, row.version, row.edition, row.file_name, row.sha256, gone)
        for row in connection.execute(_IMAGES)
        for gone in [row.retired_at is not None]
    }
    names = told.images.keys() | rows.keys()
    wrong = {name for name in names if told.images.get(name) != rows.get(name)}
    for row in connection.execute(_INSTALLED):
        said = (row.medium_id, row.image, row.system, row.version, row.edition, row.tests)
        stands = (row.seq, row.device, *said, row.passed, row.note, row.tests_version)
        image = told.images.get(row.image or "")
        same = told.done.pop(row.id, None) == _plain(stands)
        same &= row.sha256 == (image[4] if image else None)
        ended = row.id in told.ended
        same &= (row.ended_at is not None) == ended or row.ended_reason in _OF_ITSELF
        if not same:
            wrong.add(row.device)
    # An entry about an installation that the records do not know.
    wrong |= {one[1] for one in told.done.values()}
    return tuple(Finding("records", None, about) for about in sorted(wrong))


def _plain(stands: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a row in the words of an entry, which says "" where there was no image."""
    return (*stands[:3], stands[3] or "", *stands[4:])
