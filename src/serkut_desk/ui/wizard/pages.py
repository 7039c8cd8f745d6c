"""The wizard's pages: one question each, few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.policy import FlashDecision
from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.forms import ChoiceField, FormGrid, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.result import NextStep
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.roles import language_choices
from serkut_desk.ui.theme import Tone, px
from serkut_desk.ui.wizard.told import Supervisor, Told, read_day

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 80


class Page(QWidget):
    """One step.

    Args:
        title: The question.
        lines: Why it is asked, short.
    """

    changed = Signal()

    def __init__(self, title: str, lines: Iterable[str] = ()) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(14))
        self.column.addWidget(label(title, "result", wrap=True))
        for line in lines:
            self.column.addWidget(label(line, "muted", wrap=True))
        self.first_field: QWidget | None = None

    def problem(self) -> str:
        """Return what is missing or wrong, "" when nothing is; marks the field."""
        return ""

    def tell(self, told: Told) -> None:
        """Write down what was told here."""

    def page_actions(self) -> tuple[Action, ...]:
        """Return what F-keys do on this page only."""
        return ()

    def take(self, field: QWidget) -> None:
        """Add a field; the first gets the cursor."""
        self.first_field = self.first_field or field
        self.column.addWidget(field)


class WorkshopPage(Page):
    """The name of the workshop.

    Args:
        offers_demo: A week to look at can be tried instead.
    """

    demo_wanted = Signal()

    def __init__(self, *, offers_demo: bool = False) -> None:
        super().__init__(
            self.tr("What is the workshop called?"),
            (self.tr("The name stands on certificates, badges and reports."),),
        )
        self.name = TextField(self.tr("Name of the workshop"), self.tr("For example: Digipaja"))
        self.take(self.name)
        self._offers_demo = offers_demo
        if offers_demo:
            offer = self.tr("Only looking? A demo week shows every screen with invented devices.")
            self.column.addWidget(label(offer, "muted", wrap=True))
            self.column.addWidget(ActionBar(self.page_actions()))

    def page_actions(self) -> tuple[Action, ...]:
        """Offer the demo week."""
        if not self._offers_demo:
            return ()
        word = self.tr("Try a demo week")
        return (Action(word, self.demo_wanted.emit, "F6", "calendar-days"),)

    def problem(self) -> str:
        """Ask for a name."""
        missing = "" if self.name.text else self.tr("Write the name.")
        self.name.set_problem(missing)
        return missing

    def tell(self, told: Told) -> None:
        """Write the name down."""
        told.workshop = self.name.text


class SupervisorPage(Page):
    """A supervisor: short name, name and title for papers, PIN twice, language.

    Args:
        title: Who is asked for.
        lines: Why.
        optional: May be left out.
    """

    def __init__(self, title: str, lines: Iterable[str], *, optional: bool = False) -> None:
        super().__init__(title, lines)
        self.wanted: ChoiceStrip | None = None
        if optional:
            choices = (
                Choice("now", self.tr("Add now")),
                Choice("later", self.tr("Only one for now")),
            )
            self.wanted = ChoiceStrip(self.tr("Second supervisor"), choices, "now")
            self.wanted.chosen.connect(self._wanted_changed)
            self.take(self.wanted)
        self.display = TextField(self.tr("Short name"), self.tr("On screens and the badge: TJ1"))
        self.language = ChoiceField(self.tr("Language"), language_choices())
        self.name = TextField(self.tr("Name"), self.tr("Printed on certificates"))
        self.title = TextField(
            self.tr("Title"), self.tr("Printed on certificates: vastaava työnjohtaja")
        )
        hint = self.tr("Four digits or more")
        self.pin = TextField(self.tr("PIN"), hint, secret=True)
        self.again = TextField(self.tr("PIN again"), hint, secret=True)
        self.grid = FormGrid(2)
        for field in (self.display, self.language, self.name, self.title, self.pin, self.again):
            self.grid.add(field)
        # The usual answer is chosen already; what is typed at once belongs into the name.
        self.first_field = self.display
        self.column.addWidget(self.grid)
        self.alone = NextStep(
            self.tr(
                "Nobody can approve a wipe that they imported or made themselves."
                " If the only supervisor forgets the PIN, nobody can set a new one."
                " Nobody else checks a change of the policy."
            ),
            Tone.ATTENTION,
            self.tr("What one supervisor cannot do"),
        )
        self.alone.hide()
        self.column.addWidget(self.alone)

    def problem(self) -> str:
        """Ask for everything that is needed."""
        if self._left_out:
            return ""
        wrong = [
            (self.display, "" if self.display.text else self.tr("Write a short name.")),
            (self.name, "" if self.name.text else self.tr("Certificates need a name.")),
            (self.title, "" if self.title.text else self.tr("Certificates need a title.")),
            (self.pin, self._pin_problem()),
            (
                self.again,
                ""
                if self.again.text == self.pin.text
                else self.tr("The two PINs are not the same."),
            ),
        ]
        for field, sentence in wrong:
            field.set_problem(sentence)
        return next((sentence for _field, sentence in wrong if sentence), "")

    def told(self) -> Supervisor | None:
        """Return who was written here, None when left out."""
        if self._left_out:
            return None
        return Supervisor(
            self.display.text,
            self.name.text,
            self.title.text,
            self.pin.text,
            self.language.key,
        )

    @property
    def _left_out(self) -> bool:
        return self.wanted is not None and self.wanted.current == "later"

    def _pin_problem(self) -> str:
        pin = self.pin.text
        if not (pin.isascii() and pin.isdigit()):
            return self.tr("A PIN is digits only.")
        if not 4 <= len(pin) <= 12:  # noqa: PLR2004 - as the station has it
            return self.tr("A PIN has four to twelve digits.")
        return self.tr("All digits are the same.") if len(set(pin)) == 1 else ""

    def _wanted_changed(self, key: str) -> None:
        self.grid.setVisible(key == "now")
        self.alone.setVisible(key == "later")


class FirstPage(SupervisorPage):
    """The first supervisor."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Who is the first supervisor?"),
            (self.tr("A supervisor approves wipes and signs certificates. Badge and PIN."),),
        )

    def tell(self, told: Told) -> None:
        """Write them down."""
        told.first = self.told()


class SecondPage(SupervisorPage):
    """The second supervisor, or plainly none."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Who is the second supervisor?"),
            (self.tr("Two are better: one makes, the other approves."),),
            optional=True,
        )

    def tell(self, told: Told) -> None:
        """Write them down."""
        told.second = self.told()


class FlashPage(Page):
    """The city's decision about overwritten flash media."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("What has the city decided about SSDs?"),
            (
                self.tr(
                    "Overwriting an SSD does not reach its spare areas. The city decides whether"
                    " that is enough for ordinary data."
                ),
            ),
        )
        choices = (
            Choice(FlashDecision.UNDECIDED.value, self.tr("Not decided yet")),
            Choice(FlashDecision.STRICT.value, self.tr("Strict: SSDs are purged")),
            Choice(
                FlashDecision.CLEAR_ACCEPTED.value, self.tr("Overwriting is enough: ordinary data")
            ),
        )
        self.decision = ChoiceStrip(self.tr("Decision"), choices)
        self.decision.chosen.connect(self._chosen)
        self.take(self.decision)
        self.default = NextStep(
            self.tr("The strict rule holds until the city decides. It can be changed later."),
            Tone.INFO,
            self.tr("Until then"),
        )
        self.column.addWidget(self.default)
        self.reference = TextField(
            self.tr("Reference of the decision"), self.tr("For example: HEL 2026-004711")
        )
        self.day = TextField(self.tr("Day of the decision"), self.tr("For example: 21.11.2026"))
        self.grid = FormGrid(2)
        self.grid.add(self.reference)
        self.grid.add(self.day)
        self.grid.hide()
        self.column.addWidget(self.grid)

    def problem(self) -> str:
        """A decision needs its document."""
        if self._undecided:
            return ""
        reference = "" if self.reference.text else self.tr("Write the reference.")
        day = "" if read_day(self.day.text) else self.tr("Write the day as 21.11.2026.")
        self.reference.set_problem(reference)
        self.day.set_problem(day)
        return reference or day

    def tell(self, told: Told) -> None:
        """Write the decision down."""
        told.flash = FlashDecision(self.decision.current)
        told.reference = "" if self._undecided else self.reference.text
        told.day = None if self._undecided else read_day(self.day.text)

    @property
    def _undecided(self) -> bool:
        return self.decision.current == FlashDecision.UNDECIDED.value

    def _chosen(self, _key: str) -> None:
        self.grid.setVisible(not self._undecided)
        self.default.setVisible(self._undecided)


class BackupPage(Page):
    """Where backups go."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Where do backups go?"),
            (
                self.tr(
                    "Every day a copy of everything goes there. Choose another disk: a memory"
                    " stick or a network folder."
                ),
            ),
        )
        self.folder = TextField(self.tr("Folder for backups"), mono=True)
        self.folder.edited.connect(self._edited)
        self.take(self.folder)
        self.column.addWidget(ActionBar(self.page_actions()))
        self.note = NextStep("", Tone.ATTENTION, self.tr("Note"))
        self.column.addWidget(self.note)
        self.show_same_disk(same=False)

    def tell(self, told: Told) -> None:
        """Write the folder down."""
        told.backup = self.folder.text

    def page_actions(self) -> tuple[Action, ...]:
        """Offer to look for a folder."""
        return (Action(self.tr("Choose a folder"), self._choose, "F5", "folder-open"),)

    def show_same_disk(self, *, same: bool) -> None:
        """Say whether the folder is on the disk of the data, or that there is none."""
        if not self.folder.text:
            self.note.show_step(
                self.tr("Without a folder no backups are made. The window reminds you."),
                Tone.ATTENTION,
            )
        else:
            self.note.show_step(
                self.tr("This is the same disk. If it breaks, both are lost."), Tone.ATTENTION
            )
        self.note.setVisible(same or not self.folder.text)

    def _edited(self, _text: str) -> None:
        self.show_same_disk(same=False)

    def _choose(self) -> None:
        chosen = FileChooser.getExistingDirectory(
            self, self.tr("Folder for backups"), FileChooser.start()
        )
        if chosen:
            self.folder.set_text(chosen)
            self.show_same_disk(same=False)
