"""What can be done with one file, by where it stands and by who looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.codes import short
from serkut_desk.domain.evidence_place import Place
from serkut_desk.domain.permissions import Permission
from serkut_desk.ui.panel import Action

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from serkut_desk.stations.evidence.queries import DriveLine, FilePage

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Doing:
    """What carries out each action."""

    accept: Callable[[int], None]
    reject: Callable[[int], None]
    which: Callable[[int], None]
    aside: Callable[[int], None]
    clock: Callable[[int], None]
    settle: Callable[[], None]
    again: Callable[[], None]
    columns: Callable[[], None]
    show: Callable[[int], None]
    wiping: Callable[[str], None]
    original: Callable[[], None]


def open_drive(page: FilePage) -> DriveLine | None:
    """Return the first drive that waits for a decision, the gravest doubt first."""
    counting = [one for one in page.drives if one.run.set_aside_by is None]
    for doubt in (_contradicted, _unknown, _not_good):
        for one in counting:
            if doubt(one):
                return one
    return None


def _contradicted(one: DriveLine) -> bool:
    return one.run.contradicted


def _unknown(one: DriveLine) -> bool:
    return one.run.match != "matched"


def _not_good(one: DriveLine) -> bool:
    return one.run.verdict.value != "PASSED"


def actions(page: FilePage, held: frozenset[str], doing: Doing) -> Iterator[Action]:
    """Yield what can be done; the first is the next step."""
    line, decides = page.line, Permission.DECIDE.value in held
    drive = open_drive(page)
    if line.place is Place.UNREADABLE:
        yield from _unreadable(page, held, doing)
    elif drive is not None and line.waits:
        yield from _decide(line.place, drive, held, doing)
    elif line.short_of:
        yield from _onward(page, doing)
    elif _to_map(page, held):
        yield _columns(doing)
        yield Action(translate("EvidenceActions", "Read again"), doing.again, "F7", "refresh-cw")
    if line.first is not None:
        first = translate("EvidenceActions", "Show the first")
        yield Action(first, _Call(doing.show, line.first), "F7", "file-text")
    if decides:
        yield from _clock(page, doing)
    if page.kept:
        yield Action(translate("EvidenceActions", "Original"), doing.original, "F3", "eye")


def _to_map(page: FilePage, held: frozenset[str]) -> bool:
    """Whether it is a table that no mapping knows, before somebody who may tell its columns."""
    return page.kept and page.line.is_table and Permission.POLICY.value in held


def _columns(doing: Doing) -> Action:
    word = translate("EvidenceActions", "Tell the columns")
    return Action(word, doing.columns, "F10", "columns-2", main=True)


def _unreadable(page: FilePage, held: frozenset[str], doing: Doing) -> Iterator[Action]:
    mapping = _to_map(page, held)
    if mapping:
        yield _columns(doing)
    if page.line.waits and Permission.DECIDE.value in held:
        word, key = translate("EvidenceActions", "Looked at"), "F8" if mapping else "F10"
        yield Action(word, doing.settle, key, "check", main=not mapping)
    if page.kept:
        again = translate("EvidenceActions", "Read again")
        yield Action(again, doing.again, "F7", "refresh-cw")


def _decide(place: Place, drive: DriveLine, held: frozenset[str], doing: Doing) -> Iterator[Action]:
    run, decides = drive.run, Permission.DECIDE.value in held
    aside = Action(
        translate("EvidenceActions", "Does not count"), _Call(doing.aside, run.id), "F8", "ban"
    )
    if place is Place.CONTRADICTION:
        if drive.against:
            other = translate("EvidenceActions", "Show the other")
            yield Action(
                other, _Call(doing.show, drive.against[0].number), "F7", "file-text", main=True
            )
        yield from (aside,) if decides else ()
    elif place is Place.UNKNOWN_MEDIUM and drive.proposed and run.medium_id is not None:
        if Permission.MEDIA.value in held:
            word = translate("EvidenceActions", "It is in {0}")
            word = word.replace("{0}", short(drive.device or ""))
            yield Action(word, _Call(doing.accept, run.medium_id), "F10", "check", main=True)
        if decides:
            ours = translate("EvidenceActions", "Not ours")
            yield Action(ours, _Call(doing.reject, run.medium_id), "F8", "ban")
    elif place is Place.UNKNOWN_MEDIUM:
        if decides:
            word = translate("EvidenceActions", "Which disk?")
            yield Action(word, _Call(doing.which, run.id), "F10", "hard-drive", main=True)
            yield aside
    else:
        if drive.device:
            yield _to_wiping(drive.device, doing)
        yield from (aside,) if decides else ()


def _onward(page: FilePage, doing: Doing) -> Iterator[Action]:
    """Offer the place where is decided how a medium goes on."""
    device = next((one.device for one in page.drives if one.short_of and one.device), None)
    if device is not None:
        yield _to_wiping(device, doing)


def _to_wiping(device: str, doing: Doing) -> Action:
    word = translate("EvidenceActions", "Go to wiping")
    return Action(word, _Say(doing.wiping, device), "F10", "eraser", main=True)


def _clock(page: FilePage, doing: Doing) -> Iterator[Action]:
    for one in page.drives:
        if one.noted_by is None and one.may_be_local:
            word = translate("EvidenceActions", "Clock ran in local time")
            yield Action(word, _Call(doing.clock, one.run.id), "F11", "clock")
            return


class _Call:
    """Does something with a number."""

    def __init__(self, do: Callable[[int], None], number: int) -> None:
        self._do = do
        self._number = number

    def __call__(self) -> None:
        self._do(self._number)


class _Say:
    """Does something with a text."""

    def __init__(self, do: Callable[[str], None], text: str) -> None:
        self._do = do
        self._text = text

    def __call__(self) -> None:
        self._do(self._text)
