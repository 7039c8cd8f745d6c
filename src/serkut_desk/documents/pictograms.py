"""Draws the shipped outline icons on a page as vectors, the same that the screens show."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from defusedxml import ElementTree

from serkut_desk import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

_BOX = 24  # side of the icons' own drawing
_STROKE = 2
_TOKEN = re.compile(r"([MmLlHhVvCcSsAaZz])|(-?(?:\d+\.?\d*|\.\d+))")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}
_ROUND = 1


def draw_pictogram(canvas: Canvas, name: str, x: float, y: float, side: float) -> None:
    """Draw an icon with its lower left corner at `x`, `y`, in the canvas's stroke colour.

    Args:
        canvas: The page.
        name: File name in `resources/icons` without `.svg`.
        x: Points.
        y: Points.
        side: Points.
    """
    canvas.saveState()
    canvas.translate(x, y + side)
    canvas.scale(side / _BOX, -side / _BOX)  # icons count from the upper left corner
    canvas.setLineWidth(_STROKE)
    canvas.setLineCap(_ROUND)
    canvas.setLineJoin(_ROUND)
    for shape in _shapes(name):
        path = canvas.beginPath()
        _trace(path, shape)
        canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


@cache
def _shapes(name: str) -> tuple[str, ...]:
    """Return the icon's shapes as path data."""
    root = ElementTree.parse(shipped.resource("icons", f"{name}.svg")).getroot()
    assert root is not None
    return tuple(_as_path(shape) for shape in root)


def _as_path(shape: Element) -> str:
    def number(key: str) -> float:
        return float(shape.get(key, "0"))

    kind = shape.tag.rpartition("}")[2]
    if kind == "path":
        return shape.get("d", "")
    if kind == "line":
        return f"M{number('x1')} {number('y1')}L{number('x2')} {number('y2')}"
    if kind == "circle":
        x, y, r = number("cx"), number("cy"), number("r")
        return f"M{x - r} {y}a{r} {r} 0 0 1 {2 * r} 0a{r} {r} 0 0 1 {-2 * r} 0z"
    if kind == "rect":
        x, y, r = number("x"), number("y"), number("rx")
        wide, tall = number("width") - 2 * r, number("height") - 2 * r
        corner = f"a{r} {r} 0 0 1 "
        return (
            f"M{x + r} {y}h{wide}{corner}{r} {r}v{tall}{corner}{-r} {r}"
            f"h{-wide}{corner}{-r} {-r}v{-tall}{corner}{r} {-r}z"
        )
    raise ValueError(kind)


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; repeated numbers repeat the command."""
    command, numbers = "", []
    for letter, number in _TOKEN.findall(data):
        if letter:
            command = letter
            if letter in "Zz":
                yield letter, []
            continue
        numbers.append(float(number))
        if len(numbers) == _TAKES[command.upper()]:
            yield command, numbers
            numbers = []
            # After a first point, further pairs are lines.
            command = {"M": "L", "m": "l"}.get(command, command)


def _trace(path: PDFPathObject, data: str) -> None:
    x = y = start_x = start_y = 0.0
    pull = (0.0, 0.0)  # from a curve's last control point to its end
    for letter, values in _steps(data):
        kind = letter.upper()
        base_x, base_y = (x, y) if letter.islower() else (0.0, 0.0)
        if kind == "Z":
            path.close()
            x, y = start_x, start_y
            continue
        before = (x, y)
        if kind == "H":
            x = base_x + values[0]
        elif kind == "V":
            y = base_y + values[0]
        else:
            x, y = base_x + values[-2], base_y + values[-1]
        if kind == "M":
            path.moveTo(x, y)
            start_x, start_y = x, y
        elif kind in {"C", "S"}:
            # S goes on as the curve before it ended.
            first = (base_x + values[0], base_y + values[1])
            if kind == "S":
                first = (before[0] + pull[0], before[1] + pull[1])
            last = (base_x + values[-4], base_y + values[-3])
            path.curveTo(*first, *last, x, y)
            pull = (x - last[0], y - last[1])
            continue
        elif kind == "A":
            for curve in _arc(before, values[0], bool(values[3]), bool(values[4]), (x, y)):
                path.curveTo(*curve)
        else:
            path.lineTo(x, y)
        pull = (0.0, 0.0)


def _arc(
    begin: tuple[float, float],
    radius: float,
    large: bool,  # noqa: FBT001 - the flags of SVG's own arc command
    sweep: bool,  # noqa: FBT001 - as above
    end: tuple[float, float],
) -> Iterator[tuple[float, ...]]:
    """Yield curves for a part of a circle (SVG 1.1, appendix F.6); the icons have no ellipses."""
    (x1, y1), (x2, y2) = begin, end
    chord = math.hypot(x2 - x1, y2 - y1)
    if not chord or not radius:
        yield (x1, y1, x2, y2, x2, y2)
        return
    radius = max(radius, chord / 2)
    away = math.sqrt(max(0.0, radius**2 - (chord / 2) ** 2)) / chord
    sign = -1 if large == sweep else 1
    centre_x = (x1 + x2) / 2 + sign * away * (y1 - y2)
    centre_y = (y1 + y2) / 2 + sign * away * (x2 - x1)
    angle = math.atan2(y1 - centre_y, x1 - centre_x)
    turn = math.atan2(y2 - centre_y, x2 - centre_x) - angle
    turn %= math.tau
    if not sweep:
        turn -= math.tau
    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2)))
    step = turn / pieces
    pull = 4 / 3 * math.tan(step / 4) * radius
    for _ in range(pieces):
        after = angle + step
        yield (
            centre_x + radius * math.cos(angle) - pull * math.sin(angle),
            centre_y + radius * math.sin(angle) + pull * math.cos(angle),
            centre_x + radius * math.cos(after) + pull * math.sin(after),
            centre_y + radius * math.sin(after) - pull * math.cos(after),
            centre_x + radius * math.cos(after),
            centre_y + radius * math.sin(after),
        )
        angle = after
