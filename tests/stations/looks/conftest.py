"""A counter at which second looks are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stations.certificates.counter import new_seal
from stations.looks.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop


@pytest.fixture
def reader(workshop: Workshop, tmp_path: Path) -> Reader:
    """Give a workshop with a key, an empty stick and somebody who had no part in anything."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return Reader(workshop, folder, seal=new_seal(workshop))
