"""Tells the desk how a supplier's files are read: columns, words, a trial, then save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.steps import Journey, StepTrack
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.evidence.mapping_pages import ColumnsPage, TrialPage, WordsPage
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.texts import Texts
    from serkut_desk.ui.stations.evidence.mapping_draft import Draft

_COLUMNS, _WORDS, _TRIAL = range(3)
_HEIGHT = 470


class MappingCard(OverlayCard):
    """Makes a mapping for one file. F7 goes on, F6 back, F10 saves, F9 leaves.

    Args:
        parent: The window.
        file: Name of the file.
        draft: What is chosen so far.
        records: Paths of elements that repeat, in XML.
        texts: Sentences.
    """

    sent = Signal(object)
    """The `SupplierMapping`. Call `problem` or `close_overlay` when the answer is known."""
    record_chosen = Signal(str)
    """Another repeating element; `start_anew` when the file was looked at by it."""

    def __init__(
        self, parent: QWidget, file: str, draft: Draft, records: Sequence[str], texts: Texts
    ) -> None:
        title = self.tr("How to read {0}").replace("{0}", file)
        super().__init__(parent, title, Tone.INFO, 1240)
        self._texts, self._draft, self._records = texts, draft, tuple(records)
        self._busy = False
        self._steps = (self.tr("Columns"), self.tr("Words"), self.tr("Trial"))
        self._track = StepTrack(Journey(self._steps, _COLUMNS))
        self.body.addWidget(self._track)
        self._line = label("", "muted", wrap=True)
        self.body.addWidget(self._line)
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._stack.setMinimumHeight(px(_HEIGHT))
        self.body.addWidget(self._stack, 1)
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self._bar = ActionBar()
        self.body.addWidget(self._problem)
        self.body.addWidget(self._bar)
        self.start_anew(draft)

    @property
    def draft(self) -> Draft:
        """What is chosen so far."""
        return self._draft

    def start_anew(self, draft: Draft) -> None:
        """Begin with the columns, such as by another repeating element."""
        self._draft = draft
        while (old := self._stack.widget(0)) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self.columns = ColumnsPage(draft, self._records, self._texts)
        self.words = WordsPage(draft, self._texts)
        self.trial = TrialPage(self._texts)
        for page in (self.columns, self.words, self.trial):
            self._stack.addWidget(page)
        self.columns.changed.connect(self._renew)
        self.columns.record_chosen.connect(self.record_chosen)
        self.words.changed.connect(self._renew)
        self._go(_COLUMNS)

    def problem(self, sentence: str) -> None:
        """Say what is wrong; nothing was saved."""
        self._busy = False
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._renew()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to go on, to save, to leave."""
        page, reason = self._stack.currentIndex(), self._reason()
        save = Action(
            self.tr("Save"),
            self._send,
            "F10",
            "check",
            enabled=not reason,
            reason=reason,
            main=page == _TRIAL,
        )
        on = Action(
            self.tr("Go on"),
            self._on,
            "F7",
            "arrow-right",
            enabled=not self._missing(),
            reason=self._missing(),
            main=True,
        )
        back = Action(self.tr("Back"), self._back, "F6", "arrow-left")
        leave = Action(self.tr("Cancel"), self.close_overlay, "F9", "x")
        shown = {_COLUMNS: (on,), _WORDS: (on, back), _TRIAL: (save, back)}[page]
        return (*shown, leave)

    def _missing(self) -> str:
        """Return what keeps a person from going on, "" where nothing does."""
        named = [self._texts.say(f"supplier_field.{one}") for one in self._draft.missing]
        if named:
            return self.tr("Choose a column first: {0}").replace("{0}", ", ".join(named))
        return "" if self._draft.name.strip() else self._texts.say("error.mapping_name.next")

    def _reason(self) -> str:
        if self._busy:
            return self.tr("Wait a moment.")
        wrong = self._draft.wrong
        return self._texts.say(f"error.{wrong}.next") if wrong else ""

    def _on(self) -> None:
        if not self._missing():
            self._go(self._stack.currentIndex() + 1)

    def _back(self) -> None:
        self._go(self._stack.currentIndex() - 1)

    def _go(self, page: int) -> None:
        lines = {
            _COLUMNS: self.tr("Choose which column is what. Those with * are needed."),
            _WORDS: self.tr(
                "Say what the supplier's words mean. What you leave waits for a person."
            ),
            _TRIAL: self.tr("This is what the file gives. Nothing is saved yet."),
        }
        if page == _WORDS:
            self.words.show_words()
        elif page == _TRIAL:
            self.trial.show_preview(self._draft.preview())
        self._stack.setCurrentIndex(page)
        self._track.show_journey(Journey(self._steps, page))
        self._line.setText(lines[page])
        self._renew()

    def _renew(self) -> None:
        self._bar.show_actions(self.function_keys())

    def _send(self) -> None:
        if not self._reason():
            self._busy = True
            self._renew()
            self.sent.emit(self._draft.mapping)
