"""The forms about one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.roles import language_choices, role_choices

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from serkut_desk.stations.people.queries import PersonLine


class PersonForm(FormCard):
    """A new person, or what is said of one.

    Args:
        parent: The window.
        person: None for a new one.
        has_pin: Whether a role has a PIN; asked for a new person.
    """

    def __init__(
        self, parent: QWidget, person: PersonLine | None, has_pin: Callable[[str], bool]
    ) -> None:
        translate = QCoreApplication.translate
        display = TextField(
            translate("PeopleForms", "Short name"),
            translate("PeopleForms", "On screens and the badge: T07"),
        )
        language = ChoiceField(translate("PeopleForms", "Language"), language_choices())
        name = TextField(
            translate("PeopleForms", "Name"),
            translate("PeopleForms", "Only who approves: on certificates"),
        )
        title = TextField(
            translate("PeopleForms", "Title"),
            translate("PeopleForms", "Only who approves: on certificates"),
        )
        fields: dict[str, TextField | ChoiceField] = {"display": display, "language": language}
        if person is None:
            role = ChoiceField(translate("PeopleForms", "Role"), role_choices())
            role.chosen.connect(self._role_chosen)
            fields = {"display": display, "role": role}
            fields |= _pins()
        else:
            display.set_text(person.display)
            language.choose(person.language)
            name.set_text(person.name or "")
            title.set_text(person.title or "")
        fields |= {"name": name, "title": title, "language": language}
        super().__init__(
            parent,
            translate("PeopleForms", "New person") if person is None else person.display,
            fields,
            send=translate("PeopleForms", "Add")
            if person is None
            else translate("PeopleForms", "Save"),
        )
        self._has_pin = has_pin
        if person is None:
            self._role_chosen(self.values["role"])

    def send(self) -> None:
        """Hand the values on when both PINs are the same."""
        _send_pins(self, super().send)

    def _role_chosen(self, role: str) -> None:
        asked = self._has_pin(role)
        for key in ("pin", "again", "name", "title"):
            self.fields[key].setVisible(asked)


class PinForm(FormCard):
    """A new PIN, twice; with a role where that is changed, too.

    Args:
        parent: The window.
        person: Whose.
        has_pin: Given for a change of role: whether a role has a PIN.
    """

    def __init__(
        self, parent: QWidget, person: PersonLine, has_pin: Callable[[str], bool] | None = None
    ) -> None:
        translate = QCoreApplication.translate
        fields: dict[str, TextField | ChoiceField] = {}
        if has_pin is not None:
            role = ChoiceField(translate("PeopleForms", "Role"), role_choices())
            role.choose(person.role.value)
            role.chosen.connect(self._role_chosen)
            fields["role"] = role
        fields |= _pins()
        title = translate("PeopleForms", "{0}: new PIN") if has_pin is None else "{0}"
        super().__init__(
            parent,
            title.replace("{0}", person.display),
            fields,
            send=translate("PeopleForms", "Save"),
            columns=1,
        )
        self._has_pin = has_pin
        self._had_pin = person.has_pin
        if has_pin is not None:
            self._role_chosen(person.role.value)

    def send(self) -> None:
        """Hand the values on when both PINs are the same."""
        _send_pins(self, super().send)

    def _role_chosen(self, role: str) -> None:
        # Who has a PIN keeps it in another role.
        asked = self._has_pin is not None and self._has_pin(role) and not self._had_pin
        for key in ("pin", "again"):
            self.fields[key].setVisible(asked)


def _pins() -> Mapping[str, TextField]:
    translate = QCoreApplication.translate
    hint = translate("PeopleForms", "Four digits or more")
    return {
        "pin": TextField(translate("PeopleForms", "PIN"), hint, secret=True),
        "again": TextField(translate("PeopleForms", "PIN again"), hint, secret=True),
    }


def _send_pins(form: FormCard, send: Callable[[], None]) -> None:
    values = form.values
    if values.get("pin", "") != values.get("again", ""):
        form.problem(QCoreApplication.translate("PeopleForms", "The two PINs are not the same."))
    else:
        send()
