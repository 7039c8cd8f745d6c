"""Colours can be read, sizes follow the user's scale, fonts are our own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontInfo

from serkut_desk import shipped
from serkut_desk.ui import icons, theme
from serkut_desk.ui.parts.pictures import PictureName
from serkut_desk.ui.preferences import FILE, Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("pair", sorted(set(theme.TEXT_ON_GROUND)))
def test_every_text_can_be_read_on_its_ground(pair: tuple[str, str]) -> None:
    assert theme.contrast(*pair) >= 4.5


def test_every_rule_of_the_style_sheet_can_be_read() -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", theme.style_sheet())
    pairs = []
    for names, body in rules:
        text = re.search(r"(?<![-\w])color: (#[0-9a-f]{6})", body)
        ground = re.search(r"background: (#[0-9a-f]{6})", body)
        if text and ground:
            pairs.append((names.strip(), text[1], ground[1]))
    assert len(pairs) > 10
    assert [pair for pair in pairs if theme.contrast(*pair[1:]) < 4.5] == []


def test_every_text_colour_of_the_style_sheet_is_held_to_a_ground() -> None:
    texts = set(re.findall(r"(?<![-\w])color: (#[0-9a-f]{6})", theme.style_sheet()))
    assert texts <= {text for text, _ground in theme.TEXT_ON_GROUND}


def test_contrast_is_that_of_the_standard() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#ffffff", "#ffffff") == pytest.approx(1)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_style_sheet_has_no_colour_of_its_own() -> None:
    source = shipped.resource("styles", "desk.qss").read_text(encoding="utf-8")
    assert "#" not in source
    assert "$" not in theme.style_sheet()
    assert "@" not in theme.style_sheet()


def test_sizes_follow_the_scale(dressed: QApplication) -> None:
    theme.apply(dressed, 1.5)
    assert theme.px(44) == 66
    assert "font-size: 22px" in theme.style_sheet()
    theme.apply(dressed)
    assert theme.px(44) == 44


def test_scale_steps_stay_within_bounds() -> None:
    assert theme.next_scale(1.0, 1) == 1.1
    assert theme.next_scale(2.0, 1) == 2.0
    assert theme.next_scale(0.8, -1) == 0.8
    assert theme.next_scale(1.75, 0) == 1.0
    assert theme.next_scale(1.3, 1) == 1.5


def test_fonts_are_the_shipped_ones(dressed: QApplication) -> None:
    assert QFontInfo(dressed.font()).family() == theme.SANS
    assert QFontInfo(theme.font(mono=True)).family() == theme.MONO


def test_icons_take_their_colour(dressed: QApplication) -> None:
    image = icons.pixmap("check", "#b3261e", 24).toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert seen == {"#b3261e"}
    del dressed


@pytest.mark.parametrize("name", list(PictureName))
def test_every_picture_is_drawn(dressed: QApplication, name: PictureName) -> None:
    assert icons.picture(name, 100).width() == 100
    del dressed


def test_preferences_are_kept_in_the_data_folder(tmp_path: Path) -> None:
    first = Preferences(tmp_path)
    assert (first.scale, first.language, first.scanner_prefix, first.sounds) == (
        1.0,
        "fi",
        "",
        True,
    )
    first.scale, first.language, first.scanner_prefix, first.sounds = 1.25, "sv", "F13", False
    del first
    again = Preferences(tmp_path)
    assert (tmp_path / FILE).exists()
    assert (again.scale, again.language) == (1.25, "sv")
    assert (again.scanner_prefix, again.sounds) == ("F13", False)


def test_a_spoiled_scale_means_the_usual_one(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("[General]\nscale=large\n", encoding="utf-8")
    assert Preferences(tmp_path).scale == 1.0
    (tmp_path / FILE).write_text("[General]\nscale=40\n", encoding="utf-8")
    assert Preferences(tmp_path).scale == 2.0
