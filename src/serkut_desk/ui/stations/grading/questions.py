"""What the grading screen asks before it acts: reasons, as big answers or in own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.advice import Way
from serkut_desk.domain.checklist import words_in
from serkut_desk.domain.outcomes import Grade
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.stations.grading import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from serkut_desk.domain.checklist import NoReason
    from serkut_desk.domain.grading import Why
    from serkut_desk.texts import Texts
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel

_OTHER = "other"


class Questions(QObject):
    """Lays cards over the window.

    Args:
        panel: Whose window it is.
        hands: Knows the window's language.
    """

    def __init__(self, panel: Panel, hands: Hands) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands

    @property
    def texts(self) -> Texts:
        """Sentences in the window's language."""
        return self._hands.texts

    def why_not(
        self, sentence: str, reasons: Iterable[NoReason], then: Callable[[str], None]
    ) -> None:
        """Ask why a check is not possible."""
        choices = [(one.key, words_in(one.words, self.texts.language), one.icon) for one in reasons]
        card = PickCard(
            self._panel.window(), self.tr("Why can it not be tested?"), sentence, choices
        )
        card.picked.connect(then)
        self._panel.overlay_wanted.emit(card)

    def why(
        self, title: str, line: str, offered: Iterable[Why], icon: str, then: Callable[[str], None]
    ) -> None:
        """Ask the reason of a decision; its words are what is kept."""
        words = {one.key: words_in(one.words, self.texts.language) for one in offered}
        choices = [(key, said, icon) for key, said in words.items()]
        choices.append((_OTHER, self.tr("Another reason"), "pencil"))
        card = PickCard(self._panel.window(), title, line, choices)

        def picked(key: str) -> None:
            if key == _OTHER:
                self._in_own_words(title, then)
            else:
                then(words[key])

        card.picked.connect(picked)
        self._panel.overlay_wanted.emit(card)

    def which_way(self, then: Callable[[Way], None]) -> None:
        """Ask where a device goes that is not graded to the end."""
        words = {
            Way.REPAIR: self.tr("To repair"),
            Way.DISMANTLE: self.tr("Take apart"),
            Way.HARVEST: self.tr("For parts"),
        }
        card = PickCard(
            self._panel.window(),
            self.tr("Where does it go?"),
            self.tr("Without a grade it does not go to the shelf."),
            [(way.value, word, wording.WAY_ICONS[way]) for way, word in words.items()],
            keys=[wording.WAY_KEYS[way] for way in words],
        )
        card.picked.connect(lambda key: then(Way(key)))
        self._panel.overlay_wanted.emit(card)

    def which_grade(self, held: Grade, then: Callable[[Grade], None]) -> None:
        """Ask which grade a supervisor gives."""
        choices = [(one.value, one.value, "award") for one in Grade if one is not held]
        line = self.tr("The computed grade is kept beside it.")
        card = PickCard(self._panel.window(), self.tr("Which grade?"), line, choices)
        card.picked.connect(lambda key: then(Grade(key)))
        self._panel.overlay_wanted.emit(card)

    def _in_own_words(self, title: str, then: Callable[[str], None]) -> None:
        field = TextField(self.tr("Reason"), self.tr("A few words. No names."))
        card = FormCard(
            self._panel.window(), title, {"reason": field}, send=self.tr("Save"), columns=1
        )

        def sent(told: Mapping[str, str]) -> None:
            if not told["reason"]:
                card.problem(self.tr("Write the reason."))
                return
            card.close_overlay()
            then(told["reason"])

        card.sent.connect(sent)
        self._panel.overlay_wanted.emit(card)
        card.start()
