"""The program as it is started from its command, watched until it takes keys.

With `face` until the first thing that it paints keeps them (it hands them on to the scan line),
with `line` until they stand in the scan line itself.
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from bench import keystroke
from serkut_desk.__main__ import main as start

_loop = QApplication.exec


def in_face() -> bool:
    """Tell whether the window has taken a key, whatever it shows."""
    from serkut_desk.ui.host import Host  # noqa: PLC0415 - the program has imported it by now

    for host in QApplication.topLevelWidgets():
        if isinstance(host, Host):
            return host.face is None or bool(host.face.begun)
    return False


def in_line() -> bool:
    """Tell whether a key stands in the scan line."""
    shell = sys.modules.get("serkut_desk.ui.shell.window")
    if shell is None:
        return False
    shells = (one for one in QApplication.allWidgets() if isinstance(one, shell.Shell))
    return any(one.frame.line.text for one in shells)


def main() -> None:
    folder, until = sys.argv[1:]
    arrived = {"face": in_face, "line": in_line}[until]

    def watched_loop() -> int:
        keystroke.watch(arrived)
        return _loop()

    # The one place to come in between; nothing of the program is changed.
    QApplication.exec = staticmethod(watched_loop)  # type: ignore[method-assign] # as said
    sys.argv[1:] = ["--data", folder]
    start()


if __name__ == "__main__":
    main()
