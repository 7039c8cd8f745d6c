"""Machines' lists in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from serkut_desk.domain.codes import short
from serkut_desk.stations.snapshots import wording
from serkut_desk.stations.snapshots.queries import LineState
from serkut_desk.ui.device_words import name_of
from serkut_desk.ui.parts.bring_card import FateRow, FateView
from serkut_desk.ui.stations.snapshots.views import CandidateView, LineView, ListRow, PageView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.stations.snapshots.commands import SnapshotsTaken, TakenIn
    from serkut_desk.stations.snapshots.queries import Line, Page, SnapshotLine
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

_TONES = {
    "matched": Tone.GOOD,
    "candidates": Tone.ATTENTION,
    "unknown": Tone.INFO,
    "virtual": Tone.ATTENTION,
    "set_aside": Tone.PLAIN,
    "known": Tone.INFO,
    "unreadable": Tone.STOP,
}
_LINE_TONES = {
    LineState.DIFFERS: Tone.ATTENTION,
    LineState.NEW: Tone.INFO,
    LineState.PROPOSED: Tone.ATTENTION,
    LineState.MILDER: Tone.ATTENTION,
    LineState.ELSEWHERE: Tone.STOP,
    LineState.WENT_ON: Tone.INFO,
    LineState.TAKEN_OUT: Tone.ATTENTION,
    LineState.NOT_SEEN: Tone.ATTENTION,
    LineState.NOT_SURE: Tone.INFO,
}
# What blocks the device stands first, then what somebody has to choose.
_GRAVEST = (
    LineState.PROPOSED,
    LineState.ELSEWHERE,
    LineState.TAKEN_OUT,
    LineState.MILDER,
    LineState.DIFFERS,
    LineState.NEW,
    LineState.NOT_SEEN,
    LineState.WENT_ON,
    LineState.NOT_SURE,
)


class SnapshotCounts(QObject):
    """Says numbers with the right form of their word."""

    def lists(self, count: int) -> str:
        """How many machines' lists came in."""
        return self.tr("%n machines came in", "", count)

    def known(self, count: int) -> str:
        """How many were in already."""
        return self.tr("%n known already", "", count)

    def unread(self, count: int) -> str:
        """How many files could not be read."""
        return self.tr("%n files could not be read", "", count)

    def disks(self, count: int) -> str:
        """How many disks nobody declared."""
        return self.tr("%n disks that nobody declared", "", count)

    def waiting(self, count: int) -> str:
        """How many lines can be chosen."""
        return self.tr("%n to choose", "", count)

    def several(self, count: int) -> str:
        """How many devices it may be."""
        return self.tr("%n devices it may be", "", count)


def list_row(line: SnapshotLine, texts: Texts) -> ListRow:
    """Return a machine's row of the list."""
    state, tone = _state(line, texts)
    return ListRow(
        str(line.number),
        line.machine or line.name,
        line.serial,
        short(line.device) if line.device else "",
        state,
        tone,
    )


def _state(line: SnapshotLine, texts: Texts) -> tuple[str, Tone]:
    if line.outcome != "matched":
        return texts.say(f"snapshot.outcome.{line.outcome}"), _TONES[line.outcome]
    if line.settled:
        return translate("Snapshots", "done"), Tone.GOOD
    if line.differing:
        return SnapshotCounts().waiting(line.differing), Tone.ATTENTION
    return translate("Snapshots", "all the same"), Tone.GOOD


def page_view(page: Page, texts: Texts, *, decides: bool) -> PageView:
    """Return one machine; `decides` tells whether the person may overrule what is recorded."""
    line = page.line
    differing = sorted(filter(_differs, page.lines), key=lambda one: _GRAVEST.index(one.state))
    shown = [_line(one, texts, decides=decides) for one in differing]
    same = ", ".join(
        texts.say(f"snapshot.what.{one.what}") for one in page.lines if not _differs(one)
    )
    device = short(line.device) if line.device else ""
    answer, why, tone = _answer(page, decides=decides, choosable=any(o.choosable for o in shown))
    parts = (line.serial, device, texts.say(f"snapshot.format.{line.format}"))
    return PageView(
        line.number,
        line.machine or line.name,
        " · ".join(filter(None, parts)),
        tone,
        answer,
        why,
        tuple(shown),
        same,
        tuple(
            CandidateView(
                one.device,
                " · ".join(filter(None, (short(one.device), name_of(one.manufacturer, one.model)))),
                ", ".join(texts.say(f"snapshot.reason.{word}") for word in one.reasons),
                one.clear,
            )
            for one in page.candidates
        ),
        wording.notes(page.snapshot, texts),
        line.device or "",
        waits=any(one.locked for one in shown),
    )


def _differs(line: Line) -> bool:
    return line.state is not LineState.SAME


def _line(line: Line, texts: Texts, *, decides: bool) -> LineView:
    return LineView(
        line.key,
        texts.say(f"snapshot.what.{line.what}"),
        wording.value_words(line.what, line.recorded, texts) if line.recorded else "",
        wording.value_words(line.what, line.told, texts) if line.told else "",
        wording.state_words(line, texts),
        _LINE_TONES[line.state],
        choosable=line.choosable and (decides or not line.supervisor),
        locked=line.choosable and line.supervisor and not decides,
    )


def _answer(page: Page, *, decides: bool, choosable: bool) -> tuple[str, str, Tone]:
    """Return what is so, what to do, and its tone."""
    outcome = page.line.outcome
    if outcome == "matched":
        return _of_device(page, choosable=choosable)
    if outcome == "candidates":
        why = translate("Snapshots", "Choose the right one, or scan its label.")
        ask = translate("Snapshots", "Ask a supervisor to choose.")
        title = translate("Snapshots", "Which device is this?")
        return title, why if decides else ask, Tone.ATTENTION
    if outcome == "unknown":
        title = translate("Snapshots", "This machine is not in the house")
        why = translate("Snapshots", "The list waits. It finds the device when it is received.")
        return title, why, Tone.INFO
    if outcome == "virtual":
        title = translate("Snapshots", "This is a virtual machine, no device")
        why = translate("Snapshots", "Make the list on the machine itself.")
        return title, why, Tone.ATTENTION
    title = translate("Snapshots", "A supervisor set this list aside")
    return title, translate("Snapshots", "It does not count."), Tone.PLAIN


def _of_device(page: Page, *, choosable: bool) -> tuple[str, str, Tone]:
    device = short(page.line.device or "")
    proposed = page.line.proposed
    if page.line.settled:
        title = translate("Snapshots", "{0} is done").replace("{0}", device)
        return title, translate("Snapshots", "Somebody has chosen already."), Tone.GOOD
    title = translate("Snapshots", "This is {0}").replace("{0}", device)
    if proposed:
        why = SnapshotCounts().disks(proposed)
        block = translate("Snapshots", "The device waits until that is accepted.")
        return title, f"{why}. {block}", Tone.ATTENTION
    if choosable:
        return title, translate("Snapshots", "Choose what the machine knows better."), Tone.GOOD
    if any(line.choosable for line in page.lines):
        return title, translate("Snapshots", "A supervisor chooses the rest."), Tone.INFO
    return title, translate("Snapshots", "The machine and the record say the same."), Tone.GOOD


def fate_view(done: SnapshotsTaken, texts: Texts) -> FateView:
    """Return what became of an import."""
    say, files = SnapshotCounts(), done.files
    new = [one for one in files if one.outcome not in {"known", "unreadable"}]
    known = sum(one.outcome == "known" for one in files)
    disks = sum(one.proposed for one in new)
    title = say.lists(len(new)) if new else translate("Snapshots", "No new machine came in")
    words = [
        say.disks(disks) if disks else "",
        say.known(known) if known else "",
        say.unread(done.unreadable) if done.unreadable else "",
    ]
    clean = bool(new) and not done.unreadable and all(one.outcome == "matched" for one in new)
    return FateView(
        Tone.GOOD if clean and not disks else Tone.ATTENTION,
        title,
        " · ".join(filter(None, words)),
        tuple(_fate(one, texts) for one in files),
    )


def _fate(one: TakenIn, texts: Texts) -> FateRow:
    said = " · ".join(
        filter(
            None,
            (
                one.machine,
                short(one.device) if one.device else "",
                SnapshotCounts().several(len(one.candidates)) if one.candidates else "",
                SnapshotCounts().disks(one.proposed) if one.proposed else "",
            ),
        )
    )
    if one.failure is not None:
        said = texts.failure(one.failure)["what"]
    outcome = texts.say(f"snapshot.outcome.{one.outcome}")
    return FateRow(Path(one.file).name, outcome, _TONES[one.outcome], said)
