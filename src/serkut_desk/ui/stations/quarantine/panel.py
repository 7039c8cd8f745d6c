"""Quarantine: makers lock devices away by a scan; supervisors find them a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.quarantine import QuarantineStep
from serkut_desk.ui.device_words import name_of
from serkut_desk.ui.panel import Action, Notice, Panel
from serkut_desk.ui.papers import PaperWork
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.quarantine import wording
from serkut_desk.ui.stations.quarantine.held_side import HeldSide
from serkut_desk.ui.stations.quarantine.maker_view import MakerSide, MakerView
from serkut_desk.ui.stations.quarantine.presenter import QuarantinePresenter
from serkut_desk.ui.stations.quarantine.questions import Questions
from serkut_desk.ui.stations.quarantine.queue_card import QueueCard
from serkut_desk.ui.stations.quarantine.report_card import ReportCard
from serkut_desk.ui.stations.quarantine.views import Target
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.finding import Found
    from serkut_desk.stations.quarantine.commands import Answered, Ended, Reported, Requested
    from serkut_desk.stations.quarantine.queries import QueueLine
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView

# What can be done next, by what the rules say is next; the others stay possible.
_MAIN = {
    QuarantineStep.REQUEST: "F5",
    QuarantineStep.WAIT: "F6",
    QuarantineStep.FREE: "F7",
    QuarantineStep.FREE_BY_TWO: "F7",
    QuarantineStep.DISMANTLE: "F8",
    QuarantineStep.DECIDE: "F7",
    QuarantineStep.AUTHORITIES: "F6",
}


class QuarantinePanel(Panel):
    """The queue and the chosen device; for makers a picture and one answer.

    Args:
        hands: Asks and carries out.
    """

    side_width = 370

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._presenter = QuarantinePresenter(hands, self)
        self._papers = PaperWork(hands, Permission.QUARANTINE, self)
        self._papers.said.connect(self.said)
        self.questions = Questions(self, hands, self._presenter)
        self._lines: tuple[QueueLine, ...] = ()
        self._now: datetime | None = None
        self._keep = ""
        self._target: Target | None = None
        self._queue = QueueCard()
        self._queue.picked.connect(self._picked)
        self._guide = MakerView()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        self._main = QWidget()
        self._stack = QStackedLayout(self._main)
        self._stack.addWidget(self._queue)
        self._stack.addWidget(self._guide)
        inside.addWidget(self._main)
        self._side = QWidget()
        self._side_stack = QStackedLayout(self._side)
        self._held = HeldSide()
        self._maker_side = MakerSide(self._stop())
        self._side_stack.addWidget(self._held)
        self._side_stack.addWidget(self._maker_side)
        self._connect()

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._listed)
        presenter.failed.connect(self._failed)
        presenter.found.connect(self._found)
        presenter.reported.connect(self._reported)
        presenter.requested.connect(self._requested)
        presenter.answered.connect(self._answered)
        presenter.ended.connect(self._ended)
        presenter.refused.connect(self._refused)

    def side(self) -> QWidget:
        """Return the chosen device, or the maker's answer."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Show the view of who works now."""
        super().set_person(person)
        plain = not self._may
        self._stack.setCurrentWidget(self._guide if plain else self._queue)
        self._side_stack.setCurrentWidget(self._maker_side if plain else self._held)
        self._show_chosen()

    @property
    def _may(self) -> bool:
        """Whether the person finds ways out, and does not only lock away."""
        return self.person is not None and Permission.QUARANTINE.value in self.person.permissions

    def shown(self) -> None:
        """Fetch the queue."""
        self._presenter.load()

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when devices changed."""
        if changes.devices:
            self._presenter.load()

    def park(self) -> Parked:
        """Keep which device was chosen."""
        return {"device": self._keep}

    def resume(self, state: Parked) -> None:
        """Choose it again."""
        self._keep = str(state.get("device") or "")

    def scanned(self, text: str) -> bool:
        """Look which device it is; what is not locked away yet is asked about."""
        own = parse_code(text)
        if own is not None and own.kind in {CodeKind.COMMAND, CodeKind.BADGE, CodeKind.PLACE}:
            return False
        self.scans_held.emit()
        self._presenter.find(text)
        return True

    def function_keys(self) -> tuple[Action, ...]:
        """Return what can be done with the chosen device."""
        return (*(self._actions() if self._may else ()), self._stop())

    def _stop(self) -> Action:
        return Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand")

    @property
    def _chosen(self) -> QueueLine | None:
        return next((line for line in self._lines if line.code == self._keep), None)

    def _actions(self) -> tuple[Action, ...]:
        line = self._chosen
        nobody = "" if line else self.tr("Scan a device, or choose a row.")
        asked = line is not None and all(one.request for one in line.reasons)
        unasked = nobody or ("" if asked else self.tr("Ask for a release first."))
        number = line.reasons[0].request if line else None
        opening = () if not number else (self._action("F3", nobody),)
        return (
            self._action("F5", nobody),
            self._action("F6", unasked),
            self._action("F7", nobody),
            self._action("F8", nobody),
            *opening,
        )

    def _action(self, key: str, reason: str) -> Action:
        word, icon, run = {
            "F3": (self.tr("Open the request"), "file-text", self._open_request),
            "F5": (self.tr("Ask for a release"), "file-text", self._request),
            "F6": (self.tr("Record the answer"), "pencil", self._answer),
            "F7": (self.tr("Free it"), "circle-check", self._free),
            "F8": (self.tr("Take it apart"), "hammer", self._take_apart),
        }[key]
        main = self._chosen is not None and _MAIN[self._chosen.step] == key
        return Action(word, run, key, icon, enabled=not reason, reason=reason, main=main)

    def _listed(self, lines: tuple[QueueLine, ...], now: datetime) -> None:
        self._lines, self._now = lines, now
        texts = self._hands.texts
        rows = [wording.queue_row(line, now, texts) for line in lines]
        self._queue.show_rows(rows, self._keep)
        if self._chosen is None:
            self._keep = lines[0].code if lines else ""
        self._maker_side.show_count(len(lines))
        self._show_chosen()

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        again = Action(self.tr("Try again"), self.shown, icon="refresh-cw")
        lines = (said["why"], said["next"])
        self._queue.show_failure(EmptyState(StateKind.FAILED, said["what"], lines, (again,)))

    def _picked(self, code: str) -> None:
        if code != self._keep:
            self._keep = code
            self._show_chosen()

    def _show_chosen(self) -> None:
        line = self._chosen
        held = line is not None and self._now is not None
        texts = self._hands.texts
        self._held.show_held(
            wording.held_view(line, self._now, texts) if held and line and self._now else None
        )
        self._queue.show_actions(self._actions() if self._may else ())

    def _found(self, found: Found) -> None:
        self.scans_released.emit()
        code = found.device
        line = next((one for one in self._lines if one.code == code), None)
        if code is None:
            self.scan_taken.emit(self.tr("not found"), Tone.ATTENTION)
            self._say(Tone.ATTENTION, self.tr("No device has this code"), found.text)
        elif line is not None:
            self.scan_taken.emit(self.tr("in quarantine"), Tone.INFO)
            self._keep = code
            self._queue.move_to(code)
            self._show_chosen()
            if not self._may:
                title = self.tr("It is in quarantine already")
                self._say(Tone.INFO, title, self._lead(line), line.place or "")
        else:
            device = found.devices[0]
            name = name_of(device.manufacturer, device.model)
            title = " · ".join(filter(None, (short(code), name)))
            self.scan_taken.emit(short(code), Tone.GOOD)
            self._ask(Target(code, title))

    def _lead(self, line: QueueLine) -> str:
        return " · ".join((short(line.code), name_of(line.manufacturer, line.model)))

    def _ask(self, target: Target) -> None:
        self._target = target
        card = ReportCard(self.window(), target, stolen=self._may)
        card.chosen.connect(self._lock_chosen)
        self.overlay_wanted.emit(card)

    def _lock_chosen(self, lock: Lock) -> None:
        if self._target is None:
            return
        if lock is Lock.STOLEN:
            self.questions.stolen(self._target)
        else:
            self._presenter.report(self._target.device, lock)

    def _reported(self, done: Reported) -> None:
        self._keep = done.device
        lead = self._target.title if self._target else short(done.device)
        text = self.tr("Stick on the new label. Take it to the quarantine shelf.")
        self._say(Tone.ATTENTION, self.tr("In quarantine"), lead, text)

    def _requested(self, done: Requested) -> None:
        title = self.tr("{0} is ready").replace("{0}", done.number)
        count = self.tr("%n devices", "", len(done.devices))
        opening = Action(self.tr("Open"), lambda: self._papers.open(done.number), icon="file-text")
        self.said.emit(Notice(Tone.GOOD, title, f"{done.donor} · {count}", opening))
        self.questions.request_ready(done, self._papers)

    def _answered(self, done: Answered) -> None:
        said = self._hands.texts.say(f"quarantine.answer.{done.answer.value}")
        self.said.emit(Notice(Tone.GOOD, self.tr("Answer recorded"), said))

    def _ended(self, done: Ended) -> None:
        texts = self._hands.texts
        state = texts.say(f"state.{done.state}")
        if done.left:
            title = self.tr("One reason is closed. Another one holds it.")
            self.said.emit(Notice(Tone.ATTENTION, title, short(done.device)))
            return
        title = self.tr("{0} is out of quarantine").replace("{0}", short(done.device))
        self.said.emit(Notice(Tone.GOOD, title, state))

    def _refused(self, failure: KnownFailure) -> None:
        self.scans_released.emit()
        if self.questions.show_problem(failure):
            return
        notice = self._hands.notice(failure)
        self._say(notice.tone, notice.title, text=notice.text)

    def _say(self, tone: Tone, title: str, lead: str = "", text: str = "") -> None:
        """Answer on the maker's card, or in the banner."""
        if self._may:
            self.said.emit(Notice(tone, title, " · ".join(filter(None, (lead, text)))))
        else:
            self._maker_side.show_result(tone, title, lead, text)
            self.heard.emit(tone)

    def _request(self) -> None:
        if (line := self._chosen) is not None:
            self._presenter.request(line.code)

    def _answer(self) -> None:
        if (line := self._chosen) is not None:
            self.questions.answer(line)

    def _free(self) -> None:
        if (line := self._chosen) is not None:
            self.questions.free(line)

    def _take_apart(self) -> None:
        if (line := self._chosen) is not None:
            self.questions.take_apart(line)

    def _open_request(self) -> None:
        line = self._chosen
        if line is not None and line.reasons[0].request:
            self._papers.open(line.reasons[0].request)
