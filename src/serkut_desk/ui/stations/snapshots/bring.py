"""Bringing in machines' lists from a stick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from serkut_desk.ui.parts.bring_card import BringCard, BringWords
from serkut_desk.ui.sticks import Stick, sticks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


class ListsCard(BringCard):
    """Leads through an import of machines' lists.

    Args:
        parent: The window.
        find_sticks: Tells what is plugged in.
    """

    wanted = Signal(object)
    """Paths. Answer with `show_fate` or `show_failure`."""

    def __init__(
        self, parent: QWidget, find_sticks: Callable[[], tuple[Stick, ...]] = sticks
    ) -> None:
        super().__init__(parent, _words(), find_sticks)

    def taken(self, paths: tuple[Path, ...]) -> None:
        """Read them at once: nothing else is asked."""
        self.show_reading()
        self.wanted.emit(paths)


def _words() -> BringWords:
    """Return the words of the card, in the window's language."""
    return BringWords(
        title=translate("ListsCard", "Bring in machines' lists"),
        picture=translate("ListsCard", "A stick from a machine goes into the computer"),
        put_in=translate("ListsCard", "Put in the stick from the machine, or drop the files here."),
        reading=translate("ListsCard", "Reading the lists…"),
        folder=translate("ListsCard", "Folder with machines' lists"),
        files=translate("ListsCard", "Machines' lists"),
        show=translate("ListsCard", "Show the machines"),
    )
