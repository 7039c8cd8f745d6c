"""Containers: a wall of them, the chosen one by scan, and what leaves to recyclers."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from serkut_desk.domain.codes import CodeKind, OwnCode, parse_code, short
from serkut_desk.domain.containers import STUCK, ContainerState, ShipmentState
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.containers.commands import (
    AddToShipment,
    CancelShipment,
    ContainerDone,
    Fill,
    Filled,
    Merged,
    MoveContainer,
    Sent,
    ShipmentDone,
    TakeFromShipment,
    UndoFilling,
)
from serkut_desk.ui.panel import Action, Chip, Notice, Panel
from serkut_desk.ui.papers import PaperWork
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.containers import wording
from serkut_desk.ui.stations.containers.box_side import BoxSide
from serkut_desk.ui.stations.containers.notices import ResultNotices
from serkut_desk.ui.stations.containers.presenter import ContainersPresenter
from serkut_desk.ui.stations.containers.questions import Questions
from serkut_desk.ui.stations.containers.shipments import Shipments, ShipmentSide
from serkut_desk.ui.stations.containers.stack import stacked
from serkut_desk.ui.stations.containers.wall import Wall
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.containers.queries import (
        ContainerLine,
        ContainerPage,
        ShipmentLine,
    )
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView

# A part or medium whose weight is not known is asked for it, not refused.
_ASKS_WEIGHT = "container_weight_missing"
_SOURCES = {CodeKind.PART, CodeKind.MEDIUM, CodeKind.DEVICE}


class Mode(StrEnum):
    """What the screen is turned to."""

    WALL = "wall"
    SHIPMENTS = "shipments"


class ContainersPanel(Panel):
    """The wall of containers, or the shipments.

    Args:
        hands: Asks and carries out.
    """

    side_width = 380

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._presenter = ContainersPresenter(hands, self)
        self._papers = PaperWork(hands, Permission.SHIP, self)
        self._papers.said.connect(self.said)
        self.questions = Questions(self, hands, self._presenter)
        self._notices = ResultNotices(hands, self)
        self.mode = Mode.WALL
        self._lines: tuple[ContainerLine, ...] = ()
        self._shipments: tuple[ShipmentLine, ...] = ()
        self._keep, self._shipment = "", 0
        self._merging, self._taking, self._queue = "", False, False
        self._filling: tuple[str, str] | None = None
        self._page: ContainerPage | None = None
        self._wall, self._out = Wall(), Shipments()
        self._stack = stacked(self, self._wall, self._out)
        self._side = QWidget()
        self._box_side, self._out_side = BoxSide(), ShipmentSide()
        self._sides = stacked(self._side, self._box_side, self._out_side)
        self._wall.picked.connect(self._choose)
        self._out.picked.connect(self._choose_shipment)
        presenter = self._presenter
        presenter.listed.connect(self._listed)
        presenter.paged.connect(self._paged)
        presenter.shipped.connect(self._shipped)
        presenter.done.connect(self._done)
        presenter.failed.connect(self._failed)
        presenter.refused.connect(self._refused)

    def side(self) -> QWidget:
        """Return the chosen container or shipment."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Offer what this person may do."""
        super().set_person(person)
        if not self._may:
            self.mode = Mode.WALL
        self._turn(self.mode)

    @property
    def _may(self) -> bool:
        """Whether the person weighs out and ships."""
        return self.person is not None and Permission.SHIP.value in self.person.permissions

    def chips(self) -> tuple[Chip, ...]:
        """Return what the next scan is for."""
        if self._merging:
            return (Chip(before=self.tr("Emptying"), strong=short(self._merging)),)
        if self._taking:
            return (Chip(before=self.tr("Taking off the shipment")),)
        return ()

    def shown(self) -> None:
        """Fetch what is stale."""
        self._presenter.load(shipments=self._may)
        if self._keep:
            self._presenter.look(self._keep)

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when containers changed."""
        if changes.containers:
            self.shown()

    def show_queue(self, queue: str) -> None:
        """Turn to the container that needs somebody first."""
        del queue
        self._queue = True
        self._turn(Mode.WALL)
        self._to_first()

    def park(self) -> Parked:
        """Keep what was chosen."""
        return {"box": self._keep, "mode": self.mode.value, "shipment": self._shipment}

    def resume(self, state: Parked) -> None:
        """Choose it again."""
        self._keep = str(state.get("box") or "")
        self._shipment = int(str(state.get("shipment") or 0))
        if state.get("mode") == Mode.SHIPMENTS.value and self._may:
            self._turn(Mode.SHIPMENTS)

    def cancel(self) -> None:
        """Leave what the next scan was for."""
        if self._merging or self._taking:
            self._merging, self._taking = "", False
            self._show_actions()
        elif self.mode is Mode.SHIPMENTS:
            self._turn(Mode.WALL)

    @property
    def half_done(self) -> bool:
        """Whether a second scan is awaited."""
        return bool(self._merging)

    # Scans ----------------------------------------------------------------------------------

    def scanned(self, text: str) -> bool:
        """Take a container, what goes into it, or where it stands."""
        own = parse_code(text)
        if own is None or own.kind in {CodeKind.COMMAND, CodeKind.BADGE}:
            return False
        if own.kind is CodeKind.CONTAINER:
            self._container_scanned(own)
        elif own.kind is CodeKind.PLACE or own.kind in _SOURCES:
            self._with_chosen(own)
        else:
            return False
        return True

    def _container_scanned(self, own: OwnCode) -> None:
        code = str(own)
        if self.mode is Mode.SHIPMENTS:
            self._put_on(code)
            return
        line = self._line(code)
        if self._merging:
            from_ = self._line(self._merging)
            if from_ is not None and line is not None and line.code != from_.code:
                self._merging = ""
                self._show_actions()
                self.scan_taken.emit(own.short, Tone.GOOD)
                self.questions.merge(from_, line)
                return
        self.scan_taken.emit(own.short, Tone.GOOD if line else Tone.ATTENTION)
        self._choose(code)

    def _put_on(self, code: str) -> None:
        """Put a container on the chosen shipment, or take it off."""
        chosen = self._chosen_shipment
        if chosen is None or chosen.state != ShipmentState.OPEN.value:
            title = self.tr("Choose an open shipment first")
            self.said.emit(Notice(Tone.ATTENTION, title, self.tr("Or begin a new one.")))
            return
        self.scan_taken.emit(short(code), Tone.GOOD)
        made = TakeFromShipment if self._taking else AddToShipment
        self._taking = False
        self._presenter.do(made(chosen.shipment, code))

    def _with_chosen(self, own: OwnCode) -> None:
        """Move the chosen container, or put something into it."""
        line = self._chosen
        if line is None or self.mode is Mode.SHIPMENTS:
            title = self.tr("Scan a container first")
            self.said.emit(Notice(Tone.ATTENTION, title, self.tr("Then what goes into it.")))
            self.scan_taken.emit(self.tr("scan a container first"), Tone.ATTENTION)
            return
        self.scan_taken.emit(own.short, Tone.GOOD)
        if own.kind is CodeKind.PLACE:
            self._presenter.do(MoveContainer(line.code, str(own)))
            return
        self._filling = (line.code, str(own))
        self._presenter.do(Fill(line.code, str(own)))

    # Keys -----------------------------------------------------------------------------------

    def function_keys(self) -> tuple[Action, ...]:
        """Return what can be done now."""
        return (*self._actions(), self._stop())

    def _stop(self) -> Action:
        return Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand")

    def _actions(self) -> tuple[Action, ...]:
        return self._out_actions() if self.mode is Mode.SHIPMENTS else self._wall_actions()

    def _wall_actions(self) -> tuple[Action, ...]:
        if self._merging:
            leave = Action(self.tr("Do not empty it"), self.cancel, key="F9", icon="x")
            return (leave,)
        new = Action(self.tr("New container"), self.questions.open, key="F2", icon="plus")
        ships = Action(self.tr("Shipments"), self._to_shipments, key="F3", icon="truck")
        more = (ships,) if self._may else ()
        line = self._chosen
        if line is None:
            return (new, *more)
        if line.state == ContainerState.SEALED.value:
            return (new, *(self._sealed_actions(line) if self._may else ()), *more)
        if line.state != ContainerState.OPEN.value:
            return (new, *more)
        return (*self._open_actions(line), new, *more)

    def _open_actions(self, line: ContainerLine) -> tuple[Action, ...]:
        nothing = "" if line.inside_g else self.tr("The container is empty.")
        held = not nothing

        def action(word: str, run: object, key: str, icon: str) -> Action:
            assert callable(run)
            return Action(word, run, key=key, icon=icon, enabled=held, reason=nothing)

        change = Action(self.tr("Correct"), self._change, key="F7", icon="pencil")
        return (
            action(self.tr("Seal"), self._seal, "F5", "lock"),
            action(self.tr("Empty into another"), self._merge, "F6", "merge"),
            action(self.tr("Take back"), self._undo, "F9", "undo-2"),
            *((change,) if self._may else ()),
        )

    def _sealed_actions(self, line: ContainerLine) -> tuple[Action, ...]:
        word = self.tr("Weigh again") if line.gross_g is not None else self.tr("Weigh it out")
        on = "" if line.shipment is None else self.tr("It is on a shipment.")
        main = line.gross_g is None
        return (
            Action(
                word, self._weigh, "F5", "scale", enabled=not on, reason=on, main=main and not on
            ),
            Action(
                self.tr("Open the seal"),
                self._unseal,
                key="F7",
                icon="lock-open",
                enabled=not on,
                reason=on,
            ),
        )

    def _out_actions(self) -> tuple[Action, ...]:
        back = Action(self.tr("Containers"), self._to_wall, key="F3", icon="arrow-left")
        new = Action(self.tr("New shipment"), self.questions.ship, key="F2", icon="plus")
        codes = Action(self.tr("Recycler's codes"), self._code, key="F8", icon="hash")
        line = self._chosen_shipment
        if line is None or line.state == ShipmentState.CANCELLED.value:
            return (new, codes, back)
        if line.state == ShipmentState.LEFT.value:
            paper = Action(self.tr("Packing list"), self._open_paper, key="F5", icon="file-text")
            return (paper, new, codes, back)
        empty = "" if line.containers else self.tr("Scan sealed and weighed containers.")
        full = not empty
        take = self.tr("Take one off")
        return (
            Action(
                self.tr("Send it"),
                self._send,
                key="F10",
                icon="truck",
                enabled=full,
                reason=empty,
                main=full,
            ),
            Action(take, self._take, key="F6", icon="undo-2", enabled=full, reason=empty),
            Action(self.tr("Give it up"), self._cancel_shipment, key="F9", icon="x"),
            new,
            codes,
            back,
        )

    def _show_actions(self) -> None:
        self._wall.show_actions(self._wall_actions())
        self._out.show_actions(self._out_actions() if self._may else ())
        self.chips_changed.emit()

    def _turn(self, mode: Mode) -> None:
        self.mode, self._taking, self._merging = mode, False, ""
        for stack in (self._stack, self._sides):
            stack.setCurrentIndex(list(Mode).index(mode))
        self._show_side()
        self._show_actions()

    def _to_wall(self) -> None:
        self._turn(Mode.WALL)

    def _to_shipments(self) -> None:
        self._turn(Mode.SHIPMENTS)

    def _seal(self) -> None:
        if (line := self._chosen) is not None:
            self.questions.seal(line)

    def _weigh(self) -> None:
        if (line := self._chosen) is not None:
            self.questions.weigh(line)

    def _unseal(self) -> None:
        if (line := self._chosen) is not None:
            self.questions.unseal(line)

    def _change(self) -> None:
        if (line := self._chosen) is not None:
            self.questions.change(line)

    def _merge(self) -> None:
        """Let the next container that is scanned take what is in the chosen one."""
        if (line := self._chosen) is not None:
            self._merging = line.code
            title = self.tr("Scan the container that takes it")
            self.said.emit(Notice(Tone.INFO, title, self.tr("It must be of the same fraction.")))
            self._show_actions()

    def _undo(self) -> None:
        line, page = self._chosen, self._page
        if line is None or page is None or not page.contents:
            return
        person = self.person
        own = person is not None and page.contents[0].by == person.code
        if own or not self._may:
            self._presenter.do(UndoFilling(line.code))
        else:
            self.questions.undo(line)

    def _take(self) -> None:
        self._taking = True
        self.said.emit(Notice(Tone.INFO, self.tr("Scan the container to take off")))
        self._show_actions()

    def _send(self) -> None:
        if (line := self._chosen_shipment) is not None:
            self.questions.send(line)

    def _cancel_shipment(self) -> None:
        if (line := self._chosen_shipment) is not None:
            self._presenter.do(CancelShipment(line.shipment))

    def _open_paper(self) -> None:
        line = self._chosen_shipment
        if line is not None and line.number:
            self._papers.open(line.number)

    def _code(self) -> None:
        self.questions.code(self._chosen_shipment)

    # Answers --------------------------------------------------------------------------------

    @property
    def _chosen(self) -> ContainerLine | None:
        return self._line(self._keep)

    @property
    def _chosen_shipment(self) -> ShipmentLine | None:
        return next((one for one in self._shipments if one.shipment == self._shipment), None)

    def _line(self, code: str) -> ContainerLine | None:
        known = next((one for one in self._lines if one.code == code), None)
        if known is None and self._page is not None and self._page.container.code == code:
            return self._page.container
        return known

    def _choose(self, code: str) -> None:
        self._keep = code
        self._page = None
        self._wall.choose(code)
        self._show_actions()
        self._presenter.look(code)

    def _choose_shipment(self, number: int) -> None:
        self._shipment = number
        self._out.choose(number)
        self._show_side()
        self._show_actions()

    def _listed(self, lines: tuple[ContainerLine, ...]) -> None:
        self._lines = lines
        texts = self._hands.texts
        self._wall.show_boxes([wording.box_view(line, texts) for line in lines], self._keep)
        if self._queue:
            self._to_first()
        self._show_actions()

    def _to_first(self) -> None:
        """Choose what needs somebody: first what is over, then what soon is."""
        alerts = [line for line in self._lines if line.alert is not None]
        alerts.sort(key=lambda line: line.alert not in STUCK)
        if alerts:
            self._queue = False
            self._choose(alerts[0].code)

    def _paged(self, page: ContainerPage) -> None:
        if page.container.code == self._keep:
            self._page = page
            self._show_side()
            self._show_actions()

    def _shipped(self, lines: tuple[ShipmentLine, ...]) -> None:
        self._shipments = lines
        if self._chosen_shipment is None:
            open_ones = [one for one in lines if one.state == ShipmentState.OPEN.value]
            self._shipment = open_ones[0].shipment if open_ones else 0
        texts = self._hands.texts
        views = [wording.shipment_view(line, texts) for line in lines]
        self._out.show_shipments(views, self._shipment)
        self._show_side()
        self._show_actions()

    def _show_side(self) -> None:
        texts, line = self._hands.texts, self._chosen_shipment
        self._out_side.show_shipment(wording.shipment_view(line, texts) if line else None)
        page = self._page
        view = wording.page_view(page, texts) if page else None
        self._box_side.show_page(view, plain=self.guidance)

    def _done(self, done: object) -> None:
        self._filling = None
        if isinstance(done, Sent):
            self.questions.sent(done, self._papers)
            return
        if isinstance(done, ShipmentDone):
            self._shipment = done.shipment
            # A shipment without containers is no change that others are told of.
            self.shown()
        if isinstance(done, ContainerDone | Filled):
            self._keep = done.container
        if isinstance(done, ContainerDone) and self._page is None:
            # A new one: how it is packed, at once.
            self._choose(done.container)
        if isinstance(done, Merged):
            self._choose(done.into)
        self.said.emit(self._notices.of(done))

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        again = Action(self.tr("Try again"), self.shown, icon="refresh-cw")
        lines = (said["why"], said["next"])
        self._wall.show_failure(EmptyState(StateKind.FAILED, said["what"], lines, (again,)))

    def _refused(self, failure: KnownFailure) -> None:
        if self.questions.show_problem(failure):
            return
        if failure.code == _ASKS_WEIGHT and self._filling is not None:
            box, source = self._filling
            self.questions.fill(box, source, short(source))
            return
        self.said.emit(self._hands.notice(failure))
