"""What became of an import, in words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.ui.stations.wiping.views import FateRow, FateView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.stations.wiping.results import Imported, ImportedDrive, ImportedFile
    from serkut_desk.texts import Texts

_TONES = {
    "read": Tone.GOOD,
    "duplicate": Tone.INFO,
    "attachment": Tone.INFO,
    "unreadable": Tone.STOP,
    "not_a_report": Tone.ATTENTION,
}
_PASSED, _MATCHED, _UNKNOWN = "PASSED", "matched", "unknown"


def fate_view(imported: Imported, texts: Texts) -> FateView:
    """Return one title, one line, and a row for every file."""
    say = QCoreApplication.translate
    drives = [drive for file in imported.files for run in file.runs for drive in run.results]
    clean = sum(one.verdict == _PASSED for one in drives)
    open_ones = sum(one.match != _MATCHED for one in drives)
    unread = imported.unreadable
    title = say("WipeFate", "%n wipes found", "", len(drives))
    words = [
        say("WipeFate", "%n without errors", "", clean),
        say("WipeFate", "%n otherwise", "", len(drives) - clean),
    ]
    if open_ones:
        words.append(say("WipeFate", "%n to decide", "", open_ones))
    if unread:
        words.append(say("WipeFate", "%n files could not be read", "", unread))
    if not drives:
        title = say("WipeFate", "No new wipe was found")
        words = [say("WipeFate", "%n files looked at", "", len(imported.files))]
    trouble = unread or open_ones or clean < len(drives) or not drives
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
        words.append(QCoreApplication.translate("WipeFate", "%n unknown drives", "", unknown) + ".")
    return " ".join(words)


def _kind(file: ImportedFile, texts: Texts) -> str:
    key = f"report.{file.kind}"
    return texts.say(key) if file.kind and texts.has(key) else ""
