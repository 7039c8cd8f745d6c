"""How the window comes to its workshop; the composition root provides it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
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


@dataclass(frozen=True, slots=True)
class DemoWorkshop:
    """A workshop that was made to look at: its data folder, badges, and the PIN that opens it."""

    data: Path
    supervisor: str
    maker: str
    pin: str


class PlayDemo(Protocol):
    """Makes a workshop to look at."""

    def __call__(self, root: Path, language: str, tell: Callable[[str], None]) -> DemoWorkshop:
        """Play the demo week beside a data folder; what is there already is not played again.

        Args:
            root: The data folder in which real work will be; nothing is written to it.
            language: Of everything.
            tell: Takes each sentence while the week goes on.

        Raises:
            KnownFailure: It cannot be written, or something else is there.
        """
