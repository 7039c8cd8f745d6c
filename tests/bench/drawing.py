"""Writes down what is drawn on a page, and draws the same again with plain calls."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any
from unittest import mock

from reportlab.pdfgen.canvas import Canvas

from serkut_desk.documents import fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_Call = tuple[str, tuple[Any, ...], dict[str, Any]]


class _Path:
    """A path that remembers its parts."""

    def __init__(self, path: Any, calls: list[_Call]) -> None:
        self.path = path
        self.calls = calls

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            self.calls.append((name, given, named))
            return getattr(self.path, name)(*given, **named)

        return call


@dataclass
class Drawing:
    """Everything that was drawn on one canvas, in order."""

    size: tuple[float, float] = (0.0, 0.0)
    named: dict[str, str] = field(default_factory=dict)
    calls: list[_Call] = field(default_factory=list)

    def again(self, attachments: Callable[[Canvas], object] | None = None) -> bytes:
        """Draw it with plain calls and return the PDF."""
        buffer = BytesIO()
        canvas = Canvas(
            buffer,
            pagesize=self.size,
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.REGULAR,
            initialFontSize=10,
            lang=self.named["lang"],
        )
        canvas.setTitle(self.named["title"])
        canvas.setAuthor(self.named["author"])
        canvas.setSubject(self.named["subject"])
        canvas.setCreator(fonts.PRODUCER)
        canvas.setProducer(fonts.PRODUCER)
        for name, given, named in self.calls:
            if name == "drawPath":
                path = canvas.beginPath()
                for part, numbers, options in given[0]:
                    getattr(path, part)(*numbers, **options)
                canvas.drawPath(path, *given[1:], **named)
            else:
                getattr(canvas, name)(*given, **named)
        if attachments:
            attachments(canvas)
        canvas.save()
        return buffer.getvalue()


class _Watched:
    """A canvas that writes down its calls and passes them on."""

    def __init__(self, canvas: Any, drawing: Drawing) -> None:
        self._canvas = canvas
        self._drawing = drawing
        self._doc = canvas._doc

    def beginPath(self) -> _Path:  # noqa: N802 - reportlab's name
        return _Path(self._canvas.beginPath(), [])

    def drawPath(self, path: _Path, *given: Any, **named: Any) -> None:  # noqa: N802 - reportlab's name
        self._drawing.calls.append(("drawPath", (path.calls, *given), named))
        self._canvas.drawPath(path.path, *given, **named)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if name != "save":
                self._drawing.calls.append((name, given, named))
            return getattr(self._canvas, name)(*given, **named)

        return call


@contextmanager
def watched() -> Iterator[Drawing]:
    """Write down what the next paper draws."""
    drawing = Drawing()
    plain = fonts.new_canvas

    def new_canvas(buffer: BytesIO, size: tuple[float, float], **named: str) -> Any:
        drawing.size, drawing.named = size, named
        return _Watched(plain(buffer, size, **named), drawing)

    with mock.patch.object(fonts, "new_canvas", new_canvas):
        yield drawing
