"""Pages of others' PDFs as pictures."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from serkut_desk.documents.rendering import LARGEST_SIDE, first_page


@pytest.mark.parametrize(
    ("size", "dots"),
    [
        ((595, 842), (910, 1287)),
        ((14_400, 14_400), (LARGEST_SIDE, LARGEST_SIDE)),
        ((1e6, 1), (LARGEST_SIDE, 1)),
        ((0.01, 0.01), (1, 1)),
    ],
)
def test_a_page_of_any_size_is_a_small_picture(
    size: tuple[float, float], dots: tuple[int, int]
) -> None:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=size)
    canvas.drawString(1, 1, "x")
    canvas.save()
    page = first_page(made.getvalue(), 110)
    assert page is not None
    assert (page.width, page.height) == dots


def test_what_is_no_pdf_has_no_page() -> None:
    assert first_page(b"%PDF-1.7 nothing", 110) is None
