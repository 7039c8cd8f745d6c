"""Reports at the real window: choose by scan, make with F10, open, print, copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from serkut_desk.stations.papers import IssuedPaper
from serkut_desk.stations.reports import queries
from serkut_desk.stations.upkeep import queries as upkeep
from serkut_desk.ui import paper_printer
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.papers import PaperWork
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.parts.paper_tray import PaperTray
from serkut_desk.ui.stations.reports import wording
from serkut_desk.ui.stations.reports.panel import ReportsPanel
from serkut_desk.ui.stations.upkeep.panel import UpkeepPanel
from stations.reports.figures_kit import FACTS, filled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.window_kit import Window


def _open(window: Window) -> ReportsPanel:
    window.supervisor()
    window.shell.open("reports")
    window.settle()
    panel = window.shell.panel
    assert isinstance(panel, ReportsPanel)
    return panel


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What was sent to the printer."""
    sent: list[bytes] = []

    def take(pdfs: Sequence[bytes]) -> str:
        sent.extend(pdfs)
        return "Tulostin"

    monkeypatch.setattr(paper_printer, "print_papers", take)
    return sent


def test_a_scanned_lot_shows_what_its_paper_will_say(window: Window, tmp_path: Path) -> None:
    lot = filled(window.workshop, tmp_path)
    panel = _open(window)
    panel.choose("month")
    window.scan(lot)
    window.settle()
    assert panel.view == "lot"
    content = queries.lot_report(window.workshop.desk, window.workshop.first, lot)
    shown = [panel.lot.model.row(at) for at in range(panel.lot.model.rowCount())]
    assert tuple(shown) == wording.lot_lines(content, "fi")
    assert "3,73 kg" in panel.lot.summary


def test_f10_makes_the_report_and_goes_to_it(
    window: Window, tmp_path: Path, printed: list[bytes]
) -> None:
    lot = filled(window.workshop, tmp_path)
    panel = _open(window)
    window.scan(lot)
    window.settle()
    window.scan("")  # an empty Enter saves nothing
    window.settle()
    assert "RE-1" not in window.notice
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert panel.view == "papers"
    assert "RE-1" in window.notice
    desk = window.workshop.desk
    row = queries.papers(desk, window.workshop.first)[0]
    assert (row.name, row.copies) == ("RE-1", 0)
    window.press(Qt.Key.Key_F3)
    window.settle()
    assert printed == [desk.files.read(row.sha256)]
    window.press(Qt.Key.Key_F3)
    window.settle()
    window.settle()
    assert len(printed) == 2
    assert printed[1] != printed[0]
    assert queries.papers(desk, window.workshop.first)[0].copies == 1
    window.press(Qt.Key.Key_F2)
    window.settle()
    assert (desk.folder.papers / "RE-1.pdf").read_bytes() == printed[0]
    window.press(Qt.Key.Key_F5)
    window.settle()
    assert (desk.folder.papers / "RE-1.xlsx").exists()


def test_a_report_is_saved_to_a_stick(window: Window, tmp_path: Path) -> None:
    panel = _open(window)
    panel.choose("month")
    window.settle()
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert panel.view == "papers"
    stick = tmp_path / "tikku"
    window.press(Qt.Key.Key_F6)
    # The window goes on while it is asked where.
    chooser = QApplication.activeModalWidget()
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(stick))
    chooser.reject()
    window.settle()
    assert sorted(path.name for path in stick.iterdir()) == ["KK-1.pdf", "KK-1.xlsx"]


def test_a_scanned_receipt_finds_its_papers(window: Window, tmp_path: Path) -> None:
    filled(window.workshop, tmp_path)
    panel = _open(window)
    rows = queries.papers(window.workshop.desk, window.workshop.first)
    code = next(row.about for row in rows if row.name == "KU-1")
    window.scan(code)
    window.settle()
    assert panel.view == "papers"
    shown = {panel.papers.model.row(at).number for at in range(panel.papers.model.rowCount())}
    assert shown == {"KU-1", "TS-1"}
    window.scan("LU0000009998")
    window.settle()
    assert len(shown) == panel.papers.model.rowCount()


def test_months_are_words_and_figures_agree(window: Window, tmp_path: Path) -> None:
    filled(window.workshop, tmp_path)
    panel = _open(window)
    panel.choose("month")
    window.settle()
    content = queries.month_report(window.workshop.desk, window.workshop.first, "2026-11")
    shown = [panel.month.model.row(at) for at in range(panel.month.model.rowCount())]
    assert tuple(shown) == wording.month_lines(content, "fi")
    assert wording.month_word("2026-11", "fi") == "marraskuu 2026"


def test_a_scan_of_something_else_is_left_to_others(window: Window) -> None:
    panel = _open(window)
    assert not panel.scanned("PF2ABC12")
    assert panel.park()["view"] == "lot"


def test_the_tray_opens_and_prints_what_was_issued(
    window: Window, tmp_path: Path, printed: list[bytes]
) -> None:
    filled(window.workshop, tmp_path)
    panel = _open(window)
    desk, first = window.workshop.desk, window.workshop.first
    receipt = next(row for row in queries.papers(desk, first) if row.name == "KU-1")
    tray = PaperTray(PaperWork(panel._hands, parent=panel), panel)
    assert not tray.function_keys()
    tray.show_papers((_issued(receipt),))
    assert [action.key for action in tray.function_keys()] == ["F2", "F3"]
    for action in tray.function_keys():
        action.run()
        window.settle()
        window.settle()
    assert printed == [desk.files.read(receipt.sha256)]
    assert (desk.folder.papers / "KU-1.pdf").exists()


def _issued(row: queries.PaperRow) -> IssuedPaper:
    return IssuedPaper(
        id=1,
        kind=row.kind,
        name=row.name,
        title=row.title,
        sha256=row.sha256,
        stored=Path(),
        sheet_sha256=None,
        content_sha256=row.sha256,
        reference="",
    )


def test_wide_pages_are_turned_onto_the_sheet(window: Window, tmp_path: Path) -> None:
    lot = filled(window.workshop, tmp_path)
    panel = _open(window)
    window.scan(lot)
    window.settle()
    window.press(Qt.Key.Key_F10)
    window.settle()
    row = queries.papers(window.workshop.desk, window.workshop.first)[0]
    pdf = window.workshop.desk.files.read(row.sha256)
    target = tmp_path / "printed.pdf"
    paper_printer.print_papers([pdf], target)
    wide, high = pypdfium2.PdfDocument(target)[0].get_size()
    assert wide < high
    assert panel.view == "papers"


def test_the_seller_is_filled_in_at_the_window(window: Window) -> None:
    window.supervisor()
    window.shell.open("upkeep")
    panel = window.shell.panel
    assert isinstance(panel, UpkeepPanel)
    panel.choose("seller")
    window.settle()
    window.press(Qt.Key.Key_F2)
    form = next(one for one in window.shell.findChildren(FormCard) if not one.isHidden())
    for name, text in FACTS.items():
        field = form.fields[name]
        assert isinstance(field, TextField)
        field.set_text(text if name != "business_id" else "1234567-8")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert "1234567-8" in form.said
    field = form.fields["business_id"]
    assert isinstance(field, TextField)
    field.set_text(FACTS["business_id"])
    window.press(Qt.Key.Key_F10)
    window.settle()
    seller = upkeep.seller(window.workshop.desk, window.workshop.first)
    assert seller is not None
    assert seller.iban == FACTS["iban"]
