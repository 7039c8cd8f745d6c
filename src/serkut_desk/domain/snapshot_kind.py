"""What a snapshot may say of the kind of a recorded medium, and when it holds by itself.

The machine itself read its drives, so its word gives a kind its source. It may make a kind
stricter by itself; a milder one than recorded waits for a supervisor (gate 7).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.media import KindSource, MediumKind

if TYPE_CHECKING:
    from serkut_desk.domain.snapshots import SnapshotMedium

# Kinds without spare areas that an overwrite cannot reach: nothing is milder.
_MILD = frozenset({MediumKind.HDD, MediumKind.SAS_HDD})
_FROM_DRIVE = frozenset({KindSource.SMARTCTL, KindSource.FIRMWARE, KindSource.SNAPSHOT})


def is_milder(recorded: MediumKind, told: MediumKind) -> bool:
    """Tell whether a kind asks less than the recorded one."""
    return told in _MILD and recorded not in _MILD


def kind_by_itself(
    kind: MediumKind, source: KindSource, told: SnapshotMedium
) -> tuple[MediumKind, KindSource] | None:
    """Return the kind and source that hold after a snapshot, None when nothing changes.

    Args:
        kind: What is recorded.
        source: Where that is known from.
        told: What the machine said of the same medium.
    """
    if told.kind is None or is_milder(kind, told.kind):
        return None
    if source in _FROM_DRIVE:
        # Two words of drives: only the stricter one holds by itself.
        stricter = told.kind not in _MILD and kind in _MILD
        return (told.kind, told.kind_source) if stricter else None
    return told.kind, told.kind_source


def kind_guessed(told: SnapshotMedium) -> tuple[MediumKind, KindSource]:
    """Return the kind of a medium that nobody declared: the strict one while nothing tells it."""
    if told.kind is not None:
        return told.kind, told.kind_source
    if told.path.startswith("/dev/mmcblk"):
        return MediumKind.EMMC, KindSource.PERSON
    return MediumKind.SSD, KindSource.PERSON
