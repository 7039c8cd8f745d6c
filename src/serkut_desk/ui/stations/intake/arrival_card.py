"""The card at the van and at the door: one cage, one seal, one big answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.domain.cages import CageState, SealDecision, SealStage
from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.stations.cage_rules import find_cage
from serkut_desk.stations.intake import lot_queries
from serkut_desk.stations.intake.lot_commands import ArriveLot, CheckSeal, DecideSeal
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.photos_card import PhotosCard
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.result import ResultCard
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.stations.intake.arrival_words import changes_of, result_of, stage_choices
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.intake.lot_queries import Cages, CageView
    from serkut_desk.stations.intake.lot_results import Arrived, CageDone, SealRead
    from serkut_desk.ui.hands import Hands

_STAGE_KEYS = {SealStage.VAN: "F2", SealStage.ARRIVAL: "F3", SealStage.OPENING: "F5"}


class ArrivalCard(OverlayCard):
    """Reads the seals of a lot's cages; a lot without cages is only said to be here.

    Args:
        parent: The window.
        hands: Asks and carries out.
        lot: Code of the lot.
        decides: The person may decide about a wrong seal.
    """

    arrived = Signal(str)
    """Code of the lot: it is here now, or one of its cages was opened."""
    overlay_wanted = Signal(object)
    """An `Overlay`: the pictures of a cage."""

    def __init__(self, parent: QWidget, hands: Hands, lot: str, *, decides: bool) -> None:
        super().__init__(parent, self.tr("Lot at the door"), Tone.INFO, width=1120)
        self._hands = hands
        self._lot = lot
        self._decides = decides
        # Who is called because of a wrong seal scans in at once; only a reason could be lost.
        self.takes_badges = not decides
        self._seen: Cages | None = None
        self._stage: SealStage | None = None
        self._chosen = ""
        # A seal that several cages could have, until a person says which.
        self._held: str | None = None
        self._busy = False
        self._head = label("", "strong", wrap=True)
        keyed = [
            Choice(choice.key, f"{choice.word}  {_STAGE_KEYS[SealStage(choice.key)]}")
            for choice in stage_choices(hands.texts)
        ]
        self._stages = ChoiceStrip(self.tr("Where the seal is read"), keyed)
        self._stages.chosen.connect(self._stage_chosen)
        self._picture = Picture(PictureName.CAGE_SEAL, self.tr("A cage with its seal"), 300)
        self._sentence = label("", "display", wrap=True)
        self._cages: ChoiceStrip | None = None
        self._result = ResultCard()
        self._told = label("", "lead", wrap=True)
        self._frozen = label("", "lead", wrap=True, tone=str(Tone.STOP))
        self._reason = TextField(
            self.tr("Why?"), self.tr("Write what was done about the wrong seal.")
        )
        self._bar = ActionBar()
        self._build()
        self._ask()

    def _build(self) -> None:
        self.body.addWidget(self._head)
        self.body.addWidget(self._stages)
        across = QHBoxLayout()
        across.setSpacing(px(24))
        left, self._right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        left.addStretch(1)
        self._right.setSpacing(px(12))
        for part in (self._sentence, self._result, self._told, self._frozen, self._reason):
            self._right.addWidget(part)
        self._reason.hide()
        self._right.addStretch(1)
        across.addLayout(left, 2)
        across.addLayout(self._right, 5)
        self.body.addLayout(across)
        self.body.addWidget(self._bar)

    @property
    def stage(self) -> SealStage:
        """The stage at which seals are read now."""
        return self._stage or (self._seen.stage if self._seen else SealStage.ARRIVAL)

    @property
    def current(self) -> CageView | None:
        """The cage in hand: the chosen one, else the first whose seal is still to be read.

        When all are read, the first that waits for the decision of who stands here.
        """
        cages = self._seen.cages if self._seen else ()
        for one in cages:
            if one.cage.name == self._chosen:
                return one
        waiting = [one for one in cages if one.waits(self.stage)]
        if self._decides:
            waiting += [one for one in cages if one.asked is not None]
        return next(iter(waiting), None)

    def scanned(self, text: str) -> None:
        """Take a seal; the name of a cage chooses it."""
        own = parse_code(text)
        if own is not None and own.kind is CodeKind.LOT and str(own) == self._lot:
            return
        if own is not None or self._seen is None:
            super().scanned(text)
            return
        cages = [one.cage for one in self._seen.cages]
        named = find_cage(cages, text)
        if named is not None and named.name.casefold() == text.strip().casefold():
            self._choose(named.name)
        else:
            # A frozen cage reads none: the seal is another's.
            current = self.current
            stopped = current is not None and current.asked is not None
            self._read(text, "" if stopped else self._chosen)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer the stages, what a seal may lack, and the way on."""
        leave = Action(self.tr("Close"), self.close_overlay, key="F9", icon="x")
        if self._seen is None:
            return (leave,)
        if not self._seen.cages:
            here = Action(self.tr("The lot is here"), self._arrive, "F10", "check", main=True)
            first = (here,) if self._seen.lot.is_expected else ()
            return (*first, self._pictures(), leave)
        current = self.current
        if current is not None and current.asked is not None and self._decides:
            return (*self._deciding(), self._pictures(), *self._stage_keys(), leave)
        ready = Action(self.tr("Ready"), self.close_overlay, "F10", "check", main=True)
        reading = () if current is None or current.asked is not None else (self._no_seal(),)
        return (ready, *reading, self._next(), self._pictures(), *self._stage_keys(), leave)

    def _pictures(self) -> Action:
        """Offer to photograph the cage in hand; for a frozen one "no seal" leaves its key."""
        current = self.current
        key = "F6" if current is not None and current.asked is not None else "F11"
        return Action(self.tr("Pictures"), self._photograph, key=key, icon="camera")

    def _photograph(self) -> None:
        current = self.current
        cage = current.cage.name if current is not None else ""
        purpose = PhotoPurpose.SEAL if cage else PhotoPurpose.DELIVERY
        card = PhotosCard(self.window(), self._hands, self._lot, cage=cage, purpose=purpose)
        card.overlay_wanted.connect(self.overlay_wanted)
        self.overlay_wanted.emit(card)

    def _no_seal(self) -> Action:
        return Action(self.tr("No seal"), self._gone, key="F6", icon="lock-open")

    def _next(self) -> Action:
        many = self._seen is not None and len(self._seen.cages) > 1
        return Action(self.tr("Another cage"), self._turn, key="F8", icon="container", enabled=many)

    def _deciding(self) -> tuple[Action, ...]:
        accept = partial(self._decide, SealDecision.ACCEPTED)
        back = partial(self._decide, SealDecision.SENT_BACK)
        return (
            Action(self.tr("Take it as it is"), accept, "F7", "check", main=True),
            Action(self.tr("Send it back"), back, "F11", "undo-2"),
            self._next(),
        )

    def _stage_keys(self) -> tuple[Action, ...]:
        return tuple(
            Action(choice.word, partial(self._stage_chosen, choice.key), key=_STAGE_KEYS[stage])
            for choice, stage in zip(stage_choices(self._hands.texts), SealStage, strict=True)
        )

    def _stage_chosen(self, stage: str) -> None:
        self._stage = SealStage(stage)
        self._chosen, self._held = "", None
        self._result.show_result(Tone.PLAIN, "")
        self._show()

    def _choose(self, name: str) -> None:
        self._chosen = name
        held, self._held = self._held, None
        if held is not None:
            self._read(held, name)
        else:
            self._result.show_result(Tone.PLAIN, "")
            self._show()

    def _turn(self) -> None:
        cages = self._seen.cages if self._seen else ()
        names = [one.cage.name for one in cages]
        current = self.current
        at = names.index(current.cage.name) if current else -1
        if names:
            self._choose(names[(at + 1) % len(names)])

    def _gone(self) -> None:
        current = self.current
        if current is not None:
            self._read("", current.cage.name)

    def _read(self, seal: str, cage: str) -> None:
        if not self._busy:
            self._busy = True
            command = CheckSeal(lot=self._lot, stage=self.stage, seal=seal, cage=cage)
            refused = partial(self._refused, seal)
            self._hands.submit(command, self._was_read, refused, changes_of)

    def _was_read(self, read: SealRead) -> None:
        self._busy, self._chosen, self._held = False, "", None
        view = result_of(read, self._hands.texts)
        if not read.matches:
            self._chosen = read.cage.name
        self._result.show_result(view.tone, view.title, view.lead, view.text)
        self.heard.emit(view.tone)
        if read.arrived or read.cage.state is CageState.OPENED:
            self.arrived.emit(self._lot)
        self._ask()

    def _refused(self, seal: str, failure: KnownFailure) -> None:
        self._held = seal if failure.code == "seal_unknown" else None
        self._failed(failure)

    def _failed(self, failure: KnownFailure) -> None:
        self._busy = False
        said = self._hands.texts.failure(failure)
        if failure.facts.get("field") == "reason":
            missing = failure.code == "text_missing"
            other = f"{said['what']} {said['next']}"
            self._reason.set_problem(self.tr("Write first why.") if missing else other)
            self._reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._result.show_result(Tone.ATTENTION, said["what"], said["why"], said["next"])
        self.heard.emit(Tone.ATTENTION)
        self._show()

    def _decide(self, decision: SealDecision) -> None:
        current = self.current
        if current is None or self._busy:
            return
        self._busy = True
        command = DecideSeal(
            lot=self._lot, cage=current.cage.name, decision=decision, reason=self._reason.text
        )
        self._hands.submit(command, self._decided, self._failed, changes_of)

    def _decided(self, done: CageDone) -> None:
        self._busy, self._chosen = False, ""
        self._reason.set_text("")
        self._reason.set_problem("")
        (name,) = done.changed
        state = next(cage.state for cage in done.cages if cage.name == name)
        word = self._hands.texts.say(f"intake.cage_state.{state}")
        self._result.show_result(Tone.INFO, f"{name}: {word}")
        self._ask()

    def _arrive(self) -> None:
        self._hands.submit(ArriveLot(lot=self._lot), self._is_here, self._failed, changes_of)

    def _is_here(self, done: Arrived) -> None:
        self.close_overlay()
        self.arrived.emit(done.lot)

    def _ask(self) -> None:
        self._hands.ask(partial(lot_queries.cages, code=self._lot), self._came, self._failed)

    def _came(self, seen: Cages) -> None:
        if self._seen is None and self._decides:
            # Who may decide begins with what waits for it.
            asked = (one.cage.name for one in seen.cages if one.asked is not None)
            self._chosen = next(asked, "")
        self._seen = seen
        self._show()

    def _show(self) -> None:
        seen = self._seen
        if seen is not None:
            self._head.setText(f"{seen.sender} · {short(seen.lot.code)}")
            self._show_cages(seen)
            self._show_state(seen)
        keys = set(_STAGE_KEYS.values())
        self._bar.show_actions([one for one in self.function_keys() if one.key not in keys])

    def _show_cages(self, seen: Cages) -> None:
        self._stages.setVisible(bool(seen.cages))
        self._stages.choose(self.stage.value)
        if self._cages is not None:
            self._right.removeWidget(self._cages)
            self._cages.hide()
            self._cages.deleteLater()
            self._cages = None
        if not seen.cages:
            return
        words = [
            Choice(
                one.cage.name,
                f"{one.cage.name} · {self._hands.texts.say(f'intake.cage_state.{one.cage.state}')}",
            )
            for one in seen.cages
        ]
        current = self.current
        self._cages = ChoiceStrip(
            self.tr("Cages"),
            (Choice("", self.tr("All are read")), *words) if current is None else words,
            current.cage.name if current else "",
        )
        self._cages.chosen.connect(self._choose)
        self._right.insertWidget(0, self._cages)

    def _show_state(self, seen: Cages) -> None:
        current = self.current
        frozen = [one.cage.name for one in seen.cages if one.cage.state is CageState.FROZEN]
        wrong = current.asked if current is not None else None
        if current is not None and wrong is not None:
            frozen.remove(current.cage.name)
            none = self.tr("none")
            told = self.tr("Announced: {0}. Read: {1}.").replace("{0}", current.cage.seal or none)
            self._told.setText(told.replace("{1}", wrong.seal or none))
        self._told.setVisible(wrong is not None)
        self._offer_reason(wrong is not None and self._decides)
        call = "" if self._decides else self.tr("Do not open it. Call a supervisor.")
        stopped = self.tr("Frozen: {0}.").replace("{0}", ", ".join(frozen))
        self._frozen.setText(f"{stopped} {call}".strip() if frozen else "")
        self._frozen.setVisible(bool(frozen))
        self._sentence.setText(self._asked(seen, current))

    def _offer_reason(self, wanted: bool) -> None:  # noqa: FBT001 - as Qt's own setVisible
        """Show the field; typing goes into it at once, else the scan line would swallow it."""
        comes = wanted and self._reason.isHidden()
        self._reason.setVisible(wanted)
        if comes:
            self._reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked(self, seen: Cages, current: CageView | None) -> str:
        if not seen.cages:
            here = self.tr("Take devices in.")
            return self.tr("Is the lot here?") if seen.lot.is_expected else here
        if self._held is not None:
            return self.tr("Which cage is this seal on?")
        if current is None:
            return self.tr("All seals are read.")
        if current.asked is not None:
            return self.tr("This cage is frozen.")
        return self.tr("Scan the seal: {0}").replace("{0}", current.cage.name)
