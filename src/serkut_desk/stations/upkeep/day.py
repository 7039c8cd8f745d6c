"""Gathers what the day report says."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from serkut_desk.domain.clock import HELSINKI, from_text, local
from serkut_desk.domain.events import Tag
from serkut_desk.records import day as records
from serkut_desk.stations.paper_names import PaperNames
from serkut_desk.stations.wording import event_name
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from serkut_desk.documents.day_report import BackupLine, DayReport
    from serkut_desk.domain.journal import Entry
    from serkut_desk.records.unit_of_work import UnitOfWork

_CLOCK = frozenset({Tag.CLOCK_JUMPED.value, Tag.CLOCK_CONFIRMED.value})


def bounds(day: date) -> tuple[datetime, datetime]:
    """Return when a Finnish day begins and ends; it has 23 to 25 hours."""
    start = datetime(day.year, day.month, day.day, tzinfo=HELSINKI)
    following = day + timedelta(days=1)
    return start, datetime(following.year, following.month, following.day, tzinfo=HELSINKI)


def gather(work: UnitOfWork, now: datetime, closed_by: str, language: str) -> DayReport:
    """Return the report of the Finnish day of `now`, anchored to the newest entry.

    `closed_by` is a badge's code; the paper shows a name for it, as it can be read by anybody.
    """
    from serkut_desk.documents.day_report import (  # noqa: PLC0415 - loads reportlab
        CertificateLine,
        DayReport,
        LotLine,
    )

    texts = Texts(language)
    today = local(now).date()
    start, end = bounds(today)
    entries = work.journal.between(start, end)
    return DayReport(
        workshop=work.house.get("workshop")["name"],
        day=today,
        closed_at=now,
        closed_by=", ".join(PaperNames(work.people, language).approver(closed_by)),
        events=_events(entries, texts),
        first_seq=entries[0].seq if entries else None,
        lots=tuple(
            LotLine(lot.code, lot.sender, texts.say(f"day.lot.{lot.state}"))
            for lot in records.lots(work.connection, start, end)
        ),
        certificates=tuple(
            CertificateLine(one.code, one.device, texts.say(f"day.certificate.{one.what}"))
            for one in records.certificates(work.connection, start, end)
        ),
        anchor=work.journal.head(),
        backups=_backups(entries),
        open_things=_open(work, texts),
        clock_notes=_clock(entries, texts),
    )


def _events(entries: Sequence[Entry], texts: Texts) -> tuple[tuple[str, int], ...]:
    counted = Counter(entry.tag for entry in entries)
    order = {tag.value: number for number, tag in enumerate(Tag)}
    tags = sorted(counted, key=lambda tag: (order.get(tag, len(order)), tag))
    return tuple((event_name(tag, texts), counted[tag]) for tag in tags)


def _backups(entries: Sequence[Entry]) -> tuple[BackupLine, ...]:
    from serkut_desk.documents.day_report import BackupLine  # noqa: PLC0415 - loads reportlab

    # A backup is entered only after it was opened and found good.
    return tuple(
        BackupLine(from_text(entry.at), json.loads(entry.body)["name"], verified=True)
        for entry in entries
        if entry.tag == Tag.BACKUP_MADE
    )


def _open(work: UnitOfWork, texts: Texts) -> tuple[str, ...]:
    found = records.unfinished(work.connection)
    lines = [
        texts.say(f"day.open.{what}", count=count)
        for what, count in found.items()
        if count and texts.has(f"day.open.{what}")
    ]
    if work.house.get("clock_doubted", False):
        lines.append(texts.say("day.open.clock"))
    return tuple(lines)


def _clock(entries: Sequence[Entry], texts: Texts) -> tuple[str, ...]:
    return tuple(
        f"{local(from_text(entry.at)):%H.%M} {event_name(entry.tag, texts)}"
        for entry in entries
        if entry.tag in _CLOCK
    )
