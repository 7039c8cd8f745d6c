"""Sends bytes to a network printer over TCP, and does not believe that they were printed.

Who calls keeps the label in its queue until `send` returns: every failure here is foreseen and
leaves the label waiting.
"""

from __future__ import annotations

import socket
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused, Unavailable
from serkut_desk.printing.host_status import ASK, HostStatus, is_complete, parse_status

if TYPE_CHECKING:
    from collections.abc import Iterator

PORT = 9100
"""Where printers listen for raw bytes."""
TIMEOUT = 5.0
"""Seconds to connect, to send, and to wait for an answer."""

_CHUNK = 4096
_HIGHEST_PORT = 65535
_LONGEST_ANSWER = 65536


@dataclass(frozen=True, slots=True)
class NetworkPrinter:
    """A printer that takes raw bytes.

    Args:
        host: Name or address.
        port: TCP port.
        may_be_silent: Accept one that never tells its state (a setting: the workshop then looks
            itself whether labels come out).
        timeout: Seconds for each step.

    Raises:
        Misused: `printer_address`, when host or port cannot be one.
    """

    host: str
    port: int = PORT
    may_be_silent: bool = False
    timeout: float = TIMEOUT

    def __post_init__(self) -> None:
        """Check the address."""
        plain = self.host.strip()
        if plain != self.host or not plain.isprintable() or not plain:
            raise Misused("printer_address", printer=f"{self.host}:{self.port}")
        if not 1 <= self.port <= _HIGHEST_PORT:
            raise Misused("printer_address", printer=f"{self.host}:{self.port}")

    def __str__(self) -> str:
        """Return `host:port`."""
        return f"{self.host}:{self.port}"


def send(printer: NetworkPrinter, payload: bytes) -> HostStatus | None:
    """Send a label when the printer is ready, and ask again when it is sent.

    Args:
        printer: Where to.
        payload: A complete job.

    Returns:
        The state after the job, or None from a printer that may be silent and is.

    Raises:
        Unavailable: `printer_unreachable`, `printer_refuses`, `printer_silent`,
            `printer_broke_off`, `printer_out_of_paper`, `printer_out_of_ribbon`,
            `printer_head_open`, `printer_paused`, `printer_not_ready`. After any of them the
            label counts as not printed.
    """
    with _connected(printer) as line:
        before = _first_status(line, printer)
        _refuse_trouble(before, printer)
        line.sendall(payload)
        if before is None:
            _see_off(line)
            return None
        after = _status(line, printer)
        if after is None:  # it spoke before: silence now means that it stopped
            raise Unavailable("printer_broke_off", printer=str(printer))
        _refuse_trouble(after, printer)
        return after


@contextmanager
def _connected(printer: NetworkPrinter) -> Iterator[socket.socket]:
    name = str(printer)
    try:
        line = socket.create_connection((printer.host, printer.port), printer.timeout)
    except ConnectionRefusedError as cause:
        raise Unavailable("printer_refuses", printer=name) from cause
    except (OSError, UnicodeError) as cause:  # no route, no such name, no answer
        raise Unavailable("printer_unreachable", printer=name) from cause
    with line:
        try:
            yield line
        except OSError as cause:
            raise Unavailable("printer_broke_off", printer=name) from cause


def _first_status(line: socket.socket, printer: NetworkPrinter) -> HostStatus | None:
    status = _status(line, printer)
    if status is None and not printer.may_be_silent:
        raise Unavailable("printer_silent", printer=str(printer))
    return status


def _status(line: socket.socket, printer: NetworkPrinter) -> HostStatus | None:
    """Ask and wait for the whole answer; None when none came in time."""
    line.sendall(ASK)
    answer = bytearray()
    until = monotonic() + printer.timeout
    while not is_complete(bytes(answer)) and len(answer) < _LONGEST_ANSWER:
        left = until - monotonic()
        if left <= 0:
            break
        line.settimeout(left)
        try:
            received = line.recv(_CHUNK)
        except TimeoutError:
            break
        if not received:
            raise Unavailable("printer_broke_off", printer=str(printer))
        answer += received
    line.settimeout(printer.timeout)
    return parse_status(bytes(answer))


def _refuse_trouble(status: HostStatus | None, printer: NetworkPrinter) -> None:
    if status is not None and status.trouble:
        raise Unavailable(status.trouble, printer=str(printer))


def _see_off(line: socket.socket) -> None:
    """End the job towards a silent printer and see whether it took it or cut the line."""
    line.shutdown(socket.SHUT_WR)
    with suppress(TimeoutError):  # it keeps the line open: nothing speaks against it
        line.recv(_CHUNK)
