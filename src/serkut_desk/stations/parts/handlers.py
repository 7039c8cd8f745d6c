"""Parts that come in, what is known of them, where they lie. The rest is in the modules beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.money import HIGHEST_CENTS
from serkut_desk.domain.parts import PartAction, PartTest, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.stations import part_making, part_rules, places
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.part_making import NewPart
from serkut_desk.stations.parts.commands import (
    AddPart,
    ChangePart,
    LabelPart,
    MoveParts,
    PartDone,
    PartsMoved,
    PricePart,
    TestPart,
)

# The handlers of the other modules belong to this station too.
from serkut_desk.stations.parts.keeping import close_want, free_part, reserve_part, want_part
from serkut_desk.stations.parts.losing import found_part, missing_part, scrap_part
from serkut_desk.stations.parts.moving import fit_part, take_part
from serkut_desk.stations.parts.writing import written
from serkut_desk.stations.subjects import changes_of
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.records.spare_parts import Part

__all__ = [
    "add_part",
    "change_part",
    "close_want",
    "fit_part",
    "found_part",
    "free_part",
    "label_part",
    "missing_part",
    "move_parts",
    "price_part",
    "reserve_part",
    "scrap_part",
    "take_part",
    "test_part",
    "want_part",
]
LONGEST_NOTE = 200
_TEXTS = {
    "manufacturer": part_making.LONGEST_WORDS,
    "model": part_making.LONGEST_WORDS,
    "serial": part_making.LONGEST_SERIAL,
    "specification": part_making.LONGEST_WORDS,
    "note": LONGEST_NOTE,
}


@handles(AddPart, Permission.PARTS)
def add_part(task: Task, command: AddPart) -> PartDone:
    """Record a part that was bought or given; what stores data comes in as a device's medium.

    Raises:
        Refused: `part_stores_data`.
        Misused: `part_type_unknown`, `part_price`, `part_weight`, or a text that is no good.
    """
    kind = part_rules.types().of(command.type)
    if kind.storage:
        raise Refused("part_stores_data")
    name = short_text(command.supplier, "supplier", 120)
    supplier, _ = task.work.lots.organisation_named(name, task.now)
    new = NewPart(
        type=kind.word,
        manufacturer=command.manufacturer,
        model=command.model,
        serial=command.serial,
        specification=command.specification,
        note=command.note,
        fits=command.fits,
        weight_g=command.weight_g,
        place=command.place,
    )
    part = part_making.make(
        task, new, supplier_id=supplier.id, cost_cents=_cents(command.cost_cents)
    )
    where = task.work.places.of_id(part.place_id)
    return written(
        task,
        Tag.PART_MADE,
        part,
        label=part_making.label_of(task, part),
        type=part.type,
        specification=part.specification,
        serial=part.serial,
        supplier=supplier.name,
        cost=part.cost_cents,
        place=None if where is None else where.code,
    )


def _cents(cents: int | None) -> int | None:
    if cents is not None and not 0 <= cents <= HIGHEST_CENTS:
        raise Misused("part_price", given=cents)
    return cents


@handles(ChangePart, Permission.PARTS)
def change_part(task: Task, command: ChangePart) -> PartDone:
    """Correct what is known of a part; its label is queued again when it shows something else.

    Raises:
        Refused: `nothing_to_change`, `part_unknown`, `part_is_scrapped` and its likes,
            `part_stores_data` where the type would hide or invent a medium.
        Misused: As `AddPart`.
    """
    part = part_rules.part_of(task.work, command.part)
    demand(PartAction.CHANGE, part.state, part.code)
    told = [[one.manufacturer, one.model] for one in task.work.parts.fits.of_part(part.id)]
    before = {name: getattr(part, name) for name in _FIELDS} | {"fits": told}
    values = _wanted(part, command)
    if "serial" in values:
        part_making.refuse_medium(task, str(values["serial"]))
    if values:
        task.work.parts.change(part.id, **values)
    if command.fits is not None:
        part_making.say_fits(task, part.id, command.fits)
    now = task.work.parts.by_id(part.id)
    told = [[one.manufacturer, one.model] for one in task.work.parts.fits.of_part(part.id)]
    after = {name: getattr(now, name) for name in _FIELDS} | {"fits": told}
    changed = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    if not changed:
        raise Refused("nothing_to_change")
    shown = {"type", "model", "specification", "fits"} & set(changed)
    label = part_making.queue_label(task, now, replaces=True) if shown else None
    return written(task, Tag.PART_CHANGED, now, label=label, changed=changed)


_FIELDS = (
    "type",
    "manufacturer",
    "model",
    "serial",
    "specification",
    "note",
    "weight_g",
)


def _wanted(part: Part, command: ChangePart) -> dict[str, object]:
    """Return the columns that a command changes."""
    values: dict[str, object] = {}
    for name, longest in _TEXTS.items():
        text = getattr(command, name)
        if text is not None:
            values[name] = part_making.words(text, name, longest)
    if command.type is not None:
        kind = part_rules.types().of(command.type)
        if kind.storage != part_rules.types().of(part.type).storage:
            raise Refused("part_stores_data")
        values["type"] = kind.word
    if command.weight_g is not None:
        values["weight_g"] = part_making.weight(command.weight_g)
    return values | _keys(part, values)


def _keys(part: Part, values: dict[str, object]) -> dict[str, object]:
    """Return what follows from a new serial or model; a medium's serial is the medium's."""
    found: dict[str, object] = {}
    if "serial" in values:
        if part.medium_id is not None:
            raise Refused("part_stores_data")
        serial = normal_serial(str(values["serial"]))
        found |= {"serial": serial, "serial_key": serial_key(serial)}
    if {"manufacturer", "model"} & set(values):
        maker = str(values.get("manufacturer", part.manufacturer))
        model = str(values.get("model", part.model))
        found["model_key"] = part_rules.types().model_key(maker, model)
    return found


@handles(PricePart, Permission.STOCK)
def price_part(task: Task, command: PricePart) -> PartDone:
    """Set what a part is sold for.

    Raises:
        Refused: `nothing_to_change`, `part_unknown`, `part_is_scrapped` and its likes.
        Misused: `part_price`.
    """
    part = part_rules.part_of(task.work, command.part)
    demand(PartAction.CHANGE, part.state, part.code)
    price = _cents(command.price_cents)
    if price == part.price_cents:
        raise Refused("nothing_to_change")
    task.work.parts.change(part.id, price_cents=price)
    changed = {"price_cents": [part.price_cents, price]}
    return written(task, Tag.PART_CHANGED, task.work.parts.by_id(part.id), changed=changed)


@handles(TestPart, Permission.PARTS)
def test_part(task: Task, command: TestPart) -> PartDone:
    """Record how a test went; the label says it from then on.

    Raises:
        Refused: `part_unknown`, `part_is_scrapped` and its likes.
        Misused: `text_missing` when a test failed and nobody says at what.
    """
    part = part_rules.part_of(task.work, command.part)
    demand(PartAction.TEST, part.state, part.code)
    must_say = command.test is PartTest.FAILED
    note = (
        short_text(command.note, "test_note", LONGEST_NOTE)
        if must_say
        else part_making.words(command.note, "test_note", LONGEST_NOTE)
    )
    tested = command.test is not PartTest.UNTESTED
    task.work.parts.change(
        part.id,
        test=command.test.value,
        test_note=note if tested else "",
        tested_at=task.now if tested else None,
        tested_by=task.actor if tested else None,
    )
    now = task.work.parts.by_id(part.id)
    label = part_making.queue_label(task, now, replaces=True)
    return written(
        task, Tag.PART_TESTED, now, label=label, before=part.test, test=now.test, note=note
    )


@handles(MoveParts, Permission.PARTS, entries=Entries.MAYBE)
def move_parts(task: Task, command: MoveParts) -> PartsMoved:
    """Put parts to a place; what is there already is left out.

    Raises:
        Refused: `part_unknown`, `part_is_fitted` and its likes, `place_unknown`.
        Misused: `parts_missing`.
    """
    if not command.parts:
        raise Misused("parts_missing")
    meant = [part_rules.part_of(task.work, text) for text in command.parts]
    parts = {part.code: part for part in meant}
    for part in parts.values():
        demand(PartAction.MOVE, part.state, part.code)
    place, made = places.find_or_make(task, command.place)
    moving = [part for part in parts.values() if part.place_id != place.id]
    if not moving:
        return PartsMoved(place.code, place.name, (), made, changes_of(()))
    codes = tuple(part.code for part in moving)
    head = task.work.journal.append(
        Tag.PART_MOVED,
        codes[0] if len(codes) == 1 else place.code,
        (*codes, place.code),
        place=place.code,
        name=place.name,
        made=made,
        moves=[[part.code, _place_code(task, part)] for part in moving],
    )
    for part in moving:
        task.work.parts.change(
            part.id, place_id=place.id, touched_seq=head.seq, touched_by=task.actor
        )
    return PartsMoved(place.code, place.name, codes, made, changes_of((*codes, place.code)))


def _place_code(task: Task, part: Part) -> str | None:
    found = task.work.places.of_id(part.place_id)
    return None if found is None else found.code


@handles(LabelPart, Permission.PARTS)
def label_part(task: Task, command: LabelPart) -> PartDone:
    """Queue a part's label once more, with what is true now.

    Raises:
        Refused: `part_unknown`.
    """
    part = part_rules.part_of(task.work, command.part)
    job = part_making.queue_label(task, part, replaces=True)
    task.work.journal.append(Tag.LABEL_QUEUED, part.code, job=job, reason="part")
    return PartDone(part, changes_of((part.code,)), job)
