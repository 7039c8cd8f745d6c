"""The label queue at the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

import factories
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.printers import Printer, PrinterKind
from serkut_desk.stations.labels.commands import ChangePrinter, ReprintLabel
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.stations.labels.forms import CardsForm
from serkut_desk.ui.stations.labels.panel import LabelsPanel
from ui import screens, walk

if TYPE_CHECKING:
    from ui.window_kit import Window


def _queue(window: Window, *, printer: Printer | None = None) -> str:
    """Queue a label of a new device, for a printer that is off if one is given."""
    workshop = window.workshop
    device = factories.make_device(workshop)
    session = workshop.fresh(workshop.first)
    if printer is not None:
        workshop.desk.do(session, ChangePrinter(printer))
    workshop.desk.do(session, ReprintLabel(device.code, "torn"))
    return device.code


def _open(window: Window) -> LabelsPanel:
    window.supervisor()
    window.shell.open("labels")
    window.settle()
    panel = window.shell.panel
    assert isinstance(panel, LabelsPanel)
    return panel


def _form(window: Window) -> FormCard:
    return [one for one in window.shell.findChildren(FormCard) if not one.isHidden()][-1]


OFF = Printer("zebra", PrinterKind.NETWORK, host="127.0.0.1", port=9, dpi=203)


def test_a_label_for_a_printer_that_is_off_waits_and_says_why(window: Window) -> None:
    code = _queue(window, printer=OFF)
    panel = _open(window)
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert [one.code for one in panel._labels] == [code]
    assert panel._labels[0].why is not None
    assert window.shell.frame.notice is not None
    screens.save(window.shell, "labels-held", (1366, 768))
    window.press(Qt.Key.Key_F2)
    form = _form(window)
    kind = form.fields["kind"]
    assert isinstance(kind, ChoiceField)
    kind.choose("pdf")
    kind.chosen.emit("pdf")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert panel._labels == ()
    assert list((window.workshop.desk.folder.papers / "labels").glob(f"{code}-*.pdf"))


def test_labels_are_printed_as_they_are_queued(window: Window) -> None:
    window.maker()
    code = _queue(window)
    window.desk.changes.announce(Changes(labels=frozenset({code})))
    window.settle()
    assert list((window.workshop.desk.folder.papers / "labels").glob(f"{code}-*.pdf"))
    assert window.desk.labels.running is False


def test_a_label_is_taken_out_of_the_queue(window: Window) -> None:
    _queue(window, printer=OFF)
    panel = _open(window)
    panel._table.show_row(str(panel._labels[0].job))
    window.press(Qt.Key.Key_F7)
    window.settle()
    assert panel._labels == ()


def test_a_roll_is_printed_ahead(window: Window) -> None:
    _open(window)
    window.press(Qt.Key.Key_F8)
    count = _form(window).fields["count"]
    assert isinstance(count, TextField)
    count.set_text("many")
    window.press(Qt.Key.Key_F10)
    assert _form(window).said
    count.set_text("3")
    window.press(Qt.Key.Key_F10)
    window.settle()
    papers = window.workshop.desk.folder.papers / "labels"
    assert list(papers.glob("roll-*-3.pdf"))
    # The command cards, on the paper that is chosen.
    window.bot.waitUntil(lambda: window.shell._layers.top is None)
    window.press(Qt.Key.Key_F6)
    assert isinstance(_form(window), CardsForm)
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: window.shell._layers.top is None)
    assert (papers / "command-cards-fi.pdf").read_bytes().startswith(b"%PDF")


def test_a_maker_may_not_change_the_printer(window: Window) -> None:
    window.maker()
    window.shell.open("labels")
    window.settle()
    panel = window.shell.panel
    assert panel is not None
    assert "F2" not in {action.key for action in panel.function_keys()}


@pytest.mark.parametrize("size", screens.SIZES)
def test_it_is_drawn_and_can_be_read(window: Window, size: tuple[int, int]) -> None:
    _open(window)
    screens.save(window.shell, "labels", size)
    walk.check(window.shell)
    window.press(Qt.Key.Key_F2)
    screens.save(window.shell, "labels-printer", size)
    walk.check(_form(window))
