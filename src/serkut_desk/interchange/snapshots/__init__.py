"""Hardware snapshots of several tools: bytes of a file to a frozen snapshot, or a clear refusal."""

from __future__ import annotations

from serkut_desk.interchange.snapshots.reader import read_snapshot

__all__ = ["read_snapshot"]
