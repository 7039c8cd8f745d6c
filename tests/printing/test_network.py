from __future__ import annotations

import socket
import struct
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.errors import Misused, Unavailable
from serkut_desk.printing.host_status import parse_status
from serkut_desk.printing.network import NetworkPrinter, send
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_JOB = b"^XA^FDtarra^FS^XZ\n" * 200


def _answer(
    *, paper: int = 0, pause: int = 0, head: int = 0, ribbon: int = 0, hot: int = 0
) -> bytes:
    first = f"030,{paper},{pause},1245,000,0,0,0,000,0,0,{hot}"
    second = f"001,0,{head},{ribbon},1,2,4,0,00000000,1,000"
    return b"".join(b"\x02" + line.encode() + b"\x03\r\n" for line in (first, second, "1234,0"))


_READY = _answer()


class _Printer:
    """Listens on loopback and behaves as told; keeps the bytes of the jobs it was sent."""

    def __init__(self, behave: Callable[[_Printer, socket.socket], None]) -> None:
        self.job = bytearray()
        self._behave = behave
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)

    def _serve(self) -> None:
        line, _ = self._listener.accept()
        with line:
            line.settimeout(10)
            self._behave(self, line)

    @contextmanager
    def running(self) -> Iterator[_Printer]:
        self._thread.start()
        try:
            yield self
        finally:
            self._thread.join(10)
            self._listener.close()

    def at(self, *, may_be_silent: bool = False, timeout: float = 5.0) -> NetworkPrinter:
        return NetworkPrinter("127.0.0.1", self.port, may_be_silent, timeout)


def _speaking(*answers: bytes) -> Callable[[_Printer, socket.socket], None]:
    def behave(printer: _Printer, line: socket.socket) -> None:
        left = list(answers)
        while received := line.recv(65536):
            printer.job += received
            while b"~HS" in printer.job:
                before, _, after = printer.job.partition(b"~HS")
                printer.job = before + after
                line.sendall(left.pop(0) if left else b"")

    return behave


def _silent(printer: _Printer, line: socket.socket) -> None:
    while received := line.recv(65536):
        printer.job += received


def _cut(line: socket.socket) -> None:
    # Close at once with a reset, as a printer does that loses its power supply or restarts.
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    line.close()


def _cutting(printer: _Printer, line: socket.socket) -> None:
    line.recv(3)
    line.sendall(_READY)
    printer.job += line.recv(10)
    _cut(line)


def _silent_and_cutting(printer: _Printer, line: socket.socket) -> None:
    line.recv(3)
    printer.job += line.recv(10)
    _cut(line)


def test_a_ready_printer_gets_every_byte() -> None:
    with _Printer(_speaking(_READY, _READY)).running() as printer:
        status = send(printer.at(), _JOB)
    assert bytes(printer.job) == _JOB
    assert status == parse_status(_READY)
    assert status is not None
    assert status.trouble is None


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (_answer(paper=1), "printer_out_of_paper"),
        (_answer(paper=1, pause=1), "printer_out_of_paper"),
        (_answer(pause=1), "printer_paused"),
        (_answer(head=1, pause=1), "printer_head_open"),
        (_answer(ribbon=1), "printer_out_of_ribbon"),
        (_answer(hot=1), "printer_not_ready"),
    ],
)
def test_a_printer_in_trouble_gets_nothing(answer: bytes, code: str) -> None:
    with _Printer(_speaking(answer)).running() as printer, pytest.raises(Unavailable) as failure:
        send(printer.at(), _JOB)
    assert failure.value.code == code
    assert not printer.job


def test_paper_that_runs_out_meanwhile_is_a_failure() -> None:
    behave = _speaking(_READY, _answer(paper=1))
    with _Printer(behave).running() as printer, pytest.raises(Unavailable) as failure:
        send(printer.at(), _JOB)
    assert failure.value.code == "printer_out_of_paper"


def test_a_printer_that_refuses() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(Unavailable) as failure:
        send(NetworkPrinter("127.0.0.1", port), _JOB)
    assert failure.value.code == "printer_refuses"
    assert failure.value.facts == {"printer": f"127.0.0.1:{port}"}


@pytest.mark.parametrize("host", ["printer.invalid", "a" * 70 + ".invalid"])
def test_a_printer_that_is_not_there(host: str) -> None:
    with pytest.raises(Unavailable) as failure:
        send(NetworkPrinter(host, timeout=0.5), _JOB)
    assert failure.value.code == "printer_unreachable"


def test_a_silent_printer_is_refused_unless_the_setting_allows_it() -> None:
    with _Printer(_silent).running() as printer, pytest.raises(Unavailable) as failure:
        send(printer.at(timeout=0.1), _JOB)
    assert failure.value.code == "printer_silent"
    assert b"^XA" not in printer.job
    with _Printer(_silent).running() as printer:
        assert send(printer.at(may_be_silent=True, timeout=0.1), _JOB) is None
    assert bytes(printer.job) == b"~HS" + _JOB


def test_nonsense_is_no_status() -> None:
    behave = _speaking(b"\x02hello\x03" * 3)
    with _Printer(behave).running() as printer, pytest.raises(Unavailable) as failure:
        send(printer.at(), _JOB)
    assert failure.value.code == "printer_silent"


@pytest.mark.parametrize(("behave", "silent"), [(_cutting, False), (_silent_and_cutting, True)])
def test_a_printer_that_closes_midway(
    behave: Callable[[_Printer, socket.socket], None], *, silent: bool
) -> None:
    with _Printer(behave).running() as printer, pytest.raises(Unavailable) as failure:
        send(printer.at(may_be_silent=silent, timeout=0.3), _JOB * 100)
    assert failure.value.code == "printer_broke_off"
    assert len(printer.job) == 10


def test_a_printer_that_falls_silent_after_the_job_broke_off() -> None:
    with _Printer(_speaking(_READY)).running() as printer, pytest.raises(Unavailable) as failure:
        send(printer.at(timeout=0.3), _JOB)
    assert failure.value.code == "printer_broke_off"


@pytest.mark.parametrize(
    ("host", "port"), [("", 9100), (" a", 9100), ("a\n", 9100), ("a", 0), ("a", 70000)]
)
def test_an_address_that_cannot_be_one(host: str, port: int) -> None:
    with pytest.raises(Misused) as failure:
        NetworkPrinter(host, port)
    assert failure.value.code == "printer_address"


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize(
    "code",
    [
        "printer_address",
        "printer_broke_off",
        "printer_head_open",
        "printer_not_ready",
        "printer_out_of_paper",
        "printer_out_of_ribbon",
        "printer_paused",
        "printer_refuses",
        "printer_silent",
        "printer_unreachable",
    ],
)
def test_every_failure_has_its_sentences(language: str, code: str) -> None:
    said = Texts(language).failure(Unavailable(code, printer="tarra:9100"))
    assert "tarra:9100" in said["what"] + said["why"]
    assert all("{" not in sentence for sentence in said.values())


def test_a_ribbon_does_not_matter_to_a_printer_without_one() -> None:
    direct = _answer(ribbon=1).replace(b"001,0,0,1,1,", b"001,0,0,1,0,")
    status = parse_status(direct)
    assert status is not None
    assert status.trouble is None
