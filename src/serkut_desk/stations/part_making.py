"""A new part: its row, what it fits, its code, its label; in the caller's transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.parts import PartState
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.stations import labelling, part_rules, places
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Place
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.stations.handling import Task

LONGEST_WORDS = 80
LONGEST_SERIAL = 64
HEAVIEST_G = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPart:
    """What is known of a part that gets its code.

    Args:
        type: Word of its kind, as `resources/parts/types.json`.
        manufacturer: Of the part itself.
        model: Its own model or part number.
        serial: As printed.
        specification: What matters for fitting it, such as `8 GB DDR4`.
        note: Anything else.
        fits: Models that it fits: pairs of maker and model.
        weight_g: Weighed, in grams; None when nobody did.
        place: Code or name; an unknown name makes a place.
    """

    type: str
    manufacturer: str = ""
    model: str = ""
    serial: str = ""
    specification: str = ""
    note: str = ""
    fits: tuple[tuple[str, str], ...] = ()
    weight_g: int | None = None
    place: str | None = None


def words(text: str, field: str, longest: int = LONGEST_WORDS) -> str:
    """Return a tidy short text, which may be empty."""
    return short_text(text, field, longest) if text.strip() else ""


def weight(grams: int | None) -> int | None:
    """Return a weight that a part can have.

    Raises:
        Misused: `part_weight`.
    """
    if grams is not None and not 0 <= grams <= HEAVIEST_G:
        raise Misused("part_weight", given=grams)
    return grams


def place_of(task: Task, text: str | None) -> Place | None:
    """Return the place of a code or name, made when the name is new; None for None."""
    return None if text is None or not text.strip() else places.find_or_make(task, text)[0]


def make(
    task: Task,
    new: NewPart,
    *,
    donor_id: int | None = None,
    supplier_id: int | None = None,
    medium_id: int | None = None,
    cost_cents: int | None = None,
) -> Part:
    """Insert a part in stock with a code and a queued label.

    It came out of a device (`donor_id`) or from a supplier (`supplier_id`), never both.

    Raises:
        Misused: `part_type_unknown`, `part_weight`, or a text that is no good.
        Refused: `part_stores_data`.
    """
    kind = part_rules.types().of(new.type)
    manufacturer = words(new.manufacturer, "manufacturer")
    model = words(new.model, "model")
    serial = normal_serial(words(new.serial, "serial", LONGEST_SERIAL))
    if medium_id is None:
        refuse_medium(task, serial)
    place = place_of(task, new.place)
    number = task.work.parts.add(
        code=task.work.house.next_code(CodeKind.PART),
        type=kind.word,
        manufacturer=manufacturer,
        model=model,
        model_key=part_rules.types().model_key(manufacturer, model),
        serial=serial,
        serial_key=serial_key(serial),
        specification=words(new.specification, "specification"),
        note=words(new.note, "note", 200),
        weight_g=weight(new.weight_g),
        cost_cents=cost_cents,
        donor_id=donor_id,
        supplier_id=supplier_id,
        medium_id=medium_id,
        state=PartState.STOCK.value,
        place_id=None if place is None else place.id,
        made_at=task.now,
        made_by=task.actor,
        touched_seq=task.work.journal.next_seq(),
        touched_by=task.actor,
    )
    say_fits(task, number, new.fits)
    part = task.work.parts.by_id(number)
    queue_label(task, part)
    return part


def refuse_medium(task: Task, serial: str) -> None:
    """Do nothing when a serial is no storage medium's: that one goes by its own gate (gate 2).

    Raises:
        Refused: `part_stores_data`.
    """
    key = serial_key(serial)
    if key and task.work.media.by_serial(key):
        raise Refused("part_stores_data")


def say_fits(task: Task, part_id: int, models: tuple[tuple[str, str], ...]) -> None:
    """Store what a part fits, in the place of what was said before."""
    told = []
    for manufacturer, model in models:
        maker, name = words(manufacturer, "manufacturer"), words(model, "model")
        key = part_rules.types().model_key(maker, name)
        if key:
            told.append((maker, name, key))
    task.work.parts.fits.replace(part_id, told)


def queue_label(task: Task, part: Part, *, replaces: bool = False) -> int:
    """Queue the label of a part as it is now; return the number of the job."""
    told = task.work.parts.fits.of_part(part.id)
    data = labelling.part_label_data(part, [one.model for one in told], task.now)
    return labelling.queue_label(task.work, data, by=task.actor, at=task.now, replaces=replaces)


def label_of(task: Task, part: Part) -> int | None:
    """Return the number of the newest label job of a part, for the caller's entry."""
    jobs = task.work.labels.of_code(part.code)
    return jobs[-1].id if jobs else None
