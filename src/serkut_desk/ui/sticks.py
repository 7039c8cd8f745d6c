"""Sticks that are plugged in now."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

# Where desktops put what is plugged in.
_PLUGGED_IN = ("/media/", "/run/media/", "/Volumes/")


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick: what people call it, and where its files are."""

    name: str
    path: Path


def sticks() -> tuple[Stick, ...]:
    """Return what is plugged in and can be read; touches no disk that is not mounted."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if volume.isValid() and volume.isReady() and _plugged_in(root):
            found.append(Stick(volume.displayName() or root, Path(root)))
    return tuple(found)


def _plugged_in(root: str) -> bool:
    if sys.platform == "win32":
        return root[:1].upper() != os.environ.get("SYSTEMDRIVE", "C:")[:1].upper()
    return f"{root}/".startswith(_PLUGGED_IN)
