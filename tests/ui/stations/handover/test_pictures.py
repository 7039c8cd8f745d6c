"""Every state of the handover screen in both sizes, for people's eyes; names for all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui import screens, walk
from ui.stations.handover.kit import begin, open_handover, scan, till_of, write

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window_kit import Window


def shoot(window: Window, name: str) -> None:
    """Save the window in both sizes."""
    window.settle()
    for size in screens.SIZES:
        assert screens.save(window.shell, f"handover-{name}-fi", size).exists()
    walk.check(window.shell)


def press(window: Window, *keys: Qt.Key) -> None:
    """Press keys one after the other."""
    for key in keys:
        window.press(key)
        window.settle()


def test_commitment(window: Window, tmp_path: Path) -> None:
    laptop = till_of(window, tmp_path).laptop()
    open_handover(window, "fi")
    shoot(window, "start-empty")
    begin(window, Qt.Key.Key_F2)
    shoot(window, "commitment-empty")
    scan(window, laptop.code)
    shoot(window, "commitment-missing")
    write(window, number="MS-2026-118834", unit="Kallion toimisto", limit_cents="150,00")
    write(window, valid_until="30.11.2026")
    press(window, Qt.Key.Key_F3, Qt.Key.Key_F5)
    shoot(window, "article")
    press(window, Qt.Key.Key_F2)
    shoot(window, "commitment")
    press(window, Qt.Key.Key_F6)
    shoot(window, "discount")
    press(window, Qt.Key.Key_F9, Qt.Key.Key_F10)
    shoot(window, "done")
    press(window, Qt.Key.Key_F10)
    shoot(window, "start")


def test_project(window: Window, tmp_path: Path) -> None:
    till = till_of(window, tmp_path)
    devices = [till.monitor() for _ in range(27)]
    unready = till.device("PF9UNREADY")
    open_handover(window, "fi")
    begin(window, Qt.Key.Key_F5)
    write(window, receiver="Digitaidot kaikille ry", business_id="0201256-6")
    scan(window, *(device.code for device in devices[:25]))
    shoot(window, "project")
    scan(window, devices[3].code)
    shoot(window, "project-duplicate")
    scan(window, devices[26].serial)
    shoot(window, "project-label")
    scan(window, unready.code)
    shoot(window, "project-refused")
    press(window, Qt.Key.Key_F9)
    shoot(window, "cancel")


def test_sale_and_workstation(window: Window, tmp_path: Path) -> None:
    till = till_of(window, tmp_path, seller=False)
    one, two = till.monitor(), till.monitor()
    open_handover(window, "fi")
    scan(window, one.code)
    shoot(window, "waiting")
    begin(window, Qt.Key.Key_F7)
    press(window, Qt.Key.Key_F8)
    shoot(window, "sale-cash")
    press(window, Qt.Key.Key_F8)
    shoot(window, "sale-invoice")
    press(window, Qt.Key.Key_F11)
    begin(window, Qt.Key.Key_F6)
    scan(window, two.code)
    shoot(window, "workstation")
    press(window, Qt.Key.Key_F11)
    begin(window, Qt.Key.Key_F3)
    shoot(window, "course")
