"""Search over everything: devices as the device search finds them, and whatever else has a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import DIGITS, CodeKind, OwnCode, short
from serkut_desk.domain.papers import SERIES
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.plain_text import plain_line
from serkut_desk.domain.scan import ScanKind
from serkut_desk.domain.serials import serial_key
from serkut_desk.stations import finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from serkut_desk.domain.people import Session
    from serkut_desk.records.lookups import Known
    from serkut_desk.records.overview import DeviceLine
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

SHORTEST = 2
"""Characters from which a text is looked for."""
MOST = 8
"""Results of one kind."""
_SERIAL_FROM = 4  # characters from which the beginning of a medium's serial is looked for
_NAME_FROM = 3
_NUMBERED = (
    CodeKind.DEVICE,
    CodeKind.PART,
    CodeKind.WORK_ORDER,
    CodeKind.CONTAINER,
    CodeKind.LOT,
    CodeKind.CERTIFICATE,
    CodeKind.HANDOVER,
)
_SERIES = {series: kind for kind, series in SERIES.items()}
_PAPER = re.compile(r"([A-Za-z]{2})[\s-]*(\d{1,8})|(\d{1,8})")


class HitKind(StrEnum):
    """What was found, in the order in which it is shown; `found.<word>` in the texts."""

    DEVICE = "device"
    MEDIUM = "medium"
    PART = "part"
    ORDER = "order"
    CONTAINER = "container"
    LOT = "lot"
    CERTIFICATE = "certificate"
    HANDOVER = "handover"
    PAPER = "paper"
    PLACE = "place"
    PERSON = "person"


_STATIONS = {
    HitKind.PART: "parts",
    HitKind.ORDER: "repair",
    HitKind.CONTAINER: "containers",
    HitKind.LOT: "intake",
    HitKind.CERTIFICATE: "certificates",
    HitKind.HANDOVER: "handover",
    HitKind.PERSON: "people",
}
# Beginning of the key that says the state of each kind; what is not here has none.
_STATES = {
    HitKind.DEVICE: "state.",
    HitKind.MEDIUM: "medium_state.",
    HitKind.PART: "part.state.",
    HitKind.ORDER: "order_state.",
    HitKind.CONTAINER: "container.state.",
    HitKind.LOT: "found.lot.",
    HitKind.CERTIFICATE: "found.certificate.",
    HitKind.HANDOVER: "found.handover.",
    HitKind.PERSON: "role.",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One result.

    Args:
        kind: What it is.
        code: What people call it: `SD 4217`, a serial, `KU-17`, a short name.
        name: Maker and model, sender, title.
        place: Where it lies, "" when that is not known.
        state: Key of the sentence that says how it stands, "" when none does.
        station: Where it is opened; `devices` shows whatever has no station of its own.
        text: What that station is given as a scan.
        device: Code of the device that it is about, None when it is about none.
        word: Key of the word for what kind of thing it is, "" where `kind` says it all.
    """

    kind: HitKind
    code: str
    name: str
    place: str
    state: str
    station: str
    text: str
    device: str | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Hits:
    """What a text names.

    Args:
        text: As it was asked; stars in place of a secret.
        hits: The results by kind, at most `MOST` of each.
        more: There are more devices than are listed.
        sure: The text is a whole code or number, not a part of something.
    """

    text: str
    hits: tuple[Hit, ...]
    more: bool = False
    sure: bool = False


def search(desk: Desk, session: Session | None, text: str) -> Hits:
    """Return everything that a scanned or typed text names; nothing found is no failure."""
    with desk.reading(session, Permission.SEARCH) as work:
        scan = finding.read(text)
        plain = plain_line(scan.text)
        if scan.kind is ScanKind.SECRET or len(plain) < SHORTEST:
            return Hits(scan.value or scan.text, ())
        person = work.people.by_code(session.person) if session else None
        held = desk.permissions.held(person.role, person.granted) if person else frozenset()
        seeker = _Seeker(work, held)
        own = finding.own_code(scan)
        if own is not None:
            found = tuple(seeker.own(own))
            return Hits(scan.text, found, sure=bool(found))
        devices = finding.find_in(work, scan, MOST)
        found_by_part = map(_device, devices.devices[:MOST])
        hits = (*seeker.numbered(plain), *found_by_part, *seeker.others(plain))
        order = list(HitKind)
        ranked = sorted(dict.fromkeys(hits), key=lambda hit: order.index(hit.kind))
        sure = devices.by in {finding.FoundBy.NUMBER, finding.FoundBy.DEVICE}
        return Hits(scan.text, tuple(ranked), devices.more, sure=sure)


@dataclass(frozen=True, slots=True)
class _Seeker:
    """Looks for what is no device, as far as a person may know it."""

    work: UnitOfWork
    held: frozenset[Permission]

    def own(self, own: OwnCode) -> Iterator[Hit]:
        """Yield what one of our codes names."""
        code, look = str(own), self.work.lookups
        held = {
            CodeKind.PART: (Permission.PARTS, HitKind.PART, look.part),
            CodeKind.WORK_ORDER: (Permission.REPAIR, HitKind.ORDER, look.order),
            CodeKind.CONTAINER: (Permission.CONTAINERS, HitKind.CONTAINER, look.container),
            CodeKind.HANDOVER: (Permission.HAND_OVER, HitKind.HANDOVER, look.handover),
        }
        if own.kind in held:
            needs, kind, ask = held[own.kind]
            yield from (_hit(kind, one) for one in (ask(code) if needs in self.held else ()))
        elif own.kind is CodeKind.DEVICE:
            yield from map(_device, self._devices([code]))
        elif own.kind is CodeKind.MEDIUM:
            yield from self._media(look.medium(code))
        elif own.kind is CodeKind.LOT:
            yield from (_hit(HitKind.LOT, one) for one in look.lot(code))
        elif own.kind is CodeKind.CERTIFICATE:
            found = look.certificate(code)
            yield from (_hit(HitKind.CERTIFICATE, one) for one in found)
            yield from map(_device, self._devices(one.device for one in found))
        elif own.kind is CodeKind.PLACE:
            yield from (_hit(HitKind.PLACE, one) for one in look.place(code))
        elif own.kind is CodeKind.BADGE and Permission.PEOPLE in self.held:
            yield from (_hit(HitKind.PERSON, one) for one in look.people(code, MOST))

    def numbered(self, text: str) -> Iterator[Hit]:
        """Yield what carries exactly this number, as eyes read it from a label."""
        if text.isascii() and text.isdigit() and len(text) <= DIGITS:
            for kind in _NUMBERED:
                yield from self.own(OwnCode(kind, int(text)))

    def others(self, text: str) -> Iterator[Hit]:
        """Yield what is named by a part of its serial or name."""
        look = self.work.lookups
        if Permission.HAND_OVER in self.held:
            yield from self._papers(text)
        key = serial_key(text)
        if len(key) >= _SERIAL_FROM:
            yield from self._media(look.media(key, MOST))
            if Permission.PARTS in self.held:
                yield from (_hit(HitKind.PART, one) for one in look.parts(key, MOST))
        if len(text) >= _NAME_FROM:
            yield from (_hit(HitKind.LOT, one) for one in look.lots(text, MOST))
        yield from (_hit(HitKind.PLACE, one) for one in look.places(text, MOST))
        if Permission.PEOPLE in self.held:
            yield from (_hit(HitKind.PERSON, one) for one in look.people(text, MOST))

    def _papers(self, text: str) -> Iterator[Hit]:
        """Yield papers: `KU-17`, `ku 17`, or the number alone."""
        found = _PAPER.fullmatch(text)
        if found is None:
            return
        series = found[1].upper() if found[1] else None
        if series is not None and series not in _SERIES:
            return
        number = int(found[2] or found[3])
        for one in self.work.lookups.papers(number, series, MOST):
            yield _hit(HitKind.PAPER, one)

    def _media(self, found: Iterable[Known]) -> Iterator[Hit]:
        for one in found:
            yield _hit(HitKind.MEDIUM, one)

    def _devices(self, codes: Iterable[str | None]) -> Iterator[DeviceLine]:
        found = [self.work.devices.by_code(code) for code in codes if code is not None]
        yield from self.work.overview.lines([one.id for one in found if one is not None])


def _device(line: DeviceLine) -> Hit:
    name = f"{line.manufacturer} {line.model}".strip()
    called = " · ".join(filter(None, (name, line.serial)))
    return Hit(
        HitKind.DEVICE,
        short(line.code),
        called,
        line.place or "",
        _STATES[HitKind.DEVICE] + line.state,
        "devices",
        line.code,
        line.code,
    )


def _hit(kind: HitKind, known: Known) -> Hit:
    """Return a result as it is shown and opened."""
    station, text = _STATIONS.get(kind, "devices"), known.code
    if kind is HitKind.MEDIUM:
        text = known.device or ""
    elif kind is HitKind.PAPER:
        station, text = _where_paper(known)
    code = known.name if kind in {HitKind.PLACE, HitKind.PERSON} else short(known.code)
    name = {
        HitKind.PLACE: short(known.code),
        HitKind.PERSON: "",
        HitKind.HANDOVER: "",
        HitKind.MEDIUM: " · ".join(filter(None, (known.name, short(known.device or "")))),
        HitKind.PART: " · ".join(filter(None, (known.name, short(known.device or "")))),
        HitKind.ORDER: " · ".join(filter(None, (known.name, short(known.device or "")))),
    }.get(kind, known.name)
    state = _STATES[kind] + known.state if kind in _STATES and known.state else ""
    words = "fraction." if kind is HitKind.CONTAINER else "part.type."
    word = words + known.kind if known.kind else ""
    place = known.place or ""
    return Hit(kind, code, name, place, state, station, text, known.device, word)


def _where_paper(known: Known) -> tuple[str, str]:
    """Return where a paper is opened: with its handover, its device, or the reports."""
    if known.handover is not None:
        return "handover", known.handover
    return ("reports", known.code) if known.device is None else ("devices", known.device)
