"""Files that contradict each other, in words and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.evidence import _page_words
from serkut_desk.stations.evidence import queries
from serkut_desk.stations.wiping.commands import ImportReports
from serkut_desk.texts import Texts
from serkut_desk.ui.stations.evidence.wording import page_view
from serkut_desk.ui.theme import Tone
from stations.wiping.logs import Drive, log
from stations.wiping.shop import Shop

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop

HOST = "PF2ABC12"


def test_many_copies_that_disagree_are_counted_and_three_are_named(
    workshop: Workshop, tmp_path: Path
) -> None:
    shop = Shop(workshop, tmp_path)
    shop.declare(shop.device(HOST))
    (tmp_path / "good.txt").write_bytes(log(Drive(), host=HOST))
    for errors in range(1, 6):
        bad = log(Drive(status="-FAILED-", errors=errors), host=HOST)
        (tmp_path / f"bad{errors}.txt").write_bytes(bad)
    desk = workshop.desk
    desk.do(shop.worker, ImportReports((tmp_path,), shop.worker.person))
    found = {one.name: one.number for one in queries.inbox(desk, shop.worker).rows}
    page = queries.page(desk, shop.worker, found["good.txt"])
    view = page_view(page, Texts("fi"))
    assert view.why.startswith("6 raporttia sanoo samasta ajosta eri asiaa.")
    assert view.why in _page_words(page, Texts("fi")), "the command line counts them, too"
    (drive,) = view.drives
    assert drive.result == "Tyhjennetty ilman virheitä."
    assert drive.tone is Tone.PLAIN, "what is good is no alarm: that another says otherwise is"
    assert drive.against.count("bad") == len(view.beside) == 3
    assert drive.against.endswith("2 more")
    bad_view = page_view(queries.page(desk, shop.worker, found["bad1.txt"]), Texts("fi"))
    assert bad_view.drives[0].tone is Tone.STOP
