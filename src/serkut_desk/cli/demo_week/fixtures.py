"""The shipped files of the story: what arrives, and what the senders promised."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.cli.demo_week.fates import Fate
from serkut_desk.domain.declared_medium import GIGABYTE, DeclaredMedium
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.media import DataClass, MediumKind

if TYPE_CHECKING:
    from collections.abc import Mapping

_MACHINES = "viikko.csv"
# What has no drive that one could take out: the device itself is the medium.
_WHOLE = "phone"


@dataclass(frozen=True, slots=True)
class Drive:
    """One medium in a machine."""

    model: str
    serial: str
    kind: MediumKind
    gigabytes: int

    def declared(self) -> DeclaredMedium:
        """Return what a person says of it."""
        return DeclaredMedium(self.serial, self.kind, self.gigabytes * GIGABYTE)


@dataclass(frozen=True, slots=True)
class Machine:
    """One device that arrives.

    Args:
        lot: Number of its delivery, from 1.
        listed: The sender's list names it.
        type: What it is.
        maker: Who made it.
        model: What they call it.
        serial: On its label.
        inventory: The sender's number, "" without one.
        imei: Of a phone, "" without one.
        grams: What it weighs.
        drives: What holds data in it.
        fate: How the week ends for it.
    """

    lot: int
    listed: bool
    type: DeviceType
    maker: str
    model: str
    serial: str
    inventory: str
    imei: str
    grams: int
    drives: tuple[Drive, ...]
    fate: Fate


@dataclass(frozen=True, slots=True)
class Delivery:
    """One lot as it is announced."""

    sender: str
    list_name: str
    data_class: DataClass

    def manifest(self) -> bytes:
        """Return the sender's list."""
        return shipped.resource("demo", self.list_name).read_bytes()


DELIVERIES = (
    Delivery(
        "Kasvatus ja koulutus / Esimerkin yläkoulu",
        "lista-1-ylakoulu.csv",
        DataClass.ORDINARY,
    ),
    Delivery(
        "Kulttuuri ja vapaa-aika / Esimerkin kirjasto",
        "lista-2-kirjasto.csv",
        DataClass.ORDINARY,
    ),
    Delivery(
        "Sosiaali-, terveys- ja pelastustoimiala / Esimerkin terveysasema",
        "lista-3-terveysasema.csv",
        DataClass.CONFIDENTIAL,
    ),
    Delivery(
        "Kaupunkiympäristö / Esimerkin toimisto",
        "lista-4-toimisto.csv",
        DataClass.ORDINARY,
    ),
)


@cache
def machines(most: int | None = None) -> tuple[Machine, ...]:
    """Return what arrives, in the order in which it does.

    Args:
        most: At most so many of one fate; None for everything.
    """
    text = shipped.resource("demo", _MACHINES).read_text(encoding="utf-8")
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    taken: Counter[Fate] = Counter()
    found = []
    for machine in map(_machine, rows):
        taken[machine.fate] += 1
        if most is None or taken[machine.fate] <= most:
            found.append(machine)
    return tuple(found)


def _machine(row: Mapping[str, str]) -> Machine:
    return Machine(
        lot=int(row["lot"]),
        listed=bool(row["listed"]),
        type=DeviceType(row["type"]),
        maker=row["maker"],
        model=row["model"],
        serial=row["serial"],
        inventory=row["inventory"],
        imei=row["imei"],
        grams=int(row["grams"]),
        drives=_drives(row),
        fate=Fate(row["fate"]),
    )


def _drives(row: Mapping[str, str]) -> tuple[Drive, ...]:
    if row["media"] == _WHOLE:
        return (Drive("", row["serial"], MediumKind.PHONE, 64),)
    found = (text.split("|") for text in row["media"].split("+") if text)
    return tuple(
        Drive(model, serial, MediumKind(kind), int(size)) for model, serial, kind, size in found
    )
