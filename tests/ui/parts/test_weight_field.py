"""The weight field: keys, a scale that speaks at a pseudo-terminal, a pulled cable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from serkut_desk.domain.weighing import Link, ScaleProtocol, ScaleSettings, Weighed, Weighing
from serkut_desk.stations.upkeep.commands import ForgetScale, SetScale
from serkut_desk.ui.parts.weight_field import WeightField
from serkut_desk.weighing import reader
from weighing.pty_scale import FAST, PtyScale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ui.window_kit import Window


class Bench:
    """A window with one weight field and a scale that a test speaks for."""

    def __init__(self, window: Window, folder: Path) -> None:
        self.window = window
        self.scale = PtyScale(folder / "port", b"ST,+00000.0  g")
        self.plugged = True
        self.settings = ScaleSettings(
            "Vaaka 1", str(folder / "port"), ScaleProtocol.AND, 9600, "8N1", 100, 2000
        )
        window.speak("en")
        window.supervisor()
        self.field = WeightField(window.desk.hands.scale)
        window.bot.addWidget(self.field)

    def choose(self) -> None:
        workshop = self.window.workshop
        workshop.desk.do(workshop.first, SetScale(self.settings))

    def show(self) -> None:
        self.field.show()
        self.window.settle()

    def wait(self, wanted: Callable[[], bool]) -> None:
        self.window.bot.waitUntil(wanted, timeout=20_000)

    @property
    def word(self) -> str:
        return self.field._pill.accessibleName()

    def close(self) -> None:
        self.field.hide()
        if self.plugged:
            self.scale.pull()


@pytest.fixture
def bench(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr(reader, "Rhythm", lambda: FAST)
    made = Bench(window, tmp_path)
    yield made
    made.close()


def test_grams_are_typed_where_there_is_no_scale(bench: Bench) -> None:
    bench.show()
    assert bench.word == ""
    assert bench.field.take() is None
    assert bench.field.field._hint.text() == "Type the weight in grams."
    QTest.keyClicks(bench.field.field.edit, "1 214")
    taken: list[Weighed] = []
    bench.field.taken.connect(taken.append)
    assert bench.field.take() == Weighed(1214, Weighing.KEY, 5)
    assert taken == [Weighed(1214, Weighing.KEY, 5)]
    bench.field.clear()
    assert bench.field.value_g is None


def test_a_code_in_the_field_is_no_weight(bench: Bench) -> None:
    bench.show()
    QTest.keyClicks(bench.field.field.edit, "SD0000421757")
    assert bench.field.take() is None
    assert bench.field.field._hint.text() == "Write whole grams, for example 1214."


def test_a_steady_load_is_taken_once(bench: Bench) -> None:
    bench.choose()
    bench.show()
    bench.wait(lambda: bench.word == "0\u00a0g · empty")
    assert bench.field.take() is None
    bench.scale.says = b"US,+00900.0  g"
    bench.wait(lambda: "wait" in bench.word)
    assert bench.field.value_g is None
    bench.scale.says = b"ST,+01214.0  g"
    bench.wait(lambda: bench.field.value_g == 1214)
    assert "steady" in bench.word
    assert bench.field.weighed is Weighing.SCALE
    assert bench.field.tolerance_g == 3
    assert bench.field.take() == Weighed(1214, Weighing.SCALE, 3, "Vaaka 1")
    bench.field.clear()
    assert bench.field.take() is None, "the same load is still on the scale"
    assert "used already" in bench.word
    bench.scale.says = b"US,+00000.5  g"
    bench.wait(lambda: "wait" in bench.word)
    bench.scale.says = b"ST,+01214.0  g"
    bench.wait(lambda: bench.field.value_g == 1214)


def test_a_load_is_offered_again_only_when_what_took_it_was_refused(bench: Bench) -> None:
    bench.choose()
    bench.show()
    bench.scale.says = b"ST,+01214.0  g"
    bench.wait(lambda: bench.field.value_g == 1214)
    bench.field.take()
    assert bench.field.current() is None
    bench.field.give_back()
    assert bench.field.value_g == 1214
    bench.field.take()
    bench.field.clear()
    bench.field.give_back()
    assert bench.field.value_g is None, "it went through: the same grams count once"


def test_a_kept_weight_stays_when_the_load_is_lifted(bench: Bench) -> None:
    bench.choose()
    bench.show()
    bench.scale.says = b"ST,+00055.0  g"
    bench.wait(lambda: bench.field.keep_action().enabled)
    bench.field.keep()
    bench.scale.says = b"ST,+00000.0  g"
    bench.wait(lambda: "empty" in bench.word)
    assert bench.field.take() == Weighed(55, Weighing.SCALE, 3, "Vaaka 1")
    bench.field.clear()
    assert bench.field.value_g is None
    assert not bench.field.keep_action().enabled


def test_typed_grams_win_over_the_scale(bench: Bench) -> None:
    bench.choose()
    bench.show()
    bench.scale.says = b"ST,+00055.0  g"
    bench.wait(lambda: bench.field.value_g == 55)
    QTest.keyClicks(bench.field.field.edit, "60")
    assert bench.field.take() == Weighed(60, Weighing.KEY, 5)


def test_a_pulled_cable_is_said_and_keys_go_on(bench: Bench) -> None:
    bench.choose()
    bench.show()
    bench.scale.says = b"ST,+00055.0  g"
    bench.wait(lambda: bench.field.value_g == 55)
    bench.scale.pull()
    bench.wait(lambda: bench.word == "The scale is not connected")
    assert bench.field.take() is None
    QTest.keyClicks(bench.field.field.edit, "60")
    assert bench.field.take() == Weighed(60, Weighing.KEY, 5)
    bench.field.clear()
    bench.scale.plug()
    bench.wait(lambda: bench.field.value_g == 55)


@pytest.mark.parametrize(
    ("says", "word"),
    [
        (b"OL,+9999999E+19", "Too much on the scale"),
        (b"OL,-9999999E+19", "The scale is below zero"),
        (b"ST,-00012.0  g", "-12\u00a0g · below zero"),
        (b"", "The scale does not answer"),
        (b"S S     12.0 g", "The scale is not understood"),
    ],
)
def test_what_is_wrong_is_said(bench: Bench, says: bytes, word: str) -> None:
    bench.scale.says = says
    bench.choose()
    bench.show()
    bench.wait(lambda: bench.word == word)
    assert bench.field.take() is None


def test_the_port_is_open_only_while_somebody_looks(bench: Bench) -> None:
    bench.choose()
    bench.show()
    link = bench.window.desk.hands.scale
    bench.wait(lambda: link.heard is not None and link.heard.link is Link.READING)
    bench.field.hide()
    assert link.heard is None
    assert link._reader is None


def test_another_scale_is_used_at_once(bench: Bench) -> None:
    bench.choose()
    bench.show()
    bench.wait(lambda: "empty" in bench.word)
    workshop = bench.window.workshop
    workshop.desk.do(workshop.first, ForgetScale())
    bench.window.desk.hands.scale.renew()
    bench.wait(lambda: bench.word == "")
    assert bench.field.scale_name == ""
