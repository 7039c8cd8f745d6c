"""`look list|draw|record|release|incident|lift|close`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import own_code
from serkut_desk.cli.plain import plain
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.second_look import Conclusion, Lifted, LookState

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.stations.looks.commands import LookDone
    from serkut_desk.stations.looks.queries import IncidentView, LookLine, MonthShare
    from serkut_desk.texts import Texts

_RESULTS = [LookState.CLEAN.value, LookState.FAILED.value]
_OUTCOMES = [word.value for word in Lifted if word is not Lifted.UNFOUNDED]
_CONCLUSIONS = [word.value for word in Conclusion]


def register(commands: Commands) -> None:
    """Add the commands about second looks."""
    say, group = commands.say, commands.group("look")
    group.add("list", _list)
    drawing = group.add("draw", _draw)
    drawing.add_argument("--month", metavar="YYYY-MM", help=say("cli.look.about.month"))
    recording = group.add("record", _record)
    recording.add_argument("medium", help=say("cli.look.about.medium"))
    recording.add_argument(
        "--result", choices=_RESULTS, required=True, help=say("cli.look.about.result")
    )
    recording.add_argument(
        "--evidence", type=Path, required=True, help=say("cli.look.about.evidence")
    )
    recording.add_argument("--tool", default="", help=say("cli.look.about.tool"))
    recording.add_argument("--note", default="", help=say("cli.look.about.note"))
    releasing = group.add("release", _release)
    releasing.add_argument("medium", help=say("cli.look.about.medium"))
    releasing.add_argument("--reason", required=True, help=say("cli.reason"))
    group.add("incident", _incidents)
    lifting = group.add("lift", _lift)
    lifting.add_argument("incident", type=int, help=say("cli.look.about.incident"))
    lifting.add_argument("medium", help=say("cli.look.about.medium"))
    lifting.add_argument(
        "--outcome", choices=_OUTCOMES, required=True, help=say("cli.look.about.outcome")
    )
    lifting.add_argument("--reason", required=True, help=say("cli.reason"))
    closing = group.add("close", _close)
    closing.add_argument("incident", type=int, help=say("cli.look.about.incident"))
    closing.add_argument(
        "--conclusion", choices=_CONCLUSIONS, required=True, help=say("cli.look.about.conclusion")
    )
    closing.add_argument("--seen", type=int, required=True, help=say("cli.look.about.seen"))
    closing.add_argument("--note", required=True, help=say("cli.look.about.note"))
    closing.add_argument("--second", type=own_code, metavar="CODE", help=say("cli.second"))


def _list(context: Context, args: Namespace) -> Answer:
    del args
    from serkut_desk.stations.looks import queries

    with context.open() as desk:
        found = queries.overview(desk, context.session(desk, Permission.SEARCH))
    months = (found.month, found.last_month)
    document = {
        "months": [{**plain(one), "drawn": one.drawn, "short": one.short} for one in months],
        "waiting": plain(found.waiting),
        "done": plain(found.done),
    }
    texts = context.texts
    lines = [_month_words(one, texts) for one in months]
    lines += [_line_words(one, texts) for one in (*found.waiting, *found.done)]
    return Answer(document, lines)


def _month_words(one: MonthShare, texts: Texts) -> str:
    figures = {"population": one.population, "drawn": one.drawn, "needed": one.needed}
    return texts.say("cli.look.said.month", month=one.month, **figures)


def _line_words(one: LookLine, texts: Texts) -> str:
    state = texts.say(f"look_state.{one.state}")
    parts = (one.device, one.medium, state, one.wiped_with, one.tool, one.place or "", one.note)
    words = "  ".join(filter(None, parts))
    return f"{words}\n  {texts.say('look.note.blancco')}" if one.blancco else words


def _draw(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.looks.commands import DrawLooks

    with context.open() as desk:
        done = context.do(desk, DrawLooks(args.month))
    said = context.texts.say("cli.look.said.drawn", month=done.month, count=len(done.names))
    return Answer({"month": done.month, "drawn": list(done.names)}, [said, *done.names])


def _record(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.looks.commands import RecordLook

    command = RecordLook(
        medium=args.medium,
        clean=args.result == LookState.CLEAN.value,
        evidence=args.evidence,
        tool=args.tool,
        note=args.note,
    )
    with context.open() as desk:
        return _done(context.do(desk, command), context.texts)


def _release(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.looks.commands import ReleaseLook

    with context.open() as desk:
        done = context.do(desk, ReleaseLook(args.medium, args.reason))
    return _done(done, context.texts)


def _done(done: LookDone, texts: Texts) -> Answer:
    document: dict[str, Any] = plain(done)
    document.pop("changes")
    lines = [f"{done.device}  {done.medium}  {texts.say(f'look_state.{done.state}')}"]
    if done.incident is not None:
        said = {"incident": done.incident, "count": done.frozen, "left": len(done.left)}
        lines.append(texts.say("cli.look.said.frozen", **said))
    return Answer(document, lines)


def _incidents(context: Context, args: Namespace) -> Answer:
    del args
    from serkut_desk.stations.looks import queries

    with context.open() as desk:
        found = queries.overview(desk, context.session(desk, Permission.SEARCH)).incidents
    lines = [line for one in found for line in _incident_words(one, context.texts)]
    return Answer([{**plain(one), "left": one.left} for one in found], lines)


def _incident_words(one: IncidentView, texts: Texts) -> list[str]:
    say = texts.say
    state = say(f"incident_end.{one.conclusion}") if one.conclusion else say("look_state.open")
    lines = [f"({one.incident})  {one.device}  {one.medium}  {one.wiped_with}  {state}"]
    for held in one.frozen:
        how = say(f"freeze_lifted.{held.outcome}") if held.outcome else say("look_state.open")
        parts = (held.device, held.medium, say(f"freeze_why.{held.why}"), how, held.handover or "")
        lines.append("  " + "  ".join(filter(None, parts)))
    return [*lines, *(say("cli.look.said.revoke", number=code) for code in one.revoke)]


def _lift(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.looks.commands import LiftFreeze

    command = LiftFreeze(args.incident, args.medium, Lifted(args.outcome), args.reason)
    with context.open() as desk:
        done = context.do(desk, command)
    document: dict[str, Any] = plain(done)
    document.pop("changes")
    how = context.texts.say(f"freeze_lifted.{done.outcome}")
    return Answer(document, [f"{done.device}  {done.medium}  {how}"])


def _close(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.looks.commands import CloseIncident

    with context.open() as desk:
        second = context.second(desk, args.second, Permission.INCIDENT)
        conclusion = Conclusion(args.conclusion)
        command = CloseIncident(args.incident, conclusion, args.note, second, args.seen)
        done = context.do(desk, command)
    document: dict[str, Any] = plain(done)
    document.pop("changes")
    say = context.texts.say
    lines = [f"({done.incident})  {say(f'incident_end.{done.conclusion}')}"]
    lines += [say("cli.look.said.revoke", number=code) for code in done.revoke]
    return Answer(document, lines)
