"""An advice in words that screens and the command line share: short, plain, Finnish figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.checklist import words_in
from serkut_desk.domain.money import euros

if TYPE_CHECKING:
    from serkut_desk.domain.advice import Advice, Known, Reason, Span, Way
    from serkut_desk.domain.checklist import Checklist
    from serkut_desk.texts import Texts


def way_words(way: Way, texts: Texts) -> str:
    """Return the name of a way."""
    return texts.say(f"advice.way.{way.value}")


def price_words(price: Known | None, texts: Texts) -> str:
    """Return `95,00 €`, "ei tiedossa" for unknown."""
    return texts.say("advice.unknown") if price is None else euros(price.value)


def minutes_words(minutes: Known | None, texts: Texts) -> str:
    """Return `18 min`."""
    if minutes is None:
        return texts.say("advice.unknown")
    return texts.say("advice.minutes", minutes=minutes.value)


def kg_words(kg: Span | None, texts: Texts) -> str:
    """Return the range `22 to 159 kg`."""
    if kg is None:
        return texts.say("advice.unknown")
    return texts.say("advice.kg", low=_signed(kg.low), high=_signed(kg.high))


def _signed(kg: int) -> str:
    return f"\u2212{-kg}" if kg < 0 else str(kg)


def reason_words(reason: Reason, checklist: Checklist | None, texts: Texts) -> str:
    """Return one reason as a sentence.

    Args:
        reason: Of an option.
        checklist: The inspection's own, for the words of its checks.
        texts: The language.
    """
    fields: dict[str, object] = dict(reason.facts)
    if "part" in fields:
        fields["part"] = texts.say(f"part.type.{fields['part']}").lower()
    if "check" in fields:
        check = checklist.checks.get(str(fields["check"])) if checklist else None
        words = words_in(check.words, texts.language) if check else str(fields["check"])
        fields["check"] = words
    if "cents" in fields:
        fields["cost"] = euros(int(str(fields.pop("cents"))))
    more = fields.pop("more", 0)
    said = texts.say(f"advice.reason.{reason.code}", **fields)
    return f"{said} {texts.say('advice.more', count=more)}" if more else said


def why_words(advice: Advice, texts: Texts) -> str:
    """Return what decided about the advice, one sentence."""
    return texts.say(f"advice.why.{advice.why.value}")


def basis_words(advice: Advice, texts: Texts) -> str:
    """Return whose figures the kilograms are and which versions were used."""
    used = dict.fromkeys(key for one in advice.options if one.kg for key in one.kg.sources)
    versions = {"rules": advice.rules, "factors": advice.factors}
    if not used:
        return texts.say("advice.basis_none", **versions)
    named = ", ".join(texts.say(f"advice.source.{key}") for key in used)
    return texts.say("advice.basis", sources=named, **versions)


def kept_words(plan: Way, advised: Way | None, texts: Texts) -> str:
    """Return what was advised beside a decision: the same, another way, or nothing."""
    if advised is None:
        return texts.say("advice.kept.none")
    if advised is plan:
        return texts.say("advice.kept.same")
    return texts.say("advice.kept.other", way=way_words(advised, texts))
