"""How the window comes to its workshop; the composition root provides it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.first_start import FirstStart, Made


class Doors(Protocol):
    """Opens and makes workshops."""

    def open_desk(self, root: Path) -> AbstractContextManager[Desk]:
        """Open the workshop in a folder, alone.

        Raises:
            Unavailable: Another process has it, or it can not be used.
        """

    def create_desk(self, root: Path, start: FirstStart) -> Made:
        """Make a workshop in a folder that has none.

        Raises:
            KnownFailure: Something told is not right, or the folder can not be used.
        """
