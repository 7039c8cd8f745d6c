"""A workshop at its certificate counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stations.certificates.counter import Counter, new_seal

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop


@pytest.fixture
def counter(workshop: Workshop, tmp_path: Path) -> Counter:
    """Give a workshop with a key and an empty stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return Counter(workshop, folder, seal=new_seal(workshop))
