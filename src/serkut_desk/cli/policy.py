"""`policy show|change|flash`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import day, own_code
from serkut_desk.cli.workshop import DECISIONS
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.policy import FlashDecision, Switch
from serkut_desk.domain.policy_change import PolicyChange
from serkut_desk.stations.upkeep.commands import ChangePolicy

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.domain.policy import Policy

_SWITCH = {"on": True, "off": False}


def register(commands: Commands) -> None:
    """Add the commands about the sanitisation policy."""
    policy = commands.group("policy")
    policy.add("show", _show)
    changing = policy.add("change", _change)
    for option in ("required", "min-passes", "lower", "switch"):
        changing.add_argument(
            f"--{option}",
            action="append",
            default=[],
            metavar="NAME=VALUE",
            help=commands.say(f"cli.policy.{option.replace('-', '_')}"),
        )
    _document(commands, changing)
    flash = policy.add("flash", _flash)
    flash.add_argument("decision", choices=DECISIONS, help=commands.say("cli.flash"))
    _document(commands, flash)


def _document(commands: Commands, parser: Parser) -> None:
    parser.add_argument("--reference", required=True, help=commands.say("cli.reference"))
    parser.add_argument("--date", type=day, required=True, help=commands.say("cli.document_date"))
    parser.add_argument("--second", type=own_code, metavar="CODE", help=commands.say("cli.second"))


def _pairs(values: Iterable[str]) -> list[tuple[str, str]]:
    """Return names and values of `NAME=VALUE`.

    Raises:
        Misused: `not_a_pair`.
    """
    found = [value.partition("=") for value in values]
    for name, equals, value in found:
        if not (name and equals and value):
            raise Misused("not_a_pair", text=name + equals + value)
    return [(name.strip(), value.strip()) for name, _, value in found]


def _change(context: Context, args: Namespace) -> Answer:
    try:
        required = {}
        for name, level in _pairs(args.required):
            data_class, _, kind = name.partition(".")
            required[DataClass(data_class), MediumKind(kind)] = Level(level)
        change = PolicyChange(
            reference=args.reference,
            document_date=args.date,
            required=required,
            min_passes={MediumKind(kind): int(passes) for kind, passes in _pairs(args.min_passes)},
            lowered={rule: Level(level) for rule, level in _pairs(args.lower)},
            switches={Switch(name): _SWITCH[on] for name, on in _pairs(args.switch)},
        )
    except (ValueError, KeyError) as problem:
        raise Misused("policy_word_unknown", said=str(problem)) from problem
    return _changed(context, args, change)


def _flash(context: Context, args: Namespace) -> Answer:
    change = PolicyChange(
        reference=args.reference, document_date=args.date, flash=FlashDecision(args.decision)
    )
    return _changed(context, args, change)


def _changed(context: Context, args: Namespace, change: PolicyChange) -> Answer:
    with context.open() as desk:
        second = context.second(desk, args.second, Permission.POLICY)
        policy = context.do(desk, ChangePolicy(change, second))
    start = policy.effective_from.isoformat()
    document = {"version": policy.version, "effective_from": start}
    said = context.texts.say("cli.policy.changed", version=policy.version, start=start)
    return Answer(document, [said])


def _show(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.upkeep import queries

    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        current, versions = queries.policy_versions(desk, session)
    document = {**_told(current), "versions": [_named(policy) for policy in versions]}
    lines = [
        f"{current.name} {current.version}, {current.effective_from}, {current.document}",
        f"flash: {current.flash.value} {current.flash_reference}".rstrip(),
        *(
            f"{data_class}.{kind}: {current.required_level(kind, data_class).value}"
            for data_class in DataClass
            for kind in MediumKind
        ),
    ]
    return Answer(document, lines)


def _named(policy: Policy) -> dict[str, object]:
    return {
        "version": policy.version,
        "effective_from": policy.effective_from.isoformat(),
        "reference": policy.document,
    }


def _told(policy: Policy) -> dict[str, object]:
    return {
        "name": policy.name,
        **_named(policy),
        "flash": {"decision": policy.flash.value, "reference": policy.flash_reference},
        "required": {
            data_class.value: {
                kind.value: policy.required_level(kind, data_class).value for kind in MediumKind
            }
            for data_class in DataClass
        },
        "min_passes": {kind.value: passes for kind, passes in policy.min_passes.items()},
        "switches": sorted(switch.value for switch in policy.switches),
        "tools": {name: ".".join(map(str, tool.since)) for name, tool in policy.tools.items()},
        "rules": [
            {
                "id": row.id,
                "technique": row.technique.value,
                "kinds": sorted(kind.value for kind in row.kinds),
                "level": policy.top(row).value,
            }
            for row in policy.rows
        ],
    }
