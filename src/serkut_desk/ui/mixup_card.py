"""Asks which label is on which device: two scans, then F10. Nothing is rewritten by it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from serkut_desk.domain import codes
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.events import Tag
from serkut_desk.stations.devices import queries
from serkut_desk.stations.devices.commands import ReportMixup
from serkut_desk.ui import device_words
from serkut_desk.ui.forms import ChoiceField
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.facts import Fact, Facts
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.devices.commands import MixedUp
    from serkut_desk.ui.hands import Hands

_MOST = 4
_PRINTED = frozenset({Tag.LABEL_PRINTED, Tag.LABEL_QUEUED})


class MixupCard(OverlayCard):
    """Asks for the label, the device that it is on, and since when.

    Args:
        parent: The window.
        hands: Ask and carry out.
        device: Code on the label, where it is known already.
    """

    said = Signal(object)
    """A `Notice` of what came of it; the card is closed."""

    def __init__(self, parent: QWidget, hands: Hands, device: str = "") -> None:
        super().__init__(parent, self.tr("The label is on the wrong device"), width=700)
        self._hands = hands
        self._label: DeviceCard | None = None
        self._on: DeviceCard | None = None
        self._nowhere = False
        self._lead = label("", "lead", wrap=True)
        self._facts = Facts(())
        self._since = ChoiceField(self.tr("Since when?"), self._moments())
        self._problem = label("", "problem", wrap=True)
        self._bar = ActionBar()
        for part in (self._lead, self._facts, self._since, self._problem, self._bar):
            self.body.addWidget(part)
        self._renew()
        if device:
            self._read(device)

    def scanned(self, text: str) -> None:
        """Take the wrong label first, then any code of the device that it is on."""
        self._hands.ask(partial(_find, text=text), self._found, self._failed)

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to report, to say that it has no record, to begin again, to leave."""
        ready = self._label is not None and (self._on is not None or self._nowhere)
        return (
            Action(
                self.tr("Report it"),
                self._send,
                key="F10",
                icon="check",
                enabled=ready,
                # The sentence above says what is missing.
                reason="",
                main=True,
            ),
            Action(self.tr("On a device without a record"), self._no_record, key="F6"),
            Action(self.tr("Begin again"), self._again, key="F5", icon="rotate-ccw"),
            Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),
        )

    def _moments(self) -> tuple[tuple[str, str], ...]:
        """Return since when it may have been so: since it came, or since a label was printed."""
        came = ("", self.tr("Since the device came"))
        if self._label is None:
            return (came,)
        word = self.tr("Since the label of {0}")
        printed = [line for line in self._label.timeline if line.tag in _PRINTED]
        return (
            came,
            *(
                (str(line.seq), word.replace("{0}", device_words.moment(line.at)))
                for line in reversed(printed[-_MOST:])
            ),
        )

    def _next(self) -> str:
        if self._label is None:
            return self.tr("Scan the wrong label.")
        return self.tr("Scan another code of the device that it is on.")

    def _renew(self) -> None:
        ready = self._label is not None and (self._on is not None or self._nowhere)
        self._lead.setText(self.tr("Take the wrong label off.") if ready else self._next())
        facts = []
        if self._label is not None:
            facts.append(Fact(self.tr("Label"), _called(self._label)))
        if self._on is not None:
            facts.append(Fact(self.tr("It is on"), _called(self._on)))
        elif self._nowhere:
            facts.append(Fact(self.tr("It is on"), self.tr("a device without a record")))
        self._facts.show_facts(facts)
        self._since.set_choices(self._moments())
        self._since.setVisible(ready)
        self._problem.setVisible(bool(self._problem.text()))
        self._bar.show_actions(self.function_keys())

    def _no_record(self) -> None:
        self._on, self._nowhere = None, True
        self._renew()

    def _again(self) -> None:
        self._label = self._on = None
        self._nowhere = False
        self._problem.setText("")
        self._renew()

    def _read(self, code: str) -> None:
        self._hands.ask(partial(_card, code=code), self._take, self._failed)

    def _found(self, code: str | None) -> None:
        if code is None:
            self._problem.setText(self.tr("No device has this code."))
            self.heard.emit(Tone.ATTENTION)
            self._renew()
            return
        self._read(code)

    def _take(self, card: DeviceCard) -> None:
        self._problem.setText("")
        if self._label is None:
            self._label = card
        elif card.code == self._label.code:
            self._problem.setText(self.tr("That is the same label. Scan another code."))
            self.heard.emit(Tone.ATTENTION)
        else:
            self._on, self._nowhere = card, False
        self._renew()

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        self._problem.setText(f"{said['what']} {said['next']}")
        self.heard.emit(Tone.ATTENTION)
        self._renew()

    def _send(self) -> None:
        if self._label is None:
            return
        since = self._since.key
        command = ReportMixup(
            self._label.code,
            self._on.code if self._on else None,
            int(since) if since else None,
        )
        self._hands.submit(command, self._told, self._failed, _of_told)

    def _told(self, done: MixedUp) -> None:
        self.close_overlay()
        title = self.tr("{0}: a new label is printed").replace("{0}", codes.short(done.device))
        if not done.settled:
            text = self.tr("A supervisor decides. Neither device leaves before that.")
            self.said.emit(Notice(Tone.ATTENTION, title, text))
            return
        ended = ", ".join(codes.short(code) for code in (*done.ended, *done.certificates))
        text = self.tr("Does not hold any more: {0}").replace("{0}", ended) if ended else ""
        self.said.emit(Notice(Tone.ATTENTION if ended else Tone.GOOD, title, text))


def _called(card: DeviceCard) -> str:
    name = device_words.name_of(card.manufacturer, card.model)
    return " · ".join(filter(None, (codes.short(card.code), name, card.serial)))


def _find(desk: Desk, who: Session | None, *, text: str) -> str | None:
    return queries.find(desk, who, text).device


def _card(desk: Desk, who: Session | None, *, code: str) -> DeviceCard:
    return queries.card(desk, who, code)


def _of_told(done: MixedUp) -> Changes:
    devices = frozenset(filter(None, (done.device, done.stuck_on)))
    return Changes(
        devices=devices,
        labels=frozenset({done.device}),
        certificates=frozenset(done.certificates),
        journal=True,
    )
