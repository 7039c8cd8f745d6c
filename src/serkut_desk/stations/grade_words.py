"""A grade and what decided about it, in words that screens, papers and the command line share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.checklist import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.domain.checklist import Checklist
    from serkut_desk.domain.grading import Graded, Reason
    from serkut_desk.texts import Texts


def reason_sentence(reason: Reason, checklist: Checklist, texts: Texts) -> str:
    """Return one fact that decided, such as `Jälki näkyy 20 cm päästä: kansi`."""
    fields: dict[str, object] = dict(reason.fields)
    if "zone" in fields:
        zone = checklist.zones[str(fields["zone"])]
        words = words_in(zone.words, texts.language)
        fields["zone"] = words[:1].lower() + words[1:]
    if "check" in fields:
        check = checklist.checks[str(fields["check"])]
        fields["check"] = words_in(check.words, texts.language)
    return texts.say(f"grade.reason.{reason.code}", **fields)


def reason_sentences(
    reasons: Iterable[Reason], checklist: Checklist, texts: Texts
) -> tuple[str, ...]:
    """Return everything that decided, each sentence once."""
    return tuple(dict.fromkeys(reason_sentence(one, checklist, texts) for one in reasons))


def category_words(graded: Graded, texts: Texts) -> str:
    """Return the categories that a grade maps to, as the workshop's own reading."""
    codes = " / ".join(filter(None, (graded.looks_category, graded.function_category)))
    return texts.say("grade.category", codes=codes)
