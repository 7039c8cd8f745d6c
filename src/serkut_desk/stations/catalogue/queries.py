"""What screens and the command line read of the catalogue."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from serkut_desk import shipped
from serkut_desk.domain.clock import from_text
from serkut_desk.domain.model_doubles import Why, doubles, figures_of
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import model_search, modelling
from serkut_desk.stations.catalogue.naming import model_named, name_of, subject
from serkut_desk.stations.known_device import device_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from serkut_desk.domain.catalogue import ProductModel
    from serkut_desk.domain.journal import Entry
    from serkut_desk.domain.people import Session
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

MOST_LISTED = 200
_NEWEST_DEVICES = 12
# Names whose letters are alike so far are two writings of one.
_ALIKE = 85.0
_SHORTEST_PART = 4


@dataclass(frozen=True, slots=True)
class ModelLine:
    """One model of the list.

    Args:
        model: Its number.
        weee_category: A key of `catalogue/weee.json`, None when unknown.
        devices: How many were received of it, in every writing.
        merged_into: Number of the model that it turned out to be.
        thumb: SHA-256 of its small picture.
    """

    model: int
    manufacturer: str
    name: str
    type: str
    weee_category: str | None
    weight_g: int | None
    slots: int | None
    checklist: str | None
    guide: str | None
    source: str
    confirmed: bool
    devices: int
    merged_into: int | None
    thumb: str | None

    @property
    def whole_name(self) -> str:
        """Maker and model."""
        return f"{self.manufacturer} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Writing:
    """A model that turned out to be another: another writing of its name, or a double."""

    model: int
    name: str
    devices: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoublePair:
    """Two models that are likely one, and why."""

    one: ModelLine
    other: ModelLine
    why: Why


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry about a model: `key` is its sentence, `facts` the values of its fields."""

    seq: int
    at: datetime
    tag: str
    key: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ModelPage:
    """Everything about one model.

    Args:
        line: As in the list.
        photo: SHA-256 of its picture.
        codes: Product numbers of the model and of what was merged into it.
        writings: What was merged into it.
        devices: Codes of the newest that were received.
        doubles: Which others it may be.
        made_at: When it came into the catalogue.
        history: Its entries, the newest first.
    """

    line: ModelLine
    photo: str | None
    codes: tuple[str, ...]
    writings: tuple[Writing, ...]
    devices: tuple[str, ...]
    doubles: tuple[DoublePair, ...]
    made_at: datetime
    history: tuple[HistoryLine, ...]


def listing(
    desk: Desk,
    session: Session | None,
    text: str = "",
    *,
    unconfirmed: bool = False,
    limit: int = MOST_LISTED,
) -> tuple[ModelLine, ...]:
    """Return models: with a text what it may mean, the best first; else all, by name.

    Args:
        desk: The workshop.
        session: Who asks.
        text: What is searched; misspelled is found, too.
        unconfirmed: Only those that nobody has looked at.
        limit: How many at most.
    """
    with desk.reading(session, Permission.SEARCH) as work:
        if text.strip():
            hits = model_search.find(desk.database, work, text, limit)
            rows = [one for hit in hits if (one := work.catalogue.by_id(hit.model)) is not None]
            if unconfirmed:
                rows = [one for one in rows if not one.confirmed]
        else:
            rows = work.catalogue.listed(unconfirmed=unconfirmed, limit=limit)
        return _lines(work, rows)


def page(desk: Desk, session: Session | None, text: str) -> ModelPage:
    """Return one model; of one that was merged, the one that it is now.

    Raises:
        Refused: `model_unknown`.
    """
    with desk.reading(session, Permission.SEARCH) as work:
        row = work.catalogue.root_of(model_named(work, text))
        family = work.catalogue.family(row.id)
        counts = work.catalogue.device_counts(family)
        codes: dict[int, list[str]] = {}
        for code in work.catalogue.codes_of(family):
            codes.setdefault(code.model_id, []).append(code.code)
        merged = [one for number in family[1:] if (one := work.catalogue.by_id(number))]
        return ModelPage(
            _line(row, sum(counts.values())),
            row.photo,
            tuple(sorted(code for own in codes.values() for code in own)),
            tuple(
                Writing(one.id, name_of(one), counts.get(one.id, 0), tuple(codes.get(one.id, ())))
                for one in merged
            ),
            tuple(work.catalogue.device_codes(family, _NEWEST_DEVICES)),
            _doubles_of(work, row),
            row.made_at,
            tuple(map(_told, reversed(work.journal.about(subject(row.id))))),
        )


def of_device(desk: Desk, session: Session | None, code: str) -> int | None:
    """Return the number of a device's model; None when it is not known.

    Raises:
        Refused: `device_unknown`.
    """
    with desk.reading(session, Permission.SEARCH) as work:
        device = device_of(work, code)
        found = modelling.model_of(work, device.id)
        return None if found is None else found.id


def likely_doubles(desk: Desk, session: Session | None) -> tuple[DoublePair, ...]:
    """Return every pair of models that is likely one, those that share numbers first."""
    with desk.reading(session, Permission.CATALOGUE) as work:
        codes = [(number, code) for number, code, _ in work.catalogue.every_code()]
        return _pairs(work, work.catalogue.listed(), codes)


def unconfirmed_count(desk: Desk, session: Session | None) -> int:
    """Return how many models nobody has looked at."""
    with desk.reading(session, Permission.SEARCH) as work:
        return work.catalogue.count_unconfirmed()


def category_names(language: str) -> Mapping[str, str]:
    """Return the WEEE categories by key in a language, with their number; in their order."""
    listed = shipped.json_resource("catalogue", "weee.json")["categories"]
    return {
        str(one["key"]): f"{one['number']} {one['words'].get(language) or one['words']['en']}"
        for one in listed
    }


def thumb(desk: Desk, session: Session | None, digest: str) -> bytes:
    """Return the bytes of a model's picture.

    Raises:
        Unavailable: It is gone or was changed.
    """
    with desk.reading(session, Permission.SEARCH):
        return desk.files.read(digest)


def _doubles_of(work: UnitOfWork, row: ProductModel) -> tuple[DoublePair, ...]:
    book, rules = work.catalogue, modelling.rules()
    figures = figures_of(row.model)
    near = {one.id: one for one in book.of_maker(row.manufacturer_key)}
    near = {number: one for number, one in near.items() if figures_of(one.model) == figures}
    own = {stem for code in book.codes_of([row.id]) if (stem := rules.stem_of(code.code))}
    for stem in own:
        near |= {one.id: one for one in book.by_stem(stem) if one.merged_into_id is None}
    codes = [(one.model_id, one.code) for one in book.codes_of(near)]
    pairs = _pairs(work, list(near.values()), codes)
    return tuple(pair for pair in pairs if row.id in {pair.one.model, pair.other.model})


def _pairs(
    work: UnitOfWork, rows: Sequence[ProductModel], codes: Sequence[tuple[int, str]]
) -> tuple[DoublePair, ...]:
    known = {one.id: one for one in rows}
    stems: dict[int, set[str]] = {}
    for number, code in codes:
        if number in known and (stem := modelling.rules().stem_of(code)):
            stems.setdefault(number, set()).add(stem)
    found = doubles(rows, stems, work.catalogue.apart(), modelling.rules().variants, _alike)
    wanted = [known[number] for one in found for number in (one.one, one.other)]
    lines = {line.model: line for line in _lines(work, wanted)}
    return tuple(DoublePair(lines[one.one], lines[one.other], one.why) for one in found)


def _told(entry: Entry) -> HistoryLine:
    key = "event." + entry.tag.replace(":", ".")
    return HistoryLine(entry.seq, from_text(entry.at), entry.tag, key, json.loads(entry.body))


def _alike(one: str, other: str) -> bool:
    """Tell whether two names may be one: misspelled, or one of them with words left out."""
    if one == other or not (one and other):
        return True
    part = fuzz.partial_ratio(one, other) if min(len(one), len(other)) >= _SHORTEST_PART else 0.0
    return max(fuzz.ratio(one, other), part) >= _ALIKE


def _lines(work: UnitOfWork, rows: Sequence[ProductModel]) -> tuple[ModelLine, ...]:
    counts = work.catalogue.family_counts([row.id for row in rows])
    return tuple(_line(row, counts.get(row.id, 0)) for row in rows)


def _line(row: ProductModel, devices: int) -> ModelLine:
    return ModelLine(
        row.id,
        row.manufacturer,
        row.model,
        row.type,
        row.weee_category,
        row.typical_weight_g,
        row.storage_slots,
        row.checklist,
        row.guide,
        row.source.value,
        row.confirmed,
        devices,
        row.merged_into_id,
        row.photo_thumb,
    )
