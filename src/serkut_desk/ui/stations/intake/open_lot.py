"""Opening a lot: from whom, with which list, and what the list says before it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from serkut_desk.domain.media import DataClass
from serkut_desk.ui import theme
from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.forms import ChoiceField, FormGrid, TextField
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar, BigButton
from serkut_desk.ui.parts.flow import FlowLayout
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.intake.preview import Preview
from serkut_desk.ui.theme import Tone, px
from serkut_desk.ui.wizard.told import read_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent

    from serkut_desk.ui.stations.intake.views import PreviewView

_SUGGESTED = 6


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()


@dataclass(frozen=True, slots=True)
class LotWish:
    """The lot that a supervisor wants to open.

    `accept` takes rows with problems, `again` a list that another lot has; `data_class` is None
    for the workshop's default, `reference` the document that an ordinary one rests on.
    `expected_on` is the day of a lot that is only announced, `order` the number of its pick-up
    order, `role` whom to ask.
    """

    sender: str
    accept: bool
    again: bool
    data_class: DataClass | None
    reference: str
    expected_on: date | None = None
    order: str = ""
    role: str = ""


class OpenLotCard(OverlayCard):
    """Asks from whom and for the list.

    Args:
        parent: The window.
        units: Names of the units that have sent before.
    """

    list_chosen = Signal(str)
    """Path of a file to be read for the preview."""
    open_wanted = Signal(object)
    """A `LotWish`."""

    def __init__(self, parent: QWidget, units: Sequence[str]) -> None:
        super().__init__(parent, self.tr("Open a lot"), Tone.INFO, width=1080)
        self.setAcceptDrops(True)
        self._units = tuple(units)
        self._path = ""
        self._preview: Preview | None = None
        self._busy = False
        self.sender_field = TextField(self.tr("From whom"))
        self.sender_field.edited.connect(self._typed)
        self._data_class = ChoiceField(
            self.tr("Data"),
            (
                ("", self.tr("as the workshop has decided")),
                (DataClass.CONFIDENTIAL.value, self.tr("confidential")),
                (DataClass.ORDINARY.value, self.tr("ordinary")),
            ),
        )
        self._reference = TextField(self.tr("The city's decision"))
        self.day_field = TextField(
            self.tr("Comes later, on"), self.tr("For example 1.12.2026. Empty: it is here.")
        )
        self._order = TextField(self.tr("Pick-up order"))
        self._role = TextField(self.tr("Contact role"), self.tr("A role, not a name."))
        self.day_field.edited.connect(self._day_typed)
        grid = FormGrid(3)
        fields = (self.sender_field, self._data_class, self._reference)
        for field in (*fields, self.day_field, self._order, self._role):
            grid.add(field)
        self.body.addWidget(grid)
        self._suggestions = QWidget()
        self._suggestion_row = FlowLayout(px(8), self._suggestions)
        self.body.addWidget(self._suggestions)
        self._middle = QWidget()
        self._middle_column = QVBoxLayout(self._middle)
        self._middle_column.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._middle, 1)
        self._inside: QWidget | None = None
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self._actions = ActionBar()
        self.body.addWidget(self._actions)
        self._show_inside(self._drop_zone())
        self._suggest()
        self._day_typed("")

    def show_busy(self) -> None:
        """The list is being read."""
        self._busy = True
        busy = QWidget()
        column = QVBoxLayout(busy)
        column.addWidget(label(self.tr("Reading the list…"), "muted"))
        strip = ProgressStrip(self.tr("Reading the list…"))
        strip.show_parts(0, ())
        column.addWidget(strip)
        self._show_inside(busy)
        self._renew()

    def show_preview(self, path: str, view: PreviewView) -> None:
        """Show what the list says."""
        self._busy = False
        self._path = path
        preview = Preview(view)
        preview.answered.connect(self._renew)
        self._show_inside(preview)
        self._preview = preview
        self._renew()

    def show_failure(self, what: str, why: str, do: str) -> None:
        """The list could not be read, or the lot not opened; nothing was saved."""
        self._busy = False
        self._path = ""
        zone = self._drop_zone()
        column = zone.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, label(what, "problem", wrap=True))
            column.insertWidget(1, label(f"{why} {do}", "secondary", wrap=True))
        self._show_inside(zone)
        self._renew()

    def show_refusal(self, sentence: str) -> None:
        """Say why the lot was not opened; the list stays as it is."""
        self._busy = False
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._renew()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to open, to choose a file, to leave."""
        reason = ""
        if not self.sender_field.text:
            reason = self.tr("Write first from whom the lot comes.")
        elif self._preview is not None and self._preview.open_questions:
            reason = self._preview.open_questions
        elif self._busy:
            reason = self.tr("Wait a moment.")
        elif self.day_field.text and self._day is None:
            reason = self.tr("The day is not right.")
        word = self.tr("Open the lot") if self._path else self.tr("Open without a list")
        if self.day_field.text:
            word = self.tr("Announce the lot")
        another = self.tr("Another file") if self._path else self.tr("Choose a file")
        return (
            Action(
                word,
                self._open,
                key="F10",
                icon="check",
                enabled=not reason,
                reason=reason,
                main=True,
            ),
            Action(another, self._choose, key="F2", icon="folder-open"),
            Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's own name
        """Begin with the sender: nothing is scanned here."""
        super().showEvent(event)
        self.sender_field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's own name
        """Take one file."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's own name
        """Read the file that was dropped."""
        event.acceptProposedAction()
        self.list_chosen.emit(event.mimeData().urls()[0].toLocalFile())

    def _open(self) -> None:
        self._busy = True
        self._renew()
        preview = self._preview
        chosen = self._data_class.key
        self.open_wanted.emit(
            LotWish(
                sender=self.sender_field.text,
                accept=bool(preview and preview.accept.isChecked()),
                again=bool(preview and preview.again.isChecked()),
                data_class=DataClass(chosen) if chosen else None,
                reference=self._reference.text,
                expected_on=self._day,
                order=self._order.text,
                role=self._role.text,
            )
        )

    @property
    def _day(self) -> date | None:
        return read_day(self.day_field.text)

    def _day_typed(self, _text: str) -> None:
        # The order and the role are told of what is announced.
        announced = bool(self.day_field.text)
        for field in (self._order, self._role):
            field.setEnabled(announced)
        self._renew()

    def _choose(self) -> None:
        # open() and not exec(): scans and the database go on while it is shown.
        chooser = FileChooser(self, self.tr("Delivery list"))
        chooser.setNameFilters(
            [self.tr("Lists (*.xlsx *.csv *.tsv *.txt)"), self.tr("All files (*)")]
        )
        chooser.setFileMode(FileChooser.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.list_chosen)
        chooser.open()

    def _drop_zone(self) -> QFrame:
        zone = QFrame()
        zone.setProperty("part", "dropzone")
        column = QVBoxLayout(zone)
        column.setContentsMargins(px(20), px(22), px(20), px(22))
        column.setSpacing(px(8))
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel("upload", theme.COLOURS["muted"], 34), 0, middle)
        said = label(self.tr("Drop the delivery list here"), "lead", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(said)
        kinds = label(self.tr("Excel (XLSX) or CSV. Nothing is saved yet."), "muted", wrap=True)
        kinds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(kinds)
        return zone

    def _show_inside(self, widget: QWidget) -> None:
        if self._inside is not None:
            self._middle_column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = widget
        self._preview = None
        self._middle_column.addWidget(widget)

    def _typed(self, _text: str) -> None:
        self._suggest()
        self._renew()

    def _suggest(self) -> None:
        while self._suggestion_row.count():
            item = self._suggestion_row.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        typed = _plain(self.sender_field.text)
        fitting = [name for name in self._units if typed in _plain(name)]
        exact = any(_plain(name) == typed for name in self._units)
        for name in () if exact else fitting[:_SUGGESTED]:
            button = BigButton(Action(name, self._take_suggestion))
            button.setProperty("unit", name)
            self._suggestion_row.addWidget(button)
        self._suggestions.setVisible(self._suggestion_row.count() > 0)

    def _take_suggestion(self) -> None:
        self.sender_field.set_text(str(self.sender().property("unit")))
        self._suggest()
        self._renew()

    def _renew(self) -> None:
        self._actions.show_actions(self.function_keys())
