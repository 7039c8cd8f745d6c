"""What stands on a label, frozen as plain data when the label is queued, and read back to print.

The data are facts and keys of words, so that a label is printed in the language of the day and
still shows what was true when it was queued.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from serkut_desk.domain import printers
from serkut_desk.domain.clock import local
from serkut_desk.domain.data_state import FREE_OF_DATA, DataState, MediumState
from serkut_desk.domain.labels import (
    Label,
    container_label,
    device_label,
    lot_label,
    medium_label,
    order_label,
    part_label,
    place_label,
)
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.outcomes import Functional
from serkut_desk.domain.weighing import grams_words
from serkut_desk.stations.facts import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from serkut_desk.domain.devices import Device, Place, StorageMedium
    from serkut_desk.domain.lots import Lot
    from serkut_desk.records.containers import Container
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.records.work_orders import WorkOrder
    from serkut_desk.stations.facts import Gathered
    from serkut_desk.texts import Texts

_WORDS = {
    DataState.NO_MEDIA: "label.state.no_media",
    DataState.UNKNOWN: "label.state.unknown",
    DataState.NOT_WIPED: "label.state.not_wiped",
    DataState.TO_REVIEW: "label.state.not_wiped",
    DataState.UNAPPROVED: "label.state.not_wiped",
    DataState.PROVEN: "label.state.wiped",
    DataState.DESTROYED: "label.state.destroyed",
}
_MEDIUM_WORDS = {
    MediumState.PROVEN.value: "label.state.wiped",
    MediumState.DESTROYED.value: "label.state.destroyed",
}


def device_label_data(work: UnitOfWork, gathered: Gathered, at: datetime) -> dict[str, Any]:
    """Return what a device's label shows on the Finnish day of `at`."""
    data = _device_data(gathered, work.lots.by_id(gathered.device.lot_id), at)
    word = _returned_word(gathered)
    if word and work.returns.of_device(gathered.device.id):
        data["state"] = word
    if gathered.facts.grade is not None:
        data["grade"] = gathered.facts.grade.value
        data["functional"] = (gathered.facts.functional or Functional.OK).value
    if gathered.facts.locks:
        # Whatever is known of its data: nothing is done with it before it is free.
        data["state"] = "label.state.quarantine"
    return data


def _returned_word(gathered: Gathered) -> str | None:
    """Return the word for a device that was sold and came back, None once it went on from there."""
    if gathered.data_state not in FREE_OF_DATA:
        return "label.state.returned"
    empty = gathered.data_state is DataState.NO_MEDIA
    waits = gathered.state is DeviceState.WAITING_GRADE
    return "label.state.returned_empty" if empty and waits else None


def _device_data(gathered: Gathered, lot: Lot, at: datetime) -> dict[str, Any]:
    device = gathered.device
    return {
        "kind": "device",
        "code": device.code,
        "model": f"{device.manufacturer} {device.model}".strip(),
        "serial": device.serial,
        "lot": lot.code,
        "day": _day(at),
        "state": _WORDS[gathered.data_state],
    }


def medium_label_data(device: Device, medium: StorageMedium, at: datetime) -> dict[str, Any]:
    """Return what the label of a medium outside its device shows.

    Raises:
        ValueError: It has no code of its own: a bug of the caller.
    """
    if medium.code is None:
        raise ValueError(name_of(medium))
    size = f"{round(medium.capacity_bytes / 10**9)} GB" if medium.capacity_bytes else ""
    return {
        "kind": "medium",
        "code": medium.code,
        "medium_kind": f"kind.{medium.kind.value}",
        "size": size,
        "serial": medium.serial,
        "device": device.code,
        "day": _day(at),
        "state": _MEDIUM_WORDS.get(medium.state, "label.state.not_wiped"),
    }


def part_label_data(part: Part, fits: Sequence[str], at: datetime) -> dict[str, Any]:
    """Return what the label of a part shows; `fits` are the models that it fits."""
    return {
        "kind": "part",
        "code": part.code,
        "part_type": f"part.type.{part.type}",
        "specification": part.specification or part.model,
        # One line of the label holds one model; the screen shows the others.
        "fits": f"{fits[0]} +{len(fits) - 1}" if len(fits) > 1 else "".join(fits),
        "day": _day(at),
        "test": f"label.part.{part.test}",
    }


def order_label_data(device: Device, order: WorkOrder, at: datetime) -> dict[str, Any]:
    """Return what the label of a work order shows."""
    return {
        "kind": "work_order",
        "code": order.code,
        "device": device.code,
        "model": f"{device.manufacturer} {device.model}".strip(),
        "day": _day(at),
    }


def lot_label_data(lot: Lot, sender: str) -> dict[str, Any]:
    """Return what the label of a lot's cage shows."""
    return {"kind": "lot", "code": lot.code, "sender": sender, "day": _day(lot.opened_at)}


def place_label_data(place: Place) -> dict[str, Any]:
    """Return what the label of a shelf shows."""
    return {"kind": "place", "code": place.code, "name": place.name}


def container_label_data(
    container: Container, *, icon: str, hazardous: bool, at: datetime
) -> dict[str, Any]:
    """Return what the label of a container shows; `hazardous` as it is on the day of `at`."""
    return {
        "kind": "container",
        "code": container.code,
        "fraction": f"fraction.{container.fraction}",
        "icon": icon,
        "hazardous": hazardous,
        "tare_g": container.tare_g,
        "name": container.name,
        "day": _day(at),
    }


def queue_label(
    work: UnitOfWork, data: Mapping[str, Any], *, by: str, at: datetime, replaces: bool = False
) -> int:
    """Queue a label for the printer of the house, in the caller's transaction.

    Args:
        work: The open transaction.
        data: From one of the functions above.
        by: Code of the person who acts.
        at: The time of the caller's entry.
        replaces: An older label has to come off; the printing screen asks for it.

    Returns:
        The number of the job, for the caller's entry.
    """
    return work.labels.queue(
        data["code"],
        data["kind"],
        dict(data),
        printer=printers_of(work).default,
        by=by,
        at=at,
        replaces=replaces,
    )


def queue_at_receipt(
    work: UnitOfWork,
    gathered: Gathered,
    *,
    roll: bool,
    by: str,
    at: datetime,
    lot: Lot | None = None,
) -> int | None:
    """Queue the label of a device that was just received.

    Args:
        work: The open transaction.
        gathered: The device with what decides about it.
        roll: A label printed ahead was bound to it, which suffices.
        by: Code of the person who acts.
        at: The time of the caller's entry.
        lot: The lot it came in, where the caller has it at hand.

    Returns:
        The number of the job, None when no label is needed.
    """
    if roll:
        return None
    lot = lot or work.lots.by_id(gathered.device.lot_id)
    data = _device_data(gathered, lot, at)
    return work.labels.queue_first(
        data["code"],
        data["kind"],
        data,
        printer=printers_of(work).default,
        by=by,
        at=at,
    )


def printers_of(work: UnitOfWork) -> printers.Printers:
    """Return the printers of the house."""
    return printers.printers_from(work.house.get(printers.SETTING))


def label_of(data: Mapping[str, Any], texts: Texts) -> Label:
    """Return the label of a job's data, in the language of `texts`."""
    return _MAKERS[data["kind"]](data, texts)


def _day(at: datetime) -> str:
    return local(at).date().isoformat()


def _device(data: Mapping[str, Any], texts: Texts) -> Label:
    return device_label(
        code=data["code"],
        model=data["model"],
        serial=data["serial"],
        lot=data["lot"],
        day=date.fromisoformat(data["day"]),
        state=texts.say(data["state"]),
        serial_word=texts.say("label.serial"),
        grade=_grade_words(data, texts),
        whole=data.get("functional") == Functional.OK.value,
    )


def _grade_words(data: Mapping[str, Any], texts: Texts) -> str:
    """Return what the label says of the grade; labels queued before grading say nothing."""
    if "grade" not in data:
        return ""
    return texts.say(f"label.grade.{data['functional']}", grade=data["grade"])


def _medium(data: Mapping[str, Any], texts: Texts) -> Label:
    return medium_label(
        code=data["code"],
        kind=f"{texts.say(data['medium_kind'])} {data['size']}".strip(),
        serial=data["serial"],
        device=data["device"],
        day=date.fromisoformat(data["day"]),
        state=texts.say(data["state"]),
        serial_word=texts.say("label.serial"),
    )


def _part(data: Mapping[str, Any], texts: Texts) -> Label:
    fits = data["fits"]
    return part_label(
        code=data["code"],
        kind=texts.say(data["part_type"]),
        specification=data["specification"],
        fits=f"{texts.say('label.part.fits')} {fits}" if fits else "",
        day=date.fromisoformat(data["day"]),
        test=texts.say(data["test"]),
    )


def _order(data: Mapping[str, Any], texts: Texts) -> Label:
    return order_label(
        code=data["code"],
        device=data["device"],
        model=data["model"],
        day=date.fromisoformat(data["day"]),
        word=texts.say("label.word.order"),
    )


def _lot(data: Mapping[str, Any], texts: Texts) -> Label:
    return lot_label(
        code=data["code"],
        sender=data["sender"],
        day=date.fromisoformat(data["day"]),
        word=texts.say("label.word.lot"),
    )


def _place(data: Mapping[str, Any], texts: Texts) -> Label:
    return place_label(code=data["code"], name=data["name"], word=texts.say("label.word.place"))


def _container(data: Mapping[str, Any], texts: Texts) -> Label:
    word = "label.word.hazardous" if data["hazardous"] else "label.word.container"
    return container_label(
        code=data["code"],
        fraction=texts.say(data["fraction"]),
        word=texts.say(word),
        tare=texts.say("label.tare", grams=grams_words(data["tare_g"])),
        name=data["name"],
        day=date.fromisoformat(data["day"]),
        icon=data["icon"],
    )


_MAKERS: Mapping[str, Callable[[Mapping[str, Any], Texts], Label]] = {
    "device": _device,
    "medium": _medium,
    "part": _part,
    "work_order": _order,
    "lot": _lot,
    "place": _place,
    "container": _container,
}
