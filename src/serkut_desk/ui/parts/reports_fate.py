"""What became of reports that were brought in, in words: where each file stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.evidence_place import Place
from serkut_desk.ui.parts.bring_card import FateRow, FateView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.stations.wiping.results import Imported, ImportedFile
    from serkut_desk.texts import Texts

TONES = {
    Place.CONTRADICTION: Tone.STOP,
    Place.UNKNOWN_MEDIUM: Tone.ATTENTION,
    Place.TO_REVIEW: Tone.ATTENTION,
    Place.FAILED: Tone.STOP,
    Place.ABORTED: Tone.ATTENTION,
    Place.UNREADABLE: Tone.ATTENTION,
    Place.MATCHED: Tone.GOOD,
    Place.DUPLICATE: Tone.INFO,
    Place.ATTACHED: Tone.INFO,
}
"""Colour and sign of each place."""


class FileNumbers(QObject):
    """Says numbers with the right form of their word."""

    def read(self, count: int) -> str:
        """How many files were read."""
        return self.tr("%n files read", "", count)

    def clean(self, count: int) -> str:
        """How many are in order."""
        return self.tr("%n in order", "", count)

    def person(self, count: int) -> str:
        """How many a supervisor has to look at."""
        return self.tr("%n need a supervisor", "", count)

    def known(self, count: int) -> str:
        """How many were there already."""
        return self.tr("%n known already", "", count)

    def beside(self, count: int) -> str:
        """How many are kept and prove nothing."""
        return self.tr("%n other files", "", count)


def fate_view(done: Imported, texts: Texts) -> FateView:
    """Return what became of an import: one title, one line, a row for every file."""
    say = FileNumbers()
    places = [Place(file.place) for file in done.files if file.place]
    waiting = sum(file.waits for file in done.files)
    known = places.count(Place.DUPLICATE)
    words = [say.clean(places.count(Place.MATCHED))]
    words += [say.person(waiting)] if waiting else []
    words += [say.known(known)] if known else []
    others = len(done.files) - places.count(Place.MATCHED) - waiting - known
    words += [say.beside(others)] if others > 0 else []
    return FateView(
        tone=Tone.ATTENTION if waiting else Tone.GOOD,
        title=say.read(len(done.files)),
        text=" · ".join(words),
        rows=tuple(_fate_row(file, texts) for file in gravest_first(done)),
    )


def gravest_first(done: Imported) -> list[ImportedFile]:
    """Return the files of an import: what waits first, the gravest of it before all."""
    order = list(Place)
    placed = [one for one in done.files if one.place]
    return sorted(placed, key=lambda one: (not one.waits, order.index(Place(one.place))))


def _fate_row(file: ImportedFile, texts: Texts) -> FateRow:
    place = Place(file.place)
    tone = TONES[place]
    if not file.waits and tone in {Tone.STOP, Tone.ATTENTION}:
        tone = Tone.PLAIN
    drives = [drive.serial or drive.device for run in file.runs for drive in run.results]
    said = ", ".join(drives)
    if file.first:
        said = texts.say("place.again", first=file.first)
    elif not said and file.kind and texts.has(f"report.{file.kind}"):
        said = texts.say(f"report.{file.kind}")
    return FateRow(Path(file.file).name, texts.say(f"place.{place}"), tone, said)
