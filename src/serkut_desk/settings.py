"""Settings of this program on this machine, declared once: name, type, default, meaning."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APPLICATION = "serkut-desk"


def default_data_folder() -> Path:
    """Return the platform's user data folder for this program."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Where everything of one workshop lies."""

    root: Path

    @property
    def database(self) -> Path:
        """The one database file."""
        return self.root / "serkut.sqlite3"

    @property
    def files(self) -> Path:
        """Original reports, photos and issued PDFs, by SHA-256."""
        return self.root / "files"

    @property
    def keys(self) -> Path:
        """The encrypted signing key and the public certificates; never in a plain backup."""
        return self.root / "keys"

    @property
    def lock(self) -> Path:
        """Held by the one process that works on this folder."""
        return self.root / "serkut.lock"

    @property
    def papers(self) -> Path:
        """Copies of printed papers and labels for people to open."""
        return self.root / "papers"


def workstation() -> str:
    """Return this workstation's name for the journal: `SERKUT_WORKSTATION`, else `1`."""
    return os.environ.get("SERKUT_WORKSTATION", "1")[:40]
