"""The handover screen with scanner keys: each channel, refusals, what is parked and comes back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from serkut_desk.domain.channels import Channel
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.stations.handover import queries
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.stations.handover.forms import ArticleCard
from serkut_desk.ui.theme import Tone
from ui.stations.handover.kit import (
    answer,
    begin,
    completed,
    open_handover,
    panel_of,
    press,
    scan,
    settle,
    till_of,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

    from stations.handover.till import Till
    from ui.window_kit import Window

F = Qt.Key


@pytest.fixture
def till(window: Window, tmp_path: Path) -> Till:
    return till_of(window, tmp_path)


def test_a_laptop_goes_by_commitment(window: Window, till: Till) -> None:
    laptop = till.laptop()
    panel = open_handover(window)
    begin(window, F.Key_F2)
    scan(window, laptop.code)
    assert answer(window).tone is Tone.GOOD
    press(window, F.Key_F10)
    assert "Hand over" in window.notice, "it says why not, and nothing is handed over"
    write(
        window,
        number="MS-2026-118834",
        unit="Kallion toimisto",
        limit_cents="150",
        valid_until="30.11.2026",
    )
    press(window, F.Key_F3)
    # What is complete folds into one line by the same key that opens it again.
    assert panel.pages.basket is not None
    terms = panel.pages.basket._forms[0]
    shown = []
    for _ in range(2):
        press(window, F.Key_F2)
        shown.append(terms.is_open)
    assert shown == [False, True]
    # What is half written is told by it; what is wrong does not fold away.
    terms.fields["limit_cents"].edit.setText("paljon")
    press(window, F.Key_F2)
    assert (terms.is_wrong, [terms.is_open]) == (True, [True])
    write(window, limit_cents="150")
    press(window, F.Key_F5)
    assert isinstance(window.shell._layers.top, ArticleCard)
    press(window, F.Key_F2, F.Key_F10)
    done = completed(window)
    assert done.channel is Channel.COMMITMENT
    assert (done.totals.total_cents, len(done.lines)) == (10_000, 2)
    assert panel.pages.done is not None
    assert "100,00" in panel.pages.done.said
    assert till.look(laptop).state is DeviceState.LEFT
    press(window, F.Key_F10)
    assert panel.pages.start is not None, "the next customer by one key"


def test_a_course_certificate_buys_one_for_a_euro(window: Window, till: Till) -> None:
    monitor = till.monitor()
    panel = open_handover(window)
    begin(window, F.Key_F3)
    scan(window, monitor.code)
    write(window, certificate="DK-2026-77")
    press(window, F.Key_F3, F.Key_F10)
    done = completed(window)
    assert (done.channel, done.totals.total_cents) == (Channel.COURSE, 100)
    assert done.terms.certificate == "DK-2026-77"
    press(window, F.Key_F10)
    begin(window, F.Key_F3)
    scan(window, till.monitor().code)
    write(window, certificate="DK-2026-77")
    press(window, F.Key_F3, F.Key_F10)
    assert panel.pages.basket is not None, "a certificate is used once"


def test_twenty_five_are_packed_by_scan(window: Window, till: Till) -> None:
    devices = [till.monitor() for _ in range(25)]
    panel = open_handover(window)
    begin(window, F.Key_F5)
    write(window, receiver="Digitaidot ry", business_id="0201256-6")
    for number, device in enumerate(devices[:24], 1):
        window.scan(device.code)
        if number % 8 == 0:
            settle(window)
            assert panel._side.answer.counted == f"{number} / {number}"
    scan(window, devices[4].code)
    assert answer(window).tone is Tone.ATTENTION
    assert "there already" in answer(window).said
    assert panel._side.answer.counted == "24 / 24"
    scan(window, devices[24].serial)
    assert answer(window).tone is Tone.ATTENTION, "its own label is still to be scanned"
    assert panel._side.answer.counted == "24 / 25"
    press(window, F.Key_F10)
    assert panel.pages.basket is not None
    scan(window, devices[24].code)
    assert "right label" in answer(window).said
    press(window, F.Key_F10)
    done = completed(window)
    assert [paper.kind for paper in done.papers][:2] == ["delivery_note", "invoice"]
    assert sum(1 for line in done.lines if line.device) == 25


def test_a_workstation_goes_to_its_place(window: Window, till: Till) -> None:
    monitor = till.monitor()
    open_handover(window)
    begin(window, F.Key_F6)
    scan(window, monitor.code)
    write(
        window,
        place="Kallion kirjasto",
        installed_on="24.11.2026",
        configuration="Linux Mint 22",
        next_service="1.5.2027",
    )
    press(window, F.Key_F10)
    done = completed(window)
    assert (done.channel, done.totals.total_cents) == (Channel.WORKSTATION, 0)
    assert done.terms.place == "Kallion kirjasto"


def test_a_sale_with_discount_in_cash(window: Window, till: Till) -> None:
    panel = open_handover(window)
    begin(window, F.Key_F7)
    scan(window, till.monitor().code)
    press(window, F.Key_F6)
    form = panel.questions.form
    assert form is not None
    form.fields["amount"].set_text("12 kiloa")  # type: ignore[union-attr]  # a line of text
    form.fields["reason"].set_text("naarmu kannessa")  # type: ignore[union-attr]  # as above
    form.send()
    assert form.said, "what cannot be read is said on the card"
    form.fields["amount"].set_text("1,03")  # type: ignore[union-attr]  # as above
    form.send()
    settle(window)
    assert panel.questions.form is None
    press(window, F.Key_F8)
    card = panel.pages.basket
    assert card is not None
    assert card.payment == "cash"
    card._paid[card.payment].set_text("50")
    press(window, F.Key_F10)
    done = completed(window)
    assert (done.totals.total_cents, done.rounding_cents) == (2897, -2)
    assert panel.pages.done is not None
    assert "28,95" in panel.pages.done.said
    assert "21,05" in panel.pages.done.said, "what to give back"


def test_a_device_that_may_not_leave_is_answered(window: Window, till: Till) -> None:
    dirty = till.device("PF9DIRTY")
    panel = open_handover(window)
    begin(window, F.Key_F7)
    heard: list[Tone] = []
    panel.heard.connect(heard.append)
    scan(window, dirty.code)
    assert answer(window).tone is Tone.STOP
    assert heard == [Tone.STOP]
    assert panel._refused_one is not None
    assert panel._refused_one.gates
    assert all(gate.next for gate in panel._refused_one.gates), "each says what to do"
    assert panel._view is not None
    assert not panel._view.lines
    scan(window, "EI TALLAISTA OLE")
    assert answer(window).tone is Tone.STOP
    scan(window, make_code(CodeKind.CERTIFICATE, 1))
    assert answer(window).tone is Tone.ATTENTION, "a certificate does not go into a basket"
    assert panel_of(window) is panel


def test_without_a_seller_nothing_is_sold(window: Window, tmp_path: Path) -> None:
    till = till_of(window, tmp_path, seller=False)
    panel = open_handover(window)
    begin(window, F.Key_F7)
    scan(window, till.monitor().code)
    press(window, F.Key_F10)
    assert panel.pages.basket is not None
    main = next(one for one in panel.function_keys() if one.key == "F10")
    assert not main.enabled
    assert main.reason


def test_half_done_work_comes_back_with_the_person(window: Window, till: Till) -> None:
    monitor = till.monitor()
    open_handover(window)
    begin(window, F.Key_F2)
    write(window, number="MS-1", unit="Kallio")
    scan(window, monitor.code)
    press(window, F.Key_F3)
    window.maker()
    window.supervisor()
    window.shell.open("handover")
    settle(window)
    panel = panel_of(window)
    assert panel.pages.basket is not None
    # Nothing is kept of what was seen: whoever goes on looks at the papers again.
    assert not panel.pages.basket.seen
    assert panel.pages.basket.field("number").text == "MS-1"
    assert panel._view is not None
    assert [line.device for line in panel._view.lines] == [monitor.code]


def test_a_basket_is_left_and_found_again(window: Window, till: Till) -> None:
    monitor = till.monitor()
    panel = open_handover(window)
    begin(window, F.Key_F7)
    scan(window, monitor.code)
    code = panel._presenter.handover
    press(window, F.Key_F11)
    assert panel.pages.start is not None
    listed = queries.open_baskets(window.workshop.desk, till.boss)
    assert [one.handover for one in listed] == [code]
    scan(window, code)
    assert panel.pages.basket is not None, "by its label"
    press(window, F.Key_F11)
    panel.pages.start.chosen.emit(code)
    settle(window)
    assert panel.pages.basket is not None, "from the list"


def test_a_scan_before_the_channel_waits(window: Window, till: Till) -> None:
    one, two = till.monitor(), till.monitor()
    panel = open_handover(window)
    scan(window, one.code, two.code, one.code)
    assert panel.pages.start is not None
    assert answer(window).tone is Tone.ATTENTION
    begin(window, F.Key_F5)
    assert panel._view is not None
    assert [line.device for line in panel._view.lines] == [one.code, two.code]


def test_a_label_scanned_into_a_field_goes_into_the_basket(window: Window, till: Till) -> None:
    monitor = till.monitor()
    panel = open_handover(window)
    begin(window, F.Key_F2)
    card = panel.pages.basket
    assert card is not None
    window.shell.activateWindow()
    field = card.field("number")
    field.setFocus()
    window.bot.waitUntil(field.edit.hasFocus)
    QTest.keyClicks(field.edit, f"MS-7{monitor.code}")
    QTest.keyClick(field.edit, F.Key_Return)
    settle(window)
    assert panel._view is not None
    assert [line.device for line in panel._view.lines] == [monitor.code]
    assert panel._view.terms.number == "MS-7"


def test_f10_takes_what_is_being_written(window: Window, till: Till) -> None:
    panel = open_handover(window)
    begin(window, F.Key_F5)
    scan(window, till.monitor().code)
    write(window, business_id="0201256-6")
    card = panel.pages.basket
    assert card is not None
    window.shell.activateWindow()
    field = card.field("receiver")
    field.setFocus()
    window.bot.waitUntil(field.edit.hasFocus)
    QTest.keyClicks(field.edit, "Digitaidot ry")
    QTest.keyClick(field.edit, F.Key_F10)
    settle(window)
    assert completed(window).terms.receiver == "Digitaidot ry"


def test_what_cannot_be_read_is_said_at_its_field(window: Window, till: Till) -> None:
    del till
    panel = open_handover(window)
    begin(window, F.Key_F2)
    write(window, valid_until="ensi viikolla", limit_cents="paljon", number="MS-1")
    card = panel.pages.basket
    assert card is not None
    assert card.field("valid_until").text == "ensi viikolla"
    assert card.field("valid_until").edit.accessibleDescription()
    assert panel._view is not None
    assert panel._view.terms.number == "MS-1"
    assert panel._view.terms.valid_until is None


def test_letters_digits_and_enter_complete_nothing(window: Window, till: Till) -> None:
    panel = open_handover(window)
    begin(window, F.Key_F7)
    scan(window, till.monitor().code)
    for text in ("", "10", "k", "F10"):
        scan(window, text)
    assert panel.pages.basket is not None


def test_cancelling_asks_first(window: Window, till: Till) -> None:
    monitor = till.monitor()
    panel = open_handover(window)
    begin(window, F.Key_F7)
    press(window, F.Key_Escape)
    assert panel.pages.start is not None, "an empty basket is worth no question"
    begin(window, F.Key_F7)
    scan(window, monitor.code)
    press(window, F.Key_F9)
    assert isinstance(window.shell._layers.top, AskCard)
    press(window, F.Key_F9)
    assert panel.pages.basket is not None
    press(window, F.Key_F9, F.Key_F10)
    assert panel.pages.start is not None
    assert not queries.open_baskets(window.workshop.desk, till.boss)
    assert till.look(monitor).state is DeviceState.ON_SHELF


def test_a_basket_goes_another_way(window: Window, till: Till) -> None:
    monitor = till.monitor()
    panel = open_handover(window)
    begin(window, F.Key_F3)
    scan(window, monitor.code)
    press(window, F.Key_F9, F.Key_F2, F.Key_F6)
    assert panel._view is not None
    assert panel._view.channel is Channel.SALE
    assert [line.device for line in panel._view.lines] == [monitor.code]
    assert panel.pages.basket is not None
    assert panel.pages.basket.channel is Channel.SALE
    press(window, F.Key_F10)
    assert completed(window).totals.total_cents == 3000


def test_a_line_is_removed(window: Window, till: Till) -> None:
    one, two = till.monitor(), till.monitor()
    panel = open_handover(window)
    begin(window, F.Key_F7)
    scan(window, one.code, two.code)
    press(window, F.Key_F7)
    assert panel._view is not None
    assert [line.device for line in panel._view.lines] == [one.code]


def test_an_old_handover_is_printed_as_a_copy(window: Window, till: Till) -> None:
    basket = till.basket(till.monitor())
    till.complete(basket)
    panel = open_handover(window)
    press(window, F.Key_F10)
    assert panel.pages.start is not None, "no row is chosen yet"
    scan(window, basket)
    assert completed(window).papers
    press(window, F.Key_F2)
    copies = list(window.workshop.desk.folder.papers.glob("KU-1*"))
    assert copies, "a marked copy was made"


def test_a_receipt_opens_its_handover(window: Window, till: Till) -> None:
    monitor = till.monitor()
    basket = till.basket(monitor)
    till.complete(basket)
    panel = open_handover(window)
    scan(window, "KU-1")
    assert completed(window).handover == basket
    press(window, F.Key_F10)
    scan(window, "KU-77")
    assert panel.pages.start is not None, "no such receipt: it may be a serial number"
    assert "scan waits" in answer(window).said


def test_who_may_not_hand_over_is_told_who_can(window: Window, till: Till) -> None:
    panel = open_handover(window)
    begin(window, F.Key_F7)
    person = panel.person
    assert person is not None
    panel.set_person(replace(person, permissions=frozenset({"search"})))
    words = " ".join(one.text() for one in panel.findChildren(QLabel) if one.isVisibleTo(panel))
    assert "supervisor" in words
    assert not panel.scanned(till.monitor().code)
    assert not panel.function_keys()
