"""A workshop at its till."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stations.certificates.counter import new_seal
from stations.handover.till import Till

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop


@pytest.fixture
def till(workshop: Workshop, tmp_path: Path) -> Till:
    """Give a workshop with a key, an empty stick and a seller."""
    folder = tmp_path / "stick"
    folder.mkdir()
    made = Till(workshop, folder, seal=new_seal(workshop))
    made.know_seller()
    return made
