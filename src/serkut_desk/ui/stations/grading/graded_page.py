"""A graded device: the letter big, what decided, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from serkut_desk.domain.advice import Way
from serkut_desk.stations import advice_words, grade_words
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.result import NextStep
from serkut_desk.ui.parts.text import label, restyle
from serkut_desk.ui.stations.grading import wording
from serkut_desk.ui.stations.grading.advice_cards import AdviceCards
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QLabel

    from serkut_desk.domain.advice import Advice
    from serkut_desk.stations.grading.queries import DecisionView, InspectionView, Look
    from serkut_desk.texts import Texts
    from serkut_desk.ui.panel import Action


class GradedPage(Card):
    """Shows a `Look` at a device whose inspection holds.

    Args:
        look: The device.
        held: Its inspection.
        step: What comes next.
        actions: What can be done.
        ways: What choosing each way does, while the device has an advice.
        texts: Sentences.
        whole: Show the categories too, for supervisors.
    """

    def __init__(
        self,
        look: Look,
        held: InspectionView,
        step: str,
        actions: Sequence[Action],
        ways: Mapping[Way, Action],
        *,
        texts: Texts,
        whole: bool,
    ) -> None:
        super().__init__(self.tr("Grading"), look.make or texts.say(f"type.{look.type}"))
        self.cards: AdviceCards | None = None
        if look.advice is not None:
            self._show_advice(look.advice, held, actions, ways, texts)
            return
        head = QHBoxLayout()
        head.setSpacing(px(26))
        head.addWidget(self._letter(held, "grade"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(self._why(held, texts, whole=whole), 1)
        self.body.addLayout(head)
        if look.decision is not None:
            for line in self._decided(look.decision, texts):
                self.body.addWidget(label(line, wrap=True))
        done = look.decision is not None
        self.add(NextStep(step, Tone.GOOD if done else Tone.INFO))
        bar = ActionBar(actions, big=True)
        self.add(bar)
        self.body.addStretch(1)

    def _show_advice(
        self,
        advice: Advice,
        held: InspectionView,
        actions: Sequence[Action],
        ways: Mapping[Way, Action],
        texts: Texts,
    ) -> None:
        """Show the grade small and the four ways large: a supervisor decides now."""
        self.tighten()
        head = QHBoxLayout()
        head.setSpacing(px(14))
        head.addWidget(self._letter(held, "result"), 0, Qt.AlignmentFlag.AlignVCenter)
        tone = wording.FUNCTIONAL_TONES[held.graded.functional]
        works = texts.say(f"grade.functional.{held.graded.functional.value}")
        head.addWidget(Pill(works, tone), 0, Qt.AlignmentFlag.AlignVCenter)
        said = " · ".join(wording.because(held, texts))
        if held.override is not None:
            said = wording.overridden(held, texts)
        head.addWidget(label(said, "secondary", wrap=True), 1)
        self.body.addLayout(head)
        self.cards = AdviceCards(advice, ways, held.checklist, texts)
        self.body.addLayout(self.cards)
        chosen = {action.key for action in ways.values()}
        self.add(ActionBar([one for one in actions if not one.key or one.key not in chosen]))
        self.body.addStretch(1)

    def _letter(self, held: InspectionView, part: str) -> QLabel:
        letter = label(held.grade.value, part)
        letter.setAccessibleName(self.tr("Grade {0}").replace("{0}", held.grade.value))
        restyle(letter, "tone", str(wording.FUNCTIONAL_TONES[held.graded.functional]))
        letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return letter

    def _decided(self, decision: DecisionView, texts: Texts) -> list[str]:
        way = decision.plan or Way(decision.outcome.value)
        words = self.tr("Decided: {0}. {1}").replace("{0}", advice_words.way_words(way, texts))
        lines = [words.replace("{1}", decision.reason)]
        if decision.plan is not None:
            lines.append(f"{advice_words.kept_words(decision.plan, decision.advised, texts)}.")
        return lines

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
            column.addWidget(label(wording.overridden(held, texts), wrap=True))
        if whole:
            column.addWidget(label(grade_words.category_words(held.graded, texts), "secondary"))
        return column
