"""`mapping list|show|make|try|retire`: how suppliers' files are read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.plain import plain
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.evidence import VerifyMode
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.supplier_mapping import (
    RESULTS,
    TECHNIQUES,
    TIME_FORMATS,
    MappingFormat,
    SupplierField,
    SupplierMapping,
    document_of,
    mapping_of,
)

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.domain.supplier_rows import MappedRow
    from serkut_desk.records.supplier_mappings import SavedMapping
    from serkut_desk.stations.evidence.mapping import Preview
    from serkut_desk.texts import Texts

_FIRST_ROWS = 5


def register(commands: Commands) -> None:
    """Add the commands about mappings."""
    say, group = commands.say, commands.group("mapping")
    group.add("list", _list)
    group.add("show", _show).add_argument("name", help=say("cli.mapping.about.name"))
    making = group.add("make", _make)
    making.add_argument("name", help=say("cli.mapping.about.name"))
    _add_mapping(commands, making)
    making.add_argument(
        "--try", dest="attempt", type=Path, metavar="FILE", help=say("cli.mapping.about.try")
    )
    trying = group.add("try", _try)
    trying.add_argument("file", type=Path, help=say("cli.mapping.about.file"))
    trying.add_argument("--mapping", metavar="NAME", help=say("cli.mapping.about.name"))
    trying.add_argument(
        "--record", default="", metavar="PATH", help=say("cli.mapping.about.record")
    )
    group.add("retire", _retire).add_argument("name", help=say("cli.mapping.about.name"))


def _add_mapping(commands: Commands, parser: Parser) -> None:
    say = commands.say
    for name, shape in (
        ("column", "FIELD=COLUMN"),
        ("technique", "WORD=TECHNIQUE"),
        ("result", "WORD=RESULT"),
        ("read-back", "WORD=PASSES"),
    ):
        about = say(f"cli.mapping.about.{name}")
        parser.add_argument(f"--{name}", action="append", default=[], metavar=shape, help=about)
    parser.add_argument(
        "--times", choices=list(TIME_FORMATS), default="iso", help=say("cli.mapping.about.times")
    )
    parser.add_argument(
        "--record", default="", metavar="PATH", help=say("cli.mapping.about.record")
    )


def _mapping(args: Namespace) -> SupplierMapping:
    form = MappingFormat.XML if args.record else MappingFormat.CSV
    document = {
        "name": args.name,
        "format": form.value,
        "record": args.record,
        "columns": _pairs(args.column, [one.value for one in SupplierField], turned=True),
        "techniques": _pairs(args.technique, [one.value for one in TECHNIQUES]),
        "results": _pairs(args.result, [one.value for one in RESULTS]),
        "verifications": _pairs(args.read_back, [one.value for one in VerifyMode]),
        "times": args.times,
    }
    return mapping_of(document)


def _pairs(given: Sequence[str], known: Sequence[str], *, turned: bool = False) -> dict[str, str]:
    """Return what was given as `WORD=MEANING`; the meaning may stand first (`turned`)."""
    found: dict[str, str] = {}
    for text in given:
        first, equals, last = text.partition("=") if turned else text.rpartition("=")
        ours = first if turned else last
        if not equals or not first or not last or ours not in known:
            raise Misused("mapping_pair", given=text, known=", ".join(known))
        found[first] = last
    return found


def _list(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.evidence import mapping

    with context.open() as desk:
        found = mapping.mappings(desk, context.session(desk, Permission.WIPE))
    return Answer([_saved(one) for one in found], [_line(one) for one in found])


def _saved(one: SavedMapping) -> dict[str, Any]:
    return {
        "name": one.name,
        "version": one.version,
        "format": one.format.value,
        "program": one.mapping.program,
        "made_at": plain(one.made_at),
        "retired_at": plain(one.retired_at),
    }


def _line(one: SavedMapping) -> str:
    mark = "-" if one.retired_at else "+"
    return f"{mark} {one.name}  {one.version}  {one.format}  {one.mapping.program}"


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.evidence import mapping

    with context.open() as desk:
        found = mapping.in_use(desk, context.session(desk, Permission.WIPE), args.name)
    return _told(found, context.texts)


def _told(found: SupplierMapping, texts: Texts) -> Answer:
    document = {**document_of(found), "version": found.version, "program": found.program}
    lines = [f"{found.name}  {found.version}  {found.program}"]
    lines += [
        f"  {texts.say(f'supplier_field.{one}')}: {column}" for one, column in found.columns.items()
    ]
    lines += [
        f"  {word} = {texts.say(f'technique.{one}')}" for word, one in found.techniques.items()
    ]
    lines += [f"  {word} = {texts.say(f'verdict.{one}')}" for word, one in found.results.items()]
    return Answer(document, lines)


def _make(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.evidence import mapping
    from serkut_desk.stations.evidence.mapping_commands import MakeMapping

    made = _mapping(args)
    with context.open() as desk:
        if args.attempt is None:
            return _told(context.do(desk, MakeMapping(made)).mapping, context.texts)
        session = context.session(desk, Permission.WIPE)
        tried = mapping.try_on(desk, session, made, args.attempt)
    return _tried(tried, context.texts)


def _try(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.evidence import mapping

    with context.open() as desk:
        session = context.session(desk, Permission.WIPE)
        if args.mapping is not None:
            known = mapping.in_use(desk, session, args.mapping)
            return _tried(mapping.try_on(desk, session, known, args.file), context.texts)
        table, records = mapping.look_at(desk, session, args.file, record=args.record)
    rows = [dict(one.cells) for one in table.rows[:_FIRST_ROWS]]
    document = {
        "format": table.format.value,
        "record": table.record,
        "records": list(records),
        "columns": list(table.columns),
        "rows": len(table.rows),
        "first": rows,
    }
    first = rows[0] if rows else {}
    return Answer(document, [f"{name}: {first.get(name, '')}" for name in table.columns])


def _tried(tried: Preview, texts: Texts) -> Answer:
    document = {
        "fits": tried.fits,
        "missing": list(tried.missing),
        "rows": [_row(one) for one in tried.rows],
    }
    lines = [*tried.missing] if not tried.fits else [_row_line(one, texts) for one in tried.rows]
    return Answer(document, lines)


def _row(one: MappedRow) -> dict[str, Any]:
    return {
        "row": one.number,
        "serial": one.serial,
        "technique": one.technique.value,
        "verdict": one.verdict.value,
        "reasons": [reason.code.value for reason in one.reasons],
        "unread": [{"column": bad.column, "text": bad.text} for bad in one.troubles],
    }


def _row_line(one: MappedRow, texts: Texts) -> str:
    said = texts.say(f"verdict.{one.verdict}")
    bad = "  ".join(f"{trouble.column}: {trouble.text or '-'}" for trouble in one.troubles)
    technique = texts.say(f"technique.{one.technique}")
    return f"{one.number}  {one.serial or '-'}  {technique}  {said}  {bad}".rstrip()


def _retire(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.evidence.mapping_commands import RetireMapping

    with context.open() as desk:
        done = context.do(desk, RetireMapping(args.name))
    line = context.texts.say("event.mapping.evidence.retired")
    return Answer({"name": done.mapping.name, "version": done.mapping.version}, [line])
