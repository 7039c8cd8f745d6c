"""What tests of the intake screen begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.stations.intake.commands import OpenLot
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.stations.intake.panel import IntakePanel

if TYPE_CHECKING:
    from ui.window_kit import Window


def make_list(devices: int) -> str:
    """Return a delivery list of laptops with serials `PF2ABC00` and on."""
    head = "Laite;Valmistaja;Malli;Sarjanumero\n"
    return head + "".join(
        f"Kannettava;Lenovo;ThinkPad L14;PF2ABC{number:02d}\n" for number in range(devices)
    )


LIST = make_list(5)


def open_lot(window: Window, manifest: str | None = LIST) -> str:
    """Open a lot straight in the records."""
    session = window.workshop.fresh(window.workshop.first)
    command = OpenLot(
        sender="Kasvatus ja koulutus",
        manifest=manifest.encode() if manifest else None,
        manifest_name="poistolista.csv" if manifest else "",
    )
    return window.workshop.desk.do(session, command).lot.code


def label(number: int) -> str:
    """Return a roll label."""
    return make_code(CodeKind.DEVICE, 5000 + number)


def panel(window: Window) -> IntakePanel:
    """Return the open intake panel."""
    found = window.shell.panel
    assert isinstance(found, IntakePanel)
    return found


def settle(window: Window) -> None:
    """Wait until every scan has come back."""
    window.bot.waitUntil(
        lambda: not panel(window)._queue.waiting and not window.desk.lane.waiting, timeout=30_000
    )


def come(window: Window, *, supervisor: bool = False) -> None:
    """Sign in and let the window speak English, the language of the code."""
    window.speak("en")
    if supervisor:
        window.supervisor()
    else:
        window.maker()
    window.shell.open("intake")
    settle(window)


def words(window: Window) -> str:
    """Return everything that the panel and its side say."""
    shown = [*panel(window).findChildren(QLabel), *panel(window).side().findChildren(QLabel)]
    return " | ".join(one.text() for one in shown if one.isVisible() and one.text())


def says(window: Window, *texts: str) -> None:
    """Wait until the panel says all of it; what was just made is shown by a posted event."""
    window.bot.waitUntil(lambda: all(text in words(window) for text in texts))


def more(window: Window, word: str) -> None:
    """Take one of what few devices need, by its word on the card behind F3."""
    window.press(Qt.Key.Key_F3)
    window.settle()
    card = window.shell._layers.top
    assert isinstance(card, PickCard)
    (action,) = [one for one in card.function_keys() if one.word == word]
    action.run()
    window.settle()
