"""Palettes besides the usual one: for strong contrast, and for eyes that mix red and green.

Done, attention and stop differ in lightness and hue in each of them, and always carry a sign and
a word. The colour-safe hues follow the set of Okabe and Ito (2008): blue, orange, purple.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Palette(StrEnum):
    """What a desk can wear."""

    USUAL = "usual"
    CONTRAST = "contrast"
    COLOUR_SAFE = "colour_safe"


COLOURS: Mapping[Palette, Mapping[str, str]] = MappingProxyType(
    {
        Palette.USUAL: {},
        Palette.CONTRAST: {
            "rail": "#000000",
            "rail_text": "#ffffff",
            "rail_muted": "#e6ebf0",
            "rail_chip": "#1f2a33",
            "rail_hover": "#1f2a33",
            "ground": "#ffffff",
            "line": "#5a6b7b",
            "line_strong": "#17222d",
            "ink": "#000000",
            "muted": "#26323d",
            "accent": "#004848",
            "accent_deep": "#003232",
            "accent_ground": "#ffffff",
            "known": "#ffffff",
            "accent_line": "#004848",
            "accent_text": "#003232",
            "good_fill": "#00501f",
            "attention_fill": "#7a4600",
            "stop_fill": "#8a0000",
            "stop_deep": "#5c0000",
            "disabled": "#3d4a56",
            "disabled_ground": "#ffffff",
            "person_ground": "#ffffff",
        },
        Palette.COLOUR_SAFE: {
            "good_fill": "#0072b2",
            "attention_fill": "#e69f00",
            "stop_fill": "#7a0b4d",
            "stop_deep": "#560636",
        },
    }
)
"""What differs from the usual colours, by name."""

TONES: Mapping[Palette, Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        Palette.USUAL: {},
        Palette.CONTRAST: {
            "good": ("#003d17", "#ffffff", "#003d17"),
            "attention": ("#573200", "#ffffff", "#573200"),
            "stop": ("#7a0000", "#ffffff", "#7a0000"),
            "info": ("#00305c", "#ffffff", "#00305c"),
            "plain": ("#000000", "#ffffff", "#17222d"),
        },
        Palette.COLOUR_SAFE: {
            "good": ("#0a4a82", "#dcecf9", "#7db7e0"),
            "attention": ("#6e4300", "#fff0cc", "#e69f00"),
            "stop": ("#7a0b4d", "#fbe2f0", "#cc79a7"),
            "info": ("#3a4753", "#e9edf1", "#a9b6c2"),
        },
    }
)
"""Text, ground and border of the tones that differ."""
