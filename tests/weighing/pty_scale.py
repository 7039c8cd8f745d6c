"""A scale at the other end of a pseudo-terminal: speaks a protocol, loses its cable, comes back."""

from __future__ import annotations

import os
import pty
import queue
import select
import threading
import tty
from typing import TYPE_CHECKING

from serkut_desk.domain.weighing import Heard, Link, Reading, ReadingKind
from serkut_desk.weighing.reader import Rhythm

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FAST = Rhythm(listen=0.02, between=0.001, again=0.01, quiet=3)
PATIENCE = 20.0
"""Seconds after which a test that waits for something has failed."""


class PtyScale:
    """A scale on a serial line.

    Args:
        link: Name of the port; a new pseudo-terminal gets the same name after a return.
        says: The line it says now, without its end.
        ask: What it answers to; b"" lets it talk by itself.
        begins: What its first line begins with, as when a port is opened in the middle of one.
    """

    def __init__(self, link: Path, says: bytes, ask: bytes = b"", begins: bytes = b"") -> None:
        self.link = link
        self.says = says
        self._ask = ask
        self._begins = begins
        self._stop = threading.Event()
        self.asked = 0
        self.plug()

    def plug(self) -> None:
        """Connect the cable."""
        self._stop.clear()
        self._master, slave = pty.openpty()
        tty.setraw(slave)
        name = os.ttyname(slave)
        self.link.unlink(missing_ok=True)
        self.link.symlink_to(name)
        self._slave = slave
        self._thread = threading.Thread(target=self._talk, name="pty scale")
        self._thread.start()

    def pull(self) -> None:
        """Pull the cable: the port is gone."""
        self._stop.set()
        self._thread.join()
        self.link.unlink(missing_ok=True)
        os.close(self._master)
        os.close(self._slave)

    def _talk(self) -> None:
        heard = b""
        os.write(self._master, self._begins)
        while not self._stop.is_set():
            ready, _, _ = select.select([self._master], [], [], 0.002)
            if ready:
                heard += os.read(self._master, 256)
            if not self._ask:
                self._say()
            while self._ask and self._ask in heard:
                heard = heard.split(self._ask, 1)[1]
                self.asked += 1
                self._say()

    def _say(self) -> None:
        # A line that nobody reads is full after a while: a scale says it into the air.
        if self.says and select.select([], [self._master], [], 0)[1]:
            os.write(self._master, self.says + b"\r\n")


class Ear:
    """Takes what the reader tells and waits for what a test wants."""

    def __init__(self) -> None:
        self._queue: queue.Queue[Heard] = queue.Queue()
        self.all: list[Heard] = []

    def __call__(self, heard: Heard) -> None:
        self._queue.put(heard)

    def wait(self, wanted: Callable[[Heard], bool]) -> Heard:
        """Return the next thing told that is wanted."""
        while True:
            heard = self._queue.get(timeout=PATIENCE)
            self.all.append(heard)
            if wanted(heard):
                return heard

    def steady(self) -> Reading:
        """Wait for a weight that stands still."""
        found = self.wait(
            lambda one: one.reading is not None and one.reading.kind is ReadingKind.STABLE
        )
        assert found.reading is not None
        return found.reading

    def link(self, link: Link) -> None:
        """Wait for a state of the line."""
        self.wait(lambda one: one.link is link)
