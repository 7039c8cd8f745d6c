"""People at the real window: add, change, remove, second supervisor, badges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kit import PIN
from serkut_desk.domain.permissions import Permission, Role
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.stations.people.panel import PeoplePanel
from ui import screens, walk

if TYPE_CHECKING:
    from serkut_desk.ui.parts.form_card import Field
    from ui.window_kit import Window


def _open(window: Window) -> PeoplePanel:
    window.supervisor()
    window.shell.open("people")
    window.settle()
    panel = window.shell.panel
    assert isinstance(panel, PeoplePanel)
    return panel


def _form(window: Window) -> FormCard:
    found = [one for one in window.shell.findChildren(FormCard) if not one.isHidden()]
    return found[-1]


def _write(form: FormCard, **told: str) -> None:
    for key, text in told.items():
        field: Field = form.fields[key]
        if isinstance(field, TextField):
            field.set_text(text)
        else:
            assert isinstance(field, ChoiceField)
            field.choose(text)
            field.chosen.emit(text)


def _badges(window: Window) -> dict[str, Role]:
    with window.workshop.desk.database.reading() as work:
        return {one.display: one.role for one in work.people.all() if one.active}


def test_a_maker_is_added_without_pin_or_name(window: Window) -> None:
    panel = _open(window)
    window.press(Qt.Key.Key_F2)
    form = _form(window)
    _write(form, display="T07", role="worker")
    assert form.fields["pin"].isHidden()
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert _badges(window)["T07"] is Role.WORKER
    assert "T07" in window.notice
    # F3 prints the badge of the new one, not of whoever was chosen before.
    assert panel._chosen is not None
    assert panel._chosen.display == "T07"


def test_a_supervisor_is_added_only_with_another_supervisor(window: Window) -> None:
    _open(window)
    window.press(Qt.Key.Key_F2)
    form = _form(window)
    told = {"display": "TJ3", "role": "supervisor", "pin": "1357", "again": "1357"}
    _write(form, **told, name="Invented Name", title="vastaava")
    window.press(Qt.Key.Key_F10)
    confirming = window.desk.confirming
    window.bot.waitUntil(lambda: confirming.second_card is not None)
    card = confirming.second_card
    assert card is not None
    screens.save(window.shell, "second-supervisor", (1366, 768))
    window.scan("not a badge")
    assert not card.pad.isVisible()
    window.scan(window.workshop.first.person)
    window.settle()
    window.scan(PIN)
    window.settle()
    # The same person cannot confirm: asked anew, with the reason.
    again = confirming.second_card
    assert again is not None
    assert again is not card
    window.scan(window.workshop.other.person)
    window.settle()
    window.scan(PIN)
    window.settle()
    assert _badges(window)["TJ3"] is Role.SUPERVISOR


def test_two_different_pins_are_not_sent(window: Window) -> None:
    _open(window)
    window.press(Qt.Key.Key_F2)
    form = _form(window)
    _write(form, display="TJ3", role="supervisor", pin="1357", again="1358")
    window.press(Qt.Key.Key_F10)
    assert form.said
    assert "TJ3" not in _badges(window)


def test_what_the_station_refuses_is_said_in_the_form(window: Window) -> None:
    _open(window)
    window.press(Qt.Key.Key_F2)
    form = _form(window)
    _write(form, display="", role="worker")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert form.said
    window.press(Qt.Key.Key_F9)


def test_a_badge_is_taken_away_after_a_question(window: Window) -> None:
    panel = _open(window)
    panel._table.show_row(window.workshop.worker.person)
    window.press(Qt.Key.Key_F7)
    window.press(Qt.Key.Key_F9)
    window.settle()
    assert "T02" in _badges(window)
    window.press(Qt.Key.Key_F7)
    window.press(Qt.Key.Key_F7)
    window.settle()
    assert "T02" not in _badges(window)


def test_a_permission_is_given_and_taken_away(window: Window) -> None:
    panel = _open(window)
    panel._table.show_row(window.workshop.worker.person)
    badge = window.workshop.worker.person

    def granted() -> list[str]:
        with window.workshop.desk.database.reading() as work:
            person = work.people.by_code(badge)
            assert person is not None
            return sorted(person.granted)

    window.press(Qt.Key.Key_F11)
    screens.save(window.shell, "people-permissions", (1366, 768))
    window.press(Qt.Key.Key_F9)
    assert granted() == []
    window.press(Qt.Key.Key_F11)
    window.press(Qt.Key.Key_F5)
    window.settle()
    assert granted() == ["battery"]
    assert "T02" in window.notice
    assert panel._chosen is not None
    assert panel._chosen.granted == (Permission.BATTERY,)
    screens.save(window.shell, "people-permitted", (1366, 768))
    window.press(Qt.Key.Key_F11)
    window.press(Qt.Key.Key_F5)
    window.settle()
    assert granted() == []


def test_a_supervisor_is_given_nothing_more(window: Window) -> None:
    panel = _open(window)
    panel._table.show_row(window.workshop.first.person)
    window.press(Qt.Key.Key_F11)
    (action,) = [one for one in panel.function_keys() if one.key == "F11"]
    assert not action.enabled
    assert action.reason


def test_badges_are_printed_to_a_pdf(window: Window) -> None:
    _open(window)
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert (window.workshop.desk.folder.papers / "badges" / "badges-all.pdf").read_bytes()[
        :5
    ] == b"%PDF-"


@pytest.mark.parametrize("size", screens.SIZES)
def test_it_is_drawn_and_can_be_read(window: Window, size: tuple[int, int]) -> None:
    _open(window)
    screens.save(window.shell, "people", size)
    walk.check(window.shell)
    window.press(Qt.Key.Key_F2)
    _write(_form(window), role="supervisor")
    screens.save(window.shell, "people-add", size)
    walk.check(_form(window))
