"""A log and a certificate of one run: together one proof, apart what each of them supports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from certificates_of_nwipe import Pages, certificate, log_beside, pages_of, swapped
from serkut_desk.domain.data_state import DataState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.evidence import ReasonCode, Verdict
from serkut_desk.interchange.evidence import read_report
from serkut_desk.records.record_check import check_records
from serkut_desk.stations.wiping.commands import SetAsideRun
from stations.wiping.logs import SIZE, Drive, later, log

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.runs import SanitisationRun
    from stations.wiping.shop import Shop

HOST = "5CG8XXQ0V1"
LOG = log(Drive(), host=HOST)


def papers_of(data: bytes) -> Pages:
    """Return the texts of the certificate that nwipe would have made beside a log."""
    (run,) = read_report("log", data).runs
    (drive,) = run.drives
    pages = swapped(pages_of("0.42_sda"), "2026/11/21 21:36:12", f"{drive.started:%Y/%m/%d %X}")
    pages = swapped(pages, "2026/11/21 21:36:35", f"{drive.ended:%Y/%m/%d %X}")
    return swapped(pages, "25165824", str(SIZE), 3)


PAPER = papers_of(LOG)
GOOD = certificate(PAPER)


@pytest.fixture
def device(shop: Shop) -> Device:
    device = shop.device(HOST)
    shop.declare(device)
    return device


def runs_of(shop: Shop, device: Device) -> list[SanitisationRun]:
    return list(shop.look(device).proofs[0].runs)


def codes(run: SanitisationRun) -> list[str]:
    return [reason["code"] for reason in run.reasons]


@pytest.mark.parametrize("order", ["log first", "paper first", "together"])
def test_what_agrees_is_one_run_with_more_knowledge(shop: Shop, device: Device, order: str) -> None:
    both = (GOOD, LOG) if order == "paper first" else (LOG, GOOD)
    done = [shop.bring(*both)] if order == "together" else [shop.bring(one) for one in both]
    (made,) = done[-1].files[-1].runs[0].pairs
    assert made.agrees
    counting = next(run for run in runs_of(shop, device) if run.paired_with is None)
    beside = next(run for run in runs_of(shop, device) if run.paired_with is not None)
    assert (counting.sha256, beside.paired_with) == (read_report("", LOG).sha256, counting.id)
    assert (counting.verdict, counting.contradicted) == (Verdict.PASSED, False)
    assert counting.facts["known"]["tag"] == "DP-2026-00123"
    assert counting.facts["known"]["firmware"] == "02.01A02"
    standing = shop.look(device).proofs[0].standing
    assert standing.deciding is not None
    assert standing.deciding.id == counting.id
    shop.approve(device)
    assert shop.look(device).data_state is DataState.PROVEN


def test_a_certificate_alone_counts_and_its_approval_outlives_the_log(
    shop: Shop, device: Device
) -> None:
    shop.bring(GOOD)
    assert ReasonCode.PAPER_ALONE in codes(runs_of(shop, device)[0])
    shop.approve(device)
    shop.bring(LOG)
    assert shop.look(device).data_state is DataState.PROVEN


@pytest.mark.parametrize(
    ("change", "field", "order"),
    [
        (("DoD Short", "PRNG Stream"), "method", "paper first"),
        ((str(SIZE), str(SIZE + 512)), "size", "log first"),
        ((f"{later(0):%Y/%m/%d %H:%M}", "2026/11/23 05:00"), "started", "log first"),
    ],
)
def test_what_differs_is_for_a_person_with_both_values(
    shop: Shop, device: Device, change: tuple[str, str], field: str, order: str
) -> None:
    changed = [[(x, y, t.replace(*change)) for x, y, t in page] for page in PAPER]
    if field == "started":
        # The end stays: by it and by the serial they are known to be of one run.
        ends = [t for page in PAPER for _, _, t in page if t.startswith("2026/11/23")][1]
        at = next(n for n, (_, _, t) in enumerate(PAPER[0]) if t == ends)
        changed[0][at] = PAPER[0][at]
    paper = certificate(changed)
    for one in (LOG, paper) if order == "log first" else (paper, LOG):
        done = shop.bring(one)
    assert not done.files[0].runs[0].pairs[0].agrees
    counting = next(run for run in runs_of(shop, device) if run.paired_with is None)
    assert counting.verdict is Verdict.REVIEW
    said = [one["facts"] for one in counting.reasons if one["code"] == "paper_differs"]
    assert field in {one["field"] for one in said}
    assert all(one["log"] != one["paper"] for one in said)
    assert shop.look(device).data_state is DataState.TO_REVIEW
    # A supervisor sees what it is, and lets the certificate not count: the log stands by itself.
    beside = next(run for run in runs_of(shop, device) if run.paired_with is not None)
    shop.workshop.desk.do(shop.boss, SetAsideRun(beside.id, "wrong certificate"))
    again = next(run for run in runs_of(shop, device) if run.id == counting.id)
    assert (again.verdict, "paper_differs" in codes(again)) == (Verdict.PASSED, False)
    assert shop.look(device).data_state is DataState.UNAPPROVED


@pytest.mark.parametrize("order", ["log first", "paper first"])
@pytest.mark.parametrize("failed", ["log", "paper"])
def test_success_and_failure_contradict_each_other(
    shop: Shop, device: Device, order: str, failed: str
) -> None:
    data = log(Drive(status="-FAILED-", errors=12), host=HOST) if failed == "log" else LOG
    word = "ERASED" if failed == "log" else "FAILED"
    paper = certificate(swapped(papers_of(data), "ERASED", word))
    reports = (data, paper) if order == "log first" else (paper, data)
    shop.bring(reports[0])
    if (order, failed) in {("log first", "paper"), ("paper first", "log")}:
        shop.approve(device)
        assert shop.look(device).data_state is DataState.PROVEN
    done = shop.bring(reports[1])
    assert done.files[0].runs[0].results[0].contradicted
    assert shop.look(device).facts.contradictions == 2
    assert shop.look(device).data_state is DataState.TO_REVIEW
    with pytest.raises(Refused, match="contradiction_open"):
        shop.approve(device)
    bad, good = sorted(runs_of(shop, device), key=lambda run: run.verdict is not Verdict.FAILED)
    # Whoever of the two is set aside, the other one is what counts.
    shop.workshop.desk.do(shop.boss, SetAsideRun(good.id, "forged"))
    assert shop.look(device).facts.contradictions == 0
    assert shop.look(device).data_state is DataState.NOT_WIPED
    assert next(run for run in runs_of(shop, device) if run.id == bad.id).paired_with is None


def test_a_certificate_never_lifts_a_log(shop: Shop, device: Device) -> None:
    cut = log(Drive(), host=HOST, end=False)
    shop.bring(GOOD)
    assert shop.look(device).data_state is DataState.UNAPPROVED
    shop.bring(cut)
    counting = next(run for run in runs_of(shop, device) if run.paired_with is None)
    assert counting.verdict is Verdict.INCOMPLETE
    assert shop.look(device).data_state is not DataState.UNAPPROVED
    with pytest.raises(Refused):
        shop.approve(device)


def test_other_runs_of_the_same_drive_are_no_pair(shop: Shop, device: Device) -> None:
    shop.bring(GOOD)
    done = shop.bring(log(Drive(), host=HOST, begin=later(3)))
    assert not done.files[0].runs[0].pairs
    assert all(run.paired_with is None for run in runs_of(shop, device))


def test_two_certificates_of_one_run_are_one_until_the_log_comes(
    shop: Shop, device: Device
) -> None:
    other = certificate(swapped(PAPER, "version 0.42", "version 0.41", 3))
    shop.bring(GOOD)
    shop.bring(other)
    first, second = runs_of(shop, device)
    assert (first.paired_with, second.paired_with) == (None, first.id)
    shop.bring(LOG)
    papers = [run for run in runs_of(shop, device) if run.facts["known"] and run.paired_with]
    counting = [run for run in runs_of(shop, device) if run.paired_with is None]
    assert len(counting) == 1
    assert {run.paired_with for run in papers} == {counting[0].id}


@pytest.mark.parametrize("order", ["log first", "paper first"])
def test_a_drive_without_a_serial_is_not_proposed_twice(shop: Shop, order: str) -> None:
    device = shop.device(HOST)
    log_of_seven = log_beside()
    system = certificate(pages_of("0.42_system"))
    reports = (log_of_seven, system) if order == "log first" else (system, log_of_seven)
    shop.bring(reports[0])
    before = shop.look(device).facts.proposals
    done = shop.bring(reports[1])
    assert shop.look(device).facts.proposals == before
    (made,) = done.files[0].runs[0].pairs
    assert (len(made.drives), made.agrees) == (7, True)


def test_a_pair_that_no_import_made_is_found(shop: Shop, device: Device) -> None:
    database = shop.workshop.desk.database
    shop.bring(GOOD, LOG)
    with database.reading() as work:
        assert check_records(work.connection) == ()
    with database.work("edited") as work:
        work.connection.execute(text("DELETE FROM report_pair"))
        assert "report 2" in {one.about for one in check_records(work.connection)}
    shop.bring(log(Drive(status="-FAILED-", errors=12), host=HOST, begin=later(3)))
    good, *_, bad = sorted(run.id for run in runs_of(shop, device))
    assert shop.look(device).data_state is DataState.TO_REVIEW
    with database.work("edited") as work:
        work.runs.change(bad, paired_with=good)
        work.commit()
    with database.reading() as work:
        assert [one.about for one in check_records(work.connection)] == [device.code]
