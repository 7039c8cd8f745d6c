"""The grading screen: what waits, one device check by check, and its grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.queues import Queue
from serkut_desk.stations.grading.commands import Decided
from serkut_desk.ui.panel import Action, Chip, Panel
from serkut_desk.ui.parts.states import StateKind
from serkut_desk.ui.stations.grading import deeds, moves, notices, wording
from serkut_desk.ui.stations.grading.grade_card import GradeSide
from serkut_desk.ui.stations.grading.graded_page import GradedPage
from serkut_desk.ui.stations.grading.presenter import GradingPresenter
from serkut_desk.ui.stations.grading.questions import Questions
from serkut_desk.ui.stations.grading.queue_card import ORDER
from serkut_desk.ui.stations.grading.stage import Stage
from serkut_desk.ui.stations.grading.walk import Walk
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.checklist import Result
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.stops import StopKind
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.devices.commands import Undone
    from serkut_desk.stations.grading.commands import Finished, Kept, Overridden
    from serkut_desk.stations.grading.queries import Look, QueueLine
    from serkut_desk.stations.handling import Command
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView
    from serkut_desk.ui.stations.grading.pages import InspectPage

_QUEUES = {
    Queue.GRADE.value: ORDER[0],
    Queue.DECIDE.value: ORDER[1],
    Queue.REPAIR.value: ORDER[3],
    Queue.DISMANTLE.value: ORDER[4],
}


class GradingPanel(Panel):
    """Queues; or the device that is open: its checks, or its grade.

    Args:
        hands: Asks and carries out.
    """

    side_width = 380

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._presenter = GradingPresenter(hands, self)
        self._connect()
        self.questions = Questions(self, hands)
        self._deeds = deeds.Deeds(self, self._presenter, self.questions)
        self._look: Look | None = None
        self.walk: Walk | None = None
        self._turn: moves.Turn | None = None
        self._again = False
        self._at = ""
        self._just = ""
        self._danger: tuple[StopKind, str] | None = None
        self._lines: tuple[QueueLine, ...] = ()
        self._side = GradeSide(hands.texts)
        self._stage = Stage()
        self._stage.picked.connect(self._pick)
        self._stage.typed.connect(self._show_turn)
        self._stage.row_picked.connect(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stage)
        self._wanted_queue = ORDER[0]

    def side(self) -> QWidget:
        """Return the grade and the device."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Show what this person works with."""
        super().set_person(person)
        if self._stage.is_empty:
            self._stage.show_state(StateKind.BUSY, self.tr("Looking what waits…"))

    def may(self, permission: Permission) -> bool:
        """Tell whether the person may."""
        return self.person is not None and permission.value in self.person.permissions

    @property
    def look(self) -> Look | None:
        """The device that is open."""
        return self._look

    @property
    def half_done(self) -> bool:
        """An inspection is under way."""
        return self.walk is not None and bool(self.walk.answered)

    def shown(self) -> None:
        """Read what may have changed meanwhile."""
        if self._presenter.code:
            self._presenter.open(self._presenter.code)
        else:
            self._presenter.load()

    def show_queue(self, queue: str) -> None:
        """Turn to a queue."""
        self._wanted_queue = _QUEUES.get(queue, ORDER[0])
        self.to_queue()

    def scanned(self, text: str) -> bool:
        """Open a device by any of its codes; a place takes a graded device."""
        own = parse_code(text)
        if own is not None and own.kind is CodeKind.PLACE and self._look is not None:
            self.scan_taken.emit(self.tr("place"), Tone.GOOD)
            self._presenter.move(str(own))
            return True
        if own is not None and own.kind is not CodeKind.DEVICE:
            return False
        if own is None:
            self._presenter.find(text)
        else:
            self._open(str(own))
        return True

    def chips(self) -> tuple[Chip, ...]:
        """Return what is inspected."""
        if self.walk is None:
            return ()
        kind = self._hands.texts.say(f"type.{self.walk.look.type}")
        return (Chip(strong=kind, after=self.tr("%n checks", "", len(self.walk.asked))),)

    def function_keys(self) -> tuple[Action, ...]:
        """Return what the keys do now."""
        if self.walk is not None and self._turn is not None:
            keys = self._turn.actions
            taken = {action.key for action in keys}
            return (*keys, *(one for one in (self._deeds.finish(),) if one.key not in taken))
        stop = Action(self.tr("STOP: battery"), self.stop_wanted.emit, "F4", "hand")
        if self._look is not None:
            return (*self._deeds.graded(), stop)
        return (*self._deeds.queue(self._stage.queue, self._oldest), stop)

    def cancel(self) -> None:
        """Go back: every answer is kept already."""
        if self.walk is not None:
            self.back()
        elif self._look is not None:
            self.to_queue()

    def park(self) -> Parked:
        """Keep which device and which check are open."""
        check = self.walk.check if self.walk is not None else None
        return {
            "device": self._presenter.code,
            "at": check.key if check else "",
            "again": self._again,
            "queue": self._wanted_queue,
        }

    def resume(self, state: Parked) -> None:
        """Open them again."""
        self._at = str(state.get("at") or "")
        self._again = bool(state.get("again"))
        self._wanted_queue = str(state.get("queue") or ORDER[0])
        device = str(state.get("device") or "")
        if device:
            self._presenter.open(device)

    def refresh(self, changes: Changes) -> None:
        """Read anew what changed."""
        if self._presenter.code:
            if self._presenter.code in changes.devices:
                self._presenter.open(self._presenter.code)
        elif changes.devices:
            self._presenter.load()

    # What the keys do.

    def answer(self, result: Result, reason: str | None = None) -> None:
        """Answer the check at hand; "no" to a danger shows STOP at once."""
        walk = self.walk
        check = walk.check if walk is not None else None
        command = walk.answer(result, reason) if walk is not None else None
        if walk is None or check is None or command is None:
            return
        if check.hazard is not None and result.value == "fail":
            self._danger = (check.hazard, walk.look.device)
            self._presenter.keep(command)
            self.stop_entered.emit(check.hazard)
            return
        self._kept(command)

    def keep(self, command: Command[Kept] | None) -> None:
        """Keep an answer, where there is one, and go on."""
        if command is None:
            self._show_walk()
        else:
            self._kept(command)

    def back(self) -> None:
        """Go one question or check back; from the first one to the queue."""
        if self.walk is not None and not self.walk.back():
            self.to_queue()
        elif self.walk is not None:
            self._show_walk()

    def later(self) -> None:
        """Leave the check open for now."""
        if self.walk is not None:
            self.walk.later()
            self._show_walk()

    def grade_again(self) -> None:
        """Begin a new inspection."""
        self._again = True
        if self._look is not None:
            self._opened(self._look)

    def to_queue(self) -> None:
        """Close the device; its answers stay."""
        self._presenter.close()
        self._look, self.walk, self._turn = None, None, None
        self._again, self._at = False, ""
        self._side.show_nothing()
        self.chips_changed.emit()
        self._presenter.load()

    def open_oldest(self) -> None:
        """Open the device that waits longest, or the chosen row."""
        queue = self._stage.queue
        code = queue.current if queue is not None else self._oldest
        if code:
            self._open(code)

    def show_walk(self) -> None:
        """Show the check at hand anew."""
        self._show_walk()

    @property
    def page(self) -> InspectPage | None:
        """The page of an inspection, while one is shown."""
        return self._stage.inspection

    # Answers of the records.

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.opened.connect(self._opened)
        presenter.card_ready.connect(self._card)
        presenter.listed.connect(self._listed)
        presenter.finished.connect(self._finished)
        presenter.changed.connect(self._changed)
        presenter.refused.connect(self._refused)
        presenter.failed.connect(self._failed)
        presenter.found.connect(self._found)
        presenter.said.connect(self.said)

    def _open(self, code: str) -> None:
        self._again, self._at, self._just = False, "", ""
        self.scan_taken.emit(self.tr("device"), Tone.GOOD)
        self._presenter.open(code)

    def _found(self, code: str) -> None:
        if code:
            self._open(code)
        else:
            self.scan_taken.emit(self.tr("not found"), Tone.ATTENTION)

    def _opened(self, look: Look) -> None:
        self._look = look
        if look.against is not None:
            self._show_against(look, look.against)
        elif look.held is not None and not look.begun and not self._again:
            self._show_graded(look)
        else:
            at = self._at
            if self.walk is not None and self.walk.look.device == look.device:
                at = self.walk.check.key if self.walk.check else ""
            self.walk, self._at = Walk(look, at), ""
            self._show_walk()
        self.chips_changed.emit()

    def _card(self, card: DeviceCard) -> None:
        self._side.show_device(card)

    def _listed(self, lines: tuple[QueueLine, ...]) -> None:
        self._lines = lines
        if self._presenter.code:
            return
        if self.guidance:
            count = sum(line.state.value == ORDER[0] for line in lines)
            sentence = self.tr("%n devices wait for grading.", "", count)
            if not count:
                sentence = self.tr("Nothing waits for grading.")
            self._stage.show_first(sentence, self._deeds.queue(self._stage.queue, self._oldest))
        else:
            self._stage.show_queue(self._hands.texts, lines, self._wanted_queue)

    def _finished(self, done: Finished) -> None:
        self._again, self._just = False, done.device
        undo = Action(self.tr("Undo"), self._presenter.undo, "F9", "undo-2")
        self.said.emit(notices.finished(done, undo))

    def _changed(self, done: Overridden | Decided | Undone | str) -> None:
        if not isinstance(done, str):
            self._just = ""
        self.said.emit(notices.changed(done, self._hands.texts))
        if isinstance(done, Decided) and self.walk is not None:
            # It is not graded any more: its checks are over.
            self.to_queue()

    def _refused(self, failure: KnownFailure) -> None:
        """Say why, and show what the records hold: an answer may not have been kept."""
        danger, self._danger = self._danger, None
        if danger is not None:
            self._presenter.raise_stop(*danger)
        self.said.emit(self._hands.notice(failure))
        if self._presenter.code:
            self._presenter.open(self._presenter.code)

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        self._presenter.close()
        self._look = self.walk = self._turn = None
        again = Action(self.tr("To the queue"), self.to_queue, "F7", "list", main=True)
        lines = (said["why"], said["next"])
        self._stage.show_state(StateKind.FAILED, said["what"], lines, (again,))

    # Pages.

    def _kept(self, command: Command[Kept]) -> None:
        self._presenter.keep(command)
        self.heard.emit(Tone.INFO)
        self._show_walk()

    def _show_walk(self) -> None:
        walk = self.walk
        if walk is None:
            return
        page = self._stage.show_inspection(self._hands.texts, plain=self.guidance)
        check = walk.check
        if check is not None and check.measure is not None:
            page.check.set_figure(walk.answers.measures.get(check.key))
        self._show_turn()
        self._side.show_walk(walk)
        self.chips_changed.emit()

    def _show_turn(self) -> None:
        walk, page = self.walk, self._stage.inspection
        if walk is None or page is None:
            return
        figure = page.check.figure
        turn = moves.turn(walk, self._deeds.hands(), self._hands.texts, figure)
        self._turn = turn
        name = walk.look.make or self._hands.texts.say(f"type.{walk.look.type}")
        page.show_walk(walk, name, turn)

    def _pick(self, key: str) -> None:
        if self.walk is not None:
            self.walk.go(key)
            self._show_walk()

    def _show_graded(self, look: Look) -> None:
        held = look.held
        assert held is not None, "only a graded device has a grade to show"
        self.walk = self._turn = None
        decision = look.decision.outcome if look.decision else None
        step = wording.next_step(held, decision, may_decide=self.may(Permission.OUTCOME))
        actions = self._deeds.graded()
        self._side.show_graded()
        texts, whole = self._hands.texts, not self.guidance
        ways = self._deeds.ways() if look.advice else {}
        page = GradedPage(look, held, step, actions, ways, texts=texts, whole=whole)
        self._stage.show_graded(page)

    def just_graded(self, device: str) -> bool:
        """Tell whether this person has just graded a device here."""
        return self._just == device

    def _show_against(self, look: Look, failure: KnownFailure) -> None:
        self.walk = self._turn = None
        said = self._hands.texts.failure(failure)
        again = Action(self.tr("To the queue"), self.to_queue, "F7", "list", main=True)
        self._side.show_nothing()
        title = f"{short(look.device)} · {said['what']}"
        lines = (said["why"], said["next"])
        self._stage.show_state(StateKind.NOT_ALLOWED, title, lines, (again,))

    @property
    def _oldest(self) -> str:
        waiting = (line for line in self._lines if line.state.value == ORDER[0])
        return next((line.device for line in waiting), "")

    def _row(self) -> None:
        queue = self._stage.queue
        if queue is not None:
            self._wanted_queue = queue.queue
            self._side.show_nothing()
            self._presenter.peek(queue.current)
            queue.show_actions(self._deeds.queue(self._stage.queue, self._oldest))
