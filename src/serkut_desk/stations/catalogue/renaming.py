"""Another name for a model; the writing that it had goes on finding it.

Lists go on writing a name as they always did. So the old writing stays, as a model that was merged
into this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.stations import modelling
from serkut_desk.stations.catalogue.naming import name_of
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.catalogue import ProductModel
    from serkut_desk.stations.handling import Task

LONGEST_NAME = 80


def named(task: Task, manufacturer: str, model: str, own: int | None = None) -> dict[str, str]:
    """Return a name with its keys, tidy; no other model has it.

    Raises:
        Refused: `model_exists`.
        Misused: `model_name_empty`, or a text is missing or too long.
    """
    manufacturer = short_text(manufacturer, "manufacturer", LONGEST_NAME)
    model = short_text(model, "model", LONGEST_NAME)
    maker_key = modelling.rules().maker_key(manufacturer)
    model_key = modelling.rules().model_key(manufacturer, model)
    if not (maker_key and model_key):
        raise Misused("model_name_empty")
    other = task.work.catalogue.named(maker_key, model_key)
    if other is not None and task.work.catalogue.root_of(other).id != own:
        raise Refused("model_exists", name=name_of(other), model=other.id)
    return {
        "manufacturer": manufacturer,
        "manufacturer_key": maker_key,
        "model": model,
        "model_key": model_key,
    }


def rename(task: Task, row: ProductModel, wanted: dict[str, str]) -> None:
    """Give a model its new name, and keep the old writing where it differs by its key.

    The caller's entry is the next one.
    """
    book, seq = task.work.catalogue, task.work.journal.next_seq()
    old = {field: getattr(row, field) for field in wanted}
    if all(old[key] == wanted[key] for key in ("manufacturer_key", "model_key")):
        book.change(row.id, **wanted, seq=seq)
        return
    alias = book.named(wanted["manufacturer_key"], wanted["model_key"])
    if alias is not None:
        # It bears the name already, as one of its own writings: the two change places.
        book.change(alias.id, model_key=f"#{alias.id}")
    book.change(row.id, **wanted, seq=seq)
    if alias is not None:
        book.change(alias.id, **old, seq=seq)
        return
    book.add(
        **old,
        type=row.type,
        source=row.source.value,
        confirmed=False,
        merged_into_id=row.id,
        made_at=task.now,
        made_by=task.actor,
        seq=seq,
    )
