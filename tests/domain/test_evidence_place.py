"""Where a file stands: every verdict, every doubt, the gravest drive of a file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.evidence_place import (
    DriveFate,
    Fate,
    Place,
    Telling,
    counted,
    place_of,
    place_of_file,
    unread_waits,
)

GOOD = DriveFate(Verdict.PASSED, matched=True)
FAILED = DriveFate(Verdict.FAILED, matched=True)
UNKNOWN = DriveFate(Verdict.PASSED, matched=False)


@pytest.mark.parametrize(
    ("verdict", "place", "waits"),
    [
        (Verdict.PASSED, Place.MATCHED, False),
        (Verdict.REVIEW, Place.TO_REVIEW, True),
        (Verdict.FAILED, Place.FAILED, True),
        (Verdict.INSANE, Place.FAILED, True),
        (Verdict.ABORTED, Place.ABORTED, True),
        (Verdict.INCOMPLETE, Place.ABORTED, True),
        (Verdict.NOT_STARTED, Place.ABORTED, True),
        (Verdict.NOT_WIPED, Place.ABORTED, True),
        (Verdict.VERIFY_ONLY, Place.ATTACHED, False),
    ],
)
def test_each_verdict_has_its_place(verdict: Verdict, place: Place, waits: bool) -> None:  # noqa: FBT001 - a table
    drive = DriveFate(verdict, matched=True)
    assert place_of(drive) == Fate(place, waits=waits)
    # A later good run or destruction leaves it where it is, and nobody has to do anything.
    assert place_of(replace(drive, overtaken=True)) == Fate(place, waits=False)
    # Nor when the medium is to be destroyed anyhow.
    assert place_of(replace(drive, given_up=True)) == Fate(place, waits=False)
    # Nobody knows the medium: that comes first whatever the verdict says.
    assert place_of(replace(drive, matched=False)) == Fate(Place.UNKNOWN_MEDIUM, waits=True)
    assert place_of(replace(drive, contradicted=True)) == Fate(Place.CONTRADICTION, waits=True)
    assert place_of(replace(drive, telling=Telling.AGAIN)) == Fate(Place.DUPLICATE, waits=False)
    # What a person decided not to count accuses nobody and asks for nothing.
    aside = replace(drive, matched=False, contradicted=True, set_aside=True)
    assert place_of(aside) == Fate(Place.ATTACHED, waits=False)


def test_every_verdict_is_in_the_table_above() -> None:
    assert {place_of(DriveFate(verdict, matched=True)).place for verdict in Verdict} == {
        Place.MATCHED,
        Place.TO_REVIEW,
        Place.FAILED,
        Place.ABORTED,
        Place.ATTACHED,
    }


def test_a_paper_beside_its_log_is_kept_and_accused_with_it() -> None:
    beside = replace(GOOD, matched=False, telling=Telling.BESIDE)
    assert place_of(beside) == Fate(Place.ATTACHED, waits=False)
    assert place_of(replace(beside, contradicted=True)).place is Place.CONTRADICTION


@pytest.mark.parametrize(
    ("drives", "place"),
    [
        ((), Place.UNREADABLE),
        ((GOOD, GOOD), Place.MATCHED),
        ((GOOD, FAILED), Place.FAILED),
        ((FAILED, UNKNOWN), Place.UNKNOWN_MEDIUM),
        ((UNKNOWN, replace(GOOD, contradicted=True)), Place.CONTRADICTION),
        ((GOOD, replace(GOOD, set_aside=True)), Place.MATCHED),
        ((replace(GOOD, telling=Telling.AGAIN),), Place.DUPLICATE),
        ((replace(GOOD, telling=Telling.AGAIN), GOOD), Place.MATCHED),
        # What waits comes before a graver failure that is over.
        (
            (replace(FAILED, overtaken=True), replace(FAILED, verdict=Verdict.ABORTED)),
            Place.ABORTED,
        ),
    ],
)
def test_a_file_stands_where_the_gravest_of_its_drives_stands(
    drives: tuple[DriveFate, ...], place: Place
) -> None:
    assert place_of_file(drives).place is place
    assert place_of_file(tuple(reversed(drives))).place is place


def test_counts_name_every_place_the_gravest_first() -> None:
    found = counted([Place.MATCHED, Place.FAILED, Place.MATCHED])
    assert list(found) == list(Place)
    assert (found[Place.MATCHED], found[Place.FAILED], found[Place.DUPLICATE]) == (2, 1, 0)


@pytest.mark.parametrize(
    ("name", "waits"),
    [
        ("report.log", True),
        ("REPORT.PDF", True),
        ("nwipe_log", True),
        (".log", True),
        ("vmlinuz.efi", False),
        ("picture.jpg", False),
    ],
)
def test_only_what_is_called_as_a_report_is_missed(name: str, waits: bool) -> None:  # noqa: FBT001 - a table
    assert unread_waits(name) is waits
