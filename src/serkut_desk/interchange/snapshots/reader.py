"""Reads a hardware snapshot from the bytes of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.interchange.snapshots.rules import reading_rules
from serkut_desk.interchange.snapshots.text import decoded
from serkut_desk.interchange.snapshots.tree import parsed

if TYPE_CHECKING:
    from serkut_desk.domain.snapshots import Snapshot


def read_snapshot(data: bytes, name: str = "") -> Snapshot:
    """Return what a machine told of itself in a file.

    What kind of file it is, is known from its content; its name only helps to say what is wrong.

    Args:
        data: The whole file.
        name: The file's name.

    Raises:
        Refused: `snapshot_empty`, `snapshot_too_large`, `snapshot_not_text`, `snapshot_yaml`,
            `snapshot_cut_off`, `snapshot_broken`, `snapshot_too_deep`, `snapshot_twice`,
            `snapshot_several`, `snapshot_newer`, `snapshot_not_known`, `snapshot_no_machine`.
    """
    limit = reading_rules().limits.bytes
    if len(data) > limit:
        raise Refused("snapshot_too_large", limit=limit // 1_000_000)
    text = decoded(data).strip()
    if not text:
        raise Refused("snapshot_empty")
    if text[0] not in "[{":
        raise Refused("snapshot_yaml" if name.endswith((".yaml", ".yml")) else "snapshot_not_known")
    parsed(text)
    raise Refused("snapshot_not_known")
