"""A delivery list in words, for its preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain import codes
from serkut_desk.ui import device_words
from serkut_desk.ui.stations.intake.views import PreviewRow, PreviewView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.domain.delivery_list import ListRow, Remark
    from serkut_desk.stations.intake.queries import Preview
    from serkut_desk.texts import Texts


def preview_view(name: str, preview: Preview, texts: Texts) -> PreviewView:
    """Return a list's preview in words.

    Args:
        name: The file's name.
        preview: What was read.
        texts: Sentences of remarks.
    """
    read = preview.content
    ignored = tuple(
        texts.say(f"list.ignored.{column.because.value}", column=column.name)
        for column in read.ignored
    )
    skipped = tuple(
        texts.say(f"list.skipped.{row.reason.value}", row=row.row) for row in read.skipped
    )
    return PreviewView(
        name=name,
        rows=tuple(_row(row, texts) for row in read.rows),
        devices=sum(row.quantity == 1 for row in read.rows),
        things=sum(row.quantity > 1 for row in read.rows),
        stopped=len(read.stopped_rows),
        skipped=len(read.skipped),
        ignored=(*ignored, *skipped),
        problems=_said(read.problems, texts),
        notes=_said(read.notes, texts),
        known_in=codes.short(preview.known_in) if preview.known_in else "",
    )


def _row(row: ListRow, texts: Texts) -> PreviewRow:
    translate = QCoreApplication.translate
    kind = texts.say(f"type.{row.type.value}") if row.type else ""
    state, tone = translate("ListWords", "ready"), Tone.GOOD
    if row.problems:
        state, tone = translate("ListWords", "to be identified"), Tone.ATTENTION
    elif row.quantity > 1:
        pieces = translate("ListWords", "{0} pieces")
        state, tone = pieces.replace("{0}", str(row.quantity)), Tone.INFO
    elif row.notes:
        state, tone = translate("ListWords", "ready, with a note"), Tone.INFO
    return PreviewRow(
        row=row.row,
        type=kind,
        model=device_words.name_of(row.manufacturer, row.model),
        serial=row.serial or row.imei,
        inventory=row.inventory,
        state=state,
        tone=tone,
        remarks=" ".join(_said((*row.problems, *row.notes), texts)),
    )


def _said(remarks: Iterable[Remark], texts: Texts) -> tuple[str, ...]:
    return tuple(texts.say(remark.key, **remark.fields) for remark in remarks)
