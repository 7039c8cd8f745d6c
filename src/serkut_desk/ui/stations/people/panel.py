"""People: who has a badge, and what may be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from serkut_desk.ui.panel import Action, Panel
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.facts import Fact, Facts
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.roles import LANGUAGE_NAMES, role_word
from serkut_desk.ui.stations.people.forms import PersonForm, PinForm
from serkut_desk.ui.stations.people.presenter import PeoplePresenter
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.permissions import Permission
    from serkut_desk.stations.people.queries import PersonLine
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.parts.form_card import FormCard


# One for each thing that can be given.
_SKILL_KEYS = ("F5", "F6", "F7", "F8")


class PeoplePanel(Panel):
    """The list at the left, the chosen person at the right.

    Args:
        hands: Carries out what is asked.
    """

    side_width = 380

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._presenter = PeoplePresenter(hands, self)
        self._presenter.listed.connect(self._listed)
        self._presenter.meant.connect(self._mean)
        self._presenter.shut.connect(self._shut)
        self._presenter.said.connect(self.said)
        self._presenter.done.connect(self._form_done)
        self._presenter.refused.connect(self._form_refused)
        self._chosen: PersonLine | None = None
        self._meant = ""
        self._form: FormCard | None = None
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._busy = EmptyState(StateKind.BUSY, self.tr("Fetching the people"))
        self._pages.addWidget(self._busy)
        self._list = self._made_list()
        self._pages.addWidget(self._list)
        self._failed: QWidget | None = None
        self._side = Card()
        self._name = label("", "title")
        self._facts = Facts()
        self._bar = ActionBar()
        self._side.add(self._name)
        self._side.add(self._facts)
        self._side.add(self._bar)
        self._side.body.addStretch(1)
        self._show_chosen()

    def side(self) -> QWidget:
        """Show the chosen person."""
        return self._side

    def shown(self) -> None:
        """Fetch the list."""
        self._presenter.load()

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when people changed."""
        if changes.people:
            self._presenter.load()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what the buttons do."""
        if self._pages.currentWidget() is not self._list:
            return ()
        return (*self._list_actions(), *self._person_actions())

    def _made_list(self) -> Card:
        card = Card(self.tr("People"), self.tr("No names but of who approves."))
        card.add(ActionBar(self._list_actions()))
        self._model: PagedModel[PersonLine] = PagedModel(
            (
                Column(self.tr("Short name"), lambda one: one.display, width=120),
                Column(
                    self.tr("Role"), lambda one: role_word(one.role), tone=lambda _one: Tone.PLAIN
                ),
                Column(self.tr("Name"), lambda one: one.name or ""),
                Column(self.tr("Badge"), lambda one: one.code, mono=True, width=150),
                Column(self.tr("PIN"), self._pin_word, width=90),
            ),
            key=lambda one: one.code,
        )
        self._model.setParent(card)
        self._table = DataTable(self._model, self.tr("People"))
        self._table.picked.connect(self._pick)
        card.add(self._table, 1)
        return card

    def _pin_word(self, person: PersonLine) -> str:
        return self.tr("yes") if person.has_pin else self.tr("badge only")

    def _list_actions(self) -> tuple[Action, ...]:
        return (
            Action(self.tr("Add a person"), self._add, key="F2", icon="plus", main=True),
            Action(self.tr("Print all badges"), self._print_all, key="F10", icon="printer"),
        )

    def _person_actions(self) -> tuple[Action, ...]:
        person = self._chosen
        if person is None:
            return ()
        pin = Action(
            self.tr("New PIN"),
            self._new_pin,
            key="F5",
            icon="key-round",
            enabled=person.has_pin,
            reason="" if person.has_pin else self.tr("This role has only a badge."),
        )
        return (
            Action(self.tr("Print the badge"), self._print_one, key="F3", icon="printer"),
            Action(self.tr("Change"), self._change, key="F8", icon="pencil"),
            pin,
            Action(self.tr("Change role"), self._change_role, key="F6", icon="users"),
            Action(self.tr("Remove"), self._ask_remove, key="F7", icon="trash-2"),
            self._skills_action(person),
        )

    def _skills_action(self, person: PersonLine) -> Action:
        can = bool(self._presenter.grantable(person.role))
        return Action(
            self.tr("Own permissions"),
            self._ask_skills,
            key="F11",
            icon="badge-check",
            enabled=can,
            reason="" if can else self.tr("This role is given nothing person by person."),
        )

    def _mean(self, badge: str) -> None:
        """Choose whom the last action was about, so that F3 prints the new badge."""
        self._meant = badge

    def _listed(self, people: tuple[PersonLine, ...]) -> None:
        self._model.show_rows(people)
        self._pages.setCurrentWidget(self._list)
        chosen = self._meant or (self._chosen.code if self._chosen else "")
        self._meant = ""
        self._chosen = next((one for one in people if one.code == chosen), None)
        if self._chosen is None and people:
            self._chosen = people[0]
        if self._chosen is not None:
            self._table.show_row(self._chosen.code)
        self._show_chosen()

    def _shut(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        state = EmptyState(
            StateKind.NOT_ALLOWED,
            said["what"],
            (said["why"],),
            (Action(self.tr("Try again"), self.shown, key="F5", icon="refresh-cw"),),
        )
        if self._failed is not None:
            self._pages.removeWidget(self._failed)
            self._failed.deleteLater()
        self._failed = state
        self._pages.addWidget(state)
        self._pages.setCurrentWidget(state)
        self._chosen = None
        self._show_chosen()

    def _pick(self, person: PersonLine) -> None:
        self._chosen = person
        self._show_chosen()

    def _show_chosen(self) -> None:
        person = self._chosen
        self._name.setText(person.display if person else self.tr("Nobody is chosen"))
        self._bar.show_actions(self._person_actions())
        if person is None:
            self._facts.show_facts(())
            return
        facts = [
            Fact(self.tr("Role"), role_word(person.role)),
            Fact(self.tr("Badge"), person.code, code=True),
            Fact(self.tr("Language"), LANGUAGE_NAMES.get(person.language, person.language)),
        ]
        if person.name or person.title:
            facts.append(Fact(self.tr("On certificates"), f"{person.name}, {person.title}"))
        if person.granted:
            given = ", ".join(self._word(one) for one in person.granted)
            facts.append(Fact(self.tr("Own permissions"), given))
        self._facts.show_facts(facts)

    def _lay(self, form: FormCard, send: Callable[[Mapping[str, str]], None]) -> None:
        form.sent.connect(send)
        form.closed.connect(self._form_closed)
        self._form = form
        self.overlay_wanted.emit(form)
        form.start()

    def _add(self) -> None:
        self._lay(PersonForm(self.window(), None, self._presenter.has_pin), self._presenter.add)

    def _change(self) -> None:
        if self._chosen is not None:
            badge = self._chosen.code
            form = PersonForm(self.window(), self._chosen, self._presenter.has_pin)
            self._lay(form, lambda told: self._presenter.change(badge, told))

    def _new_pin(self) -> None:
        if self._chosen is not None:
            badge = self._chosen.code
            form = PinForm(self.window(), self._chosen)
            self._lay(form, lambda told: self._presenter.reset_pin(badge, told))

    def _change_role(self) -> None:
        if self._chosen is not None:
            badge = self._chosen.code
            form = PinForm(self.window(), self._chosen, self._presenter.has_pin)
            self._lay(form, lambda told: self._presenter.change_role(badge, told))

    def _ask_remove(self) -> None:
        if self._chosen is None:
            return
        badge = self._chosen.code
        question = self.tr("Take the badge of {0} out of use?").replace("{0}", self._chosen.display)
        lines = (self.tr("The history keeps what was done with it."),)
        answers = (
            Action(self.tr("Remove"), lambda: self._presenter.remove(badge), "F7", main=True),
            Action(self.tr("Keep"), self._keep, key="F9", icon="x"),
        )
        self.overlay_wanted.emit(AskCard(self.window(), question, lines, answers))

    def _ask_skills(self) -> None:
        """Ask what the chosen person is given, or is given no more."""
        person = self._chosen
        if person is None:
            return
        answers = [
            self._skill_answer(person, permission, key)
            for permission, key in zip(
                self._presenter.grantable(person.role), _SKILL_KEYS, strict=False
            )
        ]
        answers.append(Action(self.tr("Close"), self._keep, key="F9", icon="x"))
        title = self.tr("{0}: own permissions").replace("{0}", person.display)
        lines = (self.tr("Give one only to who was taught the work."),)
        self.overlay_wanted.emit(AskCard(self.window(), title, lines, tuple(answers)))

    def _skill_answer(self, person: PersonLine, permission: Permission, key: str) -> Action:
        badge, held = person.code, permission in person.granted
        text = self.tr("Take away: {0}") if held else self.tr("Give: {0}")

        def answer() -> None:
            if held:
                self._presenter.end_grant(badge, permission)
            else:
                self._presenter.grant(badge, permission)

        return Action(
            text.replace("{0}", self._word(permission).lower()),
            answer,
            key=key,
            icon="minus" if held else "plus",
        )

    def _word(self, permission: Permission) -> str:
        return self._hands.texts.say(f"permission.{permission.value}")

    def _keep(self) -> None:
        """Change nothing."""

    def _print_one(self) -> None:
        if self._chosen is not None:
            self._presenter.print_badges((self._chosen.code,))

    def _print_all(self) -> None:
        self._presenter.print_badges(())

    def _form_done(self) -> None:
        if self._form is not None:
            self._form.close_overlay()

    def _form_refused(self, sentence: str) -> None:
        if self._form is not None:
            self._form.problem(sentence)

    def _form_closed(self) -> None:
        self._form = None
