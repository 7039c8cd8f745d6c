"""The certificates screen: what can be issued, what was issued, and the seal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.statement import number_in
from serkut_desk.ui.panel import Action, Panel
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.roles import paper_language_choices
from serkut_desk.ui.stations.certificates import wording
from serkut_desk.ui.stations.certificates.lists import ISSUED, KEYS, LOTS, MEDIA, READY, Lists, Rows
from serkut_desk.ui.stations.certificates.presenter import CertificatesPresenter, Listed
from serkut_desk.ui.stations.certificates.questions import Questions
from serkut_desk.ui.stations.certificates.side import PaperSide
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from serkut_desk.documents.rendering import PageDots
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.codes import OwnCode
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.certificates.queries import (
        CertificateLine,
        LotStanding,
        ReadyDevice,
        ReadyMedium,
    )
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView


class CertificatesPanel(Panel):
    """Two lists at the left, the paper and the seal at the right.

    Args:
        hands: Carries out what is asked.
    """

    side_width = 400

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._hands = hands
        self._presenter = CertificatesPresenter(hands, self)
        self._connect()
        self._listed = Listed()
        self._known = False
        self._wanted: tuple[str, ...] = ()
        self._keep = ""
        self._lot_wanted = ""
        self.questions = Questions(self, hands, self._presenter)
        self._lists = Lists(READY)
        self._lists.picked.connect(self._picked)
        self._lists.list_chosen.connect(self._list_chosen)
        self._lists.ticks_changed.connect(self._show_actions)
        self._side = PaperSide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self._lists)
        self._lists.show_instead(EmptyState(StateKind.BUSY, self.tr("Fetching the certificates…")))

    def side(self) -> QWidget:
        """Show the paper and the seal."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Offer what this person may do."""
        super().set_person(person)
        self._show_all()

    def shown(self) -> None:
        """Fetch the lists."""
        self._presenter.load()

    def refresh(self, changes: Changes) -> None:
        """Fetch them anew when devices or certificates changed."""
        if changes.devices or changes.certificates:
            self._presenter.load()

    def park(self) -> Parked:
        """Keep what is ticked and which list is open."""
        return {
            "list": self._lists.current,
            "keep": self._keep,
            "ticked": self._lists.ticked or self._wanted,
        }

    def resume(self, state: Parked) -> None:
        """Tick and open the same again."""
        ticked = state.get("ticked")
        self._wanted = ticked if isinstance(ticked, tuple) else ()
        self._keep = str(state.get("keep") or "")
        current = state.get("list")
        self._lists.show_rows(Rows(), str(current) if current in KEYS else READY)

    def scanned(self, text: str) -> bool:
        """Tick a device, open a certificate, lot or medium; several codes can be one scan."""
        if number_in(text):
            # Anybody can write a number into a QR: whether it is ours, the check tells.
            self.panel_wanted.emit("checking", text)
            return True
        found = [own for own in map(parse_code, text.split()) if own is not None]
        devices = tuple(str(own) for own in found if own.kind is CodeKind.DEVICE)
        papers = [str(own) for own in found if own.kind is CodeKind.CERTIFICATE]
        if papers:
            known = any(line.number == papers[0] for line in self._listed.issued)
            return self._go_to(ISSUED, papers[0], known, self.tr("certificate"))
        lots = [str(own) for own in found if own.kind is CodeKind.LOT]
        if lots and devices:
            # No label holds both: an approver has just approved these of the lot.
            self._lot_wanted = lots[0]
            self._take_lot()
            return True
        if not devices:
            return self._opened(found)
        self._wanted = devices
        self._take_wanted()
        return True

    def _opened(self, found: list[OwnCode]) -> bool:
        """Open the list with a lot or a medium that was scanned."""
        for own in found:
            code = str(own)
            if own.kind is CodeKind.LOT:
                known = any(one.code == code for one in self._listed.lots)
                return self._go_to(LOTS, code, known, self.tr("lot"))
            if own.kind is CodeKind.MEDIUM:
                known = any(one.code == code for one in self._listed.media)
                return self._go_to(MEDIA, code, known, self.tr("medium"))
        return False

    def _go_to(self, current: str, code: str, known: bool, word: str) -> bool:  # noqa: FBT001 - of one scan
        self._keep = code
        self._show_lists(current)
        said = word if known else self.tr("not in the list")
        self.scan_taken.emit(said, Tone.GOOD if known else Tone.ATTENTION)
        return True

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what the buttons do."""
        return (*self._list_actions(), *self._paper_actions(), *self._seal_actions())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's own name
        """Take files and folders to check."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's own name
        """Go where what was dropped is checked."""
        event.acceptProposedAction()
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        self.files_wanted.emit("checking", [Path(url.toLocalFile()) for url in urls])

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._took_lists)
        presenter.failed.connect(self._failed)
        presenter.said.connect(self.said)
        presenter.seal_changed.connect(self._seal_changed)
        presenter.page_ready.connect(self._page_ready)

    @property
    def _may_issue(self) -> bool:
        return self.person is not None and Permission.ISSUE.value in self.person.permissions

    @property
    def _may_keys(self) -> bool:
        return self.person is not None and Permission.KEYS.value in self.person.permissions

    @property
    def _ready_one(self) -> ReadyDevice | None:
        rows = self._listed.ready if self._lists.current == READY else ()
        return next((one for one in rows if one.code == self._keep), None)

    @property
    def _issued_one(self) -> CertificateLine | None:
        rows = self._listed.issued if self._lists.current == ISSUED else ()
        return next((one for one in rows if one.number == self._keep), None)

    @property
    def _lot_one(self) -> LotStanding | None:
        rows = self._listed.lots if self._lists.current == LOTS else ()
        return next((one for one in rows if one.code == self._keep), None)

    @property
    def _medium_one(self) -> ReadyMedium | None:
        rows = self._listed.media if self._lists.current == MEDIA else ()
        return next((one for one in rows if one.code == self._keep), None)

    def _why_not(self) -> str:
        """Return why nothing can be issued, empty when it can."""
        if not self._may_issue:
            return self.tr("A supervisor issues certificates.")
        if not self._listed.seal:
            return self.tr("Make the key of the seal first.")
        return ""

    def _language_action(self) -> Action:
        named = dict(paper_language_choices())
        chosen = self._presenter.language
        word = self.tr("the sender's own") if chosen is None else named[chosen]
        said = self.tr("Language: {0}").replace("{0}", word)
        return Action(said, self._next_language, "F7", "languages")

    def _lot_actions(self) -> tuple[Action, ...]:
        lot = self._lot_one
        reason = self._why_not()
        if not reason and lot is None:
            reason = self.tr("Choose a lot.")
        elif not reason and lot is not None and lot.number and not lot.ready and not lot.stale:
            reason = self.tr("Everything is issued.")
        issue = Action(
            self.tr("Issue the lot's"),
            self._issue_lot,
            "F10",
            "signature",
            not reason,
            reason,
            main=True,
        )
        some = lot is not None and bool(lot.issued)
        none = "" if some else self.tr("No certificates yet.")
        return (
            issue,
            Action(self.tr("Print all"), self._print_lot, "F3", "printer", some, none),
            Action(self.tr("Save all to a folder"), self._save_lot, "F6", "save", some, none),
            self._language_action(),
        )

    def _medium_actions(self) -> tuple[Action, ...]:
        reason = self._why_not()
        if not reason and self._medium_one is None:
            reason = self.tr("Choose a medium.")
        issue = Action(
            self.tr("Issue"), self._issue_medium, "F10", "signature", not reason, reason, main=True
        )
        return (issue, self._language_action())

    def _list_actions(self) -> tuple[Action, ...]:
        check = Action(self.tr("Check certificates"), self._check, "F5", "file-check")
        if self._lists.current == LOTS:
            return self._lot_actions()
        if self._lists.current == MEDIA:
            return (*self._medium_actions(), check)
        if self._lists.current == ISSUED:
            return (check,)
        ticked = len(self._lists.ticked)
        reason = self._why_not()
        if not reason and not ticked:
            reason = self.tr("Tick the devices first.")
        word = self.tr("Issue %n certificates", "", ticked) if ticked else self.tr("Issue")
        actions = [
            Action(word, self._issue, "F10", "signature", not reason, reason, main=True),
            check,
        ]
        if len(self._listed.ready) > 1 and self._may_issue:
            all_of = self.tr("Untick all") if self._lists.all_ticked else self.tr("Tick all")
            actions.append(Action(all_of, self._lists.tick_all, "F2", "list-checks"))
        if self._may_issue:
            actions.append(self._language_action())
        return tuple(actions)

    def _paper_actions(self) -> tuple[Action, ...]:
        line = self._issued_one
        if line is None:
            return ()
        actions = [
            Action(self.tr("Open"), self._open, "F2", "file-text", main=True),
            Action(self.tr("Print"), self._print, "F3", "printer"),
            Action(self.tr("Save a copy"), self._save, "F6", "save"),
        ]
        state = wording.state_of(line)
        if self._may_issue and state in {wording.VALID, wording.STALE}:
            actions.append(Action(self.tr("Issue anew"), self._reissue, "F7", "refresh-cw"))
        if self._may_issue and state in {wording.VALID, wording.STALE, wording.DOUBTFUL}:
            actions.append(Action(self.tr("Revoke"), self._revoke, "F11", "ban"))
        return tuple(actions)

    def _seal_actions(self) -> tuple[Action, ...]:
        if not self._may_keys:
            return ()
        if not self._listed.seal:
            make = self.questions.make_key
            return (Action(self.tr("Make the key"), make, "F8", "key-round"),)
        if self._presenter.unlocked:
            return (Action(self.tr("Lock the seal"), self._presenter.lock, "F8", "lock"),)
        return (Action(self.tr("Unlock"), self.questions.unlock, "F8", "key-round"),)

    def _took_lists(self, listed: Listed) -> None:
        self._listed, self._known = listed, True
        self._show_lists(self._lists.current)
        if self._lot_wanted:
            self._take_lot()

    def _show_lists(self, current: str) -> None:
        listed = self._listed
        rows = Rows(
            ready=[wording.ready_row(one) for one in listed.ready],
            lots=[wording.lot_row(one) for one in listed.lots],
            media=[wording.medium_row(one) for one in listed.media],
            issued=[wording.issued_row(line) for line in listed.issued],
        )
        self._lists.show_rows(rows, current, self._keep)
        if self._wanted:
            self._take_wanted()
        self._show_all()

    def _take_lot(self) -> None:
        """Choose a lot and ask whether to issue its certificates, once the list is there."""
        if not self._known:
            return
        lot, self._lot_wanted = self._lot_wanted, ""
        self._keep = lot
        self._show_lists(LOTS)
        if not self._why_not() and self._lot_one is not None:
            self._issue_lot()

    def _take_wanted(self) -> None:
        """Tick devices that were scanned, once the list is there."""
        if not self._known:
            return
        wanted, self._wanted = self._wanted, ()
        if self._lists.current != READY and any(one.code in wanted for one in self._listed.ready):
            self._show_lists(READY)
        if self._lists.tick(wanted):
            self.scan_taken.emit(self.tr("%n devices", "", len(wanted)), Tone.GOOD)
            return
        line = next((one for one in self._listed.issued if one.device in wanted), None)
        if line is not None:
            self._keep = line.number
            self._show_lists(ISSUED)
            self.scan_taken.emit(self.tr("has a certificate"), Tone.GOOD)
        else:
            self.scan_taken.emit(self.tr("waits for its approval first"), Tone.ATTENTION)

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        again = Action(self.tr("Try again"), self.shown, icon="refresh-cw")
        state = EmptyState(StateKind.FAILED, said["what"], (said["why"], said["next"]), (again,))
        self._lists.show_instead(state)

    def _show_all(self) -> None:
        if not self._known:
            return
        self._lists.show_instead(None if self._listed.seal else self._no_key())
        self._show_actions()
        self._show_paper()
        self._show_seal()

    def _no_key(self) -> EmptyState:
        title = self.tr("The workshop's seal has no key yet")
        if not self._may_keys:
            lines = (self.tr("A supervisor makes it. Then certificates can be issued."),)
            return EmptyState(StateKind.NOT_ALLOWED, title, lines)
        lines_all = (
            self.tr("Every certificate is sealed, so that anybody can see that it is genuine."),
            self.tr("Think of a long passphrase, make the key, and put a copy in a safe place."),
        )
        ask = self.questions.make_key
        make = Action(self.tr("Make the key"), ask, "F8", "key-round", main=True)
        return EmptyState(StateKind.NOTHING, title, lines_all, (make,))

    def _show_actions(self) -> None:
        self._lists.show_actions(self._list_actions())

    def _show_paper(self) -> None:
        ready, line = self._ready_one, self._issued_one
        if line is not None:
            view = wording.issued_view(line, self._hands.texts)
            self._side.show_paper(view, self._paper_actions(), page=True)
            self._presenter.preview(line.number)
        elif ready is not None:
            self._side.show_paper(wording.ready_view(ready), ())
        elif (lot := self._lot_one) is not None:
            self._side.show_paper(wording.lot_view(lot), ())
        elif (medium := self._medium_one) is not None:
            self._side.show_paper(wording.medium_view(medium), ())
        else:
            self._side.show_paper(None, ())

    def _show_seal(self) -> None:
        if not self._listed.seal:
            said = self.tr("No key yet.")
        elif self._presenter.unlocked:
            said = self.tr("Unlocked for this session.")
        else:
            said = self.tr("Locked. The passphrase is asked when you issue.")
        self._side.show_seal(said, self._listed.seal, self._seal_actions())

    def _picked(self, key: str) -> None:
        if key != self._keep:
            self._keep = key
            self._show_paper()
            self._show_actions()

    def _list_chosen(self, current: str) -> None:
        self._keep = ""
        self._show_lists(current)

    def _page_ready(self, number: str, page: PageDots) -> None:
        if number == self._keep:
            self._side.show_page(page)

    def _check(self) -> None:
        self.panel_wanted.emit("checking", "")

    def _issue(self) -> None:
        self.questions.unlocked_then(self._issue_ticked)

    def _issue_ticked(self) -> None:
        devices = self._lists.ticked
        if devices:
            self._presenter.issue(devices)

    def _issue_lot(self) -> None:
        if (lot := self._lot_one) is not None:
            self._presenter.plan(lot.code)

    def _print_lot(self) -> None:
        if (lot := self._lot_one) is not None:
            self._presenter.print_lot(lot.code)

    def _save_lot(self) -> None:
        if (lot := self._lot_one) is not None:
            self.questions.save_lot(lot.code)

    def _issue_medium(self) -> None:
        if (medium := self._medium_one) is not None:
            self.questions.unlocked_then(lambda: self._presenter.issue_medium(medium.code))

    def _next_language(self) -> None:
        """Go through the languages; the one that is settled comes first."""
        order = [None, *(code for code, _ in paper_language_choices())]
        at = order.index(self._presenter.language)
        self._presenter.language = order[(at + 1) % len(order)]
        self._show_actions()

    def _open(self) -> None:
        self._presenter.open(self._keep)

    def _print(self) -> None:
        self._presenter.print((self._keep,))

    def _save(self) -> None:
        self.questions.save(self._keep)

    def _reissue(self) -> None:
        if (line := self._issued_one) is not None:
            self.questions.reissue(line)

    def _revoke(self) -> None:
        if (line := self._issued_one) is not None:
            self.questions.revoke(line)

    def _seal_changed(self) -> None:
        self._show_seal()
        self._show_actions()
