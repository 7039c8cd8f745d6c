"""The approver's way through many devices: one screen each, one key to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.data_state import CountSource
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.wiping import lane_words
from serkut_desk.ui.stations.wiping.lane_page import LanePage
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.texts import Texts
    from serkut_desk.ui.stations.wiping.lane_presenter import LanePresenter
    from serkut_desk.ui.stations.wiping.lane_state import LaneState

_SEEN_KEYS = ("F2", "F3", "F5")
_LOT_KEYS = ("F10", "F2", "F3")
_LEFT_SHOWN = 60
# One medium with all its points, without scrolling, on the smallest window.
_PAGE_HEIGHT = 424


class LaneCard(OverlayCard):
    """Shows the devices of a `LanePresenter`, approves them, and tells how it went.

    Args:
        parent: The window.
        presenter: Asks and carries out.
        texts: For sentences.
    """

    certificates_wanted = Signal(str)
    """Go on to the certificates of a lot: its code and the approved devices'; "" for all."""

    def __init__(self, parent: QWidget, presenter: LanePresenter, texts: Texts) -> None:
        super().__init__(parent, self.tr("Approve one by one"), Tone.INFO, width=1500)
        self._presenter = presenter
        self._texts = texts
        self._drawn: tuple[str, ...] = ()
        self._showing: object = None
        self._progress = label("", "strong")
        first = self.body.itemAt(0)
        head = first.layout() if first is not None else None
        if head is not None:
            head.addWidget(self._progress)
        self.body.setSpacing(px(10))
        self.page = LanePage()
        self.page.setMinimumHeight(px(_PAGE_HEIGHT))
        self.body.addWidget(self.page, 1)
        self._count_row = self._made_count_row()
        self.body.addWidget(self._count_row)
        self._bar = ActionBar()
        self.body.addWidget(self._bar)
        presenter.changed.connect(self._renew)
        presenter.failed.connect(self._failed)
        presenter.drawn.connect(self._took_drawn)
        self._renew()

    @property
    def state(self) -> LaneState:
        """Where the approver is."""
        return self._presenter.state

    def scanned(self, text: str) -> None:
        """Go to the device whose label is scanned."""
        own = parse_code(text)
        if own is None or own.kind is not CodeKind.DEVICE or not self._presenter.go_to(str(own)):
            super().scanned(text)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to approve, to go on and back, to say how the number is known, to leave."""
        return (*self._main(), *self._seen_actions())

    def _made_count_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(10))
        self._count = label("", "lead")
        line.addWidget(self._count)
        self._seen_buttons: list[QPushButton] = []
        for (source, word), key in zip(self._seen_words(), _SEEN_KEYS, strict=True):
            button = QPushButton(f"{word}  {key}")
            button.setProperty("part", "choice")
            button.setProperty("source", source.value)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._presenter.say_seen, source))
            self._seen_buttons.append(button)
            line.addWidget(button)
        self._known = label("", "secondary", wrap=True)
        line.addWidget(self._known, 1)
        return row

    def _seen_words(self) -> tuple[tuple[CountSource, str], ...]:
        return (
            (CountSource.OPENED, self.tr("Opened and looked")),
            (CountSource.SNAPSHOT, self.tr("List read from the device")),
            (CountSource.MODEL, self.tr("Known from the model")),
        )

    def _seen_actions(self) -> tuple[Action, ...]:
        if self.state.page is None:
            return ()
        return tuple(
            Action(word, partial(self._presenter.say_seen, source), key)
            for (source, word), key in zip(self._seen_words(), _SEEN_KEYS, strict=True)
        )

    def _main(self) -> tuple[Action, ...]:
        leave = Action(self.tr("Stop"), self.close_overlay, "F9", "x")
        if self.state.current is None:
            return (*self._at_end(), leave)
        page, reason = self.state.page, ""
        if page is None:
            reason = self.tr("Wait a moment.")
        elif self.state.seen is None:
            reason = self.tr("Say first how the number of media is known.")
        word = self.tr("Approve")
        approve = Action(
            word, self._presenter.approve, "F10", "check", not reason, reason, main=True
        )
        back = Action(self.tr("Back"), self._presenter.go_back, "F7", "arrow-left")
        on = Action(self.tr("Past it"), self._presenter.go_on, "F8", "arrow-right")
        turned = (back, on) if self.state.has_before else (on,)
        return (approve, *turned, self._rest(), leave)

    def _rest(self) -> Action:
        pages, unseen = self.state.rest()
        reason = ""
        if unseen:
            reason = self.tr("Look at each of the lot first: %n left.", "", unseen)
        elif not pages:
            reason = self.tr("Nothing of the lot is clean and its number known.")
        word = self.tr("The lot's clean ones (%n)", "", len(pages))
        return Action(word, self._presenter.approve_rest, "F11", "list-checks", not reason, reason)

    def _at_end(self) -> tuple[Action, ...]:
        done = len(self.state.approved)
        again = Action(self.tr("From the beginning"), self._again, "F7", "undo-2")
        if not done:
            return (again,) if self.state.left_over else ()
        reason = self.tr("Wait a moment.") if self.state.being_saved else ""
        go = tuple(
            Action(
                self.tr("Certificates of {0} (%n)", "", len(devices)).replace("{0}", short(lot)),
                partial(self._to_certificates, " ".join((lot, *devices))),
                key,
                "file-check",
                not reason,
                reason,
                main=key == _LOT_KEYS[0],
            )
            for (lot, devices), key in zip(self.state.approved_lots, _LOT_KEYS, strict=False)
        )
        if not go:
            word = self.tr("Certificates of %n devices", "", done)
            to_all = partial(self._to_certificates, "")
            go = (Action(word, to_all, "F10", "file-check", not reason, reason, main=True),)
        return (*go, again) if self.state.left_over else go

    def _again(self) -> None:
        first = next((one.device for one in self.state.left_over), "")
        self._presenter.go_to(first)

    def _to_certificates(self, lot: str) -> None:
        self.close_overlay()
        self.certificates_wanted.emit(lot)

    def _took_drawn(self, names: tuple[str, ...]) -> None:
        self._drawn += names

    def _failed(self, failure: KnownFailure) -> None:
        said = self._texts.failure(failure)
        self.page.show_failure(said["what"], f"{said['why']} {said['next']}")

    def _renew(self) -> None:
        state = self.state
        self._show_progress()
        page = state.page
        if not self._presenter.loaded or (state.current is not None and page is None):
            self._show("busy", self.page.show_busy)
        elif page is not None:
            view = lane_words.page_view(page, self._texts)
            self._show(view, partial(self.page.show_page, view))
        else:
            self._show_end()
        self._count_row.setVisible(page is not None)
        if page is not None:
            self._count.setText(self.tr("%n media", "", page.count))
            self._known.setText(lane_words.page_view(page, self._texts).known)
        for button in self._seen_buttons:
            seen = state.seen
            button.setChecked(seen is not None and button.property("source") == seen.value)
        self._bar.show_actions(self._main())

    def _show(self, what: object, show: partial[None] | object) -> None:
        """Show something else only where it is something else: what is read does not jump."""
        if what != self._showing and callable(show):
            self._showing = what
            show()

    def _show_progress(self) -> None:
        state = self.state
        total = len(state.devices)
        words = [self.tr("%n approved", "", len(state.approved))]
        if state.current is not None:
            words.insert(0, f"{state.at + 1} / {total}")
        if state.being_saved:
            words.append(self.tr("%n being saved", "", state.being_saved))
        self._progress.setText(" · ".join(words))

    def _show_end(self) -> None:
        state = self.state
        left = tuple(
            lane_words.left_view(
                one, state.pages.get(one.device), state.refused.get(one.device, ""), self._texts
            )
            for one in state.left_over[:_LEFT_SHOWN]
        )
        title = self.tr("%n devices approved", "", len(state.approved))
        if not state.devices:
            title = self.tr("Nothing waits for approval.")
        drawn = ""
        if self._drawn:
            drawn = self.tr("Drawn for a second look: {0}").replace("{0}", ", ".join(self._drawn))
        self._show((title, drawn, left), partial(self.page.show_end, title, drawn, left))
