"""The media on the bench that are destroyed now, and those that wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.domain.codes import short
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.wiping.to_destroy import ToDestroy
    from serkut_desk.texts import Texts
    from serkut_desk.ui.panel import Action

_WIDTH = 170


class MediaCard(Card):
    """A list of media with a title and what can be done about them.

    Args:
        texts: For the words of kinds and levels.
        title: What they are.
        guide: Two sentences shown while there are none.
        picture: Shown with them; None for the sentences alone.
    """

    picked = Signal(int)
    """Number of the medium that the person moved to."""

    def __init__(
        self,
        texts: Texts,
        title: str,
        guide: tuple[str, str],
        picture: PictureName | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent=parent)
        self._texts = texts
        self._model: PagedModel[ToDestroy] = PagedModel(
            (
                Column(self.tr("Medium"), _label, mono=True, weight=2, width=120),
                Column(self.tr("Kind"), self._kind, weight=1, width=90),
                Column(self.tr("Device"), _device, mono=True, weight=0, width=84),
                Column(self.tr("Asked for"), self._asked, weight=1, width=180),
            ),
            key=lambda row: str(row.medium_id),
        )
        self._table = DataTable(self._model, title)
        self._model.setParent(self._table)
        self._table.picked.connect(lambda row: self.picked.emit(row.medium_id))
        self._pages = QStackedWidget()
        self._pages.addWidget(_guide(guide, picture))
        self._pages.addWidget(self._table)
        self.add(self._pages, 1)
        self._actions = ActionBar()
        self.add(self._actions)

    def show_rows(self, rows: Sequence[ToDestroy]) -> None:
        """Show these media."""
        self._model.show_rows(rows)
        self._pages.setCurrentIndex(1 if rows else 0)
        self.subtitle.setText(str(len(rows)) if rows else "")

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done."""
        self._actions.show_actions(actions)
        self._actions.setVisible(bool(actions))

    def _kind(self, row: ToDestroy) -> str:
        return self._texts.say(f"kind.{row.kind}")

    def _asked(self, row: ToDestroy) -> str:
        if row.particles:
            return self.tr("pieces {0} or finer").replace("{0}", row.particles)
        return self.tr("melting or incineration")


def _label(row: ToDestroy) -> str:
    return f"{short(row.code)} · {row.name}" if row.code and row.code != row.name else row.name


def _device(row: ToDestroy) -> str:
    return short(row.device)


def _guide(sentences: tuple[str, str], picture: PictureName | None) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addStretch(1)
    if picture is not None:
        shown = Picture(picture, sentences[0], _WIDTH)
        column.addWidget(shown, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(px(10))
    for words, part in zip(sentences, ("lead", "muted"), strict=True):
        said = label(words, part, wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(said)
    column.addStretch(2)
    return inside
