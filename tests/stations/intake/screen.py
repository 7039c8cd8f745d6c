"""Drives the maker's intake screen without widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.stations.intake import looking
from serkut_desk.stations.intake.effects import Ask, Done, Effect, Failed, Question, Say, Tone
from serkut_desk.stations.intake.state import IntakeState
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from stations.intake.door import Door


def card(number: int) -> str:
    """Return the code of a command card."""
    return make_code(CodeKind.COMMAND, number)


class Screen:
    """A maker's screen: scans, F-keys and answers in, what is said out."""

    def __init__(self, door: Door, lot: str | None = None) -> None:
        self.door = door
        self.state = IntakeState(lot=door.lot if lot is None else lot or None)
        self.effects: tuple[Effect, ...] = ()

    def scan(self, *texts: str) -> Screen:
        for text in texts:
            self.state, self.effects = looking.scanned(
                self.door.workshop.desk, self.door.workshop.worker, self.state, text
            )
            self._speaks()
        return self

    def answer(self, value: str) -> Screen:
        self.state, self.effects = looking.answered(
            self.door.workshop.desk, self.door.workshop.worker, self.state, value
        )
        self._speaks()
        return self

    def _speaks(self) -> None:
        """Every sentence exists in every language, with its fields."""
        for effect in self.effects:
            if isinstance(effect, Say):
                for language in ("fi", "en"):
                    assert Texts(language).say(effect.key, **dict(effect.facts))
            if isinstance(effect, Failed):
                assert Texts("fi").failure(effect.failure)["next"]
            if isinstance(effect, Ask):
                for choice in effect.choices:
                    assert not choice.key or Texts("fi").say(choice.key, **dict(choice.facts))

    def of(self, kind: type[Effect]) -> Effect | None:
        return next((one for one in self.effects if isinstance(one, kind)), None)

    @property
    def said(self) -> tuple[Tone, str] | None:
        effect = self.of(Say)
        return (effect.tone, effect.key) if isinstance(effect, Say) else None

    def asked(self) -> Question | None:
        effect = self.of(Ask)
        return effect.question if isinstance(effect, Ask) else None

    @property
    def failure(self) -> KnownFailure | None:
        effect = self.of(Failed)
        return effect.failure if isinstance(effect, Failed) else None

    def received(self) -> str | None:
        effect = self.of(Done)
        return effect.received.device if isinstance(effect, Done) else None

    def command(self, name: str) -> Screen:
        """Press what an F-key does, by its name."""
        self.state, self.effects = looking.commanded(
            self.door.workshop.desk, self.door.workshop.worker, self.state, name
        )
        self._speaks()
        return self

    def choices(self) -> list[str]:
        """Return what the open question takes."""
        effect = self.of(Ask)
        return [one.value for one in effect.choices] if isinstance(effect, Ask) else []
