"""`snapshot import|list|show|match|apply|set-aside|collector`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import DONE, REFUSED, Answer
from serkut_desk.cli.parsing import own_code
from serkut_desk.cli.plain import plain
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.stations.snapshots.commands import SnapshotDone, TakenIn
    from serkut_desk.stations.snapshots.queries import Page, SnapshotLine
    from serkut_desk.texts import Texts

_EVERYTHING = "all"


def register(commands: Commands) -> None:
    """Add the commands about snapshots."""
    say, group = commands.say, commands.group("snapshot")
    importing = group.add("import", _import)
    importing.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help=say("cli.snapshot.about.path")
    )
    listing = group.add("list", _list)
    listing.add_argument("--all", action="store_true", help=say("cli.snapshot.about.all"))
    _number(commands, group.add("show", _show))
    matching = group.add("match", _match)
    _number(commands, matching)
    matching.add_argument("device", type=own_code, help=say("cli.snapshot.about.device"))
    matching.add_argument("--reason", default="", help=say("cli.snapshot.about.reason"))
    applying = group.add("apply", _apply)
    _number(commands, applying)
    applying.add_argument(
        "--take", nargs="+", default=[], metavar="KEY", help=say("cli.snapshot.about.take")
    )
    setting = group.add("set-aside", _set_aside)
    _number(commands, setting)
    setting.add_argument("--reason", required=True, help=say("cli.snapshot.about.reason"))
    copying = group.add("collector", _collector)
    copying.add_argument(
        "--to", type=Path, required=True, metavar="DIR", help=say("cli.snapshot.about.to")
    )


def _number(commands: Commands, parser: Parser) -> None:
    parser.add_argument("number", type=int, help=commands.say("cli.snapshot.about.number"))


def _import(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.snapshots.commands import ImportSnapshots

    with context.open() as desk:
        done = context.do(desk, ImportSnapshots(tuple(args.paths)))
    lines = [_taken_words(one, context.texts) for one in done.files]
    document = {"files": [_taken(one) for one in done.files]}
    return Answer(document, lines, REFUSED if done.unreadable else DONE)


def _taken(one: TakenIn) -> dict[str, Any]:
    failure = one.failure
    return {
        "file": one.file,
        "outcome": one.outcome,
        "error": None if failure is None else failure.code,
        "snapshot": one.snapshot,
        "device": one.device,
        "candidates": list(one.candidates),
        "machine": one.machine,
        "serial": one.serial,
        "proposed": one.proposed,
        "complete": one.complete,
    }


def _taken_words(one: TakenIn, texts: Texts) -> str:
    said = texts.say(f"snapshot.outcome.{one.outcome}")
    if one.failure is not None:
        why = texts.failure(one.failure)["what"]
        return f"{one.file}: {said}: {why}"
    machine = " ".join(filter(None, (one.machine, one.serial)))
    where = one.device or ", ".join(one.candidates)
    parts = (f"({one.snapshot})", said, machine, where)
    return f"{one.file}: " + "  ".join(filter(None, parts))


def _list(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.snapshots import queries

    with context.open() as desk:
        session = context.session(desk, Permission.MEDIA)
        found = queries.listed(desk, session, everything=args.all)
    return Answer([plain(one) for one in found], [_line_words(one, context.texts) for one in found])


def _line_words(one: SnapshotLine, texts: Texts) -> str:
    said = texts.say(f"snapshot.outcome.{one.outcome}")
    parts = (f"({one.number})", one.machine or one.name, one.serial, said, one.device or "")
    return "  ".join(filter(None, parts))


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.snapshots import queries

    with context.open() as desk:
        found = queries.page(desk, context.session(desk, Permission.MEDIA), args.number)
    return Answer(_page(found), _page_words(found, context.texts))


def _page(found: Page) -> dict[str, Any]:
    document: dict[str, Any] = plain(found.line)
    document["sha256"] = found.sha256
    document["candidates"] = [plain(one) for one in found.candidates]
    document["lines"] = [{**plain(one), "choosable": one.choosable} for one in found.lines]
    document["locks"] = [one.value for one in found.snapshot.locks]
    document["unread"] = [one.code.value for one in found.snapshot.unread]
    return document


def _page_words(found: Page, texts: Texts) -> list[str]:
    from serkut_desk.stations.snapshots import wording

    lines = [_line_words(found.line, texts)]
    for one in found.candidates:
        why = ", ".join(texts.say(f"snapshot.reason.{word}") for word in one.reasons)
        lines.append(f"  {one.device}  {one.manufacturer} {one.model}  {one.serial}  {why}")
    for line in found.lines:
        sides = (wording.value_words(line.what, one, texts) for one in (line.recorded, line.told))
        recorded, told = sides
        mark = line.key if line.choosable else ""
        what = texts.say(f"snapshot.what.{line.what}")
        state = wording.state_words(line, texts)
        lines.append(f"  {mark:<14}{what}: {recorded} | {told} | {state}")
    return lines + [f"  {note}" for note in wording.notes(found.snapshot, texts)]


def _match(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.snapshots.commands import MatchSnapshot

    with context.open() as desk:
        done = context.do(desk, MatchSnapshot(args.number, args.device, args.reason))
    return _done(done, context.texts)


def _set_aside(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.snapshots.commands import SetAsideSnapshot

    with context.open() as desk:
        done = context.do(desk, SetAsideSnapshot(args.number, args.reason))
    return _done(done, context.texts)


def _done(done: SnapshotDone, texts: Texts) -> Answer:
    document: dict[str, Any] = plain(done)
    document.pop("changes")
    said = texts.say(f"snapshot.outcome.{done.outcome}")
    return Answer(document, [f"({done.snapshot})  {said}  {done.device or ''}".rstrip()])


def _apply(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.snapshots import queries
    from serkut_desk.stations.snapshots.commands import ApplySnapshot

    with context.open() as desk:
        take = tuple(args.take)
        if take == (_EVERYTHING,):
            page = queries.page(desk, context.session(desk, Permission.MEDIA), args.number)
            take = tuple(line.key for line in page.lines if line.choosable)
        done = context.do(desk, ApplySnapshot(args.number, take))
    document: dict[str, Any] = plain(done)
    document.pop("changes")
    say = context.texts.say
    taken = ", ".join(done.taken) or say("snapshot.nothing")
    return Answer(document, [say("cli.snapshot.said.taken", device=done.device, taken=taken)])


def _collector(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.snapshots.collector import copy_collector

    path = copy_collector(args.to)
    said = context.texts.say("cli.snapshot.said.copied", path=path)
    return Answer({"path": str(path)}, [said])
