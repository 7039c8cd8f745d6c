"""The reader at a pseudo-terminal: every protocol, noise, a pulled cable and its return."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from serial.tools import list_ports

from serkut_desk.domain.errors import Unavailable
from serkut_desk.domain.weighing import Link, ReadingKind, ScaleProtocol, ScaleSettings
from serkut_desk.weighing.protocols import WAYS
from serkut_desk.weighing.reader import Port, ScaleReader, ports, read_once
from weighing.pty_scale import FAST, Ear, PtyScale

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SAYS = {
    ScaleProtocol.AND: b"ST,+01214.0  g",
    ScaleProtocol.AND_ASKED: b"ST,+01214.0  g",
    ScaleProtocol.SICS: b"S S    1214.0 g",
    ScaleProtocol.SICS_ASKED: b"S S    1214.0 g",
    ScaleProtocol.PLAIN: b"  1214.0 g",
    ScaleProtocol.PLAIN_ASKED: b"  1214.0 g",
    ScaleProtocol.SBI_ASKED: b"N     +  1214.0 g  ",
}


class Bench:
    """A scale, its reader, and what the reader told."""

    def __init__(self, folder: Path, protocol: ScaleProtocol = ScaleProtocol.AND) -> None:
        self.settings = ScaleSettings(
            "Vaaka", str(folder / "port"), protocol, 9600, "8N1", 100, 200
        )
        way = WAYS[protocol]
        asked = way.ask if way.again else b""
        self.scale = PtyScale(folder / "port", SAYS[protocol], asked, begins=b"7.0 g\r\n")
        self.ear = Ear()
        self.reader = ScaleReader(self.settings, self.ear, FAST)
        self._plugged = True

    def pull(self) -> None:
        self.scale.pull()
        self._plugged = False

    def plug(self) -> None:
        self.scale.plug()
        self._plugged = True

    def close(self) -> None:
        self.reader.close()
        if self._plugged:
            self.scale.pull()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    made.reader.start()
    yield made
    made.close()


@pytest.mark.parametrize("protocol", list(ScaleProtocol))
def test_each_protocol_is_read(protocol: ScaleProtocol, tmp_path: Path) -> None:
    bench = Bench(tmp_path, protocol)
    bench.reader.start()
    try:
        assert bench.ear.steady().grams == Decimal(1214)
    finally:
        bench.close()
    assert all(one.reading is None or one.reading.grams == Decimal(1214) for one in bench.ear.all)


def test_a_load_that_still_moves_is_not_steady(bench: Bench) -> None:
    bench.ear.steady()
    bench.scale.says = b"US,+00500.0  g"
    heard = bench.ear.wait(
        lambda one: one.reading is not None and one.reading.grams == Decimal(500)
    )
    assert heard.reading is not None
    assert heard.reading.kind is ReadingKind.MOVING


def test_too_much_is_said(bench: Bench) -> None:
    bench.ear.steady()
    bench.scale.says = b"OL,+9999999E+19"
    bench.ear.wait(lambda one: one.reading is not None and one.reading.kind is ReadingKind.OVER)


def test_noise_between_good_lines_changes_nothing(bench: Bench) -> None:
    bench.ear.steady()
    bench.scale.says = b"\x00\xff~ST,+0\r\nST,+01214.0  g"
    bench.scale.says = b"ST,+00007.0  g\r\n\x9f\x00ST,+9"
    assert bench.ear.steady().grams == Decimal(7)
    assert {one.reading.grams for one in bench.ear.all if one.reading} == {
        Decimal(1214),
        Decimal(7),
    }


def test_a_pulled_cable_is_said_and_its_return_is_noticed(bench: Bench) -> None:
    bench.ear.steady()
    bench.pull()
    bench.ear.link(Link.LOST)
    bench.scale.says = b"ST,+00055.0  g"
    bench.plug()
    assert bench.ear.steady().grams == Decimal(55)


def test_a_scale_that_is_off_is_silent_and_comes_back(bench: Bench) -> None:
    bench.ear.steady()
    bench.scale.says = b""
    bench.ear.link(Link.SILENT)
    bench.scale.says = b"ST,+00055.0  g"
    assert bench.ear.steady().grams == Decimal(55)


def test_another_protocol_is_not_understood(bench: Bench) -> None:
    bench.scale.says = b"S S     123.4 g"
    bench.ear.link(Link.GARBLED)


def test_a_port_that_is_not_there_is_lost_until_it_comes(tmp_path: Path) -> None:
    settings = ScaleSettings(
        "Vaaka", str(tmp_path / "port"), ScaleProtocol.PLAIN, 9600, "8N1", 100, 0
    )
    ear = Ear()
    reader = ScaleReader(settings, ear, FAST)
    reader.start()
    try:
        ear.link(Link.LOST)
        scale = PtyScale(tmp_path / "port", b"12 g")
        try:
            assert ear.steady().grams == Decimal(12)
        finally:
            scale.pull()
    finally:
        reader.close()


def test_a_stream_is_asked_for_again_when_it_stopped(tmp_path: Path) -> None:
    bench = Bench(tmp_path, ScaleProtocol.SICS)
    bench.scale.pull()
    bench.scale = PtyScale(tmp_path / "port", b"S S     5.0 g", ask=b"SIR\r\n")
    bench.reader.start()
    try:
        assert bench.ear.steady().grams == Decimal(5)
        assert bench.scale.asked > 1
    finally:
        bench.close()


def test_one_reading(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    try:
        assert read_once(bench.settings, 20, FAST).grams == Decimal(1214)
        bench.scale.says = b"US,+00500.0  g"
        with pytest.raises(Unavailable, match="scale_moving"):
            read_once(bench.settings, 0.2, FAST)
    finally:
        bench.scale.pull()
    with pytest.raises(Unavailable, match="scale_lost"):
        read_once(bench.settings, 0.2, FAST)


def test_a_port_name_that_cannot_be_one_is_lost(tmp_path: Path) -> None:
    settings = ScaleSettings("Vaaka", str(tmp_path), ScaleProtocol.PLAIN, 9600, "7E1", 100, 0)
    with pytest.raises(Unavailable, match="scale_lost"):
        read_once(replace(settings, port="COM99"), 0.1, FAST)
    with pytest.raises(Unavailable, match="scale_lost"):
        read_once(settings, 0.1, FAST)


class _Found:
    def __init__(self, device: str, description: str | None) -> None:
        self.device = device
        self.description = description


def test_ports_by_name_on_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [_Found("COM3", "USB Serial Port (COM3)"), _Found("/dev/ttyS0", "n/a")]
    monkeypatch.setattr(list_ports, "comports", lambda: found)
    assert ports() == (Port("/dev/ttyS0", ""), Port("COM3", "USB Serial Port (COM3)"))
