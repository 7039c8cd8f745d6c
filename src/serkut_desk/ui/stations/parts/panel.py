"""Parts: scan one, then where it goes; lists, wants and figures for who looks after the stock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, OwnCode, parse_code, short
from serkut_desk.domain.parts import PartState
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.queues import Queue
from serkut_desk.stations.parts.commands import FoundPart, FreePart, LabelPart, TakePart
from serkut_desk.stations.parts.queries import PartFilter
from serkut_desk.ui.panel import Action, Chip, Notice, Panel
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.parts import wording
from serkut_desk.ui.stations.parts.list_card import ListCard
from serkut_desk.ui.stations.parts.presenter import Lists, PartsPresenter
from serkut_desk.ui.stations.parts.questions import Questions
from serkut_desk.ui.stations.parts.side import MakerGuide, MakerSide, PartSide
from serkut_desk.ui.stations.parts.views import View
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.devices.commands import Undone
    from serkut_desk.stations.parts.commands import PartDone, PartsMoved, WantDone
    from serkut_desk.stations.parts.queries import PartLine, PartPage
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView

_LISTS = frozenset({View.STOCK, View.RESERVED, View.FITTED, View.MISSING})


class PartsPanel(Panel):
    """The stock, the chosen part, and what was scanned and is in somebody's hands.

    Args:
        hands: Asks and carries out.
    """

    side_width = 380

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._presenter = PartsPresenter(hands, self)
        self.questions = Questions(self, hands, self._presenter)
        self._which = PartFilter()
        self._view = View.STOCK
        self._lists = Lists((), (), ())
        self._page: PartPage | None = None
        self._keep = ""
        self._want = ""
        self._held: tuple[str, ...] = ()
        self._scanned = False
        self._undoable = False
        self._list = ListCard()
        self._guide = MakerGuide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        main = QWidget()
        self._stack = QStackedLayout(main)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._guide)
        inside.addWidget(main)
        self._side = QWidget()
        self._sides = QStackedLayout(self._side)
        self._part = PartSide()
        self._maker = MakerSide(self._stop())
        self._sides.addWidget(self._part)
        self._sides.addWidget(self._maker)
        self._connect()

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._listed)
        presenter.failed.connect(self._failed)
        presenter.paged.connect(self._paged)
        presenter.done.connect(self._done)
        presenter.moved.connect(self._moved)
        presenter.wanted.connect(self._wanted)
        presenter.undone.connect(self._undone)
        presenter.refused.connect(self._refused)
        self.questions.narrowed.connect(self._narrow)
        self._list.picked.connect(self._picked)
        self._list.want_picked.connect(self._want_picked)
        self._list.turned.connect(self._turned)

    def side(self) -> QWidget:
        """Return the chosen part, or the maker's answer."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Show the view of who works now."""
        super().set_person(person)
        self._stack.setCurrentWidget(self._guide if self.guidance else self._list)
        self._sides.setCurrentWidget(self._maker if self.guidance else self._part)
        self._show_actions()

    def chips(self) -> tuple[Chip, ...]:
        """Return what was scanned and is in somebody's hands."""
        if not self._held:
            return ()
        codes = ", ".join(short(code) for code in self._held[-3:])
        return (Chip(self.tr("In hand"), codes),)

    def shown(self) -> None:
        """Fetch what is stale."""
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when parts changed."""
        if changes.parts or changes.orders:
            self._load()
            if self._keep:
                self._presenter.look(self._keep)

    def show_queue(self, queue: str) -> None:
        """Turn to what is waited for when that queue was opened."""
        if queue == Queue.WANTS.value:
            self._turned(View.WANTS.value)

    def park(self) -> Parked:
        """Keep what was chosen and what is in hand."""
        return {"part": self._keep, "held": self._held, "view": self._view.value}

    def resume(self, state: Parked) -> None:
        """Choose it again."""
        self._keep = str(state.get("part") or "")
        held = state.get("held")
        self._held = tuple(held) if isinstance(held, tuple | list) else ()
        if state.get("view") in {one.value for one in View}:
            self._view = View(str(state["view"]))
        self._list.show_view(self._view)
        if self._keep:
            self._presenter.look(self._keep)

    def cancel(self) -> None:
        """Lay down what is in hand; then show every part again."""
        if self._held:
            self._lay_down()
        elif self._which != PartFilter():
            self._narrow(PartFilter())

    def scanned(self, text: str) -> bool:
        """Take a part, or where the parts in hand go."""
        own = parse_code(text)
        if own is not None and own.kind in {CodeKind.COMMAND, CodeKind.BADGE}:
            return False
        if own is None or own.kind is CodeKind.PART:
            self._scanned = True
            self.scans_held.emit()
            self._presenter.look(text)
            return True
        return self._goal(own)

    def _goal(self, own: OwnCode) -> bool:
        """Take a place, a device, an order or a container that was scanned after parts."""
        code = str(own)
        if own.kind is CodeKind.LOT and not self.guidance:
            self._narrow(PartFilter(types=self._which.types, lot=code))
            self.scan_taken.emit(own.short, Tone.GOOD)
            return True
        if own.kind is CodeKind.DEVICE and not self._held and not self.guidance:
            self._narrow(PartFilter(types=self._which.types, fits=code))
            self.scan_taken.emit(own.short, Tone.GOOD)
            return True
        if own.kind not in _GOALS:
            return False
        if not self._held or self._page is None:
            self.scan_taken.emit(self.tr("scan the part first"), Tone.ATTENTION)
            self._say(Tone.ATTENTION, self.tr("Scan the part's label first"))
            return True
        self._go(own, self._page.line)
        return True

    def _go(self, own: OwnCode, line: PartLine) -> None:
        code = str(own)
        self.scan_taken.emit(own.short, Tone.GOOD)
        if own.kind is CodeKind.PLACE and line.state is PartState.MISSING:
            self._presenter.do(FoundPart(line.code, code))
        elif own.kind is CodeKind.PLACE and line.state is PartState.FITTED and line.device:
            self._presenter.do(TakePart(line.device, part=line.code, place=code))
        elif own.kind is CodeKind.PLACE:
            self._presenter.move(self._held, code)
        elif own.kind is CodeKind.CONTAINER:
            self.questions.into_container(line, code)
        else:
            self.questions.into_device(line, code)

    def function_keys(self) -> tuple[Action, ...]:
        """Return what can be done now."""
        return (*self._actions(), self._stop())

    def _stop(self) -> Action:
        return Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand")

    def _actions(self) -> tuple[Action, ...]:
        undo = (Action(self.tr("Undo"), self._presenter.undo, "F9", "undo-2"),)
        last = undo if self._undoable else ()
        if self.guidance:
            chosen = () if self._page is None else (self._action("F3"), self._action("F5"))
            return (*chosen, *last)
        if self._view is View.WANTS:
            return (self._action("F11"), self._action("F8"), *last)
        kept = self._page is not None and self._page.line.order is not None
        keys = ["F2", "F6", "F3", "F5", *(["F7"] if kept else []), "F8", "F10"]
        price = ["F11"] if self._may_price else []
        return (*map(self._action, (*keys, *price)), *last)

    @property
    def _may_price(self) -> bool:
        return self.person is not None and Permission.STOCK.value in self.person.permissions

    def _action(self, key: str) -> Action:
        if self._view is View.WANTS and key in {"F8", "F11"}:
            return self._want_action(key)
        line = self._page.line if self._page else None
        needs = "" if line else self.tr("Scan a part, or choose a row.")
        fitted = line is not None and line.state is PartState.FITTED
        gone = (
            (self.tr("Take it out"), "package-open", self._take)
            if fitted
            else (self.tr("Missing"), "triangle-alert", self._missing)
        )
        word, icon, run, reason = {
            "F2": (self.tr("New part"), "plus", self.questions.add, ""),
            "F3": (self.tr("Test"), "circle-check", self._test, needs),
            "F5": (self.tr("Label"), "printer", self._label, needs),
            "F6": (self.tr("Search"), "search", self._ask_which, ""),
            "F7": (self.tr("End reservation"), "lock-open", self._free, needs),
            "F8": (*gone, needs),
            "F10": (self.tr("Correct"), "pencil", self._change, needs),
            "F11": (self.tr("Price"), "wallet", self._price, needs),
        }[key]
        return Action(word, run, key, icon, enabled=not reason, reason=reason, main=key == "F2")

    def _want_action(self, key: str) -> Action:
        if key == "F11":
            word = self.tr("A part is needed")
            return Action(word, self.questions.want, key, "plus", main=True)
        reason = "" if self._want else self.tr("Choose a row.")
        word = self.tr("Not needed any more")
        return Action(word, self._close_want, key, "x", enabled=not reason, reason=reason)

    def _load(self) -> None:
        self._presenter.load(self._view, self._which)

    def _listed(self, lists: Lists) -> None:
        self._lists = lists
        self._list.show_counts(len(lists.wants))
        self._show_lists()

    def _show_lists(self) -> None:
        texts = self._hands.texts
        self._list.show_sentence(
            wording.sentence(self._which, texts) if self._view in _LISTS else ""
        )
        if self._view is View.WANTS:
            self._list.show_wants([wording.want_row(one, texts) for one in self._lists.wants])
        elif self._view is View.FIGURES:
            self._list.show_figures([wording.figure_row(one, texts) for one in self._lists.figures])
        else:
            rows = [wording.part_row(one, texts) for one in self._lists.parts]
            self._list.show_parts(rows, self._keep)
        self._show_actions()

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        again = Action(self.tr("Try again"), self.shown, icon="refresh-cw")
        lines = (said["why"], said["next"])
        self._list.show_failure(EmptyState(StateKind.FAILED, said["what"], lines, (again,)))

    def _turned(self, view: str) -> None:
        self._view = View(view)
        self._list.show_view(self._view)
        self._want = ""
        self._load()
        self._show_actions()

    def _narrow(self, which: PartFilter) -> None:
        self._which = which
        if self._view not in _LISTS:
            self._view = View.STOCK
            self._list.show_view(self._view)
        self._load()

    def _picked(self, code: str) -> None:
        if code != self._keep:
            self._keep = code
            self._presenter.look(code)

    def _want_picked(self, number: str) -> None:
        self._want = number
        self._show_actions()

    def _paged(self, page: PartPage) -> None:
        line = page.line
        self._page, self._keep = page, line.code
        view = wording.page_view(page, self._hands.texts)
        self._part.show_page(view)
        if self._scanned:
            self._scanned = False
            self._take_in_hand(line)
            self.scans_released.emit()
            self.scan_taken.emit(view.title, Tone.GOOD)
            if self.guidance:
                text = self.tr("Now scan the place, the device or the container.")
                lead = f"{view.title} · {view.subtitle}"
                self._maker.show_result(view.tone, view.answer, lead, text)
                self.heard.emit(view.tone)
        self._show_actions()

    def _take_in_hand(self, line: PartLine) -> None:
        """Hold what was scanned; what lies in the stock may be moved several at once."""
        stock = line.state is PartState.STOCK
        before = tuple(code for code in self._held if code != line.code) if stock else ()
        self._held = (*before, line.code)
        self.chips_changed.emit()

    def _lay_down(self) -> None:
        self._held = ()
        self.chips_changed.emit()

    def _done(self, done: PartDone) -> None:
        line = done.part
        self._undoable = True
        self._keep = line.code
        self._lay_down()
        title = " · ".join((short(line.code), self._hands.texts.say(f"part.state.{line.state}")))
        text = self.tr("Stick the new label on.") if done.label else ""
        tone = Tone.GOOD
        if done.fits is False:
            tone, text = Tone.ATTENTION, self.tr("Nobody said that it fits this model. Check it.")
        elif done.wanted:
            text = self.tr("Somebody waits for such a part.")
        self._say(tone, title, text)
        self._presenter.look(line.code)

    def _moved(self, done: PartsMoved) -> None:
        self._undoable = bool(done.parts)
        self._lay_down()
        count = self.tr("%n parts", "", len(done.parts)) if done.parts else self.tr("were there")
        self._say(Tone.GOOD, done.name, count)
        if self._keep:
            self._presenter.look(self._keep)

    def _wanted(self, done: WantDone) -> None:
        kind = self._hands.texts.say(f"part.type.{done.want.type}")
        if done.want.closed_at is not None:
            self._say(Tone.INFO, kind, self.tr("Nobody waits for it any more."))
        elif done.answers:
            codes = ", ".join(short(code) for code in done.answers[:3])
            self._say(Tone.GOOD, self.tr("It is in stock"), f"{kind}: {codes}")
        else:
            self._say(Tone.INFO, kind, self.tr("We wait for such a part."))
        self._load()

    def _undone(self, done: Undone) -> None:
        self._undoable = False
        codes = ", ".join(short(code) for code in (*done.parts, *done.devices))
        self._say(Tone.INFO, self.tr("Undone"), codes)
        self._load()
        if self._keep:
            self._presenter.look(self._keep)

    def _refused(self, failure: KnownFailure) -> None:
        self._scanned = False
        self.scans_released.emit()
        if self.questions.show_problem(failure):
            return
        notice = self._hands.notice(failure)
        self._say(notice.tone, notice.title, notice.text)

    def _say(self, tone: Tone, title: str, text: str = "") -> None:
        """Answer on the maker's card, or in the banner."""
        if self.guidance:
            self._maker.show_result(tone, title, text)
            self.heard.emit(tone)
        else:
            self.said.emit(Notice(tone, title, text))
        self._show_actions()

    def _show_actions(self) -> None:
        self._list.show_actions(() if self.guidance else self._actions())

    def _ask_which(self) -> None:
        self.questions.narrow(self._which)

    def _test(self) -> None:
        if self._page is not None:
            self.questions.test(self._page.line)

    def _label(self) -> None:
        if self._page is not None:
            self._presenter.do(LabelPart(self._page.line.code))

    def _free(self) -> None:
        if self._page is not None:
            self._presenter.do(FreePart(self._page.line.code))

    def _missing(self) -> None:
        if self._page is not None:
            self.questions.missing(self._page.line)

    def _take(self) -> None:
        line = self._page.line if self._page else None
        if line is not None and line.device is not None:
            self._presenter.do(TakePart(line.device, part=line.code))

    def _change(self) -> None:
        if self._page is not None:
            self.questions.change(self._page.line)

    def _price(self) -> None:
        if self._page is not None:
            self.questions.price(self._page.line)

    def _close_want(self) -> None:
        line = next((one for one in self._lists.wants if str(one.number) == self._want), None)
        if line is not None:
            self.questions.close_want(line)


_GOALS = frozenset({CodeKind.PLACE, CodeKind.DEVICE, CodeKind.WORK_ORDER, CodeKind.CONTAINER})
"""What a part can go to by a scan."""
