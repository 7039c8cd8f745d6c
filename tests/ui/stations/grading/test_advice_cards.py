"""The advice at the real window: four cards, the advised one framed and named, chosen by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from factories import make_device
from serkut_desk.domain.advice import Way
from serkut_desk.domain.checklist import Result
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.stations.grading.graded_page import GradedPage
from stations.grading.graded import grade
from ui import cut, screens, walk
from ui.stations.grading.test_panel import found, open_grading

if TYPE_CHECKING:
    from serkut_desk.ui.stations.grading.advice_cards import AdviceCards
    from serkut_desk.ui.stations.grading.panel import GradingPanel
    from ui.window_kit import Window


def cards_of(panel: GradingPanel) -> AdviceCards:
    (page,) = panel.findChildren(GradedPage)
    assert page.cards is not None
    return page.cards


def open_graded(window: Window, **given: Result) -> tuple[str, GradingPanel]:
    device = make_device(window.workshop).code
    grade(window.workshop, device, **given)
    window.supervisor()
    window.shell.set_language("fi")
    window.settle()
    return device, open_grading(window, device)


@pytest.mark.parametrize("given", [{}, {"even": Result.FAIL}, {"power_on": Result.FAIL}])
def test_nothing_of_the_four_cards_is_cut(window: Window, given: dict[str, Result]) -> None:
    _device, panel = open_graded(window, **given)
    (page,) = panel.findChildren(GradedPage)
    cards = cards_of(panel).cards
    assert list(cards) == list(Way)
    for size in screens.SIZES:
        screens.save(window.shell, "grading-advice-" + "-".join(given or ["works"]), size)
        cut.check(page)
        for one in cards.values():
            assert one.visibleRegion().boundingRect() == one.rect(), "seen whole"
    walk.check(window.shell)


def test_the_advised_way_is_framed_and_named(window: Window) -> None:
    _device, panel = open_graded(window, even=Result.FAIL)
    cards = cards_of(panel).cards
    advised = [way for way, one in cards.items() if one.property("advised") == "true"]
    assert advised == [Way.REPAIR]
    assert [way for way, one in cards.items() if one.findChildren(Pill)] == [Way.REPAIR]
    assert cards[Way.REPAIR].accessibleName() == "Suositus: Korjaukseen F3"
    assert "145,00" in cards[Way.REPAIR].accessibleDescription()
    assert not cards[Way.SHELF].isEnabled()


def test_a_harvest_is_chosen_by_its_key_with_a_reason(window: Window) -> None:
    device, panel = open_graded(window, even=Result.FAIL)
    assert {action.key for action in panel.function_keys()} >= {"F2", "F3", "F5", "F8"}
    window.press(Qt.Key.Key_F8)
    window.press(Qt.Key.Key_F2)  # parts are needed elsewhere
    window.settle()
    look = found(window, device)
    assert look.decision is not None
    assert (look.decision.plan, look.decision.advised) == (Way.HARVEST, Way.REPAIR)
    assert look.decision.reason == "Osia tarvitaan muihin laitteisiin"


def test_a_card_is_tapped_and_enter_chooses_nothing(window: Window) -> None:
    device, panel = open_graded(window)
    card = cards_of(panel).cards[Way.SHELF]
    card.setFocus()
    for _ in range(2):
        window.press(Qt.Key.Key_Return)
    assert found(window, device).decision is None
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    window.press(Qt.Key.Key_F2)
    window.settle()
    decision = found(window, device).decision
    assert decision is not None
    assert decision.plan is Way.SHELF


def test_a_maker_sees_no_advice_and_prints_by_f8(window: Window) -> None:
    device = make_device(window.workshop, type="monitor").code
    grade(window.workshop, device)
    window.maker()
    panel = open_grading(window, device)
    (page,) = panel.findChildren(GradedPage)
    assert page.cards is None
    assert "F8" in {action.key for action in panel.function_keys()}
    assert found(window, device).state is DeviceState.WAITING_DECISION
