"""A supervisor tells at the real window how a supplier's file is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from interchange.test_supplier import GOOD, XML, table
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.supplier_mapping import SupplierField
from serkut_desk.ui.stations.evidence.mapping_card import MappingCard
from ui import screens
from ui.stations.evidence.test_panel import bring, enter, keys, panel, pick, says
from ui.stations.wiping.station import shop_of

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window_kit import Window


def card_of(window: Window) -> MappingCard:
    window.settle()
    return next(one for one in window.shell.findChildren(MappingCard) if one.isVisible())


def save_pictures(window: Window, name: str) -> None:
    for size in screens.SIZES:
        screens.save(window.shell, name, size)


def test_columns_words_trial_then_the_file_is_read(window: Window, tmp_path: Path) -> None:
    a_table_is_mapped(window, tmp_path)
    another_record_of_xml_begins_anew(window)
    # A maker is not asked what others' columns mean.
    window.maker()
    window.shell.open("evidence")
    window.settle()
    assert "F10" not in keys(window)
    assert panel(window).isVisible()


def a_table_is_mapped(window: Window, tmp_path: Path) -> None:
    shop = shop_of(window, tmp_path)
    shop.declare(shop.device("5CG8XXQ0V1"), "S3TUNX0K4XXXQ1", MediumKind.SSD)
    rows = [GOOD.replace("XXXQ1", f"XXXQ{n}") for n in range(1, 9)]
    rows[2] = rows[2].replace("Hyväksytty", "Hylätty")
    rows[4] = rows[4].replace("256 GB", "iso")
    (shop.folder / "levypuhdistus_2026-11.csv").write_bytes(table(*rows))
    (shop.folder / "export.xml").write_text(XML, "utf-8")
    window.supervisor()
    enter(window)
    bring(window, shop.folder)
    window.press(Qt.Key.Key_F10)
    window.settle()
    says(window, "Määritä sarakkeet")
    pick(window, "levypuhdistus_2026-11.csv")
    says(window, "Määritä sarakkeet")
    says(window, "Taulukko näyttää kertovan tyhjennyksistä")
    assert {"F8", "F10"} <= set(keys(window)), "tell its columns, or that it is no report"
    window.press(Qt.Key.Key_F10)
    card = card_of(window)
    # What the headings say is guessed; a person sees examples and changes what is wrong.
    assert card.draft.columns[SupplierField.SERIAL] == "Kiintolevyn sarjanumero"
    assert card.draft.columns[SupplierField.HOST_SERIAL] == "Koneen sarjanumero"
    save_pictures(window, "evidence-mapping-columns")
    card.columns.fields[SupplierField.RESULT].chosen.emit("")
    window.press(Qt.Key.Key_F7)
    says(window, "Valitse ensin sarake")
    card.columns.fields[SupplierField.RESULT].chosen.emit("Tulos")
    window.press(Qt.Key.Key_F7)
    says(window, "Kirjoita toimittajan nimi")
    card.columns.name.edited.emit("Levypuhdistus Oy")
    # Enter, letters and digits save nothing and go nowhere.
    before = shop.entries()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_1):
        window.press(key)
    window.press(Qt.Key.Key_F7)
    field = card.words.fields
    field[SupplierField.TECHNIQUE, "Purge (block)"].chosen.emit("ata_sanitize_block_erase")
    field[SupplierField.RESULT, "Hyväksytty"].chosen.emit("PASSED")
    field[SupplierField.RESULT, "Hylätty"].chosen.emit("FAILED")
    card.words.show_words()
    save_pictures(window, "evidence-mapping-words")
    window.press(Qt.Key.Key_F7)
    # Nobody told what the word of the read-back means: every row names the cell.
    says(window, "sarake Tarkistus", "Kaikki")
    window.press(Qt.Key.Key_F6)
    card.words.fields[SupplierField.VERIFICATION, "Kaikki"].chosen.emit("all")
    window.press(Qt.Key.Key_F7)
    says(window, "6 · Tyhjennetty ilman virheitä", "1 · Tyhjennys epäonnistui", "sarake Koko")
    save_pictures(window, "evidence-mapping-trial")
    assert shop.entries() == before
    window.press(Qt.Key.Key_F10)
    window.settle()
    says(window, "Levypuhdistus Oy")
    assert shop.entries() == before + 2


def another_record_of_xml_begins_anew(window: Window) -> None:
    pick(window, "export.xml")
    window.press(Qt.Key.Key_F10)
    card = card_of(window)
    assert card.draft.table.record == "export/job"
    assert "disk/serial" in card.draft.table.columns
    card.record_chosen.emit("export/job/disk")
    window.bot.waitUntil(lambda: card.draft.table.record == "export/job/disk")
    window.press(Qt.Key.Key_F9)
    window.settle()
    assert not [one for one in window.shell.findChildren(MappingCard) if one.isVisible()]
