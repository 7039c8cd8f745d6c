"""A headless Chromium driven over its own pipe: one for all tests of a process."""

from __future__ import annotations

import json
import os
import shutil
import signal
import tempfile
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pathlib import Path

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--remote-debugging-pipe",
    # An answer in the language of the machine would differ from machine to machine.
    "--accept-lang=fi-FI",
)


def found() -> str | None:
    """Return where Chromium is."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Chromium:
    """A browser with one page."""

    def __init__(self, *, size: tuple[int, int] = (1366, 768)) -> None:
        program = found()
        assert program is not None
        self._home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        asks, self._write = os.pipe()
        self._read, answers = os.pipe()
        command = [
            program,
            *FLAGS,
            f"--user-data-dir={self._home.name}",
            f"--window-size={size[0]},{size[1]}",
            "about:blank",
        ]
        environment = {**os.environ, "HOME": self._home.name}
        nothing = os.open(os.devnull, os.O_RDWR)
        self._process = os.posix_spawn(
            program,
            command,
            environment,
            file_actions=[
                *((os.POSIX_SPAWN_DUP2, nothing, place) for place in (0, 1, 2)),
                # First to numbers that no pipe of ours has.
                (os.POSIX_SPAWN_DUP2, asks, 103),
                (os.POSIX_SPAWN_DUP2, answers, 104),
                (os.POSIX_SPAWN_DUP2, 103, 3),
                (os.POSIX_SPAWN_DUP2, 104, 4),
            ],
            setpgroup=0,
        )
        for end in (asks, answers, nothing):
            os.close(end)
        self._number, self._rest, self._session = 0, b"", ""
        target = next(
            one for one in self.ask("Target.getTargets")["targetInfos"] if one["type"] == "page"
        )
        attached = self.ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        self.ask("Page.enable")
        self.ask("Runtime.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        self.close()

    def close(self) -> None:
        """End the browser, with what it started."""
        for end in (self._write, self._read):
            os.close(end)
        os.killpg(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        self._home.cleanup()

    def ask(self, method: str, **values: Any) -> dict[str, Any]:
        """Send a command and return its answer."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": values}
        if self._session:
            message["sessionId"] = self._session
        self._send(message)
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def open(self, address: str) -> None:
        """Show a page and wait until it is loaded."""
        self.ask("Page.navigate", url=address)
        while self.run("document.readyState + location.href") != f"complete{address}":
            pass

    def run(self, script: str) -> Any:
        """Return what a script gives, a promise's outcome too."""
        answer = self.ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def _send(self, message: dict[str, Any]) -> None:
        left = memoryview(json.dumps(message).encode() + b"\0")
        while left:
            left = left[os.write(self._write, left) :]

    def _next(self) -> dict[str, Any]:
        pieces = [self._rest]
        while b"\0" not in pieces[-1]:
            piece = os.read(self._read, 1 << 20)
            assert piece, "the browser ended"
            pieces.append(piece)
        one, _, self._rest = b"".join(pieces).partition(b"\0")
        answer: dict[str, Any] = json.loads(one)
        return answer


def address_of(path: Path) -> str:
    """Return the address of a file."""
    return path.resolve().as_uri()
