"""`init`, `clock confirm`, `workshop seller`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli import secrets
from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import day, own_code
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.media import DataClass
from serkut_desk.domain.paper_codec import dump
from serkut_desk.domain.papers import SELLER_FIELDS
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.policy import FlashDecision
from serkut_desk.stations.upkeep.commands import ConfirmClock, SetSeller

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.domain.papers import Seller
    from serkut_desk.stations.first_start import FirstStart

# The PINs of the first and the second supervisor.
_PINS = (secrets.PIN, secrets.SECOND_PIN)
DECISIONS = (FlashDecision.STRICT.value, FlashDecision.CLEAR_ACCEPTED.value)


def register(commands: Commands) -> None:
    """Add `init`, `clock` and `workshop`."""
    first = commands.add("init", _init)
    first.add_argument("--workshop", required=True, help=commands.say("cli.init.workshop"))
    first.add_argument(
        "--supervisor", action="append", required=True, help=commands.say("cli.init.supervisor")
    )
    first.add_argument("--print-name", action="append", help=commands.say("cli.print_name"))
    first.add_argument("--title", action="append", help=commands.say("cli.title"))
    first.add_argument("--flash", choices=DECISIONS, help=commands.say("cli.flash"))
    first.add_argument("--reference", help=commands.say("cli.reference"))
    first.add_argument("--date", type=day, help=commands.say("cli.document_date"))
    first.add_argument(
        "--backup-folder", type=Path, metavar="DIR", help=commands.say("cli.backup_folder")
    )
    # Checks and scripts begin with ordinary data; the window asks, and begins with confidential.
    first.add_argument(
        "--data-class",
        choices=[one.value for one in DataClass],
        default=DataClass.ORDINARY.value,
        help=commands.say("cli.init.data_class"),
    )
    first.add_argument("--data-class-reference", help=commands.say("cli.init.data_class_reference"))
    commands.group("clock").add("confirm", _confirm)
    selling = commands.group("workshop").add("seller", _seller)
    for field in SELLER_FIELDS:
        option = field.replace("_", "-")
        selling.add_argument(f"--{option}", help=commands.say(f"field.seller.{field}"))
    selling.add_argument("--second", type=own_code, metavar="CODE", help=commands.say("cli.second"))


def _init(context: Context, args: Namespace) -> Answer:
    from serkut_desk import bootstrap

    made = bootstrap.create_desk(context.data, _start(context, args))
    cannot = [context.texts.say(key) for key in made.cannot]
    document = {"person": made.people[0], "people": list(made.people), "cannot": cannot}
    return Answer(document, [*made.people, *cannot])


def _start(context: Context, args: Namespace) -> FirstStart:
    from serkut_desk.stations.first_start import (
        MOST_SUPERVISORS,
        FirstStart,
        FirstSupervisor,
        FlashRuling,
    )

    if len(args.supervisor) > MOST_SUPERVISORS:
        raise Misused("supervisor_count", most=MOST_SUPERVISORS)
    names, titles = args.print_name or [], args.title or []
    supervisors = tuple(
        FirstSupervisor(
            display=display,
            pin=secrets.ask(_PINS[number], context.texts.say("cli.ask.pin", badge=display)),
            name=names[number] if number < len(names) else None,
            title=titles[number] if number < len(titles) else None,
            language=context.texts.language,
        )
        for number, display in enumerate(args.supervisor)
    )
    flash = None
    if args.flash is not None:
        flash = FlashRuling(
            decision=FlashDecision(args.flash),
            reference=args.reference or "",
            document_date=args.date or date.today(),  # noqa: DTZ011 - the day on the user's calendar
        )
    return FirstStart(
        workshop=args.workshop,
        supervisors=supervisors,
        flash=flash,
        backup_folder=args.backup_folder,
        data_class=DataClass(args.data_class),
        data_class_reference=args.data_class_reference,
    )


def _seller(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.upkeep import queries

    given = {field: getattr(args, field) for field in SELLER_FIELDS}
    with context.open() as desk:
        if any(text is not None for text in given.values()):
            second = context.second(desk, args.second, Permission.POLICY)
            facts: Seller | None = context.do(desk, SetSeller(**given, second=second))
        else:
            facts = queries.seller(desk, context.session(desk, Permission.SEARCH))
    known = dump(facts) if facts else {}
    return Answer({"seller": known or None}, [f"{name}: {text}" for name, text in known.items()])


def _confirm(context: Context, _args: Namespace) -> Answer:
    with context.open() as desk:
        context.do(desk, ConfirmClock())
    return Answer({"clock": "confirmed"}, [context.texts.say("cli.done")])
