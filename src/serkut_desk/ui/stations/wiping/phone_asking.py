"""Which checklists a phone's memory has, in the words of the person who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.phone_reset import UNKNOWN
from serkut_desk.stations.wiping.phones import shipped_platforms
from serkut_desk.ui.stations.wiping.phone_card import AskedQuestion, Checklist

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.phone_reset import Question
    from serkut_desk.stations.wiping.queries import WaitingRow
    from serkut_desk.texts import Texts


def checklists(kind: MediumKind, texts: Texts) -> tuple[Checklist, ...]:
    """Return the checklists for a kind of memory, none for a disk."""
    return tuple(
        Checklist(
            platform.key,
            texts.say(f"phone.platform.{platform.key}"),
            tuple(_asked(question, texts) for question in platform.questions),
        )
        for platform in shipped_platforms().values()
        if kind in platform.kinds
    )


def _asked(question: Question, texts: Texts) -> AskedQuestion:
    def word(answer: str) -> str:
        return texts.say("phone.unknown" if answer == UNKNOWN else f"phone.{question.key}.{answer}")

    answers = tuple((answer, word(answer)) for answer in question.answers)
    return AskedQuestion(question.key, texts.say(f"phone.{question.key}"), answers)


def phone_of(rows: Sequence[WaitingRow]) -> WaitingRow | None:
    """Return the row of a phone's own memory that is not proven yet."""
    return next((row for row in rows if row.kind is MediumKind.PHONE and not row.wiped), None)
