"""Pictures of the grading screen for people's eyes, in Finnish."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from factories import make_device
from serkut_desk.domain.advice import Way
from serkut_desk.domain.checklist import Result
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.stations.grading.commands import AnswerCheck, Decide
from stations.grading.graded import grade
from ui import screens, walk
from ui.stations.grading.test_panel import YES, go_to, open_grading, walk_of

if TYPE_CHECKING:
    from ui.window_kit import Window


def save(window: Window, name: str) -> None:
    for size in screens.SIZES:
        assert screens.save(window.shell, f"grading-{name}-fi", size).exists()


def speak_finnish(window: Window) -> None:
    window.shell.set_language("fi")
    window.settle()


@pytest.mark.parametrize("who", ["maker", "supervisor"])
def test_pictures_of_an_inspection(window: Window, who: str) -> None:
    device = make_device(window.workshop, model="ThinkPad T480").code
    window.maker() if who == "maker" else window.supervisor()
    speak_finnish(window)
    open_grading(window)
    save(window, f"{who}-first")
    panel = open_grading(window, device)
    for _ in range(5):
        window.press(YES)
    save(window, f"{who}-check")
    go_to(window, panel, "surfaces")
    window.press(Qt.Key.Key_F3)
    save(window, f"{who}-zone")
    for _ in range(4):
        window.press(YES)
    save(window, f"{who}-zones")
    go_to(window, panel, "battery_percent")
    window.press(Qt.Key.Key_F8)
    save(window, f"{who}-measure")
    go_to(window, panel, "video")
    window.press(Qt.Key.Key_F5)
    save(window, f"{who}-why-not")
    window.press(Qt.Key.Key_F9)
    go_to(window, panel, "touch")
    save(window, f"{who}-four")
    go_to(window, panel, "keys")
    save(window, f"{who}-keys")
    assert walk_of(panel).answered


@pytest.mark.parametrize("who", ["maker", "supervisor"])
def test_pictures_of_a_grade(window: Window, who: str) -> None:
    workshop = window.workshop
    device = make_device(workshop, type="monitor", manufacturer="Dell", model="P2419H").code
    grade(workshop, device, speakers=Result.FAIL, owner_marks=Result.FAIL)
    window.maker() if who == "maker" else window.supervisor()
    speak_finnish(window)
    panel = open_grading(window, device)
    save(window, f"{who}-graded")
    if who == "supervisor":
        window.press(Qt.Key.Key_F2)
        save(window, "supervisor-why-shelf")
        window.press(Qt.Key.Key_F2)
        window.settle()
        save(window, "supervisor-decided")
    assert panel.look is not None


def test_pictures_of_the_queues(window: Window) -> None:
    workshop = window.workshop
    for number in range(7):
        device = make_device(workshop, type="monitor", manufacturer="Dell", model=f"P24{number}H")
        if number == 0:
            workshop.desk.do(workshop.worker, AnswerCheck(device.code, "cord", Result.PASS))
        if number > 3:
            grade(workshop, device.code, even=Result.FAIL if number > 5 else Result.PASS)
        if number == 6:
            workshop.desk.do(workshop.first, Decide(device.code, Outcome.REPAIR, "Taustavalo"))
    window.supervisor()
    speak_finnish(window)
    open_grading(window)
    save(window, "queue")
    window.press(Qt.Key.Key_F7)
    save(window, "queue-decide")
    window.press(Qt.Key.Key_F7)
    save(window, "queue-empty")


def test_a_picture_of_what_may_not_be_graded(window: Window) -> None:
    workshop = window.workshop
    device = make_device(workshop).code
    workshop.desk.do(workshop.worker, AnswerCheck(device, "battery_flat", Result.FAIL))
    window.maker()
    speak_finnish(window)
    open_grading(window, device)
    save(window, "stopped")


def test_pictures_of_an_advice(window: Window) -> None:
    workshop = window.workshop
    device = make_device(workshop, model="ThinkPad T480").code
    grade(workshop, device, spots=Result.FAIL, even=Result.FAIL, speakers=Result.FAIL)
    window.supervisor()
    speak_finnish(window)
    panel = open_grading(window, device)
    save(window, "supervisor-advice")
    assert panel.look is not None
    assert panel.look.advice is not None
    assert panel.look.advice.advised is Way.REPAIR
    walk.check(window.shell)
