"""Prints labels on any printer that the system knows, in whole printer dots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRect, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from serkut_desk.documents.rendering import PageDots, pages_as_dots
from serkut_desk.domain.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.printers import Printer


def system_printers() -> tuple[str, ...]:
    """Return the names of the printers that the system knows."""
    return tuple(QPrinterInfo.availablePrinterNames())


def print_on_system(printer: Printer, pdf: bytes) -> None:
    """Print a PDF, one label a page, on the system's printer of this name.

    Raises:
        Unavailable: `printer_unknown`, `printer_not_ready` or `printer_unreachable`.
    """
    info = QPrinterInfo.printerInfo(printer.name)
    if info.isNull():
        raise Unavailable("printer_unknown", printer=printer.name)
    if info.state() is QPrinter.PrinterState.Error:
        raise Unavailable("printer_not_ready", printer=printer.name)
    _print(QPrinter(info, QPrinter.PrinterMode.HighResolution), printer, pdf)


def print_to_file(path: Path, printer: Printer, pdf: bytes) -> None:
    """Print what the printer would get into a PDF file instead.

    Raises:
        Unavailable: `printer_unreachable` when the file cannot be written.
    """
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(path))
    _print(device, printer, pdf)


def _print(device: QPrinter, printer: Printer, pdf: bytes) -> None:
    pages = pages_as_dots(pdf, printer.dpi)
    device.setResolution(printer.dpi)
    device.setFullPage(True)
    device.setColorMode(QPrinter.ColorMode.GrayScale)
    _set_paper(device, pages[0])
    painter = QPainter()
    if not painter.begin(device):
        raise Unavailable("printer_unreachable", printer=printer.name)
    for number, page in enumerate(pages):
        if number:
            _set_paper(device, page)
            device.newPage()
        # One dot of the picture is one dot of the printer: nothing is scaled, bars stay exact.
        picture = _black_and_white(page)
        painter.drawImage(QRect(0, 0, page.width, page.height), picture)
    painter.end()
    if device.printerState() is QPrinter.PrinterState.Error:
        raise Unavailable("printer_broke_off", printer=printer.name)


def _set_paper(device: QPrinter, page: PageDots) -> None:
    size = QSizeF(page.width_mm, page.height_mm)
    device.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, "label"))
    device.setPageMargins(QMarginsF(0, 0, 0, 0))


def _black_and_white(page: PageDots) -> QImage:
    grey = QImage(page.grey, page.width, page.height, page.stride, QImage.Format.Format_Grayscale8)
    return grey.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
