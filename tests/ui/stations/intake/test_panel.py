"""Intake at the real window: scanner keys in, records and words out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.stations.intake import queries
from serkut_desk.stations.intake.commands import OpenLot
from serkut_desk.ui.stations.intake.panel import IntakePanel

if TYPE_CHECKING:
    from ui.window_kit import Window

LIST = "Laite;Valmistaja;Malli;Sarjanumero\n" + "".join(
    f"Kannettava;Lenovo;ThinkPad L14;PF2ABC{number:02d}\n" for number in range(5)
)


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
    window.bot.waitUntil(lambda: not panel(window)._queue.waiting and not window.desk.lane.waiting)


def test_a_list_is_received_by_scanner_keys_alone(window: Window) -> None:
    lot = open_lot(window)
    window.maker()
    settle(window)
    for number in range(5):
        window.scan(f"PF2ABC{number:02d}")
        window.scan(label(number))
    settle(window)
    seen = queries.show(window.workshop.desk, window.workshop.first, lot)
    assert (seen.counts.received, seen.counts.extra, seen.counts.missing) == (5, 0, 0)
