"""Copies the collector onto a stick: the one file that makes a machine tell of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.errors import Refused, Unavailable
from serkut_desk.records.files import read_regular, write_synced

if TYPE_CHECKING:
    from pathlib import Path

NAME = "serkut-collect"
# An older collector names itself in its first lines.
_HEAD = 2000


def copy_collector(folder: Path) -> Path:
    """Write the collector into a folder, over an older one, and return where it is.

    Raises:
        Unavailable: `path_missing`, `disk_full` or `file_not_written`.
        Refused: `collector_there`: something else has its name.
    """
    if not folder.is_dir():
        raise Unavailable("path_missing", path=str(folder))
    target = folder / NAME
    try:
        head = read_regular(target, _HEAD)
    except FileNotFoundError:
        head = NAME.encode()
    except OSError:
        head = b""
    if NAME.encode() not in head:
        raise Refused("collector_there", path=str(target))
    write_synced(target, shipped.resource("collector", NAME).read_bytes(), 0o755)
    return target
