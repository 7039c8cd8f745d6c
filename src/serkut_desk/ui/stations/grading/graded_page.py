"""A graded device: the letter big, what decided, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from serkut_desk.stations import grade_words
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.result import NextStep
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.stations.grading import wording
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.grading.queries import InspectionView, Look
    from serkut_desk.texts import Texts
    from serkut_desk.ui.panel import Action


class GradedPage(Card):
    """Shows a `Look` at a device whose inspection holds.

    Args:
        look: The device.
        held: Its inspection.
        step: What comes next.
        actions: What can be done.
        texts: Sentences.
        whole: Show the categories too, for supervisors.
    """

    def __init__(
        self,
        look: Look,
        held: InspectionView,
        step: str,
        actions: Sequence[Action],
        *,
        texts: Texts,
        whole: bool,
    ) -> None:
        super().__init__(self.tr("Grading"), look.make or texts.say(f"type.{look.type}"))
        head = QHBoxLayout()
        head.setSpacing(px(26))
        letter = label(held.grade.value, "grade")
        letter.setAccessibleName(self.tr("Grade {0}").replace("{0}", held.grade.value))
        restyle(letter, "tone", str(wording.FUNCTIONAL_TONES[held.graded.functional]))
        letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head.addWidget(letter, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(self._why(held, texts, whole=whole), 1)
        self.body.addLayout(head)
        if look.decision is not None:
            said = texts.say(f"grade.outcome.{look.decision.outcome.value}")
            words = self.tr("Decided: {0}. {1}").replace("{0}", said)
            self.body.addWidget(label(words.replace("{1}", look.decision.reason), wrap=True))
        done = look.decision is not None
        self.add(NextStep(step, Tone.GOOD if done else Tone.INFO))
        bar = ActionBar(actions, big=True)
        self.add(bar)
        self.body.addStretch(1)

    def _why(self, held: InspectionView, texts: Texts, *, whole: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(6))
        works = texts.say(f"grade.functional.{held.graded.functional.value}")
        pills = QHBoxLayout()
        pills.addWidget(Pill(works, wording.FUNCTIONAL_TONES[held.graded.functional]))
        pills.addStretch(1)
        column.addLayout(pills)
        column.addWidget(label(self.tr("Because:"), "section"))
        for sentence in wording.because(held, texts):
            column.addWidget(label(f"• {sentence}", "lead", wrap=True))
        if held.override is not None:
            said = texts.say(
                "grade.overridden",
                computed=held.graded.grade.value,
                grade=held.override.value,
                reason=held.override_reason or "",
            )
            column.addWidget(label(said, wrap=True))
        if whole:
            column.addWidget(label(grade_words.category_words(held.graded, texts), "secondary"))
        return column
