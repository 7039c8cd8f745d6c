"""Taking apart: one device step by step, its balance live; before that, what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.dismantling import StepKind
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.serials import normal_serial, serial_key
from serkut_desk.domain.weighing import grams_words, parse_grams
from serkut_desk.stations.dismantling.commands import (
    FractionPut,
    MediumTaken,
    PartTaken,
    PutFraction,
    TakeHazardBattery,
    TakeMedium,
    TakePart,
)
from serkut_desk.ui.panel import Action, Chip, Notice, Panel
from serkut_desk.ui.stations.dismantling import wording
from serkut_desk.ui.stations.dismantling.deeds import Deeds
from serkut_desk.ui.stations.dismantling.out_side import OutSide
from serkut_desk.ui.stations.dismantling.presenter import DismantlingPresenter, progress_of
from serkut_desk.ui.stations.dismantling.questions import Questions
from serkut_desk.ui.stations.dismantling.start_view import QueueView, StartSide, StartView
from serkut_desk.ui.stations.dismantling.work_view import WorkView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.weighing import Weighed
    from serkut_desk.stations.dismantling.commands import (
        BatteryTaken,
        Cancelled,
        Finished,
        Progress,
    )
    from serkut_desk.stations.dismantling.views import BalanceLine, QueueLine, Sheet
    from serkut_desk.texts import Texts
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView

_LONGEST_GRAMS = 5


class DismantlingPanel(Panel):
    """The queue, or the device that is open.

    Args:
        hands: Asks and carries out.
    """

    side_width = 400

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self.presenter = DismantlingPresenter(hands, self)
        self.questions = Questions(self, hands)
        self.sheet: Sheet | None = None
        self.past = False
        self.row = ""
        self.chosen = ""
        self._busy = False
        self._lines: tuple[QueueLine, ...] = ()
        self._history: tuple[BalanceLine, ...] = ()
        self.deeds = Deeds(self, self.presenter, self.questions)
        self._start, self._queue = StartView(), QueueView()
        self.work = WorkView(hands.scale)
        self._stack = _stacked(self, self._start, self._queue, self.work)
        self._side = QWidget()
        self._start_side, self._out = StartSide(self.stop_action()), OutSide()
        self._sides = _stacked(self._side, self._start_side, self._out)
        self._connect()

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.listed.connect(self._listed)
        presenter.opened.connect(self._opened)
        presenter.found.connect(self._found)
        presenter.asked.connect(self._wait)
        presenter.done.connect(self._done)
        presenter.released.connect(self._released)
        presenter.ended.connect(self._ended)
        presenter.refused.connect(self._refused)
        self.questions.left.connect(self.work.weight.give_back)
        self._queue.picked.connect(self._row_picked)
        self._out.picked.connect(self._out_picked)
        self.work.code_scanned.connect(self._scanned_while_typing)
        self.work.weight.changed.connect(self.chips_changed)

    def may(self, permission: Permission) -> bool:
        """Tell whether the person may."""
        return self.person is not None and permission.value in self.person.permissions

    @property
    def texts(self) -> Texts:
        """Sentences in the window's language."""
        return self._hands.texts

    @property
    def half_done(self) -> bool:
        """A device is open and its work goes on."""
        return self.sheet is not None and self.sheet.order_state == "open"

    @property
    def on_table(self) -> str:
        """The device that is open: STOP means its battery."""
        return self.sheet.code if self.sheet is not None else ""

    def side(self) -> QWidget:
        """Return what came out, or what is under way."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Show what this person works with."""
        super().set_person(person)
        self._show()

    def shown(self) -> None:
        """Fetch what is stale."""
        if self.presenter.code:
            self.presenter.open(self.presenter.code)
        self.presenter.load()

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when devices, containers or parts changed."""
        if changes.devices or changes.containers or changes.parts:
            self.shown()

    def chips(self) -> tuple[Chip, ...]:
        """Return which device is open."""
        if self.sheet is None:
            return ()
        return (Chip(before=self.tr("Taking apart"), strong=short(self.sheet.code)),)

    def park(self) -> Parked:
        """Keep which device is open; everything else stands in the records."""
        return {"device": self.presenter.code}

    def resume(self, state: Parked) -> None:
        """Open it again."""
        device = str(state.get("device") or "")
        if device:
            self.presenter.open(device)

    def cancel(self) -> None:
        """Leave the device as it stands."""
        self.leave()

    def function_keys(self) -> tuple[Action, ...]:
        """Return what can be done now."""
        return (*self._actions(), self.stop_action())

    def stop_action(self) -> Action:
        """Offer the STOP screen."""
        return Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand")

    def scanned(self, text: str) -> bool:
        """Take a device, a container, a part, a serial; figures are a weight."""
        own = parse_code(text)
        if own is None:
            return self._plain_scan(text)
        if own.kind is CodeKind.DEVICE:
            self._open(str(own))
            return True
        if self.sheet is None or own.kind not in {
            CodeKind.CONTAINER,
            CodeKind.PART,
            CodeKind.MEDIUM,
        }:
            return False
        self._own_scan(own.kind, str(own))
        return True

    def _plain_scan(self, text: str) -> bool:
        sheet = self.sheet
        if sheet is not None and len(text) <= _LONGEST_GRAMS and parse_grams(text):
            self.work.write_weight(parse_grams(text) or 0)
            self.scan_taken.emit(self.tr("weight"), Tone.GOOD)
            return True
        key = serial_key(normal_serial(text))
        if sheet is not None and key and any(one.key == key for one in sheet.media if one.inside):
            self.take_medium(text)
            return True
        self.presenter.find(text)
        return True

    def _scanned_while_typing(self, text: str) -> None:
        if self.scanned(text):
            self.scan_taken.emit(text, Tone.GOOD)

    def _own_scan(self, kind: CodeKind, code: str) -> None:
        sheet = self.sheet
        assert sheet is not None, "without a device such a scan is not taken"
        if sheet.hazard is not None:
            self._hazard_scan(kind, code)
            return
        if kind is CodeKind.CONTAINER:
            weight = self.weighed()
            if weight is not None:
                self.scan_taken.emit(self.tr("container"), Tone.GOOD)
                self.presenter.do(PutFraction(sheet.code, code, weight))
        elif kind is CodeKind.MEDIUM:
            self.take_medium(code)
        else:
            weight = self.weighed()
            if weight is not None:
                self.presenter.do(TakePart(sheet.code, part=code, weight=weight))

    def _hazard_scan(self, kind: CodeKind, code: str) -> None:
        sheet = self.sheet
        may = self.may(Permission.BATTERY)
        if kind is not CodeKind.CONTAINER or sheet is None or not may:
            self.scan_taken.emit(self.tr("battery first"), Tone.ATTENTION)
            self.heard.emit(Tone.ATTENTION)
            return
        weight = self.work.weight.current()
        if weight is not None:
            self.presenter.release(TakeHazardBattery(sheet.code, code, self.work.weight.take()))
            return
        self.deeds.unweighed_battery(code)

    def take_medium(self, text: str | None) -> None:
        """Take a medium out with the weight on the scale."""
        weight = self.weighed()
        if weight is not None and self.sheet is not None:
            self.presenter.do(TakeMedium(self.sheet.code, text, weight))

    def weighed(self) -> Weighed | None:
        """Return the weight, or say what is missing."""
        found = self.work.weight.take()
        if found is None:
            self.scan_taken.emit(self.tr("weight first"), Tone.ATTENTION)
            self.heard.emit(Tone.ATTENTION)
            self.work.weight.focus()
        return found

    def leave(self) -> None:
        """Turn back to the beginning; the work stands in the records."""
        self._go_on()
        self.presenter.close()
        self.sheet, self.chosen = None, ""
        self._show()
        self.presenter.load()
        self.chips_changed.emit()

    def open_first(self) -> None:
        """Open the chosen row, for makers what waits longest."""
        first = "" if self.past else self._first
        code = self._first if self.guidance else self.row or first
        if code:
            self._open(code)

    def turn_to_past(self) -> None:
        """Turn between what waits and what was taken apart."""
        self.past, self.row = not self.past, ""
        self._show_lists()

    def _open(self, code: str) -> None:
        self.scan_taken.emit(self.tr("device"), Tone.GOOD)
        if self.sheet is not None and self.sheet.code != code:
            self.work.weight.clear()
        self.chosen = ""
        self.presenter.open(code)

    @property
    def _first(self) -> str:
        begun = [line.code for line in self._lines if line.begun is not None]
        return next(iter([*begun, *(line.code for line in self._lines)]), "")

    def _wait(self) -> None:
        """Let no key or scan act on what the screen showed before the answer."""
        self._busy = True
        self.scans_held.emit()

    def _go_on(self) -> None:
        if self._busy:
            self._busy = False
            self.scans_released.emit()

    def _actions(self) -> tuple[Action, ...]:
        if self._busy:
            return ()
        if self.sheet is not None:
            return self.deeds.actions(self.sheet)
        opens = bool(self.row if self.past else self._first)
        return self.deeds.beginning(opens, past=self.past, plain=self.guidance)

    # What the records answer.

    def _listed(self, lines: tuple[QueueLine, ...], history: tuple[BalanceLine, ...]) -> None:
        self._lines, self._history = lines, history
        self._show_lists()

    def _show_lists(self) -> None:
        texts = self._hands.texts
        rows = [wording.queue_row(line, texts) for line in self._lines]
        begun = [row for row, line in zip(rows, self._lines, strict=True) if line.begun is not None]
        self._start_side.show_begun(begun)
        waiting = len(rows) - len(begun)
        self._start.show_waiting(waiting, self._actions() if self.sheet is None else ())
        if self.past:
            past = [wording.past_row(line) for line in self._history]
            self._queue.show_past(past, self.row)
        else:
            self._queue.show_queue(rows, self.row)
        if self.sheet is None:
            self._queue.bar.show_actions(self._actions())

    def _opened(self, sheet: Sheet) -> None:
        self._go_on()
        if sheet.order is None and sheet.hazard is None and not _may_begin(sheet, self._lines):
            self._not_for_it(sheet)
            return
        self.sheet = sheet
        self._show()
        self.chips_changed.emit()

    def _not_for_it(self, sheet: Sheet) -> None:
        """Say that nobody decided so, with the sentence of the rule."""
        texts = self._hands.texts
        words = texts.say("error.not_for_dismantling.what")
        text = texts.say("error.not_for_dismantling.next")
        self.presenter.close()
        self.said.emit(Notice(Tone.ATTENTION, f"{short(sheet.code)} · {words}", text))
        if self.sheet is not None:
            self.leave()

    def _found(self, code: str) -> None:
        if code:
            self._open(code)
        else:
            self.scan_taken.emit(self.tr("not found"), Tone.ATTENTION)

    def _done(self, done: Progress | MediumTaken | PartTaken | FractionPut) -> None:
        self.work.weight.clear()
        self.questions.close()
        self.chosen = ""
        self.heard.emit(Tone.GOOD)
        notice = self._notice(done)
        if notice is not None:
            self.said.emit(notice)
        self.presenter.open(progress_of(done).device)

    def _notice(self, done: Progress | MediumTaken | PartTaken | FractionPut) -> Notice | None:
        texts = self._hands.texts
        if isinstance(done, FractionPut):
            words = texts.say(f"fraction.{done.fraction}")
            title = f"{words} {grams_words(done.weight_g)}"
            return Notice(Tone.GOOD, title, short(done.container))
        if isinstance(done, PartTaken):
            title = texts.say(f"part.type.{done.type}")
            return Notice(Tone.GOOD, title, self._label_words(done.code))
        if isinstance(done, MediumTaken):
            title = self.tr("The disk goes to its own wiping")
            return Notice(Tone.GOOD, title, self._label_words(done.code))
        return None

    def _label_words(self, code: str) -> str:
        return self.tr("Stick the label {0} on it.").replace("{0}", short(code))

    def _released(self, done: BatteryTaken) -> None:
        self.work.weight.clear()
        self.questions.close()
        title = self.tr("The battery is in its box")
        text = self._hands.texts.say(f"state.{done.state}")
        self.said.emit(Notice(Tone.GOOD, title, text))
        self.presenter.open(done.device)

    def _ended(self, done: Finished | Cancelled) -> None:
        self.questions.close()
        self.said.emit(Notice(Tone.GOOD, self.deeds.end_words(done), short(done.device)))
        self.leave()

    def _refused(self, failure: KnownFailure) -> None:
        self._go_on()
        self.work.weight.give_back()
        if not self.questions.show_problem(failure):
            self.said.emit(self._hands.notice(failure))

    # Pages.

    def _show(self) -> None:
        page = (0 if self.guidance else 1) if self.sheet is None else 2
        self._stack.setCurrentIndex(page)
        self._sides.setCurrentIndex(0 if self.sheet is None else 1)
        for stack in (self._stack, self._sides):
            _fit(stack)
        if self.sheet is None:
            self._show_lists()
        else:
            self._show_sheet(self.sheet)

    def _show_sheet(self, sheet: Sheet) -> None:
        texts = self._hands.texts
        may_battery = self.may(Permission.BATTERY)
        self.work.set_plain(plain=self.guidance)
        name = f"{short(sheet.code)} · {wording.make_of(sheet, texts)}"
        self.work.show_device(name, wording.journey(sheet, texts))
        view = wording.step_view(sheet, texts, may_battery=may_battery)
        self.work.show_step(view, weighs=_weighs(sheet, may_battery=may_battery))
        self.work.show_actions(self._actions())
        judged = sheet.order_state == "closed" or (
            sheet.next is None and sheet.order_state == "open"
        )
        self.work.show_balance(sheet.balance, judged=judged)
        self._out.show_sheet(sheet, texts, plain=self.guidance, keep=self.chosen)

    def _row_picked(self, code: str) -> None:
        self.row = code
        if self.past and self.sheet is None:
            self._queue.bar.show_actions(self._actions())

    def _out_picked(self, key: str) -> None:
        self.chosen = key
        if self.sheet is not None:
            self.work.show_actions(self._actions())


def _weighs(sheet: Sheet, *, may_battery: bool) -> bool:
    """Tell whether something can be put on the scale now."""
    if sheet.hazard is not None:
        return may_battery
    if sheet.order_state != "open":
        return sheet.order_state != "closed"
    step = sheet.step
    return step is None or step.kind not in {StepKind.POWER_OFF, StepKind.BATTERY}


def _may_begin(sheet: Sheet, lines: tuple[QueueLine, ...]) -> bool:
    """Tell whether it was decided that a device is taken apart."""
    waits = sheet.state == DeviceState.WAITING_DISMANTLE
    return waits or any(line.code == sheet.code for line in lines)


def _fit(stack: QStackedLayout) -> None:
    """Let only the page that is shown ask for room."""
    for at in range(stack.count()):
        page = stack.widget(at)
        shown = at == stack.currentIndex()
        policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
        if page is not None:
            page.setSizePolicy(policy, policy)
    stack.invalidate()


def _stacked(owner: QWidget, *views: QWidget) -> QStackedLayout:
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    inside = QWidget()
    stack = QStackedLayout(inside)
    for view in views:
        stack.addWidget(view)
    column.addWidget(inside)
    return stack
