"""Where things stand on a label: numbers of a template, and bars and QR in whole dots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

BAR_MODULES = 123
"""Width of our codes in Code 128: start, two letters, switch to pairs, five pairs, check, stop."""
QR_MODULES = 21
"""Side of the QR symbol for our twelve characters: version 1 holds 16 of them at level Q."""
_QUIET_BARS = 10
_QUIET_QR = 4


@dataclass(frozen=True, slots=True)
class TextBand:
    """One line of text: its baseline in millimetres from the top, sizes in points, wanted first."""

    baseline: float
    sizes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SymbolDots:
    """Bars and QR on a printer's dots, counted from the upper left corner."""

    bar_module: int
    bar_x: int
    bar_y: int
    bar_height: int
    qr_module: int
    qr_x: int
    qr_y: int

    @property
    def text_right(self) -> int:
        """First column that text beside the QR must leave white."""
        return self.qr_x - _QUIET_QR * self.qr_module


@dataclass(frozen=True, slots=True)
class LabelTemplate:
    """The numbers of one label; lengths in millimetres, sizes in points."""

    width: float
    height: float
    left: float
    right: float
    dpi: tuple[int, ...]
    id_top: float
    id_height: float
    id_sizes: tuple[float, ...]
    id_alone_sizes: tuple[float, ...]
    frame_gap: float
    frame_padding: float
    frame_line: float
    frame_sizes: tuple[float, ...]
    frame_two_line_sizes: tuple[float, ...]
    model: TextBand
    model_wrap_below: float
    model_two_lines: TextBand
    model_two_line_leading: float
    serial: TextBand
    serial_compact_sizes: tuple[float, ...]
    foot: TextBand
    bar_top: float
    bar_height: float
    qr_top: float
    qr_module_max: float
    qr_error: str

    def symbols(self, dpi: int) -> SymbolDots:
        """Return bars and QR on the dots of a printer.

        The bars take as many whole dots a module as fit the label's width with their white
        borders, and stand in its middle. The QR ends at the right edge of the text.
        """
        per_mm = dpi / 25.4
        width = int(self.width * per_mm)
        bar_module = width // (BAR_MODULES + 2 * _QUIET_BARS)
        qr_module = max(1, int(self.qr_module_max * per_mm))
        qr_right = min(round(self.right * per_mm), width - _QUIET_QR * qr_module)
        return SymbolDots(
            bar_module=bar_module,
            bar_x=(width - BAR_MODULES * bar_module) // 2,
            bar_y=round(self.bar_top * per_mm),
            bar_height=round(self.bar_height * per_mm),
            qr_module=qr_module,
            qr_x=qr_right - QR_MODULES * qr_module,
            qr_y=round(self.qr_top * per_mm),
        )


def label_template(data: Mapping[str, Any]) -> LabelTemplate:
    """Return the template that a shipped file describes."""

    def band(name: str) -> TextBand:
        return TextBand(data[name]["baseline"], tuple(data[name]["sizes"]))

    identity, frame, model = data["id"], data["frame"], data["model"]
    return LabelTemplate(
        width=data["width"],
        height=data["height"],
        left=data["left"],
        right=data["right"],
        dpi=tuple(data["dpi"]),
        id_top=identity["top"],
        id_height=identity["height"],
        id_sizes=tuple(identity["sizes"]),
        id_alone_sizes=tuple(identity["alone_sizes"]),
        frame_gap=frame["gap"],
        frame_padding=frame["padding"],
        frame_line=frame["line"],
        frame_sizes=tuple(frame["sizes"]),
        frame_two_line_sizes=tuple(frame["two_line_sizes"]),
        model=band("model"),
        model_wrap_below=model["wrap_below"],
        model_two_lines=TextBand(model["two_line_baseline"], tuple(model["two_line_sizes"])),
        model_two_line_leading=model["two_line_leading"],
        serial=band("serial"),
        serial_compact_sizes=tuple(data["serial"]["compact_sizes"]),
        foot=band("foot"),
        bar_top=data["bars"]["top"],
        bar_height=data["bars"]["height"],
        qr_top=data["qr"]["top"],
        qr_module_max=data["qr"]["module_max"],
        qr_error=data["qr"]["error"],
    )
