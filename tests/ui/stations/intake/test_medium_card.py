"""A storage medium is added to the device at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.texts import Texts
from serkut_desk.ui.stations.intake.medium_card import MediumCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.usefixtures("dressed")
def test_a_label_of_ours_is_no_serial_number(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    card = MediumCard(window, Texts("fi"))
    added: list[str] = []
    card.added.connect(added.append)
    card.scanned("S3P9A80F")
    card.scanned(make_code(CodeKind.DEVICE, 87))
    card._add()
    assert added == ["S3P9A80F,ssd,"]
