"""The cards of the wiping screen alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.sanitisation import Acceptance
from serkut_desk.stations.wiping.queries import Group, Situation, WaitingRow
from serkut_desk.stations.wiping.queries import Tone as StationTone
from serkut_desk.texts import Texts
from serkut_desk.ui.parts.bring_card import FateView
from serkut_desk.ui.parts.reports_card import ImportCard
from serkut_desk.ui.stations.wiping.approve_card import ApproveCard
from serkut_desk.ui.stations.wiping.views import ApproveDevice, ApproveView, Stated
from serkut_desk.ui.stations.wiping.wording import machine_times, size_words, told_kinds
from serkut_desk.ui.sticks import Stick, sticks
from serkut_desk.ui.theme import Tone
from ui import screens, walk

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

VIEW = ApproveView(
    devices=(
        ApproveDevice(
            "SD1",
            "SD 1",
            "ThinkPad L14",
            ("WD-1 HDD 500 GB",),
            1,
            Texts("fi").say("approval.slots.fewer", count=1, slots=2),
        ),
        ApproveDevice("SD2", "SD 2", "OptiPlex 7050", ("WD-2 HDD 1 TB", "S3Z SSD 256 GB"), 2),
    ),
    told=("WD-1: HDD 500 GB",),
    unknown=((Acceptance.HIDDEN_AREAS_UNKNOWN, "nobody knows the hidden areas."),),
)


@pytest.fixture
def under(dressed: QApplication, qtbot: QtBot) -> QWidget:
    del dressed
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def _may(card: ApproveCard) -> bool:
    return card.function_keys()[0].enabled


def test_each_device_has_its_number_and_every_doubt_its_tick(under: QWidget) -> None:
    card = ApproveCard(under, VIEW)
    card.show()
    said: list[Stated] = []
    card.stated.connect(said.append)
    assert not _may(card)
    card.choose_seen(CountSource.MODEL)
    assert not _may(card), "the unknown hidden areas are not accepted"
    card._accept[Acceptance.HIDDEN_AREAS_UNKNOWN].toggle()
    assert _may(card)
    card.choose_seen(CountSource.OPENED)
    assert not _may(card), "who opened it confirms the kinds"
    assert card._kinds is not None
    card._kinds.toggle()
    screens.save(under, "wiping-approve-doubts", (1366, 768))
    said_labels = [one.text() for one in card.findChildren(QLabel)]
    assert any("Katso, onko muu paikka" in one for one in said_labels)
    walk.check(card)
    card.function_keys()[0].run()
    card.function_keys()[0].run()
    assert [one.counts for one in said] == [(("SD1", 1), ("SD2", 2))]
    assert said[0].accepted == {Acceptance.HIDDEN_AREAS_UNKNOWN}


def test_letters_digits_and_enter_change_nothing(under: QWidget) -> None:
    card = ApproveCard(under, VIEW)
    card.scanned("7")
    assert {counter.value for counter in card._counters.values()} == {1, 2}


def test_a_plugged_stick_is_offered_first(under: QWidget, tmp_path: Path) -> None:
    card = ImportCard(under, lambda: (Stick("KINGSTON", tmp_path),))
    card.show()
    main = next(one for one in card.function_keys() if one.main)
    assert "KINGSTON" in main.word
    main.run()
    assert card._paths == (tmp_path,)
    screens.save(under, "wiping-import-who", (1366, 768))
    walk.check(card)


def test_a_badge_counts_only_while_it_is_asked_for(under: QWidget, tmp_path: Path) -> None:
    card = ImportCard(under, lambda: (Stick("KINGSTON", tmp_path),))
    started: list[object] = []
    card.wanted.connect(lambda _paths, who: started.append(who))
    badge = make_code(CodeKind.BADGE, 3)
    # Before there are files nobody did anything with them; that is said.
    card.scanned(badge)
    assert (started, card._untaken.isHidden()) == ([], False)
    card.take([tmp_path])
    card.scanned(badge)
    # Neither while they are read nor when they are does another badge bring them in once more.
    card.scanned(badge)
    card.show_fate(FateView(Tone.GOOD, "1", "", ()))
    card.scanned(badge)
    assert started == [badge]


def test_looking_for_sticks_never_fails() -> None:
    assert isinstance(sticks(), tuple)


def test_kinds_that_are_only_told_stand_together() -> None:
    told = partial(
        WaitingRow,
        group=Group.RESULT,
        situation=Situation.WAITS_APPROVAL,
        tone=StationTone.INFO,
        device="SD0000000195",
        device_name="",
        place=None,
        kind=MediumKind.SSD,
        kind_source=KindSource.PERSON,
    )
    rows = (
        told(medium="S1", capacity_bytes=256 * 10**9),
        told(medium="B1", capacity_bytes=128 * 10**9),
        told(medium="S2", capacity_bytes=256 * 10**9),
        told(medium="S3", capacity_bytes=256 * 10**9, kind_confirmed=True),
    )
    assert told_kinds(rows) == ("SSD 256 GB: S1, S2", "SSD 128 GB: B1")


def test_sizes_and_times_in_words() -> None:
    assert size_words(500_107_862_016) == "500 GB"
    assert size_words(1_000_204_886_016) == "1 TB"
    assert size_words(None) == ""
    assert machine_times("2026-11-21T09:12:44", "2026-11-21T11:47:01") == "21.11.2026 09:12 - 11:47"
    assert machine_times(None, None) == ""
