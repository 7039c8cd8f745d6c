"""The wizard's window: six steps and an end, by keyboard or mouse. F10 goes on, F9 back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from serkut_desk.texts import Texts
from serkut_desk.ui.lane import DatabaseLane
from serkut_desk.ui.notify import BugCard
from serkut_desk.ui.opening import open_path
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.steps import Journey, StepTrack
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.shell.inputs import action_of
from serkut_desk.ui.theme import px
from serkut_desk.ui.wizard.data_class import DataClassPage
from serkut_desk.ui.wizard.demo import DemoPage
from serkut_desk.ui.wizard.finish import FinishPage
from serkut_desk.ui.wizard.making import Making, Tried
from serkut_desk.ui.wizard.pages import (
    BackupPage,
    FirstPage,
    FlashPage,
    Page,
    SecondPage,
    WorkshopPage,
)
from serkut_desk.ui.wizard.told import Told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.ui.doors import DemoWorkshop, Doors, PlayDemo
    from serkut_desk.ui.lane import BugReport
    from serkut_desk.ui.language import Translations

_FUNCTION_KEYS = {Qt.Key(Qt.Key.Key_F1 + number - 1): f"F{number}" for number in range(1, 13)}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Wizard(QWidget):
    """Asks six things and makes the workshop only when all are told.

    Args:
        root: The data folder.
        find_doors: Gives what makes and opens workshops.
        translations: The window's words.
        play_demo: Makes a workshop to look at; None offers none.
    """

    finished = Signal()
    """The workshop is made and closed again: the desk may open it."""
    demo_wanted = Signal(object)
    """The data folder of a workshop that was made to look at: the desk may open it."""
    _story = Signal(str)

    def __init__(
        self,
        root: Path,
        find_doors: Callable[[], Doors],
        translations: Translations,
        play_demo: PlayDemo | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Serkut Desk")
        self.setProperty("part", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._language = translations.language
        self.lane = DatabaseLane(self)
        self.lane.bug.connect(self._bug)
        self.making = Making(root, find_doors)
        self._root = root
        self._play_demo = play_demo
        self._demo: DemoWorkshop | None = None
        self.told = Told()
        self._made = False
        self._busy = False
        self._closed = False
        self.demo = DemoPage()
        self._story.connect(self.demo.show_told)
        first = WorkshopPage(offers_demo=play_demo is not None)
        first.demo_wanted.connect(self._try_demo)
        self.pages: tuple[Page, ...] = (
            first,
            FirstPage(),
            SecondPage(),
            DataClassPage(),
            FlashPage(),
            BackupPage(),
        )
        self.finish = FinishPage()
        self.finish.badges_wanted.connect(self._badges)
        self.finish.key_wanted.connect(self._key)
        self._at = 0
        self._in_demo = False
        self._build()
        for field in (*self.findChildren(QLineEdit), *self.findChildren(QComboBox)):
            field.installEventFilter(self)
        self._show()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        if self._in_demo:
            return self.demo
        return self.finish if self._made else self.pages[self._at]

    @property
    def problem(self) -> str:
        """What is wrong, "" when nothing is."""
        return self._problem.text()

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self._busy

    def _build(self) -> None:
        steps = (
            self.tr("Workshop"),
            self.tr("Supervisor"),
            self.tr("Second"),
            self.tr("Data"),
            self.tr("SSDs"),
            self.tr("Backup"),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(24), px(20), px(24), px(20))
        outer.setSpacing(px(14))
        outer.addWidget(label(self.tr("Serkut Desk · first start"), "title"))
        self._track = StepTrack(Journey(steps, 0))
        self._steps = steps
        self._card = Card()
        self._card.setMaximumWidth(px(820))
        self._area = QScrollArea()
        self._area.setProperty("part", "clear")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName(self.tr("Serkut Desk · first start"))
        inside = QWidget()
        inside.setProperty("part", "clear")
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(px(10), px(6), px(10), px(6))
        for page in (*self.pages, self.demo, self.finish):
            stack.addWidget(page)
        stack.addStretch(1)
        self._area.setWidget(inside)
        self._card.add(self._track)
        self._card.add(self._area, 1)
        self._problem = label("", "problem", wrap=True)
        self._card.add(self._problem)
        self._bar = ActionBar()
        self._card.add(self._bar)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card, 8)
        row.addStretch(1)
        outer.addLayout(row, 1)

    def actions_now(self) -> tuple[Action, ...]:
        """Return what can be done here, with its F-key."""
        if self._in_demo:
            return self._demo_actions()
        if self._made:
            word = self.tr("Open the desk")
            go = Action(word, self._leave, "F10", "arrow-right", main=True, enabled=not self._busy)
            return (go,)
        last = self._at == len(self.pages) - 1
        on = Action(
            self.tr("Make the workshop") if last else self.tr("Next"),
            self.next,
            "F10",
            "check" if last else "arrow-right",
            main=True,
            enabled=not self._busy,
        )
        back = Action(
            self.tr("Back"), self.back, "F9", "arrow-left", enabled=self._at > 0 and not self._busy
        )
        return (on, back)

    def _demo_actions(self) -> tuple[Action, ...]:
        ready = self._demo is not None and not self._busy
        word = self.tr("Open the demo")
        back = Action(self.tr("Back"), self._leave_demo, "F9", "arrow-left", enabled=not self._busy)
        return (
            Action(word, self._open_demo, "F10", "arrow-right", main=True, enabled=ready),
            back,
        )

    def next(self) -> None:
        """Go on, if this page is complete."""
        if self._busy or self._made or self._in_demo:
            return
        problem = self.page.problem()
        self._problem.setText(problem)
        if problem:
            return
        self.page.tell(self.told)
        if isinstance(self.page, BackupPage):
            self._try_folder(self.page)
        else:
            self._at += 1
            self._show()

    def begin(self) -> None:
        """Put the cursor into the first field; call when it is shown."""
        self._show()

    def back(self) -> None:
        """Go back; what was written stays."""
        if self._at > 0 and not self._busy and not self._made:
            self._at -= 1
            self._problem.clear()
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Enter in a field goes to the next one; it never sends."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTER
        ):
            self.focusNextChild()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Do what an F-key does here; fields leave these keys alone."""
        actions = self.actions_now()
        actions += self.page.page_actions()
        action = action_of(actions, _FUNCTION_KEYS.get(Qt.Key(event.key()), "-"))
        if action is None:
            super().keyPressEvent(event)
        elif action.enabled and not self._busy:
            action.run()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's own name
        """Let what is under way end, then let go."""
        if not self._closed:
            self._closed = True
            self.lane.submit(self.making.close)
            self.lane.close()
        event.accept()

    def _show(self) -> None:
        for page in (*self.pages, self.demo, self.finish):
            page.setVisible(page is self.page)
        at = len(self._steps) if self._made else self._at
        self._track.show_journey(Journey(self._steps, at))
        self._track.setVisible(not self._in_demo)
        self._bar.show_actions(self.actions_now())
        if self.page.first_field is not None:
            self.page.first_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try_folder(self, page: BackupPage) -> None:
        if not self.told.backup:
            self._make()
            return
        self._wait(on=True)
        self.lane.submit(lambda: self.making.try_folder(self.told.backup)).then(
            lambda tried: self._tried(page, tried), self._failed
        )

    def _tried(self, page: BackupPage, tried: Tried) -> None:
        # The same disk is said once; going on once more means it is meant so.
        warned = not page.note.isHidden()
        self._wait(on=False)
        if tried.same_disk and not warned:
            page.show_same_disk(same=True)
            return
        self._make()

    def _make(self) -> None:
        self._wait(on=True)
        self.lane.submit(lambda: self.making.make(self.told)).then(self._is_made, self._failed)

    def _is_made(self, _cannot: tuple[str, ...]) -> None:
        self._made = True
        self._wait(on=False)
        self._show()

    def _badges(self) -> None:
        self._wait(on=True)
        job = self.lane.submit(lambda: self.making.badges(self._language))
        job.then(self._badges_made, self._failed)

    def _badges_made(self, path: Path) -> None:
        self._wait(on=False)
        self.finish.show_badges(path)
        open_path(path)

    def _key(self, passphrase: str) -> None:
        self._wait(on=True)
        job = self.lane.submit(lambda: self.making.key(passphrase))
        job.then(self._key_made, self._key_failed)

    def _key_made(self, fingerprint: str) -> None:
        self._wait(on=False)
        self.finish.show_key(fingerprint)
        # The field that had the keys is gone; F10 has to reach somebody.
        self.setFocus()

    def _key_failed(self, failure: KnownFailure) -> None:
        self._wait(on=False)
        self.finish.show_problem(self._sentence(failure))

    def _failed(self, failure: KnownFailure) -> None:
        self._wait(on=False)
        self._problem.setText(self._sentence(failure))

    def _sentence(self, failure: KnownFailure) -> str:
        said = Texts(self._language).failure(failure)
        return f"{said['what']} {said['why']} {said['next']}"

    def _wait(self, *, on: bool) -> None:
        self._busy = on
        # To wait is no problem: it does not stand in its colour.
        self._problem.setProperty("part", "muted" if on else "problem")
        self._problem.style().unpolish(self._problem)
        self._problem.style().polish(self._problem)
        self._problem.setText(self.tr("One moment.") if on else "")
        self._bar.show_actions(self.actions_now())
        for widget in self.finish.busy_widgets():
            widget.setEnabled(not on)

    def _leave(self) -> None:
        self._wait(on=True)
        self.lane.submit(self.making.close).done.connect(self._left)

    def _left(self, _nothing: None) -> None:
        self.finished.emit()

    def _try_demo(self) -> None:
        """Play the demo week; it takes half a minute, and tells how it goes."""
        play = self._play_demo
        if play is None or self._busy:
            return
        self._in_demo = True
        self._show()
        self._wait(on=True)
        root, language, tell = self._root, self._language, self._story.emit
        job = self.lane.submit(lambda: play(root, language, tell))
        job.then(self._demo_made, self._failed)

    def _demo_made(self, made: DemoWorkshop) -> None:
        self._demo = made
        self.demo.show_made(made)
        self._wait(on=False)
        # The field that had the keys is gone; F10 has to reach somebody.
        self.setFocus()

    def _open_demo(self) -> None:
        if self._demo is not None:
            self.demo_wanted.emit(self._demo.data)

    def _leave_demo(self) -> None:
        self._in_demo = False
        self._problem.clear()
        self._show()

    def _bug(self, report: BugReport) -> None:
        self._wait(on=False)
        BugCard(report, self).show()
