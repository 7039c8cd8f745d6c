"""The shipped faces for every paper, and the few text helpers that pages share.

Only embedded faces are used: no page refers to a face that a reader's machine must guess.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from serkut_desk import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from io import BytesIO

REGULAR = "Inter"
MEDIUM = "Inter-Medium"
SEMIBOLD = "Inter-SemiBold"
BOLD = "Inter-Bold"
MONO = "JetBrainsMono"
MONO_MEDIUM = "JetBrainsMono-Medium"
MONO_BOLD = "JetBrainsMono-Bold"

PRODUCER = "Serkut Desk"
ELLIPSIS = "…"

_FILES = {
    REGULAR: "Inter_400Regular.ttf",
    MEDIUM: "Inter_500Medium.ttf",
    SEMIBOLD: "Inter_600SemiBold.ttf",
    BOLD: "Inter_700Bold.ttf",
    MONO: "JetBrainsMono_400Regular.ttf",
    MONO_MEDIUM: "JetBrainsMono_500Medium.ttf",
    MONO_BOLD: "JetBrainsMono_700Bold.ttf",
}
_LOCK = Lock()  # papers are drawn on worker threads, registration is global in reportlab


@cache
def _register_once() -> None:
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(shipped.resource("fonts", file))))
    for family, bold in ((REGULAR, BOLD), (MONO, MONO_BOLD)):
        pdfmetrics.registerFontFamily(family, normal=family, bold=bold, italic=family)


def register() -> None:
    """Make the shipped faces known to reportlab; cheap when done before."""
    with _LOCK:
        _register_once()


def new_canvas(
    buffer: BytesIO,
    size: tuple[float, float],
    *,
    title: str,
    author: str,
    subject: str,
    lang: str,
) -> Canvas:
    """Return an empty page whose bytes depend only on what is drawn on it.

    Args:
        buffer: Receives the PDF when the canvas is saved.
        size: Width and height in points.
        title: Shown by readers in the window's title.
        author: The workshop; never a person.
        subject: What the paper is about.
        lang: Language tag of the text, such as `fi`, for screen readers.
    """
    register()
    canvas = Canvas(
        buffer,
        pagesize=size,
        invariant=1,
        pageCompression=1,
        initialFontName=REGULAR,  # else every page refers to a Helvetica that is not embedded
        initialFontSize=10,
        lang=lang,
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject)
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    return canvas


def clean(text: str) -> str:
    """Return `text` fit for one printed line: composed letters, no control characters.

    Lists and firmware bring tabs, line ends, zero-width and unpaired characters; they become
    spaces or vanish, and runs of spaces become one.
    """
    composed = unicodedata.normalize("NFC", text)
    kept = (
        "" if kind == "Cf" else " " if kind.startswith("C") else character
        for character, kind in ((each, unicodedata.category(each)) for each in composed)
    )
    return " ".join("".join(kept).split())


def text_width(text: str, font: str, size: float) -> float:
    """Return the width of `text` in points."""
    register()
    return float(pdfmetrics.stringWidth(text, font, size))


@dataclass(frozen=True, slots=True)
class Fitted:
    """One line that fits: its text, perhaps cut, and the size in points to draw it at."""

    text: str
    size: float


def fit(text: str, font: str, sizes: Sequence[float], width: float) -> Fitted:
    """Return `text` at the first of `sizes` at which it fits `width`, else cut at the last.

    Args:
        text: One line; cleaned here.
        font: One of this module's names.
        sizes: Points, the wanted one first.
        width: Points that the line may take.
    """
    line = clean(text)
    for size in sizes:
        if text_width(line, font, size) <= width:
            return Fitted(line, size)
    smallest = sizes[-1]
    room = width - text_width(ELLIPSIS, font, smallest)
    kept = _longest_prefix(line, font, smallest, room).rstrip()
    return Fitted(kept + ELLIPSIS, smallest)


def _longest_prefix(text: str, font: str, size: float, width: float) -> str:
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(text[:middle], font, size) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low]


def wrap(text: str, font: str, size: float, width: float) -> tuple[str, ...]:
    """Return the lines of `text` broken at spaces to fit `width`.

    A word wider than a whole line is broken inside; line ends in `text` start new lines.
    """
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in clean(paragraph).split():
            candidate = f"{line} {word}" if line else word
            if text_width(candidate, font, size) <= width:
                line = candidate
                continue
            if line:
                lines.append(line)
            *full, line = _broken(word, font, size, width)
            lines.extend(full)
        lines.append(line)
    return tuple(lines)


def _broken(word: str, font: str, size: float, width: float) -> list[str]:
    pieces: list[str] = []
    rest = word
    while text_width(rest, font, size) > width and len(rest) > 1:
        piece = _longest_prefix(rest, font, size, width) or rest[0]
        pieces.append(piece)
        rest = rest[len(piece) :]
    return [*pieces, rest]
