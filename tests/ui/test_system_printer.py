"""Labels through Qt's printing: exact dots, and refusals that say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
import zxingcpp

from serkut_desk.documents.label import labels_pdf
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.errors import Unavailable
from serkut_desk.domain.labels import blank_roll
from serkut_desk.domain.printers import Printer, PrinterKind
from serkut_desk.texts import Texts
from serkut_desk.ui.system_printer import print_on_system, print_to_file

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image
    from PySide6.QtWidgets import QApplication

CODES = tuple(make_code(CodeKind.DEVICE, number) for number in (4217, 99_999_999))


@pytest.mark.parametrize("dpi", [203, 300])
def test_both_codes_can_be_read_from_what_the_printer_gets(
    qapp: QApplication, tmp_path: Path, dpi: int
) -> None:
    del qapp
    printer = Printer("labels", PrinterKind.SYSTEM, dpi=dpi)
    pdf = labels_pdf(blank_roll(CODES), Texts("fi"), dpi=dpi, author="Digipaja")
    target = tmp_path / "printed.pdf"
    print_to_file(target, printer, pdf)
    printed = pypdfium2.PdfDocument(target)
    assert len(printed) == len(CODES)
    for number, code in enumerate(CODES):
        picture: Image.Image = printed[number].render(scale=dpi / 72, grayscale=True).to_pil()
        found = {one.text for one in zxingcpp.read_barcodes(picture)}
        assert found == {code}
        formats = {one.format for one in zxingcpp.read_barcodes(picture)}
        assert len(formats) == 2
    printed.close()


def test_a_printer_that_the_system_does_not_know_is_refused(qapp: QApplication) -> None:
    del qapp
    with pytest.raises(Unavailable) as refused:
        print_on_system(Printer("no such printer", PrinterKind.SYSTEM), b"")
    assert refused.value.code == "printer_unknown"
