"""Opens, prints, saves and copies issued papers, for every screen that issues some.

    self._papers = PaperWork(hands, Permission.HAND_OVER, self)
    self._papers.said.connect(self.said)
    ...
    self._papers.open("KU-17")            # the PDF in the system's own program
    self._papers.print(("KU-17", "TS-4")) # on the computer's usual printer, in this order

`ui/parts/paper_tray.py` has the rows and buttons for what was just issued.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import papers
from serkut_desk.stations.reports.commands import ReprintPaper
from serkut_desk.ui.opening import open_path
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from serkut_desk.documents.rendering import PageDots
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.papers import PaperFiles
    from serkut_desk.stations.reports.commands import Reprinted
    from serkut_desk.ui.hands import Hands

_PREVIEW_DPI = 110


class PaperWork(QObject):
    """Does with issued papers what buttons ask; failures and results go to the banner.

    Args:
        hands: Carries out.
        needs: What the person must be allowed to: the permission of the station that asks.
    """

    said = Signal(object)
    """A `Notice`."""
    reprinted = Signal(object)
    """A `Reprinted`: the marked copy was made, and was opened."""
    page_ready = Signal(str, object)
    """Number of a paper and its first page as `PageDots`."""

    def __init__(
        self,
        hands: Hands,
        needs: Permission = Permission.REPORT,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._hands = hands
        self._needs = needs
        self._page_of = ""

    def open(self, number: str) -> None:
        """Open a paper as it was issued, from a copy among the workshop's papers."""
        self._hands.ask(partial(_kept, number=number, needs=self._needs), self._open_first)

    def open_sheet(self, number: str) -> None:
        """Open a report's workbook."""
        self._hands.ask(partial(_kept, number=number, needs=self._needs), self._open_last)

    def save(self, number: str, folder: Path) -> None:
        """Write a paper's files into a folder, such as a memory stick."""
        self._hands.ask(
            partial(_kept, number=number, needs=self._needs, folder=folder), self._saved
        )

    def print(self, numbers: Sequence[str]) -> None:
        """Print papers in this order; the original, for right after it was issued."""
        self._hands.ask(partial(_files, numbers=tuple(numbers), needs=self._needs), self._print)

    def reprint(self, number: str, *, on_paper: bool = False) -> None:
        """Make the next marked copy; open it, or print it."""
        self._hands.submit(
            ReprintPaper(number),
            partial(self._reprinted, on_paper=on_paper),
            changes=lambda done: done.changes,
        )

    def preview(self, number: str) -> None:
        """Draw a paper's first page; `page_ready` tells, unless another was asked for since."""
        self._page_of = number
        self._hands.ask(
            partial(_files, numbers=(number,), needs=self._needs), partial(self._draw, number)
        )

    def _open_first(self, paths: list[Path]) -> None:
        self._show(paths[0])

    def _open_last(self, paths: list[Path]) -> None:
        self._show(paths[-1])

    def _show(self, path: Path) -> None:
        if not open_path(path):
            self.said.emit(Notice(Tone.INFO, self.tr("The paper is ready"), str(path)))

    def _saved(self, paths: list[Path]) -> None:
        names = ", ".join(path.name for path in paths)
        self.said.emit(Notice(Tone.GOOD, self.tr("Saved"), f"{names} · {paths[0].parent}"))

    def _print(self, files: tuple[PaperFiles, ...]) -> None:
        self._send([one.pdf for one in files])

    def _send(self, pdfs: Sequence[bytes]) -> None:
        from serkut_desk.ui import paper_printer  # noqa: PLC0415 - rarely used

        self._hands.work(partial(paper_printer.print_papers, pdfs), self._printed)

    def _send_one(self, pdf: bytes) -> None:
        self._send([pdf])

    def _printed(self, printer: str) -> None:
        self.said.emit(Notice(Tone.GOOD, self.tr("Sent to the printer"), printer))

    def _reprinted(self, done: Reprinted, *, on_paper: bool) -> None:
        title = self.tr("Copy {0} of {1}").replace("{0}", str(done.copy)).replace("{1}", done.name)
        self.said.emit(Notice(Tone.GOOD, title, str(done.path)))
        self.reprinted.emit(done)
        if on_paper:
            self._hands.work(done.path.read_bytes, self._send_one)
        else:
            open_path(done.path)

    def _draw(self, number: str, files: tuple[PaperFiles, ...]) -> None:
        if number == self._page_of:
            self._hands.work(partial(_page, files[0].pdf), partial(self._drawn, number))

    def _drawn(self, number: str, page: PageDots) -> None:
        if number == self._page_of:
            self.page_ready.emit(number, page)


def _files(
    desk: Desk, session: Session | None, numbers: tuple[str, ...], needs: Permission
) -> tuple[PaperFiles, ...]:
    return tuple(papers.files_of(desk, session, number, needs) for number in numbers)


def _kept(
    desk: Desk,
    session: Session | None,
    number: str,
    needs: Permission,
    folder: Path | None = None,
) -> list[Path]:
    files = papers.files_of(desk, session, number, needs)
    return papers.written(files, folder or desk.folder.papers)


def _page(pdf: bytes) -> PageDots:
    from serkut_desk.documents.rendering import pages_as_dots  # noqa: PLC0415 - slow to import

    return pages_as_dots(pdf, _PREVIEW_DPI)[0]
