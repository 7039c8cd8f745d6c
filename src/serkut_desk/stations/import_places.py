"""Keeps each file that was brought in where its drives stand, whoever changed them.

The desk calls `follow` after every command, in its transaction: no handler can forget it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.evidence_place import DriveFate, Fate, Telling, place_of_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from serkut_desk.records.import_batches import MediumRun, ToldDrive
    from serkut_desk.records.unit_of_work import UnitOfWork

_DESTRUCTION = "destruction"
# A run of which an earlier file told.
_AGAIN = DriveFate(Verdict.PASSED, matched=True, telling=Telling.AGAIN)


def follow(work: UnitOfWork, also: Collection[str] = ()) -> None:
    """Put the files whose runs were changed in this transaction in their places.

    Args:
        work: The open transaction.
        also: SHA-256 of files that came in, and may tell only what was told before.
    """
    touched = work.runs.touched
    if touched or also:
        refresh(work, work.imports.files_of_runs(touched).union(also))
        touched.clear()


def refresh(work: UnitOfWork, digests: Collection[str]) -> None:
    """Derive the places of files anew and store what changed."""
    found = fates(work, digests)
    work.imports.move(
        [
            (row_id, fate.place, fate.waits)
            for row_id, digest, place, waits in work.imports.standing(found.keys())
            if (fate := found[digest]) != Fate(place, waits=waits)
        ]
    )


def fates(work: UnitOfWork, digests: Collection[str]) -> dict[str, Fate]:
    """Return where files stand that tell of runs; what tells of none is not among them."""
    drives = list(work.imports.drives_of(digests))
    media = {one.medium_id for one in drives if one.medium_id is not None}
    good, given_up = _good(work, media), work.next_steps.to_destroy(media)
    by_file: dict[str, list[DriveFate]] = defaultdict(list)
    for one in drives:
        by_file[one.sha256].append(_fate(one, good, given_up))
    for digest, same_as in work.imports.told_again(digests):
        if same_as is not None:
            by_file[digest].append(_AGAIN)
    return {digest: place_of_file(told) for digest, told in by_file.items()}


def _good(work: UnitOfWork, media: Iterable[int]) -> dict[int, list[MediumRun]]:
    """Return of each medium the runs that passed, or by which it was destroyed."""
    found: dict[int, list[MediumRun]] = defaultdict(list)
    for run in work.imports.runs_of_media(media):
        good = run.verdict == Verdict.PASSED or run.source == _DESTRUCTION
        if good and run.counts:
            found[run.medium_id].append(run)
    return found


def _overtaken(one: ToldDrive, good: Iterable[MediumRun]) -> bool:
    """Tell whether a good run came in later; one that began before it is an old one.

    As `domain.standing` says: what was brought in late cancels no failure.
    """
    return any(
        later.run > one.run and not (later.started and one.started and later.started < one.started)
        for later in good
    )


def _fate(
    one: ToldDrive, good: Mapping[int, list[MediumRun]], given_up: Collection[int]
) -> DriveFate:
    telling = Telling.BESIDE if one.beside else Telling.FIRST
    return DriveFate(
        Verdict(one.verdict),
        matched=one.matched,
        contradicted=one.contradicted,
        set_aside=one.set_aside,
        overtaken=_overtaken(one, good.get(one.medium_id or 0, ())),
        given_up=one.medium_id in given_up,
        telling=Telling.AGAIN if one.continued else telling,
    )
