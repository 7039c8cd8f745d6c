"""Prints papers on the computer's usual printer, one sheet of A4 for each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRect
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from serkut_desk.documents.rendering import pages_as_dots
from serkut_desk.domain.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_DPI = 300


def print_papers(pdfs: Sequence[bytes], to_file: Path | None = None) -> str:
    """Print PDFs and return the printer's name; runs beside the window.

    Args:
        pdfs: The papers, in order.
        to_file: Write what the printer would get into this PDF instead.

    Raises:
        Unavailable: `paper_printer_none` or `paper_printer_off`.
    """
    if to_file is None:
        info = QPrinterInfo.defaultPrinter()
        if info.isNull():
            raise Unavailable("paper_printer_none")
        device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    else:
        device = QPrinter(QPrinter.PrinterMode.HighResolution)
        device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        device.setOutputFileName(str(to_file))
    name = device.printerName() or str(to_file)
    device.setResolution(_DPI)
    device.setFullPage(True)
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
        )
    )
    painter = QPainter()
    if not painter.begin(device):
        raise Unavailable("paper_printer_off", printer=name)
    first = True
    for pdf in pdfs:
        for page in pages_as_dots(pdf, _DPI):
            if not first:
                device.newPage()
            first = False
            grey = QImage.Format.Format_Grayscale8
            picture = QImage(page.grey, page.width, page.height, page.stride, grey)
            if page.width > page.height:
                # The sheet in the printer stays upright; a wide page is turned onto it.
                picture = picture.transformed(QTransform().rotate(90))
            painter.drawImage(QRect(0, 0, picture.width(), picture.height()), picture)
    painter.end()
    return name
