"""Numbers without gaps, nothing altered after issue, copies from what was frozen."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import SQLAlchemyError

from documents.issued import CONTENTS
from documents.reading import text_of
from serkut_desk.domain.errors import KnownFailure, Misused, Refused, Unavailable
from serkut_desk.domain.events import Tag
from serkut_desk.domain.papers import SERIES, PaperKind, SlipContent, paper_name
from serkut_desk.stations import papers
from serkut_desk.stations.handling import Task
from serkut_desk.stations.reports.commands import MakeMonthReport, ReprintPaper
from serkut_desk.stations.upkeep import queries as upkeep
from serkut_desk.stations.upkeep.commands import SetSeller
from stations.reports.figures_kit import FACTS, set_seller

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.stations.papers import IssuedPaper

RECEIPT = PaperKind.RECEIPT


class CutError(Exception):
    """Something went wrong after the paper was drawn."""


def _issue(
    workshop: Workshop, kind: PaperKind = RECEIPT, *, cut: bool = False, language: str = "fi"
) -> IssuedPaper:
    """Issue a paper as a handler does; `cut` ends the transaction before it commits."""
    with workshop.desk.database.work(workshop.first.person) as work:
        person = work.people.by_code(workshop.first.person)
        assert person is not None
        task = Task(work, workshop.desk, person, workshop.first)
        paper = papers.issue(task, kind, CONTENTS[kind], language=language)
        work.journal.append(Tag.PAPER_ISSUED, paper.name, **paper.as_entry())
        if cut:
            raise CutError
        work.commit()
    return paper


def _numbers(workshop: Workshop, series: str) -> list[int]:
    with workshop.desk.database.reading() as work:
        return sorted(one.number for one in work.papers.all() if one.series == series)


@pytest.mark.parametrize("seed", range(5))
def test_what_is_rolled_back_leaves_no_gap(workshop: Workshop, seed: int) -> None:
    set_seller(workshop)
    chance = random.Random(seed)  # noqa: S311 - a test's plan, no secret
    kinds = (RECEIPT, PaperKind.SLIP, PaperKind.CREDIT_NOTE)
    wanted = dict.fromkeys(kinds, 0)
    for _ in range(12):
        kind, cut = chance.choice(kinds), chance.random() < 0.5
        with suppress(CutError):
            _issue(workshop, kind, cut=cut)
        wanted[kind] += not cut
    for kind, count in wanted.items():
        assert _numbers(workshop, SERIES[kind]) == list(range(1, count + 1))


def test_the_same_number_is_never_given_twice_by_records(workshop: Workshop) -> None:
    set_seller(workshop)
    paper = _issue(workshop)
    with workshop.desk.database.work(workshop.first.person) as work:
        row = work.papers.all()[0]
        again = {name: getattr(row, name) for name in row.__dataclass_fields__ if name != "id"}
        with pytest.raises((SQLAlchemyError, KnownFailure)):
            work.papers.add(**again)
    assert paper.name == "KU-1"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE paper SET number = 99",
        "UPDATE paper SET content = '{}'",
        "UPDATE paper SET sha256 = 'x'",
        "UPDATE paper SET issued_at = '2020-01-01T00:00:00.000Z'",
        "UPDATE paper SET anchor_hash = 'x'",
        "DELETE FROM paper",
        "INSERT OR REPLACE INTO paper SELECT * FROM paper",
    ],
)
def test_nothing_of_an_issued_paper_can_be_altered(workshop: Workshop, statement: str) -> None:
    set_seller(workshop)
    _issue(workshop)
    with (
        workshop.desk.database.work(workshop.first.person) as work,
        pytest.raises(Exception, match="never"),
    ):
        work.connection.exec_driver_sql(statement)


def test_no_receipt_without_a_seller(workshop: Workshop) -> None:
    with pytest.raises(Refused) as refused:
        _issue(workshop)
    assert refused.value.code == "seller_unknown"
    assert _issue(workshop, PaperKind.WIPE_STATEMENT).name == "TS-1"


def test_no_invoice_without_an_account(workshop: Workshop) -> None:
    workshop.desk.do(workshop.first, SetSeller(**{**FACTS, "iban": ""}))
    with pytest.raises(Refused) as refused:
        _issue(workshop, PaperKind.INVOICE)
    assert refused.value.code == "seller_without_account"


def test_an_invoice_gets_its_reference_from_its_number(workshop: Workshop) -> None:
    set_seller(workshop)
    assert [_issue(workshop, PaperKind.INVOICE).reference for _ in range(2)] == [
        "2026000011",
        "2026000024",
    ]


def test_a_doubted_clock_stops_papers_until_it_is_confirmed(workshop: Workshop) -> None:
    set_seller(workshop)
    _issue(workshop)
    workshop.clock.set_wall(workshop.clock.now() + timedelta(hours=3))
    workshop.desk.database.watch_clock()
    with pytest.raises(Refused) as refused:
        _issue(workshop)
    assert refused.value.code == "paper_clock_doubted"


def test_a_report_notices_a_jump_of_the_clock_for_good(workshop: Workshop) -> None:
    session = workshop.first
    workshop.desk.do(session, MakeMonthReport("2026-11"))
    workshop.clock.set_wall(workshop.clock.now() + timedelta(minutes=30))
    session = workshop.fresh(session)
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            workshop.desk.do(session, MakeMonthReport("2026-11"))
        assert refused.value.code == "paper_clock_doubted"
    with workshop.desk.database.reading() as work:
        assert work.house.get("clock_doubted")


def test_content_of_another_kind_is_a_bug(workshop: Workshop) -> None:
    with workshop.desk.database.work(workshop.first.person) as work:
        person = work.people.by_code(workshop.first.person)
        assert person is not None
        task = Task(work, workshop.desk, person, workshop.first)
        with pytest.raises(TypeError):
            papers.issue(task, RECEIPT, SlipContent(handover="", lines=()))


def test_copies_are_drawn_from_what_was_frozen(workshop: Workshop, tmp_path: Path) -> None:
    set_seller(workshop)
    paper = _issue(workshop, language="en")
    original = workshop.desk.files.read(paper.sha256)
    workshop.desk.do(workshop.first, SetSeller(name="Uusi nimi", street="Uusi katu 2"))
    workshop.clock.tick(days=2)
    boss = workshop.fresh(workshop.first)
    first = workshop.desk.do(boss, ReprintPaper(" ku 1 "))
    second = workshop.desk.do(boss, ReprintPaper("KU-001"))
    assert (first.copy, second.copy) == (1, 2)
    text = text_of(second.path.read_bytes(), tmp_path)
    assert "COPY 2 · 2026-11-25" in text
    assert FACTS["name"] in text
    assert "Uusi" not in text
    assert "COPY" not in text_of(original, tmp_path)
    assert workshop.desk.files.read(paper.sha256) == original
    with workshop.desk.database.reading() as work:
        entries = work.journal.about("KU-1")
        row = papers.paper_named(work, "KU-1")
    assert [entry.tag for entry in entries] == [
        Tag.PAPER_ISSUED.value,
        Tag.PAPER_COPIED.value,
        Tag.PAPER_COPIED.value,
    ]
    assert json.loads(entries[-1].body)["copy"] == row.copies == 2
    assert papers.content_of(row) == CONTENTS[RECEIPT]


@pytest.mark.parametrize("number", ["KU-2", "XX-1", "KU", "1", "KU-0", "", "KU-1; DROP"])
def test_an_unknown_paper_is_refused(workshop: Workshop, number: str) -> None:
    set_seller(workshop)
    _issue(workshop)
    with pytest.raises(Refused) as refused:
        workshop.desk.do(workshop.first, ReprintPaper(number))
    assert refused.value.code == "paper_unknown"


def test_a_maker_copies_nothing(workshop: Workshop) -> None:
    set_seller(workshop)
    paper = _issue(workshop)
    with pytest.raises(Refused):
        workshop.desk.do(workshop.worker, ReprintPaper(paper.name))
    with pytest.raises(Refused):
        papers.files_of(workshop.desk, workshop.worker, paper.name)


def test_a_lost_file_is_told(workshop: Workshop) -> None:
    set_seller(workshop)
    paper = _issue(workshop)
    paper.stored.unlink()
    with pytest.raises(Unavailable) as lost:
        papers.files_of(workshop.desk, workshop.first, paper.name)
    assert lost.value.code == "file_lost"


def test_papers_are_named_files_that_no_start_sweeps(workshop: Workshop) -> None:
    set_seller(workshop)
    paper = _issue(workshop)
    report = workshop.desk.do(workshop.first, MakeMonthReport("2026-11")).paper
    with suppress(CutError):
        _issue(workshop, PaperKind.SLIP, cut=True)
    named = workshop.desk.database.named_files()
    assert {paper.sha256, report.sha256, report.sheet_sha256} <= named
    orphans = workshop.desk.files.sweep(named)
    assert len(orphans) == 1
    assert paper.stored.exists()


def test_the_anchor_is_the_entry_before(workshop: Workshop) -> None:
    set_seller(workshop)
    paper = _issue(workshop)
    with workshop.desk.database.reading() as work:
        row = papers.paper_named(work, paper.name)
        entry = work.journal.about(paper.name)[0]
    assert (row.anchor_seq + 1, row.anchor_hash) == (entry.seq, entry.prev)
    assert paper.as_entry()["sha256"] in entry.body


def test_a_paper_that_no_entry_bears_out_is_found(workshop: Workshop) -> None:
    set_seller(workshop)
    _issue(workshop)
    database = workshop.desk.database
    assert database.check_records() == ()
    assert upkeep.verify_journal(workshop.desk).ok
    with database.work(workshop.first.person) as work:
        person = work.people.by_code(workshop.first.person)
        assert person is not None
        task = Task(work, workshop.desk, person, workshop.first)
        papers.issue(task, RECEIPT, CONTENTS[RECEIPT])
        work.commit()
    assert [(one.why, one.about) for one in database.check_records()] == [("records", "KU-2")]


def _past_the_program(workshop: Workshop, statement: str) -> None:
    """Write to the file as somebody does who has it: without triggers, which are put back."""
    raw = sqlite3.connect(workshop.desk.folder.database)
    guards = raw.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'paper'"
    ).fetchall()
    for name, _ in guards:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute(statement)
    for _, made in guards:
        raw.execute(made)
    raw.commit()
    raw.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE paper SET content = replace(content, '9500', '1500')",
        "UPDATE paper SET issued_at = '2026-01-02T00:00:00.000Z'",
        "UPDATE paper SET language = 'en'",
    ],
)
def test_a_paper_changed_past_the_program_is_found_and_not_copied(
    workshop: Workshop, statement: str
) -> None:
    set_seller(workshop)
    _issue(workshop)
    _issue(workshop)
    workshop.desk.do(workshop.first, ReprintPaper("KU-1"))
    assert upkeep.verify_journal(workshop.desk).ok
    before = workshop.desk.database.check_records()
    assert before == ()
    _past_the_program(workshop, f"{statement} WHERE number = 1")
    found = upkeep.verify_journal(workshop.desk).findings
    assert [(one.why, one.about) for one in found] == [("records", "KU-1")]
    with pytest.raises(Refused) as refused:
        workshop.desk.do(workshop.first, ReprintPaper("KU-1"))
    assert refused.value.code == "paper_changed"
    assert workshop.desk.do(workshop.first, ReprintPaper("KU-2")).copy == 1


def test_a_paper_taken_out_of_the_records_is_missed(workshop: Workshop) -> None:
    set_seller(workshop)
    _issue(workshop)
    _issue(workshop)
    _past_the_program(workshop, "DELETE FROM paper WHERE number = 2")
    found = workshop.desk.database.check_records()
    assert [(one.why, one.about) for one in found] == [("records", "KU-2")]


def test_a_journal_cut_before_a_receipt_is_noticed(workshop: Workshop) -> None:
    set_seller(workshop)
    _issue(workshop)
    _issue(workshop)
    with workshop.desk.database.work(workshop.first.person) as work:
        for (name,) in work.connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            work.connection.exec_driver_sql(f"DROP TRIGGER {name}")
        work.connection.exec_driver_sql("DELETE FROM journal_subject")
        work.connection.exec_driver_sql("DELETE FROM journal")
        work.commit()
    with workshop.desk.database.reading() as work:
        assert upkeep.journal_cut(work)
    assert "cut" in [one.why for one in workshop.desk.database.check().findings]


def test_the_sellers_facts_are_kept_step_by_step_and_journalled(workshop: Workshop) -> None:
    boss = workshop.first
    assert upkeep.seller(workshop.desk, boss) is None
    with pytest.raises(Misused) as missing:
        workshop.desk.do(boss, SetSeller(name="Paja"))
    assert missing.value.code == "text_missing"
    workshop.desk.do(boss, SetSeller(**FACTS))
    workshop.desk.do(boss, SetSeller(phone="040 123 4567"))
    seller = upkeep.seller(workshop.desk, boss)
    assert seller is not None
    assert (seller.name, seller.phone) == (FACTS["name"], "040 123 4567")
    with workshop.desk.database.reading() as work:
        body = json.loads(work.journal.about("seller")[-1].body)
    assert body["changed"] == ["phone"]
    assert "040" not in json.dumps(body)
    with pytest.raises(Misused):
        workshop.desk.do(boss, SetSeller())
    with pytest.raises(Refused):
        workshop.desk.do(workshop.worker, SetSeller(name="Minä"))


def test_one_alone_sends_no_money_to_another_account(workshop: Workshop) -> None:
    do, boss = workshop.desk.do, workshop.first
    do(boss, SetSeller(**FACTS))
    other = SetSeller(iban="FI49 5000 9420 0287 30")
    for ways in ((other,), (SetSeller(iban=""), other)):
        *free, last = ways
        for command in free:
            do(boss, command)
        for second, code in (
            (None, "second_supervisor_needed"),
            (boss, "second_is_first"),
            (workshop.worker, "not_permitted"),
        ):
            with pytest.raises(Refused) as refused:
                do(boss, replace(last, second=second))
            assert refused.value.code == code
    done = do(boss, replace(other, second=workshop.other))
    assert done.iban == "FI4950009420028730"
    # The same account once more is no change of it.
    do(boss, SetSeller(phone="040 123 4567", iban="FI4950009420028730"))
    with workshop.desk.database.reading() as work:
        bodies = [json.loads(entry.body) for entry in work.journal.about("seller")]
    assert [body.get("second") for body in bodies] == [None, None, workshop.other.person, None]


def test_names_of_papers() -> None:
    assert paper_name("KU", 17) == "KU-17"
    assert len(set(SERIES.values())) == len(PaperKind)
