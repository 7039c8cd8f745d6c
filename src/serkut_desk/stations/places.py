"""Finding and making places, and putting a device to one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import parse_code
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.plain_text import plain_line
from serkut_desk.stations import labelling
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, Place
    from serkut_desk.stations.handling import Task

LONGEST_NAME = 40
# A code that was typed wrong must not become the name of a new place.
_CODE_LIKE = re.compile(r"[A-Za-z]{2}[0-9]{10}", re.ASCII)


def find_or_make(task: Task, text: str) -> tuple[Place, bool]:
    """Return the place of a code or name, and whether it was made now.

    Raises:
        Refused: `place_unknown` for a code that is no place's.
        Misused: `text_missing` or `text_too_long`.
    """
    own = parse_code(text)
    # What can not be shown names no place, and half a character can not even be looked for.
    found = task.work.places.find(str(own) if own else plain_line(text))
    if found is not None:
        return found, False
    if own is not None or _CODE_LIKE.fullmatch("".join(text.split())):
        raise Refused("place_unknown", place=text)
    return make(task, text), True


def make(task: Task, name: str) -> Place:
    """Make a place and queue its label; the caller's entry says so."""
    place = task.work.places.make(short_text(name, "place", LONGEST_NAME))
    data = labelling.place_label_data(place)
    labelling.queue_label(task.work, data, by=task.actor, at=task.now)
    return place


def code_of(task: Task, device: Device) -> str | None:
    """Return the code of the place where a device is, None when nobody said."""
    found = task.work.places.of_id(device.place_id)
    return None if found is None else found.code
