"""Colours can be read, sizes follow the user's scale, fonts are our own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontInfo

from serkut_desk import shipped
from serkut_desk.ui import icons, theme
from serkut_desk.ui.palettes import Palette
from serkut_desk.ui.parts.pictures import PictureName
from serkut_desk.ui.preferences import FILE, Preferences
from serkut_desk.ui.sounds import Sound, SoundChoice, Volume
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture(params=list(Palette))
def palette(request: pytest.FixtureRequest) -> Iterator[Palette]:
    theme.use(request.param)
    yield request.param
    theme.use(Palette.USUAL)


def test_every_text_can_be_read_on_its_ground(palette: Palette) -> None:
    least = 7.0 if palette is Palette.CONTRAST else 4.5
    poor = {pair for pair in theme.text_on_ground() if theme.contrast(*pair) < least}
    assert poor == set()


def test_done_attention_and_stop_differ_in_more_than_red_and_green(palette: Palette) -> None:
    fills = [theme.COLOURS[f"{tone}_fill"] for tone in ("good", "attention", "stop")]
    light = [theme.contrast(fill, "#000000") for fill in fills]
    pairs = [(0, 1), (0, 2), (1, 2)]
    if palette is Palette.COLOUR_SAFE:
        # Told apart in shades of grey.
        assert all(max(light[a], light[b]) / min(light[a], light[b]) > 1.25 for a, b in pairs)
    signs = {theme.TONE_ICONS[tone] for tone in (Tone.GOOD, Tone.ATTENTION, Tone.STOP)}
    assert len(signs) == len(pairs)


def test_a_palette_goes_as_it_came() -> None:
    before = (dict(theme.COLOURS), dict(theme.TONES))
    theme.use(Palette.CONTRAST)
    assert before[0] != theme.COLOURS
    theme.use(Palette.USUAL)
    assert before == (theme.COLOURS, theme.TONES)


@pytest.mark.usefixtures("palette")
def test_every_rule_of_the_style_sheet_can_be_read() -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", theme.style_sheet())
    pairs = []
    for names, body in rules:
        text = re.search(r"(?<![-\w])color: (#[0-9a-f]{6})", body)
        ground = re.search(r"background: (#[0-9a-f]{6})", body)
        if text and ground:
            pairs.append((names.strip(), text[1], ground[1]))
    assert len(pairs) > 5
    assert [pair for pair in pairs if theme.contrast(*pair[1:]) < 4.5] == []


def test_every_text_colour_of_the_style_sheet_is_held_to_a_ground() -> None:
    texts = set(re.findall(r"(?<![-\w])color: (#[0-9a-f]{6})", theme.style_sheet()))
    assert texts <= {text for text, _ground in theme.text_on_ground()}


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


def test_sounds_and_colours_are_kept_by_kind(tmp_path: Path) -> None:
    first = Preferences(tmp_path)
    assert first.palette is Palette.USUAL
    assert first.sound(Sound.DONE) == SoundChoice()
    assert not first.label_on_the_spot
    first.palette = Palette.COLOUR_SAFE
    first.set_sound(Sound.DONE, SoundChoice(tune=3, volume=Volume.QUIET))
    first.set_sound(Sound.STOP, SoundChoice(tune=0))
    first.label_on_the_spot = True
    del first
    again = Preferences(tmp_path)
    assert again.palette is Palette.COLOUR_SAFE
    assert again.sound(Sound.DONE) == SoundChoice(3, Volume.QUIET)
    assert again.sound(Sound.STOP).is_off
    assert again.label_on_the_spot
    (tmp_path / FILE).write_text("[General]\npalette=pink\n[sound]\ndone=loud\n", encoding="utf-8")
    spoiled = Preferences(tmp_path)
    assert (spoiled.palette, spoiled.sound(Sound.DONE)) == (Palette.USUAL, SoundChoice())
