"""A workshop with a bench."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stations.certificates.counter import new_seal
from stations.installation.bench_hands import BenchHands

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop


@pytest.fixture
def hands(workshop: Workshop, tmp_path: Path) -> BenchHands:
    """Give a workshop with a key, an empty stick, a seller and an image."""
    folder = tmp_path / "stick"
    folder.mkdir()
    made = BenchHands(workshop, folder, seal=new_seal(workshop))
    made.know_seller()
    made.image()
    workshop.clock.tick(hours=4)
    return made
