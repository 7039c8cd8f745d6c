"""How everything at the wiping station stands, in one banner."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.stations.wiping.queries import Group, Situation
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.stations.wiping.wording import OTHERS, RowNumbers
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Collection

    from serkut_desk.stations.wiping.queries import WaitingRow

translate = QCoreApplication.translate


def summary(rows: Collection[WaitingRow]) -> Notice:
    """Return how everything stands, for the banner after an import."""
    found = Counter(row.situation for row in rows)
    say = RowNumbers()
    waiting = sum(found[one] for one in (Situation.WAITS_APPROVAL, *OTHERS))
    undecided = sum(row.group is Group.DECIDE for row in rows)
    words = [
        (waiting, say.waiting(waiting)),
        (found[Situation.NOT_ENOUGH], say.not_enough(found[Situation.NOT_ENOUGH])),
        (found[Situation.FAILED], say.failed(found[Situation.FAILED])),
        (undecided, say.undecided(undecided)),
    ]
    title = ", ".join(word for count, word in words if count)
    trouble = found[Situation.NOT_ENOUGH] or found[Situation.FAILED] or undecided
    if not title:
        return Notice(Tone.INFO, translate("Wiping", "Nothing waits for approval"))
    text = translate("Wiping", "Nothing is ready before it is approved.")
    return Notice(Tone.ATTENTION if trouble else Tone.GOOD, title, text)
