"""Issues papers inside a handler's own transaction, and draws copies of them.

A handler calls `issue` after its records are written and before its one journal entry:

    paper = papers.issue(task, PaperKind.RECEIPT, content, handover_id=row.id)
    work.journal.append(Tag.HANDOVER_COMPLETED, code, (*devices, paper.name),
                        papers=[paper.as_entry()])

The PDF is on the disk before the transaction commits; what a rollback leaves behind is a file
that no record names, and the next start sweeps it. The number comes from a counter in the same
transaction, so that a rollback leaves no gap.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.journal import Head
from serkut_desk.domain.paper_codec import digest, dump, load
from serkut_desk.domain.papers import (
    CONTENTS,
    NEEDS_SELLER,
    SERIES,
    PaperKind,
    Seller,
    paper_name,
)
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.references import reference_number
from serkut_desk.records.files import write_synced
from serkut_desk.records.paper_check import is_borne_out
from serkut_desk.stations.seller import required_seller, seller_of
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from serkut_desk.domain.papers import Content
    from serkut_desk.domain.people import Session
    from serkut_desk.records.papers import Paper
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Task

# An invoice's reference is the year and its number: 202600001 and the check digit.
_REFERENCE_DIGITS = 5
_NAME = re.compile(r"([A-Z]{2})[- ]?0*([1-9][0-9]{0,8})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """A paper that was issued.

    Args:
        id: Row of the records, for `credit_id`, `request_id`.
        kind: What it is.
        name: Its number as people and the journal write it, `KU-17`.
        title: Its name for lists.
        sha256: Of its PDF among the workshop's files.
        stored: Where that PDF lies.
        sheet_sha256: Of its workbook; None without one.
        content_sha256: Of what copies are drawn from.
        reference: An invoice's reference number without spaces, else empty.
    """

    id: int
    kind: PaperKind
    name: str
    title: str
    sha256: str
    stored: Path
    sheet_sha256: str | None
    content_sha256: str
    reference: str

    def as_entry(self) -> dict[str, str]:
        """Return what the caller puts into its journal entry."""
        entry = {
            "kind": self.kind.value,
            "number": self.name,
            "sha256": self.sha256,
            "content": self.content_sha256,
        }
        return entry | ({"sheet": self.sheet_sha256} if self.sheet_sha256 else {})


def issue(
    task: Task,
    kind: PaperKind,
    content: Content,
    *,
    title: str = "",
    handover_id: int | None = None,
    device_id: int | None = None,
    lot_id: int | None = None,
    replaces_id: int | None = None,
    language: str = "fi",
    sheet: bytes | None = None,
) -> IssuedPaper:
    """Number, draw and keep a paper in the caller's transaction; the caller writes the entry.

    Args:
        task: The handler's task.
        kind: What it is.
        content: What it says; of the class that belongs to `kind`.
        title: For lists, the kind's word when empty. Never a channel or a person.
        handover_id: The handover that it belongs to.
        device_id: The device that it is about.
        lot_id: The delivery that it is about.
        replaces_id: The paper that it stands instead of.
        language: Of the paper.
        sheet: The same figures as a workbook (XLSX).

    Raises:
        Refused: `seller_unknown`, `seller_without_account` or `paper_clock_doubted`.
        Unavailable: The PDF can not be kept.
        TypeError: The content belongs to another kind: a bug.
    """
    if not isinstance(content, CONTENTS[kind]):
        message = f"{type(content).__name__} is no content of {kind}"
        raise TypeError(message)
    work, now = task.work, task.now
    if work.house.get("clock_doubted", False):
        raise Refused("paper_clock_doubted")
    seller = required_seller(work) if kind in NEEDS_SELLER else seller_of(work)
    if kind is PaperKind.INVOICE and (seller is None or not seller.iban):
        raise Refused("seller_without_account")
    series, anchor = SERIES[kind], work.journal.head()
    number = work.house.next_number(f"paper:{series}")
    frozen = {
        "content": dump(content),
        "seller": dump(seller) if seller else None,
        "workshop": work.house.get("workshop")["name"],
        "reference": _reference(kind, number, now),
    }
    pdf = _drawn(
        kind,
        series=series,
        number=number,
        issued_at=now,
        frozen=frozen,
        anchor=anchor,
        language=language,
    )
    sha256 = task.desk.files.keep(pdf)
    sheet_sha256 = task.desk.files.keep(sheet) if sheet is not None else None
    title = title or Texts(language).say(f"paper.issued.{kind}.title")
    row_id = work.papers.add(
        kind=kind.value,
        series=series,
        number=number,
        title=title,
        handover_id=handover_id,
        device_id=device_id,
        lot_id=lot_id,
        replaces_id=replaces_id,
        issued_at=now,
        issued_by=task.actor,
        language=language,
        sha256=sha256,
        sheet_sha256=sheet_sha256,
        anchor_seq=anchor.seq,
        anchor_hash=anchor.hash,
        content=frozen,
    )
    return IssuedPaper(
        id=row_id,
        kind=kind,
        name=paper_name(series, number),
        title=title,
        sha256=sha256,
        stored=task.desk.files.path(sha256),
        sheet_sha256=sheet_sha256,
        content_sha256=digest(paper_name(series, number), kind.value, now, language, frozen),
        reference=str(frozen["reference"]),
    )


def watch_clock(desk: Desk, _command: object) -> None:
    """Enter a jump of the clock before a command that issues: a `prepare` for `handles`.

    Else a jump that nobody has confirmed would be rolled back with the refusal.
    """
    desk.database.watch_clock()


def copy_of(work: UnitOfWork, paper: Paper, number: int, made_at: datetime) -> bytes:
    """Return a marked copy of an issued paper, drawn from what was frozen then.

    Raises:
        Refused: `paper_changed`: the records say something else than the paper's entry.
    """
    if not is_borne_out(work.connection, paper.id):
        raise Refused("paper_changed", number=paper_name(paper.series, paper.number))
    return _drawn(
        PaperKind(paper.kind),
        series=paper.series,
        number=paper.number,
        issued_at=paper.issued_at,
        frozen=paper.content,
        anchor=Head(paper.anchor_seq, paper.anchor_hash),
        language=paper.language,
        copy=(number, made_at),
    )


def content_of(paper: Paper) -> Content:
    """Return what an issued paper says."""
    return load(CONTENTS[PaperKind(paper.kind)], paper.content["content"])


def paper_named(work: UnitOfWork, text: str) -> Paper:
    """Return an issued paper by its number as people write it, such as `ku 17`.

    Raises:
        Refused: `paper_unknown`.
    """
    found = _NAME.fullmatch(text.strip().upper())
    paper = work.papers.numbered(found[1], int(found[2])) if found else None
    if paper is None:
        raise Refused("paper_unknown", number=text.strip()[:40])
    return paper


@dataclass(frozen=True, slots=True)
class PaperFiles:
    """An issued paper's files: PDF, and workbook where it has one."""

    name: str
    pdf: bytes
    sheet: bytes | None


def files_of(
    desk: Desk, session: Session | None, number: str, needs: Permission = Permission.REPORT
) -> PaperFiles:
    """Return an issued paper as it was issued.

    Args:
        desk: The desk.
        session: Who asks.
        number: The paper's, `KU-17`.
        needs: What the person must be allowed to.

    Raises:
        Refused: `paper_unknown`, or the person may not.
        Unavailable: `file_lost` or `file_damaged`.
    """
    with desk.reading(session, needs) as work:
        paper = paper_named(work, number)
    return PaperFiles(
        paper_name(paper.series, paper.number),
        desk.files.read(paper.sha256),
        desk.files.read(paper.sheet_sha256) if paper.sheet_sha256 else None,
    )


def written(files: PaperFiles, folder: Path) -> list[Path]:
    """Write a paper's files into a folder and return where they are.

    Raises:
        Unavailable: They can not be written.
    """
    paths = [folder / f"{files.name}.pdf"]
    write_synced(paths[0], files.pdf)
    if files.sheet is not None:
        paths.append(folder / f"{files.name}.xlsx")
        write_synced(paths[1], files.sheet)
    return paths


def copy_file_name(paper: Paper, number: int) -> str:
    """Return the name of a marked copy's file."""
    return f"{paper_name(paper.series, paper.number)}-{number}.pdf"


def _reference(kind: PaperKind, number: int, now: datetime) -> str:
    if kind is not PaperKind.INVOICE:
        return ""
    return reference_number(f"{now.year}{number:0{_REFERENCE_DIGITS}d}")


def _drawn(
    kind: PaperKind,
    *,
    series: str,
    number: int,
    issued_at: datetime,
    frozen: dict[str, Any],
    anchor: Head,
    language: str,
    copy: tuple[int, datetime] | None = None,
) -> bytes:
    from serkut_desk.documents.papers.pages import paper_pdf  # noqa: PLC0415 - loads reportlab
    from serkut_desk.documents.papers.stamp import CopyMark, Stamp  # noqa: PLC0415 - as above

    seller = frozen["seller"]
    stamp = Stamp(
        kind=kind,
        series=series,
        number=number,
        issued_at=issued_at,
        workshop=frozen["workshop"],
        seller=load(Seller, seller) if seller else None,
        anchor=anchor,
        language=language,
        reference=frozen["reference"],
        copy=CopyMark(*copy) if copy else None,
    )
    return paper_pdf(stamp, load(CONTENTS[kind], frozen["content"]))
