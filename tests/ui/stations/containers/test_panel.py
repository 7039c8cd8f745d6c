"""Containers at the real window, by scanner keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from boxes import TARE_G, container, fill, grams, lines, on_bench, part, sealed
from serkut_desk.domain.queues import Queue
from serkut_desk.stations.containers import queries
from serkut_desk.stations.containers.commands import (
    AddToShipment,
    MoveContainer,
    OpenContainer,
    OpenShipment,
    SetRecyclerCode,
)
from serkut_desk.stations.devices.commands import MakePlace
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.stations.containers.forms import WeighCard
from serkut_desk.ui.stations.containers.panel import ContainersPanel, Mode
from ui import cut, screens, walk

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.stations.containers.queries import ContainerLine
    from ui.window_kit import Window


def panel(window: Window) -> ContainersPanel:
    found = window.shell.panel
    assert isinstance(found, ContainersPanel)
    return found


def words(window: Window) -> str:
    shown = window.shell.findChildren(QLabel)
    return " | ".join(one.text() for one in shown if one.isVisible() and one.text())


def says(window: Window, *texts: str) -> None:
    window.bot.waitUntil(lambda: all(text in words(window) for text in texts))


def enter(window: Window, *, maker: bool = False, language: str = "en") -> None:
    window.speak(language)
    if maker:
        window.maker()
    else:
        window.supervisor()
    window.shell.open("containers")
    window.settle()


def write(window: Window, weight: str = "", **values: str) -> None:
    form = panel(window).questions.form
    assert form is not None
    for name, value in values.items():
        field = form.fields[name]
        if isinstance(field, ChoiceField):
            field.choose(value)
        else:
            assert isinstance(field, TextField)
            field.set_text(value)
    if weight:
        assert isinstance(form, WeighCard)
        form.weight.field.set_text(weight)


def box(window: Window, code: str) -> ContainerLine:
    return queries.page(window.workshop.desk, window.workshop.worker, code).container


def test_a_maker_opens_fills_and_seals_one_by_scan(window: Window) -> None:
    memory, heavy = part(window.workshop, 345), part(window.workshop)
    enter(window, maker=True)
    says(window, "No containers yet", "Scan a container's label")
    window.press(Qt.Key.Key_F2)
    write(window, weight="1200", fraction="battery_nimh", name="Laatikko 3")
    # Enter saves nothing.
    window.press(Qt.Key.Key_Return)
    assert queries.wall(window.workshop.desk, window.workshop.worker) == ()
    window.press(Qt.Key.Key_F10)
    says(window, "NiMH batteries · Laatikko 3", "Pack it so:")
    (line,) = queries.wall(window.workshop.desk, window.workshop.worker)
    window.settle()
    window.scan(line.code)
    says(window, "Pack it so:", "Tape the poles.", "It is empty")
    window.scan(memory)
    says(window, "now 345")
    # What nobody weighed is asked for.
    window.scan(heavy)
    window.bot.waitUntil(lambda: panel(window).questions.form is not None)
    write(window, weight="655")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: box(window, line.code).inside_g == 1000)
    window.settle()
    window.press(Qt.Key.Key_F9)
    window.bot.waitUntil(lambda: box(window, line.code).inside_g == 345)
    window.settle()
    window.press(Qt.Key.Key_F5)
    window.bot.waitUntil(lambda: panel(window).questions.form is not None)
    window.scan("S-7788")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: box(window, line.code).state == "sealed")
    assert box(window, line.code).seal == "S-7788"
    window.settle()
    # No shipping for makers.
    assert {action.key for action in panel(window).function_keys()} == {"F2", "F4"}


def test_a_scan_without_a_container_says_what_comes_first(window: Window) -> None:
    memory = part(window.workshop, 345)
    enter(window, maker=True)
    window.scan(memory)
    says(window, "Scan a container first")
    device, code = on_bench(window.workshop), container(window.workshop)
    window.scan(code)
    window.settle()
    window.scan(device.code)
    says(window, "taken apart and weighed piece by piece")
    assert box(window, code).inside_g == 0


def test_a_full_container_refuses_and_a_shelf_moves_it(window: Window) -> None:
    shop = window.workshop
    code = container(shop, limit_g=500)
    place = shop.desk.do(shop.first, MakePlace("Piha"))
    memory = part(shop, 501)
    enter(window, maker=True)
    window.scan(code)
    window.settle()
    window.scan(memory)
    says(window, "takes no more")
    assert lines(shop, code) == []
    window.scan(place.code)
    window.bot.waitUntil(lambda: box(window, code).place == "Piha")
    window.settle()


def test_two_scans_and_one_key_merge_two(window: Window) -> None:
    shop = window.workshop
    one, two = container(shop), container(shop)
    fill(shop, one, 300)
    enter(window, maker=True)
    window.scan(one)
    window.settle()
    window.press(Qt.Key.Key_F6)
    says(window, "Scan the container that takes it")
    assert panel(window).half_done
    window.scan(two)
    says(window, "Empty AS 1 into AS 2?")
    assert box(window, two).inside_g == 0
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: box(window, two).inside_g == 300)
    window.settle()
    says(window, "AS 1 was emptied into AS 2")
    assert box(window, one).state == "merged"


def test_a_merge_is_left_by_escape(window: Window) -> None:
    code = container(window.workshop)
    fill(window.workshop, code)
    enter(window, maker=True)
    window.scan(code)
    window.settle()
    window.press(Qt.Key.Key_F6)
    assert panel(window).chips()
    window.press(Qt.Key.Key_Escape)
    assert not panel(window).half_done
    assert box(window, code).state == "open"


def test_a_supervisor_weighs_out_ships_and_gets_the_packing_list(window: Window) -> None:
    shop = window.workshop
    code = container(shop, "battery_nicd")
    fill(shop, code, 500)
    sealed(shop, code)
    enter(window)
    window.scan(code)
    window.settle()
    window.press(Qt.Key.Key_F5)
    window.bot.waitUntil(lambda: panel(window).questions.form is not None)
    write(window, weight=str(TARE_G + 493))
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: box(window, code).gross_g == TARE_G + 493)
    window.settle()
    says(window, "Against the records: -7")
    window.press(Qt.Key.Key_F3)
    assert panel(window).mode is Mode.SHIPMENTS
    window.scan(code)
    says(window, "Choose an open shipment first")
    window.press(Qt.Key.Key_F2)
    write(window, recycler="Kierrätys Oy", vehicle="abc-1")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: bool(queries.shipments(shop.desk, shop.first)))
    window.settle()
    window.scan(code)
    window.bot.waitUntil(lambda: box(window, code).shipment == 1)
    window.settle()
    window.press(Qt.Key.Key_F6)
    window.scan(code)
    window.bot.waitUntil(lambda: box(window, code).shipment is None)
    window.settle()
    window.scan(code)
    window.bot.waitUntil(lambda: box(window, code).shipment == 1)
    window.settle()
    window.press(Qt.Key.Key_F10)
    says(window, "This is not undone.")
    window.press(Qt.Key.Key_F10)
    says(window, "Packing list PK-1", "make the transfer document")
    window.press(Qt.Key.Key_F9)
    window.settle()
    assert box(window, code).state == "shipped"
    says(window, "PK-1")


def test_limits_seals_and_recyclers_codes_are_a_supervisors(window: Window) -> None:
    shop = window.workshop
    code = container(shop)
    fill(shop, code, 500)
    enter(window)
    window.scan(code)
    window.settle()
    window.press(Qt.Key.Key_F7)
    write(window, limit_kg="kaksi")
    window.press(Qt.Key.Key_F10)
    says(window, "Write whole numbers.")
    write(window, limit_kg="2", limit_days="10")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: box(window, code).limit_g == 2000)
    window.settle()
    window.press(Qt.Key.Key_F9)
    write(window, reason="väärä astia")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: box(window, code).inside_g == 0)
    window.settle()
    window.press(Qt.Key.Key_F3)
    window.press(Qt.Key.Key_F8)
    write(window, recycler="Kierrätys Oy", fraction="aluminium", code="AL-1")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert queries.recyclers(shop.desk, shop.first) == {"Kierrätys Oy": {"aluminium": "AL-1"}}
    window.press(Qt.Key.Key_F3)
    assert panel(window).mode is Mode.WALL


def test_the_home_view_leads_to_what_is_over(window: Window) -> None:
    shop = window.workshop
    container(shop)
    late = container(shop, "ferrous", limit_days=3)
    fill(shop, late)
    shop.clock.tick(days=5)
    enter(window, maker=True)
    panel(window).show_queue(Queue.CONTAINERS_OVER.value)
    says(window, "Its time is over", "2 days over")
    assert panel(window).park()["box"] == late
    window.settle()


def yard(workshop: Workshop) -> list[str]:
    """Fill the house with containers at every step."""
    made = []
    for fraction, weight, limit, place in (
        ("circuit_boards", 12_400, 25, "Purku 1"),
        ("circuit_boards", 23_100, 25, "Purku 1"),
        ("copper_cables", 31_000, 100, "Purku 2"),
        ("ferrous", 212_000, 400, "Piha"),
        ("plastics_bfr", 4_200, 120, "Purku 2"),
        ("ccfl_lamps", 850, 5, "Palokaappi"),
        ("battery_lithium", 8_402, 25, "Palokaappi"),
        ("battery_lithium_damaged", 1_214, 10, "Palokaappi"),
        ("power_supplies", 0, 200, "Purku 2"),
    ):
        opened = OpenContainer(
            fraction,
            grams(TARE_G),
            "Tynnyri" if "battery" in fraction else "",
            place,
            limit_g=limit * 1000,
        )
        code = workshop.desk.do(workshop.worker, opened).container
        for share in (weight // 3, weight - weight // 3):
            if share:
                fill(workshop, code, share)
        made.append(code)
    workshop.clock.tick(days=26)
    boss = replace(workshop.first, pin_at=workshop.clock.now())
    workshop.first = boss
    for code, net in ((made[3], 212_006), (made[4], 4_195)):
        sealed(workshop, code, TARE_G + net)
    number = workshop.desk.do(boss, OpenShipment("Esimerkin kierrätys Oy", "ABC-123")).shipment
    workshop.desk.do(boss, SetRecyclerCode("Esimerkin kierrätys Oy", "ferrous", "FE-1"))
    for code in made[3:5]:
        workshop.desk.do(boss, AddToShipment(number, code))
    workshop.desk.do(boss, MoveContainer(made[0], "Purku 3"))
    return made


@pytest.mark.parametrize("language", ["fi", "en"])
def test_pictures(window: Window, language: str) -> None:
    made = yard(window.workshop)
    enter(window, language=language)
    for name, code in (("wall", made[1]), ("hazard", made[7]), ("sealed", made[3])):
        window.scan(code)
        window.settle()
        for size in screens.SIZES:
            assert screens.save(window.shell, f"containers-{name}-{language}", size).exists()
            cut.check(window.shell)
    walk.check(window.shell)
    window.press(Qt.Key.Key_F2)
    for size in screens.SIZES:
        assert screens.save(window.shell, f"containers-open-{language}", size).exists()
        cut.check(window.shell)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F3)
    window.settle()
    for size in screens.SIZES:
        assert screens.save(window.shell, f"containers-shipments-{language}", size).exists()
        cut.check(window.shell)
    walk.check(window.shell)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_maker_pictures(window: Window, language: str) -> None:
    made = yard(window.workshop)
    enter(window, maker=True, language=language)
    for name, code in (("begin", ""), ("box", made[6])):
        if code:
            window.scan(code)
        window.settle()
        for size in screens.SIZES:
            assert screens.save(window.shell, f"containers-maker-{name}-{language}", size).exists()
            cut.check(window.shell)
    walk.check(window.shell)
