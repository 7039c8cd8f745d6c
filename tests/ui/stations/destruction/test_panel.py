"""A box of disks is destroyed at the real window: labels, container, weight, photograph, badges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from boxes import container
from pictures import jpeg
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.next_steps import Step
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.stations.wiping.commands import DecideNextStep
from serkut_desk.ui.stations.destruction.panel import DestructionPanel
from stations.wiping.loose import Bench
from ui import cut, screens, walk

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.devices import StorageMedium
    from ui.window_kit import Window


def prepared(bench: Bench) -> list[StorageMedium]:
    """Return three loose disks; a supervisor decided that the last one, which failed, goes."""
    found = []
    for number in (1, 2, 3):
        device = bench.device(serial=f"PC-{number}")
        bench.declare(device, f"WD-WX61AA81X{number}QA", MediumKind.SSD)
        found.append(bench.out(device))
    bench.wipe(found[-1], status="-FAILED-")
    step = DecideNextStep(f"#{found[-1].id}", Step.DESTROY, SanitisationTechnique.DESTROY_SHRED)
    bench.workshop.desk.do(bench.boss, step)
    return found


def panel(window: Window) -> DestructionPanel:
    found = window.shell.panel
    assert isinstance(found, DestructionPanel)
    return found


def pictures(window: Window, name: str) -> None:
    for size in screens.SIZES:
        assert screens.save(window.shell, f"destruction-{name}-fi", size).exists()
        cut.check(window.shell)


def test_a_box_of_disks_in_one_act(window: Window, tmp_path: Path) -> None:
    bench = Bench(window.workshop, tmp_path)
    media = prepared(bench)
    first, second = window.workshop.worker.person, window.workshop.other.person
    box = container(window.workshop, "data_media")
    window.maker()
    window.shell.open("destruction")
    window.settle()
    pictures(window, "begin")
    for one in (*media[:2], media[0]):
        window.scan(one.code or "")
        window.settle()
    window.press(Qt.Key.Key_F5)
    window.press(Qt.Key.Key_F10)
    assert panel(window).card is None, "nobody said with what"
    window.scan(box)
    how = panel(window)._how
    how.set_told("destroy_shred", "", "Silppuri 1")
    how.weight.field.set_text("310")
    how.photos.take(jpeg())
    window.bot.waitUntil(lambda: panel(window)._how.told.photo is not None)
    window.press(Qt.Key.Key_F10)
    card = panel(window).card
    assert card is not None
    assert media[0].serial in card.warning.text(), "nobody said how fine the pieces are"
    window.press(Qt.Key.Key_F9)
    how.set_told("destroy_shred", "E-5", "Silppuri 1")
    pictures(window, "filled")
    walk.check(window.shell)
    window.press(Qt.Key.Key_F10)
    card = panel(window).card
    assert card is not None
    assert not card.warning.text()
    late = answered_late(window, bench)
    window.scan(first)
    window.scan(first)
    window.press(Qt.Key.Key_F10)
    assert panel(window).card is card, "the same badge twice is one person"
    window.scan(second)
    pictures(window, "two")
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: panel(window).card is None)
    assert {bench.again(one).state for one in media} == {MediumState.UNAPPROVED}
    with window.workshop.desk.database.reading() as work:
        done = work.destructions.newest(1)[0]
        lines = work.containers.lines.standing(done.container_id or 0)
        assert sum(line.weight_g for line in lines) == done.weight_g == 310
        assert {done.first_by, done.second_by} == {first, second}
        assert not work.next_steps.waiting(Step.DESTROY, 9)
    assert bench.again(late).state == MediumState.NOT_WIPED
    assert list(panel(window)._chosen) == [late.id]
    nothing_is_left(window)


def answered_late(window: Window, bench: Bench) -> StorageMedium:
    """Return a disk that comes onto the list when the two are being asked about the others."""
    device = bench.device(serial="PC-4")
    bench.declare(device, "WD-WX61AA81X4QA", MediumKind.SSD)
    medium = bench.out(device)
    panel(window)._ask(f"#{medium.id}")
    window.settle()
    return medium


def nothing_is_left(window: Window) -> None:
    """Put everything away: a photograph of these pieces must not show the next ones."""
    photos = panel(window)._how.photos
    photos.take(jpeg())
    window.bot.waitUntil(lambda: panel(window)._how.told.photo is not None)
    # The same one again is not another, and that is said.
    photos.take(jpeg())
    window.bot.waitUntil(lambda: "on jo" in window.notice or "already" in window.notice)
    assert photos.count == 1
    panel(window).cancel()
    assert not panel(window).half_done
    assert panel(window)._how.told.photo is None
