"""A workshop at its wiping station."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stations.certificates.counter import new_seal
from stations.wiping.loose import Bench
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


@pytest.fixture
def bench(workshop: Workshop, tmp_path: Path) -> Bench:
    """Give a workshop with a key and an empty stick, where media go about."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return Bench(workshop, folder, seal=new_seal(workshop))
