"""Doubles become one model and can be taken apart again; nothing of either is lost.

The model that is merged keeps its row, its product numbers and the links of its devices, and says
which one it is now. Only blanks of the other are filled; the entry says which, and taking apart
empties those again that still hold what they were given.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.catalogue.commands import (
    KeepApart,
    MergeModels,
    ModelDone,
    ModelsMerged,
    SplitModel,
)
from serkut_desk.stations.catalogue.naming import model_named, name_of, standing, subject
from serkut_desk.stations.handling import Task, handles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.catalogue import ProductModel

_BLANKS = (
    "weee_category",
    "typical_weight_g",
    "storage_slots",
    "checklist",
    "guide",
    "photo",
    "photo_thumb",
)


@handles(MergeModels, Permission.CATALOGUE)
def merge_models(task: Task, command: MergeModels) -> ModelsMerged:
    """Make one of two.

    Raises:
        Refused: `model_unknown`, `model_same`, or `model_types_differ`: kinds that hold data
            differently are settled by a person first.
    """
    work = task.work
    row, into = standing(work, command.of), standing(work, command.into)
    if row.id == into.id:
        raise Refused("model_same", name=name_of(row))
    if row.type != into.type:
        raise Refused("model_types_differ", name=name_of(row), other=name_of(into))
    family = work.catalogue.family(row.id)
    filled = {
        field: getattr(row, field)
        for field in _BLANKS
        if getattr(into, field) is None and getattr(row, field) is not None
    }
    seq = work.journal.next_seq()
    work.catalogue.change(row.id, merged_into_id=into.id, seq=seq)
    work.catalogue.change(into.id, **filled, seq=seq)
    devices = sum(work.catalogue.device_counts(family).values())
    codes = len(work.catalogue.codes_of(family))
    work.journal.append(
        Tag.MODEL_MERGED,
        subject(row.id),
        (subject(into.id),),
        name=name_of(row),
        into=name_of(into),
        into_id=into.id,
        devices=devices,
        codes=codes,
        filled=filled,
    )
    return ModelsMerged(
        into.id,
        name_of(into),
        row.id,
        name_of(row),
        devices,
        codes,
        tuple(filled),
        Changes(models=frozenset({row.id, into.id}), journal=True),
    )


@handles(SplitModel, Permission.CATALOGUE)
def split_model(task: Task, command: SplitModel) -> ModelDone:
    """Take a model out of the one that it was merged into; nobody is asked about the two again.

    Raises:
        Refused: `model_unknown` or `model_not_merged`.
    """
    work = task.work
    row = model_named(work, command.of)
    if row.merged_into_id is None:
        raise Refused("model_not_merged", name=name_of(row))
    into = work.catalogue.by_id(row.merged_into_id)
    assert into is not None
    emptied = _to_empty(task, row, into)
    seq = work.journal.next_seq()
    work.catalogue.change(row.id, merged_into_id=None, seq=seq)
    work.catalogue.change(into.id, **dict.fromkeys(emptied), seq=seq)
    work.catalogue.keep_apart(row.id, into.id, at=task.now, by=task.actor)
    work.journal.append(
        Tag.MODEL_SPLIT,
        subject(row.id),
        (subject(into.id),),
        name=name_of(row),
        into=name_of(into),
        into_id=into.id,
        emptied=list(emptied),
    )
    changes = Changes(models=frozenset({row.id, into.id}), journal=True)
    return ModelDone(row.id, name_of(row), changes)


def _to_empty(task: Task, row: ProductModel, into: ProductModel) -> tuple[str, ...]:
    """Return the fields that the merge filled and that nobody has changed since."""
    merges = (
        json.loads(entry.body)
        for entry in reversed(task.work.journal.about(subject(row.id)))
        if entry.tag == Tag.MODEL_MERGED and entry.subject == subject(row.id)
    )
    last: Mapping[str, Mapping[str, object]] = next(merges, {})
    return tuple(
        field for field, given in last.get("filled", {}).items() if getattr(into, field) == given
    )


@handles(KeepApart, Permission.CATALOGUE)
def keep_apart(task: Task, command: KeepApart) -> ModelDone:
    """Remember that two models are not one.

    Raises:
        Refused: `model_unknown`, `model_same` or `models_apart_already`.
    """
    work = task.work
    row, other = standing(work, command.of), standing(work, command.other)
    if row.id == other.id:
        raise Refused("model_same", name=name_of(row))
    if not work.catalogue.keep_apart(row.id, other.id, at=task.now, by=task.actor):
        raise Refused("models_apart_already", name=name_of(row), other=name_of(other))
    work.journal.append(
        Tag.MODELS_APART,
        subject(row.id),
        (subject(other.id),),
        name=name_of(row),
        other=name_of(other),
    )
    changes = Changes(models=frozenset({row.id, other.id}), journal=True)
    return ModelDone(row.id, name_of(row), changes)
