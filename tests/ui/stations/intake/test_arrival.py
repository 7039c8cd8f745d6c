"""A lot is announced, comes, and its seals are read at the real window."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from serkut_desk.domain.cages import CageState, NewCage
from serkut_desk.stations.intake import lot_queries
from serkut_desk.stations.intake.lot_commands import AnnounceLot
from serkut_desk.ui.stations.intake.arrival_card import ArrivalCard
from serkut_desk.ui.stations.intake.cages_card import CagesCard
from serkut_desk.ui.stations.intake.open_lot import OpenLotCard
from ui import screens
from ui.stations.intake.kit import LIST, label, panel, settle

if TYPE_CHECKING:
    from ui.window_kit import Window

CAGES = (NewCage("Häkki 1", "0012345"), NewCage("Häkki 2", "0012346"), NewCage("Häkki 3", ""))


def announce(window: Window) -> str:
    """Announce a lot with three cages straight in the records."""
    session = window.workshop.fresh(window.workshop.first)
    command = AnnounceLot(
        sender="Kaupunginkirjasto",
        expected_on=date(2026, 11, 23),
        manifest=LIST.encode(),
        cages=CAGES,
    )
    return window.workshop.desk.do(session, command).lot.code


def shoot(window: Window, name: str) -> None:
    """Save the window in both sizes."""
    window.settle()
    for size in screens.SIZES:
        assert screens.save(window.shell, f"intake-{name}-fi", size).exists()


def said(window: Window) -> str:
    """Return everything that the card on top says."""
    card = window.shell._layers.top
    assert card is not None
    return " | ".join(one.text() for one in card.findChildren(QLabel) if one.isVisible())


def words(widget: QWidget) -> str:
    """Return everything that a widget says."""
    return " | ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def states(window: Window, lot: str) -> list[CageState]:
    """Return how far each cage has come."""
    found = lot_queries.cages(window.workshop.desk, window.workshop.worker, lot)
    return [one.cage.state for one in found.cages]


def test_a_maker_reads_seals_and_a_supervisor_decides(window: Window) -> None:
    lot = announce(window)
    window.maker()
    read_seals(window, lot)
    receive_from_the_open_cage(window)
    panel(window)._hands.session = window.workshop.fresh(window.workshop.first)
    decide(window, lot)
    add_cages(window, lot)
    announce_one(window)


def read_seals(window: Window, lot: str) -> None:
    """Come to the door: a right seal, one of nobody knows which cage, and a wrong one."""
    window.shell.open("intake")
    settle(window)
    shoot(window, "lot-expected")
    assert "Ensin erä" in words(panel(window).side()), "nothing can be scanned before a lot is"
    assert panel(window).state.lot is None, "what has not come is not chosen by itself"
    window.press(Qt.Key.Key_F2)
    settle(window)
    card = window.shell._layers.top
    assert isinstance(card, ArrivalCard)
    shoot(window, "seal-ask")
    window.scan("0012345")
    settle(window)
    assert "Sinetti täsmää" in said(window)
    assert "Häkki 2" in said(window), "the next cage is asked for"
    shoot(window, "seal-right")
    assert panel(window).state.lot == lot, "reading a seal at arrival says that the lot is here"
    window.scan("555")
    settle(window)
    assert "Missä häkissä" in said(window)
    card._choose("Häkki 2")
    settle(window)
    assert "Sinetti ei täsmää" in said(window)
    assert states(window, lot)[1] is CageState.FROZEN
    shoot(window, "seal-wrong")
    # A maker has no key that would decide; a scan of the right seal does not help either.
    assert {"F7", "F11"}.isdisjoint(one.key for one in card.function_keys())
    window.scan("0012346")
    settle(window)
    assert states(window, lot)[1] is CageState.FROZEN
    # The frozen cage stands in nobody's way: another's seal is still that other's.
    window.scan("0012345")
    settle(window)
    assert "Tämä häkki on jo luettu | Häkki 1" in said(window)
    call_the_supervisor(window, lot)
    window.press(Qt.Key.Key_F9)
    settle(window)
    assert window.shell._layers.top is None
    window.maker()
    window.shell.open("intake")
    settle(window)


def call_the_supervisor(window: Window, lot: str) -> None:
    """Scan in at the card that says to call a supervisor, and find what waits."""
    window.supervisor()
    person = window.shell.person
    assert person is not None
    assert person.code == window.workshop.first.person
    window.shell.open("intake")
    settle(window)
    panel(window).show_queue("seals")
    settle(window)
    assert isinstance(window.shell._layers.top, ArrivalCard)
    assert states(window, lot)[1] is CageState.FROZEN


def receive_from_the_open_cage(window: Window) -> None:
    """Receive a device: a closed cage asks for its seal, then the only open one is meant."""
    window.scan("PF2ABC01")
    window.scan(label(1))
    settle(window)
    assert isinstance(window.shell._layers.top, ArrivalCard)
    window.press(Qt.Key.Key_F5)
    window.scan("0012345")
    settle(window)
    window.press(Qt.Key.Key_F10)
    settle(window)
    window.scan(label(1))
    settle(window)
    with window.workshop.desk.database.reading() as work:
        (device,) = work.devices.of_lot(1)
        assert work.cages.of_devices(1) == {device.id: "Häkki 1"}


def decide(window: Window, lot: str) -> None:
    """Decide as a supervisor: not without a reason."""
    panel(window).show_queue("seals")
    settle(window)
    made = window.shell._layers.top
    assert isinstance(made, ArrivalCard)
    made.close_overlay()
    lead = ArrivalCard(window.shell, panel(window)._hands, lot, decides=True)
    panel(window).overlay_wanted.emit(lead)
    settle(window)
    assert lead.current is not None
    assert lead.current.cage.name == "Häkki 2", "what waits for a decision comes first"
    window.shell.activateWindow()
    window.bot.waitUntil(lead._reason.edit.hasFocus)
    window.press(Qt.Key.Key_F7)
    settle(window)
    assert states(window, lot)[1] is CageState.FROZEN, "a decision needs its reason"
    QTest.keyClicks(lead._reason.edit, "Kuljettaja vaihtoi sinetin")
    assert lead._reason.text == "Kuljettaja vaihtoi sinetin", "what is typed is the reason"
    shoot(window, "seal-decide")
    window.press(Qt.Key.Key_F7)
    settle(window)
    assert states(window, lot)[1] is CageState.ARRIVED
    lead.close_overlay()


def add_cages(window: Window, lot: str) -> None:
    """List cages by scanner and by hand."""
    panel(window)._dialogs.delivery.list_cages(lot)
    cages = window.shell._layers.top
    assert isinstance(cages, CagesCard)
    cages.scanned("0012-347")
    cages.edit.appendPlainText("Häkki 1; 9")
    shoot(window, "cages")
    window.press(Qt.Key.Key_F10)
    settle(window)
    assert "Häkki 1" in said(window), "a name that is there already is refused in words"
    cages.edit.setPlainText("Häkki 4; 0012-347")
    window.press(Qt.Key.Key_F10)
    settle(window)
    assert len(states(window, lot)) == len(CAGES) + 1
    assert "1 häkki tai lava kirjattiin" in window.notice
    assert "Häkki 4" in window.notice
    whole = CagesCard(window.shell, panel(window)._hands, lot)
    whole.scanned("Häkki 5; 0012-348")
    assert whole.edit.toPlainText() == "Häkki 5; 0012-348", "a whole line is no seal"
    whole.close_overlay()


def announce_one(window: Window) -> None:
    """Announce a lot on the card that opens one."""
    opening = OpenLotCard(window.shell, ("Kaupunginkirjasto",))
    panel(window).overlay_wanted.emit(opening)
    opening.sender_field.set_text("Kaupunginkirjasto")
    opening.day_field.set_text("31.2.2026")
    opening._day_typed("")
    (main, *_) = opening.function_keys()
    assert not main.enabled
    opening.day_field.set_text("1.12.2026")
    opening._day_typed("")
    wishes: list[object] = []
    opening.open_wanted.connect(wishes.append)
    shoot(window, "announce")
    window.press(Qt.Key.Key_F10)
    window.settle()
    (wish,) = wishes
    assert getattr(wish, "expected_on", None) == date(2026, 12, 1)
    opening.close_overlay()
