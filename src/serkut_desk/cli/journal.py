"""`journal verify|export|checkpoint` and `day close`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli.answer import REFUSED, Answer
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.upkeep.commands import CloseDay, MakeCheckpoint

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands


def register(commands: Commands) -> None:
    """Add the commands about the journal."""
    journal = commands.group("journal")
    verifying = journal.add("verify", _verify)
    verifying.add_argument("--against", type=Path, metavar="F", help=commands.say("cli.against"))
    for name, run in (("export", _export), ("checkpoint", _checkpoint)):
        journal.add(name, run).add_argument(
            "--out", type=Path, metavar="F", help=commands.say("cli.out")
        )
    commands.group("day").add("close", _close)


def _verify(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.upkeep import checkpoints, queries

    anchor = None if args.against is None else checkpoints.read(args.against).head
    with context.open() as desk:
        state = queries.verify_journal(desk, anchor)
    document: dict[str, object] = {
        "ok": state.ok,
        "entries": state.entries,
        "head": state.head.hash,
        "seq": state.head.seq,
    }
    if state.ok:
        said = context.texts.say("cli.journal.whole", entries=state.entries, head=state.head.hash)
        return Answer(document, [said])
    document |= {
        "first_bad": state.first_bad,
        "why": state.why,
        "findings": [{"why": one.why, "first_bad": one.first_bad} for one in state.findings],
    }
    records = [one.about for one in state.findings if one.about]
    if records:
        document["records"] = records
    lines = [
        context.texts.say(f"cli.journal.why.{one.why}", seq=one.first_bad, about=one.about)
        for one in state.findings
    ]
    return Answer(document, lines, REFUSED)


def _export(context: Context, args: Namespace) -> Answer:
    from serkut_desk.records.files import write_synced
    from serkut_desk.stations.upkeep import queries

    with context.open() as desk:
        session = context.session(desk, Permission.AUDIT)
        entries = list(queries.export_journal(desk, session))
    lines = [json.dumps(entry, ensure_ascii=False) for entry in entries]
    if args.out is None:
        return Answer(entries, lines)
    write_synced(args.out, "".join(line + "\n" for line in lines).encode())
    return Answer({"file": str(args.out), "entries": len(entries)}, [str(args.out)])


def _checkpoint(context: Context, args: Namespace) -> Answer:
    from serkut_desk.records.files import write_synced
    from serkut_desk.stations.upkeep import checkpoints

    with context.open() as desk:
        document = context.do(desk, MakeCheckpoint(context.signer(desk)))
    written = checkpoints.as_bytes(document)
    if args.out is None:
        return Answer(document, [written.decode().rstrip()])
    write_synced(args.out, written)
    return Answer(document, [str(args.out)])


def _close(context: Context, _args: Namespace) -> Answer:
    with context.open() as desk:
        closed = context.do(desk, CloseDay(context.texts.language))
    document = {
        "day": closed.day.isoformat(),
        "report": str(closed.path),
        "sha256": closed.digest,
        "head": closed.hash,
        "seq": closed.seq,
    }
    return Answer(document, [str(closed.path)])
