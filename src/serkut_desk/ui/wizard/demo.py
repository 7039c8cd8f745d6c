"""Another way through the first start: an invented week, in a folder of its own, to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.ui.parts.result import NextStep
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.theme import Tone
from serkut_desk.ui.wizard.pages import Page

if TYPE_CHECKING:
    from serkut_desk.ui.doors import DemoWorkshop


class DemoPage(Page):
    """Tells how the week goes on, then who can sign in."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("A week to try"),
            (
                self.tr(
                    "Four deliveries, about 200 devices, one week of work. It is all invented."
                ),
                self.tr("It goes into a folder of its own. Real data is never mixed with it."),
            ),
        )
        self.step = NextStep("", Tone.INFO, self.tr("How it goes"))
        self.column.addWidget(self.step)
        self.badges = label("", "strong", wrap=True)
        self.column.addWidget(self.badges)
        self.badges.hide()

    def show_told(self, sentence: str) -> None:
        """Show how far the week is."""
        self.step.show_step(sentence)

    def show_made(self, made: DemoWorkshop) -> None:
        """Show where it is and who can sign in."""
        ready = self.tr("Ready: {0}").replace("{0}", str(made.data))
        self.step.show_step(ready, Tone.GOOD)
        lines = (
            self.tr("Supervisor's badge {0}, PIN {1}"),
            self.tr("Maker's badge {0}"),
        )
        how = self.tr("The desk asks for a badge: write one of these down, type it, press Enter.")
        lead = lines[0].replace("{0}", made.supervisor).replace("{1}", made.pin)
        self.badges.setText("\n".join((how, lead, lines[1].replace("{0}", made.maker))))
        self.badges.show()
