"""Colours, sizes, spacing and type in one place; the style sheet is made from them.

Sizes are given for 96 dpi at 100 % and pass through `px`, which applies the user's scale
(Ctrl + and -). Screens are rebuilt when the scale changes, so nobody keeps an old size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from serkut_desk import shipped
from serkut_desk.ui import palettes

if TYPE_CHECKING:
    from serkut_desk.ui.palettes import Palette

SANS = "Inter"
MONO = "JetBrains Mono"
FONT_FILES = (
    "Inter_400Regular.ttf",
    "Inter_500Medium.ttf",
    "Inter_600SemiBold.ttf",
    "Inter_700Bold.ttf",
    "JetBrainsMono_400Regular.ttf",
    "JetBrainsMono_500Medium.ttf",
    "JetBrainsMono_700Bold.ttf",
)

SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_SCALE_PROPERTY = "serkutScale"
_LINEAR_BELOW = 0.04045  # sRGB, as WCAG 2 has it
_SIZE = re.compile(r"@(\d+)")


class Tone(StrEnum):
    """What a colour says; always shown with a sign and a word."""

    GOOD = "good"
    ATTENTION = "attention"
    STOP = "stop"
    INFO = "info"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Pair:
    """Text and border of one tone on its own ground."""

    text: str
    ground: str
    border: str


COLOURS: dict[str, str] = {
    "rail": "#10212e",
    "rail_text": "#c9d6df",
    "rail_muted": "#8fa3b2",
    "rail_chip": "#24404f",
    "rail_hover": "#18303f",
    "ground": "#f4f6f8",
    "panel": "#ffffff",
    "line": "#dbe2e8",
    "line_strong": "#b4c2ce",
    "ink": "#17222d",
    "muted": "#566777",
    "accent": "#0b6e6e",
    "accent_deep": "#095c5c",
    "accent_ground": "#e0f1f0",
    "known": "#f0f8f7",
    "accent_line": "#9fd3cf",
    "accent_text": "#0a5555",
    "white": "#ffffff",
    "good_fill": "#23a455",
    "attention_fill": "#e0a02e",
    "stop_fill": "#b3261e",
    "stop_deep": "#8f1a14",
    "empty_fill": "#e6ebf0",
    "disabled": "#5f6f7d",
    "disabled_ground": "#eef1f4",
    "person_ground": "#cfe2f5",
}

TONES: dict[Tone, Pair] = {
    Tone.GOOD: Pair("#17703a", "#e2f4e7", "#a9dbb8"),
    Tone.ATTENTION: Pair("#7d4a00", "#fdf1db", "#ecd093"),
    Tone.STOP: Pair("#b3261e", "#fbe4e2", "#f0b6b1"),
    Tone.INFO: Pair("#1c5d99", "#e3eef8", "#a9c9e8"),
    Tone.PLAIN: Pair("#17222d", "#ffffff", "#dbe2e8"),
}

TONE_ICONS: dict[Tone, str] = {
    Tone.GOOD: "check",
    Tone.ATTENTION: "triangle-alert",
    Tone.STOP: "octagon-x",
    Tone.INFO: "info",
    Tone.PLAIN: "info",
}

_USUAL_COLOURS = dict(COLOURS)
_USUAL_TONES = dict(TONES)


def use(palette: Palette) -> None:
    """Take another palette; `apply` then dresses the window in it."""
    COLOURS.update(_USUAL_COLOURS | dict(palettes.COLOURS[palette]))
    other = {Tone(tone): Pair(*pair) for tone, pair in palettes.TONES[palette].items()}
    TONES.update(_USUAL_TONES | other)


def text_on_ground() -> tuple[tuple[str, str], ...]:
    """Return every text colour on every ground it may stand on; a test holds each to 4.5:1."""
    return (
        *((COLOURS["ink"], COLOURS[ground]) for ground in ("ground", "panel", "accent_ground")),
        *((COLOURS["muted"], COLOURS[ground]) for ground in ("ground", "panel", "accent_ground")),
        *((COLOURS["muted"], pair.ground) for pair in TONES.values()),
        *((COLOURS["ink"], pair.ground) for pair in TONES.values()),
        *((pair.text, pair.ground) for pair in TONES.values()),
        *((pair.text, COLOURS["panel"]) for pair in TONES.values()),
        *((pair.text, COLOURS["ground"]) for pair in TONES.values()),
        (COLOURS["rail_text"], COLOURS["rail"]),
        (COLOURS["rail_muted"], COLOURS["rail"]),
        (COLOURS["rail_text"], COLOURS["rail_chip"]),
        (COLOURS["rail_text"], COLOURS["rail_hover"]),
        (COLOURS["accent_text"], COLOURS["known"]),
        (COLOURS["white"], COLOURS["rail"]),
        (COLOURS["white"], COLOURS["accent"]),
        (COLOURS["white"], COLOURS["accent_deep"]),
        (COLOURS["white"], COLOURS["stop_fill"]),
        (COLOURS["white"], COLOURS["stop_deep"]),
        (COLOURS["accent"], COLOURS["panel"]),
        (COLOURS["accent"], COLOURS["accent_ground"]),
        (COLOURS["accent_text"], COLOURS["accent_ground"]),
        (COLOURS["disabled"], COLOURS["disabled_ground"]),
        (TONES[Tone.INFO].text, COLOURS["person_ground"]),
    )


def colour(name: str) -> QColor:
    """Return a named colour for painting."""
    return QColor(COLOURS[name])


def contrast(text: str, ground: str) -> float:
    """Return the contrast ratio of two `#rrggbb` colours as WCAG 2 defines it, 1 to 21."""

    def luminance(hexed: str) -> float:
        parts = [int(hexed[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
            for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(text), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def scale() -> float:
    """Return the user's scale; 1.0 until `apply` was called."""
    application = QApplication.instance()
    return float(application.property(_SCALE_PROPERTY) or 1.0) if application else 1.0


def next_scale(now: float, step: int) -> float:
    """Return the scale `step` places further in `SCALES`, staying within them; 0 resets."""
    if step == 0:
        return 1.0
    nearest = min(range(len(SCALES)), key=lambda at: abs(SCALES[at] - now))
    return SCALES[min(max(nearest + step, 0), len(SCALES) - 1)]


def px(size: float) -> int:
    """Return `size` pixels of the 100 % design at the user's scale, at least 1."""
    return max(1, round(size * scale()))


def font(
    size: float = 15,
    weight: QFont.Weight = QFont.Weight.Normal,
    *,
    mono: bool = False,
    figures: bool = False,
) -> QFont:
    """Return one of our faces; `size` in pixels at 100 %, `figures` all equally wide."""
    made = QFont(MONO if mono else SANS)
    made.setPixelSize(px(size))
    made.setWeight(weight)
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def style_sheet() -> str:
    """Return `resources/styles/desk.qss` with colours filled in and `@N` sizes scaled."""
    source = shipped.resource("styles", "desk.qss").read_text(encoding="utf-8")
    values = dict(COLOURS, sans=SANS, mono=MONO)
    for tone, pair in TONES.items():
        values |= {
            f"{tone}_text": pair.text,
            f"{tone}_ground": pair.ground,
            f"{tone}_border": pair.border,
        }
    sized = _SIZE.sub(lambda found: f"{px(int(found[1]))}px", source)
    return Template(sized).substitute(values)


def load_fonts() -> None:
    """Register the shipped fonts; installed ones never decide how the program looks.

    Raises:
        FileNotFoundError: A font file is missing or broken: the installation is damaged.
    """
    if MONO in QFontDatabase.families() and SANS in QFontDatabase.families():
        return
    for name in FONT_FILES:
        path = shipped.resource("fonts", name)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)


def apply(application: QApplication, user_scale: float = 1.0) -> None:
    """Dress the whole application: style, fonts and style sheet at `user_scale`."""
    load_fonts()
    application.setProperty(_SCALE_PROPERTY, user_scale)
    if application.style().objectName() != "fusion":
        application.setStyle("Fusion")
    application.setFont(font())
    application.setStyleSheet(style_sheet())
