"""`evidence list|show|candidates|settle|again|clock|attach|save`, and `wipes inbox`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.plain import plain
from serkut_desk.domain.evidence_place import Place, at_odds
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.stations.evidence.queries import DriveLine, FileLine, FilePage
    from serkut_desk.texts import Texts

_PLACES = [place.value for place in Place]
_MOST = 1000
_PAIR = 2


def register(commands: Commands) -> None:
    """Add the commands about files that were brought in."""
    say, group = commands.say, commands.group("evidence")
    add_list(commands, group.add("list", show_inbox))
    group.add("show", _show).add_argument("number", type=int, help=say("cli.evidence.about.number"))
    asking = group.add("candidates", _candidates)
    asking.add_argument("run", type=int, help=say("cli.evidence.about.run"))
    settling = group.add("settle", _settle)
    settling.add_argument(
        "numbers", nargs="+", type=int, metavar="NUMBER", help=say("cli.evidence.about.number")
    )
    again = group.add("again", _again)
    again.add_argument("number", type=int, help=say("cli.evidence.about.number"))
    group.add("clock", _clock).add_argument("run", type=int, help=say("cli.evidence.about.run"))
    attaching = group.add("attach", _attach)
    attaching.add_argument("sha256", metavar="SHA256", help=say("cli.evidence.about.sha256"))
    attaching.add_argument("run", type=int, help=say("cli.evidence.about.run"))
    saving = group.add("save", _save)
    saving.add_argument("sha256", metavar="SHA256", help=say("cli.evidence.about.sha256"))
    saving.add_argument("to", type=Path, metavar="FILE", help=say("cli.evidence.about.to"))


def add_list(commands: Commands, parser: Parser) -> None:
    """Add the arguments of a list of files."""
    say = commands.say
    parser.add_argument("--place", choices=_PLACES, help=say("cli.evidence.about.place"))
    parser.add_argument("--waiting", action="store_true", help=say("cli.evidence.about.waiting"))
    parser.add_argument("--limit", type=int, default=_MOST, help=say("cli.evidence.about.limit"))


def show_inbox(context: Context, args: Namespace) -> Answer:
    """Answer with the files that were brought in and how many stand where."""
    from serkut_desk.stations.evidence import queries

    place = Place(args.place) if args.place else None
    with context.open() as desk:
        found = queries.inbox(
            desk,
            context.session(desk, Permission.WIPE),
            place,
            only_waiting=args.waiting,
            limit=max(0, args.limit),
        )
    say = context.texts.say
    document = {
        "counts": [plain(one) for one in found.counts],
        "files": [_file(one) for one in found.rows],
        "more": found.more,
    }
    counts = [
        f"{say(f'place.{one.place}')}: {one.files}"
        + (f" ({one.waiting} {say('place.waiting')})" if one.waiting else "")
        for one in found.counts
        if one.files
    ]
    return Answer(document, [*counts, *(_line(one, context.texts) for one in found.rows)])


def _file(one: FileLine) -> dict[str, Any]:
    document: dict[str, Any] = plain(one)
    return document


def _line(one: FileLine, texts: Texts) -> str:
    from serkut_desk.stations.evidence import wording

    mark = "! " if one.waits else "  "
    where = texts.say(wording.place_key(one))
    told = ", ".join(one.serials) or (texts.say(f"report.{one.kind}") if one.kind else "")
    parts = (f"{mark}({one.number})", one.name, where, told, ", ".join(one.devices))
    return "  ".join(part for part in parts if part)


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.evidence import queries

    with context.open() as desk:
        found = queries.page(desk, context.session(desk, Permission.WIPE), args.number)
    return Answer(_page(found), list(_page_words(found, context.texts)))


def _page(found: FilePage) -> dict[str, Any]:
    return {
        **_file(found.line),
        "first_name": found.first,
        "kept": found.kept,
        "drives": [_drive(one) for one in found.drives],
        "beside": [plain(one) for one in found.beside],
    }


def _short_of(one: DriveLine) -> dict[str, Any] | None:
    judged = one.short_of
    if judged is None:
        return None
    advice = [word.value for word in judged.advice]
    return {"reached": judged.level.value, "required": judged.required.value, "advice": advice}


def _drive(one: DriveLine) -> dict[str, Any]:
    run = one.run
    return {
        "run": run.id,
        "device": run.device_path,
        "serial": run.serial,
        "model": run.model,
        "verdict": run.verdict.value,
        "reasons": [reason["code"] for reason in run.reasons],
        "match": run.match,
        "match_reasons": list(run.match_reasons),
        "medium": one.medium,
        "proposed": one.proposed,
        "device_code": one.device,
        "short_of": _short_of(one),
        "to_destroy": one.to_destroy,
        "contradicted": run.contradicted,
        "set_aside_by": run.set_aside_by,
        "against": [other.number for other in one.against],
        "started": run.started,
        "ended": run.ended,
        "clock": list(run.facts.get("clock", [])),
        "skew": run.facts.get("skew"),
        "clock_note": one.noted_by,
    }


def _next_words(found: FilePage, texts: Texts) -> str:
    from serkut_desk.stations.evidence import wording

    reports = at_odds({other.number for other in one.against} for one in found.drives)
    if found.line.place is Place.CONTRADICTION and reports > _PAIR:
        return texts.say("place.contradiction.several", count=reports)
    return texts.say(wording.next_key(found.line))


def _page_words(found: FilePage, texts: Texts) -> list[str]:
    from serkut_desk.stations.evidence import wording

    say, line = texts.say, found.line
    lines = [_line(line, texts), _next_words(found, texts)]
    if found.first:
        lines.append(say("place.again", first=found.first))
    for one in found.drives:
        run = one.run
        where = one.medium or say(f"match.{run.match}")
        lines.append(f"  ({run.id})  {run.serial or run.device_path}  {where}")
        lines += [f"      {said}" for said in wording.drive_sentences(one, texts)]
    for beside in found.beside:
        lines.append(f"  = {beside.name}")
        lines += [
            f"      {say(f'pair.{one.field}')}: {one.log} | {one.paper}"
            for one in beside.differences
        ]
    return lines


def _candidates(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping import offers

    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        found = offers.candidates(desk, session, args.run)
    say = context.texts.say
    lines = []
    for one in found:
        good = [say(f"match_agrees.{sign}") for sign in one.agrees]
        bad = [say(f"match_differs.{sign}") for sign in one.differs]
        said = "  ".join(part for part in (", ".join(good), "! " * bool(bad) + ", ".join(bad)))
        lines.append(f"#{one.medium_id}  {one.name}  {one.device}  {said}".rstrip())
    return Answer([plain(one) for one in found], lines)


def _settle(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.evidence.commands import SettleFiles

    with context.open() as desk:
        done = context.do(desk, SettleFiles(tuple(args.numbers)))
    return Answer({"settled": done.count}, [context.texts.say("place.done")])


def _again(context: Context, args: Namespace) -> Answer:
    from serkut_desk.cli.wiping import file_lines, file_plain
    from serkut_desk.stations.wiping.commands import ReadAgain

    with context.open() as desk:
        done = context.do(desk, ReadAgain(args.number))
    document = {"files": [file_plain(one) for one in done.files]}
    return Answer(document, [line for one in done.files for line in file_lines(context, one)])


def _clock(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.evidence.commands import NoteClock

    with context.open() as desk:
        done = context.do(desk, NoteClock(args.run))
    line = context.texts.say("event.run.evidence.clock-noted")
    return Answer({"run": done.run, "drives": done.drives}, [line])


def _attach(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.evidence.mapping_commands import AttachEvidence

    with context.open() as desk:
        done = context.do(desk, AttachEvidence(args.run, args.sha256))
    line = context.texts.say("event.run.evidence.attached")
    return Answer({"run": done.run, "sha256": done.sha256}, [line])


def _save(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.evidence.originals import save_original

    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        name = save_original(desk, session, args.sha256, args.to)
    return Answer({"name": name, "path": str(args.to)}, [name])
