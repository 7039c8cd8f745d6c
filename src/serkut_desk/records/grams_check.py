"""Holds every gram against the journal: lines, containers, shipments, devices taken apart.

What a recycler is paid for, and what the city is told of, is the sum of these rows: none of them
may be written past the program.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from serkut_desk.domain.events import Tag
from serkut_desk.records import schema
from serkut_desk.records.journal_check import Finding

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

_C, _L, _S, _D = schema.container, schema.fraction_line, schema.shipment, schema.device
_P, _M, _T, _J = schema.part, schema.medium, schema.dismantling, schema.journal
_LINES = (
    select(
        _L.c.id,
        _C.c.code,
        func.coalesce(_P.c.code, _M.c.code, _D.c.code),
        _L.c.fraction,
        _L.c.weight_g,
        _L.c.tolerance_g,
        _L.c.weighed,
    )
    .join(_C, _C.c.id == _L.c.container_id)
    .outerjoin(_P, _P.c.id == _L.c.part_id)
    .outerjoin(_M, _M.c.id == _L.c.medium_id)
    .outerjoin(_T, _T.c.id == _L.c.dismantling_id)
    .outerjoin(_D, _D.c.id == _T.c.device_id)
    .where(_L.c.undone_at.is_(None))
)
_CONTAINERS = select(
    _C.c.code,
    _C.c.fraction,
    _C.c.state,
    _C.c.tare_g,
    _C.c.gross_g,
    _C.c.shipment_id,
    _C.c.waste_code,
)
_APART = select(
    _T.c.id,
    _D.c.code,
    _T.c.state,
    _T.c.weight_in_g,
    _T.c.tolerance_g,
    _T.c.parts_g,
    _T.c.media_g,
    _T.c.remainder_g,
).join(_D, _D.c.id == _T.c.device_id)
_SCRAPPED = (
    select(_P.c.code, _C.c.code)
    .outerjoin(_C, _C.c.id == _P.c.container_id)
    .where(_P.c.state == "scrapped")
)
_Body = dict[str, Any]


@dataclass(slots=True)
class _Told:
    """What the journal says, each thing under its number or code."""

    lines: dict[int, list[Any]] = field(default_factory=dict)
    containers: dict[str, _Body] = field(default_factory=dict)
    shipments: dict[int, str] = field(default_factory=dict)
    apart: dict[int, _Body] = field(default_factory=dict)
    scrapped: dict[str, str] = field(default_factory=dict)

    def opened(self, code: str, body: _Body) -> None:
        """Remember a new container."""
        self.containers[code] = {
            "fraction": body["fraction"],
            "state": "open",
            "tare_g": body["tare_g"],
            "gross_g": None,
            "shipment": None,
            "waste_code": None,
        }

    def changed(self, code: str, body: _Body) -> None:
        """Remember a corrected tare."""
        if "tare_g" in body["after"]:
            self.containers[code]["tare_g"] = body["after"]["tare_g"]

    def filled(self, _subject: str, body: _Body) -> None:
        """Remember grams in a container; a battery that nobody weighed has no line."""
        source: str = body["source"] if "line" in body else body["part"]
        if "line" in body:
            names = ("container", "source", "fraction", "weight_g", "tolerance_g", "weighed")
            self.lines[body["line"]] = [body[name] for name in names]
        self.scrapped[source] = body["container"]

    def destroyed(self, subject: str, body: _Body) -> None:
        """Remember the pieces of media that were destroyed."""
        for one in body["destroyed"]:
            if one["filled"] is not None:
                self.filled(subject, one["filled"])

    def undone(self, _code: str, body: _Body) -> None:
        """Forget grams that were taken out again."""
        self.lines.pop(body["line"], None)
        self.scrapped.pop(body["source"], None)

    def merged(self, code: str, body: _Body) -> None:
        """Let everything that stands in one container stand in another."""
        for number in body["lines"]:
            self.lines[number][0] = body["into"]
        for source, held in self.scrapped.items():
            if held == code:
                self.scrapped[source] = body["into"]
        self.containers[code]["state"] = "merged"

    def sealed(self, code: str, _body: _Body) -> None:
        """Remember a seal."""
        self.containers[code]["state"] = "sealed"

    def unsealed(self, code: str, _body: _Body) -> None:
        """Forget a seal and the weighing out under it."""
        self.containers[code] |= {"state": "open", "gross_g": None}

    def weighed(self, code: str, body: _Body) -> None:
        """Remember a weighing out."""
        self.containers[code]["gross_g"] = body["gross_g"]

    def shipment_opened(self, _subject: str, body: _Body) -> None:
        """Remember a shipment."""
        self.shipments[body["shipment"]] = "open"

    def shipment_changed(self, _subject: str, body: _Body) -> None:
        """Put a container on a shipment, or take it off."""
        on = body["shipment"] if body["what"] == "added" else None
        self.containers[body["container"]]["shipment"] = on

    def cancelled_shipment(self, _subject: str, body: _Body) -> None:
        """Remember a shipment that was given up."""
        self.shipments[body["shipment"]] = "cancelled"
        for code in body["containers"]:
            self.containers[code]["shipment"] = None

    def left(self, _subject: str, body: _Body) -> None:
        """Remember a shipment that left."""
        self.shipments[body["shipment"]] = "left"
        for one in body["containers"]:
            self.containers[one["code"]] |= {"state": "shipped", "waste_code": one["waste_code"]}

    def started(self, device: str, body: _Body) -> None:
        """Remember a device on the bench."""
        if "dismantling" in body:
            self.apart[body["dismantling"]] = {
                "device": device,
                "state": "open",
                "weight_in_g": body.get("weight_in_g"),
                "tolerance_g": body.get("tolerance_g", 0),
                "parts_g": None,
                "media_g": None,
                "remainder_g": None,
            }

    def weighed_in(self, _device: str, body: _Body) -> None:
        """Remember its weight."""
        said = {name: body[name] for name in ("weight_in_g", "tolerance_g")}
        self.apart[body["dismantling"]] |= said

    def ended(self, _device: str, body: _Body) -> None:
        """Remember its balance; without one it is whole again."""
        if "dismantling" in body:
            row = self.apart[body["dismantling"]]
            row["state"] = "closed" if "remainder_g" in body else "cancelled"
            row |= {name: body[name] for name in row if name in body}


_TAKE: dict[Tag, Callable[[_Told, str, _Body], None]] = {
    Tag.CONTAINER_OPENED: _Told.opened,
    Tag.CONTAINER_CHANGED: _Told.changed,
    Tag.CONTAINER_FILLED: _Told.filled,
    Tag.BATTERY_TAKEN: _Told.filled,
    Tag.MEDIA_DESTROYED: _Told.destroyed,
    Tag.FILLING_UNDONE: _Told.undone,
    Tag.CONTAINER_MERGED: _Told.merged,
    Tag.CONTAINER_SEALED: _Told.sealed,
    Tag.CONTAINER_UNSEALED: _Told.unsealed,
    Tag.CONTAINER_WEIGHED: _Told.weighed,
    Tag.SHIPMENT_OPENED: _Told.shipment_opened,
    Tag.SHIPMENT_CHANGED: _Told.shipment_changed,
    Tag.SHIPMENT_CANCELLED: _Told.cancelled_shipment,
    Tag.SHIPMENT_LEFT: _Told.left,
    Tag.DISMANTLING_STARTED: _Told.started,
    Tag.DISMANTLING_WEIGHED: _Told.weighed_in,
    Tag.DISMANTLING_FINISHED: _Told.ended,
    Tag.DISMANTLING_CANCELLED: _Told.ended,
}
_ENTRIES = (
    select(_J.c.tag, _J.c.subject, _J.c.body)
    .where(_J.c.tag.in_([tag.value for tag in _TAKE]))
    .order_by(_J.c.seq)
)


def check_grams(connection: Connection) -> tuple[Finding, ...]:
    """Return every container, device, part and shipment of which the journal says otherwise.

    Grams that no entry put there or that are gone, another tare or weighing out, another waste
    code, a shipment that left without an entry, another weight or balance of a device.
    """
    told = _Told()
    for tag, subject, body in connection.execute(_ENTRIES):
        _TAKE[Tag(tag)](told, subject, json.loads(body))
    wrong = _differing(told.lines, {row[0]: [*row[1:]] for row in connection.execute(_LINES)}, 0)
    rows = {row[0]: list(row[1:]) for row in connection.execute(_CONTAINERS)}
    wrong |= _differing({code: [*one.values()] for code, one in told.containers.items()}, rows)
    rows = {row[0]: [*row[1:]] for row in connection.execute(_APART)}
    wrong |= _differing({number: [*one.values()] for number, one in told.apart.items()}, rows, 0)
    shipments = connection.execute(select(_S.c.id, _S.c.state))
    sent = {f"shipment-{number}": state for number, state in shipments}
    said = {f"shipment-{number}": state for number, state in told.shipments.items()}
    wrong |= _differing(said, sent)
    parts = {code: box for code, box in told.scrapped.items() if code.startswith("OS")}
    wrong |= _differing(parts, {row[0]: row[1] for row in connection.execute(_SCRAPPED)})
    return tuple(Finding("records", None, about) for about in sorted(wrong))


def _differing(told: dict[Any, Any], rows: dict[Any, Any], name: int | None = None) -> set[str]:
    """Return what differs, by its key or by what stands at `name` in it."""
    differ = {key for key in told.keys() | rows.keys() if told.get(key) != rows.get(key)}
    if name is None:
        return {str(key) for key in differ}
    return {str((rows.get(key) or told[key])[name]) for key in differ}
