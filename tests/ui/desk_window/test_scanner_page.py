"""The scanner's set-up at the real window: three scans by keys, and what they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import zxingcpp
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from serkut_desk.domain.scanner_setup import ScannerFix
from serkut_desk.stations import scanners
from serkut_desk.ui.parts.bars import Bars
from serkut_desk.ui.scanner_page import ScannerPage
from ui import screens

if TYPE_CHECKING:
    from ui.window_kit import Window

CODES = tuple(code.text for code in scanners.check_codes())
# What arrives of the second code through the Finnish layout, from a scanner with US keys.
GARBLED = "yZ+-?Ööa" + "QÉw" + "`M"


def _type(window: Window, text: str) -> None:
    """Type characters as they arrive, also those that no key of the test has."""
    for mark in text:
        focus = QApplication.focusWidget()
        target = window.shell if focus is None else focus
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, mark)
        QApplication.sendEvent(target, event)


def _scan(window: Window, page: ScannerPage, text: str, enters: int = 1) -> None:
    _type(window, text)
    for _ in range(enters):
        window.press(Qt.Key.Key_Return)
    page.keys.finish()


def _page(window: Window) -> ScannerPage:
    page = window.shell._layers.top
    assert isinstance(page, ScannerPage)
    return page


def _said(page: ScannerPage) -> set[str]:
    # What was just said is shown by posted events.
    QCoreApplication.sendPostedEvents()
    return {one.text() for one in page.findChildren(QLabel) if one.isVisible()}


def _kept(window: Window) -> tuple[str, ScannerFix]:
    held = window.desk.hands.preferences
    return held.scanner_prefix, held.scanner_fix


def _decoded(page: ScannerPage) -> str:
    """Decode the bars from what the screen shows."""
    bars = page.findChild(Bars)
    assert bars is not None
    image = page.window().grab().toImage()
    at = bars.mapTo(page.window(), QPoint(0, 0))
    image = image.copy(at.x(), at.y(), bars.width(), bars.height())
    image = image.convertToFormat(image.Format.Format_Grayscale8)
    raw = bytes(image.constBits())
    picture = Image.frombytes(
        "L", (image.width(), image.height()), raw, "raw", "L", image.bytesPerLine()
    )
    (found,) = zxingcpp.read_barcodes(picture)
    return str(found.text)


def test_a_garbled_scanner_is_put_right_from_the_next_scan_on(window: Window) -> None:
    window.maker()
    window.shell.set_language("fi")
    # The card on the wall opens it, and so does Ctrl+K.
    window.scan(CODES[0])
    page = _page(window)
    seen = []
    for at, (code, arrived) in enumerate(zip(CODES, (CODES[0], GARBLED, CODES[2]), strict=True)):
        seen.append(_decoded(page))
        if at == 1:
            for size in screens.SIZES:
                assert screens.save(window.shell, "scanner-page-fi", size).exists()
        _scan(window, page, "4006381333931")
        assert "Tämä oli jokin muu koodi." in _said(page), code
        _scan(window, page, arrived)
    assert tuple(seen) == CODES, "every symbol reads from the screen"
    assert "Lukija ja tietokone käyttävät eri näppäimistöä." in _said(page)
    assert screens.save(window.shell, "scanner-told-fi", screens.SIZES[0]).exists()
    window.press(Qt.Key.Key_F10)
    assert "Lukija toimii: ohjelma korjaa sen merkit." in _said(page)
    assert _kept(window) == ("", ScannerFix("us_on_fi"))
    window.press(Qt.Key.Key_F9)
    assert window.shell._layers.top is None
    taken: list[str] = []
    window.shell._inputs.scanned.connect(taken.append)
    _type(window, "SN+12-3")
    window.press(Qt.Key.Key_Return)
    # What a hand typed stays as it is: a pause between two keys, or a correction.
    _type(window, "SN+12-")
    window.press(Qt.Key.Key_Backspace)
    window.press(Qt.Key.Key_Return)
    window.scan(window.workshop.worker.person)
    window.settle()
    assert taken == ["SN-12/3", "SN+12", window.workshop.worker.person]


def test_a_missing_enter_shows_at_a_locked_desk_and_what_lies_around_is_taken_away(
    window: Window,
) -> None:
    QTest.keyClick(window.shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    page = _page(window)
    for code in CODES:
        _scan(window, page, code, enters=0)
    assert page.told is not None
    assert [one.value for one in page.told.troubles] == ["no_end"]
    window.press(Qt.Key.Key_F5)
    for code in CODES:
        _scan(window, page, f"~{code}", enters=2)
    assert page.told is not None
    assert page.told.can_be_put_right
    window.press(Qt.Key.Key_F10)
    assert _kept(window) == ("", ScannerFix()), "nobody is signed in"
    window.press(Qt.Key.Key_F9)
    window.maker()
    QTest.keyClick(window.shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    page = _page(window)
    for code in CODES:
        _scan(window, page, f"~{code}", enters=2)
    window.press(Qt.Key.Key_F10)
    assert _kept(window) == ("~", ScannerFix())
    window.press(Qt.Key.Key_F9)
