"""What the wizard does off the window's thread: try the folder, make the workshop, badges, key."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.settings import DataFolder
from serkut_desk.stations.upkeep.backup_folder import usable_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.ui.doors import Doors
    from serkut_desk.ui.wizard.told import Told


@dataclass(frozen=True, slots=True)
class Tried:
    """A backup folder that can be written to; `same_disk` as the data."""

    folder: Path
    same_disk: bool


class Making:
    """Everything happens in the database lane, one after the other.

    Args:
        root: The data folder.
        find_doors: Gives what makes and opens workshops.
    """

    def __init__(self, root: Path, find_doors: Callable[[], Doors]) -> None:
        self._root = root
        self._find_doors = find_doors
        self._held = ExitStack()
        self._desk: Desk | None = None
        self._badge = ""
        self._pin = ""

    def try_folder(self, folder: str) -> Tried:
        """Look whether backups can go to a folder.

        Raises:
            Refused: It is no second place.
            Unavailable: It cannot be written to.
        """
        chosen = usable_folder(DataFolder(self._root), Path(folder))
        present = next(one for one in (self._root, *self._root.parents) if one.exists())
        return Tried(chosen, chosen.stat().st_dev == present.stat().st_dev)

    def make(self, told: Told) -> tuple[str, ...]:
        """Make the workshop and open it; return keys of sentences about what cannot be done."""
        doors = self._find_doors()
        made = doors.create_desk(self._root, told.start())
        self._desk = self._held.enter_context(doors.open_desk(self._root))
        self._badge = made.people[0]
        self._pin = told.first.pin if told.first else ""
        return made.cannot

    def badges(self, language: str) -> Path:
        """Write the badges."""
        from serkut_desk.stations.people.badge_sheet import badge_sheet  # noqa: PLC0415 - loads reportlab

        return badge_sheet(self._opened, self._session(), language=language)

    def key(self, passphrase: str) -> str:
        """Make the key of the seal and return its fingerprint.

        Raises:
            Refused: The passphrase is too weak, or there is a key.
        """
        from serkut_desk.stations.certificates.commands import CreateKey  # noqa: PLC0415 - loads cryptography

        return self._opened.do(self._session(), CreateKey(passphrase)).fingerprint

    def close(self) -> None:
        """Let go of the workshop, in the thread that opened it."""
        self._pin = ""
        self._desk = None
        self._held.close()

    @property
    def _opened(self) -> Desk:
        assert self._desk is not None
        return self._desk

    def _session(self) -> Session:
        """Sign in as the first supervisor, whose PIN was just chosen here."""
        from serkut_desk.stations.people import sign_in  # noqa: PLC0415 - argon2 only when needed

        _person, session = sign_in.with_badge(self._opened, self._badge)
        return sign_in.with_pin(self._opened, session, self._pin)
