"""One part of upkeep: a card with its facts, its buttons, and what it says when it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Fact, Facts
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.parts.form_card import FormCard

_SHUT = frozenset({"not_permitted", "pin_needed", "pin_too_old", "desk_locked"})


class Section(QWidget):
    """Override `load`, `function_keys` and `cares`.

    Args:
        hands: Carries out.
        title: Heading.
        subtitle: One sentence beside it.
    """

    said = Signal(object)
    overlay_wanted = Signal(object)

    def __init__(self, hands: Hands, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.hands = hands
        self._form: FormCard | None = None
        self._extra: QWidget | None = None
        self.busy_with = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.card = Card(title, subtitle)
        column.addWidget(self.card)
        self._pages = QStackedWidget()
        self.content = QWidget()
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(16))
        self.facts = Facts()
        self.bar = ActionBar()
        self.column.addWidget(self.bar)
        self.column.addWidget(self.facts)
        self._pages.addWidget(self.content)
        self.card.add(self._pages, 1)

    def load(self) -> None:
        """Fetch what is shown."""

    def function_keys(self) -> tuple[Action, ...]:
        """Return what can be done here."""
        return ()

    def cares(self, changes: Changes) -> bool:
        """Tell whether these changes show here."""
        return changes.journal

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show the facts and what can be done."""
        self._show(None)
        self.facts.show_facts(facts)
        self.bar.show_actions(self.function_keys())

    def show_busy(self, title: str, *lines: str) -> None:
        """Show that something is being made; `lines` say what waits for it."""
        self.busy_with = title
        self._show(EmptyState(StateKind.BUSY, title, lines))

    def show_failure(self, failure: KnownFailure) -> None:
        """Show why this part cannot be seen."""
        said = self.hands.texts.failure(failure)
        kind = StateKind.NOT_ALLOWED if failure.code in _SHUT else StateKind.FAILED
        again = Action(self.tr("Try again"), self.load, icon="refresh-cw")
        self._show(EmptyState(kind, said["what"], (said["why"], said["next"]), (again,)))

    def tell(self, title: str, text: str = "", tone: Tone = Tone.GOOD) -> None:
        """Say a result in the banner."""
        self.said.emit(Notice(tone, title, text))

    def failed(self, failure: KnownFailure) -> None:
        """Say a failure in the banner and show the facts again."""
        self.said.emit(self.hands.notice(failure))
        self.load()

    def lay(self, form: FormCard, send: Callable[[Mapping[str, str]], None]) -> None:
        """Lay a form over the window."""
        form.sent.connect(send)
        form.closed.connect(self._form_closed)
        self._form = form
        self.overlay_wanted.emit(form)
        form.start()

    def form_done(self) -> None:
        """Take the form away."""
        if self._form is not None:
            self._form.close_overlay()

    def form_failed(self, failure: KnownFailure) -> None:
        """Say in the form why it did not do."""
        said = self.hands.texts.failure(failure)
        self.form_problem(f"{said['what']} {said['why']} {said['next']}")

    def form_problem(self, sentence: str) -> None:
        """Say in the form what is wrong."""
        if self._form is not None:
            self._form.problem(sentence)

    def _form_closed(self) -> None:
        self._form = None

    def _show(self, state: QWidget | None) -> None:
        if self._extra is not None:
            self._pages.removeWidget(self._extra)
            self._extra.hide()
            self._extra.deleteLater()
        self._extra = state
        if state is None:
            self.busy_with = ""
            self._pages.setCurrentWidget(self.content)
        else:
            self._pages.addWidget(state)
            self._pages.setCurrentWidget(state)
