"""Every state of the handover screen in both sizes, for people's eyes; names for all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from serkut_desk.ui import theme
from ui import cut, screens, walk
from ui.stations.handover.kit import begin, open_handover, press, scan, settle, till_of, write

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window_kit import Window


def shoot(window: Window, name: str, *, both: bool = False) -> None:
    """Save the window in the small size, the main states in both."""
    settle(window)
    for size in screens.SIZES if both else screens.SIZES[:1]:
        assert screens.save(window.shell, f"handover-{name}-fi", size).exists()
        cut.check(window.shell)
    walk.check(window.shell)


def test_commitment(window: Window, tmp_path: Path) -> None:
    laptop = till_of(window, tmp_path).laptop()
    open_handover(window, "fi")
    shoot(window, "start-empty", both=True)
    begin(window, Qt.Key.Key_F2)
    shoot(window, "commitment-empty")
    scan(window, laptop.code)
    shoot(window, "commitment-missing")
    write(window, number="MS-2026-118834", unit="Kallion toimisto", limit_cents="150,00")
    write(window, valid_until="30.11.2026")
    press(window, Qt.Key.Key_F3, Qt.Key.Key_F5)
    shoot(window, "article")
    press(window, Qt.Key.Key_F2)
    shoot(window, "commitment", both=True)
    press(window, Qt.Key.Key_F6)
    shoot(window, "discount")
    press(window, Qt.Key.Key_F9, Qt.Key.Key_F10)
    shoot(window, "done", both=True)
    press(window, Qt.Key.Key_F10)
    shoot(window, "start", both=True)


def test_project(window: Window, tmp_path: Path) -> None:
    till = till_of(window, tmp_path)
    devices = [till.monitor() for _ in range(27)]
    unready = till.device("PF9UNREADY")
    open_handover(window, "fi")
    begin(window, Qt.Key.Key_F5)
    write(window, receiver="Digitaidot kaikille ry", business_id="0201256-6")
    scan(window, *(device.code for device in devices[:25]))
    shoot(window, "project", both=True)
    scan(window, devices[3].code)
    shoot(window, "project-duplicate")
    scan(window, devices[26].serial)
    shoot(window, "project-label")
    scan(window, unready.code)
    shoot(window, "project-refused", both=True)
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
    shoot(window, "sale-cash", both=True)
    press(window, Qt.Key.Key_F8)
    shoot(window, "sale-invoice")
    press(window, Qt.Key.Key_F11)
    begin(window, Qt.Key.Key_F6)
    scan(window, two.code)
    shoot(window, "workstation", both=True)
    press(window, Qt.Key.Key_F11)
    begin(window, Qt.Key.Key_F3)
    shoot(window, "course", both=True)


def test_at_150_percent(window: Window, tmp_path: Path) -> None:
    laptop = till_of(window, tmp_path).laptop()
    open_handover(window, "fi")
    zoom(window, 3)
    shoot(window, "start-150")
    begin(window, Qt.Key.Key_F2)
    scan(window, laptop.code)
    write(window, number="MS-2026-118834", unit="Kallion toimisto", limit_cents="150,00")
    write(window, valid_until="30.11.2026")
    press(window, Qt.Key.Key_F3)
    shoot(window, "commitment-150")
    press(window, Qt.Key.Key_F10)
    shoot(window, "done-150")


def zoom(window: Window, steps: int) -> None:
    """Make everything larger, as a person does with Ctrl and +."""
    window.shell.activateWindow()
    for _ in range(steps):
        QTest.keyClick(window.shell, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        settle(window)
    assert theme.scale() == theme.SCALES[theme.SCALES.index(1.0) + steps]
