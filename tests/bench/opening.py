"""From the start of the process until the first key is taken, and until it is in the scan line.

Both sides are processes of their own on Qt's offscreen platform. When the window is shown they
give its focus widget one key after the other, as a keyboard does, and say on standard output what
the steady clock shows when a letter has arrived. The bare side is one line edit in an empty window.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import kit
from bench.figure import Figure, in_turn

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 12
WARM = 2
_TESTS = Path(__file__).resolve().parents[1]
_FACE = "Python, Qt and the style sheet; keys are kept from the first picture on"
_LINE = "importing the window's own modules, building the shell and the lock screen"


def measure(folder: Path) -> tuple[Figure, Figure]:
    """Measure until keys are taken and kept, and until they stand in the scan line itself."""
    shop = kit.make_workshop(folder / "opening")
    shop.desk.database.close()
    data = str(folder / "opening")
    empty = _timed("bench.opened_empty")
    face = in_turn(_timed("bench.opened_desk", data, "face"), empty, rounds=ROUNDS, warm=WARM)
    line = in_turn(_timed("bench.opened_desk", data, "line"), empty, rounds=ROUNDS // 2, warm=1)
    return (
        Figure("start until keys are taken", face[0], face[1], 1.5, _FACE, face[2]),
        Figure("start until they stand in the scan line", line[0], line[1], 1.5, _LINE, line[2]),
    )


def _timed(module: str, *arguments: str) -> Callable[[], float]:
    # As on a shop's machine: each start but the first finds its modules compiled.
    ours = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {
        **ours,
        "PYTHONPATH": str(_TESTS),
        "QT_QPA_PLATFORM": "offscreen",
    }

    def run() -> float:
        before = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return (float(done.stdout.split()[-1]) - before) * 1000

    return run
