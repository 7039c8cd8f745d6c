"""What every test shares."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit import Workshop


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    """Give a fresh workshop with two supervisors and a maker."""
    import kit  # noqa: PLC0415 - after QT_QPA_PLATFORM is set

    made = kit.make_workshop(tmp_path / "data")
    yield made
    made.desk.database.close()
