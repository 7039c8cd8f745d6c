"""Models: found by scan or by words, corrected and merged by supervisors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.catalogue.commands import CodeDone, ModelDone, ModelsMerged, SetModel
from serkut_desk.ui.panel import Action, Chip, Notice, Panel
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.catalogue import wording
from serkut_desk.ui.stations.catalogue.guide import MakerGuide
from serkut_desk.ui.stations.catalogue.list_card import ListCard
from serkut_desk.ui.stations.catalogue.presenter import CataloguePresenter
from serkut_desk.ui.stations.catalogue.questions import Questions
from serkut_desk.ui.stations.catalogue.side import ModelSide
from serkut_desk.ui.stations.catalogue.views import View
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.catalogue.queries import DoublePair, ModelLine, ModelPage
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView
    from serkut_desk.ui.stations.catalogue.presenter import Listed, Looked


class CataloguePanel(Panel):
    """The list of models, and the chosen one.

    Args:
        hands: Asks and carries out.
    """

    side_width = 390

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._presenter = CataloguePresenter(hands, self)
        self.questions = Questions(self, hands, self._presenter)
        self._view, self._text = View.ALL, ""
        self._listed_now: Listed | None = None
        self._page: ModelPage | None = None
        self._keep, self._pair = "", ""
        # The model for which a second one is awaited.
        self._merging: ModelLine | None = None
        self._scanned = False
        self._list, self._guide, self._side = ListCard(), MakerGuide(), ModelSide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        main = QWidget()
        self._stack = QStackedLayout(main)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._guide)
        column.addWidget(main)
        presenter = self._presenter
        presenter.listed.connect(self._listed)
        presenter.looked.connect(self._looked)
        presenter.of_device.connect(self._device_known)
        presenter.done.connect(self._done)
        presenter.failed.connect(self._failed)
        presenter.refused.connect(self._refused)
        self._list.picked.connect(self._picked)
        self._list.tapped.connect(self._tapped)
        self._list.pair_picked.connect(self._pair_picked)
        self._list.turned.connect(self._turned)
        self._list.typed.connect(self._typed)
        self._guide.typed.connect(self._typed)

    def side(self) -> QWidget:
        """Return the chosen model."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Offer what this person may do."""
        super().set_person(person)
        if not self._may:
            self._view, self._merging = View.ALL, None
        self._stack.setCurrentWidget(self._guide if self.guidance else self._list)
        self._list.show_view(self._view, all_views=self._may)
        self._show_actions()

    @property
    def _may(self) -> bool:
        """Whether the person looks after the catalogue."""
        return self.person is not None and Permission.CATALOGUE.value in self.person.permissions

    def chips(self) -> tuple[Chip, ...]:
        """Return what the next choice is for."""
        if self._merging is None:
            return ()
        return (Chip(before=self.tr("The same as"), strong=self._merging.whole_name),)

    def shown(self) -> None:
        """Fetch what is stale."""
        self._load()
        if self._keep:
            self._presenter.look(self._keep)

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when models changed, or devices that teach them; `shown` does it, too."""
        if self.isVisible() and (changes.models or changes.devices):
            self.shown()

    def park(self) -> Parked:
        """Keep what was searched and chosen."""
        return {"model": self._keep, "text": self._text, "view": self._view.value}

    def resume(self, state: Parked) -> None:
        """Search and choose it again."""
        self._keep = str(state.get("model") or "")
        self._text = str(state.get("text") or "")
        self._list.field.set_text(self._text)
        if self._may and state.get("view") in {one.value for one in View}:
            self._view = View(str(state["view"]))
            self._list.show_view(self._view, all_views=True)

    def cancel(self) -> None:
        """Leave merging; then show every model again."""
        if self._merging is not None:
            self._end_merging()
        elif self._text:
            self._search("")

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's own name
        """Leave merging with the room; a minimised window comes back as it was."""
        super().hideEvent(event)
        if not event.spontaneous() and self._merging is not None:
            self._end_merging()

    @property
    def half_done(self) -> bool:
        """Whether a second model is awaited."""
        return self._merging is not None

    # Scans and words ------------------------------------------------------------------------

    def scanned(self, text: str) -> bool:
        """Find the model of a device's label, or of whatever else is printed on it."""
        own = parse_code(text)
        if own is None:
            self._scanned = True
            self._search(text.strip())
            return True
        if own.kind is not CodeKind.DEVICE:
            return False
        self.scan_taken.emit(own.short, Tone.GOOD)
        self._presenter.look_at_device(str(own))
        return True

    def _typed(self, text: str) -> None:
        self._text = text.strip()
        self._load()

    def _search(self, text: str) -> None:
        self._text = text
        if self._view is View.DOUBLES:
            self._turned(View.ALL.value)
            self._list.show_view(self._view, all_views=self._may)
        self._list.field.set_text(text)
        self._guide.field.set_text(text)
        self._load()

    def _load(self) -> None:
        self._presenter.load(self._view, self._text)

    def _device_known(self, number: int | None) -> None:
        if number is None:
            title = self.tr("The model of this device is not known")
            self._say(Tone.ATTENTION, title, self.tr("Its maker or its model is not written."))
            return
        self._choose(str(number))

    # Keys -----------------------------------------------------------------------------------

    def function_keys(self) -> tuple[Action, ...]:
        """Return what can be done now."""
        stop = Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand")
        return (*self._actions(), stop)

    def _actions(self) -> tuple[Action, ...]:
        if not self._may:
            return ()
        if self._merging is not None:
            return self._while_merging()
        new = Action(self.tr("New model"), self.questions.add, key="F2", icon="plus")
        if self._view is View.DOUBLES:
            return (self._compare(), new)
        page = self._page
        if page is None:
            return (new,)
        return self._of_model(page)

    def _compare(self) -> Action:
        needs = "" if self._chosen_pair else self.tr("Choose a row.")
        word = self.tr("Compare")
        return Action(
            word, self._ask_pair, "F7", "merge", enabled=not needs, reason=needs, main=not needs
        )

    def _while_merging(self) -> tuple[Action, ...]:
        needs = "" if self._other is not None else self.tr("Choose a row.")
        return (
            Action(
                self.tr("Compare"),
                self._ask_merging,
                "F7",
                "merge",
                enabled=not needs,
                reason=needs,
                main=not needs,
            ),
            Action(self.tr("Do not merge"), self.cancel, key="F9", icon="x"),
        )

    def _of_model(self, page: ModelPage) -> tuple[Action, ...]:
        confirm = Action(self.tr("Checked"), self._confirm, key="F10", icon="check", main=True)
        return (
            *(() if page.line.confirmed else (confirm,)),
            Action(self.tr("Correct"), self._change, key="F3", icon="pencil"),
            Action(self.tr("Product number"), self._code, key="F5", icon="hash"),
            Action(self.tr("Same as another"), self._merge, key="F7", icon="merge"),
            Action(self.tr("More"), self._more, key="F8", icon="ellipsis"),
        )

    def _more(self) -> None:
        """Offer what is seldom done."""
        if self._page is not None:
            self.questions.more(self._page)

    def _show_actions(self) -> None:
        self._list.show_actions(self._actions())
        self.chips_changed.emit()

    def _confirm(self) -> None:
        if self._page is not None:
            self._presenter.do(SetModel(of=str(self._page.line.model), confirmed=True))

    def _change(self) -> None:
        if self._page is not None:
            self.questions.change(self._page.line)

    def _code(self) -> None:
        if self._page is not None:
            self.questions.code(self._page.line)

    def _merge(self) -> None:
        """Let the next model that is chosen be the same as this one."""
        if self._page is not None:
            self._merging = self._page.line
            title = self.tr("Which model is the same?")
            self._say(Tone.INFO, title, self.tr("Search it, then tap its row."))
            self._show_actions()

    def _end_merging(self) -> None:
        self._merging = None
        self._show_actions()

    @property
    def _other(self) -> ModelLine | None:
        """The model that is looked at while a second one is awaited."""
        line = self._page.line if self._page is not None else None
        one = self._merging
        return None if one is None or line is None or line.model == one.model else line

    def _ask_merging(self) -> None:
        one, other = self._merging, self._other
        if one is not None and other is not None:
            self._end_merging()
            self.questions.merge(one, other)

    def _tapped(self, number: str) -> None:
        """Take a tapped row for the second model; arrow keys only move."""
        one, other = self._merging, self._line(number)
        if one is not None and other is not None and other.model != one.model:
            self._end_merging()
            self.questions.merge(one, other)

    def _ask_pair(self) -> None:
        if (pair := self._chosen_pair) is not None:
            self.questions.merge(pair.one, pair.other)

    # Answers --------------------------------------------------------------------------------

    @property
    def _chosen_pair(self) -> DoublePair | None:
        pairs = self._listed_now.doubles if self._listed_now else ()
        return next((one for one in pairs if wording.double_key(one) == self._pair), None)

    def _line(self, number: str) -> ModelLine | None:
        lines = self._listed_now.models if self._listed_now else ()
        return next((one for one in lines if str(one.model) == number), None)

    def _turned(self, view: str) -> None:
        self._view, self._pair = View(view), ""
        self._list.show_view(self._view, all_views=self._may)
        self._load()
        self._show_actions()

    def _picked(self, number: str) -> None:
        self._choose(number)

    def _choose(self, number: str) -> None:
        if number != self._keep or self._page is None:
            self._keep = number
            self._presenter.look(number)

    def _pair_picked(self, key: str) -> None:
        self._pair = key
        if (pair := self._chosen_pair) is not None:
            self._choose(str(pair.one.model))
        self._show_actions()

    def _listed(self, found: Listed) -> None:
        if (found.view, found.text) != (self._view, self._text):
            return
        self._listed_now = found
        texts = self._hands.texts
        self._list.show_counts(found.unconfirmed)
        if found.view is View.DOUBLES:
            rows = [wording.double_row(one, texts) for one in found.doubles]
            self._list.show_doubles(rows, self._pair)
        else:
            if self._scanned and found.models:
                self._keep = str(found.models[0].model)
            models = [wording.model_row(one, texts) for one in found.models]
            # While another is awaited only a person moves to a row.
            self._list.show_models(models, self._keep, first=self._merging is None)
        self._answer_maker(found)
        self._answer_scan(found)
        self._show_actions()

    def _answer_scan(self, found: Listed) -> None:
        """Say what a scan was taken for."""
        if not self._scanned:
            return
        self._scanned = False
        if found.models:
            self.scan_taken.emit(found.models[0].whole_name, Tone.GOOD)
            self._presenter.look(str(found.models[0].model))
        else:
            self.scan_taken.emit(self.tr("no model"), Tone.ATTENTION)

    def _answer_maker(self, found: Listed) -> None:
        if not found.text:
            self._guide.clear()
        elif found.models:
            best = found.models[0]
            kind = self._hands.texts.say(f"type.{best.type}")
            self._guide.show_found(best.whole_name, kind)
            if self.guidance:
                self._choose(str(best.model))
        else:
            self._guide.show_nothing()

    def _looked(self, found: Looked) -> None:
        self._page = found.page
        self._keep = str(found.page.line.model)
        view = wording.page_view(found.page, self._hands.texts)
        self._side.show_page(view, found.picture, plain=not self._may)
        self._show_actions()

    def _done(self, done: object) -> None:
        if isinstance(done, ModelsMerged):
            self._keep, self._pair = str(done.model), ""
            said = self.tr("{0} is the same now.").replace("{0}", done.merged_name)
            self._say(Tone.GOOD, done.name, said)
        elif isinstance(done, CodeDone):
            self._say(Tone.GOOD, done.name, done.code)
        elif isinstance(done, ModelDone):
            self._keep = str(done.model)
            self._say(Tone.GOOD, done.name, self.tr("Saved"))
        self.shown()

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        again = Action(self.tr("Try again"), self.shown, icon="refresh-cw")
        lines = (said["why"], said["next"])
        self._list.show_failure(EmptyState(StateKind.FAILED, said["what"], lines, (again,)))

    def _refused(self, failure: KnownFailure) -> None:
        if not self.questions.show_problem(failure):
            self.said.emit(self._hands.notice(failure))

    def _say(self, tone: Tone, title: str, text: str = "") -> None:
        self.said.emit(Notice(tone, title, text))
