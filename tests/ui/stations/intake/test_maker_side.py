"""The maker's right side where there is little room."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect

from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.stations.intake.guide import GuideCard
from serkut_desk.ui.stations.intake.maker_side import MakerSide
from serkut_desk.ui.stations.intake.views import CountsView, GuideView, ResultView, StickerLine
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _is_seen(picture: Picture, wanted: bool) -> bool:  # noqa: FBT001 - a partial of the test
    return picture.isVisible() is wanted


def nothing() -> None:
    """Stand for any action."""


@pytest.mark.usefixtures("dressed")
def test_stop_is_in_sight_however_many_stickers_were_read(qtbot: QtBot) -> None:
    side = MakerSide(Action("Akku turvonnut? Lue STOP-kortti.", nothing, key="F4", icon="hand"))
    qtbot.addWidget(side)
    side.show_result(ResultView(Tone.ATTENTION, "Yksi kysymys"))
    side.show_counts(CountsView(120, 2, 1, 118))
    side.show_actions([Action("Peruuta", nothing, key="F9", icon="undo-2")])
    asked = "Luit kaksi eri inventaarionumeroa. Kumpi on oikea?"
    side.show_stickers([StickerLine(Tone.ATTENTION, asked, f"HKI-009251{n}") for n in range(6)])
    side.resize(side.minimumSizeHint().width(), 420)
    side.show()
    qtbot.waitExposed(side)
    whole = QRect(0, 0, side.width(), side.height())
    assert side.height() == 420, "it asks for no more than there is"
    assert whole.contains(side.invite.geometry())
    cards = side._cards
    assert cards.verticalScrollBar().maximum() > 0, "the rest rolls"
    inside = cards.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= cards.viewport().width(), "and no word is cut"


@pytest.mark.usefixtures("dressed")
def test_the_picture_gives_way_to_answers_in_many_rows(qtbot: QtBot) -> None:
    card = GuideCard()
    qtbot.addWidget(card)
    card.show()
    view = GuideView(PictureName.SCANNER, "Lukija", "Miksi sarjanumeroa ei saa?")
    answers = [Action(f"Sarjanumeroa ei voi lukea {n}", nothing, "F2", "eye") for n in range(6)]
    for width, seen in ((560, False), (1200, True)):
        card.resize(width, 500)
        card.show_guide(view, answers)
        picture = card.findChild(Picture)
        assert picture is not None
        qtbot.waitUntil(partial(_is_seen, picture, seen))
        assert card.minimumSizeHint().height() <= 500
