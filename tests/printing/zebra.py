"""A label printer in the network: takes jobs on loopback and says that all is well."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_READY = b"".join(
    b"\x02" + line + b"\x03\r\n"
    for line in (
        b"030,0,0,1245,000,0,0,0,000,0,0,0",
        b"001,0,0,0,1,2,4,0,00000000,1,000",
        b"1234,0",
    )
)
# A job that never comes fails the test; it does not stop the run.
_PATIENCE_S = 20


class Zebra:
    """Listens until it has taken its jobs.

    Args:
        port: On loopback.
    """

    def __init__(self, port: int) -> None:
        self.got = bytearray()
        self._listener = socket.create_server(("127.0.0.1", port))
        self._listener.settimeout(_PATIENCE_S)

    def serve(self, jobs: int) -> None:
        """Take jobs, one connection each."""
        with self._listener:
            for _ in range(jobs):
                line, _ = self._listener.accept()
                with line:
                    line.settimeout(10)
                    while received := line.recv(65536):
                        self.got += received
                        for _ in range(received.count(b"~HS")):
                            line.sendall(_READY)


@contextmanager
def plugged_in(port: int, jobs: int) -> Iterator[Zebra]:
    """Plug a printer in for some jobs; outside, its cable is pulled."""
    printer = Zebra(port)
    thread = threading.Thread(target=printer.serve, args=(jobs,))
    thread.start()
    yield printer
    thread.join(_PATIENCE_S)


def free_port() -> int:
    """Return a port of loopback that nothing listens to."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
