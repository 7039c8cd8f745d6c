"""`home` and `feedback leave|list|read`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.plain import plain
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.feedback import Mood
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.stations.queues import QueueLine
    from serkut_desk.stations.wiping.second_eyes import SecondEyes
    from serkut_desk.texts import Texts

_MOODS = [mood.value for mood in Mood]


def register(commands: Commands) -> None:
    """Add the commands about what waits, and about feedback."""
    commands.add("home", _home)
    feedback = commands.group("feedback")
    leaving = feedback.add("leave", _leave)
    leaving.add_argument("screen", help=commands.say("cli.feedback.screen"))
    leaving.add_argument("mood", choices=_MOODS, help=commands.say("cli.feedback.mood"))
    leaving.add_argument("--note", default="", help=commands.say("cli.feedback.note"))
    listing = feedback.add("list", _list)
    listing.add_argument("--unread", action="store_true", help=commands.say("cli.feedback.unread"))
    reading = feedback.add("read", _read)
    reading.add_argument("upto", nargs="?", type=int, help=commands.say("cli.feedback.upto"))


def _home(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.domain.queues import ROWS
    from serkut_desk.stations.home import queries
    from serkut_desk.stations.wiping.second_eyes import second_eyes

    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        found = queries.view(desk, session)
        held = queries.held(desk, session)
        others: tuple[SecondEyes, ...] = ()
        if Permission.APPROVE in held:
            session = context.session(desk, Permission.APPROVE)
            others = second_eyes(desk, session)
    shown = [line for line in found if not ROWS[line.queue].needs.isdisjoint(held)]
    document = {"queues": plain(shown), "second_approver": plain(others)}
    lines = list(_lines(shown, others, context.texts))
    return Answer(document, lines or [context.texts.say("cli.home.empty")])


def _lines(found: Sequence[QueueLine], others: Sequence[SecondEyes], texts: Texts) -> Iterator[str]:
    for line in found:
        if line.count:
            what = "  ".join(filter(None, (short(line.code or ""), line.name, line.place)))
            since = f"{local(line.since):%d.%m.%Y}" if line.since else ""
            said = texts.say(f"queue.{line.queue.value}")
            yield "  ".join(filter(None, (f"{line.count:>4}", said, since, what)))
    for one in others:
        why = texts.say(f"waits_for.{one.waits_for.value}")
        yield "  ".join(filter(None, (short(one.device), one.name, one.place, why)))


def _leave(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.home.commands import LeaveFeedback

    with context.open() as desk:
        number = context.do(desk, LeaveFeedback(args.screen, Mood(args.mood), args.note))
    return Answer({"feedback": number}, [context.texts.say("cli.feedback.thanks")])


def _list(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.home import queries

    with context.open() as desk:
        session = context.session(desk, Permission.FEEDBACK)
        found = queries.feedback(desk, session, unread=args.unread)
    lines = [
        "  ".join(
            filter(
                None,
                (
                    str(one.id),
                    f"{local(one.left_at):%d.%m.%Y}",
                    one.screen,
                    context.texts.say(f"feedback.{one.mood.value}"),
                    one.note,
                ),
            )
        )
        for one in found
    ]
    document = [
        {
            "feedback": one.id,
            "left_at": plain(one.left_at),
            "screen": one.screen,
            "mood": one.mood.value,
            "note": one.note,
            "read": one.read_at is not None,
        }
        for one in found
    ]
    return Answer(document, lines or [context.texts.say("cli.feedback.none")])


def _read(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.home import queries
    from serkut_desk.stations.home.commands import ReadFeedback

    with context.open() as desk:
        upto = args.upto
        if upto is None:
            newest = queries.feedback(desk, context.session(desk, Permission.FEEDBACK), limit=1)
            upto = newest[0].id if newest else 0
        count = context.do(desk, ReadFeedback(upto))
    return Answer({"read": count}, [context.texts.say("cli.feedback.marked", count=count)])
