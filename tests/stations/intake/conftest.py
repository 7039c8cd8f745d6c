"""A lot with a small list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stations.intake.door import LIST, Door

if TYPE_CHECKING:
    from kit import Workshop


@pytest.fixture
def door(workshop: Workshop) -> Door:
    """Give the intake of a workshop with one open lot and its list."""
    made = Door(workshop)
    made.lot = made.open(manifest=LIST).lot.code
    return made
