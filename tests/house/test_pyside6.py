"""The pinned PySide6 loses no reference of None: 6.12 aborts on Python 3.11 after some thousand."""

from __future__ import annotations

import subprocess
import sys

CALLS = 50_000
PROGRAM = f"""
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for number in range({CALLS}):
    label.setText("ab"[number % 2])
print(label.text())
"""


def test_fifty_thousand_calls_that_return_none_end_well() -> None:
    # In a process of its own: an abort would take the whole suite with it.
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "b\n"), done.stderr
