"""What tests of the intake screen begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.stations.intake.commands import OpenLot
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
