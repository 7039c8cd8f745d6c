"""Listens to a scale in a thread of its own, through pulled cables and noise.

Who listens is told only what changed. A scale that does not answer stops nobody: the keys go on.
"""

from __future__ import annotations

import threading
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import serial
from serial.tools import list_ports

from serkut_desk.domain.errors import Unavailable
from serkut_desk.domain.weighing import Heard, Link, ReadingKind, Steady
from serkut_desk.weighing.protocols import WAYS, Lines, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.weighing import Reading, ScaleSettings

try:
    import termios
except ImportError:  # no such module on Windows
    _FAULTS: tuple[type[Exception], ...] = (OSError, ValueError)
else:
    # pyserial lets this one through when a port goes away while it is set up.
    _FAULTS = (OSError, ValueError, termios.error)

_PROBLEMS = {
    Link.READING: "scale_moving",
    Link.SILENT: "scale_silent",
    Link.GARBLED: "scale_garbled",
    Link.LOST: "scale_lost",
}
_GARBLED_BYTES = 512
"""So many bytes without one good line are another protocol or another speed."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Waits of the reader, in seconds.

    Args:
        listen: How long one look at the line waits.
        between: Between two questions.
        again: Before the port is tried again.
        quiet: After so many looks without a sign the scale counts as silent.
    """

    listen: float = 0.5
    between: float = 0.15
    again: float = 2.0
    quiet: int = 4


@dataclass(frozen=True, slots=True)
class Port:
    """A serial port of this computer and what the system says is there."""

    name: str
    about: str


def ports() -> tuple[Port, ...]:
    """Return the serial ports that the system knows, by name."""
    found = (Port(one.device, _about(one.device, one.description)) for one in list_ports.comports())
    return tuple(sorted(found, key=lambda one: one.name))


def _about(device: str, description: str | None) -> str:
    text = description or ""
    return "" if text in {"n/a", device} else text


class ScaleReader:
    """Reads one scale until it is closed.

    Args:
        settings: Its port and how it speaks.
        tell: Takes each `Heard` that differs from the one before, in the reader's thread.
        rhythm: Its waits.
    """

    def __init__(
        self, settings: ScaleSettings, tell: Callable[[Heard], None], rhythm: Rhythm | None = None
    ) -> None:
        self._settings = settings
        self._way = WAYS[settings.protocol]
        self._tell = tell
        self._rhythm = rhythm or Rhythm()
        self._stop = threading.Event()
        self._port: serial.Serial | None = None
        self._told: Heard | None = None
        self._thread = threading.Thread(target=self._run, name="scale", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def close(self) -> None:
        """Stop, and wait until the port is free again."""
        self._stop.set()
        port = self._port
        if port is not None:
            with suppress(*_FAULTS, AttributeError):
                port.cancel_read()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            with suppress(*_FAULTS), closing(self._opened()) as port:
                self._port = port
                self._listen(port)
            self._port = None
            if not self._stop.is_set():
                self._say(Heard(Link.LOST))
                self._stop.wait(self._rhythm.again)

    def _opened(self) -> serial.Serial:
        frame = self._settings.frame
        return serial.Serial(
            self._settings.port,
            self._settings.baud,
            bytesize=int(frame[0]),
            parity=frame[1],
            stopbits=int(frame[2]),
            timeout=self._rhythm.listen,
            write_timeout=self._rhythm.listen,
        )

    def _listen(self, port: serial.Serial) -> None:
        lines, steady = Lines(), Steady()
        empty = unread = 0
        ask = bool(self._way.ask)
        while not self._stop.is_set():
            if ask:
                port.write(self._way.ask)
            arrived = port.read(1)
            arrived += port.read(port.in_waiting) if arrived else b""
            empty, unread = (0, unread + len(arrived)) if arrived else (empty + 1, unread)
            for line in lines.feed(arrived):
                reading = parse(self._settings.protocol, line)
                if reading is not None:
                    unread = 0
                    self._say(Heard(Link.READING, steady.feed(reading)))
            if empty >= self._rhythm.quiet:
                steady.forget()
                self._say(Heard(Link.SILENT))
            elif unread >= _GARBLED_BYTES:
                steady.forget()
                self._say(Heard(Link.GARBLED))
            ask = bool(self._way.ask) and (self._way.again or not arrived)
            if ask and arrived:
                self._stop.wait(self._rhythm.between)

    def _say(self, heard: Heard) -> None:
        if heard != self._told and not self._stop.is_set():
            self._told = heard
            self._tell(heard)


def read_once(settings: ScaleSettings, seconds: float, rhythm: Rhythm | None = None) -> Reading:
    """Return the first weight that stands still.

    Args:
        settings: The scale.
        seconds: How long to wait for it.
        rhythm: The reader's waits.

    Raises:
        Unavailable: `scale_lost`, `scale_silent`, `scale_garbled`, `scale_moving`.
    """
    ready = threading.Event()
    last: list[Heard] = []

    def tell(heard: Heard) -> None:
        last[:] = [heard]
        if heard.reading is not None and heard.reading.kind is ReadingKind.STABLE:
            ready.set()

    reader = ScaleReader(settings, tell, rhythm)
    reader.start()
    try:
        still = ready.wait(seconds)
    finally:
        reader.close()
    heard = last[0] if last else Heard(Link.SILENT)
    if still and heard.reading is not None:
        return heard.reading
    raise Unavailable(_PROBLEMS[heard.link], scale=settings.name, port=settings.port)
