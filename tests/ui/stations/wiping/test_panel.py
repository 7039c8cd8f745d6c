"""Wiping at the real window: reports in, evidence, approval; what must not be ticked is not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

import factories
from serkut_desk.domain.data_state import CountSource, DataState
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.next_steps import Step
from serkut_desk.stations.wiping.queries import Group
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.stations.destruction.panel import DestructionPanel
from serkut_desk.ui.stations.wiping import wording
from serkut_desk.ui.stations.wiping.asking import ScanCard, WhoseCard
from serkut_desk.ui.stations.wiping.by_hand import RecordCard
from stations.wiping.logs import Drive, log
from ui.stations.wiping.station import clean, fill, open_wiping, shop_of

if TYPE_CHECKING:
    from serkut_desk.stations.wiping.queries import WaitingRow
    from serkut_desk.ui.stations.wiping.panel import WipingPanel
    from stations.wiping.shop import Shop
    from ui.window_kit import Window

LOGS = Path(__file__).resolve().parents[3] / "interchange" / "data" / "nwipe"


@pytest.fixture
def shop(window: Window, tmp_path: Path) -> Shop:
    return shop_of(window, tmp_path)


def _row(panel: WipingPanel, medium: str) -> WaitingRow:
    return next(row for row in panel._rows if row.medium == medium)


def _go(window: Window, panel: WipingPanel, medium: str) -> WaitingRow:
    row = _row(panel, medium)
    panel._go_to(row)
    window.settle()
    return row


def _open_card(panel: WipingPanel) -> object | None:
    """Return the card that is open now."""
    asks = panel.questions
    return asks.card or asks.approve_card or asks.import_card


def _tickable(panel: WipingPanel) -> set[str]:
    assert panel._board is not None
    return {row.medium for row in panel._board._rows if row.tickable}


def test_only_clean_media_can_be_ticked(window: Window, shop: Shop) -> None:
    fill(shop)
    window.supervisor()
    panel = open_wiping(window)
    assert _tickable(panel) == {"WD-WCC6Y5XH01", "WD-WCC6Y5XH02", "WD-WCC6Y5XH03"}
    assert panel._board is not None
    model = panel._board._model
    role = int(Qt.ItemDataRole.CheckStateRole)
    for at in range(model.rowCount()):
        model.setData(model.index(at, 0), Qt.CheckState.Checked, role)
    assert {row.medium for row in panel._board.ticked} == _tickable(panel)


def test_approve_ticked_with_count_and_how_it_is_known(window: Window, shop: Shop) -> None:
    devices = fill(shop)
    window.supervisor()
    panel = open_wiping(window)
    window.press(Qt.Key.Key_F2)
    window.press(Qt.Key.Key_F10)
    card = panel.questions.approve_card
    assert card is not None
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert panel.questions.approve_card is card, "nobody has said how the number is known"
    window.scan("3")
    window.press(Qt.Key.Key_F2)
    window.press(Qt.Key.Key_F10)
    window.settle()
    for name in ("clean", "clean2", "clean3"):
        assert shop.look(devices[name]).data_state is DataState.PROVEN
    assert shop.look(devices["ssd"]).data_state is DataState.NOT_WIPED
    ready = window.shell.findChildren(AskCard)[-1]
    assert any(action.key == "F10" for action in ready.function_keys())
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert type(window.shell.panel).__name__ == "CertificatesPanel"


def test_a_wrong_number_of_media_is_refused_and_nothing_is_approved(
    window: Window, shop: Shop
) -> None:
    device = clean(shop, 1)
    window.supervisor()
    panel = open_wiping(window)
    window.press(Qt.Key.Key_F2)
    window.press(Qt.Key.Key_F10)
    card = panel.questions.approve_card
    assert card is not None
    card._counters[device.code].value = 2
    card.choose_seen(CountSource.MODEL)
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert panel.questions.approve_card is card
    assert card._answer is not None
    assert shop.look(device).data_state is DataState.UNAPPROVED
    window.press(Qt.Key.Key_F9)
    assert _open_card(panel) is None


def test_an_old_pin_is_asked_again_before_approving(window: Window, shop: Shop) -> None:
    device = clean(shop, 1)
    window.supervisor()
    open_wiping(window)
    window.workshop.clock.tick(minutes=6)
    window.press(Qt.Key.Key_F2)
    window.press(Qt.Key.Key_F10)
    window.press(Qt.Key.Key_F2)
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert window.desk.confirming.pin_card is not None
    assert shop.look(device).data_state is DataState.UNAPPROVED
    window.scan("4711")
    window.settle()
    assert shop.look(device).data_state is DataState.PROVEN


def test_who_brought_it_in_waits_for_another_approver(window: Window, shop: Shop) -> None:
    device = shop.device("PF2ABC90")
    factories.make_medium(
        window.workshop, device, serial="WD-WCC9", kind=MediumKind.HDD, source=KindSource.SMARTCTL
    )
    path = shop.write(log(Drive("WD-WCC9"), host="PF2ABC90"))
    window.supervisor()
    panel = open_wiping(window)
    window.press(Qt.Key.Key_F5)
    card = panel.questions.import_card
    assert card is not None
    card.take([path])
    window.scan(window.workshop.worker.person)
    window.settle()
    window.press(Qt.Key.Key_F10)
    row = _go(window, panel, "WD-WCC9")
    assert row.situation.value == "other_approver"
    assert not _tickable(panel)
    assert "1" in window.notice
    reason = next(one.reason for one in panel.function_keys() if one.key == "F10")
    assert reason


def test_real_logs_come_in_and_every_file_has_its_fate(window: Window) -> None:
    window.supervisor()
    panel = open_wiping(window)
    window.press(Qt.Key.Key_F5)
    card = panel.questions.import_card
    assert card is not None
    card.take([LOGS])
    window.scan("no badge")
    assert panel.questions.import_card is card
    window.press(Qt.Key.Key_F7)
    window.settle()
    files = [path for path in LOGS.rglob("*") if path.is_file()]
    assert panel._reports == len(files)
    window.press(Qt.Key.Key_F10)
    assert _open_card(panel) is None
    assert panel._rows
    assert {row.group for row in panel._rows} == {Group.DECIDE}, "no device is recorded yet"


def test_an_import_that_is_stopped_saves_nothing(window: Window, shop: Shop) -> None:
    before = shop.entries()
    window.supervisor()
    panel = open_wiping(window)
    window.press(Qt.Key.Key_F5)
    card = panel.questions.import_card
    assert card is not None
    card.take([LOGS])
    window.press(Qt.Key.Key_F7)
    window.press(Qt.Key.Key_F9)
    window.settle()
    assert shop.entries() == before
    assert panel.questions.import_card is card, "it says that it was stopped"


def test_a_found_drive_is_accepted_with_its_kind(window: Window, shop: Shop) -> None:
    fill(shop)
    window.supervisor()
    panel = open_wiping(window)
    assert _go(window, panel, "WD-WX41A7850").situation.value == "proposed"
    window.press(Qt.Key.Key_F8)
    window.press(Qt.Key.Key_F2)
    window.settle()
    assert _row(panel, "WD-WX41A7850").situation.value != "proposed"


def test_a_drive_that_nobody_knows_is_recorded_in_the_scanned_device(
    window: Window, shop: Shop
) -> None:
    devices = fill(shop)
    window.supervisor()
    panel = open_wiping(window)
    row = _go(window, panel, "5YD3K0AA")
    assert row.device is None
    window.press(Qt.Key.Key_F8)
    window.settle()
    assert isinstance(panel.questions.card, WhoseCard)
    window.scan(devices["bare"].code)
    assert isinstance(window.shell._layers.top, PickCard)
    window.press(Qt.Key.Key_F2)
    window.settle()
    assert _row(panel, "5YD3K0AA").device == devices["bare"].code


def test_a_performer_is_named_afterwards(window: Window, shop: Shop) -> None:
    fill(shop)
    window.supervisor()
    panel = open_wiping(window)
    assert _go(window, panel, "WD-WX41A7820").situation.value == "performer_unknown"
    window.press(Qt.Key.Key_F8)
    assert isinstance(panel.questions.card, ScanCard)
    window.scan("nothing")
    window.scan(window.workshop.worker.person)
    window.settle()
    assert _open_card(panel) is None
    assert _row(panel, "WD-WX41A7820").situation.value == "other_approver"


def test_a_failure_is_decided_and_goes_to_the_bench_of_destruction(
    window: Window, shop: Shop
) -> None:
    fill(shop)
    window.supervisor()
    panel = open_wiping(window)
    row = _go(window, panel, "Z1D4K9PM")
    window.press(Qt.Key.Key_F8)
    window.settle()
    card = window.shell._layers.top
    assert isinstance(card, PickCard)
    destroy = next(one for one in card.function_keys() if one.icon == "hammer")
    destroy.run()
    window.settle()
    assert destroy.word in window.notice, "which way was taken is told, not only that one was"
    with window.workshop.desk.database.reading() as work:
        assert work.next_steps.waiting(Step.DESTROY, 9) == [row.medium_id]
    _go(window, panel, "Z1D4K9PM")
    assert panel._evidence is not None
    assert panel._evidence._inside is not None
    said = [one.text() for one in panel._evidence._inside.findChildren(QLabel)]
    assert f"Päätetty: {destroy.word}." in said, "no advice of before the decision leads"
    assert "Tekijä ottaa sen ensin pois. Sitten kaksi tekijää tuhoaa sen." in said
    keys = {one.key: one.word for one in panel._side_actions()}
    assert (keys["F7"], keys["F8"]) == ("Irrotettu", "Päätä uudelleen")
    assert [one.key for one in panel._side_actions() if one.main] == ["F7"]
    window.press(Qt.Key.Key_F11)
    window.settle()
    bench = window.shell.panel
    assert isinstance(bench, DestructionPanel)
    assert bench.half_done, "the medium lies there already"


def test_a_wipe_is_recorded_by_hand_with_its_file(
    window: Window, shop: Shop, tmp_path: Path
) -> None:
    fill(shop)
    window.supervisor()
    panel = open_wiping(window)
    _go(window, panel, "S3Z9NB0K812")
    window.press(Qt.Key.Key_F6)
    window.settle()
    card = panel.questions.card
    assert isinstance(card, RecordCard)
    assert card.reason()
    proof = tmp_path / "sanitize.txt"
    proof.write_text("sanitize done", encoding="utf-8")
    card.take_file(proof)
    for tick in card._ticks.values():
        tick.toggle()
    assert card.reason(), "the program is asked"
    card._tool.choose("hdparm")
    card._version.set_text("9.65")
    assert card.reason(), "why there is no report is asked"
    card._reason.set_text("raportti jäi tikulle")
    window.scan(window.workshop.worker.person)
    told = card.value()
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert _open_card(panel) is None
    row = _row(panel, "S3Z9NB0K812")
    assert row.technique == told.technique
    assert wording.level_word(row.reached, window.desk.hands.texts) != "-"


def test_an_approval_is_taken_back_with_a_reason(window: Window, shop: Shop) -> None:
    device = clean(shop, 1)
    shop.approve(device)
    window.supervisor()
    panel = open_wiping(window)
    window.scan(device.code)
    window.settle()
    window.press(Qt.Key.Key_F7)
    form = panel.questions.card
    assert isinstance(form, FormCard)
    form.fields["reason"].set_text("väärä levy")  # type: ignore[union-attr]  # it is a text
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert shop.look(device).data_state is DataState.UNAPPROVED


def test_a_maker_scans_a_device_and_its_disk(window: Window, shop: Shop) -> None:
    devices = fill(shop)
    window.maker()
    panel = open_wiping(window)
    assert panel._board is None
    window.scan(devices["bare"].code)
    window.settle()
    window.scan("WD-WXAA12345678")
    window.settle()
    asked = window.shell._layers.top
    assert isinstance(asked, PickCard)
    words = {one.word for one in asked.function_keys()}
    assert "Puhelin tai tabletti" not in words, "no laptop is a phone"
    window.press(Qt.Key.Key_F2)
    window.settle()
    media = shop.look(devices["bare"]).proofs
    assert [(one.medium.serial, one.medium.kind) for one in media] == [
        ("WD-WXAA12345678", MediumKind.HDD)
    ]
    assert not any(one.key == "F10" for one in panel.function_keys())
    window.scan(devices["failed"].code)
    window.settle()
    said = {one.text() for one in window.shell.findChildren(QLabel)}
    assert {"Odottaa työnjohtajaa", "Tyhjennys epäonnistui"} <= said
    assert "Odottaa tyhjennystä" not in said, "nobody is to begin another wipe"


def test_two_persons_say_that_no_disk_is_inside(window: Window, shop: Shop) -> None:
    devices = fill(shop)
    window.maker()
    open_wiping(window)
    window.scan(devices["bare"].code)
    window.settle()
    window.press(Qt.Key.Key_F7)
    window.press(Qt.Key.Key_F2)
    window.settle()
    assert shop.look(devices["bare"]).facts.none_confirmed_by == 1


def test_work_is_parked_and_comes_back(window: Window, shop: Shop) -> None:
    devices = fill(shop)
    window.supervisor()
    panel = open_wiping(window)
    window.scan(devices["failed"].code)
    window.settle()
    assert panel._board is not None
    assert panel._board.group == Group.FAILED.value
    window.maker()
    window.supervisor()
    panel = open_wiping(window)
    assert panel._keep == wording.key_of(_row(panel, "Z1D4K9PM"))


def test_a_bare_device_stays_chosen_when_its_first_disk_is_recorded(
    window: Window, shop: Shop
) -> None:
    devices = fill(shop)
    window.supervisor()
    panel = open_wiping(window)
    window.scan(devices["bare"].code)
    window.settle()
    window.press(Qt.Key.Key_F2)
    window.scan("WD-WXAA12345678")
    window.press(Qt.Key.Key_F2)
    window.settle()
    row = panel._row()
    assert row is not None
    assert (row.device, row.medium) == (devices["bare"].code, "WD-WXAA12345678")


def test_when_nothing_can_be_ticked_it_says_so(window: Window, shop: Shop) -> None:
    host, serial = "PF2ABC91", "WD-WCC991"
    shop.declare(shop.device(host), serial)
    shop.bring(log(Drive(serial), host=host), performed_by=shop.boss.person)
    window.supervisor()
    panel = open_wiping(window)
    keys = {one.key: one for one in panel.function_keys()}
    assert not keys["F2"].enabled
    assert keys["F2"].reason == keys["F10"].reason != ""


def test_an_empty_reason_is_asked_for_by_the_word_above_the_field(
    window: Window, shop: Shop
) -> None:
    fill(shop)
    window.supervisor()
    panel = open_wiping(window)
    _go(window, panel, "WD-WX41A7850")
    window.press(Qt.Key.Key_F7)
    window.press(Qt.Key.Key_F10)
    window.settle()
    form = panel.questions.card
    assert isinstance(form, FormCard)
    assert "Miksi?" in form.said
    assert "reason" not in form.said
