"""`paper list|reprint|export`, `report lot|month`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli.answer import Answer
from serkut_desk.domain.clock import local, to_text
from serkut_desk.domain.paper_codec import dump
from serkut_desk.domain.papers import PaperKind
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.interchange.workbook_out import Cell
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.reports.commands import MadeReport
    from serkut_desk.stations.reports.queries import PaperRow

_KINDS = [kind.value for kind in PaperKind]


def register(commands: Commands) -> None:
    """Add the commands about papers and reports."""
    paper = commands.group("paper")
    listing = paper.add("list", _list)
    listing.add_argument(
        "--kind", action="append", choices=_KINDS, help=commands.say("cli.paper.kind")
    )
    reprinting = paper.add("reprint", _reprint)
    exporting = paper.add("export", _export)
    for parser in (reprinting, exporting):
        parser.add_argument("number", metavar="KU-17", help=commands.say("cli.paper.number"))
    exporting.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help=commands.say("cli.paper.out")
    )
    report = commands.group("report")
    lot = report.add("lot", _lot)
    lot.add_argument("lot", metavar="ER...", help=commands.say("cli.report.of_lot"))
    month = report.add("month", _month)
    month.add_argument("month", metavar="2026-11", help=commands.say("cli.report.of_month"))
    for parser in (lot, month):
        _out(commands, parser)


def _out(commands: Commands, parser: Parser) -> None:
    parser.add_argument("--out", type=Path, metavar="DIR", help=commands.say("cli.report.out"))


def _list(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.reports import queries

    kinds = [PaperKind(word) for word in args.kind or _KINDS]
    with context.open() as desk:
        rows = queries.papers(desk, context.session(desk, Permission.REPORT), kinds)
    return Answer({"papers": [_document(row) for row in rows]}, [_line(row) for row in rows])


def _document(row: PaperRow) -> dict[str, object]:
    return {
        "number": row.name,
        "kind": row.kind.value,
        "title": row.title,
        "about": row.about,
        "issued_at": to_text(row.issued_at),
        "language": row.language,
        "copies": row.copies,
        "sheet": row.has_sheet,
        "sha256": row.sha256,
    }


def _line(row: PaperRow) -> str:
    return f"{row.name}  {local(row.issued_at):%Y-%m-%d}  {row.about}  {row.title}"


def _reprint(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.reports.commands import ReprintPaper

    with context.open() as desk:
        done = context.do(desk, ReprintPaper(args.number))
    document = {"number": done.name, "copy": done.copy, "file": str(done.path)}
    return Answer(document, [str(done.path)])


def _export(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations import papers

    with context.open() as desk:
        session = context.session(desk, Permission.REPORT)
        files = papers.files_of(desk, session, args.number)
        paths = papers.written(files, args.out)
    document = {"number": files.name, "files": [str(path) for path in paths]}
    return Answer(document, [str(path) for path in paths])


def _lot(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.reports import queries
    from serkut_desk.stations.reports.commands import MakeLotReport

    with context.open() as desk:
        figures = queries.lot_report(desk, context.session(desk, Permission.REPORT), args.lot)
        made = _made(context, desk, args, MakeLotReport(args.lot, context.texts.language))
    states = "  ".join(
        str(part) for part in (figures.lot, figures.sender, len(figures.rows), *made[1])
    )
    return Answer({**dump(figures), **made[0]}, [states])


def _month(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.reports import queries
    from serkut_desk.stations.reports.commands import MakeMonthReport
    from serkut_desk.stations.reports.tables import month_rows

    language = context.texts.language
    with context.open() as desk:
        session = context.session(desk, Permission.REPORT)
        figures = queries.month_report(desk, session, args.month)
        made = _made(context, desk, args, MakeMonthReport(args.month, language))
    lines = [
        "  ".join(_plain(cell) for cell in row if cell is not None)
        for row in month_rows(figures, language)
    ]
    return Answer({**dump(figures), **made[0]}, [*lines, *made[1]])


def _plain(cell: Cell) -> str:
    return f"{cell:.2f} kg" if isinstance(cell, float) else str(cell)


def _made(
    context: Context, desk: Desk, args: Namespace, command: Command[MadeReport]
) -> tuple[dict[str, object], list[str]]:
    """Make the report if `--out` asks for it; else the figures are only told."""
    from serkut_desk.stations import papers

    if args.out is None:
        return {"number": None, "files": []}, []
    made = context.do(desk, command)
    session = context.session(desk, Permission.REPORT)
    paths = papers.written(papers.files_of(desk, session, made.paper.name), args.out)
    files = [str(path) for path in paths]
    return {"number": made.paper.name, "files": files}, [made.paper.name, *files]
