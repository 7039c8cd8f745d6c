"""Turns pages of a PDF into dots, for printers that take pictures."""

from __future__ import annotations

from dataclasses import dataclass

from serkut_desk.pdfium import ONE_AT_A_TIME

POINTS = 72.0
MM_PER_INCH = 25.4
# Whoever wrote a report chose the size of its page: one of many metres would fill the memory.
LARGEST_SIDE = 4000


@dataclass(frozen=True, slots=True)
class PageDots:
    """One page.

    Args:
        width: Dots in a row.
        height: Rows.
        stride: Bytes in a row, at least `width`.
        grey: One byte a dot, 0 black to 255 white.
        width_mm: Width on paper.
        height_mm: Height on paper.
    """

    width: int
    height: int
    stride: int
    grey: bytes
    width_mm: float
    height_mm: float


def pages_as_dots(pdf: bytes, dpi: int) -> tuple[PageDots, ...]:
    """Return every page at `dpi` dots per inch."""
    import pypdfium2  # noqa: PLC0415 - only where something is printed through the system

    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return tuple(_page(document[number], dpi) for number in range(len(document)))
        finally:
            document.close()


def first_page(pdf: bytes, dpi: int) -> PageDots | None:
    """Return the first page, at most `LARGEST_SIDE` dots wide and high.

    None of what is no PDF after all, or has no page.
    """
    import pypdfium2  # noqa: PLC0415 - only where a report is looked at

    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError:
            return None
        try:
            return _small(document[0], dpi) if len(document) else None
        except pypdfium2.PdfiumError:
            return None
        finally:
            document.close()


def _small(page: object, dpi: int) -> PageDots:
    side = max(*page.get_size(), 1.0) / POINTS  # type: ignore[attr-defined]  # the library has no types
    return _page(page, min(dpi, LARGEST_SIDE / side))


def _page(page: object, dpi: float) -> PageDots:
    points_wide, points_high = page.get_size()  # type: ignore[attr-defined]  # the library has no types
    bitmap = page.render(scale=dpi / POINTS, grayscale=True)  # type: ignore[attr-defined]  # as above
    return PageDots(
        width=bitmap.width,
        height=bitmap.height,
        stride=bitmap.stride,
        grey=bytes(bitmap.buffer),
        width_mm=points_wide / POINTS * MM_PER_INCH,
        height_mm=points_high / POINTS * MM_PER_INCH,
    )
