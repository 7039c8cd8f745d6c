"""Second looks: what another person reads back, and what a failure put in doubt."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.queues import Queue
from serkut_desk.domain.second_look import LookState
from serkut_desk.stations.finding import FoundBy
from serkut_desk.ui.panel import Action, Notice, Panel
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.stations.looks import wording
from serkut_desk.ui.stations.looks.asking import LookQuestions
from serkut_desk.ui.stations.looks.list_card import LooksCard
from serkut_desk.ui.stations.looks.presenter import LooksPresenter
from serkut_desk.ui.stations.looks.side import LookSide
from serkut_desk.ui.stations.looks.views import DOUBTED, GROUPS, WAITING
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.devices.queries import Found
    from serkut_desk.stations.looks.commands import Drawn, FreezeDone, IncidentDone, LookDone
    from serkut_desk.stations.looks.queries import IncidentView, LookLine, Overview
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView
    from serkut_desk.ui.stations.looks.views import ListRow


class LooksPanel(Panel):
    """The list, and one look or incident beside it.

    Args:
        hands: Asks and carries out.
    """

    side_width = 440

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._presenter = LooksPresenter(hands, self)
        self.questions = LookQuestions(self, hands, self._presenter)
        self._found: Overview | None = None
        self._rows: tuple[ListRow, ...] = ()
        self._keep = ""
        self._list = LooksCard()
        self._list.picked.connect(self._picked)
        self._list.group_chosen.connect(self._group_chosen)
        self._side = LookSide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        presenter = self._presenter
        presenter.listed.connect(self._listed)
        presenter.failed.connect(self._failed)
        presenter.found.connect(self._scanned)
        presenter.recorded.connect(self._recorded)
        presenter.drawn.connect(self._drawn)
        presenter.lifted.connect(self._lifted)
        presenter.closed.connect(self._closed)
        presenter.refused.connect(self._refused)

    def side(self) -> QWidget:
        """Return the chosen look or incident."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Show what this person may do."""
        super().set_person(person)
        self._show_side()

    def shown(self) -> None:
        """Fetch the list."""
        self._presenter.load()

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when devices changed."""
        if changes.devices or changes.media:
            self.shown()

    def park(self) -> Parked:
        """Keep what was chosen."""
        return {"group": self._list.group, "keep": self._keep}

    def resume(self, state: Parked) -> None:
        """Choose it again."""
        self._keep = str(state.get("keep") or "")
        if state.get("group") in GROUPS:
            self._list.choose(str(state["group"]))

    def show_queue(self, queue: str) -> None:
        """Turn to what waits, or to what is in doubt."""
        self._list.choose(DOUBTED if queue == Queue.PROOF_INCIDENTS else WAITING)
        self._keep = ""
        self.shown()

    def scanned(self, text: str) -> bool:
        """Choose the look of a device or medium."""
        own = parse_code(text)
        if own is not None and own.kind not in {CodeKind.DEVICE, CodeKind.MEDIUM}:
            return False
        self.scans_held.emit()
        self._presenter.find(text)
        return True

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what the buttons do."""
        stop = Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand")
        return (*self._side_actions(), *self._list_actions(), stop)

    def _may(self, permission: Permission) -> bool:
        return self.person is not None and permission.value in self.person.permissions

    def _look(self) -> LookLine | None:
        lines = (*self._found.waiting, *self._found.done) if self._found else ()
        return next((one for one in lines if wording.look_key(one) == self._keep), None)

    def _incident(self) -> IncidentView | None:
        found = self._found.incidents if self._found else ()
        return next((one for one in found if wording.incident_key(one) == self._keep), None)

    def _list_actions(self) -> tuple[Action, ...]:
        if self._found is None or not self._may(Permission.DECIDE):
            return ()
        months = (self._found.last_month, self._found.month)
        short_of = next((one for one in months if one.short), None)
        if short_of is None:
            return ()
        word = self.tr("Draw %n more", "", short_of.short)
        return (Action(word, partial(self._presenter.draw, short_of.month), "F5", "refresh-cw"),)

    def _side_actions(self) -> tuple[Action, ...]:
        look, incident = self._look(), self._incident()
        if look is not None and look.state is LookState.OPEN:
            return self._look_actions(look)
        if incident is not None and not incident.conclusion:
            return self._incident_actions(incident)
        return ()

    def _look_actions(self, look: LookLine) -> tuple[Action, ...]:
        reason = self.tr("Another person takes this look.") if look.against else ""
        ask = partial(self.questions.record, look.medium_id, look.medium)
        found = [
            Action(
                self.tr("Record what was found"),
                ask,
                "F10",
                "eye",
                not reason,
                reason,
                main=True,
            )
        ]
        if self._may(Permission.DECIDE):
            release = partial(self.questions.release, look.medium_id, look.medium)
            word = self.tr("It can not be read")
            found.append(Action(word, release, "F7", "eye-off", not reason, reason))
        return tuple(found)

    def _incident_actions(self, incident: IncidentView) -> tuple[Action, ...]:
        found = []
        if self._may(Permission.DECIDE) and incident.left:
            settle = partial(self.questions.settle, incident)
            word = self.tr("Settle a medium")
            found.append(Action(word, settle, "F8", "check", main=True))
            again = partial(self.questions.read_again, incident)
            found.append(Action(self.tr("Read one back"), again, "F6", "eye"))
        if self._may(Permission.INCIDENT):
            close = partial(self.questions.close, incident)
            word = self.tr("Close the incident")
            # While media are in doubt, closing is no next step: it says that nothing was wrong.
            found.append(Action(word, close, "F10", "archive", main=not incident.left))
        return tuple(found)

    def _listed(self, found: Overview) -> None:
        self._found = found
        self._rows = wording.rows_of(found, self._hands.texts)
        counts = Counter(row.group for row in self._rows)
        counts[DOUBTED] = sum(not one.conclusion for one in found.incidents)
        self._list.show_counts(dict(counts))
        months = [found.month]
        if found.last_month.short:
            months.append(found.last_month)
        self._list.show_months(" · ".join(map(wording.month_words, months)))
        self._show_rows()

    def _show_rows(self) -> None:
        rows = [row for row in self._rows if row.group == self._list.group]
        if self._keep not in {row.key for row in rows}:
            self._keep = rows[0].key if rows else ""
        self._list.show_rows(rows, self._keep)
        self._show_side()

    def _show_side(self) -> None:
        look, incident = self._look(), self._incident()
        view = None
        if look is not None:
            view = wording.look_view(look, self._hands.texts)
        elif incident is not None:
            view = wording.incident_view(incident, self._hands.texts)
        self._side.show_view(view, self._side_actions())
        self._list.show_actions(self._list_actions())

    def _picked(self, key: str) -> None:
        self._keep = key
        self._show_side()

    def _group_chosen(self, _group: str) -> None:
        self._show_rows()

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        again = Action(self.tr("Try again"), self.shown, icon="refresh-cw")
        lines = (said["why"], said["next"])
        self._list.show_instead(EmptyState(StateKind.FAILED, said["what"], lines, (again,)))

    def _scanned(self, found: Found) -> None:
        self.scans_released.emit()
        lines = self._found.waiting if self._found else ()
        of_device = [one for one in lines if one.device == found.device]
        # Of a disk's own label it is this disk, and no other of the same device.
        own = [one for one in of_device if found.code and one.medium_code == found.code]
        mine = own if found.by is FoundBy.MEDIUM else of_device
        if not mine:
            self.scan_taken.emit(self.tr("waits for no look"), Tone.ATTENTION)
            return
        if len(mine) == 1:
            self.scan_taken.emit(short(mine[0].device), Tone.GOOD)
        else:
            self.scan_taken.emit(self.tr("several disks: choose one"), Tone.ATTENTION)
        self._list.choose(WAITING)
        self._keep = wording.look_key(mine[0])
        self._show_rows()

    def _refused(self, failure: KnownFailure) -> None:
        self.scans_released.emit()
        if not self.questions.refuse(failure):
            self.said.emit(self._hands.notice(failure))

    def _recorded(self, done: LookDone) -> None:
        self.questions.finish()
        device = short(done.device)
        if done.state is LookState.FAILED:
            title = self.tr("%n media are in doubt now", "", done.frozen)
            self._list.choose(DOUBTED)
            self._keep = f"i{done.incident}"
            words = self.tr("Nothing that was wiped like {0} leaves.").replace("{0}", device)
            self.said.emit(Notice(Tone.STOP, title, words))
        elif done.state is LookState.CLEAN:
            self.said.emit(Notice(Tone.GOOD, self.tr("Clean: {0}").replace("{0}", device)))
        else:
            drawn = ", ".join(short(code) for code in done.drawn)
            words = self.tr("Drawn in its place: {0}").replace("{0}", drawn) if drawn else ""
            title = self.tr("{0} goes on without a second look").replace("{0}", device)
            self.said.emit(Notice(Tone.INFO, title, words))

    def _drawn(self, done: Drawn) -> None:
        names = ", ".join(short(code) for code in done.names)
        if names:
            self.said.emit(Notice(Tone.GOOD, self.tr("Drawn: {0}").replace("{0}", names)))
        else:
            line = self.tr("What was wiped has left, or was used since.")
            self.said.emit(Notice(Tone.ATTENTION, self.tr("Nothing is left to draw"), line))

    def _lifted(self, done: FreezeDone) -> None:
        self.questions.finish()
        title = self.tr("{0} is settled").replace("{0}", short(done.device))
        words = self.tr("%n media are still in doubt", "", done.left)
        self.said.emit(Notice(Tone.GOOD, title, words))

    def _closed(self, done: IncidentDone) -> None:
        self.questions.finish()
        words = ""
        if done.revoke:
            said = self.tr("Revoke these certificates: {0}")
            words = said.replace("{0}", ", ".join(short(code) for code in done.revoke))
        tone = Tone.ATTENTION if done.revoke else Tone.GOOD
        self.said.emit(Notice(tone, self.tr("The incident is closed"), words))
