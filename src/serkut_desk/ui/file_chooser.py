"""Qt's file dialog, begun in the folder that was used last, else in the home folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FileChooser(QFileDialog):
    """Asks for files or a folder.

    Args:
        parent: The widget that asks.
        title: What is asked for.
    """

    _last: ClassVar[Path | None] = None

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title, self.start())
        self.accepted.connect(self._remember)

    @classmethod
    def start(cls) -> str:
        """Return the folder to begin in; a stick that is gone is no folder any more."""
        last = cls._last
        return str(last if last is not None and last.is_dir() else Path.home())

    def _remember(self) -> None:
        # Where the file is: a path that was typed need not lie in the folder that is shown.
        chosen = Path(self.selectedFiles()[0])
        FileChooser._last = chosen if chosen.is_dir() else chosen.parent
