"""Models at the real window: found by scan and by words, corrected, merged, taken apart."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from factories import make_lot
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.weighing import grams_words
from serkut_desk.stations.catalogue import queries
from serkut_desk.stations.catalogue.commands import AddModel, AddModelCode, SetModel
from serkut_desk.stations.intake.commands import ReceiveDevice
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.stations.catalogue.panel import CataloguePanel
from serkut_desk.ui.stations.catalogue.views import View
from ui import cut, screens, walk

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from ui.window_kit import Window

NAMES = (
    ("HP", "EliteBook 840 G5", DeviceType.LAPTOP),
    ("HP", "Elitebok 840 G5", DeviceType.LAPTOP),
    ("Lenovo", "ThinkPad T480", DeviceType.LAPTOP),
    ("Dell", "OptiPlex 7050", DeviceType.DESKTOP),
    ("Eizo", "FlexScan EV2450", DeviceType.MONITOR),
)


def panel(window: Window) -> CataloguePanel:
    found = window.shell.panel
    assert isinstance(found, CataloguePanel)
    return found


def words(window: Window) -> str:
    shown = window.shell.findChildren(QLabel)
    return " | ".join(one.text() for one in shown if one.isVisible() and one.text())


def says(window: Window, *texts: str) -> None:
    window.bot.waitUntil(lambda: all(text in words(window) for text in texts))


def enter(window: Window, *, maker: bool = False) -> None:
    window.speak("fi")
    if maker:
        window.maker()
    else:
        window.supervisor()
    window.shell.open("catalogue")
    window.settle()


def write(window: Window, **values: str) -> None:
    form = panel(window).questions.form
    assert form is not None
    for name, value in values.items():
        field = form.fields[name]
        if isinstance(field, ChoiceField):
            field.choose(value)
        else:
            assert isinstance(field, TextField)
            field.set_text(value)


def stocked(workshop: Workshop) -> list[int]:
    """Fill the catalogue by hand and by the door, and return the models' numbers."""
    numbers = [
        workshop.desk.do(workshop.first, AddModel(manufacturer=maker, model=name, type=kind)).model
        for maker, name, kind in NAMES
    ]
    for told in (
        SetModel(of=str(numbers[0]), slots=1, weight_g=1480),
        SetModel(of=str(numbers[1]), slots=1, confirmed=False),
        SetModel(of=str(numbers[3]), slots=2, weight_g=8430, guide="desktop", confirmed=False),
    ):
        workshop.desk.do(workshop.first, told)
    workshop.desk.do(workshop.first, AddModelCode(str(numbers[0]), "3JX27EA#UUW"))
    lot = make_lot(workshop)
    for at, (maker, name, kind) in enumerate(NAMES[:4]):
        command = ReceiveDevice(
            lot=lot.code, serial=f"5CG81234A{at}", type=kind, manufacturer=maker, model=name
        )
        workshop.desk.do(workshop.worker, command)
    return numbers


def test_a_supervisor_corrects_merges_and_takes_apart(window: Window, tmp_path: Path) -> None:
    numbers = stocked(window.workshop)
    enter(window)
    finds(window)
    corrects(window, numbers[3])
    moves_no_number_unasked(window, numbers[0])
    takes_a_picture(window, numbers[3], tmp_path)
    searches_the_other(window, numbers[0])
    awaits_a_second(window, *numbers[:2])
    merges_and_splits(window, *numbers[:2])


def page(window: Window, number: int | str) -> queries.ModelPage:
    return queries.page(window.workshop.desk, window.workshop.worker, str(number))


def finds(window: Window) -> None:
    says(window, "Mallit", "5 mallia")
    # A scan finds the model of a product number; misspelled words find it, too.
    window.scan("3JX27EA#UUW")
    says(window, "HP EliteBook 840 G5", "3JX27EA#UUW", grams_words(1480))
    window.settle()
    panel(window)._list.field.set_text("hp elitebok")
    panel(window)._list.typed.emit("hp elitebok")
    says(window, "2 mallia")
    screens.save(window.shell, "catalogue-search-fi", (1366, 768))
    cut.check(window.shell)
    walk.check(window.shell)


def corrects(window: Window, number: int) -> None:
    """Enter saves nothing, F10 does, and it counts as checked."""
    panel(window)._picked(str(number))
    says(window, "Dell OptiPlex 7050", "Tarkistamatta")
    window.settle()
    window.press(Qt.Key.Key_F3)
    write(window, slots="kaksi")
    window.press(Qt.Key.Key_F10)
    says(window, "Kirjoita levypaikat ja grammat kokonaislukuina.")
    write(window, slots="3", weight_g="")
    window.press(Qt.Key.Key_Return)
    screens.save(window.shell, "catalogue-correct-fi", (1366, 768))
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: panel(window).questions.form is None)
    line = page(window, number).line
    assert (line.slots, line.weight_g, line.confirmed) == (3, None, True)


def moves_no_number_unasked(window: Window, holder: int) -> None:
    window.settle()
    window.press(Qt.Key.Key_F5)
    window.scan("3JX27EA#UUW")
    window.press(Qt.Key.Key_F10)
    says(window, "Toisella mallilla on tämä numero")
    window.press(Qt.Key.Key_F9)
    assert page(window, "3JX27EA#UUW").line.model == holder


def takes_a_picture(window: Window, number: int, tmp_path: Path) -> None:
    picture = BytesIO()
    Image.new("RGB", (640, 400), "#335577").save(picture, "JPEG")
    file = tmp_path / "malli.jpg"
    file.write_bytes(picture.getvalue())
    panel(window).questions.picture(page(window, number).line)
    # The window goes on while it is asked which.
    chooser = QApplication.activeModalWidget()
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(file))
    chooser.reject()
    window.bot.waitUntil(lambda: page(window, number).photo is not None)
    window.settle()


def searches_the_other(window: Window, kept: int) -> None:
    """Search the model that is the same: nothing is asked before a row is tapped."""
    panel(window)._choose(str(kept))
    window.settle()
    window.press(Qt.Key.Key_F7)
    panel(window)._search("thinkpad")
    says(window, "1 malli")
    window.settle()
    assert window.shell._layers.top is None
    listed = panel(window)._listed_now
    assert listed is not None
    (row,) = listed.models
    panel(window)._list._models.show_row(str(row.model))
    window.settle()
    assert window.shell._layers.top is None, "arrow keys only move"
    panel(window)._list._models.clicked.emit(panel(window)._list._models.currentIndex())
    says(window, "Ovatko nämä sama malli?")
    window.press(Qt.Key.Key_F9)
    panel(window)._search("")
    window.settle()


def merges_and_splits(window: Window, kept: int, double: int) -> None:
    panel(window)._turned(View.DOUBLES.value)
    says(window, "1 pari", "Nimi on melkein sama")
    screens.save(window.shell, "catalogue-doubles-fi", (1366, 768))
    window.press(Qt.Key.Key_F7)
    says(window, "Ovatko nämä sama malli?")
    screens.save(window.shell, "catalogue-merge-fi", (1366, 768))
    window.press(Qt.Key.Key_F2)
    window.bot.waitUntil(lambda: page(window, double).line.model == kept)
    panel(window)._turned(View.ALL.value)
    window.press(Qt.Key.Key_Escape)
    panel(window)._choose(str(kept))
    says(window, "Yhdistetty tähän", "HP Elitebok 840 G5 (1)", "4 mallia")
    for size in screens.SIZES:
        screens.save(window.shell, "catalogue-page-fi", size)
        cut.check(window.shell)
    window.settle()
    window.press(Qt.Key.Key_F8)
    says(window, "Mitä muuta?")
    screens.save(window.shell, "catalogue-more-fi", (1366, 768))
    window.press(Qt.Key.Key_F6)
    says(window, "Mikä on oma mallinsa?")
    window.press(Qt.Key.Key_F2)
    window.bot.waitUntil(lambda: page(window, double).line.model == double)


def awaits_a_second(window: Window, kept: int, double: int) -> None:
    """Arrow keys only move, F7 asks, and the mode ends with the room."""
    panel(window)._choose(str(kept))
    window.bot.waitUntil(lambda: panel(window)._page is not None)
    window.settle()
    panel(window)._merge()
    assert panel(window).half_done
    panel(window)._picked(str(double))
    window.settle()
    assert panel(window).half_done, "moving to a row is no answer"
    assert [one.key for one in panel(window)._actions()] == ["F7", "F9"]
    window.press(Qt.Key.Key_F7)
    says(window, "Ovatko nämä sama malli?")
    window.press(Qt.Key.Key_F9)
    assert not panel(window).half_done
    left = panel(window)
    left._merge()
    window.shell.open("home")
    window.settle()
    assert not left.half_done
    window.shell.open("catalogue")
    window.settle()


def test_a_maker_scans_and_sees_what_it_is(window: Window) -> None:
    stocked(window.workshop)
    enter(window, maker=True)
    says(window, "Lue tuotenumero")
    window.scan("3JX27EA#UUW")
    says(window, "HP EliteBook 840 G5", "Kannettava")
    for size in screens.SIZES:
        screens.save(window.shell, "catalogue-maker-fi", size)
        cut.check(window.shell)
    walk.check(window.shell)
    window.scan("ZZZ999XX")
    says(window, "Ei vielä luettelossa")
    # What supervisors do is not offered.
    assert [one.key for one in panel(window).function_keys()] == ["F4"]
