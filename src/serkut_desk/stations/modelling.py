"""The catalogue of models for every station: what one device of a kind tells of the next.

Nothing here writes a journal entry: the caller writes the one entry **next** and names in it what
`learn` returned, as `model=model.id`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.catalogue import ModelSource
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.model_keys import ModelRules, code_key, model_rules, tac_of
from serkut_desk.stations.rules import device_types

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from serkut_desk.domain.catalogue import ProductModel
    from serkut_desk.domain.devices import Device
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.handling import Task


@cache
def rules() -> ModelRules:
    """Return how models are compared."""
    return model_rules(
        shipped.json_resource("intake", "list_columns.json")["manufacturers"],
        shipped.json_resource("catalogue", "rules.json"),
    )


@cache
def categories() -> Mapping[str, str | None]:
    """Return the WEEE category that each kind of device has as a rule."""
    types: Mapping[str, str | None] = shipped.json_resource("catalogue", "weee.json")["types"]
    return types


@cache
def category_words() -> tuple[str, ...]:
    """Return the keys of the WEEE categories, in their order."""
    listed = shipped.json_resource("catalogue", "weee.json")["categories"]
    return tuple(str(one["key"]) for one in listed)


@cache
def checklists() -> tuple[str, ...]:
    """Return the keys of the checklists that a model may ask for, from the newest version."""
    return tuple(_newest("grading", "*_checks.json")["classes"])


@cache
def guides() -> tuple[str, ...]:
    """Return the keys of the guides by which a model may be taken apart, likewise."""
    return tuple(_newest("dismantling", "*_guides.json")["guides"])


def _newest(folder: str, names: str) -> Mapping[str, Mapping[str, object]]:
    name = max(path.name for path in shipped.resource(folder).glob(names))
    found: Mapping[str, Mapping[str, object]] = shipped.json_resource(folder, name)
    return found


def known_model(
    work: UnitOfWork, *, manufacturer: str, model: str, code: str = "", imei: str = ""
) -> ProductModel | None:
    """Return the model that these name; what was merged answers as what it is now.

    A product number that is known wins over the name, since lists write names as they like; then
    the name; then what the number shares with those of one known model (`domain/model_keys`).

    Args:
        work: Any transaction.
        manufacturer: As written anywhere; may be empty when only a code is known.
        model: As written anywhere.
        code: Product number, machine type and model, part number.
        imei: Of a phone; its first eight digits are a code, too.
    """
    book = work.catalogue
    keys = [key for one in (code, tac_of(imei)) if (key := code_key(one))]
    found = next((one for key in keys if (one := book.by_code(key)) is not None), None)
    if found is None and (name := rules().model_key(manufacturer, model)):
        maker = rules().maker_key(manufacturer)
        found = book.named(maker, name) if maker else _only(work, book.of_any_maker(name))
    if found is None and code and (stem := rules().stem_of(code)):
        found = _only(work, book.by_stem(stem))
    return None if found is None else book.root_of(found)


def _only(work: UnitOfWork, models: Iterable[ProductModel]) -> ProductModel | None:
    """Return the one model that all of these are; None when they are several."""
    roots = {one.id: one for one in map(work.catalogue.root_of, models)}
    return next(iter(roots.values())) if len(roots) == 1 else None


def believed_type(model: ProductModel) -> DeviceType | None:
    """Return the kind that a model gives a device of which nobody says what it is.

    None while a person has to say it: that a kind may hold no data is believed of a model only
    when a supervisor has confirmed it, so that one slip does not let whole series past gate 1.
    """
    kind = DeviceType(model.type)
    always = not device_types()[kind].bears_data.less_than(
        device_types()[DeviceType.LAPTOP].bears_data
    )
    return kind if model.confirmed or always else None


def learn(
    task: Task,
    device: Device,
    *,
    source: ModelSource,
    slots: int | None = None,
    weight_g: int | None = None,
    codes: Iterable[str] = (),
    known: ProductModel | None = None,
) -> ProductModel | None:
    """Link a device to its model, made when it is the first of its kind.

    Only blanks of a model are filled; what stands in it stays. While nobody has confirmed it, a
    device of a kind that holds data more often makes the model of that kind (gate 1).

    Args:
        task: The caller's, in a writing transaction; the caller's entry is the next one.
        device: As it stands in the records.
        source: Where its manufacturer and model are known from.
        slots: How many storage media this kind can hold, when that is told.
        weight_g: Of one without accessories; the device's own weight when left out.
        codes: Product numbers besides the device's own.
        known: What `known_model` returned of this device, when the caller has asked already.

    Returns:
        The model as it is now, merged ones resolved; None while maker or model is unknown and no
        code is.
    """
    book = task.work.catalogue
    found = known or known_model(
        task.work,
        manufacturer=device.manufacturer,
        model=device.model,
        code=device.product,
        imei=device.imei,
    )
    if found is None:
        if not (rules().maker_key(device.manufacturer) and _name(device)):
            return None
        found = _made(task, device, source)
    own = _own(task.work, device, found)
    book.link(device.id, own.id)
    _fill(task, found, device, slots=slots, weight_g=weight_g or device.weight_g)
    for code in (device.product, tac_of(device.imei), *codes):
        add_code(task, own, code)
    return book.by_id(found.id)


def learn_anew(task: Task, device: Device) -> ProductModel | None:
    """Link a device whose maker, model or kind somebody corrected: what they wrote wins.

    Its numbers named the model that it is said not to be; they stay where they are. Without a
    name it is no model's any more.

    Args:
        task: As of `learn`.
        device: As it stands now.
    """
    named = known_model(task.work, manufacturer=device.manufacturer, model=device.model)
    if named is None and not _name(device):
        task.work.catalogue.unlink(device.id)
        return None
    if named is None and rules().maker_key(device.manufacturer):
        named = _made(task, device, ModelSource.PERSON)
    return learn(task, device, source=ModelSource.PERSON, known=named)


def unlearn(task: Task, device: Device) -> None:
    """Let the product numbers name nothing that a receipt taught which is undone now.

    Else a sticker that was scanned by mistake would name the wrong model to everybody. The model
    itself stays for a supervisor to look at. The caller's entry is the next one.
    """
    book = task.work.catalogue
    for code in (device.product, tac_of(device.imei)):
        row = book.code_row(key) if (key := code_key(code)) else None
        if row is None or (row.at, row.by) != (device.received_at, device.received_by):
            continue
        book.codes.drop(row.id)
        holder = book.by_id(row.model_id)
        assert holder is not None, "models stay"
        touch(task, holder)


def slots_of(work: UnitOfWork, device_id: int) -> int | None:
    """Return how many storage media a device's model can hold; None when nobody knows."""
    model = model_of(work, device_id)
    return None if model is None else model.storage_slots


def model_of(work: UnitOfWork, device_id: int) -> ProductModel | None:
    """Return the model of a device, merged ones resolved; None when it is not known."""
    found = work.catalogue.of_device(device_id)
    return None if found is None else work.catalogue.root_of(found)


def checklist_of(work: UnitOfWork, device: Device) -> str:
    """Return the key of the checklist that a device is graded by: its model's, else its type's."""
    model = model_of(work, device.id)
    return (model.checklist if model else None) or device.type


def guide_of(work: UnitOfWork, device: Device) -> str | None:
    """Return the key of the guide that a device's model is taken apart by, None for its type's."""
    model = model_of(work, device.id)
    return model.guide if model else None


def weight_of(work: UnitOfWork, device: Device) -> int | None:
    """Return what a device weighs in grams: itself, else as its model does as a rule."""
    if device.weight_g:
        return device.weight_g
    model = model_of(work, device.id)
    return model.typical_weight_g if model else None


def add_code(task: Task, model: ProductModel, code: str) -> bool:
    """Let a product number name a model, unless one is named by it already; tell whether it does.

    The caller's entry is the next one.
    """
    key = code_key(code)
    if not key or task.work.catalogue.code_row(key) is not None:
        return False
    task.work.catalogue.codes.add(
        model_id=model.id, code=code, code_key=key, at=task.now, by=task.actor
    )
    touch(task, model)
    return True


def _name(device: Device) -> str:
    return rules().model_key(device.manufacturer, device.model)


def _own(work: UnitOfWork, device: Device, model: ProductModel) -> ProductModel:
    """Return what to link: the model of the device's own name, when that was merged into this one.

    So a device follows its name when the two are taken apart again.
    """
    maker, name = rules().maker_key(device.manufacturer), _name(device)
    if (maker, name) == (model.manufacturer_key, model.model_key):
        return model
    own = work.catalogue.named(maker, name)
    if own is not None and work.catalogue.root_of(own).id == model.id:
        return own
    return model


def _made(task: Task, device: Device, source: ModelSource) -> ProductModel:
    number = task.work.catalogue.add(
        manufacturer=device.manufacturer,
        manufacturer_key=rules().maker_key(device.manufacturer),
        model=device.model,
        model_key=_name(device),
        type=device.type,
        weee_category=categories()[device.type],
        source=source.value,
        confirmed=False,
        made_at=task.now,
        made_by=task.actor,
        seq=task.work.journal.next_seq(),
    )
    made = task.work.catalogue.by_id(number)
    assert made is not None
    return made


def _fill(
    task: Task, model: ProductModel, device: Device, *, slots: int | None, weight_g: int | None
) -> None:
    told: dict[str, object] = {}
    if slots is not None and model.storage_slots is None:
        told["storage_slots"] = slots
    if weight_g and model.typical_weight_g is None:
        told["typical_weight_g"] = weight_g
    kinds = device_types()
    stricter = kinds[DeviceType(model.type)].bears_data.less_than(
        kinds[DeviceType(device.type)].bears_data
    )
    if stricter and not model.confirmed:
        told |= {"type": device.type, "weee_category": categories()[device.type]}
    if told:
        task.work.catalogue.change(model.id, **told, seq=task.work.journal.next_seq())


def touch(task: Task, model: ProductModel) -> None:
    """Remember that the caller's entry, the next one, changes a model."""
    task.work.catalogue.change(model.id, seq=task.work.journal.next_seq())
