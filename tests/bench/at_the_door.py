"""A maker at the door of a house with so many devices: two scans a device, at the real window.

`python -m bench.at_the_door FOLDER DEVICES` says `0` when it is ready, and answers each line with
the milliseconds from the last key of a device's roll label to the painted answer.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.window import open_window
from bench.years import fill_years
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.stations.intake.commands import OpenLot
from ui.stations.intake.kit import panel

if TYPE_CHECKING:
    from ui.window_kit import Window

ROUNDS = 200
WARM = 10
_FIRST_LABEL = 40_000_000


def _serial(head: str, row: int) -> str:
    return f"{head}{row:08d}"


def delivery(head: str, many: int) -> bytes:
    """Return a sender's list of so many laptops whose serials begin with `head`."""
    names = "Laitetyyppi;Valmistaja;Malli;Sarjanumero;Inventaarionumero"
    rows = (
        f"Kannettava;Lenovo;ThinkPad T480;{_serial(head, row)};HKI-{head}{row:06d}"
        for row in range(many)
    )
    return "\n".join((names, *rows)).encode()


class Door:
    """The window, with a van's lot chosen."""

    def __init__(self, root: Path, devices: int) -> None:
        self.window: Window = open_window(root)
        shop = self.window.workshop
        fill_years(shop, devices)
        van = delivery("NX", WARM + ROUNDS)
        opened = shop.desk.do(shop.first, OpenLot(sender="Koulu", manifest=van))
        self.window.maker()
        self._scan(opened.lot.code)
        gc.collect()

    def receive(self, number: int) -> float:
        """Receive a device; milliseconds from the Enter of its second scan."""
        self._scan(_serial("NX", number))
        label = make_code(CodeKind.DEVICE, _FIRST_LABEL + number)
        QTest.keyClicks(self.window._focus, label)
        before = time.perf_counter()
        QTest.keyClick(self.window._focus, Qt.Key.Key_Return)
        self.window.bot.waitUntil(lambda: panel(self.window).state.last == label)
        # The answer is on the screen when what it posted was painted; lists and counts come after.
        QApplication.processEvents()
        took = (time.perf_counter() - before) * 1000
        self._settle()
        with self.window.workshop.desk.database.reading() as work:
            assert work.devices.by_code(label) is not None
        return took

    def _scan(self, text: str) -> None:
        self.window.scan(text)
        self._settle()

    def _settle(self) -> None:
        self.window.settle()
        # What was answered is painted by posted events, and may ask the records once more.
        QApplication.processEvents()
        self.window.settle()


def main() -> None:
    folder, devices = sys.argv[1:]
    door = Door(Path(folder), int(devices))
    sys.stdout.write("0\n")
    sys.stdout.flush()
    for number, _line in enumerate(sys.stdin):
        sys.stdout.write(f"{door.receive(number):.3f}\n")
        sys.stdout.flush()
    door.window.close()


if __name__ == "__main__":
    main()
