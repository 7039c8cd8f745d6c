"""`people add|list|badge|remove|role|grant|revoke|pin`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import own_code
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.permissions import Permission, Role
from serkut_desk.stations.people.commands import (
    AddPerson,
    ChangeRole,
    EndGrant,
    GrantSkill,
    RemovePerson,
    ResetPin,
)
from serkut_desk.texts import DEFAULT, languages

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.stations.desk import Desk

_ROLES = tuple(role.value for role in Role)
# The table says which of them a role can be given.
_SKILLS = tuple(sorted(permission.value for permission in Permission))


def register(commands: Commands) -> None:
    """Add the commands about people."""
    people = commands.group("people")
    adding = people.add("add", _add)
    adding.add_argument("--role", choices=_ROLES, required=True, help=commands.say("cli.role"))
    adding.add_argument("--name", required=True, help=commands.say("cli.display"))
    adding.add_argument("--print-name", help=commands.say("cli.print_name"))
    adding.add_argument("--title", help=commands.say("cli.title"))
    adding.add_argument(
        "--language", choices=languages(), default=DEFAULT, help=commands.say("cli.language")
    )
    _second(commands, adding)
    people.add("list", _list)
    carding = people.add("badge", _badge)
    carding.add_argument(
        "badges", nargs="+", type=own_code, metavar="badge", help=commands.say("cli.badge")
    )
    carding.add_argument("--out", type=Path, metavar="F", help=commands.say("cli.out"))
    removing = people.add("remove", _remove)
    removing.add_argument("badge", type=own_code, help=commands.say("cli.badge"))
    _second(commands, removing)
    changing = people.add("role", _role)
    changing.add_argument("badge", type=own_code, help=commands.say("cli.badge"))
    changing.add_argument("role", choices=_ROLES, help=commands.say("cli.role"))
    _second(commands, changing)
    for name, run in (("grant", _grant), ("revoke", _revoke)):
        giving = people.add(name, run)
        giving.add_argument("badge", type=own_code, help=commands.say("cli.badge"))
        giving.add_argument("skill", choices=_SKILLS, help=commands.say("cli.people.skill"))
    resetting = people.add("pin", _pin)
    resetting.add_argument("badge", type=own_code, help=commands.say("cli.badge"))
    _second(commands, resetting)


def _second(commands: Commands, parser: Parser) -> None:
    parser.add_argument("--second", type=own_code, metavar="CODE", help=commands.say("cli.second"))


def _pin_of(context: Context, desk: Desk, role: Role) -> str | None:
    """Return the new PIN of a role that has one; others are not asked for it."""
    return context.new_pin() if desk.permissions.has_pin(role) else None


def _add(context: Context, args: Namespace) -> Answer:
    role = Role(args.role)
    with context.open() as desk:
        made = context.do(
            desk,
            AddPerson(
                role=role,
                display=args.name,
                pin=_pin_of(context, desk, role),
                name=args.print_name,
                title=args.title,
                language=args.language,
                second=context.second(desk, args.second, Permission.PEOPLE),
            ),
        )
    document = {"person": made.code, "role": made.role.value, "display": made.display}
    return Answer(document, [made.code, context.texts.say("cli.people.print", badge=made.code)])


def _badge(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.people.badge_sheet import badge_sheet

    with context.open() as desk:
        session = context.session(desk, Permission.PEOPLE)
        path = badge_sheet(
            desk, session, args.badges, language=context.texts.language, out=args.out
        )
    return Answer({"path": str(path), "badges": args.badges}, [str(path)])


def _list(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.people import queries

    with context.open() as desk:
        found = queries.people(desk, context.session(desk, Permission.PEOPLE))
    document = [
        {
            "person": person.code,
            "display": person.display,
            "role": person.role.value,
            "name": person.name,
            "title": person.title,
            "language": person.language,
            "has_pin": person.has_pin,
            "granted": [permission.value for permission in person.granted],
        }
        for person in found
    ]
    lines = [f"{person.code}  {person.display}  {person.role}" for person in found]
    return Answer(document, lines)


def _remove(context: Context, args: Namespace) -> Answer:
    with context.open() as desk:
        second = context.second(desk, args.second, Permission.PEOPLE)
        gone = context.do(desk, RemovePerson(badge=args.badge, second=second))
    return Answer({"person": gone.code, "active": False}, [gone.code])


def _role(context: Context, args: Namespace) -> Answer:
    role = Role(args.role)
    with context.open() as desk:
        changed = context.do(
            desk,
            ChangeRole(
                badge=args.badge,
                role=role,
                pin=_pin_of(context, desk, role),
                second=context.second(desk, args.second, Permission.PEOPLE),
            ),
        )
    return Answer({"person": changed.code, "role": changed.role.value}, [changed.code])


def _grant(context: Context, args: Namespace) -> Answer:
    return _granted(context, GrantSkill(args.badge, Permission(args.skill)))


def _revoke(context: Context, args: Namespace) -> Answer:
    return _granted(context, EndGrant(args.badge, Permission(args.skill)))


def _granted(context: Context, command: GrantSkill | EndGrant) -> Answer:
    with context.open() as desk:
        changed = context.do(desk, command)
    words = sorted(permission.value for permission in changed.granted)
    said = ", ".join(context.texts.say(f"permission.{word}") for word in words)
    return Answer({"person": changed.code, "granted": words}, [f"{changed.code}  {said}".rstrip()])


def _pin(context: Context, args: Namespace) -> Answer:
    pin = context.new_pin()
    if pin is None:
        raise Misused("new_pin_missing")
    with context.open() as desk:
        second = context.second(desk, args.second, Permission.PEOPLE)
        changed = context.do(desk, ResetPin(badge=args.badge, pin=pin, second=second))
    return Answer({"person": changed.code}, [changed.code])
