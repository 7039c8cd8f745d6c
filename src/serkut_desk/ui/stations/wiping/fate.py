"""What became of an import, in words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from serkut_desk.ui.parts.bring_card import FateRow, FateView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.stations.wiping.results import Imported, ImportedDrive, ImportedFile
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

_TONES = {
    "read": Tone.GOOD,
    "duplicate": Tone.INFO,
    "attachment": Tone.INFO,
    "unreadable": Tone.STOP,
    "not_a_report": Tone.ATTENTION,
}
_PASSED, _MATCHED, _UNKNOWN = "PASSED", "matched", "unknown"


class FateNumbers(QObject):
    """Says numbers with the right form of their word."""

    def found(self, count: int) -> str:
        """How many wipes the files tell of."""
        return self.tr("%n wipes found", "", count)

    def clean(self, count: int) -> str:
        """How many ended without errors."""
        return self.tr("%n without errors", "", count)

    def other(self, count: int) -> str:
        """How many ended otherwise."""
        return self.tr("%n otherwise", "", count)

    def undecided(self, count: int) -> str:
        """How many wait for a decision."""
        return self.tr("%n to decide", "", count)

    def files(self, count: int) -> str:
        """How many files were looked at."""
        return self.tr("%n files looked at", "", count)

    def unread(self, count: int) -> str:
        """How many files could not be read."""
        return self.tr("%n files could not be read", "", count)

    def unknown(self, count: int) -> str:
        """How many drives nobody knows."""
        return self.tr("%n unknown drives", "", count)


def fate_view(imported: Imported, texts: Texts) -> FateView:
    """Return one title, one line, and a row for every file."""
    drives = [drive for file in imported.files for run in file.runs for drive in run.results]
    found, files, unread = len(drives), len(imported.files), imported.unreadable
    clean = sum(one.verdict == _PASSED for one in drives)
    other = found - clean
    undecided = sum(one.match != _MATCHED for one in drives)
    say = FateNumbers()
    if found:
        title, words = say.found(found), [say.clean(clean), say.other(other)]
    else:
        title, words = translate("WipeFate", "No new wipe was found"), [say.files(files)]
    if undecided:
        words.append(say.undecided(undecided))
    if unread:
        words.append(say.unread(unread))
    trouble = unread or undecided or other or not found
    return FateView(
        tone=Tone.ATTENTION if trouble else Tone.GOOD,
        title=title,
        text=" · ".join(words),
        rows=tuple(_row(file, texts) for file in imported.files),
    )


def _row(file: ImportedFile, texts: Texts) -> FateRow:
    drives = [drive for run in file.runs for drive in run.results]
    return FateRow(
        name=Path(file.file).name,
        outcome=texts.say(f"outcome.{file.outcome}"),
        tone=_TONES[file.outcome],
        said=_found(drives, texts) if drives else _kind(file, texts),
    )


def _found(drives: list[ImportedDrive], texts: Texts) -> str:
    """Return `2 x Tyhjennetty ilman virheitä. 1 x ...`, and drives that belong to nobody."""
    counted = Counter(drive.verdict for drive in drives)
    words = [
        f"{count} x {texts.say(f'verdict.{verdict}')}"
        if count > 1
        else texts.say(f"verdict.{verdict}")
        for verdict, count in counted.items()
    ]
    unknown = sum(drive.match == _UNKNOWN for drive in drives)
    if unknown:
        words.append(f"{FateNumbers().unknown(unknown)}.")
    return " ".join(words)


def _kind(file: ImportedFile, texts: Texts) -> str:
    key = f"report.{file.kind}"
    return texts.say(key) if file.kind and texts.has(key) else ""
