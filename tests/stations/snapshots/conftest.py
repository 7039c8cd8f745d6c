"""A workshop with an empty stick."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stations.snapshots.counter import Counter

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop


@pytest.fixture
def counter(workshop: Workshop, tmp_path: Path) -> Counter:
    """Give a workshop and an empty stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return Counter(workshop, folder)
