"""What this desk remembers of its window: scale, language, scanner; kept in the data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from serkut_desk.domain.scanner_setup import ScannerFix
from serkut_desk.ui.palettes import Palette
from serkut_desk.ui.sounds import TUNES, Sound, SoundChoice, Volume

if TYPE_CHECKING:
    from pathlib import Path

FILE = "desk.ini"


class Preferences:
    """Settings of the window, each declared once with type and default.

    Args:
        folder: The data folder; they are kept in `desk.ini` there.
    """

    def __init__(self, folder: Path) -> None:
        self._store = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    @property
    def scale(self) -> float:
        """Size of everything; 1.0 is 100 %. A value that is no number means 1.0."""
        try:
            wanted = float(str(self._store.value("scale", 1.0)))
        except ValueError:
            return 1.0
        return min(max(wanted, 0.8), 2.0)

    @scale.setter
    def scale(self, value: float) -> None:
        self._store.setValue("scale", value)

    @property
    def language(self) -> str:
        """Two letters; Finnish until changed."""
        return str(self._store.value("language", "fi"))

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("language", value)

    @property
    def lock_minutes(self) -> int:
        """After how many minutes without a touch the desk locks itself; 0 never, 5 by default."""
        try:
            wanted = int(str(self._store.value("lock_minutes", 5)))
        except ValueError:
            return 5
        return min(max(wanted, 0), 120)

    @lock_minutes.setter
    def lock_minutes(self, value: int) -> None:
        self._store.setValue("lock_minutes", value)

    @property
    def workshop(self) -> str:
        """The workshop's name as it was last seen, to be shown before the workshop is open."""
        return str(self._store.value("workshop", ""))

    @workshop.setter
    def workshop(self, value: str) -> None:
        self._store.setValue("workshop", value)

    @property
    def scanner_prefix(self) -> str:
        """Key that the scanner sends first, such as `F13` or `~`; empty when it sends none."""
        return str(self._store.value("scanner_prefix", ""))

    @scanner_prefix.setter
    def scanner_prefix(self, value: str) -> None:
        self._store.setValue("scanner_prefix", value)

    @property
    def scanner_fix(self) -> ScannerFix:
        """What is put right in the scans of this desk; nothing by default."""
        told = {
            name: str(self._store.value(f"scanner/{name}", ""))
            for name in ("layout", "before", "after")
        }
        return ScannerFix(**told)

    @scanner_fix.setter
    def scanner_fix(self, value: ScannerFix) -> None:
        for name, held in (
            ("layout", value.layout),
            ("before", value.before),
            ("after", value.after),
        ):
            self._store.setValue(f"scanner/{name}", held)

    @property
    def sounds(self) -> bool:
        """Whether results are also heard."""
        return str(self._store.value("sounds", "true")).lower() == "true"

    @sounds.setter
    def sounds(self, value: bool) -> None:
        self._store.setValue("sounds", "true" if value else "false")

    @property
    def photo_folder(self) -> str:
        """Folder into which a camera or phone puts pictures; empty when none is watched."""
        return str(self._store.value("photo_folder", ""))

    @photo_folder.setter
    def photo_folder(self, value: str) -> None:
        self._store.setValue("photo_folder", value)

    @property
    def report_folder(self) -> str:
        """Folder that is watched for wipe reports; `STICKS` for every stick, empty for none."""
        return str(self._store.value("report_folder", ""))

    @report_folder.setter
    def report_folder(self, value: str) -> None:
        self._store.setValue("report_folder", value)

    def sound(self, kind: Sound) -> SoundChoice:
        """Return how a kind of result sounds at this desk."""
        tune, _, volume = str(self._store.value(f"sound/{kind}", "")).partition(" ")
        known = tune.isdigit() and int(tune) <= TUNES and volume in {one.value for one in Volume}
        return SoundChoice(int(tune), Volume(volume)) if known else SoundChoice()

    def set_sound(self, kind: Sound, choice: SoundChoice) -> None:
        """Remember how a kind of result sounds at this desk."""
        self._store.setValue(f"sound/{kind}", f"{choice.tune} {choice.volume}")

    @property
    def palette(self) -> Palette:
        """The colours of this desk."""
        wanted = str(self._store.value("palette", ""))
        return next((one for one in Palette if one.value == wanted), Palette.USUAL)

    @palette.setter
    def palette(self, value: Palette) -> None:
        self._store.setValue("palette", value.value)

    @property
    def label_on_the_spot(self) -> bool:
        """Whether a received device gets its label from the printer, not from a roll."""
        return str(self._store.value("label_on_the_spot", "false")).lower() == "true"

    @label_on_the_spot.setter
    def label_on_the_spot(self, value: bool) -> None:
        self._store.setValue("label_on_the_spot", "true" if value else "false")
