"""Parts at the real window, by scanner keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from factories import make_device, make_lot
from on_bench import in_repair
from serkut_desk.domain.parts import PartTest
from serkut_desk.stations.parts import queries
from serkut_desk.stations.parts.commands import (
    AddPart,
    FitPart,
    MissingPart,
    PricePart,
    ReservePart,
    TakePart,
    TestPart,
    WantPart,
)
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.stations.parts.panel import PartsPanel
from ui import cut, screens, walk

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.stations.parts.queries import PartLine
    from ui.window_kit import Window


def panel(window: Window) -> PartsPanel:
    found = window.shell.panel
    assert isinstance(found, PartsPanel)
    return found


def words(window: Window) -> str:
    shown = window.shell.findChildren(QLabel)
    return " | ".join(one.text() for one in shown if one.isVisible() and one.text())


def says(window: Window, *texts: str) -> None:
    window.bot.waitUntil(lambda: all(text in words(window) for text in texts))


def enter(window: Window, *, maker: bool = False) -> None:
    window.speak("en")
    if maker:
        window.maker()
    else:
        window.supervisor()
    window.shell.open("parts")
    window.settle()


def fill(window: Window, **values: str) -> None:
    form = panel(window).questions.form
    assert form is not None
    for name, value in values.items():
        field = form.fields[name]
        if isinstance(field, TextField):
            field.set_text(value)
        else:
            assert isinstance(field, ChoiceField)
            field.choose(value)


def problem(window: Window) -> str:
    form = panel(window).questions.form
    return form.said if form is not None else ""


def line(window: Window, part: Part) -> PartLine:
    shop = window.workshop
    return queries.page(shop.desk, shop.worker, part.code).line


def bought(shop: Workshop, kind: str = "memory", **more: str) -> Part:
    return shop.desk.do(shop.worker, AddPart(kind, "Osatukku", **more)).part  # type: ignore[arg-type] # only texts are given


def place(shop: Workshop, name: str) -> str:
    with shop.desk.database.reading() as work:
        found = work.places.find(name)
    assert found is not None
    return found.code


def test_a_maker_puts_parts_to_a_place_by_scans_alone(window: Window) -> None:
    shop = window.workshop
    one, two = bought(shop, place="Laari 1"), bought(shop, place="Laari 1")
    there = place(shop, "Laari 1")
    other = bought(shop, place="Laari 2")
    enter(window, maker=True)
    says(window, "Scan the part's label")
    window.scan(there)
    says(window, "Scan the part's label first")
    window.scan(one.code)
    says(window, "Now scan the place, the device or the container.")
    window.scan(two.code)
    window.settle()
    window.scan(place(shop, "Laari 2"))
    says(window, "Laari 2", "2 parts")
    assert {line(window, part).place for part in (one, two, other)} == {"Laari 2"}
    # Letters and digits are no answers; F9 takes it back.
    window.press(Qt.Key.Key_F9)
    says(window, "Undone")
    assert {line(window, part).place for part in (one, two)} == {"Laari 1"}
    keys = [action.key for action in panel(window).function_keys()]
    assert "F11" not in keys


def test_a_part_goes_into_a_device_by_two_scans_and_a_key(window: Window) -> None:
    shop = window.workshop
    device = make_device(shop)
    in_repair(shop, device)
    part = bought(shop, "screen", place="Laari 7")
    enter(window, maker=True)
    window.scan(part.code)
    says(window, "Now scan the place")
    window.scan(device.code)
    says(window, "into")
    assert line(window, part).device is None
    window.press(Qt.Key.Key_F7)
    window.bot.waitUntil(lambda: line(window, part).order is not None)
    window.settle()
    window.scan(part.code)
    window.settle()
    window.scan(device.code)
    says(window, "Fit it now")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: line(window, part).device == device.code)
    window.settle()
    # Out again: scan it, then the shelf.
    window.scan(part.code)
    says(window, "In device")
    window.scan(place(shop, "Laari 7"))
    window.bot.waitUntil(lambda: line(window, part).place == "Laari 7")


def test_a_supervisor_adds_tests_prices_and_corrects(window: Window) -> None:
    shop = window.workshop
    enter(window)
    says(window, "No part here.")
    window.press(Qt.Key.Key_F2)
    fill(window, type="screen", specification='14" FHD', fits="ThinkPad T480, T470")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: bool(problem(window)))
    fill(window, supplier="Osatukku", cost="x")
    window.press(Qt.Key.Key_F10)
    says(window, "Write the sum in euros")
    fill(window, cost="25,00", place="Laari 3")
    window.press(Qt.Key.Key_F10)
    says(window, "Stick the new label on.")
    (made,) = queries.listed(shop.desk, shop.worker)
    assert (made.cost_cents, made.fits, made.place) == (2500, ("ThinkPad T480", "T470"), "Laari 3")
    window.settle()
    window.press(Qt.Key.Key_F3)
    says(window, "Does it work?")
    window.press(Qt.Key.Key_F3)
    fill(window, text="raita kuvassa")
    window.press(Qt.Key.Key_F10)
    says(window, "Scan the container that it goes into.")
    window.settle()
    window.press(Qt.Key.Key_F3)
    window.press(Qt.Key.Key_F2)
    window.bot.waitUntil(lambda: queries.listed(shop.desk, shop.worker)[0].test is PartTest.PASSED)
    window.settle()
    window.press(Qt.Key.Key_F11)
    fill(window, price="40")
    window.press(Qt.Key.Key_F10)
    says(window, "40,00")
    window.press(Qt.Key.Key_F10)
    fill(window, specification='14" IPS')
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(
        lambda: queries.listed(shop.desk, shop.worker)[0].specification == '14" IPS'
    )
    window.settle()
    window.press(Qt.Key.Key_F8)
    fill(window, text="ei laarissa")
    window.press(Qt.Key.Key_F10)
    says(window, "No part here.")


def test_lists_are_narrowed_and_wants_are_made_and_closed(window: Window) -> None:
    shop = window.workshop
    lot = make_lot(shop)
    device = make_device(shop, lot=lot)
    in_repair(shop, device)
    ram = shop.desk.do(shop.worker, TakePart(device.code, "memory")).part
    bought(shop, "screen")
    enter(window)
    says(window, "2 parts")
    window.scan(lot.code)
    says(window, "came out of ER 1", "1 part")
    window.press(Qt.Key.Key_Escape)
    says(window, "2 parts")
    window.scan(device.code)
    says(window, "fits SD 1", "1 part")
    window.press(Qt.Key.Key_F6)
    fill(window, type="screen", fits="")
    window.press(Qt.Key.Key_F10)
    says(window, "Screen", "1 part")
    panel(window).show_queue("wants")
    says(window, "No part here.")
    window.press(Qt.Key.Key_F11)
    fill(window, type="memory", model="ThinkPad T480")
    window.press(Qt.Key.Key_F10)
    says(window, "1 wanted")
    assert "in stock" in panel(window)._list._want_model.row(0).answer
    (want,) = queries.wants(shop.desk, shop.worker)
    assert want.answers == (ram.code,)
    window.press(Qt.Key.Key_F8)
    says(window, "Wait no more?")
    window.press(Qt.Key.Key_F8)
    window.bot.waitUntil(lambda: queries.wants(shop.desk, shop.worker) == ())


def furnished(shop: Workshop) -> Part:
    """Fill the stock as on an ordinary day; return a part with a history."""
    lot = make_lot(shop)
    devices = [make_device(shop, lot=lot, model=model) for model in ("ThinkPad T480", "L14 Gen 2")]
    orders = [in_repair(shop, device) for device in devices]
    for kind, spec, fits in (
        ("memory", "8 GB DDR4 SO-DIMM", ""),
        ("memory", "16 GB DDR4 SO-DIMM", ""),
        ("keyboard", "suomi/ruotsi", "Latitude 5490"),
        ("charger", "65 W USB-C", ""),
        ("fan", "", "EliteBook 840 G5"),
    ):
        models = (("", fits),) if fits else ()
        made = shop.desk.do(
            shop.worker,
            AddPart(kind, "Osatukku", specification=spec, fits=models, place="Laari 3"),
        ).part
        if kind == "memory":
            shop.desk.do(shop.worker, TestPart(made.code, PartTest.PASSED, "memtest"))
    broken = bought(shop, "camera", place="Laari 4")
    shop.desk.do(shop.worker, TestPart(broken.code, PartTest.FAILED, "ei kuvaa"))
    lost = bought(shop, "speaker", place="Laari 4")
    shop.desk.do(shop.worker, MissingPart(lost.code, "ei laarissa"))
    shop.desk.do(shop.worker, WantPart("screen", order=devices[1].code))
    shop.desk.do(shop.worker, WantPart("keyboard", model="Latitude 5490"))
    kept = shop.desk.do(shop.worker, TakePart(devices[1].code, "hinge", place="Laari 7")).part
    shop.desk.do(shop.worker, ReservePart(kept.code, orders[0].code))
    screen = shop.desk.do(
        shop.worker,
        TakePart(
            devices[0].code,
            "screen",
            manufacturer="Innolux",
            model="N140HCA-EAC",
            serial="N140H23A",
            specification='14" 1920x1080 IPS',
            weight_g=340,
            place="Laari 7",
        ),
    ).part
    shop.desk.do(shop.worker, TestPart(screen.code, PartTest.PASSED, "kuva ja valo"))
    shop.desk.do(shop.worker, FitPart(screen.code, orders[1].code))
    shop.desk.do(shop.worker, TakePart(devices[1].code, part=screen.code, place="Laari 7"))
    shop.desk.do(shop.first, PricePart(screen.code, 4500))
    return screen


def test_pictures(window: Window) -> None:
    part = furnished(window.workshop)
    window.speak("fi")
    window.supervisor()
    window.shell.open("parts")
    window.settle()
    window.scan(part.code)
    window.settle()
    for name in ("stock", "wants", "figures"):
        panel(window)._turned(name)
        window.settle()
        for size in screens.SIZES:
            assert screens.save(window.shell, f"parts-{name}-fi", size).exists()
        cut.check(window.shell)
    panel(window)._turned("stock")
    window.settle()
    for name, key in (("add", Qt.Key.Key_F2), ("which", Qt.Key.Key_F6), ("change", Qt.Key.Key_F10)):
        window.press(key)
        window.settle()
        for size in screens.SIZES:
            assert screens.save(window.shell, f"parts-{name}-fi", size).exists()
        cut.check(window.shell)
        window.press(Qt.Key.Key_F9)
        window.settle()
    walk.check(window.shell)


def test_maker_pictures(window: Window) -> None:
    part = furnished(window.workshop)
    window.speak("fi")
    window.maker()
    window.shell.open("parts")
    window.settle()
    with window.workshop.desk.database.reading() as work:
        device = work.devices.by_id(2).code
    for name, text in (("begin", None), ("part", part.code), ("into", device)):
        if text is not None:
            window.scan(text)
        window.settle()
        for size in screens.SIZES:
            assert screens.save(window.shell, f"parts-maker-{name}-fi", size).exists()
        cut.check(window.shell)
    window.press(Qt.Key.Key_F9)
    walk.check(window.shell)
