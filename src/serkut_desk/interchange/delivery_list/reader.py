"""Reads a sender's list from the bytes of a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.delivery_list import DeliveryList, Finding, Remark
from serkut_desk.domain.errors import Refused
from serkut_desk.interchange.delivery_list import limits
from serkut_desk.interchange.delivery_list.assemble import assemble
from serkut_desk.interchange.delivery_list.package import ZIP, refuse_other_kinds
from serkut_desk.interchange.delivery_list.people import masked
from serkut_desk.interchange.delivery_list.text_table import read_text
from serkut_desk.interchange.delivery_list.workbook import read_workbook

if TYPE_CHECKING:
    from serkut_desk.interchange.delivery_list.table import Table

_BLANK = b" \t\r\n;,|"  # what a table of empty cells is made of


def _about_sheets(chosen: Table, others: list[tuple[Table, DeliveryList]]) -> list[Remark]:
    """Say which other sheets hold rows too; they were not read in."""
    remarks = []
    for table, found in others:
        facts = (("sheet", masked(table.sheet)), ("rows", len(found.rows)))
        code = Finding.HIDDEN_SHEET if table.hidden else Finding.OTHER_SHEET
        remarks.append(Remark(code, None, None, (*facts, ("chosen", masked(chosen.sheet)))))
    return remarks


def _choose(tables: list[Table]) -> DeliveryList:
    """Return the list in the sheet with most rows; a hidden sheet only when no other has any.

    Raises:
        Refused: `list_empty`, `list_no_headings`, `list_no_rows`.
    """
    if not any(any(table.rows) for table in tables):
        raise Refused("list_empty")
    read = [(table, found) for table in tables if (found := assemble(table)) is not None]
    if not read:
        raise Refused("list_no_headings")
    filled = [pair for pair in read if pair[1].rows]
    if not filled:
        raise Refused("list_no_rows")
    table, chosen = max(filled, key=lambda pair: (not pair[0].hidden, len(pair[1].rows)))
    others = [pair for pair in filled if pair[0] is not table]
    problems = _about_sheets(table, others)
    notes = []
    if table.hidden:
        facts = (("sheet", masked(table.sheet)), ("rows", len(chosen.rows)))
        problems.append(
            Remark(Finding.HIDDEN_SHEET, None, None, (*facts, ("chosen", masked(table.sheet))))
        )
    if len(tables) > 1:
        facts = (("sheet", masked(table.sheet)), ("sheets", len(tables)))
        notes.append(Remark(Finding.SHEET_CHOSEN, None, None, facts))
    return replace(chosen, problems=(*problems, *chosen.problems), notes=(*notes, *chosen.notes))


def read_delivery_list(content: bytes) -> DeliveryList:
    """Return the delivery list in a CSV, TSV, TXT or XLSX file.

    The kind of file is known from its content; its name is not needed and may lie.

    Args:
        content: The whole file.

    Raises:
        Refused: `list_empty`, `list_no_headings`, `list_no_rows`, `list_too_large`,
            `list_too_long`, `list_too_wide`, `list_bomb`, `list_broken`, `list_encrypted`,
            `list_not_a_table`, or `list_is_*` for kinds of file that are no list.
    """
    if len(content) > limits.MAX_BYTES:
        raise Refused("list_too_large", limit=limits.MAX_BYTES // 1_000_000)
    if not content.strip(_BLANK):
        raise Refused("list_empty")
    refuse_other_kinds(content)
    is_package = content.startswith(ZIP) and content[2:4] in {b"\x03\x04", b"\x05\x06"}
    return _choose(read_workbook(content) if is_package else [read_text(content)])
