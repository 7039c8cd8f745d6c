"""After a failure: a supervisor chooses how the medium goes on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.next_steps import Step
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.stations.wiping import next_steps
from serkut_desk.stations.wiping.commands import DecideNextStep
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.parts.pick import KEYS, PickCard
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.next_steps import NextStep, Offer
    from serkut_desk.stations.wiping.queries import WaitingRow
    from serkut_desk.stations.wiping.results import MediumDone
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel

_ICONS = {Step.REPEAT: "rotate-ccw", Step.REMOVE: "log-out", Step.DESTROY: "hammer"}


class NextCard(QObject):
    """Asks and carries out.

    Args:
        panel: What the card covers.
        hands: Asks and carries out.
    """

    def __init__(self, panel: Panel, hands: Hands) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands

    def ask(self, row: WaitingRow) -> None:
        """Show the ways on for a medium."""
        if row.medium_id is not None:
            number, name = row.medium_id, row.medium or ""
            self._hands.ask(
                lambda desk, who: next_steps.offered(desk, who, f"#{number}"),
                partial(self._offer, number, name),
            )

    def _offer(
        self, medium: int, name: str, found: tuple[tuple[Offer, ...], NextStep | None]
    ) -> None:
        offers, decided = found
        texts = self._hands.texts
        others = [one for one in offers if one.step is not Step.REPEAT]
        repeats = [one for one in offers if one.step is Step.REPEAT][: len(KEYS) - len(others)]
        line = self.tr("What is done with it now? It stays blocked until then.")
        if decided is not None:
            line = self.tr("Decided before: {0}.").replace(
                "{0}", texts.say(f"next_step.{decided.step}")
            )
        card = PickCard(
            self._panel.window(),
            self.tr("How does {0} go on?").replace("{0}", name),
            line,
            [
                (_key(one), self._word(one.step, one.technique), _ICONS[one.step])
                for one in (*repeats, *others)
            ],
        )
        card.picked.connect(partial(self._picked, medium))
        self._panel.overlay_wanted.emit(card)

    def _word(self, step: Step, technique: SanitisationTechnique | None) -> str:
        texts = self._hands.texts
        said = texts.say(f"next_step.{step}")
        return said if technique is None else f"{said}: {texts.say(f'technique.{technique}')}"

    def _picked(self, medium: int, key: str) -> None:
        first, _, second = key.partition(" ")
        step, technique = Step(first), SanitisationTechnique(second) if second else None
        command = DecideNextStep(f"#{medium}", step, technique)
        done = partial(self._done, self._word(step, technique))
        self._hands.submit(command, done, None, _changes)

    def _done(self, word: str, done: MediumDone) -> None:
        del done
        self._panel.said.emit(Notice(Tone.GOOD, word, self.tr("Decided. Tell the makers.")))


def _key(offer: Offer) -> str:
    return f"{offer.step.value} {offer.technique.value if offer.technique else ''}".strip()


def _changes(done: MediumDone) -> Changes:
    return done.changes
