"""A workshop with an empty stick."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stations.wiping.shop import Shop

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop


@pytest.fixture
def shop(workshop: Workshop, tmp_path: Path) -> Shop:
    """Give a workshop and an empty stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return Shop(workshop, folder)
