"""The label shows the grade where lot and day stand, and stays readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
import zxingcpp

from factories import make_device
from serkut_desk.documents import label as drawing
from serkut_desk.domain.checklist import Result
from serkut_desk.stations import facts, labelling
from serkut_desk.texts import Texts
from stations.grading.graded import grade

if TYPE_CHECKING:
    from kit import Workshop


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Kunto A · ER 1 · 23.11.2026"),
        ({"speakers": Result.FAIL}, "Kunto A, puutteita · 23.11.2026"),
        ({"even": Result.FAIL}, "EI TOIMI · 23.11.2026"),
    ],
)
def test_the_grade_stands_on_the_label(
    workshop: Workshop, given: dict[str, Result], words: str
) -> None:
    device = make_device(workshop, type="monitor", model="P2419H").code
    done = grade(workshop, device, **given)
    with workshop.desk.database.reading() as work:
        (job,) = [one for one in work.labels.of_code(device) if one.id == done.label]
    made = labelling.label_of(job.data, Texts("fi"))
    assert made.foot == words
    pdf = drawing.labels_pdf([made], Texts("fi"), dpi=203)
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        text = page.get_textpage().get_text_range()
        picture = page.render(scale=203 / 72).to_pil()
    finally:
        document.close()
    assert words in " ".join(text.split())
    assert {one.text for one in zxingcpp.read_barcodes(picture)} == {device}


def test_a_label_before_grading_says_nothing_of_it(workshop: Workshop) -> None:
    device = make_device(workshop, type="monitor")
    with workshop.desk.database.reading() as work:
        gathered = facts.gather(work, device, workshop.clock.now())
        data = labelling.device_label_data(work, gathered, workshop.clock.now())
    assert "grade" not in data
    assert labelling.label_of(data, Texts("fi")).foot == "ER 1 · 23.11.2026"
