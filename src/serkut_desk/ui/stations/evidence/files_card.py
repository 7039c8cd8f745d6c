"""The list of files that were brought in, by where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.domain.evidence_place import Place
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.evidence.queries import Inbox
    from serkut_desk.texts import Texts
    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.parts.states import EmptyState
    from serkut_desk.ui.stations.evidence.views import ListRow

WAITING, EVERYTHING = "waiting", "all"


class FilesCard(Card):
    """Shows `ListRow`s page by page.

    Args:
        texts: The words of the places.
    """

    picked = Signal(str)
    """Key of the row that the person moved to."""
    group_chosen = Signal(str)
    wanted = Signal(int, int)
    """A token and how many rows are there: answer with `take`."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._texts = texts
        self._first = True
        self._keep = ""
        self._token = 0
        self.heading.setText(self.tr("Evidence"))
        self.add(self.heading)
        keys = (WAITING, *(place.value for place in Place), EVERYTHING)
        self._strip = ChoiceStrip(
            self.tr("Where they stand"), [Choice(key, self._word(key), 0) for key in keys], WAITING
        )
        self._strip.chosen.connect(self._turned)
        self.add(self._strip)
        self._model: PagedModel[ListRow] = PagedModel(
            (
                Column(self.tr("File"), lambda row: row.name, ends=True, weight=3, width=140),
                Column(self.tr("Disk"), lambda row: row.drives, ends=True, width=110),
                Column(self.tr("Device"), lambda row: row.device, mono=True, weight=0, width=72),
                Column(
                    self.tr("State"),
                    lambda row: row.place,
                    tone=lambda row: row.tone,
                    weight=0,
                    width=148,
                ),
            ),
            key=lambda row: row.key,
        )
        self._table = DataTable(self._model, self.tr("Evidence"))
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model.setParent(self._table)
        self._model.page_wanted.connect(self._page_wanted)
        self._table.picked.connect(self._picked)
        self._pages = QStackedWidget()
        self._guide = self._made_guide()
        self._pages.addWidget(self._guide)
        self._pages.addWidget(self._table)
        self._failed: QWidget | None = None
        self.add(self._pages, 1)
        self._actions = ActionBar()
        self.add(self._actions)

    @property
    def group(self) -> str:
        """Which files are shown: a place, `WAITING` or `EVERYTHING`."""
        return self._strip.current

    @property
    def place(self) -> Place | None:
        """The place that is shown, None for several."""
        return None if self.group in {WAITING, EVERYTHING} else Place(self.group)

    @property
    def empty(self) -> bool:
        """Whether no file stands in what is shown."""
        return self._model.rowCount() == 0

    def choose(self, group: str) -> None:
        """Turn to other files; `load` fetches them."""
        self._strip.choose(group)

    def load(self, keep: str = "") -> None:
        """Fetch the list anew, and move to `keep` if it is among the first."""
        self._keep, self._first = keep, True
        self._model.reload()

    def take(self, token: int, rows: Sequence[ListRow], inbox: Inbox) -> None:
        """Show a stretch that was asked for; one of an older question is dropped."""
        if token != self._token:
            return
        self._show_counts(inbox)
        self._model.take_page(token, rows, more=inbox.more)
        if not self._first:
            return
        self._first = False
        here = self._model.rowCount()
        self._pages.setCurrentWidget(self._table if here else self._guide)
        if here:
            keep = self._keep if self._model.place_of(self._keep) is not None else rows[0].key
            self._table.show_row(keep)

    def show_failure(self, state: EmptyState) -> None:
        """Show why the list could not be read."""
        if self._failed is not None:
            self._pages.removeWidget(self._failed)
            self._failed.deleteLater()
        self._failed = state
        self._pages.addWidget(state)
        self._pages.setCurrentWidget(state)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Offer what can be done with the list."""
        self._actions.show_actions(actions)

    def _show_counts(self, inbox: Inbox) -> None:
        choices = [Choice(WAITING, self._word(WAITING), inbox.waiting)]
        choices += [
            Choice(one.place.value, self._word(one.place), one.files) for one in inbox.counts
        ]
        total = sum(one.files for one in inbox.counts)
        self._strip.show_choices([*choices, Choice(EVERYTHING, self._word(EVERYTHING), total)])
        # Where nothing stands, there is nothing to turn to.
        kept = {WAITING, EVERYTHING, self.group}
        kept |= {one.place.value for one in inbox.counts if one.files}
        self._strip.show_only(kept)
        nothing = total == 0
        self._nothing.setText(
            self.tr("Bring in the wiping stick") if nothing else self.tr("Nothing here")
        )
        self._line.setText(
            self.tr("Every report on it gets its place here.")
            if nothing
            else self.tr("No file stands here now.")
        )

    def _word(self, key: str) -> str:
        if key == WAITING:
            return self.tr("Waiting")
        if key == EVERYTHING:
            return self.tr("All")
        return self._texts.say(f"place.{key}")

    def _made_guide(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addStretch(1)
        shows = self.tr("A stick with reports goes into the computer")
        picture = Picture(PictureName.USB_REPORTS, shows, 210)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(px(10))
        self._nothing, self._line = label("", "lead", wrap=True), label("", "muted", wrap=True)
        for said in (self._nothing, self._line):
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(said)
        column.addStretch(2)
        return inside

    def _page_wanted(self, _after: str | None, token: int) -> None:
        self._token = token
        self.wanted.emit(token, self._model.rowCount())

    def _turned(self, group: str) -> None:
        self.group_chosen.emit(group)

    def _picked(self, row: ListRow) -> None:
        self.picked.emit(row.key)
