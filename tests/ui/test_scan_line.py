"""What stands in the scan line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from serkut_desk.ui.scan_line import ScanLine
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _as_wide(line: ScanLine, needed: int) -> bool:
    return line.edit.width() >= needed


@pytest.mark.usefixtures("dressed")
def test_what_was_read_is_whole_and_the_words_beside_it_give_way(qtbot: QtBot) -> None:
    line = ScanLine()
    qtbot.addWidget(line)
    line.show()
    words = "Kaksi eri inventaarionumeroa. Kumpi on oikea?"
    for width, whole in ((270, False), (900, True)):
        line.resize(width, line.height())
        line.add("HKI-0082986")
        line.end()
        line.show_taken(words, Tone.ATTENTION)
        needed = line.edit.fontMetrics().horizontalAdvance("HKI-0082986")
        qtbot.waitUntil(partial(_as_wide, line, needed))
        assert (line._taken.text() == words) is whole
        assert line._taken.toolTip() == ("" if whole else words)
