"""`count open|scan|show|list|close|missing|report|told|paper|found|lost`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import own_code
from serkut_desk.cli.plain import plain
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.stocktake.commands import IncidentClosed, Missed, Scanned
    from serkut_desk.stations.stocktake.queries import DeviceBrief, MissingLine
    from serkut_desk.texts import Texts


def register(commands: Commands) -> None:
    """Add the commands about counting and missing devices."""
    group = commands.group("count")
    _place(commands, group.add("open", _open))
    scanning = group.add("scan", _scan)
    _place(commands, scanning)
    scanning.add_argument("scans", nargs="+", help=commands.say("cli.count.scan.text"))
    _place(commands, group.add("show", _show))
    group.add("list", _list)
    closing = group.add("close", _close)
    _place(commands, closing)
    closing.add_argument(
        "--missing", type=int, default=0, metavar="N", help=commands.say("cli.count.close.missing")
    )
    group.add("missing", _missing)
    _register_incidents(group, commands)


def _register_incidents(group: Commands, commands: Commands) -> None:
    reporting = _device(commands, group.add("report", _report))
    reporting.add_argument(
        "--circumstances", required=True, help=commands.say("cli.count.report.text")
    )
    telling = _device(commands, group.add("told", _told))
    telling.add_argument("whom", help=commands.say("cli.count.told.whom"))
    printing = _device(commands, group.add("paper", _paper))
    finding = _device(commands, group.add("found", _found))
    finding.add_argument("--place", required=True, help=commands.say("cli.count.found.place"))
    losing = _device(commands, group.add("lost", _lost))
    for ending in (finding, losing):
        ending.add_argument("--note", required=True, help=commands.say("cli.count.note"))
        ending.add_argument(
            "--second", type=own_code, metavar="CODE", help=commands.say("cli.second")
        )
    for parser in (printing, finding, losing):
        parser.add_argument("--out", type=Path, help=commands.say("cli.count.out"))


def _place(commands: Commands, parser: Parser) -> None:
    parser.add_argument("place", help=commands.say("cli.count.place"))


def _device(commands: Commands, parser: Parser) -> Parser:
    parser.add_argument("device", help=commands.say("cli.device.code"))
    return parser


def _open(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.stocktake.commands import OpenCount

    with context.open() as desk:
        done = context.do(desk, OpenCount(args.place))
    place = done.place
    document = {
        "place": place.code,
        "name": place.name,
        "begun": done.begun,
        "counted": done.counted,
        "expected": done.expected,
    }
    return Answer(document, [f"{place.code}  {place.name}  {done.counted}/{done.expected}"])


def _scan(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.stocktake.commands import ScanInCount

    with context.open() as desk:
        done = [context.do(desk, ScanInCount(args.place, text)) for text in args.scans]
    last = done[-1]
    document = {
        "counted": last.counted,
        "expected": last.expected,
        "scans": [_scanned(one) for one in done],
    }
    lines = [f"{one.text}  {context.texts.say(f'count.seen.{one.seen.value}')}" for one in done]
    return Answer(document, [*lines, f"{last.counted}/{last.expected}"])


def _scanned(one: Scanned) -> dict[str, Any]:
    return {
        "text": one.text,
        "seen": one.seen.value,
        "device": one.device,
        "part": one.part,
        "recorded": one.recorded,
        "moved": one.moved,
    }


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.stocktake import queries

    with context.open() as desk:
        view = queries.count(desk, context.session(desk, Permission.COUNT), args.place)
    lines = [f"{view.name}  {view.counted}/{view.expected}"]
    lines += [_brief(one) for one in view.unseen]
    return Answer(plain(view), lines)


def _brief(one: DeviceBrief) -> str:
    what = f"{one.manufacturer} {one.model}".strip()
    return f"{short(one.code)}  {what}  {one.serial}  {one.basket or ''}".rstrip()


def _list(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.stocktake import queries

    with context.open() as desk:
        found = queries.counts(desk, context.session(desk, Permission.COUNT))
    lines = [f"{one.place}  {one.name}  {one.counted}/{one.expected}" for one in found]
    return Answer(plain(found), lines)


def _close(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.stocktake.commands import CloseCount

    with context.open() as desk:
        done = context.do(desk, CloseCount(args.place, args.missing))
    document = {
        "place": done.place.code,
        "name": done.place.name,
        "found": list(done.found),
        "elsewhere": list(done.elsewhere),
        "unexpected": list(done.unexpected),
        "missing": list(done.missing),
        "with_data": list(done.with_data),
        "in_baskets": list(done.in_baskets),
        "missing_parts": list(done.missing_parts),
    }
    said = context.texts.say(
        "cli.count.closed",
        place=done.place.name,
        found=len(done.found),
        elsewhere=len(done.elsewhere),
        missing=len(done.missing) + len(done.missing_parts),
    )
    return Answer(document, [said, *map(short, (*done.missing, *done.missing_parts))])


def _missing(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.stocktake import queries

    with context.open() as desk:
        found = queries.missing(desk, context.session(desk, Permission.COUNT))
    return Answer(plain(found), [_spoken(one, context.texts) for one in found])


def _spoken(one: MissingLine, texts: Texts) -> str:
    at = local(one.noticed_at)
    data = texts.say(f"incident.data.{'yes' if one.bears_data else 'no'}")
    ended = texts.say(f"incident.{one.outcome.value}") if one.outcome else ""
    where = one.sighted or one.place or ""
    day = f"{at.day}.{at.month}.{at.year}"
    return f"{_brief(one.device)}  {day}  {where}  {data}  {ended}".rstrip()


def _report(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.stocktake.commands import ReportMissing

    with context.open() as desk:
        done = context.do(desk, ReportMissing(args.device, args.circumstances))
    return _missed(done, context.texts)


def _told(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.stocktake.commands import TellMissing

    with context.open() as desk:
        done = context.do(desk, TellMissing(args.device, args.whom))
    return _missed(done, context.texts)


def _missed(done: Missed, texts: Texts) -> Answer:
    document = {"device": done.device, "bears_data": done.bears_data, "told": done.told}
    data = texts.say(f"incident.data.{'yes' if done.bears_data else 'no'}")
    return Answer(document, [f"{done.device}  {data}  {done.told}".rstrip()])


def _paper(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.stocktake.commands import PrintIncident

    with context.open() as desk:
        done = context.do(desk, PrintIncident(args.device, context.texts.language))
        path = _copied(context, desk, done.number, args.out)
    return Answer({"device": done.device, "number": done.number, "pdf": path}, [str(path)])


def _copied(context: Context, desk: Desk, number: str | None, out: Path | None) -> str | None:
    """Write a copy of a paper that was just issued and return where; None without a paper."""
    from serkut_desk.stations import papers

    if number is None:
        return None
    session = context.session(desk, Permission.INCIDENT)
    files = papers.files_of(desk, session, number, Permission.INCIDENT)
    return str(papers.written(files, out or desk.folder.papers)[0])


def _found(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.stocktake.commands import FindDevice

    with context.open() as desk:
        second = context.second(desk, args.second, Permission.INCIDENT)
        language = context.texts.language
        command = FindDevice(args.device, args.place, args.note, second, language)
        done = context.do(desk, command)
        return _ended(done, _copied(context, desk, done.paper, args.out), context.texts)


def _lost(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.stocktake.commands import GiveUp

    with context.open() as desk:
        second = context.second(desk, args.second, Permission.INCIDENT)
        done = context.do(desk, GiveUp(args.device, args.note, second, context.texts.language))
        return _ended(done, _copied(context, desk, done.paper, args.out), context.texts)


def _ended(done: IncidentClosed, path: str | None, texts: Texts) -> Answer:
    document = {
        "device": done.device,
        "outcome": done.ending.value,
        "state": done.state,
        "reopened": done.reopened,
        "certificate": done.certificate,
        "paper": done.paper,
        "pdf": path,
    }
    said = [texts.say(f"incident.{done.ending.value}"), texts.say(f"state.{done.state}")]
    return Answer(document, [f"{done.device}  {' '.join(said)}", *([path] if path else [])])
