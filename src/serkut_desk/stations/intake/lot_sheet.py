"""A lot's reconciliation as a workbook, from the same frozen content as its PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import short
from serkut_desk.interchange.workbook_out import Column, sheet
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from serkut_desk.domain.lot_papers import LotItem, LotPaperContent
    from serkut_desk.interchange.workbook_out import Cell

_COLUMNS = (
    "outcome", "list_row", "type", "goods", "serial", "inventory", "imei", "code", "cage",
    "came_on", "why", "note", "other_lot", "listed", "counted", "no_serial",
)  # fmt: skip


def lot_sheet(content: LotPaperContent, language: str) -> bytes:
    """Return every line of the list and everything that came, one row each."""
    texts = Texts(language)
    items = [
        *(
            _item(texts, one, "missing", "missing_reason")
            for one in (*content.missing, *content.beside)
        ),
        *(_item(texts, one, "extra", "extra_reason") for one in content.extra),
        *(_item(texts, one, "came", "") for one in content.came),
    ]
    things: list[tuple[Cell, ...]] = [
        (
            _say(texts, "lot.outcome.things"),
            one.row or None,
            None,
            one.name,
            *([None] * 9),
            one.expected,
            one.count,
            None,
        )
        for one in content.things
    ]
    columns = [Column(_say(texts, f"column.{name}")) for name in _COLUMNS]
    title = _say(texts, "reconciliation.sheet", lot=short(content.lot))
    return sheet(title, columns, [*items, *things])


def _item(texts: Texts, one: LotItem, outcome: str, group: str) -> tuple[Cell, ...]:
    late = outcome == "missing" and one.other_lot
    return (
        _say(texts, f"lot.outcome.{'late' if late else outcome}"),
        one.row or None,
        texts.say(f"type.{one.type}") if one.type else None,
        one.description,
        one.serial,
        one.inventory,
        one.imei,
        one.device,
        one.cage,
        one.came_on,
        _say(texts, f"lot.{group}.{one.reason}") if group and one.reason else None,
        one.note,
        one.other_lot,
        None,
        None,
        texts.say(f"intake.no_serial.{one.serial_reason}") if one.serial_reason else None,
    )


def _say(texts: Texts, key: str, /, **fields: object) -> str:
    return texts.say(f"paper.issued.{key}", **fields)
