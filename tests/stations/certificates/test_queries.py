"""Lists of certificates, devices that wait for one, and copies for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.errors import Refused, Unavailable
from serkut_desk.stations.certificates import copies, queries

if TYPE_CHECKING:
    from pathlib import Path

    from stations.certificates.counter import Counter


def test_a_device_is_ready_from_its_approval_to_its_certificate(counter: Counter) -> None:
    desk, boss = counter.workshop.desk, counter.boss
    counter.device("PF0RAW")
    assert queries.ready(desk, boss) == []
    device = counter.clean()
    (waiting,) = queries.ready(desk, boss)
    assert (waiting.code, waiting.media) == (device.code, 1)
    assert (waiting.make, waiting.approved_by) == ("Lenovo ThinkPad T480", boss.person)
    counter.issue(device)
    assert queries.ready(desk, boss) == []


def test_lists_show_the_newest_first(counter: Counter) -> None:
    desk, boss = counter.workshop.desk, counter.boss
    one, two = counter.clean(1), counter.clean(2)
    (first,), (second,) = counter.issue(one), counter.issue(two)
    (third,) = counter.issue(one, reason="Uusi nimi")
    numbers = [line.number for line in queries.certificates(desk, boss)]
    assert numbers == [third.number, second.number, first.number]
    assert [line.number for line in queries.papers_of(desk, boss, one.code)] == [
        third.number,
        first.number,
    ]
    assert queries.papers_of(desk, boss, "SD0000000197") == []
    assert queries.certificate(desk, boss, third.number).device == one.code
    assert queries.certificate_pdf(desk, boss, first.number) == counter.paper(first)
    with pytest.raises(Refused, match="certificate_unknown"):
        queries.certificate_pdf(desk, boss, "TT9")
    assert queries.status(desk, "TT0000009999") is None


def test_copies_go_where_people_look(counter: Counter, tmp_path: Path) -> None:
    desk = counter.workshop.desk
    issued = counter.issue(counter.clean(1), counter.clean(2))
    inside = copies.copy_out(desk, issued)
    assert [path.parent for path in inside] == [desk.folder.papers] * 2
    outside = copies.copy_out(desk, issued, tmp_path / "new folder")
    assert [path.name for path in outside] == [f"{one.number}.pdf" for one in issued]
    (single,) = copies.copy_out(desk, issued[:1], tmp_path / "one.pdf")
    assert single.read_bytes() == counter.paper(issued[0])


def test_a_copy_that_fails_says_where_the_certificate_is(counter: Counter, tmp_path: Path) -> None:
    issued = counter.issue(counter.clean())
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Unavailable, match="certificate_copy_failed") as failed:
        copies.copy_out(counter.workshop.desk, issued, tmp_path / "file" / "x.pdf")
    assert failed.value.facts["stored"] == str(issued[0].stored)
    assert failed.value.facts["number"] == issued[0].number
