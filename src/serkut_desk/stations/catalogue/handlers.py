"""Adding and correcting models; merging belongs to this station, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.catalogue import MOST_SLOTS, ModelSource
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.model_keys import code_key
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.serials import normal_serial
from serkut_desk.domain.weighing import HEAVIEST_G
from serkut_desk.stations import modelling, photo_keeping
from serkut_desk.stations.catalogue import renaming
from serkut_desk.stations.catalogue.commands import (
    AddModel,
    AddModelCode,
    CodeDone,
    ModelDone,
    RemoveModelCode,
    SetModel,
)
from serkut_desk.stations.catalogue.merging import keep_apart, merge_models, split_model
from serkut_desk.stations.catalogue.naming import name_of, standing, subject
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.catalogue import ProductModel
    from serkut_desk.domain.photos import PreparedPhoto
    from serkut_desk.stations.desk import Desk

__all__ = [
    "add_code",
    "add_model",
    "keep_apart",
    "merge_models",
    "remove_code",
    "set_model",
    "split_model",
]

_LONGEST_CODE = 80


def done(task: Task, number: int) -> ModelDone:
    """Return what a command about one model answers."""
    row = task.work.catalogue.by_id(number)
    assert row is not None
    return ModelDone(number, name_of(row), Changes(models=frozenset({number}), journal=True))


@handles(AddModel, Permission.CATALOGUE)
def add_model(task: Task, command: AddModel) -> ModelDone:
    """Add a model of which no device has come yet.

    Raises:
        Refused: `model_exists`.
        Misused: A text is missing or too long.
    """
    work = task.work
    names = renaming.named(task, command.manufacturer, command.model)
    number = work.catalogue.add(
        **names,
        type=command.type.value,
        weee_category=modelling.categories()[command.type.value],
        source=ModelSource.PERSON.value,
        confirmed=True,
        made_at=task.now,
        made_by=task.actor,
        seq=work.journal.next_seq(),
    )
    work.journal.append(
        Tag.MODEL_MADE,
        subject(number),
        name=f"{names['manufacturer']} {names['model']}",
        type=command.type.value,
    )
    return done(task, number)


def _prepared(_desk: Desk, command: SetModel) -> PreparedPhoto | None:
    return photo_keeping.prepare_photo(command.photo) if command.photo else None


@handles(SetModel, Permission.CATALOGUE, prepare=_prepared)
def set_model(task: Task, command: SetModel) -> ModelDone:
    """Correct what is known of a model; what was merged is corrected as what it is now.

    Raises:
        Refused: `model_unknown`, `model_exists`, `nothing_to_change`, or what a picture lacks.
        Misused: A value is no weight, no number of media or no word of its vocabulary.
    """
    work = task.work
    row = standing(work, command.of)
    names = _named(task, command, row)
    wanted = {**names, **_told(task, command)}
    changed = {field: new for field, new in wanted.items() if getattr(row, field) != new}
    if not changed:
        raise Misused("nothing_to_change")
    said = {field: new for field, new in changed.items() if not field.endswith("_key")}
    if names:
        renaming.rename(task, row, names)
    work.catalogue.change(row.id, **changed, seq=work.journal.next_seq())
    work.journal.append(
        Tag.MODEL_CHANGED,
        subject(row.id),
        name=name_of(row),
        before={field: getattr(row, field) for field in said},
        after=said,
    )
    return done(task, row.id)


def _named(task: Task, command: SetModel, row: ProductModel) -> dict[str, str]:
    """Return the name as it is to be, with its keys; nothing when it stays."""
    maker = row.manufacturer if command.manufacturer is None else command.manufacturer
    model = row.model if command.model is None else command.model
    if (maker, model) == (row.manufacturer, row.model):
        return {}
    return renaming.named(task, maker, model, row.id)


def _told(task: Task, command: SetModel) -> dict[str, object]:
    """Return the other fields that were given, in the form in which they are kept."""
    told: dict[str, object] = {}
    if command.type is not None:
        told["type"] = command.type.value
        if command.weee_category is None:
            told["weee_category"] = modelling.categories()[command.type.value]
    words = {
        "weee_category": (command.weee_category, modelling.category_words()),
        "checklist": (command.checklist, modelling.checklists()),
        "guide": (command.guide, modelling.guides()),
    }
    for field, (given, known) in words.items():
        if given is not None:
            told[field] = _word(field, given, known)
    if command.confirmed is not None:
        told["confirmed"] = command.confirmed
    return told | _figures(command) | _photo(task, command)


def _figures(command: SetModel) -> dict[str, object]:
    """Return weight and number of media, where they were given."""
    told: dict[str, object] = {}
    if command.weight_g is not None:
        if not 0 <= command.weight_g <= HEAVIEST_G:
            raise Misused("model_weight_wrong", weight_g=command.weight_g)
        told["typical_weight_g"] = command.weight_g or None
    if command.slots is not None and not 0 <= command.slots <= MOST_SLOTS:
        raise Misused("model_slots_wrong", slots=command.slots, most=MOST_SLOTS)
    if command.slots is not None or command.slots_unknown:
        told["storage_slots"] = None if command.slots_unknown else command.slots
    return told


def _word(field: str, given: str, known: tuple[str, ...]) -> str | None:
    if given and given not in known:
        raise Misused("model_word_unknown", field=field, given=given, known=", ".join(known))
    return given or None


def _photo(task: Task, command: SetModel) -> dict[str, object]:
    if command.photo is None:
        return {}
    prepared: PreparedPhoto | None = task.prepared
    if prepared is None:
        return {"photo": None, "photo_thumb": None}
    files = task.desk.files
    return {"photo": files.keep(prepared.image), "photo_thumb": files.keep(prepared.thumb)}


@handles(AddModelCode, Permission.CATALOGUE)
def add_code(task: Task, command: AddModelCode) -> CodeDone:
    """Let a product number name a model.

    Raises:
        Refused: `model_unknown`, `model_code_known` or `model_code_taken`.
        Misused: `model_code_wrong`.
    """
    work = task.work
    row = standing(work, command.of)
    code = normal_serial(short_text(command.code, "code", _LONGEST_CODE))
    key = code_key(code)
    if not key:
        raise Misused("model_code_wrong", given=code)
    there = work.catalogue.code_row(key)
    was = None
    if there is not None:
        holder = work.catalogue.by_id(there.model_id)
        assert holder is not None
        if work.catalogue.root_of(holder).id == row.id:
            raise Refused("model_code_known", given=there.code, name=name_of(row))
        if not command.move:
            raise Refused("model_code_taken", given=there.code, name=name_of(holder))
        work.catalogue.codes.drop(there.id)
        modelling.touch(task, holder)
        was = holder.id
    modelling.add_code(task, row, code)
    work.journal.append(
        Tag.MODEL_CODE_ADDED,
        subject(row.id),
        () if was is None else (subject(was),),
        name=name_of(row),
        code=code,
        was=was,
    )
    models = frozenset({row.id} if was is None else {row.id, was})
    return CodeDone(row.id, name_of(row), code, was, Changes(models=models, journal=True))


@handles(RemoveModelCode, Permission.CATALOGUE)
def remove_code(task: Task, command: RemoveModelCode) -> CodeDone:
    """Let a product number name nothing.

    Raises:
        Refused: `model_unknown` or `model_code_unknown`.
    """
    work = task.work
    row = standing(work, command.of)
    there = work.catalogue.code_row(code_key(command.code))
    if there is None or there.model_id not in work.catalogue.family(row.id):
        raise Refused("model_code_unknown", given=command.code[:_LONGEST_CODE], name=name_of(row))
    work.catalogue.codes.drop(there.id)
    holder = work.catalogue.by_id(there.model_id)
    assert holder is not None
    modelling.touch(task, holder)
    work.journal.append(Tag.MODEL_CODE_REMOVED, subject(row.id), name=name_of(row), code=there.code)
    changes = Changes(models=frozenset({row.id}), journal=True)
    return CodeDone(row.id, name_of(row), there.code, row.id, changes)
