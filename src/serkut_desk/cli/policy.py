"""`policy show|history|change|flash`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import day, own_code
from serkut_desk.cli.workshop import DECISIONS
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.policy import FlashDecision, Switch
from serkut_desk.domain.policy_change import PolicyChange, differences
from serkut_desk.domain.verification_asked import verification_asked
from serkut_desk.stations.upkeep.commands import ChangePolicy

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.domain.policy import Policy, PolicyRow
    from serkut_desk.domain.policy_change import Difference

_SWITCH = {"on": True, "off": False}
_HOUSE = "house"


def register(commands: Commands) -> None:
    """Add the commands about the sanitisation policy."""
    policy = commands.group("policy")
    policy.add("show", _show)
    policy.add("history", _history)
    changing = policy.add("change", _change)
    changing.add_argument("--dry-run", action="store_true", help=commands.say("cli.policy.dry_run"))
    for option in ("required", "donor", "min-passes", "lower", "switch", "tool"):
        changing.add_argument(
            f"--{option}",
            action="append",
            default=[],
            metavar="NAME=VALUE",
            help=commands.say(f"cli.policy.{option.replace('-', '_')}"),
        )
    _document(commands, changing)
    flash = policy.add("flash", _flash)
    flash.add_argument("--dry-run", action="store_true", help=commands.say("cli.policy.dry_run"))
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
        required = {_asked(name): Level(level) for name, level in _pairs(args.required)}
        donors = {}
        for name, level in _pairs(args.donor):
            donor, _, asked = name.rpartition(":")
            donors[donor, *_asked(asked)] = None if level == _HOUSE else Level(level)
        change = PolicyChange(
            reference=args.reference,
            document_date=args.date,
            required=required,
            min_passes={MediumKind(kind): int(passes) for kind, passes in _pairs(args.min_passes)},
            lowered={rule: Level(level) for rule, level in _pairs(args.lower)},
            switches={Switch(name): _SWITCH[on] for name, on in _pairs(args.switch)},
            donors=donors,
            tools=dict(_pairs(args.tool)),
        )
    except (ValueError, KeyError) as problem:
        raise Misused("policy_word_unknown", said=str(problem)) from problem
    return _changed(context, args, change)


def _asked(text: str) -> tuple[DataClass, MediumKind]:
    """Return what `ordinary.ssd` names."""
    data_class, _, kind = text.partition(".")
    return DataClass(data_class), MediumKind(kind)


def _flash(context: Context, args: Namespace) -> Answer:
    change = PolicyChange(
        reference=args.reference, document_date=args.date, flash=FlashDecision(args.decision)
    )
    return _changed(context, args, change)


def _changed(context: Context, args: Namespace, change: PolicyChange) -> Answer:
    if args.dry_run:
        return _tried(context, change)
    with context.open() as desk:
        second = context.second(desk, args.second, Permission.POLICY)
        policy = context.do(desk, ChangePolicy(change, second))
    start = policy.effective_from.isoformat()
    document = {"version": policy.version, "effective_from": start}
    said = context.texts.say("cli.policy.changed", version=policy.version, start=start)
    return Answer(document, [said])


def _tried(context: Context, change: PolicyChange) -> Answer:
    """Tell what a change would do; nothing is saved."""
    from serkut_desk.stations.upkeep.policy_effect import policy_effect

    with context.open() as desk:
        effect = policy_effect(desk, context.session(desk, Permission.POLICY), change)
    counts = {
        "no_more": effect.no_more,
        "enough_then": effect.enough_then,
        "asked_more": effect.asked_more,
        "asked_less": effect.asked_less,
        "kept": effect.kept,
    }
    document = {
        **_named(effect.policy),
        **counts,
        "all_looked_at": effect.all_looked_at,
        "changes": _differences(effect.differences),
    }
    say = context.texts.say
    lines = [f"{one.where}: {one.before or '-'} > {one.after or '-'}" for one in effect.differences]
    lines += [say(f"policy.effect.{word}", count=count) for word, count in counts.items()]
    lines.append(say("policy.effect.not_saved"))
    return Answer({"dry_run": True, **document}, lines)


def _differences(found: Iterable[Difference]) -> list[dict[str, str]]:
    return [{"where": one.where, "before": one.before, "after": one.after} for one in found]


def _history(context: Context, _args: Namespace) -> Answer:
    """Tell every version with what it changed, the oldest first."""
    from serkut_desk.stations.upkeep import queries

    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        _, versions = queries.policy_versions(desk, session)
    told, lines = [], []
    for before, policy in zip((None, *versions), versions, strict=False):
        changes = () if before is None else differences(before, policy)
        told.append({**_named(policy), "changes": _differences(changes)})
        lines.append(f"{policy.version}, {policy.effective_from}, {policy.document}")
        lines += [f"  {one.where}: {one.before or '-'} > {one.after or '-'}" for one in changes]
    return Answer({"versions": told}, lines)


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
        *(
            f"{donor.name}:{data_class}.{kind}: {level.value}"
            for donor in current.donors.values()
            for (data_class, kind), level in donor.required.items()
        ),
        *(_rule_line(context, current, row) for row in current.rows),
    ]
    return Answer(document, lines)


def _rule_line(context: Context, policy: Policy, row: PolicyRow) -> str:
    """Return a rule: what it gives, how a wipe is checked for it, and where it is from."""
    say = context.texts.say
    checks = [say(f"verification_asked.{word}") for word in verification_asked(row.conditions)]
    return f"{row.id}: {policy.top(row).value}; {', '.join(checks) or '-'}; {row.source}"


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
        "donors": {
            donor.name: {
                "reference": donor.reference,
                "required": {
                    f"{data_class}.{kind}": level.value
                    for (data_class, kind), level in donor.required.items()
                },
            }
            for donor in policy.donors.values()
        },
        "min_passes": {kind.value: passes for kind, passes in policy.min_passes.items()},
        "switches": sorted(switch.value for switch in policy.switches),
        "tools": {name: ".".join(map(str, tool.since)) for name, tool in policy.tools.items()},
        "rules": [
            {
                "id": row.id,
                "technique": row.technique.value,
                "kinds": sorted(kind.value for kind in row.kinds),
                "data_classes": sorted(word.value for word in row.data_classes),
                "verification": [word.value for word in verification_asked(row.conditions)],
                "level": policy.top(row).value,
                "source": row.source,
            }
            for row in policy.rows
        ],
    }
