"""What the cards about lots at the door say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.cages import SealStage
from serkut_desk.domain.changes import Changes
from serkut_desk.ui.parts.choices import Choice
from serkut_desk.ui.stations.intake.views import ResultView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.stations.intake.lot_results import Arrived, CageDone, SealRead
    from serkut_desk.texts import Texts


def stage_choices(texts: Texts) -> tuple[Choice, ...]:
    """Return where a seal is read."""
    return tuple(Choice(one.value, texts.say(f"intake.stage.{one}")) for one in SealStage)


def result_of(read: SealRead, texts: Texts) -> ResultView:
    """Return the one big answer to a seal."""
    name = read.cage.name
    if not read.matches:
        word = "wrong" if read.read else "gone"
        stopped = texts.say("intake.seal.stopped", cage=name)
        return ResultView(Tone.STOP, texts.say(f"intake.seal.{word}"), stopped)
    if read.again:
        return ResultView(Tone.INFO, texts.say("intake.seal.again"), name)
    if read.unsealed:
        return ResultView(Tone.ATTENTION, texts.say("intake.seal.unsealed"), name)
    word = "learned" if read.learned else "right"
    tone = Tone.ATTENTION if read.learned else Tone.GOOD
    return ResultView(tone, texts.say(f"intake.seal.{word}"), name)


def changes_of(done: SealRead | CageDone | Arrived) -> Changes:
    """Return what every screen is told."""
    return Changes(lots=frozenset({done.lot}), journal=True)
