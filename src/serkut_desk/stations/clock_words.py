"""How far a wiped computer's clock seems to have been off, in words for every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.domain.clock_notes import SkewSource, hours_and_minutes

if TYPE_CHECKING:
    from serkut_desk.texts import Texts


def skew_sentence(skew: dict[str, Any] | None, texts: Texts) -> str:
    """Return how far a clock was off, as `Koneen kello oli 2 t 10 min edellä.`; empty if not."""
    if not skew:
        return ""
    span = span_words(int(skew["seconds"]), texts)
    if skew["source"] == SkewSource.RECEIVED:
        return texts.say("skew.at_least", span=span)
    return texts.say("skew.ahead" if skew["seconds"] > 0 else "skew.behind", span=span)


def span_words(seconds: int, texts: Texts) -> str:
    """Return a difference in the two units that matter."""
    days, hours, minutes = hours_and_minutes(seconds)
    if days:
        return texts.say("span.days", days=days, hours=hours)
    if hours:
        return texts.say("span.hours", hours=hours, minutes=minutes)
    return texts.say("span.minutes", minutes=minutes)
